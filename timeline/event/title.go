package event

import (
	"strings"
	"unicode/utf8"

	"github.com/datelinehq/dateline/timeline/actor"
)

// maxTitle is the length of a title in runes above which what the clause can do without
// is left out; cutTitle is where it ends in any case.
const (
	maxTitle = 120
	cutTitle = 140
	// maxShorten bounds how many things are left out, since the rest is cut off anyway.
	maxShorten = 40
)

// heading is a title in the making: the words of a sentence that are kept.
type heading struct {
	*clause
	keep []bool
	// dropped are words whose absence leaves no gap, as those of a clause that only
	// tells more of a noun.
	dropped []bool
	// instead is what stands for a word, in brackets.
	instead map[int]string
	// front is who stands behind the clause in the text, but acts in it.
	front string
	// headless says that the verb has no subject, cut that the end is missing.
	headless, cut bool
}

// titleOf is the clause of a mention in the words of the source, with the words that
// make it less than a fact. over is the word that governs it and decided its status, -1
// for none. What is left out in the middle becomes "…", except what is set off anyway;
// a pronoun that plainly stands for somebody is replaced, in brackets.
func (c *clause) titleOf(m Mention, i, over int) string {
	top := i
	if !m.Noun {
		top = m.Carrier
	}
	h := &heading{clause: c, keep: make([]bool, len(c.s.Words)), dropped: make([]bool, len(c.s.Words)), instead: map[int]string{}}
	for k := range c.s.Words {
		h.keep[k] = c.kept(k, top)
		h.dropped[k] = !h.keep[k] && c.setOff(k, top)
	}
	if !m.Noun {
		h.govern(top)
		h.share(top)
		h.rule(top, over)
		h.head(top)
	}
	h.shorten(top)
	h.join()
	h.trim(top)
	return h.write()
}

// share keeps the auxiliaries that a conjunct has from the verb before it: "was arrested
// and charged".
func (h *heading) share(v int) {
	for w := h.s.Words[v]; w.Rel == "conj" && w.Head >= 0 && h.s.Words[w.Head].UPOS == "VERB" && (w.XPOS == "VBN" || w.XPOS == "VB" || w.XPOS == "VBG"); w = h.s.Words[v] {
		if k := h.s.Child(v, "aux", "aux:pass", "nsubj", "nsubj:pass"); k >= 0 && h.s.Words[k].XPOS != "VB" {
			return
		}
		v = w.Head
		h.helpers(v)
	}
}

// helpers keeps what makes verb v more or less than a fact.
func (h *heading) helpers(v int) {
	for _, k := range h.below(v) {
		w := h.s.Words[k]
		switch {
		case w.Rel == "cop", strings.HasPrefix(w.Rel, "aux"), w.Rel == "compound:prt", w.XPOS == "TO",
			w.Rel == "advmod" && k < v && (h.status.has("not", strings.ToLower(w.In(h.text))) || h.status.has("hedge", strings.ToLower(w.Lemma))):
			h.keep[k] = true
		}
	}
}

// rule keeps the word that governs a happening and says that it is denied, claimed or
// only wanted, with its subject.
func (h *heading) rule(top, over int) {
	if over < 0 || h.keep[over] {
		return
	}
	h.keep[over] = true
	h.helpers(over)
	if h.s.Words[over].UPOS == "VERB" {
		h.head(over)
	} else {
		for _, k := range h.below(over) {
			switch rel := h.s.Words[k].Rel; {
			case k < over && (rel == "det" || rel == "amod" || rel == "compound" || strings.HasPrefix(rel, "nmod")):
				h.span(k)
			}
		}
	}
	for _, k := range h.below(top) { // "denied that …"
		h.keep[k] = h.keep[k] || h.s.Words[k].Rel == "mark"
	}
	for k, n := h.s.Words[top].Head, 0; k >= 0 && k != over && n < maxDepth; k, n = h.s.Words[k].Head, n+1 {
		h.keep[k] = true
		h.helpers(k)
	}
}

// span keeps word k and what hangs on it.
func (h *heading) span(k int) {
	for j := range h.s.Words {
		h.keep[j] = h.keep[j] || h.s.Under(j, k)
	}
}

// head keeps the subject of verb v. A pronoun of the text, which leads back to
// somebody, is replaced; one that ties a clause to its noun goes where the noun is told.
func (h *heading) head(v int) {
	own := h.nearest(v)
	s, _ := h.subject(v)
	if own >= 0 && s >= 0 && own != s && !h.bound(s) {
		h.keep[own], h.dropped[own] = false, true
	}
	if s < 0 {
		h.headless = h.headless || finite(h.s, v)
		return
	}
	if name := h.standsFor(s); name != "" {
		h.keep[s] = true
		h.instead[s] = name
		return
	}
	if h.keep[s] {
		return
	}
	p := h.phrase(s)
	if x := h.s.Words[v]; s > v && (x.XPOS == "VBG" || x.XPOS == "VBN") && (x.Rel == "advcl" || x.Rel == "acl") { // "Speaking in Rome, the minister …"
		h.front = p.In(h.text)
		return
	}
	for k, w := range h.s.Words {
		h.keep[k] = h.keep[k] || p.Covers(w.Span)
	}
}

