package merge

import (
	"hash/fnv"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
)

func mention(e *timeline.Event, sources []timeline.Source) Mention {
	c := e.Cites[0]
	m := Mention{Event: e, published: math.MinInt64, dated: e.Dated(), quote: hash(c.Quote + "\x00" + strconv.Itoa(c.Trigger.Start-c.Span.Start))}
	if c.Source >= 1 && c.Source <= len(sources) {
		m.source = &sources[c.Source-1]
		if d := m.source.Published; !d.IsZero() {
			m.published, _ = edtf.On(d).DayBounds()
		}
	}
	if m.dated {
		m.first, m.next = e.When.DayBounds()
	}
	m.sides = e.Sides()
	for _, a := range e.Actors {
		if n := plainName(a.Canonical, a.Name); n != "" && !a.Supposed && a.Side() == "" {
			m.names = add(m.names, n)
		}
	}
	for _, p := range e.Places {
		if p.Country != "" {
			m.countries = add(m.countries, p.Country)
		}
		if !p.Supposed {
			m.places = add(m.places, strings.ToLower(p.Name))
		}
	}
	m.words = titleWords(e.Title)
	m.figures = figures(e)
	return m
}

func add(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

func hash(s string) uint64 {
	h := fnv.New64a()
	_, _ = h.Write([]byte(s))
	return h.Sum64()
}

// plainName is a name in small letters; the usual one if there is one.
func plainName(canonical, name string) string {
	if canonical != "" {
		name = canonical
	}
	return strings.ToLower(strings.Join(strings.Fields(name), " "))
}

// longWord is the length in letters from which a word tells something.
const longWord = 4

// titleWords are the longer words of a title, without what stands in brackets of
// ours.
func titleWords(title string) []uint64 {
	var ws []uint64
	for _, w := range strings.FieldsFunc(strings.ToLower(title), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if utf8.RuneCountInString(w) >= longWord {
			ws = append(ws, hash(w))
		}
	}
	slices.Sort(ws)
	return slices.Compact(ws)
}

// figure is a number in an event's words and the word that it counts: 10 "people".
type figure struct{ number, of string }

var counted = regexp.MustCompile(`(\d[\d,.]*)[ \x{a0}]+(\p{L}{3,})`)

// figures are the numbers in a title that count something; those of its date do not.
func figures(e *timeline.Event) (fs []figure) {
	c := e.Cites[0]
	for _, x := range counted.FindAllStringSubmatchIndex(e.Title, -1) {
		f := figure{strings.Trim(strings.ReplaceAll(e.Title[x[2]:x[3]], ",", ""), "."), strings.ToLower(e.Title[x[4]:x[5]])}
		at := strings.Index(c.Quote, e.Title[x[0]:x[1]])
		if at >= 0 && ofDate(c, c.Span.Start+at) || slices.ContainsFunc(fs, func(g figure) bool { return g.of == f.of }) {
			continue
		}
		fs = append(fs, f)
	}
	return fs
}

// ofDate reports whether a place in the text lies in an expression of time.
func ofDate(c timeline.Cite, at int) bool {
	for _, t := range c.Times {
		if t.Start <= at && at < t.End {
			return true
		}
	}
	return false
}
