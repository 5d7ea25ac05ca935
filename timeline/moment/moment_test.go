package moment

import (
	"errors"
	"strings"
	"testing"

	"github.com/datelinehq/dateline/timeline/edtf"
)

var wednesday = edtf.YMD(2014, 5, 14)

type reads []struct{ in, want string }

func (rs reads) check(t *testing.T) {
	t.Helper()
	for _, c := range rs {
		got, err := Parse(c.in, wednesday)
		if err != nil || got.String() != c.want {
			t.Errorf("Parse(%q): got %v, %v, want %s", c.in, got, err, c.want)
		}
	}
}

func TestEDTFIsReadAsItIs(t *testing.T) {
	reads{
		{"2009-06-20", "2009-06-20"}, {"2009-06-20~", "2009-06-20~"}, {"2009-06", "2009-06"}, {"2009", "2009"},
		{"2008/2009-07", "2008/2009-07"}, {"2008/..", "2008/.."}, {"199X", "199X"}, {"2009-21", "2009-21"},
	}.check(t)
}

func TestPrecisionIsThatOfTheWords(t *testing.T) {
	reads{
		{"20 June 2009", "2009-06-20"}, {"June 20, 2009", "2009-06-20"}, {"20th of June 2009", "2009-06-20"}, {"the 20th of June, 2009", "2009-06-20"},
		{"Saturday, 20 June 2009", "2009-06-20"}, {"on Sat June 20 2009", "2009-06-20"}, {"20-Jun-2009", "2009-06-20"}, {"2009 June 20", "2009-06-20"},
		{"June 2009", "2009-06"}, {"in Sept. 2009", "2009-09"}, {"2009 June", "2009-06"}, {"in 2008", "2008"}, {"the year 2008", "2008"}, {"all of 2008", "2008"},
		{"about 20 June 2009", "2009-06-20~"}, {"~ June 2009", "2009-06~"}, {"circa 1990", "1990~"},
		{"summer 2009", "2009-22"}, {"the spring of 2009", "2009-21"}, {"winter 2008/09", "2008-24"}, {"fall 2009", "2009-23"},
		{"q3 2009", "2009-35"}, {"Q1/2009", "2009-33"}, {"2009 Q4", "2009-36"}, {"third quarter of 2009", "2009-35"},
		{"H1 2009", "2009-40"}, {"the second half of 2009", "2009-41"},
		{"the 1990s", "199X"}, {"1990's", "199X"}, {"the nineties", "199X"}, {"the '80s", "198X"}, {"the 19th century", "18XX"}, {"44 BC", "-0043"},
	}.check(t)
}

func TestFiguresAlone(t *testing.T) {
	reads{
		{"20.6.2009", "2009-06-20"}, {"20.06.2009", "2009-06-20"}, {"3. 4. 2009", "2009-04-03"},
		{"6/20/2009", "2009-06-20"}, {"20/6/2009", "2009-06-20"}, {"20-06-2009", "2009-06-20"}, {"5/5/2009", "2009-05-05"},
		{"2009/6/20", "2009-06-20"}, {"2009.06.20", "2009-06-20"}, {"2009-6-20", "2009-06-20"}, {"20090620", "2009-06-20"},
		{"6/2009", "2009-06"}, {"06.2009", "2009-06"}, {"2009-06-20 14:30", "2009-06-20T14:30"},
		{"12/31", "2013-12-31"}, {"31.12.", "2013-12-31"},
	}.check(t)
}

func TestTheNearestPastIsMeantWithoutAYear(t *testing.T) {
	reads{
		{"May", "2014-05"}, {"in March", "2014-03"}, {"in June", "2013-06"}, {"3 June", "2013-06-03"}, {"May 12", "2014-05-12"}, {"june the 3rd", "2013-06-03"},
		{"last may", "2013-05"}, {"next may", "2015-05"}, {"next june", "2014-06"}, {"this june", "2014-06"}, {"june last year", "2013-06"},
		{"summer", "2013-22"}, {"last spring", "2013-21"}, {"this spring", "2014-21"}, {"q1", "2014-33"}, {"q3", "2013-35"},
	}.check(t)
}

