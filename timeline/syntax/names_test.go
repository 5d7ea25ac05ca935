package syntax

import (
	"strings"
	"testing"

	"github.com/datelinehq/dateline/seeds"
	"github.com/datelinehq/dateline/timeline/text"
)

func namer(t testing.TB) *Namer {
	t.Helper()
	n, err := LoadNames(seeds.FS, "en")
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// marked writes a text with its names in brackets: "[PER Merkel] spoke".
func marked(t testing.TB, p *Parser, n *Namer, in string) string {
	t.Helper()
	d := text.Split(text.Article{Text: in}, text.Rules{Never: map[string]bool{"mr": true, "gen": true}})
	var ss []Sentence
	for i := range d.Sentences {
		ss = append(ss, p.Parse(d, i, nil))
	}
	var b strings.Builder
	at := 0
	for k, names := range n.Names(in, ss) {
		for _, x := range names {
			ws := ss[k].Words
			if x.First < 0 || x.First >= x.Last || x.Last > len(ws) || x.Start != ws[x.First].Start || x.End != ws[x.Last-1].End {
				t.Fatalf("%q: name %+v does not fit its words", in, x)
			}
			if x.Start < at {
				t.Fatalf("%q: name %+v overlaps another", in, x)
			}
			b.WriteString(in[at:x.Start] + "[" + x.Type.String() + " " + x.In(in) + "]")
			at = x.End
		}
	}
	return b.String() + in[at:]
}

func TestNamesInNews(t *testing.T) {
	p, n := english(t), namer(t)
	for _, want := range []string{
		"[PER Angela Merkel] met President [PER Emmanuel Macron] in [LOC Paris] on Tuesday.",
		"Mr. [PER Sharif] told reporters in [LOC Islamabad] that talks with [LOC India] would resume.",
		"Gen. [PER David Petraeus] flew from [LOC Baghdad] to [LOC Washington].",
		"The [ORG World Bank] approved a loan to [LOC Kenya].",
		"[LOC New York] and [LOC Los Angeles] signed the deal.",
		"Rebels attacked the town of [LOC Goma] in eastern [LOC Congo] last week.",
		"The [ORG United Nations] said on Friday that aid had reached [LOC Aleppo].",
		"Nothing happened on Monday or in January.",
		"He said that it was over.",
	} {
		in := strings.NewReplacer("[PER ", "", "[ORG ", "", "[LOC ", "", "]", "").Replace(want)
		if got := marked(t, p, n, in); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

// A surname alone is what it is elsewhere in the document.
func TestNamesAgreeInADocument(t *testing.T) {
	got := marked(t, english(t), namer(t), "President Joseph Kabila arrived in Kigali. Aides of Kabila said that Kabila would stay. Joseph Kabila left.")
	if n := strings.Count(got, "[PER "); n != 4 {
		t.Errorf("%d persons in %s", n, got)
	}
}

// A dateline begins with a place.
func TestNamesOfADateline(t *testing.T) {
	got := marked(t, english(t), namer(t), "BEIJING (AP) — China condemned the launch.")
	if !strings.HasPrefix(got, "[LOC BEIJING]") || !strings.Contains(got, "[LOC China]") {
		t.Errorf("got %s", got)
	}
}

func TestNamesOfHostileTexts(t *testing.T) {
	p, n := english(t), namer(t)
	for what, in := range map[string]string{
		"nothing":      "",
		"blanks":       " \n\n \t",
		"emoji":        "😀😀 👩‍👩‍👧 Ünïcödé 🇫🇷 Paris😀",
		"capitals":     strings.Repeat("THE PRESIDENT OF FRANCE ", 200),
		"small":        strings.Repeat("the president of france ", 200),
		"signs":        strings.Repeat("-.-'’&- ", 300),
		"one word":     strings.Repeat("A-b-C-", 3000),
		"broken bytes": "Paris \xff\xfe Lon\xc3don \xe2\x80",
		"marks":        "e\u0301E\u0301 \u0301\u0301 İI ǅ ß",
	} {
		t.Run(what, func(t *testing.T) { marked(t, p, n, in) })
	}
}

// What is read is bounded by the words, however they are written.
func TestNamesTakeLinearWork(t *testing.T) {
	n := namer(t)
	for _, s := range []string{"Paris", "paris", "PARIS", "New", "😀", "of"} {
		forms := make([]string, 100_000)
		for i := range forms {
			forms[i] = s
		}
		if got := n.Ranges([][]string{forms}); len(got) != 1 {
			t.Fatalf("%d lists for one sentence", len(got))
		}
	}
}

func FuzzNames(f *testing.F) {
	f.Add("Mr. Smith of IBM went to New York — U.S. (AP) ’s -'")
	n := namer(f)
	f.Fuzz(func(t *testing.T, in string) {
		forms := strings.Fields(in)
		last := 0
		for _, r := range n.Ranges([][]string{forms, forms})[1] {
			if r.First < last || r.Last <= r.First || r.Last > len(forms) || r.Type.String() == "" {
				t.Fatalf("%q: range %+v", in, r)
			}
			last = r.Last
		}
	})
}

func BenchmarkNames(b *testing.B) {
	n := namer(b)
	var doc [][]string
	words := 0
	for range 20 {
		for _, s := range []string{
			"North Korea has since snubbed those talks , conducted an atomic test in May and threatened war in response to UN sanctions .",
			"The minister told reporters in Geneva on Tuesday that the two sides had agreed to meet again within a month .",
			"There was no comment from the company , whose shares have fallen by a third since it said that it would sell its plants .",
		} {
			doc = append(doc, strings.Fields(s))
			words += len(doc[len(doc)-1])
		}
	}
	for b.Loop() {
		n.Ranges(doc)
	}
	b.ReportMetric(float64(b.N)*float64(words)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkLoadNames(b *testing.B) {
	for b.Loop() {
		namer(b)
	}
}
