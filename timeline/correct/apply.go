package correct

import (
	"fmt"
	"slices"
	"strings"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/text"
)

// Apply corrects events, in the order of the corrections. It tells of corrections
// that fit no event, or more than one.
func Apply(es []timeline.Event, cs []Correction) ([]timeline.Event, []text.Finding) {
	var fs []text.Finding
	odd := func(c *Correction, format string, args ...any) {
		fs = append(fs, text.Finding{Article: "corrections", Stage: "correct", Code: "correction", Text: fmt.Sprintf("line %d: ", c.line) + fmt.Sprintf(format, args...)})
	}
	for i := range cs {
		c := &cs[i]
		k, n := find(es, c)
		switch {
		case n == 0:
			odd(c, "there is no event %s", c.name())
			continue
		case n > 1:
			odd(c, "%d events are told with the words %s; name one by its ID", n, c.name())
			continue
		}
		if c.Hide {
			es = slices.Delete(slices.Clone(es), k, k+1)
			continue
		}
		set(&es[k], c)
		for _, id := range c.Merge {
			var ok bool
			if es, ok = merged(es, es[k].ID, id, c); !ok {
				odd(c, "there is no event %s to merge with %s", id, c.name())
			}
			k = slices.IndexFunc(es, func(e timeline.Event) bool { return c.fits(&e) })
		}
		if len(c.Split) > 0 {
			var ok bool
			if es, ok = parted(es, k, c); !ok {
				odd(c, "%s cannot be split: sources %v tell all of it or none", c.name(), c.Split)
			}
		}
	}
	return es, fs
}

// find is the place of the event that a correction is about, and how many there are.
func find(es []timeline.Event, c *Correction) (k, n int) {
	for i := range es {
		if c.fits(&es[i]) {
			k, n = i, n+1
		}
	}
	return k, n
}

// note says what was set by hand.
func note(e *timeline.Event, c *Correction, field, was string) {
	e.Corrections = append(slices.Clip(e.Corrections), timeline.Correction{Field: field, Was: was, Why: c.Why, By: c.By})
}

// set sets the plain fields.
func set(e *timeline.Event, c *Correction) {
	if c.Date != "" {
		note(e, c, "when", e.When.String())
		e.When, e.Lasting, e.Bounds, e.Why = c.when, !c.when.Single(), nil, nil
		e.Grade = timeline.Certain
		if c.bare {
			e.Lasting, e.Grade = false, timeline.Unresolved
		}
		e.Conflicts = slices.DeleteFunc(slices.Clone(e.Conflicts), func(x timeline.Conflict) bool { return x.Field == "when" })
	}
	if c.Status != "" {
		note(e, c, "status", string(e.Status))
		e.Status, e.StatusWords = timeline.Status(c.Status), ""
		e.Conflicts = slices.DeleteFunc(slices.Clone(e.Conflicts), func(x timeline.Conflict) bool { return x.Field == "status" })
	}
	if c.Title != "" {
		note(e, c, "title", e.Title)
		e.Title = "⟨" + c.Title + "⟩"
	}
	if c.Note != "" {
		note(e, c, "note", "")
		e.Note = c.Note
	}
}

// merged adds what event b tells to event a.
func merged(es []timeline.Event, a, b string, c *Correction) ([]timeline.Event, bool) {
	i := slices.IndexFunc(es, func(e timeline.Event) bool { return e.ID == a })
	k := slices.IndexFunc(es, func(e timeline.Event) bool { return e.ID == b })
	if i < 0 || k < 0 || i == k {
		return es, false
	}
	es = slices.Clone(es)
	e, o := &es[i], es[k]
	e.Cites = append(slices.Clip(e.Cites), o.Cites...)
	if !e.Dated() && o.Dated() {
		e.When, e.Lasting, e.Grade, e.Bounds, e.Why = o.When, o.Lasting, o.Grade, nil, o.Why
	}
	e.Origins = max(e.Origins, o.Origins)
	note(e, c, "merge", b)
	return slices.Delete(es, k, k+1), true
}

// parted takes the cites of some sources out of event k and makes another of them,
// told by its first sentence.
func parted(es []timeline.Event, k int, c *Correction) ([]timeline.Event, bool) {
	var stay, leave []timeline.Cite
	for _, x := range es[k].Cites {
		if slices.Contains(c.Split, x.Source) {
			leave = append(leave, x)
		} else {
			stay = append(stay, x)
		}
	}
	if len(stay) == 0 || len(leave) == 0 {
		return es, false
	}
	es = slices.Clone(es)
	was := es[k]
	other := timeline.Event{
		ID: unused(es, was.ID+"-split"), Title: leave[0].Quote, Type: was.Type, Lemma: was.Lemma, Status: was.Status, When: leave[0].When,
		Grade: was.Grade, Cites: leave, Origins: 1,
	}
	if !other.Dated() {
		other.Grade = timeline.Unresolved
	}
	es[k].Cites = stay
	es[k].Why = slices.DeleteFunc(slices.Clone(was.Why), func(w timeline.Why) bool { return slices.Contains(c.Split, w.Source) })
	es[k].Conflicts = nil
	note(&es[k], c, "split", fmt.Sprint(c.Split))
	note(&other, c, "split", was.ID)
	return append(es, other), true
}

// unused is an ID that no event has.
func unused(es []timeline.Event, id string) string {
	for n := 2; ; n++ {
		if !slices.ContainsFunc(es, func(e timeline.Event) bool { return e.ID == id }) {
			return id
		}
		id = fmt.Sprintf("%s-%d", strings.TrimSuffix(id, fmt.Sprintf("-%d", n-1)), n)
	}
}
