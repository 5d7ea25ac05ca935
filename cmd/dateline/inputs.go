package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/spf13/cobra"

	"github.com/datelinehq/dateline/configs"
	"github.com/datelinehq/dateline/timeline/moment"
	"github.com/datelinehq/dateline/timeline/pipeline"
	"github.com/datelinehq/dateline/timeline/source"
	"github.com/datelinehq/dateline/timeline/text"
)

// stdinName is the name that stands for standard input.
const stdinName = "-"

// load reads a file or an archive, and the sidecar beside it.
func (a *app) load(r *source.Reader, file string, g source.Given) (as []text.Article, fs []text.Finding, err error) {
	err = a.each(r, file, g, func(name string, more []text.Article, odd []text.Finding, err error) error {
		as, fs = append(as, more...), append(fs, odd...)
		if err != nil && name == file {
			return err
		}
		if err != nil {
			fs = append(fs, text.Finding{Article: name, Stage: "source", Code: "not-read", Text: err.Error()})
		}
		return nil
	})
	if err != nil && len(as) > 0 { // an archive that breaks off
		fs = append(fs, text.Finding{Article: file, Stage: "source", Code: "partly-read", Text: err.Error() + "; what comes before is kept"})
		err = nil
	}
	return as, fs, err
}

// each hands on what is read of a file, or of each file of an archive.
func (a *app) each(r *source.Reader, file string, g source.Given, f func(name string, as []text.Article, fs []text.Finding, err error) error) error {
	g.Today = a.today
	if file == stdinName {
		b, err := io.ReadAll(io.LimitReader(a.stdin, source.MaxBytes+1))
		if err != nil {
			return plain(err)
		}
		return a.inMemory(r, "stdin", b, g, f)
	}
	h, err := os.Open(file)
	if err != nil {
		return plain(err)
	}
	defer h.Close()
	s, err := h.Stat()
	switch {
	case err != nil:
		return plain(err)
	case s.IsDir():
		return errFolder
	}
	if sidecar, err := os.ReadFile(file + ".meta.yaml"); err == nil {
		g.Sidecar = sidecar
	}
	head := make([]byte, 512)
	n, _ := h.ReadAt(head, 0)
	if source.IsArchive(head[:n]) && s.Mode().IsRegular() {
		if format, err := a.formatOf(file, h, s.Size()); err == nil && format == source.Archive {
			return r.Files(file, h, s.Size(), g, f)
		}
	}
	if source.IsLines(file) { // of any size
		return r.Lines(file, h, g, func(x *text.Article, fs []text.Finding) error {
			if x == nil {
				return f(file, nil, fs, nil)
			}
			return f(file, []text.Article{*x}, fs, nil)
		})
	}
	b, err := io.ReadAll(io.LimitReader(h, source.Limit(file)))
	if err != nil {
		return plain(err)
	}
	return a.inMemory(r, file, b, g, f)
}

var errFolder = errors.New("this is a folder")

// formatOf tells a zip archive from a document, which is one, too.
func (a *app) formatOf(file string, in io.ReaderAt, size int64) (source.Format, error) {
	if size > source.MaxBytes {
		return source.Archive, nil
	}
	b, err := io.ReadAll(io.NewSectionReader(in, 0, size))
	return source.FormatOf(file, b, ""), err
}

// inMemory reads bytes that are there already.
func (a *app) inMemory(r *source.Reader, name string, b []byte, g source.Given, f func(name string, as []text.Article, fs []text.Finding, err error) error) error {
	if source.IsArchive(b) && source.FormatOf(name, b, "") == source.Archive {
		return r.Files(name, bytes.NewReader(b), int64(len(b)), g, f)
	}
	as, fs, err := r.Read(a.named(name), b, g)
	for i := range as {
		as[i].File = name
	}
	return f(name, as, fs, err)
}

// named gives an input of records the ending that says so.
func (a *app) named(name string) string {
	if a.records {
		return name + ".jsonl"
	}
	return name
}

// readFile reads a file, and no more of it than an article may have.
func readFile(file string) ([]byte, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if s, err := f.Stat(); err == nil && s.IsDir() {
		return nil, errFolder
	}
	return io.ReadAll(io.LimitReader(f, source.Limit(file)))
}

// plain takes the operation and the path off a system error, since the path is
// named already.
func plain(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		if errors.Is(err, fs.ErrNotExist) {
			return errors.New("there is no such file")
		}
		return p.Err
	}
	return err
}

// given is what flags say of the articles.
func (a *app) given() (source.Given, error) {
	g := source.Given{Lang: a.lang, Genre: text.Genre(a.kind)}
	if a.kind != "" && !slices.Contains(text.Genres(), g.Genre) {
		return g, fail(exitUsage, "--kind: %q is not news or narrative", a.kind)
	}
	if a.date == "" {
		return g, nil
	}
	d, err := moment.Date(a.date, a.today)
	if err != nil {
		return g, fail(exitUsage, "--date: %w", err)
	}
	g.Published, g.From = d, text.FromFlag
	return g, nil
}

// expand finds the files of an input of a config.
func expand(in configs.Input, dir string) ([]string, error) {
	path := within(dir, in.Path)
	if _, err := os.Stat(path); err == nil {
		return []string{path}, nil
	}
	files, err := doublestar.FilepathGlob(path, doublestar.WithFilesOnly())
	if err != nil {
		return nil, fmt.Errorf("the pattern %q is not well formed", in.Path)
	}
	if len(files) == 0 {
		return nil, errors.New("no file fits")
	}
	sort.Strings(files)
	return files, nil
}

// free leaves out articles whose embargo is not over, and those without a text, and
// says so.
func (a *app) free(as []text.Article) []text.Article {
	return slices.DeleteFunc(as, func(x text.Article) bool {
		switch {
		case !a.embargoed && source.Embargoed(&x, a.now):
			a.problem("warning", fmt.Sprintf("nothing of it may be published before %s; it was left out (--embargoed takes it)", x.Embargo), x.ID)
			return true
		case strings.TrimSpace(x.Text) == "":
			a.problem("warning", "it has no text, and was left out", x.ID)
			return true
		}
		return false
	})
}

// embargoFlag is that of the commands that publish.
func (a *app) embargoFlag(c *cobra.Command) {
	c.Flags().BoolVar(&a.embargoed, "embargoed", false, "take articles whose embargo is not over, too")
}

// analyse analyses articles on several processors and keeps their order, and of each
// only what a timeline needs. step is called after each.
func analyse(ctx context.Context, p *pipeline.Pipeline, as []text.Article, workers int, step func()) ([]pipeline.Report, error) {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	out := make([]pipeline.Report, len(as))
	next := make(chan int)
	var wg sync.WaitGroup
	for range min(workers, len(as)) {
		wg.Go(func() {
			for i := range next {
				out[i] = p.Analyse(as[i]).Report()
				step()
			}
		})
	}
	for i := range as {
		if ctx.Err() != nil {
			break
		}
		next <- i
	}
	close(next)
	wg.Wait()
	return out, ctx.Err()
}

// unique gives articles of one name a number, so that IDs differ in a run.
func unique(as []text.Article) {
	seen := map[string]int{}
	for i := range as {
		id := as[i].ID
		if seen[id]++; seen[id] > 1 {
			as[i].ID = fmt.Sprintf("%s-%d", id, seen[id])
		}
	}
}
