// The timeline: lanes, rows, labels, bubbles, axis and marks, drawn for a window of days.
// What is laid out is drawn by one custom series of ECharts, whose items are groups made
// here; only what can be seen is handed over.

import { APPROXIMATE, UNCERTAIN, DAY } from "./data.js";
import { colours, cut, skeleton, start, width } from "./charts.js";
import { BIN, GAP, MARK, pack, share } from "./pack.js";
import { Scale, Window, findBreaks } from "./scale.js";
import { ticks } from "./ticks.js";
import { bar, bubble, faded, group, line, sign, text } from "./shapes.js";

const AXIS = 46, FOOT = 22, MAX_LANES = 14;
const SIZES = { roomy: { row: 27, bar: 11, thin: 6, font: 13 }, dense: { row: 20, bar: 9, thin: 4, font: 12 } };

// scaleOf is the axis of all dated events, publications and the as-of day.
export function scaleOf(data) {
  const spans = [];
  for (let i = 0; i < data.dated; i++) spans.push([data.from[i], data.to[i]]);
  for (const s of data.head.sources) if (s.f !== null) spans.push([s.f, s.u]);
  for (const g of data.head.ghosts) spans.push([g.f, g.u]);
  if (data.head.asOf !== null) spans.push([data.head.asOf, data.head.asOf + 1]);
  spans.sort((a, b) => a[0] - b[0]);
  return new Scale(data.min, data.max, findBreaks(spans));
}

// lanesOf are the lanes of a kind in their order: { name, key }, and the lanes of each event.
export function lanesOf(data, filter, state, words) {
  const { head } = data;
  const kinds = {
    none: null,
    status: { names: head.statuses, of: (i) => [data.status[i]], say: (s) => words.say("status." + s), fixed: true },
    type: { names: head.types, of: (i) => [data.type[i]], say: (s) => words.type(s) },
    actor: { names: head.actors, of: (i) => data.actors.get(i), none: words.say("lane.noactor") },
    place: { names: head.places.map((p) => p.n), of: (i) => data.places.get(i), none: words.say("lane.noplace") },
    outlet: { names: head.sources.map((_, s) => data.outlet(s)), of: (i) => data.sources.get(i) },
  };
  const kind = kinds[state.lanes];
  if (!kind) return { lanes: [{ name: "" }], of: () => [0] };
  // Values of one name share a lane.
  const byName = new Map(), lanes = [], at = new Int32Array(kind.names.length + 1).fill(-1);
  const lane = (name) => {
    if (!byName.has(name)) {
      byName.set(name, lanes.length);
      lanes.push({ name, count: 0, first: Infinity });
    }
    return byName.get(name);
  };
  kind.names.forEach((n, k) => { at[k] = lane(kind.say ? kind.say(n) : n); });
  const rest = kind.names.length;
  at[rest] = lane(kind.none || "—");
  const of = (i) => {
    const ks = kind.of(i);
    return ks.length ? ks : [rest];
  };
  for (let i = 0; i < data.dated; i++) {
    if (!filter.shown(i)) continue;
    let mine = true;
    for (const k of of(i)) {
      const l = lanes[at[k]];
      if (mine) l.count++;
      mine = false;
      l.first = Math.min(l.first, data.from[i]);
    }
  }
  const nobody = lanes[at[rest]];
  const live = lanes.filter((l) => l.count > 0);
  const chosen = new Set(state.facets[state.lanes] || []);
  live.sort((a, b) => (a === nobody) - (b === nobody) || chosen.has(b.name) - chosen.has(a.name)
    || (kind.fixed && state.order === "count" ? lanes.indexOf(a) - lanes.indexOf(b) : 0)
    || (state.order === "name" ? a.name.localeCompare(b.name) : state.order === "first" ? a.first - b.first : b.count - a.count)
    || (a.name < b.name ? -1 : 1));
  let list = live;
  if (live.length > MAX_LANES) {
    list = live.filter((l) => l !== nobody).slice(0, MAX_LANES - 1);
    const others = live.filter((l) => !list.includes(l));
    list.push({ name: words.say("lane.others", { n: others.length }), count: others.reduce((n, l) => n + l.count, 0), others: true });
    for (const l of others) l.to = list.length - 1;
  }
  list.forEach((l, k) => { if (!l.others) l.to = k; });
  return { lanes: list, of: (i) => [...new Set(Array.from(of(i), (k) => lanes[at[k]].to ?? -1).filter((k) => k >= 0))] };
}

