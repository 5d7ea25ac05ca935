package feed

import (
	"bytes"
	"testing"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/text"
)

// full is a timeline of three events that have every part between them, each text made
// by say of what it is.
func full(say func(what string) string) *timeline.Timeline {
	quote := func(what string, from int) timeline.Cite {
		q := say(what)
		s := text.Span{Start: from, End: from + len(q)}
		return timeline.Cite{
			Source: 1, Span: s, Quote: q, Paragraph: 2, Context: q, ContextSpan: s, Trigger: text.Span{Start: from, End: from + 1},
			Times: []text.Span{{Start: s.End - 1, End: s.End}},
		}
	}
	when := func(s string) edtf.Interval {
		v, err := edtf.Parse(s)
		if err != nil {
			panic(err)
		}
		return v
	}
	test := timeline.Event{
		ID: "e1", Title: say("an atomic test"), Type: "ASSAULT", Lemma: say("test"), Status: timeline.Occurred, StatusWords: say("conducted"),
		Coding: &timeline.Coding{PLOVER: "ASSAULT", Mode: "wmd", CAMEO: "19", Intensity: -9.5}, Hedges: []string{say("reportedly")},
		When: when("2009-05~"), Grade: timeline.Inferred, Attribution: say("the agency said"), Origins: 2, Salience: 0.5,
		Actors: []timeline.Actor{
			{Name: say("the North"), Code: "PRK", Canonical: say("North Korea"), Role: timeline.RoleSource, Span: text.Span{Start: 1, End: 2}},
			{Name: say("Seoul"), Code: "KOR", Role: timeline.RoleTarget, Supposed: true, Span: text.Span{Start: 3, End: 4}},
		},
		Places: []timeline.Place{{Name: say("Kilju"), Country: "PRK", Span: text.Span{Start: 5, End: 6}, Point: &timeline.Point{Lat: 40.96, Lon: 129.32, By: timeline.ByCountry}}},
		Why: []timeline.Why{{
			Source: 1, Span: text.Span{Start: 4, End: 6}, Text: say("May"), When: when("2009-05~"), Meaning: "near(ref, month(5), -1)", Rule: "month", Grade: timeline.Inferred,
		}},
		Relations:   []timeline.Relation{{Kind: "before", Event: "e2", Words: say("before")}},
		Conflicts:   []timeline.Conflict{{Field: "when", Values: []timeline.ConflictValue{{Value: "2009-05", Sources: []int{1}}, {Value: "2009-06", Sources: []int{2}}}}},
		Corrections: []timeline.Correction{{Field: "title", Was: say("was"), Why: say("why"), By: say("who")}}, Note: say("note"),
	}
	test.Cites = []timeline.Cite{quote("They tested it in May.", 0), quote("A test shook the ground.", 100)}
	test.Cites[1].Source = 2
	talks := timeline.Event{
		ID: "e2", Title: say("talks in Beijing"), Type: "CONSULT", Status: timeline.Scheduled, When: when("2009-06-23T10/2009-06-24"), Lasting: true,
		Grade: timeline.Certain, Cites: []timeline.Cite{quote("They will meet.", 200)}, Coding: &timeline.Coding{PLOVER: "AGREE", CAMEO: "03"},
	}
	since := timeline.Event{
		ID: "e3", Title: say("a ban"), Type: "SANCTION", Status: timeline.Ongoing, When: when("2009-06-01T09:30/.."), Grade: timeline.Certain,
		Cites: []timeline.Cite{quote("A ban holds since June.", 300)},
	}
	threat := timeline.Event{
		ID: "e4", Title: say("war"), Type: "THREATEN", Status: timeline.Threatened, Grade: timeline.Unresolved,
		Bounds: &timeline.Bounds{NotBefore: edtf.YM(2009, 5), Words: say("in response")}, Cites: []timeline.Cite{quote("War was threatened.", 400)},
	}
	return &timeline.Timeline{
		Version: 1, Title: say("Korea"), AsOf: edtf.YMD(2009, 6, 20), Events: []timeline.Event{test, since, talks}, Undated: []timeline.Event{threat},
		Sources: []timeline.Source{
			{
				Number: 1, ID: say("paper"), File: say("a.txt"), URL: "https://example.org/a?b=1&c=%22", Title: say("A test"), Outlet: say("The Paper"), Origin: say("Agency"),
				Voice: say("Voice"), Credit: say("By A."), Lang: "en", Place: say("Tokyo"), Published: edtf.YMD(2009, 6, 20), PublishedFrom: "text", Bytes: 100000, SHA256: "ab",
			},
			{Number: 2, ID: say("wire"), URL: say("javascript:alert(1)"), Published: edtf.YM(2009, 6), CopyOf: 1, Bytes: 100000},
		},
		Findings: []text.Finding{{Article: say("paper"), Stage: "text", Code: "odd", Text: say("odd")}},
	}
}

func plainly(s string) string { return s }

