// The card of an event: what is said, when, by whom, where it stands, and why this date.

import { APPROXIMATE, Evidence, UNCERTAIN } from "./data.js";
import { fill, glyph, h } from "./dom.js";

export class Card {
  constructor(el, data, evidence, words, on) {
    Object.assign(this, { el, data, evidence, words, on });
    this.shown = -1;
  }

  // show opens the card of an event.
  show(i, focus) {
    const { data, words } = this, v = this.evidence.of(i), status = data.head.statuses[data.status[i]];
    this.shown = i;
    const title = h("h2", { id: "card-title", tabindex: "-1" }, data.title[i]);
    fill(this.el,
      h("header", {},
        h("p", { class: "kicker" }, glyph(status), " ", words.say("status." + status), " · ", words.type(data.head.types[data.type[i]])),
        h("div", { class: "card-tools" },
          this.tool("previous", "‹", () => this.on.step(-1)), this.tool("next", "›", () => this.on.step(1)), this.tool("close", "×", () => this.on.close()))),
      title, this.when(i), this.facts(i, v), this.notes(v), this.changes(v), this.conflicts(i, v), this.cites(i, v), this.why(i, v), this.relations(v), this.copying(i, v));
    this.el.hidden = false;
    this.el.setAttribute("aria-labelledby", "card-title");
    this.el.scrollTop = 0;
    if (focus) title.focus({ preventScroll: true });
  }

  // list shows several events, of which one may be chosen.
  list(events, head, focus) {
    const { data, words } = this;
    this.shown = -1;
    const title = h("h2", { id: "card-title", tabindex: "-1" }, head);
    const few = events.slice(0, 100);
    fill(this.el,
      h("header", {}, h("p", { class: "kicker" }, words.count("count.events", events.length)), h("div", { class: "card-tools" }, this.tool("close", "×", () => this.on.close()))),
      title,
      h("ul", { class: "picklist" }, few.map((i) => h("li", {}, h("button", { type: "button", onclick: () => this.on.open(i) },
        glyph(data.head.statuses[data.status[i]]), h("span", {}, h("small", {}, i < data.dated ? data.whenWords(i) : data.bounds[i]), data.title[i]))))),
      events.length > few.length ? h("p", { class: "none" }, words.say("list.more", { n: words.number(events.length - few.length) })) : null);
    this.el.hidden = false;
    this.el.setAttribute("aria-labelledby", "card-title");
    this.el.scrollTop = 0;
    if (focus) title.focus({ preventScroll: true });
  }

  hide() { this.el.hidden = true; this.shown = -1; this.el.textContent = ""; this.el.removeAttribute("aria-labelledby"); }

  tool(name, sign, go) { return h("button", { type: "button", class: "tool " + name, "aria-label": this.words.say("card." + name), title: this.words.say("card." + name), onclick: go }, sign); }

  when(i) {
    const { data, words } = this;
    if (i >= data.dated) {
      return h("p", { class: "when" }, h("b", {}, words.say("card.nodate")), data.bounds[i] ? h("span", { class: "bounds" }, data.bounds[i]) : null);
    }
    const doubts = [data.shape[i] === 2 ? words.say("shape.within") : data.shape[i] === 1 ? words.say("shape.span") : "",
      data.flags[i] & APPROXIMATE ? words.say("legend.approximate") : "", data.flags[i] & UNCERTAIN ? words.say("legend.uncertain") : ""].filter(Boolean);
    return h("p", { class: "when" }, h("b", {}, data.whenWords(i)), " ", h("code", { title: "EDTF" }, data.edtf(i)),
      doubts.length ? h("span", { class: "bounds" }, doubts.join(" · ")) : null);
  }

