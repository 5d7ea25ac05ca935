package text

import "strings"

// A block is a stretch of text of one zone, all of it in one paragraph.
type block struct {
	Span
	zone Zone
	// joined says that the block goes on with the paragraph of the one before.
	joined bool
}

// paragraphs cuts t at blank lines, at the ends of marks, and, unless the text
// is wrapped to a width, at every line end.
func paragraphs(t string, marks []Mark) []block {
	wrapped := isWrapped(t)
	var out []block
	from := 0
	for _, m := range marks {
		if m.Start < from || m.End > len(t) || m.End <= m.Start {
			continue
		}
		out = lines(out, t, Span{from, m.Start}, wrapped)
		out = append(out, block{Span: m.Span, zone: m.Zone, joined: continues(t, out, m.Start)})
		from = m.End
	}
	return lines(out, t, Span{from, len(t)}, wrapped)
}

// continues reports whether the text at start goes on in the line of the last block.
func continues(t string, out []block, start int) bool {
	if len(out) == 0 {
		return false
	}
	return !strings.Contains(t[out[len(out)-1].End:start], "\n")
}

// lines appends the paragraphs of t within s.
func lines(out []block, t string, s Span, wrapped bool) []block {
	for at := s.Start; at < s.End; {
		end := paragraphEnd(t, at, s.End, wrapped)
		if strings.TrimSpace(t[at:end]) != "" {
			lead := len(t[at:end]) - len(strings.TrimLeft(t[at:end], " \t\r\n"))
			out = append(out, block{Span: Span{at, end}, joined: at == s.Start && continues(t, out, at+lead)})
		}
		at = end
	}
	return out
}

// paragraphEnd is the end of the paragraph that begins at from, with its line end.
func paragraphEnd(t string, from, end int, wrapped bool) int {
	for at := from; at < end; {
		n := strings.IndexByte(t[at:end], '\n')
		if n < 0 {
			return end
		}
		line, rest := t[at:at+n], t[at+n+1:end]
		at += n + 1
		if !wrapped || strings.TrimSpace(line) == "" || breaks(rest) {
			return at
		}
	}
	return end
}

// breaks reports whether a paragraph of wrapped text ends before rest: a blank
// or indented line, or a bullet, follows.
func breaks(rest string) bool {
	line, _, _ := strings.Cut(rest, "\n")
	trimmed := strings.TrimSpace(line)
	return trimmed == "" || line[0] == ' ' || line[0] == '\t' || strings.HasPrefix(trimmed, "* ") || strings.HasPrefix(trimmed, "- ") || strings.HasPrefix(trimmed, "•")
}

// maxWidth is the longest line of a text that counts as wrapped to a width.
const maxWidth = 120

// isWrapped reports whether line ends of t stand inside sentences: no line is
// long, and in many places a line without a final stop is followed by one that
// begins with a small letter.
func isWrapped(t string) bool {
	total, inside := 0, 0
	for line := range strings.Lines(t) {
		if len(line) > maxWidth {
			return false
		}
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		total++
		if startsLower(line) {
			inside++
		}
		if total >= 500 {
			break
		}
	}
	return total >= 3 && inside*5 >= total
}
