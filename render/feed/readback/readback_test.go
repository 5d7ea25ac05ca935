package readback

import (
	"bytes"
	"encoding/csv"
	"reflect"
	"strings"
	"testing"

	"github.com/datelinehq/dateline/render/feed"
	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/text"
)

func when(s string) edtf.Interval {
	v, err := edtf.Parse(s)
	if err != nil {
		panic(err)
	}
	return v
}

// sample has two sources, a quote with a line break, an event told by both, and one
// without a date.
func sample() *timeline.Timeline {
	cite := func(source, from int, quote, on string) timeline.Cite {
		s := text.Span{Start: from, End: from + len(quote)}
		return timeline.Cite{Source: source, Span: s, Quote: quote, Paragraph: 1, ContextSpan: s, Trigger: text.Span{Start: from, End: from + 3}, Times: []text.Span{{Start: from + 1, End: from + 2}}, When: when(on)}
	}
	t := &timeline.Timeline{
		Version: 1, Title: "Korea", AsOf: edtf.YMD(2009, 6, 20), Period: when("2009-05~/2009-06-24"),
		Sources: []timeline.Source{
			{Number: 1, ID: "a", Title: "A test", Outlet: "=The \"Paper\"", URL: "https://example.org/", Origin: "AP", Voice: "AP", Lang: "en", Published: edtf.YMD(2009, 6, 20), Bytes: 500, SHA256: "aa"},
			{Number: 2, ID: "b", Outlet: "The Wire", Published: edtf.YM(2009, 6), CopyOf: 1, Bytes: 500, SHA256: "bb"},
		},
		Events: []timeline.Event{
			{
				ID: "e1", Title: "-an \"atomic\" test", Type: "ASSAULT", Lemma: "test", Status: timeline.Occurred, When: when("2009-05~"), Grade: timeline.Inferred,
				Coding: &timeline.Coding{PLOVER: "ASSAULT", CAMEO: "19", Intensity: -9}, Hedges: []string{"reportedly; so", `\said`}, Attribution: "he said", Origins: 2, Salience: 0.25,
				Actors: []timeline.Actor{{Name: "the North?", Code: "PRK", Canonical: "North Korea", Role: timeline.RoleSource}, {Name: "UN [x] = y", Code: "IGOUNO", Role: timeline.RoleTarget, Supposed: true}},
				Places: []timeline.Place{{Name: "Kilju", Country: "PRK"}},
				Cites:  []timeline.Cite{cite(1, 10, "They tested it,\r\nin May.", "2009-05~"), cite(2, 20, "It was tested.", "2009-05")},
			},
			{ID: "e2", Title: "talks", Type: "CONSULT", Status: timeline.Scheduled, When: when("2009-06-23/2009-06-24"), Lasting: true, Grade: timeline.Certain, Origins: 1, Cites: []timeline.Cite{cite(1, 60, "They meet.", "2009-06-23/2009-06-24")}},
		},
		Undated: []timeline.Event{{
			ID: "e3", Title: "war", Type: "THREATEN", Status: timeline.Threatened, Grade: timeline.Unresolved, Origins: 1,
			Bounds: &timeline.Bounds{NotBefore: edtf.YM(2009, 5), Words: "since"}, Cites: []timeline.Cite{cite(2, 90, "War loomed.", "")},
		}},
	}
	t.Undated[0].Cites[0].When = edtf.Interval{}
	return t
}

