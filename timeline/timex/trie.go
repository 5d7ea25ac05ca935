package timex

import (
	"cmp"
	"math/bits"
	"slices"

	"github.com/datelinehq/dateline/timeline/text"
)

// A trie holds the forms of a grammar by their beginnings. What forms have in
// common is matched once, and only edges that the text offers are walked: rules
// that a text does not begin cost it nothing, however many there are.
type trie struct {
	// states are the beginnings; the first is the empty one.
	states []state
	// byWord are the first state's edges by word, byClass the states behind its
	// classes, 0 for none: every token asks for them.
	byWord  [][]edge
	byClass []int32
	// width is the length of a keySet.
	width int
}

// A state is a beginning that forms share.
type state struct {
	// ends are the forms that are complete here.
	ends []int32
	// words are the edges of literals in the order of their ids, numbers those of
	// digits, items those of classes in the order of their keys.
	words, numbers, items []edge
	keys                  keySet
}

// An edge leads to the state that is longer by one element. Edges do not tell
// slots apart: values are kept by their place in the form.
type edge struct {
	elem
	to int32
}

// newTrie files the forms of a grammar that has so many words and classes.
func newTrie(forms []form, words, classes int) *trie {
	t := &trie{
		states: make([]state, 1), byWord: make([][]edge, words), byClass: make([]int32, classes),
		width: (2*classes + 63) / 64,
	}
	known := map[edge]int32{} // by element and the state before it
	for i, f := range forms {
		at := int32(0)
		for k, e := range f.elems {
			e.slot, e.glued = -1, e.glued && k > 0 // before a form anything may stand
			to, ok := known[edge{e, at}]
			if !ok {
				to = int32(len(t.states))
				t.states = append(t.states, state{})
				t.states[at].branch(edge{e, to})
				known[edge{e, at}] = to
			}
			at = to
		}
		t.states[at].ends = append(t.states[at].ends, int32(i))
	}
	for i := range t.states {
		t.states[i].sort(t.width)
	}
	for _, e := range t.states[0].words {
		t.byWord[e.id] = append(t.byWord[e.id], e)
	}
	for _, e := range t.states[0].items {
		t.byClass[e.id] = e.to
	}
	return t
}

func (s *state) branch(e edge) {
	switch e.kind {
	case literal:
		s.words = append(s.words, e)
	case digits:
		s.numbers = append(s.numbers, e)
	case class:
		s.items = append(s.items, e)
	}
}

// sort brings the edges into the order in which they are looked up.
func (s *state) sort(width int) {
	slices.SortStableFunc(s.words, func(a, b edge) int { return cmp.Compare(a.id, b.id) })
	slices.SortFunc(s.items, func(a, b edge) int { return cmp.Compare(a.key(), b.key()) })
	s.keys = make(keySet, width)
	for _, e := range s.items {
		s.keys.add(e.key())
	}
}

// literals are the edges of s for a word.
func (s *state) literals(id int32) []edge {
	first := 0
	if len(s.words) > 8 {
		first, _ = slices.BinarySearchFunc(s.words, id, func(e edge, id int32) int { return cmp.Compare(e.id, id) })
	}
	for first < len(s.words) && s.words[first].id < id {
		first++
	}
	last := first
	for last < len(s.words) && s.words[last].id == id {
		last++
	}
	return s.words[first:last]
}

// fits reports whether t is what a literal or digits ask for.
func (e *elem) fits(t *token) bool {
	if e.glued && !t.glued {
		return false
	}
	if e.kind == literal {
		return t.id == e.id && (!e.capital || t.capital)
	}
	return t.kind == text.Digits && (e.width == 0 || t.width == e.width) &&
		t.num >= float64(e.lo) && t.num <= float64(e.hi) && (e.broken || t.num == float64(int64(t.num)))
}

// A keySet is a set of classes. Each is there twice: as an item that white space
// may stand before, and as one that it may not.
type keySet []uint64

func (e *elem) key() int {
	if e.glued {
		return int(e.id)*2 + 1
	}
	return int(e.id) * 2
}

func (s keySet) add(key int) { s[key/64] |= 1 << (key % 64) }

// rank is the number of keys of s below key.
func (s keySet) rank(key int) int {
	n := bits.OnesCount64(s[key/64] & (1<<(key%64) - 1))
	for _, w := range s[:key/64] {
		n += bits.OnesCount64(w)
	}
	return n
}
