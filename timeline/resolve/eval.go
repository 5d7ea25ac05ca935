package resolve

import (
	"math"

	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/timex"
)

// A scene is what a meaning is evaluated in.
type scene struct {
	// ref is the day of writing; zero when it is not known.
	ref edtf.Date
	// that is the latest date before the expression that a meaning may point
	// back to: that returns the stretch at least as exact as unit.
	that func(unit edtf.Unit) (stretch, bool)
	// sides are the picks beside the day that was asked for last.
	sides *sides
	// reported is the period whose results the text reports; a zero unit for none.
	reported stretch
	// whole says that what is compared is the whole year.
	whole bool
	// direction is the side that the context gives: -1, 0 (nothing), 1.
	direction int
	// hold is how much the direction proves.
	hold hold
	// chain, when set, is the day in a list that a weekday must follow
	// (chainSide 1) or precede (-1).
	chain     edtf.Date
	chainSide int
	// chainTo is the reading of that day.
	chainTo int

	// running is the date that a narrative has come to; it takes the place of the
	// day of writing.
	running stretch
	// chapter is what the heading before the expression announces; its zero means
	// nothing.
	chapter chapter

	// second takes the second of two readings of the same figures.
	second bool

	usedRef, usedThat, usedDirection bool
	usedEither                       bool
	approximate                      bool
}

// eval places e on the calendar.
func (c *scene) eval(e timex.Expr) (stretch, bool) {
	switch e := e.(type) {
	case timex.Ref:
		if c.running.unit != edtf.Unknown {
			c.usedThat = true
			return at(edtf.FromDays(c.running.day0())), true
		}
		c.usedRef = true
		return at(c.ref), c.ref.Unit == edtf.Day
	case timex.That:
		return c.back(e.Unit)
	case timex.Fixed:
		return at(e.Date), true
	case timex.Near:
		return c.near(e)
	case timex.In:
		return c.in(e)
	case timex.Reported:
		return c.reportedOr(e)
	case timex.Counterpart:
		return c.counterpart(e)
	case timex.Shift:
		return c.shift(e)
	case timex.Rolling:
		return c.rolling(e)
	case timex.Move:
		return c.move(e)
	case timex.Nth:
		return c.nth(e)
	case timex.Part:
		return c.part(e)
	case timex.DayPart:
		s, ok := c.eval(e.Of)
		s.daypart = e.Code
		return s, ok && s.unit == edtf.Day
	case timex.At:
		s, ok := c.clockDay(e.Of)
		s.clock = &e.Clock
		return s, ok && s.unit == edtf.Day
	case timex.Between:
		return c.between(e)
	case timex.Around:
		s, ok := c.eval(e.Of)
		c.approximate = true
		return s, ok
	case timex.Either:
		c.usedEither = true
		if c.second {
			return c.eval(e.Second)
		}
		return c.eval(e.First)
	}
	return stretch{}, false
}

// oldClock is how many days from the publication date a time of day may lie on a day
// that was only told before. A birthday in passing is no scene.
const oldClock = 60

// clockDay is the day of a time of day.
func (c *scene) clockDay(of timex.Expr) (stretch, bool) {
	s, ok := c.eval(of)
	if _, that := of.(timex.That); that && ok && c.running.unit == edtf.Unknown && c.ref.Unit == edtf.Day {
		if gap := c.ref.Days() - s.day0(); gap > oldClock || gap < -oldClock {
			c.usedThat, c.usedRef = false, true
			return at(c.ref), true
		}
	}
	return s, ok
}

// back is a date mentioned before; when there is none, the day of writing.
func (c *scene) back(u edtf.Unit) (stretch, bool) {
	if s, ok := c.that(u); ok {
		c.usedThat = true
		return s, true
	}
	if c.ref.Unit != edtf.Day {
		return stretch{}, false
	}
	c.usedRef = true
	switch u {
	case edtf.Unknown:
		return at(c.ref), true
	case edtf.Week:
		return unitAt(c.ref, u), true
	case edtf.Quarter: // what is reported on is over
		return at(c.ref.Trunc(u).Add(-1, u)), true
	}
	return at(c.ref.Trunc(u)), true
}

// unitAt is the unit that holds d.
func unitAt(d edtf.Date, u edtf.Unit) stretch {
	if u == edtf.Week {
		monday := edtf.FromDays(d.Days() - int64(weekday(d)-1))
		return stretch{date: monday, unit: edtf.Week}
	}
	return at(d.Trunc(u))
}

