// Package entity finds names of persons, organisations and places in words.
//
// In come the words of a document's sentences, lists of names and a model; out
// come labels, one a word. Training and reading share what the model sees, the
// labels and the search. The package refuses to know how weights are learnt,
// what a word is, and any language: lists and titles are data.
package entity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// affixes is how many prefixes and suffixes of a word the model sees.
const affixes = 4

// A word is what the model sees of a word.
type word struct {
	form, lower, shape uint64
	prefix, suffix     [affixes]uint64
	// parts are the hashes by which lists know the word: its pieces between
	// hyphens, in small letters, without full stops and accents.
	parts [maxParts]uint32
	n     int
	kind  kind
}

// maxParts bounds the pieces of one word. Web addresses have more and are no names.
const maxParts = 4

// kind says how a word is written.
type kind uint8

const (
	capital  kind = 1 << iota // begins with a capital
	shouting                  // holds capitals and no small letters, two at least
	lowered                   // begins with a small letter
	figure                    // begins with a digit
	sign                      // no letter and no digit
)

const (
	offset = 14695981039346656037
	prime  = 1099511628211
)

// hash is FNV-1a of s, mixed.
func hash(s string) uint64 {
	h := uint64(offset)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * prime
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

// look sees what decides whether the word needs a closer look.
func (w *word) look(s string) {
	*w = word{kind: kindOf(s)}
	if w.kind == sign {
		w.form = hash(s)
		w.lower = w.form
		w.n = split(s, &w.parts)
		return
	}
	lower := s
	if w.kind&(capital|shouting) != 0 || !ascii(s) {
		lower = strings.ToLower(s)
	}
	w.lower = hash(lower)
	w.n = split(lower, &w.parts)
}

// closer fills in the rest.
func (w *word) closer(s string) {
	w.form, w.shape = hash(s), shapeOf(s)
	lower := strings.ToLower(s)
	for i, end := 0, len(lower); i < affixes && end > 0; i++ {
		_, n := utf8.DecodeLastRuneInString(lower[:end])
		end -= n
		w.suffix[i] = hash(lower[end:])
	}
	for i, end := 0, 0; i < affixes && end < len(lower); i++ {
		_, n := utf8.DecodeRuneInString(lower[end:])
		end += n
		w.prefix[i] = hash(lower[:end])
	}
}

func ascii(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func kindOf(s string) kind {
	first, _ := utf8.DecodeRuneInString(s)
	var k kind
	switch {
	case unicode.IsUpper(first):
		k = capital
	case unicode.IsLetter(first):
		k = lowered
	case unicode.IsDigit(first):
		k = figure
	}
	upper, small := 0, 0
	for _, r := range s {
		switch {
		case 'a' <= r && r <= 'z' || r >= utf8.RuneSelf && unicode.IsLower(r):
			small++
		case 'A' <= r && r <= 'Z' || r >= utf8.RuneSelf && unicode.IsUpper(r):
			upper++
		}
	}
	if upper > 1 && small == 0 {
		k |= shouting
	}
	if k == 0 && upper+small == 0 {
		return sign
	}
	return k
}

// shapeOf is the hash of "Xx" for a capitalised word, "9,9" for 3,000: runs of one
// kind count once, and end after eight.
func shapeOf(s string) uint64 {
	h, last, n := uint64(offset), byte(0), 0
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
		if c != last {
			if n++; n > 8 {
				break
			}
			h = (h ^ uint64(c)) * prime
		}
		last = c
	}
	return mix(h)
}

// split hashes the pieces of a word as lists know them.
func split(s string, parts *[maxParts]uint32) (n int) {
	if !ascii(s) {
		s = plain(strings.ToLower(s))
	}
	h, any := uint64(offset), false
	for i := 0; i <= len(s); i++ {
		if i == len(s) || s[i] == '-' {
			if any {
				if n == maxParts {
					return 0
				}
				parts[n] = uint32(mix(h) >> 32)
				n++
			}
			h, any = offset, false
			continue
		}
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c != '.' && c != '\'' {
			h, any = (h^uint64(c))*prime, true
		}
	}
	return n
}

// plain takes accents away, and writes the apostrophe of the typewriter.
func plain(s string) string {
	s = strings.ReplaceAll(s, "’", "'")
	if ascii(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(s))
}
