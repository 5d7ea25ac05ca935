package merge

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/datelinehq/dateline/timeline/edtf"
)

// Lengths in days: a date longer than coarse is looked for by its year, one longer
// than vague is compared with nothing but its own words.
const (
	coarse = 31
	vague  = 3 * 366
)

// Keys are the blocks in which a mention is looked for. Two mentions that may be one
// happening have a key in common: the same sentence; the same lemma in one article; or
// the same lemma or type, a common side or place, and a month or year in which both
// may lie. Without a date it is the week in which both were reported.
func Keys(m *Mention) []string {
	keys := []string{"q" + strconv.FormatUint(m.quote, 36)}
	if m.source != nil && m.Event.Lemma != "" {
		keys = append(keys, "a"+m.sourceID()+"\x00"+m.Event.Lemma)
	}
	sides := slices.Concat(m.sides, m.names)
	if len(sides) == 0 {
		sides = slices.Concat(m.places, m.countries)
	}
	var whens []string
	switch {
	case !m.dated:
		whens = weeks(m.published)
	case m.next-m.first > vague || m.first == edtf.Past || m.next == edtf.Future:
		return keys
	case m.next-m.first > coarse:
		for y := year(m.first); y <= year(m.next-1); y++ {
			whens = append(whens, "y"+strconv.Itoa(y))
		}
	default: // its neighbours by a day too, for what contradicts it
		a, b := month(m.first-1), month(m.next)
		whens = []string{"y" + strconv.Itoa(year(m.first)), "m" + strconv.Itoa(a)}
		if b != a {
			whens = append(whens, "m"+strconv.Itoa(b))
		}
	}
	if len(sides) == 0 || !m.dated { // nobody is named: by what the article is about
		for i := 0; i+1 < len(m.sketch.Story) && m.Event.Lemma != ""; i += 2 {
			keys = append(keys, "s"+m.Event.Lemma+"\x00"+strconv.Itoa(i)+"\x00"+strconv.FormatUint(uint64(m.sketch.Story[i])<<32|uint64(m.sketch.Story[i+1]), 36))
		}
	}
	for _, w := range whens {
		for _, s := range sides {
			if m.Event.Lemma != "" {
				keys = append(keys, "l"+m.Event.Lemma+"\x00"+w+"\x00"+s)
			}
			if m.dated && typed(m.Event.Type) {
				keys = append(keys, "t"+m.Event.Type+"\x00"+w+"\x00"+s)
			}
		}
	}
	return keys
}

// weeks are the week of a day and the one before it, so that any two days of less
// than a week's distance have one in common.
func weeks(day int64) []string {
	if day < minDay {
		return []string{"w"}
	}
	w := day / 7
	return []string{"w" + strconv.FormatInt(w, 10), "w" + strconv.FormatInt(w-1, 10)}
}

// typed reports whether a type tells what happened.
func typed(t string) bool { return t != "OTHER" && t != "STATEMENT" && t != "" }

func month(day int64) int {
	d := edtf.FromDays(day)
	return d.Year*12 + int(d.Month)
}

func year(day int64) int { return edtf.FromDays(day).Year }

// neighbours bounds with how many others of its block a mention is compared: those
// that come next by date and words. So a day on which half the world reports costs
// no more than its mentions.
const neighbours = 48

// A Pair is two mentions, by their places in the list, that are one happening.
type Pair struct {
	A, B  int
	Score float64
}

// Pairs compares the mentions of a block, given by their places in ms, and gives
// those that are one happening. In a block of a year only those whose date is coarse
// are compared with others.
func Pairs(ms []Mention, block []int) []Pair {
	if len(block) < 2 {
		return nil
	}
	block = slices.Clone(block)
	slices.Sort(block)
	block = slices.Compact(block)
	var ps []Pair
	for i, a := range block {
		for _, b := range block[i+1 : min(len(block), i+1+neighbours)] {
			if s := Compare(&ms[a], &ms[b]); s.Same() {
				ps = append(ps, Pair{a, b, s.Total()})
			}
		}
	}
	return ps
}

// Clusters joins mentions by their pairs, the surest first, as long as nothing in
// two groups forbids it. It gives all mentions, each once, in groups and an order
// that do not depend on the order of the pairs.
func Clusters(ms []Mention, ps []Pair) [][]int {
	slices.SortFunc(ps, func(x, y Pair) int {
		return cmp.Or(cmp.Compare(y.Score, x.Score), cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B))
	})
	group := make([][]int, len(ms))
	leader := make([]int, len(ms))
	for i := range ms {
		group[i], leader[i] = []int{i}, i
	}
	for _, p := range ps {
		a, b := leader[p.A], leader[p.B]
		if a == b || !mayJoin(ms, group[a], group[b]) {
			continue
		}
		a, b = min(a, b), max(a, b)
		for _, m := range group[b] {
			leader[m] = a
		}
		group[a] = append(group[a], group[b]...)
		slices.Sort(group[a])
		group[b] = nil
	}
	return slices.DeleteFunc(group, func(g []int) bool { return g == nil })
}

// checked bounds how many members of two large groups are held against each other.
const checked = 12

// mayJoin reports whether no member of one group forbids a member of the other.
func mayJoin(ms []Mention, a, b []int) bool {
	for _, x := range a[:min(len(a), checked)] {
		for _, y := range b[:min(len(b), checked)] {
			if Compare(&ms[x], &ms[y]).Veto != "" {
				return false
			}
		}
	}
	return true
}
