package main

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"github.com/datelinehq/dateline/timeline/learn"
	"github.com/datelinehq/dateline/timeline/syntax"
	"github.com/datelinehq/dateline/timeline/syntax/feature"
)

// Rows that were changed less often are noise, and most of the size.
const (
	leastTag = 3
	leastArc = 8
)

// folds is the number of parts for tags that the tagger has not seen.
const folds = 4

// train makes all models of a language.
func train(o Options, ss []sentence, notes []string) error {
	if err := os.MkdirAll(o.out, 0o755); err != nil {
		return err
	}
	known := lexicon(ss)
	names, _, err := syntax.Names(os.DirFS(filepath.Join(o.out, "..", "lang", o.lang)))
	if err != nil {
		return err
	}
	all := maps.Clone(known)
	for _, n := range names {
		all[n] = feature.Name
	}
	look(ss, all)
	tags := jackknife(o, ss)
	var wg sync.WaitGroup
	errs := make([]error, 3)
	for i, job := range []func() error{
		func() error {
			p := trainTagger(o, ss, xposOf, nil)
			return save(o, "xpos", p, leastTag)
		},
		func() error { return save(o, "upos", trainTagger(o, ss, uposOf, tags), leastTag) },
		func() error { return save(o, "arcs", trainArcs(o, ss, tags), leastArc) },
	} {
		wg.Go(func() { errs[i] = job() })
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	if err := writeLemmas(o, ss, known); err != nil {
		return err
	}
	return writeCard(o, notes)
}

func xposOf(t token) string { return t.xpos }
func uposOf(t token) string { return t.upos }

// classesOf are the values of a column, sorted.
func classesOf(ss []sentence, of func(token) string) []string {
	seen := map[string]bool{}
	for _, s := range ss {
		for _, t := range s.tokens {
			seen[of(t)] = true
		}
	}
	var cs []string
	for c := range seen {
		cs = append(cs, c)
	}
	slices.Sort(cs)
	return cs
}

// shuffled goes through the sentences in an order that only seed and pass decide.
func shuffled(o Options, pass, n int) []int {
	return rand.New(rand.NewPCG(o.seed, uint64(pass))).Perm(n)
}

// trainTagger learns the tags of a column. hints are tags of the other set.
func trainTagger(o Options, ss []sentence, of func(token) string, hints [][]uint64) *perceptron {
	p := newPerceptron(classesOf(ss, of))
	hs := classHashes(p.classes)
	var fs, seen []uint64
	for pass := range o.passes {
		wrong, total := 0, 0
		for _, k := range shuffled(o, pass, len(ss)) {
			s := ss[k]
			seen = seen[:0]
			words := lastStop(s.words, k+pass)
			for i := range words {
				hint := uint64(0)
				if hints != nil {
					hint = hints[k][i]
				}
				fs = feature.Tag(fs[:0], words, seen, i, hint)
				guess, truth := best(p.score(fs), nil), p.index[of(s.tokens[i])]
				p.learn(fs, truth, guess)
				seen = append(seen, hs[guess])
				if total++; guess != truth {
					wrong++
				}
			}
		}
		fmt.Fprintf(os.Stderr, "tagger pass %d: %.2f %% wrong\n", pass+1, 100*float64(wrong)/float64(total))
	}
	return p
}

// lastStop leaves out the final full stop of every sixth sentence, since
// headlines have none.
func lastStop(ws []feature.Word, k int) []feature.Word {
	if k%6 == 0 && len(ws) > 2 && ws[len(ws)-1].Same(fullStop) {
		return ws[:len(ws)-1]
	}
	return ws
}

var fullStop = feature.NewWord(".", nil)

func classHashes(cs []string) []uint64 {
	hs := make([]uint64, len(cs))
	for i, c := range cs {
		hs[i] = feature.Hash(c)
	}
	return hs
}

// jackknife tags each sentence with a tagger that has not seen it, so that the
// parser learns from tags as wrong as those it will meet.
func jackknife(o Options, ss []sentence) [][]uint64 {
	tags := make([][]uint64, len(ss))
	short := o
	short.passes = 4
	var wg sync.WaitGroup
	for fold := range folds {
		wg.Go(func() {
			var rest []sentence
			for k, s := range ss {
				if part(k) != fold {
					rest = append(rest, s)
				}
			}
			p := trainTagger(short, rest, xposOf, nil)
			m := learn.New(p.classes, p.finish(1))
			for k, s := range ss {
				if part(k) == fold {
					tags[k] = tagWith(m, s.words)
				}
			}
		})
	}
	wg.Wait()
	return tags
}

// part puts runs of sentences into one fold, as they come from one document.
func part(k int) int { return k / 50 % folds }

func tagWith(m *learn.Model, ws []feature.Word) []uint64 {
	hs := classHashes(m.Classes())
	var seen, fs []uint64
	scores := make([]int32, len(hs))
	for i := range ws {
		clear(scores)
		fs = feature.Tag(fs[:0], ws, seen, i, 0)
		m.Score(fs, scores)
		seen = append(seen, hs[learn.Best(scores, nil)])
	}
	return seen
}

// trainArcs learns the moves of the parser with the dynamic oracle of Goldberg
// and Nivre (2013), exploring its own mistakes after the first pass.
func trainArcs(o Options, ss []sentence, tags [][]uint64) *perceptron {
	rels := classesOf(ss, func(t token) string { return t.rel })
	classes := []string{"shift"}
	number := map[string]int{}
	for i, r := range rels {
		classes = append(classes, "left "+r, "right "+r)
		number[r] = i
	}
	p := newPerceptron(classes)
	var fs []uint64
	var st feature.State
	for pass := range o.passes {
		r := rand.New(rand.NewPCG(o.seed, uint64(1000+pass)))
		wrong, total := 0, 0
		for _, k := range shuffled(o, pass, len(ss)) {
			words := lastStop(ss[k].words, k+pass)
			g := newGold(ss[k].tokens[:len(words)])
			st.Reset(words, tags[k][:len(words)])
			for !st.Done() {
				fs = st.Features(fs[:0])
				scores := p.score(fs)
				legal := func(c int) bool {
					m, _ := feature.MoveOf(c)
					return st.Legal(m)
				}
				guess := best(scores, legal)
				free := g.free(&st, number)
				truth := best(scores, func(c int) bool { return free[0] == c || free[1] == c || free[2] == c })
				good := guess == truth
				p.learn(fs, truth, guess)
				if total++; !good {
					wrong++
				}
				next := truth
				if !good && pass > 0 && r.Float64() < 0.9 {
					next = guess
				}
				m, rel := feature.MoveOf(next)
				st.Make(m, rel)
			}
		}
		fmt.Fprintf(os.Stderr, "arcs pass %d: %.2f %% of moves cost\n", pass+1, 100*float64(wrong)/float64(total))
	}
	return p
}

// gold is a tree with its children at hand; the root's index is the length.
type gold struct {
	heads    []int
	rels     []string
	children [][]int
}

func newGold(ts []token) *gold {
	g := &gold{make([]int, len(ts)), make([]string, len(ts)), make([][]int, len(ts)+1)}
	for i, t := range ts {
		h := t.head
		if h < 0 || h >= len(ts) {
			h = len(ts)
		}
		g.heads[i], g.rels[i] = h, t.rel
		g.children[h] = append(g.children[h], i)
	}
	return g
}

// free are the classes of the moves that cost least, -1 in the place of others.
func (g *gold) free(s *feature.State, number map[string]int) [feature.Moves]int {
	var costs [feature.Moves]int
	low := 1 << 30
	for m := range costs {
		costs[m] = 1 << 30
		if s.Legal(feature.Move(m)) {
			costs[m] = g.cost(s, feature.Move(m))
		}
		low = min(low, costs[m])
	}
	var classes [feature.Moves]int
	for m := range classes {
		classes[m] = -1
		if costs[m] != low {
			continue
		}
		rel := 0
		if m != int(feature.Shift) {
			rel = number[g.rels[s.Stack[len(s.Stack)-1]]]
		}
		classes[m] = feature.Class(feature.Move(m), rel)
	}
	return classes
}

// cost counts the arcs of the tree that a move makes unreachable.
func (g *gold) cost(s *feature.State, m feature.Move) int {
	n, k := 0, len(s.Stack)
	if m == feature.Shift {
		b := s.Next
		for i, w := range s.Stack {
			if g.heads[w] == b {
				n++
			}
			if i < k-1 && g.heads[b] == w {
				n++
			}
		}
		return n
	}
	s0 := s.Stack[k-1]
	for _, c := range g.children[s0] {
		if c >= s.Next {
			n++
		}
	}
	h := g.heads[s0]
	switch {
	case m == feature.Left && (h > s.Next || k > 1 && h == s.Stack[k-2]):
		n++
	case m == feature.Right && h >= s.Next:
		n++
	}
	return n
}
