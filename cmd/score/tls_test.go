package main

import (
	"math"
	"testing"
)

func made(entries ...goldEntry) goldTimeline { return goldTimeline{Entries: entries} }

func TestTimelinesAreComparedDayByDay(t *testing.T) {
	gold := made(
		goldEntry{Date: "2011-02-15", Summary: []string{"Police clash with protesters."}},
		goldEntry{Date: "2011-02-20", Summary: []string{"A minister resigns."}},
	)
	for _, tt := range []struct {
		what                 string
		answer               goldTimeline
		date, near, one, two float64
	}{
		{"the same", gold, 1, 1, 1, 1},
		{"nothing", made(), 0, 0, 0, 0},
		{"a day late, the same words", made(
			goldEntry{Date: "2011-02-16", Summary: []string{"Police clash with protesters."}},
			goldEntry{Date: "2011-02-20", Summary: []string{"A minister resigns."}}),
			0.5, 1, (4*0.5 + 3) / 7, (3*0.5 + 2) / 5},
		{"right days, other words", made(
			goldEntry{Date: "2011-02-15", Summary: []string{"Rain fell."}},
			goldEntry{Date: "2011-02-20", Summary: []string{"Snow lay."}}),
			1, 1, 0, 0},
	} {
		var c tlsCount
		c.add(tt.answer, gold)
		got := map[string]float64{}
		for _, f := range c.figures("x") {
			got[f.Name] = f.Value
		}
		for name, want := range map[string]float64{"x date.f1": tt.date, "x date.near.f1": tt.near, "x align.words.f1": tt.one, "x align.pairs.f1": tt.two} {
			if math.Abs(got[name]-want) > 1e-9 {
				t.Errorf("%s: %s: got %v, want %v", tt.what, name, got[name], want)
			}
		}
	}
}

func TestDaysWithoutSummariesAreScoredAsDays(t *testing.T) {
	var c tlsCount
	c.add(made(goldEntry{Date: "2011-02-15"}), made(goldEntry{Date: "2011-02-15"}))
	if fs := c.figures("x"); len(fs) != 3 || fs[0].Value != 1 {
		t.Errorf("got %v", fs)
	}
}

func TestLimitsAreThoseOfTheUsualProtocol(t *testing.T) {
	l, err := limitsOf(made(
		goldEntry{Date: "2011-02-20", Summary: []string{"a", "b", "c"}},
		goldEntry{Date: "2011-02-15", Summary: []string{"a", "b"}},
		goldEntry{Date: "2011-02-15"},
	))
	if want := (limits{2, 2, 15020, 15025}); err != nil || l != want {
		t.Errorf("got %v, %v; want %v", l, err, want)
	}
	if _, err := limitsOf(made(goldEntry{Date: "2011-02"})); err == nil {
		t.Error("a month is no day of a timeline")
	}
}

func TestDatesAgreeWithTheScorer(t *testing.T) {
	bin := scorer(t, "tlsscore")
	gold := made(goldEntry{Date: "2011-02-15", Summary: []string{"Police clash."}}, goldEntry{Date: "2011-02-20", Summary: []string{"Rain."}}, goldEntry{Date: "2011-03-01", Summary: []string{"Snow."}})
	answer := made(goldEntry{Date: "2011-02-15", Summary: []string{"Snow."}}, goldEntry{Date: "2011-02-21", Summary: []string{"Rain."}})
	dir := t.TempDir()
	b := &bench{Options: Options{Predictions: dir}, title: "gold"}
	o := &bench{Options: Options{Predictions: dir}, title: "answer"}
	for _, err := range []error{leaveTimeline(b, gold, "a", "x"), leaveTimeline(o, answer, "a", "x")} {
		if err != nil {
			t.Fatal(err)
		}
	}
	type prf struct{ F1 float64 }
	theirs := ask[[]struct {
		Date  prf `json:"date"`
		Date1 prf `json:"date_within_1_day"`
	}](t, bin, "-gold", dir+"/gold", "-sys", dir+"/answer", "-json")
	var c tlsCount
	c.add(answer, gold)
	agree(t, "tls", c.figures("x"), map[string]float64{"date.f1": theirs[0].Date.F1, "date.near.f1": theirs[0].Date1.F1})
}
