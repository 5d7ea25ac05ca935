package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/archive"
	"github.com/datelinehq/dateline/timeline/moment"
)

func (a *app) searchCmd() *cobra.Command {
	var q archive.Query
	var period, config string
	var asJSON bool
	c := &cobra.Command{
		Use:   "search WORDS… --archive ARCHIVE",
		Short: "Find events in an archive by their words",
		Long: `Search finds the events of all articles that an archive holds, the best first. All
words must be in the event's title, its sentence, or the names of those who take
part; inflected forms and accents do not matter. "Words in quotes" stand side by
side, and a word with * behind it is the beginning of one. Each sentence is shown
once, with how many more articles have it. Events are as each article tells them,
before they are merged.`,
		Example: `  dateline search missile test --archive archive.db
  dateline search '"six-party talks"' --archive archive.db --period "since may 2009"
  dateline search korea* --config week.yaml --json | jq .event.when`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			where := a.archive
			if where == "" && config != "" {
				c, err := a.config(cmd, config)
				if err != nil {
					return err
				}
				where = archivePlace(c)
			}
			if where == "" {
				return fail(exitUsage, "requires at least an archive: give --archive, or --config with one that has an archive")
			}
			if period != "" {
				if q.Period, err = moment.Parse(period, a.today); err != nil {
					return fail(exitUsage, "--period: %w", err)
				}
			}
			if q.Limit < 1 || q.Limit > 10_000 {
				return fail(exitUsage, "--limit: %d is not between 1 and 10000", q.Limit)
			}
			if q.Undated && period != "" {
				return fail(exitUsage, "--undated and --period exclude each other: what has no date lies in no period")
			}
			q.Words = strings.Join(args, " ")
			v, _, err := a.version()
			if err != nil {
				return err
			}
			ar, err := archive.Peek(cmd.Context(), where, v)
			if err != nil {
				return err
			}
			defer ar.Close()
			hits, err := ar.Search(cmd.Context(), q)
			if errors.Is(err, archive.ErrNoWords) || errors.Is(err, archive.ErrManyWords) {
				return fail(exitUsage, "%w", err)
			}
			if err != nil {
				return err
			}
			return a.showHits(hits, asJSON)
		},
	}
	c.Flags().StringVar(&a.archive, "archive", "", "archive to search: a file or postgres://user@host/database")
	c.Flags().StringVar(&config, "config", "", "config whose archive is searched")
	c.Flags().StringVar(&period, "period", "", `only events that may lie in it, as 2008/2009-07, "may to july 2009" or "since 2008"`)
	c.Flags().BoolVar(&q.Undated, "undated", false, "only events without a date")
	c.Flags().IntVar(&q.Limit, "limit", 20, "how many at most")
	c.Flags().BoolVar(&asJSON, "json", false, "one JSON object a line: event, source, more")
	return c
}

// hitLine is a hit as --json writes it.
type hitLine struct {
	Event  timeline.Event    `json:"event"`
	Source timeline.Source   `json:"source"`
	More   []timeline.Source `json:"more"`
}

func (a *app) showHits(hits []archive.Hit, asJSON bool) error {
	w := bufio.NewWriterSize(a.stdout, 1<<16)
	for i := range hits {
		h := &hits[i]
		var err error
		if asJSON {
			e := json.NewEncoder(w)
			e.SetEscapeHTML(false)
			err = e.Encode(hitLine{h.Event, h.Source, append([]timeline.Source{}, h.More...)})
		} else {
			err = showHit(w, h)
		}
		if err != nil {
			return fmt.Errorf("write to standard output: %w", err)
		}
	}
	if err := w.Flush(); err != nil {
		return fmt.Errorf("write to standard output: %w", err)
	}
	if len(hits) == 0 {
		a.info("no event has all of these words")
	}
	return nil
}

// showHit shows a hit in three lines: when and what, the words, where they stand.
func showHit(w io.Writer, h *archive.Hit) error {
	e, c := &h.Event, h.Event.Cites[0]
	when := "undated"
	if e.Dated() {
		when = e.When.String()
	}
	from := h.Source.File
	if h.Source.ID != "" && !strings.Contains(from, h.Source.ID) {
		from += " " + h.Source.ID
	}
	if h.Source.Outlet != "" {
		from += ", " + h.Source.Outlet
	}
	if !h.Source.Published.IsZero() {
		from += ", " + h.Source.Published.String()
	}
	if n := len(h.More); n > 0 {
		from += fmt.Sprintf(", and %s", plural(n, "more article", "more articles"))
	}
	_, err := fmt.Fprintf(w, "%s  %s  %s\n    %s\n    %s, bytes %d-%d\n", when, e.Status, flat(e.Title), flat(c.Quote), flat(strings.TrimLeft(from, ", ")), c.Span.Start, c.Span.End)
	return err
}
