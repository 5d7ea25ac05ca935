package syntax

import (
	"fmt"
	"io/fs"
	"strings"
	"unicode/utf8"
)

// lemmas finds dictionary forms: known forms by table, the rest by the longest
// known ending.
type lemmas struct {
	// forms maps a tag and a form to the lemma.
	forms map[tagged]string
	// endings maps a tag and an ending to the ending of the lemma.
	endings map[tagged]string
	// words are the dictionary forms that were seen, with and without their tag.
	words map[tagged]bool
}

// tagged is a form or an ending with its universal tag.
type tagged struct{ upos, form string }

// maxEnding is the length of the longest ending in runes.
const maxEnding = 6

// loadLemmas reads lines "form UPOS word lemma" and "end UPOS ending ending",
// parted by tabs.
func loadLemmas(models fs.FS, language string) (*lemmas, error) {
	name := language + ".lemmas.gz"
	b, err := unzip(models, name)
	if err != nil {
		return nil, fmt.Errorf("load lemmas: %w", err)
	}
	l := &lemmas{map[tagged]string{}, map[tagged]string{}, map[tagged]bool{}}
	for line := range strings.Lines(b) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) != 4 {
			return nil, fmt.Errorf("load lemmas: %s: bad line %q", name, line)
		}
		to := l.forms
		if f[0] == "end" {
			to = l.endings
		}
		to[tagged{f[1], f[2]}] = f[3]
		if f[0] == "form" {
			l.words[tagged{f[1], f[3]}], l.words[tagged{"", f[3]}] = true, true
		}
	}
	return l, nil
}

// of is the lemma of a form with a tag.
func (l *lemmas) of(form, upos string) string {
	if upos == "PROPN" {
		return form
	}
	lower := strings.ToLower(form)
	if m, ok := l.forms[tagged{upos, lower}]; ok {
		return m
	}
	best, rank := lower, 0
	for at, n := endingStart(lower), maxEnding; n >= 0; n-- {
		if e, ok := l.endings[tagged{upos, lower[at:]}]; ok {
			if r := l.rank(upos, lower[:at]+e); r > rank {
				best, rank = lower[:at]+e, r
			}
		}
		if at == len(lower) {
			break
		}
		_, size := utf8.DecodeRuneInString(lower[at:])
		at += size
	}
	return best
}

// rank says how good a guess is: a word of that tag, a word at all, or just what
// the ending says. The longest ending wins among equals.
func (l *lemmas) rank(upos, guess string) int {
	switch {
	case l.words[tagged{upos, guess}]:
		return 3
	case l.words[tagged{"", guess}]:
		return 2
	}
	return 1
}

// endingStart is where the last maxEnding runes of w begin. The first rune is
// never part of an ending.
func endingStart(w string) int {
	at := len(w)
	for n := 0; n < maxEnding && at > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(w[:at])
		if at-size == 0 {
			break
		}
		at -= size
	}
	return at
}
