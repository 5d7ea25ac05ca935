package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Classes of bytes. What begins a character of several bytes is wide: class tells
// what the character is.
const (
	isOther = iota
	isSpace
	isLetter
	isDigit
	isWide
)

var bytes = func() (t [256]uint8) {
	for _, c := range " \t\n\v\f\r" {
		t[c] = isSpace
	}
	for c := 'a'; c <= 'z'; c++ {
		t[c], t[c-32] = isLetter, isLetter
	}
	for c := '0'; c <= '9'; c++ {
		t[c] = isDigit
	}
	for c := utf8.RuneSelf; c < len(t); c++ {
		t[c] = isWide
	}
	return t
}()

// perAtom is a little less than the bytes that an atom of news takes, with the
// blank before it.
const perAtom = 4

// scan cuts t into atoms.
func scan(t string) []Atom {
	atoms := make([]Atom, 0, len(t)/perAtom+1)
	glued := false
	for i := 0; i < len(t); {
		c, n := bytes[t[i]], 1
		if c == isWide {
			c, n = class(t[i:])
		}
		if c == isSpace {
			i += n
			glued = false
			continue
		}
		a := Atom{Span: Span{i, i + n}, Kind: Other, Glued: glued}
		switch c {
		case isLetter:
			a.Kind, a.End = Letters, letters(t, i+n)
		case isDigit:
			a.Kind, a.End = Digits, digits(t, i+n)
		case isOther:
			if n > 1 {
				a.End = symbol(t, i, n)
			}
		}
		atoms = append(atoms, a)
		i, glued = a.End, true
	}
	return atoms
}

// class is the class of t's first character and its length in bytes.
func class(t string) (c uint8, n int) {
	if c = bytes[t[0]]; c != isWide {
		return c, 1
	}
	r, n := utf8.DecodeRuneInString(t)
	switch {
	case unicode.IsLetter(r) || unicode.IsMark(r) || r == softHyphen || r == joiner || r == nonJoiner:
		return isLetter, n
	case unicode.IsDigit(r):
		return isDigit, n
	case unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff':
		return isSpace, n
	}
	return isOther, n
}

// Characters that nobody sees, inside words.
const (
	softHyphen = '\u00ad'
	nonJoiner  = '\u200c'
	joiner     = '\u200d'
)

// firstSymbol is where arrows, signs and pictures begin, behind all punctuation.
const firstSymbol = '\u2190'

// Colours of the skin, which follow a picture.
const (
	firstSkin = '\U0001f3fb'
	lastSkin  = '\U0001f3ff'
)

// symbol is the end of the picture at t[i:], whose first character has n bytes, with
// its colour and what is joined to it: a family is one atom.
func symbol(t string, i, n int) int {
	r, _ := utf8.DecodeRuneInString(t[i:])
	i += n
	flag := isFlag(r)
	for r >= firstSymbol && i < len(t) {
		next, n := utf8.DecodeRuneInString(t[i:])
		switch {
		case next == joiner:
			if i+n < len(t) {
				if c, m := class(t[i+n:]); c == isOther {
					n += m
				}
			}
		case flag && isFlag(next):
			flag = false
		case !unicode.IsMark(next) && (next < firstSkin || next > lastSkin):
			return i
		}
		i += n
	}
	return i
}

// isFlag reports whether r is a letter of a flag; two make one.
func isFlag(r rune) bool { return '\U0001f1e6' <= r && r <= '\U0001f1ff' }

// letters is the end of the run of letters that holds t[i-1]. An apostrophe
// between two letters belongs to the run.
func letters(t string, i int) int {
	for i = run(t, i, isLetter); i < len(t); i = run(t, i, isLetter) {
		n := apostrophe(t[i:])
		if n == 0 || i+n >= len(t) {
			return i
		}
		c, m := class(t[i+n:])
		if c != isLetter {
			return i
		}
		i += n + m
	}
	return i
}

// digits is the end of the run of digits that holds t[i-1].
func digits(t string, i int) int { return run(t, i, isDigit) }

// run is the end of the characters of class c from i on.
func run(t string, i int, c uint8) int {
	for i < len(t) {
		if bytes[t[i]] == c {
			i++
			continue
		}
		if bytes[t[i]] != isWide {
			return i
		}
		wide, n := class(t[i:])
		if wide != c {
			return i
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

func startsLower(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLower(r)
}

// lower appends w to b in small letters.
func lower(b []byte, w string) []byte {
	for _, r := range w {
		b = utf8.AppendRune(b, unicode.ToLower(r))
	}
	return b
}
