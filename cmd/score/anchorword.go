package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// An anchorTime says when an event began and when it ended:
//
//	2011-02-15                    that day
//	2011-02, 2011, 2011-W07, 2011-Q1, 2011-SP
//	                              some day of it
//	before:D, after:D, after:D,before:D
//	                              some day before or after D, not known closer
//	A/B                           several days, each end one of the above or ".."
//	UNK                           not known
//
// Unlike an EDTF date, an anchor of a month names one day in it.
type anchorTime struct {
	begin, end window
	interval   bool
}

// A window is the days on which something may have been, both ends included.
type window struct{ from, to int }

const (
	always = math.MinInt32
	never  = math.MaxInt32
)

var anytime = window{always, never}

func readAnchor(s string) (anchorTime, error) {
	a, b, interval := strings.Cut(s, "/")
	begin, err := readWindow(a)
	if err != nil || !interval {
		return anchorTime{begin, begin, false}, err
	}
	end, err := readWindow(b)
	return anchorTime{begin, end, true}, err
}

// readWindow reads one end of an anchor; several conditions hold together.
func readWindow(s string) (window, error) {
	w := anytime
	for _, c := range strings.Split(s, ",") {
		c = strings.TrimSpace(c)
		if c == "" || c == ".." || strings.EqualFold(c, "unk") || strings.HasPrefix(c, "XXXX") {
			continue
		}
		kind, date, conditional := strings.Cut(c, ":")
		kind = strings.ToLower(kind)
		if !conditional || kind != "before" && kind != "after" {
			kind, date = "", c
		}
		d, err := readDays(date)
		if err != nil {
			return w, err
		}
		switch kind {
		case "before":
			d = window{always, d.to - 1}
		case "after":
			d = window{d.from + 1, never}
		}
		w = window{max(w.from, d.from), min(w.to, d.to)}
	}
	return w, nil
}

// readDays reads a TIMEX3 date: a year, half of its parts left open or not.
func readDays(s string) (window, error) {
	if len(s) > 10 && s[10] == 'T' {
		s = s[:10]
	}
	s = strings.TrimSuffix(strings.TrimSuffix(s, "-XX"), "-XX")
	bad := fmt.Errorf("%q is no date", s)
	if len(s) == 10 {
		d, ok := readDay(s)
		if !ok {
			return window{}, bad
		}
		return window{d, d}, nil
	}
	year, err := strconv.Atoi(s[:min(4, len(s))])
	if err != nil || len(s) < 4 || year < 0 || len(s) > 4 && s[4] != '-' {
		return window{}, bad
	}
	if len(s) == 4 {
		return window{dayNumber(year, 1, 1), dayNumber(year, 12, 31)}, nil
	}
	w, ok := readPart(year, s[5:])
	if !ok {
		return window{}, bad
	}
	return w, nil
}

func readDay(s string) (int, bool) {
	t, err := time.Parse(time.DateOnly, s)
	return int(t.Unix() / 86400), err == nil
}

// readPart reads what stands behind the year: month, week, quarter or season.
// Seasons are those of the sky, and a winter ends in the next year.
func readPart(year int, s string) (window, bool) {
	months := func(first, n int) window {
		return window{dayNumber(year, first, 1), dayNumber(year, first+n, 0)}
	}
	switch s {
	case "SP":
		return window{dayNumber(year, 3, 20), dayNumber(year, 6, 20)}, true
	case "SU":
		return window{dayNumber(year, 6, 21), dayNumber(year, 9, 22)}, true
	case "FA":
		return window{dayNumber(year, 9, 23), dayNumber(year, 12, 21)}, true
	case "WI":
		return window{dayNumber(year, 12, 22), dayNumber(year+1, 3, 19)}, true
	case "Q1", "Q2", "Q3", "Q4":
		return months(3*int(s[1]-'0')-2, 3), true
	}
	if strings.HasPrefix(s, "W") {
		week, ok := twoDigits(s[1:])
		monday := mondayOf(dayNumber(year, 1, 4)) + 7*(week-1)
		return window{monday, monday + 6}, ok
	}
	m, ok := twoDigits(s)
	return months(m, 1), ok && m >= 1 && m <= 12
}

// mondayOf is the Monday of the week of a day; 1970-01-01 was a Thursday.
func mondayOf(day int) int { return day - ((day+3)%7+7)%7 }

// exactDay reports whether the anchor is a single day.
func (a anchorTime) exactDay() bool { return !a.interval && a.begin.from == a.begin.to }

func (w window) meets(o window) bool { return w.from <= o.to && o.from <= w.to }

// same reports whether both ends are equal.
func (a anchorTime) same(o anchorTime) bool { return a.begin == o.begin && a.end == o.end }

// maxNear is the longest period that may stand for a day.
const maxNear = 31

// nearTo is the relaxed comparison with gold. For a day, the answer names it, a day
// next to it, or a period of at most 31 days with it. Otherwise both ends are
// compatible, and the answer leaves nothing open that gold closes.
func (a anchorTime) nearTo(gold anchorTime) bool {
	if gold.exactDay() {
		w := a.begin
		if a.interval {
			w = window{a.begin.from, a.end.to}
		}
		return w.to-w.from < maxNear && window{w.from - 1, w.to + 1}.meets(gold.begin)
	}
	fits := func(w, g window) bool {
		return w.meets(g) && (w.from != always || g.from == always) && (w.to != never || g.to == never)
	}
	return fits(a.begin, gold.begin) && fits(a.end, gold.end)
}

// distance is the number of days between two single days. Other anchors are the
// same, or never near.
func (a anchorTime) distance(o anchorTime) int {
	switch {
	case a.exactDay() && o.exactDay():
		return max(a.begin.from-o.begin.from, o.begin.from-a.begin.from)
	case a.same(o):
		return 0
	}
	return never
}

// class is the kind of anchor by which figures are listed.
func (a anchorTime) class() string {
	switch {
	case a.interval:
		return "interval"
	case a.exactDay():
		return "day"
	case a.begin.from != always && a.begin.to != never && a.begin.to-a.begin.from < 400:
		return "period"
	}
	return "bound"
}
