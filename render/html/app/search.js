// Search in titles, names, dates and quotes. All words must be there; "words in quotes"
// stand together; -word must not be there.

import { Evidence } from "./data.js";

export const fold = (s) => s.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

// terms reads what was typed.
export function terms(query) {
  const all = [];
  for (const m of fold(query).matchAll(/(-?)(?:"([^"]+)"?|(\S+))/g)) {
    const text = (m[2] ?? m[3]).trim();
    if (text && text !== "-") all.push({ text, not: m[1] === "-" });
  }
  return all;
}

export const matches = (text, ts) => ts.every((t) => text.includes(t.text) !== t.not);

// Search keeps the text of each event once it was needed. Quotes are read in steps, so
// that typing is never held up.
export class Search {
  constructor(data, evidence, words) {
    this.data = data;
    this.evidence = evidence;
    this.words = words;
    this.texts = new Array(data.n);
    this.quotes = 0;
    this.run = 0;
  }

  text(i) {
    const { data, words } = this;
    return this.texts[i] ??= fold([data.title[i], ...data.actorNames(i), ...data.placeNames(i), data.whenWords(i), data.edtf(i), data.bounds[i],
      words.say("status." + data.head.statuses[data.status[i]]), words.type(data.head.types[data.type[i]])].join("\n"));
  }

  readChunk(k) {
    const { evidence, data } = this, end = Math.min(data.n, (k + 1) * evidence.size);
    for (let i = k * evidence.size; i < end; i++) {
      const v = evidence.of(i);
      this.texts[i] = this.text(i) + "\n" + fold(v.c.map((c) => Evidence.quote(v, c)).join("\n"));
    }
  }

  // find yields what it found so far whenever it comes to an end of its steps.
  async find(query, pause, tell) {
    const run = ++this.run, ts = terms(query);
    if (!ts.length) return tell(null, true);
    const { data } = this, found = new Uint8Array(data.n);
    let t0 = performance.now();
    for (let i = 0; i < data.n; i++) {
      found[i] = matches(this.text(i), ts) ? 1 : 0;
      if (i % 500 === 499 && performance.now() - t0 > 25) {
        await pause();
        if (run !== this.run) return;
        t0 = performance.now();
      }
    }
    tell(found, this.quotes >= this.evidence.chunks);
    while (this.quotes < this.evidence.chunks) {
      this.readChunk(this.quotes++);
      if (performance.now() - t0 > 25) {
        await pause();
        t0 = performance.now();
      }
      if (this.quotes === this.evidence.chunks && run === this.run) return this.find(query, pause, tell);
      if (run !== this.run) return;
    }
  }
}
