package event_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/datelinehq/dateline/timeline"
)

// side lists the codes, or the words where there is none, of the actors of a role.
func side(e timeline.Event, role timeline.Role) string {
	var out []string
	for _, a := range e.Actors {
		if a.Role == role {
			if a.Code == "" {
				out = append(out, a.Name)
			} else {
				out = append(out, a.Code)
			}
		}
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

// Who does it to whom, by construction. A mutual one has "↔".
func TestWhoDoesItToWhom(t *testing.T) {
	p := load(t)
	for _, c := range []struct{ sentence, trigger, source, arrow, target string }{
		{"Chad attacked Libya.", "attacked", "TCD", "→", "LBY"},
		{"Libya was attacked by Chad.", "attacked", "TCD", "→", "LBY"},
		{"Chad and Niger attacked Libya.", "attacked", "NER TCD", "→", "LBY"},
		{"Chad attacked Libya and Niger.", "attacked", "TCD", "→", "LBY NER"},
		{"Kenya, Chad and Niger condemned Libya.", "condemned", "KEN NER TCD", "→", "LBY"},
		{"The presidents of Chad and Niger condemned Libya.", "condemned", "NERGOV TCDGOV", "→", "LBY"},
		{"Chadian and Nigerien troops attacked Libya.", "attacked", "NERMIL TCDMIL", "→", "LBY"},
		{"On Saturday Kenya's ministry condemned Chad.", "condemned", "KENGOV", "→", "TCD"},
		{"Kenya urged Chad to free the men.", "urged", "KEN", "→", "TCD"},
		{"Kenya threatened to attack Chad.", "attack", "KEN", "→", "TCD"},
		{"Kenya agreed to help Chad.", "agreed", "KEN", "→", "TCD"},
		{"Kenya sent aid to Chad.", "sent", "KEN", "→", "TCD"},
		{"Kenya imposed sanctions on Chad.", "imposed", "KEN", "→", "TCD"},
		{"Kenya accused Chad of the attack.", "accused", "KEN", "→", "TCD"},
		{"Kenya withdrew its troops from Chad.", "withdrew", "KEN", "→", "TCD"},
		{"Kenyan police arrested three Chadian journalists.", "arrested", "KENCOP", "→", "TCDMED"},
		{"Rebels who attacked Chad fled.", "attacked", "Rebels", "→", "TCD"},
		{"Kenya carried out a raid on Chad.", "carried", "KEN", "→", "TCD"},
		{"Kenya received aid from Chad.", "received", "TCD", "→", "KEN"},
		{"Kenya came under criticism from Chad.", "came", "TCD", "→", "KEN"},
		{"Kenya met Chad.", "met", "KEN", "↔", "TCD"},
		{"Kenya held talks with Chad.", "held", "KEN", "↔", "TCD"},
		{"Kenya and Chad signed a treaty.", "signed", "KEN TCD", "↔", ""},
		{"Nairobi condemned Chad.", "condemned", "KENGOV", "→", "TCD"},
		{"Kenya and Chad said they attacked Libya.", "attacked", "KEN TCD", "→", "LBY"},
		{"Kenya said it attacked Chad.", "attacked", "KEN", "→", "TCD"},
	} {
		found := false
		for _, e := range events(t, p, c.sentence) {
			if trigger(e) != c.trigger {
				continue
			}
			found = true
			arrow := "→"
			if e.Mutual {
				arrow = "↔"
			}
			if s, g := side(e, timeline.RoleSource), side(e, timeline.RoleTarget); s != c.source || g != c.target || arrow != c.arrow {
				t.Errorf("%s: got %s %s %s, want %s %s %s", c.sentence, s, arrow, g, c.source, c.arrow, c.target)
			}
		}
		if !found {
			t.Errorf("%s: no event %q", c.sentence, c.trigger)
		}
	}
}

// A capital acts as subject and object; behind a preposition of place it is one.
func TestCapitalsActOrAreTheScene(t *testing.T) {
	p := load(t)
	for _, e := range events(t, p, "Rebels attacked the army in Nairobi on Tuesday.") {
		if trigger(e) == "attacked" && (len(e.Places) != 1 || e.Places[0].Name != "Nairobi" || e.Places[0].Country != "KEN") {
			t.Errorf("places are %+v", e.Places)
		}
		if s := side(e, timeline.RoleSource); strings.Contains(s, "KEN") {
			t.Errorf("sources are %s", s)
		}
	}
}
