package pipeline

import (
	"fmt"
	"slices"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/correct"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/merge"
	"github.com/datelinehq/dateline/timeline/origin"
	"github.com/datelinehq/dateline/timeline/rank"
	"github.com/datelinehq/dateline/timeline/text"
)

// AssembleOptions describe the timeline to be made.
type AssembleOptions struct {
	Title string
	// AsOf is the day from which past and future are seen; zero takes the latest
	// publication date.
	AsOf edtf.Date
	// Period, when set, leaves out dated events that cannot lie in it.
	Period edtf.Interval
	// Generator is the program's name and version.
	Generator string
	// Corrections are an analyst's, applied before events are weighed.
	Corrections []correct.Correction
}

// Assemble makes one timeline of all reports, which it may take apart.
func Assemble(rs []Report, opt AssembleOptions) *timeline.Timeline {
	t := &timeline.Timeline{Version: timeline.Version, Generator: opt.Generator, Title: opt.Title, AsOf: opt.AsOf, Sources: []timeline.Source{}}
	n := 0
	for i := range rs {
		n += len(rs[i].Events)
	}
	all := make([]timeline.Event, 0, n)
	sketches := make([]origin.Sketch, len(rs))
	for i := range rs {
		sketches[i] = rs[i].Sketch
		rs[i].number(i + 1)
		t.Sources = append(t.Sources, rs[i].Source)
		t.Findings = append(t.Findings, rs[i].Findings...)
		all = append(all, rs[i].Events...)
		rs[i].Events = nil // there are many
	}
	if t.Title == "" && len(t.Sources) > 0 {
		t.Title = t.Sources[0].Title
	}
	if t.AsOf.IsZero() {
		t.AsOf = timeline.Latest(t.Sources)
	}
	origin.Mark(t.Sources, sketches)
	all = merge.Events(all, t.Sources, sketches)
	all, odd := correct.Apply(all, opt.Corrections)
	t.Findings = append(t.Findings, odd...)
	rank.Salience(all, rank.Weigh(tellings(rs, t.Sources)), func(n int) int { return t.Sources[n-1].Bytes })
	t.Events, t.Undated = part(all, opt.Period)
	rank.Sort(t.Events)
	slices.SortStableFunc(t.Undated, func(a, b timeline.Event) int { return rank.Place(&a, &b) })
	t.Period = timeline.PeriodOf(t.Events)
	return t
}

// tellings are those of all articles that are no copies.
func tellings(rs []Report, ss []timeline.Source) []rank.Telling {
	var out []rank.Telling
	for i := range rs {
		if ss[i].CopyOf == 0 {
			out = append(out, rs[i].Telling)
		}
	}
	return out
}

// Select keeps of a timeline what a selection asks for and says in a finding how much
// it left out. Relations to events that were left out go with them. The timeline that
// it is given stays as it was.
func Select(t *timeline.Timeline, s rank.Selection) *timeline.Timeline {
	if s.IsZero() {
		return t
	}
	out := *t
	out.Events, out.Undated = s.Keep(t.Events), s.Keep(t.Undated)
	there := map[string]bool{}
	for _, es := range [][]timeline.Event{out.Events, out.Undated} {
		for i := range es {
			there[es[i].ID] = true
		}
	}
	for _, es := range [][]timeline.Event{out.Events, out.Undated} {
		for i := range es {
			es[i].Relations = slices.DeleteFunc(slices.Clone(es[i].Relations), func(r timeline.Relation) bool { return !there[r.Event] })
		}
	}
	out.Period = timeline.PeriodOf(out.Events)
	if d, u := len(t.Events)-len(out.Events), len(t.Undated)-len(out.Undated); d+u > 0 {
		out.Findings = append(slices.Clone(t.Findings), text.Finding{
			Stage: "rank", Code: "left-out",
			Text: fmt.Sprintf("the selection leaves out %d of %d dated and %d of %d undated events", d, len(t.Events), u, len(t.Undated)),
		})
	}
	return &out
}

// part parts dated from undated events.
func part(all []timeline.Event, within edtf.Interval) (dated, undated []timeline.Event) {
	dated, undated = []timeline.Event{}, []timeline.Event{}
	for _, e := range all {
		switch {
		case !e.Dated():
			undated = append(undated, e)
		case within.IsZero() || within.Overlaps(e.When):
			dated = append(dated, e)
		}
	}
	return dated, undated
}
