package main

import (
	"slices"
	"testing"
)

func TestCodingCounts(t *testing.T) {
	no := false
	usa := codedEvent{Source: "USA", Target: "RUS", Plover: "ACCUSE", SourceText: "Washington", TargetText: "Moscow"}
	with := func(e codedEvent, change func(*codedEvent)) codedEvent { change(&e); return e }
	swapped := codedEvent{Source: "RUS", Target: "USA", Plover: "ACCUSE"}
	both := with(usa, func(e *codedEvent) { e.Recip = true })
	onlySource := codedEvent{SourceText: "the mayor", Plover: "AID"}
	for _, c := range []struct {
		name                string
		gold                codedSentence
		answer              []codedEvent
		types, pairs, tuple tally
	}{
		{"right", codedSentence{Events: []codedEvent{usa}}, []codedEvent{usa}, tally{1, 0, 0}, tally{1, 0, 0}, tally{1, 0, 0}},
		{"twice the same counts once", codedSentence{Events: []codedEvent{usa}}, []codedEvent{usa, usa}, tally{1, 0, 0}, tally{1, 0, 0}, tally{1, 0, 0}},
		{"nothing", codedSentence{Events: []codedEvent{usa}}, nil, tally{0, 0, 1}, tally{0, 0, 1}, tally{0, 0, 1}},
		{"wrong type", codedSentence{Events: []codedEvent{usa}}, []codedEvent{with(usa, func(e *codedEvent) { e.Plover = "AID" })}, tally{0, 1, 1}, tally{1, 0, 0}, tally{0, 1, 1}},
		{"old name of the type", codedSentence{Events: []codedEvent{usa}}, []codedEvent{with(usa, func(e *codedEvent) { e.Plover = "disapprove " })}, tally{1, 0, 0}, tally{1, 0, 0}, tally{1, 0, 0}},
		{"the other way round", codedSentence{Events: []codedEvent{usa}}, []codedEvent{swapped}, tally{1, 0, 0}, tally{0, 1, 1}, tally{0, 1, 1}},
		{"the other way round, where both are right", codedSentence{Events: []codedEvent{both}}, []codedEvent{usa, swapped}, tally{1, 0, 0}, tally{1, 0, 0}, tally{1, 0, 0}},
		{"a role behind the country", codedSentence{Events: []codedEvent{usa}}, []codedEvent{{Source: "usagov", Target: "RUSMIL", Plover: "ACCUSE"}}, tally{1, 0, 0}, tally{1, 0, 0}, tally{1, 0, 0}},
		{"by words", codedSentence{Events: []codedEvent{usa}}, []codedEvent{{SourceText: "officials in Washington", TargetText: "Moscow's envoy", Plover: "ACCUSE"}}, tally{1, 0, 0}, tally{1, 0, 0}, tally{1, 0, 0}},
		{"gold without a target", codedSentence{Events: []codedEvent{onlySource}}, []codedEvent{with(onlySource, func(e *codedEvent) { e.Target = "USA" })}, tally{1, 0, 0}, tally{0, 1, 1}, tally{0, 1, 1}},
		{"more than gold", codedSentence{Events: []codedEvent{usa}}, []codedEvent{usa, onlySource}, tally{1, 1, 0}, tally{1, 1, 0}, tally{1, 1, 0}},
		{"more than gold, which is not all", codedSentence{Exhaustive: &no, Events: []codedEvent{usa}}, []codedEvent{usa, onlySource}, tally{1, 0, 0}, tally{1, 0, 0}, tally{1, 0, 0}},
		{"missed in gold that is not all", codedSentence{Exhaustive: &no, Events: []codedEvent{usa}}, []codedEvent{onlySource, swapped}, tally{1, 0, 0}, tally{0, 1, 1}, tally{0, 1, 1}},
		{"half an actor pair in gold that is not all", codedSentence{Exhaustive: &no, Events: []codedEvent{onlySource}}, nil, tally{0, 0, 1}, tally{}, tally{}},
		{"an event in a neutral sentence", codedSentence{Neutral: true}, []codedEvent{onlySource}, tally{0, 1, 0}, tally{0, 1, 0}, tally{0, 1, 0}},
		{"a statement in a neutral sentence", codedSentence{Neutral: true}, []codedEvent{{SourceText: "he", Plover: "STATEMENT"}}, tally{}, tally{}, tally{}},
	} {
		var got codingCount
		got.add(&c.gold, c.answer, &faults{})
		if got.types != c.types || got.pairs != c.pairs || got.tuples != c.tuple {
			t.Errorf("%s: got types %+v, pairs %+v, tuples %+v; want %+v, %+v, %+v", c.name, got.types, got.pairs, got.tuples, c.types, c.pairs, c.tuple)
		}
	}
}

func TestTypeFromCAMEOCode(t *testing.T) {
	for code, want := range map[string]string{
		"": "", "0": "", "010": "", "042": "CONSULT", "0841": "RETREAT", "08": "CONCEDE", "[163]": "COERCE", "164": "SANCTION",
		"1712": "ASSAULT", "171": "COERCE", "191": "COERCE", "20": "ASSAULT", "21": "", "00": "", "99": "",
	} {
		if got := (codedEvent{Code: code}).plover(); got != want {
			t.Errorf("%q: got %q, want %q", code, got, want)
		}
	}
	if got := (codedEvent{Plover: "AID", Code: "190"}).plover(); got != "AID" {
		t.Errorf("a given type: got %q, want AID", got)
	}
}

func TestYieldIsTwoTypes(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{{"YIELD", "CONCEDE", true}, {"RETREAT", "YIELD", true}, {"RETREAT", "CONCEDE", false}, {"YIELD", "AID", false}, {"AID", "AID", true}} {
		if got := sameType(c.a, c.b); got != c.want {
			t.Errorf("%s and %s: got %v", c.a, c.b, got)
		}
	}
}

func TestWordsOfANameThatTellSomething(t *testing.T) {
	if got, want := contentWords("The U.S. President’s men, of the Élysée"), []string{"us", "president", "men", "élysée"}; !slices.Equal(slices.Sorted(slices.Values(got)), slices.Sorted(slices.Values(want))) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestPairMostGivesWayWhereItMust(t *testing.T) {
	// The first gold event fits both answers, the second the first one only.
	ofGold, ofAnswer := pairMost(2, 2, func(g, a int) bool { return g == 0 || a == 0 })
	if !slices.Equal(ofGold, []int{1, 0}) || !slices.Equal(ofAnswer, []int{1, 0}) {
		t.Errorf("got %v and %v", ofGold, ofAnswer)
	}
}
