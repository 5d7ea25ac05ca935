package resolve

import (
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/text"
	"github.com/datelinehq/dateline/timeline/timex"
)

// A text is a narrative when it gives at least oldDates full dates that lie more
// than oldDays before its publication, and when these, with a quarter of its bare
// days and months, are six times as many as the expressions of the writer's own time.
// Dates in brackets prove nothing: news has them beside names. A day of the week
// before its publication makes it news, and so do earlyDates bare days or months that no
// year stands before: a narrative names its year first. Without any date or word of the
// writer's own time, fewDates are enough.
const (
	oldDates   = 6
	fewDates   = 2
	oldDays    = 400
	newsDays   = 7
	earlyDates = 2
)

func narrative(d *text.Document, es []timex.Expression, ref edtf.Date) bool {
	old, bare, deictic, recent := 0, 0, 0, 0
	year, early := false, 0
	for _, e := range es {
		_, fixed := habit(innermost(e.Mean)).(timex.Fixed)
		year = year || fixed
		if bracketed(d, d.Sentences[e.Sentence], e.Span) {
			continue
		}
		switch m := innermost(e.Mean).(type) {
		case timex.Vague:
			if m.Which == "present" {
				deictic++
			}
		case timex.Fixed:
			first, next := edtf.On(m.Date).DayBounds()
			_, whole := habit(e.Mean).(timex.Fixed)
			switch age := ref.Days() - first; {
			case !ref.IsZero() && next-first == 1 && 0 <= age && age <= newsDays:
				return false
			case whole && (ref.IsZero() || age > oldDays):
				old++
			case whole:
				recent++
			}
		case timex.Shift:
			if m.N != 0 || m.Unit == edtf.Day || m.Unit == edtf.Week {
				deictic++
			}
		case timex.Near:
			switch m.Pick.Kind {
			case timex.WeekdayOf:
				deictic++
			case timex.MonthDay, timex.MonthOf:
				if !year {
					early++
				}
				bare++
			}
		}
	}
	if early >= earlyDates {
		return false
	}
	return old >= oldDates && 6*deictic <= old+bare/4 || old >= fewDates && deictic+recent == 0
}

// innermost is the part of a meaning that everything else in it is counted from,
// with the first step away from the publication date.
func innermost(e timex.Expr) timex.Expr {
	of := timex.Expr(nil)
	switch m := e.(type) {
	case timex.Either:
		return innermost(m.First)
	case timex.Rolling:
		return innermost(m.Of)
	case timex.Shift:
		of = m.Of
	case timex.Move:
		of = m.Of
	case timex.In:
		of = m.Of
	case timex.Nth:
		of = m.Of
	case timex.Part:
		of = m.Of
	case timex.DayPart:
		of = m.Of
	case timex.At:
		of = m.Of
	case timex.About:
		of = m.Of
	}
	if _, ref := of.(timex.Ref); ref || of == nil {
		return e
	}
	return innermost(of)
}

// habit is the first of two readings of the same figures.
func habit(e timex.Expr) timex.Expr {
	if m, ok := e.(timex.Either); ok {
		return m.First
	}
	return e
}

// turn is how many days a pick must lie from the running date, in the same year,
// for the year to have turned between them.
const turn = 240

// onward is the pick that a narrative means after the date it has come to: the
// one in the same year, unless the year has turned between the two. A weekday is
// the next one.
func (c *scene) onward(p timex.Pick) (stretch, bool) {
	c.usedThat = true
	from := edtf.FromDays(c.running.day0())
	switch p.Kind {
	case timex.WeekdayOf, timex.Weekend, timex.DayOf:
		return after(p, from, false)
	case timex.Year2, timex.Decade2:
		return nearest(p, from)
	}
	s, ok := within(p, from)
	if !ok {
		return before(p, from, false)
	}
	if c.running.unit <= edtf.Year {
		return s, true
	}
	turned := from.Year
	switch gap := s.day0() - from.Days(); {
	case gap < -turn:
		turned++
	case gap > turn:
		turned--
	}
	if turned == from.Year {
		return s, true
	}
	other, ok := within(p, edtf.Y(turned))
	if !ok || c.chapter.holds(from.Year) && !c.chapter.touches(other) {
		return s, true
	}
	return other, true
}

// nearest is the pick that lies nearest to a day, before or after it.
func nearest(p timex.Pick, from edtf.Date) (stretch, bool) {
	past, ok1 := before(p, from, false)
	future, ok2 := after(p, from, false)
	if !ok1 || ok2 && future.day0()-from.Days() < from.Days()-past.day0() {
		return future, ok2
	}
	return past, true
}
