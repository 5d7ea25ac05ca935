package timex

import (
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/datelinehq/dateline/timeline/lang"
	"github.com/datelinehq/dateline/timeline/text"
)

// hostile are pieces of which texts are made that give a tagger much to do.
var hostile = []string{
	"1234 ", "12", "9999999 ", "1,234,567,", "1.", "1 2 3 4 5 6 7 8 9 10 11 12 days ", "2009-06-", "10:00 10.10.1990 ", "25:61 ",
	"the ", "before the day before ", "the day after the ", "every first Tuesday of the last month of the year before the third week of ",
	"-", "'", "a'", "’", "(", "\"", "x", "\n", " ", "\u00a0", "\xff", "\xe2\x80", "\u202e", "في عام 2009 ", "year 99999 ", "in 99999 BC ",
	"31 February ", "February 31, 1998 ", "May май 5月 ", "Maytag май2009 ", "12 May 1998 ", "Tuesday, ", "May ", "one ",
	"two hundred and twenty ", "January 12, 1990 to 1991 and ", "more than two ", "between May and ", "’98 '98 ", "half past ",
	"am 3. Mai 1998 ", "der zweite Tag vor ", "letzten ersten ", "Januar ", "Ende des Jahres zum Beginn des ", "zwanzig ", "zwei und ",
}

// However a text is made, the steps that a token takes are bounded, and not by
// the bound on steps alone.
func TestFindingTakesLinearTime(t *testing.T) {
	const most = 60 // steps a token
	for _, language := range []string{"en", "de"} {
		p, g := compiled(t, language)
		for _, piece := range hostile {
			work := map[int]int{}
			for _, n := range []int{10_000, 40_000} {
				c := chart{g: g}
				d := text.Split(text.Article{Text: strings.Repeat(piece, n/len(piece))}, p.Split)
				c.find(d)
				if work[n] = c.work; c.work > most*len(d.Atoms) {
					t.Errorf("%s: %q over and over: %d steps for %d atoms, want at most %d each", language, piece, c.work, len(d.Atoms), most)
				}
			}
			if few, many := work[10_000], work[40_000]; many > 5*few+most {
				t.Errorf("%s: %q: %d steps, and for a text of four times the length %d", language, piece, few, many)
			}
		}
	}
}

// A rule that could match in ever more ways is stopped by the bounds.
func TestBoundsHoldForAnyRule(t *testing.T) {
	p, err := lang.Load(fstest.MapFS{
		"terms.txt": {Data: []byte("u 1 = a\n")},
		"rules.txt": {Data: []byte("two -> u\n see <x:u> <y:u>\n mean x + y\n e.g. \"a a\" 2\nthree -> u\n see <x:u> <y:u> <z:u>\n mean x * y + z\n e.g. \"a a a\" 2\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	g, err := Compile(p)
	if err != nil {
		t.Fatal(err)
	}
	c := chart{g: g}
	d := text.Split(text.Article{Text: strings.Repeat("a ", 2000)}, text.Rules{})
	c.find(d)
	if most := 2 * maxSteps * len(d.Atoms); c.work > most {
		t.Errorf("%d steps for %d atoms, want at most %d", c.work, len(d.Atoms), most)
	}
}

// Any text: expressions are in order, apart, inside their sentences, and whole
// characters.
func FuzzFind(f *testing.F) {
	for _, piece := range hostile {
		f.Add(strings.Repeat(piece, 3))
	}
	f.Add("two days before last Friday, on the 31st of February 1998 or '98")
	type language struct {
		rules text.Rules
		g     *Grammar
	}
	var ls []language
	for _, code := range []string{"en", "de"} {
		p, g := compiled(f, code)
		ls = append(ls, language{p.Split, g})
	}
	f.Fuzz(func(t *testing.T, body string) {
		for _, l := range ls {
			d := text.Split(text.Article{Text: body}, l.rules)
			c, end := chart{g: l.g}, 0
			for _, e := range c.find(d) {
				if e.Start < end || e.End <= e.Start || !d.Sentences[e.Sentence].Covers(e.Span) {
					t.Fatalf("%v after %d in sentence %v", e.Span, end, d.Sentences[e.Sentence].Span)
				}
				if utf8.ValidString(body) && !utf8.ValidString(e.In(body)) {
					t.Fatalf("%q is cut inside a character", e.In(body))
				}
				if e.Mean == nil || e.Rule == "" || e.Type == "" {
					t.Fatalf("%q: %+v", e.In(body), e)
				}
				end = e.End
			}
			if c.work > maxSteps*(len(d.Atoms)+1) {
				t.Fatalf("%d steps for %d atoms", c.work, len(d.Atoms))
			}
		}
	})
}
