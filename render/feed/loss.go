package feed

import (
	"fmt"
	"slices"
	"strings"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
)

// A Part is a part of the model that a format may have no place for.
type Part string

// The parts. Title, ID and date of an event are in every format that has events.
const (
	EventsPart  Part = "events"
	Doubt       Part = "marks of doubt on dates"
	Clock       Part = "times of day"
	OpenEnds    Part = "open ends of dates"
	Lasting     Part = "marks that an event fills its date"
	Grade       Part = "grades of dates"
	Status      Part = "statuses"
	StatusWords Part = "words that decided a status"
	Hedges      Part = "hedges"
	Types       Part = "types and lemmas"
	Codes       Part = "codes"
	Bounds      Part = "bounds of undated events"
	Actors      Part = "actors"
	ActorSpans  Part = "places of names in the text"
	Places      Part = "places"
	Points      Part = "points on the map"
	Attribution Part = "attributions"
	Quotes      Part = "quotes"
	Cites       Part = "further cites"
	Offsets     Part = "offsets of quotes"
	Paragraphs  Part = "paragraphs around quotes"
	Reasons     Part = "reasons for dates"
	Relations   Part = "relations"
	Conflicts   Part = "conflicts"
	Ranks       Part = "origins and salience"
	ByHand      Part = "corrections and notes"
	Sources     Part = "sources"
	AsOf        Part = "as-of day"
	Findings    Part = "findings"
)

// Parts are all of them, in the order in which losses are told.
func Parts() []Part {
	return []Part{
		EventsPart, Doubt, Clock, OpenEnds, Lasting, Grade, Status, StatusWords, Hedges, Types, Codes, Bounds, Actors, ActorSpans, Places, Points,
		Attribution, Quotes, Cites, Offsets, Paragraphs, Reasons, Relations, Conflicts, Ranks, ByHand, Sources, AsOf, Findings,
	}
}

// but are all parts without some.
func but(without ...Part) []Part {
	return slices.DeleteFunc(Parts(), func(p Part) bool { return slices.Contains(without, p) })
}

// A Loss is something that a timeline has and what was written of it has not.
type Loss struct {
	What  string `json:"what"`
	Count int    `json:"count"`
	// LeftOut says that these are whole events, not parts of them.
	LeftOut bool `json:"left_out,omitempty"`
}

// Tell is losses in one line: "leaves out events without a date (3); does not carry
// hedges (2)". It is empty for none.
func Tell(ls []Loss) string {
	var left, lost []string
	for _, l := range ls {
		if s := fmt.Sprintf("%s (%d)", l.What, l.Count); l.LeftOut {
			left = append(left, s)
		} else {
			lost = append(lost, s)
		}
	}
	var out []string
	if len(left) > 0 {
		out = append(out, "leaves out "+strings.Join(left, ", "))
	}
	if len(lost) > 0 {
		out = append(out, "does not carry "+strings.Join(lost, ", "))
	}
	return strings.Join(out, "; ")
}

// tally counts by name, in the order in which names came.
type tally []Loss

func (t *tally) add(what string) {
	for i := range *t {
		if (*t)[i].What == what {
			(*t)[i].Count++
			return
		}
	}
	*t = append(*t, Loss{What: what, Count: 1, LeftOut: true})
}

// losses are what was left out, then the parts of the rest that f has no place for.
func (f Format) losses(v *view, left tally) []Loss {
	out := []Loss(left)
	for _, p := range Parts() {
		if slices.Contains(f.carries, p) || p != EventsPart && ofEvents(p) && !slices.Contains(f.carries, EventsPart) {
			continue // a format without events has lost their parts with them
		}
		if n := count(v, p); n > 0 {
			out = append(out, Loss{What: string(p), Count: n})
		}
	}
	if v.replaced > 0 {
		out = append(out, Loss{What: "texts with characters that were replaced", Count: v.replaced})
	}
	return out
}

// ofEvents reports whether p is a part of events, not of the timeline.
func ofEvents(p Part) bool { return p != Sources && p != AsOf && p != Findings }

// count is how often the events of v have part p.
func count(v *view, p Part) int {
	switch p {
	case EventsPart:
		return len(v.events)
	case Sources:
		return len(v.t.Sources)
	case Findings:
		return len(v.t.Findings)
	case AsOf:
		return one(!v.t.AsOf.IsZero())
	}
	n := 0
	for _, e := range v.events {
		n += countIn(e, p)
	}
	return n
}

// countIn is how often an event has part p.
func countIn(e *timeline.Event, p Part) int {
	switch p {
	case Doubt:
		return one(e.When.Doubt() != 0)
	case Clock:
		return one(e.When.Start.Unit > edtf.Day || e.When.End.Unit > edtf.Day)
	case OpenEnds:
		return one(e.Dated() && (e.When.Start.Unit <= edtf.Open || e.When.End.Unit <= edtf.Open))
	case Lasting:
		return one(e.Lasting)
	case Grade:
		return one(e.Grade != "")
	case Status:
		return one(e.Status != "")
	case StatusWords:
		return one(e.StatusWords != "")
	case Hedges:
		return len(e.Hedges)
	case Types:
		return one(e.Type != "" || e.Lemma != "")
	case Codes:
		return one(e.Coding != nil)
	case Bounds:
		return one(e.Bounds != nil)
	case Actors, ActorSpans:
		return len(e.Actors)
	case Places:
		return len(e.Places)
	case Points:
		n := 0
		for _, p := range e.Places {
			n += one(p.Point != nil)
		}
		return n
	case Attribution:
		return one(e.Attribution != "")
	case Quotes:
		return min(len(e.Cites), 1)
	case Cites:
		return max(len(e.Cites)-1, 0)
	case Offsets:
		return len(e.Cites)
	case Paragraphs:
		n := 0
		for _, c := range e.Cites {
			n += one(c.Context != "")
		}
		return n
	case Reasons:
		return len(e.Why)
	case Relations:
		return len(e.Relations)
	case Conflicts:
		return len(e.Conflicts)
	case ByHand:
		return len(e.Corrections) + one(e.Note != "")
	case Ranks:
		return one(e.Origins > 0 || e.Salience > 0)
	}
	return 0
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}
