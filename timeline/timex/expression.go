// Package timex finds temporal expressions and what they mean.
//
// In comes a text.Document and a compiled language pack, out come expressions:
// a span, a TIMEX3 type, and a meaning in a small algebra of operators. The
// package refuses to know the calendar date of anything and every word of every
// language; rules and words are data of the pack.
//
// The algebra stands in the tradition of Bethard's SCATE operators and of
// SynTime's word classes: finding is one thing, placing on the calendar another.
package timex

import "github.com/datelinehq/dateline/timeline/text"

// Type is the TIMEX3 type of an expression.
type Type string

const (
	Date     Type = "DATE"
	Time     Type = "TIME"
	Duration Type = "DURATION"
	Set      Type = "SET"
)

// An Expression is a span and its meaning, not yet placed on the calendar.
type Expression struct {
	text.Span
	// Sentence is an index into Document.Sentences.
	Sentence int
	Type     Type
	Mean     Expr
	// Rule is the name of the rule that built it.
	Rule string
}

// An Expr is a meaning. Its String is the notation of rules and explanations.
// Meanings are comparable with ==.
type Expr interface {
	String() string
	// Type is the TIMEX3 type of what the meaning stands for.
	Type() Type
}
