package feed

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/emersion/go-ical"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/text"
)

func event(id, when string, st timeline.Status, title string) timeline.Event {
	v, err := edtf.Parse(when)
	if when != "" && err != nil {
		panic(err)
	}
	return timeline.Event{
		ID: id, Title: title, Type: "OTHER", Status: st, When: v, Grade: timeline.Certain, Lasting: strings.Contains(when, "/"),
		Cites: []timeline.Cite{{Source: 1, Span: text.Span{Start: 0, End: len(title)}, Quote: title}},
	}
}

func sample() *timeline.Timeline {
	return &timeline.Timeline{
		Version: 1, Title: "A; B, \\ C\r\nBEGIN:VEVENT", AsOf: edtf.YMD(2009, 6, 20),
		Sources: []timeline.Source{{Number: 1, ID: "a", Outlet: "The Paper", Bytes: 1000}},
		Events: []timeline.Event{
			event("e1", "2009-05", timeline.Occurred, "An atomic test"),
			event("e2", "2009-06-01", timeline.Scheduled, "A plan that is past"),
			event("e3", "2009-06-23/2009-06-24", timeline.Scheduled, "Talks\r\nEND:VCALENDAR, in Beijing; "+strings.Repeat("很", 60)),
			event("e4", "2009-07", timeline.Scheduled, "A forum"),
			event("e5", "2009-07?", timeline.Proposed, "A meeting"),
			event("e6", "2009-08/..", timeline.Scheduled, "Without end"),
		},
		Undated: []timeline.Event{event("e7", "", timeline.Threatened, "War")},
	}
}

func TestCalendarHoldsWhatLiesAhead(t *testing.T) {
	var b bytes.Buffer
	if _, err := iCalendar().Write(&b, sample(), Options{Ahead: true}); err != nil {
		t.Fatal(err)
	}
	c, err := ical.NewDecoder(bytes.NewReader(b.Bytes())).Decode()
	if err != nil {
		t.Fatal(err)
	}
	type entry struct{ from, to, status, summary string }
	want := map[string]entry{
		"e3@dateline": {"20090623", "20090625", "CONFIRMED", "Talks"},
		"e4@dateline": {"20090701", "20090801", "CONFIRMED", "Sometime in July 2009: A forum"},
		"e5@dateline": {"20090701", "20090801", "TENTATIVE", "Sometime in July 2009, uncertain: A meeting"},
	}
	for _, e := range c.Events() {
		uid := e.Props.Get("UID").Value
		w, ok := want[uid]
		if !ok {
			t.Errorf("%s is in the calendar", uid)
			continue
		}
		delete(want, uid)
		summary, err := e.Props.Text("SUMMARY")
		if err != nil {
			t.Fatal(err)
		}
		got := entry{e.Props.Get("DTSTART").Value, e.Props.Get("DTEND").Value, e.Props.Get("STATUS").Value, summary}
		if got.from != w.from || got.to != w.to || got.status != w.status || !strings.HasPrefix(got.summary, w.summary) {
			t.Errorf("%s: got %+v, want %+v", uid, got, w)
		}
	}
	for uid := range want {
		t.Errorf("%s is not in the calendar", uid)
	}
	for _, l := range strings.Split(strings.TrimSuffix(b.String(), "\r\n"), "\r\n") {
		if len(l) > 75 || strings.ContainsAny(l, "\r\n") {
			t.Errorf("line of %d bytes: %q", len(l), l)
		}
	}
}

func TestEachLineIsAnEventThatStandsAlone(t *testing.T) {
	var b bytes.Buffer
	if _, err := jsonLines().Write(&b, sample(), Options{}); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(b.String()), "\n")
	if len(lines) != 7 {
		t.Fatalf("%d lines, want 7", len(lines))
	}
	for i, l := range lines {
		var r Record
		if err := json.Unmarshal([]byte(l), &r); err != nil {
			t.Fatal(err)
		}
		if len(r.Sources) != 1 || r.Sources[0].Outlet != "The Paper" {
			t.Errorf("line %d: no source", i+1)
		}
		if r.Dated != (i < 6) {
			t.Errorf("line %d: dated %v", i+1, r.Dated)
		}
	}
}
