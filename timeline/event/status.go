package event

import (
	"strings"

	"github.com/datelinehq/dateline/timeline"
)

// statusOf tells whether the happening of verb i happened, and by which words.
// It refuses (false) what is neither told nor planned: conditions and wishes
// without an event of their own.
func (c *clause) statusOf(i int, noun bool) (timeline.Status, string, bool) {
	if c.s.Words[i].UPOS != "VERB" {
		return timeline.Occurred, "", true
	}
	if st, words, ok := c.governed(i); ok {
		return st, words, true
	}
	neg, aux, words := c.auxiliaries(i)
	w := c.s.Words[i]
	switch {
	case neg && !noun:
		return timeline.Denied, words, true
	case aux == "will":
		return timeline.Scheduled, words, true
	case aux == "may" && c.perfect(i):
		return timeline.Occurred, words, true
	case aux == "may":
		return timeline.Proposed, words, true
	case c.title && c.hasTo(i):
		return timeline.Scheduled, "to", true
	case noun && c.status.has("scheduled", c.lemma(i)) && w.XPOS == "VBN":
		return timeline.Scheduled, w.In(c.text), true
	case noun && c.status.has("cancelled", c.lemma(i)):
		return timeline.Cancelled, w.In(c.text), true
	case w.XPOS == "VBG" && c.present(i):
		return timeline.Ongoing, "", true
	case w.XPOS == "VB" && c.hasTo(i):
		return timeline.Proposed, "to", true
	}
	return timeline.Occurred, "", true
}

// governed looks at the words above an infinitive or clause: "plans to meet",
// "threatened to attack", "proposed that they meet".
func (c *clause) governed(i int) (timeline.Status, string, bool) {
	for k := i; ; {
		w := c.s.Words[k]
		if w.Rel == "conj" && w.Head >= 0 && c.s.Words[w.Head].UPOS == "VERB" && c.s.Child(k, "aux", "nsubj", "mark") < 0 {
			k = w.Head // shares what governs the first verb
			continue
		}
		if w.Head < 0 || w.Rel != "xcomp" && w.Rel != "ccomp" && w.Rel != "acl" && w.Rel != "csubj" && w.Rel != "advcl" {
			return "", "", false
		}
		if w.Rel == "acl" && w.XPOS == "VBN" || w.Rel == "advcl" && !c.hasTo(k) {
			return "", "", false
		}
		h := w.Head
		if w.Rel == "ccomp" && !c.subjunctive(k) {
			if c.status.has("denied", c.lemma(h)) {
				return timeline.Denied, c.s.Words[h].In(c.text), true
			}
			return "", "", false
		}
		words := c.text[c.s.Words[h].Start:c.s.Words[h].End]
		l := c.lemma(h)
		switch {
		case c.status.has("threatened", l):
			return timeline.Threatened, words, true
		case c.status.has("scheduled", l):
			if _, aux, _ := c.auxiliaries(h); aux == "may" {
				return timeline.Proposed, words, true
			}
			return timeline.Scheduled, words, true
		case c.status.has("proposed", l), w.Rel == "acl", w.Rel == "csubj", w.Rel == "advcl":
			return timeline.Proposed, words, true
		}
		k = h
	}
}

// subjunctive reports whether a clause tells what shall be rather than what is:
// "proposed that they meet".
func (c *clause) subjunctive(k int) bool {
	w := c.s.Words[k]
	_, aux, _ := c.auxiliaries(k)
	return c.hasTo(k) || (w.XPOS == "VB" || w.XPOS == "VBP") && aux == "" && c.status.has("proposed", c.lemma(w.Head))
}

// auxiliaries reports negation and the group of the modal verb, with its words.
// A conjoined verb without auxiliaries of its own shares those of the first.
func (c *clause) auxiliaries(i int) (neg bool, aux, words string) {
	for {
		found := false
		for _, k := range c.s.Children(i) {
			w := c.s.Words[k]
			l := strings.ToLower(w.Lemma)
			form := strings.ToLower(w.In(c.text))
			switch {
			case c.status.has("not", form) && k < i:
				neg, words, found = true, w.In(c.text), true
			case strings.HasPrefix(w.Rel, "aux") && (c.status.has("will", l) || c.status.has("will", form)):
				aux, words, found = "will", w.In(c.text), true
			case strings.HasPrefix(w.Rel, "aux") && (c.status.has("may", l) || c.status.has("may", form)):
				aux, words, found = "may", w.In(c.text), true
			case strings.HasPrefix(w.Rel, "aux"), strings.HasPrefix(w.Rel, "nsubj"):
				found = true
			}
		}
		w := c.s.Words[i]
		if found || w.Rel != "conj" || w.Head < 0 || c.s.Words[w.Head].UPOS != "VERB" {
			return neg, aux, words
		}
		i = w.Head
	}
}

// hasTo reports whether verb i is an infinitive with its particle.
func (c *clause) hasTo(i int) bool {
	if c.s.Words[i].XPOS != "VB" {
		return false
	}
	for _, k := range c.s.Children(i) {
		if w := c.s.Words[k]; w.XPOS == "TO" {
			return true
		}
	}
	return false
}

// present reports whether verb i goes on now: "is preparing", "are fighting".
func (c *clause) present(i int) bool {
	for _, k := range c.s.Children(i) {
		w := c.s.Words[k]
		if w.Rel == "aux" && (w.XPOS == "VBZ" || w.XPOS == "VBP") {
			return true
		}
	}
	return false
}

// hedges are the words of doubt that hang on word i or the verbs above it.
func (c *clause) hedges(i int) []string {
	var hs []string
	for _, k := range c.s.Children(i) {
		if w := c.s.Words[k]; c.status.has("hedge", strings.ToLower(w.Lemma)) {
			hs = append(hs, w.In(c.text))
		}
	}
	return hs
}

// perfect reports whether verb i has an auxiliary of the perfect: "might have
// been carried out" tells of the past.
func (c *clause) perfect(i int) bool {
	for _, k := range c.s.Children(i) {
		if w := c.s.Words[k]; strings.HasPrefix(w.Rel, "aux") && c.status.has("perfect", strings.ToLower(w.Lemma)) {
			return true
		}
	}
	return false
}
