package event

import (
	"slices"
	"strings"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/actor"
	"github.com/datelinehq/dateline/timeline/text"
)

// maxActors bounds the actors of one mention.
const maxActors = 12

// maxDepth bounds walks up and down a tree.
const maxDepth = 64

// cast collects who takes part in a mention.
type cast struct {
	*clause
	actors []timeline.Actor
	// joint says that several do to each other what the verb says, so that no thing is
	// a target.
	joint bool
}

// add gives word k, and what is coordinated with it, a part.
func (a *cast) add(k int, role timeline.Role) {
	if a.s.Words[k].UPOS == "PRON" { // "Kenya and Chad said they will go"
		if s := a.view.Antecedent(k); s >= 0 {
			if all := a.members(s); len(all) > 1 {
				for _, k := range all {
					a.one(k, role, "")
				}
				return
			}
		}
	}
	for _, k := range a.members(k) {
		if owners := a.owners(k); len(owners) > 1 { // "the leaders of France and Britain"
			sector := a.view.Actor(k).Role
			for _, o := range owners {
				a.one(o, role, sector)
			}
			continue
		}
		a.one(k, role, "")
	}
}

// one gives word k a part; sector is that of the people whose country it is.
func (a *cast) one(k int, role timeline.Role, sector string) {
	x, ok := a.actor(k)
	if len(x.Code) == 3 && sector != "" {
		x.Code, x.Sector = x.Code+sector, sector
	}
	if !ok || len(a.actors) >= maxActors || slices.ContainsFunc(a.actors, func(b timeline.Actor) bool { return b.Span.Overlaps(x.Span) }) {
		return
	}
	x.Role = role
	a.actors = append(a.actors, x)
}

func (a *cast) has(role timeline.Role) bool {
	return slices.ContainsFunc(a.actors, func(x timeline.Actor) bool { return x.Role == role })
}

// cast is who takes part in mention m with trigger i. mutual says that they do it to
// each other.
func (c *clause) cast(m Mention, i int) (as []timeline.Actor, mutual bool) {
	a := &cast{clause: c}
	v := m.Carrier
	n := -1
	switch {
	case m.Noun:
		n = i
	case m.Head != m.Trigger:
		n = c.wordAt(m.Head)
	default:
		if o := c.s.Child(v, "obj"); o >= 0 && c.frames.is(classLight, c.lemma(v)) && c.isEventNoun(o) {
			n = o
		}
	}
	switch f := m.Frame; {
	case f != nil && !m.Noun && f.Source+f.Target != "":
		a.bySlots(v, f)
	case c.s.Words[v].UPOS == "VERB" && (!m.Noun || c.governs(v, i)):
		a.ofVerb(v, n)
	}
	if n >= 0 {
		a.ofNoun(n)
	}
	together := (c.does("joint", v, n) || c.does("mutual", v, n)) && a.several()
	if !m.Noun && !a.has(timeline.RoleTarget) && m.Type != typeStatement && !together {
		a.inClauses(v, 0)
	}
	if m.Type != typeStatement && m.Type != typeOther && !together {
		a.suppose(i)
		if !m.Noun && !a.has(timeline.RoleTarget) {
			a.thing(v)
		}
	}
	return a.actors, c.does("mutual", v, n) || c.does("joint", v, n) && !a.has(timeline.RoleTarget)
}

// between reports whether somebody of one side does it to somebody of another.
func between(as []timeline.Actor) bool {
	for _, x := range as {
		for _, y := range as {
			if x.Role == timeline.RoleSource && y.Role == timeline.RoleTarget && x.Code != "" && y.Code != "" && x.Side() != y.Side() {
				return true
			}
		}
	}
	return false
}

// does reports whether event noun n, or verb v without one, is of a class.
func (c *clause) does(class string, v, n int) bool {
	if n >= 0 {
		return c.parts.is(class+" noun", c.nounLemma(n))
	}
	return c.parts.is(class+" verb", c.lemma(v))
}

// thing makes what a verb is done to a target, where nobody is.
func (a *cast) thing(v int) {
	o := a.s.Child(v, "obj")
	if o < 0 || a.time[o] || a.carried[o] || a.s.Words[o].UPOS != "NOUN" {
		return
	}
	p := a.phrase(o)
	for _, x := range a.actors {
		if x.Span.Overlaps(p) {
			return
		}
	}
	a.actors = append(a.actors, timeline.Actor{Name: p.In(a.text), Role: timeline.RoleTarget, Span: p})
}

