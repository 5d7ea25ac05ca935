package actor_test

import (
	"io/fs"
	"strings"
	"testing"

	"github.com/datelinehq/dateline/seeds"
	"github.com/datelinehq/dateline/timeline/actor"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/lang"
	"github.com/datelinehq/dateline/timeline/syntax"
	"github.com/datelinehq/dateline/timeline/text"
)

// bench is what sentences are read with.
type bench struct {
	lex    *actor.Lexicon
	parser *syntax.Parser
	pack   *lang.Pack
}

func load(t testing.TB, extra ...actor.Extra) bench {
	t.Helper()
	sub := func(dir string) fs.FS {
		f, err := fs.Sub(seeds.FS, dir)
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	pack, err := lang.Load(sub("lang/en"))
	if err != nil {
		t.Fatal(err)
	}
	p, err := syntax.Load(sub("models"), sub("lang/en"), "en")
	if err != nil {
		t.Fatal(err)
	}
	l, err := actor.Load(sub("lang/en"), sub("actors"), extra...)
	if err != nil {
		t.Fatal(err)
	}
	return bench{l, p, pack}
}

// last is the actor that words at the end of an article name, published on a day.
func (b bench) last(t testing.TB, article, words string, on edtf.Date) actor.Actor {
	t.Helper()
	d := text.Split(text.Article{ID: "x", Text: article}, b.pack.Split)
	r := b.lex.Read(d.Text, on)
	at := strings.LastIndex(article, words)
	var found actor.Actor
	for i := range d.Sentences {
		s := b.parser.Parse(d, i, nil)
		v := r.Sentence(s, nil)
		for k, w := range s.Words { // the last word of the phrase that no other word of it governs
			if w.Start < at || w.End > at+len(words) || w.Head >= 0 && s.Words[w.Head].Start >= at && s.Words[w.Head].End <= at+len(words) {
				continue
			}
			found = v.Actor(k)
		}
	}
	return found
}

// Each table and list of words is held by phrases and whom they name. The words in
// brackets are the phrase.
func TestExamplesOfTheTables(t *testing.T) {
	b := load(t)
	f, err := fs.ReadFile(seeds.FS, "actors/examples.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for n, line := range strings.Split(strings.TrimSpace(string(f)), "\n") {
		c := strings.Split(line, "\t")
		if strings.HasPrefix(line, "#") || c[0] == "text" {
			continue
		}
		for len(c) < 4 {
			c = append(c, "")
		}
		open, shut := strings.Index(c[0], "["), strings.Index(c[0], "]")
		if open < 0 || shut < open {
			t.Fatalf("examples.tsv:%d: no [phrase]", n+1)
		}
		article := c[0][:open] + c[0][open+1:shut] + c[0][shut+1:]
		on := edtf.Date{}
		if c[3] != "" {
			if on, err = edtf.ParseDate(c[3]); err != nil {
				t.Fatalf("examples.tsv:%d: %v", n+1, err)
			}
		}
		if a := b.last(t, article, c[0][open+1:shut], on); a.Code != c[1] || c[2] != "" && a.Canonical != c[2] {
			t.Errorf("examples.tsv:%d: %s: got %q %q, want %q %q", n+1, c[0], a.Code, a.Canonical, c[1], c[2])
		}
	}
}

// How a code was found is told with it.
func TestHowItWasFound(t *testing.T) {
	b := load(t)
	for _, c := range []struct {
		article, words string
		how            actor.How
	}{
		{"Japan protested.", "Japan", actor.ByName},
		{"Japanese troops left.", "Japanese troops", actor.ByNation},
		{"Rebels left.", "Rebels", actor.ByRole},
		{"Putin left.", "Putin", actor.ByOfficial},
		{"South Korea protested. The South sent a note.", "The South", actor.ByShort},
		{"Japan protested. The government sent a note.", "The government", actor.BySingle},
		{"Japan said it would protest.", "it", actor.ByPronoun},
		{"The bridge fell.", "The bridge", actor.Unknown},
	} {
		if a := b.last(t, c.article, c.words, edtf.YMD(2009, 6, 20)); a.How != c.how {
			t.Errorf("%s: %s: found by %q, want %q", c.article, c.words, a.How, c.how)
		}
	}
}

// Where several are meant, or none, a short form is left alone.
func TestLeftAlone(t *testing.T) {
	b := load(t)
	for _, c := range []struct{ article, words string }{
		{"Japan and China protested. The government sent a note.", "The government"},
		{"The village burned. It was rebuilt.", "It"},
		{"The South is warm.", "The South"},
	} {
		if a := b.last(t, c.article, c.words, edtf.Date{}); a.Code != "" {
			t.Errorf("%s: %s: got %q by %q, want nothing", c.article, c.words, a.Code, a.How)
		}
	}
}

// A user's table goes before the seeds, and holds for its dates.
func TestNamesOfTheUser(t *testing.T) {
	b := load(t, actor.Extra{File: "x.tsv", Text: "kind\tname\tcode\n" +
		"actor\tGONDOR\tGON\nactor\tJAPAN\tJAP\nactor\tFRODO\tHOB <950601; HOBGOV 19950601-19990815; HOBREB >19990816\nagent\tORC GUARD|RANGER\t~MIL\n"})
	for _, c := range []struct {
		article, words, code string
		on                   edtf.Date
	}{
		{"Gondor protested.", "Gondor", "GON", edtf.Date{}},
		{"Japan protested.", "Japan", "JAP", edtf.Date{}},
		{"Gondor's rangers left.", "Gondor's rangers", "GONMIL", edtf.Date{}},
		{"Frodo left.", "Frodo", "HOB", edtf.YMD(1995, 1, 1)},
		{"Frodo left.", "Frodo", "HOBGOV", edtf.YMD(1996, 1, 1)},
		{"Frodo left.", "Frodo", "HOBREB", edtf.YMD(2001, 1, 1)},
		{"Norway protested.", "Norway", "NOR", edtf.Date{}},
	} {
		if a := b.last(t, c.article, c.words, c.on); a.Code != c.code {
			t.Errorf("%s on %v: got %q, want %q", c.article, c.on, a.Code, c.code)
		}
	}
}

// Faults of a table have file and line.
func TestFaultsOfTables(t *testing.T) {
	for _, c := range []struct{ table, want string }{
		{"", "x.tsv: no header"},
		{"name\tcode\n", "x.tsv:1: columns are"},
		{"kind\tname\tcode\nactor\tX\n", "x.tsv:2: no code"},
		{"kind\tname\tcode\nactor\t\tX\n", "x.tsv:2: no name"},
		{"kind\tname\tcode\nboat\tX\tY\n", `x.tsv:2: kind "boat"`},
		{"kind\tname\tcode\nagent\tX\tMIL\n", "x.tsv:2: code \"MIL\" of an agent"},
		{"kind\tname\tcode\nactor\tX\tY\tZ\n", "x.tsv:2: 4 columns, want 3"},
		{"kind\tname\tcode\nactor\tX\tY 20200101-20190101\n", "x.tsv:2: "},
		{"kind\tname\tcode\nactor\tX\tY >20209999\n", `x.tsv:2: "20209999" is no date`},
	} {
		pack, _ := fs.Sub(seeds.FS, "lang/en")
		actors, _ := fs.Sub(seeds.FS, "actors")
		_, err := actor.Load(pack, actors, actor.Extra{File: "x.tsv", Text: c.table})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: got %v, want %s", c.table, err, c.want)
		}
	}
}