  facts(i, v) {
    const { data, words } = this, rows = [];
    const row = (name, ...value) => rows.push(h("dt", {}, words.say("card." + name)), h("dd", {}, ...value));
    const quoted = (s) => h("q", {}, s);
    if (v.sw || v.h) row("status", words.say("status." + data.head.statuses[data.status[i]]), v.sw ? [" – ", words.say("card.because"), " ", quoted(v.sw)] : null, (v.h || []).map((x) => ["; ", quoted(x)]));
    if (v.by) row("by", v.by);
    const actors = (v.a || []).filter((a) => !a.s), beside = (v.a || []).filter((a) => a.s);
    if (actors.length) row("who", actors.map((a, k) => [k ? h("br") : null, a.n, a.c && a.c !== a.n ? h("span", { class: "soft" }, " = " + a.c) : null, h("small", {}, " " + words.say("role." + a.r) + (a.k ? " · " + a.k : ""))]));
    if (beside.length) row("beside", beside.map((a) => a.n).join("; "));
    if ((v.w || []).length) row("where", v.w.map((p, k) => [k ? "; " : null, p.n, p.s ? h("small", { title: words.say("place.supposed") }, " (?)") : null, p.b ? h("small", {}, " " + words.say("point." + p.b)) : null]));
    if (v.k) row("coding", h("code", {}, v.k));
    const outlets = new Set(v.c.map((c) => data.outlet(c.s))).size;
    row("voices", words.count("outlets", outlets) + ", " + words.count("voices", data.origins[i]));
    return h("dl", {}, rows);
  }

  // notes are what an analyst wrote and set.
  notes(v) {
    if (!v.note && !v.ed) return null;
    return h("section", { class: "changed" }, h("h3", {}, this.words.say("card.byhand")), v.note ? h("p", {}, v.note) : null, v.ed ? h("ul", {}, v.ed.map((s) => h("li", {}, s))) : null);
  }

  changes(v) {
    if (!v.d) return null;
    return h("section", { class: "changed" }, h("h3", {}, this.words.say("card.changed")), h("ul", {}, v.d.map((s) => h("li", {}, s))));
  }

  // conflicts puts what sources say against each other side by side.
  conflicts(i, v) {
    const { data, words } = this;
    return (v.x || []).map((x) => h("section", { class: "conflict" },
      h("h3", {}, words.say("card.conflict", { field: words.say("field." + x.f) })),
      h("div", { class: "sides" }, x.v.map((side) => h("div", {}, h("b", {}, side.v),
        (side.s || []).map((n) => {
          const c = v.c.find((k) => k.s === n - 1);
          return h("p", {}, c ? h("q", {}, Evidence.quote(v, c)) : null, h("small", {}, data.head.sources[n - 1] ? data.outlet(n - 1) : String(n)));
        }))))));
  }

  cites(i, v) {
    const { data, words } = this;
    return h("section", {}, h("h3", {}, words.count("card.sources", v.c.length)), v.c.slice(0, 40).map((c) => {
      const s = data.head.sources[c.s];
      return h("figure", {}, h("blockquote", {}, pieces(v.paragraphs[c.p], c)),
        h("figcaption", {}, h("a", { href: "#source-" + (c.s + 1), onclick: (e) => { e.preventDefault(); this.on.source(c.s); } }, "[" + (c.s + 1) + "] " + data.outlet(c.s)),
          s.g && s.g !== s.o ? " (" + s.g + ")" : "", s.d ? ", " + s.d : "", s.c ? ", " + words.say("cite.copy", { n: s.c }) : "", ", " + words.say("cite.place", { n: c.n, a: c.b[0], b: c.b[1] }),
          c.w ? [" · ", words.say("cite.coarser", { date: c.w })] : null,
          s.l ? [" · ", h("a", { href: s.l, rel: "noreferrer noopener", target: "_blank" }, words.say("cite.original"))] : null));
    }), v.c.length > 40 ? h("p", { class: "none" }, words.say("list.more", { n: v.c.length - 40 })) : null);
  }

