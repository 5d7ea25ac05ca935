package timeline

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/text"
)

func sample() *Timeline {
	cite := Cite{Source: 1, Span: text.Span{Start: 0, End: 5}, Quote: "It <b", Trigger: text.Span{Start: 0, End: 2}}
	return &Timeline{
		Version: Version, Title: "T", Sources: []Source{{Number: 1, ID: "a", Bytes: 10}},
		Events:  []Event{{ID: "e1", Status: Occurred, Grade: Certain, When: edtf.On(edtf.Y(2008)), Cites: []Cite{cite}}},
		Undated: []Event{{ID: "e2", Status: Denied, Grade: Unresolved, Cites: []Cite{cite}}},
	}
}

func TestTimelineReadsWhatItWrites(t *testing.T) {
	var a, b bytes.Buffer
	if err := sample().Write(&a); err != nil {
		t.Fatal(err)
	}
	first := a.String()
	tl, err := Read(&a)
	if err != nil {
		t.Fatal(err)
	}
	if err := tl.Write(&b); err != nil || b.String() != first {
		t.Errorf("written again it differs (%v):\n%s\n%s", err, first, b.String())
	}
}

// Written piece by piece it is what it would be if written at once, whatever it
// holds.
func TestWriteIsThatOfTheWhole(t *testing.T) {
	full := sample()
	full.Sources = append(full.Sources, full.Sources[0])
	full.Title = "\n  \"events\": null \u2028 <"
	full.Findings = []text.Finding{{Article: "a"}}
	for _, tl := range []*Timeline{{}, {Sources: []Source{}, Events: []Event{}, Undated: []Event{}}, {Undated: []Event{}}, sample(), full} {
		var got, want bytes.Buffer
		e := json.NewEncoder(&want)
		e.SetIndent("", "  ")
		if err := errors.Join(tl.Write(&got), e.Encode(tl)); err != nil || got.String() != want.String() {
			t.Errorf("%v\ngot  %s\nwant %s", err, got.String(), want.String())
		}
	}
}

func TestLaterVersionIsRefused(t *testing.T) {
	if _, err := Read(strings.NewReader(`{"version": 99}`)); !errors.Is(err, ErrVersion) {
		t.Errorf("got %v", err)
	}
}

func TestBrokenPromisesAreFound(t *testing.T) {
	for name, breakIt := range map[string]func(*Timeline){
		"no version":            func(t *Timeline) { t.Version = 0 },
		"no cite":               func(t *Timeline) { t.Events[0].Cites = nil },
		"no such source":        func(t *Timeline) { t.Events[0].Cites[0].Source = 2 },
		"same ID":               func(t *Timeline) { t.Undated[0].ID = "e1" },
		"date in the tray":      func(t *Timeline) { t.Undated[0].When = edtf.On(edtf.Y(2008)) },
		"no date":               func(t *Timeline) { t.Events[0].When = edtf.Interval{} },
		"unknown status":        func(t *Timeline) { t.Events[0].Status = "maybe" },
		"unknown grade":         func(t *Timeline) { t.Events[0].Grade = "sure" },
		"quote of other length": func(t *Timeline) { t.Events[0].Cites[0].Quote = "It" },
		"trigger outside":       func(t *Timeline) { t.Events[0].Cites[0].Trigger.End = 9 },
		"span outside":          func(t *Timeline) { t.Sources[0].Bytes = 3 },
		"salience":              func(t *Timeline) { t.Events[0].Salience = 2 },
		"point off the globe":   func(t *Timeline) { t.Events[0].Places = []Place{{Point: &Point{Lat: 91, By: ByName}}} },
		"point without reason":  func(t *Timeline) { t.Events[0].Places = []Place{{Point: &Point{}}} },
		"order": func(t *Timeline) {
			e := t.Events[0]
			e.ID, e.When = "e3", edtf.On(edtf.Y(2007))
			t.Events = append(t.Events, e)
		},
	} {
		tl := sample()
		breakIt(tl)
		if tl.Validate() == nil {
			t.Errorf("%s: not found", name)
		}
	}
	if err := sample().Validate(); err != nil {
		t.Errorf("a good timeline: %v", err)
	}
}

func FuzzRead(f *testing.F) {
	var b bytes.Buffer
	if err := sample().Write(&b); err != nil {
		f.Fatal(err)
	}
	f.Add(b.String())
	f.Fuzz(func(t *testing.T, s string) {
		if tl, err := Read(strings.NewReader(s)); err == nil {
			if err := tl.Validate(); err != nil {
				t.Error(err)
			}
		}
	})
}
