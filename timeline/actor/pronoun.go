package actor

import "strings"

// fromPronoun leads a pronoun back to the subject before it, where number and kind
// agree and there is one.
func (v *View) fromPronoun(k int, a *Actor) {
	word := strings.ToLower(v.s.Words[k].In(v.text))
	if !v.lex.words.has("it", word) && !v.lex.words.has("he", word) && !v.lex.words.has("they", word) {
		return
	}
	if n, ok := v.antecedent(k, word); ok {
		a.take(n, ByPronoun)
	}
}

// Antecedent is the word of this sentence that pronoun k plainly stands for: the
// subject of a clause above it. It is -1 where there is none.
func (v *View) Antecedent(k int) int {
	if s := v.subjectAbove(k); s >= 0 && v.Actor(k).How == ByPronoun {
		return s
	}
	return -1
}

// subjectAbove is the nearest subject before word k, and no pronoun, of the clauses
// above it; -1 if there is none.
func (v *View) subjectAbove(k int) int {
	for i, n := v.clauseOf(k), 0; i >= 0 && n < maxDepth; i, n = v.clauseOf(i), n+1 {
		if s := v.s.Child(i, "nsubj", "nsubj:pass"); s >= 0 && s < k && v.s.Words[s].UPOS != "PRON" {
			return s
		}
	}
	return -1
}

func (v *View) antecedent(k int, word string) (known, bool) {
	if s := v.subjectAbove(k); s >= 0 {
		c := v.known(s, v.Actor(s))
		return c, v.agrees(c, word)
	}
	var found known
	many := 0
	for s := 0; s < k; s++ {
		w := v.s.Words[s]
		if strings.HasPrefix(w.Rel, "nsubj") && w.UPOS != "PRON" {
			if c := v.known(s, v.Actor(s)); v.agrees(c, word) {
				found = c
				many++
			}
		}
	}
	if many == 0 && v.memory.plain && v.agrees(v.memory.subject, word) {
		return v.memory.subject, true
	}
	return found, many == 1
}

// agrees reports whether a pronoun may stand for n.
func (v *View) agrees(n known, word string) bool {
	w := v.lex.words
	return w.has("it", word) && n.thing || w.has("he", word) && n.soul && !n.plural || w.has("they", word) && (n.plural || n.thing)
}

// clauseOf is the verb over word k, -1 if there is none.
func (v *View) clauseOf(k int) int {
	for i, n := v.s.Words[k].Head, 0; i >= 0 && n < maxDepth; i, n = v.s.Words[i].Head, n+1 {
		if v.s.Words[i].UPOS == "VERB" {
			return i
		}
	}
	return -1
}
