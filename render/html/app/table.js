// The table: every event, sortable, in pages. It is the accessible document, and on a
// narrow screen the timeline itself, with a heading for each month or year.

import { APPROXIMATE, CONFLICT, UNCERTAIN } from "./data.js";
import { $, fill, glyph, h } from "./dom.js";
import { civil } from "./days.js";
import { fold } from "./search.js";

export const PAGE = 100, ALL = 250;
const COLUMNS = ["when", "status", "title", "who", "where", "type"];

// sorted are numbers in the order of keys, which are strings or numbers; ties stay in
// the order of time.
export function sorted(list, key, down) {
  const keys = new Map(list.map((i) => [i, key(i)]));
  const sign = down ? -1 : 1;
  return list.sort((a, b) => {
    const x = keys.get(a), y = keys.get(b);
    return x < y ? -sign : x > y ? sign : a - b;
  });
}

export class Table {
  constructor(el, data, filter, words, on) {
    Object.assign(this, { el, data, filter, words, on });
    this.body = h("tbody");
    this.heads = COLUMNS.map((k) => h("th", { scope: "col", class: "c-" + k },
      h("button", { type: "button", onclick: () => on.sort(k) }, words.say("column." + k))));
    this.caption = h("caption", { class: "hide" }, words.say("table.caption"));
    this.table = h("table", { class: "events" }, this.caption, h("thead", {}, h("tr", {}, this.heads)), this.body);
    this.pager = h("nav", { class: "pager", "aria-label": words.say("table.pages") });
    fill(el, this.table, this.pager);
    this.focus = -1;
    this.body.addEventListener("keydown", (e) => this.key(e));
    this.body.addEventListener("click", (e) => this.click(e));
  }

  key_(state) {
    const { data } = this, k = state.sort.replace("-", "");
    return {
      when: (i) => i,
      status: (i) => data.status[i],
      title: (i) => fold(data.title[i]),
      who: (i) => fold(data.actorNames(i).join(" ")) || "\uffff",
      where: (i) => fold(data.placeNames(i).join(" ")) || "\uffff",
      type: (i) => data.head.types[data.type[i]],
    }[k];
  }

  // order are the events of the table, in its order. Undated events stand last, by
  // whatever it is sorted.
  order(state) {
    const dated = [], tray = [];
    for (let i = 0; i < this.data.n; i++) if (this.filter.passes(i)) (i < this.data.dated ? dated : tray).push(i);
    const down = state.sort.startsWith("-");
    if (state.sort === "when") return dated.concat(tray);
    if (state.sort === "-when") return dated.reverse().concat(tray);
    const key = this.key_(state);
    return sorted(dated, key, down).concat(sorted(tray, key, down));
  }

  draw(state, whole = false) {
    const list = this.list = this.order(state), n = list.length, paged = n > ALL && !whole;
    const pages = paged ? Math.ceil(n / PAGE) : 1, page = Math.min(state.page, pages), at = (page - 1) * PAGE;
    this.at = at;
    const part = paged ? list.slice(at, at + PAGE) : list;
    this.table.setAttribute("aria-rowcount", n + 1);
    this.heads.forEach((th, k) => {
      const [name, down] = [state.sort.replace("-", ""), state.sort.startsWith("-")];
      if (COLUMNS[k] === name) th.setAttribute("aria-sort", down ? "descending" : "ascending");
      else th.removeAttribute("aria-sort");
    });
    this.rows = new Map();
    const rows = [];
    let group = "";
    part.forEach((i, k) => {
      const g = this.group(i, state);
      if (g !== group) { group = g; if (g) rows.push(h("tr", { class: "period", role: "presentation" }, h("td", { colspan: COLUMNS.length, role: "presentation" }, g))); }
      rows.push(this.row(i, at + k + 2));
    });
    if (!n) rows.push(h("tr", {}, h("td", { colspan: COLUMNS.length, class: "none" }, this.words.say("table.empty"))));
    fill(this.body, rows);
    this.pages(page, pages, n);
    if (!this.rows.has(this.focus)) this.focus = part.length ? part[0] : -1;
    this.rove(this.focus, false);
    this.pick(this.picked ?? -1);
  }

  // group is the heading under which an event stands on a narrow screen.
  group(i, state) {
    if (!/^-?when$/.test(state.sort)) return "";
    if (i >= this.data.dated) return this.words.say("tray.title");
    const { y, m } = civil(this.data.from[i]);
    return this.data.to[i] - this.data.from[i] > 31 ? this.words.year(y) : this.words.month(m) + " " + this.words.year(y);
  }

