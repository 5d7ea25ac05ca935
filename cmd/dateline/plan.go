package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/datelinehq/dateline/configs"
	"github.com/datelinehq/dateline/timeline/archive"
	"github.com/datelinehq/dateline/timeline/source"
	"github.com/datelinehq/dateline/timeline/text"
)

// changed is an article that stood in a file under the same name with another
// content. The other states are those of the archive.
const changed archive.State = "changed"

func (a *app) planCmd() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "plan CONFIG…",
		Short: "Tell what batch would do, and why",
		Long: `Plan reads the inputs of config files and tells of each article what batch would
do with it: it is new, or has changed, or what the archive holds of it is stale
because the program, the seeds or the options are others, or it is unchanged and
is not analysed again. It tells as well which publication date was taken from
where, and which others there were. Nothing is written, the archive included.`,
		Example: "  dateline plan week.yaml\n  dateline plan week.yaml --json | jq -r 'select(.state != \"unchanged\") | .file'",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			w := bufio.NewWriterSize(a.stdout, 1<<16)
			bad := 0
			for _, file := range args {
				c, err := a.config(cmd, file)
				if err != nil {
					return err
				}
				for _, names := range c.Actors {
					a.actors = append(a.actors, within(c.Dir, names))
				}
				n, err := a.plan(cmd.Context(), c, w, asJSON)
				if err != nil {
					return err
				}
				bad += n
			}
			if err := w.Flush(); err != nil {
				return fmt.Errorf("write to standard output: %w", err)
			}
			if bad > 0 {
				return fail(exitPartly, "%s", plural(bad, "input failed", "inputs failed"))
			}
			return nil
		},
	}
	c.Flags().StringVarP(&a.output, "output", "o", "", "folder of the reports, in place of the config's")
	c.Flags().StringVar(&a.archive, "archive", "", "archive, in place of the config's")
	c.Flags().StringVar(&a.lang, "language", "", "language of articles that name none (default: told from the text)")
	c.Flags().BoolVar(&asJSON, "json", false, "one JSON object a line and article")
	a.embargoFlag(c)
	return c
}

// planned is what would be done with an article.
type planned struct {
	Report string        `json:"report"`
	File   string        `json:"file"`
	ID     string        `json:"id"`
	State  archive.State `json:"state"`
	// Published was taken from the first of Claims that could be believed.
	Published     string           `json:"published,omitempty"`
	PublishedFrom text.DateFrom    `json:"published_from,omitempty"`
	Claims        []text.DateClaim `json:"claims,omitempty"`
}

func (a *app) plan(ctx context.Context, c *configs.Config, w io.Writer, asJSON bool) (bad int, err error) {
	v, err := a.peek(ctx, c)
	if err != nil {
		return 0, err
	}
	if v.Archive != nil {
		defer v.Close()
	}
	for _, rep := range c.Reports {
		n, err := a.planReport(ctx, v, c, rep, w, asJSON)
		if err != nil {
			return bad, err
		}
		bad += n
	}
	return bad, nil
}

// peek opens the archive of a config if there is one already.
func (a *app) peek(ctx context.Context, c *configs.Config) (archived, error) {
	where := archivePlace(c)
	if where == "" {
		return archived{}, nil
	}
	if archive.IsPath(where) {
		if _, err := os.Stat(where); errors.Is(err, fs.ErrNotExist) {
			return archived{}, nil
		}
	}
	v := archived{}
	var err error
	if v.version, v.seeds, err = a.version(); err != nil {
		return v, err
	}
	v.Archive, err = archive.Peek(ctx, where, v.version)
	return v, err
}

func (a *app) planReport(ctx context.Context, v archived, c *configs.Config, rep configs.Report, w io.Writer, asJSON bool) (bad int, err error) {
	r, err := source.Load(a.seeds())
	if err != nil {
		return 0, err
	}
	files, bad := a.files(c, rep)
	f := &flow{app: a, reader: r, archived: v, config: c, files: files}
	j := &job{app: a, config: c, report: rep, archived: v}
	p := planner{flow: f, w: w, asJSON: asJSON, report: rep.Name, counts: map[archive.State]int{}}
	var last archive.Run
	if v.Archive != nil {
		survey(files)
		if last, err = v.LastRun(ctx, j.name()); err != nil {
			return bad, err
		}
		if p.before, err = placedBefore(ctx, v, j.name()); err != nil {
			return bad, err
		}
	}
	if err := p.run(ctx); err != nil {
		return bad, err
	}
	if !asJSON {
		err = p.sum(j, last, v, files)
	}
	return bad + f.failed, err
}

