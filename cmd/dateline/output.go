package main

import (
	"bufio"
	"fmt"
	"io"
	"os"

	"github.com/datelinehq/dateline/configs"
	"github.com/datelinehq/dateline/render/feed"
	"github.com/datelinehq/dateline/render/html"
	"github.com/datelinehq/dateline/render/markdown"
	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/brief"
)

// output is a file of a report.
type output struct {
	name  string
	write func(io.Writer) error
}

// outputs are the files of a report that were asked for: t is what is shown of all.
func (a *app) outputs(all, t *timeline.Timeline, e *editioned, look html.Options, kinds []string) []output {
	look.Changes = e.changes
	opt := markdown.Options{Changes: e.changes, Ledger: e.ledger}
	can := map[string]output{
		configs.Page: {"page.html", func(w io.Writer) error { return html.Render(w, t, look) }},
		configs.Briefing: {"briefing.md", func(w io.Writer) error {
			return a.writeBriefing(w, t, brief.Options{Edition: e.number, Length: e.length}, opt)
		}},
		configs.Events:   {"events.jsonl", func(w io.Writer) error { return writeFormat(w, all, "jsonl", feed.Options{}) }},
		configs.Timeline: {"timeline.json", t.Write},
		configs.Calendar: {"ahead.ics", func(w io.Writer) error { return writeFormat(w, t, "ics", feed.Options{Ahead: true}) }},
	}
	var outs []output
	for _, k := range kinds {
		if f, ok := feed.Find(k); ok && k != configs.Timeline {
			outs = append(outs, a.format(f, t))
			continue
		}
		outs = append(outs, can[k])
	}
	return outs
}

func (a *app) writeBriefing(w io.Writer, t *timeline.Timeline, b brief.Options, opt markdown.Options) error {
	opt.Measured = figures(a.seeds())
	return markdown.Render(w, brief.Compose(t, b), t, opt)
}

func (o output) writeFile(path string) (written, error) {
	f, err := os.Create(path)
	if err != nil {
		return written{}, fmt.Errorf("write %s: %w", o.name, plain(err))
	}
	defer f.Close()
	c := newCounter(f)
	w := bufio.NewWriterSize(c, 1<<16)
	if err := o.write(w); err != nil {
		return written{}, fmt.Errorf("write %s: %w", o.name, err)
	}
	if err := w.Flush(); err != nil {
		return written{}, fmt.Errorf("write %s: %w", o.name, plain(err))
	}
	return c.written(o.name), f.Close()
}
