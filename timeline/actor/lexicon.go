package actor

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/datelinehq/dateline/timeline/syntax"
)

// A Lexicon is what is known of names and roles in one language. It never changes
// and may be used by many goroutines.
type Lexicon struct {
	names, roles *trie
	entries      []entry
	words        words
	// usual are the usual names of countries.
	usual map[string]string
	// plain are the countries and regions that are words or first names as well.
	plain map[string]bool
}

// An entry is a name in a table.
type entry struct {
	kind
	codes terms
	// surface are the words as the table has them; their capitals must be met.
	surface   []string
	canonical string
	// prefix is the organisation that a role stands behind ("NGO" of "NGO~").
	prefix string
	// loose names are given in capitals only: one capital in the text is enough.
	loose bool
	// lone names are words as well, and no names beside other names: "Jordan".
	lone bool
}

// add puts a name into a trie.
func (l *Lexicon) add(t *trie, name string, e entry) {
	e.surface = cut(name)
	if len(e.surface) == 0 {
		return
	}
	t.add(e.surface, int32(len(l.entries)))
	l.entries = append(l.entries, e)
}

// cut parts a name of a table into words as sentences have them: hyphens are left
// out, and the ending behind an apostrophe is a word.
func cut(name string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' || r == '(' || r == ')' }) {
		at := strings.LastIndexAny(w, "'’")
		if at > 0 && at >= len(w)-len("’s") {
			out = append(out, w[:at], w[at:])
			continue
		}
		out = append(out, w)
	}
	return out
}

// Begins reports whether a known name begins with word w, articles and single letters
// left aside.
func (l *Lexicon) Begins(w string) bool {
	if len(w) < 2 || l.words.has("definite", strings.ToLower(w)) {
		return false
	}
	_, ok := l.names.step(0, w)
	return ok
}

// A hit is a name or role found in a sentence: words from to before to.
type hit struct {
	from, to int
	e        *entry
}

// find is the longest entry of t that begins at word i. Words of byLemma tries may end
// in their dictionary form.
func (l *Lexicon) find(t *trie, text string, ws []syntax.Word, i int, byLemma, shouted bool) (h hit, ok bool) {
	node := int32(0)
	for k := i; k < len(ws); k++ {
		w := ws[k].In(text)
		if k > i && w == "-" {
			continue
		}
		n, on := t.step(node, w)
		if byLemma {
			if m, is := t.step(node, ws[k].Lemma); is && (!on || len(t.ends[n]) == 0) {
				if e := l.fits(t.ends[m], text, ws, i, k, shouted, true); e != nil {
					h, ok = hit{i, k + 1, e}, true
				}
			}
		}
		if !on {
			break
		}
		if e := l.fits(t.ends[n], text, ws, i, k, shouted, byLemma); e != nil {
			h, ok = hit{i, k + 1, e}, true
		}
		node = n
	}
	return h, ok
}

// fits is the first entry whose capitals words i to k have.
func (l *Lexicon) fits(es []int32, text string, ws []syntax.Word, i, k int, shouted, anyCase bool) *entry {
	for _, n := range es {
		e := &l.entries[n]
		if anyCase || e.written(text, ws[i:k+1], shouted) {
			return e
		}
	}
	return nil
}

// written reports whether the capitals of e stand in the text. In a sentence of
// capitals only, short names must be tagged as names.
func (e *entry) written(text string, ws []syntax.Word, shouted bool) bool {
	capital := false
	n := 0
	for _, w := range ws {
		word := w.In(text)
		if word == "-" && len(ws) > 1 {
			continue
		}
		upper := beginsUpper(word)
		capital = capital || upper
		if n < len(e.surface) && !e.loose && !sameCase(e.surface[n], word, upper) {
			return false
		}
		if shouted && n < len(e.surface) && len(ws) == 1 && len(word) <= 3 && w.UPOS != "PROPN" {
			return false
		}
		n++
	}
	return capital
}

// sameCase reports whether word has the capitals of a table's word: all of them in
// a short one ("US", not "us" or "Us"), else the first.
func sameCase(table, word string, upper bool) bool {
	if !beginsUpper(table) {
		return true
	}
	if !upper {
		return false
	}
	letters := 0
	for _, r := range table {
		if unicode.IsLower(r) {
			return true
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	if letters < 2 || letters > 3 {
		return true
	}
	for _, r := range word {
		if unicode.IsLower(r) {
			return false
		}
	}
	return true
}

func beginsUpper(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}
