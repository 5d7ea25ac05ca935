// Shapes of events as ECharts elements: a day is its status's sign, a span a full bar,
// "sometime within" a hatched bar whose ends fade. All are lines and areas, so that they
// are sharp on paper and in SVG, and can be told apart in grey.

import { OPEN_END, OPEN_START, UNCERTAIN, DAY, SPAN } from "./data.js";
import { glyphPaths } from "./dom.js";

let registered = false;
function register() {
  if (registered) return;
  registered = true;
  // Stripes from the lower left to the upper right, cut off at the box, every gap
  // pixels from a fixed origin, so that they stand still when the window moves.
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
    },
  }));
}

const signs = {};
// sign is a status's sign around the point (x, y).
export function sign(status, x, y, colour, scale = 1) {
  const paths = signs[status] ??= glyphPaths(status);
  return {
    ...group(paths.map((p) => ({
      type: "path", shape: { pathData: p.d },
      style: p.fill ? { fill: colour, stroke: "none" } : { fill: "none", stroke: colour, lineWidth: 1.7, lineDash: p.dash ? [2, 2] : null },
    })), { x, y, scaleX: scale, scaleY: scale }),
  };
}

// dash is how the outline of a status is drawn.
const dash = { proposed: [5, 3], threatened: [7, 3, 2, 3], denied: [2, 3], cancelled: [2, 3] };

const FADE = 18;

// group is elements that are one item of the series. What it held in the drawing before
// is dropped, not mended: the elements of two drawings have nothing in common.
export const group = (children, more = {}) => ({ type: "group", $mergeChildren: false, children, ...more });

// faded is elements seen as through paper.
export function faded(children, opacity) {
  for (const c of children) {
    if (c.children) faded(c.children, opacity);
    else c.style = { ...c.style, opacity: (c.style.opacity ?? 1) * opacity };
  }
  return children;
}

// bar is an event that takes more than a day, between two pixels, of which only what lies
// within the edges is drawn: an end that is cut off is no end, and does not fade.
export function bar(shape, status, flags, x0, x1, y, height, colour, edge) {
  register();
  const parts = [], width = x1 - x0, top = y - height / 2;
  const a = Math.max(x0, edge.left), b = Math.min(x1, edge.right);
  const doubt = flags & UNCERTAIN;
  if (shape === SPAN) {
    const solid = status === "occurred" || status === "ongoing";
    parts.push({
      type: "rect", shape: { x: a, y: top, width: b - a, height, r: [a === x0 ? 2.5 : 0, b === x1 ? 2.5 : 0, b === x1 ? 2.5 : 0, a === x0 ? 2.5 : 0] },
      style: solid && !doubt ? { fill: colour } : { fill: colour, fillOpacity: 0.16, stroke: colour, lineWidth: 1.5, lineDash: doubt ? [2, 3] : dash[status] || null },
    });
    if (status === "denied" || status === "cancelled") parts.push(line(a, y, b, y, colour, 1.2));
    const tip = height / 2 + 2;
    if (flags & OPEN_END && x1 < edge.right + 4) parts.push(arrow(x1, y, tip, colour));
    if (flags & OPEN_START && x0 > edge.left - 4) parts.push(arrow(x0, y, -tip, colour));
    return parts;
  }
  const soft = Math.min(FADE, width / 3), steps = width > 14 ? 3 : 1;
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
  // The line below carries the status in its dashes.
  if (status !== "occurred" && status !== "ongoing" && b - a > 2 * soft) {
    parts.push({ ...line(Math.max(a, x0 + soft), top + height + 2, Math.min(b, x1 - soft), top + height + 2, colour, 1.3), });
    parts.at(-1).style.lineDash = dash[status] || null;
  }
  if (status === "denied" || status === "cancelled") parts.push(line(a, y, b, y, colour, 1.2));
  return parts;
}

export const line = (x1, y1, x2, y2, stroke, lineWidth = 1) => ({ type: "line", shape: { x1, y1, x2, y2 }, style: { stroke, lineWidth, fill: "none" } });

const arrow = (x, y, tip, colour) => ({ type: "polygon", shape: { points: [[x, y - 5], [x + tip, y], [x, y + 5]] }, style: { fill: colour } });

export const text = (s, x, y, fill, font, align = "left", more = {}) => ({ type: "text", x, y, style: { text: s, fill, font, textAlign: align, align, verticalAlign: "middle", ...more } });

// bubble counts events that have no room.
export function bubble(n, x, y, colour, font) {
  const r = Math.min(14, 7.5 + 2.2 * Math.log10(n));
  return [
    { type: "circle", shape: { cx: x, cy: y, r }, style: { fill: colour, fillOpacity: Math.min(0.34, 0.1 + 0.07 * Math.log10(n)) } },
    text(n > 9999 ? Math.round(n / 1000) + "k" : String(n), x, y + 0.5, colour, font, "center"),
  ];
}

export const isDay = (shape) => shape === DAY;
