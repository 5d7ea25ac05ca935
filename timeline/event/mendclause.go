package event

import (
	"strings"

	"github.com/datelinehq/dateline/timeline/syntax"
)

// fuse makes a verb of the perfect that has no object the auxiliary of the participle
// behind it: "has since snubbed those talks".
func (d *Detector) fuse(s syntax.Sentence) {
	for i, w := range s.Words {
		if w.UPOS != "VERB" || !d.status.has("perfect", strings.ToLower(w.Lemma)) || w.XPOS == "VB" || w.XPOS == "VBG" || w.XPOS == "VBN" || s.Child(i, "obj", "xcomp", "ccomp", "aux") >= 0 {
			continue
		}
		p := -1
		for k := i + 1; k <= i+2 && k < len(s.Words) && p < 0; k++ {
			if x := s.Words[k]; x.XPOS == "VBN" && x.UPOS == "VERB" && x.Rel == "amod" && x.Head > k && s.Under(x.Head, i) {
				p = k
			}
		}
		if p < 0 {
			continue
		}
		o := s.Words[p].Head
		promote(s, p)
		s.Words[p].XPOS = "VBN"
		s.Words[p].Head, s.Words[p].Rel = w.Head, w.Rel
		for k := range s.Words {
			x := &s.Words[k]
			if x.Head == i && k != p || x.Head == o && x.Rel == "case" && k < p {
				x.Head = p
			}
			if x.Head == p && x.Rel == "case" {
				x.Rel = "advmod"
			}
		}
		s.Words[i].Head, s.Words[i].Rel, s.Words[i].UPOS = p, "aux", "AUX"
	}
}

// alongside makes a verb in the past that the tree takes for a clause about a noun,
// though a comma parts it from that and no pronoun ties it, a conjunct of the verb
// before: "snubbed the talks, conducted a test and left".
func alongside(s syntax.Sentence, i int) {
	w := &s.Words[i]
	if w.Rel != "acl:relcl" || w.XPOS != "VBD" || i == 0 || s.Words[i-1].XPOS != "," || s.Child(i, "nsubj", "nsubj:pass", "mark") >= 0 {
		return
	}
	n := w.Head
	if n < 0 || n > i || s.Words[n].Head < 0 || s.Words[n].Head > n {
		return
	}
	if v := s.Words[n].Head; s.Words[v].UPOS == "VERB" && (s.Words[v].XPOS == "VBD" || s.Words[v].XPOS == "VBN") {
		w.Head, w.Rel = v, "conj"
	}
}

// second gives the second object of a verb to the conjunct right before it that has
// none: "conducted a test and threatened war".
func second(s syntax.Sentence, i int) {
	w := &s.Words[i]
	v := w.Head
	if w.Rel != "obj" || v < 0 || v > i || s.Words[v].UPOS != "VERB" || s.Child(v, "obj") == i {
		return
	}
	c := -1
	for _, k := range s.Children(v) {
		if s.Words[k].Rel == "conj" && s.Words[k].UPOS == "VERB" && k < i {
			c = k
		}
	}
	if c < 0 || s.Child(v, "obj") > c || s.Child(c, "obj", "ccomp", "xcomp") >= 0 {
		return
	}
	for k := i; k < len(s.Words); k++ {
		if x := &s.Words[k]; x.Head == v && (k == i || x.Rel == "obl" || x.Rel == "advcl") {
			x.Head = c
		}
	}
	if s.Words[c].XPOS == "JJ" {
		s.Words[c].XPOS = "VBD"
	}
}

// quoted finds the participle that must be the main verb of what is told in front of
// ", witnesses said": it hangs on a noun before it that itself hangs on something behind
// the comma. It becomes what is said, and the noun its subject.
func (d *Detector) quoted(s syntax.Sentence) {
	r := s.Root()
	if r < 0 || s.Words[r].UPOS != "VERB" || !d.frames.is(classSay, s.Words[r].Lemma) {
		return
	}
	for i, w := range s.Words[:r] {
		h := w.Head
		if w.Rel != "acl" || w.XPOS != "VBN" || h < 0 || h > i || s.Words[h].Head < i || s.Child(i, "obl:agent") >= 0 {
			continue
		}
		comma := false
		for k := i; k < s.Words[h].Head; k++ {
			comma = comma || s.Words[k].XPOS == ","
			if x := s.Words[k].XPOS; x == "VBD" || x == "VBZ" || x == "VBP" || x == "MD" {
				return
			}
		}
		if !comma {
			continue
		}
		s.Words[h].Head, s.Words[h].Rel = i, "nsubj"
		s.Words[i].Head, s.Words[i].Rel, s.Words[i].XPOS = r, "ccomp", "VBD"
		return
	}
}

