package main

import (
	"fmt"
	"slices"

	"github.com/datelinehq/dateline/timeline/syntax/entity"
)

// nameCount counts names by type; a name is right when span and type are.
type nameCount struct{ gold, answers, hits [entity.Types + 1]int }

func (c *nameCount) add(gold, answers []entity.Range) {
	for _, g := range gold {
		c.gold[g.Type]++
	}
	for _, a := range answers {
		c.answers[a.Type]++
		if slices.Contains(gold, a) {
			c.hits[a.Type]++
		}
	}
}

// String gives F1 of all and of each type, with precision and recall, in percent.
func (c *nameCount) String() string {
	s := ""
	var g, a, h int
	for t := entity.Person; t <= entity.Place; t++ {
		s += " " + t.String() + " " + fMeasure(c.hits[t], c.gold[t], c.answers[t])
		g, a, h = g+c.gold[t], a+c.answers[t], h+c.hits[t]
	}
	return "F1 (precision/recall): names " + fMeasure(h, g, a) + s
}

func fMeasure(hits, gold, answers int) string {
	p := func(a, b int) float64 { return 100 * float64(a) / float64(max(b, 1)) }
	return fmt.Sprintf("%.2f (%.2f/%.2f)", p(2*hits, gold+answers), p(hits, answers), p(hits, gold))
}
