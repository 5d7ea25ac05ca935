package feed

import (
	"bufio"
	"strings"
	"unicode/utf8"

	"github.com/datelinehq/dateline/render/words"
	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
)

// iCalendar is RFC 5545. Days are all-day entries; months and longer are entries over
// their whole length; none keeps anybody busy. What has no date, or no end, is left out.
func iCalendar() Format {
	return Format{
		Name: "ics", File: "events.ics", About: "calendar (iCalendar, RFC 5545)",
		carries: append(tells(), Types, Places, Sources, AsOf), omits: spans(0, 9999, false),
		write: func(w *bufio.Writer, v *view) {
			c := calendar{w, v}
			c.line("BEGIN", "VCALENDAR")
			c.line("VERSION", "2.0")
			c.line("PRODID", "-//Dateline//Dateline//EN")
			c.line("CALSCALE", "GREGORIAN")
			if v.t.Title != "" {
				c.line("X-WR-CALNAME", c.text(v.t.Title))
			}
			at := strings.NewReplacer("-", "", ":", "").Replace(stamp(v.t))
			for _, e := range v.events {
				c.event(e, at)
			}
			c.line("END", "VCALENDAR")
		},
	}
}

type calendar struct {
	*bufio.Writer
	*view
}

// event writes one entry. What is not sure to come or to have come is tentative.
func (c calendar) event(e *timeline.Event, at string) {
	first, next := e.When.DayBounds()
	title := e.Title
	if exact := e.When.Precision() >= edtf.Day; !exact || !e.When.Single() && !e.Lasting {
		title = strings.Replace("Sometime in "+words.Interval(e.When)+": ", " in about ", " about ", 1) + title
	}
	status := "CONFIRMED"
	switch {
	case e.Status == timeline.Cancelled:
		status, title = "CANCELLED", "Cancelled: "+title
	case e.Status == timeline.Denied:
		status, title = "TENTATIVE", "Denied: "+title
	case e.Status == timeline.Proposed, e.Status == timeline.Threatened, e.When.Doubt() != 0:
		status = "TENTATIVE"
	}
	c.line("BEGIN", "VEVENT")
	c.line("UID", c.text(e.ID+"@dateline"))
	c.line("DTSTAMP", at)
	c.line("DTSTART;VALUE=DATE", basic(first))
	c.line("DTEND;VALUE=DATE", basic(next))
	c.line("SUMMARY", c.text(title))
	c.line("STATUS", status)
	c.line("TRANSP", "TRANSPARENT")
	if len(e.Places) > 0 && !e.Places[0].Supposed {
		c.line("LOCATION", c.text(e.Places[0].Name))
	}
	if e.Type != "" {
		c.line("CATEGORIES", c.text(e.Type))
	}
	var told []string
	for _, s := range c.told(e) {
		told = append(told, c.text(s))
	}
	c.line("DESCRIPTION", strings.Join(told, `\n`))
	if len(e.Cites) > 0 {
		if u := link(c.source(e.Cites[0].Source).URL); u != "" {
			c.line("URL", u)
		}
	}
	c.line("X-DATELINE-EDTF", c.text(e.When.String()))
	c.line("END", "VEVENT")
}

// basic is day n in the basic form of ISO 8601.
func basic(n int64) string { return strings.ReplaceAll(iso(n), "-", "") }

// text is a text value, on one line.
func (c calendar) text(s string) string {
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`).Replace(c.view.line(s))
}

// maxLine is the length in bytes of a line without its end.
const maxLine = 75

// line writes a property, folded between runes.
func (c calendar) line(name, value string) {
	s := name + ":" + value
	room := maxLine
	for len(s) > room {
		n := room
		for n > 0 && !utf8.RuneStart(s[n]) {
			n--
		}
		_, _ = c.WriteString(s[:n] + "\r\n ")
		s, room = s[n:], maxLine-1
	}
	_, _ = c.WriteString(s + "\r\n")
}
