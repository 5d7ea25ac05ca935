// The network: who takes part with whom. Nodes are the actors with the most events; a
// line is as thick as the number of events that both take part in.

import { MUTUAL } from "../data.js";
import { ChartView, passing } from "./view.js";

const NODES = 36;

// pairs counts events and common events of actors.
export function pairs(data, list) {
  const n = new Map(), both = new Map();
  for (const i of list) {
    const as = [...data.actors.get(i)].sort((a, b) => a - b);
    for (let k = 0; k < as.length; k++) {
      n.set(as[k], (n.get(as[k]) || 0) + 1);
      for (let m = k + 1; m < as.length; m++) both.set(as[k] + " " + as[m], (both.get(as[k] + " " + as[m]) || 0) + 1);
    }
  }
  return { n, both };
}

// place lays out nodes by springs, from a circle, always in the same way.
export function place(count, edges, width, height) {
  const p = Array.from({ length: count }, (_, k) => ({ x: Math.cos((2 * Math.PI * k) / count), y: Math.sin((2 * Math.PI * k) / count) }));
  const k = 1.7 / Math.sqrt(Math.max(1, count)), most = Math.max(1, ...edges.map((e) => e.n));
  for (let step = 0, heat = 0.25; step < 260; step++, heat *= 0.985) {
    const f = p.map((q) => ({ x: -q.x * 0.35, y: -q.y * 0.35 }));
    for (let a = 0; a < count; a++) {
      for (let b = a + 1; b < count; b++) {
        const dx = p[a].x - p[b].x, dy = p[a].y - p[b].y, d2 = Math.max(1e-4, dx * dx + dy * dy), push = (k * k) / d2;
        f[a].x += dx * push; f[a].y += dy * push; f[b].x -= dx * push; f[b].y -= dy * push;
      }
    }
    for (const e of edges) {
      const dx = p[e.a].x - p[e.b].x, dy = p[e.a].y - p[e.b].y, d = Math.hypot(dx, dy), pull = (d / k) * (0.4 + 0.6 * Math.sqrt(e.n / most));
      f[e.a].x -= dx * pull; f[e.a].y -= dy * pull; f[e.b].x += dx * pull; f[e.b].y += dy * pull;
    }
    for (let a = 0; a < count; a++) {
      const l = Math.hypot(f[a].x, f[a].y);
      if (l > 0) { p[a].x += (f[a].x / l) * Math.min(l, heat); p[a].y += (f[a].y / l) * Math.min(l, heat); }
    }
  }
  const xs = p.map((q) => q.x), ys = p.map((q) => q.y), fit = (v, vs, size) => ((v - Math.min(...vs)) / Math.max(1e-6, Math.max(...vs) - Math.min(...vs))) * size;
  return p.map((q) => ({ x: count === 1 ? width / 2 : fit(q.x, xs, width), y: count === 1 ? height / 2 : fit(q.y, ys, height) }));
}

export class Network extends ChartView {
  constructor(ctx) { super("network", ctx); }

  static fits(data) {
    for (let i = 0; i < data.n; i++) if (data.actors.get(i).length > 1) return true;
    return false;
  }

  draw() {
    const { data, words } = this, { n, both } = pairs(data, passing(this.filter, data));
    const linked = new Set([...both.keys()].flatMap((k) => k.split(" ").map(Number)));
    const top = [...n].filter(([a]) => linked.has(a)).sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, NODES).map(([a]) => a), at = new Map(top.map((a, k) => [a, k]));
    const edges = [...both].map(([k, c]) => { const [a, b] = k.split(" ").map(Number); return { a: at.get(a), b: at.get(b), n: c, names: [a, b] }; }).filter((e) => e.a !== undefined && e.b !== undefined);
    const height = Math.max(420, Math.min(620, this.height)), width = this.box.clientWidth || 800, spots = place(top.length, edges, width - 220, height - 70);
    const most = Math.max(1, ...top.map((a) => n.get(a))), thick = Math.max(1, ...edges.map((e) => e.n));
    const chosen = new Set(this.state().facets.actor);
    this.set(height, (o, c) => {
      Object.assign(o.series[0], {
        type: "graph", layout: "none", left: 40, right: 150, top: 24, bottom: 24, roam: false, cursor: "pointer",
        data: top.map((a, k) => ({
          id: String(a), name: data.head.actors[a], x: spots[k].x, y: spots[k].y, value: n.get(a), symbolSize: 8 + 30 * Math.sqrt(n.get(a) / most),
          itemStyle: { color: chosen.has(data.head.actors[a]) ? c.accent : c.panel, borderColor: chosen.has(data.head.actors[a]) ? c.accent : c.deep, borderWidth: 1.6 },
          label: { show: true, position: "right", color: c.ink, fontSize: 12, formatter: data.head.actors[a].slice(0, 34).replace(/[{}]/g, "") },
        })),
        links: edges.map((e) => ({ source: String(top[e.a]), target: String(top[e.b]), value: e.n, lineStyle: { width: 0.8 + 6 * (e.n / thick), color: c.deep, opacity: 0.28, curveness: 0.08 } })),
        labelLayout: { hideOverlap: true }, emphasis: { focus: "adjacency", lineStyle: { opacity: 0.7 } },
      });
      delete o.xAxis; delete o.yAxis; delete o.grid;
    });
    this.note.textContent = words.say("network.note") + (n.size > top.length ? " " + words.say("network.more", { n: n.size - top.length }) : "");
    this.box.setAttribute("aria-label", words.say("network.label", { n: top.length, m: edges.length }));
    this.rows([words.say("network.pair"), words.say("column.n")], edges.sort((a, b) => b.n - a.n).map((e) => ({ cells: [e.names.map((a) => data.head.actors[a]).join(" – "), e.n], go: () => this.both(e.names) })));
  }

  both(names) {
    const list = passing(this.filter, this.data).filter((i) => names.every((a) => this.data.actors.get(i).includes(a)));
    this.on.list(list, names.map((a) => this.data.head.actors[a]).join(" – "));
  }

  hintText(p) {
    if (p.dataType === "node") return [p.data.name, this.words.count("count.events", p.data.value)];
    if (p.dataType === "edge") return [this.data.head.actors[p.data.source] + " – " + this.data.head.actors[p.data.target], this.words.count("count.events", p.data.value)];
    return "";
  }
  clicked(p) {
    if (p.dataType === "node") this.on.toggle("actor", p.data.name);
    if (p.dataType === "edge") this.both([Number(p.data.source), Number(p.data.target)]);
  }
}

