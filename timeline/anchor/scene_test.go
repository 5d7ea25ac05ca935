package anchor_test

import (
	"testing"

	"github.com/datelinehq/dateline/seeds"
	"github.com/datelinehq/dateline/timeline/anchor"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/pipeline"
	"github.com/datelinehq/dateline/timeline/text"
)

// analyser builds the pipeline once for a test.
func analyser(t testing.TB) *pipeline.Pipeline {
	t.Helper()
	p, err := pipeline.New(seeds.FS, pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// mention is the dated mention with a trigger in an article of Saturday, 2009-06-20.
func mention(t *testing.T, p *pipeline.Pipeline, body, trigger string) anchor.Dated {
	t.Helper()
	an := p.Analyse(text.Article{ID: "a", Text: body, Lang: "en", Published: edtf.YMD(2009, 6, 20)})
	for _, d := range an.Dated {
		if d.Trigger.In(body) == trigger || d.Head.In(body) == trigger {
			return d
		}
	}
	t.Fatalf("no mention %q in %q", trigger, body)
	return anchor.Dated{}
}

// What has no date of its own is told of the story's day, of the background's, or of
// the day of writing.
func TestScenes(t *testing.T) {
	p := analyser(t)
	for _, c := range []struct{ name, body, trigger, day string }{
		{"the story's day goes on", "Rebels attacked the town on Thursday. They killed three soldiers.", "killed", "2009-06-18"},
		{"no day, no story", "Rebels attacked the town. They killed three soldiers.", "killed", "2009-06-20"},
		{"a lead of today", "Rebels attacked the town today. On Monday they signed a truce. They killed three soldiers.", "killed", "2009-06-20"},
		{"old days are background", "The two armies clashed. The rebels attacked the town on 3 May 2001. They killed three soldiers.", "killed", "2009-06-20"},
		{"a title is told of the story's day", "Rebels attack town\n\nThey attacked the town on Thursday.", "attack", "2009-06-18"},
	} {
		if got := mention(t, p, c.body, c.trigger).Scene.Day.String(); got != c.day {
			t.Errorf("%s: got %s, want %s", c.name, got, c.day)
		}
	}
}

// What has gone on for a length began that long ago; what merely took as long did not.
func TestGoneOnFor(t *testing.T) {
	p := analyser(t)
	for _, c := range []struct{ body, trigger, when, status string }{
		{"Rebels have been attacking the town for the past 11 days.", "attacking", "2009-06-09/..", "ongoing"},
		{"Rebels have been attacking the town for more than four months.", "attacking", "2009-02~/..", "ongoing"},
		{"Rebels attacked the town for three weeks.", "attacked", "", "occurred"},
	} {
		d := mention(t, p, c.body, c.trigger)
		when := ""
		if !d.When.IsZero() {
			when = d.When.String()
		}
		if when != c.when || string(d.Status) != c.status {
			t.Errorf("%s: got %s, %s, want %s, %s", c.body, when, d.Status, c.when, c.status)
		}
	}
}

// What had happened by the story's day happened no later than that.
func TestPluperfectBounds(t *testing.T) {
	d := mention(t, analyser(t), "The president resigned on Thursday. Rebels had attacked the palace.", "attacked")
	if d.Bounds == nil || d.Bounds.NotAfter != edtf.YMD(2009, 6, 18) || d.Scene.Side != -1 {
		t.Errorf("got bounds %+v, scene %+v", d.Bounds, d.Scene)
	}
}
