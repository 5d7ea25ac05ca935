package correct

import (
	"strings"
	"testing"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/text"
)

func event(id, date, quote string, sources ...int) timeline.Event {
	v, _ := edtf.Parse(date)
	e := timeline.Event{ID: id, Title: quote, Status: timeline.Occurred, When: v, Grade: timeline.Inferred, Type: "OTHER", Origins: len(sources)}
	for _, s := range sources {
		e.Cites = append(e.Cites, timeline.Cite{Source: s, Quote: quote, Span: text.Span{End: len(quote)}, When: v})
	}
	return e
}

func apply(t *testing.T, file string, es ...timeline.Event) ([]timeline.Event, []text.Finding) {
	t.Helper()
	cs, err := Parse("c.yaml", []byte(file), edtf.YMD(2009, 6, 20))
	if err != nil {
		t.Fatal(err)
	}
	return Apply(es, cs)
}

func TestFieldsSetByHandSaySo(t *testing.T) {
	es, fs := apply(t, `
- event: e1
  date: 25 May 2009
  title: The second test
  status: denied
  note: see the bulletin
  why: CTBTO
  by: A. K.
- words: a forum
  date: none
`, event("e1", "2009-05", "a test", 1), event("e2", "2009-07", "a forum in Phuket", 1))
	e := es[0]
	if len(fs) > 0 || e.When.String() != "2009-05-25" || e.Title != "⟨The second test⟩" || e.Status != timeline.Denied || e.Note != "see the bulletin" {
		t.Errorf("findings %v, got %+v", fs, e)
	}
	want := []timeline.Correction{{Field: "when", Was: "2009-05", Why: "CTBTO", By: "A. K."}, {Field: "status", Was: "occurred", Why: "CTBTO", By: "A. K."}, {Field: "title", Was: "a test", Why: "CTBTO", By: "A. K."}, {Field: "note", Why: "CTBTO", By: "A. K."}}
	for i, c := range e.Corrections {
		if i >= len(want) || c != want[i] {
			t.Errorf("correction %d: got %+v", i, c)
		}
	}
	if es[1].Dated() || es[1].Grade != timeline.Unresolved {
		t.Errorf("without its date: %+v", es[1])
	}
}

func TestMergeSplitHide(t *testing.T) {
	es, fs := apply(t, "- event: e1\n  merge: [e2]\n- event: e3\n  split: [2]\n- event: e4\n  hide: true\n",
		event("e1", "", "a test", 1), event("e2", "2009-05-25", "the test", 2), event("e3", "2009-06", "talks", 1, 2), event("e4", "2009", "a film", 1))
	if len(fs) > 0 || len(es) != 3 {
		t.Fatalf("findings %v, %d events", fs, len(es))
	}
	if len(es[0].Cites) != 2 || es[0].When.String() != "2009-05-25" {
		t.Errorf("merged: %+v", es[0])
	}
	if len(es[1].Cites) != 1 || es[2].ID != "e3-split" || es[2].Cites[0].Source != 2 {
		t.Errorf("split: %+v, %+v", es[1], es[2])
	}
}

func TestCorrectionsThatFitNothing(t *testing.T) {
	es, fs := apply(t, "- event: gone\n  hide: true\n- words: talks\n  hide: true\n- event: e1\n  merge: [gone]\n- event: e1\n  split: [1]\n",
		event("e1", "2009", "talks in May", 1), event("e2", "2009", "talks in June", 1))
	if len(es) != 2 || len(fs) != 4 {
		t.Fatalf("%d events, findings %v", len(es), fs)
	}
	for i, want := range []string{"line 1: there is no event gone", "line 3: 2 events", "line 5: there is no event gone to merge", "line 7: e1 cannot be split"} {
		if !strings.HasPrefix(fs[i].Text, want) {
			t.Errorf("got %q, want %q", fs[i].Text, want)
		}
	}
}

func TestFaultsHaveTheirPlace(t *testing.T) {
	for file, want := range map[string]string{
		"- hide: true\n": "c.yaml:1: name the event",
		"- event: e1\n":  "c.yaml:1: it says nothing",
		"# one\n- event: e1\n  status: wonderful\n": `c.yaml:2: no status "wonderful"`,
		"- event: e1\n  date: soonish\n":            `c.yaml:1: date: "soonish" is not a date`,
		"- event: e1\n  dtae: 2009\n":               "c.yaml:2:3: unknown field",
		"- [":                                       "c.yaml",
		"event: e1":                                 "c.yaml",
	} {
		if _, err := Parse("c.yaml", []byte(file), edtf.Date{}); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", file, err, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("- event: e1\n  date: 2009-05\n  split: [1]\n"))
	f.Add([]byte("- words: x\n  merge: [a, b]\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		cs, err := Parse("c.yaml", b, edtf.YMD(2009, 6, 20))
		if err != nil {
			return
		}
		es, _ := Apply([]timeline.Event{event("e1", "2009", "x", 1, 2), event("e2", "", "y", 1)}, cs)
		for _, e := range es {
			if len(e.Cites) == 0 {
				t.Error("an event without a cite")
			}
		}
	})
}
