package main

import (
	"context"
	"os"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/datelinehq/dateline/timeline/edtf"
)

func TestMain(m *testing.M) {
	asChild()
	testscript.Main(m, map[string]func(){
		"dateline": func() {
			w := system()
			w.today, w.now = scriptDay, scriptDay // the clock of all scripts
			os.Exit(run(context.Background(), os.Args[1:], w))
		},
		// code CODE ARGS… runs dateline and wants that exit code.
		"code": func() {
			w := system()
			w.today, w.now = scriptDay, scriptDay
			got := run(context.Background(), os.Args[2:], w)
			if want := os.Args[1]; strings.TrimSpace(want) != itoa(got) {
				_, _ = os.Stderr.WriteString("exit code " + itoa(got) + ", want " + want + "\n")
				os.Exit(1)
			}
		},
		// binary FILE LATIN1 writes a file with a zero byte and one in Windows-1252.
		"binary": func() {
			err1 := os.WriteFile(os.Args[1], []byte("PK\x00\x01"), 0o644)
			err2 := os.WriteFile(os.Args[2], []byte("A caf\xe9 and a th\xe9 and a r\xf4le opened in Qu\xe9bec."), 0o644)
			if err1 != nil || err2 != nil {
				os.Exit(1)
			}
		},
		// big FILE writes 50 MB in one line.
		"big": func() {
			b := []byte(strings.Repeat("The talks were held on Tuesday. ", 50<<20/32))
			if err := os.WriteFile(os.Args[1], b, 0o644); err != nil {
				os.Exit(1)
			}
		},
	})
}

// scriptDay is the day on which all scripts run.
var scriptDay = edtf.YMD(2009, 6, 21)

func itoa(n int) string {
	if n >= 10 {
		return itoa(n/10) + string(rune('0'+n%10))
	}
	return string(rune('0' + n))
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			wd, err := os.Getwd()
			e.Setenv("REPO", wd+"/../..")
			return err
		},
	})
}

// A run that is interrupted says so, with its own exit code.
func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var out, errs strings.Builder
	w := world{stdin: strings.NewReader("{\"id\":\"a\",\"text\":\"Talks.\"}\n"), stdout: &out, stderr: &errs, today: edtf.YMD(2009, 6, 21)}
	if code := run(ctx, []string{"events", "--from", "jsonl", "--to", "jsonl"}, w); code != exitInterrupted || !strings.Contains(errs.String(), "interrupted") {
		t.Errorf("exit code %d, %q", code, errs.String())
	}
}

// Every command has a help text with an example.
func TestHelpHasExamples(t *testing.T) {
	for _, c := range (&app{}).root().Commands() {
		if c.Name() == "help" || c.Name() == "completion" {
			continue
		}
		if c.Example == "" || c.Short == "" {
			t.Errorf("%s: no example or no summary", c.Name())
		}
	}
}

// The committed schemas are what the types give.
func TestSchemasAreCurrent(t *testing.T) {
	for what, file := range map[string]string{"config": "../../configs/dateline.schema.json", "timeline": "../../timeline/timeline.schema.json"} {
		var b strings.Builder
		if err := writeSchema(&b, what); err != nil {
			t.Fatal(err)
		}
		old, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if string(old) != b.String() {
			t.Errorf("%s is not what the types give; run make schema", file)
		}
	}
}