func written(t *testing.T, f Format, tl *timeline.Timeline) (string, []Loss) {
	t.Helper()
	var b bytes.Buffer
	ls, err := f.Write(&b, tl, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return b.String(), ls
}

// without takes a part out of a timeline.
var without = map[Part]func(t *timeline.Timeline, e *timeline.Event){
	Doubt:       func(_ *timeline.Timeline, e *timeline.Event) { e.When.Start.Doubt, e.When.End.Doubt = 0, 0 },
	Clock:       func(_ *timeline.Timeline, e *timeline.Event) { e.When.Start = dayOf(e.When.Start) },
	Lasting:     func(_ *timeline.Timeline, e *timeline.Event) { e.Lasting = false },
	Grade:       func(_ *timeline.Timeline, e *timeline.Event) { e.Grade = timeline.Ambiguous },
	Status:      func(_ *timeline.Timeline, e *timeline.Event) { e.Status = timeline.Denied },
	StatusWords: func(_ *timeline.Timeline, e *timeline.Event) { e.StatusWords = "" },
	Hedges:      func(_ *timeline.Timeline, e *timeline.Event) { e.Hedges = nil },
	Types:       func(_ *timeline.Timeline, e *timeline.Event) { e.Type, e.Lemma = "", "" },
	Codes:       func(_ *timeline.Timeline, e *timeline.Event) { e.Coding = nil },
	Bounds:      func(_ *timeline.Timeline, e *timeline.Event) { e.Bounds = nil },
	Actors:      func(_ *timeline.Timeline, e *timeline.Event) { e.Actors = nil },
	ActorSpans: func(_ *timeline.Timeline, e *timeline.Event) {
		for i := range e.Actors {
			e.Actors[i].Span = text.Span{}
		}
	},
	Places: func(_ *timeline.Timeline, e *timeline.Event) { e.Places = nil },
	Points: func(_ *timeline.Timeline, e *timeline.Event) {
		for i := range e.Places {
			e.Places[i].Point = nil
		}
	},
	Attribution: func(_ *timeline.Timeline, e *timeline.Event) { e.Attribution = "" },
	Quotes:      func(_ *timeline.Timeline, e *timeline.Event) { e.Cites[0].Quote = "xyz" },
	Cites:       func(_ *timeline.Timeline, e *timeline.Event) { e.Cites = e.Cites[:1] },
	Offsets:     func(_ *timeline.Timeline, e *timeline.Event) { e.Cites[0].Span.End++ },
	Paragraphs:  func(_ *timeline.Timeline, e *timeline.Event) { e.Cites[0].Context = "" },
	Reasons:     func(_ *timeline.Timeline, e *timeline.Event) { e.Why = nil },
	Relations:   func(_ *timeline.Timeline, e *timeline.Event) { e.Relations = nil },
	Conflicts:   func(_ *timeline.Timeline, e *timeline.Event) { e.Conflicts = nil },
	Ranks:       func(_ *timeline.Timeline, e *timeline.Event) { e.Origins, e.Salience = 0, 0 },
	ByHand:      func(_ *timeline.Timeline, e *timeline.Event) { e.Corrections, e.Note = nil, "" },
	Sources:     func(t *timeline.Timeline, _ *timeline.Event) { t.Sources[0].URL = "" },
	AsOf:        func(t *timeline.Timeline, _ *timeline.Event) { t.AsOf = edtf.YMD(2009, 6, 19) },
	Findings:    func(t *timeline.Timeline, _ *timeline.Event) { t.Findings = nil },
}

func dayOf(d edtf.Date) edtf.Date {
	if d.Unit > edtf.Day {
		return edtf.YMD(d.Year, int(d.Month), int(d.Day))
	}
	return d
}

// What a format says that it carries makes a difference to its bytes, and what it does
// not carry makes none and is told as lost.
func TestWhatIsCarriedIsWrittenAndTheRestIsTold(t *testing.T) {
	for _, f := range Formats() {
		tl := full(plainly)
		before, losses := written(t, f, tl)
		lost := map[string]int{}
		for _, l := range losses {
			lost[l.What] = l.Count
		}
		carries := map[Part]bool{}
		for _, p := range f.carries {
			carries[p] = true
		}
		for _, p := range Parts() {
			take := without[p]
			if take == nil {
				if p != EventsPart && p != OpenEnds { // see the test of precision
					t.Errorf("no test for %q", p)
				}
				continue
			}
			if p == AsOf && f.Name != "ics" && !carries[AsOf] && f.omits != nil {
				continue // open ends are drawn to it, and it is not said
			}
			less := full(plainly)
			for _, es := range [][]timeline.Event{less.Events, less.Undated} {
				for i := range es {
					take(less, &es[i])
				}
			}
			after, _ := written(t, f, less)
			has := count(&view{t: tl, events: shownBy(f, tl)}, p) > 0
			switch {
			case carries[p] && has && after == before:
				t.Errorf("%s says that it carries %s and does not write them", f.Name, p)
			case !carries[p] && carries[EventsPart] && after != before && !implied(f, p):
				t.Errorf("%s writes %s and says that it does not carry them", f.Name, p)
			case !carries[p] && carries[EventsPart] && lost[string(p)] == 0 && has:
				t.Errorf("%s does not tell that it loses %s", f.Name, p)
			}
		}
	}
}

// implied reports whether part of what f loses shows all the same.
func implied(f Format, p Part) bool {
	switch {
	case p == Sources: // an outlet is named beside a quote, an address linked
		return true
	case f.Name == "timeml" && (p == Reasons || p == Types || p == Offsets), f.Name == "coded" && (p == Places || p == Types || p == ActorSpans), f.Name == "ics" && p == Lasting:
		// Expressions are marked; statements are told from others; a place stands for an
		// actor, who is not paired with himself; what fills its days is not "sometime".
		return true
	}
	return false
}

func shownBy(f Format, tl *timeline.Timeline) (out []*timeline.Event) {
	for _, es := range [][]timeline.Event{tl.Events, tl.Undated} {
		for i := range es {
			if f.omits == nil || f.omits(tl, &es[i]) == "" {
				out = append(out, &es[i])
			}
		}
	}
	return out
}
