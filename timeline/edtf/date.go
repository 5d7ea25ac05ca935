// Package edtf holds civil dates that know how exact they are.
//
// In comes the Extended Date/Time Format of ISO 8601-2:2019 (EDTF levels 0 and
// 1, of level 2 the quarters and halves, and times of day as exact as ISO 8601-1
// allows them: 2009-06-20T17-05:00), out come dates, intervals and
// their half-open bounds, and the same notation again. The package refuses to
// know the clock, the words of any language, and what a date is the date of.
//
// A date is as exact as its Unit and never becomes more so: the month after
// 2024-01 is 2024-02, not a day in it.
package edtf

// A Unit is a step of the calendar, and the exactness of a date.
// The constants run from coarse to fine, so that a < b means that a is coarser.
type Unit uint8

const (
	// Unknown is the unit of the zero Date: nothing is known.
	Unknown Unit = iota
	// Open is the unit of "..": an end that is not limited.
	Open
	Century
	Decade
	Year
	Half
	Season
	Quarter
	Month
	// Week is a step for counting only. A date never has it, since EDTF cannot
	// write a week: a week is an interval of seven days.
	Week
	Day
	Hour
	Minute
	Second
)

var unitNames = [...]string{"unknown", "open", "century", "decade", "year", "half", "season", "quarter", "month", "week", "day", "hour", "minute", "second"}

// String is the unit's English name in lower case, as it stands in timeline.json.
func (u Unit) String() string {
	if int(u) < len(unitNames) {
		return unitNames[u]
	}
	return "unit?"
}

// ParseUnit reads what Unit.String writes.
func ParseUnit(s string) (Unit, bool) {
	for i, n := range unitNames {
		if n == s {
			return Unit(i), true
		}
	}
	return Unknown, false
}

// Doubt says how far a date is to be trusted; the two kinds may stand together.
type Doubt uint8

const (
	// Uncertain is "?": it may be another date altogether.
	Uncertain Doubt = 1 << iota
	// Approximate is "~": it is near this date.
	Approximate
)

// A Date is a civil date known to one Unit. "March 2022" is {2022, 3, Unit: Month};
// it is not the first of March. The zero Date is the unknown date.
// Dates may be compared with ==.
type Date struct {
	// Year is astronomical and proleptic Gregorian: 0 is 1 BCE, -1 is 2 BCE.
	// A Decade or Century has the year it begins with: 1990, 1900.
	Year int
	// Month is 1 to 12. For a Season it is 21 (spring) to 24 (winter), for a
	// Quarter 33 to 36, for a Half 40 or 41, as EDTF numbers them.
	Month, Day           uint8
	Hour, Minute, Second uint8
	// Unit is how exact the date is. Fields finer than it are zero.
	Unit Unit
	// Within, if set, is a finer unit (Month or Day) that was left open:
	// {2004, Unit: Year, Within: Month} is 2004-XX, some month of 2004.
	Within Unit
	// Doubt qualifies the whole date.
	Doubt Doubt
	// Zoned says that Offset, in minutes east of UTC, was given. Only dates with
	// a time of day have a zone.
	Zoned  bool
	Offset int16
}

// The codes of seasons, quarters and halves in Date.Month.
const (
	Spring = 21
	Summer = 22
	Autumn = 23
	Winter = 24
	// Q1 to Q4 are Q1+0 to Q1+3.
	Q1 = 33
	// H1 and H2 are H1+0 and H1+1.
	H1 = 40
)

// IsZero reports whether nothing is known.
func (d Date) IsZero() bool { return d.Unit == Unknown }

// IsOpen reports whether d is the open end "..".
func (d Date) IsOpen() bool { return d.Unit == Open }

// An Interval runs from Start through End, both included at their own precision.
// A single date is an interval with equal ends. The zero Interval says that
// nothing is known. Intervals may be compared with ==.
type Interval struct{ Start, End Date }

// On is the interval that is the single date d.
func On(d Date) Interval { return Interval{d, d} }

// IsZero reports whether nothing is known of either end.
func (v Interval) IsZero() bool { return v.Start.IsZero() && v.End.IsZero() }

// Single reports whether v is one date.
func (v Interval) Single() bool { return v.Start == v.End }
