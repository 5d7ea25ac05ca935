// The calendar: how many events fall on which day. What is not dated to the day is not
// in it, and the note says how much that is.

import { civil, iso } from "../days.js";
import { ChartView, passing } from "./view.js";

const YEARS = 8, ROW = 148;

export class Calendar extends ChartView {
  constructor(ctx) { super("calendar", ctx); }

  static fits(data) {
    for (let i = 0; i < data.dated; i++) if (data.to[i] - data.from[i] <= 1) return true;
    return false;
  }

  draw() {
    const { data, words } = this, days = new Map();
    let vague = 0;
    for (const i of passing(this.filter, data, 0, data.dated)) {
      if (data.to[i] - data.from[i] > 1) { vague++; continue; }
      if (!days.has(data.from[i])) days.set(data.from[i], []);
      days.get(data.from[i]).push(i);
    }
    this.days = days;
    const years = [...new Set([...days.keys()].map((d) => civil(d).y))].filter((y) => y >= 1 && y <= 9999).sort((a, b) => b - a);
    const shown = years.slice(0, YEARS);
    let max = 1;
    for (const l of days.values()) max = Math.max(max, l.length);
    this.set(Math.max(1, shown.length) * ROW + 10, (o, c) => {
      const pad = (y) => String(y).padStart(4, "0");
      const names = Array.from({ length: 12 }, (_, k) => words.shortMonth(k + 1)), week = Array.from({ length: 7 }, (_, k) => words.weekday(k).slice(0, 2));
      o.calendar = shown.map((y, k) => ({
        top: k * ROW + 26, left: 64, right: 10, height: 7 * 15, cellSize: ["auto", 15], range: pad(y), orient: "horizontal",
        itemStyle: { color: "transparent", borderColor: c.faint, borderWidth: 1 }, splitLine: { lineStyle: { color: c.line, width: 1 } },
        yearLabel: { show: true, color: c.ink, fontSize: 14, fontWeight: 600, margin: 38 }, monthLabel: { color: c.soft, nameMap: names, fontSize: 12 }, dayLabel: { color: c.soft, nameMap: week, firstDay: 1, fontSize: 10 },
      }));
      o.visualMap = { type: "continuous", show: false, min: 1, max: Math.max(2, max), inRange: { color: [c.accent], opacity: [0.4, 1] } };
      const base = o.series[0];
      o.series = shown.map((y, k) => ({ ...base, type: "heatmap", coordinateSystem: "calendar", calendarIndex: k, data: [...days].filter(([d]) => civil(d).y === y).map(([d, l]) => [iso(d), l.length, d]) }));
      delete o.xAxis; delete o.yAxis; delete o.grid;
    });
    const notes = [];
    if (vague) notes.push(words.count("calendar.vague", vague));
    if (years.length > shown.length) notes.push(words.say("calendar.years", { n: years.length - shown.length }));
    this.note.textContent = notes.join(" ");
    const total = [...days.values()].reduce((n, l) => n + l.length, 0);
    this.box.setAttribute("aria-label", words.say("calendar.label", { n: total, days: days.size }));
    const busiest = [...days].sort((a, b) => b[1].length - a[1].length || a[0] - b[0]);
    this.rows([words.say("column.when"), words.say("column.n")], busiest.map(([d, l]) => ({ cells: [iso(d), l.length], go: () => this.on.range(d, d + 1) })));
  }

  hintText(p) {
    const l = p.value && this.days.get(p.value[2]);
    return l ? [p.value[0], ...l.slice(0, 5).map((i) => this.data.title[i]), l.length > 5 ? "+ " + (l.length - 5) : ""].filter(Boolean) : "";
  }

  clicked(p) {
    const l = p.value && this.days.get(p.value[2]);
    if (!l) return;
    if (l.length === 1) this.on.open(l[0]); else this.on.list(l, p.value[0]);
  }
}
