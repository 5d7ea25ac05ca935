// Package timeline holds what Dateline yields: events with their evidence, the
// timeline they form, and the briefing made of it.
//
// These types, written as JSON, are timeline.json: the seam between computing and
// rendering. Anyone may render it, correct it by hand, or compare two of them.
// The package refuses to know how an event was found and how it will be shown.
package timeline

import (
	"cmp"
	"slices"

	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/text"
)

// Version is the version of timeline.json that this package reads and writes.
// It grows by one when a reader of the former version would go wrong.
const Version = 1

// A Timeline is the ordered events of one report.
type Timeline struct {
	// Version is the format's version.
	Version int `json:"version"`
	// Generator is the program and version that wrote it.
	Generator string `json:"generator,omitempty"`
	Title     string `json:"title"`
	// AsOf is the day from which past and future are seen: given, or else the
	// latest publication date of the sources. The zero date is not known.
	AsOf edtf.Date `json:"as_of"`
	// Period runs from the earliest to the latest dated event.
	Period edtf.Interval `json:"period"`
	// Sources are the articles, in the order of their numbers.
	Sources []Source `json:"sources"`
	// Events are the dated events, in order. The order is: earliest possible
	// start; then latest possible end; then source number and place in the text;
	// then ID.
	Events []Event `json:"events"`
	// Undated is the tray: what is reported without a date, in the order of
	// source number and place in the text.
	Undated []Event `json:"undated"`
	// Findings are what was odd about the articles.
	Findings []text.Finding `json:"findings,omitempty"`
}

// A Source is one article, as it is cited.
type Source struct {
	// Number counts from 1 in the order of the sources.
	Number int `json:"number"`
	// ID is the article's.
	ID     string `json:"id"`
	File   string `json:"file,omitempty"`
	URL    string `json:"url,omitempty"`
	Title  string `json:"title,omitempty"`
	Outlet string `json:"outlet,omitempty"`
	// Origin is the agency behind the outlet, as the article credits it.
	Origin string `json:"origin,omitempty"`
	// Voice is who speaks: the agency, else the outlet, of the article or of the one
	// that it copies. Corroboration counts voices.
	Voice string `json:"voice,omitempty"`
	// CopyOf is the number of the source that this one is a copy of; 0 for none.
	CopyOf int    `json:"copy_of,omitempty"`
	Credit string `json:"credit,omitempty"`
	Lang   string `json:"lang,omitempty"`
	Place  string `json:"place,omitempty"`
	// Published is zero when nobody gave a date.
	Published     edtf.Date     `json:"published"`
	PublishedFrom text.DateFrom `json:"published_from,omitempty"`
	// Bytes and SHA256 are of the article's text, into which all spans point.
	Bytes  int    `json:"bytes"`
	SHA256 string `json:"sha256"`
}

// Speaker is what counts as one voice: the voice, or what comes nearest to it where no
// copies were looked for.
func (s *Source) Speaker() string { return cmp.Or(s.Voice, s.Origin, s.Outlet, s.ID) }

// Status says whether an event happened, seen from the publication date.
type Status string

const (
	Occurred   Status = "occurred"
	Ongoing    Status = "ongoing"
	Scheduled  Status = "scheduled"
	Proposed   Status = "proposed"
	Threatened Status = "threatened"
	Denied     Status = "denied"
	Cancelled  Status = "cancelled"
)

// Statuses are all of them, in the order in which they are shown.
func Statuses() []Status {
	return []Status{Occurred, Ongoing, Scheduled, Proposed, Threatened, Denied, Cancelled}
}

// Ahead reports whether an event of this status is still to come.
func (s Status) Ahead() bool { return s == Scheduled || s == Proposed || s == Threatened }

// Grade is how sure Dateline is of a date that it computed. It is no judgment of
// likelihood and says nothing about whether the event is true.
type Grade string

const (
	// Certain: the text gives the full date.
	Certain Grade = "certain"
	// Inferred: the text gives part of it, and its context decides the rest.
	Inferred Grade = "inferred"
	// Ambiguous: the context leaves more than one reading, or the publication
	// date is too vague for the one chosen.
	Ambiguous Grade = "ambiguous"
	// Unresolved: no date was computed.
	Unresolved Grade = "unresolved"
)

