// The facets beside the views.

import { fill, glyph, h } from "./dom.js";

const FEW = 7;

export class Sidebar {
  constructor(el, filter, words, on) {
    Object.assign(this, { el, filter, words, on });
    this.all = new Set();
    this.find = {};
  }

  label(key, name) {
    const { words } = this;
    switch (key) {
      case "status": case "precision": case "grade": case "voices": case "notes": case "change": return words.say(key + "." + name);
      case "type": return words.type(name);
    }
    return name;
  }

  draw(state) {
    const focused = document.activeElement && this.el.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    const groups = [];
    for (const key of this.filter.keys) {
      const g = this.group(key, state);
      if (g) groups.push(g);
    }
    fill(this.el, groups);
    if (focused) this.el.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  group(key, state) {
    const { filter, words } = this, { names } = filter.facets[key], counts = filter.counts[key], chosen = state.facets[key];
    if (names.length < 2 && !chosen.length && key !== "notes" && key !== "change") return null;
    let order = names.map((_, k) => k).filter((k) => counts[k] > 0 || chosen.includes(names[k]));
    if (!order.length) return null;
    if (order.length < 2 && !chosen.length && !["notes", "change"].includes(key)) return null;
    const fixed = ["status", "precision", "grade", "voices", "notes", "change"].includes(key);
    if (!fixed) order.sort((a, b) => chosen.includes(names[b]) - chosen.includes(names[a]) || counts[b] - counts[a] || (names[a] < names[b] ? -1 : 1));
    const long = order.length > FEW + 2, open = this.all.has(key), q = this.find[key] || "";
    const total = order.length;
    if (q) order = order.filter((k) => this.label(key, names[k]).toLowerCase().includes(q.toLowerCase()));
    if (long && !open) order = order.slice(0, FEW);
    const max = Math.max(1, ...order.map((k) => counts[k]));
    return h("fieldset", { class: "facet f-" + key },
      h("legend", {}, words.say("facet." + key), chosen.length ? h("button", { type: "button", class: "clear", "data-key": key + "\nclear", "aria-label": words.say("facet.clear", { facet: words.say("facet." + key) }), onclick: () => this.on.choose(key, []) }, "×") : null),
      open && total > 20 ? h("input", { type: "search", class: "narrow", value: q, "data-key": key + "\nfind", placeholder: words.say("facet.find"), "aria-label": words.say("facet.find") + ": " + words.say("facet." + key), oninput: (e) => { this.find[key] = e.target.value; this.draw(state); } }) : null,
      h("ul", {}, order.slice(0, 300).map((k) => {
        const name = names[k], on = chosen.includes(name);
        return h("li", {}, h("label", { class: "value" + (on ? " on" : "") + (counts[k] ? "" : " zero"), title: this.label(key, name) },
          h("input", { type: "checkbox", checked: on, "data-key": key + "\n" + name, onchange: (e) => this.on.choose(key, e.target.checked ? [...chosen, name] : chosen.filter((x) => x !== name)) }),
          h("span", { class: "share", "aria-hidden": "true" }, bar(counts[k] / max)),
          key === "status" ? glyph(name) : null,
          h("span", { class: "name" }, this.label(key, name)), h("span", { class: "n" }, words.number(counts[k]))));
      })),
      long ? h("button", { type: "button", class: "more", "data-key": key + "\nmore", "aria-expanded": String(open), onclick: () => { open ? this.all.delete(key) : this.all.add(key); delete this.find[key]; this.draw(state); } },
        open ? words.say("facet.fewer") : words.say("facet.more", { n: total - FEW })) : null);
  }
}

// bar is the share of a value as a drawing: style attributes are forbidden here.
function bar(share) {
  const ns = "http://www.w3.org/2000/svg", svg = document.createElementNS(ns, "svg"), rect = document.createElementNS(ns, "rect");
  svg.setAttribute("viewBox", "0 0 100 1");
  svg.setAttribute("preserveAspectRatio", "none");
  rect.setAttribute("width", Math.max(1, Math.round(share * 100)));
  rect.setAttribute("height", 1);
  svg.append(rect);
  return svg;
}
