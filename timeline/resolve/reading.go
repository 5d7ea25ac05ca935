// Package resolve places meanings on the calendar.
//
// In come the expressions of a document and its publication date, out come
// readings: the interval that each expression stands for, how sure that is, and
// why. The package refuses to know any word: tense and plan words come in as
// cues of a language pack.
package resolve

import (
	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/timex"
)

// A Reading is an expression read in context.
type Reading struct {
	timex.Expression
	// Value is the TIMEX3 value: "2009-06-23", "P3D", "PAST_REF", "XXXX-WXX-2".
	Value string
	// When is zero for what is no date: durations, sets, vague and unresolved words.
	When edtf.Interval
	// Anchor is the date it was counted from, AnchorFrom where that came from.
	Anchor     edtf.Interval
	AnchorFrom AnchorFrom
	// Direction is -1 for the past, 1 for the future, 0 when it played no part.
	Direction      int
	DirectionWords string
	Grade          timeline.Grade
	// Edge says that the words before it make it an end of something longer.
	Edge Edge
	// Since is when a length began that reaches up to the publication date, should
	// what is told go on: "have fought for three weeks". It is as exact as the
	// length's unit; zero for all else.
	Since edtf.Date
	// Safe is the range of publication dates with the same answer; zero when the
	// publication date plays no part.
	Safe     edtf.Interval
	Rejected []timeline.Rejected
}

// AnchorFrom says what a reading was counted from.
type AnchorFrom string

const (
	// FromNothing: the words give the full date, or nothing could be computed.
	FromNothing     AnchorFrom = ""
	FromPublication AnchorFrom = "publication date"
	FromText        AnchorFrom = "text"
)

// Edge is the end of a longer time that an expression names.
type Edge uint8

const (
	// Whole: the time itself.
	Whole Edge = iota
	// First: what is told began then and goes on ("since May").
	First
	// Last: it comes at that time at the latest ("by May").
	Last
)
