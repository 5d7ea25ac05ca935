// The page: filters, the event card, sorting, and its state in the address.
"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const rows = [...document.querySelectorAll(".event")];
  const boxes = [...document.querySelectorAll("input[name=status]")];
  const search = $("search"), card = $("card");
  let last = null;

  $("tools").hidden = false;
  $("board").hidden = false;
  document.querySelectorAll(".copy").forEach((p) => { p.hidden = false; });

  const words = () => search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const on = () => new Set(boxes.filter((b) => b.checked).map((b) => b.value));

  function filter() {
    const ws = words(), st = on(), shown = new Set(), counts = {};
    for (const r of rows) {
      const hit = ws.every((w) => r.dataset.search.includes(w));
      if (hit) counts[r.dataset.status] = (counts[r.dataset.status] || 0) + 1;
      r.hidden = !(hit && st.has(r.dataset.status));
      if (!r.hidden) shown.add(r.dataset.id);
    }
    for (const b of boxes) document.querySelector('[data-count="' + b.value + '"]').textContent = counts[b.value] || 0;
    $("found").textContent = shown.size === rows.length ? "" : shown.size + " of " + rows.length + " events";
    Board.show((id) => shown.has(id));
    remember();
  }

  // The address keeps what is shown, so that it can be sent to a colleague.
  function remember() {
    const p = new URLSearchParams();
    if (!card.hidden) p.set("ev", card.dataset.id);
    if (search.value) p.set("q", search.value);
    const off = boxes.filter((b) => !b.checked).map((b) => b.value);
    if (off.length) p.set("off", off.join(","));
    if ($("lanes").value !== "none") p.set("lanes", $("lanes").value);
    const s = p.toString();
    try { history.replaceState(null, "", s ? "#" + s : location.pathname + location.search); } catch { /* a sandboxed frame */ }
  }

  function recall() {
    const p = new URLSearchParams(location.hash.slice(1));
    if (p.has("q")) search.value = p.get("q");
    const off = new Set((p.get("off") || "").split(","));
    boxes.forEach((b) => { b.checked = !off.has(b.value); });
    if (["none", "status", "who", "where", "type"].includes(p.get("lanes"))) $("lanes").value = p.get("lanes");
    return p.get("ev");
  }

  function open(id, from) {
    const row = $("ev-" + id);
    if (!row) return;
    last = from || document.activeElement;
    const body = row.querySelector(".evidence").cloneNode(true);
    $("cardbody").replaceChildren(body);
    card.dataset.id = id;
    card.hidden = false;
    document.body.classList.add("carded");
    Board.resize();
    rows.forEach((r) => r.classList.toggle("on", r === row));
    Board.pick(id);
    card.focus({ preventScroll: true });
    remember();
  }

  function close() {
    if (card.hidden) return;
    card.hidden = true;
    document.body.classList.remove("carded");
    Board.resize();
    rows.forEach((r) => r.classList.remove("on"));
    Board.pick("");
    if (last && last.focus) last.focus({ preventScroll: true });
    remember();
  }

  function step(by) {
    const list = rows.filter((r) => !r.hidden);
    const k = list.findIndex((r) => r.dataset.id === card.dataset.id);
    const next = list[(k + by + list.length) % list.length];
    if (next) open(next.dataset.id, last);
  }

  async function copy(kind) {
    const id = card.dataset.id, quote = card.querySelector("blockquote"), from = card.querySelector("figcaption");
    const link = location.href.split("#")[0] + "#ev=" + id;
    const text = kind === "link" ? link : "“" + quote.textContent.trim() + "” (" + from.textContent.trim() + ")";
    try { await navigator.clipboard.writeText(text); $("found").textContent = "Copied."; }
    catch { $("found").textContent = "The browser does not allow copying here."; }
  }

  // A click on an event's line opens the card in place of the inline evidence,
  // where there is room for it.
  document.querySelectorAll(".event summary").forEach((s) => s.addEventListener("click", (e) => {
    if (matchMedia("(max-width: 720px)").matches) return;
    e.preventDefault();
    open(s.closest(".event").dataset.id, s);
  }));
  document.addEventListener("click", (e) => {
    const kind = e.target.dataset && e.target.dataset.copy;
    if (!kind) return;
    const row = e.target.closest(".event");
    if (row && card.hidden) open(row.dataset.id, e.target);
    copy(kind);
  });
  $("close").addEventListener("click", close);
  document.addEventListener("keydown", (e) => {
    if (e.key === "Escape") close();
    if (!card.hidden && card.contains(document.activeElement)) {
      if (e.key === "ArrowDown" || e.key === "ArrowRight") { e.preventDefault(); step(1); }
      if (e.key === "ArrowUp" || e.key === "ArrowLeft") { e.preventDefault(); step(-1); }
    }
    if (e.key === "/" && document.activeElement === document.body) { e.preventDefault(); search.focus(); }
  });

  // Sorting: "when" is the order of the page.
  const order = new Map(rows.map((r, i) => [r, i]));
  document.querySelectorAll("th[data-sort]").forEach((th) => {
    const b = document.createElement("button");
    b.type = "button";
    b.textContent = th.textContent;
    th.replaceChildren(b);
    b.addEventListener("click", () => {
      const up = th.getAttribute("aria-sort") !== "ascending", table = th.closest("table"), key = th.dataset.sort;
      table.querySelectorAll("th").forEach((x) => x.removeAttribute("aria-sort"));
      th.setAttribute("aria-sort", up ? "ascending" : "descending");
      const of = (r) => key === "status" ? r.dataset.status : r.querySelector("summary").textContent.toLowerCase();
      const list = [...table.querySelectorAll(".event")];
      list.sort((a, c) => (key === "when" ? order.get(a) - order.get(c) : of(a).localeCompare(of(c)) || order.get(a) - order.get(c)) * (up ? 1 : -1));
      table.append(...list);
    });
  });

  $("tools").addEventListener("submit", (e) => e.preventDefault());
  search.addEventListener("input", filter);
  boxes.forEach((b) => b.addEventListener("change", filter));
  $("lanes").addEventListener("change", () => { Board.lane($("lanes").value); remember(); });
  addEventListener("hashchange", () => { const id = recall(); filter(); if (id) open(id); });

  const first = recall();
  if (!Board.start((id) => open(id, $("chart")))) $("board").hidden = true;
  if ($("lanes").value !== "none") Board.lane($("lanes").value);
  if (first || location.hash) { filter(); if (first) open(first); }
})();
