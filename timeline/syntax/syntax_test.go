package syntax

import (
	"io/fs"
	"strings"
	"testing"

	"github.com/datelinehq/dateline/seeds"
	"github.com/datelinehq/dateline/timeline/text"
)

func english(t testing.TB) *Parser {
	t.Helper()
	models, err := fs.Sub(seeds.FS, "models")
	if err != nil {
		t.Fatal(err)
	}
	pack, err := fs.Sub(seeds.FS, "lang/en")
	if err != nil {
		t.Fatal(err)
	}
	p, err := Load(models, pack, "en")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Words are cut as the treebanks cut them.
func TestWordsOfTheTreebank(t *testing.T) {
	p := english(t)
	for in, want := range map[string]string{
		"He doesn't know.":                  "He|does|n't|know|.",
		"China's test-fired missile.":       "China|'s|test|-|fired|missile|.",
		"The U.S. sent 3,000 men at 10:30.": "The|U.S.|sent|3,000|men|at|10:30|.",
		"It cost $1.5bn (about).":           "It|cost|$|1.5|bn|(|about|)|.",
		"See https://a.org/b?c=d now.":      "See|https://a.org/b?c=d|now|.",
		"Mr. Smith’s aide can’t come...":    "Mr.|Smith|’s|aide|ca|n’t|come|...",
	} {
		d := text.Split(text.Article{Text: in}, text.Rules{Never: map[string]bool{"mr": true}})
		var got []string
		for i := range d.Sentences {
			for _, w := range p.Parse(d, i, nil).Words {
				got = append(got, w.In(in))
			}
		}
		if g := strings.Join(got, "|"); g != want {
			t.Errorf("%q: got %s, want %s", in, g, want)
		}
	}
}

// Heads and relations of constructions that the event stage leans on, as
// "word>head:relation".
func TestTreesOfNewsSentences(t *testing.T) {
	p := english(t)
	for in, want := range map[string]string{
		"Rebels attacked the town.":                                          "Rebels>attacked:nsubj town>attacked:obj",
		"The town was attacked by rebels.":                                   "town>attacked:nsubj:pass rebels>attacked:obl:agent",
		"China condemned the attack and recalled its envoy.":                 "recalled>condemned:conj envoy>recalled:obj",
		"The minister plans to visit Japan.":                                 "visit>plans:xcomp Japan>visit:obj",
		"The general who led the coup fled.":                                 "led>general:acl:relcl general>fled:nsubj",
		"Officials said the talks failed.":                                   "failed>said:ccomp talks>failed:nsubj",
		"They will meet in Geneva.":                                          "will>meet:aux Geneva>meet:obl",
		"Israel's attack on Gaza killed ten people.":                         "attack>killed:nsubj Israel>attack:nmod:poss people>killed:obj",
		"Rebels attack town in northern Syria":                               "Rebels>attack:nsubj town>attack:obj",
		"Obama to visit Japan in April":                                      "to>visit:mark Japan>visit:obj April>visit:obl",
		"He was arrested in Paris and charged with murder.":                  "He>arrested:nsubj:pass charged>arrested:conj murder>charged:obl",
		"The government has not said whether it will sign the treaty.":       "government>said:nsubj sign>said:ccomp it>sign:nsubj treaty>sign:obj",
		"At least 12 soldiers were killed when a bomb exploded near a base.": "soldiers>killed:nsubj:pass exploded>killed:advcl bomb>exploded:nsubj",
	} {
		d := text.Split(text.Article{Text: in}, text.Rules{})
		s := p.Parse(d, 0, nil)
		has := map[string]bool{}
		for _, w := range s.Words {
			if w.Head >= 0 {
				has[w.In(in)+">"+s.Words[w.Head].In(in)+":"+w.Rel] = true
			}
		}
		for _, arc := range strings.Fields(want) {
			if !has[arc] {
				t.Errorf("%s: no %s", in, arc)
			}
		}
	}
}

// A bare adverbial hangs on its verb and does not disturb the rest.
func TestLooseSpansHangOnVerbs(t *testing.T) {
	p := english(t)
	in := "Beijing last year called off some meetings."
	at := strings.Index(in, "last year")
	d := text.Split(text.Article{Text: in}, text.Rules{})
	s := p.Parse(d, 0, []text.Span{{Start: at, End: at + len("last year")}})
	for i, w := range s.Words {
		if w.In(in) == "year" && (w.Head < 0 || s.Words[w.Head].In(in) != "called") {
			t.Errorf("year hangs on %d", w.Head)
		}
		if w.In(in) == "Beijing" && w.Rel != "nsubj" {
			t.Errorf("Beijing is %s", w.Rel)
		}
		if w.Head == i || w.Head >= len(s.Words) {
			t.Errorf("word %d hangs on %d", i, w.Head)
		}
	}
}

func TestLemmas(t *testing.T) {
	l := english(t).lemmas
	for _, c := range []struct{ form, upos, want string }{
		{"went", "VERB", "go"}, {"attacked", "VERB", "attack"}, {"talks", "NOUN", "talk"}, {"men", "NOUN", "man"},
		{"zonked", "VERB", "zonk"}, {"zorks", "NOUN", "zork"}, {"Beijing", "PROPN", "Beijing"}, {"x", "NOUN", "x"},
	} {
		if got := l.of(c.form, c.upos); got != c.want {
			t.Errorf("%s/%s: got %s, want %s", c.form, c.upos, got, c.want)
		}
	}
}

// Any text: words are in order, cover all but blanks, and the heads make one tree
// without circles.
func FuzzParse(f *testing.F) {
	f.Add("Mr. Smith doesn't know — U.S. $1.5bn... a@b.c 'n' ", 3, 9)
	p := english(f)
	f.Fuzz(func(t *testing.T, in string, a, b int) {
		if len(in) > 3000 {
			return
		}
		d := text.Split(text.Article{Text: in}, text.Rules{})
		for i, ds := range d.Sentences {
			var loose []text.Span
			if 0 <= a && a < b && b <= len(in) {
				loose = []text.Span{{Start: a, End: b}}
			}
			s := p.Parse(d, i, loose)
			at := ds.Start
			for k, w := range s.Words {
				if w.Start < at || strings.TrimSpace(strings.Trim(in[at:w.Start], "\u200b\ufeff")) != "" {
					t.Fatalf("word %d of %q leaves out %q", k, in, in[at:w.Start])
				}
				at = w.End
				if !s.Under(k, s.Root()) {
					t.Fatalf("word %d of %q is not under the root", k, in)
				}
			}
			if at != ds.End {
				t.Fatalf("%q: words end at %d of %d", in, at, ds.End)
			}
		}
	})
}