// Whatever the text, spans lie in it and nothing panics.
func FuzzRead(f *testing.F) {
	b := load(f)
	f.Add("North Korea said it met Ma. The North left.")
	f.Add("“The army,” he said, — KABUL (AP): U.S.-led 's 's the the")
	f.Add("ÉTATS-UNIS WHO US us İ")
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 2000 {
			return
		}
		d := text.Split(text.Article{ID: "x", Text: s}, b.pack.Split)
		r := b.lex.Read(d.Text, edtf.Date{})
		for i := range d.Sentences {
			p := b.parser.Parse(d, i, nil)
			v := r.Sentence(p, nil)
			for k := range p.Words {
				if a := v.Actor(k); a.Span.Start < 0 || a.Span.End > len(d.Text) || a.Span.Start >= a.Span.End {
					t.Fatalf("span %v in %d bytes", a.Span, len(d.Text))
				}
			}
		}
	})
}

// Marking names in a sentence costs a few allocations, however many names there are.
func BenchmarkSentence(bm *testing.B) {
	b := load(bm)
	d := text.Split(text.Article{ID: "x", Text: "South Korean Foreign Ministry officials met President Barack Obama, the United Nations and rebels from Chad in Addis Ababa on Tuesday."}, b.pack.Split)
	s := b.parser.Parse(d, 0, nil)
	r := b.lex.Read(d.Text, edtf.Date{})
	bm.ReportAllocs()
	for bm.Loop() {
		r.Sentence(s, nil)
	}
}
