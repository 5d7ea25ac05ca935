// Package langid tells the language of a text that does not say it itself.
//
// In comes a text, out comes a language code, or nothing where the text is too
// short or the answer doubtful: a wrong language costs every date of an article,
// an unknown one is read by default. The package refuses to know what can be read
// in a language.
package langid

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/abadojack/whatlanggo"
)

const (
	// minLetters is how many letters it takes. Of 5,600 pieces of news of this
	// length in seven languages, what was called reliable was never wrong; of
	// pieces of half that length one in 700 was.
	minLetters = 200
	// minScript is enough for a script that only one language has.
	minScript = 40
	// maxLetters bounds what is looked at, glanceLetters what is glanced at when so
	// much is not clear, and maxBytes both, whatever the text is.
	maxLetters    = 400
	glanceLetters = 4 * maxLetters
	maxBytes      = 4 << 10
)

// A Guesser tells languages. The zero Guesser works; with the commonest words of
// some languages it tells these at once. It never changes.
type Guesser struct {
	common map[string][]string // codes by word
}

// New takes the commonest words of languages by code, in small letters.
func New(common map[string][]string) Guesser {
	g := Guesser{map[string][]string{}}
	for code, words := range common {
		for _, w := range words {
			g.common[w] = append(g.common[w], code)
		}
	}
	return g
}

// Of is the ISO 639-1 code of t's language, or "" where that is not sure.
func (g Guesser) Of(t string) string {
	s, n := sample(t, maxLetters)
	if n < minScript {
		return ""
	}
	if n >= minLetters {
		if code := g.glance(s); code != "" {
			return code
		}
		more, _ := sample(t, glanceLetters)
		if code := g.glance(more); code != "" {
			return code
		}
	}
	info := whatlanggo.Detect(s)
	if !info.IsReliable() || shared(info.Script) && n < minLetters {
		return ""
	}
	return info.Lang.Iso6391()
}

// sample is the beginning of t with at most so many letters, and their number.
func sample(t string, most int) (s string, letters int) {
	for i, r := range t {
		if letters == most || i >= maxBytes {
			return t[:i], letters
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return t, letters
}

// Words of a language make up glanceShare of a text at least, of any other
// language none do.
const (
	glanceShare = 6 // one in
	otherShare  = 50
)

// glance is the language whose commonest words fill the text, in a hundredth of
// the time that its three-letter groups take.
func (g Guesser) glance(s string) string {
	counts, words := map[string]int{}, 0
	for w := range strings.FieldsSeq(s) {
		words++
		if len(w) > 8 {
			continue
		}
		for _, code := range g.common[lower(w)] {
			counts[code]++
		}
	}
	best, rest := "", 0
	for code, n := range counts {
		if best == "" || n > counts[best] || n == counts[best] && code < best {
			best = code
		}
		rest += n
	}
	if rest -= counts[best]; best == "" || counts[best]*glanceShare < words || rest*otherShare > words {
		return ""
	}
	return best
}

// lower is strings.ToLower without a copy for what is lower already.
func lower(w string) string {
	for i := range len(w) {
		if c := w[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			return strings.ToLower(w)
		}
	}
	return w
}

// shared reports whether more than one language of the library has the script.
func shared(script *unicode.RangeTable) bool {
	switch script {
	case unicode.Latin, unicode.Cyrillic, unicode.Arabic, unicode.Devanagari, unicode.Hebrew, unicode.Ethiopic:
		return true
	}
	return false
}
