package event

import (
	"slices"
	"strings"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/text"
)

// maxActors bounds the actors of one mention.
const maxActors = 12

// actors are who takes part in mention m: the subject and the agent are sources,
// objects and whom it is done to targets.
func (c *clause) actors(m Mention, i int) []timeline.Actor {
	var as []timeline.Actor
	add := func(k int, role timeline.Role) {
		for _, k := range c.members(k) {
			if a, ok := c.actor(k, role); ok && len(as) < maxActors && !slices.ContainsFunc(as, func(b timeline.Actor) bool { return b.Span == a.Span }) {
				as = append(as, a)
			}
		}
	}
	v := m.Carrier
	if c.s.Words[v].UPOS != "VERB" || m.Noun && c.s.Words[v].Rel == "acl" {
		v = i
	}
	passive := false
	if s, p := c.subject(v); s >= 0 {
		passive = p
		if p {
			add(s, timeline.RoleTarget)
		} else {
			add(s, timeline.RoleSource)
		}
	}
	for _, k := range c.s.Children(v) {
		switch rel := c.s.Words[k].Rel; {
		case rel == "obl:agent", rel == "obl" && passive && c.status.has("agent", c.caseOf(k)):
			add(k, timeline.RoleSource)
		case rel == "obj" && k == v+1 && strings.Contains(c.lemma(v), " "): // "take place"
		case rel == "obj", rel == "iobj":
			add(k, timeline.RoleTarget)
		case rel == "obl" && c.named(k) && !c.locative(k):
			add(k, timeline.RoleTarget)
		case m.Noun && (rel == "nmod" || rel == "nmod:poss" || rel == "compound"):
			add(k, c.nounRole(k, rel))
		}
	}
	if !m.Noun && !hasRole(as, timeline.RoleTarget) {
		c.toward(m, v, add)
	}
	return as
}

// nounRole is the part that a word under an event noun takes: "China's attack on
// Japan by night".
func (c *clause) nounRole(k int, rel string) timeline.Role {
	switch {
	case rel == "nmod:poss", c.status.has("agent", c.caseOf(k)):
		return timeline.RoleSource
	case rel == "nmod" && c.status.has("toward", c.caseOf(k)):
		return timeline.RoleTarget
	}
	return timeline.RoleOther
}

// toward finds whom a verb without object is directed at: under the event noun
// that it carries ("launched an attack on"), behind a preposition ("called on"),
// or under the verb that it governs ("agreed to help").
func (c *clause) toward(m Mention, v int, add func(int, timeline.Role)) {
	below := []int{v}
	for k, w := range c.s.Words {
		if c.carried[k] && w.Span == m.Head || w.Head == v && w.Rel == "xcomp" {
			below = append(below, k)
		}
	}
	for _, b := range below {
		for _, k := range c.s.Children(b) {
			switch rel := c.s.Words[k].Rel; {
			case (rel == "obl" || rel == "nmod") && c.status.has("toward", c.caseOf(k)),
				rel == "obj" && b != v:
				add(k, timeline.RoleTarget)
			}
		}
	}
}

func hasRole(as []timeline.Actor, r timeline.Role) bool {
	return slices.ContainsFunc(as, func(a timeline.Actor) bool { return a.Role == r })
}

