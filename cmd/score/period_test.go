package main

import (
	"strings"
	"testing"
)

func TestPeriods(t *testing.T) {
	for _, c := range []struct{ in, first, last string }{
		{"2009-06-20", "2009-06-20", "2009-06-20"},
		{"2009-06-20T10:30:00Z", "2009-06-20", "2009-06-20"},
		{"2008-02", "2008-02-01", "2008-02-29"},
		{"2008", "2008-01-01", "2008-12-31"},
		{"2008-XX-XX", "2008-01-01", "2008-12-31"},
		{"2008-02-uu", "2008-02-01", "2008-02-29"},
		{"199X", "1990-01-01", "1999-12-31"},
		{"19XX", "1900-01-01", "1999-12-31"},
		{"2008-21", "2008-03-01", "2008-05-31"},
		{"2008-24", "2008-12-01", "2009-02-28"},
		{"2008-28", "2008-12-01", "2009-02-28"},
		{"2008-29", "2008-09-01", "2008-11-30"},
		{"2008-31", "2008-03-01", "2008-05-31"},
		{"2008-33", "2008-01-01", "2008-03-31"},
		{"2008-36", "2008-10-01", "2008-12-31"},
		{"2008-39", "2008-09-01", "2008-12-31"},
		{"2008-41", "2008-07-01", "2008-12-31"},
		{"2008-01/2009-02", "2008-01-01", "2009-02-28"},
		{"2008-01?/2009~", "2008-01-01", "2009-12-31"},
		{"2008/..", "2008-01-01", ".."},
		{"2008/", "2008-01-01", ".."},
		{"../2008-05", "..", "2008-05-31"},
	} {
		p := readPeriod(c.in)
		first, last := "..", ".."
		if !p.openFrom {
			first = dayText(int64(p.from))
		}
		if !p.openTo {
			last = dayText(int64(p.to))
		}
		if !p.ok || first != c.first || last != c.last {
			t.Errorf("%s: got %s to %s (%v), want %s to %s", c.in, first, last, p.ok, c.first, c.last)
		}
	}
	for _, bad := range []string{"", "..", "../..", "/", "soon", "09", "2009-13", "2009-00", "2009-20", "2009-02-30", "2009-1-1", "2009-06-20-01", "2009/2008", "2009/x", "x/2009", "199X-05", "1X9X", "-044", "P1D", "2009-W07", strings.Repeat("9", 99)} {
		if p := readPeriod(bad); p.ok {
			t.Errorf("%q was read as %+v", bad, p)
		}
	}
}

func TestDatesAreJudgedByTheirDays(t *testing.T) {
	const yes, no = true, false
	for _, c := range []struct {
		gold, alt, date                     string
		equal, compatible, finer, qualified bool
	}{
		{"2009-05", "", "2009-05", yes, yes, no, yes},
		{"2009-05", "", "2009-05-01/2009-05-31", yes, yes, no, yes},
		{"2009-05~", "", "2009-05", yes, yes, no, no},
		{"2009-05%", "", "2009-05?~", yes, yes, no, yes},
		{"2009-05", "", "2009-05-12", no, no, yes, no},
		{"2009-05", "", "2009-04-12", no, no, yes, no},
		{"2009-05-12", "", "2009-05", no, yes, no, no},
		{"2009-05-12", "", "2009", no, yes, no, no},
		{"2009-05-12", "", "2009-06-12", no, no, no, no},
		{"2009-05", "2009-05-12", "2009-05-12", yes, yes, no, yes},
		{"2009-05/..", "", "2009-05", no, no, yes, no},
		{"2009-05", "", "2009-05/..", no, yes, no, no},
		{"2009-05/..", "", "2009-05-01/..", yes, yes, no, yes},
		{"../2009", "", "2008/..", no, yes, no, no},
		{"2009-05", "", "", no, no, no, no},
		{"2009-05", "", "soon", no, no, no, no},
	} {
		g := goldEvent{Date: c.gold}
		if c.alt != "" {
			g.DateAlt = []string{c.alt}
		}
		if got, want := g.judge(c.date), (verdict{c.equal, c.compatible, c.finer, c.qualified}); got != want {
			t.Errorf("gold %s %s, found %q: got %+v, want %+v", c.gold, c.alt, c.date, got, want)
		}
	}
}

func FuzzPeriod(f *testing.F) {
	for _, s := range []string{"2009-06-20", "199X/..", "../2009?", "2008-24", "XXXX", "2009-W07", "after:2001,before:2003/UNK"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if p := readPeriod(s); p.ok {
			if !p.equal(p) || !p.overlaps(p) || p.days() < 1 {
				t.Errorf("%q: %+v is not itself", s, p)
			}
		}
		if a, err := readAnchor(s); err == nil && (!a.same(a) || a.distance(a) != 0) {
			t.Errorf("%q: %+v is not itself", s, a)
		}
	})
}
