package rank

import (
	"cmp"
	"math"
	"slices"
)

// A Pick is a sentence of an article, both by number.
type Pick struct{ Telling, Sentence int }

// What speaks for a sentence: that the sentences chosen for a day together lie close
// to the middle of all that is told of the day, that it lies close to the topic, that
// it looks back, and that it is short: the last for every hundred words.
const (
	forMiddle   = 1.0
	forTopic    = 0.8
	forLookback = 0.03
	forShort    = 0.25
)

const (
	// unnamed is what the leading sentences of articles of a day or the next, which
	// name no day, add to its middle.
	unnamed = 0.5
	// fewestWords and mostWords bound sentences that can stand alone.
	fewestWords, mostWords = 8, 45
	// alike is the cosine from which two sentences tell the same.
	alike = 0.5
	// sameNews is for how many days before and after no sentence is repeated.
	sameNews = 3
	// mostLines bounds the sentences that are weighed for one day, so that the time
	// for a day does not grow with the square of what is told of it.
	mostLines = 2000
)

// Gist picks for each of the days up to n sentences that tell it best and do not
// repeat each other or the days beside it. Heavier days come first, so that a lighter
// one beside them has to say something else. It does not depend on the order of the
// articles, apart from which of several equal sentences is named.
func (d *Days) Gist(days []int64, n int) [][]Pick {
	told := d.lines(days)
	g := &gist{
		topic:  d.topic,
		middle: make([]float64, len(d.topic.idf)), around: make([]float64, len(d.topic.idf)),
		sum:   make([]float64, len(d.topic.idf)),
		taken: map[int64][]*candidate{},
	}
	order := make([]int, len(days))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(d.Weight(days[b]), d.Weight(days[a])), cmp.Compare(days[a], days[b]))
	})
	out := make([][]Pick, len(days))
	for _, i := range order {
		out[i] = g.pick(days[i], told[i], n)
	}
	return out
}

// candidate is a sentence that may tell a day.
type candidate struct {
	Pick
	line *Line
	// named says that it names the day, back that its article looks back at it.
	named, back bool
	terms       []term
	topic       float64
	gone        bool
}

// lines collects the sentences that may tell each of the days: those that name it,
// and the first of articles of that day and the next, if they name none.
func (d *Days) lines(days []int64) [][]candidate {
	at := make(map[int64]int, len(days))
	for i, day := range days {
		at[day] = i
	}
	out := make([][]candidate, len(days))
	put := func(day int64, c candidate) {
		if i, ok := at[day]; ok {
			out[i] = append(out[i], c)
		}
	}
	for i := range d.tellings {
		t := &d.tellings[i]
		for j := range t.Lines {
			l := &t.Lines[j]
			c := candidate{Pick: Pick{i, l.Sentence}, line: l}
			if t.Dated && l.leads() && len(l.Days) == 0 {
				put(t.Published, c)
				put(t.Published-1, c)
			}
			for _, day := range l.Days {
				c.named, c.back = true, t.looksBack(day)
				put(day, c)
			}
		}
	}
	return out
}

// gist works on one day after the other; the dense vectors are used again.
type gist struct {
	topic               *Topic
	middle, around, sum []float64
	// touched are the words of the day's sentences.
	touched []int32
	taken   map[int64][]*candidate
}

func (g *gist) pick(day int64, cs []candidate, n int) []Pick {
	cs = g.distinct(cs)
	defer g.reset()
	g.center(cs)
	var near []*candidate
	for x := day - sameNews; x <= day+sameNews; x++ {
		near = append(near, g.taken[x]...)
	}
	var picks []Pick
	toMiddle, square := 0.0, 0.0
	for len(picks) < n {
		c := g.best(cs, toMiddle, square)
		if c == nil {
			break
		}
		c.gone = true
		if slices.ContainsFunc(near, func(o *candidate) bool { return cosine(c.terms, o.terms) > alike }) {
			continue
		}
		near = append(near, c)
		g.taken[day] = append(g.taken[day], c)
		picks = append(picks, c.Pick)
		toMiddle += along(c.terms, g.middle)
		square += 1 + 2*along(c.terms, g.sum)
		for _, x := range c.terms {
			g.sum[x.id] += x.weight
		}
	}
	return picks
}