// An Event is one happening, as told by one or more articles.
type Event struct {
	// ID is made of what is told, so that runs and orders of articles agree.
	ID string `json:"id"`
	// Title is in the words of the source; words of ours stand in ⟨brackets⟩.
	Title string `json:"title"`
	// Type is a PLOVER 2.0 type in capitals, STATEMENT or OTHER.
	Type string `json:"type"`
	// Lemma is the dictionary form of the word that names the happening: "visit" of
	// "visited", "test" of "conducted an atomic test".
	Lemma  string `json:"lemma,omitempty"`
	Status Status `json:"status"`
	// Coding is the event in the codes of others; nil if they have none for it.
	Coding *Coding `json:"coding,omitempty"`
	// StatusWords are the source's words that decided the status, if any did.
	StatusWords string `json:"status_words,omitempty"`
	// Hedges are the source's own words of doubt: "reportedly".
	Hedges []string `json:"hedges,omitempty"`
	// When is the date, never more exact than the text. The zero interval is for
	// the tray.
	When edtf.Interval `json:"when"`
	// Lasting says that the event fills When. Otherwise it lies somewhere within,
	// for as long as it may be. A single day is never "lasting".
	Lasting bool  `json:"lasting,omitempty"`
	Grade   Grade `json:"grade"`
	// Bounds are what is known of an undated event's time.
	Bounds *Bounds `json:"bounds,omitempty"`
	Actors []Actor `json:"actors,omitempty"`
	// Mutual says that sources and targets do it to each other: "X met Y".
	Mutual bool    `json:"mutual,omitempty"`
	Places []Place `json:"places,omitempty"`
	// Attribution is who says so, in the source's words: "the US Embassy said".
	Attribution string `json:"attribution,omitempty"`
	// Cites is the evidence, best first. It is never empty.
	Cites []Cite `json:"cites"`
	// Why explains the date, one entry for each expression that it rests on.
	Why []Why `json:"why,omitempty"`
	// Relations are stated links to other events of this timeline.
	Relations []Relation `json:"relations,omitempty"`
	// Conflicts are the fields on which the cites disagree.
	Conflicts []Conflict `json:"conflicts,omitempty"`
	// Corrections are what was set by hand, in the order in which it was.
	Corrections []Correction `json:"corrections,omitempty"`
	// Note is an analyst's.
	Note string `json:"note,omitempty"`
	// Origins counts the independent origins among the cites.
	Origins int `json:"origins"`
	// Salience ranks events within one timeline, from 0 to 1.
	Salience float64 `json:"salience"`
}

// A Coding is an event as PLOVER and CAMEO code it, for comparison and export.
// They fold the status into the type: a visit to come is AGREE, 03.
type Coding struct {
	// PLOVER is the 2.0 type; empty for mere appeals, for which its conversion
	// table has none. Mode is finer, where the words tell it.
	PLOVER string `json:"plover,omitempty"`
	Mode   string `json:"mode,omitempty"`
	// CAMEO is the root code, two digits.
	CAMEO string `json:"cameo,omitempty"`
	// Intensity is the type's score between conflict (-10) and cooperation (10).
	// It is a property of the type, not a measure of this event.
	Intensity float64 `json:"intensity,omitempty"`
}

// Sides are the countries and organisations that take part, each once, without those
// that only stand beside the happening.
func (e *Event) Sides() []string {
	var ss []string
	for _, a := range e.Actors {
		if s := a.Side(); s != "" && !a.Supposed && !slices.Contains(ss, s) {
			ss = append(ss, s)
		}
	}
	return ss
}

// Dated reports whether the event has a date.
func (e *Event) Dated() bool { return !e.When.IsZero() }

// Latest is the latest date of publication; zero where none is known.
func Latest(ss []Source) (d edtf.Date) {
	for _, s := range ss {
		if !s.Published.IsZero() && (d.IsZero() || edtf.On(d).Compare(edtf.On(s.Published)) < 0) {
			d = s.Published
		}
	}
	return d
}

// PeriodOf runs from the earliest start to the latest end of dated events.
func PeriodOf(es []Event) (v edtf.Interval) {
	for _, e := range es {
		if v.IsZero() {
			v = e.When
			continue
		}
		a, b := v.Bounds()
		x, y := e.When.Bounds()
		if x < a {
			v.Start = e.When.Start
		}
		if y > b {
			v.End = e.When.End
		}
	}
	return v
}

// Ahead reports whether an event lies ahead: it is told as coming, and its date is not
// over before the as-of day.
func (t *Timeline) Ahead(e *Event) bool {
	return e.Status.Ahead() && (t.AsOf.IsZero() || !e.When.Before(edtf.On(t.AsOf)))
}

// Bounds close in an event that has no date.
type Bounds struct {
	// NotBefore and NotAfter are inclusive; the zero date is no bound.
	NotBefore edtf.Date `json:"not_before"`
	NotAfter  edtf.Date `json:"not_after"`
	// Words says what the bounds rest on, in the source's words where there are
	// any: "in response to UN sanctions".
	Words string `json:"words,omitempty"`
}

// Role is the part an actor takes.
type Role string

const (
	RoleSource Role = "source"
	RoleTarget Role = "target"
	RoleOther  Role = "other"
)

// An Actor is who takes part.
type Actor struct {
	// Name is as the source writes it.
	Name string `json:"name"`
	// Code is an ISO 3166 alpha-3 country, IGO, NGO or IMG, with a role behind it
	// ("CHNGOV"), or empty when not known.
	Code string `json:"code,omitempty"`
	// Sector is the role alone ("COP" of "the police"), also where no country shows.
	Sector string `json:"sector,omitempty"`
	// Canonical is the usual name of the state, organisation or person, in English;
	// of a pronoun, who it stands for.
	Canonical string `json:"canonical,omitempty"`
	Role      Role   `json:"role"`
	// Supposed says that the actor stands beside the happening in the sentence, though
	// the grammar does not tie them together.
	Supposed bool `json:"supposed,omitempty"`
	// Span is where the name stands in the article of the first cite.
	Span text.Span `json:"span"`
}

