package main

import (
	"fmt"
	"strconv"
	"time"

	"github.com/datelinehq/dateline/render/words"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/timex"
)

// inWords is a meaning in words, for people who do not read the notation. What
// says no more than the notation is "".
func inWords(e timex.Expr) string {
	switch e := e.(type) {
	case timex.Ref:
		return "the publication date"
	case timex.That:
		if e.Unit == edtf.Unknown {
			return "the date told last"
		}
		return "the " + e.Unit.String() + " told last"
	case timex.Fixed:
		return words.Date(e.Date)
	case timex.Near:
		return nearest(e)
	case timex.In:
		return pick(e.Pick) + " of " + inWords(e.Of)
	case timex.Shift:
		return steps(e.Of, e.N, e.Unit)
	case timex.Move:
		return steps(e.Of, e.N, e.Unit) + ", and as exact as that"
	case timex.Rolling:
		return rolling(e)
	case timex.Nth:
		if e.N < 0 {
			return "the last " + e.Unit.String() + " of " + inWords(e.Of)
		}
		return fmt.Sprintf("%s number %d of %s", e.Unit, e.N, inWords(e.Of))
	case timex.Part:
		return "the part “" + e.Which + "” of " + inWords(e.Of)
	case timex.DayPart:
		return dayPart(e.Code) + " of " + inWords(e.Of)
	case timex.At:
		return inWords(e.Of) + ", " + inWords(e.Clock)
	case timex.Between:
		return "from " + inWords(e.From) + " to " + inWords(e.To)
	case timex.Around:
		return "about " + inWords(e.Of)
	case timex.Either:
		return inWords(e.First) + ", or " + inWords(e.Second)
	case timex.Every:
		if p, ok := e.Of.(timex.Pick); ok {
			return "every " + pick(p)
		}
		return "again each " + inWords(e.Of)
	case timex.Plus:
		return inWords(e.A) + " and " + inWords(e.B)
	case timex.About:
		return e.Mod + " " + inWords(e.Of)
	case timex.Length:
		return amount(e.N, e.Unit)
	case timex.Clock:
		return clockWords(e)
	}
	return ""
}

func nearest(e timex.Near) string {
	of := inWords(e.Of)
	switch e.Side {
	case -1:
		return "the last " + pick(e.Pick) + " before " + of
	case 1:
		return "the next " + pick(e.Pick) + " after " + of
	}
	return "the " + pick(e.Pick) + " next to " + of + ", on the side that the context tells"
}

// steps counts units from a date.
func steps(of timex.Expr, n float64, u edtf.Unit) string {
	switch {
	case n == 0:
		return "the " + u.String() + " of " + inWords(of)
	case n < 0:
		return amount(-n, u) + " before " + inWords(of)
	}
	return amount(n, u) + " after " + inWords(of)
}

// rolling tells the time between a date and the one that is counted to.
func rolling(e timex.Rolling) string {
	s, ok := e.Of.(timex.Shift)
	switch {
	case !ok:
		return inWords(e.Of)
	case s.N < 0:
		return amount(-s.N, s.Unit) + " up to " + inWords(s.Of)
	}
	return amount(s.N, s.Unit) + " from " + inWords(s.Of) + " on"
}

func amount(n float64, u edtf.Unit) string {
	switch {
	case n == timex.Some:
		return "some " + plurals(u)
	case n == 1:
		return "1 " + u.String()
	}
	return strconv.FormatFloat(n, 'g', -1, 64) + " " + plurals(u)
}

func plurals(u edtf.Unit) string {
	switch u {
	case edtf.Century:
		return "centuries"
	case edtf.Half:
		return "halves"
	}
	return u.String() + "s"
}

func pick(p timex.Pick) string {
	switch p.Kind {
	case timex.Year2:
		return fmt.Sprintf("year ’%02d", p.A)
	case timex.Decade2:
		return fmt.Sprintf("’%02ds", p.A)
	case timex.HalfOf:
		return fmt.Sprintf("half %d", p.A)
	case timex.SeasonOf:
		return [...]string{"spring", "summer", "autumn", "winter"}[(p.A-1)&3]
	case timex.QuarterOf:
		return fmt.Sprintf("quarter %d", p.A)
	case timex.MonthOf:
		return time.Month(p.A).String()
	case timex.MonthDay:
		return fmt.Sprintf("%d %s", p.B, time.Month(p.A))
	case timex.DayOf:
		return fmt.Sprintf("day %d", p.A)
	case timex.WeekdayOf:
		return time.Weekday(p.A % 7).String()
	case timex.Easter:
		return fmt.Sprintf("day %+d from Easter Sunday", p.A)
	case timex.NthWeekday:
		if p.C < 0 {
			return fmt.Sprintf("last %s of %s", time.Weekday(p.B%7), time.Month(p.A))
		}
		return fmt.Sprintf("%s number %d of %s", time.Weekday(p.B%7), p.C, time.Month(p.A))
	}
	return p.String()
}

func dayPart(code string) string {
	switch code {
	case "MO":
		return "the morning"
	case "MI":
		return "midday"
	case "AF":
		return "the afternoon"
	case "EV":
		return "the evening"
	case "NI":
		return "the night"
	}
	return "the daytime"
}

func clockWords(c timex.Clock) string {
	s := fmt.Sprintf("%d h", c.Hour)
	if c.Minute >= 0 {
		s = fmt.Sprintf("%02d:%02d", c.Hour, c.Minute)
	}
	if c.Second >= 0 {
		s += fmt.Sprintf(":%02d", c.Second)
	}
	switch {
	case !c.Zoned:
	case c.Offset == 0:
		s += " UTC"
	default:
		s += fmt.Sprintf(" UTC%+03d:%02d", c.Offset/60, max(c.Offset, -c.Offset)%60)
	}
	return s
}