// uproot gives a sentence whose root is a mark or an adverbial its main verb as root: the
// first finite verb that no word puts under another.
func uproot(s syntax.Sentence) {
	r := s.Root()
	if r < 0 || s.Words[r].UPOS != "PUNCT" && s.Words[r].Rel != "obl" {
		return
	}
	v := -1
	for i, w := range s.Words {
		if w.UPOS == "VERB" && w.Rel != "amod" && w.Rel != "compound" && finite(s, i) && !subordinate(s, i) {
			v = i
			break
		}
	}
	if v < 0 {
		return
	}
	for k := range s.Words {
		if k != v && s.Words[k].Head == r {
			s.Words[k].Head = v
		}
	}
	rel := "obl"
	if s.Words[r].UPOS == "PUNCT" {
		rel = "punct"
	}
	s.Words[r].Head, s.Words[r].Rel = v, rel
	s.Words[v].Head, s.Words[v].Rel = -1, "root"
}

// behead makes the participle that hangs on a root with the relation of a subject the
// root: "The militia vowed to wage war".
func behead(s syntax.Sentence) {
	r, i := s.Root(), headless(s)
	if i < 0 || !strings.HasPrefix(s.Words[r].Rel, "nsubj") || s.Child(i, "obl:agent") >= 0 {
		return
	}
	for k := range s.Words {
		if w := &s.Words[k]; w.Head == r && k > i {
			w.Head = i
		}
	}
	s.Words[r].Head = i
	s.Words[i].Head, s.Words[i].Rel, s.Words[i].XPOS = -1, "root", "VBD"
}

// finite reports whether verb i has a tense: by its form, an auxiliary, or as a
// participle with a subject and without one.
func finite(s syntax.Sentence, i int) bool {
	switch s.Words[i].XPOS {
	case "VBD", "VBZ", "VBP":
		return true
	}
	for _, k := range s.Children(i) {
		w := s.Words[k]
		if w.Rel == "nsubj" && k < i || strings.HasPrefix(w.Rel, "aux") && w.XPOS != "VB" && w.XPOS != "VBN" && w.XPOS != "TO" {
			return true
		}
	}
	return false
}

// subordinate reports whether a conjunction or relative pronoun opens the clause of
// verb i.
func subordinate(s syntax.Sentence, i int) bool {
	for _, k := range s.Children(i) {
		if w := s.Words[k]; w.Rel == "mark" || k < i && (w.XPOS == "WDT" || w.XPOS == "WP" || w.XPOS == "WRB" || w.XPOS == "WP$") {
			return true
		}
	}
	return false
}

// agree hangs a conjunct in the past that the tree puts beside an infinitive or a
// participle on the verb in the past above it: "ordered the embassy closed and expelled
// its staff".
func agree(s syntax.Sentence, i int) {
	w := &s.Words[i]
	h := w.Head
	if w.Rel != "conj" || w.XPOS != "VBD" || h < 0 || s.Words[h].UPOS != "VERB" || s.Child(i, "aux", "aux:pass", "nsubj", "nsubj:pass") >= 0 {
		return
	}
	for range len(s.Words) {
		if x := s.Words[h].XPOS; x != "VB" && x != "VBG" && x != "VBN" || s.Child(h, "aux", "aux:pass", "nsubj") >= 0 || s.Words[h].Head < 0 {
			break
		}
		if s.Words[h].Rel != "xcomp" && s.Words[h].Rel != "advcl" && s.Words[h].Rel != "conj" && s.Words[h].Rel != "ccomp" && s.Words[h].Rel != "acl" {
			return
		}
		h = s.Words[h].Head
	}
	if s.Words[h].XPOS == "VBD" && h < i {
		w.Head = h
	}
}
