package actor

import (
	"strings"

	"github.com/datelinehq/dateline/timeline/text"
)

// maxDepth bounds walks up a tree.
const maxDepth = 64

// Phrase is the span of the noun phrase of word k without its coordination, clauses
// and punctuation.
func (v *View) Phrase(k int) text.Span {
	lo, hi := v.bounds(k)
	return text.Span{Start: v.s.Words[lo].Start, End: v.s.Words[hi].End}
}

// bounds are the first and last word of the noun phrase of k: what is contiguous
// around k and belongs to it.
func (v *View) bounds(k int) (lo, hi int) {
	lo, hi = k, k
	for lo > 0 && v.within(lo-1, k) {
		lo--
	}
	for hi+1 < len(v.s.Words) && v.within(hi+1, k) {
		hi++
	}
	return lo, hi
}

// within reports whether word j belongs to the noun phrase of k.
func (v *View) within(j, k int) bool {
	ws := v.s.Words
	for range maxDepth {
		w := ws[j]
		if j == k {
			return true
		}
		if w.Head < 0 || v.skip[j] {
			return false
		}
		switch rel, _, _ := strings.Cut(w.Rel, ":"); rel {
		case "appos":
			if v.s.Child(j, "punct") >= 0 || v.s.Child(w.Head, "punct") >= 0 {
				return false
			}
		case "conj", "cc", "punct", "acl", "advcl", "parataxis", "case", "mark", "obl", "dep", "nsubj", "cop", "ccomp", "discourse":
			if !(rel == "punct" && w.In(v.text) == "-") && !(rel == "case" && w.Head != k) {
				return false
			}
		}
		j = w.Head
	}
	return false
}

// preposition is the folded preposition of word k.
func (v *View) preposition(k int) string {
	if p := v.s.Child(k, "case"); p >= 0 {
		return strings.ToLower(v.s.Words[p].In(v.text))
	}
	return ""
}
