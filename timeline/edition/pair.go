package edition

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/datelinehq/dateline/timeline"
)

// pair finds for each present event the former one that tells the same happening,
// or -1. In this order, each former event once: the same ID; the most words of the
// sources in common; the same type, trigger and country, at dates that allow it.
func pair(olds, news []*timeline.Event) []int {
	p := pairing{olds: olds, news: news, of: slices.Repeat([]int{-1}, len(news)), taken: make([]bool, len(olds))}
	p.byID()
	p.byEvidence()
	p.byLikeness()
	return p.of
}

type pairing struct {
	olds, news []*timeline.Event
	of         []int
	taken      []bool
}

func (p *pairing) join(i, k int) { p.of[i], p.taken[k] = k, true }

func (p *pairing) byID() {
	at := map[string]int{}
	for k, e := range p.olds {
		at[e.ID] = k
	}
	for i, e := range p.news {
		if k, ok := at[e.ID]; ok {
			p.join(i, k)
		}
	}
}

// evidence is a trigger in a sentence, wherever the sentence was printed.
type evidence struct {
	quote  string
	offset int
}

func evidenceOf(e *timeline.Event) []evidence {
	var out []evidence
	for _, c := range e.Cites {
		v := evidence{c.Quote, c.Trigger.Start - c.Span.Start}
		if !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return out
}

// byEvidence pairs those that rest on the same words, most words first.
func (p *pairing) byEvidence() {
	where := map[evidence][]int{}
	for k, e := range p.olds {
		if !p.taken[k] {
			for _, v := range evidenceOf(e) {
				where[v] = append(where[v], k)
			}
		}
	}
	type match struct{ i, k, n int }
	var ms []match
	for i, e := range p.news {
		if p.of[i] >= 0 {
			continue
		}
		n := map[int]int{}
		for _, v := range evidenceOf(e) {
			for _, k := range where[v] {
				n[k]++
			}
		}
		for k, m := range n {
			ms = append(ms, match{i, k, m})
		}
	}
	slices.SortFunc(ms, func(a, b match) int {
		return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.i, b.i), cmp.Compare(a.k, b.k))
	})
	for _, m := range ms {
		if p.of[m.i] < 0 && !p.taken[m.k] {
			p.join(m.i, m.k)
		}
	}
}

// byLikeness pairs the rest if there is exactly one former event that fits.
func (p *pairing) byLikeness() {
	where := map[string][]int{}
	for k, e := range p.olds {
		if !p.taken[k] {
			for _, key := range likeness(e) {
				where[key] = append(where[key], k)
			}
		}
	}
	for i, e := range p.news {
		if p.of[i] >= 0 {
			continue
		}
		found := -1
		for _, key := range likeness(e) {
			for _, k := range where[key] {
				if p.taken[k] || k == found || !mayBe(p.olds[k], e) {
					continue
				}
				if found >= 0 {
					found = -2
				}
				if found == -1 {
					found = k
				}
			}
		}
		if found >= 0 {
			p.join(i, found)
		}
	}
}

// likeness are the keys under which an event is looked for: type, trigger word and
// each country or organisation in it.
func likeness(e *timeline.Event) []string {
	var keys []string
	for _, s := range e.Sides() {
		keys = append(keys, e.Type+"\x00"+e.Lemma+"\x00"+s)
	}
	return keys
}

// mayBe reports whether two events may be one by their dates.
func mayBe(a, b *timeline.Event) bool {
	return !a.Dated() || !b.Dated() || a.When.Overlaps(b.When)
}

func origins(n int) string { return strconv.Itoa(n) }
