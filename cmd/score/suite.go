package main

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// A suite measures one kind of answer.
type suite interface {
	// name is what -suite calls it, and the first part of its figures' names.
	name() string
	// folder is where its gold lies in the data folder.
	folder() string
	// sets names what there is to measure in that folder, in order. No folder is
	// no set, and no error.
	sets(dir string) ([]string, error)
	// measure analyses one set, leaves the answers and returns the figures.
	measure(b *bench, dir, set string) ([]Figure, error)
}

// suites are all that there are, in the order in which they are run.
func suites() []suite {
	return []suite{timexSuite{}, eventsSuite{}, codingSuite{}, anchorSuite{}, syntaxSuite{}, readingSuite{}, corefSuite{}, tlsSuite{}, orderSuite{}}
}

func suiteNames() []string {
	var names []string
	for _, s := range suites() {
		names = append(names, s.name())
	}
	return names
}

// choose finds the suites of a list; an empty list is all of them.
func choose(list string) ([]suite, error) {
	if strings.TrimSpace(list) == "" {
		return suites(), nil
	}
	asked := strings.Split(list, ",")
	for i, n := range asked {
		asked[i] = strings.TrimSpace(n)
		if !slices.Contains(suiteNames(), asked[i]) {
			return nil, fmt.Errorf("no suite %q; there are %s", asked[i], strings.Join(suiteNames(), ", "))
		}
	}
	var out []suite
	for _, s := range suites() {
		if slices.Contains(asked, s.name()) {
			out = append(out, s)
		}
	}
	return out, nil
}

// jsonlSets names the gold files of a folder, without ".jsonl".
func jsonlSets(dir string) ([]string, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.jsonl"))
	if err != nil {
		return nil, err
	}
	var sets []string
	for _, f := range files {
		sets = append(sets, strings.TrimSuffix(filepath.Base(f), ".jsonl"))
	}
	slices.Sort(sets)
	return sets, nil
}

// bench is what a suite works with while it measures one set.
type bench struct {
	Options
	analyser analyser
	// title is the set's name with its suite: "timex/timebank".
	title string
	// faults collects mistakes; nil when nobody asks.
	faults *faults
	// progress is a terminal, or nil.
	progress io.Writer
}

// each runs f for 0 to n-1, several at once. It holds no more than that many
// analyses at a time.
func (b *bench) each(n int, f func(i int)) {
	next := make(chan int)
	var done atomic.Int64
	var wg sync.WaitGroup
	for range max(1, min(b.Workers, n)) {
		wg.Go(func() {
			for i := range next {
				f(i)
				b.tell(int(done.Add(1)), n)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wg.Wait()
	if b.progress != nil {
		fmt.Fprint(b.progress, "\r\x1b[K")
	}
}

// tell shows progress, a hundred times a set at most.
func (b *bench) tell(done, n int) {
	if b.progress != nil && done%max(1, n/100) == 0 {
		fmt.Fprintf(b.progress, "\r\x1b[K%s %d/%d", b.title, done, n)
	}
}
