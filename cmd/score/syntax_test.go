package main

import (
	"compress/gzip"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/datelinehq/dateline/timeline/syntax"
	"github.com/datelinehq/dateline/timeline/syntax/entity"
	"github.com/datelinehq/dateline/timeline/text"
)

// columns writes lines of a treebank: blanks stand for tabs, and the columns that
// nobody reads are left out.
func columns(lines ...string) string {
	var b strings.Builder
	for _, l := range lines {
		if f := strings.Fields(l); len(f) == 8 { // id form lemma upos xpos head rel misc
			l = strings.Join([]string{f[0], f[1], f[2], f[3], f[4], "_", f[5], f[6], "_", f[7]}, "\t")
		}
		b.WriteString(l + "\n")
	}
	return b.String()
}

// twoDocuments is a treebank of two documents.
func twoDocuments() string {
	return columns(
		"# newdoc id = one", "# newpar", "# text = It doesn't.",
		"1 It it PRON PRP 2 nsubj _", "2-3 doesn't _ _ _ _ _ SpaceAfter=No",
		"2 does do AUX VBZ 0 root _", "3 n't not PART RB 2 advmod _", "3.1 gone go VERB VBN _ _ _", "4 . . PUNCT . 2 punct _", "",
		"1 Go go VERB VB 0 root SpaceAfter=No", "2 ! ! PUNCT . 1 punct _", "",
		"# newpar",
		"1 Rome Rome PROPN NNP 2 nsubj:pass _", "2 fell fall VERB VBD 0 root _", "",
		"# newdoc id = two",
		"1 Two two NUM CD 0 root _", "")
}

func TestTextIsBuiltFromTokens(t *testing.T) {
	docs, err := parseTrees(strings.NewReader(twoDocuments()))
	if err != nil {
		t.Fatal(err)
	}
	if len(docs) != 2 || docs[0].id != "one" || docs[1].id != "two" {
		t.Fatalf("got %d documents: %+v", len(docs), docs)
	}
	if want := "It doesn't. Go!\n\nRome fell"; docs[0].text != want || docs[1].text != "Two" {
		t.Errorf("got %q and %q, want %q", docs[0].text, docs[1].text, want)
	}
	w := docs[0].sentences[0]
	if len(w) != 4 || !w[1].multi || !w[2].multi || w[3].multi || w[1].start != 3 || w[2].end != 10 || w[3].start != 10 {
		t.Errorf("got words %+v", w)
	}
	for _, bad := range []string{"1\tx\n", columns("x It it PRON PRP 2 nsubj _"), columns("1 It it PRON PRP x nsubj _"), columns("1-x It it PRON PRP 2 nsubj _")} {
		if _, err := parseTrees(strings.NewReader(bad)); err == nil {
			t.Errorf("%q was read", bad)
		}
	}
}

// word makes a word of ours for alignment; a "+" says that it shares its token.
func word(form string, start, end int) treeWord {
	f, multi := strings.CutPrefix(form, "+")
	return treeWord{form: f, start: start, end: end, multi: multi}
}

func TestWordsAreAlignedByTheirBytes(t *testing.T) {
	for _, c := range []struct {
		what       string
		gold, ours []treeWord
		want       []pair
	}{
		{"alike", []treeWord{word("a", 0, 1), word("b", 2, 3)}, []treeWord{word("a", 0, 1), word("b", 2, 3)}, []pair{{0, 0}, {1, 1}}},
		{"cut too much", []treeWord{word("ab", 0, 2), word("c", 3, 4)}, []treeWord{word("a", 0, 1), word("b", 1, 2), word("c", 3, 4)}, []pair{{1, 2}}},
		{"cut too little", []treeWord{word("a", 0, 1), word("b", 1, 2), word("c", 3, 4)}, []treeWord{word("ab", 0, 2), word("c", 3, 4)}, []pair{{2, 1}}},
		{"a token of two words, cut right", []treeWord{word("+does", 0, 7), word("+n't", 0, 7), word(".", 7, 8)},
			[]treeWord{word("does", 0, 4), word("n't", 4, 7), word(".", 7, 8)}, []pair{{0, 0}, {1, 1}, {2, 2}}},
		{"a token of two words, cut elsewhere", []treeWord{word("+does", 0, 7), word("+n't", 0, 7), word(".", 7, 8)},
			[]treeWord{word("doesn", 0, 5), word("'t", 5, 7), word(".", 7, 8)}, []pair{{2, 2}}},
		{"a token of two words, not cut", []treeWord{word("x", 0, 1), word("+ca", 2, 6), word("+n't", 2, 6)},
			[]treeWord{word("x", 0, 1), word("can't", 2, 6)}, []pair{{0, 0}}},
		{"our word begins before the token", []treeWord{word("x", 0, 1), word("+Ca", 1, 5), word("+n't", 1, 5)},
			[]treeWord{word("xca", 0, 3), word("n't", 3, 5)}, []pair{{2, 1}}},
		{"nothing", nil, []treeWord{word("x", 0, 1)}, nil},
	} {
		if got := alignWords(c.gold, c.ours); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.what, got, c.want)
		}
	}
}

