package main

import (
	"strconv"
	"strings"
	"time"
)

// A period is a stretch of days, both ends included, as an EDTF date names it.
// The metrics read dates by themselves, so that a fault in Dateline's own reading
// cannot hide. The zero period is no date.
type period struct {
	from, to         int // days since 1970-01-01
	openFrom, openTo bool
	// uncertain is "?", approximate "~"; "%" is both.
	uncertain, approximate bool
	ok                     bool
}

func dayNumber(y, m, d int) int {
	return int(time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// readPeriod reads years, months, days, decades (199X), seasons, quarters, thirds
// and halves, and intervals of them, open ones too. A time of day is cut off, and
// "?", "~" and "%" may stand anywhere.
func readPeriod(s string) period {
	a, b, isInterval := strings.Cut(strings.TrimSpace(s), "/")
	if !isInterval {
		return readPoint(a)
	}
	out := period{openFrom: isOpen(a), openTo: isOpen(b), ok: true}
	if out.openFrom && out.openTo {
		return period{}
	}
	if !out.openFrom {
		out = out.with(readPoint(a))
	}
	if !out.openTo {
		p := readPoint(b)
		from := out.from
		out = out.with(p)
		out.from, out.to = from, p.to
	}
	if !out.ok || !out.openFrom && !out.openTo && out.to < out.from {
		return period{}
	}
	return out
}

func isOpen(s string) bool { return s == "" || s == ".." }

// with takes over beginning, doubts and readability of p.
func (p period) with(o period) period {
	p.from, p.ok = o.from, p.ok && o.ok
	p.uncertain, p.approximate = p.uncertain || o.uncertain, p.approximate || o.approximate
	return p
}

func readPoint(s string) period {
	p := period{uncertain: strings.ContainsAny(s, "?%"), approximate: strings.ContainsAny(s, "~%")}
	s, _, _ = strings.Cut(strings.NewReplacer("?", "", "~", "", "%", "").Replace(s), "T")
	for strings.HasSuffix(s, "-XX") || strings.HasSuffix(s, "-uu") {
		s = s[:len(s)-3]
	}
	parts := strings.Split(s, "-")
	if len(parts[0]) != 4 {
		return period{}
	}
	year, span, ok := readYear(parts[0])
	if !ok || span > 1 && len(parts) > 1 {
		return period{}
	}
	switch len(parts) {
	case 1:
		p.from, p.to, p.ok = dayNumber(year, 1, 1), dayNumber(year+span-1, 12, 31), true
	case 2:
		n, isNumber := twoDigits(parts[1])
		m, months := monthsOf(n)
		p.from, p.to, p.ok = dayNumber(year, m, 1), dayNumber(year, m+months, 0), isNumber && months > 0
	case 3:
		m, okMonth := twoDigits(parts[1])
		d, okDay := twoDigits(parts[2])
		p.from = dayNumber(year, m, d)
		p.to = p.from
		p.ok = okMonth && okDay && exists(year, m, d)
	}
	if !p.ok {
		return period{}
	}
	return p
}

// readYear reads a year, or the first of 10, 100 … years: "199X".
func readYear(s string) (year, span int, ok bool) {
	digits := strings.TrimRight(s, "X")
	span = 1
	for range len(s) - len(digits) {
		span *= 10
	}
	if digits != "" {
		n, err := strconv.Atoi(digits)
		if err != nil || n < 0 {
			return 0, 0, false
		}
		year = n * span
	}
	return year, span, true
}

func twoDigits(s string) (int, bool) {
	n, err := strconv.Atoi(s)
	return n, len(s) == 2 && err == nil && n >= 0
}

func exists(y, m, d int) bool {
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return int(t.Month()) == m && t.Day() == d
}

// monthsOf is the first month and the number of months of an EDTF month number;
// no months for what is none. A winter runs into the next year.
func monthsOf(n int) (first, months int) {
	switch {
	case n >= 1 && n <= 12:
		return n, 1
	case n >= 21 && n <= 28: // spring to winter, twice
		return 3 + 3*((n-21)%4), 3
	case n >= 29 && n <= 32: // spring to winter of the south
		return [...]int{9, 12, 3, 6}[n-29], 3
	case n >= 33 && n <= 36:
		return 1 + 3*(n-33), 3
	case n >= 37 && n <= 39:
		return 1 + 4*(n-37), 4
	case n == 40 || n == 41:
		return 1 + 6*(n-40), 6
	}
	return 1, 0
}

// forever is the length of an open period, in days.
const forever = 1 << 30

func (p period) days() int {
	if p.openFrom || p.openTo {
		return forever
	}
	return p.to - p.from + 1
}

// equal leaves doubts out.
func (p period) equal(o period) bool {
	return p.ok && o.ok && p.openFrom == o.openFrom && p.openTo == o.openTo &&
		(p.openFrom || p.from == o.from) && (p.openTo || p.to == o.to)
}

func (p period) overlaps(o period) bool {
	return p.ok && o.ok && !p.after(o) && !o.after(p)
}

// after reports whether p begins when o is over.
func (p period) after(o period) bool { return !p.openFrom && !o.openTo && p.from > o.to }
