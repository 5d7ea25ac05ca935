import assert from "node:assert/strict";
import test from "node:test";
import { number } from "./days.js";
import { initial, read, write } from "./state.js";
import { matches, terms } from "./search.js";
import { geojson } from "./topo.js";

test("an address brings back what was shown", () => {
  const s = initial();
  Object.assign(s, { view: "table", lanes: "place", q: "north & \"six talks\" =#%", ev: "e1,2", from: number(2009, 5), to: number(2009, 7), sort: "-title", page: 3 });
  s.facets.actor = ["United States", "A, B & C", "100% =x"];
  s.facets.status = ["scheduled", "proposed"];
  assert.deepEqual(read("#" + write(s)), s);
  assert.equal(write(initial()), "");
  assert.deepEqual(read(""), initial());
});

test("nonsense in an address is as usual", () => {
  assert.deepEqual(read("#view=evil&lanes=__proto__&sort=x&from=2009&to=&page=-1&zzz=1&=&constructor=1"), initial());
  assert.equal(read("#from=2010-01-01&to=2009-01-01").from, null);
  assert.equal(read("#q=%zz").q, "%zz");
});

test("search: words, phrases, and what must not be there", () => {
  const found = (q, s) => matches(s, terms(q));
  assert.ok(found("korea north", "north korea"));
  assert.ok(found('"north korea"', "in north korea"));
  assert.ok(!found('"korea north"', "north korea"));
  assert.ok(found("talks -seoul", "talks in beijing"));
  assert.ok(!found("talks -seoul", "talks in seoul"));
  assert.ok(found("Zürich", "zurich"));
  assert.equal(terms(" - \" ").filter((t) => t.text).length <= 1, true);
});

test("countries are decoded, and rings over the edge of the map stay whole", () => {
  const topology = { transform: { scale: [1, 1], translate: [0, 0] }, arcs: [[[170, 0], [9, 0], [-358, 5], [358, 5], [-9, 0], [0, -10]]], objects: { countries: { geometries: [{ type: "Polygon", arcs: [[0]], id: "1", properties: { name: "X" } }] } } };
  const ring = geojson(topology, "countries").features[0].geometry.coordinates[0][0];
  for (let k = 1; k < ring.length; k++) assert.ok(Math.abs(ring[k][0] - ring[k - 1][0]) < 180, JSON.stringify(ring));
});
