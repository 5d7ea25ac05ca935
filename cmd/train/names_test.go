package main

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/datelinehq/dateline/timeline/learn"
	"github.com/datelinehq/dateline/timeline/syntax/entity"
)

// few are documents in which a name follows "in" and a person "Mr".
func few(lists *entity.Gazetteer) (docs []*nameDoc) {
	for _, s := range []string{"Rome", "Oslo", "Lima", "Bern", "Kiel"} {
		d := &nameDoc{
			forms: [][]string{strings.Fields("Talks in " + s + " ended ."), strings.Fields("Mr " + s + "er spoke .")},
			names: [][]entity.Range{{{First: 2, Last: 3, Type: entity.Place}}, {{First: 1, Last: 2, Type: entity.Person}}},
		}
		d.look(lists)
		docs = append(docs, d)
	}
	return docs
}

func TestTrainingNamesIsRepeatable(t *testing.T) {
	lists := entity.NewGazetteer(1)
	model := func() []byte {
		docs := few(lists)
		if err := hintNames(Options{seed: 1}, docs, lists); err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		rows := fitNames(Options{seed: 1}, append(docs, disguised(docs, lists)...), nameSettings, hinted)
		if err := learn.Write(&b, entity.Classes(), rows); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	first := model()
	if !bytes.Equal(first, model()) {
		t.Error("the same data made two models")
	}
	m, err := learn.Read(first)
	if err != nil {
		t.Fatal(err)
	}
	f, err := entity.NewFinder(m, lists)
	if err != nil {
		t.Fatal(err)
	}
	got := entity.Decode(f.Alone(strings.Fields("Talks in Paris ended .")))
	if want := []entity.Range{{First: 2, Last: 3, Type: entity.Place}}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestRangesOfLabels(t *testing.T) {
	got := rangesOf([]string{"B-PER", "I-PER", "B-PER", "O", "I-LOC", "I-ORG", "B-OTH", "I-OTH"})
	want := []entity.Range{{First: 0, Last: 2, Type: entity.Person}, {First: 2, Last: 3, Type: entity.Person}, {First: 4, Last: 5, Type: entity.Place}, {First: 5, Last: 6, Type: entity.Organisation}}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// Names of GUM are cut out of mentions; documents that may not be sold and
// sentences in doubt are left out.
func TestNamesOfGUM(t *testing.T) {
	row := func(id, form, upos, xpos, head, entity string) string {
		return strings.Join([]string{id, form, "_", upos, xpos, "_", head, "dep", "_", entity}, "\t") + "\n"
	}
	body := "# newdoc id = GUM_news_x\n" +
		row("1", "President", "PROPN", "NNP", "3", "Entity=(1-person-new-n-c-1-sgl") +
		row("2", "Ana", "PROPN", "NNP", "1", "Entity=1)") +
		row("3", "left", "VERB", "VBD", "0", "_") +
		row("4", "the", "DET", "DT", "5", "Entity=(2-organization-new-n-c-1-sgl") +
		row("5", "Bank", "PROPN", "NNP", "3", "_") +
		row("6", "of", "ADP", "IN", "7", "_") +
		row("7", "Peru", "PROPN", "NNP", "5", "Entity=(3-place-new-n-c-1-sgl)2)") + "\n" +
		row("1", "Unmarked", "PROPN", "NNP", "0", "_") + "\n" +
		"# newdoc id = GUM_fiction_y\n" + row("1", "Rome", "PROPN", "NNP", "0", "Entity=(1-place-new-n-c-1-sgl)") + "\n"
	file := filepath.Join(t.TempDir(), "en_gum-ud-train.conllu.gz")
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(body)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	docs, err := readGUM(file, map[string]bool{"president": true})
	if err != nil {
		t.Fatal(err)
	}
	if len(docs) != 1 || len(docs[0].forms) != 1 {
		t.Fatalf("got %d documents: %+v", len(docs), docs)
	}
	got := docs[0].names[0]
	slices.SortFunc(got, func(a, b entity.Range) int { return a.First - b.First })
	want := []entity.Range{{First: 1, Last: 2, Type: entity.Person}, {First: 4, Last: 7, Type: entity.Organisation}}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