// bound reports whether noun s stands behind a preposition, so that a relative clause
// may as well belong to the noun before it: "the talks in Oslo, which …".
func (h *heading) bound(s int) bool { return h.s.Child(s, "case") >= 0 }

// standsFor is the name of whom pronoun k stands for, empty where that is not plain.
func (h *heading) standsFor(k int) string {
	w := h.s.Words[k]
	if w.UPOS != "PRON" || w.XPOS != "PRP" {
		return ""
	}
	if s := h.view.Antecedent(k); s >= 0 {
		if len(h.members(s)) > 1 {
			return ""
		}
		return h.phrase(s).In(h.text)
	}
	if a := h.view.Actor(k); a.How == actor.ByPronoun {
		return a.Canonical
	}
	return ""
}

// govern keeps what makes an infinitive more or less than a fact, with the verb that
// it hangs on: "expects to cut", "was set to land", "did not agree to meet".
func (h *heading) govern(v int) {
	for range maxDepth {
		w := h.s.Words[v]
		for _, k := range h.below(v) {
			h.keep[k] = h.keep[k] || h.s.Words[k].XPOS == "TO"
		}
		switch {
		case w.Head >= 0 && w.Rel == "xcomp":
			v = w.Head
		case w.Head >= 0 && w.Rel == "conj" && h.s.Child(v, "nsubj", "nsubj:pass", "aux") < 0 && h.s.Words[w.Head].Rel == "xcomp":
			v = h.s.Words[w.Head].Head
		default:
			return
		}
		h.keep[v] = true
		for _, k := range h.below(v) {
			switch rel := h.s.Words[k].Rel; {
			case rel == "cop", strings.HasPrefix(rel, "aux"), rel == "advmod" && k < v, rel == "compound:prt":
				h.keep[k] = true
			}
		}
	}
}

// kept reports whether word k belongs to the clause of top: not to other
// clauses, to what is reported around it, or to marks at its ends.
func (c *clause) kept(k, top int) bool {
	for range maxDepth {
		if k == top {
			return true
		}
		w := c.s.Words[k]
		if w.Head < 0 {
			return false
		}
		if w.Head == top {
			switch w.Rel {
			case "parataxis", "mark", "cc", "acl:relcl", "discourse", "dep":
				return false
			case "case":
				return c.s.Words[top].UPOS == "VERB"
			case "conj":
				return c.s.Words[k].UPOS != "VERB"
			case "punct":
				return w.In(c.text) == "-"
			case "advcl":
				return k > top
			case "advmod":
				if k < top && c.leading(k, top) {
					return false
				}
			}
		}
		if w.Rel == "acl:relcl" && !c.restricts(k) || w.Rel == "appos" && c.commaBefore(k) && !c.named(k) {
			return false
		}
		k = w.Head
	}
	return false
}

// restricts reports whether clause k about a noun tells which one is meant: no comma
// parts it from its noun.
func (c *clause) restricts(k int) bool {
	lo := k
	for _, j := range c.below(k) {
		lo = min(lo, j)
	}
	return lo > 0 && c.s.Words[lo].UPOS != "PUNCT" && c.s.Words[lo-1].UPOS != "PUNCT" && c.s.Words[k].Head < lo
}

// leading reports whether adverb k only leads over from what was told before: it opens
// the clause, with a comma behind it or as a conjunction, and is neither a doubt nor a
// negation.
func (c *clause) leading(k, top int) bool {
	w := c.s.Words[k]
	if c.status.has("hedge", strings.ToLower(w.Lemma)) || c.status.has("not", strings.ToLower(w.In(c.text))) {
		return false
	}
	if w.XPOS == "WRB" {
		return true
	}
	for j := k - 1; j >= 0; j-- {
		if c.s.Under(j, top) && c.s.Words[j].UPOS != "PUNCT" && c.s.Words[j].UPOS != "CCONJ" {
			return false
		}
	}
	return k+1 < len(c.s.Words) && c.s.Words[k+1].XPOS == ","
}

// named reports whether an apposition is a name without more: "the leader, Ana Diaz,".
func (c *clause) named(k int) bool {
	if c.s.Words[k].UPOS != "PROPN" {
		return false
	}
	for _, j := range c.below(k) {
		if rel := c.s.Words[j].Rel; rel != "flat" && rel != "compound" && rel != "punct" && rel != "nmod:desc" {
			return false
		}
	}
	return true
}

