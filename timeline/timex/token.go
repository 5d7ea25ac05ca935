package timex

import (
	"math"
	"strings"
	"unicode/utf8"

	"github.com/datelinehq/dateline/timeline/text"
)

// A token is what patterns match: an atom, a part of one, or a number with its
// separators ("3,000").
type token struct {
	start, end int
	num        float64 // of digits
	id         int32   // of the word in the vocabulary, 0 if it is not there
	mark       rune    // of an atom that is neither letters nor digits
	kind       text.Kind
	width      uint8 // number of digits; 0 for a number with separators
	glued      bool
	capital    bool
	strong     bool
	suffix     bool // the second part of an atom: "'s"
}

// suffix cuts w where a suffix token begins.
func (v *vocabulary) suffix(w string) (stem, suffix string) {
	if n := len(w); n > 2 && (w[n-2] == '\'' || w[n-2] >= 0x80) {
		for _, s := range v.suffixes {
			if len(w) > len(s) && strings.EqualFold(w[len(w)-len(s):], s) {
				return w[:len(w)-len(s)], s
			}
		}
	}
	return w, ""
}

// scan turns the atoms of a sentence into tokens, reusing buf. It reports whether a
// strong word is among them.
func (v *vocabulary) scan(d *text.Document, s text.Sentence, buf []token) (toks []token, strong bool) {
	toks = buf[:0]
	for i := s.First; i < s.Last; i++ {
		a := d.Atoms[i]
		t := token{start: a.Start, end: a.End, kind: a.Kind, glued: a.Glued && i > s.First}
		w := d.Text[a.Start:a.End]
		switch a.Kind {
		case text.Digits:
			i += v.number(d, i, s.Last, &t)
			t.id = v.lookup(w)
			t.strong = t.width >= 3 || t.glued || i+1 < s.Last && d.Atoms[i+1].Glued
		case text.Letters:
			stem, suffix := v.suffix(w)
			t.id, t.end = v.lookup(stem), t.start+len(stem)
			t.capital = w[0] < 0x80 && 'A' <= w[0] && w[0] <= 'Z' || w[0] >= 0x80 && startsUpper(w)
			t.strong = v.strong[t.id] || t.capital && v.named[t.id]
			if suffix != "" {
				strong = strong || t.strong
				toks = append(toks, t)
				t = token{start: t.end, end: a.End, kind: a.Kind, glued: true, suffix: true, id: v.lookup(suffix)}
			} else if t.id == 0 && v.parts != nil {
				var more bool
				toks, t, more = v.compound(toks, t, w)
				strong = strong || more
			}
		default:
			t.id = v.lookup(w)
			t.mark, _ = utf8.DecodeRuneInString(w)
		}
		strong = strong || t.strong
		toks = append(toks, t)
	}
	return toks, strong
}

// number reads the number that begins with atom i into t and returns how many
// further atoms it takes.
func (v *vocabulary) number(d *text.Document, i, last int, t *token) int {
	a := d.Atoms[i]
	t.num = value10(d.Text[a.Start:a.End])
	t.width = uint8(min(a.Len(), 255))
	n := 0
	part := func(mark string) (string, bool) {
		if i+n+2 >= last || mark == "" || d.Word(i+n+1) != mark {
			return "", false
		}
		m, next := d.Atoms[i+n+1], d.Atoms[i+n+2]
		return d.Word(i + n + 2), m.Glued && next.Glued && next.Kind == text.Digits
	}
	if a.Len() <= 3 {
		for {
			w, ok := part(v.group)
			if !ok || len(w) != 3 {
				break
			}
			t.num, t.width = t.num*1000+value10(w), 0
			n += 2
		}
	}
	if w, ok := part(v.decimal); ok && len(w) <= 3 && !v.dotted(d, i+n+2, last) {
		t.num, t.width = t.num+value10(w)/math.Pow10(len(w)), 0
		n += 2
	}
	if n > 0 {
		t.end = d.Atoms[i+n].End
	}
	return n
}

// dotted reports whether another mark and digits follow atom i, as in 12.5.2009.
func (v *vocabulary) dotted(d *text.Document, i, last int) bool {
	return i+2 < last && d.Word(i+1) == v.decimal && d.Atoms[i+1].Glued && d.Atoms[i+2].Glued && d.Atoms[i+2].Kind == text.Digits
}

// value10 is the value of a run of digits; of more than 15 it is not exact.
func value10(w string) float64 {
	n := 0.0
	for _, r := range w {
		if r < '0' || r > '9' {
			return math.MaxInt32 // digits of other scripts
		}
		n = n*10 + float64(r-'0')
	}
	return n
}
