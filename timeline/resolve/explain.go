package resolve

import (
	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/timex"
)

// doubtDays is how far a publication date that is called approximate may be off
// before its readings must be called ambiguous.
const doubtDays = 2

// explain adds what depends on the publication date: the range of dates with the
// same answer, the reading that was rejected, and doubt.
func (r *resolver) explain(rd *Reading, sc *scene, s stretch) {
	if sc.chainSide != 0 { // it stands and falls with the day that it is tied to
		to := r.readings[sc.chainTo]
		rd.Safe, rd.Grade = to.Safe, to.Grade
		rd.DirectionWords = to.In(r.doc.Text)
		if rd.Direction = 1; s.day0() <= r.ref.Days() {
			rd.Direction = -1
		}
		return
	}
	t := *sc
	same := func(day int64) bool {
		r.tries++
		t.ref = edtf.FromDays(day)
		got, ok := t.eval(rd.Mean)
		return ok && sameValue(got, s)
	}
	today := r.ref.Days()
	first, last := r.holds(rd.Mean, today)
	lo, hi := reach(today, first, -1, same), reach(today, last, 1, same)
	rd.Safe = edtf.Interval{Start: edtf.FromDays(lo), End: edtf.FromDays(hi)}
	if r.doc.Published.Doubt != 0 && (today-lo < doubtDays || hi-today < doubtDays) {
		rd.Grade = timeline.Ambiguous
	}
	if !sc.usedDirection {
		return
	}
	other := *sc
	other.hold = sure
	if other.direction = -1; s.day0() <= today {
		other.direction = 1
	}
	alt, ok := other.eval(rd.Mean)
	if !ok || sameValue(alt, s) {
		return
	}
	if rd.DirectionWords == "" || sc.direction == other.direction {
		rd.Grade = timeline.Ambiguous // no word says so, or the words say otherwise
	}
	rd.Rejected = append(rd.Rejected, timeline.Rejected{When: alt.interval(), Reason: reason(other.direction, rd.DirectionWords, sc.direction)})
}

// sameValue reports whether two stretches that one meaning stands for, counted
// from different days, have one TIMEX3 value. They can differ in the date only.
func sameValue(a, b stretch) bool {
	if a.date.Year <= 0 || b.date.Year <= 0 || a.unit > edtf.Day || b.unit > edtf.Day {
		return a.value() == b.value() // the notation of these leaves something out
	}
	return a.unit == b.unit && a.date == b.date
}

// reason tells why the reading in a direction was rejected: against the words, or in
// spite of them, since it lies far away.
func reason(direction int, words string, said int) string {
	side := "lies ahead of"
	if direction < 0 {
		side = "lies before"
	}
	if words == "" {
		return side + " the publication date, and no word says so"
	}
	if said == direction {
		return side + " the publication date, as “" + words + "” has it, but much farther"
	}
	return side + " the publication date, against “" + words + "”"
}

// holds guesses the days around today for which a meaning stays the same: those
// between two picks, or those of the unit that is counted in.
func (r *resolver) holds(e timex.Expr, today int64) (first, last int64) {
	first, next := today, today+1
	switch m := innermost(e).(type) {
	case timex.Near:
		if r.sides.holds(m.Pick, today) {
			first, next = r.sides.first, r.sides.next
		}
	case timex.Shift:
		if m.Unit <= edtf.Day {
			first, next = unitAt(r.ref, m.Unit).interval().DayBounds()
		}
	}
	return min(first, today), max(next-1, today)
}

// maxReachDays is how far away dates with the same answer are looked for.
const maxReachDays = 3070

// reach is the last day from today in the direction step for which same holds
// without a gap. Where the guess is wrong, doubled steps find a day for which it
// does not hold, and halves the last day before that.
func reach(today, guess, step int64, same func(int64) bool) int64 {
	good, bad := int64(0), int64(maxReachDays+1) // days from today
	holds := func(n int64) bool {
		ok := same(today + step*n)
		if ok {
			good = n
		} else {
			bad = n
		}
		return ok
	}
	if n := step * (guess - today); n > 0 && n <= maxReachDays {
		holds(n)
	}
	for width := int64(1); good+width < bad && holds(good+width); width *= 2 {
	}
	for bad-good > 1 {
		holds((good + bad) / 2)
	}
	return today + step*good
}

// Why is the reading as evidence for a date.
func (rd Reading) Why(t string, source int) timeline.Why {
	w := timeline.Why{
		Source: source, Span: rd.Span, Text: rd.In(t),
		When: rd.When, Timex: rd.Value, Meaning: rd.Mean.String(), Rule: rd.Rule,
		Anchor: rd.Anchor, AnchorFrom: string(rd.AnchorFrom),
		DirectionWords: rd.DirectionWords, Grade: rd.Grade, Safe: rd.Safe, Rejected: rd.Rejected,
	}
	switch rd.Direction {
	case -1:
		w.Direction = "past"
	case 1:
		w.Direction = "future"
	}
	return w
}
