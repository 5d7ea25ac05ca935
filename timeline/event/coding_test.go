package event_test

import (
	"testing"

	"github.com/datelinehq/dateline/timeline"
)

// Type and status are two things here and one code in PLOVER. "-" is no code.
func TestTypeAndStatusAsPLOVERCodesThem(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct{ sentence, trigger, kind, status, code, cameo string }{
		{"The minister visited Japan.", "visited", "CONSULT", "occurred", "CONSULT", "04"},
		{"The minister will visit Japan.", "visit", "CONSULT", "scheduled", "AGREE", "03"},
		{"The minister agreed to visit Japan.", "visit", "CONSULT", "scheduled", "AGREE", "03"},
		{"The minister wants to visit Japan.", "visit", "CONSULT", "proposed", "AGREE", "03"},
		{"The minister may visit Japan.", "visit", "CONSULT", "proposed", "-", ""},
		{"The minister refused to visit Japan.", "visit", "CONSULT", "denied", "REJECT", "12"},
		{"The minister will not visit Japan.", "visit", "CONSULT", "denied", "REJECT", "12"},
		{"The minister did not visit Japan.", "visit", "CONSULT", "denied", "-", ""},
		{"The army threatened to bomb the town.", "bomb", "ASSAULT", "threatened", "THREATEN", "13"},
		{"The army will bomb the town.", "bomb", "ASSAULT", "scheduled", "THREATEN", "13"},
		{"The envoy said that Sudan must release the hostages.", "release", "RETREAT", "proposed", "REQUEST", "10"},
		{"Rebels will not release the hostages until the army withdraws.", "release", "RETREAT", "denied", "REJECT", "12"},
		{"The army denied that it bombed the town.", "bombed", "ASSAULT", "denied", "-", ""},
		{"The envoy urged the rebels.", "urged", "REQUEST", "occurred", "-", "02"},
		{"The envoy demanded an apology.", "demanded", "REQUEST", "occurred", "REQUEST", "10"},
		{"The king pardoned the poet.", "pardoned", "CONCEDE", "occurred", "CONCEDE", "08"},
	} {
		d, ms := r.mentions(c.sentence)
		found := false
		for _, m := range ms {
			if m.Trigger.In(d.Text) != c.trigger {
				continue
			}
			found = true
			got := timeline.Coding{}
			if m.Coding != nil {
				got = *m.Coding
			}
			if got.PLOVER == "" {
				got.PLOVER = "-"
			}
			if m.Type != c.kind || string(m.Status) != c.status || got.PLOVER != c.code || got.CAMEO != c.cameo {
				t.Errorf("%s: got %s %s, %s %s; want %s %s, %s %s", c.sentence, m.Type, m.Status, got.PLOVER, got.CAMEO, c.kind, c.status, c.code, c.cameo)
			}
		}
		if !found {
			t.Errorf("%s: no %q", c.sentence, c.trigger)
		}
	}
}

// The words that decided a status, and the source's own doubts, stay with the event.
func TestStatusAndItsWords(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct{ sentence, trigger, status, words, hedge string }{
		{"Rebels attacked the town.", "attacked", "occurred", "", ""},
		{"Rebels are attacking the town.", "attacking", "ongoing", "", ""},
		{"Rebels reportedly attacked the town.", "attacked", "occurred", "", "reportedly"},
		{"Rebels allegedly attacked the town.", "attacked", "occurred", "", "allegedly"},
		{"The talks will be held in Rome.", "held", "scheduled", "will", ""},
		{"The minister plans to visit Japan.", "visit", "scheduled", "plans", ""},
		{"The minister could visit Japan.", "visit", "proposed", "could", ""},
		{"Paris proposed to hold talks.", "hold", "proposed", "proposed", ""},
		{"Iran threatened to attack the ships.", "attack", "threatened", "threatened", ""},
		{"The minister did not attend the talks.", "attend", "denied", "not", ""},
		{"The minister refused to attend the talks.", "attend", "denied", "refused", ""},
		{"The minister said he would visit Japan.", "visit", "scheduled", "would", ""},
	} {
		d, ms := r.mentions(c.sentence)
		found := false
		for _, m := range ms {
			if m.Trigger.In(d.Text) != c.trigger {
				continue
			}
			found = true
			hedge := ""
			if len(m.Hedges) > 0 {
				hedge = m.Hedges[0]
			}
			if string(m.Status) != c.status || m.StatusWords != c.words || hedge != c.hedge {
				t.Errorf("%s: got %s by %q, hedge %q; want %s by %q, %q", c.sentence, m.Status, m.StatusWords, hedge, c.status, c.words, c.hedge)
			}
		}
		if !found {
			t.Errorf("%s: no %q", c.sentence, c.trigger)
		}
	}
}

// What is only imagined is no event.
func TestConditionsAreNoEvents(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct{ sentence, not string }{
		{"Prices will rise if the army attacks the port.", "attacks"},
		{"The talks will fail unless the rebels withdraw.", "withdraw"},
		{"He asked whether the army attacked the port.", "attacked"},
	} {
		d, ms := r.mentions(c.sentence)
		for _, m := range ms {
			if m.Trigger.In(d.Text) == c.not {
				t.Errorf("%s: got %s %s of %q", c.sentence, m.Type, m.Status, c.not)
			}
		}
	}
}
