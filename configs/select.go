package configs

import (
	"fmt"
	"slices"

	"github.com/datelinehq/dateline/timeline"
)

// A Select says which events go into page, briefing, calendar and timeline.json. The
// zero value keeps all; events.jsonl always has all.
type Select struct {
	// Events is the most dated and the most undated events; 0 is no limit.
	Events   int      `yaml:"events" json:"events,omitempty" jsonschema:"minimum=0" jsonschema_description:"how many dated and how many undated events are shown at most, the most salient; 0 is no limit"`
	Actors   []string `yaml:"actors" json:"actors,omitempty" jsonschema_description:"only events with one of these actors: name, code or country code"`
	Places   []string `yaml:"places" json:"places,omitempty" jsonschema_description:"only events in one of these places: name or country code"`
	Types    []string `yaml:"types" json:"types,omitempty" jsonschema_description:"only events of one of these types, as ASSAULT"`
	Statuses []string `yaml:"statuses" json:"statuses,omitempty" jsonschema:"enum=occurred,enum=ongoing,enum=scheduled,enum=proposed,enum=threatened,enum=denied,enum=cancelled" jsonschema_description:"only events of one of these statuses"`
}

func (k checker) selection(at string, s *Select) error {
	if s.Events < 0 {
		return k.fault(at+".events", "events is %d; it must not be negative", s.Events)
	}
	for i, name := range s.Statuses {
		if !slices.Contains(timeline.Statuses(), timeline.Status(name)) {
			return k.fault(fmt.Sprintf("%s.statuses[%d]", at, i), "no status %q; there are %v", name, timeline.Statuses())
		}
	}
	return nil
}
