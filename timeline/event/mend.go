package event

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/datelinehq/dateline/timeline/syntax"
	"github.com/datelinehq/dateline/timeline/text"
)

// Mend puts right in place what the trees of sentences and their own words contradict:
// words are verbs that have a modal verb, or a subject and no copula; an attribute with
// an auxiliary, or behind a name in a sentence that lacks a main verb, is that verb; a
// pronoun in front of an auxiliary without a subject is its subject; a second subject
// behind its verb is the object, and so is what stands behind "over" and a number; a
// name behind a temporal expression that opens the sentence is the subject. times are
// the spans of those, in order.
func (d *Detector) Mend(t string, sents []syntax.Sentence, times []text.Span) {
	for _, s := range sents {
		for len(times) > 0 && times[0].End <= s.Start {
			times = times[1:]
		}
		if len(times) > 0 {
			unfront(s, times[0])
		}
		d.retag(t, s)
		if i := attribute(s); i >= 0 {
			promote(s, i)
		}
		d.fuse(s)
		d.quoted(s)
		uproot(s)
		behead(s)
		for i := range s.Words {
			agree(s, i)
		}
		for i := range s.Words {
			relate(s, i)
			alongside(s, i)
			second(s, i)
		}
	}
}

// unfront parts an expression that opens a sentence from the noun behind it, where the
// tree takes both for one adverbial and leaves the verb without a subject: "On Saturday
// Albania's ministry blamed the gang".
func unfront(s syntax.Sentence, time text.Span) {
	n := len(s.Words)
	if n < 3 || time.Start > s.Words[1].Start {
		return
	}
	last := 0
	for last < n && s.Words[last].Start < time.End {
		last++
	}
	last--
	k := s.Words[last].Head
	if k <= last || s.Words[k].Rel != "obl" || s.Words[last].Rel != "compound" {
		return
	}
	v := s.Words[k].Head
	if v < k || s.Words[v].UPOS != "VERB" || s.Child(v, "nsubj", "nsubj:pass") >= 0 {
		return
	}
	for j := range last {
		if s.Words[j].Head == k {
			s.Words[j].Head = last
		}
	}
	s.Words[last].Head, s.Words[last].Rel = v, "obl"
	s.Words[k].Rel = "nsubj"
	if s.Child(v, "aux:pass") >= 0 {
		s.Words[k].Rel = "nsubj:pass"
	}
}

// retag marks hidden verbs as such.
func (d *Detector) retag(t string, s syntax.Sentence) {
	for i := range s.Words {
		tag := d.hiddenVerb(t, s, i)
		if tag == "" {
			continue
		}
		s.Words[i].UPOS, s.Words[i].XPOS = "VERB", tag
		for k := i + 1; k < len(s.Words); k++ {
			if o := &s.Words[k]; o.Head == i && o.Rel == "nmod" {
				o.Rel = "obl"
			}
		}
	}
}

// relate gives word i another relation if its own cannot be.
func relate(s syntax.Sentence, i int) {
	w := &s.Words[i]
	v := w.Head
	if v < 0 {
		return
	}
	switch {
	case w.XPOS == "PRP" && (w.Rel == "obj" || w.Rel == "iobj"):
		if v = subjectless(s, i); v >= 0 {
			w.Head, w.Rel = v, "nsubj"
		}
	case w.Rel == "obl:unmarked" && i == v-1 && w.UPOS == "NOUN" && s.Words[v].UPOS == "VERB" && s.Child(v, "obj") > v && s.Child(v, "nsubj", "nsubj:pass") < 0:
		w.Rel, s.Words[v].XPOS = "nsubj", "VBD" // "Cholera killed nine people"
	case s.Words[v].UPOS != "VERB" || s.Child(v, "obj") >= 0:
	case w.Rel == "obl" && w.XPOS == "NNS" && counted(s, i):
		w.Rel = "obj"
	case w.Rel == "nsubj" && i > v && s.Child(v, "ccomp") < 0:
		if k := s.Child(v, "nsubj", "nsubj:pass"); k >= 0 && k < v && s.Child(i, "case") < 0 {
			w.Rel = "obj"
		}
	}
}

