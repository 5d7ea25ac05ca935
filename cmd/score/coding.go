package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// codingSuite measures types and actors of the events in single sentences: one
// set for each file of coded sentences.
type codingSuite struct{}

func (codingSuite) name() string                      { return "coding" }
func (codingSuite) folder() string                    { return "coding" }
func (codingSuite) sets(dir string) ([]string, error) { return jsonlSets(dir) }

func (codingSuite) measure(b *bench, dir, set string) ([]Figure, error) {
	gold, err := readLines[codedSentence](filepath.Join(dir, set+".jsonl"))
	if err != nil {
		return nil, err
	}
	knows, err := withNames(b.analyser, filepath.Join(dir, set+"-lexicon.tsv"))
	if err != nil {
		return nil, err
	}
	answers := make([]codingAnswer, len(gold))
	b.each(len(gold), func(i int) {
		g := &gold[i]
		a := knows.events(article{ID: g.ID, Published: g.Date, Text: g.Text})
		var es []codedEvent
		for _, list := range [][]eventAnswer{a.Events, a.Undated} { // a coded event needs no date
			for _, e := range list {
				if e.Coded == nil {
					e.Coded = []codedEvent{e.codedEvent}
				}
				es = append(es, e.Coded...)
			}
		}
		answers[i] = codingAnswer{ID: g.ID, Events: whole(es)}
	})
	var c codingCount
	for i := range gold {
		c.add(&gold[i], answers[i].Events, b.faults)
	}
	return c.figures(b.title), leave(b, answers)
}

// learner is an analyser that can be told names.
type learner interface {
	// learn makes an analyser that knows the names in a table as well.
	learn(file, table string) (analyser, error)
}

// withNames tells the analyser the names in the file beside a set, if there is one.
func withNames(a analyser, file string) (analyser, error) {
	l, can := a.(learner)
	if !can {
		return a, nil
	}
	b, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return a, nil
	}
	if err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	return l.learn(file, string(b))
}

// codedSentence is one line of coded sentences.
type codedSentence struct {
	ID   string `json:"id"`
	Date string `json:"date"`
	Text string `json:"text"`
	// Exhaustive is false when the sentence may tell of more than gold says; it is
	// true if left out.
	Exhaustive *bool `json:"exhaustive"`
	// Neutral sentences hold a bare statement and no event.
	Neutral bool         `json:"neutral"`
	Events  []codedEvent `json:"events"`
}

func (s *codedSentence) exhaustive() bool { return s.Exhaustive == nil || *s.Exhaustive }

// codingAnswer is the answer for one sentence.
type codingAnswer struct {
	ID     string       `json:"id"`
	Events []codedEvent `json:"events"`
}

// codedEvent says who did what to whom, gold or ours.
type codedEvent struct {
	Source string `json:"source"`
	Target string `json:"target"`
	// Code is a CAMEO code, Plover a PLOVER type.
	Code       string `json:"code"`
	Plover     string `json:"plover"`
	SourceText string `json:"source_text"`
	TargetText string `json:"target_text"`
	// Recip says that either direction is right.
	Recip bool `json:"recip,omitempty"`
}

func (e codedEvent) String() string {
	return named(e.Source, e.SourceText) + " " + e.plover() + e.Code + " " + named(e.Target, e.TargetText)
}

func named(code, words string) string {
	switch {
	case code+words == "":
		return "–"
	case words == "":
		return code
	case code == "":
		return "“" + words + "”"
	}
	return code + " “" + words + "”"
}
