package feed

import (
	"fmt"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/datelinehq/dateline/render/words"
	"github.com/datelinehq/dateline/timeline"
)

// line is s on one line, without control characters, marks that turn the direction of
// writing, and bytes that are no UTF-8. It counts what it changes.
func (v *view) line(s string) string {
	out := strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case r == utf8.RuneError, unicode.Is(unicode.Noncharacter_Code_Point, r):
			return '\uFFFD'
		case unicode.IsControl(r), r == '\u2028', r == '\u2029', turns(r):
			return ' '
		}
		return r
	}, s))
	if out != strings.TrimSpace(s) {
		v.replaced++
	}
	return out
}

// data is s for a cell of data: line breaks, blanks and marks stay, what is no text
// becomes U+FFFD, one for each byte, so that a quote keeps its length only if it is text.
func (v *view) data(s string) string {
	out := strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\r' && r != '\t' || r == utf8.RuneError || r == 0x7f {
			return '\uFFFD'
		}
		return r
	}, s)
	if out != s {
		v.replaced++
	}
	return out
}

// turns reports whether r overrides, embeds or isolates the direction of writing.
func turns(r rune) bool {
	return r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' || r == '\u200e' || r == '\u200f' || r == '\u061c'
}

// told is an event in plain lines: when and in which status, then each quote with its
// source. Formats for reading use it where they have a field for free text.
func (v *view) told(e *timeline.Event) []string {
	head := words.Interval(e.When)
	if e.Status != "" {
		head += " · " + string(e.Status)
	}
	if e.Grade != "" {
		head += " · date " + string(e.Grade)
	}
	lines := []string{v.line(head)}
	if b := words.Bounds(e.Bounds); b != "" {
		lines = append(lines, v.line(b))
	}
	for _, c := range e.Cites {
		lines = append(lines, v.cited(c))
	}
	return lines
}

// tells are the parts that told tells.
func tells() []Part {
	return []Part{EventsPart, Doubt, Clock, OpenEnds, Grade, Status, Bounds, Quotes, Cites, Offsets}
}

// cited is a quote with its source: “…” (The Paper, Sat 20 June 2009, bytes 12–40).
func (v *view) cited(c timeline.Cite) string {
	return fmt.Sprintf("“%s” (%s)", v.line(c.Quote), v.named(c))
}

// named is where a quote stands.
func (v *view) named(c timeline.Cite) string {
	s := v.source(c.Source)
	parts := []string{v.line(first(s.Outlet, s.Title, s.ID, "source "+itoa(c.Source)))}
	if !s.Published.IsZero() {
		parts = append(parts, words.Date(s.Published))
	}
	return strings.Join(append(parts, fmt.Sprintf("bytes %d–%d", c.Span.Start, c.Span.End)), ", ")
}

// first is the first text that is not blank.
func first(ss ...string) string {
	for _, s := range ss {
		if strings.TrimSpace(s) != "" {
			return s
		}
	}
	return ""
}

// link is s if it is an address of a page, written so that nothing in it can be taken
// for anything else; empty for all else.
func link(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || strings.ContainsAny(u.Host, `"'<>{}|\^`+"`") || strings.ContainsFunc(u.Host, unicode.IsSpace) {
		return ""
	}
	u.User = nil
	out := strings.NewReplacer(`"`, "%22", "'", "%27", "<", "%3C", ">", "%3E", "{", "%7B", "}", "%7D", "|", "%7C", `\`, "%5C", "^", "%5E", "`", "%60", "[", "%5B", "]", "%5D").Replace(u.String())
	if strings.Contains(u.Host, "[") { // the address of an IPv6 host
		return ""
	}
	for i := range len(out) {
		if out[i] <= ' ' || out[i] >= 0x7f {
			return ""
		}
	}
	return out
}
