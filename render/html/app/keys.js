// The timeline by keyboard: one stop in the order of tabs, arrows from mark to mark in
// the order of time, up and down to the next lane, Enter opens. What is marked is told to
// screen readers as the option of a list.

import { fill, h } from "./dom.js";

export class Keys {
  constructor(el, timeline, words, on) {
    Object.assign(this, { el, timeline, words, on, at: -1 });
    this.ring = document.getElementById("ring");
    el.addEventListener("keydown", (e) => this.key(e));
    el.addEventListener("focus", () => this.show(this.at < 0 ? this.nearest() : this.at));
    el.addEventListener("blur", () => { this.ring.hidden = true; });
  }

  // renew follows a new drawing: it stays at the event where it was.
  renew() {
    const { marks } = this.timeline;
    this.at = this.event === undefined ? -1 : marks.findIndex((m) => m.first === this.event && !m.faint);
    if (document.activeElement === this.el) this.show(this.at < 0 ? this.nearest() : this.at); else this.options();
  }

  nearest() {
    const { marks, picked } = this.timeline, k = marks.findIndex((m) => !m.faint && m.events.includes(picked));
    return k >= 0 ? k : marks.findIndex((m) => !m.faint);
  }

  show(k) {
    const m = this.timeline.marks[k];
    this.at = k;
    if (!m) { this.ring.hidden = true; return; }
    this.event = m.first;
    const { x, y, width, height } = m.ring;
    Object.assign(this.ring.style, { left: x + "px", top: y + "px", width: width + "px", height: height + "px" });
    this.ring.hidden = false;
    this.options();
  }

  // options are the mark and its neighbours, as a screen reader knows them.
  options() {
    const { marks } = this.timeline, at = Math.max(0, this.at), near = [];
    for (let k = Math.max(0, at - 1); k <= Math.min(marks.length - 1, at + 1); k++) {
      near.push(h("div", { role: "option", id: "mark-" + k, "aria-selected": String(k === this.at), "aria-posinset": k + 1, "aria-setsize": marks.length }, marks[k].say));
    }
    if (!near.length) near.push(h("div", { role: "option", id: "mark-none", "aria-selected": "false" }, this.words.say("table.empty")));
    fill(this.el, near);
    if (this.at >= 0) this.el.setAttribute("aria-activedescendant", "mark-" + this.at); else this.el.removeAttribute("aria-activedescendant");
  }

  move(test, better) {
    const { marks } = this.timeline, now = marks[this.at];
    let best = -1;
    marks.forEach((m, k) => { if (k !== this.at && !m.faint && test(m, now, k) && (best < 0 || better(m, marks[best], now))) best = k; });
    if (best >= 0) this.show(best);
  }

  key(e) {
    const { marks } = this.timeline, now = marks[this.at];
    const near = (m, n, now) => Math.hypot((m.x - now.x) / 2, m.y - now.y) < Math.hypot((n.x - now.x) / 2, n.y - now.y);
    switch (e.key) {
      case "ArrowRight": case "ArrowLeft": {
        if (e.shiftKey) { this.on.pan(e.key === "ArrowRight" ? 0.2 : -0.2); break; }
        const by = e.key === "ArrowRight" ? 1 : -1;
        let k = this.at + by;
        while (marks[k] && marks[k].faint) k += by;
        if (marks[k]) this.show(k);
        break;
      }
      case "ArrowDown": if (now) this.move((m, n) => m.y > n.y + 2, near); break;
      case "ArrowUp": if (now) this.move((m, n) => m.y < n.y - 2, near); break;
      case "Home": this.show(marks.findIndex((m) => !m.faint)); break;
      case "End": this.show(marks.findLastIndex((m) => !m.faint)); break;
      case "Enter": case " ": if (now) this.on.open(now); break;
      case "+": case "=": this.on.zoom(0.6); break;
      case "-": this.on.zoom(1 / 0.6); break;
      case "0": this.on.fit(); break;
      default: return;
    }
    e.preventDefault();
  }
}
