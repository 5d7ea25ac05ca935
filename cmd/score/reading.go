package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/datelinehq/dateline/seeds"
	"github.com/datelinehq/dateline/timeline/source"
	"github.com/datelinehq/dateline/timeline/text"
)

// readingSuite measures how files are read: the day of publication, the title and
// the first words of the text, for each format of formats/gold.jsonl, whose fields
// are told there. Moments are compared as instants, or by their day.
type readingSuite struct{}

func (readingSuite) name() string   { return "reading" }
func (readingSuite) folder() string { return "formats" }

const readingGold = "gold.jsonl"

// readingLine is a line of the gold file.
type readingLine struct {
	File      string `json:"file"`
	Format    string `json:"format"`
	Title     string `json:"title"`
	Published string `json:"published"`
	TextStart string `json:"text_start"`
	URL       string `json:"url"`
	Item      int    `json:"item"`
	Items     int    `json:"items"`
}

// sets are the formats, pages apart from the others, whose files tell their date in
// fields.
func (readingSuite) sets(dir string) ([]string, error) {
	gold, err := readLines[readingLine](filepath.Join(dir, readingGold))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var sets []string
	for _, g := range gold {
		if !slices.Contains(sets, g.Format) {
			sets = append(sets, g.Format)
		}
	}
	slices.Sort(sets)
	return sets, nil
}

func (readingSuite) measure(b *bench, dir, set string) ([]Figure, error) {
	gold, err := readLines[readingLine](filepath.Join(dir, readingGold))
	if err != nil {
		return nil, err
	}
	r, err := source.Load(seeds.FS)
	if err != nil {
		return nil, err
	}
	var c readingCount
	files := map[string][]text.Article{}
	for _, g := range gold {
		if g.Format != set {
			continue
		}
		as, known := files[g.File]
		if !known {
			if as, err = readAll(r, dir, g.File); err != nil {
				b.faults.add("not read", g.Format, g.File, "%v", err)
			}
			files[g.File] = as
		}
		c.add(g, meant(g, as), b.faults)
	}
	return c.figures(b.title), nil
}

// readAll reads the articles of a file or archive; what comes before a fault counts.
func readAll(r *source.Reader, dir, file string) (as []text.Article, err error) {
	f, err := os.Open(filepath.Join(dir, filepath.FromSlash(file)))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	body, err := io.ReadAll(f)
	if err != nil {
		return nil, err
	}
	if source.FormatOf(file, body, "") != source.Archive {
		as, _, err = r.Read(file, body, source.Given{})
		return as, err
	}
	err = r.Files(file, f, int64(len(body)), source.Given{}, func(_ string, more []text.Article, _ []text.Finding, _ error) error {
		as = append(as, more...)
		return nil
	})
	return as, err
}

// meant is the article that a gold line speaks of: by its place if all are counted,
// else by its address, else by its title, else the first.
func meant(g readingLine, as []text.Article) *text.Article {
	if g.Items > 0 && g.Items == len(as) && g.Item < len(as) {
		return &as[g.Item]
	}
	for _, is := range []func(text.Article) bool{
		func(a text.Article) bool { return g.URL != "" && a.URL == g.URL },
		func(a text.Article) bool { return squeezed(a.Title) == squeezed(g.Title) },
		func(text.Article) bool { return true },
	} {
		if i := slices.IndexFunc(as, is); i >= 0 {
			return &as[i]
		}
	}
	return &text.Article{}
}

func squeezed(s string) string { return strings.Join(strings.Fields(s), " ") }

// readingCount counts what is right of what gold tells.
type readingCount struct{ date, dates, title, titles, start, starts int }

func (c *readingCount) add(g readingLine, a *text.Article, fs *faults) {
	if g.Published != "" {
		c.dates++
		if got := issued(a); sameDay(got, g.Published) {
			c.date++
		} else {
			fs.add("date", g.Format, g.File, "got %q from %q, want %q", got, a.PublishedFrom, g.Published)
		}
	}
	if g.Title != "" {
		c.titles++
		if squeezed(a.Title) == squeezed(g.Title) {
			c.title++
		} else {
			fs.add("title", g.Format, g.File, "got %q, want %q", a.Title, g.Title)
		}
	}
	if g.TextStart != "" {
		c.starts++
		if got := squeezed(a.Text); startsWith(got, squeezed(g.TextStart), squeezed(a.Title)) {
			c.start++
		} else {
			fs.add("start", g.Format, g.File, "got %.80q, want %q", got, g.TextStart)
		}
	}
}

// startsWith reports whether a text begins with words, perhaps after its title.
func startsWith(s, words, title string) bool {
	if strings.HasPrefix(s, words) {
		return true
	}
	rest, ok := strings.CutPrefix(s, title)
	return ok && strings.HasPrefix(strings.TrimSpace(rest), words)
}

// issued is the moment or the day of publication.
func issued(a *text.Article) string {
	if !a.Issued.IsZero() {
		return a.Issued.String()
	}
	return a.Published.String()
}

// sameDay reports whether two dates name one day, or one instant.
func sameDay(a, b string) bool {
	if len(a) >= len(time.DateOnly) && len(b) >= len(time.DateOnly) && a[:len(time.DateOnly)] == b[:len(time.DateOnly)] {
		return true
	}
	x, err1 := time.Parse(time.RFC3339, a)
	y, err2 := time.Parse(time.RFC3339, b)
	return err1 == nil && err2 == nil && x.Equal(y)
}

func (c *readingCount) figures(title string) []Figure {
	var fs []Figure
	for _, f := range []struct {
		what  string
		n, of int
	}{{"date", c.date, c.dates}, {"title", c.title, c.titles}, {"start", c.start, c.starts}} {
		if f.of > 0 {
			fs = append(fs, Figure{Name: title + " " + f.what, Value: share(f.n, f.of)}, Figure{Name: title + " " + f.what + ".n", Value: float64(f.of), Count: true, Info: true})
		}
	}
	return fs
}
