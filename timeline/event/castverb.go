package event

import (
	"slices"

	"github.com/datelinehq/dateline/timeline"
)

// ofVerb casts who hangs on verb v: the subject and the agent are sources, objects
// and whom it is done to targets. n is the event noun that v carries, or -1.
func (a *cast) ofVerb(v, n int) {
	s, passive := a.subject(v)
	if s >= 0 && s != n {
		if passive {
			a.undergo(s)
		} else {
			a.act(s)
		}
	}
	a.joint = a.does("joint", v, n) && a.several()
	var objects, aims, companions []int
	for _, k := range a.below(v) {
		prep := a.caseOf(k)
		switch rel := a.s.Words[k].Rel; {
		case a.time[k] || k == n:
		case rel == "obl:agent", rel == "obl" && (passive || n >= 0) && a.parts.is("agent", prep):
			a.act(k)
		case rel == "iobj":
			objects = append([]int{k}, objects...)
		case rel == "obj":
			objects = append(objects, k)
		case rel == "obl" && a.parts.is("aimed", prep):
			aims = append(aims, k)
		case rel == "obl" && (a.parts.is("toward", prep) || a.parts.is("between", prep)):
			companions = append(companions, k)
		}
	}
	if a.does("mutual", v, n) { // "held talks with Chad at the lake"
		aims, companions = companions, aims
	}
	a.targets(objects, aims, a.placesLast(companions))
}

// bySlots casts those in the slots that a frame names, where it names any: "Malawi
// received aid from Norway", "came under criticism from the union".
func (a *cast) bySlots(v int, f *Frame) {
	for _, k := range a.filling(v, f.Source) {
		a.act(k)
	}
	for _, k := range a.filling(v, f.Target) {
		a.undergo(k)
	}
}

// filling are the words in a slot of verb v, or in that slot of what hangs on it.
func (c *clause) filling(v int, slot string) []int {
	if slot == "" {
		return nil
	}
	ks := c.slot(v, slot)
	for _, o := range c.below(v) {
		if len(ks) == 0 && c.s.Words[o].Rel == "obl" && slot != slotSubject && slot != slotObject {
			ks = c.slot(o, slot)
		}
	}
	return ks
}

// placesLast puts those behind a preposition of place behind the others.
func (c *clause) placesLast(ks []int) []int {
	slices.SortStableFunc(ks, func(i, j int) int {
		switch at, other := c.locative(i), c.locative(j); {
		case at == other:
			return 0
		case at:
			return 1
		}
		return -1
	})
	return ks
}

// act makes word k a source; of a thing, who is behind it: "an attack by rebels".
func (a *cast) act(k int) {
	if a.acts(k) || a.s.Words[k].UPOS == "PRON" {
		a.add(k, timeline.RoleSource)
		return
	}
	for _, j := range a.below(k) {
		if rel := a.s.Words[j].Rel; rel == "nmod:poss" || rel == "nmod" && a.parts.is("agent", a.caseOf(j)) {
			a.add(j, timeline.RoleSource)
		}
	}
	if !a.has(timeline.RoleSource) {
		a.add(k, timeline.RoleSource)
	}
}

// undergo makes word k a target; of a thing, whose it is.
func (a *cast) undergo(k int) {
	if a.acts(k) {
		a.add(k, timeline.RoleTarget)
	} else {
		a.inside(k)
	}
}

