package timex

import (
	"io/fs"
	"strings"
	"testing"

	"github.com/datelinehq/dateline/seeds"
	"github.com/datelinehq/dateline/timeline/lang"
	"github.com/datelinehq/dateline/timeline/text"
)

func compiled(t testing.TB, language string) (*lang.Pack, *Grammar) {
	t.Helper()
	dir, err := fs.Sub(seeds.FS, "lang/"+language)
	if err != nil {
		t.Fatal(err)
	}
	p, err := lang.Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	g, err := Compile(p)
	if err != nil {
		t.Fatal(err)
	}
	return p, g
}

// marked takes the brackets out of an example. Without any, all of it counts.
func marked(s string) (words string, span text.Span) {
	i := strings.IndexByte(s, '[')
	if i < 0 {
		return s, text.Span{Start: 0, End: len(s)}
	}
	j := strings.IndexByte(s, ']')
	return s[:i] + s[i+1:j] + s[j+1:], text.Span{Start: i, End: j - 1}
}

// Every example of every rule must come out of that rule, as it is stated.
func TestExamplesOfRules(t *testing.T) {
	for _, language := range []string{"en", "de", "und"} {
		p, g := compiled(t, language)
		for _, r := range p.Rules {
			for _, e := range r.Examples {
				words, span := marked(e.Surface)
				if got, ok := derives(p, g, r.Name, words, span, e.Mean); !ok {
					t.Errorf("%s:%d: rule %q on %q: got %s, want %s", e.File, e.N, r.Name, e.Surface, strings.Join(got, " or "), e.Mean)
				}
			}
		}
	}
}

// derives reports whether the named rule makes want of the span; if not, what it
// makes instead.
func derives(p *lang.Pack, g *Grammar, rule, words string, span text.Span, want string) (got []string, ok bool) {
	d := text.Split(text.Article{Text: words}, p.Split)
	c := chart{g: g}
	for _, s := range d.Sentences {
		c.toks, _ = g.vocab.scan(d, s, nil)
		c.fill()
		for i := range c.toks {
			for _, it := range c.at(i) {
				if g.rules[it.rule].name != rule || c.toks[i].start != span.Start || c.toks[it.end-1].end != span.End {
					continue
				}
				if it.val.String() == want {
					return nil, true
				}
				got = append(got, it.val.String())
			}
		}
		for _, l := range c.late {
			if g.rules[l.rule].name == rule && c.toks[l.start].start == span.Start && c.toks[l.end-1].end == span.End && l.val.String() == want {
				return nil, true
			}
		}
	}
	return got, false
}

// A sentence that holds nothing but an example is worth reading: no expression is
// missed because its words are called weak.
func TestExamplesAreWorthReading(t *testing.T) {
	for _, language := range []string{"en", "de"} {
		p, g := compiled(t, language)
		for _, r := range p.Rules {
			if r.Class == classNone || !g.output[g.vocab.classes[r.Class]] {
				continue
			}
			for _, e := range r.Examples {
				words, _ := marked(e.Surface)
				d := text.Split(text.Article{Text: words}, p.Split)
				worth := false
				for _, s := range d.Sentences {
					_, strong := g.vocab.scan(d, s, nil)
					worth = worth || strong
				}
				if !worth {
					t.Errorf("%s:%d: rule %q: all words of %q are weak", e.File, e.N, r.Name, words)
				}
			}
		}
	}
}
