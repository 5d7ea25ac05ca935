package event

import (
	"fmt"
	"io/fs"

	"github.com/datelinehq/dateline/timeline/lang"
)

// Types that PLOVER has not. Nothing is what only looks like an event.
const (
	typeOther     = "OTHER"
	typeStatement = "STATEMENT"
	typeNothing   = "NOTHING"
)

// Classes of words that frames.txt names: verbs that only carry an event noun,
// name no happening, and report; nouns that tell of a happening that is not
// theirs ("a film about the war").
const (
	classLight = "light"
	classBound = "bound" // light verbs that carry a noun behind a preposition
	classState = "state"
	classSay   = "say"
	classAbout = "about"
	// works that make up what they tell
	classFiction = "fiction"
)

// status are the words that tell whether something happened, by lemma.
type status map[string]map[string]bool

func (s status) has(class, lemma string) bool { return s[class][lemma] }

func readStatus(pack fs.FS) (status, error) {
	ts, err := terms(pack, "status.txt")
	if err != nil {
		return nil, err
	}
	s := status{}
	for _, t := range ts {
		if s[t.Class] == nil {
			s[t.Class] = map[string]bool{}
		}
		for _, w := range t.Surfaces {
			s[t.Class][w] = true
		}
	}
	return s, nil
}

// terms reads a file of "class value = surface, surface" lines.
func terms(pack fs.FS, name string) ([]lang.Term, error) {
	ts, err := lang.ReadTerms(pack, name)
	if err != nil {
		return nil, fmt.Errorf("load events: %w", err)
	}
	return ts, nil
}
