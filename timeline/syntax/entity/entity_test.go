package entity

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/datelinehq/dateline/timeline/learn"
)

func TestLabelsAndNames(t *testing.T) {
	names := []Range{{0, 1, Person}, {1, 4, Organisation}, {5, 7, Place}}
	ls := Encode(8, names)
	got := ""
	for _, l := range ls {
		got += Classes()[l] + " "
	}
	if want := "U-PER B-ORG I-ORG L-ORG O B-LOC L-LOC O "; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if back := Decode(ls); !slices.Equal(back, names) {
		t.Errorf("got %v back, want %v", back, names)
	}
	for i := 1; i < len(ls); i++ {
		if !Follows(ls[i-1], ls[i]) {
			t.Errorf("%d may not follow %d", ls[i], ls[i-1])
		}
	}
	if Follows(labelOf(Person, begins), labelOf(Place, ends)) || Follows(labelOf(Person, begins), 0) || Follows(0, labelOf(Person, inside)) {
		t.Error("names may change their type, stay open or begin inside")
	}
	for typ := Person; typ <= Place; typ++ {
		if TypeOf(typ.String()) != typ {
			t.Errorf("%s is read as %s", typ, TypeOf(typ.String()))
		}
	}
}

// fields cuts at blanks.
func fields(s string) []string { return strings.Fields(s) }

// covered writes for each word the list in brackets, with its place.
func covered(g *Gazetteer, forms []string, list int) string {
	var v View
	v.Look(g, forms)
	var out []string
	for i, f := range forms {
		if p := v.ms[i][list]; p != outside {
			f += fmt.Sprint("/", p)
		}
		out = append(out, f)
	}
	return strings.Join(out, " ")
}

