package edtf

import (
	"encoding/json"
	"testing"
)

func TestParseReadsWhatStringWrites(t *testing.T) {
	for _, s := range []string{
		"2009-06-23", "2009-05", "2008", "0000", "-0001", "1985-04-12T23:20:30Z", "2004-01-01T10:10:10+05:30",
		"2009-06-20T14", "2009-06-20T14:30", "2009-06-20T14:30-07:00", "2009-06-20T17-05:00", "2009-06-20T17Z", "2009-06-20T17:00+05:30~", "201X", "20XX", "2004-XX", "1985-04-XX", "1985-XX-XX",
		"2009-06-20~", "2009-07?", "1984%", "201X~", "2001-21", "2001-24?", "2009-33", "2009-36", "2009-41",
		"2009-06-23/2009-06-24", "2011/..", "../2011-05", "2011-02-01~/", "/2011", "Y17000", "Y-17000", "1964/2008", "2004-06?/2004-08~",
		"", "2009-06-20T24:00",
	} {
		v, err := Parse(s)
		if err != nil {
			t.Errorf("Parse(%q): %v", s, err)
			continue
		}
		if got := v.String(); got != s {
			t.Errorf("Parse(%q) prints as %q", s, got)
		}
	}
}

func TestParseRefusesWhatIsNoDate(t *testing.T) {
	for _, s := range []string{
		"2009-02-29", "2009-13", "2009-6", "2009-06-31", "25:61", "May 2009", "2009-06-20T25:00", "2009-06-20T10:61", "20X9",
		"2XXX", "XXXX", "201X-05", "Y2009", "Y00012", "-0000", "2009-25", "2009-XX-10", "2009/2008", "/", "../", "../..", "..?",
		"2009-06-20Z", "2009-06-20T10+15:00", "2009-06-20T10+1", "2009-06-20T10:10+99:00", "2009-06-20 ", "2009-06-20/2009-06-21/2009-06-22", "Y99999999999",
		"2009-05-05-05", "２００９",
	} {
		if v, err := Parse(s); err == nil {
			t.Errorf("Parse(%q) = %v, want an error", s, v)
		}
	}
}

func TestBoundsAreHalfOpen(t *testing.T) {
	for _, tt := range []struct{ date, first, last string }{
		{"2009-05", "2009-05-01", "2009-05-31"},
		{"2008", "2008-01-01", "2008-12-31"},
		{"199X", "1990-01-01", "1999-12-31"},
		{"19XX", "1900-01-01", "1999-12-31"},
		{"2009-33", "2009-01-01", "2009-03-31"},
		{"2009-41", "2009-07-01", "2009-12-31"},
		{"2008-24", "2008-12-01", "2009-02-28"},
		{"2009-06-23/2009-06-24", "2009-06-23", "2009-06-24"},
		{"2004-XX", "2004-01-01", "2004-12-31"},
		{"2009-06-20T24:00", "2009-06-21", "2009-06-21"},
		{"-0001", "-0001-01-01", "-0001-12-31"},
	} {
		first, next := mustParse(t, tt.date).DayBounds()
		if got, want := FromDays(first).String(), tt.first; got != want {
			t.Errorf("%s begins on %s, want %s", tt.date, got, want)
		}
		if got, want := FromDays(next-1).String(), tt.last; got != want {
			t.Errorf("%s ends on %s, want %s", tt.date, got, want)
		}
	}
	if first, next := mustParse(t, "../2009").Bounds(); first != Past || next == Future {
		t.Errorf("../2009 has bounds %d, %d: its start must be open and its end not", first, next)
	}
}

func TestAddKeepsPrecision(t *testing.T) {
	for _, tt := range []struct {
		date string
		n    int
		unit Unit
		want string
	}{
		{"2024-01-31", 1, Month, "2024-02-29"}, // the month's last day
		{"2024-02", 1, Month, "2024-03"},
		{"2024-03-01", -1, Day, "2024-02-29"},
		{"2009-06-20", -1, Week, "2009-06-13"},
		{"2009-05", 40, Day, "2009-06"},
		{"2008", -1, Year, "2007"},
		{"2009-33", -1, Quarter, "2008-36"},
		{"2009-24", 1, Season, "2010-21"},
		{"2009-21", -1, Season, "2008-24"},
		{"2009-40", 1, Half, "2009-41"},
		{"199X", 1, Decade, "200X"},
		{"19XX", -1, Century, "18XX"},
		{"2009-06-20~", 3, Day, "2009-06-23~"},
		{"2009-06-20T23:30+02:00", 45, Minute, "2009-06-21T00:15+02:00"},
		{"0000-01", -1, Month, "-0001-12"},
		{"2004-XX", 1, Year, "2005-XX"},
	} {
		if got := mustParse(t, tt.date).Start.Add(tt.n, tt.unit).String(); got != tt.want {
			t.Errorf("%s + %d %s: got %s, want %s", tt.date, tt.n, tt.unit, got, tt.want)
		}
	}
}