// Figures of raw text, worked out by hand: of four gold words three are aligned.
func TestRawTextIsCounted(t *testing.T) {
	gold := &treeDoc{sentences: [][]treeWord{
		{{"Rome", "Rome", "PROPN", "NNP", "nsubj:pass", 1, 0, 4, false}, {"fell", "fall", "VERB", "VBD", "root", -1, 5, 9, false}},
		{{"Go", "go", "VERB", "VB", "root", -1, 10, 12, false}, {"on", "_", "ADP", "RP", "advmod", 0, 13, 15, false}},
	}}
	ours := [][]treeWord{
		{{"Rome", "rome", "PROPN", "NNP", "nsubj", 1, 0, 4, false}, {"fell", "fall", "VERB", "VBN", "root", -1, 5, 9, false}},
		{{"G", "g", "X", "FW", "dep", 1, 10, 11, false}, {"o", "o", "X", "FW", "root", -1, 11, 12, false}, {"on", "on", "ADV", "RP", "advmod", 1, 13, 15, false}},
	}
	var c treeCount
	c.addRaw(gold, ours)
	for what, want := range map[string]float64{
		"sentences": 1, // both begin and end right
		"words":     2 * 3.0 / 9, "upos": 2 * 2.0 / 9, "xpos": 2 * 2.0 / 9,
		"lemma": 2 * 2.0 / 9, // "_" is always right, "rome" is not
		"uas":   2 * 2.0 / 9, // the head of "on" has no gold word
		"las":   2 * 2.0 / 9, // subtypes do not count
	} {
		i := slices.IndexFunc(c.rawFigures("x"), func(f Figure) bool { return f.Name == "x raw."+what+".f1" })
		if got := c.rawFigures("x")[i].Value; math.Abs(got-want) > 1e-9 {
			t.Errorf("%s: got %v, want %v", what, got, want)
		}
	}
}

// A treebank that is given as its own answer is right throughout.
func TestGoldAgreesWithItself(t *testing.T) {
	docs, err := parseTrees(strings.NewReader(twoDocuments()))
	if err != nil {
		t.Fatal(err)
	}
	var c treeCount
	for i := range docs {
		c.addRaw(&docs[i], docs[i].sentences)
	}
	for _, f := range c.rawFigures("x") {
		if f.Value != 1 {
			t.Errorf("%s: got %v", f.Name, f.Value)
		}
	}
}

func TestGivenWordsAreCounted(t *testing.T) {
	gold := []treeWord{
		{form: "Rome", lemma: "Rome", upos: "PROPN", xpos: "NNP", rel: "nsubj:pass", head: 1},
		{form: "fell", lemma: "fall", upos: "VERB", xpos: "VBD", rel: "root", head: -1},
		{form: ".", lemma: ".", upos: "PUNCT", xpos: ".", rel: "punct", head: 1},
	}
	ours := []syntax.Word{
		{Lemma: "rome", UPOS: "PROPN", XPOS: "NNP", Rel: "nsubj", Head: 1},
		{Lemma: "fall", UPOS: "VERB", XPOS: "VBN", Rel: "root", Head: -1},
		{Lemma: ".", UPOS: "PUNCT", XPOS: ".", Rel: "punct", Head: 0},
	}
	var c treeCount
	c.addGiven(gold, ours)
	want := treeCount{words: 3, upos: 3, xpos: 2, lemma: 3, uas: 2, las: 1, arcs: 2}
	if c != want {
		t.Errorf("got %+v, want %+v", c, want)
	}
}

