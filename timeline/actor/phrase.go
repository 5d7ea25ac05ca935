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
	return v.span(v.bounds(k))
}

// span is that of words lo to hi.
func (v *View) span(lo, hi int) text.Span {
	return text.Span{Start: v.s.Words[lo].Start, End: v.s.Words[hi].End}
}

// bounds are the first and last word of the noun phrase of k: what is contiguous
// around k and belongs to it, and what by its tag can belong to nothing else: before
// it adjectives, nouns and names, behind a noun a name ("president Jean Dupont").
func (v *View) bounds(k int) (lo, hi int) {
	ws := v.s.Words
	lo, hi = k, k
	for lo > 0 && (v.within(lo-1, k) || v.leads(lo-1)) {
		lo--
	}
	for hi+1 < len(ws) && (v.within(hi+1, k) || hi == k && v.Role(k) && ws[hi+1].UPOS == "PROPN" && !v.skip[hi+1]) {
		hi++
		for ws[hi].UPOS == "PROPN" && hi+1 < len(ws) && ws[hi+1].UPOS == "PROPN" && ws[hi+1].Head >= lo && ws[hi+1].Head <= hi {
			hi++
		}
	}
	return lo, hi
}

// leads reports whether word j by its tag belongs to the noun behind it.
func (v *View) leads(j int) bool {
	w := v.s.Words[j]
	if v.skip[j] || w.Rel == "iobj" || w.Rel == "obj" {
		return false
	}
	switch w.UPOS {
	case "ADJ", "NOUN", "PROPN", "NUM":
		return true
	case "DET":
		return w.XPOS == "DT" && j+1 < len(v.s.Words) && v.s.Words[j+1].UPOS != "DET"
	case "PART":
		return w.XPOS == "POS"
	case "PUNCT":
		return w.In(v.text) == "-"
	}
	return false
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
