package event

import "strings"

// Slots that are not prepositions.
const (
	slotSubject    = "subj"
	slotObject     = "obj"
	slotComplement = "comp"
	slotOblique    = "obl"
	slotModifier   = "mod"
	slotNear       = "near"
	slotDone       = "done" // a complement that is over: "ordered it closed"
	slotCopula     = "cop"
)

// frameOf is the frame that suits word i best, and whether it goes by more than
// the bare word; nil if there is none.
func (c *clause) frameOf(i int, noun bool) (f *Frame, special bool) {
	index, first := c.frames.verbs, c.verbLemma(i)
	if noun {
		index, first = c.frames.nouns, c.nounLemma(i)
	}
	best := -1
	for _, cand := range index[first] {
		if !c.follows(i, cand.rest) {
			continue
		}
		score, ok := c.suits(i, cand)
		if !ok {
			continue
		}
		if score += restScore * len(cand.rest); score > best {
			best, f = score, cand.Frame
		}
	}
	return f, best > 0
}

// What makes a frame more special: each further word of its trigger, a slot
// filled by the right word, or by one beside it, the surroundings.
const (
	restScore = 4
	headScore = 3
	sideScore = 2
	nearScore = 4
)

// suits reports whether all conditions of a frame hold, and how special they are.
func (c *clause) suits(i int, f candidate) (score int, ok bool) {
	for _, cond := range f.conditions {
		n := c.filled(i, cond, f.rest)
		if cond.not == (n > 0) {
			return 0, false
		}
		score += n
	}
	return score, true
}

// filled is how well a slot of word i is filled as a condition asks; 0 is not. rest
// are the further words of the trigger.
func (c *clause) filled(i int, cond condition, rest []string) int {
	if cond.slot == slotNear {
		return c.nearby(i, cond)
	}
	best := 0
	for _, k := range c.slot(i, cond.slot) {
		best = max(best, c.fits(k, cond))
	}
	if cond.slot == slotObject && len(rest) > 0 { // "handed over their rifles": the parser takes "over" for a preposition
		for _, k := range c.below(i) {
			if c.caseOf(k) == rest[len(rest)-1] {
				best = max(best, c.fits(k, cond))
			}
		}
	}
	return best
}

// maxNear is how many words around a trigger are its surroundings.
const maxNear = 60

// nearby looks for a word in the surroundings.
func (c *clause) nearby(i int, cond condition) int {
	for k := max(0, i-maxNear); k < len(c.s.Words) && k <= i+maxNear; k++ {
		if k != i && (cond.words[c.plainLemma(k)] || cond.words[strings.ToLower(c.s.Words[k].In(c.text))] || cond.words[c.hyphened(k)]) {
			return nearScore
		}
	}
	return 0
}

// fits is how well word k is what a condition asks for: itself, or by a word in
// its phrase ("food supplies", "dozens of troops").
func (c *clause) fits(k int, cond condition) int {
	if cond.any {
		return 1
	}
	if c.isOne(k, cond) {
		return headScore
	}
	for _, j := range c.below(k) {
		switch rel := c.s.Words[j].Rel; {
		case rel == "nmod" && c.frames.is(classAbout, c.plainLemma(k)): // "an exhibition about the war"
		case rel == "compound", rel == "amod", strings.HasPrefix(rel, "flat"), rel == "nmod" && c.caseOf(j) != "", rel == "conj", rel == "nmod:poss":
			if c.isOne(j, cond) {
				return sideScore
			}
		}
	}
	return 0
}

func (c *clause) isOne(k int, cond condition) bool {
	w := c.s.Words[k]
	if cond.words[c.plainLemma(k)] || cond.words[strings.ToLower(w.Lemma)] || cond.words[strings.ToLower(w.In(c.text))] || cond.words[c.hyphened(k)] {
		return true // the form, too: lemmas of rare words are guesses
	}
	switch {
	case len(cond.types) == 0:
		return false
	case c.s.Words[k].UPOS == "VERB":
		return cond.types[c.frames.verbType[c.lemma(k)]]
	case c.nested:
		return cond.types[c.frames.nounType[c.nounLemma(k)]]
	}
	c.nested = true // a noun's own conditions ask for words alone
	f, _ := c.frameOf(k, true)
	c.nested = false
	return f != nil && cond.types[f.Type]
}

// maxApart is how far the words of a trigger may stand apart.
const maxApart = 6

// follows reports whether the further words of a trigger stand behind word i, in
// order: each right behind the one before, or under i in the tree.
func (c *clause) follows(i int, rest []string) bool {
	last := i
	for _, w := range rest {
		found := -1
		for k := last + 1; k < len(c.s.Words) && k <= i+maxApart; k++ {
			x := c.s.Words[k]
			if !strings.EqualFold(x.Lemma, w) && !strings.EqualFold(x.In(c.text), w) || x.Head >= 0 && c.time[x.Head] {
				continue // "marched on Monday" is not "marched on"
			}
			if k <= last+2 || c.s.Words[k].Head == i || x.Head >= 0 && c.s.Words[x.Head].Head == i {
				found = k
				break
			}
		}
		if found < 0 {
			return false
		}
		last = found
	}
	return true
}
