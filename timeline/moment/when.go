package moment

import (
	"regexp"
	"strings"
	"time"

	"github.com/olebedev/when"
	"github.com/olebedev/when/rules"
	"github.com/olebedev/when/rules/en"

	"github.com/datelinehq/dateline/timeline/edtf"
)

// A form is a way to write a date, which must be all of an input.
type form struct {
	pattern *regexp.Regexp
	// relative forms need the day they are typed on.
	relative bool
	// read gets the captures. A zero interval without an error is no answer.
	read func(r reader, f []string) (edtf.Interval, error)
}

// answer is what a form found. It keeps the precision and the reasons that the
// library's own answer cannot hold.
type answer struct {
	when edtf.Interval
	err  error
}

// rule makes a rule for github.com/olebedev/when of f; the first that answers
// wins.
func (f form) rule(r reader, to *answer) rules.Rule {
	return &rules.F{
		RegExp: f.pattern,
		Applier: func(m *rules.Match, c *rules.Context, _ *rules.Options, ref time.Time) (bool, error) {
			if to.err != nil || !to.when.IsZero() {
				return false, nil
			}
			if f.relative && r.now.IsZero() {
				to.err = errToday
				return false, nil
			}
			to.when, to.err = f.read(r, m.Captures[1:])
			year := ref.Year()
			c.Year = &year
			return !to.when.IsZero(), nil
		},
	}
}

// single reads s by our own forms.
func (r reader) single(s string) (edtf.Interval, error) {
	var a answer
	own := when.New(&rules.Options{MatchByOrder: true})
	for _, f := range r.forms {
		own.Add(f.rule(r, &a))
	}
	if _, err := own.Parse(spaced(s), r.base()); err != nil {
		return edtf.Interval{}, errForm
	}
	switch {
	case a.err != nil:
		return edtf.Interval{}, a.err
	case a.when.IsZero():
		return edtf.Interval{}, errForm
	}
	return a.when, nil
}

var (
	letter = regexp.MustCompile(`[a-z]`)
	signs  = regexp.MustCompile(`[ ,./-]+`)
)

// spaced turns the signs between words into blanks: 20-jun-2009, jun. 20, 2009.
// Between figures alone they say which is which.
func spaced(s string) string {
	if !letter.MatchString(s) {
		return s
	}
	return strings.Trim(signs.ReplaceAllString(s, " "), " ")
}

// stock reads s by the rules of the library, which must take all of it. They know
// days only, so that the words decide how exact the answer is.
func (r reader) stock(s string) (edtf.Interval, error) {
	if r.now.IsZero() {
		return edtf.Interval{}, errForm
	}
	w := when.New(nil)
	w.Add(en.All...)
	found, err := w.Parse(s, r.base())
	if err != nil || found == nil || len(found.Text) != len(s) || found.Time.Equal(r.base()) {
		return edtf.Interval{}, errForm
	}
	d := edtf.FromTime(found.Time)
	if u := coarsest(s); u != edtf.Unknown {
		d = d.Trunc(u)
	}
	if vague.MatchString(s) {
		d.Doubt = edtf.Approximate
	}
	return edtf.On(d), nil
}

var (
	unitInText = regexp.MustCompile(`\b(month|year|decade)s?\b`)
	vague      = regexp.MustCompile(`\b(few|several|half)\b`)
)

// coarsest is the unit longer than a week that s counts in, or unknown.
func coarsest(s string) edtf.Unit {
	u := edtf.Unknown
	for _, m := range unitInText.FindAllStringSubmatch(s, -1) {
		if n := units[m[1]]; u == edtf.Unknown || n < u {
			u = n
		}
	}
	return u
}

// base is noon of the day, or of a fixed day when it is not known: the forms that
// need it are refused then.
func (r reader) base() time.Time {
	n := r.now
	if n.IsZero() {
		n = edtf.YMD(2000, 1, 1)
	}
	return time.Date(n.Year, time.Month(n.Month), int(n.Day), 12, 0, 0, 0, time.UTC)
}
