// Package fetch gets feeds and pages from the network into a store of files.
//
// In come addresses and an HTTP transport, out come files with their headers, the
// time and a hash, and one Outcome for each address. It is polite: one request at
// a time to a host, a pause between two, robots.txt heeded, and nothing asked for
// again that has not changed. It trusts no server: time, size, redirects and kinds
// of content are bounded, and addresses of private networks are refused unless they
// are allowed by name. It refuses to know what an article is.
package fetch

import (
	"cmp"
	"context"
	"net/http"
	"slices"
	"sync"
	"time"
)

// Agent is the name under which robots.txt may speak to us.
const Agent = "dateline"

// Options bound and shape a run; zero values are replaced by the defaults named.
type Options struct {
	// Transport asks; nil is Transport(nil), which reaches public addresses only.
	Transport http.RoundTripper
	// UserAgent is sent along: "dateline" and whom to write to.
	UserAgent string
	// Now is the clock, and Sleep waits: it ends early with ctx.
	Now   func() time.Time
	Sleep func(ctx context.Context, d time.Duration) error
	// Allow are hosts that may lie in a private network.
	Allow []string
	// Delay is the least pause between two requests to a host, 1 s. A longer one
	// that robots.txt asks for is kept, up to MaxDelay, 30 s.
	Delay, MaxDelay time.Duration
	// Timeout is for one request with its body, 30 s.
	Timeout time.Duration
	// MaxBytes is the size of one body, unpacked, 16 MB.
	MaxBytes int64
	// Hosts is the number of hosts asked at once, 8.
	Hosts int
	// PerFeed is the number of entries taken of a feed, the first in it, 50.
	PerFeed int
	// Refresh asks again for pages of feeds that are in the store already.
	Refresh bool
	// Done is told each outcome as it comes; it may be nil. It is never called by
	// two at once.
	Done func(Outcome)
}

func (o Options) filled() Options {
	o.UserAgent = cmp.Or(o.UserAgent, Agent)
	if o.Transport == nil {
		o.Transport = Transport(o.Allow)
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Sleep == nil {
		o.Sleep = sleep
	}
	o.Delay = cmp.Or(o.Delay, time.Second)
	o.MaxDelay = cmp.Or(o.MaxDelay, 30*time.Second)
	o.Timeout = cmp.Or(o.Timeout, 30*time.Second)
	o.MaxBytes = cmp.Or(o.MaxBytes, 16<<20)
	o.Hosts = cmp.Or(o.Hosts, 8)
	o.PerFeed = cmp.Or(o.PerFeed, 50)
	return o
}

func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}

// Result says what became of an address.
type Result string

const (
	// New: it was not in the store. Changed: it was, with other bytes.
	New     Result = "new"
	Changed Result = "changed"
	// Unchanged: the server said so, or sent the same bytes.
	Unchanged Result = "unchanged"
	// Stored: it is in the store and was not asked for again.
	Stored Result = "stored"
	// Refused: we did not ask, or did not take the answer: robots.txt, a private
	// address, too large, no text.
	Refused Result = "refused"
	// Failed: the server or the way to it did.
	Failed Result = "failed"
)

// An Outcome is what became of one address.
type Outcome struct {
	URL    string `json:"url"`
	Result Result `json:"result"`
	// Feed is the address of the feed that named it.
	Feed string `json:"feed,omitempty"`
	// File is where it lies, relative to the store.
	File  string `json:"file,omitempty"`
	Bytes int    `json:"bytes,omitempty"`
	// Reason tells why it was refused or failed.
	Reason string `json:"reason,omitempty"`
}

// target is an address to ask for, and what its feed says of it.
type target struct {
	url    string
	isFeed bool
	entry  *entry
}

