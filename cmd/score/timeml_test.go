package main

import (
	"slices"
	"strings"
	"testing"
)

func TestTimeMLIsReadAsItsPlainText(t *testing.T) {
	const dct = `<DCT><TIMEX3 value="2009-06-20" functionInDocument="CREATION_TIME">x</TIMEX3></DCT>`
	for _, c := range []struct {
		name, in, text, dct string
		gold                []string
	}{
		{"tags and entities", dct + `<TEXT>a &lt;b&gt; <EVENT>met</EVENT> <TIMEX3 value=" V ">on &eacute;t&#233;</TIMEX3></TEXT>`, "a <b> met on été", "2009-06-20", []string{"on été V"}},
		{"nested, in order", `<TEXT><TIMEX3 value="A">two <TIMEX3 value="B">years</TIMEX3></TIMEX3></TEXT>`, "two years", "", []string{"two years A", "years B"}},
		{"without extent", `<TEXT>a<TIMEX3 value="A"/>b</TEXT>`, "ab", "", nil},
		{"outside the text", `<TITLE><TIMEX3 value="A">May</TIMEX3></TITLE><TEXT>b</TEXT>`, "b", "", nil},
		{"creation time in the text", `<TEXT><TIMEX3 value="2001-01-02" functionInDocument="CREATION_TIME">2 Jan</TIMEX3></TEXT>`, "2 Jan", "2001-01-02", nil},
		{"publication time stands in", `<P><TIMEX3 value="2001-01-02" functionInDocument="PUBLICATION_TIME">2 Jan</TIMEX3></P><TEXT>b</TEXT>`, "b", "2001-01-02", nil},
		{"two texts are one", `<TEXT>a </TEXT><X>no</X><TEXT><TIMEX3 value="B">b</TIMEX3></TEXT>`, "a b", "", []string{"b B"}},
	} {
		d, err := readTimeML("d", []byte("<TimeML>"+c.in+"</TimeML>"))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var gold []string
		for _, g := range d.gold {
			gold = append(gold, d.text[g.Start:g.End]+" "+g.Value)
		}
		if d.text != c.text || d.dct != c.dct || !slices.Equal(gold, c.gold) {
			t.Errorf("%s: got %q, written %q, gold %q; want %q, %q, %q", c.name, d.text, d.dct, gold, c.text, c.dct, c.gold)
		}
	}
}

func TestLatin1IsDecodedAndOtherLabelsAreNot(t *testing.T) {
	for label, in := range map[string]string{"ISO-8859-1": "caf\xe9", "us-ascii": "café", "utf-8": "café"} {
		d, err := readTimeML("d", []byte(`<?xml version="1.0" encoding="`+label+`"?><TimeML><TEXT>`+in+`</TEXT></TimeML>`))
		if err != nil || d.text != "café" {
			t.Errorf("%s: got %+v, %v", label, d, err)
		}
	}
}

func TestBrokenTimeMLIsRefused(t *testing.T) {
	for name, in := range map[string]string{
		"empty": "", "no text": "<TimeML/>", "cut": "<TimeML><TEXT>a <TIMEX3", "bad bytes": "<TEXT>\xff</TEXT>", "not XML": "a < b",
	} {
		if d, err := readTimeML("d", []byte(in)); err == nil || !strings.HasPrefix(err.Error(), "d: ") {
			t.Errorf("%s: got %+v, %v", name, d, err)
		}
	}
}

func FuzzTimeML(f *testing.F) {
	f.Add(`<TimeML><DCT><TIMEX3 value="2009"/></DCT><TEXT>a <TIMEX3 type="DATE" value="V">b <TIMEX3>c</TIMEX3></TIMEX3></TEXT></TimeML>`)
	f.Add(`<TEXT></TIMEX3></TEXT>`)
	f.Add(`<TEXT><TIMEX3>a</TEXT></TIMEX3>`)
	f.Fuzz(func(t *testing.T, in string) {
		d, err := readTimeML("d", []byte(in))
		if err != nil {
			return
		}
		for _, g := range append(d.gold, d.creation...) {
			if g.Start < 0 || g.Start >= g.End || g.Text != d.text[g.Start:g.End] {
				t.Errorf("%q: expression %+v does not lie in %q", in, g, d.text)
			}
		}
		var c timexCount
		c.add(d, d.gold, &faults{})
		if c.strict != len(d.gold) || c.answers != len(d.gold) {
			t.Errorf("%q: gold against itself: %+v", in, c)
		}
	})
}
