package main

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/datelinehq/dateline/configs"
	"github.com/datelinehq/dateline/timeline/archive"
)

func (a *app) batchCmd() *cobra.Command {
	c := &cobra.Command{
		Use:   "batch CONFIG…",
		Short: "Make every report of one or more config files",
		Long: `Batch makes every report of the config files: page.html, briefing.md,
events.jsonl, timeline.json and ahead.ics in a folder of the report's name. A bad
article or report does not stop the others; a run that fails leaves the former
files as they were. What was read, what came of it and what was odd is written to
run.json beside the reports.

With an archive (archive: in the config, or --archive) a run does only what is new
or stale, and when nothing has changed it leaves the files as they are; see plan.
Ctrl-C keeps what is done there, and the next run goes on from it.`,
		Example: "  dateline batch configs/demo.yaml\n  dateline batch week.yaml --output /srv/reports --workers 4",
		Args:    cobra.MinimumNArgs(1),
		RunE:    func(cmd *cobra.Command, args []string) error { return a.batch(cmd, args) },
	}
	c.Flags().StringVarP(&a.output, "output", "o", "", "folder of the reports, in place of the config's")
	c.Flags().StringVar(&a.archive, "archive", "", "keep what was found for the next run: a file or postgres://user@host/database, in place of the config's")
	c.Flags().IntVarP(&a.workers, "workers", "j", 0, "articles read at once; 0 means one for each processor")
	a.embargoFlag(c)
	c.Flags().StringVar(&a.lang, "language", "", "language of articles that name none (default: told from the text)")
	return c
}

// config reads and checks a config file.
func (a *app) config(cmd *cobra.Command, file string) (*configs.Config, error) {
	b, err := readFile(file)
	if err != nil {
		return nil, fail(exitConfig, "%s: %w", file, plain(err))
	}
	o := configs.Overrides{Env: a.env, Flags: map[string]any{}, Today: a.today}
	for _, name := range []string{"output", "workers", "language", "archive"} {
		if f := cmd.Flags().Lookup(name); f != nil && f.Changed {
			o.Flags[name] = f.Value.String()
		}
	}
	c, err := configs.Parse(file, filepath.Dir(file), b, o)
	if err != nil {
		return nil, err
	}
	if f := cmd.Flags().Lookup("output"); f == nil || !f.Changed {
		c.Output = within(c.Dir, c.Output)
	}
	if f := cmd.Flags().Lookup("archive"); f != nil && f.Changed && archive.IsPath(c.Archive) {
		if c.Archive, err = filepath.Abs(c.Archive); err != nil { // as seen from here, not from the config
			return nil, err
		}
	}
	return c, nil
}

// within makes path relative to dir unless it is absolute.
func within(dir, path string) string {
	if filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(dir, path)
}

// tally counts what came out of a run.
type tally struct{ made, failed, badInputs int }

func (a *app) batch(cmd *cobra.Command, files []string) (err error) {
	ctx := cmd.Context()
	times := newRecorder(a.clock)
	defer func() {
		if e := times.write(exitCode(ctx, err), err); e != nil {
			a.problem("error", e.Error(), recordFile)
			err = cmp.Or(err, fail(exitFailed, "the record of the run was not written"))
		}
	}()
	var cs []*configs.Config
	for _, f := range files {
		c, err := a.config(cmd, f)
		if err != nil {
			return err
		}
		cs = append(cs, c)
		times.of(c.Output)
		for _, names := range c.Actors { // they hold for the whole run
			a.actors = append(a.actors, within(c.Dir, names))
		}
	}
	if _, err := a.names(); err != nil {
		return err
	}
	var t tally
	for _, c := range cs {
		if err := a.batchOf(ctx, c, times, &t); err != nil {
			return err
		}
	}
	switch {
	case t.made == 0:
		return fail(exitFailed, "no report was made")
	case t.failed > 0 || t.badInputs > 0:
		return fail(exitPartly, "%d of %d reports were made; %s", t.made, t.made+t.failed, plural(t.badInputs, "input failed", "inputs failed"))
	}
	return nil
}

// batchOf makes the reports of one config. Its error is that of a run that is
// stopped.
func (a *app) batchOf(ctx context.Context, c *configs.Config, times *recorder, t *tally) error {
	run := times.of(c.Output)
	a.noted = func(p problem) { run.Lost = p.Text }
	v := a.openArchive(ctx, c)
	if v.Archive != nil {
		defer v.Close()
		run.Archive = archive.Name(archivePlace(c))
	}
	defer func() { a.noted = nil }()
	for _, rep := range c.Reports {
		rec, err := a.oneReport(ctx, v, c, rep, times)
		run.Reports = append(run.Reports, rec)
		t.badInputs += rec.Failed
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			t.failed++
			a.noted = nil // it is in the record
			a.problem("error", err.Error(), "report "+rep.Name)
		default:
			t.made++
		}
	}
	return nil
}

// oneReport makes a report and the record of it.
func (a *app) oneReport(ctx context.Context, v archived, c *configs.Config, rep configs.Report, times *recorder) (reportRecord, error) {
	rec := reportRecord{Name: rep.Name, Findings: []problem{}, Outputs: []written{}, stages: map[string]float64{}}
	var last []problem // about the archive, at any time
	a.noted = func(p problem) {
		if p.Stage == "archive" {
			last = append(last, p)
		} else {
			rec.Findings = append(rec.Findings, p)
		}
	}
	start := times.clock()
	j := &job{app: a, config: c, report: rep, archived: v, rec: &rec, times: times}
	err := j.do(ctx)
	switch {
	case err != nil && ctx.Err() != nil:
		rec.Status = statusInterrupted
	case err != nil:
		rec.Status, rec.Error = statusFailed, err.Error()
	}
	rec.Findings = append(rec.Findings, last...)
	rec.seconds = times.since(start)
	return rec, err
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// relative is a path as seen from the config, with slashes, so that outputs do
// not depend on where a run was started.
func relative(dir, file string) string {
	if r, err := filepath.Rel(dir, file); err == nil {
		return filepath.ToSlash(r)
	}
	return filepath.ToSlash(file)
}

func generator() string { return "dateline " + versionOf() }
