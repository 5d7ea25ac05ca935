package timex

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/datelinehq/dateline/timeline/text"
)

// A vocabulary numbers words and classes. It grows while a pack is compiled;
// seal ends that.
type vocabulary struct {
	words   map[string]int32
	classes map[string]int32
	// strong words alone make a sentence worth reading, by word id.
	strong []bool
	// named weak words are strong where the text capitalises them: "May".
	named []bool
	// names are the words by their number.
	names []string
	// suffixes are endings that are tokens of their own: "'s".
	suffixes []string
	// parts are what compounds consist of.
	parts partTree
	// group and decimal are the marks inside numbers.
	group, decimal string
	// table holds the words by their hash, at that place or the next free one.
	table []entry
}

// An entry is a word in the table; id 0 is none.
type entry struct {
	hash uint32
	id   int32
}

func newVocabulary() *vocabulary {
	return &vocabulary{words: map[string]int32{}, classes: map[string]int32{}, strong: []bool{false}, named: []bool{false}, names: []string{""}}
}

// word is the number of w, which is lower-cased and a single token.
func (v *vocabulary) word(w string) int32 {
	id, ok := v.words[w]
	if !ok {
		id = int32(len(v.strong))
		v.words[w] = id
		v.strong, v.named = append(v.strong, false), append(v.named, false)
		v.names = append(v.names, w)
	}
	return id
}

func (v *vocabulary) class(name string) int32 {
	id, ok := v.classes[name]
	if !ok {
		id = int32(len(v.classes))
		v.classes[name] = id
	}
	return id
}

// literals are the elements that match surface, with a capital where it has one.
func (v *vocabulary) literals(surface string) []elem {
	if slices.Contains(v.suffixes, surface) {
		return []elem{{id: v.word(surface), slot: -1}}
	}
	d := text.Split(text.Article{Text: surface}, text.Rules{})
	var es []elem
	add := func(w string, glued bool) {
		es = append(es, elem{id: v.word(strings.ToLower(w)), capital: startsUpper(w), glued: glued, slot: -1})
	}
	for i, a := range d.Atoms {
		stem, suffix := v.suffix(d.Word(i))
		add(stem, a.Glued)
		if suffix != "" {
			add(suffix, true)
		}
	}
	return es
}

// seal makes the table, for lookup.
func (v *vocabulary) seal() {
	size := 16
	for size < 2*len(v.names) {
		size *= 2
	}
	v.table = make([]entry, size)
	for id, name := range v.names[1:] {
		h := hash(name)
		at := int(h) & (size - 1)
		for v.table[at].id != 0 {
			at = (at + 1) & (size - 1)
		}
		v.table[at] = entry{h, int32(id + 1)}
	}
}

// maxWord is the length in bytes of the longest word that is looked up.
const maxWord = 64

// lookup is the number of w in whatever case, 0 if it is not in the vocabulary.
func (v *vocabulary) lookup(w string) int32 {
	var buf [maxWord]byte
	if len(w) > len(buf) {
		return 0
	}
	h := uint32(hashSeed)
	for i := 0; i < len(w); i++ {
		c := w[i]
		if c >= utf8.RuneSelf {
			low := lower(buf[:0], w)
			return v.find(low, hash(low))
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf[i] = c
		h = (h ^ uint32(c)) * hashPrime
	}
	return v.find(buf[:len(w)], h)
}

// find is the number of the lower-cased w with hash h.
func (v *vocabulary) find(w []byte, h uint32) int32 {
	for at := int(h); ; at++ {
		e := v.table[at&(len(v.table)-1)]
		if e.id == 0 || e.hash == h && v.names[e.id] == string(w) {
			return e.id
		}
	}
}

// lower appends w to b in small letters.
func lower(b []byte, w string) []byte {
	for _, r := range w {
		b = utf8.AppendRune(b, unicode.ToLower(r))
	}
	return b
}

// The hash of words is FNV-1a.
const (
	hashSeed  = 2166136261
	hashPrime = 16777619
)

func hash[T string | []byte](w T) uint32 {
	h := uint32(hashSeed)
	for i := 0; i < len(w); i++ {
		h = (h ^ uint32(w[i])) * hashPrime
	}
	return h
}
