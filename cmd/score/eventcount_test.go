package main

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestSentencesOfTheMetric(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"One. Two! Three? Four", []string{"One.", " Two!", " Three?", " Four"}},
		{"Mr. Smith met Gen. Lee of the U.S. Army. J. Doe left.", []string{"Mr. Smith met Gen. Lee of the U.S. Army.", " J. Doe left."}},
		{"“It is over.” She left. 20 stayed.", []string{"“It is over.”", " She left.", " 20 stayed."}},
		{"It fell 3.5 percent. and rose", []string{"It fell 3.5 percent. and rose"}},
		{"A title\n\nA line.\nAnother", []string{"A title\n", "A line.\n", "Another"}},
		{"He asked why (No.) Yes.", []string{"He asked why (No.)", " Yes."}},
		{" \n ", nil},
		{"", nil},
	} {
		var got []string
		for _, s := range splitSentences(c.in) {
			got = append(got, c.in[s[0]:s[1]])
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q: got %q, want %q", c.in, got, c.want)
		}
	}
}

func FuzzSentences(f *testing.F) {
	f.Add("Mr. A. said “no.” Then\nshe left... 3.5 \xff.")
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for i, x := range splitSentences(s) {
			if x[0] < last || x[1] <= x[0] || strings.TrimSpace(s[last:x[0]]) != "" {
				t.Fatalf("%q: sentence %d is %v after %d", s, i, x, last)
			}
			if got := splitSentences(s).at(x[0]); got != i {
				t.Fatalf("%q: byte %d is in sentence %d, want %d", s, x[0], got, i)
			}
			last = x[1]
		}
		if strings.TrimSpace(s[last:]) != "" {
			t.Fatalf("%q: nothing holds %q", s, s[last:])
		}
	})
}

// port is the first article of the small gold data.
func port(t *testing.T) *goldArticle {
	t.Helper()
	gold, err := readLines[goldArticle]("testdata/data/events/gold.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	return &gold[0]
}

func TestEventCounts(t *testing.T) {
	g := port(t)
	at := func(words, date string) eventAnswer {
		k := strings.Index(g.Text, words)
		return eventAnswer{Start: k, End: k + len(words), Date: date, Status: "occurred", Type: "OTHER"}
	}
	with := func(a eventAnswer, change func(*eventAnswer)) eventAnswer { change(&a); return a }
	base := eventCount{gold: 3, goldUndated: 1}
	for _, c := range []struct {
		name    string
		dated   []eventAnswer
		undated []eventAnswer
		want    func(*eventCount)
	}{
		{name: "nothing", want: func(*eventCount) {}},
		{"right in all", []eventAnswer{with(at("met", "2009-06-16"), func(a *eventAnswer) {
			a.Type, a.Actors = "CONSULT", []actorAnswer{{Code: " fra", Role: "Source"}, {Code: "", Role: "target"}, {Code: "X", Role: "other"}}
		})}, nil, func(c *eventCount) {
			c.dated, c.matched, c.equal, c.compatible, c.qualified, c.status, c.typed, c.typesRight = 1, 1, 1, 1, 1, 1, 1, 1
			c.goldActors, c.actors, c.actorsRight = 1, 1, 1
		}},
		{"wrong date, type and actor", []eventAnswer{with(at("met", "2009-06-23"), func(a *eventAnswer) {
			a.Status, a.Actors = "denied", []actorAnswer{{Code: "FRA", Role: "target"}}
		})}, nil, func(c *eventCount) {
			c.dated, c.matched, c.typed, c.goldActors, c.actors = 1, 1, 1, 1, 1
		}},
		{"coarser than gold", []eventAnswer{at("met", "2009-06")}, nil, func(c *eventCount) {
			c.dated, c.matched, c.compatible, c.status, c.typed, c.goldActors = 1, 1, 1, 1, 1, 1
		}},
		{"finer than gold", []eventAnswer{at("Strikes", "2009-05-12")}, nil, func(c *eventCount) {
			c.dated, c.matched, c.falsePrecision, c.status, c.typed = 1, 1, 1, 1, 1
		}},
		{"another right reading, on a further mention", []eventAnswer{at("hit", "2009-05-01/2009-05-31")}, nil, func(c *eventCount) {
			c.dated, c.matched, c.equal, c.compatible, c.qualified, c.status, c.typed = 1, 1, 1, 1, 1, 1, 1
		}},
		{"another status is right; OTHER asks for no type", []eventAnswer{with(at("vote", "2009-07"), func(a *eventAnswer) { a.Status, a.Type = "Proposed", "AID" })}, nil, func(c *eventCount) {
			c.dated, c.matched, c.equal, c.compatible, c.qualified, c.status = 1, 1, 1, 1, 1, 1
		}},
		{"same sentence and date", []eventAnswer{at("is due", "2009-07")}, nil, func(c *eventCount) {
			c.dated, c.matched, c.equal, c.compatible, c.qualified = 1, 1, 1, 1, 1
		}},
		{"same sentence, other date", []eventAnswer{at("is due", "2009-08")}, nil, func(c *eventCount) { c.dated = 1 }},
		{"mentioned twice", []eventAnswer{at("Strikes", "2009-05"), at("hit", "2009-05")}, nil, func(c *eventCount) {
			c.dated, c.repeated, c.matched, c.equal, c.compatible, c.qualified, c.status, c.typed = 2, 1, 1, 1, 1, 1, 1, 1
		}},
		{"gold leaves it undated", []eventAnswer{at("walked", "2009-05")}, nil, func(c *eventCount) { c.dated, c.datedUndated = 1, 1 }},
		{"a sentence without gold", []eventAnswer{at("is old", "2009-05")}, nil, func(c *eventCount) { c.dated, c.datedNothing = 1, 1 }},
		{"optional", []eventAnswer{at("cost", "2009-04")}, nil, func(*eventCount) {}},
		{"unreadable", []eventAnswer{at("met", "soon")}, nil, func(c *eventCount) {
			c.dated, c.unreadable, c.matched, c.status, c.typed, c.goldActors = 1, 1, 1, 1, 1, 1
		}},
		{"left undated, in either list", []eventAnswer{at("met", "")}, []eventAnswer{at("hit", "")}, func(c *eventCount) { c.leftUndated = 2 }},
		{"the tray", nil, []eventAnswer{at("walked out", "")}, func(c *eventCount) { c.undated, c.undatedGood = 1, 1 }},
		{"the tray takes no dates", nil, []eventAnswer{with(at("out", "2009"), func(a *eventAnswer) { a.Status = "denied" })}, func(c *eventCount) { c.undated = 1 }},
		{"outside the text", []eventAnswer{{Start: -5, End: 9999, Date: "2001"}, {Start: 9000, End: 9001, Date: "2001"}}, nil, func(c *eventCount) {
			c.dated, c.matched, c.typed, c.datedNothing = 2, 1, 1, 1
		}},
	} {
		want := base
		c.want(&want)
		var got eventCount
		got.add(g, &eventsAnswer{Events: c.dated, Undated: c.undated}, &faults{})
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got\n%+v\nwant\n%+v", c.name, got, want)
		}
	}
}
