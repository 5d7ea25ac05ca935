package source

import (
	"os"
	"strings"
	"testing"

	"github.com/datelinehq/dateline/seeds"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/text"
)

func reader(t testing.TB) *Reader {
	t.Helper()
	r, err := Load(seeds.FS)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func read(t *testing.T, file, body string, g Given) text.Article {
	t.Helper()
	as, _, err := reader(t).Read(file, []byte(body), g)
	if err != nil || len(as) != 1 {
		t.Fatalf("%s: got %d articles, %v", file, len(as), err)
	}
	return as[0]
}

func TestSeedArticleShowsItsHead(t *testing.T) {
	b, err := os.ReadFile("../../seeds/articles/us-defense-official-beijing.txt")
	if err != nil {
		t.Fatal(err)
	}
	a := read(t, "us-defense-official-beijing.txt", string(b), Given{})
	if a.Title != "US Defense Official to Hold Talks in Beijing" || a.Outlet != "The Irrawaddy News" || a.Origin != "Associated Press" || a.Place != "Beijing" {
		t.Errorf("head: got title %q, outlet %q, origin %q, place %q", a.Title, a.Outlet, a.Origin, a.Place)
	}
	if !a.Published.IsZero() {
		t.Errorf("published: got %v, and the article gives none", a.Published)
	}
	want := []text.Mark{{Span: text.Span{Start: 0, End: 44}, Zone: text.Title}, {Span: text.Span{Start: 45, End: 63}, Zone: text.Byline}, {Span: text.Span{Start: 64, End: 79}, Zone: text.Dateline}}
	for i, m := range a.Marks {
		if i >= len(want) || m != want[i] {
			t.Errorf("mark %d: got %v, want %v", i, m, want)
		}
	}
}

func TestDateOfPublicationIsTakenFromTheBestWitness(t *testing.T) {
	const dateline = "KABUL, Afghanistan, Aug. 27, 2003 (Reuters) - Fighting went on.\n"
	june, july := edtf.YMD(2009, 6, 20), edtf.YMD(2009, 7, 1)
	for _, c := range []struct {
		name, file, body string
		g                Given
		want             edtf.Date
		from             text.DateFrom
	}{
		{"dateline", "a.txt", dateline, Given{}, edtf.YMD(2003, 8, 27), text.FromDateline},
		{"dateline without year", "a.txt", "KABUL, Aug. 27 (Reuters) - Fighting went on.\n", Given{}, edtf.Date{}, text.FromNowhere},
		{"flag", "a.txt", dateline, Given{Published: june}, june, text.FromFlag},
		{"config", "a.txt", dateline, Given{Published: june, From: text.FromConfig}, june, text.FromConfig},
		{"sidecar", "a.txt", dateline, Given{Sidecar: []byte("published: 2009-06-20\n")}, june, text.FromSidecar},
		{"flag before sidecar", "a.txt", dateline, Given{Published: july, Sidecar: []byte("published: 2009-06-20\n")}, july, text.FromFlag},
		{"front matter", "a.md", "---\ndate: 20 June 2009\n---\n" + dateline, Given{}, june, text.FromFront},
		{"record", "a.jsonl", `{"id":"x","published":"2009-06-20T23:10:00-07:00","text":"Talks."}`, Given{}, june, text.FromMetadata},
		{"none", "a.txt", "Talks were held on Tuesday.\n", Given{}, edtf.Date{}, text.FromNowhere},
	} {
		a := read(t, c.file, c.body, c.g)
		if a.Published != c.want || a.PublishedFrom != c.from {
			t.Errorf("%s: got %v from %q, want %v from %q", c.name, a.Published, a.PublishedFrom, c.want, c.from)
		}
	}
}

func TestFrontMatterTellsOfTheArticle(t *testing.T) {
	a := read(t, "x.md", "---\ntitle: \"A: B\"\nsource: Wikinews\ncredit: CC BY\nlang: en\nkind: narrative\nurl: https://example.org/a\n---\n\nIt rained.\n", Given{})
	if a.Title != "A: B" || a.Outlet != "Wikinews" || a.Credit != "CC BY" || a.Lang != "en" || a.URL == "" || a.Genre != text.Narrative || a.Text != "It rained.\n" {
		t.Errorf("got %+v", a)
	}
}

func TestHostileFiles(t *testing.T) {
	r := reader(t)
	for _, c := range []struct{ name, file, body, want string }{
		{"empty", "a.txt", "", "empty"},
		{"blank", "a.txt", " \n\t\n", "empty"},
		{"binary", "a.txt", "PK\x03\x04\x00\x00", "archive"},
		{"front matter only", "a.md", "---\ntitle: x\n---\n", "empty"},
		{"no records", "a.jsonl", "not json\n", "no article"},
	} {
		if _, _, err := r.Read(c.file, []byte(c.body), Given{}); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", c.name, err, c.want)
		}
	}
	for _, c := range []struct{ name, file, body, code, text string }{
		{"bad bytes", "a.txt", "Caf\xe9 \u00e9 opened. It was good.", "bad-encoding", "Caf\uFFFD \u00e9 opened. It was good."},
		{"latin-1", "a.txt", strings.Repeat("Caf\xe9 ", 9), "bad-encoding", strings.Repeat("Caf\u00e9 ", 9)},
		{"bad front matter", "a.md", "---\na: [\n---\nText.\n", "bad-front-matter", "Text.\n"},
		{"bad date", "a.md", "---\ndate: 2009-13-40\n---\nText.\n", "bad-date", "Text.\n"},
		{"one bad line", "a.jsonl", "{\n{\"text\":\"Text.\"}\n", "bad-record", "Text."},
	} {
		as, fs, err := r.Read(c.file, []byte(c.body), Given{})
		if err != nil || len(as) != 1 || as[0].Text != c.text || len(fs) == 0 || fs[0].Code != c.code {
			t.Errorf("%s: got %+v, %v, %v", c.name, as, fs, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("a.md", "---\ntitle: x\n---\nBEIJING (AP)— x")
	f.Add("a.jsonl", `{"text":"x"}`)
	f.Add("a.txt", "Title\nThe News\nBEIJING (AP)— x")
	r := reader(f)
	f.Fuzz(func(t *testing.T, file, body string) {
		as, _, err := r.Read(file, []byte(body), Given{})
		if err != nil {
			return
		}
		for _, a := range as {
			at := 0
			for _, m := range a.Marks {
				if m.Start < at || m.End > len(a.Text) || m.Start > m.End {
					t.Fatalf("mark %v in %d bytes, after %d", m, len(a.Text), at)
				}
				at = m.End
			}
		}
	})
}
