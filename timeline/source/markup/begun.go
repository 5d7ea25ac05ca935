package markup

import "strings"

// A short line that ends no sentence is no paragraph: a byline, a date, a notice.
const (
	shortLine = 90
	realPara  = 120
)

// Begun is a text from its first paragraph on, without the short lines before it,
// if there is such a paragraph near.
func Begun(s string) string {
	rest := s
	for range 6 {
		line, more, ok := strings.Cut(rest, "\n")
		line = strings.TrimSpace(line)
		switch {
		case len(line) >= realPara || len(line) > shortLine || ends(line):
			return strings.TrimSpace(rest)
		case !ok:
			return s
		}
		rest = more
	}
	return s
}

// ends reports whether a line ends a sentence.
func ends(line string) bool {
	line = strings.TrimRight(line, "\"'”’»)]")
	return line != "" && strings.ContainsAny(line[len(line)-1:], ".!?:") || strings.HasSuffix(line, "…") || strings.HasSuffix(line, "。")
}