// placedBefore tells what stood where in the last run.
func placedBefore(ctx context.Context, v archived, name string) (map[string]archive.Key, error) {
	run, err := v.LastRun(ctx, articlesOfRun(name))
	if err != nil {
		return nil, err
	}
	var ps []placed
	before := map[string]archive.Key{}
	if json.Unmarshal(run.Body, &ps) != nil {
		return before, nil // as if there had been none
	}
	for _, p := range ps {
		before[p.File+"\x00"+p.ID] = p.Key
	}
	return before, nil
}

// planner writes the plan of a report.
type planner struct {
	*flow
	w      io.Writer
	asJSON bool
	report string
	before map[string]archive.Key
	counts map[archive.State]int
	err    error
}

// run reads the articles and tells of each.
func (p *planner) run(ctx context.Context) error {
	var some []item
	tell := func() bool {
		if p.err == nil {
			p.err = p.tell(ctx, some)
		}
		some = some[:0]
		return p.err == nil
	}
	p.read(ctx, func(it item) bool {
		some = append(some, it)
		return len(some) < 4*ahead || tell()
	})
	tell()
	if p.err != nil {
		return p.err
	}
	return ctx.Err()
}

func (p *planner) tell(ctx context.Context, its []item) error {
	found := make([]archive.Found, len(its))
	if p.archived.Archive != nil {
		keys := make([]archive.Key, len(its))
		for i := range its {
			keys[i] = archive.KeyOf(its[i].article)
			its[i].key = keys[i]
		}
		var err error
		if found, err = p.archived.Look(ctx, keys, false); err != nil {
			return err
		}
	}
	for i := range its {
		x := &its[i].article
		state := found[i].State
		if state == "" {
			state = archive.New
		}
		if old, ok := p.before[x.File+"\x00"+x.ID]; ok && state == archive.New && old != its[i].key {
			state = changed
		}
		p.counts[state]++
		published := x.Published
		if !x.Issued.IsZero() {
			published = x.Issued
		}
		if err := p.write(planned{p.report, x.File, x.ID, state, published.String(), x.PublishedFrom, x.Claims}); err != nil {
			return err
		}
	}
	return nil
}

func (p *planner) write(l planned) error {
	if p.asJSON {
		e := json.NewEncoder(p.w)
		e.SetEscapeHTML(false)
		return e.Encode(l)
	}
	date := "no publication date"
	if l.PublishedFrom != text.FromNowhere {
		date = fmt.Sprintf("published %s (%s)", l.Published, l.PublishedFrom)
	}
	taken := false
	var others []string
	for _, c := range l.Claims {
		if !taken && c.From == l.PublishedFrom && c.Date.String() == l.Published {
			taken = true
			continue
		}
		others = append(others, strings.TrimSpace(fmt.Sprintf("%s %s: %s", c.From, c.Name, c.Text)))
	}
	if len(others) > 0 {
		date += "; not " + strings.Join(others, "; ")
	}
	_, err := fmt.Fprintf(p.w, "%s  %s  %s  %s\n", p.word(l.State), oneLine(l.File), oneLine(l.ID), oneLine(date))
	return err
}

// word is a state as the listing shows it.
func (p *planner) word(s archive.State) string {
	switch s {
	case archive.OtherProgram, archive.OtherKnowledge, archive.OtherOptions:
		return fmt.Sprintf("%-10s (%s)", "stale", s)
	}
	return fmt.Sprintf("%-10s", s)
}

// sum writes what would be done with the whole report.
func (p *planner) sum(j *job, last archive.Run, v archived, files []inputFile) error {
	states := []archive.State{archive.New, changed, archive.OtherProgram, archive.OtherKnowledge, archive.OtherOptions, archive.Fresh}
	var parts []string
	todo := 0
	for _, s := range states {
		if n := p.counts[s]; n > 0 {
			name := string(s)
			if strings.HasPrefix(p.word(s), "stale") {
				name = "stale: " + name
			}
			parts = append(parts, fmt.Sprintf("%d %s", n, name))
			if s != archive.Fresh {
				todo += n
			}
		}
	}
	what := "the files in " + j.dir() + " are written"
	switch {
	case v.Archive == nil && archivePlace(j.config) == "":
		what = "there is no archive, so all are analysed; " + what
	case v.Archive != nil && len(last.Mark) > 0 && bytes.Equal(last.Mark, p.mark(v, j.config, j.report, files)):
		if _, ok := recall(j.dir(), last); ok {
			what = "nothing to do: the files in " + j.dir() + " are up to date"
		} else {
			what = "files in " + j.dir() + " are not what was written, and are written anew"
		}
	default:
		what = plural(todo, "article is", "articles are") + " analysed; " + what
	}
	_, err := fmt.Fprintf(p.w, "%s: %s; %s\n", p.report, strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ", "), what)
	return err
}
