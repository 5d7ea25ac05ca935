package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestBaselineHoldsAndRises(t *testing.T) {
	const before = "# why\n\nevents/gold dated.f1   0.5\nevents/gold false.dating 3\ntimex/gone strict.f1 0.9\n"
	figures := func(f1, dating float64) []Figure {
		return []Figure{
			{Name: "events/gold dated.f1", Value: f1},
			{Name: "events/gold false.dating", Value: dating, Less: true, Count: true},
			{Name: "events/gold events", Value: 7, Info: true},
		}
	}
	const head = "# Figures below which `make score` fails. Raising them is a commit of its own.\n"
	for _, c := range []struct {
		name       string
		f1, dating float64
		ran        string
		opt        Options
		fails      []string
		after      string
	}{
		{"equal", 0.5, 3, "events", Options{}, nil, before},
		{"within the tolerance", 0.4996, 3, "events", Options{}, nil, before},
		{"better, not recorded", 0.6, 1, "events", Options{}, nil, before},
		{"worse", 0.4994, 3, "events", Options{}, []string{"events/gold dated.f1 is 0.4994, recorded 0.5000"}, before},
		{"more mistakes are worse", 0.6, 4, "events", Options{}, []string{"events/gold false.dating is 4, recorded 3"}, before},
		{"not measured though its suite ran", 0.5, 3, "events timex", Options{}, []string{"timex/gone strict.f1 was not measured, recorded 0.9000"}, before},
		{"recorded", 0.6, 2, "events", Options{Record: true}, nil, head + "events/gold dated.f1 0.6000\nevents/gold false.dating 2\ntimex/gone strict.f1 0.9000\n"},
		{"only the better one is recorded", 0.6, 4, "events", Options{Record: true}, []string{"false.dating is 4"}, head + "events/gold dated.f1 0.6000\nevents/gold false.dating 3\ntimex/gone strict.f1 0.9000\n"},
		{"forced", 0.4, 4, "events timex", Options{Record: true, Force: true}, nil, head + "events/gold dated.f1 0.4000\nevents/gold false.dating 4\n"},
	} {
		file := filepath.Join(t.TempDir(), "baseline.txt")
		write(t, file, before)
		c.opt.Baseline = file
		old, err := readBaseline(file)
		if err != nil {
			t.Fatal(err)
		}
		err = ratchet(c.opt, old, figures(c.f1, c.dating), strings.Fields(c.ran))
		if (err != nil) != (len(c.fails) > 0) {
			t.Errorf("%s: got error %v", c.name, err)
		}
		for _, want := range c.fails {
			if err != nil && !strings.Contains(err.Error(), want) {
				t.Errorf("%s: got %v, want %q in it", c.name, err, want)
			}
		}
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if string(b) != c.after {
			t.Errorf("%s: the file became\n%s\nwant\n%s", c.name, b, c.after)
		}
	}
}

func TestBadBaselinesAreRefusedWithTheirLine(t *testing.T) {
	for in, want := range map[string]string{
		"a x\n":                    ":1: ",
		"\n0.5\n":                  ":2: ",
		"a b 0.5\na  b 0.6\n":      ":2: a b stands there twice",
		strings.Repeat("a", 1<<17): "baseline: ",
	} {
		file := filepath.Join(t.TempDir(), "baseline.txt")
		write(t, file, in)
		if old, err := readBaseline(file); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.20q: got %v, %v", in, old, err)
		}
	}
}

func TestBaselineOfARun(t *testing.T) {
	file := filepath.Join(t.TempDir(), "baseline.txt")
	if _, _, err := run(t, script(), "-data", small, "-baseline", file, "-record"); err != nil {
		t.Fatal(err)
	}
	if _, _, err := run(t, script(), "-data", small, "-baseline", file); err != nil {
		t.Errorf("the same answers: %v", err)
	}
	if _, _, err := run(t, script(), "-data", small, "-baseline", file, "-suite", "coding"); err != nil {
		t.Errorf("one suite: %v", err)
	}
	_, _, err := run(t, scripted{}, "-data", small, "-baseline", file)
	if err == nil || !strings.Contains(err.Error(), "\n  timex/small strict.f1 is 0.0000, recorded 0.5714\n") {
		t.Errorf("no answers: got %v", err)
	}
	if err != nil && strings.Contains(err.Error(), "small-de") {
		t.Error("figures of another language are held against the analyser")
	}
}
