package words

import (
	"testing"

	"github.com/datelinehq/dateline/timeline/edtf"
)

func TestIntervalInWords(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"2009-06-23/2009-06-24", "Tue 23 – Wed 24 June 2009"}, {"2009-06-26", "Fri 26 June 2009"},
		{"2009-05-30/2009-06-02", "Sat 30 May – Tue 2 June 2009"}, {"2008-12-31/2009-01-01", "Wed 31 December 2008 – Thu 1 January 2009"},
		{"2009-05", "May 2009"}, {"2009-05/2009-07", "May – July 2009"}, {"2008", "2008"}, {"2009-07?", "July 2009, uncertain"},
		{"2009-06-20~", "about Sat 20 June 2009"}, {"2009-07%", "about July 2009, uncertain"}, {"199X", "1990s"}, {"18XX", "1800s"},
		{"2009-33", "first quarter of 2009"}, {"2009-22", "summer 2009"}, {"2009-41", "second half of 2009"},
		{"2003-07-18/..", "since 18 July 2003"}, {"2011-04~/..", "since about April 2011"}, {"../2003-07", "until July 2003"}, {"2004-XX", "some month of 2004"}, {"2004-06-XX", "some day in June 2004"},
		{"2009-06-23T14:30Z", "Tue 23 June 2009, 14:30 UTC"}, {"2009-06-23T17-03:30", "Tue 23 June 2009, 17 h UTC−3:30"}, {"2009-06-23T17:00+02:00", "Tue 23 June 2009, 17:00 UTC+2:00"}, {"-0043", "44 BCE"}, {"", "no date"},
	} {
		v, err := edtf.Parse(c.in)
		if c.in != "" && err != nil {
			t.Fatalf("%s: %v", c.in, err)
		}
		if got := Interval(v); got != c.want {
			t.Errorf("%s: got %q, want %q", c.in, got, c.want)
		}
	}
}