export class Timeline {
  constructor(el, data, filter, words, on) {
    Object.assign(this, { el, data, filter, words, on });
    this.scale = scaleOf(data);
    this.chart = null;
    this.marks = [];
    this.current = -1;
    this.picked = -1;
    this.dense = data.dated > 400;
  }

  // window is the part of the scale that a state shows.
  window(state, left, right) {
    const { scale } = this;
    let u0 = scale.min, u1 = scale.max;
    if (state.from !== null) [u0, u1] = [scale.unit(state.from), scale.unit(state.to)];
    return new Window(scale, u0, u1, left, right);
  }

  // layout computes what is to be drawn on some pixels, without drawing: for the page,
  // and for export.
  layout(state, total, c, opts = {}) {
    const { data, filter, words } = this, size = SIZES[this.dense ? "dense" : "roomy"];
    const font = size.font + "px " + c.font, bold = "600 " + (size.font - 0.5) + "px " + c.font;
    const { lanes, of } = lanesOf(data, filter, state, words);
    const gutter = state.lanes === "none" ? 10 : Math.min(196, Math.max(80, ...lanes.map((l) => width(l.name, bold) + 26)));
    const left = gutter + 6, right = total - 10, win = this.window(state, left, right);
    this.win = win;
    const items = [], many = data.dated > 1000;
    for (const i of data.byWeight) {
      if (!filter.shown(i)) continue;
      let x0 = win.x(data.from[i]), x1 = win.x(data.to[i]);
      if (data.shape[i] === DAY) {
        const m = (x0 + x1) / 2;
        if (m < left || m > right) continue;
        x0 = m - MARK;
        x1 = m + MARK;
      } else if (x1 < x0 + 10) x1 = x0 + 10;
      if (x1 <= left + 0.5 || x0 >= right - 0.5) continue;
      of(i).forEach((lane, k) => {
        if (k > 0 && many) return;
        items.push({ i, x0, x1, lane, label: -1, faint: k > 0 });
      });
    }
    // Measuring is dear: only what may get a label is measured.
    const most = data.dated < 80 ? 520 : 330;
    const plenty = Math.min(items.length, 1500);
    for (let k = 0; k < plenty; k++) if (!items[k].faint) items[k].label = Math.min(most, width(this.labelOf(items[k].i), font) + 2) + (data.shape[items[k].i] === DAY ? 0 : 17);
    const budget = opts.rows || Math.max(8, Math.floor((opts.height || 620) / size.row));
    const wanted = pack(items, lanes.map(() => (items.length < 120 ? 60 : budget)), left, right).used;
    const rows = share(wanted.map((w) => Math.max(1, w)), Math.max(budget, items.length < 120 ? 44 : 0));
    // The last row of a full lane is for its bubbles.
    const packed = pack(items, rows.map((r, k) => (wanted[k] > r ? Math.max(1, r - 1) : r)), left, right);
    let y = AXIS;
    for (const [k, l] of lanes.entries()) {
      l.y = y;
      l.rows = Math.max(1, packed.used[k]);
      l.height = l.rows * size.row + 10;
      y += l.height;
    }
    const bottom = Math.max(y, AXIS + 60), foot = FOOT + (win.scale.breaks.length ? 16 : 0);
    return { items, lanes, packed, win, size, font, bold, left, right, total, height: bottom + foot, bottom };
  }

  labelOf(i) {
    const f = this.data.flags[i];
    return (f & APPROXIMATE ? "~ " : "") + this.data.title[i] + (f & UNCERTAIN ? " ?" : "");
  }

