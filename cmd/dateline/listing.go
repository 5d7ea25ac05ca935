package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/pipeline"
	"github.com/datelinehq/dateline/timeline/resolve"
	"github.com/datelinehq/dateline/timeline/text"
	"github.com/datelinehq/dateline/timeline/timex"
)

// A listing shows the expressions of articles, one a line: where they stand, what
// they are, and the expression in its context.
type listing struct {
	style
	rows []listed
}

// listed is a line of a listing.
type listed struct {
	cells []string
	paint [][]paint
	// left and right stand around the expression.
	left, expression, right string
	kind                    timex.Type
}

func (l *listing) add(an *pipeline.Analysis) {
	for _, r := range an.Readings {
		when, grade := "–", "–"
		if !r.When.IsZero() {
			when = r.When.String()
		}
		if dated(r) {
			grade = string(r.Grade)
		}
		left, right := surroundings(an.Document, r.Span)
		l.rows = append(l.rows, listed{
			cells: []string{an.Document.ID, span(r.Start, r.End), string(r.Type), r.Value, when, grade},
			paint: [][]paint{{dim}, {dim}, {typePaint(r.Type)}, nil, nil, gradePaint(r.Grade)},
			left:  left, expression: oneLine(r.In(an.Document.Text)), right: right, kind: r.Type,
		})
	}
}

// dated reports whether r is of a kind that stands for a date, placed or not.
func dated(r resolve.Reading) bool {
	return !r.When.IsZero() || strings.HasPrefix(r.Value, "XX")
}

// maxSurroundings is how many bytes on each side are looked at; no terminal is wider.
const maxSurroundings = 2000

// surroundings are what stands before and behind s in its sentence.
func surroundings(d *text.Document, s text.Span) (left, right string) {
	around := text.Span{Start: s.Start, End: s.End}
	if i := d.SentenceAt(s.Start); i >= 0 {
		around.Start, around.End = min(s.Start, d.Sentences[i].Start), max(s.End, d.Sentences[i].End)
	}
	around.Start, around.End = max(around.Start, s.Start-maxSurroundings), min(around.End, s.End+maxSurroundings)
	for around.Start < s.Start && !utf8.RuneStart(d.Text[around.Start]) {
		around.Start++
	}
	for around.End > s.End && around.End < len(d.Text) && !utf8.RuneStart(d.Text[around.End]) {
		around.End--
	}
	left, right = d.Text[around.Start:s.Start], d.Text[s.End:around.End]
	l, r := flat(left), flat(right)
	if l != "" && strings.TrimRight(left, " \n\t\r") != left {
		l += " "
	}
	if r != "" && strings.TrimLeft(right, " \n\t\r") != right {
		r = " " + r
	}
	return l, r
}

func typePaint(t timex.Type) paint {
	switch t {
	case timex.Time:
		return blue
	case timex.Duration:
		return magenta
	case timex.Set:
		return yellow
	}
	return cyan
}

func gradePaint(g timeline.Grade) []paint {
	switch g {
	case timeline.Certain:
		return []paint{green}
	case timeline.Ambiguous:
		return []paint{yellow}
	case timeline.Unresolved:
		return []paint{red}
	}
	return nil
}

// write writes all lines, aligned in cells of the terminal, each cut to its width.
func (l *listing) write(w io.Writer) error {
	if len(l.rows) == 0 {
		return nil
	}
	widths := make([]int, len(l.rows[0].cells))
	for _, r := range l.rows {
		for k, c := range r.cells {
			widths[k] = max(widths[k], cells(oneLine(c)))
		}
	}
	const most = 28 // of the name of an article
	widths[0] = min(widths[0], most)
	if !slices.ContainsFunc(l.rows, func(r listed) bool { return r.cells[0] != l.rows[0].cells[0] }) && l.colour {
		widths[0] = 0 // one article on a terminal: everyone knows which
	}
	for _, r := range l.rows {
		if _, err := fmt.Fprintln(w, l.line(r, widths)); err != nil {
			return err
		}
	}
	return nil
}

// How many cells an expression with its context has where no terminal limits it,
// and at least.
const (
	plainContext = 70
	leastContext = 24
)

func (l *listing) line(r listed, widths []int) string {
	var b strings.Builder
	used := 0
	for k, c := range r.cells {
		if widths[k] == 0 {
			continue
		}
		c = leftPart(oneLine(c), widths[k])
		b.WriteString(l.paint(c, r.paint[k]...))
		b.WriteString(strings.Repeat(" ", widths[k]-cells(c)+2))
		used += widths[k] + 2
	}
	width := plainContext
	if l.width > 0 {
		width = max(l.width-used, leastContext)
	}
	b.WriteString(l.inContext(r, width))
	return b.String()
}

// inContext is the expression between as much of its context as there is room for.
// Without colours it stands in brackets.
func (l *listing) inContext(r listed, width int) string {
	room := width
	if !l.colour {
		room -= 2
	}
	e := r.expression
	if cells(e) > room {
		e = leftPart(e, room)
	}
	room -= cells(e)
	left, right := cells(r.left), cells(r.right)
	give := min(left, max(room/2, room-right))
	before := rightPart(r.left, give)
	behind := leftPart(r.right, room-cells(before))
	if l.colour {
		return l.paint(before, dim) + l.paint(e, bold, underline, typePaint(r.kind)) + l.paint(behind, dim)
	}
	return before + "[" + e + "]" + behind
}
