// Package rank orders events and weighs how much days and events matter in one
// timeline.
//
// In come events, and for each article a Telling: its first sentences and those that
// name a day, as hashes of words. Out come the order in time, the weight of each day,
// the sentences that tell a day best, and a salience of events from 0 to 1. The package
// refuses to know language: a word is a number that is common or rare.
//
// All weights are set by hand. They were chosen among few values on data that may be
// measured with and not be passed on; CHANGELOG tells how they do on topics that were
// left out when choosing. Sums are of whole numbers, so that results do not depend on
// the order of the articles.
package rank

import (
	"cmp"
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
