package event

import (
	"strings"

	"github.com/datelinehq/dateline/timeline"
)

// A chunk is a run of words around a name or a role, told by tags alone. Where the
// tree ties nobody to a happening, the chunks beside its word are supposed to take
// part: small parsers err in long sentences.
type chunk struct {
	lo, hi int // words lo to before hi
	head   int // the word that names or acts
	// bound chunks stand behind a preposition.
	bound bool
}

// chunks are the runs of a sentence that name somebody.
func (c *clause) chunks() []chunk {
	if c.runs != nil {
		return c.runs
	}
	c.runs = []chunk{}
	for i := 0; i < len(c.s.Words); {
		lo := i
		for i < len(c.s.Words) && c.nominal(i) {
			i++
		}
		if h := c.namer(lo, i); h >= 0 {
			c.runs = append(c.runs, chunk{lo, i, h, lo > 0 && c.s.Words[lo-1].UPOS == "ADP"})
		}
		if i == lo {
			i++
		}
	}
	return c.runs
}

// nominal reports whether word i may stand inside a noun phrase.
func (c *clause) nominal(i int) bool {
	if c.time[i] {
		return false
	}
	switch w := c.s.Words[i]; w.UPOS {
	case "DET", "ADJ", "NOUN", "PROPN", "NUM":
		return true
	case "PART":
		return w.XPOS == "POS"
	case "PUNCT":
		return w.XPOS == "HYPH" || w.In(c.text) == "-"
	}
	return false
}

// namer is the word of a run that acts: the last role or name; -1 if there is none.
func (c *clause) namer(lo, hi int) int {
	named := -1
	for k := hi - 1; k >= lo; k-- {
		if c.carried[k] {
			continue
		}
		if c.view.Role(k) && c.coded(k) {
			return k
		}
		if c.view.Named(k) && named < 0 {
			named = k
		}
	}
	if named >= 0 {
		return named
	}
	for k := hi - 1; k >= lo; k-- {
		if c.view.Role(k) {
			return k
		}
	}
	return -1
}

// suppose casts the chunks before and behind word v where the tree has left a part
// open.
func (a *cast) suppose(v int) {
	n := len(a.actors)
	if !a.has(timeline.RoleSource) {
		a.supposeSource(v)
	}
	if !a.has(timeline.RoleTarget) {
		a.supposeTarget(v)
	}
	for i := n; i < len(a.actors); i++ {
		a.actors[i].Supposed = true
	}
}

// supposeSource takes the nearest chunk before v that no preposition binds.
func (a *cast) supposeSource(v int) {
	rs := a.chunks()
	for i := len(rs) - 1; i >= 0; i-- {
		if r := rs[i]; r.hi <= v && !r.bound && a.free(r) {
			a.add(r.head, timeline.RoleSource)
			return
		}
	}
}

// supposeTarget takes the first chunk behind v that tells a country, else the first.
func (a *cast) supposeTarget(v int) {
	first := -1
	for _, r := range a.chunks() {
		if r.lo <= v || !a.free(r) {
			continue
		}
		if a.s.Words[r.head].Head >= 0 && strings.HasPrefix(a.s.Words[r.head].Rel, "nsubj") && a.frames.say[a.lemma(a.s.Words[r.head].Head)] {
			continue // who says so
		}
		if a.coded(r.head) {
			a.add(r.head, timeline.RoleTarget)
			return
		}
		if first < 0 {
			first = r.head
		}
	}
	if first >= 0 {
		a.add(first, timeline.RoleTarget)
	}
}

// free reports whether nobody of a chunk has a part yet.
func (a *cast) free(r chunk) bool {
	for _, x := range a.actors {
		if x.Span.Start < a.s.Words[r.hi-1].End && a.s.Words[r.lo].Start < x.Span.End {
			return false
		}
	}
	return true
}
