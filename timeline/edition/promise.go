package edition

import (
	"slices"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
)

// State is what became of a promise.
type State string

const (
	// Open: its time has not passed, or it has none.
	Open State = "open"
	// Happened: an event tells that it did.
	Happened State = "happened"
	// PutOff: it is now told for another time. It stays open.
	PutOff State = "moved"
	// Cancelled: it is told not to come about.
	Cancelled State = "cancelled"
	// NoReport: its time has passed and no report of it was found. That does not say
	// that it did not happen.
	NoReport State = "no report found"
)

// States are all of them, in the order in which they are shown.
func States() []State { return []State{Open, PutOff, Happened, Cancelled, NoReport} }

// A Promise is something scheduled, proposed or threatened, and what became of it.
type Promise struct {
	// Event is the ID of the event that announced it.
	Event string `json:"event"`
	Title string `json:"title"`
	// Status is how it was announced.
	Status timeline.Status `json:"status"`
	// When is the time it was announced for; zero for none. FormerWhen are times
	// that were given before.
	When       edtf.Interval   `json:"when"`
	FormerWhen []edtf.Interval `json:"former_when,omitempty"`
	// Made is the as-of date of the timeline that first told it.
	Made  edtf.Date `json:"made"`
	State State     `json:"state"`
	// By is the event that closed it, Closed that timeline’s as-of date.
	By     string    `json:"by,omitempty"`
	Closed edtf.Date `json:"closed"`

	// What it is recognised by when nothing of its first source is there any more.
	Type  string   `json:"type"`
	Lemma string   `json:"lemma,omitempty"`
	Sides []string `json:"sides,omitempty"`
}

// closed reports whether a promise is looked for no more. One without a report is:
// a late report still closes it as happened.
func (p *Promise) closed() bool { return p.State == Happened || p.State == Cancelled }

// Ledger brings the book of promises up to date with a timeline: what it announces
// is entered, and what it tells of older entries closes them. book is not changed.
// The order is that of entry, then of the timeline; the same timeline twice changes
// nothing.
func Ledger(book []Promise, t *timeline.Timeline) []Promise {
	out := slices.Clone(book)
	es := events(t)
	of := map[string]int{}
	for i := range out {
		of[out[i].Event] = i
	}
	for _, e := range es {
		if _, known := of[e.ID]; !known && e.Status.Ahead() && !told(out, e) {
			of[e.ID] = len(out)
			out = append(out, Promise{
				Event: e.ID, Title: e.Title, Status: e.Status, When: e.When, Made: t.AsOf, State: Open,
				Type: e.Type, Lemma: e.Lemma, Sides: e.Sides(),
			})
		}
	}
	for i := range out {
		if !out[i].closed() {
			out[i].settle(es, t.AsOf)
		}
	}
	return out
}

// told reports whether an announcement is in the book already, from another source.
func told(book []Promise, e *timeline.Event) bool {
	return slices.ContainsFunc(book, func(p Promise) bool {
		return p.like(e) && (p.When == e.When || p.When.IsZero() != e.When.IsZero() && !p.closed())
	})
}

// like reports whether an event may be what was promised: the same happening, or
// the same type and word with the promise's first two countries or organisations.
func (p *Promise) like(e *timeline.Event) bool {
	if p.Event == e.ID {
		return true
	}
	if p.Type != e.Type || p.Lemma != e.Lemma || len(p.Sides) == 0 {
		return false
	}
	sides := e.Sides()
	for _, s := range p.Sides[:min(len(p.Sides), 2)] {
		if !slices.Contains(sides, s) {
			return false
		}
	}
	return true
}

// settle looks for what became of a promise among the events of a timeline.
func (p *Promise) settle(es []*timeline.Event, asOf edtf.Date) {
	for _, e := range es {
		switch {
		case !p.like(e):
		case e.Status.Ahead():
			p.retell(e)
		case p.closedBy(e):
			p.State, p.By, p.Closed = Happened, e.ID, asOf
			if e.Status == timeline.Cancelled || e.Status == timeline.Denied {
				p.State = Cancelled
			}
			return
		}
	}
	switch over := !p.When.IsZero() && !asOf.IsZero() && p.When.Before(edtf.On(asOf)); {
	case over:
		p.State = NoReport
	case p.State == NoReport:
		p.State = Open
	}
}

// retell takes over a new time of the very event that was promised. Another event
// of the kind at another time is a promise of its own: nothing says that it stands
// for this one.
func (p *Promise) retell(e *timeline.Event) {
	if p.Event != e.ID || !e.Dated() || p.When == e.When {
		return
	}
	if dates(p.When, e.When) == Moved {
		p.FormerWhen = append(slices.Clone(p.FormerWhen), p.When)
		p.State = PutOff
	}
	p.When, p.Title = e.When, e.Title
}

// closedBy reports whether an event tells what became of a promise: it is the same
// one, or its date may be the promised one; a promise without a date is met by what
// is dated after it was made.
func (p *Promise) closedBy(e *timeline.Event) bool {
	switch {
	case p.Event == e.ID:
		return true
	case !e.Dated():
		return false
	case !p.When.IsZero():
		return p.When.Overlaps(e.When)
	}
	return !p.Made.IsZero() && !e.When.Before(edtf.On(p.Made))
}
