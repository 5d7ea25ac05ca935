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

// A partTree holds the words that compounds consist of by their bytes. Entry 0
// is its root.
type partTree []partNode

// A partNode is the beginning of words, and the word id if it is one itself.
type partNode struct {
	id   int32
	next []partStep
}

// A partStep leads to the beginning that is longer by a byte.
type partStep struct {
	by byte
	to int32
}

// step is the place behind a byte, 0 for none.
func (p partTree) step(at int32, by byte) int32 {
	for _, s := range p[at].next {
		if s.by == by {
			return s.to
		}
	}
	return 0
}

// addParts tells what compounds may consist of.
func (v *vocabulary) addParts(words []string) {
	if v.parts == nil {
		v.parts = partTree{{}}
	}
	for _, w := range words {
		w, at := strings.ToLower(w), int32(0)
		for _, by := range []byte(w) {
			to := v.parts.step(at, by)
			if to == 0 {
				to = int32(len(v.parts))
				v.parts = append(v.parts, partNode{})
				v.parts[at].next = append(v.parts[at].next, partStep{by, to})
			}
			at = to
		}
		v.parts[at].id = v.word(w)
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
	var buf [maxCompound]byte
	if len(w) > len(buf) {
		return nil
	}
	low := lower(buf[:0], w)
	if len(low) != len(w) {
		return nil // lower case of another length: ends would be off
	}
	return v.parts.cut(low, 0, nil)
}

// cut goes on from byte at, trying long parts first.
func (p partTree) cut(w []byte, at int, ends []partEnd) []partEnd {
	if at == len(w) {
		return ends
	}
	if len(ends) == maxParts {
		return nil
	}
	var buf [8]partEnd
	fits := buf[:0]
	for i, to := at, int32(0); i < len(w); {
		if to = p.step(to, w[i]); to == 0 {
			break
		}
		if i++; p[to].id != 0 {
			fits = append(fits, partEnd{i, p[to].id})
		}
	}
	for _, fit := range slices.Backward(fits) {
		if all := p.cut(w, fit.at, append(ends, fit)); all != nil {
			return all
		}
	}
	return nil
}
