package actor

import (
	"fmt"
	"strconv"
	"strings"
)

// A day is a date as yyyymmdd; 0 is not known.
type day int32

// A term is a code and the days for which it holds, both ends included; 0 is open.
type term struct {
	code     string
	from, to day
}

// terms are the codes of a name.
type terms []term

// at is the code on day d. A code with dates goes before one without, and of several
// the one that began last; where the day is not known, the first one holds.
func (ts terms) at(d day) string {
	if d == 0 && len(ts) > 0 {
		return ts[0].code
	}
	code, from := "", day(-1)
	for _, t := range ts {
		switch dated := t.from != 0 || t.to != 0; {
		case !dated && from < 0:
			code = t.code
		case dated && t.from >= from && (t.from == 0 || t.from <= d) && (t.to == 0 || d <= t.to):
			code, from = t.code, t.from
		}
	}
	return code
}

// noCode is how tables write that a name has no code.
const noCode = "---"

// readTerms reads "USAGOV 20090120-20170120; USAELI >20170120". Dates have the form
// yyyy, yymmdd or yyyymmdd; a code without any always holds.
func readTerms(s string) (terms, error) {
	var ts terms
	for _, part := range strings.Split(s, ";") {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		t, err := readTerm(part)
		if err != nil {
			return nil, err
		}
		if t.code == noCode {
			t.code = ""
		}
		ts = append(ts, t)
	}
	if len(ts) == 0 {
		return nil, fmt.Errorf("no code")
	}
	return ts, nil
}

func readTerm(s string) (t term, err error) {
	code, when := s, ""
	if at := strings.IndexAny(s, "<>"); at >= 0 {
		code, when = s[:at], s[at:]
	} else if at := strings.IndexAny(s, " \t"); at >= 0 && strings.ContainsAny(s[at:], "0123456789") && strings.Contains(s[at:], "-") {
		code, when = s[:at], s[at:]
	}
	t.code = strings.TrimSpace(code)
	switch when = strings.TrimSpace(when); {
	case when == "":
	case when[0] == '<':
		t.to, err = readDay(when[1:], true)
	case when[0] == '>':
		t.from, err = readDay(when[1:], false)
	default:
		from, to, _ := strings.Cut(when, "-")
		if t.from, err = readDay(from, false); err == nil {
			t.to, err = readDay(to, true)
		}
		if err == nil && t.from > t.to {
			err = fmt.Errorf("%q ends before it begins", when)
		}
	}
	return t, err
}

// readDay reads a day; a bare year is its first day, or its last as an end.
func readDay(s string, end bool) (day, error) {
	s = strings.TrimSpace(s)
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		return 0, fmt.Errorf("%q is no date", s)
	}
	switch len(s) {
	case 8:
	case 6: // two figures of the year: 1930 to 2029
		if n/10000 < 30 {
			n += 20000000
		} else {
			n += 19000000
		}
	case 4:
		if n = n * 10000; end {
			n += 1231
		} else {
			n += 101
		}
	default:
		return 0, fmt.Errorf("%q is no date", s)
	}
	if m, d := n/100%100, n%100; m < 1 || m > 12 || d < 1 || d > 31 {
		return 0, fmt.Errorf("%q is no date", s)
	}
	return day(n), nil
}
