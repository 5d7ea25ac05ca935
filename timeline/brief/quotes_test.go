package brief

import (
	"slices"
	"testing"

	"github.com/datelinehq/dateline/timeline"
)

func TestTitleIsQuotedInTheSourcesWords(t *testing.T) {
	const sentence = "It also test-fired a missile, and the North threatened war in May."
	for title, want := range map[string][]string{
		"The North threatened war in May":            {"the North threatened war in May"},
		"⟨North Korea⟩ also test-fired a missile":    {"also test-fired a missile"},
		"It … test-fired a missile … threatened war": {"It", "test-fired a missile", "threatened war"},
		"It also test-fired …":                       {"It also test-fired …"},
		"… threatened war in May":                    {"threatened war in May"},
		"threatened war … test-fired":                {sentence},
		"The North fired":                            {sentence},
		"⟨The second test⟩":                          {sentence},
		"":                                           {sentence},
		"⟨broken":                                    {sentence},
	} {
		e := &timeline.Event{Title: title, Cites: []timeline.Cite{{Quote: sentence}}}
		if got := quotes(e); !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", title, got, want)
		}
	}
}