// several reports whether there is more than one source and no target.
func (a *cast) several() bool { return len(a.actors) > 1 && !a.has(timeline.RoleTarget) }

// governs reports whether event noun i is what verb v acts on or lets happen.
func (c *clause) governs(v, i int) bool {
	w := c.s.Words[i]
	return w.Head == v && (w.Rel == "obj" || w.Rel == "nsubj" || w.Rel == "nsubj:pass" || c.frames.is(classLight, c.lemma(v)))
}

// wordAt is the word that begins where s does, -1 if none does.
func (c *clause) wordAt(s text.Span) int {
	for k, w := range c.s.Words {
		if w.Start == s.Start {
			return k
		}
	}
	return -1
}

// owners are those to whom people of word k belong, if they are coordinated: "the
// leaders of France and Britain", "French and British leaders".
func (c *clause) owners(k int) []int {
	if !c.view.Role(k) {
		return nil
	}
	if both := c.paired(k); len(both) > 1 {
		return both
	}
	for _, j := range c.below(k) {
		w := c.s.Words[j]
		switch {
		case !c.view.Named(j):
		case w.Rel == "nmod" && c.parts.is("owner", c.caseOf(j)):
			return c.members(j)
		case (w.Rel == "amod" || w.Rel == "compound") && j < k:
			if both := c.conjoined(j); len(both) > 1 && !slices.ContainsFunc(both, func(b int) bool { return b > k || !c.view.Named(b) }) {
				return both
			}
		}
	}
	return nil
}

// paired are the names before word k that a conjunction parts, where the tree ties each
// of them to k: "Libyan and U.S. officials".
func (c *clause) paired(k int) []int {
	var names []int
	for _, j := range c.below(k) {
		if w := c.s.Words[j]; j < k && c.view.Named(j) && (w.Rel == "amod" || w.Rel == "compound") {
			if n := len(names); n > 0 && (j != names[n-1]+2 || c.s.Words[j-1].UPOS != "CCONJ") {
				return nil
			}
			names = append(names, j)
		}
	}
	return names
}

// conjoined are word j and what is coordinated with it by the tree alone.
func (c *clause) conjoined(j int) []int {
	all := []int{j}
	for _, k := range c.below(j) {
		if c.s.Words[k].Rel == "conj" {
			all = append(all, k)
		}
	}
	return all
}

// members are word k and what is coordinated with it, by the tree and by the list in
// which it stands.
func (c *clause) members(k int) []int {
	all := []int{k}
	for _, r := range c.listed(k) {
		if !slices.Contains(all, r) {
			all = append(all, r)
		}
	}
	for _, j := range c.below(k) {
		if c.s.Words[j].Rel == "conj" && c.s.Words[j].UPOS != "VERB" && !slices.Contains(all, j) {
			all = append(all, j)
		}
	}
	return all
}

// actor is the noun phrase of word k as an actor. Things are none, unless a name
// stands in them, and a pronoun only where it is plain whom it stands for.
func (c *clause) actor(k int) (timeline.Actor, bool) {
	w := c.s.Words[k]
	if c.time[k] || c.carried[k] || w.UPOS == "VERB" || w.UPOS == "ADV" || w.UPOS == "PUNCT" {
		return timeline.Actor{}, false
	}
	a := c.view.Actor(k)
	if w.UPOS == "PRON" && a.How != actor.ByPronoun {
		return timeline.Actor{}, false
	}
	if a.Code == "" && !c.acts(k) && w.UPOS != "PRON" {
		return timeline.Actor{}, false
	}
	return timeline.Actor{Name: a.Span.In(c.text), Code: a.Code, Sector: a.Role, Canonical: a.Canonical, Span: a.Span}, true
}

// acts reports whether word k can act: a name, a role, a pronoun for somebody.
func (c *clause) acts(k int) bool {
	w := c.s.Words[k]
	return w.UPOS == "PROPN" || c.view.Named(k) || c.view.Role(k) || w.UPOS == "PRON"
}

// coded reports whether the phrase of word k tells a country or organisation.
func (c *clause) coded(k int) bool { return c.view.Actor(k).Code != "" }

// phrase is the span of the noun phrase of word k.
func (c *clause) phrase(k int) text.Span { return c.view.Phrase(k) }

// caseOf is the preposition of word k, lower-cased.
func (c *clause) caseOf(k int) string {
	if p := c.s.Child(k, "case"); p >= 0 {
		return strings.ToLower(c.s.Words[p].In(c.text))
	}
	return ""
}

// locative reports whether word k says where.
func (c *clause) locative(k int) bool { return c.parts.is("where", c.caseOf(k)) }
