package pipeline

import (
	"slices"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/correct"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/merge"
	"github.com/datelinehq/dateline/timeline/origin"
	"github.com/datelinehq/dateline/timeline/rank"
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
	var all []timeline.Event
	sketches := make([]origin.Sketch, len(rs))
	for i := range rs {
		sketches[i] = rs[i].Sketch
		rs[i].number(i + 1)
		t.Sources = append(t.Sources, rs[i].Source)
		t.Findings = append(t.Findings, rs[i].Findings...)
		all = append(all, rs[i].Events...)
	}
	if t.Title == "" && len(t.Sources) > 0 {
		t.Title = t.Sources[0].Title
	}
	if t.AsOf.IsZero() {
		t.AsOf = latest(t.Sources)
	}
	origin.Mark(t.Sources, sketches)
	all = merge.Events(all, t.Sources, sketches)
	all, odd := correct.Apply(all, opt.Corrections)
	t.Findings = append(t.Findings, odd...)
	rank.Salience(all, func(n int) int { return t.Sources[n-1].Bytes })
	t.Events, t.Undated = part(all, opt.Period)
	rank.Sort(t.Events)
	slices.SortStableFunc(t.Undated, func(a, b timeline.Event) int { return rank.Place(&a, &b) })
	t.Period = period(t.Events)
	return t
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

func latest(ss []timeline.Source) (d edtf.Date) {
	for _, s := range ss {
		if !s.Published.IsZero() && (d.IsZero() || edtf.On(d).Compare(edtf.On(s.Published)) < 0) {
			d = s.Published
		}
	}
	return d
}

// period runs from the earliest start to the latest end.
func period(es []timeline.Event) (v edtf.Interval) {
	for _, e := range es {
		if v.IsZero() {
			v = e.When
			continue
		}
		a, _ := v.Bounds()
		if x, _ := e.When.Bounds(); x < a {
			v.Start = e.When.Start
		}
		_, b := v.Bounds()
		if _, y := e.When.Bounds(); y > b {
			v.End = e.When.End
		}
	}
	return v
}
