package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/datelinehq/dateline/timeline/edtf"
)

// childEnv makes a test binary a dateline of its own, so that it can be killed.
const childEnv = "DATELINE_TEST_CHILD"

// child is a run in a process of its own.
func child(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(exe, args...)
	c.Env = append(os.Environ(), childEnv+"=1")
	c.Stderr = &strings.Builder{}
	return c
}

// asChild is what a child does in place of tests.
func asChild() {
	if os.Getenv(childEnv) == "" {
		return
	}
	w := system()
	w.today = edtf.YMD(2009, 6, 21)
	os.Exit(run(context.Background(), os.Args[1:], w))
}

// project is a folder with a config and n articles.
func project(t *testing.T, n int) (dir, config string) {
	t.Helper()
	dir = t.TempDir()
	var b bytes.Buffer
	for i := range n {
		_ = json.NewEncoder(&b).Encode(map[string]string{
			"id": fmt.Sprintf("a%d", i), "published": fmt.Sprintf("2009-06-%02d", 1+i%20),
			"text": fmt.Sprintf("The president of country %d visited Berlin on Tuesday. The army attacked town %d in May, officials said. Talks will be held next week.", i, i),
		})
	}
	put(t, filepath.Join(dir, "in.jsonl"), b.String())
	config = filepath.Join(dir, "c.yaml")
	put(t, config, "version: 1\nreports:\n  - name: r\n    outputs: [timeline, briefing, events]\n    inputs: [{path: in.jsonl}]\n")
	return dir, config
}

func put(t *testing.T, file, content string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// outputsOf are the outputs of the report below out.
func outputsOf(t *testing.T, out string) string {
	t.Helper()
	var all strings.Builder
	for _, name := range []string{"timeline.json", "briefing.md", "events.jsonl"} {
		b, err := os.ReadFile(filepath.Join(out, "r", name))
		if err != nil {
			t.Fatal(err)
		}
		all.Write(b)
	}
	return all.String()
}

func recordOf(t *testing.T, out string) (r runRecord) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(out, recordFile))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, &r); err != nil {
		t.Fatal(err)
	}
	return r
}

func finish(t *testing.T, c *exec.Cmd) {
	t.Helper()
	if err := c.Run(); err != nil {
		t.Fatalf("%v: %v: %s", c.Args[1:], err, c.Stderr)
	}
}

// A run that is killed at any moment leaves what it had committed, and the run after
// it makes the same bytes as one that was never disturbed.
func TestKilledAtAnyMoment(t *testing.T) {
	dir, config := project(t, 200)
	clean, db := filepath.Join(dir, "clean"), filepath.Join(dir, "a.db")
	start := time.Now()
	finish(t, child(t, "batch", config, "-q", "-o", clean))
	whole := time.Since(start)
	out := filepath.Join(dir, "out")
	killed := 0
	for i := range 5 {
		c := child(t, "batch", config, "-q", "-o", out, "--archive", db)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(whole * time.Duration(i+3) / 8)
		if c.Process.Kill() == nil {
			killed++
		}
		_ = c.Wait()
	}
	finish(t, child(t, "batch", config, "-q", "-o", out, "--archive", db))
	if outputsOf(t, out) != outputsOf(t, clean) {
		t.Error("the files differ from those of a run that was not killed")
	}
	r := recordOf(t, out).Reports[0]
	if killed == 0 || r.Articles.Kept == 0 {
		t.Errorf("%d runs were killed and nothing of theirs was kept: %+v", killed, r.Articles)
	}
	left, _ := filepath.Glob(filepath.Join(out, "r", "*"))
	left = slices.DeleteFunc(left, func(f string) bool { return strings.HasPrefix(filepath.Base(f), aside) }) // swept in a day
	if len(left) != 3 {
		t.Errorf("files were left: %v", left)
	}
}

func TestOldFoldersAsideAreSwept(t *testing.T) {
	dir := t.TempDir()
	for name, age := range map[string]time.Duration{aside + "1": abandoned + time.Hour, aside + "2": time.Minute, "mine": abandoned + time.Hour} {
		folder := filepath.Join(dir, name)
		if err := os.Mkdir(folder, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(folder, time.Time{}, time.Now().Add(-age)); err != nil {
			t.Fatal(err)
		}
	}
	sweep(dir)
	var left []string
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		left = append(left, e.Name())
	}
	if want := []string{aside + "2", "mine"}; !slices.Equal(left, want) {
		t.Errorf("left %v, want %v", left, want)
	}
}

// Two runs at once over one archive, with articles in common, make what each makes
// alone.
func TestTwoRunsAtOnce(t *testing.T) {
	dir, config := project(t, 40)
	clean, db := filepath.Join(dir, "clean"), filepath.Join(dir, "a.db")
	finish(t, child(t, "batch", config, "-q", "-o", clean))
	for round := range 2 {
		var wg sync.WaitGroup
		for i := range 3 {
			c := child(t, "batch", config, "-q", "-o", filepath.Join(dir, fmt.Sprintf("out%d-%d", round, i)), "--archive", db, "--workers", "1")
			wg.Go(func() {
				if err := c.Run(); err != nil || fmt.Sprint(c.Stderr) != "" {
					t.Errorf("%v: %s", err, c.Stderr)
				}
			})
		}
		wg.Wait()
		for i := range 3 {
			if outputsOf(t, filepath.Join(dir, fmt.Sprintf("out%d-%d", round, i))) != outputsOf(t, clean) {
				t.Errorf("round %d, run %d: the files differ", round, i)
			}
		}
	}
	if r := recordOf(t, filepath.Join(dir, "out1-0")).Reports[0]; r.Articles.Analysed > 0 {
		t.Errorf("the second round analysed anew: %+v", r.Articles)
	}
}

