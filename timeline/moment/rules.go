package moment

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/datelinehq/dateline/timeline/edtf"
)

// Words that are typed. Names of months and weekdays are told by their first
// three letters.
const (
	monthWord   = `(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)`
	weekdayWord = `(monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues|tue|wed|thurs|thur|thu|fri|sat|sun)`
	seasonWord  = `(spring|summer|autumn|fall|winter)`
	countWord   = `(\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a couple of)`
	unitWord    = `(day|week|month|quarter|year|decade)s?`
	sideWord    = `(last|past|previous|this|current|next|coming)`
	dayNumber   = `(\d{1,2})(?:st|nd|rd|th)?`
	yearNumber  = `(\d{4})`
	lead        = `(?:(?:on )?` + weekdayWord + ` )?(?:on )?(?:the )?`
	in          = `(?:in |during )?(?:the )?`
	quarterName = in + `(?:q([1-4])|(first|second|third|fourth|1st|2nd|3rd|4th) quarter)`
	halfName    = in + `(?:h([12])|(first|second|1st|2nd) half)`
)

// names by their value, for words that are not told by their beginning.
var (
	units    = map[string]edtf.Unit{"day": edtf.Day, "week": edtf.Week, "month": edtf.Month, "quarter": edtf.Quarter, "year": edtf.Year, "decade": edtf.Decade}
	seasons  = map[string]int{"spring": 0, "summer": 1, "autumn": 2, "fall": 2, "winter": 3}
	ordinals = map[string]int{"first": 1, "second": 2, "third": 3, "fourth": 4}
	sides    = map[string]int{"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}
	days     = map[string]int{"today": 0, "now": 0, "yesterday": -1, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2}
	decades  = map[string]int{"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90}
)

type readFunc = func(r reader, f []string) (edtf.Interval, error)

// forms are all that one date can be written in. Of two that fit, the first
// counts.
var forms = allForms()

func allForms() (forms []form) {
	on := func(d edtf.Date) (edtf.Interval, error) { return edtf.On(d), nil }
	add := func(pattern string, read readFunc) {
		forms = append(forms, form{pattern: regexp.MustCompile(`^(` + pattern + `)$`), read: read})
	}
	relative := func(pattern string, read readFunc) {
		add(pattern, read)
		forms[len(forms)-1].relative = true
	}

	addNumeric(add, relative)

	add(lead+dayNumber+`(?: of)? `+monthWord+` `+yearNumber, func(_ reader, f []string) (edtf.Interval, error) {
		return dated(edtf.YMD(number(f[3]), month(f[2]), number(f[1])), f[0])
	})
	add(lead+monthWord+` (?:the )?`+dayNumber+` `+yearNumber, func(_ reader, f []string) (edtf.Interval, error) {
		return dated(edtf.YMD(number(f[3]), month(f[1]), number(f[2])), f[0])
	})
	add(yearNumber+` `+monthWord+` `+dayNumber, func(_ reader, f []string) (edtf.Interval, error) {
		return on(edtf.YMD(number(f[0]), month(f[1]), number(f[2])))
	})
	add(in+monthWord+`(?: of)? `+yearNumber, func(_ reader, f []string) (edtf.Interval, error) {
		return on(edtf.YM(number(f[1]), month(f[0])))
	})
	add(yearNumber+` `+monthWord, func(_ reader, f []string) (edtf.Interval, error) { return on(edtf.YM(number(f[0]), month(f[1]))) })
	add(`(?:all of |the whole of )?`+in+`(?:year )?`+yearNumber, func(_ reader, f []string) (edtf.Interval, error) { return on(edtf.Y(number(f[0]))) })
	add(in+seasonWord+`(?: of)? `+yearNumber+`(?: (\d{2}|\d{4}))?`, func(_ reader, f []string) (edtf.Interval, error) {
		y := number(f[1])
		if f[2] != "" && number(f[2])%100 != (y+1)%100 {
			return edtf.Interval{}, nil
		}
		return on(season(y, seasons[f[0]]))
	})
	add(quarterName+`(?: of)? `+yearNumber, func(_ reader, f []string) (edtf.Interval, error) {
		return on(quarter(number(f[2]), nth(f[0], f[1])))
	})
	add(yearNumber+` q([1-4])`, func(_ reader, f []string) (edtf.Interval, error) { return on(quarter(number(f[0]), number(f[1]))) })
	add(halfName+`(?: of)? `+yearNumber, func(_ reader, f []string) (edtf.Interval, error) {
		return on(edtf.Date{Year: number(f[2]), Month: uint8(edtf.H1 - 1 + nth(f[0], f[1])), Unit: edtf.Half})
	})
	add(in+`(\d{3})0'?s`, func(_ reader, f []string) (edtf.Interval, error) {
		return on(edtf.Date{Year: number(f[0]) * 10, Unit: edtf.Decade})
	})
	add(in+`(\d{1,2})(?:st|nd|rd|th) century`, func(_ reader, f []string) (edtf.Interval, error) {
		return on(edtf.Date{Year: (number(f[0]) - 1) * 100, Unit: edtf.Century})
	})
	add(`(?:in )?(\d{1,4}) (?:bce?|b c(?: e)?)`, func(_ reader, f []string) (edtf.Interval, error) {
		if number(f[0]) == 0 {
			return edtf.Interval{}, errNoDay
		}
		return on(edtf.Y(1 - number(f[0])))
	})

	relative(in+`(?:'?([2-9]0)'?s|(twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))`, func(r reader, f []string) (edtf.Interval, error) {
		return on(r.decade(number(f[0]) + decades[f[1]]))
	})
	relative(`(?:on )?(?:the )?(today|now|yesterday|tomorrow|day before yesterday|day after tomorrow)`, func(r reader, f []string) (edtf.Interval, error) {
		return on(r.now.Add(days[f[0]], edtf.Day))
	})
	relative(`(?:`+sideWord+` |in |during )?`+monthWord, func(r reader, f []string) (edtf.Interval, error) {
		return on(r.recurring(f[0], edtf.Month, func(y int) edtf.Date { return edtf.YM(y, month(f[1])) }))
	})
	relative(in+monthWord+` `+sideWord+` year`, func(r reader, f []string) (edtf.Interval, error) {
		return on(edtf.YM(r.now.Year+sides[f[1]], month(f[0])))
	})
	relative(in+`(?:`+sideWord+` )?`+seasonWord, func(r reader, f []string) (edtf.Interval, error) {
		return on(r.recurring(f[0], edtf.Season, func(y int) edtf.Date { return season(y, seasons[f[1]]) }))
	})
	relative(quarterName, func(r reader, f []string) (edtf.Interval, error) {
		return on(r.recurring("", edtf.Quarter, func(y int) edtf.Date { return quarter(y, nth(f[0], f[1])) }))
	})
	relative(lead+dayNumber+`(?: of)? `+monthWord, func(r reader, f []string) (edtf.Interval, error) {
		return dated(r.lastDay(month(f[2]), number(f[1])), f[0])
	})
	relative(lead+monthWord+` (?:the )?`+dayNumber, func(r reader, f []string) (edtf.Interval, error) {
		return dated(r.lastDay(month(f[1]), number(f[2])), f[0])
	})
	relative(`(?:`+sideWord+` )?(?:on )?`+weekdayWord, func(r reader, f []string) (edtf.Interval, error) { return on(r.weekday(f[0], f[1])) })
	relative(`(?:on )?`+weekdayWord+` `+sideWord+` week`, func(r reader, f []string) (edtf.Interval, error) {
		return on(r.monday(sides[f[1]]).Add((weekday(f[0])+6)%7, edtf.Day))
	})
	relative(`(?:in |during |over )?(?:the )?past `+unitWord, func(r reader, f []string) (edtf.Interval, error) {
		return edtf.Interval{Start: r.now.Add(-1, units[f[0]]), End: r.now}, nil
	})
	relative(`(?:in |during |the )?`+sideWord+` `+unitWord, func(r reader, f []string) (edtf.Interval, error) {
		if f[1] == "week" {
			monday := r.monday(sides[f[0]])
			return edtf.Interval{Start: monday, End: monday.Add(6, edtf.Day)}, nil
		}
		return on(r.step(sides[f[0]], f[1]))
	})
	relative(`(?:in |during |the )?`+sideWord+` weekend`, func(r reader, f []string) (edtf.Interval, error) {
		saturday := r.monday(sides[f[0]]).Add(5, edtf.Day)
		return edtf.Interval{Start: saturday, End: saturday.Add(1, edtf.Day)}, nil
	})
	relative(`(?:in |for |during )?(?:the )?`+sideWord+` `+countWord+` `+unitWord, func(r reader, f []string) (edtf.Interval, error) {
		there := r.now.Add(sides[f[0]]*count(f[1]), units[f[2]])
		switch sides[f[0]] {
		case -1:
			return edtf.Interval{Start: there, End: r.now}, nil
		case 1:
			return edtf.Interval{Start: r.now, End: there}, nil
		}
		return edtf.Interval{}, nil
	})
	relative(countWord+` `+unitWord+` (?:ago|before now|earlier)`, func(r reader, f []string) (edtf.Interval, error) { return on(r.step(-count(f[0]), f[1])) })
	relative(`in `+countWord+` `+unitWord, func(r reader, f []string) (edtf.Interval, error) { return on(r.step(count(f[0]), f[1])) })
	relative(countWord+` `+unitWord+` from (?:now|today)`, func(r reader, f []string) (edtf.Interval, error) { return on(r.step(count(f[0]), f[1])) })

	add(`(?:at |by )?(?:the )?(start|beginning|end) of (.+)`, func(r reader, f []string) (edtf.Interval, error) { return r.edge(f[0], f[1]) })
	add(in+`(early|mid|middle of|late) (?:in )?(.+)`, func(r reader, f []string) (edtf.Interval, error) { return r.third(f[0], f[1]) })
	return forms
}

// dated is d, if d is the weekday that was typed with it.
func dated(d edtf.Date, day string) (edtf.Interval, error) {
	if day != "" && d.Valid() && int(d.Weekday()) != weekday(day) {
		return edtf.Interval{}, wrongWeekday(d)
	}
	return edtf.On(d), nil
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

func count(s string) int {
	switch s {
	case "a", "an":
		return 1
	case "a couple of":
		return 2
	}
	for i, w := range strings.Fields("one two three four five six seven eight nine ten eleven twelve") {
		if w == s {
			return i + 1
		}
	}
	return number(s)
}

// nth is a number of figures, or of an ordinal.
func nth(figures, ordinal string) int {
	if n, ok := ordinals[ordinal]; ok {
		return n
	}
	return number(figures) + number(strings.TrimRight(ordinal, "stndrh"))
}

func index(list, s string) int { return strings.Index(list, s[:3]) / 3 }

func month(s string) int { return index("janfebmaraprmayjunjulaugsepoctnovdec", s) + 1 }

// weekday counts from Sunday, 0.
func weekday(s string) int { return index("sunmontuewedthufrisat", s) }

func season(year, n int) edtf.Date {
	return edtf.Date{Year: year, Month: uint8(edtf.Spring + n), Unit: edtf.Season}
}

func quarter(year, n int) edtf.Date {
	return edtf.Date{Year: year, Month: uint8(edtf.Q1 - 1 + n), Unit: edtf.Quarter}
}
