package main

import (
	"slices"
	"sync"

	"github.com/datelinehq/dateline/timeline/learn"
	"github.com/datelinehq/dateline/timeline/syntax/feature"
)

// reversed are the sentences from their ends to their beginnings, with their tags.
func reversed(ss []sentence, tags [][]uint64) ([]sentence, [][]uint64) {
	rs, rtags := make([]sentence, len(ss)), make([][]uint64, len(ss))
	for k, s := range ss {
		r := sentence{doc: s.doc, tokens: slices.Clone(s.tokens), words: slices.Clone(s.words)}
		for i := range r.tokens {
			if h := r.tokens[i].head; h >= 0 {
				r.tokens[i].head = len(s.tokens) - 1 - h
			}
		}
		slices.Reverse(r.tokens)
		slices.Reverse(r.words)
		rs[k], rtags[k] = r, slices.Clone(tags[k])
		slices.Reverse(rtags[k])
	}
	return rs, rtags
}

// turned makes a guide of the tree of a reversed sentence.
func turned(heads, rels []int) feature.Guide {
	n := len(heads)
	h, r := make([]int, n), slices.Clone(rels)
	for i, x := range heads {
		if x < n {
			x = n - 1 - x
		}
		h[n-1-i] = x
	}
	slices.Reverse(r)
	return feature.NewGuide(h, r, feature.Guide{})
}

// apart parses each reversed sentence with a parser that has not seen it, and turns
// the trees around.
func apart(o Options, ss []sentence, tags [][]uint64, rels []string, passes int) []feature.Guide {
	guides := make([]feature.Guide, len(ss))
	var wg sync.WaitGroup
	turn := make(chan bool, 2)
	for fold := range folds {
		wg.Go(func() {
			turn <- true
			defer func() { <-turn }()
			p := trainArcs(o, without(ss, fold), without(tags, fold), nil, rels, passes)
			m := learn.New(p.classes, p.finish(3))
			for k := range ss {
				if part(k) == fold {
					guides[k] = turned(parseWith(m, ss[k].words, tags[k], feature.Guide{}))
				}
			}
		})
	}
	wg.Wait()
	return guides
}

// parseWith parses a sentence with a finished model.
func parseWith(m *learn.Model, ws []feature.Word, tags []uint64, g feature.Guide) (heads, rels []int) {
	var s feature.State
	s.Reset(ws, tags, g)
	scores := make([]int32, len(m.Classes()))
	var fs []uint64
	for !s.Done() {
		fs = s.Features(fs[:0])
		clear(scores)
		m.Score(fs, scores)
		move, rel := s.Best(scores)
		s.Make(move, rel)
	}
	return s.Heads[:len(ws)], s.Rels[:len(ws)]
}
