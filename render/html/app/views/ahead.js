// Ahead: what is scheduled, proposed or threatened, as a diary; then what was to come and
// whose time has passed without another word in these sources.

import { fill, glyph, h } from "../dom.js";
import { civil } from "../days.js";
import { passing } from "./view.js";

const AHEAD = ["scheduled", "proposed", "threatened"];

export class Ahead {
  constructor(ctx) { Object.assign(this, ctx); }

  static fits(data) {
    for (let i = 0; i < data.n; i++) if (AHEAD.includes(data.head.statuses[data.status[i]])) return true;
    return false;
  }

  mount(host) { this.host = host; }
  unmount() {}

  draw() {
    const { data, words } = this, asOf = data.head.asOf;
    const coming = [], undated = [], past = [];
    for (const i of passing(this.filter, data)) {
      if (!AHEAD.includes(data.head.statuses[data.status[i]])) continue;
      if (i >= data.dated) undated.push(i);
      else (asOf === null || data.to[i] > asOf ? coming : past).push(i);
    }
    const item = (i) => {
      const status = data.head.statuses[data.status[i]];
      return h("li", {}, h("span", { class: "d" }, i < data.dated ? data.whenWords(i) : data.bounds[i] || words.say("tray.nobounds")),
        h("span", { class: "s" }, glyph(status), " ", words.say("status." + status)),
        h("span", { class: "w" }, h("button", { type: "button", class: "open", onclick: (e) => this.on.open(i, e.currentTarget) }, data.title[i]), h("small", {}, [data.actorNames(i).join(", "), data.placeNames(i).join(", ")].filter(Boolean).join(" · "))));
    };
    const months = new Map();
    for (const i of coming) {
      const { y, m } = civil(data.from[i]), k = data.to[i] - data.from[i] > 31 ? words.year(y) : words.month(m) + " " + words.year(y);
      if (!months.has(k)) months.set(k, []);
      months.get(k).push(i);
    }
    const part = (title, list, note) => (list.length ? h("section", {}, h("h3", {}, title), note ? h("p", { class: "note" }, note) : null, h("ul", { class: "diary" }, list.slice(0, 300).map(item))) : null);
    fill(this.host, h("div", { class: "ahead" },
      h("h2", {}, words.say("ahead.title"), data.head.asOfText ? h("small", {}, " " + words.say("axis.asof", { date: data.head.asOfText })) : null),
      coming.length ? [...months].map(([k, l]) => part(k, l)) : h("p", { class: "none" }, words.say("ahead.none")),
      part(words.say("ahead.undated"), undated), part(words.say("ahead.past"), past, words.say("ahead.pastnote"))));
    this.host.dataset.ready = "true";
  }
}
