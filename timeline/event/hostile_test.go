package event_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/datelinehq/dateline/timeline/event"
	"github.com/datelinehq/dateline/timeline/text"
)

// Odd texts get an answer, and every span in it lies inside the text.
func TestOddTexts(t *testing.T) {
	r := newReader(t)
	for name, body := range map[string]string{
		"nothing":                "",
		"no event":               "The lake lies in the mountains. It is long and cold. The village beside it is old.",
		"quotation in quotation": "“He told me, ‘They said, “We will attack,” and then they attacked’,” the mayor said.",
		"quotation without end":  "“We bombed the town, he said, and “they bombed ours, and ‘nobody won.",
		"a table":                "Town | Killed | Wounded\n---|---|---\nAlpha | 12 | 30\nBeta | 4 | 9\n",
		"a list":                 "- attacked: 3\n- bombed: 4\n* kidnapped; released; killed\n1. talks\n2. talks\n",
		"all capitals":           "REBELS ATTACKED A POLICE STATION ON TUESDAY. THE ARMY WILL SEND TROOPS.",
		"no capitals":            "rebels attacked a police station on tuesday. the army will send troops.",
		"scanned":                "Rebe1s att-\nacked a po1ice stat ion on Tu esday , kil1ing n1ne . The arrny wil1 s end tr oops",
		"only triggers":          strings.Repeat("attack kill talks arrest sanction ", 400),
		"only hyphens":           strings.Repeat("attack-kill-talks-", 400),
		"nested clauses":         strings.Repeat("the minister said that the rebels threatened to ", 200) + "attack.",
		"one long list":          "They attacked " + strings.Repeat("a town, ", 1500) + "and a village.",
		"bad bytes":              "Rebels \xff\xfeattacked\xc3 the \xe2\x80 town.",
		"other letters":          "反政府勢力が町を攻撃した。Повстанцы атаковали город.",
	} {
		d, ms := r.mentions(body)
		check(t, name, d, ms)
	}
}

func check(t *testing.T, name string, d *text.Document, ms []event.Mention) {
	t.Helper()
	inside := func(s text.Span) bool { return 0 <= s.Start && s.Start < s.End && s.End <= len(d.Text) }
	for _, m := range ms {
		if !inside(m.Trigger) || !inside(m.Head) || m.Sentence < 0 || m.Sentence >= len(d.Sentences) {
			t.Errorf("%s: %+v lies outside the text", name, m)
		}
		if m.Type == "" || m.Status == "" || utf8.ValidString(d.Text) && !utf8.ValidString(m.Title) {
			t.Errorf("%s: type %q, status %q, title %q", name, m.Type, m.Status, m.Title)
		}
		for _, a := range m.Actors {
			if !inside(a.Span) {
				t.Errorf("%s: actor %+v lies outside the text", name, a)
			}
		}
	}
}

// An article of 5,000 events has 5,000 events.
func TestFiveThousandEvents(t *testing.T) {
	r := newReader(t)
	const n = 5000
	d, ms := r.mentions(strings.Repeat("Rebels attacked the town. ", n))
	check(t, "many", d, ms)
	if len(ms) != n {
		t.Errorf("got %d mentions, want %d", len(ms), n)
	}
}

func FuzzDetect(f *testing.F) {
	for _, s := range []string{
		"Rebels attacked a police station, and the army threatened to bomb the town until they withdraw.",
		"“He told me, ‘They attacked’,” the mayor said.", "test-fired - sit-in -", "REBELS ATTACK", "a\xffb attacked",
	} {
		f.Add(s)
	}
	r := newReader(f)
	f.Fuzz(func(t *testing.T, body string) {
		if len(body) > 4000 {
			return
		}
		d, ms := r.mentions(body)
		check(t, body, d, ms)
	})
}
