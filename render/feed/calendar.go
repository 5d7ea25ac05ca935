package feed

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/datelinehq/dateline/render/words"
	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
)

// Calendar writes what lies ahead of the as-of day as iCalendar (RFC 5545). Days
// are all-day entries; months and longer are entries over their whole length that
// keep nobody busy. What has no date, or no end, is left out.
func Calendar(w io.Writer, t *timeline.Timeline) error {
	c := calendar{Writer: bufio.NewWriter(w)}
	c.line("BEGIN", "VCALENDAR")
	c.line("VERSION", "2.0")
	c.line("PRODID", "-//Dateline//Dateline//EN")
	c.line("CALSCALE", "GREGORIAN")
	if t.Title != "" {
		c.line("X-WR-CALNAME", escape(t.Title))
	}
	stamp := stampOf(t)
	for i := range t.Events {
		if e := &t.Events[i]; e.Status.Ahead() && !(!t.AsOf.IsZero() && e.When.Before(edtf.On(t.AsOf))) {
			c.event(t, e, stamp)
		}
	}
	c.line("END", "VCALENDAR")
	if err := c.Flush(); err != nil {
		return fmt.Errorf("write calendar: %w", err)
	}
	return nil
}

type calendar struct{ *bufio.Writer }

// event writes one entry. It has a status of its own for what is only proposed.
func (c calendar) event(t *timeline.Timeline, e *timeline.Event, stamp string) {
	first, next := e.When.DayBounds()
	if first == edtf.Past || next == edtf.Future {
		return
	}
	title := e.Title
	exact := e.When.Precision() >= edtf.Day
	if !exact || !e.When.Single() && !e.Lasting {
		title = "Sometime in " + words.Interval(e.When) + ": " + title
	}
	c.line("BEGIN", "VEVENT")
	c.line("UID", e.ID+"@dateline")
	c.line("DTSTAMP", stamp)
	c.line("DTSTART;VALUE=DATE", day(edtf.FromDays(first)))
	c.line("DTEND;VALUE=DATE", day(edtf.FromDays(next)))
	c.line("SUMMARY", escape(title))
	status := "CONFIRMED"
	if e.Status != timeline.Scheduled || e.When.Doubt() != 0 {
		status = "TENTATIVE"
	}
	c.line("STATUS", status)
	c.line("TRANSP", "TRANSPARENT")
	if len(e.Places) > 0 && !e.Places[0].Supposed {
		c.line("LOCATION", escape(e.Places[0].Name))
	}
	k := e.Cites[0]
	s := t.Sources[k.Source-1]
	from := s.Outlet
	if from == "" {
		from = s.ID
	}
	c.line("DESCRIPTION", escape(fmt.Sprintf("%s. “%s” (%s, bytes %d–%d)", words.Interval(e.When), k.Quote, from, k.Span.Start, k.Span.End)))
	c.line("END", "VEVENT")
}

func day(d edtf.Date) string { return fmt.Sprintf("%04d%02d%02d", d.Year, d.Month, d.Day) }

// stampOf is the as-of day, so that the same timeline makes the same bytes.
func stampOf(t *timeline.Timeline) string {
	first, _ := edtf.On(t.AsOf).DayBounds()
	if t.AsOf.IsZero() || first == edtf.Past {
		return "19700101T000000Z"
	}
	return day(edtf.FromDays(first)) + "T000000Z"
}

// escape is a text value of RFC 5545, on one line.
func escape(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return ' '
		}
		return r
	}, s)
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`).Replace(s)
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
