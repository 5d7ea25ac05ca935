// What the views beside the timeline share: a chart from its skeleton, a hint below a
// pointer, and the same figures as a table for those who do not see or point.

import { colours, skeleton, start } from "../charts.js";
import { fill, h } from "../dom.js";

export class ChartView {
  // name is that of the option's skeleton and of the words.
  constructor(name, ctx) {
    Object.assign(this, ctx, { name });
    this.box = h("div", { class: "chart c-" + name, role: "img" });
    this.note = h("p", { class: "note" });
    this.figures = h("details", { class: "figures" });
    this.hint = h("div", { class: "hint", hidden: true });
  }

  mount(host) { fill(host, h("h2", { class: "hide" }, this.words.say("view." + this.name)), h("div", { class: "chart-wrap" }, this.box, this.hint), this.note, this.figures); }

  unmount() {
    if (this.chart) this.chart.dispose();
    this.chart = null;
  }

  // set draws an option: build takes the skeleton and the colours and fills it.
  set(height, build, own = {}) {
    const c = colours();
    this.box.style.height = height + "px";
    if (!this.chart) {
      this.chart = start(this.box);
      this.chart.on("mousemove", (p) => this.tell(p));
      this.chart.on("mouseout", () => { this.hint.hidden = true; });
      this.chart.on("click", (p) => this.clicked(p));
    }
    this.chart.resize();
    const o = skeleton(this.name, own);
    o.textStyle = { fontFamily: c.font, color: c.ink };
    delete o.tooltip;
    build(o, c);
    this.chart.setOption(o, { notMerge: true });
    this.box.dataset.ready = "true";
  }

  tell(p) {
    const s = this.hintText(p);
    if (!s) { this.hint.hidden = true; return; }
    showHint(this.hint, s, p.event.offsetX, p.event.offsetY, this.box.clientWidth);
  }

  hintText() { return ""; }
  clicked() {}

  // rows fills the table of figures: each row is cells, the first with what a press does.
  rows(heads, rows) {
    fill(this.figures, h("summary", {}, this.words.say("view.figures")),
      h("table", { class: "plain" }, h("thead", {}, h("tr", {}, heads.map((s) => h("th", { scope: "col" }, s)))),
        h("tbody", {}, rows.slice(0, 200).map(({ cells, go }) => h("tr", {}, cells.map((s, k) => h("td", {}, k === 0 && go ? h("button", { type: "button", class: "open", onclick: go }, s) : s)))))));
    this.figures.hidden = rows.length === 0;
  }

  axis(c) {
    return { axisLabel: { color: c.soft, fontSize: 12, hideOverlap: true }, axisLine: { lineStyle: { color: c.line } }, axisTick: { lineStyle: { color: c.line } }, splitLine: { show: true, lineStyle: { color: c.faint } }, nameTextStyle: { color: c.soft, fontSize: 12 } };
  }
}

export function showHint(el, lines, x, y, width) {
  fill(el, [].concat(lines).map((s, k) => h(k ? "small" : "b", {}, s)));
  el.hidden = false;
  const w = el.offsetWidth;
  el.style.left = Math.max(4, Math.min(x + 14, width - w - 4)) + "px";
  el.style.top = y + 18 + "px";
}

// passing are the events that are let through.
export function passing(filter, data, from = 0, to = data.n) {
  const out = [];
  for (let i = from; i < to; i++) if (filter.passes(i)) out.push(i);
  return out;
}

export const MS = 86400000;

// dateLabel writes a time axis' label with its year.
export const dateLabel = (words) => (ms) => {
  const d = new Date(ms), y = words.year(d.getUTCFullYear()), m = d.getUTCMonth() + 1, day = d.getUTCDate();
  if (m === 1 && day === 1) return y;
  return (day === 1 ? "" : day + " ") + words.shortMonth(m) + "\n" + y;
};
