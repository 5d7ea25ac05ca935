// Package syntax tells how the words of a sentence belong together.
//
// In comes a text.Document, out come for each sentence its treebank words with
// parts of speech, lemmas and a dependency tree as Universal Dependencies have
// them. The package refuses to know dates, actors and events.
package syntax

import "github.com/datelinehq/dateline/timeline/text"

// A Word is one word of a treebank: "Lt-Gen" is three, "doesn't" two.
type Word struct {
	text.Span
	// Lemma is the dictionary form, lower-cased except for names.
	Lemma string
	// UPOS is the universal tag ("VERB"), XPOS the Penn one ("VBD").
	UPOS, XPOS string
	// Head is the index of the governing word in the sentence, -1 for the root.
	Head int
	// Rel is the relation to the head without subtype detail lost: "nsubj:pass".
	Rel string
}

// A Sentence is a parsed sentence of a document.
type Sentence struct {
	text.Span
	// Index is the place of the sentence in Document.Sentences.
	Index int
	Words []Word
}
