// The page's data: columns of typed arrays over tables, as render/html/data.go
// writes them.

export const APPROXIMATE = 1, UNCERTAIN = 2, CONFLICT = 4, HEDGED = 8, OPEN_START = 16, OPEN_END = 32, MUTUAL = 64, CORRECTED = 128;
export const DAY = 0, SPAN = 1, WITHIN = 2;

// Lists holds a list of numbers for each of n events: those of event i are
// of[at[i]] … of[at[i+1]-1].
export class Lists {
  constructor(n) {
    this.at = new Uint32Array(n + 1);
    this.of = new Uint32Array(Math.max(16, n));
    this.n = 0;
  }
  add(list) {
    let end = this.at[this.n];
    if (end + list.length > this.of.length) {
      const more = new Uint32Array(2 * (end + list.length));
      more.set(this.of);
      this.of = more;
    }
    for (const v of list) this.of[end++] = v;
    this.at[++this.n] = end;
  }
  get(i) { return this.of.subarray(this.at[i], this.at[i + 1]); }
  first(i) { return this.at[i] < this.at[i + 1] ? this.of[this.at[i]] : -1; }
}

export class Data {
  constructor(head) {
    this.head = head;
    this.dated = head.dated;
    const n = this.n = head.dated + head.undated;
    this.id = new Array(n);
    this.title = new Array(n);
    this.bounds = new Array(n);
    this.from = new Float64Array(n);
    this.to = new Float64Array(n);
    this.when = new Int32Array(n);
    for (const k of ["shape", "status", "grade", "flags"]) this[k] = new Uint8Array(n);
    for (const k of ["type", "origins", "salience"]) this[k] = new Uint16Array(n);
    this.score = new Int16Array(n).fill(NONE);
    this.after = new Float64Array(n).fill(NaN);
    this.before = new Float64Array(n).fill(NaN);
    for (const k of ["actors", "source", "target", "places", "sources", "changes"]) this[k] = new Lists(n);
    this.byID = new Map();
    this.read = 0;
  }

  // add takes the next block.
  add(b) {
    const { head } = this;
    b.id.forEach((id, k) => {
      const i = this.read++;
      this.id[i] = id;
      this.byID.set(id, i);
      this.title[i] = b.title[k];
      this.bounds[i] = b.bounds[k];
      const w = this.when[i] = b.when[k];
      if (w >= 0) [this.from[i], this.to[i]] = [head.whens[w].f, head.whens[w].t];
      for (const c of ["shape", "status", "grade", "flags", "type", "origins", "salience"]) this[c][i] = b[c][k];
      if (b.score[k] !== null) this.score[i] = b.score[k];
      if (b.after[k] !== null) this.after[i] = b.after[k];
      if (b.before[k] !== null) this.before[i] = b.before[k];
      this.actors.add(b.actors[k]);
      this.source.add(b.from[k]);
      this.target.add(b.to[k]);
      this.places.add(b.places[k]);
      this.sources.add(b.sources[k]);
      this.changes.add(b.changes[k]);
    });
  }

  // finish makes what needs all events.
  finish() {
    // Weightiest first, and among equals the earlier one.
    this.byWeight = Uint32Array.from({ length: this.dated }, (_, i) => i).sort((a, b) => this.salience[b] - this.salience[a] || a - b);
    let min = Infinity, max = -Infinity;
    const take = (a, b) => { min = Math.min(min, a); max = Math.max(max, b); };
    for (let i = 0; i < this.dated; i++) take(this.from[i], this.to[i]);
    for (const s of this.head.sources) if (s.f !== null) take(s.f, s.u);
    if (this.head.asOf !== null) take(this.head.asOf, this.head.asOf + 1);
    for (const g of this.head.ghosts) take(g.f, g.u);
    this.min = min;
    this.max = max;
    return this;
  }

  isDated(i) { return i < this.dated; }
  whenWords(i) { return this.when[i] < 0 ? "" : this.head.whens[this.when[i]].w; }
  edtf(i) { return this.when[i] < 0 ? "" : this.head.whens[this.when[i]].e; }
  precision(i) { return this.when[i] < 0 ? "" : this.head.whens[this.when[i]].p; }
  names(list, table, i) { return Array.from(list.get(i), (k) => table[k]); }
  actorNames(i) { return this.names(this.actors, this.head.actors, i); }
  placeNames(i) { return Array.from(this.places.get(i), (k) => this.head.places[k].n); }
  outlet(s) { const x = this.head.sources[s]; return x.o || x.t; }
  origin(s) { const x = this.head.sources[s]; return x.g || x.o || x.t; }
}

// NONE is the score of an event whose type has none.
export const NONE = -32768;

// load reads the page's data, a block at a time, so that nothing holds the page up.
export async function load(doc, pause) {
  const data = new Data(JSON.parse(doc.getElementById("head").textContent));
  for (const el of doc.querySelectorAll("script.block")) {
    data.add(JSON.parse(el.textContent));
    el.remove();
    await pause();
  }
  return data.finish();
}

// Evidence reads what stands behind the events when it is asked for.
export class Evidence {
  constructor(doc, size) {
    this.els = doc.querySelectorAll("script.chunk");
    this.size = size;
    this.kept = new Map();
  }
  get chunks() { return this.els.length; }
  chunk(k) {
    let c = this.kept.get(k);
    if (!c) {
      c = JSON.parse(this.els[k].textContent);
      if (this.kept.size > 8) this.kept.delete(this.kept.keys().next().value);
      this.kept.set(k, c);
    }
    return c;
  }
  // of is the evidence of event i, and the paragraphs that it points into.
  of(i) {
    const c = this.chunk(Math.floor(i / this.size));
    return { ...c.e[i % this.size], paragraphs: c.p };
  }
  // quote is a cited sentence.
  static quote(v, cite) { return v.paragraphs[cite.p].slice(cite.q[0], cite.q[1]); }
}
