// Package place finds the points on the map for the names of places.
//
// In come a table of cities with their countries, inhabitants and points, and for each
// name what the article tells of its country; out comes a point and how it was chosen.
// The package refuses to know texts and events, and gives no point rather than one of
// several that are alike.
package place

import (
	"compress/gzip"
	"fmt"
	"io"
	"io/fs"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/lang"
)

// A Gazetteer knows places by name. It never changes and may be used by many
// goroutines.
type Gazetteer struct {
	cities map[string][]city
}

type city struct {
	country  string // ISO 3166 alpha-3
	people   int
	lat, lon float64
}

// Load reads places/cities.tsv.gz and the countries of actors/countries.tsv from the
// seeds.
func Load(seeds fs.FS) (*Gazetteer, error) {
	iso3 := map[string]string{}
	err := lang.ReadTable(seeds, "actors/countries.tsv", []string{"iso3", "iso2", "num", "name", "other_names", "capital"}, func(f []string) error {
		iso3[f[1]] = f[0]
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("load places: %w", err)
	}
	const file = "places/cities.tsv.gz"
	in, err := seeds.Open(file)
	if err != nil {
		return nil, fmt.Errorf("load places: %w", err)
	}
	defer in.Close()
	z, err := gzip.NewReader(in)
	if err != nil {
		return nil, fmt.Errorf("load places: %s: %w", file, err)
	}
	b, err := io.ReadAll(z)
	if err != nil {
		return nil, fmt.Errorf("load places: %s: %w", file, err)
	}
	g := &Gazetteer{cities: map[string][]city{}}
	n := 0
	for l := range strings.Lines(string(b)) {
		n++
		f := strings.Split(strings.TrimRight(l, "\r\n"), "\t")
		if len(f) != 6 {
			return nil, fmt.Errorf("load places: %s:%d: want 6 columns, got %d", file, n, len(f))
		}
		c := city{country: iso3[f[1]]}
		if c.people, err = strconv.Atoi(f[2]); err == nil {
			c.lat, err = strconv.ParseFloat(f[4], 64)
		}
		if err == nil {
			c.lon, err = strconv.ParseFloat(f[5], 64)
		}
		if err != nil {
			return nil, fmt.Errorf("load places: %s:%d: %w", file, n, err)
		}
		g.cities[f[0]] = append(g.cities[f[0]], c)
	}
	return g, nil
}

// muchLarger is how many times the inhabitants of any other of its name a place must
// have to be meant without further hint.
const muchLarger = 8

// Locate gives p a point, if its name is a city's and it is plain which: in the country
// that p tells, in one that the article speaks of, the only one, or by far the largest.
// near are the countries of the article. The country of p is filled in, except where
// only size has decided.
func (g *Gazetteer) Locate(p *timeline.Place, near map[string]bool) {
	all := g.named(p.Name)
	if len(all) == 0 {
		return
	}
	best, how := pick(all, p.Country, near)
	if how == "" {
		return
	}
	p.Point = &timeline.Point{Lat: best.lat, Lon: best.lon, By: how}
	if how != timeline.BySize && p.Country == "" {
		p.Country = best.country
	}
}

func pick(all []city, country string, near map[string]bool) (city, timeline.PointBy) {
	if country != "" {
		c, _ := largest(all, func(c city) bool { return c.country == country })
		if c.country == "" {
			return c, ""
		}
		return c, timeline.ByCountry
	}
	inside := map[string]bool{}
	for _, c := range all {
		if near[c.country] {
			inside[c.country] = true
		}
	}
	if len(inside) == 1 {
		c, _ := largest(all, func(c city) bool { return inside[c.country] })
		return c, timeline.ByContext
	}
	if len(all) == 1 {
		return all[0], timeline.ByName
	}
	c, next := largest(all, func(city) bool { return true })
	if len(inside) == 0 && c.people >= muchLarger*max(next, 1) {
		return c, timeline.BySize
	}
	return c, ""
}

// largest is the city with most inhabitants of those that fit, and how many the next
// has.
func largest(all []city, fits func(city) bool) (best city, next int) {
	for _, c := range all {
		switch {
		case !fits(c):
		case c.people > best.people || best.country == "":
			best, next = c, best.people
		default:
			next = max(next, c.people)
		}
	}
	return best, next
}

// named are the cities that a name in a text may mean: as a whole, up to its first
// comma, or by the capitalised words at its end ("the old town of Goma").
func (g *Gazetteer) named(name string) []city {
	if cs := g.cities[name]; cs != nil {
		return cs
	}
	name, _, _ = strings.Cut(name, ",")
	words := strings.Fields(name)
	for i, w := range words {
		if first, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(first) {
			continue
		}
		if cs := g.cities[strings.Join(words[i:], " ")]; cs != nil && lower(words[:i]) {
			return cs
		}
	}
	return nil
}

// lower reports whether no word is capitalised, so that what follows is not the end of a
// longer name: "New London" is no London.
func lower(words []string) bool {
	for _, w := range words {
		if first, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(first) {
			return false
		}
	}
	return true
}