func TestCountedFromToday(t *testing.T) {
	reads{
		{"today", "2014-05-14"}, {"yesterday", "2014-05-13"}, {"tomorrow", "2014-05-15"}, {"the day before yesterday", "2014-05-12"},
		{"monday", "2014-05-12"}, {"last friday", "2014-05-09"}, {"next friday", "2014-05-16"}, {"wednesday", "2014-05-14"}, {"last wednesday", "2014-05-07"},
		{"friday", "2014-05-09"}, {"this friday", "2014-05-16"}, {"friday last week", "2014-05-09"},
		{"last month", "2014-04"}, {"next year", "2015"}, {"last quarter", "2014-33"}, {"last decade", "200X"},
		{"3 weeks ago", "2014-04-23"}, {"a month ago", "2014-04"}, {"in 2 days", "2014-05-16"}, {"two days ago", "2014-05-12"}, {"three months ago", "2014-02"}, {"two years from now", "2016"},
		{"last week", "2014-05-05/2014-05-11"}, {"this week", "2014-05-12/2014-05-18"}, {"last weekend", "2014-05-10/2014-05-11"},
		{"the last 3 weeks", "2014-04-23/2014-05-14"}, {"past two months", "2014-03-14/2014-05-14"}, {"the past year", "2013-05-14/2014-05-14"}, {"next 10 days", "2014-05-14/2014-05-24"},
	}.check(t)
}

func TestStockRulesTakeTheColloquialRest(t *testing.T) {
	reads{
		{"last night", "2014-05-13"}, {"tuesday at 5pm", "2014-05-20"}, {"a few days ago", "2014-05-11~"}, {"a few months ago", "2014-02~"}, {"half a year ago", "2013~"},
	}.check(t)
}

func TestParts(t *testing.T) {
	reads{
		{"start of june", "2013-06-01~"}, {"the end of June 2009", "2009-06-30~"}, {"beginning of 2009", "2009-01~"}, {"end of the 1990s", "1999~"},
		{"early june 2009", "2009-06-01~/2009-06-10~"}, {"mid-2009", "2009-05~/2009-08~"}, {"the middle of february 2009", "2009-02-10~/2009-02-19~"}, {"late 1990s", "1997~/1999~"},
	}.check(t)
}

func TestPeriods(t *testing.T) {
	reads{
		{"since 2008", "2008/.."}, {"from June 2009 on", "2009-06/.."}, {"2008 onwards", "2008/.."}, {"until 20 June 2009", "../2009-06-20"}, {"since last friday", "2014-05-09/.."},
		{"before 2008", "../2007"}, {"after 31 December 2008", "2009-01-01/.."},
		{"2008-2010", "2008/2010"}, {"2008–2010", "2008/2010"}, {"2008 - 2010", "2008/2010"}, {"2008 to 2010", "2008/2010"}, {"between 2008 and June 2009", "2008/2009-06"},
		{"may to july 2009", "2009-05/2009-07"}, {"May-July 2009", "2009-05/2009-07"}, {"from may through july", "2014-05/2014-07"}, {"december 2008 to february", "2008-12/2009-02"},
		{"december to february 2009", "2008-12/2009-02"}, {"3-5 june 2009", "2009-06-03/2009-06-05"}, {"june 3 to 5, 2009", "2009-06-03/2009-06-05"}, {"June 3-5, 2009", "2009-06-03/2009-06-05"},
		{"28 June to 3 July 2009", "2009-06-28/2009-07-03"}, {"1 may 2009 to today", "2009-05-01/2014-05-14"}, {"q1 to q3 2009", "2009-33/2009-35"}, {"2009-06-01 to 2009-06-20", "2009-06-01/2009-06-20"},
		{"monday to wednesday", "2014-05-12/2014-05-14"}, {"start of june 2009 to end of july 2009", "2009-06-01~/2009-07-31~"}, {"1.6.2009-20.6.2009", "2009-06-01/2009-06-20"},
	}.check(t)
}

