package source

import (
	"cmp"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/moment"
	"github.com/datelinehq/dateline/timeline/text"
)

// A dateline is "KABUL, Afghanistan, Aug. 27 (Reuters) -": a place, perhaps a
// country and a date, perhaps an agency, and a dash. The groups of the patterns are
// place, country and date, and agency.
const (
	datelineRest = `((?:, ?(?:\d{1,2} )?\p{L}[\p{L}. ]{1,24}(?: \d{1,2}(?:, \d{4})?)?){0,3})[,:]? ?`
	datelineName = `\(([\p{L}][\p{L}. -]{0,30})\)`
	datelineDash = ` ?(?:—|–|-|_)+`
)

var (
	// capitals is a dateline whose place stands in capitals.
	capitals = regexp.MustCompile(`^(\p{Lu}[\p{Lu}.'’/ -]{2,40}\p{Lu})` + datelineRest + `(?:` + datelineName + `)?` + datelineDash)
	// byAgency is one whose place is written as usual, or left out, so that only the
	// agency proves it.
	byAgency = regexp.MustCompile(`^(?:(\p{Lu}[\p{L}.'’/ -]{1,40})` + datelineRest + `|()())` + datelineName + datelineDash)
)

// datelineIn gives the bounds of a dateline at the start of a line and of its place,
// its country and date, and its agency; nil when there is none.
func (r *Reader) datelineIn(line string) []int {
	if m := capitals.FindStringSubmatchIndex(line); m != nil {
		if m[4] == m[5] && m[6] < 0 && startsSmall(line[m[1]:]) {
			return nil // NASA - the agency
		}
		return m
	}
	m := byAgency.FindStringSubmatchIndex(line)
	if m == nil || r.agencies[line[m[10]:m[11]]] == "" || m[2] >= 0 && !placeLike(line[m[2]:m[3]]) {
		return nil
	}
	if m[2] < 0 {
		copy(m[2:6], m[6:10])
	}
	return append(m[:6], m[10:]...)
}

// placeLike reports whether words can be a place's name: capitalised, but for words
// of two letters ("Rio de Janeiro").
func placeLike(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if startsSmall(w) && len(w) > 2 {
			return false
		}
	}
	return true
}

// startsSmall reports whether the first word of t begins with a small letter.
func startsSmall(t string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(t, " "))
	return unicode.IsLower(first)
}

// dateline marks and reads the dateline at the start of a line.
func (r *Reader) dateline(a *text.Article, line text.Span) {
	m := r.datelineIn(line.In(a.Text))
	if m == nil {
		return
	}
	t := line.In(a.Text)
	a.Marks = append(a.Marks, text.Mark{Span: text.Span{Start: line.Start, End: line.Start + m[1]}, Zone: text.Dateline})
	if place := strings.TrimSpace(t[m[2]:m[3]]); place == strings.ToUpper(place) {
		a.Place = cmp.Or(a.Place, placeCase(place))
	} else {
		a.Place = cmp.Or(a.Place, place)
	}
	if m[6] >= 0 {
		name := strings.TrimSpace(t[m[6]:m[7]])
		if usual, ok := r.agencies[name]; ok {
			name = usual
		}
		a.Origin = cmp.Or(a.Origin, name)
	}
	parts := strings.Split(t[m[4]:m[5]], ",")
	for i := range parts {
		s := strings.TrimSpace(strings.Join(parts[i:], ","))
		if d, err := moment.Date(s, edtf.Date{}); err == nil && d.Unit == edtf.Day {
			claim(a, text.FromDateline, "", d)
			return
		}
	}
}

// placeCase writes "NEW YORK" as "New York".
func placeCase(s string) string {
	start := true
	return strings.Map(func(r rune) rune {
		up := start
		start = !unicode.IsLetter(r)
		if up {
			return unicode.ToUpper(r)
		}
		return unicode.ToLower(r)
	}, s)
}
