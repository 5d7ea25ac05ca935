package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/datelinehq/dateline/configs"
	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/archive"
	"github.com/datelinehq/dateline/timeline/brief"
	"github.com/datelinehq/dateline/timeline/pipeline"
	"github.com/datelinehq/dateline/timeline/rank"
)

// job is one report of a run.
type job struct {
	*app
	config   *configs.Config
	report   configs.Report
	archived archived
	rec      *reportRecord
	times    *recorder
}

func (j *job) dir() string { return filepath.Join(j.config.Output, j.report.Name) }

// name is under what the archive remembers the report.
func (j *job) name() string {
	if dir, err := filepath.Abs(j.dir()); err == nil {
		return dir
	}
	return j.dir()
}

// articlesOf is under what the archive remembers the articles of a report.
func articlesOfRun(name string) string { return name + " articles" }

// do makes the report, unless nothing has changed since it was made.
func (j *job) do(ctx context.Context) error {
	files, bad := j.files(j.config, j.report)
	j.rec.Files, j.rec.Failed = len(files), bad
	var mark []byte
	if j.archived.Archive != nil || j.terminal && !j.quiet {
		j.time("look", func() { survey(files) })
	}
	if j.archived.Archive != nil {
		mark = j.mark(j.archived, j.config, j.report, files)
		if j.unchanged(ctx, mark) {
			return nil
		}
	}
	f, err := j.flow(ctx, files)
	if err != nil {
		return err
	}
	t, shown, err := j.assemble(f)
	if err != nil {
		return err
	}
	if j.rec.Outputs, err = j.write(t, shown); err != nil {
		return err
	}
	j.rec.Status = statusMade
	j.info("%s: %d articles, %d dated events, %d undated → %s", j.rec.Name, len(t.Sources), len(shown.Events), len(shown.Undated), j.dir())
	if f.keeps() && !f.archived.ReadOnly() {
		j.remember(ctx, f, mark)
	}
	return nil
}

// time notes how long a part of the work takes.
func (j *job) time(stage string, f func()) {
	start := j.times.clock()
	f()
	j.rec.stages[stage] = j.times.since(start)
}

// unchanged reports whether the files of the report are those that this run would
// make, and then leaves them as they are.
func (j *job) unchanged(ctx context.Context, mark []byte) bool {
	last, err := j.archived.LastRun(ctx, j.name())
	if err != nil || !bytes.Equal(last.Mark, mark) {
		return false // an archive that fails here fails again, and is told of
	}
	old, ok := recall(j.dir(), last)
	if !ok {
		return false
	}
	told := len(j.rec.Findings) // of inputs that are not there
	for _, p := range old.Findings[min(told, len(old.Findings)):] {
		j.tell(p)
	}
	old.Findings, old.stages = j.rec.Findings, j.rec.stages
	old.Articles.Kept, old.Articles.Analysed = old.Articles.Kept+old.Articles.Analysed, 0
	old.Status = statusUnchanged
	*j.rec = old
	j.info("%s: unchanged, %d articles, %d dated events, %d undated; the files in %s are up to date", old.Name, old.Articles.Read, old.Dated, old.Undated, j.dir())
	return true
}

// flow reads and analyses the articles.
func (j *job) flow(ctx context.Context, files []inputFile) (*flow, error) {
	p, r, err := j.engine()
	if err != nil {
		return nil, err
	}
	n := 0
	for _, f := range files {
		n += f.sum.lines
	}
	f := &flow{app: j.app, pipeline: p, reader: r, archived: j.archived, config: j.config, files: files, workers: j.config.Workers}
	var done func()
	f.step, done = j.progress(j.report.Name, max(n, len(files)))
	j.time("read and analyse", func() { err = f.run(ctx) })
	done()
	j.rec.Failed += f.failed
	j.rec.Articles = f.counts
	switch {
	case err != nil && j.archived.Archive != nil && f.keeps() && !j.archived.ReadOnly():
		j.problem("warning", fmt.Sprintf("stopped; of %d articles that were read %d had been in the archive and %d are new there, and the next run goes on from them", f.counts.Read, f.counts.Kept, f.kept), "report "+j.report.Name)
		return nil, err
	case err != nil:
		j.problem("warning", "stopped; nothing of it is kept, since there is no archive", "report "+j.report.Name)
		return nil, err
	case len(f.reports) == 0:
		return nil, fmt.Errorf("none of its inputs could be read")
	}
	return f, nil
}

