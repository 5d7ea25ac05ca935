// Package markdown renders a briefing as Markdown.
//
// In comes a Briefing and the timeline that it was made of, out comes GitHub-
// flavoured Markdown with footnotes, the same bytes for the same input. What
// Dateline computed stands in ⟨angle brackets⟩; all else that is not a heading
// or one of a few fixed sentences are words of the sources. The package refuses
// to choose and to order.
package markdown

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/datelinehq/dateline/render/words"
	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edition"
	"github.com/datelinehq/dateline/timeline/edtf"
)

// Options shape the rendering; the zero value is useful.
type Options struct {
	// Generator is the program's name and version; empty takes the timeline's.
	Generator string
	// Changes are those since the last edition; nil if there was none.
	Changes *edition.Changes
	// Ledger is the book of announcements; none leaves its part out.
	Ledger []edition.Promise
	// Measured are the program's own error rates, for the note on method.
	Measured *Measured
}

// Measured is how a program did on articles that were read by hand.
type Measured struct {
	// Articles and Happenings count what was read, and the dated happenings in it.
	Articles, Happenings int
	// Dates of them were read right, and Found found as events of that date.
	Dates, Found int
	// Of Dated events, Invented have a date that is not theirs.
	Dated, Invented int
}

// Render writes the briefing b, made of t.
func Render(w io.Writer, b *timeline.Briefing, t *timeline.Timeline, opt Options) error {
	out := bufio.NewWriter(w)
	p := &page{Writer: out, opt: opt, b: b, t: t, events: map[string]*timeline.Event{}, notes: map[timeline.Reference]string{}}
	for _, list := range [][]timeline.Event{t.Events, t.Undated} {
		for i := range list {
			p.events[list[i].ID] = &list[i]
		}
	}
	p.number()
	p.front(cmp.Or(opt.Generator, t.Generator))
	p.head()
	p.lead()
	p.ahead()
	p.list("What has happened", b.Happened, b.Left.Happened, false)
	p.list("Ongoing", b.Ongoing, b.Left.Ongoing, false)
	p.list("Sources disagree", b.Disputed, b.Left.Disputed, true)
	p.tray()
	p.positions()
	p.gaps()
	p.changes()
	p.ledger()
	p.dates()
	p.sources()
	p.method()
	p.footnotes()
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write briefing: %w", err)
	}
	return nil
}

// page is one briefing in the making.
type page struct {
	*bufio.Writer
	opt    Options
	b      *timeline.Briefing
	t      *timeline.Timeline
	events map[string]*timeline.Event
	notes  map[timeline.Reference]string
	order  []timeline.Reference
}

func (p *page) printf(format string, args ...any) { _, _ = fmt.Fprintf(p, format, args...) }

// said are the quotes of a statement.
func said(s timeline.Statement) string {
	qs := make([]string, len(s.Quotes))
	for i, q := range s.Quotes {
		qs[i] = escape(q)
	}
	said := "“" + strings.Join(qs, " … ") + "”"
	if s.Meant != "" {
		return "⟨" + escape(s.Meant) + "⟩ " + said
	}
	return said
}

func (p *page) front(generator string) {
	b := p.b
	p.printf("---\ntitle: %q\nas_of: %s\nperiod: %s\nedition: %d\nsources: %d\norigins: %d\n", clean(b.Title), orNone(b.AsOf.String()), orNone(b.Period.String()), b.Edition, b.Sources, b.Origins)
	p.printf("events: {dated: %d, undated: %d, contradictions: %d}\n", b.Dated, b.Undated, b.Conflicts)
	if generator != "" {
		p.printf("generator: %q\n", generator)
	}
	p.printf("---\n\n")
}

// clean is a text on one line.
func clean(s string) string { return strings.Join(strings.Fields(s), " ") }

func orNone(s string) string {
	if s == "" {
		return "unknown"
	}
	return `"` + s + `"`
}

func (p *page) head() {
	p.printf("# %s\n\n*", line(cmp.Or(p.b.Title, "Timeline")))
	if p.b.AsOf.IsZero() {
		p.printf("The date of publication is not known. ")
	} else {
		p.printf("As of %s. ", words.Date(p.b.AsOf))
	}
	if p.b.Edition == 1 && p.opt.Changes == nil {
		p.printf("Initial coverage. ")
	}
	p.printf("%s, %s. ", capital(count(p.b.Sources, "source", "sources")), count(p.b.Origins, "origin", "origins"))
	p.printf("Words in quotes are the sources’. ⟨Angle brackets⟩ mark what Dateline computed.*\n\n")
}

