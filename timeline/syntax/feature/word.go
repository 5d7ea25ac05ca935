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
const Version = 3

// A Word is what the models see of a word.
type Word struct {
	form, lower uint64
	suffix      [4]uint64
	prefix      [3]uint64
	shape       uint64
	capital     bool
	// common is what the lexicon knows of the word.
	common uint64
	empty  bool
}

// Hash is FNV-1a of s, mixed.
func Hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return mix(h)
}

// mix is the finaliser of MurmurHash3.
func mix(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

// join makes a feature of a template number and its values.
func join(template int, vs ...uint64) uint64 {
	h := uint64(template)*0x9e3779b97f4a7c15 + 1
	for _, v := range vs {
		h = mix(h ^ v)
	}
	return h
}

// A Lexicon tells what is known of words. A capitalised word that is not known in
// small letters is most likely a name, even at the start of a sentence.
type Lexicon map[string]Kind

// Kind is what a Lexicon knows of a word.
type Kind uint8

const (
	// Unknown words are not in the lexicon.
	Unknown Kind = iota
	// Common words are known in small letters, and listed so.
	Common
	// Name is listed as it is written, with its capital.
	Name
)

// NewWord looks at a word's letters.
func NewWord(s string, known Lexicon) Word {
	lower := strings.ToLower(s)
	w := Word{form: Hash(s), lower: Hash(lower), shape: Hash(shape(s)), common: uint64(max(known[s], known[lower])) + 1}
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
var edge = Word{form: 1, lower: 1, shape: 1, empty: true}

func at(ws []Word, i int) *Word {
	if i < 0 || i >= len(ws) {
		return &edge
	}
	return &ws[i]
}

// Same reports whether two words are written alike.
func (w Word) Same(o Word) bool { return w.form == o.form }

// IsName reports whether the lexicon knows the word as a name and nothing else.
func (w *Word) IsName() bool { return w.common == uint64(Name)+1 }
