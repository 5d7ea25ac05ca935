// Package event finds what happened, will happen or is threatened.
//
// In come parsed sentences and tables of verbs, nouns and names, out come
// mentions: the word that names a happening, who takes part, where, and whether
// it happened. The package refuses to know dates, and every word of every
// language; frames, status words and names are data.
package event

import (
	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/text"
)

// A Mention is one place where an article tells of a happening.
type Mention struct {
	// Sentence is an index into Document.Sentences; Word the trigger's index in
	// the parsed sentence.
	Sentence, Word int
	// Trigger is the verb or noun that names the happening. Head is the words
	// that name it when the trigger is a light verb: "test" of "conducted".
	Trigger, Head text.Span
	// Lemma is the dictionary form of Head.
	Lemma string
	// Noun says that the trigger is a noun.
	Noun bool
	// Carrier is the index of the verb that carries an event noun ("conducted"),
	// or of the trigger itself.
	Carrier int
	// Weak mentions count only if a date hangs on them.
	Weak bool
	// Between says that somebody of one side does it to somebody of another, so that
	// even a weak mention counts. What is only proposed is none of it.
	Between bool
	// Perfect says that the verb tells of the past up to now: "have fought".
	Perfect bool
	// Reporting says that the happening is that somebody said something.
	Reporting bool
	// Type is a PLOVER 2.0 type, STATEMENT or OTHER.
	Type   string
	Status timeline.Status
	// Coding is type and status in the codes of PLOVER and CAMEO; nil for none.
	Coding *timeline.Coding
	// coded is the status that Coding was made for.
	coded timeline.Status
	// Frame is what told the type; nil where none did. Its slots say who acts and
	// who undergoes it where that is not subject and object.
	Frame *Frame
	// StatusWords decided the status.
	StatusWords string
	Hedges      []string
	// Title is the clause in the words of the source.
	Title  string
	Actors []timeline.Actor
	// Mutual says that the actors do it to each other: "X met Y".
	Mutual      bool
	Places      []timeline.Place
	Attribution string
	// Also are further spans in the article that tell of the same happening.
	Also []text.Span
}
