package main

import (
	"math"
	"testing"

	"github.com/datelinehq/dateline/timeline/text"
)

func heapOf(articles ...[]string) (out []orderArticle) {
	for _, ss := range articles {
		var a orderArticle
		for i, s := range ss {
			a.Sentences = append(a.Sentences, struct {
				N      int    `json:"n"`
				Tokens string `json:"tokens"`
			}{i, s})
		}
		out = append(out, a)
	}
	return out
}

func TestAPartOfANameStandsForTheWholeWhereItMostlyMeansIt(t *testing.T) {
	h := newHeapNames(heapOf(
		[]string{"Ana Ruiz opened the Vega 20 plant", "Ruiz smiled"},
		[]string{"Ana Ruiz resigned", "the Vega 10 was late"},
		[]string{"Ana Lopez bought a Vega", "it flew"},
		[]string{"Ana was a storm"},
	))
	for _, tt := range []struct {
		name, words string
		want        bool
	}{
		{"Ana Ruiz", "Ruiz", true},
		{"Ana Ruiz", "minister Ana Ruiz", true},
		{"Ana Ruiz", "Ana", false},
		{"Vega 20", "a Vega", false},
		{"Vega 20", "the Vega 20", true},
		{"Ana Ruiz Esquire", "Ruiz", true}, // a word that stands nowhere is a slip
		{"Nobody", "Ana", false},
		{"", "Ana", false},
	} {
		if got := h.target(tt.name).named(tt.words); got != tt.want {
			t.Errorf("%q in %q: %v, want %v", tt.name, tt.words, got, tt.want)
		}
	}
}

func TestMentionsAreNamedByTheWordsOfTheGold(t *testing.T) {
	a := heapOf([]string{"Vega rolls out plane", "May 1 , 2010", "`` We sold it , '' she said ."})[0]
	a.ID = "77"
	a.Text = "Vega rolls out plane\n\n“We sold it,” she said."
	ps := placesOf(a)
	for _, tt := range []struct {
		start, end int
		want       string
	}{{5, 14, "77-0-rolls_out"}, {28, 33, "77-2-sold"}, {200, 210, ""}} {
		if got := ps.mention(a.ID, text.Span{Start: tt.start, End: tt.end}); got != tt.want {
			t.Errorf("bytes %d to %d: got %q, want %q", tt.start, tt.end, got, tt.want)
		}
	}
}

func TestAnchorsBecomePlacesInAnOrder(t *testing.T) {
	for anchor, want := range map[string]string{
		"2011-02-15": "2011-02-15", "2011-02": "2011-02", "2011": "2011", "2011-02-15/2011-03-01": "2011-02-15",
		"2011-W07": "2011", "2011-SP": "2011", "after:2011-02-15": "2011-02-15", "UNK": "2012-01-01", "before:2011-02-15/after:2011-02-15": "2012-01-01", "": "2012-01-01",
	} {
		if got := startOf(anchor, "2012-01-01"); got != want {
			t.Errorf("%s: got %s, want %s", anchor, got, want)
		}
	}
}

func TestOrdersAreComparedByTheirRelations(t *testing.T) {
	gold := made(goldEntry{Order: 0, Date: "XXXX-XX-XX", Mentions: []string{"z"}},
		goldEntry{Order: 1, Date: "2011-02-XX", Mentions: []string{"a", "b"}}, goldEntry{Order: 2, Date: "2011-03-01", Mentions: []string{"c"}})
	for _, tt := range []struct {
		what            string
		answer          goldTimeline
		order, mentions float64
	}{
		{"the same", gold, 1, 1},
		{"nothing", made(), 0, 0},
		{"the wrong way round", made(goldEntry{Order: 1, Mentions: []string{"c"}}, goldEntry{Order: 2, Mentions: []string{"a"}}), 0, 0.8},
		{"one left out", made(goldEntry{Order: 1, Mentions: []string{"a"}}, goldEntry{Order: 5, Mentions: []string{"c"}}), 0.5, 0.8},
	} {
		var c orderCount
		c.add(tt.answer, gold)
		fs := c.figures("x")
		if math.Abs(fs[0].Value-tt.order) > 1e-9 || math.Abs(fs[3].Value-tt.mentions) > 1e-9 {
			t.Errorf("%s: order %v, mentions %v; want %v, %v", tt.what, fs[0].Value, fs[3].Value, tt.order, tt.mentions)
		}
	}
}
