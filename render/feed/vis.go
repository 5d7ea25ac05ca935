package feed

import (
	"bufio"
	"html"
	"strings"

	"github.com/datelinehq/dateline/render/words"
	"github.com/datelinehq/dateline/timeline"
)

// A visItem is an item of vis-timeline. Start and End are civil moments without a zone,
// so that a day is that day wherever it is looked at; End is the first that is no more
// part of it. Content and Title are HTML.
type visItem struct {
	ID        string `json:"id"`
	Group     string `json:"group"`
	Type      string `json:"type"`
	Content   string `json:"content"`
	Title     string `json:"title"`
	Start     string `json:"start"`
	End       string `json:"end"`
	ClassName string `json:"className"`
	EDTF      string `json:"edtf"`
}

type visGroup struct {
	ID      string `json:"id"`
	Content string `json:"content"`
	Order   int    `json:"order"`
}

// vis is items and groups for vis-timeline, a group for each status. Every item is a
// range: one of a day is as long as the day, one of a month as the month.
func vis() Format {
	return Format{
		Name: "vis", File: "vis.json", About: "items and groups for vis-timeline",
		carries: tells(), omits: spans(-9999, 9999, true),
		write: func(w *bufio.Writer, v *view) {
			var d struct {
				Groups []visGroup `json:"groups"`
				Items  []visItem  `json:"items"`
			}
			d.Groups, d.Items = []visGroup{}, []visItem{}
			for i, s := range timeline.Statuses() {
				for _, e := range v.events {
					if e.Status == s {
						d.Groups = append(d.Groups, visGroup{string(s), string(s), i})
						break
					}
				}
			}
			for _, e := range v.events {
				first, next := drawn(v.t, e.When).DayBounds()
				d.Items = append(d.Items, visItem{
					ID: e.ID, Group: string(e.Status), Type: "range", Start: moment(first), End: moment(next),
					Content:   html.EscapeString(v.line(e.Title) + " (" + words.Interval(e.When) + ")"),
					Title:     v.toldHTML(e),
					ClassName: strings.TrimSpace(string(e.Status) + " " + string(e.Grade)),
					EDTF:      e.When.String(),
				})
			}
			pretty(w, d)
		},
	}
}

// moment is the first moment of day n as JavaScript reads it in local time. Years before
// 0 have six digits there.
func moment(n int64) string {
	s := iso(n)
	if rest, ok := strings.CutPrefix(s, "-"); ok {
		s = "-00" + rest
	}
	return s + "T00:00:00"
}
