package main

import (
	"testing"

	"github.com/datelinehq/dateline/timeline/edtf"
)

func TestAnchorsAreRead(t *testing.T) {
	const any = "any"
	for _, c := range []struct{ in, first, last, class string }{
		{"2011-02-15", "2011-02-15", "2011-02-15", "day"},
		{"2011-02-15T08:00", "2011-02-15", "2011-02-15", "day"},
		{"2011-02", "2011-02-01", "2011-02-28", "period"},
		{"2011-02-XX", "2011-02-01", "2011-02-28", "period"},
		{"2011-XX-XX", "2011-01-01", "2011-12-31", "period"},
		{"2011", "2011-01-01", "2011-12-31", "period"},
		{"2011-W01", "2011-01-03", "2011-01-09", "period"},
		{"2009-W53", "2009-12-28", "2010-01-03", "period"},
		{"2011-Q4", "2011-10-01", "2011-12-31", "period"},
		{"2011-SP", "2011-03-20", "2011-06-20", "period"},
		{"2011-WI", "2011-12-22", "2012-03-19", "period"},
		{"before:2011-02-15", any, "2011-02-14", "bound"},
		{"before:2011-02", any, "2011-02-27", "bound"},
		{"after:2011-02", "2011-02-02", any, "bound"},
		{"After:2011-02-01, before:2011-02-05", "2011-02-02", "2011-02-04", "period"},
		{"UNK", any, any, "bound"},
		{"", any, any, "bound"},
		{"XXXX-XX-XX", any, any, "bound"},
		{"2011-02-15/..", "2011-02-15", "2011-02-15", "interval"},
	} {
		a, err := readAnchor(c.in)
		first, last := any, any
		if a.begin.from != always {
			first = dayText(int64(a.begin.from))
		}
		if a.begin.to != never {
			last = dayText(int64(a.begin.to))
		}
		if err != nil || first != c.first || last != c.last || a.class() != c.class {
			t.Errorf("%s: got %s to %s, %s, %v; want %s to %s, %s", c.in, first, last, a.class(), err, c.first, c.last, c.class)
		}
	}
	for _, bad := range []string{"soon", "2011-13", "2011-02-30", "2011-W7", "2011-Q5", "2011-", "2011x02", "20", "before:", "until:2011", "2011/soon"} {
		if a, err := readAnchor(bad); err == nil {
			t.Errorf("%q was read as %+v", bad, a)
		}
	}
}

func TestAnchorsNearGold(t *testing.T) {
	for _, c := range []struct {
		gold, answer string
		near         bool
		distance     int
	}{
		{"2011-02-15", "2011-02-15", true, 0},
		{"2011-02-15", "2011-02-16", true, 1},
		{"2011-02-15", "2011-02-20", false, 5},
		{"2011-02-15", "2011-02", true, never},
		{"2011-02-15", "2011", false, never},
		{"2011-02-15", "2011-02-10/2011-02-14", true, never},
		{"2011-02-15", "2011-02-01/2011-03-03", true, never},
		{"2011-02-15", "2011-02-01/2011-03-04", false, never},
		{"2011-02-15", "before:2011-03", false, never},
		{"2011-02", "2011-02-15", true, never},
		{"2011-02", "2011-03", false, never},
		{"2011-02", "before:2011-03", false, never},
		{"before:2011-03", "2011-02", true, never},
		{"before:2011-03", "after:2011-02", false, never},
		{"2011/..", "2011/..", true, 0},
		{"2011/..", "2011-05/2012", true, never},
		{"2011/2012", "2011/..", false, never},
	} {
		gold, err := readAnchor(c.gold)
		if err != nil {
			t.Fatal(err)
		}
		answer, err := readAnchor(c.answer)
		if err != nil {
			t.Fatal(err)
		}
		if near, d := answer.nearTo(gold), answer.distance(gold); near != c.near || d != c.distance {
			t.Errorf("gold %s, answer %s: got near %v, %d days; want %v, %d", c.gold, c.answer, near, d, c.near, c.distance)
		}
	}
}

func TestDatesBecomeAnchors(t *testing.T) {
	for _, c := range []struct {
		date    string
		lasting bool
		want    string
	}{
		{"2009-06-23", false, "2009-06-23"},
		{"2009-06-23T09:30", false, "2009-06-23"},
		{"2009-06~", false, "2009-06"},
		{"2009", false, "2009"},
		{"2009-06-23/2009-06-24", true, "2009-06-23/2009-06-24"},
		{"2009-06-23/2009-06-24", false, "after:2009-06-22,before:2009-06-25"},
		{"2009-06-15/2009-06-21", false, "2009-W25"},
		{"2009-21", false, "after:2009-02-28,before:2009-06-01"},
		{"199X", true, "1990-01-01/1999-12-31"},
		{"2009-06/..", false, "2009-06-01/.."},
		{"../2009-06", false, "../2009-06-30"},
	} {
		v, err := edtf.Parse(c.date)
		if err != nil {
			t.Fatal(err)
		}
		got := anchorOf(v, c.lasting)
		if _, err := readAnchor(got); err != nil || got != c.want {
			t.Errorf("%s: got %s, %v; want %s", c.date, got, err, c.want)
		}
	}
}

func TestMentionsAreCountedInCharacters(t *testing.T) {
	place := bytePlaces("Über é")
	for chars, want := range map[int]int{-3: 0, 0: 0, 1: 2, 5: 6, 6: 8, 99: 8} {
		if got := place(chars); got != want {
			t.Errorf("character %d: got byte %d, want %d", chars, got, want)
		}
	}
}
