package moment

import (
	"errors"
	"regexp"
	"strings"

	"github.com/datelinehq/dateline/timeline/edtf"
)

var (
	sincePattern = regexp.MustCompile(`^(?:since|from|as of|starting|beginning) (.+?)(?: on| onwards?| to date)?$`)
	onPattern    = regexp.MustCompile(`^(.+) (?:on|onwards?|and later|to date)$`)
	untilPattern = regexp.MustCompile(`^(?:until|till|til|up to|to|through|by) (.+)$`)
	sidePattern  = regexp.MustCompile(`^(after|before) (.+)$`)
	rangePattern = regexp.MustCompile(`^(?:from )?(.+?) (?:to|through|thru|until|till|til|-) (.+)$`)
	amongPattern = regexp.MustCompile(`^between (.+?) and (.+)$`)
)

// period reads s as a time between two dates, one of which may be open.
func (r reader) period(s string) (edtf.Interval, error) {
	for _, p := range []*regexp.Regexp{amongPattern, rangePattern} {
		if m := p.FindStringSubmatch(s); m != nil {
			return r.between(m[1], m[2])
		}
	}
	if m := sidePattern.FindStringSubmatch(s); m != nil {
		return r.beside(m[1], m[2])
	}
	for _, p := range []*regexp.Regexp{sincePattern, onPattern} {
		if m := p.FindStringSubmatch(s); m != nil {
			v, err := r.single(m[1])
			return edtf.Interval{Start: v.Start, End: edtf.Date{Unit: edtf.Open}}, err
		}
	}
	if m := untilPattern.FindStringSubmatch(s); m != nil {
		v, err := r.single(m[1])
		return edtf.Interval{Start: edtf.Date{Unit: edtf.Open}, End: v.End}, err
	}
	return r.dashed(s)
}

// beside is all that lies before or after a date, without it.
func (r reader) beside(side, of string) (edtf.Interval, error) {
	v, err := r.single(of)
	open := edtf.Date{Unit: edtf.Open}
	if side == "before" {
		return edtf.Interval{Start: open, End: v.Start.Add(-1, v.Start.Unit)}, err
	}
	return edtf.Interval{Start: v.End.Add(1, v.End.Unit), End: open}, err
}

// dashed reads a period that is written with a dash and no blanks: may-july 2009,
// 3-5 june 2009, 2008-2010.
func (r reader) dashed(s string) (edtf.Interval, error) {
	first := errForm
	for i := range len(s) {
		if s[i] != '-' || i == 0 || i == len(s)-1 {
			continue
		}
		v, err := r.between(s[:i], s[i+1:])
		if err == nil {
			return v, nil
		}
		if !errors.Is(err, errForm) && errors.Is(first, errForm) {
			first = err
		}
	}
	return edtf.Interval{}, first
}

// between runs from a through b, each of which may leave to the other what both
// have in common.
func (r reader) between(a, b string) (edtf.Interval, error) {
	e := complete(spaced(a), spaced(b))
	from, err := r.single(e.a)
	if err != nil {
		return edtf.Interval{}, err
	}
	to, err := r.single(e.b)
	if err != nil {
		return edtf.Interval{}, err
	}
	v := edtf.Interval{Start: from.Start, End: to.End}
	if v.Start.Valid() && v.End.Valid() && !before(v) {
		v = e.turn(v)
	}
	if !before(v) {
		return edtf.Interval{}, errOrder
	}
	return v, nil
}

// before reports whether v ends no earlier than it begins.
func before(v edtf.Interval) bool {
	a, _ := v.Start.Bounds()
	_, b := v.End.Bounds()
	return a < b
}

// ends are the words for both ends of a period.
type ends struct {
	a, b string
	// yearOfA and yearOfB say that the other end took its year from there.
	yearOfA, yearOfB bool
}

// turn is v over the turn of a year or week: december to february 2009.
func (e ends) turn(v edtf.Interval) edtf.Interval {
	switch {
	case e.yearOfB:
		v.Start = v.Start.Add(-1, edtf.Year)
	case e.yearOfA, lacksYear(e.a) && lacksYear(e.b):
		v.End = v.End.Add(1, edtf.Year)
	case bareWeekday.MatchString(e.a) && bareWeekday.MatchString(e.b):
		v.End = v.End.Add(1, edtf.Week)
	}
	return v
}

var (
	bareDay     = regexp.MustCompile(`^(?:the )?(\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$`)
	bareWeekday = regexp.MustCompile(`^` + weekdayWord + `$`)
	monthIn     = regexp.MustCompile(`\b` + monthWord + `\b`)
	yearIn      = regexp.MustCompile(`\b\d{4}\b`)
	named       = regexp.MustCompile(`\b(?:` + monthWord + `|` + seasonWord + `|q[1-4]|h[12]|quarter|half)\b`)
)

// complete gives each end what only the other has: the month of a bare day, the
// year of a month.
func complete(a, b string) ends {
	e := ends{a: a, b: b}
	if m := monthIn.FindString(b); m != "" && bareDay.MatchString(a) {
		e.a += " " + m
	}
	if d := bareDay.FindStringSubmatch(b); d != nil {
		if m := monthIn.FindString(a); m != "" {
			e.b = strings.TrimRight(d[1]+" "+m+" "+d[2], " ")
		}
	}
	ya, yb := yearIn.FindString(e.a), yearIn.FindString(e.b)
	if yb != "" && lacksYear(e.a) {
		e.a, e.yearOfB = e.a+" "+yb, true
	}
	if ya != "" && lacksYear(e.b) {
		e.b, e.yearOfA = e.b+" "+ya, true
	}
	return e
}

// lacksYear reports whether s is part of a year that it does not name.
func lacksYear(s string) bool {
	return !yearIn.MatchString(s) && named.MatchString(s) && !ownYear.MatchString(s)
}

// ownYear are words that say themselves which year is meant.
var ownYear = regexp.MustCompile(`\b(?:` + sideWord + `|ago)\b`)