  // scene makes the elements: a ground, then one group for each mark. marks tells what
  // they stand for, in the order of time.
  scene(L, c) {
    const ground = this.ground(L, c), marks = [];
    for (const [k, it] of L.items.entries()) {
      const p = L.packed.places[k];
      if (p.bin === undefined) marks.push(this.mark(it, p, L, c));
    }
    L.packed.bins.forEach((bins, lane) => {
      for (const [bin, list] of bins) {
        const it = L.items[list[0]];
        // One alone in the row of bubbles is drawn as itself, if it is small.
        if (list.length === 1 && it.x1 - it.x0 <= 24) marks.push(this.mark(it, { row: L.lanes[lane].rows - 1, side: "" }, L, c));
        else marks.push(this.crowd(bin, list, lane, L, c));
      }
    });
    marks.sort((a, b) => a.at - b.at || a.y - b.y || a.first - b.first);
    return { ground, marks };
  }

  mark(it, place, L, c) {
    const { data, words } = this, { i } = it, { size } = L;
    const status = data.head.statuses[data.status[i]], colour = c.status[status] || c.deep, lane = L.lanes[it.lane];
    const y = lane.y + 6 + place.row * size.row + size.row / 2, day = data.shape[i] === DAY;
    const a = Math.max(it.x0, L.left), b = Math.min(it.x1, L.right), edge = { left: L.left, right: L.right };
    const children = [];
    let lo = a, hi = b;
    if (day) children.push(sign(status, (it.x0 + it.x1) / 2, y, colour));
    else if (place.side === "on") children.push(...bar(data.shape[i], status, data.flags[i], it.x0, it.x1, y + size.row / 2 - size.thin / 2 - 1.5, size.thin, colour, edge));
    else children.push(...bar(data.shape[i], status, data.flags[i], it.x0, it.x1, y, size.bar, colour, edge));
    if (place.side) {
      const lead = day ? 0 : 17, room = place.room - lead, s = cut(this.labelOf(i), room, L.font);
      let x;
      if (place.side === "on") x = a + 2;
      else if (place.side === "right") x = b + GAP;
      else x = a - GAP - lead - width(s, L.font);
      const ty = place.side === "on" ? y - 4 : y;
      // The sign stands between the bar and its label.
      const before = place.side === "left" ? 0 : lead;
      if (lead) children.push(sign(status, before ? x + 6 : x + width(s, L.font) + 10, ty, colour, 0.86));
      children.push(text(s, x + before, ty + 0.5, status === "denied" || status === "cancelled" ? c.soft : c.ink, L.font));
      lo = Math.min(lo, x);
      hi = Math.max(hi, x + lead + width(s, L.font));
    }
    const ring = { x: lo - 4, y: y - size.row / 2 + 1.5, width: hi - lo + 8, height: size.row - 3, r: 5 };
    const hot = i === this.picked;
    children.unshift({ type: "rect", shape: ring, style: { fill: hot ? c.wash : "rgba(0,0,0,0)", stroke: hot ? c.accent : "none", lineWidth: 1.5 } });
    return {
      at: data.from[i], y, x: (a + b) / 2, first: i, events: [i], ring, faint: it.faint,
      say: [data.title[i], data.whenWords(i), words.say("status." + status)].join(", "),
      group: group(it.faint ? faded(children, 0.42) : children),
    };
  }

  crowd(bin, list, laneNumber, L, c) {
    const { data, words } = this, lane = L.lanes[laneNumber], events = list.map((k) => L.items[k].i);
    const x = Math.min(L.right - 14, Math.max(L.left + 14, bin * BIN + BIN / 2)), y = lane.y + 6 + (lane.rows - 0.5) * L.size.row;
    let first = Infinity, last = -Infinity;
    for (const i of events) { first = Math.min(first, data.from[i]); last = Math.max(last, data.to[i]); }
    const r = L.size.row / 2;
    return {
      at: first, x, y, first: events[0], events, from: first, to: last, crowd: true,
      ring: { x: x - r - 4, y: y - r + 1, width: 2 * r + 8, height: 2 * r - 2, r },
      say: words.count("crowd", events.length),
      group: group(bubble(events.length, x, y, c.deep, "600 " + (L.size.font - 1.5) + "px " + c.font)),
    };
  }

