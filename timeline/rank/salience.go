package rank

import (
	"math"

	"github.com/datelinehq/dateline/timeline"
)

// Weights of the parts of salience. What much is told of counts more than what is told
// once, acts more than statements, what stands early in an article more than what
// stands late, what several origins tell more than what one does, and those who take
// part in most of it more than bystanders.
const (
	forDay     = 0.25
	forAct     = 0.25
	forPlace   = 0.20
	forOrigins = 0.15
	forActors  = 0.15
)

// Salience fills in the salience of all events. days may be nil; lengths are the sizes
// of the sources in bytes, by number from 1.
func Salience(es []timeline.Event, days *Days, lengths func(source int) int) {
	parts := parts(es)
	for i := range es {
		e := &es[i]
		s := forDay*days.share(e) + forAct*act(e.Type) + forActors*parts.share(e)
		c := e.Cites[0]
		if n := lengths(c.Source); n > 0 {
			s += forPlace * (1 - float64(c.Span.Start)/float64(n))
		}
		s += forOrigins * (1 - 1/float64(max(e.Origins, 1)))
		e.Salience = min(1, max(0, math.Round(s*1000)/1000))
	}
}

// act weighs a type.
func act(kind string) float64 {
	switch kind {
	case "STATEMENT":
		return 0
	case "OTHER":
		return 0.5
	}
	return 1
}

// longestSpan is how many days an event may span to have the weight of days.
const longestSpan = 31

// share is the weight of an event's days, from 0 to 1: the mean of those in which it
// lies, so that a month weighs less than a busy day in it. An event that spans more
// than a month has none.
func (d *Days) share(e *timeline.Event) float64 {
	if d == nil || !e.Dated() {
		return 0
	}
	first, next := e.When.DayBounds()
	if next <= first || float64(next)-float64(first) > longestSpan { // ends may be open
		return 0
	}
	sum := 0.0
	for day := first; day < next; day++ {
		sum += d.Weight(day)
	}
	return sum / float64(next-first)
}

// actors counts in how many events each actor takes part.
type actors struct {
	events map[string]int
	most   int
}

func parts(es []timeline.Event) actors {
	p := actors{events: map[string]int{}}
	for i := range es {
		seen := map[string]bool{}
		for _, a := range es[i].Actors {
			n := focus(a)
			if n == "" || seen[n] {
				continue
			}
			seen[n] = true
			p.events[n]++
			p.most = max(p.most, p.events[n])
		}
	}
	return p
}

// focus is the name by which an actor is counted; empty for one that is nobody known.
func focus(a timeline.Actor) string {
	if a.Supposed || a.Code == "" && a.Canonical == "" {
		return ""
	}
	if a.Canonical != "" {
		return a.Canonical
	}
	return a.Side()
}

// share is how much an event's actors are in focus, from 0 to 1. The root keeps those
// who are named now and then from counting nothing beside the one in every event.
func (p actors) share(e *timeline.Event) float64 {
	most := 0
	for _, a := range e.Actors {
		most = max(most, p.events[focus(a)])
	}
	if p.most == 0 {
		return 0
	}
	return math.Sqrt(float64(most) / float64(p.most))
}
