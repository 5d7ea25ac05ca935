package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// fake answers with gold itself, changed a little, so that metrics are compared on
// hits, misses and inventions alike.
type fake struct {
	timex  map[string][]timexAnswer
	gold   map[string]goldArticle
	coding map[string]codingRecord
}

func (f fake) tag(doc, _, _, _ string) []timexAnswer {
	var out []timexAnswer
	for i, a := range f.timex[doc] {
		switch i % 7 {
		case 2:
			continue
		case 3:
			a.Value = "XX"
		case 4:
			if a.End-a.Start > 3 {
				a.Start += 2
				a.Text = ""
			}
		case 5:
			a.Type = "SET"
		}
		out = append(out, a)
	}
	return out
}

func (f fake) events(id, _, _, _ string) eventsAnswer {
	if r, ok := f.coding[id]; ok {
		out := eventsAnswer{ID: id}
		for i, e := range r.Events {
			if i%3 == 1 {
				e.Plover = "AID"
			}
			e.Recip = false
			out.Events = append(out.Events, e)
		}
		if len(id)%2 == 0 {
			out.Events = append(out.Events, eventAnswer{Plover: "PROTEST", SourceText: "somebody", Target: "FRA"})
		}
		return out
	}
	g := f.gold[id]
	out := eventsAnswer{ID: id, Events: []eventAnswer{}, Undated: []eventAnswer{}}
	for i, e := range g.Events {
		switch i % 5 {
		case 1:
			continue
		case 2:
			e.Date = "2001"
		case 3:
			e.Status, e.Type = "denied", "AID"
		}
		e.Also, e.DateAlt = nil, nil
		out.Events = append(out.Events, e)
	}
	for i, e := range g.Undated {
		if i%3 == 0 {
			e.Date = "2001-02-03"
			out.Events = append(out.Events, e)
			continue
		}
		out.Undated = append(out.Undated, e)
	}
	return out
}

const shared = "../../../shared"

// scorers builds the scorers that judge the program, if they are beside it.
func scorers(t *testing.T, name string) string {
	t.Helper()
	src := filepath.Join(shared, "eval", name)
	if _, err := os.Stat(src); err != nil {
		t.Skipf("%s is not beside the checkout: figures are not compared with it", name)
	}
	bin := filepath.Join(t.TempDir(), name)
	cmd := exec.Command("go", "build", "-o", bin, ".")
	cmd.Dir = src
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Skipf("%s does not build: %v\n%s", name, err, out)
	}
	return bin
}

func output(t *testing.T, bin string, args ...string) string {
	t.Helper()
	out, err := exec.Command(bin, args...).Output()
	if err != nil {
		t.Fatalf("%s: %v", bin, err)
	}
	return string(out)
}

func figure(fs []Figure, name string) float64 {
	for _, f := range fs {
		if strings.HasSuffix(f.Name, " "+name) {
			return f.Value
		}
	}
	return math.NaN()
}

// want compares one of our figures with the scorer's.
func want(t *testing.T, what string, got, scorer, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-scorer) <= tolerance) {
		t.Errorf("%s: got %.4f, the scorer says %.4f", what, got, scorer)
	}
}