// subject is the subject of verb v, or of the verb that it is conjoined with or
// governed by; passive says that the subject undergoes it.
func (c *clause) subject(v int) (word int, passive bool) {
	for k := v; ; {
		if s := c.s.Child(k, "nsubj:pass"); s >= 0 {
			return c.antecedent(k, s), k == v
		}
		if s := c.s.Child(k, "nsubj"); s >= 0 {
			return c.speaker(k, c.antecedent(k, s)), k == v && c.s.Child(k, "aux:pass") >= 0
		}
		w := c.s.Words[k]
		if w.Head < 0 {
			return -1, false
		}
		switch w.Rel {
		case "acl":
			return w.Head, w.XPOS == "VBN"
		case "conj", "xcomp", "advcl", "parataxis":
			if w.Rel == "parataxis" && (w.Head > k || c.s.Words[k].XPOS != "VBD" && c.s.Words[k].XPOS != "VBN") {
				return -1, false
			}
			k = w.Head
		default:
			return -1, false
		}
	}
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

// speaker is whom a pronoun stands for in what somebody says of himself: "The
// army says it has opened an inquiry".
func (c *clause) speaker(v, s int) int {
	if c.s.Words[s].UPOS != "PRON" || c.s.Words[v].Rel != "ccomp" {
		return s
	}
	if o := c.s.Child(c.s.Words[v].Head, "nsubj"); o >= 0 {
		return o
	}
	return s
}

// members are word k and what is coordinated with it.
func (c *clause) members(k int) []int {
	all := []int{k}
	for _, j := range c.s.Children(k) {
		if c.s.Words[j].Rel == "conj" && c.s.Words[j].UPOS != "VERB" {
			all = append(all, j)
		}
	}
	return all
}

// actor is the noun phrase of word k as an actor. Pronouns and bare things are
// none, unless a name stands in them.
func (c *clause) actor(k int, role timeline.Role) (timeline.Actor, bool) {
	w := c.s.Words[k]
	if c.time[k] || c.carried[k] || w.UPOS != "PROPN" && w.UPOS != "NOUN" && w.UPOS != "ADJ" {
		return timeline.Actor{}, false
	}
	span := c.phrase(k)
	code, canonical := c.lookup(span, role != timeline.RoleOther)
	if code == "" && w.UPOS != "PROPN" && !c.properIn(k) && !(role == timeline.RoleSource && w.UPOS == "NOUN") && !(role == timeline.RoleTarget && w.UPOS == "NOUN") {
		return timeline.Actor{}, false
	}
	return timeline.Actor{Name: span.In(c.text), Code: code, Canonical: canonical, Role: role, Span: span}, true
}

// properIn reports whether a name hangs on word k.
func (c *clause) properIn(k int) bool {
	for _, j := range c.s.Children(k) {
		if c.s.Words[j].UPOS == "PROPN" {
			return true
		}
	}
	return false
}

// phrase is the span of the noun phrase of word k without its coordination,
// clauses and punctuation.
func (c *clause) phrase(k int) text.Span {
	lo, hi := k, k
	for j := range c.s.Words {
		if j != k && c.within(j, k) {
			lo, hi = min(lo, j), max(hi, j)
		}
	}
	// Only what is contiguous around k belongs to it.
	for l := k; ; l-- {
		if l < lo || l != k && !c.within(l, k) {
			lo = l + 1
			break
		}
	}
	for h := k; ; h++ {
		if h > hi || h != k && !c.within(h, k) {
			hi = h - 1
			break
		}
	}
	return text.Span{Start: c.s.Words[lo].Start, End: c.s.Words[hi].End}
}

// within reports whether word j belongs to the noun phrase of k.
func (c *clause) within(j, k int) bool {
	for range maxDepth {
		w := c.s.Words[j]
		if j == k {
			return true
		}
		if w.Head < 0 || c.time[j] {
			return false
		}
		switch rel, _, _ := strings.Cut(w.Rel, ":"); rel {
		case "appos":
			if c.commaBefore(j) || c.s.Child(w.Head, "punct") >= 0 {
				return false
			}
		case "conj", "cc", "punct", "acl", "advcl", "parataxis", "case", "mark", "obl", "dep":
			if !(rel == "punct" && w.In(c.text) == "-") && !(rel == "case" && w.Head != k) {
				return false
			}
		}
		j = w.Head
	}
	return false
}

// maxDepth bounds walks up a tree.
const maxDepth = 64

// lookup finds the longest known name in a span. place says that a city may
// stand for its government.
func (c *clause) lookup(span text.Span, place bool) (code, canonical string) {
	var words []string
	for _, w := range c.s.Words {
		if span.Covers(w.Span) && w.UPOS != "PUNCT" && w.XPOS != "POS" {
			words = append(words, w.In(c.text))
		}
	}
	for n := min(c.names.longest, len(words)); n > 0; n-- {
		for i := 0; i+n <= len(words); i++ {
			if v, ok := c.names.byName[strings.Join(words[i:i+n], " ")]; ok && (place || !v.place) {
				return v.code, v.canonical
			}
		}
	}
	return "", ""
}

func (c *clause) named(k int) bool {
	code, _ := c.lookup(c.phrase(k), false)
	return code != "" || c.s.Words[k].UPOS == "PROPN"
}

// caseOf is the preposition of word k, lower-cased.
func (c *clause) caseOf(k int) string {
	if p := c.s.Child(k, "case"); p >= 0 {
		return strings.ToLower(c.s.Words[p].In(c.text))
	}
	return ""
}

// locative reports whether word k says where.
func (c *clause) locative(k int) bool { return c.status.has("where", c.caseOf(k)) }

// places are the named places of a mention.
func (c *clause) places(i, carrier int) []timeline.Place {
	var ps []timeline.Place
	seen := func(s text.Span) bool {
		return slices.ContainsFunc(ps, func(p timeline.Place) bool { return p.Span == s })
	}
	for k, w := range c.s.Words {
		if w.UPOS != "PROPN" || c.time[k] || !c.locative(k) || w.Head < 0 || w.Rel != "obl" && w.Rel != "nmod" {
			continue
		}
		if !c.near(k, i) && !c.near(k, carrier) {
			continue
		}
		if s := c.phrase(k); !seen(s) && len(ps) < 3 {
			code, _ := c.lookup(s, true)
			ps = append(ps, timeline.Place{Name: s.In(c.text), Country: code, Span: s})
		}
	}
	return ps
}

// near reports whether word k hangs on word i without another verb between.
func (c *clause) near(k, i int) bool {
	for j := c.s.Words[k].Head; j >= 0; j = c.s.Words[j].Head {
		if j == i {
			return true
		}
		if c.s.Words[j].UPOS == "VERB" {
			return false
		}
	}
	return false
}
