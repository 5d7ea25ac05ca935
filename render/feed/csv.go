package feed

import (
	"bufio"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"github.com/datelinehq/dateline/render/words"
	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
)

// table is one row for each event and cite, as RFC 4180 has it: cells with commas,
// quotes or line breaks in quotes, rows ended by CR LF.
func table() Format {
	return Format{
		Name: "csv", File: "events.csv", About: "one row for each event and cite, for spreadsheets",
		carries: but(ActorSpans, Points, Paragraphs, Reasons, Relations, ByHand, AsOf, Findings),
		write: func(w *bufio.Writer, v *view) {
			v.row(w, TableColumns()...)
			for _, e := range v.events {
				about := v.eventCells(e)
				for i, c := range e.Cites {
					v.row(w, append(append(about, itoa(i+1), itoa(len(e.Cites))), v.citeCells(c)...)...)
				}
			}
		},
	}
}

// TableColumns are the names of the columns of the format csv.
func TableColumns() []string {
	return []string{
		"id", "title", "when", "precision", "earliest", "latest", "when_words", "lasting", "grade", "status", "status_words", "hedges",
		"type", "lemma", "plover", "mode", "cameo", "intensity", "mutual", "actors", "places", "attribution",
		"not_before", "not_after", "bounds_words", "conflicts", "origins", "salience",
		"cite", "cites", "source", "source_id", "outlet", "origin", "voice", "copy_of", "source_title", "url", "file", "published", "published_from",
		"lang", "place", "credit", "source_bytes", "source_sha256",
		"quote", "start", "end", "paragraph", "trigger_start", "trigger_end", "times", "cite_when",
	}
}

func (v *view) eventCells(e *timeline.Event) []string {
	coding, bounds := timeline.Coding{}, timeline.Bounds{}
	if e.Coding != nil {
		coding = *e.Coding
	}
	if e.Bounds != nil {
		bounds = *e.Bounds
	}
	precision, inWords := "", ""
	if e.Dated() {
		precision, inWords = words.Precision(e.When), words.Interval(e.When)
	}
	return []string{
		e.ID, e.Title, e.When.String(), precision, earliest(e.When), latest(e.When), inWords, yes(e.Lasting), string(e.Grade),
		string(e.Status), e.StatusWords, List(e.Hedges), e.Type, e.Lemma, coding.PLOVER, coding.Mode, coding.CAMEO,
		number(coding.Intensity), yes(e.Mutual), actorList(e.Actors), placeList(e.Places), e.Attribution,
		bounds.NotBefore.String(), bounds.NotAfter.String(), bounds.Words, conflictList(e.Conflicts), count0(e.Origins), number(e.Salience),
	}
}

func (v *view) citeCells(c timeline.Cite) []string {
	s := v.source(c.Source)
	times := make([]string, len(c.Times))
	for i, t := range c.Times {
		times[i] = fmt.Sprintf("%d-%d", t.Start, t.End)
	}
	return []string{
		itoa(c.Source), s.ID, s.Outlet, s.Origin, s.Voice, count0(s.CopyOf), s.Title, s.URL, s.File,
		s.Published.String(), string(s.PublishedFrom), s.Lang, s.Place, s.Credit, itoa(s.Bytes), s.SHA256,
		c.Quote, itoa(c.Span.Start), itoa(c.Span.End), itoa(c.Paragraph), itoa(c.Trigger.Start), itoa(c.Trigger.End), List(times), c.When.String(),
	}
}

// row writes one row. What is no text in a cell becomes U+FFFD.
func (v *view) row(w *bufio.Writer, cells ...string) {
	for i, c := range cells {
		if i > 0 {
			_ = w.WriteByte(',')
		}
		if c = Guard(v.data(c)); strings.ContainsAny(c, "\",\r\n") || c != strings.TrimSpace(c) {
			c = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
		}
		_, _ = w.WriteString(c)
	}
	_, _ = w.WriteString("\r\n")
}

