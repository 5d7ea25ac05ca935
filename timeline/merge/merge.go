// Package merge turns the dated mentions of many articles into events.
//
// In come events of single articles, out come the same with one event for one
// happening, told by several cites, and the fields on which these disagree. The
// result depends neither on the order of the articles nor on how the work is
// parted: Keys says in which blocks an event is looked for, Pairs compares those of
// a block, and Clusters joins what belongs together. The package refuses to know
// language; it compares dates, types, lemmas, actors, places and words.
package merge

import (
	"cmp"
	"slices"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/origin"
)

// Events merges what is one happening. sources are all articles, by number from 1,
// and sketches theirs; where these are missing it is not known which articles are
// about one thing. Events come back in no order.
func Events(es []timeline.Event, sources []timeline.Source, sketches []origin.Sketch) []timeline.Event {
	ms := Prepare(es, sources, sketches)
	blocks := map[string][]int{}
	for i := range ms {
		for _, k := range Keys(&ms[i]) {
			blocks[k] = append(blocks[k], i)
		}
	}
	var ps []Pair
	for _, b := range blocks {
		ps = append(ps, Pairs(ms, b)...)
	}
	var out []timeline.Event
	for _, c := range Clusters(ms, ps) {
		out = append(out, join(ms, c, sources))
	}
	name(out, sources)
	return out
}

// A Mention is an event of one article with what it is compared by.
type Mention struct {
	Event *timeline.Event
	// source is the article's, published the first day on which it can have been
	// published, or math.MinInt64.
	source    *timeline.Source
	sketch    origin.Sketch
	published int64
	// first and next are the days of the date, half-open; dated says that there is
	// one.
	first, next int64
	dated       bool
	sides       []string
	names       []string
	places      []string
	// countries are those of the places.
	countries []string
	// words are hashes of the title's longer words, sorted, each once.
	words   []uint64
	figures []figure
	// quote is a hash of the sentence and the trigger's place in it.
	quote uint64
}

// Prepare makes mentions of events, in an order of their own, which does not depend
// on that of es.
func Prepare(es []timeline.Event, sources []timeline.Source, sketches []origin.Sketch) []Mention {
	ms := make([]Mention, 0, len(es))
	for i := range es {
		m := mention(&es[i], sources)
		if n := es[i].Cites[0].Source; n >= 1 && n <= len(sketches) {
			m.sketch = sketches[n-1]
		}
		ms = append(ms, m)
	}
	slices.SortFunc(ms, compare)
	return ms
}

// compare is the order of mentions: by date, then by what is said, then by article.
func compare(a, b Mention) int {
	x, y := a.Event.Cites[0], b.Event.Cites[0]
	return cmp.Or(
		cmp.Compare(a.first, b.first), cmp.Compare(a.next, b.next), cmp.Compare(a.Event.Lemma, b.Event.Lemma),
		cmp.Compare(x.Quote, y.Quote), cmp.Compare(x.Trigger.Start-x.Span.Start, y.Trigger.Start-y.Span.Start), cmp.Compare(a.Event.Title, b.Event.Title),
		cmp.Compare(a.sourceID(), b.sourceID()), cmp.Compare(x.Span.Start, y.Span.Start),
	)
}

func (m *Mention) sourceID() string {
	if m.source == nil {
		return ""
	}
	return m.source.SHA256 + m.source.ID
}
