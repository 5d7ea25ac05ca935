package main

import (
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/datelinehq/dateline/render/feed"
	"github.com/datelinehq/dateline/render/markdown"
	"github.com/datelinehq/dateline/render/words"
	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edition"
)

func (a *app) diffCmd() *cobra.Command {
	var to string
	c := &cobra.Command{
		Use:   "diff BEFORE AFTER",
		Short: "Tell what changed between two timeline.json",
		Long: `Diff tells what changed between two timeline.json of one report: events that are new
or withdrawn, that moved, became more or less exact, changed their status, are now
told by more origins, or on which the sources began or ceased to disagree.`,
		Example: `  dateline diff monday/timeline.json tuesday/timeline.json
  dateline diff old.json new.json --to markdown > changes.md
  dateline diff old.json new.json --to atom -o changes.atom`,
		Args: cobra.ExactArgs(2),
		RunE: func(_ *cobra.Command, args []string) error {
			if err := oneOf("--to", to, "text", "markdown", "json", "atom"); err != nil {
				return err
			}
			before, err := a.readTimeline(args[0])
			if err != nil {
				return err
			}
			after, err := a.readTimeline(args[1])
			if err != nil {
				return err
			}
			c := edition.Compare(before, after)
			return a.deliver(nil, func(w io.Writer) error { return writeChanges(w, c, after.Title, to) })
		},
	}
	c.Flags().StringVar(&to, "to", "text", "text, markdown, json or atom")
	c.Flags().StringVarP(&a.output, "output", "o", "", "file to write (default: standard output)")
	return c
}

// readTimeline reads a timeline.json, or standard input for "-".
func (a *app) readTimeline(file string) (*timeline.Timeline, error) {
	if file == stdinName {
		return timeline.Read(a.stdin)
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, plain(err))
	}
	defer f.Close()
	t, err := timeline.Read(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return t, nil
}

func writeChanges(w io.Writer, c *edition.Changes, title, to string) error {
	title = cmp.Or(title, "Timeline")
	switch to {
	case "markdown":
		return markdown.Changes(w, c, title)
	case "json":
		e := json.NewEncoder(w)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		return e.Encode(c)
	case "atom":
		return feed.Changes(w, c, fmt.Sprintf("urn:dateline:%x", sha256.Sum256([]byte(title))), title)
	}
	return changeLines(w, c)
}

// changeLines tells each change in a line, in the order of the timeline.
func changeLines(w io.Writer, c *edition.Changes) error {
	for _, x := range c.List {
		if _, err := fmt.Fprintf(w, "%-15s %s (%s)\n", words.ChangeKind(x.Kind), oneLine(x.Title), oneLine(words.Change(x))); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(w, "%s, %s unchanged\n", plural(len(c.List), "change", "changes"), plural(c.Same, "event", "events"))
	return err
}
