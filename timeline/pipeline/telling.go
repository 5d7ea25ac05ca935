package pipeline

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/rank"
	"github.com/datelinehq/dateline/timeline/text"
	"github.com/datelinehq/dateline/timeline/timex"
)

// Telling is what the article contributes to the weight of days. Only dates that the
// text makes exact to the day count, whether an event was found beside them or not.
func (a *Analysis) Telling() rank.Telling {
	d := a.Document
	t := rank.Telling{}
	if p := d.Published; p.Unit >= edtf.Day {
		t.Published, t.Dated = p.Days(), true
	}
	next := 0
	for i, s := range d.Sentences {
		var days []int64
		for ; next < len(a.Readings) && a.Readings[next].Sentence <= i; next++ {
			r := a.Readings[next]
			if r.When.IsZero() || r.Type != timex.Date && r.Type != timex.Time {
				continue
			}
			if first, end := r.When.DayBounds(); end == first+1 && !slices.Contains(days, first) {
				days = append(days, first)
			}
		}
		if len(days) > 0 || i < rank.Leading {
			t.Lines = append(t.Lines, rank.Line{Sentence: i, Days: days, Words: hashes(d, s)})
		}
	}
	return t
}

// hashes are the words of a sentence: letters, at least two.
func hashes(d *text.Document, s text.Sentence) []uint32 {
	out := make([]uint32, 0, s.Last-s.First)
	for i := s.First; i < s.Last; i++ {
		if d.Atoms[i].Kind != text.Letters {
			continue
		}
		if w := d.Word(i); utf8.RuneCountInString(w) > 1 {
			out = append(out, rank.Word(strings.ToLower(w)))
		}
	}
	return out
}
