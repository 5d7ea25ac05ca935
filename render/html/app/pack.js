// Packing: which event gets which row of its lane, which gets a label, and which are
// counted in a bubble. Pixels only; nothing here knows dates or colours.

export const BIN = 40, GAP = 8, MARK = 7;
const TRIES = 6;

// A Row keeps what is taken of it, in order.
class Row {
  constructor() { this.a = []; this.b = []; }
  // place is where [a, b] would go, -1 if it is taken.
  place(a, b) {
    let lo = 0, hi = this.a.length;
    while (lo < hi) {
      const m = (lo + hi) >> 1;
      if (this.a[m] < a) lo = m + 1; else hi = m;
    }
    if (lo > 0 && this.b[lo - 1] > a) return -1;
    if (lo < this.a.length && this.a[lo] < b) return -1;
    return lo;
  }
  take(at, a, b) { this.a.splice(at, 0, a); this.b.splice(at, 0, b); }
}

// spread is what an event needs with its label: { a, b, side } where side says where
// the label stands: "on" its bar, "right" or "left" of it; null if there is no room.
export function spread(x0, x1, label, left, right) {
  const a = Math.max(x0, left), b = Math.min(x1, right);
  if (b - a >= label + 6) return { a, b, side: "on", room: b - a - 6 };
  const after = right - b - GAP, before = a - left - GAP;
  if (after >= label) return { a, b: b + GAP + label, side: "right", room: label };
  if (before >= label) return { a: a - GAP - label, b, side: "left", room: label };
  // A short label is better than none, where it still says something.
  if (b - a >= 90 && b - a >= after && b - a >= before) return { a, b, side: "on", room: b - a - 6 };
  if (after >= before) return after >= 60 ? { a, b: b + GAP + after, side: "right", room: after } : null;
  return before >= 60 ? { a: a - GAP - before, b, side: "left", room: before } : null;
}

// pack lays items out. An item is { x0, x1, label, lane, faint }, in the order of its
// right to be seen; rows[lane] bounds the rows of a lane. It yields for each item its
// row and side (side "" without a label), or bin if it is only counted; and used[lane],
// the number of rows that are needed, the last of which holds bubbles if there are any.
export function pack(items, rows, left, right) {
  const lanes = rows.map(() => ({ rows: [], tries: new Map(), bins: new Map() }));
  const out = new Array(items.length);
  const fit = (lane, max, a, b) => {
    for (let r = 0; r < lane.rows.length; r++) {
      const at = lane.rows[r].place(a - GAP / 2, b + GAP / 2);
      if (at >= 0) { lane.rows[r].take(at, a - GAP / 2, b + GAP / 2); return r; }
    }
    if (lane.rows.length >= max) return -1;
    const row = new Row();
    row.take(0, a - GAP / 2, b + GAP / 2);
    return lane.rows.push(row) - 1;
  };
  const binOf = (it) => Math.floor((Math.max(it.x0, left) + Math.min(it.x1, right)) / 2 / BIN);
  // tries bounds the work: where a stretch is full, what comes later need not ask again.
  const may = (lane, bin, kind) => (lane.tries.get(bin * 2 + kind) || 0) < TRIES * (1 + 3 * kind);
  const failed = (lane, bin, kind) => lane.tries.set(bin * 2 + kind, (lane.tries.get(bin * 2 + kind) || 0) + 1);
  const rest = [];
  items.forEach((it, i) => {
    const lane = lanes[it.lane], bin = binOf(it), max = rows[it.lane];
    if (!it.faint && it.label > 0 && may(lane, bin, 0)) {
      const s = spread(it.x0, it.x1, it.label, left, right);
      if (s) {
        const row = fit(lane, max, s.a, s.b);
        if (row >= 0) { out[i] = { row, side: s.side, room: s.room }; return; }
      }
      failed(lane, bin, 0);
    }
    rest.push(i);
  });
  for (const i of rest) {
    const it = items[i], lane = lanes[it.lane], bin = binOf(it);
    if (may(lane, bin, 1)) {
      const row = fit(lane, rows[it.lane], Math.max(it.x0, left), Math.min(it.x1, right));
      if (row >= 0) { out[i] = { row, side: "" }; continue; }
      failed(lane, bin, 1);
    }
    if (!lane.bins.has(bin)) lane.bins.set(bin, []);
    lane.bins.get(bin).push(i);
    out[i] = { bin };
  }
  return { places: out, bins: lanes.map((l) => l.bins), used: lanes.map((l) => l.rows.length + (l.bins.size ? 1 : 0)) };
}

// share gives each lane its rows: no more than it wants, at least two, and what is left
// over goes to those that want more.
export function share(wants, total) {
  const got = wants.map((w) => Math.min(w, 2));
  let left = total - got.reduce((a, b) => a + b, 0);
  for (let more = true; left > 0 && more;) {
    more = false;
    for (let i = 0; i < wants.length && left > 0; i++) {
      if (got[i] < wants[i]) { got[i]++; left--; more = true; }
    }
  }
  return got;
}
