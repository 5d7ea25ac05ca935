// Ticks of the axis in two rows: the upper always tells the year.

import { civil, number, weekday } from "./days.js";

// LEVELS are from fine to coarse: how many days a cell has at least, how wide it must be
// to be labelled, the unit of the upper row.
const LEVELS = [
  { unit: "day", days: 1, room: 46, upper: "month", named: true },
  { unit: "day", days: 1, room: 21, upper: "month" },
  { unit: "week", days: 7, room: 24, upper: "month" },
  { unit: "month", days: 28, room: 34, upper: "year" },
  { unit: "quarter", days: 90, room: 30, upper: "year" },
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500].map((n) => ({ unit: "year", n, days: 365 * n, room: 46 })),
];

export function level(pixelsPerDay) {
  for (const l of LEVELS) if (l.days * pixelsPerDay >= l.room) return l;
  let n = 1000;
  while (365 * n * pixelsPerDay < 70) n *= 10;
  return { unit: "year", n, days: 365 * n, room: 70 };
}

// floor is the start of the cell in which a day lies; next the start of the one after.
export function floor(day, l) {
  const { y, m, d } = civil(day);
  switch (l.unit) {
    case "day": return Math.floor(day);
    case "week": return number(y, m, [1, 8, 15, 22, 29].filter((k) => k <= d).pop());
    case "month": return number(y, m);
    case "quarter": return number(y, m - ((m - 1) % 3));
  }
  return number(Math.floor(y / l.n) * l.n);
}

export function next(day, l) {
  const { y, m, d } = civil(day);
  switch (l.unit) {
    case "day": return Math.floor(day) + 1;
    // Weeks of a month: the last one runs to its end.
    case "week": return d >= 22 ? number(y, m + 1) : number(y, m, d + 7);
    case "month": return number(y, m + 1);
    case "quarter": return number(y, m + 3);
  }
  return number(Math.floor(y / l.n) * l.n + l.n);
}

function label(day, l, words) {
  const { y, m, d } = civil(day);
  switch (l.unit) {
    case "day": return l.named ? words.weekday(weekday(day)) + " " + d : String(d);
    case "week": return String(d);
    case "month": return words.shortMonth(m);
    case "quarter": return words.say("axis.quarter", { n: (m + 2) / 3 });
  }
  return words.year(y);
}

const UPPER = {
  month: { level: { unit: "month" }, text: (day, words) => { const { y, m } = civil(day); return words.month(m) + " " + words.year(y); }, short: (day, words) => { const { y, m } = civil(day); return words.shortMonth(m) + " " + words.year(y); } },
  year: { level: { unit: "year", n: 1 }, text: (day, words) => words.year(civil(day).y), short: (day, words) => words.year(civil(day).y) },
};

// ticks are the cells of both rows that touch a window: { from, to, text, short }. Cells
// end at breaks. At most MAX of each row.
const MAX = 400;
export function ticks(win, words) {
  const l = level(win.k), lower = [], upper = [];
  const pieces = [];
  let at = win.from;
  for (const b of win.scale.breaks) {
    if (b.to <= at || b.from >= win.to) continue;
    if (b.from > at) pieces.push([at, b.from]);
    at = Math.max(at, b.to);
  }
  if (at < win.to) pieces.push([at, win.to]);
  const cells = (out, lv, text, short) => {
    for (const [a, z] of pieces) {
      for (let d = floor(a, lv); d < z && out.length < MAX; d = next(d, lv)) {
        out.push({ from: Math.max(d, a), to: Math.min(next(d, lv), z), start: d, whole: d >= a, text: text(d), short: short ? short(d) : "" });
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
