package edition

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/text"
)

func when(s string) edtf.Interval {
	v, err := edtf.Parse(s)
	if s != "" && err != nil {
		panic(err)
	}
	return v
}

// happening is "ID DATE STATUS LEMMA SIDES": "e1 2009-05 occurred test PRK,USA"; "-"
// is no date.
func happening(s string) timeline.Event {
	f := strings.Fields(s)
	e := timeline.Event{ID: f[0], Title: f[0], Status: timeline.Status(f[2]), Lemma: f[3], Type: "OTHER", Grade: timeline.Certain, Origins: 1}
	if f[1] != "-" {
		e.When = when(f[1])
	}
	for _, side := range strings.Split(f[4], ",") {
		e.Actors = append(e.Actors, timeline.Actor{Name: side, Code: side})
	}
	quote := "sentence of " + f[0]
	e.Cites = []timeline.Cite{{Source: 1, Span: text.Span{End: len(quote)}, Quote: quote, Trigger: text.Span{End: 1}}}
	return e
}

func run(asOf string, lines ...string) *timeline.Timeline {
	t := &timeline.Timeline{Version: timeline.Version, AsOf: when(asOf).Start}
	for _, l := range lines {
		if e := happening(l); e.Dated() {
			t.Events = append(t.Events, e)
		} else {
			t.Undated = append(t.Undated, e)
		}
	}
	return t
}

func TestEachKindOfChange(t *testing.T) {
	base := "e1 2009-06-23 scheduled talk CHN,USA"
	for _, c := range []struct {
		name          string
		before, after []string
		want          string
	}{
		{"nothing", []string{base}, []string{base}, ""},
		{"new", nil, []string{base}, "new e1"},
		{"withdrawn", []string{base}, nil, "withdrawn e1"},
		{"moved", []string{base}, []string{"e1 2009-06-25 scheduled talk CHN,USA"}, "moved e1"},
		{"sharper", []string{"e1 2009-06 occurred talk CHN"}, []string{"e1 2009-06-25 occurred talk CHN"}, "sharper e1"},
		{"dated", []string{"e1 - occurred talk CHN"}, []string{"e1 2009-06 occurred talk CHN"}, "sharper e1"},
		{"vaguer", []string{"e1 2009-06-25 occurred talk CHN"}, []string{"e1 2009-06 occurred talk CHN"}, "vaguer e1"},
		{"doubt alone", []string{"e1 2009-06 occurred talk CHN"}, []string{"e1 2009-06? occurred talk CHN"}, ""},
		{"status", []string{base}, []string{"e1 2009-06-23 occurred talk CHN,USA"}, "status e1"},
		{"moved and cancelled", []string{base}, []string{"e1 2009-06-25 cancelled talk CHN,USA"}, "moved e1, status e1"},
		{"another ID, like words", []string{base}, []string{"e2 2009-06-23 occurred talk CHN"}, "status e2"},
		{"another ID, another day", []string{base}, []string{"e2 2009-06-24 occurred talk CHN"}, "new e2, withdrawn e1"},
		{"two that fit", []string{base, "e3 2009-06-23 scheduled talk CHN,USA"}, []string{"e2 2009-06-23 occurred talk CHN"}, "new e2, withdrawn e1, withdrawn e3"},
	} {
		var got []string
		for _, x := range Compare(run("2009-06-20", c.before...), run("2009-06-27", c.after...)).List {
			id := x.Event
			if id == "" {
				id = x.Former
			}
			got = append(got, string(x.Kind)+" "+id)
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s: got %q, want %q", c.name, s, c.want)
		}
	}
}

func TestOriginsConflictsAndTitles(t *testing.T) {
	a, b := run("2009-06-20", "e1 2009-06-23 occurred talk CHN"), run("2009-06-20", "e1 2009-06-23 occurred talk CHN")
	b.Events[0].Origins, b.Events[0].Title = 3, "Talks"
	b.Events[0].Conflicts = []timeline.Conflict{{Field: "when"}}
	got := Compare(a, b)
	if got.Count(Corroborated) != 1 || got.Count(Contradicted) != 1 || got.Count(Reworded) != 0 || got.Same != 0 {
		t.Errorf("got %+v", got.List)
	}
	back := Compare(b, a)
	if back.Count(Settled) != 1 || len(back.List) != 1 {
		t.Errorf("back: got %+v", back.List)
	}
	b.Events[0] = a.Events[0]
	b.Events[0].Title = "Talks"
	if got := Compare(a, b); got.Count(Reworded) != 1 {
		t.Errorf("another title: got %+v", got.List)
	}
}

func TestSameWordsPairEventsOfOtherIDs(t *testing.T) {
	a, b := run("2009-06-20", "e1 2009-06-23 scheduled talk CHN"), run("2009-06-20", "e9 2009-07 occurred meet USA")
	b.Events[0].Cites = a.Events[0].Cites
	if got := Compare(a, b); got.Count(New) != 0 || got.Count(Moved) != 1 {
		t.Errorf("got %+v", got.List)
	}
}

