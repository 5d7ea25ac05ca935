// Package feature turns words and half-built trees into hashed features.
//
// In come words, tags and arcs, out come lists of 64-bit features for the linear
// models of tagger and parser. Training and parsing share it, so that both see
// the same. It refuses to know weights.
package feature

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Version is written into the model cards. It grows whenever a feature changes,
// since models of another version score nonsense.
const Version = 5

// A Word is what the models see of a word.
type Word struct {
	form, lower uint64
	suffix      [5]uint64
	prefix      [4]uint64
	shape       uint64
	fine        uint64
	coarse      uint64
	// tags are the tags that the word has had; of a word that is not known so,
	// its shape and ending.
	tags    uint64
	capital bool
	// kind is what the lexicon knows of the word.
	kind  uint64
	only  string
	empty bool
}

// Hash is FNV-1a of s, mixed.
func Hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return mix(h)
}

// Hashes are the hashes of several strings.
func Hashes(ss []string) []uint64 {
	hs := make([]uint64, len(ss))
	for i, s := range ss {
		hs[i] = Hash(s)
	}
	return hs
}

// mix is the finaliser of MurmurHash3.
func mix(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

// Features are sums of hashes that are already well mixed, each times an odd
// number of its place, which takes a few cycles; the model mixes the sum.
const (
	place0 = 0x9e3779b97f4a7c15
	place1 = 0xc2b2ae3d27d4eb4f
	place2 = 0x165667b19e3779f9
	place3 = 0xd6e8feb86659fd93
	place4 = 0xa0761d6478bd642f
)

func f1(t, a uint64) uint64          { return t*place0 + a*place1 }
func f2(t, a, b uint64) uint64       { return t*place0 + a*place1 + b*place2 }
func f3(t, a, b, c uint64) uint64    { return t*place0 + a*place1 + b*place2 + c*place3 }
func f4(t, a, b, c, d uint64) uint64 { return t*place0 + a*place1 + b*place2 + c*place3 + d*place4 }

// NewWord looks at a word's letters.
func NewWord(s string, known Lexicon) Word {
	s = short(s)
	lower := strings.ToLower(s)
	e := known.find(s, lower)
	form := shape(s)
	w := Word{
		form: Hash(s), lower: Hash(lower), shape: Hash(form), kind: mix(uint64(e.Kind) + 1), only: e.Only,
		fine: mix(uint64(e.Fine) + 1<<20), coarse: mix(uint64(e.Coarse) + 1<<21),
	}
	first, _ := utf8.DecodeRuneInString(s)
	w.capital = unicode.IsUpper(first)
	for i, end := 0, len(lower); i < len(w.suffix) && end > 0; i++ {
		_, n := utf8.DecodeLastRuneInString(lower[:end])
		end -= n
		w.suffix[i] = Hash(lower[end:])
	}
	for i, end := 0, 0; i < len(w.prefix) && end < len(lower); i++ {
		_, n := utf8.DecodeRuneInString(lower[end:])
		end += n
		w.prefix[i] = Hash(lower[:end])
	}
	if e.Tags != "" {
		w.tags = Hash(e.Tags)
	} else {
		w.tags = mix(w.shape + w.suffix[1])
	}
	return w
}

// shape is "Xx" for a capitalised word, "9,9" for 3,000: runs of one kind count
// once.
func shape(s string) string {
	var b []byte
	for _, r := range s {
		c := byte('-')
		switch {
		case unicode.IsUpper(r):
			c = 'X'
		case unicode.IsLower(r):
			c = 'x'
		case unicode.IsDigit(r):
			c = '9'
		case r < utf8.RuneSelf:
			c = byte(r)
		}
		if len(b) == 0 || b[len(b)-1] != c {
			b = append(b, c)
		}
	}
	return string(b)
}

// edge stands for what lies outside the sentence.
var edge = Word{form: 1, lower: 1, shape: 1, fine: 1, coarse: 1, tags: 1, kind: 1, empty: true}

func at(ws []Word, i int) *Word {
	if i < 0 || i >= len(ws) {
		return &edge
	}
	return &ws[i]
}

// Same reports whether two words are written alike.
func (w Word) Same(o Word) bool { return w.form == o.form }

// IsName reports whether the lexicon knows the word as a name and nothing else.
func (w *Word) IsName() bool { return w.kind == nameKind }

var nameKind = mix(uint64(Name) + 1)

// Only is the tag that the word always has, "" if there is none.
func (w *Word) Only() string { return w.only }
