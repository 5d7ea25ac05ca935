// Package moment reads what a person types as a date: a flag, a field of a
// config, a search box.
//
// In comes a short string and the day it is typed on, out comes an interval that
// is no more exact than what was typed. Known notations are read by Dateline's
// own rules in front of those of github.com/olebedev/when, which take the
// colloquial rest. The package refuses to read running text.
package moment

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/olebedev/when"
	"github.com/olebedev/when/rules"
	"github.com/olebedev/when/rules/common"
	"github.com/olebedev/when/rules/en"

	"github.com/datelinehq/dateline/timeline/edtf"
)

// maxInput bounds what is looked at.
const maxInput = 100

var errForm = errors.New(`not a date; write it as 2009-06-20, 2009-06, 2009-06-20~ (about), "20 June 2009", "June 2009", "last friday" or "3 weeks ago"`)

// Parse reads s. Relative words count from now, which must be exact to the day;
// without it they are refused. Any EDTF of levels 0 and 1 is read as it is.
func Parse(s string, now edtf.Date) (edtf.Interval, error) {
	in := strings.TrimSpace(s)
	if in == "" {
		return edtf.Interval{}, fmt.Errorf("an empty date: %w", errForm)
	}
	if len(in) > maxInput {
		return edtf.Interval{}, fmt.Errorf("%.20q… is %w", in, errForm)
	}
	if v, err := edtf.Parse(in); err == nil && !v.IsZero() {
		return v, nil
	}
	words, doubt := about(strings.ToLower(strings.Join(strings.Fields(in), " ")))
	d, err := byWords(words, now)
	if err != nil {
		return edtf.Interval{}, fmt.Errorf("%q is %w", in, err)
	}
	d.Doubt |= doubt
	return edtf.On(d), nil
}

// Date reads s as a single date: a day, month or year.
func Date(s string, now edtf.Date) (edtf.Date, error) {
	v, err := Parse(s, now)
	if err != nil {
		return edtf.Date{}, err
	}
	if !v.Single() {
		return edtf.Date{}, fmt.Errorf("%q is a period; give a single date", s)
	}
	return v.Start, nil
}

// about takes a word of approximation off.
func about(s string) (string, edtf.Doubt) {
	for _, w := range []string{"about ", "around ", "circa ", "ca. ", "c. ", "~"} {
		if rest, ok := strings.CutPrefix(s, w); ok {
			return strings.TrimSpace(rest), edtf.Approximate
		}
	}
	return s, 0
}

// byWords tries our rules, then the stock ones, which must take all of s.
func byWords(s string, now edtf.Date) (edtf.Date, error) {
	base := baseTime(now)
	own := when.New(&rules.Options{})
	var found edtf.Date
	for _, r := range ownRules(now, &found) {
		own.Add(r)
	}
	if _, err := own.Parse(s, base); err == nil && !found.IsZero() {
		if !found.Valid() {
			return edtf.Date{}, errors.New("no day of the calendar")
		}
		return found, nil
	}
	if now.Unit != edtf.Day {
		return edtf.Date{}, errForm
	}
	stock := when.New(nil)
	stock.Add(en.All...)
	stock.Add(common.All...)
	r, err := stock.Parse(s, base)
	if err != nil || r == nil || len(r.Text) != len(s) || r.Time.Equal(base) {
		return edtf.Date{}, errForm
	}
	// A clock time was typed or implied; the day is what a date needs.
	return edtf.YMD(r.Time.Year(), int(r.Time.Month()), r.Time.Day()), nil
}

// baseTime is noon of now, or of a fixed day when now is not known: the rules
// that need it are refused then.
func baseTime(now edtf.Date) time.Time {
	if now.Unit != edtf.Day {
		return time.Date(2000, 1, 1, 12, 0, 0, 0, time.UTC)
	}
	return time.Date(now.Year, time.Month(now.Month), int(now.Day), 12, 0, 0, 0, time.UTC)
}
