package colloquial

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/olebedev/when/rules"
	"github.com/olebedev/when/rules/br"
	"github.com/olebedev/when/rules/en"
	"github.com/olebedev/when/rules/nl"
	"github.com/olebedev/when/rules/ru"
	"github.com/olebedev/when/rules/zh"

	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/text"
	"github.com/datelinehq/dateline/timeline/timex"
)

type stockRule struct {
	rule func(rules.Strategy) rules.Rule
	read readFunc
	// anywhere is for a rule that wants an edge of a word where there is none.
	anywhere bool
}

type stockLanguage struct {
	rules   []stockRule
	numbers map[string]int
}

// stock are the rules of the library by language, but for those of clocks and of
// day and month between strokes.
var stock = map[string]stockLanguage{
	"en": {[]stockRule{{rule: en.CasualDate, read: deictic}, {rule: en.Weekday, read: weekday(1)}, {rule: en.ExactMonthDate, read: calendar}, {rule: en.PastTime, read: counted(-1, 0)}, {rule: en.Deadline, read: counted(1, 1)}}, en.INTEGER_WORDS},
	"nl": {[]stockRule{{rule: nl.CasualDate, read: deictic}, {rule: nl.Weekday, read: weekday(1)}, {rule: nl.ExactMonthDate, read: calendar}, {rule: nl.PastTime, read: counted(-1, 0)}, {rule: nl.Deadline, read: counted(1, 1)}}, nl.INTEGER_WORDS},
	"pt": {[]stockRule{{rule: br.CasualDate, read: deictic}, {rule: br.Weekday, read: weekday(1)}, {rule: br.ExactMonthDate, read: calendar}, {rule: br.PastTime, read: counted(-1, 0)}, {rule: br.Deadline, read: counted(1, 1)}}, br.INTEGER_WORDS},
	"ru": {[]stockRule{{rule: ru.CasualDate, read: deictic}, {rule: ru.Weekday, read: weekday(1)}, {rule: ru.Date, read: full}, {rule: ru.DotDateTime, read: full}, {rule: ru.Deadline, read: counted(1, 1)}}, ru.INTEGER_WORDS},
	"zh": {[]stockRule{{rule: zh.CasualDate, read: deictic}, {rule: zh.Weekday, read: weekday(2)}, {rule: zh.ExactMonthDate, read: calendar, anywhere: true}, {rule: zh.AfterTime, read: counted(1, 0)}}, zh.INTEGER_WORDS},
}

const day = 24 * time.Hour

// deictic reads words such as yesterday and next month by what the rule has set.
func deictic(r *Rules, m *match) timex.Expr {
	c := m.set
	if c.Duration%day != 0 || !r.trim(m) {
		return nil
	}
	month := func() timex.Expr {
		return timex.Shift{Of: timex.Ref{}, N: float64(*c.Month - int(m.base.Month())), Unit: edtf.Month}
	}
	switch {
	case c.Year != nil:
		return timex.Shift{Of: timex.Ref{}, N: float64(*c.Year - m.base.Year()), Unit: edtf.Year}
	case c.Month != nil && c.Day != nil:
		return within(month(), timex.Pick{Kind: timex.DayOf, A: *c.Day})
	case c.Month != nil:
		return month()
	case c.Day != nil:
		return within(timex.Shift{Of: timex.Ref{}, Unit: edtf.Month}, timex.Pick{Kind: timex.DayOf, A: *c.Day})
	case c.Duration != 0, c.Hour != nil:
		return timex.Shift{Of: timex.Ref{}, N: float64(c.Duration / day), Unit: edtf.Day}
	case r.now[m.captures[0]]:
		return timex.Shift{Of: timex.Ref{}, Unit: r.unit(m)}
	}
	for _, w := range m.captures {
		if r.now[w] {
			return timex.Shift{Of: timex.Ref{}, Unit: r.unit(m)}
		}
	}
	return nil // the rule has fitted and knows nothing
}

// unit is the finest unit that m names, or a day.
func (r *Rules) unit(m *match) edtf.Unit {
	best := edtf.Unknown
	for _, w := range m.captures {
		best = max(best, r.units[w])
	}
	if best == edtf.Unknown {
		return edtf.Day
	}
	return best
}

// trim ends m behind its last unit, where the language writes units: what follows
// belongs to something else. It is false when there is none.
func (r *Rules) trim(m *match) bool {
	if len(r.units) == 0 {
		return true
	}
	end := -1
	for k, w := range m.captures {
		if r.units[w] != edtf.Unknown {
			end = max(end, m.spans[k][1])
		}
	}
	m.end = end
	return end >= 0
}

// weekday reads a named day, which is the given capture: in the week that is named
// with it, else on the side that the context gives.
func weekday(name int) readFunc {
	return func(_ *Rules, m *match) timex.Expr {
		if m.set.Duration%day != 0 {
			return nil
		}
		then := m.base.Add(m.set.Duration)
		p := timex.Pick{Kind: timex.WeekdayOf, A: (int(then.Weekday())+6)%7 + 1}
		side := m.captures[0]
		if name == 1 {
			side += m.captures[2]
		}
		if name == 1 && utf8.RuneCountInString(side) <= 2 { // a preposition
			m.start, side = m.spans[1][0], ""
		}
		if side == "" {
			return timex.Near{Of: timex.Ref{}, Pick: p}
		}
		weeks := monday(then).Sub(monday(m.base)) / (7 * day)
		return timex.In{Of: timex.Shift{Of: timex.Ref{}, N: float64(weeks), Unit: edtf.Week}, Pick: p}
	}
}

