import assert from "node:assert/strict";
import test from "node:test";
import { cell, csv, fileName, foldLine } from "./export.js";

test("no cell is a formula, and every row stays a row", () => {
  for (const s of ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "|x", "％"]) assert.match(cell(s).replace(/^"/, ""), /^'/, s);
  assert.equal(cell("-5"), "-5");
  assert.equal(cell("-0043-03-15"), "-0043-03-15");
  assert.equal(cell('say "x", then\ny'), '"say ""x"", then\ny"');
  assert.equal(cell(["a", "b"]), '"a; b"');
  assert.equal(csv([{ a: 1, b: "=x" }]), "\ufeffa,b\r\n1,'=x\r\n");
});

test("lines of a calendar are folded at 75 bytes, between characters", () => {
  const s = "DESCRIPTION:" + "ä😀x".repeat(60), lines = foldLine(s).split("\r\n");
  for (const l of lines) assert.ok(Buffer.byteLength(l) <= 75);
  assert.equal(lines.map((l, k) => (k ? l.slice(1) : l)).join(""), s);
});

test("names of files are tame", () => {
  assert.equal(fileName("../../Über „das“ / x", "csv"), "uber-das-x.csv");
  assert.equal(fileName("", "csv"), "timeline.csv");
});
