package markdown

import "strings"

// escape makes any text inert inside a line of Markdown: no markup, HTML, link,
// image, footnote, entity or automatic link comes out of it. Line breaks and
// control characters become blanks, and so do marks that turn the direction of
// writing.
func escape(s string) string {
	var b strings.Builder
	b.Grow(len(s) + len(s)/16)
	for _, r := range s {
		switch {
		case strings.ContainsRune("\\`*_[]<>|~&^@{}", r):
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < ' ' || r == 0x7f || r == '\u2028' || r == '\u2029' || r == '\u0085':
			b.WriteByte(' ')
		case r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069':
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	out := strings.Join(strings.Fields(b.String()), " ")
	out = strings.ReplaceAll(out, "://", "\\://")
	return replaceFold(out, "www.", "www\\.")
}

// replaceFold replaces old, which is in small ASCII letters, in any case, keeping
// the letters as they are.
func replaceFold(s, old, with string) string {
	var b strings.Builder
	lower := strings.ToLower(s)
	if len(lower) != len(s) { // a letter changed its length: take no chances
		return strings.ReplaceAll(s, ".", "\\.")
	}
	for {
		i := strings.Index(lower, old)
		if i < 0 {
			b.WriteString(s)
			return b.String()
		}
		b.WriteString(s[:i+len(old)-1])
		b.WriteString(with[len(old)-1:])
		s, lower = s[i+len(old):], lower[i+len(old):]
	}
}

// line is escaped text that may stand at the start of a line.
func line(s string) string {
	s = escape(s)
	if s != "" && strings.ContainsRune("#+-=:!", rune(s[0])) {
		return "\\" + s
	}
	digits := strings.TrimLeft(s, "0123456789")
	if len(digits) < len(s) && digits != "" && (digits[0] == '.' || digits[0] == ')') {
		return s[:len(s)-len(digits)] + "\\" + digits
	}
	return s
}
