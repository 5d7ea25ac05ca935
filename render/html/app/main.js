// The page: reads its data, keeps its state, and lets the parts draw.

import { Card } from "./card.js";
import { Evidence, load } from "./data.js";
import { $, fill, glyph, h } from "./dom.js";
import * as out from "./export.js";
import { Filter, build } from "./facets.js";
import { Keys } from "./keys.js";
import { Search } from "./search.js";
import { Sidebar } from "./sidebar.js";
import { LANES, VIEWS, initial, read, write } from "./state.js";
import { Strip } from "./strip.js";
import { Table, Tray } from "./table.js";
import { Timeline } from "./timeline.js";
import { Ahead } from "./views/ahead.js";
import { Calendar } from "./views/calendar.js";
import { Clocks } from "./views/clocks.js";
import { Curve } from "./views/curve.js";
import { WorldMap } from "./views/map.js";
import { Flow, Network } from "./views/network.js";
import { showHint } from "./views/view.js";
import { Words } from "./words.js";

const KINDS = { calendar: Calendar, clocks: Clocks, network: Network, flow: Flow, curve: Curve, map: WorldMap, ahead: Ahead };
const NARROW = 700;

// pause lets the browser answer whoever waits. Other than a timer it is not slowed down.
const channel = new MessageChannel(), waiting = [];
channel.port1.onmessage = () => waiting.shift()();
const pause = () => new Promise((go) => { waiting.push(go); channel.port2.postMessage(0); });

class Page {
  constructor(data) {
    this.data = data;
    this.words = new Words(data.head.words);
    this.evidence = new Evidence(document, data.head.chunk);
    this.state = initial();
    this.found = null;
  }

