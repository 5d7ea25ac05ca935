import assert from "node:assert/strict";
import test from "node:test";
import { civil, iso, number, parse, weekday } from "./days.js";

test("days and dates are one another's reverse", () => {
  for (let n = -800000; n < 800000; n += 61) {
    const { y, m, d } = civil(n);
    assert.equal(number(y, m, d), n);
    assert.equal(parse(iso(n)), n);
  }
});

test("known days", () => {
  assert.equal(iso(0), "1970-01-01");
  assert.equal(number(2009, 6, 23), 14418);
  assert.equal(weekday(number(2009, 6, 23)), 2);
  assert.deepEqual(civil(number(-43, 3, 15)), { y: -43, m: 3, d: 15 });
  assert.equal(number(2008, 14), number(2009, 2));
});

test("what is no date is none", () => {
  for (const s of ["", "2009", "2009-13-01", "x", "2009-06-23T00", null]) assert.equal(parse(s), null);
});