// Side is the country that the actor belongs to, the whole code of an organisation,
// empty when not known. Actors of one side are the same in charts and when events of
// several articles are compared.
func (a Actor) Side() string {
	if len(a.Code) < 3 {
		return a.Code
	}
	switch a.Code[:3] {
	case "IGO", "NGO", "IMG":
		return a.Code
	}
	return a.Code[:3]
}

// A Place is where it happens.
type Place struct {
	Name    string    `json:"name"`
	Country string    `json:"country,omitempty"` // ISO 3166 alpha-3
	Span    text.Span `json:"span"`
	// Supposed says that the place comes from another sentence or the dateline.
	Supposed bool `json:"supposed,omitempty"`
	// Point is where a place of that name lies on the map; nil where it is not plain
	// which place is meant, or none is known.
	Point *Point `json:"point,omitempty"`
}

// A Point is a place on the map, in degrees, north and east positive, about a kilometre
// exact. It comes from a gazetteer, never from the text.
type Point struct {
	Lat float64 `json:"lat"`
	Lon float64 `json:"lon"`
	// By is what the choice among places of the name rests on.
	By PointBy `json:"by"`
}

// PointBy is why a point was chosen, the surest first.
type PointBy string

const (
	// ByCountry: the text ties the place to a country, and this is the largest of its
	// name there.
	ByCountry PointBy = "country"
	// ByContext: one of the countries that the article speaks of has such a place.
	ByContext PointBy = "context"
	// ByName: the gazetteer knows but one place of the name.
	ByName PointBy = "name"
	// BySize: it is by far the largest of its name.
	BySize PointBy = "size"
)

// A Cite is the evidence: these bytes of that article say so.
type Cite struct {
	// Source is a Source.Number.
	Source int `json:"source"`
	// Span is the sentence; Quote is exactly the text under it.
	Span  text.Span `json:"span"`
	Quote string    `json:"quote"`
	// Paragraph counts from 1; Context is its text and ContextSpan where it lies.
	Paragraph   int       `json:"paragraph"`
	Context     string    `json:"context,omitempty"`
	ContextSpan text.Span `json:"context_span"`
	// Trigger is the word or words that name the happening.
	Trigger text.Span `json:"trigger"`
	// Times are the expressions that date it, and may lie in another sentence.
	Times []text.Span `json:"times,omitempty"`
	// When is the date that this article gives; it may be coarser than the event's.
	When edtf.Interval `json:"when"`
}

// Why explains one expression's contribution to a date.
type Why struct {
	Source int       `json:"source"`
	Span   text.Span `json:"span"`
	// Text is the expression's words.
	Text string `json:"text"`
	// When is what it was read as, Timex the TIMEX3 value.
	When  edtf.Interval `json:"when"`
	Timex string        `json:"timex,omitempty"`
	// Meaning is in the operators of package timex: "near(ref, month(5), -1)".
	Meaning string `json:"meaning"`
	// Rule is the rule of the language pack that found it.
	Rule string `json:"rule"`
	// Anchor is the date it was counted from, AnchorFrom where that came from:
	// "publication date", "text", or empty when the words give the full date.
	Anchor     edtf.Interval `json:"anchor"`
	AnchorFrom string        `json:"anchor_from,omitempty"`
	// Direction is "past", "future" or empty; DirectionWords decided it.
	Direction      string `json:"direction,omitempty"`
	DirectionWords string `json:"direction_words,omitempty"`
	Grade          Grade  `json:"grade"`
	// Safe is the range of publication dates for which the answer is the same;
	// zero when the publication date plays no part.
	Safe edtf.Interval `json:"safe"`
	// Rejected are the readings that were considered and dropped.
	Rejected []Rejected `json:"rejected,omitempty"`
}

// A Rejected reading, and the reason in one sentence.
type Rejected struct {
	When   edtf.Interval `json:"when"`
	Reason string        `json:"reason"`
}

// A Relation is a stated link to another event.
type Relation struct {
	// Kind is after, before, during or within.
	Kind  string `json:"kind"`
	Event string `json:"event"`
	Words string `json:"words,omitempty"`
}

// A Correction is what an analyst set by hand.
type Correction struct {
	// Field is a field of Event by its JSON name, or merge or split.
	Field string `json:"field"`
	// Was is what it was before; the other event of a merge or split.
	Was string `json:"was,omitempty"`
	Why string `json:"why,omitempty"`
	By  string `json:"by,omitempty"`
}

// A Conflict lists the values on which sources disagree.
type Conflict struct {
	// Field is a field of Event by its JSON name: "when".
	Field  string          `json:"field"`
	Values []ConflictValue `json:"values"`
}

// A ConflictValue is one of the values, and the sources that give it.
type ConflictValue struct {
	Value   string `json:"value"`
	Sources []int  `json:"sources"`
}
