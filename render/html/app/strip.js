// The density strip: how many events lie where on the whole axis, and the window as a
// frame on it that can be drawn anew, dragged, and moved by keys.

import { colours, skeleton, start } from "./charts.js";
import { h } from "./dom.js";
import { iso } from "./days.js";
import { Window } from "./scale.js";
import { group } from "./shapes.js";

const HEIGHT = 44, STEP = 3;

export class Strip {
  constructor(el, timeline, words, move) {
    Object.assign(this, { el, timeline, words, move, chart: null, groups: [] });
    this.canvas = h("div", { class: "strip-chart" });
    this.frame = h("div", { class: "strip-frame" });
    this.handles = ["from", "to"].map((k) => h("div", {
      class: "strip-handle " + k, role: "slider", tabindex: "0", "aria-label": words.say("strip." + k), "aria-orientation": "horizontal",
      onkeydown: (e) => this.key(e, k),
    }));
    el.append(this.canvas, this.frame, ...this.handles);
    el.addEventListener("pointerdown", (e) => this.grab(e));
  }

  get left() { return this.timeline.L ? this.timeline.L.left : 10; }
  get right() { return this.el.clientWidth - 10; }

  draw(state) {
    const { data, filter, scale } = this.timeline, c = colours(), width = this.el.clientWidth;
    if (!width || !data.dated) return;
    this.whole = new Window(scale, scale.min, scale.max, this.left, this.right);
    const n = Math.max(1, Math.ceil((this.right - this.left) / STEP)), all = new Uint32Array(n), some = new Uint32Array(n);
    for (let i = 0; i < data.dated; i++) {
      const k = Math.min(n - 1, Math.max(0, Math.floor((this.whole.x((data.from[i] + data.to[i]) / 2) - this.left) / STEP)));
      all[k]++;
      if (filter.shown(i)) some[k]++;
    }
    let max = 1;
    for (const v of all) max = Math.max(max, v);
    const tall = (v) => (v ? Math.max(2, Math.sqrt(v / max) * (HEIGHT - 8)) : 0), rects = [];
    for (let k = 0; k < n; k++) {
      const rect = (v, style) => rects.push({ type: "rect", shape: { x: this.left + k * STEP, y: HEIGHT - tall(v), width: STEP - 1, height: tall(v) }, style });
      if (all[k] > some[k]) rect(all[k], { fill: c.line });
      if (some[k]) rect(some[k], { fill: c.deep });
    }
    rects.push({ type: "line", shape: { x1: this.left, y1: HEIGHT - 0.5, x2: this.right, y2: HEIGHT - 0.5 }, style: { stroke: c.line } });
    this.groups = [group(rects, { silent: true })];
    if (!this.chart) {
      this.chart = start(this.canvas);
      const o = skeleton("density", { "fn:scene": (p) => this.groups[p.dataIndex] });
      Object.assign(o.series[0], { id: "density", clip: false, data: [] });
      this.chart.setOption(o);
    }
    if (this.chart.getWidth() !== width) this.chart.resize();
    this.chart.setOption({ series: [{ id: "density", data: [[0]] }] });
    this.place(state);
  }

  // place puts the frame where the window is.
  place(state) {
    if (!this.whole) return;
    const { scale } = this.timeline, u0 = state.from === null ? scale.min : scale.unit(state.from), u1 = state.to === null ? scale.max : scale.unit(state.to);
    const x = (u) => this.left + (u - scale.min) * this.whole.k;
    const [a, b] = [Math.max(this.left, x(u0)), Math.min(this.right, x(u1))];
    this.frame.style.left = a + "px";
    this.frame.style.width = Math.max(4, b - a) + "px";
    this.handles[0].style.left = a + "px";
    this.handles[1].style.left = b + "px";
    this.el.classList.toggle("whole", state.from === null);
    const days = [scale.day(u0), scale.day(u1)];
    this.handles.forEach((hd, k) => {
      hd.setAttribute("aria-valuemin", 0);
      hd.setAttribute("aria-valuemax", 1000);
      hd.setAttribute("aria-valuenow", Math.round(((k ? u1 : u0) - scale.min) / (scale.max - scale.min) * 1000));
      hd.setAttribute("aria-valuetext", iso(days[k]));
    });
    this.now = [u0, u1];
  }

  set(u0, u1, done) {
    const { scale } = this.timeline;
    const least = Math.min(2, (scale.max - scale.min) / 4);
    if (u1 - u0 < least) { const m = (u0 + u1) / 2; u0 = m - least / 2; u1 = m + least / 2; }
    if (u0 < scale.min) { u1 = Math.min(scale.max, u1 + scale.min - u0); u0 = scale.min; }
    if (u1 > scale.max) { u0 = Math.max(scale.min, u0 - (u1 - scale.max)); u1 = scale.max; }
    if (u0 <= scale.min && u1 >= scale.max) this.move(null, null, done);
    else this.move(scale.day(u0), scale.day(u1), done);
  }

  grab(e) {
    if (e.button || !this.whole) return;
    const box = this.el.getBoundingClientRect(), { scale } = this.timeline;
    const unit = (ev) => scale.min + (ev.clientX - box.left - this.left) / this.whole.k;
    const [a, b] = this.now, u = unit(e), near = 9 / this.whole.k;
    const kind = Math.abs(u - a) < near ? "from" : Math.abs(u - b) < near ? "to" : u > a && u < b && !this.el.classList.contains("whole") ? "drag" : "new";
    let moved = false;
    const go = (ev, done) => {
      const v = unit(ev);
      if (Math.abs(v - u) * this.whole.k > 3) moved = true;
      if (!moved) return;
      if (kind === "from") this.set(Math.min(v, b), b, done);
      else if (kind === "to") this.set(a, Math.max(v, a), done);
      else if (kind === "drag") this.set(a + v - u, b + v - u, done);
      else this.set(Math.min(u, v), Math.max(u, v), done);
    };
    this.el.setPointerCapture(e.pointerId);
    const step = (ev) => go(ev, false);
    const end = (ev) => {
      this.el.removeEventListener("pointermove", step);
      this.el.removeEventListener("pointerup", end);
      this.el.removeEventListener("pointercancel", end);
      go(ev, true);
      // A click beside the frame brings it there.
      if (!moved && kind === "new") { const w = Math.min(b - a, (scale.max - scale.min) / 5); this.set(u - w / 2, u + w / 2, true); }
    };
    this.el.addEventListener("pointermove", step);
    this.el.addEventListener("pointerup", end);
    this.el.addEventListener("pointercancel", end);
    if (kind === "from" || kind === "to") this.handles[kind === "from" ? 0 : 1].focus();
    e.preventDefault();
  }

  key(e, which) {
    const { scale } = this.timeline, [a, b] = this.now, step = (scale.max - scale.min) / (e.shiftKey ? 20 : 100);
    const by = { ArrowLeft: -step, ArrowDown: -step, ArrowRight: step, ArrowUp: step }[e.key];
    if (by !== undefined) which === "from" ? this.set(Math.min(a + by, b - 1), b, true) : this.set(a, Math.max(b + by, a + 1), true);
    else if (e.key === "Home") which === "from" ? this.set(scale.min, b, true) : this.set(a, a + 1, true);
    else if (e.key === "End") which === "from" ? this.set(b - 1, b, true) : this.set(a, scale.max, true);
    else return;
    e.preventDefault();
    e.stopPropagation();
  }
}