func TestGazetteerFindsTheLongestEntry(t *testing.T) {
	g := NewGazetteer(4)
	l, err := g.List("place")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range []string{"New York", "York", "New York City", "Port-au-Prince", "São Paulo", "U.S.", "St. Louis", "Xi'an", "Barnes & Noble"} {
		g.Add(l, p)
	}
	for in, want := range map[string]string{
		"to New York now":         "to New/1 York/3 now",
		"in NEW YORK CITY":        "in NEW/1 YORK/2 CITY/3",
		"York and New Delhi":      "York/4 and New Delhi",
		"Port - au - Prince":      "Port/1 -/2 au/2 -/2 Prince/3",
		"Port-au-Prince":          "Port-au-Prince/4",
		"Sao Paulo , São Paulo":   "Sao/1 Paulo/3 , São/1 Paulo/3",
		"the US , the U.S. ":      "the US/4 , the U.S./4",
		"St Louis":                "St/1 Louis/3",
		"Xi’an":                   "Xi’an/4",
		"Barnes & Noble":          "Barnes/1 &/2 Noble/3",
		"New":                     "New",
		"Port -":                  "Port -",
		"a-b-c-d-e-f-g York York": "a-b-c-d-e-f-g York/4 York/4",
	} {
		if got := covered(g, fields(in), l); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestGazetteerHoldsWholeEntries(t *testing.T) {
	g := NewGazetteer(2)
	l, err := g.List("country")
	if err != nil {
		t.Fatal(err)
	}
	g.Add(l, "North Korea")
	g.Add(l, "Mali")
	for in, want := range map[string]bool{"North Korea": true, "NORTH KOREA": true, "Mali": true, "North": false, "North Korea Mali": false, "": false} {
		if got := g.Holds("country", fields(in)); got != want {
			t.Errorf("%q: got %v", in, got)
		}
	}
	if g.Holds("river", fields("Mali")) {
		t.Error("a list that is not there holds something")
	}
}

func TestGazetteerGrowsAndBoundsItsLists(t *testing.T) {
	g := NewGazetteer(0)
	for i := range MaxLists {
		if _, err := g.List(fmt.Sprint(i)); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := g.List("too many"); err == nil {
		t.Error("there is no bound")
	}
	for i := range 5000 {
		g.Add(i%MaxLists, fmt.Sprintf("Name%d of%d", i, i))
	}
	for i := 0; i < 5000; i += 97 {
		in := fields(fmt.Sprintf("Name%d of%d", i, i))
		if got := covered(g, in, i%MaxLists); got != in[0]+"/1 "+in[1]+"/3" {
			t.Fatalf("entry %d: got %q", i, got)
		}
	}
	g.Add(0, "")
	g.Add(0, " - . ")
	g.Add(0, strings.Repeat("x ", 100))
}

func TestListsAreReadFromSeeds(t *testing.T) {
	seeds := fstest.MapFS{}
	for _, s := range sources {
		if !strings.HasSuffix(s.file, ".gz") {
			seeds[strings.ReplaceAll(s.file, "%s", "en")] = &fstest.MapFile{}
		}
	}
	if _, err := Lists(seeds, "en"); err == nil || !strings.Contains(err.Error(), "names/given.txt.gz") {
		t.Errorf("a missing list: got %v", err)
	}
}

// only gives the words that are looked at closely.
func only(v *View, forms []string) string {
	var out []string
	for i, f := range forms {
		if v.live[i] {
			out = append(out, f)
		}
	}
	return strings.Join(out, " ")
}

func TestOnlyWordsNearCapitalsAreLive(t *testing.T) {
	g := NewGazetteer(4)
	l, _ := g.List("place")
	g.naming |= 1 << l
	g.Add(l, "mexico")
	in := fields("one two Three four five six mexico seven eight nine")
	var v View
	v.Look(g, in)
	if got, want := only(&v, in), "two Three four six mexico seven"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	n := 0
	v.Segments(func(first, last int) { n += last - first })
	if n != 6 {
		t.Errorf("segments hold %d words, want 6", n)
	}
}

// byHand is a model in which a capital makes a place, and a known place in the
// document more so.
func byHand(t *testing.T, v *View) *Finder {
	t.Helper()
	u := uint8(labelOf(Place, alone))
	rows := []learn.Row{
		{Feature: Bias(), Weights: []learn.Weight{{Class: 0, Code: learn.Code(10)}}},
		{Feature: join(3, hash("Rome"), 0, 0), Weights: []learn.Weight{{Class: u, Code: learn.Code(100)}}},
		{Feature: join(72, uint64(Place+1)<<8|2, v.how(0), 0), Weights: []learn.Weight{{Class: u, Code: learn.Code(50)}}},
	}
	f, err := NewFinder(learn.New(Classes(), rows), NewGazetteer(1))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestDocumentHelpsItsSentences(t *testing.T) {
	var v View
	v.Look(NewGazetteer(1), []string{"ROME", "x"})
	f := byHand(t, &v)
	alone := f.Label([][]string{{"ROME", "x"}})
	if len(Decode(alone[0])) != 0 {
		t.Errorf("alone: got %v", Decode(alone[0]))
	}
	both := f.Label([][]string{{"ROME", "x"}, {"to", "Rome"}, {"at", "Rome"}})
	if got := Decode(both[0]); len(got) != 1 || got[0].Type != Place {
		t.Errorf("with a document: got %v", got)
	}
}

func TestFinderWantsItsLabels(t *testing.T) {
	if _, err := NewFinder(learn.New([]string{"O"}, nil), NewGazetteer(1)); err == nil {
		t.Error("another model was taken")
	}
}

// No word costs more than so many features and looks at the lists, whatever the
// text: what a text costs is linear in its words.
func TestWorkOfAWordIsBounded(t *testing.T) {
	const most = 60 + 6*MaxLists
	g := NewGazetteer(4)
	for l := range MaxLists {
		list, err := g.List(fmt.Sprint(l))
		if err != nil {
			t.Fatal(err)
		}
		g.naming |= 1 << list
		g.Add(list, strings.TrimSpace(strings.Repeat("x ", longest+3)))
		g.Add(list, "x")
	}
	for _, s := range []string{"x", "X", "XX", "x-x-x-x-x-x", "😀", "-", "A.", strings.Repeat("x", 10000), ""} {
		forms := make([]string, 2000)
		for i := range forms {
			forms[i] = s
		}
		var v View
		v.Look(g, forms)
		n := 0
		v.Segments(func(first, last int) { n += last - first })
		if n > len(forms) {
			t.Errorf("%.9q: %d live words of %d", s, n, len(forms))
		}
		var fs []uint64
		for i := range forms {
			fs = v.Hinted(v.Features(fs[:0], i), i)
			if len(fs) > most {
				t.Fatalf("%.9q: %d features of a word", s, len(fs))
			}
		}
	}
}
