package anchor_test

import (
	"testing"
	"testing/fstest"

	"github.com/datelinehq/dateline/timeline/anchor"
)

// One happening dates another that is a length away from it, or at the same time;
// a mere order bounds it.
func TestRelatedHappenings(t *testing.T) {
	p := analyser(t)
	for _, c := range []struct{ body, trigger, when, bounds string }{
		{"He died on 3 May, a day after he was shot.", "shot", "2009-05-02", ""},
		{"The rebels attacked the port two days after police arrested him on Monday.", "attacked", "2009-06-17", ""},
		{"The rebels attacked the port two months before they bombed the town in April.", "attacked", "2009-02", ""},
		{"The rebels attacked the port two days before they bombed the town in April.", "attacked", "", "/2009-04"},
		{"The rebels attacked the port for two days while they bombed the town on Monday.", "attacked", "2009-06-15", ""},
		{"They met when the minister visited Kabul on Thursday.", "met", "2009-06-18", ""},
		{"The rebels attacked the port after they bombed the town on Monday.", "attacked", "", "2009-06-15/2009-06-20"},
		{"The rebels attacked the port on Monday after they bombed the town.", "bombed", "", "/2009-06-15"},
	} {
		d := mention(t, p, c.body, c.trigger)
		when, bounds := "", ""
		if !d.When.IsZero() {
			when = d.When.String()
		} else if d.Bounds != nil {
			if !d.Bounds.NotBefore.IsZero() {
				bounds = d.Bounds.NotBefore.String()
			}
			bounds += "/" + d.Bounds.NotAfter.String()
		}
		if when != c.when || c.when == "" && bounds != c.bounds {
			t.Errorf("%s\n%s: got %q, bounds %q, want %q, %q", c.body, c.trigger, when, bounds, c.when, c.bounds)
		}
	}
}

func TestRelationsOfAPack(t *testing.T) {
	if _, err := anchor.Load(fstest.MapFS{}); err != nil {
		t.Errorf("a pack without relations: %v", err)
	}
	_, err := anchor.Load(fstest.MapFS{"relations.txt": {Data: []byte("during happening = amid\n")}})
	if err == nil || err.Error() != "relations.txt:1: no class \"during\" of relations\n\tduring happening = amid" {
		t.Errorf("got %v", err)
	}
}
