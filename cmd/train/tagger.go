package main

import (
	"fmt"
	"os"
	"sync"

	"github.com/datelinehq/dateline/timeline/learn"
	"github.com/datelinehq/dateline/timeline/syntax/feature"
)

// folds is the number of parts for tags that the tagger has not seen.
const folds = 4

// trainTagger learns the treebank tags.
func trainTagger(o Options, ss []sentence, classes []string, passes int) *perceptron {
	p := newPerceptron(classes)
	hs := feature.Hashes(p.classes)
	var fs, seen []uint64
	for pass := range passes {
		wrong, total := 0, 0
		for _, k := range shuffled(o, pass, len(ss)) {
			s := ss[k]
			seen = seen[:0]
			words := s.words
			for i := range words {
				truth := p.index[s.tokens[i].xpos]
				if only := words[i].Only(); only != "" {
					seen = append(seen, hs[p.index[only]])
					continue
				}
				fs = feature.Tag(fs[:0], words, seen, i)
				guess := p.guess(fs, truth)
				seen = append(seen, hs[guess])
				if total++; guess != truth {
					wrong++
				}
			}
		}
		fmt.Fprintf(os.Stderr, "tagger pass %d: %.2f %% wrong\n", pass+1, 100*float64(wrong)/float64(max(total, 1)))
	}
	return p
}

// jackknife tags each sentence with a tagger that has not seen it, so that the
// parser learns from tags as wrong as those it will meet.
func jackknife(o Options, ss []sentence) [][]uint64 {
	tags := make([][]uint64, len(ss))
	classes := classesOf(ss, xposOf)
	var wg sync.WaitGroup
	for fold := range folds {
		wg.Go(func() {
			p := trainTagger(o, without(ss, fold), classes, foldPasses)
			m := learn.New(p.classes, p.finish(keepTag.least))
			for k, s := range ss {
				if part(k) == fold {
					tags[k] = tagWith(m, s.words)
				}
			}
		})
	}
	wg.Wait()
	return tags
}

// part puts runs of sentences into one fold, as they come from one document.
func part(k int) int { return k / 50 % folds }

// without are the items of all sentences but those of a fold.
func without[T any](xs []T, fold int) (rest []T) {
	for k, x := range xs {
		if part(k) != fold {
			rest = append(rest, x)
		}
	}
	return rest
}

func tagWith(m *learn.Model, ws []feature.Word) []uint64 {
	hs := feature.Hashes(m.Classes())
	var seen, fs []uint64
	scores := make([]int32, len(hs))
	for i := range ws {
		if only := ws[i].Only(); only != "" {
			seen = append(seen, feature.Hash(only))
			continue
		}
		if ws[i].IsName() {
			seen = append(seen, feature.Hash("NNP"))
			continue
		}
		clear(scores)
		fs = feature.Tag(fs[:0], ws, seen, i)
		m.Score(fs, scores)
		seen = append(seen, hs[best(scores, -1)])
	}
	return seen
}
