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
	rows    map[uint64]*row
	step    float64
	scores  []float64
}

type row struct {
	entries []entry
	updates int
}

type entry struct {
	class         int
	weight, total float64
	since         float64
}

func newPerceptron(classes []string) *perceptron {
	p := &perceptron{classes: classes, index: map[string]int{}, rows: map[uint64]*row{}, scores: make([]float64, len(classes))}
	for i, c := range classes {
		p.index[c] = i
	}
	return p
}

// score leaves the scores of the classes in p.scores.
func (p *perceptron) score(fs []uint64) []float64 {
	clear(p.scores)
	for _, f := range fs {
		if r := p.rows[f]; r != nil {
			for i := range r.entries {
				p.scores[r.entries[i].class] += r.entries[i].weight
			}
		}
	}
	return p.scores
}

// best is the best class among those allowed; nil allows all.
func best(scores []float64, allowed func(int) bool) int {
	b := -1
	for c, s := range scores {
		if (b < 0 || s > scores[b]) && (allowed == nil || allowed(c)) {
			b = c
		}
	}
	return b
}

// learn moves the weights from the guess towards the truth.
func (p *perceptron) learn(fs []uint64, truth, guess int) {
	p.step++
	if truth == guess {
		return
	}
	for _, f := range fs {
		r := p.rows[f]
		if r == nil {
			r = &row{}
			p.rows[f] = r
		}
		r.updates++
		r.add(truth, 1, p.step)
		r.add(guess, -1, p.step)
	}
}

func (r *row) add(class int, by, step float64) {
	for i := range r.entries {
		if e := &r.entries[i]; e.class == class {
			e.total += e.weight * (step - e.since)
			e.weight, e.since = e.weight+by, step
			return
		}
	}
	r.entries = append(r.entries, entry{class: class, weight: by, since: step})
}

// scale is the largest weight that is written, smallest the least: what is
// smaller than half a percent of the largest changes next to no decision.
const (
	scale    = 8000
	smallest = 40
)

// finish averages, drops rows with fewer updates than least, and scales the
// weights to 16 bits.
func (p *perceptron) finish(least int) []learn.Row {
	var rows []learn.Row
	top := 0.0
	mean := func(e entry) float64 { return (e.total + e.weight*(p.step-e.since)) / p.step }
	for _, r := range p.rows {
		if r.updates >= least {
			for _, e := range r.entries {
				top = max(top, math.Abs(mean(e)))
			}
		}
	}
	for f, r := range p.rows {
		if r.updates < least {
			continue
		}
		var ws []learn.Weight
		for _, e := range r.entries {
			if v := math.Round(mean(e) / top * scale); math.Abs(v) >= smallest {
				ws = append(ws, learn.Weight{Class: uint16(e.class), Value: int16(v)})
			}
		}
		if len(ws) > 0 && len(ws) < 256 {
			slices.SortFunc(ws, func(a, b learn.Weight) int { return cmp.Compare(a.Class, b.Class) })
			rows = append(rows, learn.Row{Feature: f, Weights: ws})
		}
	}
	slices.SortFunc(rows, func(a, b learn.Row) int { return cmp.Compare(a.Feature, b.Feature) })
	return rows
}
