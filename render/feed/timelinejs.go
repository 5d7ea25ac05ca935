package feed

import (
	"bufio"
	"encoding/json"
	"html"
	"strings"

	"github.com/datelinehq/dateline/render/words"
	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
)

// A deck is what TimelineJS3 shows. Its texts are HTML. It leaves alone the fields named
// dateline, which let the file be read back with its evidence.
type deck struct {
	Title    *slide   `json:"title,omitempty"`
	Events   []slide  `json:"events"`
	Dateline deckNote `json:"dateline"`
}

type deckNote struct {
	AsOf    edtf.Date         `json:"as_of"`
	Sources []timeline.Source `json:"sources"`
}

type slide struct {
	ID          string     `json:"unique_id,omitempty"`
	Start       *part      `json:"start_date,omitempty"`
	End         *part      `json:"end_date,omitempty"`
	DisplayDate string     `json:"display_date,omitempty"`
	Text        slideText  `json:"text"`
	Group       string     `json:"group,omitempty"`
	Dateline    *slideNote `json:"dateline,omitempty"`
}

type slideText struct {
	Headline string `json:"headline"`
	Text     string `json:"text,omitempty"`
}

// A slideNote is the event of a slide. Shown are the dates of the slide when it was
// written: a reader that finds others there knows that a person set them.
type slideNote struct {
	Shown    string         `json:"shown"`
	Headline string         `json:"headline"`
	Event    timeline.Event `json:"event"`
}

// part is a date with what is known of it. TimelineJS3 shows no more than that.
type part struct {
	Year  int   `json:"year"`
	Month uint8 `json:"month,omitempty"`
	Day   uint8 `json:"day,omitempty"`
}

// timelineJS is JSON for TimelineJS3. Its years are those of JavaScript, astronomical.
func timelineJS() Format {
	return Format{
		Name: "timelinejs", File: "timelinejs.json", About: "slides for TimelineJS3",
		carries: but(Paragraphs, Reasons, Findings), omits: spans(-9999, 9999, true),
		write: func(w *bufio.Writer, v *view) {
			d := deck{Events: []slide{}, Dateline: deckNote{v.t.AsOf, v.t.Sources}}
			if v.t.Title != "" {
				d.Title = &slide{Text: slideText{Headline: html.EscapeString(v.line(v.t.Title))}}
			}
			for _, e := range v.events {
				d.Events = append(d.Events, v.slide(e))
			}
			pretty(w, d)
		},
	}
}

func (v *view) slide(e *timeline.Event) slide {
	start, end := v.parts(e.When)
	s := slide{
		ID: e.ID, Start: &start, End: end, DisplayDate: html.EscapeString(words.Interval(e.When)), Group: string(e.Status),
		Text: slideText{html.EscapeString(v.line(e.Title)), v.toldHTML(e)},
	}
	x := *e
	x.Why, x.Cites = nil, nil
	for _, c := range e.Cites {
		c.Context, c.ContextSpan = "", c.Span
		x.Cites = append(x.Cites, c)
	}
	shown := start.String()
	if end != nil {
		shown += "/" + end.String()
	}
	s.Dateline = &slideNote{shown, s.Text.Headline, x}
	return s
}

// toldHTML is what told tells, as HTML.
func (v *view) toldHTML(e *timeline.Event) string {
	var b strings.Builder
	for _, l := range v.told(e) {
		b.WriteString("<p>" + html.EscapeString(l) + "</p>")
	}
	return b.String()
}

// parts are the dates of a slide. The bar that TimelineJS3 draws goes from the first
// moment of start to the first of end. So end is the unit behind the last one: a month
// is drawn from its first day through its last without a word of days. A day, and the
// last of several, is itself, as is usual there; the words tell the rest.
func (v *view) parts(when edtf.Interval) (start part, end *part) {
	when = drawn(v.t, when)
	a, b := when.DayBounds()
	start = cut(edtf.FromDays(a), when.Start.Unit)
	stop := cut(edtf.FromDays(b), when.End.Unit)
	if when.End.Unit >= edtf.Day {
		stop = cut(edtf.FromDays(b-1), edtf.Day)
	}
	if stop != start {
		end = &stop
	}
	return start, end
}

// cut is d to the unit u, or to the next one that a slide knows. What is longer than a
// month and no year is told in months.
func cut(d edtf.Date, u edtf.Unit) part {
	switch {
	case u >= edtf.Day:
		return part{d.Year, d.Month, d.Day}
	case u > edtf.Year:
		return part{d.Year, d.Month, 0}
	}
	return part{Year: d.Year}
}

// date is the part as a date, and String as EDTF.
func (p part) date() edtf.Date {
	d := edtf.Date{Year: p.Year, Month: p.Month, Day: p.Day, Unit: edtf.Year}
	switch {
	case p.Day > 0:
		d.Unit = edtf.Day
	case p.Month > 0:
		d.Unit = edtf.Month
	}
	return d
}

func (p part) String() string { return p.date().String() }

// pretty writes x as JSON that people can read.
func pretty(w *bufio.Writer, x any) {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	_ = e.Encode(x) // its only errors are those of w
}
