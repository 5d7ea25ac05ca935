package feature

import (
	"strings"
	"unicode/utf8"
)

// An Entry is what is known of a word without looking at its neighbours.
type Entry struct {
	Kind Kind
	// Fine and Coarse are classes of words that stand beside the same words, 0
	// for none.
	Fine, Coarse uint16
	// Tags are the tags that the word has had, most frequent first.
	Tags string
	// Only is the tag of a frequent word that never has another, "" if there is
	// none. It spares most of the tagger's work.
	Only string
}

// Kind says how a word is known. A capitalised word that is not known in small
// letters is most likely a name, even at the start of a sentence.
type Kind uint8

const (
	// Unknown words are not in the lexicon, or only with their classes.
	Unknown Kind = iota
	// Common words are known in small letters, and listed so.
	Common
	// Name is listed as it is written, with its capital.
	Name
)

// A Lexicon tells what is known of words, by their forms. A form with digits is
// listed with 0 for each.
type Lexicon map[string]Entry

// AddNames adds words that are names and nothing else.
func (l Lexicon) AddNames(names []string) {
	for _, n := range names {
		e := l[n]
		e.Kind, e.Only = Name, ""
		l[n] = e
	}
}

// find merges what is known of a form and of its small letters.
func (l Lexicon) find(s, lower string) Entry {
	e, ok := l[s]
	if lower != s {
		small := l[lower]
		e.Kind = max(e.Kind, small.Kind)
		if e.Fine == 0 {
			e.Fine, e.Coarse = small.Fine, small.Coarse
		}
		if e.Tags == "" {
			e.Tags, e.Only = small.Tags, ""
		}
	}
	if !ok && e.Fine == 0 {
		if z := Zeros(s); z != s {
			return l[z]
		}
	}
	return e
}

// Zeros is s with 0 in place of every digit.
func Zeros(s string) string {
	if !strings.ContainsAny(s, "0123456789") {
		return s
	}
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return '0'
		}
		return r
	}, s)
}

// longest bounds the letters of a word that are looked at, so that a word without
// end costs no more than a long one.
const longest = 200

// short is s, or its beginning if s is too long.
func short(s string) string {
	if len(s) <= longest {
		return s
	}
	end := longest
	for end > 0 && !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end]
}
