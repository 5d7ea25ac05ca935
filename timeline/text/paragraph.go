package text

import "strings"

// A block is a stretch of text of one zone, all of it in one paragraph.
type block struct {
	Span
	zone Zone
	// joined says that the block goes on with the paragraph of the one before.
	joined bool
}

// blocks cuts a text at blank lines, at the ends of marks, and, unless the text
// is wrapped to a width, at every line end.
type blocks struct {
	text    string
	wrapped bool
	// last is the end of the latest block, -1 before the first.
	last  int
	yield func(block)
}

// paragraphs calls yield with each block of t.
func paragraphs(t string, marks []Mark, yield func(block)) {
	b := blocks{text: t, wrapped: isWrapped(t), last: -1, yield: yield}
	from := 0
	for _, m := range marks {
		if m.Start < from || m.End > len(t) || m.End <= m.Start {
			continue
		}
		b.lines(Span{from, m.Start})
		b.put(m.Span, m.Zone, b.continues(m.Start))
		from = m.End
	}
	b.lines(Span{from, len(t)})
}

func (b *blocks) put(s Span, z Zone, joined bool) {
	b.yield(block{s, z, joined})
	b.last = s.End
}

// continues reports whether the text at start goes on in the line of the last block.
func (b *blocks) continues(start int) bool {
	return b.last >= 0 && strings.IndexByte(b.text[b.last:start], '\n') < 0
}

// lines yields the paragraphs within s.
func (b *blocks) lines(s Span) {
	for at := s.Start; at < s.End; {
		end := paragraphEnd(b.text, at, s.End, b.wrapped)
		if p := b.text[at:end]; strings.TrimSpace(p) != "" {
			lead := len(p) - len(strings.TrimLeft(p, " \t\r\n"))
			b.put(Span{at, end}, Body, at == s.Start && b.continues(at+lead))
		}
		at = end
	}
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
