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

// stem is how many letters of a word count. Cutting words off is the stemming that
// needs no language (McNamee and Mayfield 2004).
const stem = 6

// hashes are the words of a sentence: letters, at least two, without what stands
// behind an apostrophe alone.
func hashes(d *text.Document, s text.Sentence) []uint32 {
	out := make([]uint32, 0, s.Last-s.First)
	for i := s.First; i < s.Last; i++ {
		if d.Atoms[i].Kind != text.Letters {
			continue
		}
		for w := range strings.FieldsFuncSeq(strings.ToLower(d.Word(i)), apostrophe) {
			if utf8.RuneCountInString(w) > 1 {
				out = append(out, rank.Word(prefix(w, stem)))
			}
		}
	}
	return out
}

func apostrophe(r rune) bool { return r == '\'' || r == '’' }

// prefix is the first n characters of a word.
func prefix(w string, n int) string {
	for i := range w {
		if n == 0 {
			return w[:i]
		}
		n--
	}
	return w
}
