package main

import (
	"cmp"
	"fmt"
	"io/fs"

	"github.com/datelinehq/dateline/render/coded"
	"github.com/datelinehq/dateline/seeds"
	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/actor"
	"github.com/datelinehq/dateline/timeline/anchor"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/pipeline"
	"github.com/datelinehq/dateline/timeline/syntax"
	"github.com/datelinehq/dateline/timeline/text"
)

// dateline is Dateline itself. The parser is for event mentions that the anchor
// suite gives and the pipeline does not find, and for trees and names.
type dateline struct {
	*pipeline.Pipeline
	parser    *syntax.Parser
	namer     *syntax.Namer
	options   pipeline.Options
	relations *anchor.Relations
}

func newDateline(o Options) (analyser, error) {
	return newEngine(pipeline.Options{Colloquial: o.Colloquial})
}

func (d dateline) learn(file, table string) (analyser, error) {
	o := d.options
	o.Actors = []actor.Extra{{File: file, Text: table}}
	return newEngine(o)
}

func newEngine(o pipeline.Options) (analyser, error) {
	p, err := pipeline.New(seeds.FS, o)
	if err != nil {
		return nil, err
	}
	models, err := fs.Sub(seeds.FS, "models")
	if err != nil {
		return nil, err
	}
	pack, err := fs.Sub(seeds.FS, "lang/en")
	if err != nil {
		return nil, err
	}
	parser, err := syntax.Load(models, pack, "en")
	if err != nil {
		return nil, fmt.Errorf("parser: %w", err)
	}
	namer, err := syntax.LoadNames(seeds.FS, "en")
	if err != nil {
		return nil, err
	}
	relations, err := anchor.Load(pack)
	if err != nil {
		return nil, err
	}
	return dateline{p, parser, namer, o, relations}, nil
}

func (dateline) reads(lang string) bool {
	_, err := fs.Stat(seeds.FS, "lang/"+lang)
	return err == nil
}

// read makes the article that the pipeline is given.
func (a article) read() text.Article {
	return text.Article{
		ID: a.ID, Title: a.Title, Text: a.Text, Lang: a.Lang,
		Published: day(a.Published), PublishedFrom: text.FromMetadata,
	}
}

// day reads a publication date without its time of day; the zero date is not
// known.
func day(s string) edtf.Date {
	if len(s) > 10 {
		s = s[:10]
	}
	d, err := edtf.ParseDate(s)
	if err != nil {
		return edtf.Date{}
	}
	return d
}

func (d dateline) tag(a article) []timexAnswer {
	an := d.Tag(a.read())
	out := make([]timexAnswer, 0, len(an.Readings))
	for _, r := range an.Readings {
		out = append(out, timexAnswer{a.ID, r.Start, r.End, r.In(a.Text), string(r.Type), r.Value})
	}
	return out
}

func (d dateline) tell(a article) told {
	an := d.Tag(a.read())
	t := told{telling: an.Telling()}
	for _, s := range an.Document.Sentences {
		t.sentences = append(t.sentences, s.In(a.Text))
	}
	return t
}

func (d dateline) events(a article) eventsAnswer {
	an := d.Analyse(a.read())
	t := pipeline.Assemble([]pipeline.Report{an.Report()}, pipeline.AssembleOptions{})
	out := eventsAnswer{ID: a.ID, Events: []eventAnswer{}, Undated: []eventAnswer{}}
	for i := range t.Events {
		out.Events = append(out.Events, answerOf(&t.Events[i]))
	}
	for i := range t.Undated {
		out.Undated = append(out.Undated, answerOf(&t.Undated[i]))
	}
	out.Coded = []codedEvent{}
	for _, e := range coded.Events(t.Events, t.Undated) {
		out.Coded = append(out.Coded, codedEvent{
			Source: e.Source, Target: e.Target, Code: e.Code, Plover: e.Plover, SourceText: e.SourceText, TargetText: e.TargetText,
		})
	}
	return out
}

func answerOf(e *timeline.Event) eventAnswer {
	c := e.Cites[0]
	a := eventAnswer{
		Start: c.Trigger.Start, End: c.Trigger.End, Sentence: &[2]int{c.Span.Start, c.Span.End},
		Status: string(e.Status), Type: e.Type, Actors: []actorAnswer{},
	}
	if e.Dated() {
		a.Date = e.When.String()
	}
	a.Plover = "NONE"
	if e.Coding != nil {
		a.Plover, a.Code = cmp.Or(e.Coding.PLOVER, "NONE"), e.Coding.CAMEO
	}
	for _, x := range e.Actors {
		a.Actors = append(a.Actors, actorAnswer{x.Name, country(x.Code), string(x.Role)})
		switch x.Role {
		case timeline.RoleSource:
			name(&a.Source, &a.SourceText, x)
		case timeline.RoleTarget:
			name(&a.Target, &a.TargetText, x)
		}
	}
	return a
}

// name takes the first actor of a role, or the first whose code is known.
func name(code, words *string, x timeline.Actor) {
	if *words == "" || *code == "" && x.Code != "" {
		*code, *words = x.Code, x.Name
	}
}

// report is what an article adds to a timeline.
func (d dateline) report(a article) pipeline.Report { return d.Analyse(a.read()).Report() }
