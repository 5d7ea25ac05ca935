package event

import "strings"

// subject is the subject of verb v, or of the verb that it is conjoined with or
// governed by; passive says that the subject undergoes it.
func (c *clause) subject(v int) (word int, passive bool) {
	for k, n := v, 0; n < maxDepth; n++ {
		if s := c.s.Child(k, "nsubj:pass"); s >= 0 {
			return c.antecedent(k, s), c.passive(k) && (k == v || c.s.Words[v].XPOS == "VBN" && c.s.Words[v].Rel == "conj" && !c.helped(v))
		}
		if s := c.nearest(k); s >= 0 {
			return c.antecedent(k, s), k == v && c.s.Child(k, "aux:pass") >= 0
		}
		w := c.s.Words[k]
		if w.Head < 0 {
			return -1, false
		}
		switch w.Rel {
		case "acl":
			return w.Head, w.XPOS == "VBN" && !c.acted(k)
		case "acl:relcl": // "the men arrested", without a pronoun
			return w.Head, w.XPOS == "VBN" && c.s.Child(k, "aux") < 0 && !c.acted(k)
		case "xcomp", "conj", "advcl", "parataxis":
			if w.Rel == "parataxis" && (w.Head > k || w.XPOS != "VBD" && w.XPOS != "VBN") {
				return -1, false
			}
			if o := c.controller(w.Head); w.Rel == "xcomp" && o >= 0 {
				return o, false
			}
			k = w.Head
		default:
			return -1, false
		}
	}
	return -1, false
}

// nearest is the subject of verb k that stands nearest before it, else any, -1 if
// there is none.
func (c *clause) nearest(k int) int {
	best := -1
	for _, j := range c.below(k) {
		if strings.HasPrefix(c.s.Words[j].Rel, "nsubj") && (j < k || best < 0) {
			best = j
		}
	}
	return best
}

// passive reports whether a verb whose subject undergoes it by the tree does so by its
// form too: it has an auxiliary of the passive, or none.
func (c *clause) passive(k int) bool {
	return c.s.Child(k, "aux:pass") >= 0 || c.s.Child(k, "aux") < 0
}

// acted reports whether a participle has an object right behind it, so that it is a
// verb in the past that the tree takes for one: "The group released 19 men".
func (c *clause) acted(k int) bool {
	if c.s.Child(k, "obj") > k {
		return true
	}
	if k+1 >= len(c.s.Words) || c.time[k+1] {
		return false
	}
	u := c.s.Words[k+1].UPOS
	return u == "DET" || u == "PROPN" || u == "NUM" || u == "PRON"
}

// helped reports whether verb v has an auxiliary or subject of its own.
func (c *clause) helped(v int) bool { return c.s.Child(v, "aux", "nsubj", "aux:pass") >= 0 }

// controller is the object of verb v that does what an infinitive under v says
// ("urged Syria to withdraw"), -1 where the subject does.
func (c *clause) controller(v int) int {
	o := c.s.Child(v, "obj", "iobj")
	if o < 0 || c.parts.is("promise", c.lemma(v)) || !c.acts(o) {
		return -1
	}
	return o
}

// antecedent is what a relative pronoun stands for.
func (c *clause) antecedent(v, s int) int {
	if x := c.s.Words[s].XPOS; x != "WP" && x != "WDT" {
		return s
	}
	if c.s.Words[v].Rel == "acl:relcl" && c.s.Words[v].Head >= 0 {
		return c.s.Words[v].Head
	}
	for k := s - 1; k >= 0 && k >= s-2; k-- { // "…, who": the name before the comma
		if u := c.s.Words[k].UPOS; u == "PROPN" || u == "NOUN" {
			for c.s.Words[k].Rel == "flat" || c.s.Words[k].Rel == "compound" {
				if h := c.s.Words[k].Head; h >= 0 && h < s {
					k = h
					continue
				}
				break
			}
			return k
		}
	}
	return s
}
