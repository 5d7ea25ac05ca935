// Package stamp reads the moments that programs write: in wire items, feeds, pages
// and mail headers.
//
// In comes a string, out comes a date as exact as it is written: a moment with its
// zone, a moment without one, or a day. Nothing is filled in: a time without a zone
// has none. The package refuses to read what people write in running text.
package stamp

import (
	"strings"
	"time"

	"github.com/datelinehq/dateline/timeline/edtf"
)

// maxStamp bounds what is looked at.
const maxStamp = 80

// layout is one way to write a moment, and how exact it is.
type layout struct {
	form  string
	unit  edtf.Unit
	zoned bool
}

// layouts are the forms of ISO 8601 and RFC 3339, RFC 822 and its heirs, and what
// feeds make of them.
var layouts = makeLayouts()

func makeLayouts() (ls []layout) {
	for _, day := range []string{"2006-01-02T", "2006-01-02 ", "20060102T", "20060102", "2006/01/02 "} {
		for _, at := range []struct {
			form string
			unit edtf.Unit
		}{{"15:04:05", edtf.Second}, {"15:04", edtf.Minute}, {"150405", edtf.Second}, {"1504", edtf.Minute}} {
			for _, zone := range []string{"Z07:00", "Z0700", "-07:00", "-0700", "-07", " -0700", " -07:00", " MST", ""} {
				ls = append(ls, layout{day + at.form + zone, at.unit, zone != ""})
			}
		}
	}
	for _, day := range []string{"Mon, 2 Jan 2006", "Mon, 2 January 2006", "Monday, 2 January 2006", "Monday, 2 Jan 2006", "2 Jan 2006", "2 January 2006", "Mon, 2-Jan-2006", "Mon, 2 Jan 06", "2 Jan 06", "Mon Jan 2 2006", "Mon, Jan 2, 2006", "January 2, 2006", "Jan 2, 2006", "Mon 2 Jan 2006"} {
		for _, zone := range []string{" -0700", " -07:00", " MST", "Z07:00", ""} {
			ls = append(ls, layout{day + " 15:04:05" + zone, edtf.Second, zone != ""}, layout{day + " 15:04" + zone, edtf.Minute, zone != ""})
		}
		ls = append(ls, layout{day, edtf.Day, false})
	}
	ls = append(ls,
		layout{"Mon Jan 2 15:04:05 2006", edtf.Second, false}, layout{"Mon Jan 2 15:04:05 MST 2006", edtf.Second, true}, layout{"Mon Jan 2 15:04:05 -0700 2006", edtf.Second, true},
		layout{"2006-01-02", edtf.Day, false}, layout{"20060102", edtf.Day, false}, layout{"2006/01/02", edtf.Day, false}, layout{"2006-1-2", edtf.Day, false},
	)
	return ls
}

// zones are the names of RFC 822 and of common use that stand for one offset, in
// minutes. Others are read as no zone: nobody knows which IST is meant.
var zones = map[string]int{
	"UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "WET": 0,
	"EST": -300, "EDT": -240, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420,
	"CET": 60, "CEST": 120, "MEZ": 60, "MESZ": 120, "EET": 120, "EEST": 180, "MSK": 180, "WEST": 60,
	"JST": 540, "KST": 540, "HKT": 480, "SGT": 480, "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780,
}

// Read reads a stamp; false if it is none, or no day of the calendar.
func Read(s string) (edtf.Date, bool) {
	s = clean(s)
	if s == "" || len(s) > maxStamp {
		return edtf.Date{}, false
	}
	for _, l := range layouts {
		t, err := time.Parse(l.form, s)
		if err != nil {
			continue
		}
		return date(t, l), true
	}
	return edtf.Date{}, false
}

// clean takes off comments ("(PST)"), fractions of seconds, and doubled blanks.
func clean(s string) string {
	if i := strings.IndexByte(s, '('); i > 0 {
		s = s[:i]
	}
	s = strings.Join(strings.Fields(s), " ")
	if i := strings.LastIndexByte(s, '.'); i > 0 && i+1 < len(s) && digit(s[i-1]) && digit(s[i+1]) && strings.Contains(s[:i], ":") {
		end := i + 1
		for end < len(s) && digit(s[end]) {
			end++
		}
		s = s[:i] + s[end:]
	}
	s = strings.TrimSuffix(s, "[UTC]")
	return strings.Replace(s, "t", "T", boolInt(len(s) > 10 && s[10] == 't'))
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

func digit(b byte) bool { return b >= '0' && b <= '9' }

func date(t time.Time, l layout) edtf.Date {
	d := edtf.YMD(t.Year(), int(t.Month()), t.Day())
	if l.unit == edtf.Day {
		return d
	}
	d.Unit = l.unit
	d.Hour, d.Minute = uint8(t.Hour()), uint8(t.Minute())
	if l.unit == edtf.Second {
		d.Second = uint8(t.Second())
	}
	name, seconds := t.Zone()
	switch offset, known := zones[strings.ToUpper(name)]; {
	case !l.zoned:
	case known && strings.Contains(l.form, "MST"):
		d.Zoned, d.Offset = true, int16(offset)
	case !strings.Contains(l.form, "MST"):
		d.Zoned, d.Offset = true, int16(seconds/60)
	}
	return d
}
