package main

import (
	"fmt"
	"strings"
)

func span(a, b int) string { return fmt.Sprintf("%d-%d", a, b) }

// oneLine makes text safe for a terminal: no line breaks, no control characters, and
// none that turn the direction of what follows.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r < ' ', r >= 0x7f && r < 0xa0, r == '\u2028', r == '\u2029':
			return ' '
		case r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069', r == '\u200e', r == '\u200f':
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

// flat is a text on one line, safe for a terminal.
func flat(s string) string { return strings.Join(strings.Fields(oneLine(s)), " ") }
