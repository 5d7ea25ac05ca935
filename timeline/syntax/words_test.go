package syntax

import (
	"io/fs"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/datelinehq/dateline/seeds"
	"github.com/datelinehq/dateline/timeline/lang"
	"github.com/datelinehq/dateline/timeline/text"
)

// cutting loads what cuts English sentences and words.
func cutting(t testing.TB) (*cutter, text.Rules) {
	t.Helper()
	pack, err := fs.Sub(seeds.FS, "lang/en")
	if err != nil {
		t.Fatal(err)
	}
	k, err := lang.Load(pack)
	if err != nil {
		t.Fatal(err)
	}
	c, err := newCutter(pack, k.Split)
	if err != nil {
		t.Fatal(err)
	}
	return c, k.Split
}

// Words are parted by blanks; each line is a text as UD English cuts it.
func TestWords(t *testing.T) {
	c, rules := cutting(t)
	for in, want := range map[string]string{
		"He can't, cannot and won't; I'm gonna.":  "He ca n't , can not and wo n't ; I 'm gon na .",
		"China’s and the U.S.'s boys' 80's":       "China ’s and the U.S. 's boys ' 80's",
		"U.S. Lt-Gen Ma, Ph.D., left at 7 p.m.":   "U.S. Lt - Gen Ma , Ph.D. , left at 7 p.m.",
		"It rose 10% to $1.5bn, or €3,000.50.":    "It rose 10 % to $ 1.5 bn , or € 3,000.50 .",
		"On 2009-06-20 at 7:30pm, 5km away":       "On 2009-06-20 at 7:30 pm , 5 km away",
		"23-24 of 1990s men, 9/11, 1/2, 5th":      "23 - 24 of 1990s men , 9/11 , 1/2 , 5th",
		"Call 713-555-1234 or 555-1234.":          "Call 713-555-1234 or 555-1234 .",
		"pro-Beijing, oil-rich, mid-1980s":        "pro-Beijing , oil - rich , mid-1980s",
		"He/she and/or w/o AT&T, R&D":             "He / she and / or w/o AT&T , R&D",
		"See (www.a.org/b?c=d), a.b@c.com.":       "See ( www.a.org/b?c=d ) , a.b@c.com .",
		"<http://x.org/a,b> readme.txt, Sina.com": "< http://x.org/a,b > readme.txt , Sina.com",
		"Well... no -- yes?! :-) :D ====":         "Well ... no -- yes ?! :-) :D ====",
		"#tag @name #1 AS400 Q1 F-16":             "#tag @name # 1 AS400 Q1 F - 16",
		"'He said \"no\"' in '72":                 "' He said \" no \" ' in '72",
		"S. Korea, etc. and so on, etc.":          "S. Korea , etc. and so on , etc .",
		"comp.sources.unix, foo.Bar":              "comp.sources.unix , foo . Bar",
	} {
		d := text.Split(text.Article{Text: in}, rules)
		var got []string
		for _, s := range d.Sentences {
			for _, w := range c.cut(d, s) {
				got = append(got, w.In(in))
			}
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("%s\ngot  %s\nwant %s", in, g, want)
		}
	}
}

// However a text is made, a few looks at each atom must do.
func TestCuttingWordsTakesLinearTime(t *testing.T) {
	c, rules := cutting(t)
	for _, piece := range []string{
		"a", "a.", "A.", "ab.", "ab.cd.9.", "a@b:", "a@", "@", "x://", "http://a,", "www.", "www.a ", "a_", "1-", "1-2 ", "1,", "1,000", "1/", ".1", "'", "'s",
		"a-", "non-", "a&b", ".", "..?", ":-", ":)", "<a@b.c>", "can't", "cannot", "word ", "WORD ", "no. ", "U.S. ", "👩\u200d🚒", "\u200d", "\u200b", "é.", "(", "[.com", ".com", ".com.",
	} {
		d := text.Split(text.Article{Text: strings.Repeat(piece, 20_000)}, rules)
		work := 0
		for _, s := range d.Sentences {
			work += c.walk(d, s).work
		}
		if most := 16 * len(d.Atoms); work > most {
			t.Errorf("%q over and over: %d looks at %d atoms, want at most %d", piece, work, len(d.Atoms), most)
		}
	}
}

// Any text: words are in order, inside their sentence, on whole characters, and leave
// out nothing but blanks.
func FuzzWords(f *testing.F) {
	for _, s := range []string{
		"Mr. Smith doesn't know — U.S. $1.5bn... a@b.c 'n' :-) ", "can’t CAN’T cannot gonna y’all", "http://a.b/c?d=(e). www.x.y, <z@z.zz>",
		"1,000,00 1-2-3 7:30pm '72 .5 +44 9/11 80’s", "👩\u200d🚒🇩🇪\u200d a\u200db", "no. no... I.e. non-é İ's K’s", "\xff's \xff@\xff.com",
	} {
		f.Add(s)
	}
	c, rules := cutting(f)
	f.Fuzz(func(t *testing.T, in string) {
		d := text.Split(text.Article{Text: in}, rules)
		for _, s := range d.Sentences {
			at := s.Start
			for _, w := range c.cut(d, s) {
				if w.Start < at || w.End <= w.Start || w.End > s.End {
					t.Fatalf("%q: word %v after %d in %v", in, w, at, s.Span)
				}
				if gap := in[at:w.Start]; strings.TrimSpace(strings.Trim(gap, "\u200b\ufeff")) != "" {
					t.Fatalf("%q: %q is in no word", in, gap)
				}
				if utf8.ValidString(in) && !utf8.ValidString(w.In(in)) {
					t.Fatalf("%q: %q is cut inside a character", in, w.In(in))
				}
				at = w.End
			}
			if at != s.End {
				t.Fatalf("%q: words end at %d of %d", in, at, s.End)
			}
		}
	})
}

// BenchmarkWords cuts news into sentences and words.
func BenchmarkWords(b *testing.B) {
	c, rules := cutting(b)
	in := strings.Repeat("North Korea has since snubbed those talks, conducted an atomic test in May and threatened war in response to U.N. sanctions. \"It can't go on,\" Lt-Gen Ma Xiaotian said at 7:30 p.m. on Tuesday.\n\n", 500)
	b.SetBytes(int64(len(in)))
	for b.Loop() {
		d := text.Split(text.Article{Text: in}, rules)
		for _, s := range d.Sentences {
			c.cut(d, s)
		}
	}
}
