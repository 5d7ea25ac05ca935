package event_test

import (
	"strings"
	"testing"

	"github.com/datelinehq/dateline/seeds"
	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/pipeline"
	"github.com/datelinehq/dateline/timeline/text"
)

func events(t *testing.T, p *pipeline.Pipeline, sentence string) []timeline.Event {
	t.Helper()
	an := p.Analyse(text.Article{ID: "x", Text: sentence, Published: edtf.YMD(2009, 6, 20)})
	tl := pipeline.Assemble([]pipeline.Report{an.Report()}, pipeline.AssembleOptions{})
	return append(tl.Events, tl.Undated...)
}

func load(t *testing.T) *pipeline.Pipeline {
	t.Helper()
	p, err := pipeline.New(seeds.FS, pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func trigger(e timeline.Event) string {
	c := e.Cites[0]
	return c.Quote[c.Trigger.Start-c.Span.Start : c.Trigger.End-c.Span.Start]
}

// Each sentence tells of the event named by its trigger, with type, status,
// source and target. "-" is not looked at.
func TestSentencesAndTheirEvents(t *testing.T) {
	p := load(t)
	for _, c := range []struct{ sentence, trigger, kind, status, source, target string }{
		{"North Korea conducted an atomic test in May.", "conducted", "MOBILIZE", "occurred", "PRK", "-"},
		{"Rebels attacked a police station on Tuesday.", "attacked", "ASSAULT", "occurred", "-", "-"},
		{"The village was bombed by Israel on Monday.", "bombed", "ASSAULT", "occurred", "ISR", "-"},
		{"Russia accused Ukraine of the attack.", "accused", "ACCUSE", "occurred", "RUS", "UKR"},
		{"China has rejected the proposal.", "rejected", "REJECT", "occurred", "CHN", "-"},
		{"The ministers will meet in Paris on Friday.", "meet", "CONSULT", "scheduled", "-", "-"},
		{"The minister is due to visit Japan in July.", "visit", "CONSULT", "scheduled", "-", "JPN"},
		{"The minister plans to visit Japan in July.", "visit", "CONSULT", "scheduled", "-", "JPN"},
		{"France may withdraw its troops in July.", "withdraw", "RETREAT", "proposed", "FRA", "-"},
		{"Iran threatened to attack Israel.", "attack", "ASSAULT", "threatened", "IRN", "ISR"},
		{"Police arrested three men on Thursday.", "arrested", "COERCE", "occurred", "-", "-"},
		{"The court sentenced the general to death on Monday.", "sentenced", "SANCTION", "occurred", "-", "-"},
		{"Germany agreed to help Poland.", "agreed", "AGREE", "occurred", "DEU", "POL"},
		{"Egypt called off the talks.", "called", "REJECT", "occurred", "EGY", "-"},
		{"Troops did not attack the town.", "attack", "ASSAULT", "denied", "-", "-"},
		{"Thousands protested in Cairo on Sunday.", "protested", "PROTEST", "occurred", "-", "-"},
	} {
		es := events(t, p, c.sentence)
		found := false
		for _, e := range es {
			if trigger(e) != c.trigger {
				continue
			}
			found = true
			if e.Type != c.kind || string(e.Status) != c.status {
				t.Errorf("%s: got %s %s, want %s %s", c.sentence, e.Type, e.Status, c.kind, c.status)
			}
			if !has(e, timeline.RoleSource, c.source) || !has(e, timeline.RoleTarget, c.target) {
				t.Errorf("%s: actors %+v, want %s → %s", c.sentence, e.Actors, c.source, c.target)
			}
		}
		if !found {
			t.Errorf("%s: no event %q among %d", c.sentence, c.trigger, len(es))
		}
	}
}

// Titles are the clause in the words of the source; what makes it less than a fact
// stays.
func TestTitles(t *testing.T) {
	p := load(t)
	for _, c := range []struct{ sentence, trigger, title string }{
		{"The company expects to cut 300 jobs in March.", "cut", "The company expects to cut 300 jobs in March"},
		{"The plane was set to leave Boston on Monday.", "leave", "The plane was set to leave Boston on Monday"},
		{"The minister did not agree to meet the rebels on Monday.", "meet", "The minister did not agree to meet the rebels on Monday"},
		{"Rebels attacked a police station on Tuesday.", "attacked", "Rebels attacked a police station on Tuesday"},
		// What leads over, the conjunction and the reporting clause stay out.
		{"But the army attacked the town on Tuesday, witnesses said.", "attacked", "The army attacked the town on Tuesday"},
		{"However, the army attacked the town on Tuesday.", "attacked", "The army attacked the town on Tuesday"},
		// A relative pronoun goes where its noun is told; a name in apposition stays.
		{"Rebels, who attacked the town in May, fled on Monday.", "attacked", "Rebels attacked the town in May"},
		{"The minister, Ana Diaz, resigned on Monday.", "resigned", "The minister, Ana Diaz, resigned on Monday"},
		// Pronouns that are plain are replaced, in brackets.
		{"Kenya said it attacked Chad on Monday.", "attacked", "⟨Kenya⟩ attacked Chad on Monday"},
		{"Speaking in Rome on Monday, the minister condemned the raid.", "Speaking", "⟨The minister⟩ speaking in Rome on Monday"},
		// Conjuncts keep what they share.
		{"The poet was arrested and charged on Monday.", "charged", "The poet was … charged on Monday"},
		// Denials, claims and doubts stay.
		{"The army denied that it attacked the town on Monday.", "attacked", "The army denied that ⟨The army⟩ attacked the town on Monday"},
		{"Norway is considering sending aid to Chad.", "sending", "Norway is considering sending aid to Chad"},
		{"Rebels reportedly attacked the town on Monday.", "attacked", "Rebels reportedly attacked the town on Monday"},
	} {
		found := false
		for _, e := range events(t, p, c.sentence) {
			if trigger(e) != c.trigger {
				continue
			}
			if found = true; e.Title != c.title {
				t.Errorf("got %q, want %q", e.Title, c.title)
			}
		}
		if !found {
			t.Errorf("%s: no event %q", c.sentence, c.trigger)
		}
	}
}

func has(e timeline.Event, role timeline.Role, code string) bool {
	if code == "-" {
		return true
	}
	for _, a := range e.Actors {
		if a.Role == role && strings.HasPrefix(a.Code, code) {
			return true
		}
	}
	return false
}

// What only looks like an event, or is none that a chronology wants.
func TestSentencesWithoutAnyEvent(t *testing.T) {
	p := load(t)
	for _, s := range []string{
		"Paris is the capital of France.",
		"The lake lies in the mountains.",
		"He believes in his country.",
		"The company has 300 employees.",
		"Officials said nothing.",
		"She likes music and books.",
		"The river is long and wide.",
		"",
		"—",
	} {
		if es := events(t, p, s); len(es) > 0 {
			t.Errorf("%q: got %q", s, es[0].Title)
		}
	}
}

// A date belongs to the verb that it hangs on.
func TestDatesHangOnTheirVerbs(t *testing.T) {
	p := load(t)
	for _, c := range []struct{ sentence, trigger, when string }{
		{"North Korea conducted an atomic test in May and threatened war.", "conducted", "2009-05"},
		{"North Korea conducted an atomic test in May and threatened war.", "threatened", ""},
		{"In March, the ministry closed the embassy and expelled diplomats.", "expelled", "2009-03"},
		{"The talks will be held on Tuesday and Wednesday in Rome.", "held", "2009-06-23/2009-06-24"},
		{"Last year China called off the meetings.", "called", "2008"},
		{"The general, who resigned in May, met rebels.", "resigned", "2009-05"},
		{"The general, who resigned in May, met rebels.", "met", ""},
	} {
		found := false
		for _, e := range events(t, p, c.sentence) {
			if trigger(e) == c.trigger {
				found = true
				if got := e.When.String(); got != c.when {
					t.Errorf("%s: %q is dated %q, want %q", c.sentence, c.trigger, got, c.when)
				}
			}
		}
		if !found {
			t.Errorf("%s: no event %q", c.sentence, c.trigger)
		}
	}
}
