package resolve

import (
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/text"
	"github.com/datelinehq/dateline/timeline/timex"
)

// clocks moves times of day without a day of their own to the day that is named
// right behind them: "at six o'clock (0600 GMT) this morning". Several in a row go
// together.
func (r *resolver) clocks() {
	moved := -1
	for i := len(r.readings) - 2; i >= 0; i-- {
		at, ok := bareClock(r.readings[i].Mean)
		if !ok || !r.beside(i, i+1) {
			continue
		}
		day := r.places[i+1]
		if _, bare := bareClock(r.readings[i+1].Mean); day.unit != edtf.Day || bare && moved != i+1 {
			continue
		}
		moved = i
		s := stretch{date: day.date, unit: edtf.Day, clock: &at.Clock}
		rd, named := &r.readings[i], r.readings[i+1]
		if _, rough := rd.Mean.(timex.Around); rough {
			rd.When = s.interval().WithDoubt(edtf.Approximate)
		} else {
			rd.When = s.interval()
		}
		r.places[i] = s
		rd.Value, rd.Grade, rd.Safe = s.value(), named.Grade, named.Safe
		rd.Anchor, rd.AnchorFrom = edtf.On(day.date), FromText
	}
}

// bareClock is a meaning that is a time of some day told before.
func bareClock(e timex.Expr) (timex.At, bool) {
	if a, ok := e.(timex.Around); ok {
		e = a.Of
	}
	m, ok := e.(timex.At)
	_, that := m.Of.(timex.That)
	return m, ok && that
}

// maxBeside is how many atoms may part a time of day from its day.
const maxBeside = 6

// beside reports whether only marks and list words stand between two expressions of
// one sentence.
func (r *resolver) beside(i, k int) bool {
	if r.readings[i].Sentence != r.readings[k].Sentence {
		return false
	}
	_, from := r.atoms(r.readings[i].Span)
	to, _ := r.atoms(r.readings[k].Span)
	if to-from > maxBeside {
		return false
	}
	for ; from < to; from++ {
		if r.doc.Atoms[from].Kind == text.Letters && !r.cues.joins[r.doc.Word(from)] || r.doc.Atoms[from].Kind == text.Digits {
			return false
		}
	}
	return true
}
