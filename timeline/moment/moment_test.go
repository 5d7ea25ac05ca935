package moment

import (
	"testing"

	"github.com/datelinehq/dateline/timeline/edtf"
)

var wednesday = edtf.YMD(2014, 5, 14)

func TestParseKeepsThePrecisionThatWasTyped(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"2009-06-20", "2009-06-20"}, {"2009-06-20~", "2009-06-20~"}, {"2009-06", "2009-06"}, {"2009", "2009"},
		{"2008/2009-07", "2008/2009-07"}, {"199X", "199X"},
		{"20 June 2009", "2009-06-20"}, {"June 20, 2009", "2009-06-20"}, {"20th of June 2009", "2009-06-20"},
		{"Saturday, 20 June 2009", "2009-06-20"}, {"June 2009", "2009-06"}, {"in Sept. 2009", "2009-09"}, {"in 2008", "2008"},
		{"about 20 June 2009", "2009-06-20~"}, {"~ June 2009", "2009-06~"},
		{"May", "2014-05"}, {"in March", "2014-03"}, {"in June", "2013-06"}, {"3 June", "2013-06-03"}, {"May 12", "2014-05-12"},
		{"today", "2014-05-14"}, {"yesterday", "2014-05-13"}, {"tomorrow", "2014-05-15"},
		{"monday", "2014-05-12"}, {"last friday", "2014-05-09"}, {"next friday", "2014-05-16"}, {"wednesday", "2014-05-14"}, {"last wednesday", "2014-05-07"},
		{"last month", "2014-04"}, {"next year", "2015"}, {"3 weeks ago", "2014-04-23"}, {"a month ago", "2014-04"}, {"in 2 days", "2014-05-16"},
		{"two days ago", "2014-05-12"}, // by the stock rules
	} {
		got, err := Parse(c.in, wednesday)
		if err != nil || got.String() != c.want {
			t.Errorf("Parse(%q): got %v, %v, want %s", c.in, got, err, c.want)
		}
	}
}

func TestNonsenseIsRefused(t *testing.T) {
	for _, in := range []string{"", "  ", "soonish", "31 June 2009", "2009-13", "0", "he may march on Sunday", "20 June 2009 or so", "tuesday week of pentecost"} {
		if got, err := Parse(in, wednesday); err == nil {
			t.Errorf("Parse(%q): got %v, want an error", in, got)
		}
	}
}

func TestWithoutTodayRelativeWordsAreRefused(t *testing.T) {
	for _, in := range []string{"yesterday", "last friday", "3 weeks ago", "May", "two days ago"} {
		if got, err := Parse(in, edtf.Date{}); err == nil {
			t.Errorf("Parse(%q): got %v, want an error", in, got)
		}
	}
	if got, err := Parse("20 June 2009", edtf.Date{}); err != nil || got.String() != "2009-06-20" {
		t.Errorf("a full date: got %v, %v", got, err)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("20 June 2009")
	f.Add("9999 years ago")
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
