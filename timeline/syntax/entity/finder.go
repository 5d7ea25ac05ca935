package entity

import (
	"errors"
	"slices"

	"github.com/datelinehq/dateline/timeline/learn"
)

// A Finder labels the words of documents. It never changes and may be used by many
// goroutines.
type Finder struct {
	model *learn.Model
	lists *Gazetteer
	// links are the scores of what stands behind what.
	links [Labels][Labels]int32
}

// NewFinder joins a model and the lists that it was trained with.
func NewFinder(m *learn.Model, lists *Gazetteer) (*Finder, error) {
	if !slices.Equal(m.Classes(), Classes()) {
		return nil, errors.New("the model's labels are others")
	}
	f := &Finder{model: m, lists: lists}
	for a := range Label(Labels) {
		m.Score([]uint64{Link(a)}, f.links[a][:])
		for b := range Label(Labels) {
			if !Follows(a, b) {
				f.links[a][b] = never
			}
		}
	}
	return f, nil
}

// never is the score of what may not follow.
const never = -1 << 28

// scores are what the words of a sentence score for each label.
type scores [][Labels]int32

// Label labels the sentences of a document, each a list of words. It reads them
// twice where the document tells something of their words.
func (f *Finder) Label(sentences [][]string) [][]Label {
	out := make([][]Label, len(sentences))
	views := make([]View, len(sentences))
	first := make([]scores, len(sentences))
	m := NewMemory()
	var w searcher
	for k, forms := range sentences {
		v := &views[k]
		v.Look(f.lists, forms)
		first[k] = f.score(v, nil, &w)
		out[k] = w.best(f, v, first[k])
		m.Add(v, out[k])
	}
	for k := range sentences {
		if v := &views[k]; m.Hint(v, out[k]) {
			out[k] = w.best(f, v, f.score(v, first[k], &w))
		}
	}
	return out
}

// Alone labels one sentence without a document.
func (f *Finder) Alone(forms []string) []Label {
	var v View
	var w searcher
	v.Look(f.lists, forms)
	return w.best(f, &v, f.score(&v, nil, &w))
}

// score scores the live words of a sentence. Given their scores without hints, it
// adds what the hints say.
func (f *Finder) score(v *View, base scores, w *searcher) scores {
	ss := base
	if base == nil {
		ss = make(scores, v.Len())
	}
	for i := range ss {
		if !v.live[i] {
			continue
		}
		if base == nil {
			w.fs = v.Features(w.fs[:0], i)
		} else {
			w.fs = v.Hinted(w.fs[:0], i)
		}
		f.model.Score(w.fs, ss[i][:])
	}
	return ss
}

// searcher is the memory of a search.
type searcher struct {
	fs   []uint64
	back [][Labels]Label
}

// best finds the labels with the highest sum (Viterbi), run by run of live words.
func (w *searcher) best(f *Finder, v *View, ss scores) []Label {
	ls := make([]Label, v.Len())
	v.Segments(func(first, last int) { w.segment(f, ss[first:last], ls[first:last]) })
	return ls
}

func (w *searcher) segment(f *Finder, ss scores, ls []Label) {
	w.back = sized(w.back, len(ss))
	var now [Labels]int32
	for l := range now {
		now[l] = f.links[0][l] + ss[0][l]
	}
	for i := 1; i < len(ss); i++ {
		var next [Labels]int32
		for b := range Label(Labels) {
			top, from := int32(never), Label(0)
			for a := range Label(Labels) {
				if s := now[a] + f.links[a][b]; s > top {
					top, from = s, a
				}
			}
			next[b], w.back[i][b] = max(top+ss[i][b], never), from
		}
		now = next
	}
	last, top := Label(0), int32(2*never)
	for l := range Label(Labels) {
		if Follows(l, 0) && now[l] > top {
			last, top = l, now[l]
		}
	}
	for i := len(ss) - 1; i >= 0; i-- {
		ls[i] = last
		last = w.back[i][last]
	}
}
