package resolve

import (
	"io/fs"
	"strings"
	"testing"

	"github.com/datelinehq/dateline/seeds"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/lang"
	"github.com/datelinehq/dateline/timeline/text"
	"github.com/datelinehq/dateline/timeline/timex"
)

// tagger is one language, ready for use.
type tagger struct {
	pack    *lang.Pack
	grammar *timex.Grammar
	cues    *Cues
}

func english(t testing.TB) tagger { return language(t, "en") }

func language(t testing.TB, code string) tagger {
	t.Helper()
	dir, err := fs.Sub(seeds.FS, "lang/"+code)
	if err != nil {
		t.Fatal(err)
	}
	p, err := lang.Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	g, err := timex.Compile(p)
	if err != nil {
		t.Fatal(err)
	}
	c, err := CompileCues(p)
	if err != nil {
		t.Fatal(err)
	}
	return tagger{p, g, c}
}

func (g tagger) read(body string, published edtf.Date) []Reading {
	d := text.Split(text.Article{Text: body, Published: published}, g.pack.Split)
	return g.cues.Resolve(d, g.grammar.Find(d))
}

// Every wording of corpus.txt has the value that it stands under.
func TestCorpus(t *testing.T) {
	for _, code := range []string{"en", "de", "und"} {
		t.Run(code, func(t *testing.T) { corpus(t, language(t, code)) })
	}
}

func corpus(t *testing.T, g tagger) {
	for _, c := range g.pack.Corpus {
		published, err := edtf.ParseDate(c.Written)
		if err != nil {
			t.Fatalf("%s:%d: written %q: %v", c.File, c.N, c.Written, err)
		}
		for _, s := range c.Surfaces {
			words, span := s, text.Span{Start: 0, End: len(s)}
			if i := strings.IndexByte(s, '['); i >= 0 {
				j := strings.IndexByte(s, ']')
				words, span = s[:i]+s[i+1:j]+s[j+1:], text.Span{Start: i, End: j - 1}
			}
			rs := g.read(words, published)
			if len(rs) != 1 || rs[0].Span != span || rs[0].Value != c.Value || string(rs[0].Type) != c.Type {
				t.Errorf("%s:%d: %q: got %s, want %s %s", c.File, c.N, s, show(words, rs), c.Type, c.Value)
			}
		}
	}
}

func show(words string, rs []Reading) string {
	var b strings.Builder
	for _, r := range rs {
		b.WriteString("[" + r.In(words) + " " + string(r.Type) + " " + r.Value + "]")
	}
	if b.Len() == 0 {
		return "nothing"
	}
	return b.String()
}

// No sentence of not.txt has an expression.
func TestWhatOnlyLooksLikeTime(t *testing.T) {
	for _, code := range []string{"en", "de", "und"} {
		g := language(t, code)
		for _, l := range g.pack.Not {
			if rs := g.read(l.Text, edtf.YMD(2024, 3, 15)); len(rs) > 0 {
				t.Errorf("%s:%d: %q: got %s", l.File, l.N, l.Text, show(l.Text, rs))
			}
		}
	}
}

// A narrative counts from the date that it has come to, news from its own day.
func TestNarrative(t *testing.T) {
	g := english(t)
	story := "War began on 1 September 1939. In May 1940 Germany attacked France, and Paris fell on 14 June. " +
		"Italy had entered the war on 10 June. On 22 June 1941 it invaded the Soviet Union. By 5 December it stood before Moscow. " +
		"The tide turned on 2 February 1943. On 6 June 1944 the Allies landed, and on 25 August they entered Paris. It ended on 8 May 1945."
	want := map[string]string{"14 June": "1940-06-14", "10 June": "1940-06-10", "5 December": "1941-12-05", "25 August": "1944-08-25"}
	for _, r := range g.read(story, edtf.YMD(2011, 2, 16)) {
		if w, ok := want[r.In(story)]; ok && r.Value != w {
			t.Errorf("%q: got %s, want %s", r.In(story), r.Value, w)
		}
	}
	news := "The war of 1939 and the treaty of 1945 are long past. Officials met on Tuesday. On 14 June they will meet again."
	for _, r := range g.read(news, edtf.YMD(2011, 2, 16)) {
		if r.In(news) == "14 June" && r.Value != "2011-06-14" {
			t.Errorf("in news %q: got %s", r.In(news), r.Value)
		}
	}
}

