package archive

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/pipeline"
	"github.com/datelinehq/dateline/timeline/text"
)

var one = Version{Code: "program 1", Knowledge: "seeds 1", Options: "-"}

func open(t *testing.T, where string, v Version) *Archive {
	t.Helper()
	a, err := Open(t.Context(), where, v)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = a.Close() })
	return a
}

// sample is an article of one sentence, and its report.
func sample(id, sentence string, when edtf.Date) Result {
	a := text.Article{ID: id, File: id + ".txt", Title: "About " + id, Text: sentence, Published: edtf.YMD(2009, 6, 20)}
	e := timeline.Event{
		Title: sentence, Type: "CONSULT", Status: timeline.Occurred, Grade: timeline.Certain, Actors: []timeline.Actor{{Name: "China", Code: "CHN", Canonical: "China"}},
		Cites: []timeline.Cite{{Span: text.Span{End: len(sentence)}, Quote: sentence, Paragraph: 1, Trigger: text.Span{Start: 4, End: 8}}},
	}
	if !when.IsZero() {
		e.When = edtf.On(when)
	}
	r := pipeline.Report{
		Source: timeline.Source{ID: id, File: a.File, Title: a.Title, Published: a.Published, Bytes: len(sentence)}, Events: []timeline.Event{e},
		Findings: []text.Finding{{Article: id, Stage: "test", Code: "odd", Text: "odd"}},
	}
	return Result{KeyOf(a), a, r}
}

func look(t *testing.T, a *Archive, r Result) Found {
	t.Helper()
	f, err := a.Look(t.Context(), []Key{r.Key}, true)
	if err != nil {
		t.Fatal(err)
	}
	return f[0]
}

func keep(t *testing.T, a *Archive, rs ...Result) {
	t.Helper()
	if err := a.Keep(t.Context(), rs); err != nil {
		t.Fatal(err)
	}
}

func TestWhatIsKeptComesBack(t *testing.T) {
	engines(t, func(t *testing.T, where string) {
		a := open(t, where, one)
		r := sample("a", "The talks were held on 12 May 2009.", edtf.YMD(2009, 5, 12))
		if f := look(t, a, r); f.State != New {
			t.Errorf("got %q before it was kept", f.State)
		}
		keep(t, a, r, r)
		keep(t, a, r)
		_ = a.Close()

		f := look(t, open(t, where, one), r)
		if got, ok := f.Report(r.Article); !ok || !reflect.DeepEqual(got, r.Report) {
			t.Errorf("got  %+v, %v\nwant %+v", got, ok, r.Report)
		}
		// The same content under another name is the same, under that name.
		other := r.Article
		other.ID, other.File = "b", "b.txt"
		if KeyOf(other) != r.Key {
			t.Error("another name, another key")
		}
		got, _ := f.Report(other)
		if got.Source.ID != "b" || got.Source.File != "b.txt" || got.Findings[0].Article != "b" {
			t.Errorf("got %+v", got)
		}
		other.Published = edtf.YMD(2009, 6, 21)
		if KeyOf(other) == r.Key {
			t.Error("another date, the same key")
		}
	})
}

func TestWhatIsStaleIsToldApart(t *testing.T) {
	engines(t, func(t *testing.T, where string) {
		r := sample("a", "The talks were held on 12 May 2009.", edtf.YMD(2009, 5, 12))
		keep(t, open(t, where, one), r)
		for _, tt := range []struct {
			version Version
			want    State
		}{
			{Version{"program 1", "seeds 1", "-"}, Fresh},
			{Version{"program 2", "seeds 1", "-"}, OtherProgram},
			{Version{"program 2", "seeds 2", "-"}, OtherKnowledge},
			{Version{"program 1", "seeds 1", "names"}, OtherOptions},
		} {
			f := look(t, open(t, where, tt.version), r)
			if _, ok := f.Report(r.Article); f.State != tt.want || ok != (tt.want == Fresh) {
				t.Errorf("%v: got %q, %v", tt.version, f.State, ok)
			}
		}
		// A new report takes the place of the old one.
		two := Version{"program 2", "seeds 1", "-"}
		r.Report.Events = nil
		keep(t, open(t, where, two), r)
		if f := look(t, open(t, where, two), r); f.State != Fresh {
			t.Errorf("got %q", f.State)
		}
		if hits, _ := open(t, where, two).Search(t.Context(), Query{Words: "talks"}); len(hits) > 0 {
			t.Errorf("an event of the old report is found: %v", hits)
		}
	})
}

