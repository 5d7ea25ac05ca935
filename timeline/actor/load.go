package actor

import (
	"fmt"
	"io/fs"
	"strings"

	"github.com/datelinehq/dateline/timeline/lang"
)

// Load reads the tables of the actors folder and the roles.txt of a language pack.
func Load(pack, actors fs.FS, extra ...Extra) (*Lexicon, error) {
	l := &Lexicon{names: newTrie(), roles: newTrie(), usual: map[string]string{}, plain: map[string]bool{}}
	for _, x := range extra { // what the user says goes before what we know
		if err := l.addExtra(x); err != nil {
			return nil, err
		}
	}
	if err := l.readWords(pack); err != nil {
		return nil, err
	}
	for _, t := range tables {
		if err := l.readTable(actors, t); err != nil {
			return nil, err
		}
	}
	return l, nil
}

// A table is a file of the actors folder.
type table struct {
	file string
	// columns are those that must be there, in their order.
	columns []string
	row     func(l *Lexicon, f []string) error
}

// tables are in the order in which equal names win.
var tables = []table{
	{"plain.tsv", []string{"name"}, func(l *Lexicon, f []string) error {
		l.plain[f[0]] = true
		return nil
	}},
	{"country_words.tsv", []string{"iso3", "adjectives", "people", "names"}, (*Lexicon).countryWords},
	{"countries.tsv", []string{"iso3", "iso2", "num", "name", "other_names", "capital"}, func(l *Lexicon, f []string) error {
		if l.usual[f[0]] == "" {
			l.usual[f[0]] = f[3]
		}
		l.all(country, f[0], l.usual[f[0]], ";", f[3], f[4])
		l.all(seat, f[0]+"GOV", l.usual[f[0]], ";", f[5])
		return nil
	}},
	{"metonyms.tsv", []string{"alias", "code", "sector", "kind"}, (*Lexicon).metonym},
	{"igos.tsv", []string{"name", "aliases", "code"}, (*Lexicon).organisation},
	{"armed_groups.tsv", []string{"name", "aliases", "code"}, (*Lexicon).armed},
	{"organs.tsv", []string{"name", "aliases", "code"}, (*Lexicon).organisation},
	{"leaders.tsv", []string{"name", "short", "code"}, (*Lexicon).leader},
	{"regions.tsv", []string{"iso3", "names"}, func(l *Lexicon, f []string) error {
		l.all(place, f[0], l.usual[f[0]], "|", f[1])
		return nil
	}},
}

func (l *Lexicon) countryWords(f []string) error {
	usual, _, _ := strings.Cut(f[3], "|")
	l.usual[f[0]] = usual
	l.all(nation, f[0], usual, "|", f[1], f[2])
	l.all(country, f[0], usual, "|", f[3])
	return nil
}

func (l *Lexicon) metonym(f []string) error {
	k := seat
	if f[3] == "u" {
		k = place
	}
	l.all(k, f[1]+f[2], l.usual[f[1]], "|", f[0])
	return nil
}

func (l *Lexicon) organisation(f []string) error { return l.members(body, f) }
func (l *Lexicon) armed(f []string) error        { return l.members(group, f) }

func (l *Lexicon) members(k kind, f []string) error {
	ts, err := readTerms(f[2])
	if err != nil {
		return err
	}
	for _, name := range append([]string{f[0]}, strings.Split(f[1], ";")...) {
		l.add(l.names, strings.TrimSpace(name), entry{kind: k, codes: ts, canonical: f[0]})
	}
	return nil
}

func (l *Lexicon) leader(f []string) error {
	ts, err := readTerms(f[2])
	if err != nil {
		return err
	}
	for _, name := range append([]string{f[0]}, strings.Split(f[1], "|")...) {
		l.add(l.names, name, entry{kind: person, codes: ts, canonical: f[0]})
	}
	return nil
}

// all adds names in lists.
func (l *Lexicon) all(k kind, code, canonical, sep string, lists ...string) {
	for _, list := range lists {
		for _, name := range strings.Split(list, sep) {
			name = strings.TrimSpace(name)
			l.add(l.names, name, entry{kind: k, codes: terms{{code: code}}, canonical: canonical, lone: l.plain[name]})
		}
	}
}

func (l *Lexicon) readTable(dir fs.FS, t table) error {
	err := lang.ReadTable(dir, t.file, t.columns, func(f []string) error { return t.row(l, f) })
	if err != nil {
		return fmt.Errorf("load actors: %w", err)
	}
	return nil
}

// words are a language's words about actors, by class; see roles.txt.
type words map[string]map[string]bool

func (w words) has(class, word string) bool { return w[class][word] }

// readWords reads "role CODE = noun, noun" and the classes of other words.
func (l *Lexicon) readWords(pack fs.FS) error {
	ts, err := lang.ReadTerms(pack, "roles.txt")
	if err != nil {
		return fmt.Errorf("load actors: %w", err)
	}
	l.words = words{}
	for _, t := range ts {
		switch t.Class {
		case "role":
			for _, w := range t.Surfaces {
				l.add(l.roles, w, entry{kind: roleNoun, codes: terms{{code: strings.TrimPrefix(t.Value, "x")}}})
			}
		case "belongs", "short", "definite", "against", "linked", "state", "thing", "he", "they", "it":
			if l.words[t.Class] == nil {
				l.words[t.Class] = map[string]bool{}
			}
			for _, w := range t.Surfaces {
				l.words[t.Class][w] = true
			}
		default:
			return t.Errorf("no class %q of words about actors", t.Class)
		}
	}
	return nil
}
