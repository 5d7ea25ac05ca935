package actor

import (
	"unicode"
	"unicode/utf8"
)

// maxWord is the longest word of a name in bytes; a longer one is in no table.
const maxWord = 64

// trie finds word sequences. Words are folded to numbers first, so that looking up
// allocates nothing.
type trie struct {
	words map[string]int32
	next  map[edge]int32
	// ends are the entries that end at each node, the first that fits wins.
	ends [][]int32
}

type edge struct{ node, word int32 }

func newTrie() *trie {
	return &trie{words: map[string]int32{}, next: map[edge]int32{}, ends: make([][]int32, 1)}
}

// add makes entry e end behind words.
func (t *trie) add(words []string, e int32) {
	node := int32(0)
	for _, w := range words {
		var buf [maxWord]byte
		f := fold(buf[:0], w)
		id, ok := t.words[string(f)]
		if !ok {
			id = int32(len(t.words))
			t.words[string(f)] = id
		}
		n, ok := t.next[edge{node, id}]
		if !ok {
			n = int32(len(t.ends))
			t.ends = append(t.ends, nil)
			t.next[edge{node, id}] = n
		}
		node = n
	}
	t.ends[node] = append(t.ends[node], e)
}

// step is the node behind word w, false if no name goes on so.
func (t *trie) step(node int32, w string) (int32, bool) {
	var buf [maxWord]byte
	id, ok := t.words[string(fold(buf[:0], w))]
	if !ok {
		return 0, false
	}
	n, ok := t.next[edge{node, id}]
	return n, ok
}

// fold writes w in small letters, without full stops and with plain apostrophes, so
// that "U.S." and "US" are one word. What is longer than maxWord is cut.
func fold(to []byte, w string) []byte {
	for _, r := range w {
		switch r {
		case '.':
			continue
		case '’', 'ʼ':
			r = '\''
		}
		r = unicode.ToLower(r)
		if len(to)+utf8.RuneLen(r) > maxWord {
			break
		}
		to = utf8.AppendRune(to, r)
	}
	return to
}
