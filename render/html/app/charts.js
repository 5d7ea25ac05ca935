// What all charts share: options from the page with functions attached by name, the
// colours of the style sheet, and instances that follow their element's size.

import { $ } from "./dom.js";

const options = () => JSON.parse($("options").textContent);

// functions are all that an option may name.
const functions = { "fn:none": () => "" };

// attach replaces names of functions where an option may hold one.
function attach(o, own) {
  for (const k of Object.keys(o)) {
    const v = o[k];
    if (typeof v === "string" && (k === "renderItem" || k === "formatter")) {
      const f = own[v] || functions[v];
      if (f) o[k] = f; else delete o[k];
    } else if (v && typeof v === "object") attach(v, own);
  }
  return o;
}

// skeleton is the option of a chart, as Go built it.
export const skeleton = (name, own = {}) => attach(options()[name] || {}, own);

// colours of the style sheet, as canvas wants them. On paper they are those of the
// light scheme.
export function colours() {
  const css = getComputedStyle(document.documentElement), c = {};
  for (const k of ["bg", "panel", "ink", "soft", "line", "faint", "accent", "wash", "warm", "grey", "deep"]) c[k] = css.getPropertyValue("--" + k).trim();
  // Double quotes would end the attribute in which SVG keeps a font.
  c.font = getComputedStyle(document.body).fontFamily.replaceAll('"', "'");
  c.status = { occurred: c.deep, ongoing: c.deep, scheduled: c.accent, proposed: c.accent, threatened: c.warm, denied: c.grey, cancelled: c.grey };
  return c;
}

// start makes a chart in an element.
export function start(el, renderer = "canvas") {
  return echarts.init(el, null, { renderer, useDirtyRect: false });
}

let canvas = null;
const kept = new Map();

// width measures a text; it remembers.
export function width(text, font) {
  const key = font + "\n" + text;
  let w = kept.get(key);
  if (w === undefined) {
    if (kept.size > 60000) kept.clear();
    canvas ??= document.createElement("canvas").getContext("2d");
    canvas.font = font;
    kept.set(key, w = canvas.measureText(text).width);
  }
  return w;
}

// cut shortens a text to some pixels.
export function cut(text, room, font) {
  const full = width(text, font);
  if (full <= room) return text;
  let n = Math.max(1, Math.floor((text.length * room) / full));
  while (n > 1 && width(text.slice(0, n).trimEnd() + "…", font) > room) n--;
  return text.slice(0, n).trimEnd() + "…";
}
