package resolve

import (
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/timex"
)

// A text is a narrative when it gives at least oldDates full dates that lie more
// than oldDays before its publication, and has no more than a third as many
// expressions that only the publication date can place.
const (
	oldDates = 6
	oldDays  = 400
)

func narrative(es []timex.Expression, ref edtf.Date) bool {
	old, deictic := 0, 0
	for _, e := range es {
		switch m := e.Mean.(type) {
		case timex.Fixed:
			first, _ := edtf.On(m.Date).DayBounds()
			if ref.IsZero() || ref.Days()-first > oldDays {
				old++
			}
		case timex.Shift:
			if _, ok := m.Of.(timex.Ref); ok {
				deictic++
			}
		case timex.Near:
			if m.Pick.Kind == timex.WeekdayOf {
				deictic++
			}
		}
	}
	return old >= oldDates && 3*deictic <= old
}

// onward is the pick that a narrative means after the date it has come to: in a
// year that the text names, the one in that year, else the nearest, where going
// on is twice as likely as going back.
func (c *scene) onward(p timex.Pick) (stretch, bool) {
	c.usedThat = true
	from := edtf.FromDays(c.running.day0())
	if c.running.unit == edtf.Year || c.running.unit == edtf.Season && p.Kind == timex.MonthDay {
		if s, ok := within(p, from); ok {
			return s, true
		}
	}
	past, ok1 := before(p, from, false)
	future, ok2 := after(p, from, false)
	switch {
	case !ok1 || !ok2:
		return stretch{}, false
	case p.Kind == timex.WeekdayOf:
		return future, true
	case 2*(from.Days()-past.day0()) < future.day0()-from.Days():
		return past, true
	}
	return future, true
}
