package rank

import (
	"cmp"
	"math"
	"slices"
)

// Days are the days that articles tell of, each with its weight.
type Days struct {
	topic    *Topic
	tellings []Telling
	days     []Day
	at       map[int64]int
	heaviest float64
}

// A Day is what the articles together say of one day.
type Day struct {
	// Day counts from 1970-01-01.
	Day int64
	// Articles name it, Later of them more than a day after it.
	Articles, Later int
	// Weight is the sum over the articles that name it of how close their closest
	// line with it is to the topic, from 0 to 1 for each.
	Weight float64
}

// An article that looks back at a day says more for it than one of that day or the
// next, one that only announces it says less.
const (
	lookback = 1.25
	announce = 0.75
)

// Weigh weighs the days that articles name. It does not depend on the order of the
// articles. A line that several of them share, word by word, speaks once.
func Weigh(ts []Telling) *Days {
	d := &Days{topic: newTopic(ts), tellings: ts, at: map[int64]int{}}
	sums := map[int64]*tally{}
	best := map[int64]nearest{}
	for i := range ts {
		clear(best)
		d.nearest(&ts[i], best)
		for day, c := range best {
			if sums[day] == nil {
				sums[day] = &tally{voices: map[uint64]int64{}}
			}
			sums[day].add(&ts[i], day, c)
		}
	}
	for day, s := range sums {
		d.days = append(d.days, s.day(day))
	}
	slices.SortFunc(d.days, func(a, b Day) int { return cmp.Compare(a.Day, b.Day) })
	for i, x := range d.days {
		d.at[x.Day] = i
		d.heaviest = max(d.heaviest, x.Weight)
	}
	return d
}

// nearest is an article's closest line about a day.
type nearest struct {
	closeness float64
	print     uint64
}

// nearest finds for each day that an article names its closest line.
func (d *Days) nearest(t *Telling, best map[int64]nearest) {
	var v []term
	for j := range t.Lines {
		l := &t.Lines[j]
		if len(l.Days) == 0 {
			continue
		}
		v = d.topic.vector(l.Words, v)
		c := nearest{d.topic.closeness(v), l.print()}
		for _, day := range l.Days {
			if o, ok := best[day]; !ok || c.closeness > o.closeness {
				best[day] = c
			}
		}
	}
}

// tally sums what articles say of a day. voices holds for each line the most that an
// article with it adds.
type tally struct {
	articles, later int
	voices          map[uint64]int64
}

func (s *tally) add(t *Telling, day int64, c nearest) {
	w := c.closeness
	s.articles++
	switch {
	case !t.Dated:
	case t.looksBack(day):
		s.later++
		w *= lookback
	case t.Published < day:
		w *= announce
	}
	s.voices[c.print] = max(s.voices[c.print], fixed(w))
}

func (s *tally) day(day int64) Day {
	var sum int64
	for _, w := range s.voices {
		sum += w
	}
	return Day{Day: day, Articles: s.articles, Later: s.later, Weight: float64(sum) / scale}
}

// All are the days in order of the calendar.
func (d *Days) All() []Day { return d.days }

// Weight is a day's weight as a part of the heaviest one's, from 0 to 1.
func (d *Days) Weight(day int64) float64 {
	i, ok := d.at[day]
	if !ok || d.heaviest == 0 {
		return 0
	}
	return d.days[i].Weight / d.heaviest
}

// Choose takes the n heaviest days from first to last, both included, and gives them
// in order of the calendar. A day in the shadow of a heavier one beside it counts
// less, since papers tell of it for days. Of equal ones the earlier comes first.
func (d *Days) Choose(n int, first, last int64) []Day {
	a, _ := slices.BinarySearchFunc(d.days, first, func(x Day, day int64) int { return cmp.Compare(x.Day, day) })
	type lit struct {
		Day
		light float64
	}
	var in []lit
	for i := a; i < len(d.days) && d.days[i].Day <= last; i++ {
		in = append(in, lit{d.days[i], d.light(i)})
	}
	slices.SortStableFunc(in, func(a, b lit) int { return cmp.Compare(b.light, a.light) })
	out := make([]Day, 0, min(max(0, n), len(in)))
	for _, x := range in[:cap(out)] {
		out = append(out, x.Day)
	}
	slices.SortFunc(out, func(a, b Day) int { return cmp.Compare(a.Day, b.Day) })
	return out
}

// A heavier day throws a shadow on those beside it, up to so many days away, as deep
// as this power of the ratio of the weights.
const (
	shadowDays = 2
	shadow     = 0.25
)

// light is what the shadow leaves of a day's weight.
func (d *Days) light(i int) float64 {
	x := d.days[i]
	high := x.Weight
	for k := max(0, i-shadowDays); k < min(len(d.days), i+shadowDays+1); k++ {
		if o := d.days[k]; o.Day >= x.Day-shadowDays && o.Day <= x.Day+shadowDays {
			high = max(high, o.Weight)
		}
	}
	if high == 0 {
		return 0
	}
	return x.Weight * math.Pow(x.Weight/high, shadow)
}
