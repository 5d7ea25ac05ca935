package resolve

import (
	"time"

	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/timex"
)

// before and after are the nearest picks on each side of from, which is a day.
// A pick that holds the day itself counts on both sides unless strict.
func before(p timex.Pick, from edtf.Date, strict bool) (stretch, bool) {
	return scan(p, from, -1, strict)
}

func after(p timex.Pick, from edtf.Date, strict bool) (stretch, bool) {
	return scan(p, from, 1, strict)
}

// sides are the nearest picks on both sides of a day. They stay the same from one
// pick to the next, and most days that are asked for lie in one such stretch.
type sides struct {
	pick         timex.Pick
	past, future stretch
	// first and next bound the days that they hold for.
	first, next int64
}

// holds reports whether s are the sides of p beside a day.
func (s *sides) holds(p timex.Pick, day int64) bool {
	return s.pick == p && s.first <= day && day < s.next
}

// of is the pick that began last by the day from, and the one that ends first
// after it; they are the same when the day lies in it.
func (s *sides) of(p timex.Pick, from edtf.Date) (past, future stretch, ok bool) {
	if s.holds(p, from.Days()) {
		return s.past, s.future, true
	}
	past, ok1 := before(p, from, false)
	future, ok2 := after(p, from, false)
	if !ok1 || !ok2 {
		return past, future, false
	}
	*s = sides{pick: p, past: past, future: future}
	if s.first, s.next = past.interval().DayBounds(); past != future {
		s.first, s.next = s.next, future.day0()
	}
	return past, future, true
}

// scan steps from year to year, or from month to month, until a pick lies on the
// wanted side.
func scan(p timex.Pick, from edtf.Date, dir int, strict bool) (stretch, bool) {
	today := from.Days()
	switch p.Kind {
	case timex.WeekdayOf, timex.Weekend:
		return week(p, today, dir, strict), true
	case timex.Year2, timex.Decade2:
		return century(p, from, dir, strict)
	}
	step := from.Trunc(edtf.Year)
	unit := edtf.Year
	if p.Kind == timex.DayOf {
		step, unit = from.Trunc(edtf.Month), edtf.Month
	}
	if p.Kind == timex.SeasonOf || p.Kind == timex.Easter { // these reach into other years
		step = step.Add(-dir, unit)
	}
	// A leap day recurs after eight years at the latest.
	for range 12 {
		if s, ok := within(p, step); ok && onSide(s, today, dir, strict) {
			return s, true
		}
		step = step.Add(dir, unit)
	}
	return stretch{}, false
}

// onSide reports whether s lies on the dir side of the day today.
func onSide(s stretch, today int64, dir int, strict bool) bool {
	switch {
	case strict == (dir > 0): // its beginning decides
		return (s.day0() > today) == (dir > 0)
	}
	_, next := s.interval().DayBounds()
	return (next > today) == (dir > 0)
}

func week(p timex.Pick, today int64, dir int, strict bool) stretch {
	want := p.A
	if p.Kind == timex.Weekend {
		want = 6
	}
	now := int(((today+3)%7+7)%7) + 1 // 1970-01-01 was a Thursday
	delta := (want - now + 7) % 7
	if dir < 0 && delta > 0 {
		delta -= 7
	}
	if strict && delta == 0 {
		delta = 7 * dir
	}
	if p.Kind == timex.Weekend && now == 7 && dir > 0 && !strict { // Sunday is in its weekend
		delta = -1
	}
	s := at(edtf.FromDays(today + int64(delta)))
	s.weekend = p.Kind == timex.Weekend
	return s
}

// weekday counts from 1 (Monday) to 7.
func weekday(d edtf.Date) int {
	if w := d.Weekday(); w != time.Sunday {
		return int(w)
	}
	return 7
}

func century(p timex.Pick, from edtf.Date, dir int, strict bool) (stretch, bool) {
	base := from.Year - from.Year%100 + p.A
	unit := edtf.Year
	if p.Kind == timex.Decade2 {
		unit = edtf.Decade
	}
	for _, y := range []int{base - 100*dir, base, base + 100*dir} {
		if s := at(edtf.Date{Year: y, Unit: unit}); y >= 0 && onSide(s, from.Days(), dir, strict) {
			return s, true
		}
	}
	return stretch{}, false
}

// within is the pick inside d: the March of a year, the Tuesday of a week.
func within(p timex.Pick, d edtf.Date) (stretch, bool) {
	var r edtf.Date
	switch p.Kind {
	case timex.HalfOf:
		r = edtf.Date{Year: d.Year, Month: uint8(edtf.H1 + p.A - 1), Unit: edtf.Half}
	case timex.SeasonOf:
		r = edtf.Date{Year: d.Year, Month: uint8(edtf.Spring + p.A - 1), Unit: edtf.Season}
	case timex.QuarterOf:
		r = edtf.Date{Year: d.Year, Month: uint8(edtf.Q1 + p.A - 1), Unit: edtf.Quarter}
	case timex.MonthOf:
		r = edtf.YM(d.Year, p.A)
	case timex.MonthDay:
		r = edtf.YMD(d.Year, p.A, p.B)
	case timex.NthWeekday:
		r = nthWeekday(d.Year, p.A, p.B, p.C)
	case timex.WeekdayFrom:
		from := edtf.YMD(d.Year, p.A, p.C)
		r = from.Add((p.B-weekday(from)+7)%7, edtf.Day)
	case timex.Easter:
		r = easter(d.Year).Add(p.A, edtf.Day)
	case timex.DayOf:
		if d.Unit < edtf.Month {
			return stretch{}, false
		}
		r = edtf.YMD(d.Year, int(d.Month), p.A)
	default:
		return stretch{}, false
	}
	return at(r), r.Valid()
}

// nthWeekday is the nth weekday of a month, from its end when n is negative.
func nthWeekday(year, month, wd, n int) edtf.Date {
	if n > 0 {
		first := edtf.YMD(year, month, 1)
		return first.Add((wd-weekday(first)+7)%7+7*(n-1), edtf.Day)
	}
	last := edtf.YMD(year, month, edtf.DaysIn(year, month))
	return last.Add(-((weekday(last)-wd+7)%7)+7*(n+1), edtf.Day)
}

// easter is Easter Sunday by the Gregorian computus, in the form that Nature
// published anonymously in 1876 and Meeus gives in Astronomical Algorithms.
func easter(y int) edtf.Date {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return edtf.YMD(y, n/31, n%31+1)
}
