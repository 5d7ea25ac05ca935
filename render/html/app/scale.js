// The axis: days on a line on which long empty stretches are drawn short.

const MIN_BREAK = 60, SHARE = 6, DRAWN = 0.045;

// findBreaks are the long empty stretches among spans [from, to) in order of from. A gap
// is broken when it is longer than MIN_BREAK days and takes more than a SHARE-th part
// of the whole: a broken axis must earn its break.
export function findBreaks(spans) {
  const out = [];
  if (spans.length < 2) return out;
  let end = spans[0][1], last = -Infinity;
  for (const s of spans) last = Math.max(last, s[1]);
  const whole = last - spans[0][0];
  for (const [from, to] of spans) {
    const gap = from - end;
    if (gap > MIN_BREAK && gap > whole / SHARE) {
      const pad = Math.min(gap / 12, 0.03 * (whole - gap) + 2);
      out.push({ from: Math.ceil(end + pad), to: Math.floor(from - pad) });
    }
    end = Math.max(end, to);
  }
  return out;
}

// A Scale maps days to units and back: a unit is a day, but for breaks.
export class Scale {
  constructor(min, max, breaks) {
    this.breaks = breaks;
    let hidden = 0;
    for (const b of breaks) hidden += b.to - b.from;
    const shown = Math.max(1, max - min - hidden);
    this.drawn = Math.max(0.5, shown * DRAWN);
    const pad = Math.max(shown / 40, 0.7);
    this.min = this.unit(min) - pad;
    this.max = this.unit(max) + pad;
  }

  unit(day) {
    let u = day;
    for (const b of this.breaks) {
      const w = b.to - b.from;
      if (day >= b.to) u -= w - this.drawn;
      else if (day > b.from) u -= (day - b.from) * (1 - this.drawn / w);
    }
    return u;
  }

  day(unit) {
    let d = unit;
    for (const b of this.breaks) {
      const start = b.from - (d - unit), w = b.to - b.from;
      if (unit >= start + this.drawn) d += w - this.drawn;
      else if (unit > start) return b.from + ((unit - start) * w) / this.drawn;
    }
    return d;
  }
}

// A Window is a part of a scale on some pixels.
export class Window {
  constructor(scale, u0, u1, left, right) {
    Object.assign(this, { scale, u0, u1, left, right });
    this.k = (right - left) / (u1 - u0);
  }
  x(day) { return this.left + (this.scale.unit(day) - this.u0) * this.k; }
  day(x) { return this.scale.day(this.u0 + (x - this.left) / this.k); }
  get from() { return this.scale.day(this.u0); }
  get to() { return this.scale.day(this.u1); }
}
