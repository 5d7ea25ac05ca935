package edtf

import (
	"cmp"
	"math"
)

// The ends of time, for bounds that are open or not known.
const (
	Past   = math.MinInt64
	Future = math.MaxInt64
)

// first is the first day of d. It is only for dates that have one.
func (d Date) first() (y, m, day int) {
	switch {
	case d.Unit >= Day:
		return d.Year, int(d.Month), int(d.Day)
	case d.Unit == Month:
		return d.Year, int(d.Month), 1
	case d.Unit == Season:
		return d.Year, 3 + 3*int(d.Month-Spring), 1
	case d.Unit == Quarter:
		return d.Year, 1 + 3*int(d.Month-Q1), 1
	case d.Unit == Half:
		return d.Year, 1 + 6*int(d.Month-H1), 1
	}
	return d.Year, 1, 1
}

// months is the length of d's unit in months, 0 when it is shorter than one.
func (u Unit) months() int {
	switch u {
	case Century:
		return 1200
	case Decade:
		return 120
	case Year:
		return 12
	case Half:
		return 6
	case Season, Quarter:
		return 3
	case Month:
		return 1
	}
	return 0
}

// Bounds are the half-open bounds of d in civil seconds since 1970-01-01T00:00:
// first <= t < next. The zone plays no part. Seasons are the meteorological ones
// of the north, and a winter begins in December of its year and ends with the
// February after. An unknown or open date reaches from Past to Future.
func (d Date) Bounds() (first, next int64) {
	if d.Unit <= Open {
		return Past, Future
	}
	y, m, day := d.first()
	first = daysFromCivil(y, m, day)*86400 + int64(d.Hour)*3600 + int64(d.Minute)*60 + int64(d.Second)
	switch d.Unit {
	case Second:
		return first, first + 1
	case Minute:
		return first, first + 60
	case Hour:
		return first, first + 3600
	case Day:
		return first, first + 86400
	}
	return first, d.nextDay() * 86400
}

// firstDay is the first day of d, nextDay the day after its last. They are only
// for dates that have them. 24:00 is in the next day.
func (d Date) firstDay() int64 { return d.Days() + int64(d.Hour/24) }

func (d Date) nextDay() int64 {
	y, m, _ := d.first()
	if d.Unit >= Day {
		return d.firstDay() + 1
	}
	k := m - 1 + d.Unit.months()
	return daysFromCivil(y+k/12, k%12+1, 1)
}

// Bounds are the half-open bounds of v in civil seconds since 1970-01-01T00:00.
// An end that is open or not known is Past or Future.
func (v Interval) Bounds() (first, next int64) {
	first, next = Past, Future
	if v.Start.Unit > Open {
		first, _ = v.Start.Bounds()
	}
	if v.End.Unit > Open {
		_, next = v.End.Bounds()
	}
	return first, next
}

// DayBounds are the first day of v and the day after its last, counted from
// 1970-01-01; Past and Future where an end is open or not known.
func (v Interval) DayBounds() (first, next int64) {
	first, next = Past, Future
	if v.Start.Unit > Open {
		first = v.Start.firstDay()
	}
	if v.End.Unit > Open {
		next = v.End.nextDay()
	}
	return first, next
}

func floorDay(sec int64) int64 {
	n := sec / 86400
	if sec%86400 < 0 {
		n--
	}
	return n
}

// Overlaps reports whether some moment may lie in both.
func (v Interval) Overlaps(w Interval) bool {
	a, b := v.Bounds()
	c, d := w.Bounds()
	return a < d && c < b
}

// Contains reports whether every moment of w lies in v.
func (v Interval) Contains(w Interval) bool {
	a, b := v.Bounds()
	c, d := w.Bounds()
	return a <= c && d <= b
}

// Before reports whether all of v lies before all of w.
func (v Interval) Before(w Interval) bool {
	_, b := v.Bounds()
	c, _ := w.Bounds()
	return b != Future && c != Past && b <= c
}

// Compare orders intervals by earliest possible start, then by latest possible
// end, then by notation, so that it is 0 only for equal intervals. One about
// which nothing is known comes last.
func (v Interval) Compare(w Interval) int {
	if v == w {
		return 0
	}
	if c := boolCompare(v.IsZero(), w.IsZero()); c != 0 {
		return c
	}
	a, b := v.Bounds()
	c, d := w.Bounds()
	return cmp.Or(cmp.Compare(a, c), cmp.Compare(b, d), cmp.Compare(v.String(), w.String()))
}

func boolCompare(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// Precision is the coarser unit of the two ends, leaving out an open or unknown
// one. It is Unknown for the zero interval.
func (v Interval) Precision() Unit {
	switch {
	case v.Start.Unit <= Open:
		return max(v.End.Unit, Unknown)
	case v.End.Unit <= Open:
		return v.Start.Unit
	}
	return min(v.Start.Unit, v.End.Unit)
}

// Doubt is the doubt of either end.
func (v Interval) Doubt() Doubt { return v.Start.Doubt | v.End.Doubt }

// WithDoubt is v with doubt added to both of its known ends.
func (v Interval) WithDoubt(d Doubt) Interval {
	if v.Start.Unit > Open {
		v.Start.Doubt |= d
	}
	if v.End.Unit > Open {
		v.End.Doubt |= d
	}
	return v
}

// Finer reports whether v claims to know more than w: it is shorter than w, or a
// part of it. No stage may yield a date finer than the text gave.
func (v Interval) Finer(w Interval) bool {
	a, b := v.Bounds()
	c, d := w.Bounds()
	return w.Contains(v) && (a != c || b != d)
}
