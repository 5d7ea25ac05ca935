package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/datelinehq/dateline/timeline/syntax/feature"
)

// What a lexicon needs to have seen.
const (
	// leastKnown is how often a word must stand in small letters to be known. Rarer
	// ones count as unknown, so that training meets unknown words as well.
	leastKnown = 3
	// leastTags is how often a word must occur for its tags to be known.
	leastTags = 4
	// leastOnly is how often a word must occur with one tag to have no other.
	leastOnly = 40
	// leastClass is how often a word must occur to have a class.
	leastClass = 3
	// Numbers of classes.
	fineClasses, coarseClasses = 400, 40
)

// lexicon is what treebanks and raw sentences tell of words.
func lexicon(ss []sentence, of map[string]class) feature.Lexicon {
	known := feature.Lexicon{}
	for w, c := range of {
		known[w] = feature.Entry{Fine: c.fine, Coarse: c.coarse}
	}
	small := map[string]int{}
	tags := map[string]map[string]int{}
	for _, s := range ss {
		for _, t := range s.tokens {
			if t.form == strings.ToLower(t.form) {
				small[t.form]++
			}
			vote(tags, t.form, t.xpos)
		}
	}
	for w, n := range small {
		if n >= leastKnown {
			e := known[w]
			e.Kind = feature.Common
			known[w] = e
		}
	}
	for w, votes := range tags {
		if n := total(votes); n >= leastTags {
			e := known[w]
			e.Tags, e.Only = tagsOf(votes, n)
			known[w] = e
		}
	}
	return known
}

// tagsOf are the tags of a word that are no slips, the most frequent first, and
// the only one if there is no doubt.
func tagsOf(votes map[string]int, n int) (all, only string) {
	ts := slices.SortedFunc(maps.Keys(votes), func(a, b string) int {
		return cmp.Or(cmp.Compare(votes[b], votes[a]), cmp.Compare(a, b))
	})
	if n >= leastOnly && 500*(n-votes[ts[0]]) <= n {
		only = ts[0]
	}
	ts = slices.DeleteFunc(ts, func(t string) bool { return 25*votes[t] < n })
	return strings.Join(ts[:min(len(ts), 4)], " "), only
}

// A class is a pair of classes of a word.
type class struct{ fine, coarse uint16 }

// classes gives words their fine and coarse classes.
func classes(ss []sentence, raw [][]string) map[string]class {
	sents := slices.Clone(raw)
	for _, s := range ss {
		ws := make([]string, len(s.tokens))
		for i, t := range s.tokens {
			ws[i] = t.form
		}
		sents = append(sents, ws)
	}
	c := newCorpus(evenCapitals(sents), leastClass)
	ns := c.neighbours()
	fine, coarse := exchange(c, ns, fineClasses), exchange(c, ns, coarseClasses)
	of := map[string]class{}
	for i, w := range c.words {
		of[w] = class{uint16(fine[i]) + 1, uint16(coarse[i]) + 1}
	}
	return of
}

// evenCapitals writes first words as they are written elsewhere, and digits as 0.
func evenCapitals(sents [][]string) [][]string {
	seen := map[string]int{}
	for _, s := range sents {
		for i, w := range s {
			if i > 0 {
				seen[w]++
			}
		}
	}
	even := make([][]string, len(sents))
	for k, s := range sents {
		even[k] = make([]string, len(s))
		for i, w := range s {
			if l := strings.ToLower(w); i == 0 && seen[l] > seen[w] {
				w = l
			}
			even[k][i] = feature.Zeros(w)
		}
	}
	return even
}

// look fills in what the models see of the words.
func (s *sentence) look(known feature.Lexicon) {
	s.words = nil
	for _, t := range s.tokens {
		s.words = append(s.words, feature.NewWord(t.form, known))
	}
}

// lookApart fills in the words of each sentence with a lexicon made from other
// sentences, so that training meets as many unknown words and tags as a new text
// has. Only the words that have one tag alone are those of the whole lexicon.
func lookApart(ss []sentence, of map[string]class, names []string, whole feature.Lexicon) {
	for f := range lookFolds {
		var rest []sentence
		for k, s := range ss {
			if k/20%lookFolds != f {
				rest = append(rest, s)
			}
		}
		known := lexicon(rest, of)
		for w, e := range known {
			e.Only = whole[w].Only
			known[w] = e
		}
		known.AddNames(names)
		for k := range ss {
			if k/20%lookFolds == f {
				ss[k].look(known)
			}
		}
	}
}

const lookFolds = 10

// writeWords writes what is known of words, as timeline/syntax reads it.
func writeWords(o Options, known feature.Lexicon) error {
	return writeGzip(filepath.Join(o.out, o.lang+".words.gz"), func(z io.Writer) {
		for _, w := range slices.Sorted(maps.Keys(known)) {
			if !strings.ContainsAny(w, "\t\n") {
				e := known[w]
				fmt.Fprintf(z, "%s\t%d\t%d\t%d\t%s\t%s\n", w, e.Kind, e.Fine, e.Coarse, e.Tags, e.Only)
			}
		}
	})
}
