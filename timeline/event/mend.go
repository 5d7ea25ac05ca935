package event

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/datelinehq/dateline/timeline/syntax"
)

// mended is a sentence in which what its own tree and words contradict is put right:
// words are tagged as verbs that have a modal verb, or a subject and no copula; a
// pronoun in front of an auxiliary without a subject is its subject; what stands behind
// "over" and a number is no adverbial. The sentence given stays as it is.
func (d *Detector) mended(t string, s syntax.Sentence) syntax.Sentence {
	copied := false
	set := func(i int, w syntax.Word) {
		if !copied {
			s.Words, copied = slices.Clone(s.Words), true
		}
		s.Words[i] = w
	}
	for i, w := range s.Words {
		if tag := d.hiddenVerb(t, s, i); tag != "" {
			w.UPOS, w.XPOS = "VERB", tag
			set(i, w)
			for k, o := range s.Words {
				if o.Head == i && o.Rel == "nmod" && k > i {
					o.Rel = "obl"
					set(k, o)
				}
			}
		}
	}
	for i, w := range s.Words {
		switch v := w.Head; {
		case v < 0:
		case w.XPOS == "PRP" && (w.Rel == "obj" || w.Rel == "iobj"):
			if v = subjectless(s, i); v >= 0 {
				w.Head, w.Rel = v, "nsubj"
				set(i, w)
			}
		case w.Rel == "obl" && w.XPOS == "NNS" && s.Words[v].UPOS == "VERB" && counted(s, i) && s.Child(v, "obj") < 0:
			w.Rel = "obj"
			set(i, w)
		}
	}
	return s
}

// subjectless is the verb without a subject whose auxiliary stands right behind pronoun
// i, which hangs on another verb: "announced it would free them"; -1 if there is none.
func subjectless(s syntax.Sentence, i int) int {
	if i+1 >= len(s.Words) || !strings.HasPrefix(s.Words[i+1].Rel, "aux") {
		return -1
	}
	v := s.Words[i+1].Head
	if v <= i || v == s.Words[i].Head || s.Child(v, "nsubj", "nsubj:pass") >= 0 {
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
