// What the page shows, and how its address writes that down.

import { iso, parse } from "./days.js";

export const FACETS = ["change", "status", "type", "actor", "place", "outlet", "origin", "precision", "grade", "voices", "notes"];
export const VIEWS = ["timeline", "table", "calendar", "clocks", "network", "flow", "curve", "map", "ahead"];
export const LANES = ["actor", "place", "type", "outlet", "status", "none"];
const PLAIN = { view: VIEWS, lanes: LANES, order: ["count", "name", "first"] };

export function initial() {
  const facets = {};
  for (const f of FACETS) facets[f] = [];
  return { view: "timeline", lanes: "actor", order: "count", q: "", ev: "", from: null, to: null, sort: "when", page: 1, facets };
}

// write is the state as the end of an address. What is as usual is left out.
export function write(s) {
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

const decode = (v) => { try { return decodeURIComponent(v); } catch { return v; } };

// read is the state of an address. What it does not know it leaves as usual.
export function read(text) {
  const s = initial();
  for (const part of text.replace(/^#/, "").split("&")) {
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