// A reading is never more exact than its words, and says when others are possible.
func TestGradesAndReasons(t *testing.T) {
	g := english(t)
	at := edtf.YMD(2009, 6, 20)
	r := g.read("It was tested on 25 May 2009.", at)[0]
	if r.Grade != "certain" || !r.Safe.IsZero() {
		t.Errorf("full date: grade %s, safe %v", r.Grade, r.Safe)
	}
	r = g.read("It was tested in May.", at)[0]
	if r.Grade != "inferred" || r.When.String() != "2009-05" || r.Safe.String() != "2009-05-01/2010-04-30" || r.DirectionWords != "was" && r.DirectionWords != "tested" {
		t.Errorf("month: %s %v, safe %v, by %q", r.Grade, r.When, r.Safe, r.DirectionWords)
	}
	r = g.read("She will visit on Tuesday and Wednesday.", at)[1]
	if r.Direction != 1 || r.DirectionWords != "Tuesday" {
		t.Errorf("weekday in a list: direction %d, by %q", r.Direction, r.DirectionWords)
	}
	r = g.read("Prices fell over the past year.", at)[0]
	if r.When.String() != "2008-06~/2009-06" || r.Value != "2008" || r.Grade != "inferred" {
		t.Errorf("a year up to the day: %s %v %s", r.Grade, r.When, r.Value)
	}
	r = g.read("Tuesday: talks.", at)[0]
	if r.Grade != "ambiguous" || len(r.Rejected) != 1 {
		t.Errorf("bare weekday: grade %s, %d rejected", r.Grade, len(r.Rejected))
	}
	r = g.read("They met on Friday.", edtf.Date{})[0]
	if !r.When.IsZero() || r.Value != "XXXX-WXX-5" || r.Grade != "unresolved" {
		t.Errorf("without publication date: %v, %s, %s", r.When, r.Value, r.Grade)
	}
	approx := edtf.YMD(2009, 6, 20)
	approx.Doubt = edtf.Approximate
	if r = g.read("They met yesterday.", approx)[0]; r.Grade != "ambiguous" {
		t.Errorf("yesterday of about 20 June: grade %s, want ambiguous", r.Grade)
	}
}

// Any text, news or narrative: readings are in order, apart, inside the text, and of
// valid dates.
func FuzzRead(f *testing.F) {
	f.Add("two days before last Friday, on the 31st of February 1998 or '98", "2009-06-20")
	f.Add("a year ago, the nineties, 44 BC, Q3, 10 to 14 days, 9999 years later", "0001-01-01")
	f.Add("1862\n\nIm Mai 1862 (1881) am 3. und 4. Juni 44 v. Chr.; Freitagabend, 1944/45, heute", "2011-02-16")
	f.Add("in the '21s, 8000 years later", "0")
	gs := []tagger{english(f), language(f, "de")}
	f.Fuzz(func(t *testing.T, body, published string) {
		d, _ := edtf.ParseDate(published)
		for _, g := range gs {
			sound(t, body, g.read(body, d))
			sound(t, body, g.tell(body))
		}
	})
}

// sound checks what holds for readings of any text.
func sound(t *testing.T, body string, rs []Reading) {
	end := 0
	for _, r := range rs {
		if r.Start < end || r.End <= r.Start || r.End > len(body) {
			t.Fatalf("span %v after %d in %d bytes", r.Span, end, len(body))
		}
		end = r.End
		if r.Value == "" {
			t.Errorf("%q has no value", r.In(body))
		}
		if !r.When.IsZero() && (!r.When.Start.Valid() || !r.When.End.Valid()) {
			t.Errorf("%q is %v", r.In(body), r.When)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	g := english(b)
	body := strings.Repeat("The company said Tuesday it will report third-quarter results in mid-November. Officials have not commented on the plan, which was first announced last year and would cost about two million dollars.\n", 200)
	b.SetBytes(int64(len(body)))
	for b.Loop() {
		g.read(body, edtf.YMD(2009, 6, 20))
	}
}
