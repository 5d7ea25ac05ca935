package resolve

import (
	"strings"

	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/timex"
)

// today is the day of writing. In a narrative it is the reader's time: "to this day".
var today = timex.Shift{Of: timex.Ref{}, N: 0, Unit: edtf.Day}

// age reports whether a word for today stands for the present age: the language has
// such a word, the text speaks of no other day near its publication nor of an hour
// here, and no verb beside it tells of something past or to come.
func (r *resolver) age(i int) bool {
	e := r.expressions[i]
	if r.daily || !r.cues.ages[strings.ToLower(e.In(r.doc.Text))] || r.hour(i, -1) || r.hour(i, 1) {
		return false
	}
	first, last := r.atoms(e.Span)
	return r.cues.near(r.doc, r.doc.Sentences[e.Sentence], first, last).direction == 0
}

// hour reports whether the expression beside i, on the side step, is a time of day in
// the same sentence.
func (r *resolver) hour(i, step int) bool {
	k := i + step
	return k >= 0 && k < len(r.expressions) && r.expressions[k].Sentence == r.expressions[i].Sentence && r.expressions[k].Type == timex.Time
}

// daily reports whether a text speaks of days as a daily paper does: yesterday,
// Tuesday.
func daily(es []timex.Expression) bool {
	for _, e := range es {
		switch m := innermost(e.Mean).(type) {
		case timex.Shift:
			if m.Unit == edtf.Day && m.N != 0 {
				return true
			}
		case timex.Near:
			if m.Pick.Kind == timex.WeekdayOf || m.Pick.Kind == timex.Weekend {
				return true
			}
		}
	}
	return false
}
