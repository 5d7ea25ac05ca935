// Package coded writes events as who did what to whom, in the manner of event data.
//
// In come events of a timeline, out come pairs of actor codes with a PLOVER type and a
// CAMEO root. It refuses to know texts and dates, and codes nothing that the timeline
// does not hold.
package coded

import (
	"cmp"
	"slices"
	"strings"

	"github.com/datelinehq/dateline/timeline"
)

// An Event is one pair of actors and what the one did to the other. An empty field is
// not known.
type Event struct {
	// Source and Target are codes: three letters of a country or kind of organisation,
	// then those of a role.
	Source string `json:"source"`
	Target string `json:"target"`
	// Code is a CAMEO root, Plover a PLOVER 2.0 type or "NONE".
	Code       string `json:"code"`
	Plover     string `json:"plover"`
	SourceText string `json:"source_text"`
	TargetText string `json:"target_text"`
}

// none is the type of what PLOVER has no type for.
const none = "NONE"

// maxPairs bounds the pairs of actors of one event.
const maxPairs = 24

// Events codes the events of one article. Statements are left out, and so is what says
// less than another event of its type.
func Events(lists ...[]timeline.Event) []Event {
	all := []Event{}
	for _, es := range lists {
		for i := range es {
			all = append(all, Of(&es[i])...)
		}
	}
	full := map[string]bool{}
	for _, e := range all {
		full[e.Plover] = full[e.Plover] || e.both()
	}
	return slices.DeleteFunc(all, func(e Event) bool {
		return !e.both() && (e.Plover == none && e.Code == "" || full[e.Plover])
	})
}

// both reports whether both actors are given.
func (e Event) both() bool { return e.Source+e.SourceText != "" && e.Target+e.TargetText != "" }

// Of codes one event: each source with each target, and back where they do it to each
// other. Without a target, the country of the place stands for it; who tells no country
// is of that of the place. An event without pairs is one with what it has.
func Of(e *timeline.Event) []Event {
	if e.Type == "STATEMENT" {
		return nil
	}
	base := Event{Plover: none}
	if e.Coding != nil {
		base.Plover, base.Code = cmp.Or(e.Coding.PLOVER, none), e.Coding.CAMEO
	}
	sources, targets := sides(e)
	var out []Event
	pair := func(s, t timeline.Actor) {
		c := base
		c.Source, c.SourceText = cmp.Or(s.Code, s.Sector), words(s)
		c.Target, c.TargetText = cmp.Or(t.Code, t.Sector), words(t)
		out = append(out, c)
	}
	for _, s := range sources {
		for _, t := range targets {
			if same(s, t) || len(out) >= maxPairs {
				continue
			}
			pair(s, t)
			if e.Mutual {
				pair(t, s)
			}
		}
	}
	switch {
	case len(out) > 0:
	case len(sources) > 0:
		pair(sources[0], timeline.Actor{})
	case len(targets) > 0:
		pair(timeline.Actor{}, targets[0])
	default:
		out = append(out, base)
	}
	return out
}

// sides are the sources and targets of an event.
func sides(e *timeline.Event) (sources, targets []timeline.Actor) {
	for _, x := range e.Actors {
		switch x.Role {
		case timeline.RoleSource:
			sources = append(sources, x)
		case timeline.RoleTarget:
			targets = append(targets, x)
		}
	}
	if e.Mutual && len(targets) == 0 && len(sources) > 1 {
		targets = slices.Clone(sources)
	}
	if len(e.Places) == 0 {
		return sources, targets
	}
	p := e.Places[0]
	if len(targets) == 0 {
		targets = []timeline.Actor{{Name: p.Name, Code: p.Country, Span: p.Span}}
	}
	locate(sources, p.Country)
	locate(targets, p.Country)
	return sources, targets
}

// same reports whether two actors are one.
func same(s, t timeline.Actor) bool {
	return s.Span == t.Span || s.Canonical != "" && s.Canonical == t.Canonical && len(s.Code) > 3 && s.Code == t.Code
}

// locate gives actors of no known country that of the place.
func locate(as []timeline.Actor, country string) {
	for i := range as {
		if as[i].Code == "" && country != "" {
			as[i].Code = country + as[i].Sector
		}
	}
}

// words are those of an actor; of a pronoun those that it stands for.
func words(a timeline.Actor) string {
	pronoun := !strings.Contains(a.Name, " ") && strings.ToLower(a.Name) == a.Name
	if a.Canonical != "" && (a.Code == "" || pronoun) {
		return a.Canonical
	}
	return a.Name
}