func (c *scene) near(e timex.Near) (stretch, bool) {
	of, ok := c.eval(e.Of)
	if !ok {
		return stretch{}, false
	}
	from := edtf.FromDays(of.day0())
	switch e.Side {
	case -1:
		return before(e.Pick, from, true)
	case 1:
		return after(e.Pick, from, true)
	}
	if c.chainSide != 0 && e.Pick.Kind == timex.WeekdayOf {
		if c.chainSide > 0 {
			return after(e.Pick, c.chain, true)
		}
		return before(e.Pick, c.chain, true)
	}
	if c.running.unit != edtf.Unknown {
		return c.onward(e.Pick)
	}
	c.usedDirection = true
	past, future, ok := c.sides.of(e.Pick, from)
	switch {
	case !ok:
		return stretch{}, false
	case c.side(e.Pick, past, future, from) < 0:
		return past, true
	}
	return future, true
}

// How many days away a pick may lie on the side that the context gives, when it
// would be nearer on the other side: news names what is farther away with its
// year, and results of a quarter are expected when it is over.
const (
	farDay     = 300
	farQuarter = 200
)

// side decides between the nearest picks on both sides: by the context's
// direction; without one, weekdays lie in the past, as news tells it, and the
// rest on the nearer side.
func (c *scene) side(p timex.Pick, past, future stretch, from edtf.Date) int {
	today := from.Days()
	_, pastEnd := past.interval().DayBounds()
	back, ahead := max(today-pastEnd+1, 0), max(future.day0()-today, 0)
	switch d := c.direction; {
	case c.hold == sure:
		return d
	case p.Kind == timex.Decade2:
		return -1
	case p.Kind == timex.WeekdayOf, p.Kind == timex.Weekend, p.Kind == timex.Year2:
		if d == 0 {
			return -1
		}
		return d
	case d < 0 && c.behind(p, back, ahead), d > 0 && ahead <= farAhead(p):
		return d
	case back <= ahead:
		return -1
	}
	return 1
}

// behind reports whether a pick so many days back or ahead is behind, in a clause
// of the past. News looks back twice as far as ahead.
func (c *scene) behind(p timex.Pick, back, ahead int64) bool {
	quarter := p.Kind == timex.QuarterOf || p.Kind == timex.HalfOf
	switch {
	case c.hold == loose && !quarter:
		return back <= ahead
	case c.hold == weak && !quarter:
		return back <= 2*ahead
	case p.Kind == timex.MonthOf, p.Kind == timex.SeasonOf:
		return true
	}
	return back <= farDay
}

// farAhead is how many days ahead a pick may lie in a clause of the future.
func farAhead(p timex.Pick) int64 {
	switch p.Kind {
	case timex.MonthOf, timex.SeasonOf:
		return math.MaxInt64
	case timex.QuarterOf, timex.HalfOf:
		return farQuarter
	}
	return farDay
}

func (c *scene) in(e timex.In) (stretch, bool) {
	of, ok := c.eval(e.Of)
	if !ok {
		return stretch{}, false
	}
	if e.Pick.Kind == timex.WeekdayOf || e.Pick.Kind == timex.Weekend {
		if of.unit != edtf.Week {
			return stretch{}, false
		}
		p := e.Pick
		if p.Kind == timex.Weekend {
			p.A = 6
		}
		s := at(of.date.Add(p.A-1, edtf.Day))
		s.weekend = e.Pick.Kind == timex.Weekend
		return s, true
	}
	if e.Pick.Kind == timex.HalfOf && of.unit > edtf.Year { // the second half of May: no date is that exact
		return of, of.unit == edtf.Month
	}
	if of.unit < edtf.Year { // the second half of the 1980s: which years that is, nobody says
		return of, e.Pick.Kind == timex.HalfOf
	}
	return within(e.Pick, of.date)
}

// maxCount bounds the steps of a count, so that no sum leaves the calendar.
const maxCount = 100_000

