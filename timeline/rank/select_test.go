package rank

import (
	"slices"
	"testing"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/text"
)

// event is a made-up event in source 1.
func event(id, kind, when string, origins int, who ...timeline.Actor) timeline.Event {
	v, err := edtf.Parse(when)
	if err != nil {
		panic(err)
	}
	return timeline.Event{ID: id, Type: kind, When: v, Origins: origins, Actors: who, Status: timeline.Occurred, Cites: []timeline.Cite{{Source: 1, Span: text.Span{Start: 50, End: 60}}}}
}

func ids(es []timeline.Event) (out []string) {
	for _, e := range es {
		out = append(out, e.ID)
	}
	return out
}

func TestSalienceRestsOnDaysActsOriginsAndActors(t *testing.T) {
	north := timeline.Actor{Name: "the North", Canonical: "North Korea", Code: "PRK"}
	peru := timeline.Actor{Name: "Peru", Canonical: "Peru", Code: "PER"}
	busy := edtf.FromDays(100).String()
	quiet := edtf.FromDays(15).String()
	base := event("base", "ASSAULT", quiet, 1, peru)
	days := Weigh(affair())
	for name, better := range map[string]timeline.Event{
		"a day that much is told of": event("x", "ASSAULT", busy, 1, peru),
		"more origins":               event("x", "ASSAULT", quiet, 3, peru),
		"an actor in focus":          event("x", "ASSAULT", quiet, 1, north),
	} {
		es := []timeline.Event{base, better, event("n1", "ASSAULT", quiet, 1, north), event("n2", "ASSAULT", quiet, 1, north)}
		Salience(es, days, func(int) int { return 100 })
		if es[1].Salience <= es[0].Salience {
			t.Errorf("%s: %v is not above %v", name, es[1].Salience, es[0].Salience)
		}
	}
	es := []timeline.Event{event("said", "STATEMENT", quiet, 1, peru), event("did", "OTHER", quiet, 1, peru), base}
	Salience(es, days, func(int) int { return 100 })
	if !(es[0].Salience < es[1].Salience && es[1].Salience < es[2].Salience) {
		t.Errorf("statement, other and act: %v %v %v", es[0].Salience, es[1].Salience, es[2].Salience)
	}
}

func TestSalienceStaysWithinZeroAndOne(t *testing.T) {
	es := []timeline.Event{
		event("a", "ASSAULT", "../2011", 0), event("b", "ASSAULT", "-9999/9999", 1000000), event("c", "", "2011-02", -1),
		event("d", "STATEMENT", "", 1), event("e", "OTHER", edtf.FromDays(100).String(), 1),
	}
	for _, days := range []*Days{nil, Weigh(nil), Weigh(affair())} {
		Salience(es, days, func(int) int { return 10 }) // cites behind the end of the text
		for _, e := range es {
			if e.Salience < 0 || e.Salience > 1 || e.Salience != e.Salience {
				t.Errorf("%s: salience %v", e.ID, e.Salience)
			}
		}
	}
}

func TestSelectionKeepsWhatItNamesInOrder(t *testing.T) {
	assad := timeline.Actor{Name: "Assad", Canonical: "Bashar al-Assad", Code: "SYRGOV"}
	es := []timeline.Event{
		event("a", "ASSAULT", "2011-01-01", 1, assad), event("b", "STATEMENT", "2011-01-02", 1), event("c", "ASSAULT", "2011-01-03", 1), event("d", "AID", "2011-01-04", 1, assad),
	}
	es[1].Places = []timeline.Place{{Name: "Lima", Country: "PER"}}
	es[2].Status = timeline.Scheduled
	for i, s := range []float64{.2, .9, .5, .5} {
		es[i].Salience = s
	}
	for _, tt := range []struct {
		what string
		s    Selection
		want []string
	}{
		{"nothing asked", Selection{}, []string{"a", "b", "c", "d"}},
		{"two most salient; of equals the first", Selection{Events: 2}, []string{"b", "c"}},
		{"more than there are", Selection{Events: 9}, []string{"a", "b", "c", "d"}},
		{"a type", Selection{Types: []string{"assault"}}, []string{"a", "c"}},
		{"a country code", Selection{Actors: []string{"SYR"}}, []string{"a", "d"}},
		{"a usual name", Selection{Actors: []string{"bashar al-assad"}}, []string{"a", "d"}},
		{"a place or its country", Selection{Places: []string{"lima"}}, []string{"b"}},
		{"a status", Selection{Statuses: []timeline.Status{timeline.Scheduled}}, []string{"c"}},
		{"type and number", Selection{Types: []string{"ASSAULT", "AID"}, Events: 1}, []string{"c"}},
		{"nobody", Selection{Actors: []string{""}}, nil},
	} {
		if got := ids(tt.s.Keep(es)); !slices.Equal(got, tt.want) {
			t.Errorf("%s: got %v, want %v", tt.what, got, tt.want)
		}
	}
	if got := (Selection{Events: 3}).Keep(nil); len(got) != 0 {
		t.Errorf("of nothing: %v", got)
	}
}

func TestAHundredThousandEventsAreWeighed(t *testing.T) {
	es := make([]timeline.Event, 100000)
	for i := range es {
		es[i] = event("e", "ASSAULT", "2011-01-01", i%5)
	}
	Salience(es, Weigh(affair()), func(int) int { return 100 })
	if got := len((Selection{Events: 40}).Keep(es)); got != 40 {
		t.Errorf("kept %d", got)
	}
}
