package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/datelinehq/dateline/timeline/text"
)

// scripted gives prepared answers. Its zero value answers nothing.
type scripted struct {
	timex  map[string][]timexAnswer
	event  map[string]eventsAnswer
	anchor string
}

func (scripted) reads(lang string) bool          { return lang == "en" }
func (s scripted) tag(a article) []timexAnswer   { return s.timex[a.ID] }
func (s scripted) events(a article) eventsAnswer { return s.event[a.ID] }
func (s scripted) tell(article) told             { return told{} }
func (s scripted) anchors(_ article, m []text.Span) []anchorGuess {
	out := make([]anchorGuess, len(m))
	for i := range out {
		out[i] = anchorGuess{s.anchor, true}
	}
	return out
}

// script has some answers right, some wrong, and misses some.
func script() scripted {
	return scripted{
		timex: map[string][]timexAnswer{
			"bridge": {
				{Doc: "bridge", Start: 34, End: 41, Text: "Tuesday", Type: "DATE", Value: "2009-06-16"},
				{Doc: "bridge", Start: 61, End: 65, Text: "year", Type: "DATE", Value: "2011"},
			},
			"ferry": {{Doc: "ferry", Start: 20, End: 28, Text: "February", Type: "DATE", Value: "2011-02"}},
		},
		event: map[string]eventsAnswer{
			"port": {ID: "port", Events: []eventAnswer{
				{Start: 13, End: 16, Date: "2009-06-16", Status: "occurred", Type: "CONSULT", Actors: []actorAnswer{{Code: "FRA", Role: "source"}}},
				{Start: 39, End: 46, Date: "2009-05-12", Status: "occurred", Type: "PROTEST"},
				{Start: 98, End: 108, Date: "2009-04", Status: "occurred", Type: "PROTEST"},
			}},
			"d1": {ID: "d1", Events: []eventAnswer{{codedEvent: codedEvent{Source: "GONGOV", Target: "MOR", Plover: "ACCUSE"}}}},
			"d3": {ID: "d3", Undated: []eventAnswer{{codedEvent: codedEvent{Plover: "AID"}}}},
		},
		anchor: "2009-06-16",
	}
}

// run calls the program on a data folder and returns both outputs.
func run(t *testing.T, a analyser, args ...string) (stdout, stderr string, err error) {
	t.Helper()
	var out, msg bytes.Buffer
	c := command{stdout: &out, stderr: &msg, load: func(Options) (analyser, error) { return a, nil }}
	err = c.run(args)
	return out.String(), msg.String(), err
}

const small = "testdata/data"

