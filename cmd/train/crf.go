package main

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/datelinehq/dateline/timeline/learn"
	"github.com/datelinehq/dateline/timeline/syntax/entity"
)

// A crf is a chain of labels whose weights are learnt by maximum likelihood
// (Lafferty, McCallum and Pereira 2001), step by step with AdaGrad (Duchi, Hazan
// and Singer 2011). Small weights are drawn to zero, so that few are kept.
type crf struct {
	ids  map[uint64]int32
	keys []uint64
	rows []crfRow
	// links are the rows of what stands behind a label.
	links [entity.Labels]int32
	legal [entity.Labels][entity.Labels]bool
	step  int32
	set   crfSettings
	chain chain
	// sums are the weights after each pass of the second half, summed.
	sums [][entity.Labels]float32
}

// crfSettings are how fast a crf learns, how strongly weights are drawn to zero by
// their size and by its square, summed over all runs, and how often it reads them.
type crfSettings struct {
	rate, lasso, ridge float32
	passes             int
}

// crfRow holds the weights of a feature, their squared steps so far, and when the
// row was last seen.
type crfRow struct {
	weights, squares [entity.Labels]float32
	last             int32
}

func newCRF(set crfSettings) *crf {
	c := &crf{ids: map[uint64]int32{}, set: set}
	for a := range entity.Label(entity.Labels) {
		c.links[a] = c.id(entity.Link(a))
		for b := range entity.Label(entity.Labels) {
			c.legal[a][b] = entity.Follows(a, b)
		}
	}
	return c
}

func (c *crf) id(feature uint64) int32 {
	n, ok := c.ids[feature]
	if !ok {
		n = int32(len(c.rows))
		c.ids[feature] = n
		c.keys = append(c.keys, feature)
		c.rows = append(c.rows, crfRow{})
	}
	return n
}

// A stretch is a stretch of live words: the rows of their features and their labels.
type stretch struct {
	words  [][]int32
	labels []entity.Label
}

// learn passes over the runs, and takes the mean of the later passes. pick chooses which wording of run k a pass reads.
func (c *crf) learn(seed uint64, n int, pick func(r *rand.Rand, k int) stretch) {
	c.set.lasso, c.set.ridge = c.set.lasso/float32(n), c.set.ridge/float32(n)
	for pass := range c.set.passes {
		r := rand.New(rand.NewPCG(seed, uint64(pass)))
		for _, k := range r.Perm(n) {
			c.step++
			c.update(pick(r, k))
		}
		for i := range c.rows {
			c.shrink(int32(i))
		}
		if pass >= c.set.passes/2 {
			c.gather()
		}
	}
	for i, s := range c.sums {
		for l := range s {
			c.rows[i].weights[l] = s[l] / float32(c.set.passes-c.set.passes/2)
		}
	}
}

// gather adds the weights to what their mean is made of.
func (c *crf) gather() {
	if c.sums == nil {
		c.sums = make([][entity.Labels]float32, len(c.rows))
	}
	for i := range c.rows {
		for l, w := range c.rows[i].weights {
			c.sums[i][l] += w
		}
	}
}

// shrink makes up for the steps in which a row was not seen.
func (c *crf) shrink(i int32) {
	r := &c.rows[i]
	k := float32(c.step - r.last)
	r.last = c.step
	if k == 0 {
		return
	}
	for l, w := range r.weights {
		if w == 0 {
			continue
		}
		by := k * c.set.rate / sqrt(r.squares[l])
		w /= 1 + by*c.set.ridge
		if by *= c.set.lasso; w > by {
			r.weights[l] = w - by
		} else if w < -by {
			r.weights[l] = w + by
		} else {
			r.weights[l] = 0
		}
	}
}

func sqrt(x float32) float32 { return float32(math.Sqrt(float64(x))) + 1e-8 }

// move takes a step along the gradient of one weight.
func (r *crfRow) move(l int, gradient, rate float32) {
	r.squares[l] += gradient * gradient
	r.weights[l] -= rate * gradient / sqrt(r.squares[l])
}

// update moves the weights towards the labels of a run.
func (c *crf) update(r stretch) {
	ch := &c.chain
	for a := range c.links {
		c.shrink(c.links[a])
	}
	for _, fs := range r.words {
		for _, f := range fs {
			c.shrink(f)
		}
	}
	ch.expect(c, r.words)
	for i, fs := range r.words {
		for l := range entity.Labels {
			g := float32(ch.at[i][l])
			if r.labels[i] == entity.Label(l) {
				g--
			}
			if g < 1e-5 && g > -1e-5 {
				continue
			}
			for _, f := range fs {
				c.rows[f].move(l, g, c.set.rate)
			}
		}
	}
	before := entity.Label(0)
	for i := range len(r.words) + 1 {
		now := entity.Label(0)
		if i < len(r.words) {
			now = r.labels[i]
		}
		ch.pair[before][now]--
		before = now
	}
	for a := range ch.pair {
		for b, g := range ch.pair[a] {
			if c.legal[a][b] && (g > 1e-6 || g < -1e-6) {
				c.rows[c.links[a]].move(b, float32(g), c.set.rate)
			}
		}
	}
}

// finish gives the rows whose weights are worth keeping. The largest becomes the
// largest that a model can hold.
func (c *crf) finish(least float64) []learn.Row {
	top := 0.0
	for _, r := range c.rows {
		for _, w := range r.weights {
			top = max(top, math.Abs(float64(w)))
		}
	}
	scale := learn.MaxValue() / max(top, least)
	var rows []learn.Row
	for i, r := range c.rows {
		var ws []learn.Weight
		for l, w := range r.weights {
			if code := learn.Code(float64(w) * scale); code != 0 && math.Abs(float64(w)) >= least {
				ws = append(ws, learn.Weight{Class: uint8(l), Code: code})
			}
		}
		if len(ws) > 0 {
			rows = append(rows, learn.Row{Feature: c.keys[i], Weights: ws})
		}
	}
	slices.SortFunc(rows, func(a, b learn.Row) int { return cmp.Compare(a.Feature, b.Feature) })
	return rows
}

func (c *crf) number(fs []uint64) []int32 {
	ids := make([]int32, len(fs))
	for i, f := range fs {
		ids[i] = c.id(f)
	}
	return ids
}