func TestTheOrderOfDayAndMonthIsNotGuessed(t *testing.T) {
	for in, readings := range map[string][]string{
		"3/4/2009": {"2009-04-03", "2009-03-04"}, "03-04-2009": {"2009-04-03", "2009-03-04"}, "3/4": {"2014-04-03", "2014-03-04"},
		"3/4/2009 to 5/6/2009": {"2009-04-03", "2009-03-04"}, "10/11/12": {"two figures"}, "20/6/09": {"two figures"},
	} {
		_, err := Parse(in, wednesday)
		if !errors.Is(err, ErrAmbiguous) {
			t.Errorf("Parse(%q): got %v, want an ambiguity", in, err)
			continue
		}
		for _, r := range readings {
			if !strings.Contains(err.Error(), r) {
				t.Errorf("Parse(%q): %v does not show %s", in, err, r)
			}
		}
	}
}

func TestNonsenseIsRefusedWithExamples(t *testing.T) {
	for _, in := range []string{"", "  ", "soonish", "he may march on Sunday", "20 June 2009 or so", "tuesday week of pentecost", "start of tuesday", "winter 2008/11", "99", "to", "-", "2009-"} {
		got, err := Parse(in, wednesday)
		if err == nil || !strings.Contains(err.Error(), "2009-06-20") || !strings.Contains(err.Error(), "since 2008") {
			t.Errorf("Parse(%q): got %v, %v, want an error with examples", in, got, err)
		}
	}
}

func TestWhatIsOnNoCalendarIsRefused(t *testing.T) {
	for in, want := range map[string]string{
		"31 June 2009": "no day of the calendar", "31.6.2009": "no day", "13/13/2009": "no day", "29 feb 2009": "no day", "0 bc": "no day",
		"2010 to 2008": "ends before it begins", "december 2009 to february 2009": "ends before it begins", "Sunday, 20 June 2009": "is a Saturday",
	} {
		if got, err := Parse(in, wednesday); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Parse(%q): got %v, %v, want %q", in, got, err, want)
		}
	}
}

func TestASingleDateIsNoPeriod(t *testing.T) {
	for _, in := range []string{"since 2008", "2008/2009", "last week", "may to july 2009"} {
		if got, err := Date(in, wednesday); err == nil || !strings.Contains(err.Error(), "single date") {
			t.Errorf("Date(%q): got %v, %v", in, got, err)
		}
	}
	if got, err := Date("summer 2009", wednesday); err != nil || got.String() != "2009-22" {
		t.Errorf("got %v, %v", got, err)
	}
}

func TestWithoutTodayRelativeWordsAreRefused(t *testing.T) {
	for _, in := range []string{"yesterday", "last friday", "3 weeks ago", "May", "two days ago", "since may", "last night"} {
		if got, err := Parse(in, edtf.Date{}); err == nil {
			t.Errorf("Parse(%q): got %v, want an error", in, got)
		}
	}
	if got, err := Parse("20 June 2009", edtf.Date{}); err != nil || got.String() != "2009-06-20" {
		t.Errorf("a full date: got %v, %v", got, err)
	}
}

// Whatever is typed: what is read is on the calendar and can be written.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"20 June 2009", "9999 years ago", "may to july 2009", "3/4/2009", "early 1990s", "29 feb to 3", "before 0001", "december to february 2009", "winter 2008/09", "20.6.2009"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v, err := Parse(s, wednesday)
		if err != nil {
			return
		}
		if back, err := edtf.Parse(v.String()); err != nil || back != v {
			t.Errorf("Parse(%q) = %v, which reads back as %v, %v", s, v, back, err)
		}
	})
}

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		if _, err := Parse("june 3 to 5, 2009", wednesday); err != nil {
			b.Fatal(err)
		}
	}
}