func TestFiguresAreOneALineInAFixedOrder(t *testing.T) {
	want := `timex/small strict.f1 0.5714
timex/small relaxed.f1 0.8571
timex/small type.f1 0.8571
timex/small value.f1 0.5714
timex/small type.value.f1 0.5714
timex/small strict.value.f1 0.5714
timex/small strict.precision 0.6667
timex/small strict.recall 0.5000
timex/small value.accuracy 0.6667
timex/small-de strict.f1 0.0000
timex/small-de relaxed.f1 0.0000
timex/small-de type.f1 0.0000
timex/small-de value.f1 0.0000
timex/small-de type.value.f1 0.0000
timex/small-de strict.value.f1 0.0000
timex/small-de strict.precision 0.0000
timex/small-de strict.recall 0.0000
timex/small-de value.accuracy 0.0000
events/gold found.f1 0.6667
events/gold found.precision 0.6667
events/gold found.recall 0.6667
events/gold dated.f1 0.3333
events/gold date.exact 0.5000
events/gold date.compatible 0.5000
events/gold date.qualified 1.0000
events/gold false.dating 1
events/gold false.precision 1
events/gold unreadable 0
events/gold repeated 0
events/gold left.undated 0
events/gold status 1.0000
events/gold type 1.0000
events/gold actor.f1 1.0000
events/gold undated.recall 0.0000
events/gold undated.status 0.0000
events/gold events 3
coding/deeds type.f1 0.5000
coding/deeds cameo.f1 0.0000
coding/deeds pair.f1 0.4000
coding/deeds tuple.f1 0.4000
coding/deeds false.alarms 1.0000
anchor/harbour/docks/dev exact 0.6667
anchor/harbour/docks/dev relaxed 0.6667
anchor/harbour/docks/dev within.1.day 0.6667
anchor/harbour/docks/dev within.7.days 0.6667
anchor/harbour/docks/dev day.exact 1.0000
anchor/harbour/docks/dev said 1.0000
anchor/harbour/docks/dev said.exact 0.6667
anchor/harbour/docks/dev mentions 3
anchor/tales exact 0.0000
anchor/tales relaxed 0.0000
anchor/tales within.1.day 0.0000
anchor/tales within.7.days 0.0000
anchor/tales day.exact 0.0000
anchor/tales said 1.0000
anchor/tales said.exact 0.0000
anchor/tales mentions 1
`
	for _, workers := range []string{"1", "7"} {
		out, _, err := run(t, script(), "-data", small, "-workers", workers)
		if err != nil {
			t.Fatal(err)
		}
		got, wanted := strings.Split(out, "\n"), strings.Split(want, "\n")
		if len(got) != len(wanted) {
			t.Fatalf("%s workers: got %d lines, want %d", workers, len(got), len(wanted))
		}
		for i, l := range got {
			if l = strings.Join(strings.Fields(l), " "); l != wanted[i] {
				t.Errorf("%s workers, line %d: got %q, want %q", workers, i+1, l, wanted[i])
			}
		}
	}
}

func TestJSONIsOneObjectOfTheSameFigures(t *testing.T) {
	lines, _, err := run(t, script(), "-data", small)
	if err != nil {
		t.Fatal(err)
	}
	out, _, err := run(t, script(), "-data", small, "-json", "-errors")
	if err != nil {
		t.Fatal(err)
	}
	var got map[string]json.Number
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		t.Fatalf("not one JSON object: %v\n%s", err, out)
	}
	for l := range strings.Lines(lines) {
		f := strings.Fields(l)
		if name := strings.Join(f[:2], " "); got[name].String() != f[2] {
			t.Errorf("%s: got %q, want %s", name, got[name], f[2])
		}
	}
}