// Flow shows who does it to whom, from left to right.
export class Flow extends ChartView {
  constructor(ctx) { super("flow", ctx); }

  static fits(data) {
    for (let i = 0; i < data.n; i++) if (data.source.get(i).length && data.target.get(i).length) return true;
    return false;
  }

  draw() {
    const { data, words } = this, n = new Map(), all = passing(this.filter, data);
    const add = (a, b, i) => {
      if (a === b) return;
      const k = a + " " + b;
      if (!n.has(k)) n.set(k, { a, b, events: [] });
      n.get(k).events.push(i);
    };
    for (const i of all) {
      for (const a of data.source.get(i)) {
        for (const b of data.target.get(i)) {
          add(a, b, i);
          if (data.flags[i] & MUTUAL) add(b, a, i);
        }
      }
    }
    const flows = [...n.values()].sort((x, y) => y.events.length - x.events.length || x.a - y.a || x.b - y.b), shown = flows.slice(0, 40);
    this.flows = shown;
    const sides = new Set(shown.flatMap((f) => ["s" + f.a, "t" + f.b]));
    const rows = Math.max([...sides].filter((s) => s[0] === "s").length, [...sides].filter((s) => s[0] === "t").length);
    this.set(Math.max(240, Math.min(720, rows * 34 + 40)), (o, c) => {
      Object.assign(o.series[0], {
        type: "sankey", left: 12, right: 12, top: 12, bottom: 12, nodeWidth: 9, nodeGap: 12, draggable: false, nodeAlign: "justify", layoutIterations: 32,
        data: [...sides].map((s) => ({ name: s, itemStyle: { color: s[0] === "s" ? c.accent : c.deep }, label: { show: true, color: c.ink, fontSize: 12.5, position: s[0] === "s" ? "right" : "left", formatter: data.head.actors[Number(s.slice(1))].slice(0, 34).replace(/[{}]/g, "") } })),
        links: shown.map((f) => ({ source: "s" + f.a, target: "t" + f.b, value: f.events.length })),
        lineStyle: { color: c.deep, opacity: 0.16, curveness: 0.5 }, emphasis: { focus: "adjacency", lineStyle: { opacity: 0.4, color: c.accent } },
      });
      delete o.xAxis; delete o.yAxis; delete o.grid;
    });
    this.note.textContent = words.say("flow.note") + (flows.length > shown.length ? " " + words.say("flow.more", { n: flows.length - shown.length }) : "");
    this.box.setAttribute("aria-label", words.say("flow.label", { n: shown.length }));
    this.rows([words.say("flow.from"), words.say("flow.to"), words.say("column.n")], flows.map((f) => ({ cells: [data.head.actors[f.a], data.head.actors[f.b], f.events.length], go: () => this.open(f) })));
  }

  open(f) { this.on.list(f.events, this.data.head.actors[f.a] + " → " + this.data.head.actors[f.b]); }
  of(p) { return p.dataType === "edge" ? this.flows.find((f) => "s" + f.a === p.data.source && "t" + f.b === p.data.target) : null; }
  hintText(p) {
    const f = this.of(p);
    if (f) return [this.data.head.actors[f.a] + " → " + this.data.head.actors[f.b], this.words.count("count.events", f.events.length)];
    return p.dataType === "node" ? [this.data.head.actors[Number(p.name.slice(1))], this.words.count("count.events", p.value)] : "";
  }
  clicked(p) {
    const f = this.of(p);
    if (f) this.open(f);
    else if (p.dataType === "node") this.on.toggle("actor", this.data.head.actors[Number(p.name.slice(1))]);
  }
}
