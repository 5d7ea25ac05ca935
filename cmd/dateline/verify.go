package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/source"
	"github.com/datelinehq/dateline/timeline/text"
)

func (a *app) verifyCmd() *cobra.Command {
	var root string
	var asJSON bool
	c := &cobra.Command{
		Use:   "verify TIMELINE.json|BUNDLE.zip…",
		Short: "Prove that each quote still stands in its source",
		Long: `Verify opens the sources of a timeline.json again and holds each quote against
them, byte for byte. A source may be missing or altered; a quote may have shifted
to another place, or be gone. Files are looked for as the timeline names them, from
--root; a bundle holds its own, and its sums are checked as well. Exit code 0 says that everything reads as it did, 3 that something does not.`,
		Example: "  dateline verify out/beijing/timeline.json --root configs\n  dateline verify out/*/timeline.json --root configs --json",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, files []string) error {
			bad := 0
			for _, f := range files {
				check := func() (int, error) { return a.verify(f, root, asJSON) }
				if strings.EqualFold(filepath.Ext(f), ".zip") {
					check = func() (int, error) { return a.verifyBundle(f, asJSON) }
				}
				n, err := check()
				if err != nil {
					return err
				}
				bad += n
			}
			if bad > 0 {
				return fail(exitPartly, "%s not as they were", plural(bad, "source or quote is", "sources or quotes are"))
			}
			return nil
		},
	}
	c.Flags().StringVar(&root, "root", ".", "folder from which the files of the sources are named: that of the config")
	c.Flags().BoolVar(&asJSON, "json", false, "one JSON object a line for each source or quote that is not as it was")
	return c
}

// verify verifies one timeline and tells how many things are not as they were.
func (a *app) verify(file, root string, asJSON bool) (int, error) {
	t, err := a.readTimeline(file)
	if err != nil {
		return 0, err
	}
	_, r, err := a.engine()
	if err != nil {
		return 0, err
	}
	return a.compare(file, t, newShelf(func(name string) ([]text.Article, error) {
		as, _, err := a.load(r, within(root, filepath.FromSlash(name)), source.Given{})
		return as, err
	}), asJSON)
}

// compare holds the quotes of a timeline against its sources and tells how many
// things are not as they were.
func (a *app) compare(file string, t *timeline.Timeline, sh *shelf, asJSON bool) (int, error) {
	n, bad := t.Verify(sh.text)
	for _, d := range bad {
		if err := a.doubtful(file, t, d, asJSON); err != nil {
			return 0, err
		}
	}
	var err error
	if !asJSON && len(bad) == 0 {
		_, err = fmt.Fprintf(a.stdout, "%s: %s in %s read as they did\n", file, plural(n, "quote", "quotes"), plural(len(t.Sources), "source", "sources"))
	}
	return len(bad), err
}

func (a *app) doubtful(file string, t *timeline.Timeline, d timeline.Doubtful, asJSON bool) error {
	if asJSON {
		return json.NewEncoder(a.stdout).Encode(d)
	}
	s := t.Sources[d.Source-1]
	what := fmt.Sprintf("source %d (%s)", s.Number, oneLine(cmp.Or(s.File, s.ID)))
	if d.Event != "" {
		what += fmt.Sprintf(", event %s: %q", d.Event, d.Quote)
	}
	if d.Detail != "" {
		what += ": " + oneLine(d.Detail)
	}
	_, err := fmt.Fprintf(a.stdout, "%s: %-7s %s\n", file, d.Fault, what)
	return err
}

// shelf finds the texts of sources, and opens each file once.
type shelf struct {
	open   func(file string) ([]text.Article, error)
	texts  map[string]map[string]string
	failed map[string]error
}

func newShelf(open func(file string) ([]text.Article, error)) *shelf {
	return &shelf{open: open, texts: map[string]map[string]string{}, failed: map[string]error{}}
}

// text is the text of a source, found by its file and its ID in it; where a file
// holds one article, the ID does not matter.
func (s *shelf) text(src timeline.Source) (string, error) {
	if src.File == "" {
		return "", errors.New("the timeline names no file for it")
	}
	if err := s.failed[src.File]; err != nil {
		return "", err
	}
	texts, known := s.texts[src.File]
	if !known {
		as, err := s.open(src.File)
		if err != nil {
			s.failed[src.File] = err
			return "", err
		}
		unique(as)
		texts = map[string]string{}
		for _, x := range as {
			texts[x.ID] = x.Text
		}
		s.texts[src.File] = texts
	}
	if body, ok := texts[src.ID]; ok {
		return body, nil
	}
	if i := strings.LastIndexByte(src.ID, '-'); i > 0 { // the number that a second article of one name gets
		if body, ok := texts[src.ID[:i]]; ok {
			return body, nil
		}
	}
	if len(texts) == 1 {
		for _, body := range texts {
			return body, nil
		}
	}
	return "", fmt.Errorf("the file holds no article %q", src.ID)
}
