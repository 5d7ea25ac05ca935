package actor

import (
	"strings"
)

// Actor is who the noun phrase of word k names.
func (v *View) Actor(k int) Actor {
	lo, hi := v.bounds(k)
	a := Actor{Span: v.span(lo, hi)}
	if v.s.Words[k].UPOS == "PRON" {
		v.fromPronoun(k, &a)
		return a
	}
	role := v.roleIn(k, lo, hi)
	if h := v.nationIn(k, lo, hi, role != nil); h != nil {
		v.named(&a, k, h, role)
		return a
	}
	if role != nil {
		a.How = ByRole
		a.Role = role.e.codes.at(v.on)
		if role.e.prefix != "" {
			a.Code = role.e.prefix + a.Role
		}
	}
	if a.Code == "" {
		v.fromMemory(k, lo, hi, &a)
	}
	if a.Code == "" && v.s.Words[k].UPOS == "PROPN" {
		v.beside(k, hi, &a)
	}
	return a
}

// beside reads the code of a name from what explains it: "Ana Diaz, Peru's envoy, …",
// "the army chief of Chad, Ali Musa".
func (v *View) beside(k, hi int, a *Actor) {
	ws := v.s.Words
	j := -1
	if w := ws[k]; w.Rel == "appos" && w.Head >= 0 {
		j = w.Head
	} else if hi+2 < len(ws) && ws[hi+1].XPOS == "," {
		for i := hi + 2; i < len(ws) && v.leads(i); i++ {
			if v.Role(i) {
				j = i
			}
		}
	}
	if j < 0 || !v.Role(j) {
		return
	}
	lo, hi := v.bounds(j)
	h, role := v.nationIn(j, lo, hi, true), v.roleAt(j)
	if h == nil {
		return
	}
	name := a.Canonical
	v.named(a, j, h, role)
	a.How = ByNation
	if a.Canonical = name; name == "" {
		a.Canonical = ws[k].In(v.text)
		if span := a.Span.In(v.text); span != "" {
			a.Canonical = span
		}
	}
}

// named fills a with what name h and a role say together.
func (v *View) named(a *Actor, k int, h, role *hit) {
	a.Code = h.e.codes.at(v.on)
	a.Canonical = h.e.canonical
	head := k >= h.from && k < h.to
	switch {
	case h.e.kind == person:
		a.How = ByOfficial
	case head:
		a.How = ByName
	default:
		a.How = ByNation
	}
	if role != nil {
		a.Role = role.e.codes.at(v.on)
	}
	switch {
	case h.e.kind == seat && !head:
		a.Code = side(a.Code)
		fallthrough
	case h.e.kind <= place && (!head || h.e.kind != seat):
		if isCountry(a.Code) {
			a.Code += a.Role
		}
	}
}

func isCountry(code string) bool {
	return len(code) == 3 && code != "IGO" && code != "NGO" && code != "IMG"
}

// side is the country or kind of organisation in a code.
func side(code string) string { return code[:min(3, len(code))] }

// nationIn is the name in a phrase that tells whose side its head is on: the name of
// the head itself, else the nearest before it, else one behind it that belongs to it.
// Of people and offices only what their preposition says they belong to counts.
func (v *View) nationIn(k, lo, hi int, office bool) *hit {
	if h := v.nameAt(k); h != nil && h.e.codes.at(v.on) != "" {
		return h
	}
	for i := k - 1; i >= lo; i-- {
		if h := v.nameAt(i); h != nil && !v.against(h.from) && h.e.codes.at(v.on) != "" {
			return h
		}
	}
	var other *hit
	for i := k + 1; i <= hi; i++ {
		h := v.nameAt(i)
		if h == nil || h.e.codes.at(v.on) == "" {
			continue
		}
		if p := v.above(i, k); p == "" || v.lex.words.has("belongs", p) {
			return h
		} else if other == nil && !office {
			other = h
		}
	}
	return other
}

// against reports whether what stands before word i turns a name round: "anti-".
func (v *View) against(i int) bool {
	i--
	if i > 0 && v.s.Words[i].In(v.text) == "-" {
		i--
	}
	return i >= 0 && v.lex.words.has("against", strings.ToLower(v.s.Words[i].In(v.text)))
}

// above is the preposition by which word i hangs below word k, empty if none does.
func (v *View) above(i, k int) string {
	last := ""
	for j, n := i, 0; j >= 0 && j != k && n < maxDepth; j, n = v.s.Words[j].Head, n+1 {
		if p := v.preposition(j); p != "" {
			last = p
		}
	}
	return last
}

// roleIn is the word for a role that says what the head of a phrase is: at the head,
// else the nearest before it ("President Bush"), else right behind it as its name.
func (v *View) roleIn(k, lo, hi int) *hit {
	for i := k; i >= lo; i-- {
		if h := v.roleAt(i); h != nil && (i == k || v.s.Words[k].UPOS == "PROPN") {
			return h
		}
	}
	for i := k + 1; i <= hi && v.s.Words[i].Head == k; i++ {
		if h := v.roleAt(i); h != nil && (v.s.Words[i].Rel == "flat" || v.s.Words[i].Rel == "appos") {
			return h
		}
	}
	return nil
}
