package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/datelinehq/dateline/configs"
	"github.com/datelinehq/dateline/render/feed"
	"github.com/datelinehq/dateline/render/html"
	"github.com/datelinehq/dateline/render/markdown"
	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/brief"
	"github.com/datelinehq/dateline/timeline/edition"
	"github.com/datelinehq/dateline/timeline/moment"
	"github.com/datelinehq/dateline/timeline/pipeline"
	"github.com/datelinehq/dateline/timeline/text"
)

// articleFlags are those of all commands that read articles.
func (a *app) articleFlags(c *cobra.Command) {
	c.Flags().StringVar(&a.date, "date", "", `publication date of the articles, as 2009-06-20, 2009-06-20~ or "20 June 2009"`)
	c.Flags().StringVar(&a.lang, "lang", "", "language of the articles, as en or de (default: as they say, else told from the text)")
	c.Flags().StringVar(&a.kind, "kind", "", "news or narrative: what dates without a year count from (default: as the text shows)")
}

// colloquialFlag is that of the commands that show single expressions.
func (a *app) colloquialFlag(c *cobra.Command) {
	c.Flags().BoolVar(&a.colloquial, "colloquial", false, "also try the colloquial rules where the grammar has found nothing (more finds, more of them wrong)")
}

func (a *app) timelineFlags(c *cobra.Command) {
	a.articleFlags(c)
	a.embargoFlag(c)
	c.Flags().StringVar(&a.asOf, "as-of", "", "day from which past and future are seen (default: the latest publication date)")
	c.Flags().StringVar(&a.corrections, "corrections", "", "file of corrections by hand: dates, titles, merges, splits, notes (dateline help corrections)")
	c.Flags().StringVar(&a.period, "period", "", `leave out events that cannot lie in it, as 2008/2009-07, "may to july 2009" or "since 2008"`)
}

// read reads the articles of files. It fails only when none could be read;
// partly says that some could not.
func (a *app) read(files []string) (as []text.Article, partly error, err error) {
	g, err := a.given()
	if err != nil {
		return nil, nil, err
	}
	_, r, err := a.engine()
	if err != nil {
		return nil, nil, err
	}
	bad := 0
	for _, f := range files {
		more, findings, err := a.load(r, f, g)
		a.findings(findings)
		if err != nil {
			bad++
			a.problem("error", err.Error(), f)
			continue
		}
		as = append(as, a.free(more)...)
	}
	if len(as) == 0 {
		return nil, nil, fail(exitFailed, "no article could be read")
	}
	if bad > 0 {
		partly = fail(exitPartly, "%s", plural(bad, "input failed", "inputs failed"))
	}
	unique(as)
	return as, partly, nil
}

// build makes one timeline of files.
func (a *app) build(ctx context.Context, files []string) (t *timeline.Timeline, partly error, err error) {
	opt := pipeline.AssembleOptions{Generator: generator()}
	if a.asOf != "" {
		if opt.AsOf, err = moment.Date(a.asOf, a.today); err != nil {
			return nil, nil, fail(exitUsage, "--as-of: %w", err)
		}
	}
	if a.period != "" {
		if opt.Period, err = moment.Parse(a.period, a.today); err != nil {
			return nil, nil, fail(exitUsage, "--period: %w", err)
		}
	}
	if opt.Corrections, err = a.corrected(a.corrections, a.corrections != ""); err != nil {
		return nil, nil, err
	}
	as, partly, err := a.read(files)
	if err != nil {
		return nil, nil, err
	}
	p, _, err := a.engine()
	if err != nil {
		return nil, nil, err
	}
	step, done := a.progress("reading", len(as))
	reports, err := analyse(ctx, p, as, a.workers, step)
	done()
	if err != nil {
		return nil, nil, err
	}
	t = pipeline.Assemble(reports, opt)
	a.findings(t.Findings)
	return t, partly, t.Validate()
}

func (a *app) timelineCmd() *cobra.Command {
	var to string
	c := &cobra.Command{
		Use:   "timeline FILE…",
		Short: "Make the timeline of articles, as a page or as timeline.json",
		Example: `  dateline timeline article.txt --date 2009-06-20~ -o page.html
  dateline timeline a.md b.md --to json > timeline.json
  dateline timeline a.md b.md --period "may to july 2009" -o page.html
  curl … | dateline timeline - --date yesterday --to json`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if to == "" {
				to = "html"
				if strings.EqualFold(filepath.Ext(a.output), ".json") {
					to = "json"
				}
			}
			if to != "html" && to != "json" {
				return fail(exitUsage, "invalid argument %q for --to: want html or json", to)
			}
			t, partly, err := a.build(cmd.Context(), args)
			if err != nil {
				return err
			}
			return a.deliver(partly, func(w io.Writer) error {
				if to == "json" {
					return t.Write(w)
				}
				return html.Render(w, t, html.Options{})
			})
		},
	}
	a.timelineFlags(c)
	c.Flags().StringVarP(&a.output, "output", "o", "", "file to write (default: standard output)")
	c.Flags().StringVar(&to, "to", "", "html or json (default: by the name of --output, else html)")
	return c
}

