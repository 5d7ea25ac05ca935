package configs

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/datelinehq/dateline/timeline/edtf"
)

const minimal = "version: 1\nreports:\n  - name: a\n    inputs:\n      - path: x.txt\n"

func TestMinimalConfigGetsDefaults(t *testing.T) {
	c, err := Parse("a.yaml", "/data", []byte(minimal), Overrides{})
	if err != nil {
		t.Fatal(err)
	}
	if c.Output != "out" || c.Language != "" || len(c.Reports[0].Outputs) != len(Outputs()) || c.Dir != "/data" {
		t.Errorf("got %+v", c)
	}
}

func TestFlagWinsOverEnvironmentWinsOverFile(t *testing.T) {
	env := func(n string) (string, bool) {
		m := map[string]string{"DATELINE_OUTPUT": "from-env", "DATELINE_WORKERS": "3"}
		s, ok := m[n]
		return s, ok
	}
	body := []byte("output: from-file\nlanguage: de\n" + minimal)
	c, err := Parse("a.yaml", ".", body, Overrides{Env: env, Flags: map[string]any{"output": "from-flag"}})
	if err != nil {
		t.Fatal(err)
	}
	if c.Output != "from-flag" || c.Workers != 3 || c.Language != "de" {
		t.Errorf("got output %q, workers %d, language %q", c.Output, c.Workers, c.Language)
	}
}

func TestFaultsHaveAPlaceAndAHint(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"unknown key", strings.Replace(minimal, "name: a", "nmae: a", 1), `a.yaml:3:5: unknown key "nmae"; did you mean "name"?`},
		{"no YAML", "version: [1\n", "a.yaml:1:"},
		{"wrong version", strings.Replace(minimal, "1", "2", 1), "a.yaml:1:10: version is 2"},
		{"no reports", "version: 1\n", "there are no reports"},
		{"bad name", strings.Replace(minimal, "name: a", "name: ../a", 1), "a.yaml:3:11: the name"},
		{"same name", minimal + "  - name: A\n    inputs: [{path: y}]\n", "a.yaml:6:11: two reports"},
		{"no inputs", "version: 1\nreports:\n  - name: a\n", "has no inputs"},
		{"no path", strings.Replace(minimal, "path: x.txt", "outlet: x", 1), "an input has no path"},
		{"no date", minimal + "        published: soonish\n", `a.yaml:6:20: "soonish" is not a date`},
		{"two dates", minimal + "        published: 3/4/2009\n", `a.yaml:6:20: "3/4/2009" is ambiguous: 2009-04-03 with the day first, 2009-03-04 with the month first`},
		{"a period for a day", minimal + "    as_of: since 2008\n", `a.yaml:6:12: "since 2008" is the period 2008/..; give a single date`},
		{"no period", minimal + "    period: 2010 to 2008\n", `a.yaml:6:13: "2010 to 2008" is a period that ends before it begins`},
		{"no output", minimal + "    outputs: [page, pdf]\n", `a.yaml:6:21: no output "pdf"`},
		{"no status", minimal + "    select: {events: 40, statuses: [occurred, done]}\n", `a.yaml:6:47: no status "done"`},
		{"less than no events", minimal + "    select: {events: -1}\n", "a.yaml:6:22: events is -1"},
		{"unknown key of a selection", minimal + "    select: {event: 1}\n", `did you mean "events"?`},
		{"no kind", minimal + "        kind: novel\n", `a.yaml:6:15: no kind "novel"; there are news and narrative`},
		{"text for a number", "workers: many\n" + minimal, "a.yaml:1:10"},
	} {
		_, err := Parse("a.yaml", ".", []byte(c.body), Overrides{})
		var e *Error
		if !errors.As(err, &e) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", c.name, err, c.want)
		}
	}
}

func TestShippedConfigsAreGood(t *testing.T) {
	for _, f := range []string{"default.yaml", "demo.yaml"} {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Parse(f, ".", b, Overrides{}); err != nil {
			t.Error(err)
		}
	}
}

func TestRelativeDatesCountFromToday(t *testing.T) {
	c, err := Parse("a.yaml", ".", []byte(minimal+"        published: yesterday\n"), Overrides{Today: edtf.YMD(2009, 6, 21)})
	if err != nil || c.Reports[0].Inputs[0].PublishedDate != edtf.YMD(2009, 6, 20) {
		t.Errorf("got %+v, %v", c, err)
	}
}

func TestPeriodsAreReadAsTyped(t *testing.T) {
	for typed, want := range map[string]string{"2008": "2008", "may to july 2009": "2009-05/2009-07", "since 2008": "2008/..", "2008-2010": "2008/2010", "last month": "2009-05"} {
		c, err := Parse("a.yaml", ".", []byte(minimal+"    period: "+typed+"\n"), Overrides{Today: edtf.YMD(2009, 6, 21)})
		if err != nil || c.Reports[0].PeriodDates.String() != want {
			t.Errorf("period: %s: got %v, %v, want %s", typed, c, err, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(minimal))
	f.Fuzz(func(t *testing.T, b []byte) {
		c, err := Parse("a.yaml", ".", b, Overrides{})
		if err == nil && len(c.Reports) == 0 {
			t.Error("a config without reports")
		}
	})
}

func TestPageLook(t *testing.T) {
	c, err := Parse("a.yaml", "/data", []byte("version: 1\nreports:\n  - name: a\n    inputs: [{path: x.txt}]\n    page:\n      language: de\n      accent: \"#1d6079\"\n      start: view=table&lanes=place\n      views:\n        - {name: Plans, state: \"status=scheduled,proposed\"}\n"), Overrides{})
	if err != nil {
		t.Fatal(err)
	}
	if p := c.Reports[0].Page; p.Language != "de" || p.Accent != "#1d6079" || p.Views[0].State != "status=scheduled,proposed" {
		t.Errorf("got %+v", p)
	}
	for line, want := range map[string]string{
		"language: fr": "6:17: no interface language", "accent: red": "is no colour", "start: javascript:alert(1)": "is no state", "views: [{state: view=table}]": "a view has no name",
		"views: [{name: x, state: a b}]": "is no state", "acent: \"#1d6079\"": "did you mean \"accent\"",
	} {
		_, err := Parse("a.yaml", "/data", []byte("version: 1\nreports:\n  - name: a\n    inputs: [{path: x.txt}]\n    page:\n      "+line+"\n"), Overrides{})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %q", line, err, want)
		}
	}
}
