// Small helpers for the document. Text is set as text, never as markup.

export const $ = (id) => document.getElementById(id);

// h makes an element: attributes by name, "on…" as listeners, children as text or nodes.
export function h(tag, attrs = {}, ...children) {
  const el = document.createElement(tag);
  for (const [k, v] of Object.entries(attrs)) {
    if (v === null || v === undefined || v === false) continue;
    if (k.startsWith("on")) el.addEventListener(k.slice(2), v);
    else if (k === "class") el.className = v;
    else if (k in el && typeof v === "boolean") el[k] = v;
    else el.setAttribute(k, v);
  }
  put(el, children);
  return el;
}

export function put(el, children) {
  for (const c of children.flat(3)) {
    if (c === null || c === undefined || c === false || c === "") continue;
    el.append(c instanceof Node ? c : document.createTextNode(String(c)));
  }
  return el;
}

// fill replaces what is in an element.
export function fill(el, ...children) {
  el.textContent = "";
  return put(el, children);
}

// glyph is the sign of a status, as an SVG drawing that takes the colour of the text.
export function glyph(status, size = 13) {
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

const circle = (r) => `M${-r} 0A${r} ${r} 0 1 1 ${r} 0A${r} ${r} 0 1 1 ${-r} 0Z`;
const diamond = (r) => `M0 ${-r}L${r} 0L0 ${r}L${-r} 0Z`;

// glyphPaths are the signs, in a square of 14 around the origin. Each differs from the
// others by its outline alone, so that no colour is needed to tell them.
export function glyphPaths(status) {
  switch (status) {
    case "occurred": return [{ d: circle(5), fill: true }];
    case "ongoing": return [{ d: circle(4.6) }, { d: "M0 -4.6A4.6 4.6 0 0 1 0 4.6Z", fill: true }];
    case "scheduled": return [{ d: diamond(6.2), fill: true }];
    case "proposed": return [{ d: diamond(5.4) }];
    case "threatened": return [{ d: "M0 -6L6 5L-6 5Z", fill: true }];
    case "denied": return [{ d: circle(4.8) }, { d: "M-3.4 3.4L3.4 -3.4" }];
    case "cancelled": return [{ d: "M-4.2 -4.2L4.2 4.2M-4.2 4.2L4.2 -4.2" }];
  }
  return [{ d: circle(4.8), dash: "2 2" }];
}