func TestMoreThanAreAskedAtOnce(t *testing.T) {
	engines(t, func(t *testing.T, where string) {
		a := open(t, where, one)
		var rs []Result
		var keys []Key
		for i := range some*2 + 7 {
			r := sample(fmt.Sprintf("a%d", i), fmt.Sprintf("The talks number %d were held.", i), edtf.Date{})
			keys = append(keys, r.Key)
			if i%2 == 0 {
				rs = append(rs, r)
			}
		}
		keep(t, a, rs...)
		found, err := a.Look(t.Context(), keys, false)
		if err != nil {
			t.Fatal(err)
		}
		for i, f := range found {
			if (f.State == Fresh) != (i%2 == 0) {
				t.Fatalf("%d: got %q", i, f.State)
			}
		}
	})
}

func TestSearch(t *testing.T) {
	engines(t, func(t *testing.T, where string) {
		a := open(t, where, one)
		keep(t, a,
			sample("a", "The ministers visited Müller in Zürich.", edtf.YMD(2009, 5, 12)),
			sample("b", "The army visits the north of Korea.", edtf.Date{Year: 2009, Month: 6, Unit: edtf.Month}),
			sample("c", "The north was quiet; Korea said no.", edtf.Date{}),
			sample("d", "It is what it is.", edtf.YMD(2010, 1, 1)))
		may := edtf.On(edtf.Date{Year: 2009, Month: 5, Unit: edtf.Month})
		day := edtf.On(edtf.YMD(2009, 6, 12))
		for _, tt := range []struct {
			query Query
			want  string
		}{
			{Query{Words: "visit"}, "a b"},              // stems
			{Query{Words: "muller"}, "a"},               // without accents
			{Query{Words: "MÜLLER zurich"}, "a"},        // all words
			{Query{Words: "müller korea"}, ""},          //
			{Query{Words: "north korea"}, "b c"},        //
			{Query{Words: `"north of korea"`}, "b"},     // side by side
			{Query{Words: `"north korea"`}, ""},         //
			{Query{Words: "minist* z*"}, "a"},           // beginnings
			{Query{Words: "what is it"}, "d"},           // no word is too common
			{Query{Words: "china"}, "a b c d"},          // who takes part
			{Query{Words: "visit", Period: may}, "a"},   // dates
			{Query{Words: "visit", Period: day}, "b"},   // it may lie in it
			{Query{Words: "china", Undated: true}, "c"}, // the tray
			{Query{Words: "china", Limit: 2}, "2"},      // how many
			{Query{Words: "consult"}, "a b c d"},        // types
		} {
			hits, err := a.Search(t.Context(), tt.query)
			if err != nil {
				t.Fatalf("%v: %v", tt.query, err)
			}
			if tt.query.Limit > 0 {
				if len(hits) != tt.query.Limit {
					t.Errorf("%v: got %d hits", tt.query, len(hits))
				}
				continue
			}
			if got := ids(hits); got != tt.want {
				t.Errorf("%+v: got %q, want %q", tt.query, got, tt.want)
			}
		}
	})
}

// ids are the articles of hits, in the order of their names.
func ids(hits []Hit) string {
	var b strings.Builder
	for _, id := range []string{"a", "b", "c", "d"} {
		for _, h := range hits {
			if h.Source.ID == id {
				b.WriteString(" " + id)
			}
		}
	}
	return strings.TrimSpace(b.String())
}

// A title counts more than the sentence, and copies are one hit.
func TestSearchOrder(t *testing.T) {
	engines(t, func(t *testing.T, where string) {
		a := open(t, where, one)
		x := sample("a", "The strike in the harbour went on.", edtf.YMD(2009, 5, 12))
		x.Report.Events[0].Title = "Harbour"
		y := sample("b", "The harbour was the place of a strike that went on.", edtf.YMD(2009, 5, 12))
		y.Report.Events[0].Title = "Strike"
		copied := x
		copied.Article.Outlet = "The Copy"
		copied.Key = KeyOf(copied.Article)
		keep(t, a, x, y, copied)
		hits, err := a.Search(t.Context(), Query{Words: "strike"})
		if err != nil || len(hits) != 2 || hits[0].Event.Title != "Strike" || len(hits[1].More) != 1 {
			t.Errorf("got %+v, %v", hits, err)
		}
	})
}

// Whatever is asked for, the words are looked for and nothing else happens.
func TestSearchHostile(t *testing.T) {
	engines(t, func(t *testing.T, where string) {
		a := open(t, where, one)
		keep(t, a, sample("a", "The talks OR NOT near title were held.", edtf.YMD(2009, 5, 12)))
		for _, q := range []string{
			`"`, `"""`, `talks"`, `"talks`, `talks" OR "x`, "talks OR", "NOT talks", "AND", "NEAR(talks held)", "title:talks", "{title quote}: talks", "^talks",
			"talks*", "*", "**", "-talks", "+talks", "(talks", "talks)", "talks;DROP TABLE dateline_events", "'; DELETE FROM dateline_events; --", "talks\x00held",
			"talks\xff", "talks & !held", "talks <-> held", "talks:*", "talks:A", `\`, `talks\`, "''", "$1", "%", "_", strings.Repeat("talks ", 3000), strings.Repeat("(", 5000),
			strings.Repeat("a", 100_000), "\u202etalks", "会谈", "🙂",
		} {
			_, err := a.Search(t.Context(), Query{Words: q})
			if err != nil && !errors.Is(err, ErrNoWords) && !errors.Is(err, ErrManyWords) {
				t.Errorf("%.40q: %v", q, err)
			}
		}
		if hits, err := a.Search(t.Context(), Query{Words: `talks' "held"`}); err != nil || len(hits) != 1 {
			t.Errorf("got %d hits, %v", len(hits), err)
		}
	})
}

