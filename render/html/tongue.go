package html

import (
	"cmp"
	"encoding/json"
	"fmt"
	"path"
	"strconv"
	"strings"

	"github.com/datelinehq/dateline/render/words"
	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
)

// tongue is the interface's words by name, from the folder words: patterns hold
// {names} of what is filled in. Those of dates begin with "date.".
type tongue map[string]string

// Languages are the codes of the interface's languages.
func Languages() []string {
	files, err := assets.ReadDir("words")
	if err != nil {
		panic(err) // the folder is embedded
	}
	var codes []string
	for _, f := range files {
		codes = append(codes, strings.TrimSuffix(f.Name(), path.Ext(f.Name())))
	}
	return codes
}

// newTongue reads the words of a language.
func newTongue(code string) (tongue, error) {
	b, err := assets.ReadFile("words/" + code + ".json")
	if err != nil {
		return nil, fmt.Errorf("no interface language %q; there are %s", code, strings.Join(Languages(), ", "))
	}
	var t tongue
	if err := json.Unmarshal(b, &t); err != nil {
		return nil, fmt.Errorf("words of %q: %w", code, err)
	}
	return t, nil
}

// Say is the words of a name with its holes filled by pairs of name and value. What
// has no words is its own name, so that new types and rules still show.
func (t tongue) Say(name string, pairs ...any) string {
	s, ok := t[name]
	if !ok {
		return name[strings.LastIndexByte(name, '.')+1:]
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		s = strings.ReplaceAll(s, "{"+fmt.Sprint(pairs[i])+"}", fmt.Sprint(pairs[i+1]))
	}
	return s
}

// Count is the words for a number of things: name.one or name.other.
func (t tongue) Count(name string, n int) string {
	if n == 1 {
		return t.Say(name + ".one")
	}
	return t.Say(name+".other", "n", number(n))
}

// number parts thousands by a narrow blank.
func number(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "\u202f" + s[i:]
	}
	return s
}

// correction is what an analyst set by hand.
func (t tongue) correction(c timeline.Correction) string {
	s := t.Say("field." + c.Field)
	if c.Was != "" {
		s = t.Say("correction.was", "field", s, "was", c.Was)
	}
	for _, more := range []string{c.Why, c.By} {
		if more != "" {
			s += " – " + more
		}
	}
	return s
}

// interval is v in words, as package render/words writes them in English.
func (t tongue) interval(v edtf.Interval) string {
	about := ""
	if v.Doubt()&edtf.Approximate != 0 {
		about = t.Say("date.about") + " "
	}
	s := t.bare(v, about)
	if v.Doubt()&edtf.Uncertain != 0 {
		s = t.Say("date.uncertain", "date", s)
	}
	return s
}

func (t tongue) date(d edtf.Date) string { return t.interval(edtf.On(d)) }

func (t tongue) bare(v edtf.Interval, about string) string {
	a, b := v.Start, v.End
	switch {
	case v.IsZero():
		return t.Say("date.none")
	case a == b:
		return about + t.point(a, "long")
	case b.IsOpen() || b.IsZero():
		return t.Say("date.since", "date", about+t.point(a, "short"))
	case a.IsOpen() || a.IsZero():
		return t.Say("date.until", "date", about+t.point(b, "short"))
	case a.Unit == edtf.Day && b.Unit == edtf.Day && a.Year == b.Year && a.Month == b.Month:
		return about + t.Say("date.days", "wd", t.weekday(a), "d", a.Day, "end", t.point(b, "long"))
	case a.Unit == edtf.Day && b.Unit == edtf.Day && a.Year == b.Year:
		return about + t.Say("date.daysmonths", "wd", t.weekday(a), "d", a.Day, "m", t.month(a), "end", t.point(b, "long"))
	case a.Unit == edtf.Month && b.Unit == edtf.Month && a.Year == b.Year:
		return about + t.month(a) + " – " + t.point(b, "long")
	}
	return about + t.point(a, "long") + " – " + t.point(b, "long")
}

func (t tongue) weekday(d edtf.Date) string {
	return t.Say("date.weekday." + strconv.Itoa(int(d.Weekday())))
}

func (t tongue) month(d edtf.Date) string { return t.Say("date.month." + strconv.Itoa(int(d.Month))) }

// point is d in words without its doubt; a day in its long form has its weekday.
func (t tongue) point(d edtf.Date, form string) string {
	y := strconv.Itoa(d.Year)
	if d.Year <= 0 {
		y = t.Say("date.bce", "y", 1-d.Year)
	}
	switch d.Unit {
	case edtf.Century:
		return t.Say("date.century", "y", y[:max(len(y)-2, 0)])
	case edtf.Decade:
		return t.Say("date.decade", "y", y)
	case edtf.Year:
		switch d.Within {
		case edtf.Month:
			return t.Say("date.somemonth", "y", y)
		case edtf.Day:
			return t.Say("date.someday", "y", y)
		}
		return y
	case edtf.Half:
		return t.Say("date.half", "n", t.Say("date.nth."+strconv.Itoa(int(d.Month)-edtf.H1)), "y", y)
	case edtf.Season:
		return t.Say("date.season."+strconv.Itoa((int(d.Month)-edtf.Spring)&3), "y", y)
	case edtf.Quarter:
		return t.Say("date.quarter", "n", t.Say("date.nth."+strconv.Itoa(int(d.Month)-edtf.Q1)), "y", y)
	case edtf.Month:
		s := t.month(d) + " " + y
		if d.Within == edtf.Day {
			return t.Say("date.somedayin", "m", s)
		}
		return s
	case edtf.Day, edtf.Hour, edtf.Minute, edtf.Second:
		return t.Say("date."+form, "wd", t.weekday(d.Trunc(edtf.Day)), "d", d.Day, "m", t.month(d), "y", y) + words.Clock(d)
	}
	return t.Say("date.none")
}

// precision is how exact v is: "day", "month", "interval of days".
func (t tongue) precision(v edtf.Interval) string {
	u := v.Precision().String()
	if !v.IsZero() && !v.Single() {
		return t.Say("unit.interval", "units", t.Say("units."+u))
	}
	return t.Say("unit." + u)
}

// bounds are what is known of an undated event's time.
func (t tongue) bounds(b *timeline.Bounds) string {
	if b == nil {
		return ""
	}
	s := ""
	switch {
	case !b.NotBefore.IsZero() && !b.NotAfter.IsZero():
		s = t.Say("date.between", "a", t.date(b.NotBefore), "b", t.date(b.NotAfter))
	case !b.NotBefore.IsZero():
		s = t.Say("date.notbefore", "date", t.date(b.NotBefore))
	case !b.NotAfter.IsZero():
		s = t.Say("date.by", "date", t.date(b.NotAfter))
	}
	if s != "" && b.Words != "" {
		return s + "; " + b.Words
	}
	return cmp.Or(s, b.Words)
}
