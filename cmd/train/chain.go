package main

import (
	"math"

	"github.com/datelinehq/dateline/timeline/syntax/entity"
)

// A chain holds what a crf expects of one run: how likely each label is at each
// word, and how often one stands behind another.
type chain struct {
	at         [][entity.Labels]float64
	pair       [entity.Labels][entity.Labels]float64
	emit       [][entity.Labels]float64
	alpha      [][entity.Labels]float64
	link       [entity.Labels][entity.Labels]float64
	beta, next [entity.Labels]float64
}

// expect runs forward and backward, scaled at each word.
func (ch *chain) expect(c *crf, words [][]int32) {
	n := len(words)
	ch.at, ch.emit, ch.alpha = grown(ch.at, n), grown(ch.emit, n), grown(ch.alpha, n)
	ch.pair = [entity.Labels][entity.Labels]float64{}
	ch.weigh(c, words)
	for i := range n {
		sum := 0.0
		for b := range entity.Labels {
			s := ch.link[0][b]
			if i > 0 {
				s = 0
				for a := range entity.Labels {
					s += ch.alpha[i-1][a] * ch.link[a][b]
				}
			}
			s *= ch.emit[i][b]
			ch.alpha[i][b] = s
			sum += s
		}
		for b := range entity.Labels {
			ch.alpha[i][b] /= sum
		}
	}
	for a := range entity.Labels {
		ch.beta[a] = ch.link[a][0]
	}
	ch.tally(n-1, &ch.beta, nil)
	for i := n - 2; i >= 0; i-- {
		sum := 0.0
		for b := range entity.Labels {
			ch.next[b] = ch.emit[i+1][b] * ch.beta[b]
		}
		for a := range entity.Labels {
			s := 0.0
			for b := range entity.Labels {
				s += ch.link[a][b] * ch.next[b]
			}
			ch.beta[a] = s
			sum += s
		}
		ch.tally(i, &ch.beta, &ch.next)
		for a := range entity.Labels {
			ch.beta[a] /= sum
		}
	}
	for b, p := range ch.at[0] {
		ch.pair[0][b] += p
	}
	for a, p := range ch.at[n-1] {
		ch.pair[a][0] += p
	}
}

// weigh fills in the factors of links and words.
func (ch *chain) weigh(c *crf, words [][]int32) {
	for a := range entity.Labels {
		for b := range entity.Labels {
			if ch.link[a][b] = 0; c.legal[a][b] {
				ch.link[a][b] = math.Exp(float64(c.rows[c.links[a]].weights[b]))
			}
		}
	}
	for i, fs := range words {
		var s [entity.Labels]float32
		for _, f := range fs {
			for l, w := range &c.rows[f].weights {
				s[l] += w
			}
		}
		top := s[0]
		for _, x := range s {
			top = max(top, x)
		}
		for l, x := range s {
			ch.emit[i][l] = math.Exp(float64(x - top))
		}
	}
}

// tally fills in what is expected at word i, and behind it.
func (ch *chain) tally(i int, beta, next *[entity.Labels]float64) {
	sum := 0.0
	for a := range entity.Labels {
		ch.at[i][a] = ch.alpha[i][a] * beta[a]
		sum += ch.at[i][a]
	}
	for a := range entity.Labels {
		ch.at[i][a] /= sum
		if next == nil {
			continue
		}
		for b := range entity.Labels {
			ch.pair[a][b] += ch.alpha[i][a] * ch.link[a][b] * next[b] / sum
		}
	}
}

func grown[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}
