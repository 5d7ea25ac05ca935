package main

import (
	"slices"
	"strings"
)

// orderCount counts relations by temporal awareness (UzZaman and Allen 2011): of the
// reduced relations of each side those that follow from the other side. Mentions of
// one place are simultaneous; those of a place are before those of the next. Events in
// place 0 have none and are left out.
type orderCount struct {
	ofAnswer, answers, ofGold, golds int
	found, mentions, wanted, dated   int
}

// ordered are the mentions of a timeline by place.
type ordered struct {
	at     map[string]int
	date   map[string]string
	places [][]string
}

func orderOf(t goldTimeline) ordered {
	o := ordered{at: map[string]int{}, date: map[string]string{}}
	by := map[int][]string{}
	for _, e := range t.Entries {
		for _, m := range e.Mentions {
			if _, twice := o.at[m]; twice || e.Order <= 0 {
				continue
			}
			o.at[m], o.date[m] = e.Order, strings.ReplaceAll(e.Date, "-XX", "")
			by[e.Order] = append(by[e.Order], m)
		}
	}
	var orders []int
	for n := range by {
		orders = append(orders, n)
	}
	slices.Sort(orders)
	for _, n := range orders {
		o.places = append(o.places, by[n])
	}
	return o
}

// reduced counts a side's relations, and those of them that hold on the other side.
func (o ordered) reduced(other ordered) (held, all int) {
	count := func(a, b string, same bool) {
		x, ok := other.at[a]
		y, too := other.at[b]
		all++
		if ok && too && (same && x == y || !same && x < y) {
			held++
		}
	}
	for i, ms := range o.places {
		for k, a := range ms {
			for _, b := range ms[k+1:] {
				count(a, b, true)
			}
			if i+1 < len(o.places) {
				for _, b := range o.places[i+1] {
					count(a, b, false)
				}
			}
		}
	}
	return held, all
}

func (c *orderCount) add(answer, gold goldTimeline) {
	a, g := orderOf(answer), orderOf(gold)
	held, all := a.reduced(g)
	c.ofAnswer, c.answers = c.ofAnswer+held, c.answers+all
	held, all = g.reduced(a)
	c.ofGold, c.golds = c.ofGold+held, c.golds+all
	c.mentions, c.wanted = c.mentions+len(a.at), c.wanted+len(g.at)
	for m := range g.at {
		if _, ok := a.at[m]; ok {
			c.found++
			if a.date[m] == g.date[m] {
				c.dated++
			}
		}
	}
}

func (c *orderCount) figures(title string) []Figure {
	r := ratio{share(c.ofAnswer, c.answers), share(c.ofGold, c.golds)}
	return []Figure{
		{Name: title + " order.f1", Value: r.f1()},
		{Name: title + " order.precision", Value: r.precision, Info: true},
		{Name: title + " order.recall", Value: r.recall, Info: true},
		{Name: title + " mentions.f1", Value: f1(c.found, c.wanted, c.mentions)},
		{Name: title + " mentions.recall", Value: share(c.found, c.wanted), Info: true},
		{Name: title + " dates", Value: share(c.dated, c.found)},
	}
}