// Texts and names may hold anything that an article may.
func TestHostileArticlesAreKept(t *testing.T) {
	engines(t, func(t *testing.T, where string) {
		a := open(t, where, one)
		for i, s := range []string{"The \x00 zero.", "The " + strings.Repeat("x", 1<<20), "The '; DROP TABLE dateline_about; --", "The \u202e 🙂 \ufffd.", "The \xff\xfe bytes."} {
			r := sample(fmt.Sprintf("n%d'\x00", i), s, edtf.YMD(2009, 5, 12))
			keep(t, a, r)
			if got, ok := look(t, a, r).Report(r.Article); !ok || !reflect.DeepEqual(got, r.Report) {
				t.Errorf("%.20q did not come back", s)
			}
		}
	})
}

func TestRuns(t *testing.T) {
	engines(t, func(t *testing.T, where string) {
		a := open(t, where, one)
		if r, err := a.LastRun(t.Context(), "week"); err != nil || r.Mark != nil {
			t.Errorf("got %v, %v", r, err)
		}
		for _, want := range []Run{{[]byte("m"), []byte("b")}, {[]byte("n"), []byte{}}, {[]byte{0, 255}, []byte("\x00")}} {
			if err := a.KeepRun(t.Context(), "week", want); err != nil {
				t.Fatal(err)
			}
			if got, err := a.LastRun(t.Context(), "week"); err != nil || !reflect.DeepEqual(got, want) {
				t.Errorf("got %v, %v", got, err)
			}
		}
	})
}

// Several runs at once, which open, make, fill and read one archive.
func TestManyAtOnce(t *testing.T) {
	engines(t, func(t *testing.T, where string) {
		var wg sync.WaitGroup
		for range 6 {
			wg.Go(func() {
				a, err := Open(context.Background(), where, one)
				if err != nil {
					t.Error(err)
					return
				}
				defer a.Close()
				for i := range 20 {
					var rs []Result
					for k := range 10 {
						rs = append(rs, sample(fmt.Sprintf("a%d", (i+k)%25), fmt.Sprintf("The talks number %d were held.", (i+k)%25), edtf.YMD(2009, 5, 12)))
					}
					if err := a.Keep(context.Background(), rs); err != nil {
						t.Error(err)
					}
					if f, err := a.Look(context.Background(), []Key{rs[0].Key}, true); err != nil || f[0].State != Fresh {
						t.Errorf("got %v, %v", f, err)
					}
				}
			})
		}
		wg.Wait()
		a := open(t, where, one)
		for _, q := range []struct {
			query string
			want  int
		}{{"dateline_articles", 25}, {"dateline_results", 25}, {"dateline_events", 25}, {"dateline_versions", 1}} {
			var n int
			if err := a.db.QueryRow("SELECT count(*) FROM " + q.query).Scan(&n); err != nil || n != q.want {
				t.Errorf("%s: got %d rows, want %d; %v", q.query, n, q.want, err)
			}
		}
	})
}

// An archive of a later format is refused, in words, and left as it is.
func TestLaterFormatIsRefused(t *testing.T) {
	engines(t, func(t *testing.T, where string) {
		a := open(t, where, one)
		if _, err := a.db.Exec("UPDATE dateline_about SET value = '99'"); err != nil {
			t.Fatal(err)
		}
		_ = a.Close()
		_, err := Open(t.Context(), where, one)
		if !errors.Is(err, ErrNewer) || !strings.Contains(err.Error(), Name(where)) {
			t.Errorf("got %v", err)
		}
	})
}

// A run that stops amid a transaction leaves nothing of it.
func TestHalfATransactionIsNone(t *testing.T) {
	engines(t, func(t *testing.T, where string) {
		a := open(t, where, one)
		good := sample("a", "The talks were held.", edtf.Date{})
		bad := sample("b", "The talks were held again.", edtf.Date{})
		bad.Report.Events[0].Cites = nil // no event is without one
		func() {
			defer func() { _ = recover() }()
			_ = a.Keep(t.Context(), []Result{good, bad})
		}()
		_ = a.Close()
		if f := look(t, open(t, where, one), good); f.State != New {
			t.Errorf("got %q", f.State)
		}
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if err := open(t, where, one).Keep(ctx, []Result{good}); !errors.Is(err, context.Canceled) {
			t.Errorf("got %v", err)
		}
	})
}
