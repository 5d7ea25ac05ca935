package rank

import (
	"cmp"
	"slices"
	"strings"

	"github.com/datelinehq/dateline/timeline"
)

// A Selection says which events go on a timeline. The zero value keeps all.
type Selection struct {
	// Events is how many dated and how many undated events are kept at most, the most
	// salient; zero is no limit.
	Events int
	// Actors, Places, Types and Statuses are those of which an event must have one;
	// none asks for nothing. Actors go by name, usual name, code or country code,
	// places by name or country code; capitals do not matter.
	Actors, Places, Types []string
	Statuses              []timeline.Status
}

// IsZero reports whether a selection keeps all.
func (s Selection) IsZero() bool {
	return s.Events <= 0 && len(s.Actors) == 0 && len(s.Places) == 0 && len(s.Types) == 0 && len(s.Statuses) == 0
}

// Keep keeps the events of es that are selected, in their order. Of equally salient
// events those that stand first are kept.
func (s Selection) Keep(es []timeline.Event) []timeline.Event {
	at := make([]int, 0, len(es))
	for i := range es {
		if s.fits(&es[i]) {
			at = append(at, i)
		}
	}
	if s.Events > 0 && len(at) > s.Events {
		slices.SortStableFunc(at, func(a, b int) int { return cmp.Compare(es[b].Salience, es[a].Salience) })
		at = at[:s.Events]
		slices.Sort(at)
	}
	out := make([]timeline.Event, 0, len(at))
	for _, i := range at {
		out = append(out, es[i])
	}
	return out
}

func (s Selection) fits(e *timeline.Event) bool {
	return anyOf(s.Types, func(want string) bool { return strings.EqualFold(e.Type, want) }) &&
		anyOf(s.Statuses, func(want timeline.Status) bool { return e.Status == want }) &&
		anyOf(s.Actors, func(want string) bool {
			return slices.ContainsFunc(e.Actors, func(a timeline.Actor) bool { return is(a, want) })
		}) &&
		anyOf(s.Places, func(want string) bool {
			return slices.ContainsFunc(e.Places, func(p timeline.Place) bool {
				return strings.EqualFold(p.Name, want) || strings.EqualFold(p.Country, want)
			})
		})
}

// anyOf reports whether one of list fits, or there is none.
func anyOf[T comparable](list []T, fits func(T) bool) bool {
	return len(list) == 0 || slices.ContainsFunc(list, fits)
}

func is(a timeline.Actor, want string) bool {
	for _, own := range []string{a.Name, a.Canonical, a.Code, a.Side()} {
		if own != "" && strings.EqualFold(own, want) {
			return true
		}
	}
	return false
}
