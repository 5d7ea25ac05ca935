package main

import (
	"cmp"
	"math"
	"slices"

	"github.com/datelinehq/dateline/timeline/learn"
)

// A perceptron learns a sparse linear model (Collins 2002): weights move only on
// a mistake, and the mean over all steps is what is kept.
type perceptron struct {
	classes []string
	index   map[string]int
	table   table
	sketch  sketch
	rows    []row
	step    int32
	scores  []int32
}

// A row holds the weights of a feature. What scoring reads lies apart from what
// only learning reads.
type row struct {
	weights []weight
	means   []mean
	updates int32
}

type weight struct{ class, value int32 }

// mean is the sum of a weight over the steps up to since.
type mean struct {
	total int64
	since int32
}

func newPerceptron(classes []string) *perceptron {
	p := &perceptron{classes: classes, index: map[string]int{}, scores: make([]int32, len(classes)), sketch: newSketch()}
	p.table.grow(1 << 16)
	for i, c := range classes {
		p.index[c] = i
	}
	return p
}

// score leaves the scores of the classes in p.scores.
func (p *perceptron) score(fs []uint64) []int32 {
	clear(p.scores)
	p.addTo(fs, p.scores)
	return p.scores
}

func (p *perceptron) addTo(fs []uint64, scores []int32) {
	for _, f := range fs {
		if i := p.table.find(f); i >= 0 {
			for _, w := range p.rows[i].weights {
				scores[w.class] += w.value
			}
		}
	}
}

// best is the class with the highest score but for one, the first of equals.
func best(scores []int32, but int) int {
	b := -1
	for c, s := range scores {
		if c != but && (b < 0 || s > scores[b]) {
			b = c
		}
	}
	return b
}

// margin is how far the truth must lie above its best rival; less is a mistake.
const margin = 5

// learn moves the weights from the rival towards the truth. It takes p.scores for
// the scores of the features.
func (p *perceptron) learn(fs []uint64, truth, rival int) {
	p.step++
	if p.scores[truth]-p.scores[rival] < margin {
		p.move(fs, truth, 1)
		p.move(fs, rival, -1)
	}
}

// guess learns the truth about features and tells what was guessed before.
func (p *perceptron) guess(fs []uint64, truth int) int {
	scores := p.score(fs)
	rival := best(scores, truth)
	if rival < 0 {
		return truth
	}
	guess := truth
	if scores[rival] > scores[truth] {
		guess = rival
	}
	p.learn(fs, truth, rival)
	return guess
}

// move changes the weights of a class for features.
func (p *perceptron) move(fs []uint64, class int, by int32) {
	for _, f := range fs {
		i := p.table.find(f)
		if i < 0 {
			if by < 0 || !p.sketch.seen(f) {
				continue
			}
			i = len(p.rows)
			p.rows = append(p.rows, row{})
			p.table.put(f, i)
		}
		r := &p.rows[i]
		if by > 0 {
			r.updates++
		}
		r.add(int32(class), by, p.step)
	}
}

func (r *row) add(class, by, step int32) {
	for i := range r.weights {
		if w := &r.weights[i]; w.class == class {
			m := &r.means[i]
			m.total += int64(w.value) * int64(step-m.since)
			w.value, m.since = w.value+by, step
			return
		}
	}
	r.weights = append(r.weights, weight{class, by})
	r.means = append(r.means, mean{since: step})
}

func (p *perceptron) mean(r *row, i int) float64 {
	w, m := r.weights[i], r.means[i]
	return (float64(m.total) + float64(w.value)*float64(p.step-m.since)) / float64(p.step)
}

// small is the number of rows that are too few to drop any.
const small = 5000

// finish averages, drops rows with fewer updates than least, and scales the
// weights to what a model can hold.
func (p *perceptron) finish(least int) []learn.Row {
	if len(p.rows) < small {
		least = 1
	}
	top := 0.0
	p.kept(least, func(_ uint64, r *row) {
		for i := range r.weights {
			top = max(top, math.Abs(p.mean(r, i)))
		}
	})
	scale := learn.MaxValue() / top
	var rows []learn.Row
	p.kept(least, func(f uint64, r *row) {
		var ws []learn.Weight
		for i, w := range r.weights {
			if c := learn.Code(p.mean(r, i) * scale); c != 0 {
				ws = append(ws, learn.Weight{Class: uint8(w.class), Code: c})
			}
		}
		if len(ws) > 0 && len(ws) < 256 {
			slices.SortFunc(ws, func(a, b learn.Weight) int { return cmp.Compare(a.Class, b.Class) })
			rows = append(rows, learn.Row{Feature: f, Weights: ws})
		}
	})
	slices.SortFunc(rows, func(a, b learn.Row) int { return cmp.Compare(a.Feature, b.Feature) })
	return rows
}

// kept goes through the rows with at least so many updates.
func (p *perceptron) kept(least int, do func(f uint64, r *row)) {
	for _, t := range p.table.places {
		if t.row > 0 && int(p.rows[t.row-1].updates) >= least {
			do(t.key, &p.rows[t.row-1])
		}
	}
}

// keep says what remains of a model: rows with at least least updates, weights of
// at least small, and rows with a weight of at least large.
type keep struct {
	least        int
	small, large int32
}

// thin drops small weights, and rows without a large one.
func (k keep) thin(rows []learn.Row) []learn.Row {
	if len(rows) < small {
		return rows
	}
	var kept []learn.Row
	for _, r := range learn.Sorted(rows) {
		top := int32(0)
		var ws []learn.Weight
		for _, w := range r.Weights {
			v := learn.Value(w.Code)
			if v = max(v, -v); v >= k.small {
				ws = append(ws, w)
			}
			top = max(top, v)
		}
		if len(ws) > 0 && top >= k.large {
			kept = append(kept, learn.Row{Feature: r.Feature, Weights: ws})
		}
	}
	return kept
}