// Guard disarms a cell that a spreadsheet would run as a formula: an apostrophe goes
// before it. Numbers need none. Unguard takes it away again.
func Guard(cell string) string {
	if armed(strings.TrimLeft(cell, "'")) && !isNumber(cell) {
		return "'" + cell
	}
	return cell
}

// Unguard is the cell that Guard was given.
func Unguard(cell string) string {
	if rest, ok := strings.CutPrefix(cell, "'"); ok && armed(strings.TrimLeft(rest, "'")) {
		return rest
	}
	return cell
}

// armed reports whether a spreadsheet may take s for a formula: it begins, after blanks,
// with a sign that does, in either width, or with a blank that is a character of control.
func armed(s string) bool {
	if s != "" && strings.ContainsRune("\t\r\n", rune(s[0])) {
		return true
	}
	s = strings.TrimLeftFunc(s, func(r rune) bool { return unicode.IsSpace(r) || turns(r) || r == '\ufeff' || r == '\u200b' })
	for _, r := range s {
		return strings.ContainsRune("=+-@|%＝＋－＠", r)
	}
	return false
}

// isNumber reports whether s is nothing but digits with a minus before and a point
// within.
func isNumber(s string) bool {
	digits := strings.TrimPrefix(s, "-")
	whole, part, point := strings.Cut(digits, ".")
	only := func(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
	return only(whole) && (!point || only(part))
}

// List joins items to one cell, parted by "; ". A backslash goes before backslashes,
// semicolons, brackets, equals and question marks of the items.
func List(items []string) string {
	esc := make([]string, len(items))
	for i, s := range items {
		esc[i] = escapeItem(s)
	}
	return strings.Join(esc, "; ")
}

func escapeItem(s string) string {
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, "[", `\[`, "]", `\]`, "=", `\=`, "?", `\?`).Replace(s)
}

// actorList is "source: the North [PRK] = North Korea; target: UN? [IGOUNO]"; "?" marks a supposed
// actor, "=" goes before the usual name where that differs.
func actorList(as []timeline.Actor) string {
	var out []string
	for _, a := range as {
		s := string(a.Role) + ": " + escapeItem(a.Name)
		if a.Supposed {
			s += "?"
		}
		if code := first(a.Code, a.Sector); code != "" {
			s += " [" + code + "]"
		}
		if a.Canonical != "" && a.Canonical != a.Name {
			s += " = " + escapeItem(a.Canonical)
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func placeList(ps []timeline.Place) string {
	var out []string
	for _, p := range ps {
		s := escapeItem(p.Name)
		if p.Supposed {
			s += "?"
		}
		if p.Country != "" {
			s += " [" + p.Country + "]"
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

// conflictList is "when: 2009-05 (1, 2) or 2009-06 (3)", with the numbers of the sources.
func conflictList(cs []timeline.Conflict) string {
	var out []string
	for _, c := range cs {
		var vals []string
		for _, x := range c.Values {
			nums := make([]string, len(x.Sources))
			for i, n := range x.Sources {
				nums[i] = itoa(n)
			}
			vals = append(vals, fmt.Sprintf("%s (%s)", escapeItem(x.Value), strings.Join(nums, ", ")))
		}
		out = append(out, escapeItem(c.Field)+": "+strings.Join(vals, " or "))
	}
	return strings.Join(out, "; ")
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return ""
}

// number is x with no more digits than it needs, empty for 0; count0 the same for counts.
func number(x float64) string {
	if x == 0 {
		return ""
	}
	return strconv.FormatFloat(x, 'f', -1, 64)
}

func count0(n int) string {
	if n == 0 {
		return ""
	}
	return itoa(n)
}

// unitOf is the coarser unit of v in one word, empty if there is none.
func unitOf(v edtf.Interval) string {
	if v.IsZero() {
		return ""
	}
	return v.Precision().String()
}
