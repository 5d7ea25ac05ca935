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

// A name in the tables of actors.
type name struct {
	code, canonical string
	// place says that the name is a place and stands for a government only as
	// subject or object: "Beijing".
	place bool
}

// names finds actors in text. Keys are lower-cased but for short forms in
// capitals ("US"), which would be words.
type names struct {
	byName  map[string]name
	longest int // in words
}

// readNames reads the tables of seeds/actors.
func readNames(dir fs.FS) (*names, error) {
	n := &names{byName: map[string]name{}}
	canonical := map[string]string{}
	for _, t := range []struct {
		file string
		add  func(f []string)
	}{
		{"country_words.tsv", func(f []string) {
			if usual, _, _ := strings.Cut(f[3], "|"); usual != "" {
				canonical[f[0]] = usual
			}
			for _, list := range f[1:4] {
				n.addAll(list, "|", name{f[0], canonical[f[0]], false})
			}
		}},
		{"countries.tsv", func(f []string) {
			if canonical[f[0]] == "" {
				canonical[f[0]] = f[3]
			}
			n.add(f[3], name{f[0], canonical[f[0]], false})
			n.addAll(f[4], ";", name{f[0], canonical[f[0]], false})
		}},
		{"metonyms.tsv", func(f []string) {
			n.add(strings.TrimPrefix(f[0], "the "), name{f[1], canonical[f[1]], f[3] == "c" || f[3] == "a" || f[3] == "u"})
		}},
		{"igos.tsv", func(f []string) {
			n.add(f[0], name{f[2], f[0], false})
			n.addAll(f[1], ";", name{f[2], f[0], false})
		}},
		{"armed_groups.tsv", func(f []string) {
			n.add(f[0], name{f[2], f[0], false})
			n.addAll(f[1], ";", name{f[2], f[0], false})
		}},
	} {
		if err := eachRow(dir, t.file, t.add); err != nil {
			return nil, err
		}
	}
	return n, nil
}

func (n *names) addAll(list, sep string, v name) {
	for _, w := range strings.Split(list, sep) {
		n.add(w, v)
	}
}

func (n *names) add(w string, v name) {
	w = strings.TrimSpace(w)
	if w == "" {
		return
	}
	words := strings.FieldsFunc(w, func(r rune) bool { return r == ' ' || r == '-' })
	n.longest = max(n.longest, len(words))
	key := strings.Join(words, " ")
	if _, ok := n.byName[key]; !ok {
		n.byName[key] = v
	}
}

// eachRow calls add with the columns of each row of a table.
func eachRow(dir fs.FS, file string, add func([]string)) error {
	b, err := fs.ReadFile(dir, file)
	if err != nil {
		return fmt.Errorf("load actors: %w", err)
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
			return fmt.Errorf("load actors: %s:%d: %d columns, want %d", file, i+1, len(f), columns)
		}
		add(f)
	}
	return nil
}
