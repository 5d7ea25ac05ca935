package main

import (
	"cmp"
	"strings"

	"github.com/datelinehq/dateline/timeline"
)

// maxPairs bounds the pairs of actors of one event.
const maxPairs = 24

// coded writes an event as who did it to whom: each source with each target, and back
// where they do it to each other. Without a target, the country of the place stands
// for it; who tells no country is of that of the place. An event without pairs is one with what it has.
func coded(e *timeline.Event) []codedEvent {
	if e.Type == "STATEMENT" {
		return []codedEvent{}
	}
	base := codedEvent{Plover: "NONE"}
	if e.Coding != nil {
		base.Plover, base.Code = cmp.Or(e.Coding.PLOVER, "NONE"), e.Coding.CAMEO
	}
	var sources, targets []timeline.Actor
	for _, x := range e.Actors {
		switch x.Role {
		case timeline.RoleSource:
			sources = append(sources, x)
		case timeline.RoleTarget:
			targets = append(targets, x)
		}
	}
	if e.Mutual && len(targets) == 0 && len(sources) > 1 {
		targets = sources
	}
	if len(targets) == 0 && len(e.Places) > 0 {
		p := e.Places[0]
		targets = []timeline.Actor{{Name: p.Name, Code: p.Country, Span: p.Span}}
	}
	if len(e.Places) > 0 {
		locate(sources, e.Places[0].Country)
		locate(targets, e.Places[0].Country)
	}
	var out []codedEvent
	pair := func(s, t timeline.Actor) {
		c := base
		c.Source, c.SourceText = cmp.Or(s.Code, s.Sector), words(s)
		c.Target, c.TargetText = cmp.Or(t.Code, t.Sector), words(t)
		out = append(out, c)
	}
	for _, s := range sources {
		for _, t := range targets {
			if s.Span != t.Span && (s.Canonical == "" || s.Canonical != t.Canonical || len(s.Code) <= 3 || s.Code != t.Code) && len(out) < maxPairs {
				pair(s, t)
				if e.Mutual {
					pair(t, s)
				}
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

// whole leaves out what says less than another event of its type, and what has
// neither type nor pair.
func whole(es []codedEvent) []codedEvent {
	full := map[string]bool{}
	for _, e := range es {
		full[e.plover()] = full[e.plover()] || e.namesBoth()
	}
	out := []codedEvent{}
	for _, e := range es {
		if e.namesBoth() || (e.plover() != "" || e.Code != "") && !full[e.plover()] {
			out = append(out, e)
		}
	}
	return out
}
