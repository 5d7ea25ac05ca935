package main

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/datelinehq/dateline/timeline/edtf"
)

// tagOnTerminal runs tag on a text as on a terminal of 90 columns.
func tagOnTerminal(t *testing.T, body string, env map[string]string, flags ...string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(file, []byte(body), 0o644); err != nil {
		t.Fatal(err)
	}
	var out, errs strings.Builder
	w := world{
		stdin: strings.NewReader(""), stdout: &out, stderr: &errs, today: edtf.YMD(2009, 6, 21), screen: true, columns: 90,
		env: func(n string) (string, bool) { s, ok := env[n]; return s, ok },
	}
	if code := run(context.Background(), append([]string{"tag", file, "--date", "2009-06-20", "--lang", "en"}, flags...), w); code != 0 {
		t.Fatalf("exit code %d: %s", code, errs.String())
	}
	return out.String()
}

var escapes = regexp.MustCompile(`\x1b\[[0-9;]*m`)

const mixed = "They met on Tuesday in Geneva.\n\n" +
	"The 北京 forum (北京論壇, the “Beijing forum”) of leaders from many countries met in May 2009 in 北京 with delegates from all of Asia, Africa and the Americas.\n\n" +
	"A cafe\u0301 in Que\u0301bec closed on 3 June 2009 for two years because the owners had moved to another street.\n"

// Each line fits the terminal, and the columns stand under each other, whatever
// the width of the characters.
func TestListingFitsTheTerminal(t *testing.T) {
	out := tagOnTerminal(t, mixed, nil)
	lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
	if len(lines) != 4 {
		t.Fatalf("got %d lines, want 4:\n%s", len(lines), out)
	}
	column := 0
	for i, l := range lines {
		plain := escapes.ReplaceAllString(l, "")
		if cells(plain) > 90 {
			t.Errorf("line %d has %d cells: %s", i+1, cells(plain), plain)
		}
		before, _, _ := strings.Cut(plain, "…")
		if !strings.Contains(plain, "…") {
			before, _, _ = strings.Cut(plain, "They")
		}
		if column == 0 {
			column = cells(before)
		}
		if cells(before) != column {
			t.Errorf("the context of line %d begins in column %d, not %d: %s", i+1, cells(before), column, plain)
		}
	}
	for _, want := range []string{"\x1b[1;4;36mTuesday\x1b[0m", "\x1b[1;4;36mMay 2009\x1b[0m", "\x1b[1;4;35mtwo years\x1b[0m", "\x1b[32mcertain\x1b[0m"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in %q", want, out)
		}
	}
}

func TestColoursAreAskedFor(t *testing.T) {
	for _, c := range []struct {
		name  string
		env   map[string]string
		flags []string
		want  bool
	}{
		{"on a terminal", nil, nil, true},
		{"NO_COLOR", map[string]string{"NO_COLOR": "1"}, nil, false},
		{"an empty NO_COLOR", map[string]string{"NO_COLOR": ""}, nil, true},
		{"the flag wins over NO_COLOR", map[string]string{"NO_COLOR": "1"}, []string{"--color", "always"}, true},
		{"never", nil, []string{"--color", "never"}, false},
		{"a terminal without colours", map[string]string{"TERM": "dumb"}, nil, false},
	} {
		out := tagOnTerminal(t, "They met on Tuesday.", c.env, c.flags...)
		if got := escapes.MatchString(out); got != c.want {
			t.Errorf("%s: colours %v, want %v", c.name, got, c.want)
		}
		if !c.want && !strings.Contains(out, "They met on [Tuesday].") {
			t.Errorf("%s: the expression stands in no brackets: %s", c.name, out)
		}
	}
}

// A text cannot write to the terminal.
func TestListingIsSafeForTheTerminal(t *testing.T) {
	out := tagOnTerminal(t, "They met \x1b]0;evil\x07 on\u202e Tuesday \x1b[31m in Rome.", nil, "--color", "never")
	for _, bad := range []string{"\x1b", "\x07", "\u202e"} {
		if strings.Contains(out, bad) {
			t.Errorf("%q is in %q", bad, out)
		}
	}
}

func TestNamesOfFiles(t *testing.T) {
	for id, want := range map[string]string{
		"a": "a", "../../etc/passwd": "_.._etc_passwd", "": "article", "...": "article", "a b:c": "a_b_c", "北京-1": "北京-1", "x\x00\xffy": "x__y",
		strings.Repeat("é", 100): strings.Repeat("é", 60),
	} {
		if got := fileName(id); got != want {
			t.Errorf("%q: got %q, want %q", id, got, want)
		}
	}
	outs := []output{{name: "a.tml"}, {name: "A.tml"}, {name: "a-2.tml"}, {name: "b.tml"}}
	distinct(outs)
	if outs[1].name != "A-2.tml" || outs[2].name != "a-2-2.tml" || outs[3].name != "b.tml" {
		t.Errorf("got %v", outs)
	}
}
