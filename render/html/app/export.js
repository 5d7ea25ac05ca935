// What can be taken away: the events that are let through, or all, as CSV, JSON or a
// calendar; the timeline as SVG or PNG. Never what happens to be on the screen.

import { APPROXIMATE, CONFLICT, Evidence, UNCERTAIN } from "./data.js";
import { colours, skeleton } from "./charts.js";
import { h } from "./dom.js";
import { civil, iso } from "./days.js";

// record is an event in plain values.
export function record(data, evidence, i) {
  const v = evidence.of(i), c = v.c[0], s = data.head.sources[c.s], dated = i < data.dated;
  return {
    id: data.id[i], title: data.title[i], when: data.edtf(i), when_words: data.whenWords(i), precision: dated ? data.precision(i) : "none",
    // Days at both ends, inclusive; they are the bounds of the date and no date.
    earliest: dated ? iso(data.from[i]) : Number.isNaN(data.after[i]) ? "" : iso(data.after[i]), latest: dated ? iso(data.to[i] - 1) : Number.isNaN(data.before[i]) ? "" : iso(data.before[i] - 1),
    approximate: Boolean(data.flags[i] & APPROXIMATE), uncertain: Boolean(data.flags[i] & UNCERTAIN), bounds: data.bounds[i],
    status: data.head.statuses[data.status[i]], status_words: v.sw || "", type: data.head.types[data.type[i]], date_resolution: data.head.grades[data.grade[i]],
    actors: data.actorNames(i), places: data.placeNames(i), origins: data.origins[i], disputed: Boolean(data.flags[i] & CONFLICT),
    quote: Evidence.quote(v, c), source: s.t, outlet: s.o, origin: s.g, published: s.d, paragraph: c.n, bytes: c.b, url: s.l || "",
  };
}

// cell writes a value so that no spreadsheet takes it for a formula (OWASP), and no
// comma, quote or line end breaks the row.
export function cell(v) {
  let s = Array.isArray(v) ? v.join("; ") : String(v ?? "");
  if (/^[=+\-@\t\r\n|%＝＋－＠％]/.test(s) && !/^-?\d+(\.\d+)?$/.test(s) && !/^-\d{4}-\d\d-\d\d$/.test(s)) s = "'" + s;
  return /[",\r\n;]/.test(s) || s !== s.trim() ? '"' + s.replaceAll('"', '""') + '"' : s;
}

export function csv(records) {
  if (!records.length) return "";
  const keys = Object.keys(records[0]);
  return "\ufeff" + [keys, ...records.map((r) => keys.map((k) => r[k]))].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

// icsText escapes text of iCalendar (RFC 5545, 3.3.11).
const icsText = (s) => s.replace(/[\\;,]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n").replace(/[\x00-\x08\x0b-\x1f\x7f]/g, "");

// foldLine cuts a line at 75 bytes, never within a character (3.1).
export function foldLine(s) {
  const out = [];
  let line = "", bytes = 0;
  for (const ch of s) {
    const p = ch.codePointAt(0), n = p < 0x80 ? 1 : p < 0x800 ? 2 : p < 0x10000 ? 3 : 4;
    if (bytes + n > 75) { out.push(line); line = " "; bytes = 1; }
    line += ch;
    bytes += n;
  }
  out.push(line);
  return out.join("\r\n");
}

const ICS = { scheduled: "CONFIRMED", occurred: "CONFIRMED", ongoing: "CONFIRMED", proposed: "TENTATIVE", threatened: "TENTATIVE", denied: "CANCELLED", cancelled: "CANCELLED" };

// ics is a calendar. A month stays a month: an entry over all of it that takes up no time.
export function ics(data, evidence, list, words) {
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//dateline//page//EN", "CALSCALE:GREGORIAN"];
  const stamp = (n) => { const { y, m, d } = civil(n); return String(y).padStart(4, "0") + String(m).padStart(2, "0") + String(d).padStart(2, "0"); };
  const made = data.head.asOf !== null ? stamp(data.head.asOf) : "19700101";
  let left = 0;
  for (const i of list) {
    const year = civil(data.from[i]).y;
    if (i >= data.dated || year < 1 || civil(data.to[i]).y > 9999) { left++; continue; }
    const r = record(data, evidence, i), exact = data.shape[i] !== 2;
    lines.push("BEGIN:VEVENT", "UID:" + icsText(r.id) + "@dateline", "DTSTAMP:" + made + "T000000Z", "DTSTART;VALUE=DATE:" + stamp(data.from[i]), "DTEND;VALUE=DATE:" + stamp(data.to[i]),
      "SUMMARY:" + icsText(exact ? r.title : words.say("ics.sometime", { date: r.when_words }) + ": " + r.title), "STATUS:" + (ICS[r.status] || "TENTATIVE"), "TRANSP:" + (exact && data.to[i] - data.from[i] <= 3 ? "OPAQUE" : "TRANSPARENT"),
      "DESCRIPTION:" + icsText("“" + r.quote + "”\n" + [r.source, r.outlet, r.published].filter(Boolean).join(", ") + "\n" + r.when_words + " [" + r.when + "], " + words.say("status." + r.status)));
    if (r.places.length) lines.push("LOCATION:" + icsText(r.places.join("; ")));
    if (/^https?:\/\/[!-~]+$/.test(r.url)) lines.push("URL:" + r.url);
    lines.push("END:VEVENT");
  }
  lines.push("END:VCALENDAR");
  return { text: lines.map(foldLine).join("\r\n") + "\r\n", left };
}

export const json = (data, records) => JSON.stringify({ title: data.head.title, as_of: data.head.asOfText, generator: data.head.generator, events: records }, null, 1);

// picture draws the timeline anew, all of it or its window, on an instance of its own
// that nobody sees.
export function picture(timeline, state, renderer, width = 1400) {
  const host = h("div", { class: "offscreen", "aria-hidden": "true" });
  document.body.append(host);
  const c = colours(), L = timeline.layout(state, width, c, { rows: 60 }), { ground, marks } = timeline.scene(L, c);
  host.style.width = width + "px";
  host.style.height = L.height + "px";
  const chart = echarts.init(host, null, { renderer, width, height: L.height, devicePixelRatio: 2 });
  const groups = [{ type: "rect", shape: { x: 0, y: 0, width, height: L.height }, style: { fill: c.panel } }, ground, ...marks.map((m) => m.group)];
  const o = skeleton("timeline", { "fn:scene": (p) => groups[p.dataIndex] });
  Object.assign(o.series[0], { id: "events", clip: false, data: groups.map((_, k) => [k]) });
  chart.setOption(o);
  const out = renderer === "svg" ? chart.renderToSVGString() : chart.getDataURL({ type: "png", pixelRatio: 2 });
  chart.dispose();
  host.remove();
  return out;
}

export function save(name, kind, body) {
  const url = URL.createObjectURL(body instanceof Blob ? body : new Blob([body], { type: kind }));
  const a = h("a", { href: url, download: name });
  document.body.append(a);
  a.click();
  a.remove();
  setTimeout(() => URL.revokeObjectURL(url), 20000);
}

export function fileName(title, ext) {
  return (title.normalize("NFKD").replace(/[^\w\s-]/g, "").trim().replace(/\s+/g, "-").slice(0, 60).toLowerCase() || "timeline") + "." + ext;
}

// bytes of a data address.
export function blobOf(dataURL) {
  const [head, body] = dataURL.split(","), raw = atob(body), b = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i++) b[i] = raw.charCodeAt(i);
  return new Blob([b], { type: /:(.*?);/.exec(head)[1] });
}
