package resolve

import (
	"fmt"
	"math"
	"strconv"

	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/timex"
)

// duration is a length as an ISO 8601 duration with TIMEX3's X for "some".
func duration(e timex.Expr) string {
	switch e := e.(type) {
	case timex.About:
		return duration(e.Of)
	case timex.Plus:
		return plus(duration(e.A), duration(e.B))
	case timex.Length:
		return length(e.N, e.Unit)
	}
	return "PXX"
}

func length(n float64, u edtf.Unit) string {
	letter, times, clock := letterOf(u)
	p := "P"
	if clock {
		p = "PT"
	}
	if n == timex.Some {
		return p + "X" + bareLetter(u)
	}
	n *= times
	whole, rest := math.Modf(n)
	if rest == 0 {
		return p + strconv.FormatFloat(n, 'f', -1, 64) + letter
	}
	sub, per := half(u)
	if sub == "" || rest*per != math.Trunc(rest*per) {
		return p + strconv.FormatFloat(n, 'f', -1, 64) + letter
	}
	tail := strconv.Itoa(int(rest*per)) + sub
	if whole == 0 {
		if u == edtf.Day {
			return "PT" + tail
		}
		return p + tail
	}
	if u == edtf.Day {
		tail = "T" + tail
	}
	return p + strconv.Itoa(int(whole)) + letter + tail
}

// letterOf is the designator of a unit, how many of it a unit has, and whether
// it stands behind T.
func letterOf(u edtf.Unit) (letter string, times float64, clock bool) {
	switch u {
	case edtf.Century:
		return "Y", 100, false
	case edtf.Decade:
		return "Y", 10, false
	case edtf.Year:
		return "Y", 1, false
	case edtf.Half:
		return "M", 6, false
	case edtf.Quarter:
		return "Q", 1, false
	case edtf.Month:
		return "M", 1, false
	case edtf.Week:
		return "W", 1, false
	case edtf.Hour:
		return "H", 1, true
	case edtf.Minute:
		return "M", 1, true
	case edtf.Second:
		return "S", 1, true
	}
	return "D", 1, false
}

// bareLetter is the designator where no number can be multiplied.
func bareLetter(u edtf.Unit) string {
	switch u {
	case edtf.Century:
		return "C"
	case edtf.Decade:
		return "E"
	}
	l, _, _ := letterOf(u)
	return l
}

// half is the next smaller designator and how many of it make one.
func half(u edtf.Unit) (letter string, per float64) {
	switch u {
	case edtf.Year:
		return "M", 12
	case edtf.Day:
		return "H", 24
	case edtf.Hour:
		return "M", 60
	case edtf.Minute:
		return "S", 60
	}
	return "", 0
}

// plus joins two durations: P1Y and P2M are P1Y2M.
func plus(a, b string) string {
	if len(b) < 2 {
		return a
	}
	b = b[1:]
	if b[0] == 'T' && len(a) > 1 && a[1] == 'T' {
		b = b[1:]
	}
	return a + b
}

// every is the value of a set.
func every(e timex.Expr) string {
	switch e := e.(type) {
	case timex.Pick:
		return open(e)
	case timex.DayPart:
		return unresolved(e)
	}
	return duration(e)
}

// open is the value of a part of a date whose year is not known.
func open(p timex.Pick) string {
	switch p.Kind {
	case timex.WeekdayOf:
		return fmt.Sprintf("XXXX-WXX-%d", p.A)
	case timex.Weekend:
		return "XXXX-WXX-WE"
	case timex.MonthOf:
		return fmt.Sprintf("XXXX-%02d", p.A)
	case timex.MonthDay:
		return fmt.Sprintf("XXXX-%02d-%02d", p.A, p.B)
	case timex.DayOf:
		return fmt.Sprintf("XXXX-XX-%02d", p.A)
	case timex.QuarterOf:
		return fmt.Sprintf("XXXX-Q%d", p.A)
	case timex.HalfOf:
		return fmt.Sprintf("XXXX-H%d", p.A)
	case timex.SeasonOf:
		return "XXXX-" + seasonCodes[p.A-1]
	case timex.Year2:
		return fmt.Sprintf("XX%02d", p.A)
	case timex.Decade2:
		return fmt.Sprintf("XX%d", p.A/10)
	}
	return "XXXX-XX-XX"
}

// unresolved is the value of a meaning that could not be placed.
func unresolved(e timex.Expr) string {
	switch e := e.(type) {
	case timex.Near:
		return open(e.Pick)
	case timex.In:
		return open(e.Pick)
	case timex.Part:
		return unresolved(e.Of)
	case timex.Around:
		return unresolved(e.Of)
	case timex.Rolling:
		return unresolved(e.Of)
	case timex.Between:
		return unresolved(e.From)
	case timex.Either:
		return unresolved(e.First)
	case timex.DayPart:
		return unresolved(e.Of) + "T" + e.Code
	case timex.At:
		s := stretch{clock: &e.Clock}
		return unresolved(e.Of) + s.value()[len(s.calendar()):]
	case timex.Shift:
		return openUnit(e.Unit)
	case timex.Nth:
		return openUnit(e.Unit)
	case timex.That:
		return openUnit(e.Unit)
	case timex.Move:
		return openUnit(edtf.Year)
	}
	return "XXXX-XX-XX"
}

func openUnit(u edtf.Unit) string {
	switch u {
	case edtf.Century:
		return "XX"
	case edtf.Decade:
		return "XXX"
	case edtf.Year:
		return "XXXX"
	case edtf.Half, edtf.Quarter:
		return "XXXX-QX"
	case edtf.Month:
		return "XXXX-XX"
	case edtf.Week:
		return "XXXX-WXX"
	}
	return "XXXX-XX-XX"
}