// Run asks for all feeds, then for the pages that these name and for pages. The
// outcomes are in the order of the addresses: each feed, with its pages after it;
// then pages. An address is asked for once. An error is one of ctx or of the store.
func Run(ctx context.Context, dir string, feeds, pages []string, opt Options) ([]Outcome, error) {
	opt = opt.filled()
	st, err := openStore(dir)
	if err != nil {
		return nil, err
	}
	r := &run{opt: opt, store: st, gates: newGates(opt), robots: map[string]*rules{}}
	seen := map[string]bool{}
	once := func(t target) bool {
		key := withoutFragment(t.url)
		was := seen[key]
		seen[key] = true
		return !was
	}
	var first []target
	for _, u := range feeds {
		if t := (target{url: u, isFeed: true}); once(t) {
			first = append(first, t)
		}
	}
	of := r.all(ctx, first)
	var second []target
	ends := make([]int, len(first))
	for i, t := range first {
		for _, e := range r.entries(t.url, of[i]) {
			if p := (target{url: e.Link, entry: &e}); once(p) {
				second = append(second, p)
			}
		}
		ends[i] = len(second)
	}
	for _, u := range pages {
		if p := (target{url: u}); once(p) {
			second = append(second, p)
		}
	}
	op := r.all(ctx, second)
	var out []Outcome
	at := 0
	for i := range first {
		out = append(append(out, of[i]), op[at:ends[i]]...)
		at = ends[i]
	}
	out = append(out, op[at:]...)
	return out, cmp.Or(r.storeErr(), ctx.Err())
}

// run is one run's state.
type run struct {
	opt   Options
	store *store
	gates *gates

	mu     sync.Mutex
	robots map[string]*rules
	err    error
}

// storeErr is the first error that the store had.
func (r *run) storeErr() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.err
}

// all asks for targets, those of one host in their order and several hosts at once.
func (r *run) all(ctx context.Context, ts []target) []Outcome {
	out := make([]Outcome, len(ts))
	var hosts []string
	queues := map[string][]int{}
	for i, t := range ts {
		h := hostOf(t.url)
		if queues[h] == nil {
			hosts = append(hosts, h)
		}
		queues[h] = append(queues[h], i)
	}
	work := make(chan string)
	var wg sync.WaitGroup
	for range min(r.opt.Hosts, len(hosts)) {
		wg.Go(func() {
			for h := range work {
				for _, i := range queues[h] {
					out[i] = r.one(ctx, ts[i])
				}
			}
		})
	}
	for _, h := range hosts {
		work <- h
	}
	close(work)
	wg.Wait()
	return out
}

// one gets one address and tells it.
func (r *run) one(ctx context.Context, t target) Outcome {
	o := r.outcome(ctx, t)
	o.URL = t.url
	if t.entry != nil {
		o.Feed = t.entry.Feed
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.opt.Done != nil {
		r.opt.Done(o)
	}
	return o
}

func (r *run) outcome(ctx context.Context, t target) Outcome {
	if ctx.Err() != nil {
		return Outcome{Result: Failed, Reason: "interrupted"}
	}
	was := r.store.find(t.url, t.isFeed)
	if was != nil && t.entry != nil && !r.opt.Refresh && !t.entry.Updated.After(was.Fetched) {
		return Outcome{Result: Stored, File: was.file}
	}
	got, err := r.get(ctx, t, was)
	if err != nil {
		o := Outcome{Result: Failed, Reason: reason(err)}
		if isRefusal(err) {
			o.Result = Refused
		}
		return o
	}
	o, err := r.store.keep(t, was, got)
	if err != nil {
		r.mu.Lock()
		r.err = cmp.Or(r.err, err)
		r.mu.Unlock()
		return Outcome{Result: Failed, Reason: reason(err)}
	}
	return o
}

// Count counts outcomes by result, in the order in which results are declared.
func Count(os []Outcome) (results []Result, n map[Result]int) {
	n = map[Result]int{}
	for _, o := range os {
		n[o.Result]++
	}
	for _, r := range []Result{New, Changed, Unchanged, Stored, Refused, Failed} {
		if n[r] > 0 {
			results = append(results, r)
		}
	}
	return slices.Clip(results), n
}
