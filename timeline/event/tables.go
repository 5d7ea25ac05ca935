package event

import (
	"fmt"
	"io/fs"
	"strings"

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
	b, err := fs.ReadFile(pack, name)
	if err != nil {
		return nil, fmt.Errorf("load events: %w", err)
	}
	return lang.Terms(lang.Lines(name, string(b)))
}

// eachRow calls add with the columns of each row of a table.
func eachRow(dir fs.FS, file string, add func([]string)) error {
	b, err := fs.ReadFile(dir, file)
	if err != nil {
		return fmt.Errorf("load tables: %w", err)
	}
	columns := 0
	for i, line := range strings.Split(strings.TrimRight(string(b), "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(strings.TrimSuffix(line, "\r"), "\t")
		if columns == 0 {
			columns = len(f)
			continue
		}
		for len(f) < columns {
			f = append(f, "")
		}
		if len(f) > columns {
			return fmt.Errorf("load tables: %s:%d: %d columns, want %d", file, i+1, len(f), columns)
		}
		add(f)
	}
	return nil
}