func count(n int, one, many string) string {
	switch n {
	case 0:
		return "no " + one
	case 1:
		return "one " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

func (p *page) lead() {
	p.printf("## Bottom line\n\n")
	if len(p.b.Lead) == 0 {
		p.printf("No event was found in the %s.\n\n", map[bool]string{true: "source", false: "sources"}[p.b.Sources == 1])
		return
	}
	for _, s := range p.b.Lead {
		p.printf("%s%s%s\n\n", said(s), p.when(p.events[s.Event], " "), p.marks(s))
	}
}

// when is an event's date in brackets, or nothing.
func (p *page) when(e *timeline.Event, before string) string {
	if e == nil || !e.Dated() {
		return ""
	}
	return before + "⟨" + words.Interval(e.When) + "⟩"
}

func (p *page) ahead() {
	p.printf("## Ahead\n\n")
	var open []timeline.Statement
	for _, s := range p.b.NoDate {
		if e := p.events[s.Event]; e != nil && e.Status.Ahead() {
			open = append(open, s)
		}
	}
	if len(p.b.Ahead)+len(open) == 0 {
		p.printf("Nothing is reported to lie ahead.\n\n")
		return
	}
	p.printf("| When | Status | What | Where | Source |\n|---|---|---|---|---|\n")
	for _, s := range append(slices.Clone(p.b.Ahead), open...) {
		e := p.events[s.Event]
		when := "no date"
		if e.Dated() {
			when = "⟨" + words.Interval(e.When) + "⟩"
		}
		p.printf("| %s | %s | %s%s | %s | %s |\n", when, status(e), said(s), byHand(e), places(e), p.marks(s))
	}
	p.left(p.b.Left.Ahead)
	p.printf("\n")
}

// status is the status with the source's words for it.
func status(e *timeline.Event) string {
	s := string(e.Status)
	if e.StatusWords != "" {
		s += " (“" + escape(e.StatusWords) + "”)"
	}
	for _, h := range e.Hedges {
		s += ", “" + escape(h) + "”"
	}
	return s
}

func places(e *timeline.Event) string {
	var ps []string
	for _, p := range e.Places {
		n := escape(p.Name)
		if p.Supposed {
			n += " (?)"
		}
		ps = append(ps, n)
	}
	if len(ps) == 0 {
		return "–"
	}
	return strings.Join(ps, "; ")
}

func (p *page) list(title string, ss []timeline.Statement, left int, sides bool) {
	if len(ss) == 0 {
		if title == "What has happened" {
			p.printf("## %s\n\nNo past event has a date.\n\n", title)
		}
		return
	}
	p.printf("## %s\n\n", title)
	byYear := p.scattered(ss)
	under := ""
	for _, s := range ss {
		e := p.events[s.Event]
		if h := heading(e, byYear); len(ss) > manyHappened && h != under {
			if under != "" {
				p.printf("\n")
			}
			p.printf("### %s\n\n", h)
			under = h
		}
		p.printf("- **⟨%s⟩** %s%s%s%s\n", words.Interval(e.When), said(s), p.saidBy(e), p.marks(s), byHand(e)+p.aside(e, sides))
		if sides {
			p.conflicts(e)
		}
	}
	p.left(left)
	p.printf("\n")
}

// manyHappened is the number of statements from which they are parted by month, or
// by year if they lie far apart.
const manyHappened = 15

// heading is the month, or the year, under which an event is told.
func heading(e *timeline.Event, byYear bool) string {
	d := e.When.Start
	if d.Unit < edtf.Year {
		d = e.When.End
	}
	if byYear || d.Unit < edtf.Month {
		return words.Date(d.Trunc(edtf.Year))
	}
	return words.Date(d.Trunc(edtf.Month))
}

// scattered reports whether parting statements by month would give hardly more than
// one to each.
func (p *page) scattered(ss []timeline.Statement) bool {
	months := map[string]bool{}
	for _, s := range ss {
		months[heading(p.events[s.Event], false)] = true
	}
	return 3*len(months) > len(ss)
}

// left tells how many statements of a part were left out.
func (p *page) left(n int) {
	if n > 0 {
		p.printf("\n*%s left out here for length; timeline.json has all.*\n", capital(count(n, "more is", "more are")))
	}
}

// byHand is what an analyst set, marked as such.
func byHand(e *timeline.Event) string {
	if len(e.Corrections) == 0 {
		return ""
	}
	var parts []string
	for _, c := range e.Corrections {
		s := words.Corrected(c)
		if c.Field == "note" {
			s = e.Note
		}
		parts = append(parts, escape(s))
	}
	return " ⟨by hand: " + strings.Join(parts, "; ") + "⟩"
}

// saidBy is who says so and how surely, if the quote does not show it.
func (p *page) saidBy(e *timeline.Event) string {
	var parts []string
	if e.Status != timeline.Occurred {
		parts = append(parts, status(e))
	} else {
		for _, h := range e.Hedges {
			parts = append(parts, "“"+escape(h)+"”")
		}
	}
	if e.Attribution != "" && !strings.Contains(e.Title, e.Attribution) {
		parts = append(parts, "“"+escape(e.Attribution)+"”")
	}
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, "; ") + ")"
}

func (p *page) tray() {
	p.printf("## Reported without a date\n\n")
	if len(p.b.NoDate) == 0 {
		p.printf("Nothing.\n\n")
		return
	}
	p.printf("| What | Status | Known bounds | Source |\n|---|---|---|---|\n")
	for _, s := range p.b.NoDate {
		e := p.events[s.Event]
		bounds := words.Bounds(e.Bounds)
		if bounds == "" {
			bounds = "–"
		} else {
			bounds = "⟨" + escape(bounds) + "⟩"
		}
		p.printf("| %s%s | %s | %s | %s |\n", said(s), byHand(e), status(e), bounds, p.marks(s))
	}
	p.left(p.b.Left.NoDate)
	p.printf("\n")
}

func (p *page) positions() {
	if len(p.b.Positions) == 0 {
		return
	}
	p.printf("## Positions\n\n")
	for _, pos := range p.b.Positions {
		p.printf("- **%s**:", escape(pos.Actor))
		for i, s := range pos.Statements {
			if i > 0 {
				p.printf(";")
			}
			p.printf(" %s%s", said(s), p.marks(s))
		}
		p.printf("\n")
	}
	p.left(p.b.Left.Positions)
	p.printf("\n")
}

// maxNamed is how many events a gap names one by one.
const maxNamed = 6

// gaps says what the sources leave open, in sentences fixed here.
func (p *page) gaps() {
	subject := "sources do"
	if p.b.Sources == 1 {
		subject = "source does"
	}
	p.printf("## What the %s not say\n\n", subject)
	if p.b.Gaps == nil {
		p.printf("No gap was found.\n")
	}
	for _, g := range p.b.Gaps {
		n, all := len(g.Events), p.b.Dated
		switch g.Kind {
		case "date":
			p.printf("- A date for %s; see *Reported without a date*.\n", count(n, "reported event", "reported events"))
		case "day":
			p.printf("- The day of %s.\n", p.named(g))
		case "place":
			p.printf("- The place of %s.\n", p.named(g))
		case "second-source":
			if n == all {
				p.printf("- A second, independent origin for any dated event.\n")
			} else {
				p.printf("- A second, independent origin for %d of %d dated events.\n", n, all)
			}
		}
	}
	p.printf("\n")
}

// named quotes the triggers of a gap's events.
func (p *page) named(g timeline.Gap) string {
	var qs []string
	for _, id := range g.Events[:min(len(g.Events), maxNamed)] {
		e := p.events[id]
		c := e.Cites[0]
		q := c.Trigger.In(strings.Repeat(" ", c.Span.Start) + c.Quote)
		note := p.notes[timeline.Reference{Source: c.Source, Span: c.Span}]
		qs = append(qs, fmt.Sprintf("“%s”[^%s]", escape(q), note))
	}
	s := strings.Join(qs, ", ")
	if more := len(g.Events) - maxNamed; more > 0 {
		s += fmt.Sprintf(" and %d more", more)
	}
	return s
}

func (p *page) changes() {
	p.printf("## Changes since the last edition\n\n")
	switch {
	case p.opt.Changes != nil:
		p.changeList(p.opt.Changes, "###")
	case p.b.Edition == 1:
		p.printf("Initial coverage.\n\n")
	default:
		p.printf("No former edition was given to compare with.\n\n")
	}
}

// capital is s with its first letter, an ASCII one, as a capital.
func capital(s string) string {
	if s == "" || s[0] < 'a' || s[0] > 'z' {
		return s
	}
	return string(s[0]-'a'+'A') + s[1:]
}
