package brief

import (
	"cmp"
	"slices"

	"github.com/datelinehq/dateline/timeline"
)

// Length says how much a briefing tells. What is left out is counted, and stays in
// timeline.json.
type Length string

const (
	// OnePage is for who reads nothing else.
	OnePage Length = "one-page"
	// Standard is some three pages.
	Standard Length = "standard"
	// Annex leaves nothing out.
	Annex Length = "annex"
)

// Lengths are all of them.
func Lengths() []Length { return []Length{OnePage, Standard, Annex} }

// limits are the most events of each part; 0 is no limit.
type limits struct{ ahead, happened, ongoing, undated, disputed, actors, each int }

func (l Length) limits() limits {
	switch l {
	case OnePage:
		return limits{ahead: 6, happened: 10, ongoing: 4, undated: 4, disputed: 4, actors: 4, each: 2}
	case Annex:
		return limits{}
	}
	return limits{ahead: 25, happened: 50, ongoing: 15, undated: 30, disputed: 20, actors: 15, each: 5}
}

// keep keeps the n statements whose events matter most, in their order, and no two
// in the same words. It tells how many are left out.
func (c composer) keep(ss []timeline.Statement, n int) ([]timeline.Statement, int) {
	if n == 0 || len(ss) <= n {
		return ss, 0
	}
	order := make([]int, len(ss))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(c.salience(ss[b].Event), c.salience(ss[a].Event)) })
	said := map[string]bool{}
	chosen := make([]bool, len(ss))
	left := n
	for _, i := range order {
		if words := ss[i].Quotes[0]; left > 0 && !said[words] {
			said[words], chosen[i] = true, true
			left--
		}
	}
	var out []timeline.Statement
	for i, s := range ss {
		if chosen[i] {
			out = append(out, s)
		}
	}
	return out, len(ss) - len(out)
}

func (c composer) salience(id string) float64 {
	if e := c.events[id]; e != nil {
		return e.Salience
	}
	return 0
}

// shorten applies the limits of a length.
func (c composer) shorten(b *timeline.Briefing, l limits) {
	b.Ahead, b.Left.Ahead = c.keep(b.Ahead, l.ahead)
	b.Happened, b.Left.Happened = c.keep(b.Happened, l.happened)
	b.Ongoing, b.Left.Ongoing = c.keep(b.Ongoing, l.ongoing)
	b.NoDate, b.Left.NoDate = c.keep(b.NoDate, l.undated)
	b.Disputed, b.Left.Disputed = c.keep(b.Disputed, l.disputed)
	c.positioned(b, l)
}

// positioned keeps the actors of the events that matter most.
func (c composer) positioned(b *timeline.Briefing, l limits) {
	for i := range b.Positions {
		var left int
		b.Positions[i].Statements, left = c.keep(b.Positions[i].Statements, l.each)
		b.Left.Positions += left
	}
	if l.actors == 0 || len(b.Positions) <= l.actors {
		return
	}
	weight := func(p timeline.Position) (w float64) {
		for _, s := range p.Statements {
			w += c.salience(s.Event)
		}
		return w
	}
	ps := slices.Clone(b.Positions)
	slices.SortStableFunc(ps, func(x, y timeline.Position) int { return cmp.Compare(weight(y), weight(x)) })
	for _, p := range ps[l.actors:] {
		b.Left.Positions += len(p.Statements)
	}
	b.Positions = ps[:l.actors]
	slices.SortStableFunc(b.Positions, func(x, y timeline.Position) int { return cmp.Compare(x.Actor, y.Actor) })
}
