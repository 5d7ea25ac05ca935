package actor

import (
	"strings"
	"unicode"

	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/syntax"
)

// A Reader reads the sentences of one article in their order, and remembers.
type Reader struct {
	lex    *Lexicon
	text   string
	on     day
	memory memory
}

// Read begins an article. published decides who holds an office.
func (l *Lexicon) Read(text string, published edtf.Date) *Reader {
	r := &Reader{lex: l, text: text, memory: newMemory()}
	if !published.IsZero() && published.Month > 0 && published.Day > 0 {
		r.on = day(published.Year*10000 + int(published.Month)*100 + int(published.Day))
	}
	return r
}

// A View is one sentence with its names and roles. It is valid until the next
// sentence is read.
type View struct {
	*Reader
	s syntax.Sentence
	// skip are words that belong to no actor, such as those of dates.
	skip []bool
	hits []hit
	// name and role are for each word its hit in hits plus one, 0 for none.
	name, role []int
}

// Sentence reads the next sentence. skip may be nil.
func (r *Reader) Sentence(s syntax.Sentence, skip []bool) *View {
	n := len(s.Words)
	if skip == nil {
		skip = make([]bool, n)
	}
	v := &View{Reader: r, s: s, skip: skip, name: make([]int, n), role: make([]int, n)}
	shouted := !r.anyLower(s)
	v.mark(r.lex.names, v.name, false, shouted)
	v.mark(r.lex.roles, v.role, true, shouted)
	r.memory.next(v)
	return v
}

func (r *Reader) anyLower(s syntax.Sentence) bool {
	for _, w := range s.Words {
		for _, c := range w.In(r.text) {
			if unicode.IsLower(c) {
				return true
			}
		}
	}
	return false
}

// mark finds the longest entries from left to right.
func (v *View) mark(t *trie, at []int, byLemma, shouted bool) {
	for i := 0; i < len(v.s.Words); {
		h, ok := v.lex.find(t, v.text, v.s.Words, i, byLemma, shouted)
		if !ok || v.skip[i] || h.e.kind != roleNoun && (!v.alone(h) || v.backs(h)) || h.e.kind == roleNoun && !v.noun(h) {
			i++
			continue
		}
		v.hits = append(v.hits, h)
		for k := h.from; k < h.to; k++ {
			at[k] = len(v.hits)
		}
		i = h.to
	}
}

// noun reports whether a role ends in a noun: "general strike" is about none.
func (v *View) noun(h hit) bool {
	u := v.s.Words[h.to-1].UPOS
	return u == "NOUN" || u == "PROPN"
}

// backs reports whether a name only stands in a participle: "UN-brokered". In
// "US-led" it tells whose side it is.
func (v *View) backs(h hit) bool {
	ws := v.s.Words
	if h.to+1 >= len(ws) || ws[h.to].In(v.text) != "-" {
		return false
	}
	w := ws[h.to+1]
	return (w.XPOS == "VBN" || w.XPOS == "VBD") && !v.lex.words.has("linked", strings.ToLower(w.In(v.text)))
}

// alone reports whether a hit is not just a part of another name: "Paris Hilton",
// "Michael Jordan".
func (v *View) alone(h hit) bool {
	if h.to-h.from > 1 || h.e.kind > place {
		return true
	}
	ws := v.s.Words
	if k := h.to; k < len(ws) && ws[k].Rel == "flat" && ws[k].Head == h.from && ws[k].UPOS == "PROPN" {
		return false
	}
	if !h.e.lone {
		return true
	}
	k := h.from - 1
	if ws[h.from].UPOS != "PROPN" && ws[h.from].UPOS != "ADJ" {
		return false
	}
	joined := k >= 0 && ws[k].UPOS == "PROPN" && (ws[h.from].Head == k && ws[h.from].Rel == "flat" || ws[k].Head == h.from && ws[k].Rel == "compound")
	return !joined || v.name[k] > 0
}

func (v *View) nameAt(k int) *hit {
	if v.name[k] == 0 {
		return nil
	}
	return &v.hits[v.name[k]-1]
}

func (v *View) roleAt(k int) *hit {
	if v.role[k] == 0 {
		return nil
	}
	return &v.hits[v.role[k]-1]
}

// Named reports whether word k is part of a known name.
func (v *View) Named(k int) bool { return v.name[k] > 0 }

// Role reports whether word k is part of a word for a role.
func (v *View) Role(k int) bool { return v.role[k] > 0 }

// Seat reports whether word k is in the name of a city or region, which behind some
// prepositions is a place.
func (v *View) Seat(k int) bool {
	h := v.nameAt(k)
	return h != nil && (h.e.kind == seat || h.e.kind == place)
}
