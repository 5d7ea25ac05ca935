package resolve

import (
	"strconv"
	"strings"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/text"
	"github.com/datelinehq/dateline/timeline/timex"
)

// Figures such as 9/11/2001 name one of two days. What stands elsewhere in the
// document decides: a date in figures that has only one order, or one of the two
// days written out; else the publication date, if it lies near one of them. Else
// the habit of the pack is followed, and the reading called ambiguous.

// nearDays is how far from the publication date a day may lie for it to be meant.
// The two days of the same figures lie a month apart at least.
const nearDays = 7

// verdict says what decided between two readings.
type verdict struct {
	by AnchorFrom
	// words are those in the text that decided.
	words string
}

// decide evaluates expression i, whose meaning has two readings, by the better
// one, and leaves sc on it.
func (r *resolver) decide(i int, sc *scene) (stretch, verdict, bool) {
	e := r.expressions[i]
	first, ok1 := sc.eval(e.Mean)
	sc.second = true
	second, ok2 := sc.eval(e.Mean)
	sc.second = false
	if !ok1 || !ok2 {
		return first, verdict{}, ok1
	}
	side, why := r.evidence(i, first, second)
	if side == 2 {
		sc.second = true
		return second, why, true
	}
	return first, why, true
}

// evidence is 1 or 2 for the reading that something speaks for, or 0.
func (r *resolver) evidence(i int, first, second stretch) (int, verdict) {
	if side, words := r.byOrder(i, first); side != 0 {
		return side, verdict{FromText, words}
	}
	if side, words := r.byName(i, first, second); side != 0 {
		return side, verdict{FromText, words}
	}
	if r.ref.Unit != edtf.Day {
		return 0, verdict{}
	}
	a, b := distance(first, r.ref), distance(second, r.ref)
	switch {
	case a <= nearDays && b > nearDays:
		return 1, verdict{by: FromPublication}
	case b <= nearDays && a > nearDays:
		return 2, verdict{by: FromPublication}
	}
	return 0, verdict{}
}

func distance(s stretch, from edtf.Date) int64 {
	d := s.day0() - from.Days()
	return max(d, -d)
}

// byOrder decides by the dates in figures that can be read in one order only. If
// the document has both orders, nothing is decided.
func (r *resolver) byOrder(i int, first stretch) (side int, words string) {
	a, b, ok := figures(r.expressions[i].Span, r.doc.Text)
	if !ok {
		return 0, ""
	}
	monthFirst := int(first.date.Month) == a
	for _, e := range r.expressions {
		a, b, ok = figures(e.Span, r.doc.Text)
		if !ok || (a > 12) == (b > 12) {
			continue
		}
		s := 2
		if (b > 12) == monthFirst {
			s = 1
		}
		if side != 0 && side != s {
			return 0, ""
		}
		side, words = s, e.In(r.doc.Text)
	}
	return side, words
}

// figures are the first two of three numbers, the three parted by strokes or by
// dashes, that stand in s: day and month, or month and day.
func figures(s text.Span, t string) (a, b int, ok bool) {
	for w := range strings.FieldsSeq(s.In(t)) {
		sep := strings.IndexAny(w, "/-")
		if sep < 1 || sep > 2 {
			continue
		}
		parts := strings.Split(w, w[sep:sep+1])
		if len(parts) != 3 || len(parts[1]) > 2 {
			continue
		}
		a, err1 := strconv.Atoi(parts[0])
		b, err2 := strconv.Atoi(parts[1])
		return a, b, err1 == nil && err2 == nil && 1 <= a && a <= 31 && 1 <= b && b <= 31
	}
	return 0, 0, false
}

// byName decides by one of the two days written out elsewhere.
func (r *resolver) byName(i int, first, second stretch) (side int, words string) {
	for k, e := range r.expressions {
		f, ok := e.Mean.(timex.Fixed)
		if !ok || k == i {
			continue
		}
		s := 0
		switch f.Date {
		case first.date:
			s = 1
		case second.date:
			s = 2
		}
		if s != 0 && side != 0 && side != s {
			return 0, ""
		}
		if s != 0 {
			side, words = s, e.In(r.doc.Text)
		}
	}
	return side, words
}

// settle grades a reading that had another beside it, and adds that one.
func (r *resolver) settle(rd *Reading, sc *scene, s stretch, why verdict) {
	other := *sc
	other.second = !sc.second
	alt, ok := other.eval(rd.Mean)
	if !ok || alt.value() == s.value() {
		return
	}
	reason := "has day and month in the other order, and nothing in the text says which"
	switch why.by {
	case FromText:
		reason = "has day and month in the other order, against “" + why.words + "”"
	case FromPublication:
		reason = "has day and month in the other order and lies farther from the publication date"
		rd.Anchor, rd.AnchorFrom = edtf.On(r.doc.Published), FromPublication
		if sc.second {
			day := edtf.FromDays(s.day0())
			rd.Safe = edtf.Interval{Start: day.Add(-nearDays, edtf.Day), End: day.Add(nearDays, edtf.Day)}
		}
	}
	rd.Grade = timeline.Inferred
	if why.by == FromNothing {
		rd.Grade = timeline.Ambiguous
	}
	rd.Rejected = append(rd.Rejected, timeline.Rejected{When: alt.interval(), Reason: reason})
}
