// Facets: what events have in common, and how many there would be. The count of a value
// is that of the events which all other filters let through.

import { CONFLICT, CORRECTED, HEDGED, Lists } from "./data.js";
import { FACETS } from "./state.js";

const RANGE = 1 << 14, SEARCH = 1 << 15;

// build makes the facets of the data: names of values, and a list of values for each event.
export function build(data) {
  const { head, n } = data;
  const each = (names, of) => {
    const lists = new Lists(n);
    for (let i = 0; i < n; i++) lists.add(of(i));
    return { names, lists };
  };
  const numbered = (nameOf, ofEvent) => {
    const at = new Map(), names = [];
    const number = (name) => {
      if (!at.has(name)) {
        at.set(name, names.length);
        names.push(name);
      }
      return at.get(name);
    };
    return each(names, (i) => [...new Set(ofEvent(i).map((k) => number(nameOf(k))))]);
  };
  const precision = numbered((k) => k, (i) => [data.when[i] < 0 ? "none" : precisionOf(head.whens[data.when[i]].e, data.from[i], data.to[i])]);
  return {
    change: { names: head.kinds, lists: data.changes },
    status: each(head.statuses, (i) => [data.status[i]]),
    type: each(head.types, (i) => [data.type[i]]),
    actor: { names: head.actors, lists: data.actors },
    place: numbered((k) => head.places[k].n, (i) => [...data.places.get(i)]),
    outlet: numbered((s) => data.outlet(s), (i) => [...data.sources.get(i)]),
    origin: numbered((s) => data.origin(s), (i) => [...data.sources.get(i)]),
    precision,
    grade: each(head.grades, (i) => [data.grade[i]]),
    voices: each(["1", "2", "3+"], (i) => [Math.min(2, Math.max(0, data.origins[i] - 1))]),
    notes: each(["disputed", "hedged", "corrected"], (i) => [CONFLICT, HEDGED, CORRECTED].flatMap((f, k) => (data.flags[i] & f ? [k] : []))),
  };
}

// precisionOf is how exact a date is, told by how long it is.
export function precisionOf(edtf, from, to) {
  const days = to - from;
  if (edtf.includes("/")) return days <= 62 ? "days" : "longer";
  if (days <= 1) return "day";
  if (days <= 7) return "week";
  if (days <= 31) return "month";
  if (days <= 184) return "quarter";
  return days <= 366 ? "year" : "longer";
}

// A Filter says which events pass, and counts.
export class Filter {
  constructor(data, facets) {
    this.data = data;
    this.facets = facets;
    this.fails = new Uint16Array(data.n);
    this.keys = FACETS.filter((k) => facets[k].names.length > 0);
    this.counts = {};
  }

  // apply takes the state, and the events that a search found (null: no search).
  apply(state, found) {
    const { data, fails } = this, n = data.n;
    fails.fill(0);
    this.keys.forEach((key, bit) => {
      const chosen = state.facets[key];
      if (!chosen.length) return;
      const { names, lists } = this.facets[key];
      const wanted = new Uint8Array(names.length);
      for (const name of chosen) {
        const k = names.indexOf(name);
        if (k >= 0) wanted[k] = 1;
      }
      const { at, of } = lists;
      for (let i = 0; i < n; i++) {
        let ok = 0;
        for (let j = at[i]; j < at[i + 1]; j++) ok |= wanted[of[j]];
        if (!ok) fails[i] |= 1 << bit;
      }
    });
    if (state.from !== null) {
      for (let i = 0; i < n; i++) {
        const a = i < data.dated ? data.from[i] : data.after[i], b = i < data.dated ? data.to[i] : data.before[i];
        // What has no bound on a side may lie there.
        if (b <= state.from || a >= state.to) fails[i] |= RANGE;
      }
    }
    if (found) for (let i = 0; i < n; i++) if (!found[i]) fails[i] |= SEARCH;
    this.count();
    return this;
  }

  count() {
    const { data, fails } = this;
    let dated = 0, undated = 0;
    for (let i = 0; i < data.n; i++) if (!fails[i]) i < data.dated ? dated++ : undated++;
    this.dated = dated;
    this.undated = undated;
    this.keys.forEach((key, bit) => {
      const { names, lists: { at, of } } = this.facets[key], but = ~(1 << bit) & 0xffff;
      const counts = new Uint32Array(names.length);
      for (let i = 0; i < data.n; i++) {
        if (fails[i] & but) continue;
        for (let j = at[i]; j < at[i + 1]; j++) counts[of[j]]++;
      }
      this.counts[key] = counts;
    });
  }

  // passes says whether an event is let through; shown leaves the time window aside.
  passes(i) { return this.fails[i] === 0; }
  shown(i) { return (this.fails[i] & ~RANGE & 0xffff) === 0; }
}