func written(t *testing.T, name string, tl *timeline.Timeline) string {
	t.Helper()
	f, ok := feed.Find(name)
	if !ok {
		t.Fatalf("no format %s", name)
	}
	var b bytes.Buffer
	if _, err := f.Write(&b, tl, feed.Options{}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func read(t *testing.T, s, format string) *timeline.Timeline {
	t.Helper()
	tl, err := Read(strings.NewReader(s), "f", format)
	if err != nil {
		t.Fatal(err)
	}
	return tl
}

// What feed writes comes back with its evidence, and is known by its content.
func TestWhatWasWrittenComesBack(t *testing.T) {
	for _, f := range []string{"timeline", "jsonl", "csv", "timelinejs"} {
		want := sample()
		got := read(t, written(t, f, want), "")
		if f == "jsonl" || f == "csv" {
			want.Title = ""
		}
		if f == "timelinejs" {
			want.Undated = []timeline.Event{}
		}
		if len(got.Findings) > 0 {
			t.Errorf("%s: %v", f, got.Findings)
		}
		if !reflect.DeepEqual(got.Events, want.Events) {
			t.Errorf("%s: events\n%+v\nwant\n%+v", f, got.Events, want.Events)
		}
		if !reflect.DeepEqual(got.Undated, want.Undated) {
			t.Errorf("%s: undated\n%+v\nwant\n%+v", f, got.Undated, want.Undated)
		}
		if !reflect.DeepEqual(got.Sources, want.Sources) {
			t.Errorf("%s: sources\n%+v\nwant\n%+v", f, got.Sources, want.Sources)
		}
		if got.Title != want.Title || got.AsOf != want.AsOf || got.Period != want.Period {
			t.Errorf("%s: %q %s %s", f, got.Title, got.AsOf, got.Period)
		}
	}
}

// Any format that can be read makes any that can be written, and the same each time.
func TestAnyBecomesAny(t *testing.T) {
	for _, r := range Readers() {
		tl := read(t, written(t, r.Name, sample()), r.Name)
		for _, f := range feed.Formats() {
			if a := written(t, f.Name, tl); a == "" || a != written(t, f.Name, tl) {
				t.Errorf("%s to %s: empty, or not the same twice", r.Name, f.Name)
			}
		}
	}
}

// What a person changes on a slide holds; the rest keeps its evidence.
func TestEditedSlide(t *testing.T) {
	s := written(t, "timelinejs", sample())
	s = strings.Replace(s, `"month": 5
      }`, `"month": 4,
        "day": "09"
      }`, 1)
	s = strings.Replace(s, `"headline": "talks"`, `"headline": "Talks &amp; <b>more</b>"`, 1)
	got := read(t, s, "")
	if e := got.Events[0]; e.When.String() != "2009-04-09/2009-06" || e.Grade != timeline.Certain || len(e.Cites) != 2 {
		t.Errorf("got %s, %s, %d cites", e.When, e.Grade, len(e.Cites))
	}
	if e := got.Events[1]; e.Title != "Talks & more" || e.When.String() != "2009-06-23/2009-06-24" {
		t.Errorf("got %q on %s", e.Title, e.When)
	}
}

// A table or slides of others have no evidence but themselves.
func TestFilesOfOthersCiteThemselves(t *testing.T) {
	table := read(t, "\ufefftitle,when,note\r\nA test,2009-05,x\r\n\"Talks, again\",,y\r\n", "")
	slides := read(t, `{"title": {"text": {"headline": "My <i>line</i>"}}, "events": [
		{"start_date": {"year": "2009", "month": "05", "day": ""}, "text": {"headline": "<b>A</b> test", "text": "<p>It &lt;shook</p><script>x</script>"}},
		{"start_date": {"year": 2009, "month": 13}, "text": {"headline": "Talks, again"}},
		{"start_date": {"year": "1990"}, "end_date": {"year": "1989"}, "media": {"caption": "A picture"}},
		{"text": {}}]}`, "")
	for name, tl := range map[string]*timeline.Timeline{"table": table, "slides": slides} {
		if err := tl.Validate(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if len(tl.Events) != 1 || tl.Events[0].When.String() != "2009-05" || tl.Events[0].Title != "A test" {
			t.Fatalf("%s: %+v", name, tl.Events)
		}
		if s := tl.Sources[0]; s.ID != "f" || s.Bytes == 0 || len(s.SHA256) != 64 {
			t.Errorf("%s: %+v", name, s)
		}
	}
	if len(table.Undated) != 1 || table.Undated[0].Cites[0].Quote != "Talks, again" {
		t.Errorf("%+v", table.Undated)
	}
	if len(slides.Undated) != 2 || slides.Title != "My line" || slides.Events[0].Cites[0].Quote != "A test\nIt <shook" || len(slides.Findings) != 3 {
		t.Errorf("%+v, %+v", slides.Undated, slides.Findings)
	}
}

// A fault is told with its place.
func TestFaultsHaveAPlace(t *testing.T) {
	for s, want := range map[string]string{
		"":                             "this is no timeline.json",
		"%PDF-1.4":                     "this is no timeline.json",
		"[1]":                          "this is no timeline.json",
		`{"a": 1}`:                     "this is no timeline.json",
		"title,when\nA,May":            "row 2: when: \"May\"",
		"title,when\nA,2009-05,x":      "line 2 has 3 cells",
		"title,when\n\"A,2009-05":      "quotes do not end",
		"title,when\nA\"b,2009-05":     "line 2: a quote in a cell",
		"title,when\n,2009":            "row 2: it has neither title nor quote",
		"title,when,quote\nA,2009,abc": "row 2: event",
		`{"cites":[{"source":3}]}`:     "line 1: event  cites source 3",
		`{"cites":[]}` + "\n{":         "line 2: unexpected end",
	} {
		_, err := Read(strings.NewReader(s), "f", "")
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", s, err, want)
		}
	}
	if _, err := Read(strings.NewReader("x"), "f", "ics"); err == nil {
		t.Error("a calendar was read")
	}
}

// The scanner reads what encoding/csv reads, but for line breaks in cells.
func FuzzScan(f *testing.F) {
	f.Add("a,b\r\n\"c \"\"d\"\"\",\"e\nf\"\r\n")
	f.Add("a\n\nb")
	f.Fuzz(func(t *testing.T, s string) {
		got, err := scan(s)
		if err != nil || strings.Contains(s, "\r") {
			return
		}
		r := csv.NewReader(strings.NewReader(s))
		want, err := r.ReadAll()
		if err != nil {
			return // encoding/csv refuses more
		}
		var full [][]string
		for _, row := range got {
			if len(row) > 1 || row[0] != "" {
				full = append(full, row)
			}
		}
		if len(full) != len(want) || len(want) > 0 && !reflect.DeepEqual(full, want) {
			t.Errorf("%q: got %q, want %q", s, full, want)
		}
	})
}

// Whatever is read keeps the promises of a timeline, and can be written and read again.
func FuzzRead(f *testing.F) {
	for _, name := range []string{"timeline", "jsonl", "csv", "timelinejs"} {
		x, _ := feed.Find(name)
		var b bytes.Buffer
		if _, err := x.Write(&b, sample(), feed.Options{}); err != nil {
			f.Fatal(err)
		}
		f.Add(b.String())
	}
	f.Add("title,when\nA,2009-05\n")
	f.Add(`{"events":[{"start_date":{"year":2009},"text":{"headline":"A"}}]}`)
	f.Fuzz(func(t *testing.T, s string) {
		tl, err := Read(strings.NewReader(s), "f", "")
		if err != nil {
			return
		}
		if err := tl.Validate(); err != nil {
			t.Fatal(err)
		}
		for _, x := range feed.Formats() {
			var b bytes.Buffer
			if _, err := x.Write(&b, tl, feed.Options{}); err != nil {
				t.Fatal(err)
			}
			if x.Name != "jsonl" || len(tl.Events)+len(tl.Undated) == 0 {
				continue
			}
			if _, err := Read(&b, "f", "jsonl"); err != nil {
				t.Errorf("its events cannot be read back: %v", err)
			}
		}
	})
}
