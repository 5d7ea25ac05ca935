package main

import (
	"context"
	"encoding/json"
	"io"

	"github.com/datelinehq/dateline/render/coded"
	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/pipeline"
	"github.com/datelinehq/dateline/timeline/text"
)

// articleLine is one article's line of `events --to jsonl`.
type articleLine struct {
	ID string `json:"id"`
	// Events are all events of the article; those without a date have an empty
	// date. Undated are the latter again.
	Events  []eventLine `json:"events"`
	Undated []eventLine `json:"undated"`
}

// eventLine is one event. Offsets count bytes of the article's text.
type eventLine struct {
	timeline.Event
	Start    int           `json:"start"`
	End      int           `json:"end"`
	Trigger  string        `json:"trigger"`
	Sentence [2]int        `json:"sentence"`
	Date     string        `json:"date"`
	Actors   []actorOfLine `json:"actors"`
	Place    string        `json:"place"`
	// The first pair of actors, and what the one did to the other.
	codedPair
}

// codedPair is coded.Event under a name of its own, since Event stands beside it.
type codedPair coded.Event

type actorOfLine struct {
	Text string `json:"text"`
	Code string `json:"code"`
	Role string `json:"role"`
}

// eventLine answers one article with all its events.
func (a *app) eventLine(p *pipeline.Pipeline, art text.Article) (any, []text.Finding) {
	an := p.Analyse(art)
	return lineOf(art, pipeline.Assemble([]pipeline.Report{an.Report()}, pipeline.AssembleOptions{})), an.Findings
}

func lineOf(art text.Article, t *timeline.Timeline) articleLine {
	l := articleLine{ID: art.ID, Events: []eventLine{}, Undated: []eventLine{}}
	for _, list := range [][]timeline.Event{t.Events, t.Undated} {
		for i := range list {
			e := describe(art.Text, &list[i])
			l.Events = append(l.Events, e)
			if e.Date == "" {
				l.Undated = append(l.Undated, e)
			}
		}
	}
	return l
}

func describe(t string, e *timeline.Event) eventLine {
	c := e.Cites[0]
	l := eventLine{
		Event: *e, Start: c.Trigger.Start, End: c.Trigger.End, Trigger: c.Trigger.In(t),
		Sentence: [2]int{c.Span.Start, c.Span.End}, Date: e.When.String(), Actors: []actorOfLine{},
	}
	l.Plover = "NONE"
	if pairs := coded.Of(e); len(pairs) > 0 {
		l.codedPair = codedPair(pairs[0])
	}
	for _, a := range e.Actors {
		l.Actors = append(l.Actors, actorOfLine{a.Name, country(a.Code), string(a.Role)})
	}
	if len(e.Places) > 0 {
		l.Place = e.Places[0].Name
	}
	return l
}

// country is the country or kind of organisation in an actor's code.
func country(code string) string {
	if len(code) > 3 {
		return code[:3]
	}
	return code
}

// codedLine is one article's line of `events --to coding`.
type codedLine struct {
	ID     string        `json:"id"`
	Events []coded.Event `json:"events"`
}

// codedLine answers one article with who did what to whom.
func (a *app) codedLine(p *pipeline.Pipeline, art text.Article) (any, []text.Finding) {
	an := p.Analyse(art)
	t := pipeline.Assemble([]pipeline.Report{an.Report()}, pipeline.AssembleOptions{})
	return codedLine{art.ID, coded.Events(t.Events, t.Undated)}, an.Findings
}

// articleEvents writes one line for each article of files.
func (a *app) articleEvents(ctx context.Context, files []string, f lineFunc) error {
	as, partly, err := a.read(files)
	if err != nil {
		return err
	}
	p, _, err := a.engine()
	if err != nil {
		return err
	}
	return a.deliver(partly, func(w io.Writer) error {
		e := json.NewEncoder(w)
		for _, art := range as {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			v, findings := f(p, art)
			a.findings(findings)
			if err := e.Encode(v); err != nil {
				return err
			}
		}
		return nil
	})
}
