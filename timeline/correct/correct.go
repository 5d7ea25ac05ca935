// Package correct applies an analyst's corrections to the events of a timeline.
//
// In come the bytes of a corrections file and events, out come the events with what
// was set by hand, and findings about corrections that fit nothing. Whatever is
// corrected says so, with what it was before. The package refuses to guess: a
// correction that fits two events corrects neither.
//
// A file is a YAML list. Each item names one event, by its ID or by words of the
// sentence that tells it, and says what to change:
//
//   - event: e3f01c77aa2        # or words: "an atomic test in May"
//     date: 2009-05-25          # EDTF, or what a person types; "none" takes it away
//     status: occurred
//     title: North Korea tested a nuclear device
//     note: confirmed by the embassy
//     why: CTBTO bulletin of 25 May
//     by: A. K.
//   - event: e3f01c77aa2
//     merge: [e77b0d2c119]      # these events are the same happening
//   - event: e3f01c77aa2
//     split: [3, 5]             # what sources 3 and 5 tell is another happening
//   - words: "bombed at the box office"
//     hide: true
package correct

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/moment"
)

// A Correction is one item of the file.
type Correction struct {
	Event string `yaml:"event"`
	Words string `yaml:"words"`

	Date   string   `yaml:"date"`
	Status string   `yaml:"status"`
	Title  string   `yaml:"title"`
	Note   string   `yaml:"note"`
	Merge  []string `yaml:"merge"`
	Split  []int    `yaml:"split"`
	Hide   bool     `yaml:"hide"`

	Why string `yaml:"why"`
	By  string `yaml:"by"`

	when edtf.Interval
	bare bool // the date is taken away
	line int
}

// none takes a date away.
const none = "none"

// maxFile bounds a corrections file.
const maxFile = 4 << 20

// Parse reads a corrections file; file names it in errors, which give line and
// column.
func Parse(file string, b []byte, today edtf.Date) ([]Correction, error) {
	if len(b) > maxFile {
		return nil, fmt.Errorf("%s: larger than %d MB", file, maxFile>>20)
	}
	var cs []Correction
	if err := yaml.UnmarshalWithOptions(b, &cs, yaml.Strict()); err != nil {
		return nil, place(file, err)
	}
	lines := itemLines(b)
	for i := range cs {
		if i < len(lines) {
			cs[i].line = lines[i]
		}
		if err := cs[i].check(today); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, cs[i].line, err)
		}
	}
	return cs, nil
}

// place is an error of the YAML library with file, line and column.
func place(file string, err error) error {
	var y yaml.Error
	if errors.As(err, &y) {
		if t := y.GetToken(); t != nil && t.Position != nil {
			return fmt.Errorf("%s:%d:%d: %s", file, t.Position.Line, t.Position.Column, y.GetMessage())
		}
	}
	return fmt.Errorf("%s: %w", file, err)
}

// itemLines are the lines on which items of the list begin.
func itemLines(b []byte) (ns []int) {
	n := 0
	for line := range strings.Lines(string(b)) {
		n++
		if strings.HasPrefix(line, "- ") || strings.TrimRight(line, "\r\n") == "-" {
			ns = append(ns, n)
		}
	}
	return ns
}

func (c *Correction) check(today edtf.Date) error {
	switch {
	case (c.Event == "") == (c.Words == ""):
		return errors.New(`name the event by "event" or by "words"`)
	case c.Date == "" && c.Status == "" && c.Title == "" && c.Note == "" && len(c.Merge) == 0 && len(c.Split) == 0 && !c.Hide:
		return errors.New("it says nothing to change: date, status, title, note, merge, split or hide")
	case c.Status != "" && !slices.Contains(timeline.Statuses(), timeline.Status(c.Status)):
		return fmt.Errorf("no status %q; there are %s", c.Status, statuses())
	case c.Date == none:
		c.bare = true
	case c.Date != "":
		v, err := moment.Parse(c.Date, today)
		if err != nil {
			return fmt.Errorf("date: %w", err)
		}
		c.when = v
	}
	return nil
}

func statuses() string {
	var ss []string
	for _, s := range timeline.Statuses() {
		ss = append(ss, string(s))
	}
	return strings.Join(ss, ", ")
}

// fits reports whether a correction is about an event.
func (c *Correction) fits(e *timeline.Event) bool {
	if c.Event != "" {
		return e.ID == c.Event
	}
	return slices.ContainsFunc(e.Cites, func(k timeline.Cite) bool { return strings.Contains(k.Quote, c.Words) })
}

// name is the event as the correction names it.
func (c *Correction) name() string {
	if c.Event != "" {
		return c.Event
	}
	return fmt.Sprintf("%q", c.Words)
}
