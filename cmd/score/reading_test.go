package main

import (
	"os"
	"path/filepath"
	"testing"
)

func TestReadingCountsWhatGoldTells(t *testing.T) {
	dir := t.TempDir()
	for name, body := range map[string]string{
		"gold.jsonl": `{"file":"feed.rss","format":"rss","title":"One","published":"2026-03-01T23:30:00Z","text_start":"Two envoys","item":0,"items":2}
{"file":"feed.rss","format":"rss","title":"Another","published":"2026-03-04","text_start":"Nobody","item":1,"items":2}
{"file":"gone.rss","format":"rss","title":"Gone","published":"","text_start":"","item":0,"items":1}`,
		"feed.rss": `<rss version="2.0"><channel><item><title>One</title><pubDate>Mon, 02 Mar 2026 00:30:00 +0100</pubDate><description>One Two envoys met.</description></item><item><title>Two</title><description>They agreed.</description></item></channel></rss>`,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	sets, err := readingSuite{}.sets(dir)
	if err != nil || len(sets) != 1 || sets[0] != "rss" {
		t.Fatalf("sets %v, %v", sets, err)
	}
	fs, err := readingSuite{}.measure(&bench{title: "reading/rss", faults: &faults{}}, dir, "rss")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]float64{"reading/rss date": 1. / 2, "reading/rss title": 1. / 3, "reading/rss start": 1. / 2}
	for _, f := range fs {
		if w, ok := want[f.Name]; ok && f.Value != w {
			t.Errorf("%s: got %v, want %v", f.Name, f.Value, w)
		}
	}
	if none, err := (readingSuite{}).sets(t.TempDir()); none != nil || err != nil {
		t.Errorf("without gold: %v, %v", none, err)
	}
}
