package timex

import (
	"slices"
	"strings"

	"github.com/datelinehq/dateline/timeline/text"
)

// maxParts bounds the parts of a compound, maxCompound its length in bytes.
const (
	maxParts    = 5
	maxCompound = 64
)

// addParts tells what compounds may consist of.
func (v *vocabulary) addParts(words []string) {
	if v.parts == nil {
		v.parts = map[string]int32{}
	}
	for _, w := range words {
		w = strings.ToLower(w)
		v.parts[w] = v.word(w)
		v.longest = max(v.longest, len(w))
	}
}

// compounds cuts the words that the vocabulary does not have and that consist of
// its parts alone into tokens, each glued to the one before: what a language
// writes as one word, patterns read as several. Parts after the first count as
// capitalised, since nobody can tell. It reports whether a strong word came up.
func (v *vocabulary) compounds(d *text.Document, toks []token) (cut []token, strong bool) {
	if len(v.parts) == 0 {
		return toks, false
	}
	for i := 0; i < len(toks); i++ {
		ends := v.cut(d, &toks[i])
		if len(ends) < 2 {
			continue
		}
		whole := toks[i]
		toks = slices.Insert(toks, i+1, make([]token, len(ends)-1)...)
		for k, end := range ends {
			t := token{start: whole.start, end: whole.start + end.at, kind: text.Letters, id: end.id, glued: true, capital: true}
			if k == 0 {
				t.glued, t.capital = whole.glued, whole.capital
			} else {
				t.start = whole.start + ends[k-1].at
			}
			t.strong = v.strong[t.id] || t.capital && v.named[t.id]
			strong = strong || t.strong
			toks[i+k] = t
		}
		i += len(ends) - 1
	}
	return toks, strong
}

// partEnd is where a part of a compound ends, and its word.
type partEnd struct {
	at int
	id int32
}

// cut is where the parts of the word t end; none if it is no compound.
func (v *vocabulary) cut(d *text.Document, t *token) []partEnd {
	if t.kind != text.Letters || t.id != 0 || t.suffix || t.end-t.start > maxCompound {
		return nil
	}
	w := strings.ToLower(d.Text[t.start:t.end])
	if len(w) != t.end-t.start {
		return nil // lower case of another length: ends would be off
	}
	return v.cutFrom(w, 0, nil)
}

// cutFrom goes on from byte at, trying long parts first.
func (v *vocabulary) cutFrom(w string, at int, ends []partEnd) []partEnd {
	if at == len(w) {
		return ends
	}
	if len(ends) == maxParts {
		return nil
	}
	for n := min(v.longest, len(w)-at); n > 0; n-- {
		if id, ok := v.parts[w[at:at+n]]; ok {
			if all := v.cutFrom(w, at+n, append(ends, partEnd{at + n, id})); all != nil {
				return all
			}
		}
	}
	return nil
}