// Another data folder has other names, and "test" where ours have "dev".
func TestOtherNamesAreFound(t *testing.T) {
	data := t.TempDir()
	for from, to := range map[string]string{
		"timex/small": "timex/other", "events/gold.jsonl": "events/heldout.jsonl", "coding/deeds.jsonl": "coding/acts.jsonl",
		"timeline/harbour/docks/anchors.dev.jsonl":  "timeline/sea/ships/anchors.test.jsonl",
		"timeline/harbour/docks/articles.dev.jsonl": "timeline/sea/ships/articles.test.jsonl",
	} {
		move(t, filepath.Join(small, from), filepath.Join(data, to))
	}
	out, _, err := run(t, script(), "-data", data, "-predictions", filepath.Join(data, "out"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"timex/other strict.f1", "events/heldout dated.f1", "coding/acts pair.f1", "anchor/sea/ships/test exact"} {
		if !strings.Contains(out, name+" ") {
			t.Errorf("no figure %s in\n%s", name, out)
		}
	}
	for _, name := range []string{"timex/other", "events/heldout", "coding/acts", "anchor/sea"} {
		if _, err := os.Stat(filepath.Join(data, "out", name+".jsonl")); err != nil {
			t.Error(err)
		}
	}
}

// move copies a file or folder.
func move(t *testing.T, from, to string) {
	t.Helper()
	info, err := os.Stat(from)
	if err != nil {
		t.Fatal(err)
	}
	if info.IsDir() {
		if err := os.CopyFS(to, os.DirFS(from)); err != nil {
			t.Fatal(err)
		}
		return
	}
	b, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	write(t, to, string(b))
}

func write(t *testing.T, file, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestPredictionsHaveTheScorersForm(t *testing.T) {
	out := t.TempDir()
	if _, _, err := run(t, script(), "-data", small, "-predictions", out); err != nil {
		t.Fatal(err)
	}
	for file, want := range map[string]string{
		"timex/small.jsonl":    `{"doc":"bridge","start":34,"end":41,"text":"Tuesday","type":"DATE","value":"2009-06-16"}`,
		"coding/deeds.jsonl":   `{"id":"d1","events":[{"source":"GONGOV","target":"MOR","code":"","plover":"ACCUSE","source_text":"","target_text":""}]}`,
		"anchor/harbour.jsonl": `{"doc":"crane","event_id":"e1","event_start":25,"event_end":29,"anchor":"2009-06-16","said":true}`,
	} {
		b, err := os.ReadFile(filepath.Join(out, file))
		if err != nil {
			t.Error(err)
			continue
		}
		if got, _, _ := strings.Cut(string(b), "\n"); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", file, got, want)
		}
	}
	events, err := readLines[eventsAnswer](filepath.Join(out, "events/gold.jsonl"))
	if err != nil || len(events) != 2 || len(events[0].Events) != 3 || events[0].Events[0].Date != "2009-06-16" {
		t.Errorf("events: got %+v, %v", events, err)
	}
}

func TestMistakesAreListedByClass(t *testing.T) {
	out, _, err := run(t, script(), "-data", small, "-errors")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"== timex/small: wrong value (1)\n-- 9999 → 9999 (1)\n   bridge  gold 2010, found 2011, written 2009-06-20: ",
		"& will reopen [next year]. It had stood",
		"== timex/small: missed (1)\n-- P9Y (1)\n",
		"== timex/small: wrong extent (1)\n-- 9999 (1)\n   bridge  found “year”: ",
		"== events/gold: false dating (1)\n-- undated in gold (1)\n   port  2009-04: ",
		"== events/gold: false precision (1)\n-- 9999-99 → 9999-99-99 (1)\n",
		"== events/gold: missed (1)\n-- 9999-99 (1)\n   port  2009-07 scheduled: ",
		"== coding/deeds: false alarm (1)\n-- AID (1)\n",
		"== anchor/harbour: wrong anchor, said (1)\n-- interval: 9999-99/.. → 9999-99-99 (1)\n",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	if strings.Contains(out, "== timex/small-de") {
		t.Error("mistakes are listed in a language that is not read")
	}
}

func TestWhatIsMissingIsTold(t *testing.T) {
	data := t.TempDir()
	move(t, filepath.Join(small, "coding/deeds.jsonl"), filepath.Join(data, "coding/deeds.jsonl"))
	out, msg, err := run(t, script(), "-data", data)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{"timex", "events", "anchor", "syntax"} {
		if want := s + ": not in " + data + "\n"; !strings.Contains(msg, want) {
			t.Errorf("no %q in %q", want, msg)
		}
	}
	if !strings.HasPrefix(out, "coding/deeds type.f1") {
		t.Errorf("got %q", out)
	}
}

func TestWrongCallsAndBadDataGiveOneClearError(t *testing.T) {
	bad := t.TempDir()
	write(t, filepath.Join(bad, "xml/timex/c/a.tml"), "<TimeML><TEXT>cut <TIMEX3")
	write(t, filepath.Join(bad, "notext/timex/c/a.tml"), "<TimeML/>")
	write(t, filepath.Join(bad, "json/events/gold.jsonl"), "{\"id\":\"a\"}\n{\"id\":")
	write(t, filepath.Join(bad, "type/coding/x.jsonl"), "{\"id\":1}")
	write(t, filepath.Join(bad, "alone/timeline/x/anchors.jsonl"), "{}")
	write(t, filepath.Join(bad, "anchor/timeline/x/anchors.jsonl"), `{"doc":"d","event_id":"e","anchor":"2009-13"}`)
	write(t, filepath.Join(bad, "anchor/timeline/x/articles.jsonl"), `{"id":"d","text":"x"}`)
	write(t, filepath.Join(bad, "gz/timeline/x/anchors.jsonl"), `{}`)
	write(t, filepath.Join(bad, "gz/timeline/x/articles.jsonl.gz"), `this is no gzip file`)
	write(t, filepath.Join(bad, "baseline"), "timex/x strict.f1\n")
	write(t, filepath.Join(bad, "empty/README.md"), "nothing")
	write(t, filepath.Join(bad, "file"), "")
	for _, c := range []struct {
		name, want string
		usage      bool
		args       []string
	}{
		{"unknown suite", `no suite "grammar"; there are timex, events, coding, anchor, syntax`, true, []string{"-suite", "timex,grammar"}},
		{"argument", `unexpected argument "x"`, true, []string{"x"}},
		{"unknown flag", "-fast", true, []string{"-fast"}},
		{"record without baseline", "-record wants -baseline FILE", true, []string{"-record"}},
		{"force without record", "-force goes with -record", true, []string{"-force"}},
		{"no folder", "data folder: ", false, []string{"-data", bad + "/none"}},
		{"nothing in it", "nothing to measure in ", false, []string{"-data", bad + "/empty"}},
		{"broken XML", "timex/c: a: XML syntax error", false, []string{"-data", bad + "/xml"}},
		{"no text", "timex/c: a: no TEXT element", false, []string{"-data", bad + "/notext"}},
		{"broken JSON", "gold.jsonl:2: unexpected end of JSON input", false, []string{"-data", bad + "/json"}},
		{"wrong JSON", "x.jsonl:1: ", false, []string{"-data", bad + "/type"}},
		{"no articles", "articles.jsonl", false, []string{"-data", bad + "/alone"}},
		{"bad gold anchor", `d e: "2009-13" is no date`, false, []string{"-data", bad + "/anchor"}},
		{"bad gzip", "articles.jsonl.gz: gzip: invalid header", false, []string{"-data", bad + "/gz"}},
		{"bad baseline", "baseline:1: ", false, []string{"-data", small, "-baseline", bad + "/baseline"}},
		{"no folder for predictions", "file", false, []string{"-data", small, "-predictions", bad + "/file"}},
	} {
		_, _, err := run(t, script(), c.args...)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", c.name, err, c.want)
		}
		if errors.Is(err, errUsage) != c.usage {
			t.Errorf("%s: got %v, want usage error %v", c.name, err, c.usage)
		}
	}
}