func TestTruncOnlyCoarsens(t *testing.T) {
	for _, tt := range []struct {
		date string
		unit Unit
		want string
	}{
		{"2009-06-20", Month, "2009-06"}, {"2009-06-20", Quarter, "2009-34"}, {"2009-06-20", Half, "2009-40"},
		{"2009-01-20", Season, "2008-24"}, {"2009-06-20", Decade, "200X"}, {"2009", Day, "2009"},
		{"2009-06-20~", Year, "2009~"}, {"2009-06-20T10:20Z", Hour, "2009-06-20T10Z"}, {"2009-06-20T10:20-05:00", Day, "2009-06-20"},
	} {
		if got := mustParse(t, tt.date).Start.Trunc(tt.unit).String(); got != tt.want {
			t.Errorf("%s cut to %s: got %s, want %s", tt.date, tt.unit, got, tt.want)
		}
	}
}

func TestSubNamesAPart(t *testing.T) {
	for _, tt := range []struct {
		date string
		n    int
		unit Unit
		want string
	}{
		{"2009", 3, Month, "2009-03"}, {"2009", 2, Quarter, "2009-34"}, {"2009-05", 31, Day, "2009-05-31"},
		{"2009-06", 31, Day, ""}, {"2009", 13, Month, ""}, {"200X", 10, Year, "2009"}, {"2009-05-03", 1, Month, ""},
	} {
		got, ok := mustParse(t, tt.date).Start.Sub(tt.n, tt.unit)
		if got.String() != tt.want || ok != (tt.want != "") {
			t.Errorf("%s %d of %s: got %q, want %q", tt.unit, tt.n, tt.date, got, tt.want)
		}
	}
}

func TestOrderIsStartThenEnd(t *testing.T) {
	order := []string{"../2007", "2008", "2009-05", "2009-05-01/2009-06", "2009-05-02", "2009-06-23/2009-06-24", "2009-06-26", ""}
	for i, a := range order {
		for j, b := range order {
			v, w := mustParse(t, a), mustParse(t, b)
			if got, want := v.Compare(w), boolInt(i > j)-boolInt(i < j); got != want {
				// A shorter interval with the same start comes first.
				t.Errorf("compare %q with %q: got %d, want %d", a, b, got, want)
			}
		}
	}
}

func TestOverlapKnowsThatMayHoldsThe25th(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"2009-05", "2009-05-25", true}, {"2009-05-24", "2009-05-25", false}, {"2009", "2009-34", true},
		{"2009-06-23/2009-06-24", "2009-06-24/..", true}, {"../2008", "2009", false},
	} {
		if got := mustParse(t, tt.a).Overlaps(mustParse(t, tt.b)); got != tt.want {
			t.Errorf("%s overlaps %s: got %v, want %v", tt.a, tt.b, got, tt.want)
		}
	}
}

func TestFinerIsAClaimToKnowMore(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"2009-05-25", "2009-05", true}, {"2009-05", "2009-05?", false}, {"2009-05", "2009-05-25", false}, {"2009-06-23", "2009-06-23/2009-06-24", true},
	} {
		if got := mustParse(t, tt.a).Finer(mustParse(t, tt.b)); got != tt.want {
			t.Errorf("%s finer than %s: got %v, want %v", tt.a, tt.b, got, tt.want)
		}
	}
}

func TestWeekdaysAndWeeks(t *testing.T) {
	for _, tt := range []struct {
		date, weekday string
		year, week    int
	}{
		{"2009-06-23", "Tuesday", 2009, 26}, {"2009-06-26", "Friday", 2009, 26}, {"2010-01-03", "Sunday", 2009, 53},
		{"2008-12-29", "Monday", 2009, 1}, {"1969-12-31", "Wednesday", 1970, 1}, {"1600-02-29", "Tuesday", 1600, 9},
	} {
		d := mustParse(t, tt.date).Start
		if got := d.Weekday().String(); got != tt.weekday {
			t.Errorf("%s is a %s, want %s", tt.date, got, tt.weekday)
		}
		if y, w := d.ISOWeek(); y != tt.year || w != tt.week {
			t.Errorf("%s is in week %d of %d, want %d of %d", tt.date, w, y, tt.week, tt.year)
		}
	}
}

func TestJSONRoundTrip(t *testing.T) {
	type pair struct {
		D Date     `json:"d"`
		V Interval `json:"v"`
	}
	in := pair{mustParse(t, "2009-06-20~").Start, mustParse(t, "2009-06-23/2009-06-24")}
	b, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := string(b), `{"d":"2009-06-20~","v":"2009-06-23/2009-06-24"}`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	var out pair
	if err := json.Unmarshal(b, &out); err != nil || out != in {
		t.Errorf("got %v, %v, want %v", out, err, in)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"2009-06-20~", "2009-05/..", "201X", "Y-17000", "1985-XX-XX", "2004-01-01T10:10:10+05:30", "2009-36?"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v, err := Parse(s)
		if err != nil {
			return
		}
		w, err := Parse(v.String())
		if err != nil || w != v {
			t.Errorf("%q became %q, which reads as %v, %v", s, v, w, err)
		}
		if first, next := v.Bounds(); first >= next {
			t.Errorf("%q has bounds %d, %d", s, first, next)
		}
		if v.Start.Unit > Open {
			for _, u := range []Unit{Century, Year, Month, Week, Day, Second} {
				if got := v.Start.Add(7, u); got.Unit != v.Start.Unit {
					t.Errorf("%q plus 7 %s has unit %s", s, u, got.Unit)
				}
			}
		}
	})
}

func mustParse(t *testing.T, s string) Interval {
	t.Helper()
	v, err := Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}
