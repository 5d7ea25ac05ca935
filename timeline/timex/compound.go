package timex

import (
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

// compound cuts the word w of token t, which the vocabulary does not have, into
// tokens if it consists of parts alone: what a language writes as one word, patterns
// read as several. All but the last are appended to toks, each glued to the one
// before. Parts after the first count as capitalised, since nobody can tell. It
// reports whether a strong word came up.
func (v *vocabulary) compound(toks []token, t token, w string) (before []token, last token, strong bool) {
	ends := v.cut(w)
	if len(ends) < 2 {
		return toks, t, false
	}
	at := 0
	for k, end := range ends {
		p := token{start: t.start + at, end: t.start + end.at, kind: text.Letters, id: end.id, glued: true, capital: true}
		if k == 0 {
			p.glued, p.capital = t.glued, t.capital
		}
		p.strong = v.strong[p.id] || p.capital && v.named[p.id]
		strong, at = strong || p.strong, end.at
		if k == len(ends)-1 {
			return toks, p, strong
		}
		toks = append(toks, p)
	}
	return toks, t, strong
}

// partEnd is where a part of a compound ends, and its word.
type partEnd struct {
	at int
	id int32
}

// cut is where the parts of w end; none if it is no compound.
func (v *vocabulary) cut(w string) []partEnd {
	if len(w) > maxCompound {
		return nil
	}
	low := strings.ToLower(w)
	if len(low) != len(w) {
		return nil // lower case of another length: ends would be off
	}
	return v.cutFrom(low, 0, nil)
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
