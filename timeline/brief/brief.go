// Package brief puts a timeline into the order in which a briefing tells it.
//
// In comes a Timeline, out comes a Briefing that holds nothing but quotes of the
// sources, references and fields that were computed before. The package refuses
// to write prose and to judge what is likely.
package brief

import (
	"cmp"
	"slices"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/text"
)

// Options shape a briefing; the zero value is useful.
type Options struct {
	// Lead is the number of events in the bottom line; 0 means 3.
	Lead int
	// Edition counts from 1; 0 means 1.
	Edition int
	// Length is how much is told; empty means Standard.
	Length Length
}

// Compose makes the briefing of t.
func Compose(t *timeline.Timeline, opt Options) *timeline.Briefing {
	c := composer{t, map[string]*timeline.Event{}}
	for _, list := range [][]timeline.Event{t.Events, t.Undated} {
		for i := range list {
			c.events[list[i].ID] = &list[i]
		}
	}
	b := &timeline.Briefing{
		Title: t.Title, AsOf: t.AsOf, Period: t.Period, Edition: cmp.Or(opt.Edition, 1),
		Dated: len(t.Events), Undated: len(t.Undated), Sources: len(t.Sources), Origins: origins(t),
	}
	for i := range t.Events {
		e := &t.Events[i]
		s := c.statement(e)
		switch {
		case c.Ahead(e):
			b.Ahead = append(b.Ahead, s)
		case e.Status == timeline.Ongoing:
			b.Ongoing = append(b.Ongoing, s)
		default:
			b.Happened = append(b.Happened, s)
		}
		if len(e.Conflicts) > 0 {
			b.Disputed = append(b.Disputed, s)
			b.Conflicts += len(e.Conflicts)
		}
	}
	for i := range t.Undated {
		b.NoDate = append(b.NoDate, c.statement(&t.Undated[i]))
	}
	b.Lead = c.lead(cmp.Or(opt.Lead, 3))
	b.Positions = c.positions()
	b.Gaps = c.gaps()
	c.shorten(b, cmp.Or(opt.Length, Standard).limits())
	b.Dates = c.dates(b)
	return b
}

type composer struct {
	*timeline.Timeline
	events map[string]*timeline.Event
}

func origins(t *timeline.Timeline) int {
	seen := map[string]bool{}
	for i := range t.Sources {
		seen[t.Sources[i].Speaker()] = true
	}
	return len(seen)
}

// statement quotes an event: its title's pieces where they stand in the sentence,
// else the whole sentence.
func (c composer) statement(e *timeline.Event) timeline.Statement {
	s := timeline.Statement{Event: e.ID, Quotes: quotes(e), Meant: meant(e.Title)}
	for _, k := range e.Cites {
		if r := (timeline.Reference{Source: k.Source, Span: k.Span}); !slices.Contains(s.Cites, r) {
			s.Cites = append(s.Cites, r)
		}
	}
	return s
}

// lead picks the events that matter most, no sentence twice, and tells them in
// the order of the sources.
func (c composer) lead(n int) []timeline.Statement {
	all := make([]*timeline.Event, 0, len(c.Events))
	for i := range c.Events {
		all = append(all, &c.Events[i])
	}
	if len(all) == 0 {
		for i := range c.Undated {
			all = append(all, &c.Undated[i])
		}
	}
	slices.SortStableFunc(all, func(a, b *timeline.Event) int { return cmp.Compare(b.Salience, a.Salience) })
	var picked []*timeline.Event
	seen := map[string]bool{}
	for _, e := range all {
		if len(picked) < n && !seen[e.Cites[0].Quote] {
			seen[e.Cites[0].Quote] = true
			picked = append(picked, e)
		}
	}
	slices.SortStableFunc(picked, func(a, b *timeline.Event) int {
		return cmp.Or(cmp.Compare(a.Cites[0].Source, b.Cites[0].Source), cmp.Compare(a.Cites[0].Span.Start, b.Cites[0].Span.Start))
	})
	var out []timeline.Statement
	for _, e := range picked {
		s := c.statement(e)
		s.Quotes, s.Meant = []string{e.Cites[0].Quote}, ""
		out = append(out, s)
	}
	return out
}

// stances are the types of events that show where an actor stands.
func stance(kind string) bool {
	switch kind {
	case "SUPPORT", "REJECT", "REQUEST", "ACCUSE", "THREATEN", "CONCEDE", "AGREE":
		return true
	}
	return false
}

// positions groups stances by the named actor that takes them.
func (c composer) positions() []timeline.Position {
	var ps []timeline.Position
	for _, list := range [][]timeline.Event{c.Events, c.Undated} {
		for i := range list {
			e := &list[i]
			if !stance(e.Type) {
				continue
			}
			for _, a := range e.Actors {
				if a.Role != timeline.RoleSource || a.Code == "" || a.Supposed {
					continue
				}
				name := cmp.Or(a.Canonical, a.Name)
				k := slices.IndexFunc(ps, func(p timeline.Position) bool { return p.Actor == name })
				if k < 0 {
					ps, k = append(ps, timeline.Position{Actor: name}), len(ps)
				}
				ps[k].Statements = append(ps[k].Statements, c.statement(e))
			}
		}
	}
	slices.SortStableFunc(ps, func(a, b timeline.Position) int { return cmp.Compare(a.Actor, b.Actor) })
	return ps
}

// gaps lists what no source tells.
func (c composer) gaps() []timeline.Gap {
	var gs []timeline.Gap
	add := func(kind string, list []timeline.Event, missing func(*timeline.Event) bool) {
		g := timeline.Gap{Kind: kind}
		for i := range list {
			if missing(&list[i]) {
				g.Events = append(g.Events, list[i].ID)
			}
		}
		if len(g.Events) > 0 {
			gs = append(gs, g)
		}
	}
	add("date", c.Undated, func(*timeline.Event) bool { return true })
	add("day", c.Events, func(e *timeline.Event) bool { return e.When.Precision() < edtf.Day })
	add("place", c.Events, func(e *timeline.Event) bool { return len(e.Places) == 0 && e.Type != "STATEMENT" })
	add("second-source", c.Events, func(e *timeline.Event) bool { return e.Origins < 2 })
	return gs
}

// dates lists the expressions that date the events which a briefing tells, each once.
func (c composer) dates(b *timeline.Briefing) []timeline.Why {
	type key struct {
		source int
		span   text.Span
	}
	told, seen := map[string]bool{}, map[key]bool{}
	for _, list := range [][]timeline.Statement{b.Lead, b.Ahead, b.Happened, b.Ongoing, b.Disputed} {
		for _, s := range list {
			told[s.Event] = true
		}
	}
	var ws []timeline.Why
	for i := range c.Events {
		if !told[c.Events[i].ID] {
			continue
		}
		for _, w := range c.Events[i].Why {
			if k := (key{w.Source, w.Span}); !seen[k] {
				seen[k] = true
				ws = append(ws, w)
			}
		}
	}
	slices.SortStableFunc(ws, func(a, b timeline.Why) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Span.Start, b.Span.Start))
	})
	return ws
}