func TestComparingIsTheSameInAnyOrderOfSources(t *testing.T) {
	var lines []string
	for i := range 40 {
		lines = append(lines, fmt.Sprintf("e%d 2009-06-%02d occurred talk CHN,USA", i, i%28+1))
	}
	back := slices.Clone(lines)
	slices.Reverse(back)
	if got := Compare(run("2009-06-20", lines...), run("2009-06-20", back...)); len(got.List) != 0 || got.Same != 40 {
		t.Errorf("got %+v", got.List)
	}
}

func TestWhatBecameOfPromises(t *testing.T) {
	promise := "e1 2009-06-23/2009-06-24 scheduled talk CHN,USA"
	for _, c := range []struct {
		name, asOf string
		later      []string
		want       State
	}{
		{"its time is to come", "2009-06-22", nil, Open},
		{"it is its day", "2009-06-24", nil, Open},
		{"its time passed", "2009-06-25", nil, NoReport},
		{"another report of it", "2009-06-25", []string{"e2 2009-06-23 occurred talk CHN,USA"}, Happened},
		{"the same event, occurred", "2009-06-25", []string{"e1 2009-06-23 occurred talk CHN,USA"}, Happened},
		{"only one of the two", "2009-06-25", []string{"e2 2009-06-23 occurred talk CHN"}, NoReport},
		{"other talks, earlier", "2009-06-25", []string{"e2 2009-06-02 occurred talk CHN,USA"}, NoReport},
		{"cancelled", "2009-06-22", []string{"e2 2009-06-23 cancelled talk CHN,USA"}, Cancelled},
		{"put off", "2009-06-22", []string{"e1 2009-07-01 scheduled talk CHN,USA"}, PutOff},
		{"put off, and over", "2009-07-05", []string{"e1 2009-07-01 scheduled talk CHN,USA"}, NoReport},
		{"further talks are another promise", "2009-06-22", []string{"e2 2009-07-01 scheduled talk CHN,USA"}, Open},
		{"a report without a date", "2009-06-25", []string{"e2 - occurred talk CHN,USA"}, NoReport},
	} {
		book := Ledger(Ledger(nil, run("2009-06-20", promise)), run(c.asOf, c.later...))
		if book[0].State != c.want {
			t.Errorf("%s: got %s, want %s", c.name, book[0].State, c.want)
		}
	}
}

func TestPromiseWithoutADate(t *testing.T) {
	book := Ledger(nil, run("2009-06-20", "e1 - threatened attack PRK,KOR"))
	if got := Ledger(book, run("2010-01-01"))[0].State; got != Open {
		t.Errorf("half a year later: %s", got)
	}
	if got := Ledger(book, run("2010-12-01", "e2 2010-11-23 occurred attack PRK,KOR"))[0]; got.State != Happened || got.By != "e2" {
		t.Errorf("after the attack: %+v", got)
	}
	if got := Ledger(book, run("2010-12-01", "e2 2008-11-23 occurred attack PRK,KOR"))[0].State; got != Open {
		t.Errorf("after word of an older attack: %s", got)
	}
}

func TestLateReportClosesAPromise(t *testing.T) {
	book := Ledger(nil, run("2009-06-20", "e1 2009-06-23 scheduled talk CHN,USA"))
	book = Ledger(book, run("2009-07-01"))
	if book = Ledger(book, run("2009-08-01", "e2 2009-06-23 occurred talk CHN,USA")); book[0].State != Happened {
		t.Errorf("got %+v", book[0])
	}
	if book[0].Made != when("2009-06-20").Start || book[0].Closed != when("2009-08-01").Start {
		t.Errorf("made %v, closed %v", book[0].Made, book[0].Closed)
	}
}

func TestLedgerTwiceIsLedgerOnce(t *testing.T) {
	now := run("2009-06-25", "e0 2009-06-23 occurred talk CHN,USA", "e1 2009-06-23 scheduled talk CHN,USA", "e2 2009-07 proposed meet KOR", "e3 - threatened war PRK")
	once := Ledger(nil, now)
	if twice := Ledger(once, now); !reflect.DeepEqual(once, twice) {
		t.Errorf("once  %+v\ntwice %+v", once, twice)
	}
	if once[0].State != Happened || len(once) != 3 {
		t.Errorf("got %+v", once)
	}
}

func TestPromiseOfTwoSourcesIsEnteredOnce(t *testing.T) {
	book := Ledger(nil, run("2009-06-20", "e1 2009-06-23 scheduled talk CHN,USA", "e2 2009-06-23 scheduled talk CHN,USA", "e3 - scheduled talk CHN,USA"))
	if len(book) != 1 {
		t.Errorf("got %+v", book)
	}
}