// A run that is interrupted says where it stands, keeps what it has, and the next
// one goes on.
func TestInterruptedRunGoesOn(t *testing.T) {
	dir, config := project(t, 200)
	clean := filepath.Join(dir, "clean")
	var out, db string
	start := time.Now()
	finish(t, child(t, "batch", config, "-q", "-o", clean))
	whole := time.Since(start)
	var r runRecord
	for try := 0; ; try++ { // until one is caught at work: how long it takes to start varies
		out, db = filepath.Join(dir, fmt.Sprint("out", try)), filepath.Join(dir, fmt.Sprint("a", try, ".db"))
		c := child(t, "batch", config, "-o", out, "--archive", db)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(whole * time.Duration(2+try%6) / 9)
		_ = c.Process.Signal(syscall.SIGINT)
		err := c.Wait()
		said := fmt.Sprint(c.Stderr)
		if code := c.ProcessState.ExitCode(); code != exitInterrupted && code != exitDone {
			t.Fatalf("%v: %s", err, said)
		}
		if strings.Contains(said, "the next run goes on") {
			if r = recordOf(t, out); r.Reports[0].Articles.Analysed > 0 {
				break
			}
		}
		if try == 20 {
			t.Fatalf("none of %d runs was caught at work; the last said %s", try, said)
		}
	}
	if r.Status != statusInterrupted || r.Reports[0].Status != statusInterrupted {
		t.Errorf("got %+v", r)
	}
	done := r.Reports[0].Articles.Analysed
	finish(t, child(t, "batch", config, "-q", "-o", out, "--archive", db))
	if r := recordOf(t, out).Reports[0]; r.Articles.Kept < done || done == 0 {
		t.Errorf("%d were done, then %+v", done, r.Articles)
	}
	if outputsOf(t, out) != outputsOf(t, clean) {
		t.Error("the files differ from those of a run that was not interrupted")
	}
}

// A disk that is full stops the archive and not the run. The limit on the size of
// the database stands in for the disk.
func TestFullDiskDuringARun(t *testing.T) {
	dir, config := project(t, 40)
	clean, out, db := filepath.Join(dir, "clean"), filepath.Join(dir, "out"), filepath.Join(dir, "a.db")
	finish(t, child(t, "batch", config, "-q", "-o", clean))
	c := child(t, "batch", config, "-q", "-o", out, "--archive", "file:"+db+"?_pragma=max_page_count(25)")
	finish(t, c)
	if said := fmt.Sprint(c.Stderr); strings.Count(said, "there is no more room on the disk. The run goes on without it") != 1 {
		t.Errorf("it said %q", said)
	}
	if outputsOf(t, out) != outputsOf(t, clean) {
		t.Error("the files differ")
	}
	found := false
	for _, p := range recordOf(t, out).Reports[0].Findings {
		found = found || p.Code == "archive-full"
	}
	if !found {
		t.Error("the record says nothing of it")
	}
}

// An archive that can only be read is used, and said to be so.
func TestReadOnlyArchive(t *testing.T) {
	dir, config := project(t, 20)
	out, db := filepath.Join(dir, "out"), filepath.Join(dir, "a.db")
	finish(t, child(t, "batch", config, "-q", "-o", out, "--archive", db))
	put(t, filepath.Join(dir, "in.jsonl"), strings.Replace(read(t, filepath.Join(dir, "in.jsonl")), "Berlin", "Paris", 1))
	c := child(t, "batch", config, "-q", "-o", out, "--archive", "file:"+db+"?_pragma=query_only(1)")
	finish(t, c)
	if said := fmt.Sprint(c.Stderr); !strings.Contains(said, "cannot be written; what this run finds is not kept") {
		t.Errorf("it said %q", said)
	}
	if r := recordOf(t, out).Reports[0]; r.Articles.Kept != 19 || r.Articles.Analysed != 1 {
		t.Errorf("got %+v", r.Articles)
	}
}

func read(t *testing.T, file string) string {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// Two runs over the same write the same record, but for how long things took.
func TestRecordIsStable(t *testing.T) {
	dir, config := project(t, 20)
	put(t, config, read(t, config)+"  - name: none\n    inputs: [{path: none.txt}]\n")
	var first []byte
	for i := range 2 {
		out := filepath.Join(dir, "out")
		c := child(t, "batch", config, "-q", "-o", out)
		_ = c.Run()
		r := recordOf(t, out)
		if r.Status != statusPartly || r.Timings.Started == "" || len(r.Reports) != 2 || r.Reports[0].Articles.Read != 20 {
			t.Fatalf("got %+v", r)
		}
		r.Timings = timings{}
		b, _ := json.Marshal(r)
		if i == 1 && !bytes.Equal(b, first) {
			t.Errorf("got  %s\nwant %s", b, first)
		}
		first = b
	}
}
