// The map: outlines of countries from the page itself, a circle for each place that has
// coordinates, as large as its number of events.

import { $ } from "../dom.js";
import { geojson } from "../topo.js";
import { ChartView, passing } from "./view.js";

export class WorldMap extends ChartView {
  constructor(ctx) { super("map", ctx); }

  static fits(data) { return Boolean($("world")) && data.head.places.some((p) => p.at); }

  draw() {
    const { data, words } = this, at = new Map();
    let without = 0;
    for (const i of passing(this.filter, data)) {
      let found = false;
      for (const k of data.places.get(i)) {
        const p = data.head.places[k];
        if (!p.at) continue;
        found = true;
        const key = p.at.join(" ");
        if (!at.has(key)) at.set(key, { name: p.n, at: p.at, events: [] });
        at.get(key).events.push(i);
      }
      if (!found) without++;
    }
    this.spots = [...at.values()].sort((a, b) => b.events.length - a.events.length || (a.name < b.name ? -1 : 1));
    if (!WorldMap.ready) {
      echarts.registerMap("world", geojson(JSON.parse($("world").textContent), "countries"));
      WorldMap.ready = true;
    }
    const most = Math.max(1, ...this.spots.map((s) => s.events.length)), view = bounds(this.spots.map((s) => s.at));
    const chosen = new Set(this.state().facets.place);
    this.set(Math.max(420, Math.min(600, this.height)), (o, c) => {
      o.geo = { map: "world", roam: true, scaleLimit: { min: 1, max: 60 }, ...view, silent: true, itemStyle: { areaColor: c.faint, borderColor: c.line, borderWidth: 0.8 }, emphasis: { disabled: true }, left: 0, right: 0, top: 0, bottom: 0 };
      const base = o.series[0];
      o.series = [{ ...base, type: "scatter", coordinateSystem: "geo", data: this.spots.map((s) => ({ name: s.name, value: [s.at[1], s.at[0], s.events.length], symbolSize: 9 + 26 * Math.sqrt(s.events.length / most), itemStyle: { color: chosen.has(s.name) ? c.accent : c.deep } })),
        itemStyle: { opacity: 0.72, borderColor: c.panel, borderWidth: 1 },
        label: { show: true, position: "right", formatter: (p) => p.name, color: c.ink, fontSize: 12, textBorderColor: c.panel, textBorderWidth: 3 }, labelLayout: { hideOverlap: true } }];
      delete o.xAxis; delete o.yAxis; delete o.grid;
    });
    this.note.textContent = words.say("map.note") + (without ? " " + words.count("map.without", without) : "");
    this.box.setAttribute("aria-label", words.say("map.label", { n: this.spots.length }));
    this.rows([words.say("column.where"), words.say("column.n")], this.spots.map((s) => ({ cells: [s.name, s.events.length], go: () => this.open(s) })));
  }

  open(s) { if (s.events.length === 1) this.on.open(s.events[0]); else this.on.list(s.events, s.name); }
  hintText(p) { const s = this.spots[p.dataIndex]; return s ? [s.name, ...s.events.slice(0, 5).map((i) => this.data.title[i]), s.events.length > 5 ? "+ " + (s.events.length - 5) : ""].filter(Boolean) : ""; }
  clicked(p) { const s = this.spots[p.dataIndex]; if (s) this.open(s); }
}

// bounds is a view of the map that holds all points, no closer than a country.
export function bounds(points) {
  if (!points.length) return {};
  const lat = points.map((p) => p[0]), lon = points.map((p) => p[1]);
  const w = Math.max(30, (Math.max(...lon) - Math.min(...lon)) * 1.35), hgt = Math.max(20, (Math.max(...lat) - Math.min(...lat)) * 1.35);
  const zoom = Math.max(1, Math.min(12, 360 / w, 170 / hgt));
  return { center: [(Math.max(...lon) + Math.min(...lon)) / 2, (Math.max(...lat) + Math.min(...lat)) / 2], zoom };
}
