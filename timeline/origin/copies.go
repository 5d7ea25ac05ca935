package origin

import (
	"cmp"
	"slices"

	"github.com/datelinehq/dateline/timeline"
)

// Shares of common runs of words above which two texts are copies: of the whole, or
// of the beginning. With a twentieth of the words changed, runs of four keep some two
// thirds in common.
const (
	copyWhole = 0.5
	copyLead  = 0.7
)

// Copies reports whether two texts are copies of one report.
func Copies(a, b Sketch) bool {
	whole, lead := Alike(a, b)
	return whole >= copyWhole || lead >= copyLead
}

// Bands of a sketch: texts that agree in one of them are compared (LSH).
const rows = 3

// maxBand bounds how many texts of one band are compared with each other; the rest
// are compared with the first.
const maxBand = 64

// Mark fills in CopyOf and Voice of all sources. sketches are theirs, in order. The
// first of a group of copies is the one published first, then the one with the
// least ID; the voice is the agency that any of them credits, else the outlet or ID
// of the first. The result does not depend on the order of the sources.
func Mark(sources []timeline.Source, sketches []Sketch) {
	g := newGroups(len(sources))
	for _, b := range bands(sketches) {
		for i, x := range b {
			for _, y := range b[i+1 : min(len(b), i+1+maxBand)] {
				if g.find(x) != g.find(y) && Copies(sketches[x], sketches[y]) {
					g.join(x, y)
				}
			}
		}
	}
	members := map[int][]int{}
	for i := range sources {
		r := g.find(i)
		members[r] = append(members[r], i)
	}
	for _, ms := range members {
		mark(sources, ms)
	}
}

// bands are the lists of texts that agree in a band, in the order of the texts.
func bands(sketches []Sketch) [][]int {
	type band struct {
		at   int
		rows [rows]uint32
	}
	lists := map[band][]int{}
	for i, s := range sketches {
		for at := 0; at+rows <= len(s.Hashes); at += rows {
			b := band{at: at}
			copy(b.rows[:], s.Hashes[at:])
			lists[b] = append(lists[b], i)
		}
	}
	var out [][]int
	for _, l := range lists {
		if len(l) > 1 {
			out = append(out, l)
		}
	}
	return out
}

// mark marks one group of copies.
func mark(sources []timeline.Source, ms []int) {
	slices.SortFunc(ms, func(a, b int) int {
		x, y := &sources[a], &sources[b]
		return cmp.Or(when(x).compare(when(y)), cmp.Compare(x.ID, y.ID), cmp.Compare(x.SHA256, y.SHA256))
	})
	first := &sources[ms[0]]
	voice := ""
	for _, m := range ms {
		voice = cmp.Or(voice, sources[m].Origin)
	}
	voice = cmp.Or(voice, first.Outlet, first.ID)
	for _, m := range ms {
		sources[m].Voice = voice
		sources[m].CopyOf = 0
		if m != ms[0] {
			sources[m].CopyOf = first.Number
		}
	}
}

// order is a source's place in time; one without a date comes last.
type order struct {
	dated bool
	day   int64
}

func when(s *timeline.Source) order {
	if s.Published.IsZero() {
		return order{}
	}
	first, _ := s.Published.Bounds()
	return order{true, first}
}

func (o order) compare(p order) int {
	switch {
	case o.dated != p.dated && o.dated:
		return -1
	case o.dated != p.dated:
		return 1
	}
	return cmp.Compare(o.day, p.day)
}

// groups are sets that are joined (union-find).
type groups []int

func newGroups(n int) groups {
	g := make(groups, n)
	for i := range g {
		g[i] = i
	}
	return g
}

func (g groups) find(i int) int {
	for g[i] != i {
		g[i] = g[g[i]]
		i = g[i]
	}
	return i
}

// join joins two sets; the smaller number leads.
func (g groups) join(a, b int) {
	a, b = g.find(a), g.find(b)
	g[max(a, b)] = min(a, b)
}
