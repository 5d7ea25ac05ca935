// Package rank orders events and weighs how much they matter in one timeline.
//
// In come events, out comes their order in time and a salience from 0 to 1. It
// refuses to know words; it goes by dates, types, places in the text and cites.
package rank

import (
	"cmp"
	"math"
	"slices"

	"github.com/datelinehq/dateline/timeline"
)

// Sort puts dated events into the order documented at timeline.Timeline: earliest
// possible start, latest possible end, source number and place in the text, ID.
func Sort(es []timeline.Event) {
	slices.SortStableFunc(es, func(a, b timeline.Event) int {
		return cmp.Or(a.When.Compare(b.When), Place(&a, &b))
	})
}

// Place compares where two events stand in the sources.
func Place(a, b *timeline.Event) int {
	x, y := a.Cites[0], b.Cites[0]
	return cmp.Or(
		cmp.Compare(x.Source, y.Source),
		cmp.Compare(x.Span.Start, y.Span.Start),
		cmp.Compare(x.Trigger.Start, y.Trigger.Start),
		cmp.Compare(a.ID, b.ID),
	)
}

// Weights of the parts of salience. Acts count more than statements, what stands
// early in an article more than what stands late, what several origins tell more
// than what one does.
const (
	forAct     = 0.30
	forPlace   = 0.35
	forOrigins = 0.20
	forActors  = 0.15
)

// Salience fills in the salience of all events. lengths are the sizes of the
// sources in bytes, by number from 1.
func Salience(es []timeline.Event, lengths func(source int) int) {
	for i := range es {
		e := &es[i]
		s := 0.0
		switch e.Type {
		case "STATEMENT":
		case "OTHER":
			s += forAct / 2
		default:
			s += forAct
		}
		c := e.Cites[0]
		if n := lengths(c.Source); n > 0 {
			s += forPlace * (1 - float64(c.Span.Start)/float64(n))
		}
		s += forOrigins * (1 - 1/float64(max(e.Origins, 1)))
		named := 0
		for _, a := range e.Actors {
			if a.Code != "" {
				named++
			}
		}
		s += forActors * float64(min(named, 2)) / 2
		e.Salience = math.Round(s*1000) / 1000
	}
}
