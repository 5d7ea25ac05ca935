// The curve: the scores that PLOVER gives to types of events, from conflict (-10) to
// cooperation (10), by month or year. A score is of a type and no measure of an event.

import { NONE } from "../data.js";
import { civil, number } from "../days.js";
import { ChartView, MS, dateLabel, passing } from "./view.js";

export class Curve extends ChartView {
  constructor(ctx) { super("curve", ctx); }

  static fits(data) {
    const days = new Set();
    for (let i = 0; i < data.dated; i++) if (data.score[i] !== NONE && data.score[i] !== 0) days.add(data.from[i]);
    return days.size > 2;
  }

  draw() {
    const { data, words } = this;
    const list = passing(this.filter, data, 0, data.dated).filter((i) => data.score[i] !== NONE);
    const span = list.length ? data.from[list.at(-1)] - data.from[list[0]] : 0;
    const unit = span > 12 * 366 ? "year" : span > 500 ? "quarter" : span > 45 ? "month" : "day";
    const months = { year: 12, quarter: 3, month: 1 }[unit];
    const bins = new Map();
    let vague = 0;
    for (const i of list) {
      // What may lie in several bins is in none.
      const of = (d) => { if (unit === "day") return Math.floor(d); const { y, m } = civil(d); return number(y, m - ((m - 1) % months)); };
      const a = of(data.from[i]);
      if (a !== of(data.to[i] - 1)) { vague++; continue; }
      if (!bins.has(a)) bins.set(a, []);
      bins.get(a).push(i);
    }
    this.bins = [...bins].sort((a, b) => a[0] - b[0]);
    const mean = (l) => l.reduce((s, i) => s + data.score[i] / 10, 0) / l.length;
    const sum = (l, sign) => l.reduce((s, i) => s + (Math.sign(data.score[i]) === sign ? data.score[i] / 10 : 0), 0);
    this.set(Math.max(340, Math.min(480, this.height)), (o, c) => {
      const ax = this.axis(c), base = o.series[0];
      o.grid = { left: 56, right: 48, top: 40, bottom: 50 };
      o.xAxis = { type: "time", ...ax, splitLine: { show: false }, axisLabel: { ...ax.axisLabel, formatter: dateLabel(words), lineHeight: 14 }, axisLine: { onZero: true, lineStyle: { color: c.soft } } };
      // Both axes have their zero in the middle.
      const most = Math.max(1, ...this.bins.flatMap(([, l]) => [sum(l, 1), -sum(l, -1)])), step = 10 ** Math.floor(Math.log10(most)), end = Math.ceil(most / step) * step;
      o.yAxis = [
        { type: "value", ...ax, min: -end, max: end, name: words.say("curve.sum"), nameTextStyle: { color: c.soft, align: "left", padding: [0, 0, 4, -46] } },
        { type: "value", ...ax, min: -10, max: 10, splitLine: { show: false }, name: words.say("curve.mean"), nameTextStyle: { color: c.soft, align: "right", padding: [0, -30, 4, 0] } },
      ];
      const at = (d) => (d + (unit === "day" ? 0.5 : unit === "month" ? 15 : unit === "quarter" ? 45 : 182)) * MS;
      o.series = [
        { type: "bar", name: "up", stack: "s", barMaxWidth: 16, itemStyle: { color: c.accent, opacity: 0.75 }, data: this.bins.map(([d, l]) => [at(d), sum(l, 1)]) },
        { type: "bar", name: "down", stack: "s", barMaxWidth: 16, itemStyle: { color: c.warm, opacity: 0.75 }, data: this.bins.map(([d, l]) => [at(d), sum(l, -1)]) },
        { ...base, type: "line", yAxisIndex: 1, symbol: "circle", symbolSize: 5, itemStyle: { color: c.ink }, lineStyle: { color: c.ink, width: 1.6 }, data: this.bins.map(([d, l]) => [at(d), Math.round(mean(l) * 100) / 100]) },
      ];
    });
    this.note.textContent = words.say("curve.note", { unit: words.say("unit." + unit) }) + (vague ? " " + words.count("curve.vague", vague) : "");
    this.box.setAttribute("aria-label", words.say("curve.label", { n: list.length }));
    const end = (d) => { const { y, m } = civil(d); return unit === "day" ? d + 1 : number(y, m + months); };
    this.rows([words.say("column.when"), words.say("column.n"), words.say("curve.mean")], this.bins.map(([d, l]) => ({ cells: [this.name_(d, unit), l.length, mean(l).toFixed(1)], go: () => this.on.range(d, end(d)) })));
    this.unit = unit;
  }

  name_(d, unit) {
    const { y, m, d: day } = civil(d), w = this.words;
    return unit === "year" ? w.year(y) : (unit === "day" ? day + " " : "") + w.month(m) + " " + w.year(y);
  }
  hintText(p) {
    const b = this.bins[p.dataIndex];
    return b ? [this.name_(b[0], this.unit), this.words.count("count.events", b[1].length), ...b[1].slice(0, 4).map((i) => this.data.title[i])] : "";
  }
  clicked(p) { const b = this.bins[p.dataIndex]; if (b) this.on.list(b[1], this.name_(b[0], this.unit)); }
}