func TestOnlyChosenSuitesRun(t *testing.T) {
	out, _, err := run(t, script(), "-data", small, "-suite", " anchor,coding")
	if err != nil {
		t.Fatal(err)
	}
	suites := map[string]bool{}
	for l := range strings.Lines(out) {
		name, _, _ := strings.Cut(l, "/")
		suites[name] = true
	}
	if len(suites) != 2 || !suites["anchor"] || !suites["coding"] {
		t.Errorf("got figures of %v", suites)
	}
}

func TestProgressGoesToATerminalOnly(t *testing.T) {
	var out, msg, term bytes.Buffer
	load := func(Options) (analyser, error) { return script(), nil }
	if err := (command{stdout: &out, stderr: &msg, progress: &term, load: load}).run([]string{"-data", small}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(term.String(), "timex/small 2/2") || !strings.HasSuffix(term.String(), "\x1b[K") {
		t.Errorf("terminal: got %q", term.String())
	}
	if strings.Contains(out.String()+msg.String(), "\x1b") {
		t.Error("there is progress in the outputs")
	}
}

// The engine answers every suite on the small data, and knows nothing of its gold.
func TestDatelineIsMeasured(t *testing.T) {
	var out bytes.Buffer
	c := command{stdout: &out, stderr: io.Discard, load: newDateline}
	if err := c.run([]string{"-data", small}); err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{"timex/small strict.f1 ", "events/gold dated.f1 ", "coding/deeds type.f1 ", "anchor/tales exact "} {
		if !strings.Contains(out.String(), s) {
			t.Errorf("no figure %q in\n%s", s, out.String())
		}
	}
}