func (c *scene) shift(e timex.Shift) (stretch, bool) {
	of, ok := c.eval(e.Of)
	if _, compared := e.Of.(timex.Reported); compared && c.whole {
		c.usedRef = true
		of, ok = at(c.ref), c.ref.Unit == edtf.Day
	}
	if !ok || e.N > maxCount || e.N < -maxCount {
		return stretch{}, false
	}
	if e.Unit > edtf.Day {
		return stretch{}, false // an hour ago: the hour of writing is not known
	}
	if of.unit < e.Unit && of.unit < edtf.Week { // two days after May
		return stretch{}, false
	}
	day := edtf.FromDays(of.day0())
	if float64(int(e.N)) != e.N { // a year and a half ago
		n, unit, ok := finer(e.N, e.Unit)
		if !ok {
			return stretch{}, false
		}
		return at(day.Trunc(unit).Add(n, unit)), true
	}
	if e.Unit == edtf.Year && math.Abs(e.N) >= 1000 && int(e.N)%1000 == 0 { // ten thousand years ago
		c.approximate = true
		return at(day.Trunc(edtf.Century).Add(int(e.N)/100, edtf.Century)), true
	}
	if e.Unit == edtf.Week {
		return unitAt(day.Add(int(e.N), edtf.Week), edtf.Week), true
	}
	return at(day.Trunc(e.Unit).Add(int(e.N), e.Unit)), true
}

// rolling is the time that a shift goes over. Both ends are one step more exact
// than its unit, the far one is approximate.
func (c *scene) rolling(e timex.Rolling) (stretch, bool) {
	s, ok := c.eval(e.Of)
	m, counted := e.Of.(timex.Shift)
	if !ok || !counted {
		return s, ok
	}
	of, ok := c.eval(m.Of)
	unit := edtf.Day
	switch m.Unit {
	case edtf.Century, edtf.Decade:
		unit = edtf.Year
	case edtf.Year:
		unit = edtf.Month
	}
	near := edtf.FromDays(of.day0())
	far := near.Add(int(m.N), m.Unit).Trunc(unit)
	near = near.Trunc(unit)
	far.Doubt = edtf.Approximate
	s.whole = edtf.Interval{Start: far, End: near}
	if m.N > 0 {
		s.whole = edtf.Interval{Start: near, End: far}
	}
	return s, ok
}

// finer counts a fraction in the next finer unit.
func finer(n float64, u edtf.Unit) (int, edtf.Unit, bool) {
	switch u {
	case edtf.Century:
		return int(n * 10), edtf.Decade, true
	case edtf.Decade:
		return int(n * 10), edtf.Year, true
	case edtf.Year:
		return int(n * 12), edtf.Month, true
	}
	return 0, u, false
}

// reportedOr is the period that is reported on, else what stands in for it.
func (c *scene) reportedOr(e timex.Reported) (stretch, bool) {
	if c.reported.unit == edtf.Unknown {
		return c.eval(e.Else)
	}
	c.usedThat = true
	return c.reported, true
}

// counterpart is the reported period in another year.
func (c *scene) counterpart(e timex.Counterpart) (stretch, bool) {
	s, ok := c.eval(e.Of)
	if !ok || c.whole || s.unit != edtf.Year || c.reported.unit == edtf.Unknown {
		return s, ok
	}
	c.usedThat = true
	d := c.reported.date
	d.Year = s.date.Year
	return at(d), true
}

func (c *scene) move(e timex.Move) (stretch, bool) {
	of, ok := c.eval(e.Of)
	if _, compared := e.Of.(timex.Reported); compared && c.whole {
		c.usedRef = true
		of, ok = at(c.ref.Trunc(e.Unit)), c.ref.Unit == edtf.Day
	}
	if !ok || of.unit == edtf.Week || e.N > maxCount || e.N < -maxCount {
		return stretch{}, false
	}
	return at(of.date.Add(int(e.N), e.Unit)), true
}

func (c *scene) nth(e timex.Nth) (stretch, bool) {
	of, ok := c.eval(e.Of)
	if !ok || of.unit >= e.Unit || e.Unit > edtf.Day || e.N == 0 {
		return stretch{}, false
	}
	first, next := of.interval().DayBounds()
	if e.N < 0 {
		last := unitAt(edtf.FromDays(next-1), e.Unit)
		return last, true
	}
	start := unitAt(edtf.FromDays(first), e.Unit)
	s := stretch{date: start.date.Add(e.N-1, e.Unit), unit: start.unit}
	return s, s.day0() < next
}

func (c *scene) part(e timex.Part) (stretch, bool) {
	s, ok := c.eval(e.Of)
	return s, ok
}

func (c *scene) between(e timex.Between) (stretch, bool) {
	from, ok := c.eval(e.From)
	if !ok {
		return stretch{}, false
	}
	to, ok := c.eval(e.To)
	if !ok || to.day0() < from.day0() {
		return stretch{}, false
	}
	from.last = to.interval().End
	return from, true
}
