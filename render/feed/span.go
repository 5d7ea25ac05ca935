package feed

import (
	"strconv"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
)

// Why a format that draws spans of days has no place for an event.
const (
	noDate  = "events without a date"
	noStart = "events without a beginning"
	noEnd   = "events without an end"
	noYear  = "events outside the years that the format knows"
)

// spans leaves out what has no span of days between the years from and to. With draw,
// what has begun and has no end is taken up to the as-of day.
func spans(from, to int, draw bool) func(*timeline.Timeline, *timeline.Event) string {
	return func(t *timeline.Timeline, e *timeline.Event) string {
		v := e.When
		if draw {
			v = drawn(t, v)
		}
		first, next := v.DayBounds()
		switch {
		case !e.Dated():
			return noDate
		case first == edtf.Past:
			return noStart
		case next == edtf.Future:
			return noEnd
		case edtf.FromDays(first).Year < from || edtf.FromDays(next).Year > to:
			return noYear
		}
		return ""
	}
}

// drawn is v as far as it can be drawn: an open end reaches to the as-of day, if that
// is known and v has begun by then.
func drawn(t *timeline.Timeline, v edtf.Interval) edtf.Interval {
	if v.Start.Unit <= edtf.Open || v.End.Unit > edtf.Open || t.AsOf.Unit <= edtf.Open {
		return v
	}
	_, last := v.Start.Bounds()
	if _, now := t.AsOf.Bounds(); now < last {
		return v
	}
	v.End = t.AsOf
	v.End.Doubt = 0
	return v
}

// dayBefore is the day before day n, and iso day n, in ISO 8601.
func dayBefore(n int64) string { return iso(n - 1) }
func iso(n int64) string       { return edtf.FromDays(n).String() }

// earliest and latest are the first and last day of v in ISO 8601, empty where there
// is none.
func earliest(v edtf.Interval) string {
	if first, _ := v.DayBounds(); first != edtf.Past {
		return iso(first)
	}
	return ""
}

func latest(v edtf.Interval) string {
	if _, next := v.DayBounds(); next != edtf.Future {
		return dayBefore(next)
	}
	return ""
}

// stamp is the first moment of the as-of day, so that the same timeline makes the same
// bytes wherever a format asks when it was made. Without one it is 1970.
func stamp(t *timeline.Timeline) string {
	first, _ := edtf.On(t.AsOf).DayBounds()
	if d := edtf.FromDays(max(first, 0)); first != edtf.Past && d.Year <= 9999 {
		return d.String() + "T00:00:00Z"
	}
	return "1970-01-01T00:00:00Z"
}

// ahead is t with nothing but what lies ahead of its as-of day.
func ahead(t *timeline.Timeline) *timeline.Timeline {
	keep := func(es []timeline.Event) []timeline.Event {
		out := []timeline.Event{}
		for i := range es {
			if t.Ahead(&es[i]) {
				out = append(out, es[i])
			}
		}
		return out
	}
	c := *t
	c.Events, c.Undated = keep(t.Events), keep(t.Undated)
	return &c
}

func itoa(n int) string { return strconv.Itoa(n) }

// dated leaves out what has no date.
func dated(_ *timeline.Timeline, e *timeline.Event) string {
	if !e.Dated() {
		return noDate
	}
	return ""
}
