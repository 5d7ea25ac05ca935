package main

import (
	"math"
	"slices"
	"strings"
	"unicode"
)

// tlsCount sums over timelines. Precision and recall are averaged and the harmonic mean
// is taken of the averages, as tilse and news-tls do.
type tlsCount struct {
	timelines, withText int
	exact, near, r1, r2 ratio
}

// ratio is a sum of precisions and one of recalls.
type ratio struct{ precision, recall float64 }

func (r *ratio) add(precision, recall float64) {
	r.precision += precision
	r.recall += recall
}

func (r ratio) f1() float64 {
	if r.precision+r.recall == 0 {
		return 0
	}
	return 2 * r.precision * r.recall / (r.precision + r.recall)
}

// per is the mean over n.
func (r ratio) per(n int) ratio {
	if n == 0 {
		return ratio{}
	}
	return ratio{r.precision / float64(n), r.recall / float64(n)}
}

// add compares an answer with gold. Both have been read as days before.
func (c *tlsCount) add(answer, gold goldTimeline) {
	a, g := daysOf(answer), daysOf(gold)
	c.timelines++
	for within, to := range []*ratio{&c.exact, &c.near} {
		hits := matched(a, g, int64(within))
		to.add(share(hits, len(a)), share(hits, len(g)))
	}
	if !slices.ContainsFunc(g, func(d scoredDay) bool { return len(d.words) > 0 }) {
		return // dates without summaries
	}
	c.withText++
	for n, to := range []*ratio{&c.r1, &c.r2} {
		to.add(aligned(a, g, n+1), aligned(g, a, n+1))
	}
}

func (c *tlsCount) figures(title string) []Figure {
	fs := []Figure{
		{Name: title + " date.f1", Value: c.exact.per(c.timelines).f1()},
		{Name: title + " date.near.f1", Value: c.near.per(c.timelines).f1()},
	}
	if c.withText > 0 {
		fs = append(fs,
			Figure{Name: title + " align.words.f1", Value: c.r1.per(c.withText).f1()},
			Figure{Name: title + " align.pairs.f1", Value: c.r2.per(c.withText).f1()})
	}
	return append(fs, Figure{Name: title + " timelines", Value: float64(c.timelines), Count: true, Info: true})
}

// scoredDay is a day and the words that tell it, lower-cased. No word is left out and
// none is cut to its stem, so that figures are lower or higher than ROUGE's and good
// only for comparing one run with another; the public scorer has ROUGE's.
type scoredDay struct {
	day   int64
	words []string
}

func daysOf(t goldTimeline) (out []scoredDay) {
	days, err := byDay(t)
	if err != nil {
		return nil // told when the limits were read
	}
	for d, ss := range days {
		out = append(out, scoredDay{d, strings.FieldsFunc(strings.ToLower(strings.Join(ss, " ")), func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsDigit(r)
		})})
	}
	slices.SortFunc(out, func(a, b scoredDay) int { return int(a.day - b.day) })
	return out
}

// matched counts days that fit one to one, within so many days, the closest first.
func matched(a, g []scoredDay, within int64) int {
	var links []link
	for i := range g {
		for j := range a {
			if d := distance(g[i], a[j]); d <= within {
				links = append(links, link{i, j, -float64(d)})
			}
		}
	}
	ofGold, _ := pairUp(len(g), len(a), links)
	n := 0
	for _, j := range ofGold {
		if j >= 0 {
			n++
		}
	}
	return n
}

func distance(a, b scoredDay) int64 { return max(a.day-b.day, b.day-a.day) }

// aligned is the share of the n-grams of from that the cheapest day of to has, less
// the further away that is: align+ m:1 of Martschat and Markert (EACL 2017).
func aligned(from, to []scoredDay, n int) float64 {
	hits, all := 0.0, 0
	for _, f := range from {
		own := grams(f.words, n)
		all += max(0, len(f.words)-n+1)
		best, cheapest := -1, math.Inf(1)
		for j, t := range to {
			if cost := (1 - 1/float64(distance(f, t)+1)) * (1 - overlapF1(f, t)); cost < cheapest {
				best, cheapest = j, cost
			}
		}
		if best >= 0 {
			hits += float64(common(own, grams(to[best].words, n))) / float64(distance(f, to[best])+1)
		}
	}
	if all == 0 {
		return 0
	}
	return hits / float64(all)
}

// overlapF1 compares the words of two days.
func overlapF1(a, b scoredDay) float64 {
	return f1(common(grams(a.words, 1), grams(b.words, 1)), len(a.words), len(b.words))
}

func grams(words []string, n int) map[string]int {
	out := map[string]int{}
	for i := 0; i+n <= len(words); i++ {
		out[strings.Join(words[i:i+n], " ")]++
	}
	return out
}

// common counts the grams that both have.
func common(a, b map[string]int) (n int) {
	for g, k := range a {
		n += min(k, b[g])
	}
	return n
}
