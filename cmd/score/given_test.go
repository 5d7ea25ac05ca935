package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/datelinehq/dateline/timeline/text"
)

func TestGivenMentionsAreDated(t *testing.T) {
	d, err := newDateline(Options{})
	if err != nil {
		t.Fatal(err)
	}
	const body = "North Korea tested a missile on Tuesday. The river sparkled in May. Officials were weary. Engineers will ponder it."
	words := []string{"tested", "sparkled", "weary", "ponder"}
	var given []text.Span
	for _, w := range words {
		at := strings.Index(body, w)
		given = append(given, text.Span{Start: at, End: at + len(w)})
	}
	for _, c := range []struct {
		published, word string
		want            anchorGuess
	}{
		{"2009-06-20", "tested", anchorGuess{"2009-06-16", true}},
		{"2009-06-20", "sparkled", anchorGuess{"2009-05", true}},
		{"2009-06-20T10:00", "weary", anchorGuess{"2009-06-16", false}},
		{"2009-06-20", "ponder", anchorGuess{"after:2009-06-20", false}},
		{"", "tested", anchorGuess{"UNK", false}},
	} {
		if got := d.anchors(article{ID: "a", Published: c.published, Text: body}, given)[slices.Index(words, c.word)]; got != c.want {
			t.Errorf("published %q, %s: got %+v, want %+v", c.published, c.word, got, c.want)
		}
	}
}

func TestGivenMentionsOutsideTheText(t *testing.T) {
	d, err := newDateline(Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, body := range []string{"", "Tested.", "\n\n"} {
		given := []text.Span{{}, {Start: len(body), End: len(body)}}
		for i, g := range d.anchors(article{ID: "a", Published: "2009-06-20", Text: body}, given) {
			if _, err := readAnchor(g.Anchor); err != nil || g.Said {
				t.Errorf("%q, mention %d: got %+v, %v", body, i, g, err)
			}
		}
	}
}
