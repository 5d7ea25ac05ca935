package pipeline

import (
	"os"
	"strings"
	"testing"

	"github.com/datelinehq/dateline/seeds"
	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/source"
	"github.com/datelinehq/dateline/timeline/text"
)

func seedTimeline(t *testing.T, published string) *timeline.Timeline {
	t.Helper()
	b, err := os.ReadFile("../../seeds/articles/us-defense-official-beijing.txt")
	if err != nil {
		t.Fatal(err)
	}
	r, err := source.Load(seeds.FS)
	if err != nil {
		t.Fatal(err)
	}
	g := source.Given{}
	if published != "" {
		if g.Published, err = edtf.ParseDate(published); err != nil {
			t.Fatal(err)
		}
	}
	as, _, err := r.Read("seed.txt", b, g)
	if err != nil {
		t.Fatal(err)
	}
	tl := Assemble([]Report{pipe(t).Analyse(as[0]).Report()}, AssembleOptions{})
	if err := tl.Validate(); err != nil {
		t.Fatal(err)
	}
	return tl
}

func pipe(t testing.TB) *Pipeline {
	t.Helper()
	p, err := New(seeds.FS, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// The seven expressions of the seed article, as its gold answer has them.
func TestSeedArticleGetsItsSevenDates(t *testing.T) {
	want := map[string]string{
		"Tuesday": "2009-06-23", "Wednesday": "2009-06-24", "Friday": "2009-06-26", "May": "2009-05",
		"last month": "2009-05", "July": "2009-07", "last year": "2008",
	}
	b, err := os.ReadFile("../../seeds/articles/us-defense-official-beijing.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, published := range []string{"2009-06-17", "2009-06-20~", "2009-06-22"} {
		d, err := edtf.ParseDate(published)
		if err != nil {
			t.Fatal(err)
		}
		an := pipe(t).Tag(text.Article{Text: string(b), Published: d})
		if len(an.Readings) != len(want) {
			t.Errorf("%s: got %d expressions, want %d", published, len(an.Readings), len(want))
		}
		for _, r := range an.Readings {
			if w := r.In(string(b)); r.Value != want[w] {
				t.Errorf("published %s: %q: got %s, want %s", published, w, r.Value, want[w])
			}
		}
	}
}

// What the seed article dates is dated as in its gold answer, and nothing else is.
func TestSeedArticleDatesNothingThatItsTextDoesNotDate(t *testing.T) {
	tl := seedTimeline(t, "2009-06-20~")
	want := []struct{ quote, when string }{
		{"last year", "2008"}, {"atomic test", "2009-05"}, {"last month", "2009-05"},
		{"Defense Consultative Talks", "2009-06-23/2009-06-24"}, {"talks with officials in Seoul", "2009-06-26"},
		{"scheduled in Phuket", "2009-07"}, {"possibly on the sidelines", "2009-07?"},
	}
	for _, w := range want {
		found := false
		for _, e := range tl.Events {
			found = found || strings.Contains(e.Cites[0].Quote, w.quote) && e.When.String() == w.when
		}
		if !found {
			t.Errorf("no event of %s about %q", w.when, w.quote)
		}
	}
	undated := []string{"threatened", "test-fired", "opposed", "opposes", "supported", "agreed", "proposed"}
	for _, e := range tl.Events {
		c := e.Cites[0]
		trigger := c.Quote[c.Trigger.Start-c.Span.Start : c.Trigger.End-c.Span.Start]
		for _, u := range undated {
			if trigger == u {
				t.Errorf("%q is dated %s, and its text gives no date", trigger, e.When)
			}
		}
	}
}

func TestWithoutPublicationDateNothingIsResolved(t *testing.T) {
	tl := seedTimeline(t, "")
	if len(tl.Events) != 0 {
		t.Errorf("got %d dated events, want none", len(tl.Events))
	}
	if len(tl.Undated) == 0 {
		t.Error("the tray is empty")
	}
	if len(tl.Findings) != 1 || tl.Findings[0].Code != "no-document-date" {
		t.Errorf("findings: got %v, want how to supply the date", tl.Findings)
	}
}

func TestHostileTexts(t *testing.T) {
	p := pipe(t)
	for name, body := range map[string]string{
		"empty":           "",
		"blanks":          " \n\n\t ",
		"marks":           strings.Repeat("- ( ) . ? ! ", 500),
		"one long word":   strings.Repeat("a", 200_000),
		"no full stop":    strings.Repeat("the attack on Tuesday and ", 4_000),
		"all capitals":    "NORTH KOREA FIRED A MISSILE ON TUESDAY AND WILL FIRE ANOTHER IN MAY.",
		"only dates":      strings.Repeat("Tuesday Wednesday 12 May 1998 ", 2_000),
		"deep numbers":    strings.Repeat("two hundred and twenty ", 5_000),
		"other scripts":   "中国在星期二举行会谈。Пхеньян провёл испытание в мае. \u202eevil\u202c",
		"bad bytes":       "Talks on Tuesday \xff\xfe were held \xc3.",
		"absurd dates":    "On February 30, 2009, and 99/99/9999, and in 9999999999 years, they met.",
		"many paragraphs": strings.Repeat("Talks were held.\n\n", 3_000),
	} {
		an := p.Analyse(text.Article{ID: "x", Text: strings.ToValidUTF8(body, "\uFFFD"), Published: edtf.YMD(2009, 6, 20)})
		tl := Assemble([]Report{an.Report()}, AssembleOptions{})
		if err := tl.Validate(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Two articles in either order give the same events with the same IDs.
func TestOrderOfArticlesDoesNotMatter(t *testing.T) {
	p := pipe(t)
	a := text.Article{ID: "a", Outlet: "A", Published: edtf.YMD(2009, 6, 20), Text: "North Korea tested a missile on Tuesday. China condemned the test."}
	b := text.Article{ID: "b", Outlet: "B", Published: edtf.YMD(2009, 6, 21), Text: "On Friday Japan will send an envoy to Seoul. North Korea fired a missile on Tuesday."}
	one := Assemble([]Report{p.Analyse(a).Report(), p.Analyse(b).Report()}, AssembleOptions{})
	two := Assemble([]Report{p.Analyse(b).Report(), p.Analyse(a).Report()}, AssembleOptions{})
	ids := func(t *timeline.Timeline) map[string]string {
		m := map[string]string{}
		for _, l := range [][]timeline.Event{t.Events, t.Undated} {
			for _, e := range l {
				m[e.ID] = e.When.String()
			}
		}
		return m
	}
	x, y := ids(one), ids(two)
	if len(x) != len(y) || len(x) == 0 {
		t.Fatalf("got %d and %d events", len(x), len(y))
	}
	for id, when := range x {
		if y[id] != when {
			t.Errorf("event %s: %s in one order, %q in the other", id, when, y[id])
		}
	}
}

func FuzzAnalyse(f *testing.F) {
	f.Add("Flournoy was due to travel to Seoul on Friday.", "2009-06-20")
	p := pipe(f)
	f.Fuzz(func(t *testing.T, body, published string) {
		d, _ := edtf.ParseDate(published)
		if len(body) > 4000 {
			return
		}
		an := p.Analyse(text.Article{ID: "x", Text: strings.ToValidUTF8(body, "\uFFFD"), Published: d})
		if err := Assemble([]Report{an.Report()}, AssembleOptions{}).Validate(); err != nil {
			t.Error(err)
		}
	})
}