  why(i, v) {
    const { words } = this;
    if (!v.y) return null;
    return h("section", { class: "why" }, h("h3", {}, words.say("card.why")), v.y.map((y) => {
      const rows = [], row = (name, ...value) => rows.push(h("dt", {}, words.say("why." + name)), h("dd", {}, ...value));
      if (y.a) row("anchor", y.a, h("small", {}, " " + (y.f === "publication date" ? words.say("why.published") : y.f ? words.say("why.text") : "")));
      if (y.d) row("direction", words.say("why." + y.d), y.dw ? [", ", words.say("card.because"), " ", h("q", {}, y.dw)] : null);
      row("rule", y.r, " ", h("code", {}, y.m));
      row("grade", words.say("grade." + y.g));
      if (y.sf) row("safe", y.sf);
      for (const x of y.x || []) row("not", h("s", {}, x[0]), " – " + x[1]);
      return h("div", {}, h("p", {}, h("q", {}, y.t), " → ", h("b", {}, y.w), y.e ? [" ", h("code", {}, y.e)] : null), h("dl", {}, rows));
    }));
  }

  relations(v) {
    const { data, words } = this;
    const list = (v.r || []).filter((r) => data.byID.has(r.e));
    if (!list.length) return null;
    return h("section", {}, h("h3", {}, words.say("card.relations")), h("ul", { class: "picklist" }, list.map((r) => {
      const k = data.byID.get(r.e);
      return h("li", {}, h("button", { type: "button", onclick: () => this.on.open(k) }, h("span", {}, h("small", {}, words.say("relation." + r.k) + (r.w ? " “" + r.w + "”" : "")), data.title[k])));
    })));
  }

  copying(i, v) {
    const { words } = this;
    const copy = (name, text) => h("button", { type: "button", onclick: async (e) => {
      const b = e.currentTarget;
      const ok = await toClipboard(text());
      b.textContent = words.say(ok ? "copy.done" : "copy.failed");
      setTimeout(() => { b.textContent = words.say("copy." + name); }, 1600);
    } }, words.say("copy." + name));
    return h("p", { class: "copy" }, copy("link", () => this.on.link(i)), copy("citation", () => citation(this.data, i, v)));
  }
}

// pieces are a paragraph with its sentence, the words of the event and of its time.
export function pieces(text, c) {
  const cuts = new Set([0, text.length, ...c.q, ...c.t, ...(c.m || []).flat()]);
  const at = [...cuts].filter((k) => k >= 0 && k <= text.length).sort((a, b) => a - b), out = [];
  const within = (a, b, s) => a >= s[0] && b <= s[1];
  for (let k = 0; k + 1 < at.length; k++) {
    const [a, b] = [at[k], at[k + 1]], s = text.slice(a, b);
    if ((c.m || []).some((m) => within(a, b, m))) out.push(h("mark", { class: "time" }, s));
    else if (within(a, b, c.t)) out.push(h("mark", {}, s));
    else if (within(a, b, c.q)) out.push(h("span", { class: "sentence" }, s));
    else out.push(h("span", { class: "around" }, s));
  }
  return out;
}

// citation is an event with its first source, as plain text.
export function citation(data, i, v) {
  const c = v.c[0], s = data.head.sources[c.s], quote = Evidence.quote(v, c);
  const when = i < data.dated ? data.whenWords(i) + " [" + data.edtf(i) + "]" : data.bounds[i];
  return [data.title[i] + (when ? " (" + when + ")" : "") + ".", "“" + quote + "”", [s.t, s.o && s.o !== s.t ? s.o : "", s.g && s.g !== s.o ? s.g : "", s.d].filter(Boolean).join(", ") + ", ¶" + c.n + ", bytes " + c.b[0] + "–" + c.b[1] + "." + (s.l ? " " + s.l : "")].join("\n");
}

async function toClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // From disk some browsers have no clipboard for scripts; the old way still works.
    const t = h("textarea", { class: "hide", "aria-hidden": "true" });
    t.value = text;
    document.body.append(t);
    t.select();
    const ok = document.execCommand("copy");
    t.remove();
    return ok;
  }
}
