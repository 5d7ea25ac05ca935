package rank

import (
	"cmp"
	"hash/fnv"
	"slices"
)

// A Telling is what one article contributes to the weight of days: its first
// sentences, and those that name a day. It holds hashes in place of words, so that
// it stays small, and does not depend on any other article.
type Telling struct {
	// Published is the day of publication, in days since 1970-01-01; Dated says that
	// it is known.
	Published int64
	Dated     bool
	// Lines are in the order of the text.
	Lines []Line
}

// A Line is one sentence.
type Line struct {
	// Sentence is its number in the article, from 0.
	Sentence int
	// Days are the single days that it names, in days since 1970-01-01.
	Days []int64
	// Words are the hashes of its words, in order.
	Words []uint32
}

// Leading is how many sentences of an article tell what it is about, and, if its
// day is known, of that day. Telling keeps them whether they name a day or not.
const Leading = 5

// leads reports whether a line is one of the first of its article.
func (l *Line) leads() bool { return l.Sentence < Leading }

// looksBack reports whether an article came out more than a day after a day.
func (t *Telling) looksBack(day int64) bool { return t.Dated && t.Published > day+1 }

// Word is the hash of a word. Words that differ in their hash are different; two of
// a vocabulary of 100,000 share one about once.
func Word(w string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(w))
	return h.Sum32()
}

// print tells lines apart by their words. Copies of a sentence share it.
func (l *Line) print() uint64 {
	h := uint64(14695981039346656037)
	for _, w := range l.Words {
		h = (h ^ uint64(w)) * 1099511628211
	}
	return h
}

// compareLines puts lines into an order that does not depend on their articles'.
func compareLines(a, b *Line) int {
	return cmp.Or(slices.Compare(a.Words, b.Words), slices.Compare(a.Days, b.Days), cmp.Compare(a.Sentence, b.Sentence))
}