// setOff reports whether word k stands in an insertion that the clause of top can do
// without: an apposition, a clause about a noun, or what hangs below a comma there.
func (c *clause) setOff(k, top int) bool {
	for range maxDepth {
		w := c.s.Words[k]
		if w.Head < 0 || k == top {
			return false
		}
		if w.Rel == "acl:relcl" || w.Rel == "appos" || w.Rel == "parataxis" || w.Rel == "advcl" && c.commaBefore(k) || w.Rel == "advmod" && w.Head == top && c.leading(k, top) {
			return c.s.Under(w.Head, top) || c.s.Words[w.Head].Head < 0 && w.Head != top
		}
		k = w.Head
	}
	return false
}

func (c *clause) commaBefore(k int) bool { return c.s.Child(k, "punct") >= 0 }

// shorten leaves out, as long as the title is too long, what the clause of top can do
// without, from its end: clauses that follow, clauses about nouns, circumstances. It
// leaves conditions.
func (h *heading) shorten(top int) {
	length, tries := h.length(), 0
	for n, rels := range [][]string{{"advcl", "parataxis", "appos"}, {"obl", "obl:unmarked"}, {"acl", "acl:relcl", "advcl"}, {"nmod", "obl"}} {
		for k := len(h.s.Words) - 1; k > top; k-- {
			if length <= maxTitle || tries > maxShorten {
				return
			}
			w := h.s.Words[k]
			if !h.keep[k] || w.Head < top || n == 1 && w.Head != top || !h.spare(k, top, rels) {
				continue
			}
			h.leave(k)
			length = h.length()
			tries++
		}
	}
}

// leave leaves out word k and what hangs on it. Where it told which one is meant, a gap
// stays.
func (h *heading) leave(k int) {
	meant := h.s.Words[k].Rel == "acl:relcl" && h.restricts(k) || h.s.Words[k].Rel == "acl" || h.s.Words[k].Rel == "nmod"
	end := true
	for j := range h.s.Words {
		switch {
		case h.keep[j] && h.s.Under(j, k):
			h.keep[j], h.dropped[j] = false, !meant
		case h.keep[j] && j > k && h.s.Words[j].UPOS != "PUNCT":
			end = false
		}
	}
	h.cut = h.cut || meant && end
}

// spare reports whether word k, of one of some relations, may go.
func (h *heading) spare(k, top int, rels []string) bool {
	w := h.s.Words[k]
	ok := false
	for _, r := range rels {
		ok = ok || w.Rel == r
	}
	if !ok || h.marked(k, "if") {
		return false
	}
	return w.Rel != "obl" && w.Rel != "advcl" || w.Head != top || h.s.Child(top, "obj", "ccomp", "xcomp", "obl") < k && h.s.Child(top, "obj", "ccomp", "xcomp", "obl") >= 0
}

func (h *heading) length() int {
	n := 0
	for k, w := range h.s.Words {
		if h.keep[k] {
			n += utf8.RuneCountInString(w.In(h.text)) + 1
		}
	}
	return n
}

// join keeps the marks between kept words.
func (h *heading) join() {
	for k := 1; k+1 < len(h.s.Words); k++ {
		if w := h.s.Words[k]; w.UPOS == "PUNCT" && h.keep[k-1] && h.keep[k+1] {
			h.keep[k] = true
		}
	}
}

// trim leaves out at both ends what ties the clause to others.
func (h *heading) trim(top int) {
	for k := 0; k < top; k++ {
		if !h.keep[k] {
			continue
		}
		switch w := h.s.Words[k]; {
		case w.UPOS == "CCONJ", w.UPOS == "PUNCT" && w.XPOS != "$" && !opens(w.In(h.text)), w.XPOS == "WDT", w.UPOS == "INTJ",
			w.UPOS == "SCONJ" && !h.status.has("if", strings.ToLower(w.In(h.text))) && w.Head == top && h.s.Words[top].UPOS == "VERB":
			h.keep[k] = false
			continue
		}
		break
	}
	for k := len(h.s.Words) - 1; k > top; k-- {
		if !h.keep[k] {
			continue
		}
		switch w := h.s.Words[k]; {
		case w.UPOS == "ADP" && w.Rel == "case", w.UPOS == "CCONJ", w.UPOS == "SCONJ", w.UPOS == "DET" && w.Rel == "det",
			w.UPOS == "PUNCT" && !closes(w.In(h.text)), w.Rel == "acl" && !h.anyBelow(k):
			h.keep[k] = false
			continue
		}
		break
	}
}

// anyBelow reports whether something that hangs on word k is kept.
func (h *heading) anyBelow(k int) bool {
	for _, j := range h.below(k) {
		if h.keep[j] {
			return true
		}
	}
	return false
}
