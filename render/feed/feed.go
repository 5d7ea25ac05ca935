// Package feed renders a timeline for other programs: events as JSON Lines and
// what lies ahead as a calendar.
//
// In comes a Timeline, out come bytes, the same for the same timeline. The
// package refuses to make a date more exact than it is.
package feed

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/datelinehq/dateline/timeline"
)

// Record is one line of events.jsonl: an event that stands alone, with its
// sources.
type Record struct {
	timeline.Event
	// Dated is false for events of the tray.
	Dated bool `json:"dated"`
	// Sources are those that its cites name.
	Sources []timeline.Source `json:"sources"`
}

// JSONLines writes one event a line: the dated ones in order, then the tray.
func JSONLines(w io.Writer, t *timeline.Timeline) error {
	out := json.NewEncoder(w)
	for _, list := range [][]timeline.Event{t.Events, t.Undated} {
		for _, e := range list {
			r := Record{Event: e, Dated: e.Dated(), Sources: []timeline.Source{}}
			seen := map[int]bool{}
			for _, c := range e.Cites {
				if !seen[c.Source] && c.Source >= 1 && c.Source <= len(t.Sources) {
					seen[c.Source] = true
					r.Sources = append(r.Sources, t.Sources[c.Source-1])
				}
			}
			if err := out.Encode(r); err != nil {
				return fmt.Errorf("write events: %w", err)
			}
		}
	}
	return nil
}
