// The words of the interface, by name, with holes.

export class Words {
  constructor(table) { this.table = table; }

  // say is the words of a name; what has none is the end of its name.
  say(name, fills = {}) {
    const s = this.table[name];
    if (s === undefined) return name.slice(name.lastIndexOf(".") + 1);
    return s.replace(/\{(\w+)\}/g, (all, k) => (k in fills ? String(fills[k]) : all));
  }

  count(name, n) { return n === 1 ? this.say(name + ".one") : this.say(name + ".other", { n: this.number(n) }); }

  // number parts thousands by a narrow space.
  number(n) { return String(n).replace(/\B(?=(\d{3})+$)/g, "\u202f"); }

  has(name) { return name in this.table; }
  month(m) { return this.say("date.month." + m); }
  shortMonth(m) { return this.say("date.mon." + m); }
  weekday(n) { return this.say("date.weekday." + n); }
  year(y) { return y > 0 ? String(y) : this.say("date.bce", { y: 1 - y }); }

  // type is a type of event: PLOVER's name, as words where there are any.
  type(name) { return this.has("type." + name) ? this.say("type." + name) : name.charAt(0) + name.slice(1).toLowerCase(); }
}
