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
	// Rel is the relation to the head, with its subtype: "nsubj:pass".
	Rel string
}

// A Sentence is a parsed sentence of a document.
type Sentence struct {
	text.Span
	// Index is the place of the sentence in Document.Sentences.
	Index int
	Words []Word
}

// Root is the index of the word that hangs on nothing, -1 in an empty sentence.
func (s Sentence) Root() int {
	for i, w := range s.Words {
		if w.Head < 0 {
			return i
		}
	}
	return -1
}

// Children are the indexes of the words that hang on word i, in order.
func (s Sentence) Children(i int) []int {
	var cs []int
	for k, w := range s.Words {
		if w.Head == i {
			cs = append(cs, k)
		}
	}
	return cs
}

// Child is the first word that hangs on word i by one of the relations, -1 if
// there is none.
func (s Sentence) Child(i int, rels ...string) int {
	for k, w := range s.Words {
		if w.Head != i {
			continue
		}
		for _, r := range rels {
			if w.Rel == r {
				return k
			}
		}
	}
	return -1
}

// Under reports whether word i is word top or hangs below it.
func (s Sentence) Under(i, top int) bool {
	for range len(s.Words) + 1 {
		if i == top {
			return true
		}
		if i < 0 {
			return false
		}
		i = s.Words[i].Head
	}
	return false
}
