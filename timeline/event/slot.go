package event

import "strings"

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
	return (!c.finite || c.headless == i) && w.Rel == "acl" && w.XPOS == "VBN" && w.Head >= 0 && c.s.Words[w.Head].Head < 0 && c.s.Child(i, "obl:agent") < 0
}

// below are the children of word i.
func (c *clause) below(i int) []int { return c.children[i] }
