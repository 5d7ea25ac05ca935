package main

import (
	"sync/atomic"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
)

// often is how often a run that takes long says how far it is, where there is no
// terminal.
const often = 5 * time.Second

// progress shows a bar on a terminal, and elsewhere a line now and then. n is how
// many articles there are, as far as that is known.
func (a *app) progress(name string, n int) (step, done func()) {
	switch {
	case a.quiet:
		return func() {}, func() {}
	case a.terminal && a.json == nil:
		if n < 2 {
			return func() {}, func() {}
		}
		return a.bar(name, n)
	}
	return a.notes(name, n)
}

func (a *app) bar(name string, n int) (step, done func()) {
	bars := mpb.New(mpb.WithOutput(a.stderr), mpb.WithWidth(40))
	bar := bars.AddBar(0, mpb.BarRemoveOnComplete(),
		mpb.PrependDecorators(decor.Name(name+" ")), mpb.AppendDecorators(decor.CountersNoUnit("%d/%d articles")))
	bar.SetTotal(int64(n), false)
	var made atomic.Int64
	step = func() {
		if k := made.Add(1); k > int64(n) { // more than files told
			bar.SetTotal(k, false)
		}
		bar.Increment()
	}
	return step, func() {
		bar.Abort(true)
		bars.Wait()
	}
}

func (a *app) notes(name string, n int) (step, done func()) {
	var made atomic.Int64
	stop := make(chan struct{})
	gone := make(chan struct{})
	go func() {
		defer close(gone)
		tick := time.NewTicker(often)
		defer tick.Stop()
		for {
			select {
			case <-stop:
				return
			case <-tick.C:
				k := int(made.Load())
				a.info("%s: %d of %s so far", name, k, plural(max(n, k), "article", "articles"))
			}
		}
	}()
	return func() { made.Add(1) }, func() {
		close(stop)
		<-gone
	}
}
