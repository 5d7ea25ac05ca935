package event

import (
	"slices"
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
			r := chunk{lo, i, h, lo > 0 && c.s.Words[lo-1].UPOS == "ADP"}
			if lo > 1 && c.s.Words[lo-1].XPOS == "VBG" && c.s.Words[lo-2].XPOS == "IN" { // "from neighbouring Chad"
				r.lo, r.bound = lo-1, true
			}
			c.runs = append(c.runs, r)
		}
		if i == lo {
			i++
		}
	}
	return c.runs
}

// listed are the heads of the list of names in which word k stands: runs parted by
// commas alone, the last by a conjunction.
func (c *clause) listed(k int) []int {
	rs := c.chunks()
	at := slices.IndexFunc(rs, func(r chunk) bool { return r.lo <= k && k < r.hi && c.view.Named(r.head) })
	if at < 0 {
		return nil
	}
	lo, hi := at, at
	for lo > 0 && c.lists(rs[lo-1].hi, rs[lo].lo) && c.view.Named(rs[lo-1].head) {
		lo--
	}
	for hi+1 < len(rs) && c.lists(rs[hi].hi, rs[hi+1].lo) && c.view.Named(rs[hi+1].head) {
		hi++
	}
	if hi == lo || c.s.Words[rs[hi].lo-1].UPOS != "CCONJ" || hi == lo+1 && rs[hi].lo-rs[lo].hi > 1 {
		return nil
	}
	var heads []int
	for _, r := range rs[lo : hi+1] {
		if r.lo <= k && k < r.hi {
			r.head = k
		}
		heads = append(heads, r.head)
	}
	return heads
}

// lists reports whether words from to before to only part the members of a list.
func (c *clause) lists(from, to int) bool {
	for i := from; i < to; i++ {
		if w := c.s.Words[i]; w.UPOS != "CCONJ" && w.XPOS != "," {
			return false
		}
	}
	return to-from <= 2
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
	for k := hi - 1; k >= lo; k-- { // a name that no table has
		if c.s.Words[k].UPOS == "PROPN" && !c.carried[k] {
			return k
		}
	}
	return -1
}

// suppose casts the chunks before and behind word v where the tree has left a part
// open.
func (a *cast) suppose(v int) {
	n := len(a.actors)
	a.aimed(v)
	if !a.has(timeline.RoleSource) && !a.undergone(v) {
		a.supposeSource(v)
	}
	if !a.has(timeline.RoleTarget) {
		a.supposeTarget(v)
	}
	for i := n; i < len(a.actors); i++ {
		a.actors[i].Supposed = true
	}
}

// aimed puts the country behind an aimed preposition in the place of a target that
// tells none: "withdrew its troops from Lebanon".
func (a *cast) aimed(v int) {
	open := false
	for _, x := range a.actors {
		if x.Role == timeline.RoleTarget {
			if x.Code != "" {
				return
			}
			open = true
		}
	}
	if !open {
		return
	}
	for _, r := range a.chunks() {
		if r.lo <= v || !r.bound || !a.parts.is("aimed", strings.ToLower(a.s.Words[r.lo-1].In(a.text))) || !a.free(r) || !a.coded(r.head) || a.verbIn(v+1, r.lo) {
			continue
		}
		for i := range a.actors {
			if a.actors[i].Role == timeline.RoleTarget {
				a.actors[i].Role = timeline.RoleOther
			}
		}
		a.add(r.head, timeline.RoleTarget)
		return
	}
}

// verbIn reports whether there is a finite verb among words from to before to.
func (c *clause) verbIn(from, to int) bool {
	for i := from; i < to; i++ {
		if w := c.s.Words[i]; w.UPOS == "VERB" && w.XPOS != "VBG" && w.XPOS != "VBN" || w.XPOS == "MD" {
			return true
		}
	}
	return false
}

// supposeSource takes the nearest chunk before v that no preposition binds.
func (a *cast) supposeSource(v int) {
	rs := a.chunks()
	for _, r := range rs {
		if r.lo > v && r.bound && a.parts.is("agent", strings.ToLower(a.s.Words[r.lo-1].In(a.text))) && a.undergoes(v) && a.free(r) && !a.verbIn(v+1, r.lo) {
			a.add(r.head, timeline.RoleSource)
			return
		}
	}
	for _, known := range []bool{true, false} {
		for i := len(rs) - 1; i >= 0; i-- {
			if r := rs[i]; r.hi <= v && !r.bound && known == a.known(r) && a.free(r) && !a.dateline(r) {
				a.add(r.head, timeline.RoleSource)
				return
			}
		}
	}
}

// undergoes reports whether verb v is in the passive.
func (c *clause) undergoes(v int) bool {
	_, passive := c.subject(v)
	return passive || c.s.Child(v, "aux:pass") >= 0
}

// undergone reports whether verb v tells aside what was done to somebody, and not by
// whom: "paid his respects to a soldier killed last year".
func (c *clause) undergone(v int) bool {
	_, passive := c.subject(v)
	return passive && strings.HasPrefix(c.s.Words[v].Rel, "acl")
}

// known reports whether a table has the name or role of a chunk.
func (c *clause) known(r chunk) bool { return c.view.Named(r.head) || c.view.Role(r.head) }

// dateline reports whether a chunk begins the sentence before a dash or colon.
func (c *clause) dateline(r chunk) bool {
	return r.lo == 0 && r.hi < len(c.s.Words) && (c.s.Words[r.hi].XPOS == ":" || c.s.Words[r.hi].XPOS == "-LRB-" || c.s.Words[r.hi-1].In(c.text) == "-")
}

// supposeTarget takes the first chunk behind v that tells a country, else the first.
func (a *cast) supposeTarget(v int) {
	first := -1
	for _, r := range a.chunks() {
		if r.lo <= v || !a.free(r) {
			continue
		}
		if a.says(r) {
			continue
		}
		if a.coded(r.head) {
			a.add(r.head, timeline.RoleTarget)
			return
		}
		if first < 0 {
			first = r.head
		}
	}
	if k := a.aimedBefore(v); k >= 0 {
		first = k
	}
	if first >= 0 {
		a.add(first, timeline.RoleTarget)
	}
}

// aimedBefore is the country behind an aimed preposition before word v: "sent experts
// to Chad to investigate"; -1 if there is none.
func (a *cast) aimedBefore(v int) int {
	rs := a.chunks()
	for i := len(rs) - 1; i >= 0; i-- {
		r := rs[i]
		if r.hi <= v && r.bound && a.parts.is("aimed", strings.ToLower(a.s.Words[r.lo-1].In(a.text))) && a.coded(r.head) && a.free(r) {
			return r.head
		}
	}
	return -1
}

// says reports whether a chunk is who says so.
func (a *cast) says(r chunk) bool {
	for k := r.lo; k < r.hi; k++ {
		if w := a.s.Words[k]; w.Head >= 0 && strings.HasPrefix(w.Rel, "nsubj") && a.frames.is(classSay, a.lemma(w.Head)) {
			return true
		}
	}
	return r.hi < len(a.s.Words) && a.s.Words[r.hi].UPOS == "VERB" && a.frames.is(classSay, a.lemma(r.hi))
}

// free reports whether nobody of a chunk has a part yet, and it is no short form in
// brackets.
func (a *cast) free(r chunk) bool {
	if r.lo > 0 && a.s.Words[r.lo-1].XPOS == "-LRB-" {
		return false
	}
	for _, x := range a.actors {
		if x.Span.Start < a.s.Words[r.hi-1].End && a.s.Words[r.lo].Start < x.Span.End {
			return false
		}
	}
	return true
}
