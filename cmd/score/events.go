package main

import "path/filepath"

// eventsSuite measures dated events of whole articles: one set for each file of
// gold events.
type eventsSuite struct{}

func (eventsSuite) name() string                      { return "events" }
func (eventsSuite) folder() string                    { return "events" }
func (eventsSuite) sets(dir string) ([]string, error) { return jsonlSets(dir) }

func (eventsSuite) measure(b *bench, dir, set string) ([]Figure, error) {
	gold, err := readLines[goldArticle](filepath.Join(dir, set+".jsonl"))
	if err != nil {
		return nil, err
	}
	answers := make([]eventsAnswer, len(gold))
	b.each(len(gold), func(i int) { answers[i] = b.analyser.events(gold[i].article) })
	var c eventCount
	for i := range gold {
		c.add(&gold[i], &answers[i], b.faults)
	}
	return c.figures(b.title), leave(b, answers)
}

// goldArticle is one line of gold events.
type goldArticle struct {
	article
	Events  []goldEvent `json:"events"`
	Undated []goldEvent `json:"undated"`
	// Optional events are neither asked for nor mistakes.
	Optional []goldEvent `json:"optional"`
}

// goldEvent is a marked event; the Alt fields are other right readings.
type goldEvent struct {
	Start     int           `json:"start"`
	End       int           `json:"end"`
	Date      string        `json:"date"`
	DateAlt   []string      `json:"date_alt"`
	Status    string        `json:"status"`
	StatusAlt []string      `json:"status_alt"`
	Type      string        `json:"type"`
	TypeAlt   []string      `json:"type_alt"`
	Actors    []actorAnswer `json:"actors"`
	// Also are further mentions of the same event.
	Also [][2]int `json:"also"`
}

// eventsAnswer is the answer for one article.
type eventsAnswer struct {
	ID      string        `json:"id"`
	Events  []eventAnswer `json:"events"`
	Undated []eventAnswer `json:"undated"`
}

// eventAnswer is one event of ours. Start and End are its trigger, in bytes. Source
// to TargetText are what the coding suite compares.
type eventAnswer struct {
	Start    int           `json:"start"`
	End      int           `json:"end"`
	Sentence *[2]int       `json:"sentence,omitempty"`
	Date     string        `json:"date"`
	Status   string        `json:"status"`
	Type     string        `json:"type"`
	Actors   []actorAnswer `json:"actors"`
	codedEvent
	// Coded is the event once for each pair of actors; nil is the event as it is.
	Coded []codedEvent `json:"-"`
}

// actorAnswer is who takes part: words, country code, and source, target or other.
type actorAnswer struct {
	Text string `json:"text"`
	Code string `json:"code"`
	Role string `json:"role"`
}

func (e *eventAnswer) span() [2]int { return [2]int{e.Start, e.End} }

func (g *goldEvent) span() [2]int { return [2]int{g.Start, g.End} }

// mentions are all places where the article tells of the event.
func (g *goldEvent) mentions() [][2]int { return append([][2]int{g.span()}, g.Also...) }

func shared(a, b [2]int) int { return max(0, min(a[1], b[1])-max(a[0], b[0])) }

// touchedBy reports whether a span covers part of any mention.
func (g *goldEvent) touchedBy(s [2]int) bool {
	for _, m := range g.mentions() {
		if shared(s, m) > 0 {
			return true
		}
	}
	return false
}

func touchesAny(s [2]int, gold []goldEvent) bool {
	for i := range gold {
		if gold[i].touchedBy(s) {
			return true
		}
	}
	return false
}

// verdict is what a date is worth.
type verdict struct {
	// equal to a right reading, compatible with one (overlapping and not finer),
	// finer than all.
	equal, compatible, finer bool
	// qualified says that "?" and "~" are as in the reading that is equal.
	qualified bool
}

// judge compares a date with all right readings.
func (g *goldEvent) judge(date string) (v verdict) {
	p := readPeriod(date)
	if !p.ok {
		return v
	}
	v.finer = true
	for _, reading := range append([]string{g.Date}, g.DateAlt...) {
		r := readPeriod(reading)
		if !r.ok {
			continue
		}
		if p.equal(r) && !v.equal {
			v.equal = true
			v.qualified = p.uncertain == r.uncertain && p.approximate == r.approximate
		}
		v.compatible = v.compatible || p.overlaps(r) && p.days() >= r.days()
		v.finer = v.finer && p.days() < r.days()
	}
	return v
}