  async start() {
    const { data, words } = this;
    this.filter = new Filter(data, build(data));
    await pause();
    this.search = new Search(data, this.evidence, words);
    this.available = VIEWS.filter((v) => !KINDS[v] || KINDS[v].fits(data));
    this.parts();
    this.tools();
    this.adopt(read(location.hash || data.head.start), true);
    addEventListener("popstate", () => this.adopt(read(location.hash), false));
    let wait = 0;
    addEventListener("resize", () => { clearTimeout(wait); wait = setTimeout(() => this.redraw(), 80); });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.redraw());
    addEventListener("beforeprint", () => this.paper(true));
    addEventListener("afterprint", () => this.paper(false));
  }

  parts() {
    const { data, words, filter } = this;
    const on = {
      open: (i, from) => this.open(i, { focus: true, from }),
      list: (events, head) => this.list(events, head),
      choose: (key, values) => this.set({ facets: { ...this.state.facets, [key]: values } }),
      toggle: (key, value) => { const now = this.state.facets[key]; on.choose(key, now.includes(value) ? now.filter((v) => v !== value) : [...now, value]); },
      range: (from, to) => this.set({ from, to }),
      sort: (k) => this.set({ sort: this.state.sort === k ? "-" + k : k }),
      page: (p) => { this.set({ page: p }, { keep: true }); $("list").scrollIntoView({ block: "start" }); },
      close: () => this.close(),
      step: (by) => this.step(by),
      link: (i) => location.href.split("#")[0] + "#" + write({ ...this.state, ev: data.id[i] }),
      source: (s) => { const row = $("source-" + (s + 1)); if (row) { row.closest("details").open = true; row.scrollIntoView({ block: "center" }); row.focus(); } },
    };
    this.on = on;
    this.timeline = new Timeline($("chart"), data, filter, words, {
      open: (m) => (m.crowd ? this.crowd(m) : on.open(m.events[0])),
      hover: (m, x, y) => this.hover(m, x, y),
    });
    this.strip = new Strip($("strip"), this.timeline, words, (from, to, done) => this.move(from, to, done));
    this.table = new Table($("list-body"), data, filter, words, on);
    this.tray = new Tray($("tray"), data, filter, words, on);
    this.card = new Card($("card"), data, this.evidence, words, on);
    this.sidebar = new Sidebar($("facets"), filter, words, on);
    this.keys = new Keys($("chart-keys"), this.timeline, words, { open: (m) => (m.crowd ? this.crowd(m) : on.open(m.events[0], $("chart-keys"))), zoom: (f) => this.zoom(f), pan: (f) => this.pan(f), fit: () => this.move(null, null, true) });
    this.context = { data, words, filter, on, height: 520, state: () => this.state };
    $("chart").addEventListener("wheel", (e) => this.wheel(e), { passive: false });
    $("chart").addEventListener("pointerdown", (e) => this.drag(e));
    addEventListener("keydown", (e) => this.key(e));
    this.legend();
  }

  // tools fills and wires what stands above the views.
  tools() {
    const { words } = this;
    const tabs = this.available.map((v) => h("button", { type: "button", class: "tab", id: "tab-" + v, "data-view": v, onclick: () => this.set({ view: v }) }, words.say("view." + v)));
    fill($("views"), tabs);
    if (this.data.head.views.length) {
      fill($("named"), this.data.head.views.map((v) => h("button", { type: "button", class: "named", onclick: () => this.adopt(read(v.state), false, true) }, v.name)));
      $("named").hidden = false;
    }
    fill($("lanes"), LANES.map((l) => h("option", { value: l }, words.say("lanes." + l))));
    $("lanes").addEventListener("change", (e) => this.set({ lanes: e.target.value }));
    fill($("order"), ["count", "name", "first"].map((l) => h("option", { value: l }, words.say("order." + l))));
    $("order").addEventListener("change", (e) => this.set({ order: e.target.value }));
    let wait = 0;
    $("search").addEventListener("input", (e) => { clearTimeout(wait); wait = setTimeout(() => this.set({ q: e.target.value }, { replace: true }), 120); });
    $("tools").addEventListener("submit", (e) => e.preventDefault());
    $("fit").addEventListener("click", () => this.move(null, null, true));
    $("in").addEventListener("click", () => this.zoom(0.6));
    $("out").addEventListener("click", () => this.zoom(1 / 0.6));
    $("dense").addEventListener("click", () => { this.timeline.dense = !this.timeline.dense; this.drawView(); });
    $("reset").addEventListener("click", () => { $("search").value = ""; this.set({ facets: initial().facets, q: "", from: null, to: null }); });
    $("open-facets").addEventListener("click", () => this.drawer(!document.body.classList.contains("drawer")));
    this.exports();
    $("app").hidden = false;
  }

  drawer(open) {
    document.body.classList.toggle("drawer", open);
    $("open-facets").setAttribute("aria-expanded", String(open));
  }

  legend() {
    const { words, data } = this, c = $("legend");
    const key = (draw, text) => h("li", {}, draw, text);
    const seen = new Set();
    for (let i = 0; i < data.n; i++) seen.add(data.head.statuses[data.status[i]]);
    fill(c, data.head.statuses.filter((s) => seen.has(s)).map((s) => key(glyph(s), words.say("status." + s))),
      key(h("i", { class: "key span" }), words.say("legend.span")), key(h("i", { class: "key within" }), words.say("legend.within")),
      key(h("i", { class: "key text" }, "~"), words.say("legend.approximate")), key(h("i", { class: "key text" }, "?"), words.say("legend.uncertain")),
      key(h("i", { class: "key asof" }), words.say("legend.asof")), key(h("i", { class: "key published" }), words.say("legend.published")),
      data.head.ghosts.length ? key(h("i", { class: "key ghost" }), words.say("legend.ghost")) : null);
  }

  // adopt takes a whole state, as of an address.
  adopt(state, first, push) {
    if (!this.available.includes(state.view)) state.view = "timeline";
    this.state = state;
    $("search").value = state.q;
    if (push) this.remember(false);
    this.seek().then(() => this.refresh(true));
    if (first) this.narrow();
  }

  // set changes parts of the state, and writes it into the address.
  async set(patch, { replace = false, keep = false } = {}) {
    const before = this.state;
    this.state = { ...before, ...patch, page: keep ? patch.page ?? before.page : 1 };
    this.remember(replace);
    if (patch.q !== undefined && patch.q !== before.q) await this.seek();
    await this.refresh(patch.view !== undefined);
  }

  remember(replace) {
    const s = write(this.state), url = s ? "#" + s : location.pathname + location.search;
    if (("#" + s) === (location.hash || "#")) return;
    try {
      history[replace ? "replaceState" : "pushState"](null, "", url);
    } catch {
      if (!replace) location.hash = s; // where history is closed to files
    }
  }

  // seek runs the search; what its quotes bring comes later.
  seek() {
    return new Promise((go) => {
      let first = true;
      $("found").classList.toggle("busy", Boolean(this.state.q));
      this.search.find(this.state.q, pause, (found, done) => {
        this.found = found;
        if (done) $("found").classList.remove("busy");
        if (first) go(); else this.refresh(false);
        first = false;
      });
    });
  }

  // refresh filters and draws, each part in its own step.
  async refresh() {
    const run = this.running = (this.running || 0) + 1;
    let prepared = null, chart = false;
    const steps = [
      () => { this.filter.apply(this.state, this.found); this.summary(); this.chrome(); },
      () => { chart = this.stage(); if (chart) prepared = this.timeline.prepare(this.state); else this.drawView(); },
      () => { if (prepared) this.timeline.show(prepared); },
      () => { if (chart) { this.strip.draw(this.state); this.keys.renew(); } },
      () => this.sidebar.draw(this.state),
      () => { this.table.draw(this.state); this.tray.draw(); },
      () => this.reopen(),
    ];
    for (const step of steps) {
      step();
      await pause();
      if (run !== this.running) return;
    }
    if (!document.documentElement.dataset.settled) performance.mark("usable");
    document.documentElement.dataset.settled = String(run);
  }

  redraw() {
    this.narrow();
    this.drawView();
  }

  narrow() { document.body.classList.toggle("narrow", innerWidth < NARROW); }

  // chrome shows in the tools what the state is.
  chrome() {
    const { state } = this;
    for (const b of $("views").children) {
      const on = b.dataset.view === state.view;
      b.classList.toggle("on", on);
      if (on) b.setAttribute("aria-current", "page"); else b.removeAttribute("aria-current");
    }
    $("lanes").value = state.lanes;
    $("order").value = state.order;
    document.body.dataset.view = state.view;
    $("fit").disabled = state.from === null;
    const active = state.q || state.from !== null || Object.values(state.facets).some((v) => v.length);
    $("reset").hidden = !active;
  }

  summary() {
    const { filter, words, data } = this;
    const all = filter.dated + filter.undated === data.n;
    $("found").textContent = all ? words.say("found.all", { n: words.number(data.n) })
      : words.say("found.some", { n: words.number(filter.dated + filter.undated), all: words.number(data.n) });
  }

  // stage makes room for the view of the state; it is true for the timeline.
  stage() {
    const { state } = this, chart = state.view === "timeline" && this.data.dated > 0;
    $("board").hidden = !chart;
    $("view").hidden = chart || state.view === "table" || state.view === "timeline";
    this.timeline.picked = this.picked();
    this.timeline.height = Math.max(340, Math.min(720, innerHeight * 0.62));
    if (this.view && this.view.kind !== state.view) {
      this.view.unmount();
      this.view = null;
      $("view").textContent = "";
    }
    return chart;
  }

  drawView() {
    const { state } = this;
    if (this.stage()) {
      this.timeline.draw(state);
      this.strip.draw(state);
      this.keys.renew();
    }
    const Kind = KINDS[state.view];
    if (!Kind) return;
    if (!this.view) {
      this.context.height = Math.max(380, innerHeight * 0.62);
      this.view = new Kind(this.context);
      this.view.kind = state.view;
      this.view.mount($("view"));
    }
    this.view.draw();
  }

  picked() { return this.state.ev && this.data.byID.has(this.state.ev) ? this.data.byID.get(this.state.ev) : -1; }

  // reopen shows the card that the address names.
  reopen() {
    const i = this.picked();
    if (i >= 0 && this.card.shown !== i) this.showCard(() => this.card.show(i, false));
    else if (i < 0 && this.card.shown >= 0) this.hideCard();
    this.table.pick(i);
  }

  showCard(draw) {
    const was = document.body.classList.contains("carded");
    document.body.classList.add("carded");
    draw();
    if (!was && this.state.view === "timeline") this.drawView();
    else if (!was && this.view) this.view.draw();
  }

  hideCard() {
    this.card.hide();
    document.body.classList.remove("carded");
    this.drawView();
  }

  open(i, { focus = false, from = null } = {}) {
    if (from) this.from = from;
    this.state = { ...this.state, ev: this.data.id[i] };
    this.remember(false);
    this.showCard(() => this.card.show(i, focus));
    this.timeline.picked = i;
    if (this.state.view === "timeline") this.timeline.draw(this.state);
    this.table.pick(i);
    $("status").textContent = this.data.title[i];
  }

  list(events, head) {
    this.from = document.activeElement;
    this.state = { ...this.state, ev: "" };
    this.showCard(() => this.card.list(events, head, true));
  }

  close() {
    this.state = { ...this.state, ev: "" };
    this.remember(false);
    this.hideCard();
    this.table.pick(-1);
    const back = this.from && this.from.isConnected && this.from !== document.body ? this.from : this.state.view === "timeline" ? $("chart-keys") : $("list");
    back.focus({ preventScroll: true });
  }

  // step goes to the event before or behind in the order of the table.
  step(by) {
    const list = this.table.list || [], at = list.indexOf(this.card.shown), to = list[Math.max(0, Math.min(list.length - 1, at + by))];
    if (to !== undefined) this.open(to, { focus: false });
    $("card").querySelector(by > 0 ? ".next" : ".previous")?.focus();
  }

  // crowd opens a bubble: it goes nearer, or lists where that does not part them.
  crowd(m) {
    const { scale, win } = this.timeline, span = scale.unit(m.to) - scale.unit(m.from), now = win.u1 - win.u0;
    if (span > 3 && span < now / 1.6) {
      const pad = Math.max(1, span * 0.15);
      this.move(scale.day(Math.max(scale.min, scale.unit(m.from) - pad)), scale.day(Math.min(scale.max, scale.unit(m.to) + pad)), true);
    } else {
      this.list([...m.events].sort((a, b) => a - b), this.words.count("crowd", m.events.length));
    }
  }

  hover(m, x, y) {
    $("chart").style.cursor = m ? "pointer" : "";
    if (!m) { $("hint").hidden = true; return; }
    const { data, words } = this, i = m.events[0];
    const lines = m.crowd ? [words.count("crowd", m.events.length), ...m.events.slice(0, 5).map((k) => data.title[k]), m.events.length > 5 ? "…" : ""].filter(Boolean)
      : [data.title[i], data.whenWords(i) + (data.shape[i] === 2 ? " – " + words.say("legend.within") : ""), words.say("status." + data.head.statuses[data.status[i]]) + " · " + words.count("voices", data.origins[i])];
    showHint($("hint"), lines, x, y, $("chart").clientWidth);
  }

  // move sets the window of time. While it moves only the chart follows.
  move(from, to, done) {
    if (from !== null) { from = Math.floor(from); to = Math.max(from + 1, Math.ceil(to)); }
    this.state = { ...this.state, from, to };
    if (!this.frame) {
      this.frame = requestAnimationFrame(() => {
        this.frame = 0;
        if (this.state.view === "timeline") { this.timeline.draw(this.state); }
        this.strip.place(this.state);
      });
    }
    clearTimeout(this.settle);
    this.settle = setTimeout(() => { this.remember(!done); this.state.page = 1; this.refresh(); }, done ? 0 : 220);
  }

  zoom(factor, at = 0.5) {
    const { scale } = this.timeline, u0 = this.state.from === null ? scale.min : scale.unit(this.state.from), u1 = this.state.to === null ? scale.max : scale.unit(this.state.to);
    const u = u0 + (u1 - u0) * at;
    this.strip.draw(this.state);
    this.strip.set(u - (u - u0) * factor, u + (u1 - u) * factor, true);
  }

  pan(share) {
    const { scale } = this.timeline;
    if (this.state.from === null) return;
    const u0 = scale.unit(this.state.from), u1 = scale.unit(this.state.to), by = Math.max(scale.min - u0, Math.min(scale.max - u1, (u1 - u0) * share));
    this.strip.set(u0 + by, u1 + by, true);
  }

  wheel(e) {
    if (!(e.ctrlKey || e.metaKey)) {
      if (Math.abs(e.deltaX) > Math.abs(e.deltaY) && this.state.from !== null) { e.preventDefault(); this.pan(e.deltaX / 1200); }
      return;
    }
    e.preventDefault();
    const { L } = this.timeline, box = $("chart").getBoundingClientRect();
    this.zoom(Math.exp(Math.max(-60, Math.min(60, e.deltaY)) / 160), Math.max(0, Math.min(1, (e.clientX - box.left - L.left) / (L.right - L.left))));
  }

  // drag moves the window along, when it shows a part.
  drag(e) {
    if (e.button || this.state.from === null || e.pointerType === "touch") return;
    const { scale, L } = this.timeline, x0 = e.clientX, u0 = scale.unit(this.state.from), u1 = scale.unit(this.state.to), k = (L.right - L.left) / (u1 - u0);
    const step = (ev) => {
      const by = Math.max(scale.min - u0, Math.min(scale.max - u1, (x0 - ev.clientX) / k));
      if (Math.abs(ev.clientX - x0) > 4) this.strip.set(u0 + by, u1 + by, false);
    };
    const end = () => { removeEventListener("pointermove", step); removeEventListener("pointerup", end); };
    addEventListener("pointermove", step);
    addEventListener("pointerup", end);
  }

  key(e) {
    if (e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey) return;
    if (e.key === "Escape") {
      if (document.body.classList.contains("drawer")) { this.drawer(false); $("open-facets").focus(); } else if (!$("card").hidden) this.close();
      return;
    }
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName)) return;
    if (e.key === "/") { e.preventDefault(); $("search").focus(); }
  }

  // paper redraws for print: light colours, all rows, the width of a page.
  paper(on) {
    document.documentElement.classList.toggle("paper", on);
    this.table.draw(this.state, on);
    this.drawView();
  }

  exports() {
    const { words, data } = this;
    const take = async (kind, all) => {
      const state = all ? { ...initial(), lanes: this.state.lanes, order: this.state.order } : this.state;
      $("status").textContent = words.say("export.busy");
      if (kind === "svg" || kind === "png") {
        const t = this.timeline, was = t.L;
        const filter = t.filter;
        if (all) t.filter = new Filter(data, filter.facets).apply(state, null);
        try {
          const body = out.picture(t, state, kind === "svg" ? "svg" : "canvas");
          out.save(out.fileName(data.head.title, kind), "image/svg+xml", kind === "svg" ? body : out.blobOf(body));
        } finally { t.filter = filter; t.L = was; }
      } else {
        const list = [];
        for (let i = 0; i < data.n; i++) if (all || this.filter.passes(i)) list.push(i);
        if (kind === "ics") {
          const { text, left } = out.ics(data, this.evidence, list, words);
          out.save(out.fileName(data.head.title, kind), "text/calendar", text);
          $("status").textContent = left ? words.count("export.left", left) : words.say("export.done");
          return;
        }
        const records = [];
        for (const i of list) {
          records.push(out.record(data, this.evidence, i));
          if (records.length % data.head.chunk === 0) await pause();
        }
        out.save(out.fileName(data.head.title, kind), kind === "csv" ? "text/csv" : "application/json", kind === "csv" ? out.csv(records) : out.json(data, records));
      }
      $("status").textContent = words.say("export.done");
    };
    const kinds = ["csv", "json", "ics", ...(data.dated ? ["svg", "png"] : [])];
    const line = (all) => h("p", {}, h("span", {}, words.say(all ? "export.all" : "export.filtered")), kinds.map((k) => h("button", { type: "button", "data-export": k + (all ? "-all" : ""), onclick: () => take(k, all) }, k.toUpperCase())));
    fill($("export"), line(false), line(true));
  }
}

async function start() {
  const page = new Page(await load(document, pause));
  window.Dateline = { page };
  await page.start();
}

start();
