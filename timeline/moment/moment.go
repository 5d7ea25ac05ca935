// Package moment reads what a person types as a date: a flag, a field of a
// config, a search box.
//
// In comes a short string and the day it is typed on, out comes an interval that
// is no more exact than what was typed. Known notations are read by Dateline's
// own rules in front of those of github.com/olebedev/when, which take the
// colloquial rest. What can be read in two ways is refused, with both readings in
// the error. The package refuses to read running text.
package moment

import (
	"errors"
	"fmt"
	"strings"

	"github.com/datelinehq/dateline/timeline/edtf"
)

// maxInput bounds what is looked at.
const maxInput = 100

// examples are what errors show of what can be typed.
const (
	examples       = `write it as 2009-06-20, 2009-06, 2009-06-20~ (about), "20 June 2009", "June 2009", "last friday" or "3 weeks ago"`
	periodExamples = `; a period as 2008/2009-07, "may to july 2009", "since 2008", "q3 2009" or "the 1990s"`
)

var (
	errForm  = errors.New("not a date; " + examples)
	errNoDay = errors.New("no day of the calendar")
	errToday = errors.New("counted from today, which plays no part here; write the full date, as 2009-06-20")
	errOrder = errors.New("a period that ends before it begins")
)

// ErrAmbiguous says that what was typed can be read as two dates: 3/4/2009.
var ErrAmbiguous = errors.New("ambiguous")

// Parse reads s as a date or a period. Relative words count from now, which must
// be exact to the day; without it they are refused. Any EDTF of levels 0 and 1 is
// read as it is.
func Parse(s string, now edtf.Date) (edtf.Interval, error) {
	v, err := parse(s, now)
	if errors.Is(err, errForm) {
		err = fmt.Errorf("%w%s", err, periodExamples)
	}
	return v, err
}

// Date reads s as a single date: a day, a month, a year.
func Date(s string, now edtf.Date) (edtf.Date, error) {
	v, err := parse(s, now)
	if err != nil {
		return edtf.Date{}, err
	}
	if !v.Single() {
		return edtf.Date{}, fmt.Errorf("%q is the period %s; give a single date", strings.TrimSpace(s), v)
	}
	return v.Start, nil
}

func parse(s string, now edtf.Date) (edtf.Interval, error) {
	in := strings.TrimSpace(s)
	switch {
	case in == "":
		return edtf.Interval{}, fmt.Errorf("an empty date is %w", errForm)
	case len(in) > maxInput:
		return edtf.Interval{}, fmt.Errorf("%.20q… is %w", in, errForm)
	}
	if v, err := edtf.Parse(in); err == nil && !v.IsZero() {
		return v, nil
	}
	if now.Unit != edtf.Day {
		now = edtf.Date{}
	}
	v, err := reader{forms, now}.words(plain(in))
	if err == nil {
		err = check(v)
	}
	if err != nil {
		return edtf.Interval{}, fmt.Errorf("%q is %w", in, err)
	}
	return v, nil
}

// plain writes s in small letters, with single blanks and plain signs.
func plain(s string) string {
	s = strings.NewReplacer("–", "-", "—", "-", "−", "-", "’", "'").Replace(strings.ToLower(s))
	return strings.TrimRight(strings.Join(strings.Fields(s), " "), ".")
}

// check refuses what is on no calendar.
func check(v edtf.Interval) error {
	if v.IsZero() || !v.Start.Valid() || !v.End.Valid() {
		return errNoDay
	}
	if back, err := edtf.Parse(v.String()); err != nil || back != v {
		return errNoDay
	}
	return nil
}

// reader reads plain words.
type reader struct {
	forms []form
	// now is the day they are typed on; zero when that is not known.
	now edtf.Date
}

// words tries a single date, then a period, and leaves the rest to the stock
// rules.
func (r reader) words(s string) (edtf.Interval, error) {
	s, doubt := about(s)
	v, err := r.single(s)
	if errors.Is(err, errForm) {
		v, err = r.period(s)
	}
	if errors.Is(err, errForm) {
		v, err = r.stock(s)
	}
	return v.WithDoubt(doubt), err
}

// about takes a word of approximation off.
func about(s string) (string, edtf.Doubt) {
	for _, w := range []string{"about ", "around ", "approximately ", "roughly ", "circa ", "ca. ", "c. ", "~"} {
		if rest, ok := strings.CutPrefix(s, w); ok {
			return strings.TrimSpace(rest), edtf.Approximate
		}
	}
	return s, 0
}