  row(i, index) {
    const { data, words } = this, status = data.head.statuses[data.status[i]], dated = i < data.dated;
    const flags = data.flags[i];
    const when = dated
      ? [flags & APPROXIMATE ? h("span", { class: "doubt", title: words.say("legend.approximate") }, "~ ") : null, h("span", { class: "date" }, data.whenWords(i)), flags & UNCERTAIN ? h("span", { class: "doubt" }, " ?") : null,
        data.to[i] - data.from[i] <= 1 ? null : h("small", {}, " " + data.precision(i))]
      : h("span", { class: "nodate" }, data.bounds[i] || words.say("tray.nobounds"));
    const tr = h("tr", { class: "event st-" + status + (dated ? "" : " undated"), "data-i": i, "aria-rowindex": index },
      h("td", { class: "c-when" }, when),
      h("td", { class: "c-status" }, glyph(status), " ", words.say("status." + status)),
      h("td", { class: "c-title" }, h("button", { type: "button", class: "open", tabindex: "-1" }, data.title[i]),
        data.changes.get(i).length ? h("span", { class: "badge" }, Array.from(data.changes.get(i), (k) => words.say("change." + data.head.kinds[k])).join(", ")) : null,
        flags & CONFLICT ? h("span", { class: "badge warm" }, words.say("notes.disputed")) : null,
        data.origins[i] > 1 ? h("span", { class: "badge" }, words.count("voices", data.origins[i])) : null),
      h("td", { class: "c-who" }, data.actorNames(i).join("; ")),
      h("td", { class: "c-where" }, data.placeNames(i).join("; ")),
      h("td", { class: "c-type" }, words.type(data.head.types[data.type[i]])));
    this.rows.set(i, tr);
    return tr;
  }

  pages(page, pages, n) {
    const { words } = this;
    this.pager.hidden = pages < 2;
    if (pages < 2) return;
    const to = (p, label, name) => h("button", { type: "button", disabled: p < 1 || p > pages || p === page, "aria-label": name, onclick: () => this.on.page(p) }, label);
    fill(this.pager, to(1, "«", words.say("pager.first")), to(page - 1, "‹", words.say("pager.previous")),
      h("span", { role: "status" }, words.say("pager.at", { from: words.number((page - 1) * PAGE + 1), to: words.number(Math.min(n, page * PAGE)), n: words.number(n) })),
      to(page + 1, "›", words.say("pager.next")), to(pages, "»", words.say("pager.last")));
  }

  pick(i) {
    this.picked = i;
    for (const [k, tr] of this.rows) {
      tr.classList.toggle("on", k === i);
      if (k === i) tr.setAttribute("aria-current", "true"); else tr.removeAttribute("aria-current");
    }
  }

  // rove leaves one row in the order of tabs; arrows go on from it.
  rove(i, focus) {
    for (const [k, tr] of this.rows) tr.querySelector(".open").tabIndex = k === i ? 0 : -1;
    this.focus = i;
    if (focus && this.rows.has(i)) this.rows.get(i).querySelector(".open").focus();
  }

  click(e) {
    const tr = e.target.closest("tr.event");
    if (!tr || String(getSelection()).length > 0) return;
    const i = Number(tr.dataset.i);
    this.rove(i, false);
    this.on.open(i, e.target.closest(".open"));
  }

  key(e) {
    const keys = [...this.rows.keys()], at = keys.indexOf(this.focus);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: keys.length - 1, PageDown: at + 10, PageUp: at - 10 }[e.key];
    if (to === undefined || !e.target.closest(".open")) return;
    e.preventDefault();
    this.rove(keys[Math.max(0, Math.min(keys.length - 1, to))], true);
  }
}

// Tray is the list of events without a date, beside the axis.
export class Tray {
  constructor(el, data, filter, words, on) { Object.assign(this, { el, data, filter, words, on, all: false }); }

  draw() {
    const { data, words } = this, list = [];
    for (let i = data.dated; i < data.n; i++) if (this.filter.passes(i)) list.push(i);
    this.el.hidden = data.n === data.dated;
    if (this.el.hidden) return;
    list.sort((a, b) => data.salience[b] - data.salience[a] || a - b);
    const few = 9, shown = this.all ? list.slice(0, 200) : list.slice(0, few);
    fill(this.el, h("h2", {}, words.say("tray.title"), " ", h("span", { class: "n" }, words.number(list.length))),
      list.length ? h("ul", {}, shown.map((i) => {
        const status = data.head.statuses[data.status[i]];
        return h("li", {}, h("button", { type: "button", class: "open", onclick: (e) => this.on.open(i, e.currentTarget) }, glyph(status), h("span", { class: "hide" }, words.say("status." + status) + ": "), h("span", { class: "t" }, data.title[i])),
          h("small", {}, data.bounds[i] || words.say("tray.nobounds")));
      })) : h("p", { class: "none" }, words.say("tray.none")),
      list.length > few ? h("button", { type: "button", class: "more", "aria-expanded": String(this.all), onclick: () => { this.all = !this.all; this.draw(); } },
        this.all ? words.say("tray.fewer") : words.say("tray.more", { n: words.number(list.length - few) })) : null);
  }
}
