package fetch

import (
	"context"
	"strings"
	"sync"
	"time"
)

// gates let one request at a time through to each host, with a pause after it.
type gates struct {
	opt Options
	mu  sync.Mutex
	of  map[string]*gate
}

// gate is a host's turn: held while a request runs.
type gate struct {
	turn chan struct{}
	// next is the earliest time of the next request; only who has the turn sees it.
	next time.Time
	// delay is guarded by gates.mu.
	delay time.Duration
}

func newGates(opt Options) *gates { return &gates{opt: opt, of: map[string]*gate{}} }

func (g *gates) host(name string) *gate {
	name = strings.ToLower(name)
	g.mu.Lock()
	defer g.mu.Unlock()
	h := g.of[name]
	if h == nil {
		h = &gate{turn: make(chan struct{}, 1), delay: g.opt.Delay}
		g.of[name] = h
	}
	return h
}

// enter waits for a host's turn and its pause. leave must follow.
func (g *gates) enter(ctx context.Context, name string) (leave func(), err error) {
	h := g.host(name)
	select {
	case h.turn <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if wait := h.next.Sub(g.opt.Now()); wait > 0 {
		if err := g.opt.Sleep(ctx, wait); err != nil {
			<-h.turn
			return nil, err
		}
	}
	return func() {
		g.mu.Lock()
		h.next = g.opt.Now().Add(h.delay)
		g.mu.Unlock()
		<-h.turn
	}, nil
}

// slower makes a host's pause longer, as it asks for, within bounds.
func (g *gates) slower(name string, d time.Duration) {
	h := g.host(name)
	g.mu.Lock()
	defer g.mu.Unlock()
	h.delay = max(h.delay, min(d, g.opt.MaxDelay))
}
