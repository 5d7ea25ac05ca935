package pipeline

import (
	"crypto/sha256"
	"fmt"
	"slices"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/anchor"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/merge"
	"github.com/datelinehq/dateline/timeline/rank"
	"github.com/datelinehq/dateline/timeline/text"
)

// AssembleOptions describe the timeline to be made.
type AssembleOptions struct {
	Title string
	// AsOf is the day from which past and future are seen; zero takes the latest
	// publication date.
	AsOf edtf.Date
	// Period, when set, leaves out dated events that cannot lie in it.
	Period edtf.Interval
	// Generator is the program's name and version.
	Generator string
}

// Assemble makes one timeline of all analyses.
func Assemble(as []*Analysis, opt AssembleOptions) *timeline.Timeline {
	t := &timeline.Timeline{Version: timeline.Version, Generator: opt.Generator, Title: opt.Title, AsOf: opt.AsOf, Sources: []timeline.Source{}}
	var all []timeline.Event
	for i, a := range as {
		t.Sources = append(t.Sources, newSource(i+1, a.Document.Article))
		t.Findings = append(t.Findings, a.Findings...)
		for _, d := range a.Dated {
			all = append(all, makeEvent(a, d, i+1))
		}
	}
	if t.Title == "" && len(t.Sources) > 0 {
		t.Title = t.Sources[0].Title
	}
	if t.AsOf.IsZero() {
		t.AsOf = latest(t.Sources)
	}
	all = merge.Events(all, t.Sources)
	rank.Salience(all, func(n int) int { return t.Sources[n-1].Bytes })
	t.Events, t.Undated = part(all, opt.Period)
	rank.Sort(t.Events)
	slices.SortStableFunc(t.Undated, func(a, b timeline.Event) int { return rank.Place(&a, &b) })
	t.Period = period(t.Events)
	return t
}

// part parts dated from undated events.
func part(all []timeline.Event, within edtf.Interval) (dated, undated []timeline.Event) {
	dated, undated = []timeline.Event{}, []timeline.Event{}
	for _, e := range all {
		switch {
		case !e.Dated():
			undated = append(undated, e)
		case within.IsZero() || within.Overlaps(e.When):
			dated = append(dated, e)
		}
	}
	return dated, undated
}

func newSource(n int, a text.Article) timeline.Source {
	return timeline.Source{
		Number: n, ID: a.ID, File: a.File, URL: a.URL, Title: a.Title, Outlet: a.Outlet, Origin: a.Origin,
		Credit: a.Credit, Lang: a.Lang, Place: a.Place, Published: a.Published, PublishedFrom: a.PublishedFrom,
		Bytes: len(a.Text), SHA256: fmt.Sprintf("%x", sha256.Sum256([]byte(a.Text))),
	}
}

func latest(ss []timeline.Source) (d edtf.Date) {
	for _, s := range ss {
		if !s.Published.IsZero() && (d.IsZero() || edtf.On(d).Compare(edtf.On(s.Published)) < 0) {
			d = s.Published
		}
	}
	return d
}

// period runs from the earliest start to the latest end.
func period(es []timeline.Event) (v edtf.Interval) {
	for _, e := range es {
		if v.IsZero() {
			v = e.When
			continue
		}
		a, _ := v.Bounds()
		if x, _ := e.When.Bounds(); x < a {
			v.Start = e.When.Start
		}
		_, b := v.Bounds()
		if _, y := e.When.Bounds(); y > b {
			v.End = e.When.End
		}
	}
	return v
}

// makeEvent writes a dated mention as an event with its evidence.
func makeEvent(a *Analysis, d anchor.Dated, n int) timeline.Event {
	doc := a.Document
	s := doc.Sentences[d.Sentence]
	p := doc.Paragraphs[s.Paragraph]
	c := timeline.Cite{
		Source: n, Span: s.Span, Quote: s.In(doc.Text), Paragraph: s.Paragraph + 1,
		Context: p.In(doc.Text), ContextSpan: p, Trigger: d.Trigger, When: d.When,
	}
	e := timeline.Event{
		Title: d.Title, Type: d.Type, Lemma: d.Lemma, Coding: d.Coding, Status: d.Status, StatusWords: d.StatusWords, Hedges: d.Hedges,
		When: d.When, Lasting: d.Lasting, Grade: d.Grade, Bounds: d.Bounds,
		Actors: d.Actors, Mutual: d.Mutual, Places: d.Places, Attribution: d.Attribution, Origins: 1,
	}
	for _, r := range d.By {
		rd := a.Readings[r]
		c.Times = append(c.Times, rd.Span)
		e.Why = append(e.Why, rd.Why(doc.Text, n))
	}
	e.Cites = []timeline.Cite{c}
	for _, also := range d.Also {
		k := doc.SentenceAt(also.Start)
		if k < 0 || k == d.Sentence {
			continue
		}
		o := doc.Sentences[k]
		q := doc.Paragraphs[o.Paragraph]
		e.Cites = append(e.Cites, timeline.Cite{Source: n, Span: o.Span, Quote: o.In(doc.Text), Paragraph: o.Paragraph + 1, Context: q.In(doc.Text), ContextSpan: q, Trigger: also})
	}
	return e
}
