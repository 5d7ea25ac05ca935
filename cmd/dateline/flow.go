package main

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/datelinehq/dateline/configs"
	"github.com/datelinehq/dateline/timeline/archive"
	"github.com/datelinehq/dateline/timeline/pipeline"
	"github.com/datelinehq/dateline/timeline/source"
	"github.com/datelinehq/dateline/timeline/text"
)

// flow takes the articles of a report from their files to their reports: one reads,
// one asks the archive, several analyse, and one collects and keeps. Only so many
// articles are on the way at once, however many there are.
type flow struct {
	*app
	pipeline *pipeline.Pipeline
	reader   *source.Reader
	archived archived
	config   *configs.Config
	files    []inputFile
	workers  int
	step     func()

	// reports are in the order of the articles, as are placed.
	reports []pipeline.Report
	placed  []placed
	counts  articleCounts
	// failed counts files that could not be read.
	failed int
	// passing says that what was read depends on the day of the run.
	passing bool
	// kept counts the reports that this run has brought into the archive.
	kept int
	// off says that the archive has failed.
	off atomic.Bool
}

// placed says what an article was made of, for plan.
type placed struct {
	File string      `json:"file"`
	ID   string      `json:"id"`
	Key  archive.Key `json:"key"`
}

// item is an article on its way.
type item struct {
	n       int
	article text.Article
	key     archive.Key
	found   archive.Found
}

// outcome is an item and its report.
type outcome struct {
	item
	report pipeline.Report
	made   bool
}

// ahead is how many articles wait at most before each station.
const ahead = 64

// run is done when all articles are, or ctx is.
func (f *flow) run(ctx context.Context) error {
	read, found, done := make(chan item, ahead), make(chan item, ahead), make(chan outcome, ahead)
	go func() {
		defer close(read)
		f.read(ctx, func(it item) bool {
			select {
			case read <- it:
				return true
			case <-ctx.Done():
				return false
			}
		})
	}()
	go func() {
		defer close(found)
		f.look(ctx, read, found)
	}()
	workers := f.workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for it := range found {
				if o, ok := f.report(ctx, it); ok {
					done <- o
				}
			}
		})
	}
	go func() {
		wg.Wait()
		close(done)
	}()
	f.collect(ctx, done)
	return ctx.Err()
}

// read reads all files and hands on their articles until it is told to stop.
func (f *flow) read(ctx context.Context, hand func(item) bool) {
	names := map[string]int{}
	for i := range f.files {
		file := &f.files[i]
		before := f.counts.Read
		err := f.each(f.reader, file.path, file.given, func(name string, as []text.Article, fs []text.Finding, err error) error {
			f.findings(fs)
			f.passing = f.passing || slices.ContainsFunc(fs, func(x text.Finding) bool { return x.Code == "future-date" })
			if err != nil && name == file.path {
				return err
			}
			if err != nil {
				f.findings([]text.Finding{{Article: name, Stage: "source", Code: "not-read", Text: err.Error()}})
			}
			for _, x := range as {
				if x, ok := f.settle(x, file.path, names); ok && !hand(item{n: f.counts.Read - f.counts.Held - 1, article: x}) {
					return context.Canceled
				}
			}
			return nil
		})
		switch {
		case ctx.Err() != nil:
			return
		case err != nil && f.counts.Read > before: // an archive that breaks off
			f.findings([]text.Finding{{Article: file.path, Stage: "source", Code: "partly-read", Text: err.Error() + "; what comes before is kept"}})
		case err != nil:
			f.failed++
			f.problem("error", err.Error(), file.path)
		}
	}
}

// settle gives an article the names that it has in this report; it is false for one
// that is left out.
func (f *flow) settle(x text.Article, file string, names map[string]int) (text.Article, bool) {
	f.counts.Read++
	x.File = relative(f.config.Dir, file)
	if x.Lang == "" {
		x.Lang = f.config.Language
	}
	if len(f.free([]text.Article{x})) == 0 {
		f.counts.Held++
		f.passing = true
		return x, false
	}
	id := x.ID
	if names[id]++; names[id] > 1 {
		x.ID = fmt.Sprintf("%s-%d", id, names[id])
	}
	return x, true
}

// look asks the archive for what has come in meanwhile.
func (f *flow) look(ctx context.Context, in <-chan item, out chan<- item) {
	for first := range in {
		its := []item{first}
		for more := true; more && len(its) < 4*ahead; {
			select {
			case it, ok := <-in:
				if more = ok; ok {
					its = append(its, it)
				}
			default:
				more = false
			}
		}
		f.ask(ctx, its)
		for _, it := range its {
			out <- it
		}
	}
}

func (f *flow) ask(ctx context.Context, its []item) {
	if !f.keeps() {
		return
	}
	keys := make([]archive.Key, len(its))
	for i := range its {
		its[i].key = archive.KeyOf(its[i].article)
		keys[i] = its[i].key
	}
	found, err := f.archived.Look(ctx, keys, true)
	if err != nil {
		f.fails(ctx, err)
		return
	}
	for i := range its {
		its[i].found = found[i]
	}
}

// keeps reports whether there is an archive that works.
func (f *flow) keeps() bool { return f.archived.Archive != nil && !f.off.Load() }

// fails tells once that the archive has failed.
func (f *flow) fails(ctx context.Context, err error) {
	if ctx.Err() == nil && !f.off.Swap(true) {
		f.lost(err)
	}
}

// report takes the report from the archive or makes it; it makes no more when the
// run is over.
func (f *flow) report(ctx context.Context, it item) (o outcome, ok bool) {
	if r, ok := it.found.Report(it.article); ok {
		f.step()
		return outcome{it, r, false}, true
	}
	if ctx.Err() != nil {
		return outcome{}, false
	}
	r := f.pipeline.Analyse(it.article).Report()
	f.step()
	return outcome{it, r, true}, true
}

// What was made is committed when there are so many, or after such a time.
const (
	commitSize = 50
	commitTime = time.Second
)

// collect brings reports into their order and keeps what was made.
func (f *flow) collect(ctx context.Context, in <-chan outcome) {
	tick := time.NewTicker(commitTime)
	defer tick.Stop()
	var fresh []archive.Result
	keep := func() {
		if len(fresh) > 0 && f.keeps() && !f.archived.ReadOnly() {
			// What is done is kept, also when the run is stopped.
			if err := f.archived.Keep(context.WithoutCancel(ctx), fresh); err != nil {
				f.fails(context.WithoutCancel(ctx), err)
			} else {
				f.kept += len(fresh)
			}
		}
		fresh = nil
	}
	defer keep()
	for {
		select {
		case <-tick.C:
			keep()
		case o, ok := <-in:
			if !ok {
				return
			}
			f.put(o)
			if o.made && f.archived.Archive != nil {
				if fresh = append(fresh, archive.Result{Key: o.key, Article: o.article, Report: o.report}); len(fresh) >= commitSize {
					keep()
				}
			}
		}
	}
}

func (f *flow) put(o outcome) {
	for len(f.reports) <= o.n {
		f.reports = append(f.reports, pipeline.Report{})
		f.placed = append(f.placed, placed{})
	}
	f.reports[o.n] = o.report
	f.placed[o.n] = placed{o.article.File, o.article.ID, o.key}
	if o.made {
		f.counts.Analysed++
	} else {
		f.counts.Kept++
	}
}
