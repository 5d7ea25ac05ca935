package lang

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"
)

func pack(name, body string) fstest.MapFS {
	return fstest.MapFS{name: &fstest.MapFile{Data: []byte(body)}}
}

func TestLoadReadsEachKindOfFile(t *testing.T) {
	p, err := Load(fstest.MapFS{
		"terms.txt":         {Data: []byte("# months\nmonth 3 = March, Mar.  # abbreviated\nname x = \"a, b\", c\n")},
		"abbreviations.txt": {Data: []byte("never = mr, gen\nmaybe = u.s\n")},
		"rules.txt":         {Data: []byte("ago -> time\n  see <n:number> ago\n  mean shift(ref, -n, day)\n  e.g. \"3 ago\"  shift(ref, -3, day)\n")},
		"corpus.txt":        {Data: []byte("written 2024-03-15\nDATE 2024-03 = this month, March\n")},
		"not.txt":           {Data: []byte("May said\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := p.Terms[0].Surfaces; len(got) != 2 || got[1] != "Mar." {
		t.Errorf("surfaces of March: got %q", got)
	}
	if got := p.Terms[1].Surfaces[0]; got != "a, b" {
		t.Errorf("quoted surface: got %q", got)
	}
	if !p.Split.Never["gen"] || !p.Split.Maybe["u.s"] {
		t.Errorf("abbreviations: got %+v", p.Split)
	}
	if r := p.Rules[0]; r.Name != "ago" || r.Class != "time" || r.Examples[0].Surface != "3 ago" {
		t.Errorf("rule: got %+v", r)
	}
	if g := p.Corpus[0]; g.Written != "2024-03-15" || g.Value != "2024-03" || g.N != 2 {
		t.Errorf("corpus: got %+v", g)
	}
	if len(p.Not) != 1 {
		t.Errorf("not.txt: got %v", p.Not)
	}
}

func TestEndingsAreWrittenOut(t *testing.T) {
	p, err := Load(pack("terms.txt", "side -1 = letzt(e|en), Tag(|es), (, \")\"\n"))
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(p.Terms[0].Surfaces, " "); got != "letzte letzten Tag Tages ( )" {
		t.Errorf("got %q", got)
	}
}

func TestFaultsNameFileAndLine(t *testing.T) {
	for _, c := range []struct{ file, body, want string }{
		{"terms.txt", "\nmonth 3 March", "terms.txt:2: want: class value"},
		{"terms.txt", "month 3 = \"March", "not closed"},
		{"terms.txt", "month 3 = a,, b", "empty"},
		{"rules.txt", "  see x", "belongs to no rule"},
		{"rules.txt", "ago time", "want: name -> class"},
		{"rules.txt", "ago -> time\n  see x\n  mean y", "has no example"},
		{"rules.txt", "ago -> time\n  mean y\n  e.g. \"x\" y", "has no see line"},
		{"rules.txt", "ago -> time\n  see x\n  e.g. \"x\" y", "has no mean line"},
		{"rules.txt", "ago -> time\n  seen x", `"seen" is not`},
		{"rules.txt", "ago -> time\n  e.g. x y", "rules.txt:2: want: e.g."},
		{"abbreviations.txt", "always = mr", "want: never"},
		{"abbreviations.txt", "small = mr", "want: small"},
	} {
		_, err := Load(pack(c.file, c.body))
		var e *Error
		if !errors.As(err, &e) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s %q: got %v, want %q", c.file, c.body, err, c.want)
		}
	}
}

func FuzzLoad(f *testing.F) {
	f.Add("month 3 = March, \"a, b\"", "a -> b\n see c\n mean d\n e.g. \"x\" y")
	f.Fuzz(func(t *testing.T, terms, rules string) {
		_, _ = Load(pack("terms.txt", terms))
		_, _ = Load(pack("rules.txt", rules))
		_, _ = Load(pack("corpus.txt", terms))
		_, _ = Load(pack("abbreviations.txt", terms))
	})
}
