package resolve

import (
	"fmt"

	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/timex"
)

// A stretch is a place on the calendar as TIMEX3 can name it: it knows weeks and
// parts of the day, which EDTF does not.
type stretch struct {
	// date is the first day of a week or weekend, else the date itself.
	date edtf.Date
	// unit is date.Unit, or Week.
	unit    edtf.Unit
	weekend bool
	daypart string
	clock   *timex.Clock
	// last is the end of a range; zero for a single stretch.
	last edtf.Date
	// whole is what the words cover where that is not the unit that names it: the
	// year up to a day; zero if it is.
	whole edtf.Interval
}

func at(d edtf.Date) stretch { return stretch{date: d, unit: d.Unit} }

// day0 is the first day of s, counted from 1970-01-01.
func (s stretch) day0() int64 {
	if u := s.date.Unit; edtf.Open < u && u <= edtf.Day {
		return s.date.Days() // most often, and the end is not needed
	}
	first, _ := edtf.On(s.date).DayBounds()
	return first
}

// interval is s in EDTF, which is never more exact than s.
func (s stretch) interval() edtf.Interval {
	end := s.date
	switch {
	case !s.whole.Start.IsZero():
		return s.whole
	case !s.last.IsZero():
		end = s.last
	case s.weekend:
		end = s.date.Add(1, edtf.Day)
	case s.unit == edtf.Week:
		end = s.date.Add(6, edtf.Day)
	case s.clock != nil && s.date.Unit == edtf.Day:
		d := s.date
		d.Hour, d.Unit = uint8(s.clock.Hour), edtf.Hour
		if s.clock.Hour == 24 {
			d = s.date.Add(1, edtf.Day)
			d.Hour, d.Unit = 0, edtf.Hour
		}
		if s.clock.Minute >= 0 {
			d.Minute, d.Unit = uint8(s.clock.Minute), edtf.Minute
		}
		if s.clock.Second >= 0 {
			d.Second, d.Unit = uint8(s.clock.Second), edtf.Second
		}
		d.Zoned, d.Offset = s.clock.Zoned, s.clock.Offset
		return edtf.On(d)
	}
	return edtf.Interval{Start: s.date, End: end}
}

// value is s as a TIMEX3 value.
func (s stretch) value() string {
	v := s.calendar()
	switch {
	case s.clock != nil:
		v += fmt.Sprintf("T%02d:%02d", s.clock.Hour, max(s.clock.Minute, 0))
		if s.clock.Second >= 0 {
			v += fmt.Sprintf(":%02d", s.clock.Second)
		}
		if s.clock.Zoned && s.clock.Offset == 0 { // TIMEX3 as annotators write it has no other zone
			v += "Z"
		}
	case s.daypart != "":
		v += "T" + s.daypart
	}
	return v
}

// calendar is the part of the value before the time of day.
func (s stretch) calendar() string {
	d := s.date
	if s.weekend || s.unit == edtf.Week {
		y, w := d.ISOWeek()
		v := fmt.Sprintf("%04d-W%02d", y, w)
		if s.weekend {
			v += "-WE"
		}
		return v
	}
	if v, ok := s.ancient(); ok {
		return v
	}
	year := fmt.Sprintf("%04d", d.Year)
	if d.Year < 0 || d.Year == 0 && d.Unit == edtf.Year {
		year = fmt.Sprintf("BC%04d", 1-d.Year)
	}
	switch d.Unit {
	case edtf.Century:
		if d.Year < 0 {
			return fmt.Sprintf("BC%02d", -d.Year/100)
		}
		return fmt.Sprintf("%02d", d.Year/100)
	case edtf.Decade:
		return fmt.Sprintf("%03d", d.Year/10)
	case edtf.Year:
		return year
	case edtf.Half:
		return fmt.Sprintf("%s-H%d", year, d.Month-edtf.H1+1)
	case edtf.Quarter:
		return fmt.Sprintf("%s-Q%d", year, d.Month-edtf.Q1+1)
	case edtf.Season:
		return year + "-" + seasonCodes[(d.Month-edtf.Spring)%4]
	case edtf.Month:
		return fmt.Sprintf("%s-%02d", year, d.Month)
	case edtf.Hour:
		return fmt.Sprintf("%04d-%02d-%02dT%02d", d.Year, d.Month, d.Day, d.Hour)
	case edtf.Minute, edtf.Second:
		return fmt.Sprintf("%04d-%02d-%02dT%02d:%02d", d.Year, d.Month, d.Day, d.Hour, d.Minute)
	}
	return fmt.Sprintf("%s-%02d-%02d", year, d.Month, d.Day)
}

// ancient is the value of a century or decade before Christ, which EDTF can only
// write as a range: 400 to 301 is BC03.
func (s stretch) ancient() (string, bool) {
	first, last := 1-s.date.Year, 1-s.last.Year
	switch {
	case s.last.IsZero() || s.date.Unit != edtf.Year || s.last.Unit != edtf.Year || last < 1:
	case first-last == 99 && first%100 == 0:
		return fmt.Sprintf("BC%02d", last/100), true
	case first-last == 9 && last%10 == 0:
		return fmt.Sprintf("BC%03d", last/10), true
	}
	return "", false
}

// seasonCodes are TIMEX3's, from spring.
var seasonCodes = [4]string{"SP", "SU", "FA", "WI"}
