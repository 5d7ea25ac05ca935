package anchor_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/datelinehq/dateline/timeline/anchor"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/text"
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
		{"Nine people died in a raid on the port on Monday.", "died", "2009-06-15", ""},
		{"He resigned during the talks in May.", "resigned", "2009-05", ""},
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
	_, err := anchor.Load(fstest.MapFS{"relations.txt": {Data: []byte("amid happening = amid\n")}})
	if err == nil || err.Error() != "relations.txt:1: no class \"amid\" of relations\n\tamid happening = amid" {
		t.Errorf("got %v", err)
	}
}

// Dates of a list that hang together are one event, others are several.
func TestListsOfDates(t *testing.T) {
	p := analyser(t)
	for _, c := range []struct{ body, trigger, want string }{
		{"Rebels attacked the port in 2005 and 2007.", "attacked", "2005 2007"},
		{"Rebels attacked the port in 2005, 2006 and 2008.", "attacked", "2005/2006 2008"},
		{"The ministers will meet in Rome on Tuesday and Wednesday.", "meet", "2009-06-23/2009-06-24"},
		{"The ministers will meet in Rome on Tuesday and Thursday.", "meet", "2009-06-23 2009-06-25"},
		{"Rebels attacked the port on 3 May and 9 May.", "attacked", "2009-05-03 2009-05-09"},
		{"She was president from 1990 to 2000.", "president", "1990/2000"},
		{"Rebels attacked the port on Monday, 15 June.", "attacked", "2009-06-15"},
	} {
		an := p.Analyse(text.Article{ID: "a", Text: c.body, Lang: "en", Published: edtf.YMD(2009, 6, 20)})
		var got []string
		for _, d := range an.Dated {
			if d.Trigger.In(c.body) == c.trigger {
				got = append(got, d.When.String())
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: got %s, want %s", c.body, s, c.want)
		}
	}
}
