package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime"
	"slices"
	"sort"
	"sync"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/datelinehq/dateline/configs"
	"github.com/datelinehq/dateline/timeline/moment"
	"github.com/datelinehq/dateline/timeline/pipeline"
	"github.com/datelinehq/dateline/timeline/source"
	"github.com/datelinehq/dateline/timeline/text"
)

// stdinName is the name that stands for standard input.
const stdinName = "-"

// load reads a file and the sidecar beside it.
func (a *app) load(r *source.Reader, file string, g source.Given) ([]text.Article, []text.Finding, error) {
	var b []byte
	var err error
	name := file
	if file == stdinName {
		name = "stdin"
		b, err = io.ReadAll(io.LimitReader(a.stdin, source.MaxBytes+1))
	} else {
		b, err = readFile(file)
		if s, e := os.ReadFile(file + ".meta.yaml"); e == nil {
			g.Sidecar = s
		}
	}
	if err != nil {
		return nil, nil, plain(err)
	}
	if !a.records {
		return r.Read(name, b, g)
	}
	as, findings, err := r.Read(name+".jsonl", b, g)
	for i := range as {
		as[i].File = name
	}
	return as, findings, err
}

// readFile reads a file, and no more of it than an article may have.
func readFile(file string) ([]byte, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if s, err := f.Stat(); err == nil && s.IsDir() {
		return nil, errors.New("this is a folder")
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
