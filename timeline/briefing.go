package timeline

import (
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/text"
)

// A Briefing is a timeline put into the order in which it is read. All words of
// the sources in it are quotes; what Dateline computed stands in fields of its
// own. It holds no judgment of likelihood.
type Briefing struct {
	Title   string        `json:"title"`
	AsOf    edtf.Date     `json:"as_of"`
	Period  edtf.Interval `json:"period"`
	Edition int           `json:"edition"`
	// Dated, Undated, Sources, Origins and Conflicts are counts.
	Dated     int `json:"dated"`
	Undated   int `json:"undated"`
	Sources   int `json:"sources"`
	Origins   int `json:"origins"`
	Conflicts int `json:"conflicts"`
	// Lead is the bottom line: the one to three events that matter most.
	Lead []Statement `json:"lead"`
	// Ahead lies after the as-of date; Happened does not; Ongoing goes on.
	Ahead    []Statement `json:"ahead"`
	Happened []Statement `json:"happened"`
	Ongoing  []Statement `json:"ongoing"`
	// NoDate is the tray.
	NoDate []Statement `json:"no_date"`
	// Positions are what actors demand, reject, back or threaten, by actor.
	Positions []Position `json:"positions"`
	// Disputed are the events on which sources disagree.
	Disputed []Statement `json:"disputed"`
	// Left counts what was left out for length.
	Left Left `json:"left"`
	// Gaps are fields that no source fills.
	Gaps []Gap `json:"gaps"`
	// Dates explains how each expression was resolved, once each.
	Dates []Why `json:"dates"`
}

// Left counts statements that a briefing leaves out, by part.
type Left struct {
	Ahead     int `json:"ahead,omitempty"`
	Happened  int `json:"happened,omitempty"`
	Ongoing   int `json:"ongoing,omitempty"`
	NoDate    int `json:"no_date,omitempty"`
	Disputed  int `json:"disputed,omitempty"`
	Positions int `json:"positions,omitempty"`
}

// A Statement is one event as the briefing tells it.
type Statement struct {
	// Event is the event's ID.
	Event string `json:"event"`
	// Meant is who is meant by the pronoun that stands before the quotes.
	Meant string `json:"meant,omitempty"`
	// Quotes are the words of the source, in order, cut from the cited sentence.
	Quotes []string `json:"quotes"`
	// Cites are the event's, as source number and sentence.
	Cites []Reference `json:"cites"`
}

// A Reference points to a sentence of a source.
type Reference struct {
	Source int       `json:"source"`
	Span   text.Span `json:"span"`
}

// A Position is what one actor holds.
type Position struct {
	Actor      string      `json:"actor"`
	Statements []Statement `json:"statements"`
}

// A Gap is something that no source tells, and of which events.
type Gap struct {
	// Kind is "date", "day", "second-source" or "place".
	Kind   string   `json:"kind"`
	Events []string `json:"events"`
}
