package coded

import (
	"slices"
	"testing"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/text"
)

func actor(name, code string, role timeline.Role, at int) timeline.Actor {
	return timeline.Actor{Name: name, Code: code, Role: role, Span: text.Span{Start: at, End: at + len(name)}}
}

func TestPairs(t *testing.T) {
	israel := actor("Israel", "ISR", timeline.RoleSource, 0)
	iran, syria := actor("Iran", "IRN", timeline.RoleTarget, 10), actor("Syria", "SYR", timeline.RoleTarget, 20)
	police := timeline.Actor{Name: "police", Sector: "COP", Role: timeline.RoleSource}
	coding := &timeline.Coding{PLOVER: "ASSAULT", CAMEO: "19"}
	for _, c := range []struct {
		name string
		e    timeline.Event
		want []string
	}{
		{"each source with each target", timeline.Event{Actors: []timeline.Actor{israel, iran, syria}}, []string{"ISR IRN", "ISR SYR"}},
		{"to each other", timeline.Event{Actors: []timeline.Actor{israel, iran}, Mutual: true}, []string{"ISR IRN", "IRN ISR"}},
		{"the place for a target", timeline.Event{Actors: []timeline.Actor{israel}, Places: []timeline.Place{{Name: "Beirut", Country: "LBN"}}}, []string{"ISR LBN"}},
		{"the place for a country", timeline.Event{Actors: []timeline.Actor{police}, Places: []timeline.Place{{Name: "Cairo", Country: "EGY", Span: text.Span{Start: 9, End: 14}}}}, []string{"EGYCOP EGY"}},
		{"nobody", timeline.Event{}, []string{" "}},
		{"a statement", timeline.Event{Type: "STATEMENT", Actors: []timeline.Actor{israel, iran}}, nil},
	} {
		c.e.Coding = coding
		var got []string
		for _, p := range Of(&c.e) {
			if p.Plover != "ASSAULT" || p.Code != "19" {
				t.Errorf("%s: coded %+v", c.name, p)
			}
			got = append(got, p.Source+" "+p.Target)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// What says less than another event of its type is left out.
func TestFullerEventsWin(t *testing.T) {
	a, b := actor("Israel", "ISR", timeline.RoleSource, 0), actor("Iran", "IRN", timeline.RoleTarget, 10)
	es := []timeline.Event{
		{Coding: &timeline.Coding{PLOVER: "ASSAULT"}, Actors: []timeline.Actor{a}},
		{Coding: &timeline.Coding{PLOVER: "ASSAULT"}, Actors: []timeline.Actor{a, b}},
		{Coding: &timeline.Coding{PLOVER: "AID"}, Actors: []timeline.Actor{a}},
		{Actors: []timeline.Actor{a}},
	}
	got := Events(es[:2], es[2:])
	if len(got) != 2 || got[0].Target != "IRN" || got[1].Plover != "AID" {
		t.Errorf("got %+v", got)
	}
}
