// Two clocks: when it happened across, when it was reported up. On the line both are one
// day; left above it is told late, right below it is announced.

import { ChartView, MS, dateLabel, passing } from "./view.js";

const MOST = 6000;

export class Clocks extends ChartView {
  constructor(ctx) { super("clocks", ctx); }

  static fits(data) { return data.dated > 0 && new Set(data.head.sources.filter((s) => s.f !== null).map((s) => s.f)).size > 1; }

  draw() {
    const { data, words } = this, points = [];
    const lags = new Map();
    for (const i of passing(this.filter, data, 0, data.dated)) {
      for (const s of data.sources.get(i)) {
        const src = data.head.sources[s];
        if (src.f === null) continue;
        const x = (data.from[i] + data.to[i]) / 2, y = (src.f + src.u) / 2;
        points.push([x * MS, y * MS, i, s, data.from[i] * MS, data.to[i] * MS]);
        const o = data.outlet(s);
        if (!lags.has(o)) lags.set(o, []);
        lags.get(o).push(data.to[i] <= src.f ? src.f - data.to[i] + 1 : data.from[i] >= src.u ? src.u - data.from[i] - 1 : 0);
      }
    }
    const shown = points.slice(0, MOST);
    const min = Math.min(...shown.map((p) => p[1])), max = Math.max(...shown.map((p) => p[1]));
    this.set(Math.max(380, Math.min(560, this.height)), (o, c) => {
      const label = { ...this.axis(c), axisLabel: { ...this.axis(c).axisLabel, formatter: dateLabel(words), lineHeight: 14 } };
      o.grid = { left: 76, right: 24, top: 34, bottom: 56 };
      o.xAxis = { type: "time", ...label, name: words.say("clocks.x"), nameLocation: "middle", nameGap: 36 };
      o.yAxis = { type: "time", boundaryGap: ["4%", "6%"], ...label, name: words.say("clocks.y"), nameLocation: "end", nameTextStyle: { color: c.soft, align: "left", padding: [0, 0, 0, -64] } };
      const base = o.series[0];
      o.series = [
        { ...base, type: "scatter", data: shown, symbolSize: 9, large: shown.length > 3000, itemStyle: { color: c.deep, opacity: 0.62 }, emphasis: { itemStyle: { color: c.accent, opacity: 1 } } },
        { type: "line", silent: true, symbol: "none", data: [[min, min], [max, max]], lineStyle: { color: c.accent, type: [5, 4], width: 1.5 }, z: 1 },
      ];
      if (shown.length <= 1500) {
        o.series.push({ type: "custom", silent: true, z: 1, data: shown.filter((p) => p[5] - p[4] > MS).map((p) => [p[4], p[1], p[5]]), encode: { x: [0, 2], y: 1 },
          renderItem: (params, api) => {
            const a = api.coord([api.value(0), api.value(1)]), b = api.coord([api.value(2), api.value(1)]), g = params.coordSys;
            const x1 = Math.max(a[0], g.x), x2 = Math.min(b[0], g.x + g.width);
            return x2 > x1 ? { type: "line", shape: { x1, y1: a[1], x2, y2: a[1] }, style: { stroke: c.deep, lineWidth: 2, opacity: 0.3 } } : null;
          } });
      }
    });
    this.points = shown;
    this.note.textContent = words.say("clocks.note") + (points.length > shown.length ? " " + words.say("list.more", { n: points.length - shown.length }) : "");
    this.box.setAttribute("aria-label", words.say("clocks.label", { n: points.length }));
    const median = (l) => l.sort((a, b) => a - b)[l.length >> 1];
    this.rows([words.say("facet.outlet"), words.say("column.n"), words.say("clocks.before"), words.say("clocks.same"), words.say("clocks.after"), words.say("clocks.median")],
      [...lags].sort((a, b) => b[1].length - a[1].length).map(([o, l]) => ({
        cells: [o, l.length, l.filter((d) => d < 0).length, l.filter((d) => d === 0).length, l.filter((d) => d > 0).length, words.count("length.days", median(l))], go: () => this.on.choose("outlet", [o]),
      })));
  }

  hintText(p) {
    const [, , i, s] = p.value || [];
    return i === undefined || p.seriesIndex ? "" : [this.data.title[i], this.data.whenWords(i), this.data.outlet(s) + ", " + this.data.head.sources[s].d];
  }
  clicked(p) { if (p.seriesIndex === 0 && p.value) this.on.open(p.value[2]); }
}
