package event

import "strings"

// statement reports whether verb i stands in a relative clause or as a
// modifier: it tells what something is rather than what happens.
func (c *clause) statement(i int) bool {
	rel := c.s.Words[i].Rel
	if c.bare(i) || rel == "acl" && c.s.Words[i].XPOS == "VBN" && c.s.Child(i, "obj") >= 0 {
		return false // "The bank suspended aid": no participle has an object
	}
	return strings.HasPrefix(rel, "acl") && rel != "acl:relcl" || rel == "advcl" && c.s.Words[i].XPOS == "VBG"
}

// remarked reports whether verb i only tells more of what somebody merely speaks about,
// in a relative clause: "voiced his concern over the raid that killed nine people".
func (c *clause) remarked(i int) bool {
	aside := false
	for k, n := i, 0; n < maxDepth; n++ {
		w := c.s.Words[k]
		if w.Head < 0 {
			return false
		}
		aside = aside || strings.HasSuffix(w.Rel, ":relcl") || w.Rel == "acl" || c.relative(k)
		joined := w.Rel == "conj"
		if k = w.Head; joined || c.s.Words[k].UPOS != "VERB" {
			continue
		}
		if !aside {
			return false
		}
		f, special := c.frameOf(k, false)
		return special && f.Type == typeStatement
	}
	return false
}

// relative reports whether the subject of verb k is a relative pronoun.
func (c *clause) relative(k int) bool {
	s := c.s.Child(k, "nsubj", "nsubj:pass")
	return s >= 0 && (c.s.Words[s].XPOS == "WDT" || c.s.Words[s].XPOS == "WP")
}

// clausal reports whether a clause hangs on verb i as what was said.
func (c *clause) clausal(i int) bool {
	return c.s.Child(i, "ccomp", "parataxis") >= 0 || c.s.Words[i].Rel == "parataxis"
}

// maxAbout is how far up a noun's phrase is followed.
const maxAbout = 8

// toldAbout reports whether noun k is only what something tells of: "a film about
// the war", "the anniversary of the massacre".
func (c *clause) toldAbout(k int) bool {
	if p := c.s.Child(k, "case"); p > 0 && c.s.Words[k].Rel == "obl" && c.s.Words[p-1].UPOS == "NOUN" && c.frames.is(classAbout, c.plainLemma(p-1)) {
		return true // "at the memorial to the bombing": the parser hangs it on the verb
	}
	for range maxAbout {
		w := c.s.Words[k]
		if w.Head < 0 || w.Rel != "nmod" && w.Rel != "conj" && w.Rel != "nmod:poss" {
			return false
		}
		if k = w.Head; w.Rel == "nmod" && c.frames.is(classAbout, c.plainLemma(k)) {
			return true
		}
	}
	return false
}

// madeUp reports whether verb i stands in what a work of fiction tells: "the drama shows
// how gunmen stormed the bank", "a film telling how …".
func (c *clause) madeUp(i int) bool {
	below := false
	for k, n := i, 0; n < maxDepth; n++ {
		w := c.s.Words[k]
		if w.Head < 0 || w.Rel == "conj" && c.s.Child(k, "nsubj") >= 0 {
			return false
		}
		if w.Rel == "acl" && k != i && c.frames.is(classFiction, c.plainLemma(w.Head)) {
			return true
		}
		below = below || w.Rel == "ccomp" || w.Rel == "xcomp" || strings.HasPrefix(w.Rel, "advcl") || strings.HasPrefix(w.Rel, "acl")
		k = w.Head
		if s := c.s.Child(k, "nsubj"); below && c.s.Words[k].UPOS == "VERB" && s >= 0 && s < i && c.frames.is(classFiction, c.plainLemma(s)) {
			return true
		}
	}
	return false
}

// plannedBy is the participle that says of a noun that it is planned ("a forum
// scheduled in July"), or the verb above it; -1 if there is none.
func (c *clause) plannedBy(i int) int {
	if v, ok := c.planned[i]; ok {
		return v
	}
	for h := c.s.Words[i].Head; h >= 0; h = c.s.Words[h].Head {
		if c.s.Words[h].UPOS == "VERB" {
			return h
		}
	}
	return -1
}

// bySomebody reports whether somebody with a name, or led back to one, is the subject
// of verb i: not "diplomats said".
func (c *clause) bySomebody(i int) bool {
	s := -1
	for _, k := range c.below(i) { // the nearest: parsers hang the rest of the sentence there, too
		if strings.HasPrefix(c.s.Words[k].Rel, "nsubj") && !c.time[k] && (s < 0 || k < i) {
			s = k
		}
	}
	if s < 0 {
		return true
	}
	if u := c.s.Words[s].UPOS; u == "PROPN" || u == "PRON" || u == "ADJ" {
		return true
	}
	p := c.phrase(s)
	for k := range c.s.Words {
		if p.Covers(c.s.Words[k].Span) && c.s.Words[k].UPOS == "PROPN" {
			return true
		}
	}
	for _, k := range c.below(s) {
		if c.s.Words[k].Rel == "appos" && c.s.Words[k].UPOS == "PROPN" {
			return true
		}
	}
	return c.s.Words[s].UPOS != "PRON" && c.coded(s)
}
