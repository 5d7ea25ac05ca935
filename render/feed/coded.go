package feed

import (
	"bufio"

	"github.com/datelinehq/dateline/render/coded"
	"github.com/datelinehq/dateline/timeline"
)

// codedEvents is event data: one row for each pair of actors and what the one did to the
// other. Statements, for which the schemes have no place, are left out.
func codedEvents() Format {
	return Format{
		Name: "coded", File: "coded.csv", About: "event data: who did what to whom, in PLOVER and CAMEO codes",
		carries: []Part{EventsPart, Doubt, Clock, OpenEnds, Grade, Status, Codes, Actors, Sources},
		omits: func(_ *timeline.Timeline, e *timeline.Event) string {
			if len(coded.Of(e)) == 0 {
				return "statements"
			}
			return ""
		},
		write: func(w *bufio.Writer, v *view) {
			v.row(w, "event", "when", "earliest", "latest", "precision", "date_grade", "status", "source", "target", "cameo", "plover", "mode", "intensity",
				"source_text", "target_text", "title", "outlet", "url")
			for _, e := range v.events {
				var s timeline.Source
				if len(e.Cites) > 0 {
					s = v.source(e.Cites[0].Source)
				}
				mode, intensity := "", ""
				if e.Coding != nil {
					mode, intensity = e.Coding.Mode, number(e.Coding.Intensity)
				}
				for _, x := range coded.Of(e) {
					v.row(w, e.ID, e.When.String(), earliest(e.When), latest(e.When), unitOf(e.When), string(e.Grade), string(e.Status),
						x.Source, x.Target, x.Code, x.Plover, mode, intensity,
						x.SourceText, x.TargetText, e.Title, s.Outlet, s.URL)
				}
			}
		},
	}
}