// attribute is a participle in front of a noun that must be the main verb: it has an
// auxiliary or a subject ("authorities have outlawed opposition parties"), or the noun
// is the root of a sentence that lacks a main verb and what stands before the participle
// is the subject ("Arabia eased curfew hours"); -1 if there is none.
func attribute(s syntax.Sentence) int {
	for i, w := range s.Words {
		if w.Rel != "amod" || w.XPOS != "VBN" && w.XPOS != "VBD" || w.Head <= i || i == 0 {
			continue
		}
		if s.Child(i, "aux", "aux:pass", "nsubj", "nsubj:pass") >= 0 {
			return i
		}
		b := s.Words[i-1]
		if s.Words[w.Head].Head < 0 && (b.UPOS == "PROPN" || b.UPOS == "NOUN") && (b.Head == w.Head || b.Head == i) && s.Child(w.Head, "cop", "nsubj", "det") < 0 {
			return i
		}
	}
	return -1
}

// promote makes participle i the verb of the clause of the noun that it was an attribute
// of: the noun becomes its object, what stood before it its own.
func promote(s syntax.Sentence, i int) {
	o := s.Words[i].Head
	s.Words[i].Head, s.Words[i].Rel = s.Words[o].Head, s.Words[o].Rel
	if s.Words[i].Head < 0 {
		s.Words[i].Rel = "root"
	}
	s.Words[i].XPOS, s.Words[i].UPOS = "VBD", "VERB"
	if s.Child(i, "aux") >= 0 {
		s.Words[i].XPOS = "VBN"
	}
	passive := s.Child(i, "aux:pass") >= 0
	s.Words[o].Head, s.Words[o].Rel = i, "obj"
	for k := range s.Words {
		w := &s.Words[k]
		if w.Head != o || k == i || k > i && k < o {
			continue
		}
		if k < i || w.Rel == "punct" || w.Rel == "parataxis" || w.Rel == "cc" {
			w.Head = i
		}
		if k == i-1 && (w.UPOS == "PROPN" || w.UPOS == "NOUN") && s.Child(i, "nsubj", "nsubj:pass") < 0 && !passive {
			w.Rel = "nsubj"
		}
	}
}

// subjectless is the verb without a subject whose auxiliary stands right behind pronoun
// i, which hangs on another verb: "announced it would free them"; -1 if there is none.
func subjectless(s syntax.Sentence, i int) int {
	if i+1 >= len(s.Words) || !strings.HasPrefix(s.Words[i+1].Rel, "aux") {
		return -1
	}
	v := s.Words[i+1].Head
	if v <= i || v == s.Words[i].Head || s.Under(v, i) || s.Child(v, "nsubj", "nsubj:pass") >= 0 {
		return -1
	}
	return v
}

// counted reports whether all that stands before noun i as a preposition belongs to its
// number: "over 150 prisoners".
func counted(s syntax.Sentence, i int) bool {
	p, n := s.Child(i, "case"), s.Child(i, "nummod")
	return p >= 0 && n == p+1 && s.Words[p].XPOS == "RB"
}

// hiddenVerb is the treebank tag of word i if it is a verb after all, empty if not.
func (d *Detector) hiddenVerb(t string, s syntax.Sentence, i int) string {
	w := s.Words[i]
	if w.UPOS != "NOUN" && w.UPOS != "ADJ" || s.Child(i, "cop", "det", "nmod:poss") >= 0 {
		return ""
	}
	if first, _ := utf8.DecodeRuneInString(w.In(t)); !unicode.IsLower(first) {
		return ""
	}
	if _, known := d.frames.verbs[w.Lemma]; !known {
		return ""
	}
	if a := s.Child(i, "aux"); a >= 0 && a < i && s.Words[a].XPOS == "MD" {
		return "VB"
	}
	if k := s.Child(i, "nsubj"); k >= 0 && k == i-1 && w.UPOS == "NOUN" {
		if w.XPOS == "NNS" {
			return "VBZ"
		}
		return "VBP"
	}
	return ""
}

// headless is the participle that must be the main verb of a sentence whose root is a
// noun that neither is anything nor has a subject: the last that hangs on it, as
// "alleged" in "A report released on Tuesday alleged that …"; -1 if there is none.
func headless(s syntax.Sentence) int {
	r := s.Root()
	if r < 0 || s.Words[r].UPOS != "NOUN" && s.Words[r].UPOS != "PROPN" || s.Child(r, "nsubj", "cop", "nsubj:pass") >= 0 {
		return -1
	}
	last := -1
	for k, w := range s.Words {
		if w.Head == r && w.Rel == "acl" && w.XPOS == "VBN" && k > r {
			last = k
		}
	}
	return last
}
