package moment

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/olebedev/when/rules"

	"github.com/datelinehq/dateline/timeline/edtf"
)

const (
	monthWords   = `(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\.?`
	weekdayWords = `(monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun)`
	unitWords    = `(day|week|month|year)s?`
	dayNumber    = `(\d{1,2})(?:st|nd|rd|th)?`
	yearNumber   = `(\d{4})`
)

// ownRules are rules for github.com/olebedev/when that read a whole input and
// keep its precision in found, which the library's own answer cannot hold.
func ownRules(now edtf.Date, found *edtf.Date) []rules.Rule {
	rule := func(pattern string, read func(f []string) edtf.Date) rules.Rule {
		return &rules.F{
			RegExp: regexp.MustCompile(`^(` + pattern + `)$`),
			Applier: func(m *rules.Match, c *rules.Context, _ *rules.Options, _ time.Time) (bool, error) {
				d := read(m.Captures[1:])
				if d.IsZero() {
					return false, nil
				}
				*found = d
				y := d.Year
				c.Year = &y
				return true, nil
			},
		}
	}
	relative := func(read func(f []string) edtf.Date) func(f []string) edtf.Date {
		return func(f []string) edtf.Date {
			if now.Unit != edtf.Day {
				return edtf.Date{}
			}
			return read(f)
		}
	}
	return []rules.Rule{
		rule(`(?:`+weekdayWords+`,? )?`+dayNumber+`(?: of)? `+monthWords+`,? `+yearNumber, func(f []string) edtf.Date {
			return edtf.YMD(number(f[3]), month(f[2]), number(f[1]))
		}),
		rule(`(?:`+weekdayWords+`,? )?`+monthWords+` `+dayNumber+`,? `+yearNumber, func(f []string) edtf.Date {
			return edtf.YMD(number(f[3]), month(f[1]), number(f[2]))
		}),
		rule(`(?:in )?`+monthWords+`,? `+yearNumber, func(f []string) edtf.Date { return edtf.YM(number(f[1]), month(f[0])) }),
		rule(`(?:in )?`+yearNumber, func(f []string) edtf.Date { return edtf.Y(number(f[0])) }),
		rule(`(?:in |last )?`+monthWords, relative(func(f []string) edtf.Date {
			d := edtf.YM(now.Year, month(f[0]))
			if int(d.Month) > int(now.Month) {
				d.Year--
			}
			return d
		})),
		rule(dayNumber+` `+monthWords, relative(func(f []string) edtf.Date { return lastDay(now, month(f[1]), number(f[0])) })),
		rule(monthWords+` `+dayNumber, relative(func(f []string) edtf.Date { return lastDay(now, month(f[0]), number(f[1])) })),
		rule(`(today|now|yesterday|tomorrow)`, relative(func(f []string) edtf.Date {
			return now.Add(map[string]int{"yesterday": -1, "tomorrow": 1}[f[0]], edtf.Day)
		})),
		rule(`(?:(last|next|this) )?(?:on )?`+weekdayWords, relative(func(f []string) edtf.Date { return weekday(now, f[0], f[1]) })),
		rule(`(last|this|next) `+unitWords, relative(func(f []string) edtf.Date {
			return step(now, map[string]int{"last": -1, "this": 0, "next": 1}[f[0]], f[1])
		})),
		rule(`(\d{1,4}|an?) `+unitWords+` ago`, relative(func(f []string) edtf.Date { return step(now, -count(f[0]), f[1]) })),
		rule(`in (\d{1,4}|an?) `+unitWords, relative(func(f []string) edtf.Date { return step(now, count(f[0]), f[1]) })),
	}
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

func count(s string) int {
	if s == "a" || s == "an" {
		return 1
	}
	return number(s)
}

// names of months and weekdays by their first three letters.
func index(list, s string) int { return strings.Index(list, s[:3])/3 + 1 }

func month(s string) int { return index("janfebmaraprmayjunjulaugsepoctnovdec", s) }

// lastDay is the day of that name that is not after now.
func lastDay(now edtf.Date, m, d int) edtf.Date {
	day := edtf.YMD(now.Year, m, d)
	if day.Valid() && edtf.On(now).Before(edtf.On(day)) {
		day.Year--
	}
	return day
}

// weekday is the last such day before now, or the next one after it.
func weekday(now edtf.Date, side, name string) edtf.Date {
	want := index("sunmontuewedthufrisat", name) - 1
	delta := (want - int(now.Weekday()) + 7) % 7
	switch side {
	case "next":
		if delta == 0 {
			delta = 7
		}
	case "this":
	default:
		if delta -= 7; side == "" && delta == -7 {
			delta = 0
		}
	}
	return now.Add(delta, edtf.Day)
}

// step is exact to its unit; a week ago is a day, as EDTF has no weeks.
func step(now edtf.Date, n int, unit string) edtf.Date {
	switch unit {
	case "month":
		return now.Trunc(edtf.Month).Add(n, edtf.Month)
	case "year":
		return now.Trunc(edtf.Year).Add(n, edtf.Year)
	case "week":
		return now.Add(n, edtf.Week)
	}
	return now.Add(n, edtf.Day)
}
