package main

import (
	"encoding/json"
	"io/fs"
	"strings"
	"testing"

	"github.com/datelinehq/dateline/seeds"
	"github.com/datelinehq/dateline/timeline/source"
)

// What briefings say of this program is what it does.
func TestRecordedFiguresAreThose(t *testing.T) {
	m, err := (&app{}).selftest()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range m.Misses {
		t.Log(s)
	}
	m.Misses = nil
	got, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	want, err := fs.ReadFile(seeds.FS, figuresFile)
	if err != nil {
		t.Fatal(err)
	}
	if string(got)+"\n" != string(want) {
		t.Errorf("got %s, recorded are %s; run make selftest", got, want)
	}
}

// The gold file speaks of words that stand in the articles.
func TestGoldStandsInTheArticles(t *testing.T) {
	gold, err := readGold(seeds.FS)
	if err != nil {
		t.Fatal(err)
	}
	r, err := source.Load(seeds.FS)
	if err != nil {
		t.Fatal(err)
	}
	as, err := sampleArticles(seeds.FS, r)
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, a := range as {
		texts[a.ID] = a.Text
	}
	for _, g := range gold {
		if strings.Count(texts[g.article], g.words) != 1 {
			t.Errorf("%s: %q stands there %d times", g.article, g.words, strings.Count(texts[g.article], g.words))
		}
	}
}
