package feed

import (
	"bufio"
	"html"

	"github.com/datelinehq/dateline/render/words"
)

// timelineJSSheet is the spreadsheet that TimelineJS3 reads, with the columns of its
// template. Headline, Text and Display Date are HTML there.
func timelineJSSheet() Format {
	return Format{
		Name: "timelinejs-csv", File: "timelinejs.csv", About: "the spreadsheet of TimelineJS3",
		carries: tells(), omits: spans(-9999, 9999, true),
		write: func(w *bufio.Writer, v *view) {
			v.row(w, "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date", "Headline", "Text",
				"Media", "Media Credit", "Media Caption", "Media Thumbnail", "Alt Text", "Type", "Group", "Background", "Link")
			if v.t.Title != "" {
				v.row(w, "", "", "", "", "", "", "", "", "", html.EscapeString(v.line(v.t.Title)), "", "", "", "", "", "", "title", "", "", "")
			}
			for _, e := range v.events {
				start, end := v.parts(e.When)
				stop := []string{"", "", ""}
				if end != nil {
					stop = end.cells()
				}
				cells := append(append(append(start.cells(), ""), stop...), "", html.EscapeString(words.Interval(e.When)), html.EscapeString(v.line(e.Title)), v.toldHTML(e))
				v.row(w, append(cells, "", "", "", "", "", "", string(e.Status), "", "")...)
			}
		},
	}
}

// cells are year, month and day, empty where not known.
func (p part) cells() []string {
	return []string{itoa(p.Year), count0(int(p.Month)), count0(int(p.Day))}
}
