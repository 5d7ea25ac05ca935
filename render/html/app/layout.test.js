import assert from "node:assert/strict";
import test from "node:test";
import { number } from "./days.js";
import { pack, share, spread } from "./pack.js";
import { Scale, Window, findBreaks } from "./scale.js";
import { level, ticks } from "./ticks.js";
import { Words } from "./words.js";

const random = (seed) => () => (seed = (seed * 16807) % 2147483647) / 2147483647;

test("a long empty stretch is broken, a short one and a dense line are not", () => {
  assert.equal(findBreaks([[0, 30], [7000, 7030]]).length, 1);
  assert.equal(findBreaks([[0, 30], [80, 90]]).length, 0);
  assert.equal(findBreaks(Array.from({ length: 60 }, (_, k) => [k * 50, k * 50 + 1])).length, 0);
  assert.equal(findBreaks([]).length, 0);
});

test("the scale goes there and back, through breaks, and never backwards", () => {
  const s = new Scale(0, 9000, [{ from: 100, to: 4000 }, { from: 4200, to: 8800 }]);
  let last = -Infinity;
  for (let d = -10; d < 9050; d += 7) {
    const u = s.unit(d);
    assert.ok(u > last, `day ${d}`);
    last = u;
    assert.ok(Math.abs(s.day(u) - d) < 1e-6, `day ${d} came back as ${s.day(u)}`);
  }
});

test("no mark and no label covers another, and nothing is lost", () => {
  const r = random(7), items = Array.from({ length: 800 }, () => {
    const x0 = r() * 1000, w = r() < 0.7 ? 14 : r() * 300;
    return { x0, x1: x0 + w, label: 40 + r() * 200, lane: Math.floor(r() * 3), faint: false };
  });
  const { places, bins, used } = pack(items, [6, 6, 6], 0, 1000), taken = new Map();
  let counted = 0;
  places.forEach((p, i) => {
    if (p.bin !== undefined) { counted++; return; }
    const it = items[i], key = it.lane + "/" + p.row;
    assert.ok(p.row < 6);
    let a = Math.max(it.x0, 0), b = Math.min(it.x1, 1000);
    if (p.side === "right") b += 8 + p.room; else if (p.side === "left") a -= 8 + p.room;
    for (const [c, d] of taken.get(key) || []) assert.ok(b <= c || a >= d, `${key}: [${a}, ${b}] and [${c}, ${d}]`);
    taken.set(key, [...(taken.get(key) || []), [a, b]]);
  });
  assert.equal(counted, bins.flatMap((m) => [...m.values()]).reduce((n, l) => n + l.length, 0));
  assert.ok(counted > 0 && used.every((u) => u <= 7));
});

test("a label stands on a wide bar, else right, else left, else not at all", () => {
  assert.equal(spread(100, 400, 200, 0, 1000).side, "on");
  assert.equal(spread(100, 114, 200, 0, 1000).side, "right");
  assert.equal(spread(900, 914, 200, 0, 1000).side, "left");
  assert.equal(spread(40, 54, 200, 0, 110), null);
  // A bar that runs out of the window keeps its label in view.
  const s = spread(-5000, 400, 200, 0, 1000);
  assert.deepEqual([s.side, s.a], ["on", 0]);
});

test("lanes share rows", () => {
  assert.deepEqual(share([1, 9, 9], 10), [1, 5, 4]);
  assert.deepEqual(share([1, 1], 10), [1, 1]);
});

const words = new Words({ ...Object.fromEntries("Jan Feb Mar Apr May June July Aug Sep Oct Nov Dec".split(" ").flatMap((m, k) => [["date.mon." + (k + 1), m], ["date.month." + (k + 1), m]])), "date.bce": "{y} BCE", "axis.quarter": "Q{n}", "date.weekday.2": "Tue" });

test("the axis always tells the year, and labels have room", () => {
  for (const [from, to] of [[number(2009, 6, 1), number(2009, 6, 9)], [number(2009, 6, 1), number(2009, 8, 1)], [number(2008), number(2010)], [number(1990), number(2020)], [number(-50), number(10)], [number(-4000), number(2000)]]) {
    const win = new Window(new Scale(from, to, []), from, to, 0, 1000), t = ticks(win, words);
    const labels = [...t.upper, ...t.lower].map((c) => c.text + c.short);
    assert.ok(labels.some((s) => /\d{3,4}|BCE/.test(s)), labels.join(" "));
    assert.ok(t.lower.length <= 400 && t.lower.length > 1, `${t.lower.length} cells`);
    for (const c of t.lower) assert.ok(c.to > c.from);
    assert.ok(level(win.k).days * win.k >= 20);
  }
});