func TestNamesAreCounted(t *testing.T) {
	docs, err := readNames(strings.NewReader("# newdoc id = a\n1\tMr\tO\n2\tPaul\tB-PER\n3\tRoe\tI-PER\n4\tJo\tB-PER\n5\tof\tO\n6\tthe\tB-OTH\n7\tUN\tI-ORG\n\n1\tRome\tB-LOC\n\n"))
	if err != nil {
		t.Fatal(err)
	}
	d := docs[len(docs)-1]
	first := []entity.Range{{First: 1, Last: 3, Type: entity.Person}, {First: 3, Last: 4, Type: entity.Person}, {First: 6, Last: 7, Type: entity.Organisation}}
	if d.id != "a" || len(d.names) != 2 || !slices.Equal(d.names[0], first) {
		t.Fatalf("got %+v", d)
	}
	var c nameCount
	f := &faults{}
	c.add(&d, [][]entity.Range{
		{{First: 0, Last: 3, Type: entity.Person}, {First: 3, Last: 4, Type: entity.Person}, {First: 6, Last: 7, Type: entity.Place}},
		{{First: 0, Last: 1, Type: entity.Place}},
	}, f)
	for _, x := range c.figures("x") {
		want, ok := map[string]float64{"x names.f1": 0.5, "x names.per.f1": 0.5, "x names.org.f1": 0, "x names.loc.f1": 2.0 / 3}[x.Name]
		if ok && math.Abs(x.Value-want) > 1e-9 {
			t.Errorf("%s: got %v, want %v", x.Name, x.Value, want)
		}
	}
	if len(f.classes) != 2 || f.classes[0].n != 2 {
		t.Errorf("got faults %+v", f)
	}
}

// reading is an analyser that cuts at blanks and knows one name.
type reading struct{ scripted }

func (reading) parse(a article) (ss []syntax.Sentence) {
	s := syntax.Sentence{}
	at := 0
	for _, w := range strings.Fields(a.Text) {
		at += strings.Index(a.Text[at:], w)
		s.Words = append(s.Words, syntax.Word{Span: text.Span{Start: at, End: at + len(w)}, Head: -1})
		at += len(w)
	}
	return append(ss, s)
}
func (reading) parseWords(forms []string) []syntax.Word { return make([]syntax.Word, len(forms)) }
func (reading) nameWords(ss [][]string) [][]entity.Range {
	out := make([][]entity.Range, len(ss))
	out[0] = []entity.Range{{First: 0, Last: 1, Type: entity.Place}}
	return out
}

func TestSyntaxSuiteFindsItsSets(t *testing.T) {
	data := t.TempDir()
	zip(t, filepath.Join(data, "ud/xx_tiny-ud-dev.conllu.gz"), twoDocuments())
	zip(t, filepath.Join(data, "ud/xx_tiny-ud-train.conllu.gz"), "not looked at")
	zip(t, filepath.Join(data, "ud/uner_xx_tiny-dev.iob2.gz"), "1\tRome\tB-LOC\n\n1\tfell\tO\n\n")
	out, _, err := run(t, reading{}, "-data", data, "-suite", "syntax")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"syntax/uner_xx_tiny-dev names.f1", "syntax/xx_tiny-dev raw.words.f1", "syntax/xx_tiny-dev gold.las"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %s in\n%s", want, out)
		}
	}
	if strings.Contains(out, "train") {
		t.Errorf("train data were measured:\n%s", out)
	}
	zip(t, filepath.Join(data, "ud/xx_bad-ud-dev.conllu.gz"), "1\tx\n")
	if _, _, err := run(t, reading{}, "-data", data, "-suite", "syntax"); err == nil || !strings.Contains(err.Error(), "xx_bad-ud-dev.conllu.gz:1") {
		t.Errorf("bad data: got %v", err)
	}
}

func zip(t *testing.T, file, body string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z := gzip.NewWriter(f)
	if _, err := z.Write([]byte(body)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
}
