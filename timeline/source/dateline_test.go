package source

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/datelinehq/dateline/timeline/text"
)

// A dateline is a sentence of its zone; what follows is body, in the same paragraph.
func TestDatelines(t *testing.T) {
	const body = " China and the U.S. held talks.\n\nMore is to come.\n"
	for _, c := range []struct{ line, place, origin string }{
		{"BEIJING (AP) —", "Beijing", "Associated Press"},
		{"WASHINGTON, Aug. 11 (Xinhua) --", "Washington", "Xinhua"},
		{"KABUL, Afghanistan, Oct. 3 (Reuters) -", "Kabul", "Reuters"},
		{"ST. PETERSBURG, Fla. (AP) _", "St. Petersburg", "Associated Press"},
		{"PARIS, 5 March (AFP) -", "Paris", "Agence France-Presse"},
		{"TOKYO/SEOUL (Reuters) –", "Tokyo/Seoul", "Reuters"},
		{"Boulder, CO, Nov. 15 (UPI) --", "Boulder", "United Press International"},
		{"Paris (Reuters) –", "Paris", "Reuters"},
		{"(AFP) --", "", "Agence France-Presse"},
		{"PITTSBURGH —", "Pittsburgh", ""},
	} {
		for _, head := range []string{"", "Talks Planned\n\n"} {
			a := read(t, "a.txt", head+c.line+body, Given{})
			if a.Place != c.place || a.Origin != c.origin {
				t.Errorf("%s: got place %q and origin %q, want %q and %q", c.line, a.Place, a.Origin, c.place, c.origin)
			}
			var got []text.Sentence
			d := text.Split(a, text.Rules{})
			for _, s := range d.Sentences {
				if s.Zone == text.Dateline {
					got = append(got, s)
				}
			}
			if len(got) != 1 || got[0].In(d.Text) != c.line {
				t.Errorf("%s: got %d sentences of the dateline", c.line, len(got))
			}
		}
	}
	for _, line := range []string{"NASA — the agency — said so.", "Iraq - where it began (again) - is calm.", "The town (again) - was calm.", "LAHORE: all is calm."} {
		for _, m := range read(t, "a.txt", line+"\n\nMore.\n", Given{}).Marks {
			if m.Zone == text.Dateline {
				t.Errorf("%s: %q is no dateline", line, m.In(line))
			}
		}
	}
}

func TestDatelineWithinALine(t *testing.T) {
	for _, c := range []struct{ text, marked, place, origin string }{
		{"RABAT | Sun Feb 20, 2011 6:47 pm EST RABAT (Reuters) - A son spoke.", "RABAT | Sun Feb 20, 2011 6:47 pm EST RABAT (Reuters) - ", "Rabat", "Reuters"},
		{"Envoys met in Libya, Bahrain and Yemen (CNN) -- At least 20 people were killed.", "(CNN) -- ", "", "CNN"},
		{"By a reporter\nNEW: fighting goes on. AL-UQAYLA, Libya (Reuters) - Rebels pushed west.", "(Reuters) - ", "", "Reuters"},
		{"It spoke (at length) - and left.", "", "", ""},
		{strings.Repeat("Words and words. ", 400) + "ROME (AP) - Late.", "", "", ""},
	} {
		a := read(t, "a.jsonl", `{"id":"x","text":`+quoted(c.text)+`}`, Given{})
		got := ""
		for _, m := range a.Marks {
			if m.Zone == text.Dateline {
				got += m.In(a.Text)
			}
		}
		if got != c.marked || a.Place != c.place || a.Origin != c.origin {
			t.Errorf("%.60q: marked %q, place %q, origin %q", c.text, got, a.Place, a.Origin)
		}
	}
}

func quoted(s string) string {
	b, _ := json.Marshal(s)
	return string(b)
}
