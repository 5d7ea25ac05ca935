package entity

import (
	"compress/gzip"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"github.com/datelinehq/dateline/timeline/lang"
)

// room is about how many entries the lists of the seeds have, with their beginnings.
const room = 90000

// A source is a file of the seeds that holds a list: a table whose columns with
// these numbers hold names, several of them parted by semicolons or bars.
type source struct {
	file, list string
	columns    []int
	// head says that the first line, comments apart, names the columns.
	head bool
	// common says that it holds common words and no names.
	common bool
}

// sources are the lists of all languages.
var sources = []source{
	{"names/given.txt.gz", "given", []int{0}, false, false},
	{"names/surnames.txt.gz", "surname", []int{0}, false, false},
	{"names/brands.txt.gz", "brand", []int{0}, false, false},
	{"names/organisations.txt", "house", []int{0}, false, false},
	{"places/regions.tsv.gz", "province", []int{0}, false, false},
	{"actors/countries.tsv", "country", []int{3, 4}, true, false},
	{"actors/countries.tsv", "capital", []int{5}, true, false},
	{"actors/country_words.tsv", "country", []int{3}, true, false},
	{"actors/country_words.tsv", "people", []int{1, 2}, true, false},
	{"actors/igos.tsv", "organisation", []int{0, 1}, true, false},
	{"actors/armed_groups.tsv", "armed", []int{0, 1}, true, false},
	{"actors/metonyms.tsv", "metonym", []int{0}, true, false},
	{"lang/%s/words-common.txt.gz", "common", []int{0}, false, true},
	{"lang/%s/words-known.txt.gz", "uncommon", []int{0}, false, true},
}

// Lists reads the lists of the seeds and of a language pack in them.
func Lists(seeds fs.FS, language string) (*Gazetteer, error) {
	g := NewGazetteer(room)
	for _, s := range sources {
		list, err := g.List(s.list)
		if err != nil {
			return nil, err
		}
		if s.common {
			g.common |= 1 << list
		} else {
			g.naming |= 1 << list
		}
		head := s.head
		err = lines(seeds, strings.ReplaceAll(s.file, "%s", language), func(l string) error {
			if head {
				head = false
				return nil
			}
			g.row(list, l, s.columns)
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	if err := g.cities(seeds); err != nil {
		return nil, err
	}
	return g, g.words(seeds, language)
}

// row puts the names in some columns of a line into a list.
func (g *Gazetteer) row(list int, line string, columns []int) {
	for k := 0; line != ""; k++ {
		var cell string
		cell, line, _ = strings.Cut(line, "\t")
		for _, c := range columns {
			if c != k {
				continue
			}
			for _, name := range strings.FieldsFunc(cell, func(r rune) bool { return r == ';' || r == '|' }) {
				g.Add(list, strings.TrimSpace(name))
			}
		}
	}
}

// large is the population from which a city stands in a list of its own.
const large = 200000

// cities reads the table of cities: name, country, inhabitants, kind.
func (g *Gazetteer) cities(seeds fs.FS) error {
	small, err := g.List("town")
	if err != nil {
		return err
	}
	big, err := g.List("city")
	if err != nil {
		return err
	}
	g.naming |= 1<<small | 1<<big
	const file = "places/cities.tsv.gz"
	return lines(seeds, file, func(l string) error {
		name, rest, _ := strings.Cut(l, "\t")
		_, rest, _ = strings.Cut(rest, "\t")
		people, _, _ := strings.Cut(rest, "\t")
		n, err := strconv.Atoi(people)
		if err != nil {
			return fmt.Errorf("%s: %q has no number of inhabitants", file, l)
		}
		if n >= large {
			g.Add(big, name)
		} else {
			g.Add(small, name)
		}
		return nil
	})
}

// namesClass is the class of lists whose entries are names.
const namesClass = "name"

// words reads the lists of a language.
func (g *Gazetteer) words(seeds fs.FS, language string) error {
	ts, err := lang.ReadTerms(seeds, path.Join("lang", language, "names.txt"))
	if err != nil {
		return fmt.Errorf("lists of names: %w", err)
	}
	for _, t := range ts {
		list, err := g.List(t.Value)
		if err != nil {
			return t.Errorf("%v", err)
		}
		if t.Class == namesClass {
			g.naming |= 1 << list
		}
		for _, s := range t.Surfaces {
			g.Add(list, s)
		}
	}
	return nil
}

// lines calls f for each line of a file that is no comment.
func lines(seeds fs.FS, file string, f func(string) error) error {
	in, err := seeds.Open(file)
	if err != nil {
		return fmt.Errorf("lists of names: %w", err)
	}
	defer in.Close()
	var r io.Reader = in
	if strings.HasSuffix(file, ".gz") {
		if r, err = gzip.NewReader(in); err != nil {
			return fmt.Errorf("lists of names: %s: %w", file, err)
		}
	}
	b, err := io.ReadAll(r)
	if err != nil {
		return fmt.Errorf("lists of names: %s: %w", file, err)
	}
	for l := range strings.Lines(string(b)) {
		if l = strings.TrimRight(l, "\r\n"); l != "" && l[0] != '#' {
			if err := f(l); err != nil {
				return err
			}
		}
	}
	return nil
}
