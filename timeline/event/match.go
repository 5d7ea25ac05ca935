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

// verbLemma is the lemma of verb i, with what a hyphen ties to it ("test-fire") if
// a frame knows that. A stem that no frame knows may have lost or got an e ("fre" of
// "freed"), or be written as it stands.
func (c *clause) verbLemma(i int) string {
	l := strings.ToLower(c.s.Words[i].Lemma)
	knows := func(w string) bool { return c.frames.verbs[w] != nil }
	if i >= 2 && c.joins(i-2, i) {
		if two := strings.ToLower(c.s.Words[i-2].In(c.text)) + "-" + l; knows(two) {
			return two
		}
	}
	if knows(l) {
		return l
	}
	for _, w := range []string{l + "e", strings.TrimSuffix(l, "e"), strings.ToLower(c.s.Words[i].In(c.text))} {
		if knows(w) {
			return w
		}
	}
	return l
}

// joins reports whether a hyphen ties word k to word i, two words on.
func (c *clause) joins(k, i int) bool {
	h := c.s.Words[k+1]
	return h.In(c.text) == "-" && c.s.Words[k].End == h.Start && h.End == c.s.Words[i].Start
}

// hyphened is word k with what hyphens tie to it, in small letters: "sit-in" for
// either of its words; empty if there is no hyphen.
func (c *clause) hyphened(k int) string {
	n := len(c.s.Words)
	switch {
	case k+2 < n && c.joins(k, k+2):
		return strings.ToLower(c.text[c.s.Words[k].Start:c.s.Words[k+2].End])
	case k >= 2 && c.joins(k-2, k):
		return strings.ToLower(c.text[c.s.Words[k-2].Start:c.s.Words[k].End])
	}
	return ""
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
		if k != i && (cond.words[c.plainLemma(k)] || cond.words[c.hyphened(k)]) {
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
	case c.within1:
		return cond.types[c.frames.nounType[c.nounLemma(k)]]
	}
	c.within1 = true // a noun's own conditions ask for words alone
	f, _ := c.frameOf(k, true)
	c.within1 = false
	return f != nil && cond.types[f.Type]
}

// plainLemma is the lemma of word k in small letters, without a plural s that
// the tagger left on it.
func (c *clause) plainLemma(k int) string {
	w := c.s.Words[k]
	l := strings.ToLower(w.Lemma)
	if (w.UPOS == "PROPN" || w.XPOS == "NNS") && len(l) > 3 && strings.HasSuffix(l, "s") && !strings.HasSuffix(l, "ss") {
		return strings.TrimSuffix(l, "s")
	}
	return l
}

// slot lists the words that fill a slot of word i.
func (c *clause) slot(i int, slot string) []int {
	switch slot {
	case slotSubject, slotObject:
		return c.argument(i, slot == slotObject)
	}
	var ks []int
	for _, k := range c.below(i) {
		rel := c.s.Words[k].Rel
		if c.time[k] {
			continue
		}
		switch slot {
		case slotComplement:
			if rel == "xcomp" || rel == "ccomp" || rel == "acl" && k > i || rel == "advcl" && c.hasTo(k) {
				ks = append(ks, k)
			}
			if rel == "obj" || rel == "nsubj:pass" { // "issued a statement urging calm"
				for _, j := range c.below(k) {
					if c.s.Words[j].Rel == "acl" {
						ks = append(ks, j)
					}
				}
			}
		case slotDone:
			if (rel == "xcomp" || rel == "ccomp") && (c.s.Words[k].XPOS == "VBN" || c.s.Words[k].XPOS == "VBD") {
				ks = append(ks, k)
			}
		case slotCopula:
			if rel == "cop" {
				ks = append(ks, k)
			}
		case slotOblique:
			if rel == "obl" || rel == "nmod" || rel == "obl:agent" {
				ks = append(ks, k)
			}
		case slotModifier:
			if rel == "compound" || rel == "amod" || rel == "nmod" || rel == "nmod:poss" || strings.HasPrefix(rel, "flat") || rel == "nummod" {
				ks = append(ks, k)
			}
		default:
			if c.caseOf(k) == slot {
				ks = append(ks, k)
			}
			if rel == "obj" || rel == "nsubj:pass" { // "sent troops to Mali": the parser hangs "to" on either
				for _, j := range c.below(k) {
					if c.caseOf(j) == slot {
						ks = append(ks, j)
					}
				}
			}
		}
	}
	if slot == slotModifier { // "the attack coach": a noun may itself be the modifier
		if h := c.s.Words[i].Head; h >= 0 && c.s.Words[i].Rel == "compound" {
			ks = append(ks, h)
		}
	}
	return ks
}

// argument lists who acts (subj) or what it is done to (obj), active or passive.
func (c *clause) argument(i int, object bool) []int {
	if c.stray(i) {
		if object {
			return []int{c.s.Words[i].Head}
		}
		return []int{i - 1}
	}
	var ks []int
	s, passive := c.subject(i)
	if c.bare(i) {
		passive = false
	}
	if s >= 0 && passive == object {
		ks = append(ks, c.members(s)...)
	}
	for _, k := range c.below(i) {
		switch rel := c.s.Words[k].Rel; {
		case object && (rel == "obj" || rel == "iobj"),
			!object && (rel == "obl:agent" || passive && c.status.has("agent", c.caseOf(k))):
			ks = append(ks, c.members(k)...)
		}
	}
	return ks
}

// stray reports whether verb i is the main verb, though the parser took it for an
// adjective: "The bloc imposed sanctions". It stands right behind a noun in a
// sentence without any finite verb.
func (c *clause) stray(i int) bool {
	w := c.s.Words[i]
	if c.finite || w.Rel != "amod" || w.XPOS != "VBN" && w.XPOS != "VBD" || i == 0 || w.Head < i {
		return false
	}
	x := c.s.Words[i-1].XPOS
	return x == "NN" || x == "NNS" || x == "NNP" || x == "NNPS"
}

// bare reports whether participle i stands for a finite verb, which its sentence
// lacks: the parser hung it on its subject, as it would in "the men held there".
func (c *clause) bare(i int) bool {
	w := c.s.Words[i]
	return !c.finite && w.Rel == "acl" && w.XPOS == "VBN" && w.Head >= 0 && c.s.Words[w.Head].Head < 0 && c.s.Child(i, "obl:agent") < 0
}

// below are the children of word i.
func (c *clause) below(i int) []int { return c.children[i] }

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
			if !strings.EqualFold(x.Lemma, w) && !strings.EqualFold(x.In(c.text), w) {
				continue
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
