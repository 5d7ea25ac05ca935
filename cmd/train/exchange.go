package main

import (
	"cmp"
	"math"
	"slices"
)

// The exchange algorithm (Martin, Liermann and Ney 1998) puts words that stand
// beside the same words into one class: from a first guess on, each word in turn
// moves to the class where it makes the text most likely. Here the text is the
// pairs of a class and a word before it or behind it, so that only counts of one
// word and one class are needed, which is fast.

// contexts bounds the words that count as neighbours, exchanges the rounds.
const (
	contexts  = 6000
	exchanges = 12
)

// A neighbour is how often a context stands beside a word.
type neighbour struct {
	context int32
	count   int32
}

// A corpus is sentences of word numbers, from the most frequent word on.
type corpus struct {
	words []string
	sents [][]int32
	count []int32
}

// newCorpus numbers the words that occur at least least times; the others are -1.
func newCorpus(sents [][]string, least int) *corpus {
	n := map[string]int32{}
	for _, s := range sents {
		for _, w := range s {
			n[w]++
		}
	}
	c := &corpus{}
	for w, k := range n {
		if int(k) >= least {
			c.words = append(c.words, w)
		}
	}
	slices.SortFunc(c.words, func(a, b string) int { return cmp.Or(cmp.Compare(n[b], n[a]), cmp.Compare(a, b)) })
	number := map[string]int32{}
	for i, w := range c.words {
		number[w] = int32(i)
		c.count = append(c.count, n[w])
	}
	for _, s := range sents {
		ids := make([]int32, len(s))
		for i, w := range s {
			id, ok := number[w]
			if !ok {
				id = -1
			}
			ids[i] = id
		}
		c.sents = append(c.sents, ids)
	}
	return c
}

// neighbours are the contexts of each word: those before it, then those behind
// it with numbers of their own. The edge of a sentence and all rare words are two
// more contexts.
func (c *corpus) neighbours() [][]neighbour {
	side := int32(min(len(c.words), contexts)) + 2
	context := func(s []int32, i int) int32 {
		switch {
		case i < 0 || i >= len(s):
			return side - 2
		case s[i] < 0 || s[i] >= side-2:
			return side - 1
		}
		return s[i]
	}
	counts := make([]map[int32]int32, len(c.words))
	for i := range counts {
		counts[i] = map[int32]int32{}
	}
	for _, s := range c.sents {
		for i, w := range s {
			if w >= 0 {
				counts[w][context(s, i-1)]++
				counts[w][side+context(s, i+1)]++
			}
		}
	}
	ns := make([][]neighbour, len(c.words))
	for w, m := range counts {
		for k, n := range m {
			ns[w] = append(ns[w], neighbour{k, n})
		}
		slices.SortFunc(ns[w], func(a, b neighbour) int { return cmp.Compare(a.context, b.context) })
	}
	return ns
}

// An exchanger holds the counts that decide where a word goes.
type exchanger struct {
	classes int
	of      []int32
	// pair counts each context with each class, size the words of a class, count
	// those of a word.
	pair  []int32
	size  []int32
	count []int32
	gains []float64
}

// exchange gives each word of c one of so many classes.
func exchange(c *corpus, ns [][]neighbour, classes int) []int32 {
	e := &exchanger{
		classes: classes, of: make([]int32, len(c.words)), count: c.count,
		pair: make([]int32, 2*(contexts+2)*classes), size: make([]int32, classes), gains: make([]float64, classes),
	}
	for w := range c.words {
		e.of[w] = int32(w % classes)
		e.put(w, ns[w], e.of[w], 1)
	}
	for range exchanges {
		moved := 0
		for w := range c.words {
			from := e.of[w]
			e.put(w, ns[w], from, -1)
			e.of[w] = e.best(w, ns[w])
			e.put(w, ns[w], e.of[w], 1)
			if e.of[w] != from {
				moved++
			}
		}
		if 200*moved < len(c.words) {
			break
		}
	}
	return e.of
}

// put adds a word to a class, or takes it out.
func (e *exchanger) put(w int, ns []neighbour, class, sign int32) {
	for _, n := range ns {
		e.pair[int(n.context)*e.classes+int(class)] += sign * n.count
	}
	e.size[class] += sign * e.count[w]
}

// best is the class in which a word, now in none, makes the text most likely.
func (e *exchanger) best(w int, ns []neighbour) int32 {
	for c, s := range e.size {
		e.gains[c] = -2 * (xlogx(s+e.count[w]) - xlogx(s))
	}
	for _, n := range ns {
		alone := xlogx(n.count)
		row := e.pair[int(n.context)*e.classes:][:e.classes]
		for c, k := range row {
			if k == 0 {
				e.gains[c] += alone
			} else {
				e.gains[c] += xlogx(k+n.count) - xlogx(k)
			}
		}
	}
	best := 0
	for c, g := range e.gains {
		if g > e.gains[best] {
			best = c
		}
	}
	return int32(best)
}

// logs are x log x of small numbers, which are most.
var logs = func() (t [1 << 13]float64) {
	for i := 1; i < len(t); i++ {
		t[i] = float64(i) * math.Log(float64(i))
	}
	return t
}()

func xlogx(x int32) float64 {
	if int(x) < len(logs) {
		return logs[x]
	}
	return float64(x) * math.Log(float64(x))
}
