// Package feed renders a timeline for other programs: tables, calendars, timelines,
// maps, bibliographies, threat reports.
//
// In comes a Timeline, out come bytes, the same for the same timeline, and what the
// format could not carry. The package refuses to make a date more exact than it is:
// what a format cannot show as it is, is shown wider or left out, and counted.
package feed

import (
	"bufio"
	"fmt"
	"io"

	"github.com/datelinehq/dateline/timeline"
)

// Options hold for all formats. The zero value writes everything.
type Options struct {
	// Ahead leaves out all but what lies ahead of the as-of day.
	Ahead bool
}

// A Format is one way to write a timeline.
type Format struct {
	// Name is what a person types, File the usual name of such a file, About what it
	// is in a few words.
	Name, File, About string
	// carries are the parts of events that the format holds.
	carries []Part
	// omits says why the format has no place for an event; "" if it has. Nil has a
	// place for all.
	omits func(t *timeline.Timeline, e *timeline.Event) string
	write func(w *bufio.Writer, v *view)
}

// Formats are all of them, in the order in which they are listed.
func Formats() []Format {
	return []Format{
		whole(), jsonLines(), table(), iCalendar(), timelineJS(), timelineJSSheet(), vis(), markwhen(), mermaid(),
		geoJSON(), timeML(), cslJSON(), bibTeX(), stix(), codedEvents(), atom(),
	}
}

// Find is the format of that name.
func Find(name string) (Format, bool) {
	for _, f := range Formats() {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}

// Write writes t and tells what of it is not in what was written.
func (f Format) Write(w io.Writer, t *timeline.Timeline, o Options) ([]Loss, error) {
	if o.Ahead {
		t = ahead(t)
	}
	v := &view{t: t}
	var left tally
	for _, list := range [][]timeline.Event{t.Events, t.Undated} {
		for i := range list {
			e := &list[i]
			if f.omits != nil {
				if why := f.omits(t, e); why != "" {
					left.add(why)
					continue
				}
			}
			v.events = append(v.events, e)
		}
	}
	b := bufio.NewWriterSize(w, 1<<16)
	f.write(b, v) // the buffer keeps the first error
	if err := b.Flush(); err != nil {
		return nil, fmt.Errorf("write %s: %w", f.Name, err)
	}
	return f.losses(v, left), nil
}

// A view is what a format writes of a timeline.
type view struct {
	t *timeline.Timeline
	// events are those that it has a place for: the dated ones, then the tray.
	events []*timeline.Event
	// replaced counts the texts in which something was replaced.
	replaced int
}

// source is the source of a cite; the zero Source if there is none of that number.
func (v *view) source(n int) timeline.Source {
	if n < 1 || n > len(v.t.Sources) {
		return timeline.Source{}
	}
	return v.t.Sources[n-1]
}

// whole is timeline.json itself.
func whole() Format {
	return Format{
		Name: "timeline", File: "timeline.json", About: "all that Dateline knows, as JSON", carries: Parts(),
		write: func(w *bufio.Writer, v *view) {
			_ = v.t.Write(w) // its only errors are those of w, which keeps them
		},
	}
}
