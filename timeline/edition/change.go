// Package edition compares two runs of one timeline, and keeps book of what was
// announced.
//
// In come a former and a present Timeline, out come the changes between them, and
// promises: what was scheduled, proposed or threatened, and what became of it. The
// package refuses to know language, and to conclude: that nothing was reported does
// not say that nothing happened.
package edition

import (
	"cmp"
	"slices"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
)

// Kind is a kind of change.
type Kind string

const (
	// New: no event of the former timeline is the same happening.
	New Kind = "new"
	// Withdrawn: it is told no more.
	Withdrawn Kind = "withdrawn"
	// Moved: the dates exclude each other, or lie across each other.
	Moved Kind = "moved"
	// Sharper: the present date lies within the former, or there was none.
	Sharper Kind = "sharper"
	// Vaguer is the reverse.
	Vaguer Kind = "vaguer"
	// StatusChanged: what was scheduled occurred, or was cancelled.
	StatusChanged Kind = "status"
	// Corroborated: more independent origins tell it than before.
	Corroborated Kind = "corroborated"
	// Contradicted: sources disagree on a field on which they did not before.
	Contradicted Kind = "contradicted"
	// Settled: they disagree no more.
	Settled Kind = "settled"
	// Reworded: only the title reads otherwise.
	Reworded Kind = "reworded"
)

// Kinds are all of them, in the order in which they are told.
func Kinds() []Kind {
	return []Kind{New, Moved, StatusChanged, Sharper, Vaguer, Contradicted, Settled, Corroborated, Reworded, Withdrawn}
}

// A Change is one difference. An event may have several.
type Change struct {
	Kind Kind `json:"kind"`
	// Event is its present ID, empty if it was withdrawn; Former the one it had,
	// empty if it is new.
	Event  string `json:"event,omitempty"`
	Former string `json:"former,omitempty"`
	// Title is the present one, or the last.
	Title string `json:"title"`
	// When is the present date, or the last; FormerWhen the one before.
	When       edtf.Interval `json:"when"`
	FormerWhen edtf.Interval `json:"former_when"`
	// Before and After are what changed where it is no date: statuses, counts of
	// origins, titles, the field that is disputed.
	Before string `json:"before,omitempty"`
	After  string `json:"after,omitempty"`
}

// Changes are all differences between two timelines.
type Changes struct {
	// Before and After are the as-of dates.
	Before edtf.Date `json:"before"`
	After  edtf.Date `json:"after"`
	// Same counts the events that did not change.
	Same int `json:"same"`
	// List is in the order of the present timeline, then of the former.
	List []Change `json:"changes"`
}

// Count counts the changes of a kind.
func (c *Changes) Count(k Kind) (n int) {
	for i := range c.List {
		if c.List[i].Kind == k {
			n++
		}
	}
	return n
}

// Compare finds what changed from one timeline to another.
func Compare(before, after *timeline.Timeline) *Changes {
	c := &Changes{Before: before.AsOf, After: after.AsOf, List: []Change{}}
	olds, news := events(before), events(after)
	former := pair(olds, news)
	told := make([]bool, len(olds))
	for i, e := range news {
		k := former[i]
		if k < 0 {
			c.List = append(c.List, Change{Kind: New, Event: e.ID, Title: e.Title, When: e.When})
			continue
		}
		told[k] = true
		n := len(c.List)
		if c.between(olds[k], e); len(c.List) == n {
			c.Same++
		}
	}
	for k, e := range olds {
		if !told[k] {
			c.List = append(c.List, Change{Kind: Withdrawn, Former: e.ID, Title: e.Title, When: e.When})
		}
	}
	return c
}

// events are all events of a timeline, the dated ones first.
func events(t *timeline.Timeline) []*timeline.Event {
	es := make([]*timeline.Event, 0, len(t.Events)+len(t.Undated))
	for _, list := range [][]timeline.Event{t.Events, t.Undated} {
		for i := range list {
			es = append(es, &list[i])
		}
	}
	return es
}

// between adds what changed of one event.
func (c *Changes) between(a, b *timeline.Event) {
	add := func(k Kind, before, after string) {
		c.List = append(c.List, Change{Kind: k, Event: b.ID, Former: a.ID, Title: b.Title, When: b.When, FormerWhen: a.When, Before: before, After: after})
	}
	n := len(c.List)
	if k := dates(a.When, b.When); k != "" {
		add(k, "", "")
	}
	if a.Status != b.Status {
		add(StatusChanged, string(a.Status), string(b.Status))
	}
	for _, f := range fields(b) {
		if !slices.Contains(fields(a), f) {
			add(Contradicted, "", f)
		}
	}
	for _, f := range fields(a) {
		if !slices.Contains(fields(b), f) {
			add(Settled, f, "")
		}
	}
	if b.Origins > a.Origins {
		add(Corroborated, origins(a.Origins), origins(b.Origins))
	}
	if len(c.List) == n && a.Title != b.Title {
		add(Reworded, a.Title, b.Title)
	}
}

// dates is how a date changed, empty if it did not. A change of doubt alone counts
// as none: the days are the same.
func dates(a, b edtf.Interval) Kind {
	switch {
	case a.IsZero() && b.IsZero():
		return ""
	case a.IsZero():
		return Sharper
	case b.IsZero():
		return Vaguer
	}
	x, y := a.Bounds()
	v, w := b.Bounds()
	switch {
	case x == v && y == w:
		return ""
	case a.Contains(b):
		return Sharper
	case b.Contains(a):
		return Vaguer
	}
	return Moved
}

// fields are those on which the sources disagree, in order.
func fields(e *timeline.Event) []string {
	var fs []string
	for _, c := range e.Conflicts {
		if !slices.Contains(fs, c.Field) {
			fs = append(fs, c.Field)
		}
	}
	slices.SortFunc(fs, cmp.Compare)
	return fs
}