func TestTimexFiguresAreTheScorers(t *testing.T) {
	bin := scorers(t, "timexscore")
	dirs, err := filepath.Glob(filepath.Join(shared, "data/timex/*/"))
	if err != nil {
		t.Fatal(err)
	}
	number := regexp.MustCompile(`(?m)^(strict|relaxed|type|value) +(?:[\d.]+ +[\d.]+ +)?([\d.]+) *(?:\(accuracy.*)?$`)
	for _, dir := range dirs {
		files, err := filepath.Glob(filepath.Join(dir, "*.tml"))
		if err != nil || len(files) == 0 {
			continue
		}
		f := fake{timex: map[string][]timexAnswer{}}
		for _, file := range files {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			d, err := readTimeML(strings.TrimSuffix(filepath.Base(file), ".tml"), b)
			if err != nil {
				t.Fatal(err)
			}
			f.timex[d.name] = d.gold
		}
		r := &runner{Options: Options{predictions: t.TempDir(), workers: 2}, engine: f}
		name := filepath.Base(dir)
		fs, err := timexCorpus(r, name, files)
		if err != nil {
			t.Fatal(err)
		}
		text := output(t, bin, dir, filepath.Join(r.predictions, "timex", name+".jsonl"))
		for _, m := range number.FindAllStringSubmatch(text, -1) {
			v, err := strconv.ParseFloat(m[2], 64)
			if err != nil {
				t.Fatal(err)
			}
			want(t, name+" "+m[1], 100*figure(fs, m[1]+".f1"), v, 0.006)
		}
	}
}

