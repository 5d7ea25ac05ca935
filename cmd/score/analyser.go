package main

import "github.com/datelinehq/dateline/timeline/text"

// An analyser is what is measured. It may be used by many goroutines.
type analyser interface {
	// reads reports whether the language is one that it was made for. Figures of
	// other languages are printed, and never held against it.
	reads(lang string) bool
	// tag finds and resolves the temporal expressions of an article.
	tag(a article) []timexAnswer
	// events finds the events of an article, dated and undated.
	events(a article) eventsAnswer
	// anchors says for each given event mention when it happened, in the notation
	// of the anchor suite. The answers are in the order of the mentions.
	anchors(a article, mentions []text.Span) []anchorGuess
	// tell reads an article for timelines of many.
	tell(a article) told
}

// article is what an analyser is given.
type article struct {
	ID string `json:"id"`
	// Published is a date, of which a time of day is ignored; empty is not known.
	Published string `json:"published"`
	Title     string `json:"title"`
	Text      string `json:"text"`
	// Lang is a language code; empty is English.
	Lang string `json:"-"`
}
