package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"

	"github.com/datelinehq/dateline/timeline/syntax/feature"
)

// trainArcs learns the moves of the parser with the dynamic oracle of Goldberg
// and Nivre (2013), exploring its own mistakes after the first pass.
func trainArcs(o Options, ss []sentence, tags [][]uint64, guides []feature.Guide, rels []string, passes int) *perceptron {
	classes := []string{"shift"}
	number := map[string]int{}
	for i, r := range rels {
		classes = append(classes, "left "+r, "right "+r)
		number[r] = i
	}
	p := newPerceptron(classes)
	var fs []uint64
	var st feature.State
	for pass := range passes {
		r := rand.New(rand.NewPCG(o.seed, uint64(1000+pass)))
		wrong, total := 0, 0
		for _, k := range shuffled(o, pass, len(ss)) {
			words := ss[k].words
			var guide feature.Guide
			if guides != nil {
				guide = guides[k]
			}
			g := newGold(ss[k].tokens[:len(words)])
			st.Reset(words, tags[k], guide)
			for !st.Done() {
				fs = st.Features(fs[:0])
				scores := p.score(fs)
				guess := feature.Class(st.Best(scores))
				free := g.free(&st, number)
				truth, rival := sides(scores, &st, free)
				good := slices.Contains(free[:], guess)
				if rival >= 0 {
					p.learn(fs, truth, rival)
				}
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

// sides are the best class that costs least and the best legal one that costs more,
// -1 if there is none.
func sides(scores []int32, st *feature.State, free [feature.Moves]int) (truth, rival int) {
	truth, rival = -1, -1
	for _, c := range free {
		if c >= 0 && (truth < 0 || scores[c] > scores[truth]) {
			truth = c
		}
	}
	for c, s := range scores {
		m := feature.Shift
		if c > 0 {
			m = feature.Move((c-1)%2 + 1)
		}
		if (rival < 0 || s > scores[rival]) && !slices.Contains(free[:], c) && st.Legal(m) {
			rival = c
		}
	}
	return truth, rival
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
