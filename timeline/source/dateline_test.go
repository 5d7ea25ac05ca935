package source

import (
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