func monday(t time.Time) time.Time { return t.Add(-time.Duration((int(t.Weekday())+6)%7) * day) }

// calendar reads a month, with or without a day.
func calendar(r *Rules, m *match) timex.Expr {
	c := m.set
	if c.Month == nil || !r.trim(m) {
		return nil
	}
	hasMonth, hasDay := true, c.Day != nil
	if len(r.units) > 0 { // the rule sets both, whatever is named
		hasMonth, hasDay = r.units[m.captures[1]] == edtf.Month, r.units[m.captures[3]] == edtf.Day
	}
	switch {
	case hasMonth && hasDay:
		return near(timex.Pick{Kind: timex.MonthDay, A: *c.Month, B: *c.Day})
	case hasMonth:
		return near(timex.Pick{Kind: timex.MonthOf, A: *c.Month})
	case hasDay:
		return near(timex.Pick{Kind: timex.DayOf, A: *c.Day})
	}
	return nil
}

// full reads day, month and year in this order, and leaves out the clock.
func full(_ *Rules, m *match) timex.Expr {
	c := m.set
	if c.Day == nil || c.Month == nil {
		return nil
	}
	if m.captures[2] == "" { // the rule has taken the year of the machine's clock
		m.end = m.spans[1][1]
		return near(timex.Pick{Kind: timex.MonthDay, A: *c.Month, B: *c.Day})
	}
	m.end = m.spans[2][1]
	return fixed(edtf.YMD(*c.Year, *c.Month, *c.Day))
}

// counted reads an amount of time before (-1) or after (1) the publication, whose
// number is the given capture or the one behind it.
func counted(side, at int) readFunc {
	return func(r *Rules, m *match) timex.Expr {
		n := 0
		for _, w := range m.captures[at : at+2] {
			if v, err := strconv.Atoi(w); err == nil {
				n = v
			} else if v, ok := r.numbers[w]; ok {
				n = v
			}
		}
		if n <= 0 || n > 1000 { // "a few", which the library takes for three
			return nil
		}
		unit := edtf.Unknown
		switch {
		case m.set.Year != nil:
			unit = edtf.Year
		case m.set.Month != nil:
			unit = edtf.Month
		case m.set.Duration.Abs() == time.Duration(n)*day:
			unit = edtf.Day
		case m.set.Duration.Abs() == time.Duration(n)*7*day:
			unit = edtf.Week
		default:
			return nil
		}
		return timex.Shift{Of: timex.Ref{}, N: float64(side * n), Unit: unit}
	}
}

// year reads four figures with the word year behind them.
func year(r *Rules, m *match) timex.Expr {
	y := 0
	for _, d := range m.captures[0] {
		n, ok := r.digits[string(d)]
		if !ok {
			n = int(d - '0')
		}
		y = 10*y + n
	}
	return fixed(edtf.Y(y))
}

func near(p timex.Pick) timex.Expr {
	if p.Kind != timex.DayOf && !edtf.YMD(2000, max(p.A, 1), max(p.B, 1)).Valid() || p.A < 1 || p.A > 31 {
		return nil
	}
	return timex.Near{Of: timex.Ref{}, Pick: p}
}

func within(of timex.Expr, p timex.Pick) timex.Expr {
	if p.A < 1 || p.A > 31 {
		return nil
	}
	return timex.In{Of: of, Pick: p}
}

// The years that news is about.
const (
	firstYear = 1500
	lastYear  = 2199
)

func fixed(d edtf.Date) timex.Expr {
	if !d.Valid() || d.Year < firstYear || d.Year > lastYear {
		return nil
	}
	return timex.Fixed{Date: d}
}

// yearBehind is a year behind a day or month, with a short word between them.
var yearBehind = regexp.MustCompile(`^(?:,? (?:\p{L}{2,3} )?)(\d{4})(?:$|[^\d])`)

// join makes one expression of a year and the month or day that belongs to it.
func join(es []timex.Expression, s string) []timex.Expression {
	out := es[:0]
	for _, e := range es {
		n, ok := e.Mean.(timex.Near)
		if !ok || n.Pick.Kind != timex.MonthOf && n.Pick.Kind != timex.MonthDay {
			out = append(out, e)
			continue
		}
		if k := len(out) - 1; k >= 0 && strings.TrimSpace(s[out[k].End:e.Start]) == "" {
			if of := out[k].Mean; isYear(of) {
				out[k].End, out[k].Mean = e.End, merge(of, n.Pick)
				continue
			}
		}
		if m := yearBehind.FindStringSubmatchIndex(s[e.End:]); m != nil {
			y, _ := strconv.Atoi(s[e.End+m[2] : e.End+m[3]])
			if of := fixed(edtf.Y(y)); of != nil {
				e.Span = text.Span{Start: e.Start, End: e.End + m[3]}
				e.Mean = merge(of, n.Pick)
			}
		}
		out = append(out, e)
	}
	return out
}

func isYear(e timex.Expr) bool {
	switch e := e.(type) {
	case timex.Fixed:
		return e.Date.Unit == edtf.Year
	case timex.Shift:
		return e.Unit == edtf.Year
	}
	return false
}

// merge is the pick in a year.
func merge(of timex.Expr, p timex.Pick) timex.Expr {
	f, ok := of.(timex.Fixed)
	if !ok {
		return timex.In{Of: of, Pick: p}
	}
	d := edtf.YM(f.Date.Year, p.A)
	if p.Kind == timex.MonthDay {
		d = edtf.YMD(f.Date.Year, p.A, p.B)
	}
	if !d.Valid() {
		return timex.In{Of: of, Pick: p} // the resolver refuses it
	}
	return timex.Fixed{Date: d}
}