// distinct keeps one of sentences with the same words, and puts them into an order of
// their own. Of too many it keeps those closest to the topic.
func (g *gist) distinct(cs []candidate) []candidate {
	slices.SortStableFunc(cs, func(a, b candidate) int { return compareLines(a.line, b.line) })
	cs = slices.CompactFunc(cs, func(a, b candidate) bool { return slices.Equal(a.line.Words, b.line.Words) })
	for i := range cs {
		cs[i].terms = g.topic.vector(cs[i].line.Words, nil)
		cs[i].topic = g.topic.closeness(cs[i].terms)
	}
	if len(cs) > mostLines {
		slices.SortStableFunc(cs, func(a, b candidate) int { return cmp.Compare(b.topic, a.topic) })
		cs = cs[:mostLines]
	}
	return cs
}

// center finds the middle of what is told of a day. Where there are sentences of both
// kinds only words count that stand in both (PM-MEAN of Ghalandari and Ifrim 2020).
func (g *gist) center(cs []candidate) {
	for i := range cs {
		to := g.around
		if cs[i].named {
			to = g.middle
		}
		for _, x := range cs[i].terms {
			if g.middle[x.id] == 0 && g.around[x.id] == 0 {
				g.touched = append(g.touched, x.id)
			}
			to[x.id] += x.weight
		}
	}
	named := slices.ContainsFunc(cs, func(c candidate) bool { return c.named })
	bare := slices.ContainsFunc(cs, func(c candidate) bool { return !c.named })
	if !named {
		g.middle, g.around = g.around, g.middle
	}
	g.unit(g.middle)
	if !named || !bare {
		return
	}
	g.unit(g.around)
	for _, i := range g.touched {
		if g.middle[i] == 0 || g.around[i] == 0 {
			g.middle[i] = 0
			continue
		}
		g.middle[i] += unnamed * g.around[i]
	}
	g.unit(g.middle)
}

// unit gives a vector of the day's words length one, unless it is zero.
func (g *gist) unit(v []float64) {
	square := 0.0
	for _, i := range g.touched {
		square += v[i] * v[i]
	}
	if square == 0 {
		return
	}
	for _, i := range g.touched {
		v[i] /= math.Sqrt(square)
	}
}

// best is the sentence that, together with those taken, has the most for it. toMiddle
// is the product of their sum and the middle, square the sum's with itself.
func (g *gist) best(cs []candidate, toMiddle, square float64) *candidate {
	var best *candidate
	most := math.Inf(-1)
	for i := range cs {
		c := &cs[i]
		if c.gone {
			continue
		}
		s := forTopic*c.topic - forShort*float64(len(c.line.Words))/100
		if norm := square + 1 + 2*along(c.terms, g.sum); norm > 0 {
			s += forMiddle * (toMiddle + along(c.terms, g.middle)) / math.Sqrt(norm)
		}
		if c.back {
			s += forLookback
		}
		if n := len(c.line.Words); n < fewestWords || n > mostWords {
			s-- // only if there is nothing else
		}
		if s > most {
			best, most = c, s
		}
	}
	return best
}

func (g *gist) reset() {
	for _, i := range g.touched {
		g.middle[i], g.around[i], g.sum[i] = 0, 0, 0
	}
	g.touched = g.touched[:0]
}

// cosine of two lines.
func cosine(a, b []term) float64 {
	s := 0.0
	for _, x := range a {
		for _, y := range b {
			if x.id == y.id {
				s += x.weight * y.weight
			}
		}
	}
	return s
}
