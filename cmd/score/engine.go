package main

import (
	"sync"

	"github.com/datelinehq/dateline/seeds"
	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/pipeline"
	"github.com/datelinehq/dateline/timeline/text"
)

// engine is what is measured.
type engine interface {
	// tag answers with the expressions of a document.
	tag(doc, dct, lang, body string) []timexAnswer
	// events answers with the events of an article, dated and undated.
	events(id, published, title, body string) eventsAnswer
}

// dateline is the engine itself.
type dateline struct{ *pipeline.Pipeline }

func newEngine() (engine, error) {
	p, err := pipeline.New(seeds.FS, pipeline.Options{})
	return dateline{p}, err
}

// date reads a publication date; a time of day is cut off.
func date(s string) edtf.Date {
	if len(s) > 10 {
		s = s[:10]
	}
	d, err := edtf.ParseDate(s)
	if err != nil {
		return edtf.Date{}
	}
	return d
}

func (d dateline) tag(doc, dct, lang, body string) []timexAnswer {
	an := d.Tag(text.Article{ID: doc, Text: body, Lang: lang, Published: date(dct), PublishedFrom: text.FromMetadata})
	out := make([]timexAnswer, 0, len(an.Readings))
	for _, r := range an.Readings {
		out = append(out, timexAnswer{doc, r.Start, r.End, r.In(body), string(r.Type), r.Value})
	}
	return out
}

func (d dateline) events(id, published, title, body string) eventsAnswer {
	an := d.Analyse(text.Article{ID: id, Text: body, Title: title, Published: date(published), PublishedFrom: text.FromMetadata})
	t := pipeline.Assemble([]*pipeline.Analysis{an}, pipeline.AssembleOptions{})
	out := eventsAnswer{ID: id, Events: []eventAnswer{}, Undated: []eventAnswer{}}
	for i := range t.Events {
		out.Events = append(out.Events, answerOf(&t.Events[i]))
	}
	for i := range t.Undated {
		out.Undated = append(out.Undated, answerOf(&t.Undated[i]))
	}
	return out
}

func answerOf(e *timeline.Event) eventAnswer {
	c := e.Cites[0]
	a := eventAnswer{
		Start: c.Trigger.Start, End: c.Trigger.End, Sentence: &[2]int{c.Span.Start, c.Span.End},
		Date: e.When.String(), Status: string(e.Status), Type: e.Type, Actors: []actorAnswer{},
	}
	if e.Type != "OTHER" && e.Type != "STATEMENT" {
		a.Plover = e.Type
	}
	for _, x := range e.Actors {
		code := x.Code
		if len(code) > 3 {
			code = code[:3]
		}
		a.Actors = append(a.Actors, actorAnswer{x.Name, code, string(x.Role)})
		switch {
		case x.Role == timeline.RoleSource && (a.SourceText == "" || a.Source == "" && x.Code != ""):
			a.Source, a.SourceText = x.Code, x.Name
		case x.Role == timeline.RoleTarget && (a.TargetText == "" || a.Target == "" && x.Code != ""):
			a.Target, a.TargetText = x.Code, x.Name
		}
	}
	return a
}

// each runs f for 0 to n-1 on several processors.
func (r *runner) each(n int, f func(i int)) {
	next := make(chan int)
	var wg sync.WaitGroup
	for range max(r.workers, 1) {
		wg.Go(func() {
			for i := range next {
				f(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wg.Wait()
}