// assemble makes the timeline, and what is shown of it.
func (j *job) assemble(f *flow) (t, shown *timeline.Timeline, err error) {
	cs, err := j.corrected(within(j.config.Dir, j.report.Corrections), j.report.Corrections != "")
	if err != nil {
		return nil, nil, err
	}
	j.time("merge", func() {
		t = pipeline.Assemble(f.reports, pipeline.AssembleOptions{
			Title: j.report.Title, AsOf: j.report.AsOfDate, Period: j.report.PeriodDates, Generator: generator(), Corrections: cs,
		})
		shown = pipeline.Select(t, selection(j.report.Select))
		err = errors.Join(t.Validate(), shown.Validate())
	})
	f.reports = nil
	j.findings(shown.Findings)
	if err != nil {
		return nil, nil, fmt.Errorf("the timeline breaks a promise: %w", err)
	}
	j.rec.Dated, j.rec.Undated = len(shown.Events), len(shown.Undated)
	return t, shown, nil
}

// selection is that of a config.
func selection(s configs.Select) rank.Selection {
	out := rank.Selection{Events: s.Events, Actors: s.Actors, Places: s.Places, Types: s.Types}
	for _, name := range s.Statuses {
		out.Statuses = append(out.Statuses, timeline.Status(name))
	}
	return out
}

// write writes the outputs: all events as records, the others of what is shown.
func (j *job) write(t, shown *timeline.Timeline) (ws []written, err error) {
	e := &editioned{number: 1}
	if j.report.Editions {
		if e, err = newEdition(j.dir(), t); err != nil {
			return nil, err
		}
	}
	e.length = brief.Length(j.report.Length)
	j.time("write", func() { ws, err = writeAll(j.dir(), append(j.outputs(t, shown, e, j.report.Outputs), e.files...)) })
	return ws, err
}

// remember keeps what the report was made of. What depends on the day of the run is
// not kept as done for good.
func (j *job) remember(ctx context.Context, f *flow, mark []byte) {
	if f.passing {
		mark = nil
	}
	rec := *j.rec
	rec.Findings = withoutArchive(rec.Findings)
	body, err := remember(j.dir(), rec)
	if err == nil {
		err = j.archived.KeepRun(ctx, j.name(), archive.Run{Mark: append([]byte{}, mark...), Body: body})
	}
	if err == nil {
		if body, err = json.Marshal(f.placed); err == nil {
			err = j.archived.KeepRun(ctx, articlesOfRun(j.name()), archive.Run{Mark: []byte{}, Body: body})
		}
	}
	if err != nil {
		f.fails(ctx, err)
	}
}

func withoutArchive(ps []problem) []problem {
	out := []problem{}
	for _, p := range ps {
		if p.Stage != "archive" {
			out = append(out, p)
		}
	}
	return out
}

// writeAll writes files aside and then puts them in place, so that a run that
// fails leaves the former ones.
func writeAll(dir string, outs []output) ([]written, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("the folder %s cannot be made: %w", dir, plain(err))
	}
	sweep(dir)
	tmp, err := os.MkdirTemp(dir, aside+"*")
	if err != nil {
		return nil, fmt.Errorf("the folder %s cannot be written: %w", dir, plain(err))
	}
	defer os.RemoveAll(tmp)
	ws := make([]written, 0, len(outs))
	for _, o := range outs {
		for _, root := range []string{tmp, dir} {
			if err := os.MkdirAll(filepath.Dir(filepath.Join(root, o.name)), 0o755); err != nil {
				return nil, fmt.Errorf("the folder of %s cannot be made: %w", o.name, plain(err))
			}
		}
		w, err := o.writeFile(filepath.Join(tmp, o.name))
		if err != nil {
			return nil, err
		}
		ws = append(ws, w)
	}
	for _, o := range outs {
		if err := os.Rename(filepath.Join(tmp, o.name), filepath.Join(dir, o.name)); err != nil {
			return nil, fmt.Errorf("put %s in place: %w", o.name, plain(err))
		}
	}
	return ws, nil
}

// aside begins the names of folders in which files are written before they are put in
// place; abandoned is the age at which one can only be that of a run that was killed.
const (
	aside     = ".new-"
	abandoned = 24 * time.Hour
)

// sweep removes what killed runs have left aside. Another run's folder stays, since it
// is young.
func sweep(dir string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		if i, err := e.Info(); err == nil && e.IsDir() && strings.HasPrefix(e.Name(), aside) && time.Since(i.ModTime()) > abandoned {
			_ = os.RemoveAll(filepath.Join(dir, e.Name()))
		}
	}
}

// counter hashes and counts what is written.
type counter struct {
	io.Writer
	n   int64
	sum interface {
		io.Writer
		Sum([]byte) []byte
	}
}

func newCounter(w io.Writer) *counter { return &counter{Writer: w, sum: sha256.New()} }

func (c *counter) Write(b []byte) (int, error) {
	n, err := c.Writer.Write(b)
	_, _ = c.sum.Write(b[:n])
	c.n += int64(n)
	return n, err
}

// written is what was written to a file of that name.
func (c *counter) written(name string) written {
	return written{filepath.ToSlash(name), c.n, hex.EncodeToString(c.sum.Sum(nil))}
}