func TestEventFiguresAreTheScorers(t *testing.T) {
	bin := scorers(t, "eventscore")
	dir := filepath.Join(shared, "data/events")
	gold, err := readLines[goldArticle](filepath.Join(dir, "gold.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	f := fake{gold: map[string]goldArticle{}}
	for _, g := range gold {
		f.gold[g.ID] = g
	}
	r := &runner{Options: Options{predictions: t.TempDir(), workers: 2}, engine: f}
	fs, err := eventsSuite(r, dir)
	if err != nil {
		t.Fatal(err)
	}
	var s struct {
		Found struct{ F1 float64 }    `json:"dated_events"`
		Date  struct{ F1 float64 }    `json:"dated_events_with_equal_date"`
		Stat  struct{ Value float64 } `json:"status_on_matched"`
		Type  struct{ Value float64 } `json:"type_on_matched"`
		Actor struct{ F1 float64 }    `json:"actor_code_on_matched"`
		Und   struct{ Value float64 } `json:"undated_recall"`
		Prec  float64                 `json:"false_precision"`
		Dat   float64                 `json:"false_dating_gold_undated"`
	}
	if err := json.Unmarshal([]byte(output(t, bin, "-json", filepath.Join(dir, "gold.jsonl"), filepath.Join(r.predictions, "events/gold.jsonl"))), &s); err != nil {
		t.Fatal(err)
	}
	want(t, "found", figure(fs, "found.f1"), s.Found.F1, 1e-6)
	want(t, "dated", figure(fs, "dated.f1"), s.Date.F1, 1e-6)
	want(t, "status", figure(fs, "status"), s.Stat.Value, 1e-6)
	want(t, "type", figure(fs, "type"), s.Type.Value, 1e-6)
	want(t, "actor", figure(fs, "actor.f1"), s.Actor.F1, 1e-6)
	want(t, "undated recall", figure(fs, "undated.recall"), s.Und.Value, 1e-6)
	want(t, "false precision", figure(fs, "false.precision"), s.Prec, 0)
	want(t, "false dating of what gold leaves undated", figure(fs, "false.dating"), s.Dat, 0)
}

func TestCodingFiguresAreTheScorers(t *testing.T) {
	bin := scorers(t, "codingscore")
	dir := filepath.Join(shared, "data/coding")
	files, err := filepath.Glob(filepath.Join(dir, "*.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	f := fake{coding: map[string]codingRecord{}}
	for _, file := range files {
		rs, err := readLines[codingRecord](file)
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range rs {
			f.coding[x.ID] = x
		}
	}
	r := &runner{Options: Options{predictions: t.TempDir(), workers: 2}, engine: f}
	fs, err := codingSuite(r, dir)
	if err != nil {
		t.Fatal(err)
	}
	row := regexp.MustCompile(`(?m)^\S+\s+(type|pair|tuple)\s+.*\s([\d.]+)$`)
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".jsonl")
		if name == "petr-unit" || name == "petr2-val" || name == "neutral" {
			continue // gold by CAMEO code, which Dateline does not give; and alarms, below
		}
		text := output(t, bin, "-gold", file, "-sys", filepath.Join(r.predictions, "coding", name+".jsonl"))
		for _, m := range row.FindAllStringSubmatch(text, -1) {
			v, err := strconv.ParseFloat(m[2], 64)
			if err != nil {
				t.Fatal(err)
			}
			for _, x := range fs {
				if x.Name == "coding/"+name+" "+m[1]+".f1" {
					want(t, name+" "+m[1], x.Value, v, 0.00006)
				}
			}
		}
	}
}

const small = `<?xml version="1.0"?><TimeML><DCT><TIMEX3 type="DATE" value="2009-06-20" functionInDocument="CREATION_TIME">20 June</TIMEX3></DCT>
<TEXT>Caf&#233; opened <TIMEX3 type="DATE" value="2009-06-16">Tuesday</TIMEX3> &amp; closes <TIMEX3 type="DATE" value="2010">next year</TIMEX3>.</TEXT></TimeML>`

func TestTimeMLOffsetsCountBytes(t *testing.T) {
	d, err := readTimeML("x", []byte(small))
	if err != nil {
		t.Fatal(err)
	}
	if d.dct != "2009-06-20" || len(d.gold) != 2 || d.text[d.gold[0].Start:d.gold[0].End] != "Tuesday" || d.gold[1].Text != "next year" {
		t.Errorf("got %+v", d)
	}
	if _, err := readTimeML("x", []byte("<a/>")); err == nil {
		t.Error("a document without text was read")
	}
}

func TestTimexCounts(t *testing.T) {
	d, err := readTimeML("x", []byte(small))
	if err != nil {
		t.Fatal(err)
	}
	g := d.gold
	for _, c := range []struct {
		name    string
		answers []timexAnswer
		want    timexCount
	}{
		{"gold", g, timexCount{2, 2, 2, 2, 2, 2}},
		{"nothing", nil, timexCount{gold: 2}},
		{"shorter, wrong value", []timexAnswer{{Start: g[1].Start + 5, End: g[1].End, Type: "DATE", Value: "x"}}, timexCount{2, 1, 0, 1, 1, 0}},
		{"invented", []timexAnswer{{Start: 0, End: 2}}, timexCount{gold: 2, system: 1}},
		{"one over both counts once", []timexAnswer{{Start: g[0].Start, End: g[1].End, Type: "DATE", Value: "2010"}}, timexCount{2, 1, 0, 1, 1, 1}},
	} {
		var got timexCount
		got.add(&runner{}, d, c.answers)
		if got != c.want {
			t.Errorf("%s: got %+v, want %+v", c.name, got, c.want)
		}
	}
}

func TestBaselineFailsBelowAndRecordsAbove(t *testing.T) {
	file := filepath.Join(t.TempDir(), "b.txt")
	if err := os.WriteFile(file, []byte("# c\ns/a x 0.5\nb 3\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	fs := func(a, b float64) []Figure {
		return []Figure{{Name: "s/a x", Value: a}, {Name: "b", Value: b, Less: true}}
	}
	o := Options{baseline: file}
	for _, c := range []struct {
		a, b float64
		ok   bool
	}{{0.5, 3, true}, {0.6, 2, true}, {0.49, 3, false}, {0.5, 4, false}} {
		if err := compare(o, fs(c.a, c.b)); (err == nil) != c.ok {
			t.Errorf("a %v, b %v: %v", c.a, c.b, err)
		}
	}
	o.record = true
	if err := compare(o, fs(0.7, 1)); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(file)
	if err != nil || !bytes.Contains(b, []byte("s/a x 0.7000\nb 1.0000\n")) {
		t.Errorf("recorded %q, %v", b, err)
	}
}

func TestUnknownSuiteIsNamed(t *testing.T) {
	_, err := choose("timex,magic")
	if err == nil || !strings.Contains(fmt.Sprint(err), `no suite "magic"; there are timex, events, coding`) {
		t.Errorf("got %v", err)
	}
}
