package pipeline

import (
	"crypto/sha256"
	"fmt"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/anchor"
	"github.com/datelinehq/dateline/timeline/origin"
	"github.com/datelinehq/dateline/timeline/rank"
	"github.com/datelinehq/dateline/timeline/text"
)

// A Report is what one article adds to a timeline, and all that Assemble needs of
// it. It is small beside the Analysis that it is made of and can be kept.
type Report struct {
	// Source has no number yet; cites and reasons of Events have source 0.
	Source timeline.Source
	// Sketch is of the article's text, by which copies of it are known.
	Sketch   origin.Sketch
	Events   []timeline.Event
	Findings []text.Finding
	// Telling is what the article says of days, with or without events.
	Telling rank.Telling
}

// Report keeps of an analysis what a timeline needs.
func (an *Analysis) Report() Report {
	r := Report{Source: newSource(an.Document.Article), Sketch: origin.Of(an.Document.Text), Findings: an.Findings, Telling: an.Telling()}
	for _, d := range an.Dated {
		r.Events = append(r.Events, makeEvent(an, d))
	}
	return r
}

// number gives the report's article its number in a timeline.
func (r *Report) number(n int) {
	r.Source.Number = n
	for i := range r.Events {
		e := &r.Events[i]
		for k := range e.Cites {
			e.Cites[k].Source = n
		}
		for k := range e.Why {
			e.Why[k].Source = n
		}
	}
}

func newSource(a text.Article) timeline.Source {
	return timeline.Source{
		ID: a.ID, File: a.File, URL: a.URL, Title: a.Title, Outlet: a.Outlet, Origin: a.Origin,
		Credit: a.Credit, Lang: a.Lang, Place: a.Place, Published: a.Published, PublishedFrom: a.PublishedFrom,
		Bytes: len(a.Text), SHA256: fmt.Sprintf("%x", sha256.Sum256([]byte(a.Text))),
	}
}

// makeEvent writes a dated mention as an event with its evidence.
func makeEvent(a *Analysis, d anchor.Dated) timeline.Event {
	doc := a.Document
	s := doc.Sentences[d.Sentence]
	p := doc.Paragraphs[s.Paragraph]
	c := timeline.Cite{
		Span: s.Span, Quote: s.In(doc.Text), Paragraph: s.Paragraph + 1,
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
		e.Why = append(e.Why, rd.Why(doc.Text, 0))
	}
	e.Cites = []timeline.Cite{c}
	for _, also := range d.Also {
		k := doc.SentenceAt(also.Start)
		if k < 0 || k == d.Sentence {
			continue
		}
		o := doc.Sentences[k]
		q := doc.Paragraphs[o.Paragraph]
		e.Cites = append(e.Cites, timeline.Cite{Span: o.Span, Quote: o.In(doc.Text), Paragraph: o.Paragraph + 1, Context: q.In(doc.Text), ContextSpan: q, Trigger: also})
	}
	return e
}
