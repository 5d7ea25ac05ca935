package event

// attribution is who says so: the words of the clause that reports verb i.
func (c *clause) attribution(i int) string {
	for k := i; k >= 0; k = c.s.Words[k].Head {
		w := c.s.Words[k]
		if w.Rel == "ccomp" && w.Head >= 0 && c.frames.is(classSay, c.lemma(w.Head)) {
			return c.said(w.Head)
		}
		if p := c.s.Child(k, "parataxis"); p >= 0 && c.frames.is(classSay, c.lemma(p)) {
			return c.said(p)
		}
	}
	return ""
}

// said is subject and verb of a reporting clause.
func (c *clause) said(v int) string {
	s := c.s.Child(v, "nsubj")
	if s < 0 || c.s.Words[s].XPOS == "WP" || c.s.Words[s].XPOS == "WDT" {
		return ""
	}
	p := c.phrase(s)
	w := c.s.Words[v]
	return p.In(c.text) + " " + w.In(c.text)
}
