/* Dateline's page, made of render/html/app by make page; sources sha256:2f43e20d1d325f65664c21455d6c869622b134fc026a5495dd26438e0c5c86b1 */
(() => {
  // render/html/app/data.js
  var APPROXIMATE = 1;
  var UNCERTAIN = 2;
  var CONFLICT = 4;
  var HEDGED = 8;
  var OPEN_START = 16;
  var OPEN_END = 32;
  var MUTUAL = 64;
  var CORRECTED = 128;
  var DAY = 0;
  var SPAN = 1;
  var Lists = class {
    constructor(n) {
      this.at = new Uint32Array(n + 1);
      this.of = new Uint32Array(Math.max(16, n));
      this.n = 0;
    }
    add(list) {
      let end = this.at[this.n];
      if (end + list.length > this.of.length) {
        const more = new Uint32Array(2 * (end + list.length));
        more.set(this.of);
        this.of = more;
      }
      for (const v of list) this.of[end++] = v;
      this.at[++this.n] = end;
    }
    get(i) {
      return this.of.subarray(this.at[i], this.at[i + 1]);
    }
    first(i) {
      return this.at[i] < this.at[i + 1] ? this.of[this.at[i]] : -1;
    }
  };
  var Data = class {
    constructor(head) {
      this.head = head;
      this.dated = head.dated;
      const n = this.n = head.dated + head.undated;
      this.id = new Array(n);
      this.title = new Array(n);
      this.bounds = new Array(n);
      this.from = new Float64Array(n);
      this.to = new Float64Array(n);
      this.when = new Int32Array(n);
      for (const k of ["shape", "status", "grade", "flags"]) this[k] = new Uint8Array(n);
      for (const k of ["type", "origins", "salience"]) this[k] = new Uint16Array(n);
      this.score = new Int16Array(n).fill(NONE);
      this.after = new Float64Array(n).fill(NaN);
      this.before = new Float64Array(n).fill(NaN);
      for (const k of ["actors", "source", "target", "places", "sources", "changes"]) this[k] = new Lists(n);
      this.byID = /* @__PURE__ */ new Map();
      this.read = 0;
    }
    // add takes the next block.
    add(b) {
      const { head } = this;
      b.id.forEach((id, k) => {
        const i = this.read++;
        this.id[i] = id;
        this.byID.set(id, i);
        this.title[i] = b.title[k];
        this.bounds[i] = b.bounds[k];
        const w = this.when[i] = b.when[k];
        if (w >= 0) [this.from[i], this.to[i]] = [head.whens[w].f, head.whens[w].t];
        for (const c of ["shape", "status", "grade", "flags", "type", "origins", "salience"]) this[c][i] = b[c][k];
        if (b.score[k] !== null) this.score[i] = b.score[k];
        if (b.after[k] !== null) this.after[i] = b.after[k];
        if (b.before[k] !== null) this.before[i] = b.before[k];
        this.actors.add(b.actors[k]);
        this.source.add(b.from[k]);
        this.target.add(b.to[k]);
        this.places.add(b.places[k]);
        this.sources.add(b.sources[k]);
        this.changes.add(b.changes[k]);
      });
    }
    // finish makes what needs all events.
    finish() {
      this.byWeight = Uint32Array.from({ length: this.dated }, (_, i) => i).sort((a, b) => this.salience[b] - this.salience[a] || a - b);
      let min = Infinity, max = -Infinity;
      const take = (a, b) => {
        min = Math.min(min, a);
        max = Math.max(max, b);
      };
      for (let i = 0; i < this.dated; i++) take(this.from[i], this.to[i]);
      for (const s of this.head.sources) if (s.f !== null) take(s.f, s.u);
      if (this.head.asOf !== null) take(this.head.asOf, this.head.asOf + 1);
      for (const g of this.head.ghosts) take(g.f, g.u);
      this.min = min;
      this.max = max;
      return this;
    }
    isDated(i) {
      return i < this.dated;
    }
    whenWords(i) {
      return this.when[i] < 0 ? "" : this.head.whens[this.when[i]].w;
    }
    edtf(i) {
      return this.when[i] < 0 ? "" : this.head.whens[this.when[i]].e;
    }
    precision(i) {
      return this.when[i] < 0 ? "" : this.head.whens[this.when[i]].p;
    }
    names(list, table, i) {
      return Array.from(list.get(i), (k) => table[k]);
    }
    actorNames(i) {
      return this.names(this.actors, this.head.actors, i);
    }
    placeNames(i) {
      return Array.from(this.places.get(i), (k) => this.head.places[k].n);
    }
    outlet(s) {
      const x = this.head.sources[s];
      return x.o || x.t;
    }
    origin(s) {
      const x = this.head.sources[s];
      return x.g || x.o || x.t;
    }
  };
  var NONE = -32768;
  async function load(doc, pause2) {
    const data = new Data(JSON.parse(doc.getElementById("head").textContent));
    for (const el of doc.querySelectorAll("script.block")) {
      data.add(JSON.parse(el.textContent));
      el.remove();
      await pause2();
    }
    return data.finish();
  }
  var Evidence = class {
    constructor(doc, size) {
      this.els = doc.querySelectorAll("script.chunk");
      this.size = size;
      this.kept = /* @__PURE__ */ new Map();
    }
    get chunks() {
      return this.els.length;
    }
    chunk(k) {
      let c = this.kept.get(k);
      if (!c) {
        c = JSON.parse(this.els[k].textContent);
        if (this.kept.size > 8) this.kept.delete(this.kept.keys().next().value);
        this.kept.set(k, c);
      }
      return c;
    }
    // of is the evidence of event i, and the paragraphs that it points into.
    of(i) {
      const c = this.chunk(Math.floor(i / this.size));
      return { ...c.e[i % this.size], paragraphs: c.p };
    }
    // quote is a cited sentence.
    static quote(v, cite) {
      return v.paragraphs[cite.p].slice(cite.q[0], cite.q[1]);
    }
  };

  // render/html/app/dom.js
  var $ = (id) => document.getElementById(id);
  function h(tag, attrs = {}, ...children) {
    const el = document.createElement(tag);
    for (const [k, v] of Object.entries(attrs)) {
      if (v === null || v === void 0 || v === false) continue;
      if (k.startsWith("on")) el.addEventListener(k.slice(2), v);
      else if (k === "class") el.className = v;
      else if (k in el && typeof v === "boolean") el[k] = v;
      else el.setAttribute(k, v);
    }
    put(el, children);
    return el;
  }
  function put(el, children) {
    for (const c of children.flat(3)) {
      if (c === null || c === void 0 || c === false || c === "") continue;
      el.append(c instanceof Node ? c : document.createTextNode(String(c)));
    }
    return el;
  }
  function fill(el, ...children) {
    el.textContent = "";
    return put(el, children);
  }
  function glyph(status, size = 13) {
    const ns = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(ns, "svg");
    svg.setAttribute("viewBox", "-7 -7 14 14");
    svg.setAttribute("width", size);
    svg.setAttribute("height", size);
    svg.setAttribute("class", "glyph s-" + status);
    svg.setAttribute("aria-hidden", "true");
    for (const p of glyphPaths(status)) {
      const el = document.createElementNS(ns, "path");
      el.setAttribute("d", p.d);
      el.setAttribute("fill", p.fill ? "currentColor" : "none");
      el.setAttribute("stroke", "currentColor");
      el.setAttribute("stroke-width", p.fill ? 0 : 1.7);
      if (p.dash) el.setAttribute("stroke-dasharray", p.dash);
      svg.append(el);
    }
    return svg;
  }
  var circle = (r) => `M${-r} 0A${r} ${r} 0 1 1 ${r} 0A${r} ${r} 0 1 1 ${-r} 0Z`;
  var diamond = (r) => `M0 ${-r}L${r} 0L0 ${r}L${-r} 0Z`;
  function glyphPaths(status) {
    switch (status) {
      case "occurred":
        return [{ d: circle(5), fill: true }];
      case "ongoing":
        return [{ d: circle(4.6) }, { d: "M0 -4.6A4.6 4.6 0 0 1 0 4.6Z", fill: true }];
      case "scheduled":
        return [{ d: diamond(6.2), fill: true }];
      case "proposed":
        return [{ d: diamond(5.4) }];
      case "threatened":
        return [{ d: "M0 -6L6 5L-6 5Z", fill: true }];
      case "denied":
        return [{ d: circle(4.8) }, { d: "M-3.4 3.4L3.4 -3.4" }];
      case "cancelled":
        return [{ d: "M-4.2 -4.2L4.2 4.2M-4.2 4.2L4.2 -4.2" }];
    }
    return [{ d: circle(4.8), dash: "2 2" }];
  }

  // render/html/app/card.js
  var Card = class {
    constructor(el, data, evidence, words, on) {
      Object.assign(this, { el, data, evidence, words, on });
      this.shown = -1;
    }
    // show opens the card of an event.
    show(i, focus) {
      const { data, words } = this, v = this.evidence.of(i), status = data.head.statuses[data.status[i]];
      this.shown = i;
      const title = h("h2", { id: "card-title", tabindex: "-1" }, data.title[i]);
      fill(
        this.el,
        h(
          "header",
          {},
          h("p", { class: "kicker" }, glyph(status), " ", words.say("status." + status), " · ", words.type(data.head.types[data.type[i]])),
          h(
            "div",
            { class: "card-tools" },
            this.tool("previous", "‹", () => this.on.step(-1)),
            this.tool("next", "›", () => this.on.step(1)),
            this.tool("close", "×", () => this.on.close())
          )
        ),
        title,
        this.when(i),
        this.facts(i, v),
        this.notes(v),
        this.changes(v),
        this.conflicts(i, v),
        this.cites(i, v),
        this.why(i, v),
        this.relations(v),
        this.copying(i, v)
      );
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
      fill(
        this.el,
        h("header", {}, h("p", { class: "kicker" }, words.count("count.events", events.length)), h("div", { class: "card-tools" }, this.tool("close", "×", () => this.on.close()))),
        title,
        h("ul", { class: "picklist" }, few.map((i) => h("li", {}, h(
          "button",
          { type: "button", onclick: () => this.on.open(i) },
          glyph(data.head.statuses[data.status[i]]),
          h("span", {}, h("small", {}, i < data.dated ? data.whenWords(i) : data.bounds[i]), data.title[i])
        )))),
        events.length > few.length ? h("p", { class: "none" }, words.say("list.more", { n: words.number(events.length - few.length) })) : null
      );
      this.el.hidden = false;
      this.el.setAttribute("aria-labelledby", "card-title");
      this.el.scrollTop = 0;
      if (focus) title.focus({ preventScroll: true });
    }
    hide() {
      this.el.hidden = true;
      this.shown = -1;
      this.el.textContent = "";
      this.el.removeAttribute("aria-labelledby");
    }
    tool(name, sign2, go) {
      return h("button", { type: "button", class: "tool " + name, "aria-label": this.words.say("card." + name), title: this.words.say("card." + name), onclick: go }, sign2);
    }
    when(i) {
      const { data, words } = this;
      if (i >= data.dated) {
        return h("p", { class: "when" }, h("b", {}, words.say("card.nodate")), data.bounds[i] ? h("span", { class: "bounds" }, data.bounds[i]) : null);
      }
      const doubts = [
        data.shape[i] === 2 ? words.say("shape.within") : data.shape[i] === 1 ? words.say("shape.span") : "",
        data.flags[i] & APPROXIMATE ? words.say("legend.approximate") : "",
        data.flags[i] & UNCERTAIN ? words.say("legend.uncertain") : ""
      ].filter(Boolean);
      return h(
        "p",
        { class: "when" },
        h("b", {}, data.whenWords(i)),
        " ",
        h("code", { title: "EDTF" }, data.edtf(i)),
        doubts.length ? h("span", { class: "bounds" }, doubts.join(" · ")) : null
      );
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
      return (v.x || []).map((x) => h(
        "section",
        { class: "conflict" },
        h("h3", {}, words.say("card.conflict", { field: words.say("field." + x.f) })),
        h("div", { class: "sides" }, x.v.map((side) => h(
          "div",
          {},
          h("b", {}, side.v),
          (side.s || []).map((n) => {
            const c = v.c.find((k) => k.s === n - 1);
            return h("p", {}, c ? h("q", {}, Evidence.quote(v, c)) : null, h("small", {}, data.head.sources[n - 1] ? data.outlet(n - 1) : String(n)));
          })
        )))
      ));
    }
    cites(i, v) {
      const { data, words } = this;
      return h("section", {}, h("h3", {}, words.count("card.sources", v.c.length)), v.c.slice(0, 40).map((c) => {
        const s = data.head.sources[c.s];
        return h(
          "figure",
          {},
          h("blockquote", {}, pieces(v.paragraphs[c.p], c)),
          h(
            "figcaption",
            {},
            h("a", { href: "#source-" + (c.s + 1), onclick: (e) => {
              e.preventDefault();
              this.on.source(c.s);
            } }, "[" + (c.s + 1) + "] " + data.outlet(c.s)),
            s.g && s.g !== s.o ? " (" + s.g + ")" : "",
            s.d ? ", " + s.d : "",
            s.c ? ", " + words.say("cite.copy", { n: s.c }) : "",
            ", " + words.say("cite.place", { n: c.n, a: c.b[0], b: c.b[1] }),
            c.w ? [" · ", words.say("cite.coarser", { date: c.w })] : null,
            s.l ? [" · ", h("a", { href: s.l, rel: "noreferrer noopener", target: "_blank" }, words.say("cite.original"))] : null
          )
        );
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
      const copy = (name, text2) => h("button", { type: "button", onclick: async (e) => {
        const b = e.currentTarget;
        const ok = await toClipboard(text2());
        b.textContent = words.say(ok ? "copy.done" : "copy.failed");
        setTimeout(() => {
          b.textContent = words.say("copy." + name);
        }, 1600);
      } }, words.say("copy." + name));
      return h("p", { class: "copy" }, copy("link", () => this.on.link(i)), copy("citation", () => citation(this.data, i, v)));
    }
  };
  function pieces(text2, c) {
    const cuts = /* @__PURE__ */ new Set([0, text2.length, ...c.q, ...c.t, ...(c.m || []).flat()]);
    const at = [...cuts].filter((k) => k >= 0 && k <= text2.length).sort((a, b) => a - b), out = [];
    const within = (a, b, s) => a >= s[0] && b <= s[1];
    for (let k = 0; k + 1 < at.length; k++) {
      const [a, b] = [at[k], at[k + 1]], s = text2.slice(a, b);
      if ((c.m || []).some((m) => within(a, b, m))) out.push(h("mark", { class: "time" }, s));
      else if (within(a, b, c.t)) out.push(h("mark", {}, s));
      else if (within(a, b, c.q)) out.push(h("span", { class: "sentence" }, s));
      else out.push(h("span", { class: "around" }, s));
    }
    return out;
  }
  function citation(data, i, v) {
    const c = v.c[0], s = data.head.sources[c.s], quote = Evidence.quote(v, c);
    const when = i < data.dated ? data.whenWords(i) + " [" + data.edtf(i) + "]" : data.bounds[i];
    return [data.title[i] + (when ? " (" + when + ")" : "") + ".", "“" + quote + "”", [s.t, s.o && s.o !== s.t ? s.o : "", s.g && s.g !== s.o ? s.g : "", s.d].filter(Boolean).join(", ") + ", ¶" + c.n + ", bytes " + c.b[0] + "–" + c.b[1] + "." + (s.l ? " " + s.l : "")].join("\n");
  }
  async function toClipboard(text2) {
    try {
      await navigator.clipboard.writeText(text2);
      return true;
    } catch {
      const t = h("textarea", { class: "hide", "aria-hidden": "true" });
      t.value = text2;
      document.body.append(t);
      t.select();
      const ok = document.execCommand("copy");
      t.remove();
      return ok;
    }
  }

  // render/html/app/charts.js
  var options = () => JSON.parse($("options").textContent);
  var functions = { "fn:none": () => "" };
  function attach(o, own) {
    for (const k of Object.keys(o)) {
      const v = o[k];
      if (typeof v === "string" && (k === "renderItem" || k === "formatter")) {
        const f = own[v] || functions[v];
        if (f) o[k] = f;
        else delete o[k];
      } else if (v && typeof v === "object") attach(v, own);
    }
    return o;
  }
  var skeleton = (name, own = {}) => attach(options()[name] || {}, own);
  function colours() {
    const css = getComputedStyle(document.documentElement), c = {};
    for (const k of ["bg", "panel", "ink", "soft", "line", "faint", "accent", "wash", "warm", "grey", "deep"]) c[k] = css.getPropertyValue("--" + k).trim();
    c.font = getComputedStyle(document.body).fontFamily.replaceAll('"', "'");
    c.status = { occurred: c.deep, ongoing: c.deep, scheduled: c.accent, proposed: c.accent, threatened: c.warm, denied: c.grey, cancelled: c.grey };
    return c;
  }
  function start(el, renderer = "canvas") {
    return echarts.init(el, null, { renderer, useDirtyRect: false });
  }
  var canvas = null;
  var kept = /* @__PURE__ */ new Map();
  function width(text2, font) {
    const key = font + "\n" + text2;
    let w = kept.get(key);
    if (w === void 0) {
      if (kept.size > 6e4) kept.clear();
      canvas ??= document.createElement("canvas").getContext("2d");
      canvas.font = font;
      kept.set(key, w = canvas.measureText(text2).width);
    }
    return w;
  }
  function cut(text2, room, font) {
    const full = width(text2, font);
    if (full <= room) return text2;
    let n = Math.max(1, Math.floor(text2.length * room / full));
    while (n > 1 && width(text2.slice(0, n).trimEnd() + "…", font) > room) n--;
    return text2.slice(0, n).trimEnd() + "…";
  }

  // render/html/app/days.js
  function civil(n) {
    const z = Math.floor(n) + 719468;
    const era = Math.floor(z / 146097), doe = z - era * 146097;
    const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
    const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
    const mp = Math.floor((5 * doy + 2) / 153);
    const m = mp < 10 ? mp + 3 : mp - 9;
    return { y: yoe + era * 400 + (m <= 2 ? 1 : 0), m, d: doy - Math.floor((153 * mp + 2) / 5) + 1 };
  }
  function number(y, m = 1, d = 1) {
    y += Math.floor((m - 1) / 12);
    m = ((m - 1) % 12 + 12) % 12 + 1;
    const yy = m <= 2 ? y - 1 : y;
    const era = Math.floor(yy / 400), yoe = yy - era * 400;
    const doy = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1;
    const doe = yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy;
    return era * 146097 + doe - 719468;
  }
  var weekday = (n) => ((Math.floor(n) + 4) % 7 + 7) % 7;
  function iso(n) {
    const { y, m, d } = civil(n), pad = (k) => String(k).padStart(2, "0");
    const year = y > 9999 || y < -9999 ? "Y" + y : (y < 0 ? "-" : "") + String(Math.abs(y)).padStart(4, "0");
    return year + "-" + pad(m) + "-" + pad(d);
  }
  function parse(s) {
    const m = /^(?:Y(-?\d{5,10})|(-?\d{4}))-(\d\d)-(\d\d)$/.exec(s || "");
    if (!m || m[3] < 1 || m[3] > 12 || m[4] < 1 || m[4] > 31) return null;
    return number(Number(m[1] ?? m[2]), Number(m[3]), Number(m[4]));
  }

  // render/html/app/export.js
  function record(data, evidence, i) {
    const v = evidence.of(i), c = v.c[0], s = data.head.sources[c.s], dated = i < data.dated;
    return {
      id: data.id[i],
      title: data.title[i],
      when: data.edtf(i),
      when_words: data.whenWords(i),
      precision: dated ? data.precision(i) : "none",
      // Days at both ends, inclusive; they are the bounds of the date and no date.
      earliest: dated ? iso(data.from[i]) : Number.isNaN(data.after[i]) ? "" : iso(data.after[i]),
      latest: dated ? iso(data.to[i] - 1) : Number.isNaN(data.before[i]) ? "" : iso(data.before[i] - 1),
      approximate: Boolean(data.flags[i] & APPROXIMATE),
      uncertain: Boolean(data.flags[i] & UNCERTAIN),
      bounds: data.bounds[i],
      status: data.head.statuses[data.status[i]],
      status_words: v.sw || "",
      type: data.head.types[data.type[i]],
      date_resolution: data.head.grades[data.grade[i]],
      actors: data.actorNames(i),
      places: data.placeNames(i),
      origins: data.origins[i],
      disputed: Boolean(data.flags[i] & CONFLICT),
      quote: Evidence.quote(v, c),
      source: s.t,
      outlet: s.o,
      origin: s.g,
      published: s.d,
      paragraph: c.n,
      bytes: c.b,
      url: s.l || ""
    };
  }
  function cell(v) {
    let s = Array.isArray(v) ? v.join("; ") : String(v ?? "");
    if (/^[=+\-@\t\r\n|%＝＋－＠％]/.test(s) && !/^-?\d+(\.\d+)?$/.test(s) && !/^-\d{4}-\d\d-\d\d$/.test(s)) s = "'" + s;
    return /[",\r\n;]/.test(s) || s !== s.trim() ? '"' + s.replaceAll('"', '""') + '"' : s;
  }
  function csv(records) {
    if (!records.length) return "";
    const keys = Object.keys(records[0]);
    return "\uFEFF" + [keys, ...records.map((r) => keys.map((k) => r[k]))].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
  }
  var icsText = (s) => s.replace(/[\\;,]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n").replace(/[\x00-\x08\x0b-\x1f\x7f]/g, "");
  function foldLine(s) {
    const out = [];
    let line2 = "", bytes = 0;
    for (const ch of s) {
      const p = ch.codePointAt(0), n = p < 128 ? 1 : p < 2048 ? 2 : p < 65536 ? 3 : 4;
      if (bytes + n > 75) {
        out.push(line2);
        line2 = " ";
        bytes = 1;
      }
      line2 += ch;
      bytes += n;
    }
    out.push(line2);
    return out.join("\r\n");
  }
  var ICS = { scheduled: "CONFIRMED", occurred: "CONFIRMED", ongoing: "CONFIRMED", proposed: "TENTATIVE", threatened: "TENTATIVE", denied: "CANCELLED", cancelled: "CANCELLED" };
  function ics(data, evidence, list, words) {
    const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//dateline//page//EN", "CALSCALE:GREGORIAN"];
    const stamp = (n) => {
      const { y, m, d } = civil(n);
      return String(y).padStart(4, "0") + String(m).padStart(2, "0") + String(d).padStart(2, "0");
    };
    const made = data.head.asOf !== null ? stamp(data.head.asOf) : "19700101";
    let left = 0;
    for (const i of list) {
      const year = civil(data.from[i]).y;
      if (i >= data.dated || year < 1 || civil(data.to[i]).y > 9999) {
        left++;
        continue;
      }
      const r = record(data, evidence, i), exact = data.shape[i] !== 2;
      lines.push(
        "BEGIN:VEVENT",
        "UID:" + icsText(r.id) + "@dateline",
        "DTSTAMP:" + made + "T000000Z",
        "DTSTART;VALUE=DATE:" + stamp(data.from[i]),
        "DTEND;VALUE=DATE:" + stamp(data.to[i]),
        "SUMMARY:" + icsText(exact ? r.title : words.say("ics.sometime", { date: r.when_words }) + ": " + r.title),
        "STATUS:" + (ICS[r.status] || "TENTATIVE"),
        "TRANSP:" + (exact && data.to[i] - data.from[i] <= 3 ? "OPAQUE" : "TRANSPARENT"),
        "DESCRIPTION:" + icsText("“" + r.quote + "”\n" + [r.source, r.outlet, r.published].filter(Boolean).join(", ") + "\n" + r.when_words + " [" + r.when + "], " + words.say("status." + r.status))
      );
      if (r.places.length) lines.push("LOCATION:" + icsText(r.places.join("; ")));
      if (/^https?:\/\/[!-~]+$/.test(r.url)) lines.push("URL:" + r.url);
      lines.push("END:VEVENT");
    }
    lines.push("END:VCALENDAR");
    return { text: lines.map(foldLine).join("\r\n") + "\r\n", left };
  }
  var json = (data, records) => JSON.stringify({ title: data.head.title, as_of: data.head.asOfText, generator: data.head.generator, events: records }, null, 1);
  function picture(timeline, state, renderer, width2 = 1400) {
    const host = h("div", { class: "offscreen", "aria-hidden": "true" });
    document.body.append(host);
    const c = colours(), L = timeline.layout(state, width2, c, { rows: 60 }), { ground, marks } = timeline.scene(L, c);
    host.style.width = width2 + "px";
    host.style.height = L.height + "px";
    const chart = echarts.init(host, null, { renderer, width: width2, height: L.height, devicePixelRatio: 2 });
    const groups = [{ type: "rect", shape: { x: 0, y: 0, width: width2, height: L.height }, style: { fill: c.panel } }, ground, ...marks.map((m) => m.group)];
    const o = skeleton("timeline", { "fn:scene": (p) => groups[p.dataIndex] });
    Object.assign(o.series[0], { id: "events", clip: false, data: groups.map((_, k) => [k]) });
    chart.setOption(o);
    const out = renderer === "svg" ? chart.renderToSVGString() : chart.getDataURL({ type: "png", pixelRatio: 2 });
    chart.dispose();
    host.remove();
    return out;
  }
  function save(name, kind, body) {
    const url = URL.createObjectURL(body instanceof Blob ? body : new Blob([body], { type: kind }));
    const a = h("a", { href: url, download: name });
    document.body.append(a);
    a.click();
    a.remove();
    setTimeout(() => URL.revokeObjectURL(url), 2e4);
  }
  function fileName(title, ext) {
    return (title.normalize("NFKD").replace(/[^\w\s-]/g, "").trim().replace(/\s+/g, "-").slice(0, 60).toLowerCase() || "timeline") + "." + ext;
  }
  function blobOf(dataURL) {
    const [head, body] = dataURL.split(","), raw = atob(body), b = new Uint8Array(raw.length);
    for (let i = 0; i < raw.length; i++) b[i] = raw.charCodeAt(i);
    return new Blob([b], { type: /:(.*?);/.exec(head)[1] });
  }

  // render/html/app/state.js
  var FACETS = ["change", "status", "type", "actor", "place", "outlet", "origin", "precision", "grade", "voices", "notes"];
  var VIEWS = ["timeline", "table", "calendar", "clocks", "network", "flow", "curve", "map", "ahead"];
  var LANES = ["actor", "place", "type", "outlet", "status", "none"];
  var PLAIN = { view: VIEWS, lanes: LANES, order: ["count", "name", "first"] };
  function initial() {
    const facets = {};
    for (const f of FACETS) facets[f] = [];
    return { view: "timeline", lanes: "actor", order: "count", q: "", ev: "", from: null, to: null, sort: "when", page: 1, facets };
  }
  function write(s) {
    const usual = initial(), parts = [];
    const add = (k, v) => parts.push(k + "=" + v);
    for (const k of ["view", "lanes", "order", "sort"]) if (s[k] !== usual[k]) add(k, encodeURIComponent(s[k]));
    if (s.q) add("q", encodeURIComponent(s.q));
    for (const f of FACETS) if (s.facets[f].length) add(f, s.facets[f].map((v) => encodeURIComponent(v)).join(","));
    if (s.from !== null && s.to !== null) {
      add("from", iso(s.from));
      add("to", iso(s.to));
    }
    if (s.page > 1) add("page", s.page);
    if (s.ev) add("ev", encodeURIComponent(s.ev));
    return parts.join("&");
  }
  var decode = (v) => {
    try {
      return decodeURIComponent(v);
    } catch {
      return v;
    }
  };
  function read(text2) {
    const s = initial();
    for (const part of text2.replace(/^#/, "").split("&")) {
      const at = part.indexOf("=");
      if (at < 0) continue;
      const k = part.slice(0, at), v = part.slice(at + 1);
      if (Object.hasOwn(PLAIN, k)) {
        if (PLAIN[k].includes(v)) s[k] = v;
      } else if (k === "q" || k === "ev") s[k] = decode(v);
      else if (k === "sort" && /^-?(when|status|title|who|where|type)$/.test(v)) s.sort = v;
      else if (k === "from" || k === "to") s[k] = parse(v);
      else if (k === "page" && /^\d{1,6}$/.test(v)) s.page = Math.max(1, Number(v));
      else if (FACETS.includes(k)) s.facets[k] = v.split(",").filter(Boolean).map(decode);
    }
    if (s.from === null || s.to === null || s.from >= s.to) s.from = s.to = null;
    return s;
  }

  // render/html/app/facets.js
  var RANGE = 1 << 14;
  var SEARCH = 1 << 15;
  function build(data) {
    const { head, n } = data;
    const each = (names, of) => {
      const lists = new Lists(n);
      for (let i = 0; i < n; i++) lists.add(of(i));
      return { names, lists };
    };
    const numbered = (nameOf, ofEvent) => {
      const at = /* @__PURE__ */ new Map(), names = [];
      const number2 = (name) => {
        if (!at.has(name)) {
          at.set(name, names.length);
          names.push(name);
        }
        return at.get(name);
      };
      return each(names, (i) => [...new Set(ofEvent(i).map((k) => number2(nameOf(k))))]);
    };
    const precision = numbered((k) => k, (i) => [data.when[i] < 0 ? "none" : precisionOf(head.whens[data.when[i]].e, data.from[i], data.to[i])]);
    return {
      change: { names: head.kinds, lists: data.changes },
      status: each(head.statuses, (i) => [data.status[i]]),
      type: each(head.types, (i) => [data.type[i]]),
      actor: { names: head.actors, lists: data.actors },
      place: numbered((k) => head.places[k].n, (i) => [...data.places.get(i)]),
      outlet: numbered((s) => data.outlet(s), (i) => [...data.sources.get(i)]),
      origin: numbered((s) => data.origin(s), (i) => [...data.sources.get(i)]),
      precision,
      grade: each(head.grades, (i) => [data.grade[i]]),
      voices: each(["1", "2", "3+"], (i) => [Math.min(2, Math.max(0, data.origins[i] - 1))]),
      notes: each(["disputed", "hedged", "corrected"], (i) => [CONFLICT, HEDGED, CORRECTED].flatMap((f, k) => data.flags[i] & f ? [k] : []))
    };
  }
  function precisionOf(edtf, from, to) {
    const days = to - from;
    if (edtf.includes("/")) return days <= 62 ? "days" : "longer";
    if (days <= 1) return "day";
    if (days <= 7) return "week";
    if (days <= 31) return "month";
    if (days <= 184) return "quarter";
    return days <= 366 ? "year" : "longer";
  }
  var Filter = class {
    constructor(data, facets) {
      this.data = data;
      this.facets = facets;
      this.fails = new Uint16Array(data.n);
      this.keys = FACETS.filter((k) => facets[k].names.length > 0);
      this.counts = {};
    }
    // apply takes the state, and the events that a search found (null: no search).
    apply(state, found) {
      const { data, fails } = this, n = data.n;
      fails.fill(0);
      this.keys.forEach((key, bit) => {
        const chosen = state.facets[key];
        if (!chosen.length) return;
        const { names, lists } = this.facets[key];
        const wanted = new Uint8Array(names.length);
        for (const name of chosen) {
          const k = names.indexOf(name);
          if (k >= 0) wanted[k] = 1;
        }
        const { at, of } = lists;
        for (let i = 0; i < n; i++) {
          let ok = 0;
          for (let j = at[i]; j < at[i + 1]; j++) ok |= wanted[of[j]];
          if (!ok) fails[i] |= 1 << bit;
        }
      });
      if (state.from !== null) {
        for (let i = 0; i < n; i++) {
          const a = i < data.dated ? data.from[i] : data.after[i], b = i < data.dated ? data.to[i] : data.before[i];
          if (b <= state.from || a >= state.to) fails[i] |= RANGE;
        }
      }
      if (found) {
        for (let i = 0; i < n; i++) if (!found[i]) fails[i] |= SEARCH;
      }
      this.count();
      return this;
    }
    count() {
      const { data, fails } = this;
      let dated = 0, undated = 0;
      for (let i = 0; i < data.n; i++) if (!fails[i]) i < data.dated ? dated++ : undated++;
      this.dated = dated;
      this.undated = undated;
      this.keys.forEach((key, bit) => {
        const { names, lists: { at, of } } = this.facets[key], but = ~(1 << bit) & 65535;
        const counts = new Uint32Array(names.length);
        for (let i = 0; i < data.n; i++) {
          if (fails[i] & but) continue;
          for (let j = at[i]; j < at[i + 1]; j++) counts[of[j]]++;
        }
        this.counts[key] = counts;
      });
    }
    // passes says whether an event is let through; shown leaves the time window aside.
    passes(i) {
      return this.fails[i] === 0;
    }
    shown(i) {
      return (this.fails[i] & ~RANGE & 65535) === 0;
    }
  };

  // render/html/app/keys.js
  var Keys = class {
    constructor(el, timeline, words, on) {
      Object.assign(this, { el, timeline, words, on, at: -1 });
      this.ring = document.getElementById("ring");
      el.addEventListener("keydown", (e) => this.key(e));
      el.addEventListener("focus", () => this.show(this.at < 0 ? this.nearest() : this.at));
      el.addEventListener("blur", () => {
        this.ring.hidden = true;
      });
    }
    // renew follows a new drawing: it stays at the event where it was.
    renew() {
      const { marks } = this.timeline;
      this.at = this.event === void 0 ? -1 : marks.findIndex((m) => m.first === this.event && !m.faint);
      if (document.activeElement === this.el) this.show(this.at < 0 ? this.nearest() : this.at);
      else this.options();
    }
    nearest() {
      const { marks, picked } = this.timeline, k = marks.findIndex((m) => !m.faint && m.events.includes(picked));
      return k >= 0 ? k : marks.findIndex((m) => !m.faint);
    }
    show(k) {
      const m = this.timeline.marks[k];
      this.at = k;
      if (!m) {
        this.ring.hidden = true;
        return;
      }
      this.event = m.first;
      const { x, y, width: width2, height } = m.ring;
      Object.assign(this.ring.style, { left: x + "px", top: y + "px", width: width2 + "px", height: height + "px" });
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
      if (this.at >= 0) this.el.setAttribute("aria-activedescendant", "mark-" + this.at);
      else this.el.removeAttribute("aria-activedescendant");
    }
    move(test, better) {
      const { marks } = this.timeline, now = marks[this.at];
      let best = -1;
      marks.forEach((m, k) => {
        if (k !== this.at && !m.faint && test(m, now, k) && (best < 0 || better(m, marks[best], now))) best = k;
      });
      if (best >= 0) this.show(best);
    }
    key(e) {
      const { marks } = this.timeline, now = marks[this.at];
      const near = (m, n, now2) => Math.hypot((m.x - now2.x) / 2, m.y - now2.y) < Math.hypot((n.x - now2.x) / 2, n.y - now2.y);
      switch (e.key) {
        case "ArrowRight":
        case "ArrowLeft": {
          if (e.shiftKey) {
            this.on.pan(e.key === "ArrowRight" ? 0.2 : -0.2);
            break;
          }
          const by = e.key === "ArrowRight" ? 1 : -1;
          let k = this.at + by;
          while (marks[k] && marks[k].faint) k += by;
          if (marks[k]) this.show(k);
          break;
        }
        case "ArrowDown":
          if (now) this.move((m, n) => m.y > n.y + 2, near);
          break;
        case "ArrowUp":
          if (now) this.move((m, n) => m.y < n.y - 2, near);
          break;
        case "Home":
          this.show(marks.findIndex((m) => !m.faint));
          break;
        case "End":
          this.show(marks.findLastIndex((m) => !m.faint));
          break;
        case "Enter":
        case " ":
          if (now) this.on.open(now);
          break;
        case "+":
        case "=":
          this.on.zoom(0.6);
          break;
        case "-":
          this.on.zoom(1 / 0.6);
          break;
        case "0":
          this.on.fit();
          break;
        default:
          return;
      }
      e.preventDefault();
    }
  };

  // render/html/app/search.js
  var fold = (s) => s.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  function terms(query) {
    const all = [];
    for (const m of fold(query).matchAll(/(-?)(?:"([^"]+)"?|(\S+))/g)) {
      const text2 = (m[2] ?? m[3]).trim();
      if (text2 && text2 !== "-") all.push({ text: text2, not: m[1] === "-" });
    }
    return all;
  }
  var matches = (text2, ts) => ts.every((t) => text2.includes(t.text) !== t.not);
  var Search = class {
    constructor(data, evidence, words) {
      this.data = data;
      this.evidence = evidence;
      this.words = words;
      this.texts = new Array(data.n);
      this.quotes = 0;
      this.run = 0;
    }
    text(i) {
      const { data, words } = this;
      return this.texts[i] ??= fold([
        data.title[i],
        ...data.actorNames(i),
        ...data.placeNames(i),
        data.whenWords(i),
        data.edtf(i),
        data.bounds[i],
        words.say("status." + data.head.statuses[data.status[i]]),
        words.type(data.head.types[data.type[i]])
      ].join("\n"));
    }
    readChunk(k) {
      const { evidence, data } = this, end = Math.min(data.n, (k + 1) * evidence.size);
      for (let i = k * evidence.size; i < end; i++) {
        const v = evidence.of(i);
        this.texts[i] = this.text(i) + "\n" + fold(v.c.map((c) => Evidence.quote(v, c)).join("\n"));
      }
    }
    // find yields what it found so far whenever it comes to an end of its steps.
    async find(query, pause2, tell) {
      const run = ++this.run, ts = terms(query);
      if (!ts.length) return tell(null, true);
      const { data } = this, found = new Uint8Array(data.n);
      let t0 = performance.now();
      for (let i = 0; i < data.n; i++) {
        found[i] = matches(this.text(i), ts) ? 1 : 0;
        if (i % 500 === 499 && performance.now() - t0 > 25) {
          await pause2();
          if (run !== this.run) return;
          t0 = performance.now();
        }
      }
      tell(found, this.quotes >= this.evidence.chunks);
      while (this.quotes < this.evidence.chunks) {
        this.readChunk(this.quotes++);
        if (performance.now() - t0 > 25) {
          await pause2();
          t0 = performance.now();
        }
        if (this.quotes === this.evidence.chunks && run === this.run) return this.find(query, pause2, tell);
        if (run !== this.run) return;
      }
    }
  };

  // render/html/app/sidebar.js
  var FEW = 7;
  var Sidebar = class {
    constructor(el, filter, words, on) {
      Object.assign(this, { el, filter, words, on });
      this.all = /* @__PURE__ */ new Set();
      this.find = {};
    }
    label(key, name) {
      const { words } = this;
      switch (key) {
        case "status":
        case "precision":
        case "grade":
        case "voices":
        case "notes":
        case "change":
          return words.say(key + "." + name);
        case "type":
          return words.type(name);
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
      return h(
        "fieldset",
        { class: "facet f-" + key },
        h("legend", {}, words.say("facet." + key), chosen.length ? h("button", { type: "button", class: "clear", "data-key": key + "\nclear", "aria-label": words.say("facet.clear", { facet: words.say("facet." + key) }), onclick: () => this.on.choose(key, []) }, "×") : null),
        open && total > 20 ? h("input", { type: "search", class: "narrow", value: q, "data-key": key + "\nfind", placeholder: words.say("facet.find"), "aria-label": words.say("facet.find") + ": " + words.say("facet." + key), oninput: (e) => {
          this.find[key] = e.target.value;
          this.draw(state);
        } }) : null,
        h("ul", {}, order.slice(0, 300).map((k) => {
          const name = names[k], on = chosen.includes(name);
          return h("li", {}, h(
            "label",
            { class: "value" + (on ? " on" : "") + (counts[k] ? "" : " zero"), title: this.label(key, name) },
            h("input", { type: "checkbox", checked: on, "data-key": key + "\n" + name, onchange: (e) => this.on.choose(key, e.target.checked ? [...chosen, name] : chosen.filter((x) => x !== name)) }),
            h("span", { class: "share", "aria-hidden": "true" }, bar(counts[k] / max)),
            key === "status" ? glyph(name) : null,
            h("span", { class: "name" }, this.label(key, name)),
            h("span", { class: "n" }, words.number(counts[k]))
          ));
        })),
        long ? h(
          "button",
          { type: "button", class: "more", "data-key": key + "\nmore", "aria-expanded": String(open), onclick: () => {
            open ? this.all.delete(key) : this.all.add(key);
            delete this.find[key];
            this.draw(state);
          } },
          open ? words.say("facet.fewer") : words.say("facet.more", { n: total - FEW })
        ) : null
      );
    }
  };
  function bar(share2) {
    const ns = "http://www.w3.org/2000/svg", svg = document.createElementNS(ns, "svg"), rect = document.createElementNS(ns, "rect");
    svg.setAttribute("viewBox", "0 0 100 1");
    svg.setAttribute("preserveAspectRatio", "none");
    rect.setAttribute("width", Math.max(1, Math.round(share2 * 100)));
    rect.setAttribute("height", 1);
    svg.append(rect);
    return svg;
  }

  // render/html/app/scale.js
  var MIN_BREAK = 60;
  var SHARE = 6;
  var DRAWN = 0.045;
  function findBreaks(spans) {
    const out = [];
    if (spans.length < 2) return out;
    let end = spans[0][1], last = -Infinity;
    for (const s of spans) last = Math.max(last, s[1]);
    const whole = last - spans[0][0];
    for (const [from, to] of spans) {
      const gap = from - end;
      if (gap > MIN_BREAK && gap > whole / SHARE) {
        const pad = Math.min(gap / 12, 0.03 * (whole - gap) + 2);
        out.push({ from: Math.ceil(end + pad), to: Math.floor(from - pad) });
      }
      end = Math.max(end, to);
    }
    return out;
  }
  var Scale = class {
    constructor(min, max, breaks) {
      this.breaks = breaks;
      let hidden = 0;
      for (const b of breaks) hidden += b.to - b.from;
      const shown = Math.max(1, max - min - hidden);
      this.drawn = Math.max(0.5, shown * DRAWN);
      const pad = Math.max(shown / 40, 0.7);
      this.min = this.unit(min) - pad;
      this.max = this.unit(max) + pad;
    }
    unit(day) {
      let u = day;
      for (const b of this.breaks) {
        const w = b.to - b.from;
        if (day >= b.to) u -= w - this.drawn;
        else if (day > b.from) u -= (day - b.from) * (1 - this.drawn / w);
      }
      return u;
    }
    day(unit) {
      let d = unit;
      for (const b of this.breaks) {
        const start3 = b.from - (d - unit), w = b.to - b.from;
        if (unit >= start3 + this.drawn) d += w - this.drawn;
        else if (unit > start3) return b.from + (unit - start3) * w / this.drawn;
      }
      return d;
    }
  };
  var Window = class {
    constructor(scale, u0, u1, left, right) {
      Object.assign(this, { scale, u0, u1, left, right });
      this.k = (right - left) / (u1 - u0);
    }
    x(day) {
      return this.left + (this.scale.unit(day) - this.u0) * this.k;
    }
    day(x) {
      return this.scale.day(this.u0 + (x - this.left) / this.k);
    }
    get from() {
      return this.scale.day(this.u0);
    }
    get to() {
      return this.scale.day(this.u1);
    }
  };

  // render/html/app/shapes.js
  var registered = false;
  function register() {
    if (registered) return;
    registered = true;
    echarts.graphic.registerShape("stripes", echarts.graphic.extendShape({
      shape: { x: 0, y: 0, width: 0, height: 0, gap: 5 },
      buildPath(ctx, s) {
        const end = s.x + s.width, hgt = s.height;
        for (let x = Math.floor((s.x - hgt) / s.gap) * s.gap; x < end; x += s.gap) {
          const a = Math.max(x, s.x), b = Math.min(x + hgt, end);
          if (b <= a) continue;
          ctx.moveTo(a, s.y + hgt - (a - x));
          ctx.lineTo(b, s.y + hgt - (b - x));
        }
      }
    }));
  }
  var signs = {};
  function sign(status, x, y, colour, scale = 1) {
    const paths = signs[status] ??= glyphPaths(status);
    return {
      ...group(paths.map((p) => ({
        type: "path",
        shape: { pathData: p.d },
        style: p.fill ? { fill: colour, stroke: "none" } : { fill: "none", stroke: colour, lineWidth: 1.7, lineDash: p.dash ? [2, 2] : null }
      })), { x, y, scaleX: scale, scaleY: scale })
    };
  }
  var dash = { proposed: [5, 3], threatened: [7, 3, 2, 3], denied: [2, 3], cancelled: [2, 3] };
  var FADE = 18;
  var group = (children, more = {}) => ({ type: "group", $mergeChildren: false, children, ...more });
  function faded(children, opacity) {
    for (const c of children) {
      if (c.children) faded(c.children, opacity);
      else c.style = { ...c.style, opacity: (c.style.opacity ?? 1) * opacity };
    }
    return children;
  }
  function bar2(shape, status, flags, x0, x1, y, height, colour, edge) {
    register();
    const parts = [], width2 = x1 - x0, top = y - height / 2;
    const a = Math.max(x0, edge.left), b = Math.min(x1, edge.right);
    const doubt = flags & UNCERTAIN;
    if (shape === SPAN) {
      const solid = status === "occurred" || status === "ongoing";
      parts.push({
        type: "rect",
        shape: { x: a, y: top, width: b - a, height, r: [a === x0 ? 2.5 : 0, b === x1 ? 2.5 : 0, b === x1 ? 2.5 : 0, a === x0 ? 2.5 : 0] },
        style: solid && !doubt ? { fill: colour } : { fill: colour, fillOpacity: 0.16, stroke: colour, lineWidth: 1.5, lineDash: doubt ? [2, 3] : dash[status] || null }
      });
      if (status === "denied" || status === "cancelled") parts.push(line(a, y, b, y, colour, 1.2));
      const tip = height / 2 + 2;
      if (flags & OPEN_END && x1 < edge.right + 4) parts.push(arrow(x1, y, tip, colour));
      if (flags & OPEN_START && x0 > edge.left - 4) parts.push(arrow(x0, y, -tip, colour));
      return parts;
    }
    const soft = Math.min(FADE, width2 / 3), steps = width2 > 14 ? 3 : 1;
    const stripes = (from, to, opacity) => {
      from = Math.max(from, a);
      to = Math.min(to, b);
      if (to > from) parts.push({ type: "stripes", shape: { x: from, y: top, width: to - from, height, gap: doubt ? 7 : 5 }, style: { stroke: colour, fill: "none", lineWidth: 1.5, opacity, lineDash: doubt ? [2, 2] : null } });
    };
    for (let s = 0; s < steps; s++) {
      const opacity = steps === 1 ? 0.9 : 0.22 + s * 0.24, w = soft / steps;
      stripes(x0 + s * w, x0 + (s + 1) * w, opacity);
      stripes(x1 - (s + 1) * w, x1 - s * w, opacity);
    }
    stripes(x0 + soft, x1 - soft, 0.95);
    if (status !== "occurred" && status !== "ongoing" && b - a > 2 * soft) {
      parts.push({ ...line(Math.max(a, x0 + soft), top + height + 2, Math.min(b, x1 - soft), top + height + 2, colour, 1.3) });
      parts.at(-1).style.lineDash = dash[status] || null;
    }
    if (status === "denied" || status === "cancelled") parts.push(line(a, y, b, y, colour, 1.2));
    return parts;
  }
  var line = (x1, y1, x2, y2, stroke, lineWidth = 1) => ({ type: "line", shape: { x1, y1, x2, y2 }, style: { stroke, lineWidth, fill: "none" } });
  var arrow = (x, y, tip, colour) => ({ type: "polygon", shape: { points: [[x, y - 5], [x + tip, y], [x, y + 5]] }, style: { fill: colour } });
  var text = (s, x, y, fill2, font, align = "left", more = {}) => ({ type: "text", x, y, style: { text: s, fill: fill2, font, textAlign: align, align, verticalAlign: "middle", ...more } });
  function bubble(n, x, y, colour, font) {
    const r = Math.min(14, 7.5 + 2.2 * Math.log10(n));
    return [
      { type: "circle", shape: { cx: x, cy: y, r }, style: { fill: colour, fillOpacity: Math.min(0.34, 0.1 + 0.07 * Math.log10(n)) } },
      text(n > 9999 ? Math.round(n / 1e3) + "k" : String(n), x, y + 0.5, colour, font, "center")
    ];
  }

  // render/html/app/strip.js
  var HEIGHT = 44;
  var STEP = 3;
  var Strip = class {
    constructor(el, timeline, words, move) {
      Object.assign(this, { el, timeline, words, move, chart: null, groups: [] });
      this.canvas = h("div", { class: "strip-chart" });
      this.frame = h("div", { class: "strip-frame" });
      this.handles = ["from", "to"].map((k) => h("div", {
        class: "strip-handle " + k,
        role: "slider",
        tabindex: "0",
        "aria-label": words.say("strip." + k),
        "aria-orientation": "horizontal",
        onkeydown: (e) => this.key(e, k)
      }));
      el.append(this.canvas, this.frame, ...this.handles);
      el.addEventListener("pointerdown", (e) => this.grab(e));
    }
    get left() {
      return this.timeline.L ? this.timeline.L.left : 10;
    }
    get right() {
      return this.el.clientWidth - 10;
    }
    draw(state) {
      const { data, filter, scale } = this.timeline, c = colours(), width2 = this.el.clientWidth;
      if (!width2 || !data.dated) return;
      this.whole = new Window(scale, scale.min, scale.max, this.left, this.right);
      const n = Math.max(1, Math.ceil((this.right - this.left) / STEP)), all = new Uint32Array(n), some = new Uint32Array(n);
      for (let i = 0; i < data.dated; i++) {
        const k = Math.min(n - 1, Math.max(0, Math.floor((this.whole.x((data.from[i] + data.to[i]) / 2) - this.left) / STEP)));
        all[k]++;
        if (filter.shown(i)) some[k]++;
      }
      let max = 1;
      for (const v of all) max = Math.max(max, v);
      const tall = (v) => v ? Math.max(2, Math.sqrt(v / max) * (HEIGHT - 8)) : 0, rects = [];
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
      if (this.chart.getWidth() !== width2) this.chart.resize();
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
        hd.setAttribute("aria-valuemax", 1e3);
        hd.setAttribute("aria-valuenow", Math.round(((k ? u1 : u0) - scale.min) / (scale.max - scale.min) * 1e3));
        hd.setAttribute("aria-valuetext", iso(days[k]));
      });
      this.now = [u0, u1];
    }
    set(u0, u1, done) {
      const { scale } = this.timeline;
      const least = Math.min(2, (scale.max - scale.min) / 4);
      if (u1 - u0 < least) {
        const m = (u0 + u1) / 2;
        u0 = m - least / 2;
        u1 = m + least / 2;
      }
      if (u0 < scale.min) {
        u1 = Math.min(scale.max, u1 + scale.min - u0);
        u0 = scale.min;
      }
      if (u1 > scale.max) {
        u0 = Math.max(scale.min, u0 - (u1 - scale.max));
        u1 = scale.max;
      }
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
        if (!moved && kind === "new") {
          const w = Math.min(b - a, (scale.max - scale.min) / 5);
          this.set(u - w / 2, u + w / 2, true);
        }
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
      if (by !== void 0) which === "from" ? this.set(Math.min(a + by, b - 1), b, true) : this.set(a, Math.max(b + by, a + 1), true);
      else if (e.key === "Home") which === "from" ? this.set(scale.min, b, true) : this.set(a, a + 1, true);
      else if (e.key === "End") which === "from" ? this.set(b - 1, b, true) : this.set(a, scale.max, true);
      else return;
      e.preventDefault();
      e.stopPropagation();
    }
  };

  // render/html/app/table.js
  var PAGE = 100;
  var ALL = 250;
  var COLUMNS = ["when", "status", "title", "who", "where", "type"];
  function sorted(list, key, down) {
    const keys = new Map(list.map((i) => [i, key(i)]));
    const sign2 = down ? -1 : 1;
    return list.sort((a, b) => {
      const x = keys.get(a), y = keys.get(b);
      return x < y ? -sign2 : x > y ? sign2 : a - b;
    });
  }
  var Table = class {
    constructor(el, data, filter, words, on) {
      Object.assign(this, { el, data, filter, words, on });
      this.body = h("tbody");
      this.heads = COLUMNS.map((k) => h(
        "th",
        { scope: "col", class: "c-" + k },
        h("button", { type: "button", onclick: () => on.sort(k) }, words.say("column." + k))
      ));
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
        who: (i) => fold(data.actorNames(i).join(" ")) || "￿",
        where: (i) => fold(data.placeNames(i).join(" ")) || "￿",
        type: (i) => data.head.types[data.type[i]]
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
      this.rows = /* @__PURE__ */ new Map();
      const rows = [];
      let group2 = "";
      part.forEach((i, k) => {
        const g = this.group(i, state);
        if (g !== group2) {
          group2 = g;
          if (g) rows.push(h("tr", { class: "period", role: "presentation" }, h("td", { colspan: COLUMNS.length, role: "presentation" }, g)));
        }
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
      const when = dated ? [
        flags & APPROXIMATE ? h("span", { class: "doubt", title: words.say("legend.approximate") }, "~ ") : null,
        h("span", { class: "date" }, data.whenWords(i)),
        flags & UNCERTAIN ? h("span", { class: "doubt" }, " ?") : null,
        data.to[i] - data.from[i] <= 1 ? null : h("small", {}, " " + data.precision(i))
      ] : h("span", { class: "nodate" }, data.bounds[i] || words.say("tray.nobounds"));
      const tr = h(
        "tr",
        { class: "event st-" + status + (dated ? "" : " undated"), "data-i": i, "aria-rowindex": index },
        h("td", { class: "c-when" }, when),
        h("td", { class: "c-status" }, glyph(status), " ", words.say("status." + status)),
        h(
          "td",
          { class: "c-title" },
          h("button", { type: "button", class: "open", tabindex: "-1" }, data.title[i]),
          data.changes.get(i).length ? h("span", { class: "badge" }, Array.from(data.changes.get(i), (k) => words.say("change." + data.head.kinds[k])).join(", ")) : null,
          flags & CONFLICT ? h("span", { class: "badge warm" }, words.say("notes.disputed")) : null,
          data.origins[i] > 1 ? h("span", { class: "badge" }, words.count("voices", data.origins[i])) : null
        ),
        h("td", { class: "c-who" }, data.actorNames(i).join("; ")),
        h("td", { class: "c-where" }, data.placeNames(i).join("; ")),
        h("td", { class: "c-type" }, words.type(data.head.types[data.type[i]]))
      );
      this.rows.set(i, tr);
      return tr;
    }
    pages(page, pages, n) {
      const { words } = this;
      this.pager.hidden = pages < 2;
      if (pages < 2) return;
      const to = (p, label2, name) => h("button", { type: "button", disabled: p < 1 || p > pages || p === page, "aria-label": name, onclick: () => this.on.page(p) }, label2);
      fill(
        this.pager,
        to(1, "«", words.say("pager.first")),
        to(page - 1, "‹", words.say("pager.previous")),
        h("span", { role: "status" }, words.say("pager.at", { from: words.number((page - 1) * PAGE + 1), to: words.number(Math.min(n, page * PAGE)), n: words.number(n) })),
        to(page + 1, "›", words.say("pager.next")),
        to(pages, "»", words.say("pager.last"))
      );
    }
    pick(i) {
      this.picked = i;
      for (const [k, tr] of this.rows) {
        tr.classList.toggle("on", k === i);
        if (k === i) tr.setAttribute("aria-current", "true");
        else tr.removeAttribute("aria-current");
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
      if (to === void 0 || !e.target.closest(".open")) return;
      e.preventDefault();
      this.rove(keys[Math.max(0, Math.min(keys.length - 1, to))], true);
    }
  };
  var Tray = class {
    constructor(el, data, filter, words, on) {
      Object.assign(this, { el, data, filter, words, on, all: false });
    }
    draw() {
      const { data, words } = this, list = [];
      for (let i = data.dated; i < data.n; i++) if (this.filter.passes(i)) list.push(i);
      this.el.hidden = data.n === data.dated;
      if (this.el.hidden) return;
      list.sort((a, b) => data.salience[b] - data.salience[a] || a - b);
      const few = 9, shown = this.all ? list.slice(0, 200) : list.slice(0, few);
      fill(
        this.el,
        h("h2", {}, words.say("tray.title"), " ", h("span", { class: "n" }, words.number(list.length))),
        list.length ? h("ul", {}, shown.map((i) => {
          const status = data.head.statuses[data.status[i]];
          return h(
            "li",
            {},
            h("button", { type: "button", class: "open", onclick: (e) => this.on.open(i, e.currentTarget) }, glyph(status), h("span", { class: "hide" }, words.say("status." + status) + ": "), h("span", { class: "t" }, data.title[i])),
            h("small", {}, data.bounds[i] || words.say("tray.nobounds"))
          );
        })) : h("p", { class: "none" }, words.say("tray.none")),
        list.length > few ? h(
          "button",
          { type: "button", class: "more", "aria-expanded": String(this.all), onclick: () => {
            this.all = !this.all;
            this.draw();
          } },
          this.all ? words.say("tray.fewer") : words.say("tray.more", { n: words.number(list.length - few) })
        ) : null
      );
    }
  };

  // render/html/app/pack.js
  var BIN = 40;
  var GAP = 8;
  var MARK = 7;
  var TRIES = 6;
  var Row = class {
    constructor() {
      this.a = [];
      this.b = [];
    }
    // place is where [a, b] would go, -1 if it is taken.
    place(a, b) {
      let lo = 0, hi = this.a.length;
      while (lo < hi) {
        const m = lo + hi >> 1;
        if (this.a[m] < a) lo = m + 1;
        else hi = m;
      }
      if (lo > 0 && this.b[lo - 1] > a) return -1;
      if (lo < this.a.length && this.a[lo] < b) return -1;
      return lo;
    }
    take(at, a, b) {
      this.a.splice(at, 0, a);
      this.b.splice(at, 0, b);
    }
  };
  function spread(x0, x1, label2, left, right) {
    const a = Math.max(x0, left), b = Math.min(x1, right);
    if (b - a >= label2 + 6) return { a, b, side: "on", room: b - a - 6 };
    const after = right - b - GAP, before = a - left - GAP;
    if (after >= label2) return { a, b: b + GAP + label2, side: "right", room: label2 };
    if (before >= label2) return { a: a - GAP - label2, b, side: "left", room: label2 };
    if (b - a >= 90 && b - a >= after && b - a >= before) return { a, b, side: "on", room: b - a - 6 };
    if (after >= before) return after >= 60 ? { a, b: b + GAP + after, side: "right", room: after } : null;
    return before >= 60 ? { a: a - GAP - before, b, side: "left", room: before } : null;
  }
  function pack(items, rows, left, right) {
    const lanes = rows.map(() => ({ rows: [], tries: /* @__PURE__ */ new Map(), bins: /* @__PURE__ */ new Map() }));
    const out = new Array(items.length);
    const fit = (lane, max, a, b) => {
      for (let r = 0; r < lane.rows.length; r++) {
        const at = lane.rows[r].place(a - GAP / 2, b + GAP / 2);
        if (at >= 0) {
          lane.rows[r].take(at, a - GAP / 2, b + GAP / 2);
          return r;
        }
      }
      if (lane.rows.length >= max) return -1;
      const row = new Row();
      row.take(0, a - GAP / 2, b + GAP / 2);
      return lane.rows.push(row) - 1;
    };
    const binOf = (it) => Math.floor((Math.max(it.x0, left) + Math.min(it.x1, right)) / 2 / BIN);
    const may = (lane, bin, kind) => (lane.tries.get(bin * 2 + kind) || 0) < TRIES * (1 + 3 * kind);
    const failed = (lane, bin, kind) => lane.tries.set(bin * 2 + kind, (lane.tries.get(bin * 2 + kind) || 0) + 1);
    const rest = [];
    items.forEach((it, i) => {
      const lane = lanes[it.lane], bin = binOf(it), max = rows[it.lane];
      if (!it.faint && it.label > 0 && may(lane, bin, 0)) {
        const s = spread(it.x0, it.x1, it.label, left, right);
        if (s) {
          const row = fit(lane, max, s.a, s.b);
          if (row >= 0) {
            out[i] = { row, side: s.side, room: s.room };
            return;
          }
        }
        failed(lane, bin, 0);
      }
      rest.push(i);
    });
    for (const i of rest) {
      const it = items[i], lane = lanes[it.lane], bin = binOf(it);
      if (may(lane, bin, 1)) {
        const row = fit(lane, rows[it.lane], Math.max(it.x0, left), Math.min(it.x1, right));
        if (row >= 0) {
          out[i] = { row, side: "" };
          continue;
        }
        failed(lane, bin, 1);
      }
      if (!lane.bins.has(bin)) lane.bins.set(bin, []);
      lane.bins.get(bin).push(i);
      out[i] = { bin };
    }
    return { places: out, bins: lanes.map((l) => l.bins), used: lanes.map((l) => l.rows.length + (l.bins.size ? 1 : 0)) };
  }
  function share(wants, total) {
    const got = wants.map((w) => Math.min(w, 2));
    let left = total - got.reduce((a, b) => a + b, 0);
    for (let more = true; left > 0 && more; ) {
      more = false;
      for (let i = 0; i < wants.length && left > 0; i++) {
        if (got[i] < wants[i]) {
          got[i]++;
          left--;
          more = true;
        }
      }
    }
    return got;
  }

  // render/html/app/ticks.js
  var LEVELS = [
    { unit: "day", days: 1, room: 46, upper: "month", named: true },
    { unit: "day", days: 1, room: 21, upper: "month" },
    { unit: "week", days: 7, room: 24, upper: "month" },
    { unit: "month", days: 28, room: 34, upper: "year" },
    { unit: "quarter", days: 90, room: 30, upper: "year" },
    ...[1, 2, 5, 10, 20, 50, 100, 200, 500].map((n) => ({ unit: "year", n, days: 365 * n, room: 46 }))
  ];
  function level(pixelsPerDay) {
    for (const l of LEVELS) if (l.days * pixelsPerDay >= l.room) return l;
    let n = 1e3;
    while (365 * n * pixelsPerDay < 70) n *= 10;
    return { unit: "year", n, days: 365 * n, room: 70 };
  }
  function floor(day, l) {
    const { y, m, d } = civil(day);
    switch (l.unit) {
      case "day":
        return Math.floor(day);
      case "week":
        return number(y, m, [1, 8, 15, 22, 29].filter((k) => k <= d).pop());
      case "month":
        return number(y, m);
      case "quarter":
        return number(y, m - (m - 1) % 3);
    }
    return number(Math.floor(y / l.n) * l.n);
  }
  function next(day, l) {
    const { y, m, d } = civil(day);
    switch (l.unit) {
      case "day":
        return Math.floor(day) + 1;
      // Weeks of a month: the last one runs to its end.
      case "week":
        return d >= 22 ? number(y, m + 1) : number(y, m, d + 7);
      case "month":
        return number(y, m + 1);
      case "quarter":
        return number(y, m + 3);
    }
    return number(Math.floor(y / l.n) * l.n + l.n);
  }
  function label(day, l, words) {
    const { y, m, d } = civil(day);
    switch (l.unit) {
      case "day":
        return l.named ? words.weekday(weekday(day)) + " " + d : String(d);
      case "week":
        return String(d);
      case "month":
        return words.shortMonth(m);
      case "quarter":
        return words.say("axis.quarter", { n: (m + 2) / 3 });
    }
    return words.year(y);
  }
  var UPPER = {
    month: { level: { unit: "month" }, text: (day, words) => {
      const { y, m } = civil(day);
      return words.month(m) + " " + words.year(y);
    }, short: (day, words) => {
      const { y, m } = civil(day);
      return words.shortMonth(m) + " " + words.year(y);
    } },
    year: { level: { unit: "year", n: 1 }, text: (day, words) => words.year(civil(day).y), short: (day, words) => words.year(civil(day).y) }
  };
  var MAX = 400;
  function ticks(win, words) {
    const l = level(win.k), lower = [], upper = [];
    const pieces2 = [];
    let at = win.from;
    for (const b of win.scale.breaks) {
      if (b.to <= at || b.from >= win.to) continue;
      if (b.from > at) pieces2.push([at, b.from]);
      at = Math.max(at, b.to);
    }
    if (at < win.to) pieces2.push([at, win.to]);
    const cells = (out, lv, text2, short) => {
      for (const [a, z] of pieces2) {
        for (let d = floor(a, lv); d < z && out.length < MAX; d = next(d, lv)) {
          out.push({ from: Math.max(d, a), to: Math.min(next(d, lv), z), start: d, whole: d >= a, text: text2(d), short: short ? short(d) : "" });
        }
      }
    };
    cells(lower, l, (d) => label(d, l, words));
    if (l.upper) {
      const u = UPPER[l.upper];
      cells(upper, u.level, (d) => u.text(d, words), (d) => u.short(d, words));
    }
    return { lower, upper, level: l };
  }

  // render/html/app/timeline.js
  var AXIS = 46;
  var FOOT = 22;
  var MAX_LANES = 14;
  var SIZES = { roomy: { row: 27, bar: 11, thin: 6, font: 13 }, dense: { row: 20, bar: 9, thin: 4, font: 12 } };
  function scaleOf(data) {
    const spans = [];
    for (let i = 0; i < data.dated; i++) spans.push([data.from[i], data.to[i]]);
    for (const s of data.head.sources) if (s.f !== null) spans.push([s.f, s.u]);
    for (const g of data.head.ghosts) spans.push([g.f, g.u]);
    if (data.head.asOf !== null) spans.push([data.head.asOf, data.head.asOf + 1]);
    spans.sort((a, b) => a[0] - b[0]);
    return new Scale(data.min, data.max, findBreaks(spans));
  }
  function lanesOf(data, filter, state, words) {
    const { head } = data;
    const kinds = {
      none: null,
      status: { names: head.statuses, of: (i) => [data.status[i]], say: (s) => words.say("status." + s), fixed: true },
      type: { names: head.types, of: (i) => [data.type[i]], say: (s) => words.type(s) },
      actor: { names: head.actors, of: (i) => data.actors.get(i), none: words.say("lane.noactor") },
      place: { names: head.places.map((p) => p.n), of: (i) => data.places.get(i), none: words.say("lane.noplace") },
      outlet: { names: head.sources.map((_, s) => data.outlet(s)), of: (i) => data.sources.get(i) }
    };
    const kind = kinds[state.lanes];
    if (!kind) return { lanes: [{ name: "" }], of: () => [0] };
    const byName = /* @__PURE__ */ new Map(), lanes = [], at = new Int32Array(kind.names.length + 1).fill(-1);
    const lane = (name) => {
      if (!byName.has(name)) {
        byName.set(name, lanes.length);
        lanes.push({ name, count: 0, first: Infinity });
      }
      return byName.get(name);
    };
    kind.names.forEach((n, k) => {
      at[k] = lane(kind.say ? kind.say(n) : n);
    });
    const rest = kind.names.length;
    at[rest] = lane(kind.none || "—");
    const of = (i) => {
      const ks = kind.of(i);
      return ks.length ? ks : [rest];
    };
    for (let i = 0; i < data.dated; i++) {
      if (!filter.shown(i)) continue;
      let mine = true;
      for (const k of of(i)) {
        const l = lanes[at[k]];
        if (mine) l.count++;
        mine = false;
        l.first = Math.min(l.first, data.from[i]);
      }
    }
    const nobody = lanes[at[rest]];
    const live = lanes.filter((l) => l.count > 0);
    const chosen = new Set(state.facets[state.lanes] || []);
    live.sort((a, b) => (a === nobody) - (b === nobody) || chosen.has(b.name) - chosen.has(a.name) || (kind.fixed && state.order === "count" ? lanes.indexOf(a) - lanes.indexOf(b) : 0) || (state.order === "name" ? a.name.localeCompare(b.name) : state.order === "first" ? a.first - b.first : b.count - a.count) || (a.name < b.name ? -1 : 1));
    let list = live;
    if (live.length > MAX_LANES) {
      list = live.filter((l) => l !== nobody).slice(0, MAX_LANES - 1);
      const others = live.filter((l) => !list.includes(l));
      list.push({ name: words.say("lane.others", { n: others.length }), count: others.reduce((n, l) => n + l.count, 0), others: true });
      for (const l of others) l.to = list.length - 1;
    }
    list.forEach((l, k) => {
      if (!l.others) l.to = k;
    });
    return { lanes: list, of: (i) => [...new Set(Array.from(of(i), (k) => lanes[at[k]].to ?? -1).filter((k) => k >= 0))] };
  }
  var Timeline = class {
    constructor(el, data, filter, words, on) {
      Object.assign(this, { el, data, filter, words, on });
      this.scale = scaleOf(data);
      this.chart = null;
      this.marks = [];
      this.current = -1;
      this.picked = -1;
      this.dense = data.dated > 400;
    }
    // window is the part of the scale that a state shows.
    window(state, left, right) {
      const { scale } = this;
      let u0 = scale.min, u1 = scale.max;
      if (state.from !== null) [u0, u1] = [scale.unit(state.from), scale.unit(state.to)];
      return new Window(scale, u0, u1, left, right);
    }
    // layout computes what is to be drawn on some pixels, without drawing: for the page,
    // and for export.
    layout(state, total, c, opts = {}) {
      const { data, filter, words } = this, size = SIZES[this.dense ? "dense" : "roomy"];
      const font = size.font + "px " + c.font, bold = "600 " + (size.font - 0.5) + "px " + c.font;
      const { lanes, of } = lanesOf(data, filter, state, words);
      const gutter = state.lanes === "none" ? 10 : Math.min(196, Math.max(80, ...lanes.map((l) => width(l.name, bold) + 26)));
      const left = gutter + 6, right = total - 10, win = this.window(state, left, right);
      this.win = win;
      const items = [], many = data.dated > 1e3;
      for (const i of data.byWeight) {
        if (!filter.shown(i)) continue;
        let x0 = win.x(data.from[i]), x1 = win.x(data.to[i]);
        if (data.shape[i] === DAY) {
          const m = (x0 + x1) / 2;
          if (m < left || m > right) continue;
          x0 = m - MARK;
          x1 = m + MARK;
        } else if (x1 < x0 + 10) x1 = x0 + 10;
        if (x1 <= left + 0.5 || x0 >= right - 0.5) continue;
        of(i).forEach((lane, k) => {
          if (k > 0 && many) return;
          items.push({ i, x0, x1, lane, label: -1, faint: k > 0 });
        });
      }
      const most = data.dated < 80 ? 520 : 330;
      const plenty = Math.min(items.length, 1500);
      for (let k = 0; k < plenty; k++) if (!items[k].faint) items[k].label = Math.min(most, width(this.labelOf(items[k].i), font) + 2) + (data.shape[items[k].i] === DAY ? 0 : 17);
      const budget = opts.rows || Math.max(8, Math.floor((opts.height || 620) / size.row));
      const wanted = pack(items, lanes.map(() => items.length < 120 ? 60 : budget), left, right).used;
      const rows = share(wanted.map((w) => Math.max(1, w)), Math.max(budget, items.length < 120 ? 44 : 0));
      const packed = pack(items, rows.map((r, k) => wanted[k] > r ? Math.max(1, r - 1) : r), left, right);
      let y = AXIS;
      for (const [k, l] of lanes.entries()) {
        l.y = y;
        l.rows = Math.max(1, packed.used[k]);
        l.height = l.rows * size.row + 10;
        y += l.height;
      }
      const bottom = Math.max(y, AXIS + 60), foot = FOOT + (win.scale.breaks.length ? 16 : 0);
      return { items, lanes, packed, win, size, font, bold, left, right, total, height: bottom + foot, bottom };
    }
    labelOf(i) {
      const f = this.data.flags[i];
      return (f & APPROXIMATE ? "~ " : "") + this.data.title[i] + (f & UNCERTAIN ? " ?" : "");
    }
    // scene makes the elements: a ground, then one group for each mark. marks tells what
    // they stand for, in the order of time.
    scene(L, c) {
      const ground = this.ground(L, c), marks = [];
      for (const [k, it] of L.items.entries()) {
        const p = L.packed.places[k];
        if (p.bin === void 0) marks.push(this.mark(it, p, L, c));
      }
      L.packed.bins.forEach((bins, lane) => {
        for (const [bin, list] of bins) {
          const it = L.items[list[0]];
          if (list.length === 1 && it.x1 - it.x0 <= 24) marks.push(this.mark(it, { row: L.lanes[lane].rows - 1, side: "" }, L, c));
          else marks.push(this.crowd(bin, list, lane, L, c));
        }
      });
      marks.sort((a, b) => a.at - b.at || a.y - b.y || a.first - b.first);
      return { ground, marks };
    }
    mark(it, place2, L, c) {
      const { data, words } = this, { i } = it, { size } = L;
      const status = data.head.statuses[data.status[i]], colour = c.status[status] || c.deep, lane = L.lanes[it.lane];
      const y = lane.y + 6 + place2.row * size.row + size.row / 2, day = data.shape[i] === DAY;
      const a = Math.max(it.x0, L.left), b = Math.min(it.x1, L.right), edge = { left: L.left, right: L.right };
      const children = [];
      let lo = a, hi = b;
      if (day) children.push(sign(status, (it.x0 + it.x1) / 2, y, colour));
      else if (place2.side === "on") children.push(...bar2(data.shape[i], status, data.flags[i], it.x0, it.x1, y + size.row / 2 - size.thin / 2 - 1.5, size.thin, colour, edge));
      else children.push(...bar2(data.shape[i], status, data.flags[i], it.x0, it.x1, y, size.bar, colour, edge));
      if (place2.side) {
        const lead = day ? 0 : 17, room = place2.room - lead, s = cut(this.labelOf(i), room, L.font);
        let x;
        if (place2.side === "on") x = a + 2;
        else if (place2.side === "right") x = b + GAP;
        else x = a - GAP - lead - width(s, L.font);
        const ty = place2.side === "on" ? y - 4 : y;
        const before = place2.side === "left" ? 0 : lead;
        if (lead) children.push(sign(status, before ? x + 6 : x + width(s, L.font) + 10, ty, colour, 0.86));
        children.push(text(s, x + before, ty + 0.5, status === "denied" || status === "cancelled" ? c.soft : c.ink, L.font));
        lo = Math.min(lo, x);
        hi = Math.max(hi, x + lead + width(s, L.font));
      }
      const ring = { x: lo - 4, y: y - size.row / 2 + 1.5, width: hi - lo + 8, height: size.row - 3, r: 5 };
      const hot = i === this.picked;
      children.unshift({ type: "rect", shape: ring, style: { fill: hot ? c.wash : "rgba(0,0,0,0)", stroke: hot ? c.accent : "none", lineWidth: 1.5 } });
      return {
        at: data.from[i],
        y,
        x: (a + b) / 2,
        first: i,
        events: [i],
        ring,
        faint: it.faint,
        say: [data.title[i], data.whenWords(i), words.say("status." + status)].join(", "),
        group: group(it.faint ? faded(children, 0.42) : children)
      };
    }
    crowd(bin, list, laneNumber, L, c) {
      const { data, words } = this, lane = L.lanes[laneNumber], events = list.map((k) => L.items[k].i);
      const x = Math.min(L.right - 14, Math.max(L.left + 14, bin * BIN + BIN / 2)), y = lane.y + 6 + (lane.rows - 0.5) * L.size.row;
      let first = Infinity, last = -Infinity;
      for (const i of events) {
        first = Math.min(first, data.from[i]);
        last = Math.max(last, data.to[i]);
      }
      const r = L.size.row / 2;
      return {
        at: first,
        x,
        y,
        first: events[0],
        events,
        from: first,
        to: last,
        crowd: true,
        ring: { x: x - r - 4, y: y - r + 1, width: 2 * r + 8, height: 2 * r - 2, r },
        say: words.count("crowd", events.length),
        group: group(bubble(events.length, x, y, c.deep, "600 " + (L.size.font - 1.5) + "px " + c.font))
      };
    }
    // ground is axis, lanes, as-of line, the time to come, publications and breaks.
    ground(L, c) {
      const { data, words } = this, { win, left, right, bottom } = L, g = [];
      const inside = (x) => x >= left - 0.5 && x <= right + 0.5;
      const small = "12px " + c.font, strong = "600 12.5px " + c.font;
      const asOf = data.head.asOf;
      if (asOf !== null) {
        const x = Math.max(left, win.x(asOf + 1));
        if (x < right) g.push({ type: "rect", shape: { x, y: AXIS, width: right - x, height: bottom - AXIS }, style: { fill: c.wash } });
      }
      const { lower, upper } = ticks(win, words);
      for (const t of lower) {
        const x = win.x(t.from), z = Math.min(win.x(t.to), right);
        if (t.whole && inside(x)) g.push(line(Math.round(x) + 0.5, AXIS, Math.round(x) + 0.5, bottom, c.faint));
        const a = Math.max(x, left);
        if (z - a >= width(t.text, small) + 7) g.push(text(t.text, a + 5, upper.length ? 33 : 26, c.soft, small));
      }
      for (const t of upper) {
        const x = win.x(t.from), z = Math.min(win.x(t.to), right), a = Math.max(x, left);
        if (t.whole && inside(x)) g.push(line(Math.round(x) + 0.5, 4, Math.round(x) + 0.5, bottom, c.line));
        const s = z - a >= width(t.text, strong) + 9 ? t.text : z - a >= width(t.short, strong) + 7 ? t.short : "";
        if (s) g.push(text(s, a + 5, 14, c.ink, strong));
      }
      g.push(line(left, AXIS - 0.5, right, AXIS - 0.5, c.line));
      L.lanes.forEach((l, k) => {
        if (k > 0) g.push(line(0, Math.round(l.y) + 0.5, right, Math.round(l.y) + 0.5, c.faint));
        if (l.name) g.push(text(cut(l.name, left - 18, L.bold), left - 12, l.y + 6 + L.size.row / 2, l.others ? c.soft : c.ink, L.bold, "right"));
      });
      if (left > 40) g.push(line(left - 0.5, AXIS, left - 0.5, bottom, c.line));
      for (const b of win.scale.breaks) this.zigzag(g, b, L, c, inside);
      const seen = /* @__PURE__ */ new Set();
      for (const s of data.head.sources) {
        if (s.f === null) continue;
        const x = Math.round(win.x((s.f + s.u) / 2));
        if (!inside(x) || seen.has(x)) continue;
        seen.add(x);
        g.push({ type: "polygon", shape: { points: [[x - 3.5, bottom + 8], [x + 3.5, bottom + 8], [x, bottom + 1]] }, style: { fill: c.soft } });
      }
      g.push(line(left, bottom + 0.5, right, bottom + 0.5, c.line));
      if (asOf !== null) this.asOfLine(g, L, c, inside);
      return group(g, { silent: true });
    }
    zigzag(g, b, L, c, inside) {
      const x = (L.win.x(b.from) + L.win.x(b.to)) / 2, { bottom } = L;
      if (!inside(x)) return;
      const w = Math.max(8, L.win.x(b.to) - L.win.x(b.from));
      g.push({ type: "rect", shape: { x: x - w / 2, y: 0, width: w, height: bottom }, style: { fill: c.panel } });
      for (const dx of [-w / 2, w / 2]) {
        const points = [];
        for (let y = 4, k = 0; y <= bottom; y += 7, k++) points.push([x + dx + (k % 2 ? 2.5 : -2.5), y]);
        g.push({ type: "polyline", shape: { points }, style: { stroke: c.line, fill: "none", lineWidth: 1.2 } });
      }
      const font = "italic 12px " + c.font, s = this.words.say("axis.break", { length: this.length(b.to - b.from) }), half = width(s, font) / 2;
      g.push(text(s, Math.max(L.left + half, Math.min(L.right - half, x)), bottom + 13, c.soft, font, "center"));
    }
    // length is a number of days in round words.
    length(days) {
      if (days > 700) return this.words.count("length.years", Math.round(days / 365.25));
      if (days > 59) return this.words.count("length.months", Math.round(days / 30.44));
      return this.words.count("length.days", Math.round(days));
    }
    asOfLine(g, L, c, inside) {
      const x = Math.round(L.win.x(this.data.head.asOf + 0.5)) + 0.5;
      if (!inside(x)) return;
      const s = this.words.say("axis.asof", { date: this.data.head.asOfText }), font = "600 11.5px " + c.font, w = width(s, font);
      const y = L.bottom + 12 + (L.win.scale.breaks.length ? 16 : 0);
      g.push({ type: "line", shape: { x1: x, y1: AXIS - 6, x2: x, y2: L.bottom }, style: { stroke: c.accent, lineWidth: 1.5, lineDash: [4, 3] } });
      const flip = x + w + 8 > L.right;
      g.push(text(s, flip ? x - 6 : x + 6, y, c.accent, font, flip ? "right" : "left"));
      g.push({ type: "line", shape: { x1: x, y1: L.bottom, x2: x, y2: y + 5 }, style: { stroke: c.accent, lineWidth: 1.5 } });
    }
    // draw lays out anew and draws.
    draw(state) {
      this.show(this.prepare(state));
    }
    // prepare and show are the two halves of draw, for those who may pause between them.
    prepare(state) {
      const total = this.data.dated ? this.el.clientWidth : 0;
      return total ? this.layout(state, total, colours(), { height: this.height }) : null;
    }
    show(L) {
      if (!L) return;
      const c = colours(), { total } = L;
      this.L = L;
      const { ground, marks } = this.scene(L, c);
      this.marks = marks;
      if (this.el.clientHeight !== L.height || !this.chart) {
        this.el.style.height = L.height + "px";
        if (this.chart) this.chart.resize();
      }
      if (!this.chart) this.open();
      if (this.chart.getWidth() !== total) this.chart.resize();
      this.groups = [ground, ...marks.map((m) => m.group), ...this.ghosts(L, c)];
      this.chart.setOption({ series: [{ id: "events", data: this.groups.map((_, k) => [k]) }] });
      this.chart.getZr().setCursorStyle("default");
      this.el.dataset.ready = "true";
      this.el.dataset.marks = marks.length;
    }
    // ghosts are where events stood in the edition before.
    ghosts(L, c) {
      const { data } = this, out = [];
      for (const g of data.head.ghosts) {
        const x0 = L.win.x(g.f), x1 = Math.max(L.win.x(g.u), x0 + 8), m = g.i < 0 ? null : this.marks.find((k) => k.first === g.i && !k.crowd && !k.faint);
        if (x1 < L.left || x0 > L.right || g.i >= 0 && !m) continue;
        const y = m ? m.y : L.bottom - 8, a = Math.max(x0, L.left), b = Math.min(x1, L.right);
        const children = [{ type: "rect", shape: { x: a, y: y - 5, width: b - a, height: 10, r: 3 }, style: { fill: "none", stroke: c.soft, lineWidth: 1.2, lineDash: [2, 2] } }];
        if (m) {
          const from = (a + b) / 2, dir = Math.sign(m.x - from);
          if (Math.abs(m.x - from) > 20) children.push(line(dir > 0 ? b : a, y, m.x - dir * 9, y, c.soft, 1));
        } else children.push(line(a - 2, y, b + 2, y, c.soft, 1.2));
        out.push(group(children, { silent: true }));
      }
      return out;
    }
    open() {
      this.chart = start(this.el);
      const o = skeleton("timeline", { "fn:scene": (params) => this.groups[params.dataIndex] });
      Object.assign(o.series[0], { id: "events", clip: false, data: [] });
      this.groups = [];
      this.chart.setOption(o);
      const mark = (p) => this.marks[p.dataIndex - 1];
      this.chart.on("click", (p) => {
        const m = mark(p);
        if (m) this.on.open(m);
      });
      this.chart.on("mousemove", (p) => {
        const m = mark(p);
        if (m) this.on.hover(m, p.event.offsetX, p.event.offsetY);
      });
      this.chart.on("mouseout", () => this.on.hover(null));
    }
    // spot is where an event's mark stands on the screen, for tests and for hints.
    spot(i) {
      const m = this.marks.find((k) => !k.faint && k.events.includes(i));
      if (!m) return null;
      const box = this.el.getBoundingClientRect();
      return [box.left + m.x, box.top + m.y];
    }
  };

  // render/html/app/views/view.js
  var ChartView = class {
    // name is that of the option's skeleton and of the words.
    constructor(name, ctx) {
      Object.assign(this, ctx, { name });
      this.box = h("div", { class: "chart c-" + name, role: "img" });
      this.note = h("p", { class: "note" });
      this.figures = h("details", { class: "figures" });
      this.hint = h("div", { class: "hint", hidden: true });
    }
    mount(host) {
      fill(host, h("h2", { class: "hide" }, this.words.say("view." + this.name)), h("div", { class: "chart-wrap" }, this.box, this.hint), this.note, this.figures);
    }
    unmount() {
      if (this.chart) this.chart.dispose();
      this.chart = null;
    }
    // set draws an option: build takes the skeleton and the colours and fills it.
    set(height, build2, own = {}) {
      const c = colours();
      this.box.style.height = height + "px";
      if (!this.chart) {
        this.chart = start(this.box);
        this.chart.on("mousemove", (p) => this.tell(p));
        this.chart.on("mouseout", () => {
          this.hint.hidden = true;
        });
        this.chart.on("click", (p) => this.clicked(p));
      }
      this.chart.resize();
      const o = skeleton(this.name, own);
      o.textStyle = { fontFamily: c.font, color: c.ink };
      delete o.tooltip;
      build2(o, c);
      this.chart.setOption(o, { notMerge: true });
      this.box.dataset.ready = "true";
    }
    tell(p) {
      const s = this.hintText(p);
      if (!s) {
        this.hint.hidden = true;
        return;
      }
      showHint(this.hint, s, p.event.offsetX, p.event.offsetY, this.box.clientWidth);
    }
    hintText() {
      return "";
    }
    clicked() {
    }
    // rows fills the table of figures: each row is cells, the first with what a press does.
    rows(heads, rows) {
      fill(
        this.figures,
        h("summary", {}, this.words.say("view.figures")),
        h(
          "table",
          { class: "plain" },
          h("thead", {}, h("tr", {}, heads.map((s) => h("th", { scope: "col" }, s)))),
          h("tbody", {}, rows.slice(0, 200).map(({ cells, go }) => h("tr", {}, cells.map((s, k) => h("td", {}, k === 0 && go ? h("button", { type: "button", class: "open", onclick: go }, s) : s)))))
        )
      );
      this.figures.hidden = rows.length === 0;
    }
    axis(c) {
      return { axisLabel: { color: c.soft, fontSize: 12, hideOverlap: true }, axisLine: { lineStyle: { color: c.line } }, axisTick: { lineStyle: { color: c.line } }, splitLine: { show: true, lineStyle: { color: c.faint } }, nameTextStyle: { color: c.soft, fontSize: 12 } };
    }
  };
  function showHint(el, lines, x, y, width2) {
    fill(el, [].concat(lines).map((s, k) => h(k ? "small" : "b", {}, s)));
    el.hidden = false;
    const w = el.offsetWidth;
    el.style.left = Math.max(4, Math.min(x + 14, width2 - w - 4)) + "px";
    el.style.top = y + 18 + "px";
  }
  function passing(filter, data, from = 0, to = data.n) {
    const out = [];
    for (let i = from; i < to; i++) if (filter.passes(i)) out.push(i);
    return out;
  }
  var MS = 864e5;
  var dateLabel = (words) => (ms) => {
    const d = new Date(ms), y = words.year(d.getUTCFullYear()), m = d.getUTCMonth() + 1, day = d.getUTCDate();
    if (m === 1 && day === 1) return y;
    return (day === 1 ? "" : day + " ") + words.shortMonth(m) + "\n" + y;
  };

  // render/html/app/views/ahead.js
  var AHEAD = ["scheduled", "proposed", "threatened"];
  var Ahead = class {
    constructor(ctx) {
      Object.assign(this, ctx);
    }
    static fits(data) {
      for (let i = 0; i < data.n; i++) if (AHEAD.includes(data.head.statuses[data.status[i]])) return true;
      return false;
    }
    mount(host) {
      this.host = host;
    }
    unmount() {
    }
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
        return h(
          "li",
          {},
          h("span", { class: "d" }, i < data.dated ? data.whenWords(i) : data.bounds[i] || words.say("tray.nobounds")),
          h("span", { class: "s" }, glyph(status), " ", words.say("status." + status)),
          h("span", { class: "w" }, h("button", { type: "button", class: "open", onclick: (e) => this.on.open(i, e.currentTarget) }, data.title[i]), h("small", {}, [data.actorNames(i).join(", "), data.placeNames(i).join(", ")].filter(Boolean).join(" · ")))
        );
      };
      const months = /* @__PURE__ */ new Map();
      for (const i of coming) {
        const { y, m } = civil(data.from[i]), k = data.to[i] - data.from[i] > 31 ? words.year(y) : words.month(m) + " " + words.year(y);
        if (!months.has(k)) months.set(k, []);
        months.get(k).push(i);
      }
      const part = (title, list, note) => list.length ? h("section", {}, h("h3", {}, title), note ? h("p", { class: "note" }, note) : null, h("ul", { class: "diary" }, list.slice(0, 300).map(item))) : null;
      fill(this.host, h(
        "div",
        { class: "ahead" },
        h("h2", {}, words.say("ahead.title"), data.head.asOfText ? h("small", {}, " " + words.say("axis.asof", { date: data.head.asOfText })) : null),
        coming.length ? [...months].map(([k, l]) => part(k, l)) : h("p", { class: "none" }, words.say("ahead.none")),
        part(words.say("ahead.undated"), undated),
        part(words.say("ahead.past"), past, words.say("ahead.pastnote"))
      ));
      this.host.dataset.ready = "true";
    }
  };

  // render/html/app/views/calendar.js
  var YEARS = 8;
  var ROW = 148;
  var Calendar = class extends ChartView {
    constructor(ctx) {
      super("calendar", ctx);
    }
    static fits(data) {
      for (let i = 0; i < data.dated; i++) if (data.to[i] - data.from[i] <= 1) return true;
      return false;
    }
    draw() {
      const { data, words } = this, days = /* @__PURE__ */ new Map();
      let vague = 0;
      for (const i of passing(this.filter, data, 0, data.dated)) {
        if (data.to[i] - data.from[i] > 1) {
          vague++;
          continue;
        }
        if (!days.has(data.from[i])) days.set(data.from[i], []);
        days.get(data.from[i]).push(i);
      }
      this.days = days;
      const years = [...new Set([...days.keys()].map((d) => civil(d).y))].filter((y) => y >= 1 && y <= 9999).sort((a, b) => b - a);
      const shown = years.slice(0, YEARS);
      let max = 1;
      for (const l of days.values()) max = Math.max(max, l.length);
      this.set(Math.max(1, shown.length) * ROW + 10, (o, c) => {
        const pad = (y) => String(y).padStart(4, "0");
        const names = Array.from({ length: 12 }, (_, k) => words.shortMonth(k + 1)), week = Array.from({ length: 7 }, (_, k) => words.weekday(k).slice(0, 2));
        o.calendar = shown.map((y, k) => ({
          top: k * ROW + 26,
          left: 64,
          right: 10,
          height: 7 * 15,
          cellSize: ["auto", 15],
          range: pad(y),
          orient: "horizontal",
          itemStyle: { color: "transparent", borderColor: c.faint, borderWidth: 1 },
          splitLine: { lineStyle: { color: c.line, width: 1 } },
          yearLabel: { show: true, color: c.ink, fontSize: 14, fontWeight: 600, margin: 38 },
          monthLabel: { color: c.soft, nameMap: names, fontSize: 12 },
          dayLabel: { color: c.soft, nameMap: week, firstDay: 1, fontSize: 10 }
        }));
        o.visualMap = { type: "continuous", show: false, min: 1, max: Math.max(2, max), inRange: { color: [c.accent], opacity: [0.4, 1] } };
        const base = o.series[0];
        o.series = shown.map((y, k) => ({ ...base, type: "heatmap", coordinateSystem: "calendar", calendarIndex: k, data: [...days].filter(([d]) => civil(d).y === y).map(([d, l]) => [iso(d), l.length, d]) }));
        delete o.xAxis;
        delete o.yAxis;
        delete o.grid;
      });
      const notes = [];
      if (vague) notes.push(words.count("calendar.vague", vague));
      if (years.length > shown.length) notes.push(words.say("calendar.years", { n: years.length - shown.length }));
      this.note.textContent = notes.join(" ");
      const total = [...days.values()].reduce((n, l) => n + l.length, 0);
      this.box.setAttribute("aria-label", words.say("calendar.label", { n: total, days: days.size }));
      const busiest = [...days].sort((a, b) => b[1].length - a[1].length || a[0] - b[0]);
      this.rows([words.say("column.when"), words.say("column.n")], busiest.map(([d, l]) => ({ cells: [iso(d), l.length], go: () => this.on.range(d, d + 1) })));
    }
    hintText(p) {
      const l = p.value && this.days.get(p.value[2]);
      return l ? [p.value[0], ...l.slice(0, 5).map((i) => this.data.title[i]), l.length > 5 ? "+ " + (l.length - 5) : ""].filter(Boolean) : "";
    }
    clicked(p) {
      const l = p.value && this.days.get(p.value[2]);
      if (!l) return;
      if (l.length === 1) this.on.open(l[0]);
      else this.on.list(l, p.value[0]);
    }
  };

  // render/html/app/views/clocks.js
  var MOST = 6e3;
  var Clocks = class extends ChartView {
    constructor(ctx) {
      super("clocks", ctx);
    }
    static fits(data) {
      return data.dated > 0 && new Set(data.head.sources.filter((s) => s.f !== null).map((s) => s.f)).size > 1;
    }
    draw() {
      const { data, words } = this, points = [];
      const lags = /* @__PURE__ */ new Map();
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
        const label2 = { ...this.axis(c), axisLabel: { ...this.axis(c).axisLabel, formatter: dateLabel(words), lineHeight: 14 } };
        o.grid = { left: 76, right: 24, top: 34, bottom: 56 };
        o.xAxis = { type: "time", ...label2, name: words.say("clocks.x"), nameLocation: "middle", nameGap: 36 };
        o.yAxis = { type: "time", boundaryGap: ["4%", "6%"], ...label2, name: words.say("clocks.y"), nameLocation: "end", nameTextStyle: { color: c.soft, align: "left", padding: [0, 0, 0, -64] } };
        const base = o.series[0];
        o.series = [
          { ...base, type: "scatter", data: shown, symbolSize: 9, large: shown.length > 3e3, itemStyle: { color: c.deep, opacity: 0.62 }, emphasis: { itemStyle: { color: c.accent, opacity: 1 } } },
          { type: "line", silent: true, symbol: "none", data: [[min, min], [max, max]], lineStyle: { color: c.accent, type: [5, 4], width: 1.5 }, z: 1 }
        ];
        if (shown.length <= 1500) {
          o.series.push({
            type: "custom",
            silent: true,
            z: 1,
            data: shown.filter((p) => p[5] - p[4] > MS).map((p) => [p[4], p[1], p[5]]),
            encode: { x: [0, 2], y: 1 },
            renderItem: (params, api) => {
              const a = api.coord([api.value(0), api.value(1)]), b = api.coord([api.value(2), api.value(1)]), g = params.coordSys;
              const x1 = Math.max(a[0], g.x), x2 = Math.min(b[0], g.x + g.width);
              return x2 > x1 ? { type: "line", shape: { x1, y1: a[1], x2, y2: a[1] }, style: { stroke: c.deep, lineWidth: 2, opacity: 0.3 } } : null;
            }
          });
        }
      });
      this.points = shown;
      this.note.textContent = words.say("clocks.note") + (points.length > shown.length ? " " + words.say("list.more", { n: points.length - shown.length }) : "");
      this.box.setAttribute("aria-label", words.say("clocks.label", { n: points.length }));
      const median = (l) => l.sort((a, b) => a - b)[l.length >> 1];
      this.rows(
        [words.say("facet.outlet"), words.say("column.n"), words.say("clocks.before"), words.say("clocks.same"), words.say("clocks.after"), words.say("clocks.median")],
        [...lags].sort((a, b) => b[1].length - a[1].length).map(([o, l]) => ({
          cells: [o, l.length, l.filter((d) => d < 0).length, l.filter((d) => d === 0).length, l.filter((d) => d > 0).length, words.count("length.days", median(l))],
          go: () => this.on.choose("outlet", [o])
        }))
      );
    }
    hintText(p) {
      const [, , i, s] = p.value || [];
      return i === void 0 || p.seriesIndex ? "" : [this.data.title[i], this.data.whenWords(i), this.data.outlet(s) + ", " + this.data.head.sources[s].d];
    }
    clicked(p) {
      if (p.seriesIndex === 0 && p.value) this.on.open(p.value[2]);
    }
  };

  // render/html/app/views/curve.js
  var Curve = class extends ChartView {
    constructor(ctx) {
      super("curve", ctx);
    }
    static fits(data) {
      const days = /* @__PURE__ */ new Set();
      for (let i = 0; i < data.dated; i++) if (data.score[i] !== NONE && data.score[i] !== 0) days.add(data.from[i]);
      return days.size > 2;
    }
    draw() {
      const { data, words } = this;
      const list = passing(this.filter, data, 0, data.dated).filter((i) => data.score[i] !== NONE);
      const span = list.length ? data.from[list.at(-1)] - data.from[list[0]] : 0;
      const unit = span > 12 * 366 ? "year" : span > 500 ? "quarter" : span > 45 ? "month" : "day";
      const months = { year: 12, quarter: 3, month: 1 }[unit];
      const bins = /* @__PURE__ */ new Map();
      let vague = 0;
      for (const i of list) {
        const of = (d) => {
          if (unit === "day") return Math.floor(d);
          const { y, m } = civil(d);
          return number(y, m - (m - 1) % months);
        };
        const a = of(data.from[i]);
        if (a !== of(data.to[i] - 1)) {
          vague++;
          continue;
        }
        if (!bins.has(a)) bins.set(a, []);
        bins.get(a).push(i);
      }
      this.bins = [...bins].sort((a, b) => a[0] - b[0]);
      const mean = (l) => l.reduce((s, i) => s + data.score[i] / 10, 0) / l.length;
      const sum = (l, sign2) => l.reduce((s, i) => s + (Math.sign(data.score[i]) === sign2 ? data.score[i] / 10 : 0), 0);
      this.set(Math.max(340, Math.min(480, this.height)), (o, c) => {
        const ax = this.axis(c), base = o.series[0];
        o.grid = { left: 56, right: 48, top: 40, bottom: 50 };
        o.xAxis = { type: "time", ...ax, splitLine: { show: false }, axisLabel: { ...ax.axisLabel, formatter: dateLabel(words), lineHeight: 14 }, axisLine: { onZero: true, lineStyle: { color: c.soft } } };
        const most = Math.max(1, ...this.bins.flatMap(([, l]) => [sum(l, 1), -sum(l, -1)])), step = 10 ** Math.floor(Math.log10(most)), end2 = Math.ceil(most / step) * step;
        o.yAxis = [
          { type: "value", ...ax, min: -end2, max: end2, name: words.say("curve.sum"), nameTextStyle: { color: c.soft, align: "left", padding: [0, 0, 4, -46] } },
          { type: "value", ...ax, min: -10, max: 10, splitLine: { show: false }, name: words.say("curve.mean"), nameTextStyle: { color: c.soft, align: "right", padding: [0, -30, 4, 0] } }
        ];
        const at = (d) => (d + (unit === "day" ? 0.5 : unit === "month" ? 15 : unit === "quarter" ? 45 : 182)) * MS;
        o.series = [
          { type: "bar", name: "up", stack: "s", barMaxWidth: 16, itemStyle: { color: c.accent, opacity: 0.75 }, data: this.bins.map(([d, l]) => [at(d), sum(l, 1)]) },
          { type: "bar", name: "down", stack: "s", barMaxWidth: 16, itemStyle: { color: c.warm, opacity: 0.75 }, data: this.bins.map(([d, l]) => [at(d), sum(l, -1)]) },
          { ...base, type: "line", yAxisIndex: 1, symbol: "circle", symbolSize: 5, itemStyle: { color: c.ink }, lineStyle: { color: c.ink, width: 1.6 }, data: this.bins.map(([d, l]) => [at(d), Math.round(mean(l) * 100) / 100]) }
        ];
      });
      this.note.textContent = words.say("curve.note", { unit: words.say("unit." + unit) }) + (vague ? " " + words.count("curve.vague", vague) : "");
      this.box.setAttribute("aria-label", words.say("curve.label", { n: list.length }));
      const end = (d) => {
        const { y, m } = civil(d);
        return unit === "day" ? d + 1 : number(y, m + months);
      };
      this.rows([words.say("column.when"), words.say("column.n"), words.say("curve.mean")], this.bins.map(([d, l]) => ({ cells: [this.name_(d, unit), l.length, mean(l).toFixed(1)], go: () => this.on.range(d, end(d)) })));
      this.unit = unit;
    }
    name_(d, unit) {
      const { y, m, d: day } = civil(d), w = this.words;
      return unit === "year" ? w.year(y) : (unit === "day" ? day + " " : "") + w.month(m) + " " + w.year(y);
    }
    hintText(p) {
      const b = this.bins[p.dataIndex];
      return b ? [this.name_(b[0], this.unit), this.words.count("count.events", b[1].length), ...b[1].slice(0, 4).map((i) => this.data.title[i])] : "";
    }
    clicked(p) {
      const b = this.bins[p.dataIndex];
      if (b) this.on.list(b[1], this.name_(b[0], this.unit));
    }
  };

  // render/html/app/topo.js
  function geojson(topology, name) {
    const { scale, translate } = topology.transform;
    const arcs = topology.arcs.map((arc) => {
      let x = 0, y = 0;
      return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
    });
    const ring = (numbers) => numbers.flatMap((n, k) => {
      const a = n < 0 ? arcs[~n].slice().reverse() : arcs[n];
      return k ? a.slice(1) : a;
    });
    const polygons = (g) => (g.type === "Polygon" ? [g.arcs] : g.type === "MultiPolygon" ? g.arcs : []).map((p) => p.map((r) => unwrap(ring(r))));
    return {
      type: "FeatureCollection",
      features: topology.objects[name].geometries.filter((g) => g.arcs).map((g) => ({
        type: "Feature",
        id: g.id,
        properties: { name: g.properties ? g.properties.name : String(g.id) },
        geometry: { type: "MultiPolygon", coordinates: polygons(g) }
      }))
    };
  }
  function unwrap(ring) {
    let shift = 0;
    const out = ring.map(([x, y], k) => {
      if (k > 0) {
        const dx = x - ring[k - 1][0];
        if (dx > 180) shift -= 360;
        else if (dx < -180) shift += 360;
      }
      return [x + shift, y];
    });
    return shift === 0 ? out : ring;
  }

  // render/html/app/views/map.js
  var WorldMap = class _WorldMap extends ChartView {
    constructor(ctx) {
      super("map", ctx);
    }
    static fits(data) {
      return Boolean($("world")) && data.head.places.some((p) => p.at);
    }
    draw() {
      const { data, words } = this, at = /* @__PURE__ */ new Map();
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
      if (!_WorldMap.ready) {
        echarts.registerMap("world", geojson(JSON.parse($("world").textContent), "countries"));
        _WorldMap.ready = true;
      }
      const most = Math.max(1, ...this.spots.map((s) => s.events.length)), view = bounds(this.spots.map((s) => s.at));
      const chosen = new Set(this.state().facets.place);
      this.set(Math.max(420, Math.min(600, this.height)), (o, c) => {
        o.geo = { map: "world", roam: true, scaleLimit: { min: 1, max: 60 }, ...view, silent: true, itemStyle: { areaColor: c.faint, borderColor: c.line, borderWidth: 0.8 }, emphasis: { disabled: true }, left: 0, right: 0, top: 0, bottom: 0 };
        const base = o.series[0];
        o.series = [{
          ...base,
          type: "scatter",
          coordinateSystem: "geo",
          data: this.spots.map((s) => ({ name: s.name, value: [s.at[1], s.at[0], s.events.length], symbolSize: 9 + 26 * Math.sqrt(s.events.length / most), itemStyle: { color: chosen.has(s.name) ? c.accent : c.deep } })),
          itemStyle: { opacity: 0.72, borderColor: c.panel, borderWidth: 1 },
          label: { show: true, position: "right", formatter: (p) => p.name, color: c.ink, fontSize: 12, textBorderColor: c.panel, textBorderWidth: 3 },
          labelLayout: { hideOverlap: true }
        }];
        delete o.xAxis;
        delete o.yAxis;
        delete o.grid;
      });
      this.note.textContent = words.say("map.note") + (without ? " " + words.count("map.without", without) : "");
      this.box.setAttribute("aria-label", words.say("map.label", { n: this.spots.length }));
      this.rows([words.say("column.where"), words.say("column.n")], this.spots.map((s) => ({ cells: [s.name, s.events.length], go: () => this.open(s) })));
    }
    open(s) {
      if (s.events.length === 1) this.on.open(s.events[0]);
      else this.on.list(s.events, s.name);
    }
    hintText(p) {
      const s = this.spots[p.dataIndex];
      return s ? [s.name, ...s.events.slice(0, 5).map((i) => this.data.title[i]), s.events.length > 5 ? "+ " + (s.events.length - 5) : ""].filter(Boolean) : "";
    }
    clicked(p) {
      const s = this.spots[p.dataIndex];
      if (s) this.open(s);
    }
  };
  function bounds(points) {
    if (!points.length) return {};
    const lat = points.map((p) => p[0]), lon = points.map((p) => p[1]);
    const w = Math.max(30, (Math.max(...lon) - Math.min(...lon)) * 1.35), hgt = Math.max(20, (Math.max(...lat) - Math.min(...lat)) * 1.35);
    const zoom = Math.max(1, Math.min(12, 360 / w, 170 / hgt));
    return { center: [(Math.max(...lon) + Math.min(...lon)) / 2, (Math.max(...lat) + Math.min(...lat)) / 2], zoom };
  }

  // render/html/app/views/network.js
  var NODES = 36;
  function pairs(data, list) {
    const n = /* @__PURE__ */ new Map(), both = /* @__PURE__ */ new Map();
    for (const i of list) {
      const as = [...data.actors.get(i)].sort((a, b) => a - b);
      for (let k = 0; k < as.length; k++) {
        n.set(as[k], (n.get(as[k]) || 0) + 1);
        for (let m = k + 1; m < as.length; m++) both.set(as[k] + " " + as[m], (both.get(as[k] + " " + as[m]) || 0) + 1);
      }
    }
    return { n, both };
  }
  function place(count, edges, width2, height) {
    const p = Array.from({ length: count }, (_, k2) => ({ x: Math.cos(2 * Math.PI * k2 / count), y: Math.sin(2 * Math.PI * k2 / count) }));
    const k = 1.7 / Math.sqrt(Math.max(1, count)), most = Math.max(1, ...edges.map((e) => e.n));
    for (let step = 0, heat = 0.25; step < 260; step++, heat *= 0.985) {
      const f = p.map((q) => ({ x: -q.x * 0.35, y: -q.y * 0.35 }));
      for (let a = 0; a < count; a++) {
        for (let b = a + 1; b < count; b++) {
          const dx = p[a].x - p[b].x, dy = p[a].y - p[b].y, d2 = Math.max(1e-4, dx * dx + dy * dy), push = k * k / d2;
          f[a].x += dx * push;
          f[a].y += dy * push;
          f[b].x -= dx * push;
          f[b].y -= dy * push;
        }
      }
      for (const e of edges) {
        const dx = p[e.a].x - p[e.b].x, dy = p[e.a].y - p[e.b].y, d = Math.hypot(dx, dy), pull = d / k * (0.4 + 0.6 * Math.sqrt(e.n / most));
        f[e.a].x -= dx * pull;
        f[e.a].y -= dy * pull;
        f[e.b].x += dx * pull;
        f[e.b].y += dy * pull;
      }
      for (let a = 0; a < count; a++) {
        const l = Math.hypot(f[a].x, f[a].y);
        if (l > 0) {
          p[a].x += f[a].x / l * Math.min(l, heat);
          p[a].y += f[a].y / l * Math.min(l, heat);
        }
      }
    }
    const xs = p.map((q) => q.x), ys = p.map((q) => q.y), fit = (v, vs, size) => (v - Math.min(...vs)) / Math.max(1e-6, Math.max(...vs) - Math.min(...vs)) * size;
    return p.map((q) => ({ x: count === 1 ? width2 / 2 : fit(q.x, xs, width2), y: count === 1 ? height / 2 : fit(q.y, ys, height) }));
  }
  var Network = class extends ChartView {
    constructor(ctx) {
      super("network", ctx);
    }
    static fits(data) {
      for (let i = 0; i < data.n; i++) if (data.actors.get(i).length > 1) return true;
      return false;
    }
    draw() {
      const { data, words } = this, { n, both } = pairs(data, passing(this.filter, data));
      const linked = new Set([...both.keys()].flatMap((k) => k.split(" ").map(Number)));
      const top = [...n].filter(([a]) => linked.has(a)).sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, NODES).map(([a]) => a), at = new Map(top.map((a, k) => [a, k]));
      const edges = [...both].map(([k, c]) => {
        const [a, b] = k.split(" ").map(Number);
        return { a: at.get(a), b: at.get(b), n: c, names: [a, b] };
      }).filter((e) => e.a !== void 0 && e.b !== void 0);
      const height = Math.max(420, Math.min(620, this.height)), width2 = this.box.clientWidth || 800, spots = place(top.length, edges, width2 - 220, height - 70);
      const most = Math.max(1, ...top.map((a) => n.get(a))), thick = Math.max(1, ...edges.map((e) => e.n));
      const chosen = new Set(this.state().facets.actor);
      this.set(height, (o, c) => {
        Object.assign(o.series[0], {
          type: "graph",
          layout: "none",
          left: 40,
          right: 150,
          top: 24,
          bottom: 24,
          roam: false,
          cursor: "pointer",
          data: top.map((a, k) => ({
            id: String(a),
            name: data.head.actors[a],
            x: spots[k].x,
            y: spots[k].y,
            value: n.get(a),
            symbolSize: 8 + 30 * Math.sqrt(n.get(a) / most),
            itemStyle: { color: chosen.has(data.head.actors[a]) ? c.accent : c.panel, borderColor: chosen.has(data.head.actors[a]) ? c.accent : c.deep, borderWidth: 1.6 },
            label: { show: true, position: "right", color: c.ink, fontSize: 12, formatter: data.head.actors[a].slice(0, 34).replace(/[{}]/g, "") }
          })),
          links: edges.map((e) => ({ source: String(top[e.a]), target: String(top[e.b]), value: e.n, lineStyle: { width: 0.8 + 6 * (e.n / thick), color: c.deep, opacity: 0.28, curveness: 0.08 } })),
          labelLayout: { hideOverlap: true },
          emphasis: { focus: "adjacency", lineStyle: { opacity: 0.7 } }
        });
        delete o.xAxis;
        delete o.yAxis;
        delete o.grid;
      });
      this.note.textContent = words.say("network.note") + (n.size > top.length ? " " + words.say("network.more", { n: n.size - top.length }) : "");
      this.box.setAttribute("aria-label", words.say("network.label", { n: top.length, m: edges.length }));
      this.rows([words.say("network.pair"), words.say("column.n")], edges.sort((a, b) => b.n - a.n).map((e) => ({ cells: [e.names.map((a) => data.head.actors[a]).join(" – "), e.n], go: () => this.both(e.names) })));
    }
    both(names) {
      const list = passing(this.filter, this.data).filter((i) => names.every((a) => this.data.actors.get(i).includes(a)));
      this.on.list(list, names.map((a) => this.data.head.actors[a]).join(" – "));
    }
    hintText(p) {
      if (p.dataType === "node") return [p.data.name, this.words.count("count.events", p.data.value)];
      if (p.dataType === "edge") return [this.data.head.actors[p.data.source] + " – " + this.data.head.actors[p.data.target], this.words.count("count.events", p.data.value)];
      return "";
    }
    clicked(p) {
      if (p.dataType === "node") this.on.toggle("actor", p.data.name);
      if (p.dataType === "edge") this.both([Number(p.data.source), Number(p.data.target)]);
    }
  };
  var Flow = class extends ChartView {
    constructor(ctx) {
      super("flow", ctx);
    }
    static fits(data) {
      for (let i = 0; i < data.n; i++) if (data.source.get(i).length && data.target.get(i).length) return true;
      return false;
    }
    draw() {
      const { data, words } = this, n = /* @__PURE__ */ new Map(), all = passing(this.filter, data);
      const add = (a, b, i) => {
        if (a === b) return;
        const k = a + " " + b;
        if (!n.has(k)) n.set(k, { a, b, events: [] });
        n.get(k).events.push(i);
      };
      for (const i of all) {
        for (const a of data.source.get(i)) {
          for (const b of data.target.get(i)) {
            add(a, b, i);
            if (data.flags[i] & MUTUAL) add(b, a, i);
          }
        }
      }
      const flows = [...n.values()].sort((x, y) => y.events.length - x.events.length || x.a - y.a || x.b - y.b), shown = flows.slice(0, 40);
      this.flows = shown;
      const sides = new Set(shown.flatMap((f) => ["s" + f.a, "t" + f.b]));
      const rows = Math.max([...sides].filter((s) => s[0] === "s").length, [...sides].filter((s) => s[0] === "t").length);
      this.set(Math.max(240, Math.min(720, rows * 34 + 40)), (o, c) => {
        Object.assign(o.series[0], {
          type: "sankey",
          left: 12,
          right: 12,
          top: 12,
          bottom: 12,
          nodeWidth: 9,
          nodeGap: 12,
          draggable: false,
          nodeAlign: "justify",
          layoutIterations: 32,
          data: [...sides].map((s) => ({ name: s, itemStyle: { color: s[0] === "s" ? c.accent : c.deep }, label: { show: true, color: c.ink, fontSize: 12.5, position: s[0] === "s" ? "right" : "left", formatter: data.head.actors[Number(s.slice(1))].slice(0, 34).replace(/[{}]/g, "") } })),
          links: shown.map((f) => ({ source: "s" + f.a, target: "t" + f.b, value: f.events.length })),
          lineStyle: { color: c.deep, opacity: 0.16, curveness: 0.5 },
          emphasis: { focus: "adjacency", lineStyle: { opacity: 0.4, color: c.accent } }
        });
        delete o.xAxis;
        delete o.yAxis;
        delete o.grid;
      });
      this.note.textContent = words.say("flow.note") + (flows.length > shown.length ? " " + words.say("flow.more", { n: flows.length - shown.length }) : "");
      this.box.setAttribute("aria-label", words.say("flow.label", { n: shown.length }));
      this.rows([words.say("flow.from"), words.say("flow.to"), words.say("column.n")], flows.map((f) => ({ cells: [data.head.actors[f.a], data.head.actors[f.b], f.events.length], go: () => this.open(f) })));
    }
    open(f) {
      this.on.list(f.events, this.data.head.actors[f.a] + " → " + this.data.head.actors[f.b]);
    }
    of(p) {
      return p.dataType === "edge" ? this.flows.find((f) => "s" + f.a === p.data.source && "t" + f.b === p.data.target) : null;
    }
    hintText(p) {
      const f = this.of(p);
      if (f) return [this.data.head.actors[f.a] + " → " + this.data.head.actors[f.b], this.words.count("count.events", f.events.length)];
      return p.dataType === "node" ? [this.data.head.actors[Number(p.name.slice(1))], this.words.count("count.events", p.value)] : "";
    }
    clicked(p) {
      const f = this.of(p);
      if (f) this.open(f);
      else if (p.dataType === "node") this.on.toggle("actor", this.data.head.actors[Number(p.name.slice(1))]);
    }
  };

  // render/html/app/words.js
  var Words = class {
    constructor(table) {
      this.table = table;
    }
    // say is the words of a name; what has none is the end of its name.
    say(name, fills = {}) {
      const s = this.table[name];
      if (s === void 0) return name.slice(name.lastIndexOf(".") + 1);
      return s.replace(/\{(\w+)\}/g, (all, k) => k in fills ? String(fills[k]) : all);
    }
    count(name, n) {
      return n === 1 ? this.say(name + ".one") : this.say(name + ".other", { n: this.number(n) });
    }
    // number parts thousands by a narrow space.
    number(n) {
      return String(n).replace(/\B(?=(\d{3})+$)/g, " ");
    }
    has(name) {
      return name in this.table;
    }
    month(m) {
      return this.say("date.month." + m);
    }
    shortMonth(m) {
      return this.say("date.mon." + m);
    }
    weekday(n) {
      return this.say("date.weekday." + n);
    }
    year(y) {
      return y > 0 ? String(y) : this.say("date.bce", { y: 1 - y });
    }
    // type is a type of event: PLOVER's name, as words where there are any.
    type(name) {
      return this.has("type." + name) ? this.say("type." + name) : name.charAt(0) + name.slice(1).toLowerCase();
    }
  };

  // render/html/app/main.js
  var KINDS = { calendar: Calendar, clocks: Clocks, network: Network, flow: Flow, curve: Curve, map: WorldMap, ahead: Ahead };
  var NARROW = 700;
  var channel = new MessageChannel();
  var waiting = [];
  channel.port1.onmessage = () => waiting.shift()();
  var pause = () => new Promise((go) => {
    waiting.push(go);
    channel.port2.postMessage(0);
  });
  var Page = class {
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
      addEventListener("resize", () => {
        clearTimeout(wait);
        wait = setTimeout(() => this.redraw(), 80);
      });
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
        toggle: (key, value) => {
          const now = this.state.facets[key];
          on.choose(key, now.includes(value) ? now.filter((v) => v !== value) : [...now, value]);
        },
        range: (from, to) => this.set({ from, to }),
        sort: (k) => this.set({ sort: this.state.sort === k ? "-" + k : k }),
        page: (p) => {
          this.set({ page: p }, { keep: true });
          $("list").scrollIntoView({ block: "start" });
        },
        close: () => this.close(),
        step: (by) => this.step(by),
        link: (i) => location.href.split("#")[0] + "#" + write({ ...this.state, ev: data.id[i] }),
        source: (s) => {
          const row = $("source-" + (s + 1));
          if (row) {
            row.closest("details").open = true;
            row.scrollIntoView({ block: "center" });
            row.focus();
          }
        }
      };
      this.on = on;
      this.timeline = new Timeline($("chart"), data, filter, words, {
        open: (m) => m.crowd ? this.crowd(m) : on.open(m.events[0]),
        hover: (m, x, y) => this.hover(m, x, y)
      });
      this.strip = new Strip($("strip"), this.timeline, words, (from, to, done) => this.move(from, to, done));
      this.table = new Table($("list-body"), data, filter, words, on);
      this.tray = new Tray($("tray"), data, filter, words, on);
      this.card = new Card($("card"), data, this.evidence, words, on);
      this.sidebar = new Sidebar($("facets"), filter, words, on);
      this.keys = new Keys($("chart-keys"), this.timeline, words, { open: (m) => m.crowd ? this.crowd(m) : on.open(m.events[0], $("chart-keys")), zoom: (f) => this.zoom(f), pan: (f) => this.pan(f), fit: () => this.move(null, null, true) });
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
      $("search").addEventListener("input", (e) => {
        clearTimeout(wait);
        wait = setTimeout(() => this.set({ q: e.target.value }, { replace: true }), 120);
      });
      $("tools").addEventListener("submit", (e) => e.preventDefault());
      $("fit").addEventListener("click", () => this.move(null, null, true));
      $("in").addEventListener("click", () => this.zoom(0.6));
      $("out").addEventListener("click", () => this.zoom(1 / 0.6));
      $("dense").addEventListener("click", () => {
        this.timeline.dense = !this.timeline.dense;
        this.drawView();
      });
      $("reset").addEventListener("click", () => {
        $("search").value = "";
        this.set({ facets: initial().facets, q: "", from: null, to: null });
      });
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
      const key = (draw, text2) => h("li", {}, draw, text2);
      const seen = /* @__PURE__ */ new Set();
      for (let i = 0; i < data.n; i++) seen.add(data.head.statuses[data.status[i]]);
      fill(
        c,
        data.head.statuses.filter((s) => seen.has(s)).map((s) => key(glyph(s), words.say("status." + s))),
        key(h("i", { class: "key span" }), words.say("legend.span")),
        key(h("i", { class: "key within" }), words.say("legend.within")),
        key(h("i", { class: "key text" }, "~"), words.say("legend.approximate")),
        key(h("i", { class: "key text" }, "?"), words.say("legend.uncertain")),
        key(h("i", { class: "key asof" }), words.say("legend.asof")),
        key(h("i", { class: "key published" }), words.say("legend.published")),
        data.head.ghosts.length ? key(h("i", { class: "key ghost" }), words.say("legend.ghost")) : null
      );
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
      if (patch.q !== void 0 && patch.q !== before.q) await this.seek();
      await this.refresh(patch.view !== void 0);
    }
    remember(replace) {
      const s = write(this.state), url = s ? "#" + s : location.pathname + location.search;
      if ("#" + s === (location.hash || "#")) return;
      try {
        history[replace ? "replaceState" : "pushState"](null, "", url);
      } catch {
        if (!replace) location.hash = s;
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
          if (first) go();
          else this.refresh(false);
          first = false;
        });
      });
    }
    // refresh filters and draws, each part in its own step.
    async refresh() {
      const run = this.running = (this.running || 0) + 1;
      let prepared = null, chart = false;
      const steps = [
        () => {
          this.filter.apply(this.state, this.found);
          this.summary();
          this.chrome();
        },
        () => {
          chart = this.stage();
          if (chart) prepared = this.timeline.prepare(this.state);
          else this.drawView();
        },
        () => {
          if (prepared) this.timeline.show(prepared);
        },
        () => {
          if (chart) {
            this.strip.draw(this.state);
            this.keys.renew();
          }
        },
        () => this.sidebar.draw(this.state),
        () => {
          this.table.draw(this.state);
          this.tray.draw();
        },
        () => this.reopen()
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
    narrow() {
      document.body.classList.toggle("narrow", innerWidth < NARROW);
    }
    // chrome shows in the tools what the state is.
    chrome() {
      const { state } = this;
      for (const b of $("views").children) {
        const on = b.dataset.view === state.view;
        b.classList.toggle("on", on);
        if (on) b.setAttribute("aria-current", "page");
        else b.removeAttribute("aria-current");
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
      $("found").textContent = all ? words.say("found.all", { n: words.number(data.n) }) : words.say("found.some", { n: words.number(filter.dated + filter.undated), all: words.number(data.n) });
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
    picked() {
      return this.state.ev && this.data.byID.has(this.state.ev) ? this.data.byID.get(this.state.ev) : -1;
    }
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
      if (to !== void 0) this.open(to, { focus: false });
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
      if (!m) {
        $("hint").hidden = true;
        return;
      }
      const { data, words } = this, i = m.events[0];
      const lines = m.crowd ? [words.count("crowd", m.events.length), ...m.events.slice(0, 5).map((k) => data.title[k]), m.events.length > 5 ? "…" : ""].filter(Boolean) : [data.title[i], data.whenWords(i) + (data.shape[i] === 2 ? " – " + words.say("legend.within") : ""), words.say("status." + data.head.statuses[data.status[i]]) + " · " + words.count("voices", data.origins[i])];
      showHint($("hint"), lines, x, y, $("chart").clientWidth);
    }
    // move sets the window of time. While it moves only the chart follows.
    move(from, to, done) {
      if (from !== null) {
        from = Math.floor(from);
        to = Math.max(from + 1, Math.ceil(to));
      }
      this.state = { ...this.state, from, to };
      if (!this.frame) {
        this.frame = requestAnimationFrame(() => {
          this.frame = 0;
          if (this.state.view === "timeline") {
            this.timeline.draw(this.state);
          }
          this.strip.place(this.state);
        });
      }
      clearTimeout(this.settle);
      this.settle = setTimeout(() => {
        this.remember(!done);
        this.state.page = 1;
        this.refresh();
      }, done ? 0 : 220);
    }
    zoom(factor, at = 0.5) {
      const { scale } = this.timeline, u0 = this.state.from === null ? scale.min : scale.unit(this.state.from), u1 = this.state.to === null ? scale.max : scale.unit(this.state.to);
      const u = u0 + (u1 - u0) * at;
      this.strip.draw(this.state);
      this.strip.set(u - (u - u0) * factor, u + (u1 - u) * factor, true);
    }
    pan(share2) {
      const { scale } = this.timeline;
      if (this.state.from === null) return;
      const u0 = scale.unit(this.state.from), u1 = scale.unit(this.state.to), by = Math.max(scale.min - u0, Math.min(scale.max - u1, (u1 - u0) * share2));
      this.strip.set(u0 + by, u1 + by, true);
    }
    wheel(e) {
      if (!(e.ctrlKey || e.metaKey)) {
        if (Math.abs(e.deltaX) > Math.abs(e.deltaY) && this.state.from !== null) {
          e.preventDefault();
          this.pan(e.deltaX / 1200);
        }
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
      const end = () => {
        removeEventListener("pointermove", step);
        removeEventListener("pointerup", end);
      };
      addEventListener("pointermove", step);
      addEventListener("pointerup", end);
    }
    key(e) {
      if (e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey) return;
      if (e.key === "Escape") {
        if (document.body.classList.contains("drawer")) {
          this.drawer(false);
          $("open-facets").focus();
        } else if (!$("card").hidden) this.close();
        return;
      }
      if (/^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName)) return;
      if (e.key === "/") {
        e.preventDefault();
        $("search").focus();
      }
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
            const body = picture(t, state, kind === "svg" ? "svg" : "canvas");
            save(fileName(data.head.title, kind), "image/svg+xml", kind === "svg" ? body : blobOf(body));
          } finally {
            t.filter = filter;
            t.L = was;
          }
        } else {
          const list = [];
          for (let i = 0; i < data.n; i++) if (all || this.filter.passes(i)) list.push(i);
          if (kind === "ics") {
            const { text: text2, left } = ics(data, this.evidence, list, words);
            save(fileName(data.head.title, kind), "text/calendar", text2);
            $("status").textContent = left ? words.count("export.left", left) : words.say("export.done");
            return;
          }
          const records = [];
          for (const i of list) {
            records.push(record(data, this.evidence, i));
            if (records.length % data.head.chunk === 0) await pause();
          }
          save(fileName(data.head.title, kind), kind === "csv" ? "text/csv" : "application/json", kind === "csv" ? csv(records) : json(data, records));
        }
        $("status").textContent = words.say("export.done");
      };
      const kinds = ["csv", "json", "ics", ...data.dated ? ["svg", "png"] : []];
      const line2 = (all) => h("p", {}, h("span", {}, words.say(all ? "export.all" : "export.filtered")), kinds.map((k) => h("button", { type: "button", "data-export": k + (all ? "-all" : ""), onclick: () => take(k, all) }, k.toUpperCase())));
      fill($("export"), line2(false), line2(true));
    }
  };
  async function start2() {
    const page = new Page(await load(document, pause));
    window.Dateline = { page };
    await page.start();
  }
  start2();
})();
