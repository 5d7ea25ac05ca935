package feed

import (
	"bufio"
	"encoding/json"

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

// jsonLines is one event a line: the dated ones in order, then the tray.
func jsonLines() Format {
	return Format{
		Name: "jsonl", File: "events.jsonl", About: "one event a line, as JSON, with its sources",
		carries: but(AsOf, Findings),
		write: func(w *bufio.Writer, v *view) {
			out := json.NewEncoder(w)
			for _, e := range v.events {
				r := Record{Event: *e, Dated: e.Dated(), Sources: []timeline.Source{}}
				seen := map[int]bool{}
				for _, c := range e.Cites {
					if !seen[c.Source] && c.Source >= 1 && c.Source <= len(v.t.Sources) {
						seen[c.Source] = true
						r.Sources = append(r.Sources, v.t.Sources[c.Source-1])
					}
				}
				_ = out.Encode(r) // its only errors are those of w
			}
		},
	}
}