  // ground is axis, lanes, as-of line, the time to come, publications and breaks.
  ground(L, c) {
    const { data, words } = this, { win, left, right, bottom } = L, g = [];
    const inside = (x) => x >= left - 0.5 && x <= right + 0.5;
    const small = "12px " + c.font, strong = "600 12.5px " + c.font;
    const asOf = data.head.asOf;
    if (asOf !== null) {
      const x = Math.max(left, win.x(asOf + 1));
      if (x < right) g.push({ type: "rect", shape: { x, y: AXIS, width: right - x, height: bottom - AXIS }, style: { fill: c.wash } });
    }
    const { lower, upper } = ticks(win, words);
    for (const t of lower) {
      const x = win.x(t.from), z = Math.min(win.x(t.to), right);
      if (t.whole && inside(x)) g.push(line(Math.round(x) + 0.5, AXIS, Math.round(x) + 0.5, bottom, c.faint));
      const a = Math.max(x, left);
      if (z - a >= width(t.text, small) + 7) g.push(text(t.text, a + 5, upper.length ? 33 : 26, c.soft, small));
    }
    for (const t of upper) {
      const x = win.x(t.from), z = Math.min(win.x(t.to), right), a = Math.max(x, left);
      if (t.whole && inside(x)) g.push(line(Math.round(x) + 0.5, 4, Math.round(x) + 0.5, bottom, c.line));
      const s = z - a >= width(t.text, strong) + 9 ? t.text : z - a >= width(t.short, strong) + 7 ? t.short : "";
      // A break makes the year hard to guess: it is told on both sides.
      if (s) g.push(text(s, a + 5, 14, c.ink, strong));
    }
    g.push(line(left, AXIS - 0.5, right, AXIS - 0.5, c.line));
    L.lanes.forEach((l, k) => {
      if (k > 0) g.push(line(0, Math.round(l.y) + 0.5, right, Math.round(l.y) + 0.5, c.faint));
      if (l.name) g.push(text(cut(l.name, left - 18, L.bold), left - 12, l.y + 6 + L.size.row / 2, l.others ? c.soft : c.ink, L.bold, "right"));
    });
    if (left > 40) g.push(line(left - 0.5, AXIS, left - 0.5, bottom, c.line));
    for (const b of win.scale.breaks) this.zigzag(g, b, L, c, inside);
    const seen = new Set();
    for (const s of data.head.sources) {
      if (s.f === null) continue;
      const x = Math.round(win.x((s.f + s.u) / 2));
      if (!inside(x) || seen.has(x)) continue;
      seen.add(x);
      g.push({ type: "polygon", shape: { points: [[x - 3.5, bottom + 8], [x + 3.5, bottom + 8], [x, bottom + 1]] }, style: { fill: c.soft } });
    }
    g.push(line(left, bottom + 0.5, right, bottom + 0.5, c.line));
    if (asOf !== null) this.asOfLine(g, L, c, inside);
    return group(g, { silent: true });
  }

  zigzag(g, b, L, c, inside) {
    const x = (L.win.x(b.from) + L.win.x(b.to)) / 2, { bottom } = L;
    if (!inside(x)) return;
    const w = Math.max(8, L.win.x(b.to) - L.win.x(b.from));
    g.push({ type: "rect", shape: { x: x - w / 2, y: 0, width: w, height: bottom }, style: { fill: c.panel } });
    for (const dx of [-w / 2, w / 2]) {
      const points = [];
      for (let y = 4, k = 0; y <= bottom; y += 7, k++) points.push([x + dx + (k % 2 ? 2.5 : -2.5), y]);
      g.push({ type: "polyline", shape: { points }, style: { stroke: c.line, fill: "none", lineWidth: 1.2 } });
    }
    const font = "italic 12px " + c.font, s = this.words.say("axis.break", { length: this.length(b.to - b.from) }), half = width(s, font) / 2;
    g.push(text(s, Math.max(L.left + half, Math.min(L.right - half, x)), bottom + 13, c.soft, font, "center"));
  }

  // length is a number of days in round words.
  length(days) {
    if (days > 700) return this.words.count("length.years", Math.round(days / 365.25));
    if (days > 59) return this.words.count("length.months", Math.round(days / 30.44));
    return this.words.count("length.days", Math.round(days));
  }