// targets chooses whom a verb is directed at: an object that acts, unless it is only
// what is sent to a known country; else who stands in the object or behind an aimed
// preposition, else a companion.
func (a *cast) targets(objects, aims, companions []int) {
	if a.joint {
		objects, aims, companions = a.acting(objects), a.acting(aims), a.acting(companions)
	}
	for _, o := range objects {
		if !a.acts(o) {
			continue
		}
		if !a.coded(o) { // "its troops from Lebanon"
			a.within(o, true)
		}
		if !a.has(timeline.RoleTarget) && (a.coded(o) || !a.anyCoded(aims)) {
			a.add(o, timeline.RoleTarget)
		}
	}
	if a.has(timeline.RoleTarget) {
		return
	}
	for _, o := range objects {
		a.within(o, true)
	}
	for _, list := range [][]int{aims, companions} {
		for _, k := range list {
			if !a.has(timeline.RoleTarget) && (a.acts(k) || a.coded(k)) {
				a.add(k, timeline.RoleTarget)
			}
		}
	}
	for _, list := range [][]int{objects, aims, companions} {
		for _, k := range list {
			if !a.has(timeline.RoleTarget) {
				a.inside(k)
			}
		}
	}
}

// acting are those of some words that act.
func (a *cast) acting(ks []int) []int {
	return slices.DeleteFunc(ks, func(k int) bool { return !a.acts(k) })
}

func (a *cast) anyCoded(ks []int) bool {
	for _, k := range ks {
		if a.coded(k) && a.acts(k) {
			return true
		}
	}
	return false
}

// inside makes who stands in thing k a target: whom it is aimed at, else whose it is.
func (a *cast) inside(k int) {
	a.within(k, true)
	if !a.has(timeline.RoleTarget) {
		a.within(k, false)
	}
	if !a.has(timeline.RoleTarget) {
		a.add(k, timeline.RoleTarget)
	}
}

// within looks below thing k for somebody, behind aimed prepositions only or any.
func (a *cast) within(k int, aimed bool) {
	for _, j := range a.below(k) {
		w := a.s.Words[j]
		prep := a.caseOf(j)
		switch {
		case a.has(timeline.RoleTarget) || a.time[j]:
			return
		case w.Rel == "nmod" && a.parts.is("between", prep):
			a.add(j, timeline.RoleTarget)
		case w.Rel == "nmod" && aimed && !a.parts.is("aimed", prep) && !a.acts(j): // "the release of aid to Egypt"
			a.within(j, aimed)
		case w.Rel == "nmod" && aimed && !a.parts.is("aimed", prep), w.Rel == "nmod:poss" && aimed:
		case w.Rel == "nmod" || w.Rel == "nmod:poss":
			if a.acts(j) && w.UPOS != "PRON" {
				a.add(j, timeline.RoleTarget)
			} else {
				a.within(j, aimed)
			}
		}
	}
}

// inClauses looks for whom a verb is directed at in what it governs: "agreed to
// help Poland", "demanded that Syria withdraw".
func (a *cast) inClauses(v, depth int) {
	if depth > 3 {
		return
	}
	for _, k := range a.below(v) {
		w := a.s.Words[k]
		if a.has(timeline.RoleTarget) || w.UPOS != "VERB" && w.UPOS != "NOUN" && w.UPOS != "ADJ" {
			continue
		}
		switch w.Rel {
		case "ccomp", "xcomp", "advcl", "acl", "obj", "obl":
		default:
			continue
		}
		if s := a.s.Child(k, "nsubj", "nsubj:pass"); s >= 0 && w.Rel == "ccomp" {
			a.undergo(s)
		}
		if w.UPOS == "VERB" && !a.has(timeline.RoleTarget) {
			a.under(k)
		}
		if !a.has(timeline.RoleTarget) {
			a.inClauses(k, depth+1)
		}
	}
}

// under casts the objects of verb k as targets.
func (a *cast) under(k int) {
	var objects, aims, companions []int
	for _, j := range a.below(k) {
		prep := a.caseOf(j)
		switch rel := a.s.Words[j].Rel; {
		case a.time[j]:
		case rel == "obj", rel == "iobj":
			objects = append(objects, j)
		case rel == "obl" && a.parts.is("aimed", prep):
			aims = append(aims, j)
		case rel == "obl" && a.parts.is("toward", prep):
			companions = append(companions, j)
		}
	}
	a.targets(objects, aims, companions)
}
