// Package words writes dates and names of the model as English prose.
//
// In come values of the timeline, out come words, never more exact than the
// value. It refuses to know what they are about.
package words

import (
	"fmt"
	"time"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
)

// Interval is v in words: "Tue 23 – Wed 24 June 2009", "May 2009", "since 18 July
// 2003". Doubt is said: "about 20 June 2009", "July 2009, uncertain".
func Interval(v edtf.Interval) string {
	about := ""
	if v.Doubt()&edtf.Approximate != 0 {
		about = "about "
	}
	s := bare(v, about)
	if v.Doubt()&edtf.Uncertain != 0 {
		s += ", uncertain"
	}
	return s
}

// Date is d in words.
func Date(d edtf.Date) string { return Interval(edtf.On(d)) }

// bare is v without its doubt, but for the word about, which stands before its dates.
func bare(v edtf.Interval, about string) string {
	a, b := v.Start, v.End
	switch {
	case v.IsZero():
		return "no date"
	case a == b:
		return about + date(a, true)
	case b.IsOpen() || b.IsZero():
		return "since " + about + date(a, false)
	case a.IsOpen() || a.IsZero():
		return "until " + about + date(b, false)
	case a.Unit == edtf.Day && b.Unit == edtf.Day && a.Year == b.Year && a.Month == b.Month:
		return about + fmt.Sprintf("%s %d – %s", weekday(a), a.Day, date(b, true))
	case a.Unit == edtf.Day && b.Unit == edtf.Day && a.Year == b.Year:
		return about + fmt.Sprintf("%s %d %s – %s", weekday(a), a.Day, time.Month(a.Month), date(b, true))
	case a.Unit == edtf.Month && b.Unit == edtf.Month && a.Year == b.Year:
		return about + fmt.Sprintf("%s – %s", time.Month(a.Month), date(b, true))
	}
	return about + date(a, true) + " – " + date(b, true)
}

func weekday(d edtf.Date) string { return d.Weekday().String()[:3] }

// date is d in words without its doubt; long adds the weekday of a day.
func date(d edtf.Date, long bool) string {
	y := year(d.Year)
	switch d.Unit {
	case edtf.Century:
		return y[:max(len(y)-2, 0)] + "00s"
	case edtf.Decade:
		return y + "s"
	case edtf.Year:
		switch d.Within {
		case edtf.Month:
			return "some month of " + y
		case edtf.Day:
			return "some day of " + y
		}
		return y
	case edtf.Half:
		return ordinal(int(d.Month)-edtf.H1) + " half of " + y
	case edtf.Season:
		return [...]string{"spring", "summer", "autumn", "winter"}[(int(d.Month)-edtf.Spring)&3] + " " + y
	case edtf.Quarter:
		return ordinal(int(d.Month)-edtf.Q1) + " quarter of " + y
	case edtf.Month:
		s := fmt.Sprintf("%s %s", time.Month(d.Month), y)
		if d.Within == edtf.Day {
			return "some day in " + s
		}
		return s
	case edtf.Day, edtf.Hour, edtf.Minute, edtf.Second:
		s := fmt.Sprintf("%d %s %s", d.Day, time.Month(d.Month), y)
		if long {
			s = weekday(d.Trunc(edtf.Day)) + " " + s
		}
		return s + Clock(d)
	}
	return "no date"
}

// Clock is what stands behind a day: ", 14:05 UTC+9:00"; empty where no hour is known.
func Clock(d edtf.Date) string {
	s := ""
	switch d.Unit {
	case edtf.Hour:
		s = fmt.Sprintf(", %02d h", d.Hour)
	case edtf.Minute:
		s = fmt.Sprintf(", %02d:%02d", d.Hour, d.Minute)
	case edtf.Second:
		s = fmt.Sprintf(", %02d:%02d:%02d", d.Hour, d.Minute, d.Second)
	}
	if d.Zoned && d.Offset == 0 {
		s += " UTC"
	} else if d.Zoned {
		sign, off := '+', d.Offset
		if off < 0 {
			sign, off = '−', -off
		}
		s += fmt.Sprintf(" UTC%c%d:%02d", sign, off/60, off%60)
	}
	return s
}

func year(y int) string {
	if y <= 0 {
		return fmt.Sprintf("%d BCE", 1-y)
	}
	return fmt.Sprint(y)
}

func ordinal(i int) string {
	return [...]string{"first", "second", "third", "fourth"}[i&3]
}

// Precision is how exact v is: "day", "month", "interval of days".
func Precision(v edtf.Interval) string {
	if v.IsZero() {
		return "none"
	}
	u := v.Precision().String()
	if !v.Single() {
		return "interval of " + plural(u)
	}
	return u
}

func plural(u string) string {
	if u == "century" {
		return "centuries"
	}
	return u + "s"
}

// Bounds is what is known of an undated event's time, in words; empty for
// nothing.
func Bounds(b *timeline.Bounds) string {
	if b == nil {
		return ""
	}
	s := ""
	switch {
	case !b.NotBefore.IsZero() && !b.NotAfter.IsZero():
		s = "between " + Date(b.NotBefore) + " and " + Date(b.NotAfter)
	case !b.NotBefore.IsZero():
		s = "not before " + Date(b.NotBefore)
	case !b.NotAfter.IsZero():
		s = "by " + Date(b.NotAfter)
	}
	if b.Words != "" {
		if s != "" {
			s += "; "
		}
		s += b.Words
	}
	return s
}
