package main

import (
	"sync"

	"github.com/datelinehq/dateline/timeline/learn"
	"github.com/datelinehq/dateline/timeline/syntax/feature"
)

// trainTags learns tags of a column anew, with the tree at hand.
func trainTags(o Options, ss []sentence, tags [][]uint64, guides []feature.Guide, of func(token) string, see seeing) *perceptron {
	p := newPerceptron(classesOf(ss, of))
	var fs []uint64
	var t feature.Tree
	for pass := range secondPasses {
		for _, k := range shuffled(o, pass, len(ss)) {
			s := ss[k]
			t.Reset(s.words, tags[k], guides[k].Heads, guides[k].Rels)
			for i := range s.words {
				fs = see(&t, fs[:0], i)
				p.guess(fs, p.index[of(s.tokens[i])])
			}
		}
	}
	return p
}

// seeing looks at a word in a tree.
type seeing func(t *feature.Tree, fs []uint64, i int) []uint64

// tagsApart corrects the treebank tags of each sentence by a model that has not seen
// it.
func tagsApart(o Options, ss []sentence, tags [][]uint64, guides []feature.Guide) [][]uint64 {
	better := make([][]uint64, len(ss))
	var wg sync.WaitGroup
	for fold := range folds {
		wg.Go(func() {
			p := trainTags(o, without(ss, fold), without(tags, fold), without(guides, fold), xposOf, (*feature.Tree).Again)
			m := learn.New(p.classes, p.finish(keepSecond.least))
			for k := range ss {
				if part(k) == fold {
					better[k] = tagAgain(m, ss[k].words, tags[k], guides[k])
				}
			}
		})
	}
	wg.Wait()
	return better
}

func tagAgain(m *learn.Model, ws []feature.Word, tags []uint64, g feature.Guide) []uint64 {
	hs := feature.Hashes(m.Classes())
	var t feature.Tree
	t.Reset(ws, tags, g.Heads, g.Rels)
	better := make([]uint64, len(ws))
	scores := make([]int32, len(hs))
	var fs []uint64
	for i := range ws {
		if better[i] = tags[i]; ws[i].Only() != "" || ws[i].IsName() {
			continue
		}
		clear(scores)
		fs = t.Again(fs[:0], i)
		m.Score(fs, scores)
		better[i] = hs[best(scores, -1)]
	}
	return better
}

// right is the share of right tags in percent.
func right(ss []sentence, tags [][]uint64) float64 {
	n, k := 0, 0
	for i, s := range ss {
		for j, t := range s.tokens {
			n++
			k += one(tags[i][j] == feature.Hash(t.xpos))
		}
	}
	return 100 * float64(k) / float64(max(n, 1))
}