  asOfLine(g, L, c, inside) {
    const x = Math.round(L.win.x(this.data.head.asOf + 0.5)) + 0.5;
    if (!inside(x)) return;
    const s = this.words.say("axis.asof", { date: this.data.head.asOfText }), font = "600 11.5px " + c.font, w = width(s, font);
    const y = L.bottom + 12 + (L.win.scale.breaks.length ? 16 : 0);
    g.push({ type: "line", shape: { x1: x, y1: AXIS - 6, x2: x, y2: L.bottom }, style: { stroke: c.accent, lineWidth: 1.5, lineDash: [4, 3] } });
    const flip = x + w + 8 > L.right;
    g.push(text(s, flip ? x - 6 : x + 6, y, c.accent, font, flip ? "right" : "left"));
    g.push({ type: "line", shape: { x1: x, y1: L.bottom, x2: x, y2: y + 5 }, style: { stroke: c.accent, lineWidth: 1.5 } });
  }

  // draw lays out anew and draws.
  draw(state) { this.show(this.prepare(state)); }

  // prepare and show are the two halves of draw, for those who may pause between them.
  prepare(state) {
    const total = this.data.dated ? this.el.clientWidth : 0;
    return total ? this.layout(state, total, colours(), { height: this.height }) : null;
  }

  show(L) {
    if (!L) return;
    const c = colours(), { total } = L;
    this.L = L;
    const { ground, marks } = this.scene(L, c);
    this.marks = marks;
    if (this.el.clientHeight !== L.height || !this.chart) {
      this.el.style.height = L.height + "px";
      if (this.chart) this.chart.resize();
    }
    if (!this.chart) this.open();
    if (this.chart.getWidth() !== total) this.chart.resize();
    this.groups = [ground, ...marks.map((m) => m.group), ...this.ghosts(L, c)];
    this.chart.setOption({ series: [{ id: "events", data: this.groups.map((_, k) => [k]) }] });
    this.chart.getZr().setCursorStyle("default");
    this.el.dataset.ready = "true";
    this.el.dataset.marks = marks.length;
  }

  // ghosts are where events stood in the edition before.
  ghosts(L, c) {
    const { data } = this, out = [];
    for (const g of data.head.ghosts) {
      const x0 = L.win.x(g.f), x1 = Math.max(L.win.x(g.u), x0 + 8), m = g.i < 0 ? null : this.marks.find((k) => k.first === g.i && !k.crowd && !k.faint);
      if (x1 < L.left || x0 > L.right || (g.i >= 0 && !m)) continue;
      const y = m ? m.y : L.bottom - 8, a = Math.max(x0, L.left), b = Math.min(x1, L.right);
      const children = [{ type: "rect", shape: { x: a, y: y - 5, width: b - a, height: 10, r: 3 }, style: { fill: "none", stroke: c.soft, lineWidth: 1.2, lineDash: [2, 2] } }];
      if (m) {
        const from = (a + b) / 2, dir = Math.sign(m.x - from);
        if (Math.abs(m.x - from) > 20) children.push(line(dir > 0 ? b : a, y, m.x - dir * 9, y, c.soft, 1));
      } else children.push(line(a - 2, y, b + 2, y, c.soft, 1.2));
      out.push(group(children, { silent: true }));
    }
    return out;
  }

  open() {
    this.chart = start(this.el);
    const o = skeleton("timeline", { "fn:scene": (params) => this.groups[params.dataIndex] });
    Object.assign(o.series[0], { id: "events", clip: false, data: [] });
    this.groups = [];
    this.chart.setOption(o);
    const mark = (p) => this.marks[p.dataIndex - 1];
    this.chart.on("click", (p) => { const m = mark(p); if (m) this.on.open(m); });
    this.chart.on("mousemove", (p) => { const m = mark(p); if (m) this.on.hover(m, p.event.offsetX, p.event.offsetY); });
    this.chart.on("mouseout", () => this.on.hover(null));
  }

  // spot is where an event's mark stands on the screen, for tests and for hints.
  spot(i) {
    const m = this.marks.find((k) => !k.faint && k.events.includes(i));
    if (!m) return null;
    const box = this.el.getBoundingClientRect();
    return [box.left + m.x, box.top + m.y];
  }
}
