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
	if side, words := r.byName(first, second); side != 0 {
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

// orders is what a document shows of the order of day and month.
type orders struct {
	known bool
	// monthFirst and dayFirst say that dates in figures stand there that can be
	// read in this order only; words is the last of them.
	monthFirst, dayFirst bool
	words                string
	// named are the full dates that are written out, with the words of the last.
	named map[edtf.Date]string
}

// observe goes through the document, once.
func (r *resolver) observe() *orders {
	o := &r.orders
	if o.known {
		return o
	}
	*o = orders{known: true, named: map[edtf.Date]string{}}
	for _, e := range r.expressions {
		if f, ok := e.Mean.(timex.Fixed); ok {
			o.named[f.Date] = e.In(r.doc.Text)
		}
		if a, b, ok := figures(e.Span, r.doc.Text); ok && (a > 12) != (b > 12) {
			o.monthFirst, o.dayFirst = o.monthFirst || b > 12, o.dayFirst || a > 12
			o.words = e.In(r.doc.Text)
		}
	}
	return o
}

// byOrder decides by the dates in figures that can be read in one order only. If
// the document has both orders, nothing is decided.
func (r *resolver) byOrder(i int, first stretch) (side int, words string) {
	a, _, ok := figures(r.expressions[i].Span, r.doc.Text)
	o := r.observe()
	switch {
	case !ok || o.monthFirst == o.dayFirst:
		return 0, ""
	case o.monthFirst == (int(first.date.Month) == a):
		return 1, o.words
	}
	return 2, o.words
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
func (r *resolver) byName(first, second stretch) (side int, words string) {
	named := r.observe().named
	one, ok1 := named[first.date]
	two, ok2 := named[second.date]
	switch {
	case ok1 && (!ok2 || first.date == second.date):
		return 1, one
	case ok2 && !ok1:
		return 2, two
	}
	return 0, ""
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
