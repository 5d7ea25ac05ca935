package timeline

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/datelinehq/dateline/timeline/text"
)

// Validate checks what every timeline promises: a cite for every event, quotes
// that fit their spans, sources that exist, known words, unique IDs, dates only
// on dated events and those in order.
func (t *Timeline) Validate() error {
	if t.Version < 1 {
		return errors.New("the timeline has no version")
	}
	for i, s := range t.Sources {
		if s.Number != i+1 {
			return fmt.Errorf("source %d has the number %d", i+1, s.Number)
		}
	}
	seen := map[string]bool{}
	for _, list := range []struct {
		es    []Event
		dated bool
	}{{t.Events, true}, {t.Undated, false}} {
		for i := range list.es {
			e := &list.es[i]
			if seen[e.ID] || e.ID == "" {
				return fmt.Errorf("event %q: the ID is empty or not unique", e.ID)
			}
			seen[e.ID] = true
			if err := t.check(e, list.dated); err != nil {
				return fmt.Errorf("event %s: %w", e.ID, err)
			}
		}
	}
	if !slices.IsSortedFunc(t.Events, func(a, b Event) int { return cmp.Compare(a.When.Compare(b.When), 0) }) {
		return errors.New("the events are out of order")
	}
	return nil
}

// Check checks one event against the sources that it cites, not its place among others.
func (t *Timeline) Check(e *Event) error {
	if err := t.check(e, e.Dated()); err != nil {
		return fmt.Errorf("event %s: %w", e.ID, err)
	}
	return nil
}

func (t *Timeline) check(e *Event, dated bool) error {
	switch {
	case e.Dated() != dated:
		return errors.New("a date in the tray, or none among the dated")
	case !slices.Contains(Statuses(), e.Status):
		return fmt.Errorf("unknown status %q", e.Status)
	case !slices.Contains([]Grade{Certain, Inferred, Ambiguous, Unresolved}, e.Grade):
		return fmt.Errorf("unknown grade %q", e.Grade)
	case e.Salience < 0 || e.Salience > 1:
		return fmt.Errorf("salience %v", e.Salience)
	case len(e.Cites) == 0:
		return errors.New("no cite")
	}
	for _, p := range e.Places {
		if err := checkPoint(p.Point); err != nil {
			return fmt.Errorf("place %q: %w", p.Name, err)
		}
	}
	for _, c := range e.Cites {
		if err := t.checkCite(c); err != nil {
			return err
		}
	}
	return nil
}

func checkPoint(p *Point) error {
	switch {
	case p == nil:
	case !slices.Contains([]PointBy{ByCountry, ByContext, ByName, BySize}, p.By):
		return fmt.Errorf("unknown reason %q for a point", p.By)
	case !(-90 <= p.Lat && p.Lat <= 90 && -180 <= p.Lon && p.Lon <= 180):
		return fmt.Errorf("no point lies at %v, %v", p.Lat, p.Lon)
	}
	return nil
}

func (t *Timeline) checkCite(c Cite) error {
	if c.Source < 1 || c.Source > len(t.Sources) {
		return fmt.Errorf("a cite of source %d", c.Source)
	}
	size := t.Sources[c.Source-1].Bytes
	if c.Span.Len() != len(c.Quote) || c.Quote == "" {
		return fmt.Errorf("a quote of %d bytes for a span of %d", len(c.Quote), c.Span.Len())
	}
	for _, s := range append([]text.Span{c.Span, c.Trigger}, c.Times...) {
		if s.Start < 0 || s.End < s.Start || s.End > size {
			return fmt.Errorf("span %v outside a source of %d bytes", s, size)
		}
	}
	if !c.Span.Covers(c.Trigger) {
		return errors.New("a trigger outside its sentence")
	}
	if c.Context != "" && (c.ContextSpan.Len() != len(c.Context) || !c.ContextSpan.Covers(c.Span)) {
		return errors.New("a paragraph that does not fit its sentence")
	}
	return nil
}
