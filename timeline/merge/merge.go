// Package merge turns the dated mentions of many articles into events.
//
// In come events of single articles, out come the same with one event for one
// happening, told by several cites. The result does not depend on the order of
// the articles. The package refuses to know language; it compares dates, types,
// actors and words.
package merge

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"

	"github.com/datelinehq/dateline/timeline"
)

// Events merges what plainly is one happening. sources are all articles; events
// keep the order documented at timeline.Timeline.
func Events(es []timeline.Event, sources []timeline.Source) []timeline.Event {
	es = slices.Clone(es)
	slices.SortStableFunc(es, func(a, b timeline.Event) int {
		return cmp.Or(cmp.Compare(a.Cites[0].Quote, b.Cites[0].Quote), cmp.Compare(a.Cites[0].Trigger.Start, b.Cites[0].Trigger.Start), cmp.Compare(a.Title, b.Title))
	})
	buckets := map[string][]int{}
	var out []timeline.Event
	for _, e := range es {
		key := e.Type + "\t" + e.When.String() + "\t" + head(&e)
		k := slices.IndexFunc(buckets[key], func(i int) bool { return same(&out[i], &e) })
		if k < 0 {
			buckets[key] = append(buckets[key], len(out))
			out = append(out, e)
			continue
		}
		join(&out[buckets[key][k]], e)
	}
	for i := range out {
		finish(&out[i], sources)
	}
	name(out)
	return out
}

// head is the trigger's words, lower-cased.
func head(e *timeline.Event) string {
	c := e.Cites[0]
	if c.Trigger.Start < c.Span.Start || c.Trigger.End > c.Span.End || c.Span.Len() != len(c.Quote) {
		return ""
	}
	return strings.ToLower(c.Quote[c.Trigger.Start-c.Span.Start : c.Trigger.End-c.Span.Start])
}

// same reports whether two events of equal type, date and trigger are one: the
// same sentence in two copies, or a common actor in two articles.
func same(a, b *timeline.Event) bool {
	if a.Cites[0].Quote == b.Cites[0].Quote {
		return a.Cites[0].Trigger.Start-a.Cites[0].Span.Start == b.Cites[0].Trigger.Start-b.Cites[0].Span.Start
	}
	if a.Cites[0].Source == b.Cites[0].Source || !a.Dated() {
		return false
	}
	for _, x := range a.Actors {
		for _, y := range b.Actors {
			if x.Name == y.Name || x.Code != "" && x.Side() == y.Side() {
				return true
			}
		}
	}
	return false
}

// join adds what b knows to a.
func join(a *timeline.Event, b timeline.Event) {
	a.Cites = append(a.Cites, b.Cites...)
	a.Why = append(a.Why, b.Why...)
}

// finish orders the cites and counts their origins.
func finish(e *timeline.Event, sources []timeline.Source) {
	slices.SortStableFunc(e.Cites, func(a, b timeline.Cite) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Span.Start, b.Span.Start))
	})
	origins := map[string]bool{}
	for _, c := range e.Cites {
		if c.Source >= 1 && c.Source <= len(sources) {
			origins[origin(sources[c.Source-1])] = true
		}
	}
	e.Origins = len(origins)
}

// origin is what counts as one voice: the agency, else the outlet, else the
// article alone.
func origin(s timeline.Source) string {
	return cmp.Or(s.Origin, s.Outlet, s.ID)
}

// idBytes is the length of an ID before it is written in hexadecimal.
const idBytes = 5

// name gives each event an ID made of its first quote, trigger and type, so that
// it stays the same in every run and order.
func name(es []timeline.Event) {
	seen := map[string]int{}
	for i := range es {
		e := &es[i]
		c := e.Cites[0]
		for _, o := range e.Cites {
			if o.Quote < c.Quote {
				c = o
			}
		}
		sum := sha256.Sum256([]byte(fmt.Sprintf("%s\x00%d\x00%s\x00%s", c.Quote, c.Trigger.Start-c.Span.Start, e.Type, e.Title)))
		id := fmt.Sprintf("e%x", sum[:idBytes])
		if seen[id]++; seen[id] > 1 {
			id = fmt.Sprintf("%s-%d", id, seen[id])
		}
		e.ID = id
	}
}
