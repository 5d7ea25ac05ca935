package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Classes of ASCII bytes.
const (
	isOther = iota
	isSpace
	isLetter
	isDigit
)

var ascii = func() (t [128]uint8) {
	for _, c := range " \t\n\v\f\r" {
		t[c] = isSpace
	}
	for c := 'a'; c <= 'z'; c++ {
		t[c], t[c-32] = isLetter, isLetter
	}
	for c := '0'; c <= '9'; c++ {
		t[c] = isDigit
	}
	return t
}()

// scan cuts t into atoms.
func scan(t string) []Atom {
	atoms := make([]Atom, 0, len(t)/4+1)
	glued := false
	for i := 0; i < len(t); {
		c, n := class(t[i:])
		if c == isSpace {
			i += n
			glued = false
			continue
		}
		a := Atom{Span: Span{i, i + n}, Kind: Other, Glued: glued && len(atoms) > 0}
		switch c {
		case isLetter:
			a.Kind, a.End = Letters, letters(t, i+n)
		case isDigit:
			a.Kind, a.End = Digits, digits(t, i+n)
		}
		atoms = append(atoms, a)
		i, glued = a.End, true
	}
	return atoms
}

// class is the class of t's first character and its length in bytes.
func class(t string) (c uint8, n int) {
	if t[0] < utf8.RuneSelf {
		return ascii[t[0]], 1
	}
	r, n := utf8.DecodeRuneInString(t)
	switch {
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return isLetter, n
	case unicode.IsDigit(r):
		return isDigit, n
	case unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff':
		return isSpace, n
	}
	return isOther, n
}

// letters is the end of the run of letters that holds t[i-1]. An apostrophe
// between two letters belongs to the run.
func letters(t string, i int) int {
	for i < len(t) {
		c, n := class(t[i:])
		if c != isLetter {
			m := apostrophe(t[i:])
			if m == 0 || i+m >= len(t) {
				return i
			}
			if c, _ := class(t[i+m:]); c != isLetter {
				return i
			}
			n = m
		}
		i += n
	}
	return i
}

// apostrophe is the length of the apostrophe at the start of t, or 0.
func apostrophe(t string) int {
	switch {
	case t[0] == '\'':
		return 1
	case strings.HasPrefix(t, "’"):
		return len("’")
	}
	return 0
}

func digits(t string, i int) int {
	for i < len(t) {
		c, n := class(t[i:])
		if c != isDigit {
			return i
		}
		i += n
	}
	return i
}

func startsLower(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLower(r)
}

func lower(w string) string { return strings.ToLower(w) }
