// The chart: where each event stands, and how it is drawn. The option comes from
// the page's data; functions are attached by name.
"use strict";
const Board = (() => {
  const DAY = 864e5, ROW = 26, TEXT = 13;
  const $ = (id) => document.getElementById(id);
  const data = JSON.parse($("data").textContent);
  const option = JSON.parse($("option").textContent);
  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const font = () => TEXT + "px " + getComputedStyle(document.body).fontFamily;
  const measure = document.createElement("canvas").getContext("2d");
  const width = (s) => { measure.font = font(); return measure.measureText(s).width; };
  const cut = (s, room) => {
    if (width(s) <= room) return s;
    let n = Math.max(1, Math.floor(s.length * room / width(s)));
    while (n > 1 && width(s.slice(0, n) + "…") > room) n--;
    return s.slice(0, n).trimEnd() + "…";
  };
  let chart = null, rows = [], lanes = [], lane = "none", visible = () => true, picked = "", onPick = () => {};

  // spots are the stretches of the axis that are shown, and their pixels.
  const pixel = (ms) => chart.convertToPixel({ xAxisIndex: 0 }, ms);

  const laneOf = (e) => {
    switch (lane) {
      case "status": return [e.status];
      case "type": return [e.type.toLowerCase()];
      case "who": return e.who.length ? e.who.slice(0, 1) : ["no named actor"];
      case "where": return e.where.length ? e.where.slice(0, 1) : ["no place given"];
    }
    return [""];
  };

  // layout packs the events into rows so that no bar and no label covers another.
  // A label stands right of its mark, or left of it where there is no room.
  function layout() {
    const points = option.series[0].data, groups = new Map();
    points.forEach((p) => {
      const i = p.value[3], e = data.events[i];
      if (!visible(e.id)) return;
      for (const name of laneOf(e)) {
        if (!groups.has(name)) groups.set(name, []);
        groups.get(name).push(p);
      }
    });
    const left = 12, right = chart.getWidth() - 12;
    rows = []; lanes = [];
    let row = 0;
    for (const [name, list] of groups) {
      const ends = [], start = row + (lane === "none" ? 0 : 0.9);
      for (const p of list) {
        const [from, to, , i] = p.value, e = data.events[i];
        let x0 = pixel(from), x1 = pixel(to);
        if (x1 < left - 40 || x0 > right + 40) continue;
        if (e.shape === "day") { const m = (x0 + x1) / 2; x0 = m - 6; x1 = m + 6; }
        x1 = Math.max(x1, x0 + 8);
        const a = Math.max(x0, left), b = Math.min(x1, right), room = Math.min(460, (right - left) / 2.2);
        const name = e.title + (e.doubt ? " (?)" : ""), wish = Math.min(width(name), room);
        const free = { left: right - b - 13, right: a - left - 13 };
        const side = free.left >= wish || free.left >= free.right ? "left" : "right";
        const label = cut(name, Math.min(room, Math.max(free[side], 30))), w = width(label) + 8;
        const lo = side === "right" ? a - 5 - w : a, hi = side === "right" ? b : b + 5 + w;
        let k = ends.findIndex((end) => end < lo - 10);
        if (k < 0) { k = ends.length; ends.push(0); }
        ends[k] = hi;
        rows.push([from, to, start + k, i, label, side]);
      }
      if (name) lanes.push([row, name]);
      row = Math.ceil(start + Math.max(1, ends.length));
    }
    return Math.max(row, 2);
  }

  // hatch is a pattern of stripes in a colour: somewhere within, not all of it.
  const hatch = (color) => {
    const c = document.createElement("canvas");
    c.width = c.height = 8;
    const g = c.getContext("2d");
    g.strokeStyle = color; g.lineWidth = 1.6; g.globalAlpha = .75;
    g.beginPath(); g.moveTo(-2, 10); g.lineTo(10, -2); g.moveTo(-2, 2); g.lineTo(2, -2); g.moveTo(6, 10); g.lineTo(10, 6); g.stroke();
    return { image: c, repeat: "repeat" };
  };

  const dashes = (e) => e.doubt ? [2, 3] : { scheduled: null, proposed: [4, 3], threatened: [6, 3], cancelled: [1, 3], denied: [1, 3] }[e.status] || null;
  const solid = (s) => s === "occurred" || s === "ongoing";

  function mark(e, x, y, color) {
    const style = { fill: solid(e.status) ? color : css("--panel"), stroke: color, lineWidth: 2, lineDash: dashes(e) };
    if (e.status === "threatened") return { type: "polygon", shape: { points: [[x, y - 7], [x + 7, y], [x, y + 7], [x - 7, y]] }, style };
    const out = [{ type: "circle", shape: { cx: x, cy: y, r: 5.5 }, style }];
    if (e.status === "denied" || e.status === "cancelled") out.push({ type: "line", shape: { x1: x - 6, y1: y + 6, x2: x + 6, y2: y - 6 }, style: { stroke: color, lineWidth: 2 } });
    return { type: "group", children: out };
  }

  function item(params, api) {
    const r = rows[params.dataIndex];
    if (!r) return null;
    const e = data.events[r[3]], color = css("--" + e.status), y = api.coord([r[0], r[2]])[1] + ROW / 2;
    let x0 = api.coord([r[0], 0])[0], x1 = api.coord([r[1], 0])[0];
    const children = [];
    if (e.shape === "day") {
      const m = (x0 + x1) / 2;
      children.push(mark(e, m, y, color));
      x0 = m - 6; x1 = m + 6;
    } else {
      x1 = Math.max(x1, x0 + 8);
      const box = { x: x0, y: y - 7, width: x1 - x0, height: 14, r: 4 };
      if (e.shape === "within") {
        const soft = Math.min(14, (x1 - x0) / 4) / (x1 - x0);
        const paper = css("--panel"), clear = paper.length === 4 ? paper + "0" : paper + "00";
        const fade = new echarts.graphic.LinearGradient(0, 0, 1, 0, [
          { offset: 0, color: paper }, { offset: soft, color: clear },
          { offset: 1 - soft, color: clear }, { offset: 1, color: paper }]);
        children.push({ type: "rect", shape: box, style: { fill: hatch(color) } });
        children.push({ type: "rect", shape: { ...box, x: box.x - 1, width: box.width + 2 }, style: { fill: fade } });
        children.push({ type: "line", shape: { x1: x0, y1: y + 8, x2: x1, y2: y + 8 }, style: { stroke: color, lineWidth: 1.5, lineDash: dashes(e) } });
      } else {
        children.push({ type: "rect", shape: box, style: { fill: solid(e.status) ? color : css("--panel"), stroke: color, lineWidth: 2, lineDash: dashes(e) } });
      }
    }
    if (e.id === picked) children.push({ type: "rect", shape: { x: x0 - 4, y: y - 11, width: x1 - x0 + 8, height: 22, r: 6 }, style: { fill: "none", stroke: css("--accent"), lineWidth: 2 } });
    const right = chart.getWidth() - 12, side = r[5];
    const text = { text: r[4], fill: css("--ink"), font: font(), verticalAlign: "middle", align: "left" };
    let tx = Math.min(x1, right) + 6;
    if (side === "right") { tx = Math.max(x0, 12) - 6; text.align = "right"; }
    children.push({ type: "text", x: tx, y, style: text });
    return { type: "group", children };
  }

  const months = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sep", "Oct", "Nov", "Dec"];
  // axis always tells the year: at its start, and wherever the year is not plain.
  function axis(ms, index, extra) {
    if (extra && extra.break) return "";
    const d = new Date(ms), y = d.getUTCFullYear(), m = months[d.getUTCMonth()], day = d.getUTCDate();
    const year = y > 0 ? String(y) : (1 - y) + " BCE";
    if (d.getUTCMonth() === 0 && day === 1) return year;
    return (day === 1 ? m : day + " " + m) + " " + year;
  }

  const functions = { "fn:item": item, "fn:axis": axis };
  const attach = (o) => {
    for (const k of Object.keys(o)) {
      if (typeof o[k] === "string" && Object.hasOwn(functions, o[k]) && (k === "renderItem" || k === "formatter")) o[k] = functions[o[k]];
      else if (o[k] && typeof o[k] === "object" && k !== "data") attach(o[k]);
    }
    return o;
  };

  // lines are the as-of day, publication days, and the shade over the past.
  function lines(height) {
    const g = [], top = 26, bottom = top + height;
    const left = 12, right = chart.getWidth() - 12;
    const inside = (x) => x >= left - 1 && x <= right + 1;
    if (data.asOf) {
      const x = pixel(data.asOf + DAY / 2);
      if (x > left) g.push({ type: "rect", silent: true, z: -1, shape: { x: left, y: top, width: Math.min(x, right) - left, height }, style: { fill: css("--past") } });
      if (inside(x)) {
        const s = "as of " + data.asOfText, w = width(s);
        const onLeft = x + 6 + w > right;
        for (let y = top; y < bottom; y += 9) g.push({ type: "rect", silent: true, z: 5, shape: { x: x - 1, y, width: 2, height: Math.min(5, bottom - y) }, style: { fill: css("--accent") } });
        g.push({ type: "text", silent: true, z: 6, x: onLeft ? x - 6 : x + 6, y: bottom - 15, style: { text: s, fill: css("--accent"), font: font(), align: onLeft ? "right" : "left", backgroundColor: css("--panel"), padding: [1, 3] } });
      }
    }
    for (const p of data.published) {
      const x = pixel(p.at + DAY / 2);
      if (inside(x)) g.push({ type: "line", silent: true, z: 4, shape: { x1: x, y1: bottom - 9, x2: x, y2: bottom }, style: { stroke: css("--soft"), lineWidth: 2 } });
    }
    for (const b of option.xAxis[0].breaks || []) {
      const x = (pixel(b.start) + pixel(b.end)) / 2, days = Math.round((b.end - b.start) / DAY);
      const long = days > 700 ? Math.round(days / 365) + " years" : days > 59 ? Math.round(days / 30.4) + " months" : days + " days";
      if (!inside(x)) continue;
      const zig = [];
      for (let y = top, k = 0; y <= bottom; y += 6, k++) zig.push([x + (k % 2 ? 3 : -3), Math.min(y, bottom)]);
      g.push({ type: "polyline", silent: true, z: -1, shape: { points: zig }, style: { stroke: css("--line"), lineWidth: 7, fill: "none" } });
      g.push({ type: "polyline", silent: true, z: -1, shape: { points: zig }, style: { stroke: css("--panel"), lineWidth: 4, fill: "none" } });
      g.push({ type: "text", silent: true, z: 6, x, y: bottom - 34, style: { text: long + ", no events", fill: css("--soft"), font: "italic 12px " + getComputedStyle(document.body).fontFamily, align: "center", backgroundColor: css("--panel"), padding: [1, 3] } });
    }
    for (const [row, name] of lanes) {
      g.push({ type: "text", silent: true, z: 6, x: left + 2, y: top + row * ROW + 6, style: { text: name, fill: css("--soft"), font: "600 12px " + getComputedStyle(document.body).fontFamily, backgroundColor: css("--panel"), padding: [1, 4] } });
      g.push({ type: "line", silent: true, z: -1, shape: { x1: left, y1: top + row * ROW, x2: right, y2: top + row * ROW }, style: { stroke: css("--line") } });
    }
    return g;
  }

  // draw lays out anew for the shown window and draws.
  function draw() {
    if (!chart) return;
    const n = layout(), height = n * ROW + 42, total = height + 26 + 56;
    if ($("chart").clientHeight !== total) {
      $("chart").style.height = total + "px";
      chart.resize();
    }
    chart.setOption({
      grid: { left: 12, right: 12, top: 26, bottom: 56, height },
      yAxis: { min: 0, max: height / ROW, inverse: true, show: false },
      series: [{ id: "events", data: rows.map((r) => [r[0], r[1], r[2], r[3]]) }],
      graphic: lines(height),
    }, { replaceMerge: ["graphic"] });
  }

  function theme() {
    const line = css("--line"), soft = css("--soft");
    chart.setOption({
      xAxis: { axisLabel: { color: soft, fontSize: 12 }, axisLine: { lineStyle: { color: line } }, axisTick: { lineStyle: { color: line } }, splitLine: { lineStyle: { color: css("--faint") } }, breakArea: { itemStyle: { color: css("--bg"), borderColor: soft, borderWidth: 1, opacity: 1 } } },
      dataZoom: [{}, { borderColor: line, fillerColor: css("--past"), textStyle: { color: soft }, handleStyle: { color: css("--panel"), borderColor: soft }, moveHandleSize: 4, dataBackground: { lineStyle: { color: line }, areaStyle: { color: line } } }],
    });
  }

  function start(pick) {
    if (!option.series || !option.series[0].data || !option.series[0].data.length) return false;
    onPick = pick;
    const o = attach(structuredClone(option));
    Object.assign(o.series[0], { id: "events", clip: true, encode: { x: [0, 1], y: 2 }, data: o.series[0].data.map((p) => p.value) });
    o.yAxis = { type: "value", min: 0, max: 4, inverse: true, show: false };
    o.tooltip = { show: false };
    o.legend = { show: false };
    o.dataZoom = [
      { type: "inside", filterMode: "none", zoomOnMouseWheel: "ctrl", moveOnMouseWheel: false },
      { type: "slider", filterMode: "none", height: 18, bottom: 8, left: 12, right: 12, showDetail: false, brushSelect: false },
    ];
    chart = echarts.init($("chart"), null, { renderer: "canvas" });
    chart.setOption(o);
    theme();
    draw();
    let wait = 0;
    const soon = () => { cancelAnimationFrame(wait); wait = requestAnimationFrame(draw); };
    chart.on("datazoom", soon);
    chart.on("click", (p) => { const r = rows[p.dataIndex]; if (r) onPick(data.events[r[3]].id); });
    addEventListener("resize", () => { chart.resize(); soon(); });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { theme(); draw(); });
    $("chart").dataset.ready = "true";
    return true;
  }

  return {
    data, start,
    lane(name) { lane = name; draw(); },
    show(test) { visible = test; draw(); },
    pick(id) { picked = id; draw(); },
    resize() { if (chart) { chart.resize(); draw(); } },
    // where tells tests the pixel of an event's mark.
    where(id) {
      const k = rows.findIndex((r) => data.events[r[3]].id === id);
      if (k < 0) return null;
      const r = rows[k], x = (pixel(r[0]) + pixel(r[1])) / 2, box = $("chart").getBoundingClientRect();
      return [box.left + x, box.top + 26 + (r[2] + .5) * ROW];
    },
  };
})();
