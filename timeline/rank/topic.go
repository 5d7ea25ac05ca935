package rank

import "math"

// A Topic is what a heap of articles has in common: which of its words are rare, and
// what its first sentences are about. Words weigh by TF-IDF over sentences (Spärck
// Jones 1972); the topic's centre is the mean of the unit vectors of the leading
// sentences (the centroid of Radev et al. 2004).
type Topic struct {
	ids map[uint32]int32
	idf []float64
	// centre has length one, or zero when there are no words.
	centre []float64
}

// scale makes whole numbers of parts of one, so that sums do not depend on the order
// of the articles.
const scale = 1 << 24

func fixed(x float64) int64 { return int64(math.Round(x * scale)) }

// term is a word of a line and its weight there.
type term struct {
	id     int32
	weight float64
}

// newTopic reads all tellings. Copies of a line count once.
func newTopic(ts []Telling) *Topic {
	t := &Topic{ids: map[uint32]int32{}}
	var df []int
	seen := map[uint64]bool{}
	var leads []*Line
	var last []int
	n := 0
	for i := range ts {
		for j := range ts[i].Lines {
			l := &ts[i].Lines[j]
			if p := l.print(); seen[p] {
				continue
			} else {
				seen[p] = true
			}
			n++
			for _, w := range l.Words {
				id, ok := t.ids[w]
				if !ok {
					id = int32(len(df))
					t.ids[w], df, last = id, append(df, 0), append(last, 0)
				}
				if last[id] != n {
					df[id]++
					last[id] = n
				}
			}
			if l.leads() {
				leads = append(leads, l)
			}
		}
	}
	t.idf = make([]float64, len(df))
	for i, d := range df {
		t.idf[i] = math.Log(float64(n) / float64(d))
	}
	t.middle(leads)
	return t
}

// middle finds the centre of lines.
func (t *Topic) middle(lines []*Line) {
	sums := make([]int64, len(t.idf))
	var v []term
	for _, l := range lines {
		v = t.vector(l.Words, v)
		for _, x := range v {
			sums[x.id] += fixed(x.weight)
		}
	}
	t.centre = make([]float64, len(sums))
	for i, s := range sums {
		t.centre[i] = float64(s)
	}
	unit(t.centre)
}

// vector is a line's words with their weights, of length one, in buf. A word that
// stands twice is there once.
func (t *Topic) vector(words []uint32, buf []term) []term {
	v := buf[:0]
	norm := 0.0
next:
	for _, w := range words {
		id, ok := t.ids[w]
		if !ok {
			continue
		}
		for _, x := range v {
			if x.id == id {
				continue next
			}
		}
		v = append(v, term{id, t.idf[id]})
		norm += t.idf[id] * t.idf[id]
		if len(v) == longest {
			break
		}
	}
	if norm > 0 {
		norm = math.Sqrt(norm)
		for i := range v {
			v[i].weight /= norm
		}
	}
	return v
}

// longest is how many different words of a line are looked at.
const longest = 100

// closeness is the cosine of a line and the topic's centre, from 0 to 1.
func (t *Topic) closeness(v []term) float64 { return along(v, t.centre) }

// along is the product of a line and a dense vector.
func along(v []term, dense []float64) float64 {
	s := 0.0
	for _, x := range v {
		s += x.weight * dense[x.id]
	}
	return s
}

// unit gives a vector length one, unless it is zero.
func unit(v []float64) {
	norm := 0.0
	for _, x := range v {
		norm += x * x
	}
	if norm == 0 {
		return
	}
	norm = math.Sqrt(norm)
	for i := range v {
		v[i] /= norm
	}
}
