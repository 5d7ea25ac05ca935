package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"
	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"

	"github.com/datelinehq/dateline/configs"
	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/pipeline"
	"github.com/datelinehq/dateline/timeline/rank"
	"github.com/datelinehq/dateline/timeline/source"
	"github.com/datelinehq/dateline/timeline/text"
)

func (a *app) batchCmd() *cobra.Command {
	c := &cobra.Command{
		Use:   "batch CONFIG…",
		Short: "Make every report of one or more config files",
		Long: `Batch makes every report of the config files: page.html, briefing.md,
events.jsonl, timeline.json and ahead.ics in a folder of the report's name. A bad
article or report does not stop the others; a run that fails leaves the former
files as they were.`,
		Example: "  dateline batch configs/demo.yaml\n  dateline batch week.yaml --output /srv/reports --workers 4",
		Args:    cobra.MinimumNArgs(1),
		RunE:    func(cmd *cobra.Command, args []string) error { return a.batch(cmd, args) },
	}
	c.Flags().StringVarP(&a.output, "output", "o", "", "folder of the reports, in place of the config's")
	c.Flags().IntVar(&a.workers, "workers", 0, "articles read at once; 0 means one for each processor")
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
	for _, name := range []string{"output", "workers", "language"} {
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

func (a *app) batch(cmd *cobra.Command, files []string) error {
	var cs []*configs.Config
	for _, f := range files {
		c, err := a.config(cmd, f)
		if err != nil {
			return err
		}
		cs = append(cs, c)
		for _, names := range c.Actors { // they hold for the whole run
			a.actors = append(a.actors, within(c.Dir, names))
		}
	}
	p, r, err := a.engine()
	if err != nil {
		return err
	}
	var t tally
	for _, c := range cs {
		for _, rep := range c.Reports {
			bad, err := a.report(cmd.Context(), p, r, c, rep)
			t.badInputs += bad
			switch {
			case cmd.Context().Err() != nil:
				return cmd.Context().Err()
			case err != nil:
				t.failed++
				a.problem("error", err.Error(), "report "+rep.Name)
			default:
				t.made++
			}
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

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// report makes one report and tells how many of its inputs failed.
func (a *app) report(ctx context.Context, p *pipeline.Pipeline, r *source.Reader, c *configs.Config, rep configs.Report) (bad int, err error) {
	as, bad := a.articles(r, c, rep)
	if len(as) == 0 {
		return bad, fmt.Errorf("none of its inputs could be read")
	}
	unique(as)
	cs, err := a.corrected(within(c.Dir, rep.Corrections), rep.Corrections != "")
	if err != nil {
		return bad, err
	}
	step, done := a.progress(rep.Name, len(as))
	reports, err := analyse(ctx, p, as, c.Workers, step)
	done()
	if err != nil {
		return bad, err
	}
	t := pipeline.Assemble(reports, pipeline.AssembleOptions{Title: rep.Title, AsOf: rep.AsOfDate, Period: rep.PeriodDates, Generator: generator(), Corrections: cs})
	shown := pipeline.Select(t, selection(rep.Select))
	a.findings(shown.Findings)
	if err := errors.Join(t.Validate(), shown.Validate()); err != nil {
		return bad, fmt.Errorf("the timeline breaks a promise: %w", err)
	}
	dir := filepath.Join(c.Output, rep.Name)
	e := &editioned{number: 1}
	if rep.Editions {
		if e, err = newEdition(dir, t); err != nil {
			return bad, err
		}
	}
	if err := writeAll(dir, append(a.outputs(t, shown, e, rep.Outputs), e.files...)); err != nil {
		return bad, err
	}
	a.info("%s: %d articles, %d dated events, %d undated → %s", rep.Name, len(as), len(shown.Events), len(shown.Undated), dir)
	return bad, nil
}

// selection is that of a config.
func selection(s configs.Select) rank.Selection {
	out := rank.Selection{Events: s.Events, Actors: s.Actors, Places: s.Places, Types: s.Types}
	for _, name := range s.Statuses {
		out.Statuses = append(out.Statuses, timeline.Status(name))
	}
	return out
}

// articles reads the inputs of a report, in order, each file once.
func (a *app) articles(r *source.Reader, c *configs.Config, rep configs.Report) (as []text.Article, bad int) {
	var seen []string
	for _, in := range rep.Inputs {
		files, err := expand(in, c.Dir)
		if err != nil {
			bad++
			a.problem("error", err.Error(), in.Path)
			continue
		}
		for _, f := range files {
			if slices.Contains(seen, f) {
				continue
			}
			seen = append(seen, f)
			g := source.Given{
				Title: in.Title, Outlet: in.Outlet, Origin: in.Origin, Place: in.Place, Credit: in.Credit,
				Lang: in.Lang, Genre: text.Genre(in.Kind), Published: in.PublishedDate, From: text.FromConfig,
			}
			more, findings, err := a.load(r, f, g)
			a.findings(findings)
			if err != nil {
				bad++
				a.problem("error", err.Error(), f)
				continue
			}
			for i := range more {
				more[i].File = relative(c.Dir, f)
				if more[i].Lang == "" {
					more[i].Lang = c.Language
				}
			}
			as = append(as, a.free(more)...)
		}
	}
	return as, bad
}

// relative is a path as seen from the config, with slashes, so that outputs do
// not depend on where a run was started.
func relative(dir, file string) string {
	if r, err := filepath.Rel(dir, file); err == nil {
		return filepath.ToSlash(r)
	}
	return filepath.ToSlash(file)
}

// progress shows a bar on a terminal, and nothing elsewhere.
func (a *app) progress(name string, n int) (step, done func()) {
	if !a.terminal || a.quiet || a.json != nil || n < 2 {
		return func() {}, func() {}
	}
	bars := mpb.New(mpb.WithOutput(a.stderr), mpb.WithWidth(40))
	bar := bars.AddBar(int64(n), mpb.BarRemoveOnComplete(),
		mpb.PrependDecorators(decor.Name(name+" ")), mpb.AppendDecorators(decor.CountersNoUnit("%d/%d articles")))
	return bar.Increment, func() {
		bar.Abort(true)
		bars.Wait()
	}
}

func generator() string { return "dateline " + versionOf() }

// writeAll writes files aside and then puts them in place, so that a run that
// fails leaves the former ones.
func writeAll(dir string, outs []output) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("the folder %s cannot be made: %w", dir, plain(err))
	}
	tmp, err := os.MkdirTemp(dir, ".new-")
	if err != nil {
		return fmt.Errorf("the folder %s cannot be written: %w", dir, plain(err))
	}
	defer os.RemoveAll(tmp)
	for _, o := range outs {
		for _, root := range []string{tmp, dir} {
			if err := os.MkdirAll(filepath.Dir(filepath.Join(root, o.name)), 0o755); err != nil {
				return fmt.Errorf("the folder of %s cannot be made: %w", o.name, plain(err))
			}
		}
		if err := o.writeFile(filepath.Join(tmp, o.name)); err != nil {
			return err
		}
	}
	for _, o := range outs {
		if err := os.Rename(filepath.Join(tmp, o.name), filepath.Join(dir, o.name)); err != nil {
			return fmt.Errorf("put %s in place: %w", o.name, plain(err))
		}
	}
	return nil
}
