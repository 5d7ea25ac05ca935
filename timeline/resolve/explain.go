package resolve

import (
	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
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
	same := func(day int64) bool {
		t := *sc
		t.ref = edtf.FromDays(day)
		got, ok := t.eval(rd.Mean)
		return ok && got.value() == s.value()
	}
	today := r.ref.Days()
	lo, hi := reach(today, -1, same), reach(today, 1, same)
	rd.Safe = edtf.Interval{Start: edtf.FromDays(lo), End: edtf.FromDays(hi)}
	if r.doc.Published.Doubt != 0 && (today-lo < doubtDays || hi-today < doubtDays) {
		rd.Grade = timeline.Ambiguous
	}
	if !sc.usedDirection {
		return
	}
	other := *sc
	if other.direction = -1; s.day0() <= today {
		other.direction = 1
	}
	alt, ok := other.eval(rd.Mean)
	if !ok || alt.value() == s.value() {
		return
	}
	if rd.DirectionWords == "" {
		rd.Grade = timeline.Ambiguous
	}
	rd.Rejected = append(rd.Rejected, timeline.Rejected{When: alt.interval(), Reason: reason(other.direction, rd.DirectionWords)})
}

func reason(direction int, words string) string {
	side := "lies ahead of"
	if direction < 0 {
		side = "lies before"
	}
	if words == "" {
		return side + " the publication date, and no word says so"
	}
	return side + " the publication date, against “" + words + "”"
}

// maxReachDays bounds the search for dates with the same answer.
const maxReachDays = 800

// reach is the last day from today in the direction step for which same holds
// without a gap: first by doubling steps, then by halving them.
func reach(today int64, step int64, same func(int64) bool) int64 {
	good, width := today, int64(1)
	for width <= maxReachDays && same(good+step*width) {
		good += step * width
		width *= 2
	}
	for ; width > 0; width /= 2 {
		if same(good + step*width) {
			good += step * width
		}
	}
	return good
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