func (a *app) briefCmd() *cobra.Command {
	var since string
	c := &cobra.Command{
		Use:   "brief FILE…",
		Short: "Make the Markdown briefing of articles",
		Example: `  dateline brief article.txt --date "20 June 2009" > briefing.md
  dateline brief *.txt --since monday/timeline.json > briefing.md`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := a.checkLength(); err != nil {
				return err
			}
			var opt markdown.Options
			var before *timeline.Timeline
			if since != "" {
				var err error
				if before, err = a.readTimeline(since); err != nil {
					return err
				}
			}
			t, partly, err := a.build(cmd.Context(), args)
			if err != nil {
				return err
			}
			number := 1
			if before != nil {
				number = 2
				opt.Changes = edition.Compare(before, t)
				opt.Ledger = edition.Ledger(edition.Ledger(nil, before), t)
			}
			return a.deliver(partly, func(w io.Writer) error {
				return a.writeBriefing(w, t, brief.Options{Edition: number, Length: a.briefLength()}, opt)
			})
		},
	}
	a.timelineFlags(c)
	a.lengthFlag(c)
	c.Flags().StringVar(&since, "since", "", "timeline.json of the last edition: tell what changed, and what became of announcements")
	c.Flags().StringVarP(&a.output, "output", "o", "", "file to write (default: standard output)")
	return c
}

// lengthFlag is that of the commands that write a briefing.
func (a *app) lengthFlag(c *cobra.Command) {
	c.Flags().StringVar(&a.length, "length", string(brief.Standard), "how much the briefing tells: one-page, standard, or annex, which leaves nothing out")
}

func (a *app) checkLength() error { return oneOf("--length", a.length, configs.Lengths()...) }

func (a *app) briefLength() brief.Length { return brief.Length(a.length) }

// deliver writes to --output or standard output, and then reports what failed.
func (a *app) deliver(partly error, write func(io.Writer) error) error {
	if a.output != "" {
		dir, name := filepath.Split(a.output)
		if dir == "" {
			dir = "."
		}
		if _, err := writeAll(dir, []output{{name, write}}); err != nil {
			return err
		}
		return partly
	}
	w := bufio.NewWriterSize(a.stdout, 1<<16)
	if err := write(w); err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return fmt.Errorf("write to standard output: %w", err)
	}
	return partly
}

func (a *app) eventsCmd() *cobra.Command {
	var from, to string
	c := &cobra.Command{
		Use:   "events FILE…",
		Short: "List the events of articles",
		Long: `Events lists the events of articles. With --from jsonl it reads one article a
line, {"id", "published" or "date", "title", "text"}, and with --to jsonl writes
one line an article, {"id", "events", "undated"}, with offsets in bytes. With
--to records (the default) it writes one event a line, as events.jsonl. With --to
coding it writes one line an article with who did what to whom: each pair of actor
codes once, with a PLOVER type and a CAMEO root.`,
		Example: `  dateline events article.txt --date 2009-06-20
  dateline events --from jsonl --to jsonl - < articles.jsonl > events.jsonl
  dateline events --from jsonl --to coding - < sentences.jsonl > coded.jsonl`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := oneOf("--from", from, "text", "jsonl"); err != nil {
				return err
			}
			if err := oneOf("--to", to, "records", "jsonl", "coding"); err != nil {
				return err
			}
			line := a.eventLine
			if to == "coding" {
				line = a.codedLine
			}
			if from == "jsonl" && to != "records" {
				return a.stream(cmd.Context(), args, line)
			}
			a.records = from == "jsonl"
			if len(args) == 0 {
				return fail(exitUsage, "requires at least 1 file; - is standard input")
			}
			if to != "records" {
				return a.articleEvents(cmd.Context(), args, line)
			}
			t, partly, err := a.build(cmd.Context(), args)
			if err != nil {
				return err
			}
			return a.deliver(partly, func(w io.Writer) error { return writeFormat(w, t, "jsonl", feed.Options{}) })
		},
	}
	a.articleFlags(c)
	c.Flags().StringVar(&from, "from", "text", "form of the input: text (files by their ending) or jsonl (one article a line)")
	c.Flags().StringVar(&to, "to", "records", "form of the output: records (one event a line), jsonl (one article a line) or coding (one article a line, who did what to whom)")
	return c
}

// oneOf checks the value of a flag.
func oneOf(flag, value string, allowed ...string) error {
	for _, v := range allowed {
		if v == value {
			return nil
		}
	}
	return fail(exitUsage, "invalid argument %q for %s: want %s", value, flag, strings.Join(allowed, " or "))
}
