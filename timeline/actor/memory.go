package actor

import (
	"strings"
)

// memory is what an article has named so far.
type memory struct {
	// short leads words of names to who bears them; an empty code and name means that
	// several do.
	short map[string]known
	// heads leads nouns ("ministry") to the one actor that was called so.
	heads map[string]known
	// countries are those named, in their order.
	countries []known
	// before is the sentence before, and what its main subject was.
	last    *View
	subject known
	plain   bool // subject is known
}

// known is somebody named before.
type known struct {
	code, role, canonical string
	// plural, thing and soul say which pronouns may stand for it.
	plural, thing, soul bool
}

// maxCountries bounds how many countries are told apart.
const maxCountries = 64

func newMemory() memory {
	return memory{short: map[string]known{}, heads: map[string]known{}}
}

// next takes in the sentence before v.
func (m *memory) next(v *View) {
	if l := m.last; l != nil {
		m.plain = false
		for k, w := range l.s.Words {
			if h := l.nameAt(k); h != nil && h.from == k && h.e.kind <= place {
				m.country(h)
			}
			if w.UPOS == "PROPN" && w.Rel != "flat" && w.Rel != "compound" && w.Rel != "amod" || l.Role(k) {
				m.learn(l, k)
			}
			if w.Head >= 0 && strings.HasPrefix(w.Rel, "nsubj") && l.s.Words[w.Head].Head < 0 && !m.plain {
				m.subject, m.plain = l.known(k, l.Actor(k)), true
			}
		}
	}
	m.last = v
}

func (m *memory) country(h *hit) {
	code := side(h.e.codes.at(0))
	if !isCountry(code) || len(m.countries) >= maxCountries {
		return
	}
	for _, c := range m.countries {
		if c.code == code {
			return
		}
	}
	m.countries = append(m.countries, known{code: code, canonical: h.e.canonical})
}

// learn remembers the words of the name around word k, and its noun for a role.
func (m *memory) learn(v *View, k int) {
	w := v.s.Words[k]
	a := v.Actor(k)
	if a.How == ByShort || a.How == BySingle {
		return
	}
	if v.Role(k) && a.Code != "" {
		m.once(m.heads, strings.ToLower(w.Lemma), v.known(k, a))
	}
	if w.UPOS != "PROPN" || v.Named(k) {
		return
	}
	lo, hi := v.bounds(k)
	var name []string
	for i := lo; i <= hi; i++ {
		if v.ofName(i, k) {
			name = append(name, v.s.Words[i].In(v.text))
		}
	}
	if len(name) < 2 {
		return
	}
	n := v.known(k, a)
	n.canonical, n.soul = strings.Join(name, " "), true
	for _, word := range name {
		m.once(m.short, word, n)
	}
}

// ofName reports whether word i is part of the proper name of k: no known name and no
// word for a role.
func (v *View) ofName(i, k int) bool {
	w := v.s.Words[i]
	return w.UPOS == "PROPN" && !v.Named(i) && !v.Role(i) && (i == k || w.Head == k || w.Head >= 0 && v.s.Words[w.Head].Head == k) &&
		(i == k || w.Rel == "flat" || w.Rel == "compound" || w.Rel == "appos")
}

// once keeps n under a word; a second bearer of other code makes it nobody's.
func (m *memory) once(in map[string]known, word string, n known) {
	old, is := in[word]
	switch {
	case !is:
		in[word] = n
	case old.code == "" && old.canonical == n.canonical:
		in[word] = n
	case n.code != "" && side(old.code) != side(n.code):
		in[word] = known{}
	}
}

// known is actor a of word k as pronouns see it.
func (v *View) known(k int, a Actor) known {
	w := v.s.Words[k]
	n := known{code: a.Code, role: a.Role, canonical: a.Canonical}
	n.plural = w.XPOS == "NNS" || w.XPOS == "NNPS" || v.s.Child(k, "conj") >= 0
	h := v.nameAt(k)
	switch {
	case h != nil && h.e.kind == person:
		n.soul = true
	case h != nil && h.e.kind != nation:
		n.thing = true
		n.plural = n.plural || h.e.kind == group
	case v.lex.words.has("thing", strings.ToLower(w.Lemma)):
		n.thing = true
	case w.UPOS == "PROPN" || v.Role(k):
		n.soul = true
	}
	if n.canonical == "" {
		n.canonical = a.Span.In(v.text)
	}
	return n
}

// fromMemory leads a short form back to its name where there is one bearer.
func (v *View) fromMemory(k, lo, hi int, a *Actor) {
	w := v.s.Words[k]
	word := w.In(v.text)
	m := &v.memory
	if w.UPOS == "PROPN" && hi-lo <= 3 {
		if n, ok := m.short[word]; ok && n.canonical != "" {
			a.take(n, ByShort)
			return
		}
	}
	if !v.definite(k, lo) {
		return
	}
	if v.lex.words.has("short", word) {
		if n, ok := m.begins(word); ok {
			a.take(n, ByShort)
			return
		}
	}
	lemma := strings.ToLower(w.Lemma)
	if !v.Role(k) {
		return
	}
	if n, ok := m.heads[lemma]; ok && n.code != "" && k-lo <= 1 {
		a.take(n, BySingle)
		return
	}
	if v.lex.words.has("state", lemma) {
		if n, ok := v.onlyCountry(); ok {
			a.Code, a.Canonical, a.How = n.code+a.Role, n.canonical, BySingle
		}
	}
}

func (a *Actor) take(n known, how How) {
	a.Code, a.Canonical, a.How = n.code, n.canonical, how
	if n.role != "" {
		a.Role = n.role
	}
}

// definite reports whether the phrase of k begins with a word like "the".
func (v *View) definite(k, lo int) bool {
	return lo < k && v.lex.words.has("definite", strings.ToLower(v.s.Words[lo].In(v.text)))
}

// begins is the one country named whose usual name begins with word.
func (m *memory) begins(word string) (known, bool) {
	var found known
	n := 0
	for _, c := range m.countries {
		if first, _, two := strings.Cut(c.canonical, " "); two && first == word {
			found = c
			n++
		}
	}
	return found, n == 1
}

// onlyCountry is the country named so far if there is but one, this sentence
// included.
func (v *View) onlyCountry() (known, bool) {
	var one known
	if len(v.memory.countries) > 1 {
		return one, false
	}
	if len(v.memory.countries) == 1 {
		one = v.memory.countries[0]
	}
	for k := range v.s.Words {
		h := v.nameAt(k)
		if h == nil || h.e.kind > place {
			continue
		}
		c := side(h.e.codes.at(v.on))
		if !isCountry(c) || one.code != "" && one.code != c {
			return one, false
		}
		one = known{code: c, canonical: h.e.canonical}
	}
	return one, one.code != ""
}
