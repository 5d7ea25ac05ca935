package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"github.com/datelinehq/dateline/timeline/syntax"
	"github.com/datelinehq/dateline/timeline/syntax/feature"
)

// What is kept of each model. Rows that changed seldom and small weights are noise,
// and most of the size; in the large models also rows without a large weight.
var (
	keepTag    = keep{least: 2, small: 8, large: 40}
	keepSecond = keep{least: 3, small: 8, large: 40}
	keepBack   = keep{least: 4, small: 12, large: 46}
	keepArcs   = keep{least: 4, small: 12, large: 44}
)

// Passes over the data: of the tagger, of those for single folds, of the parsers, of the parsers that only
// make guides for training, and of what looks at whole trees.
const (
	tagPasses    = 6
	foldPasses   = 5
	arcPasses    = 7
	guidePasses  = 3
	secondPasses = 5
)

// A trainer holds what the steps of training hand on.
type trainer struct {
	Options
	pack  fs.FS
	ss    []sentence
	known feature.Lexicon
	rels  []string
	// tags and guides come from models that have not seen their sentence.
	tags   [][]uint64
	guides []feature.Guide
	start  time.Time
}

// train makes all models of a language.
func train(o Options, ss []sentence, notes []string) error {
	if err := os.MkdirAll(o.out, 0o755); err != nil {
		return err
	}
	t := &trainer{Options: o, ss: ss, start: time.Now(), pack: os.DirFS(filepath.Join(o.out, "..", "lang", o.lang))}
	t.rels = classesOf(ss, func(t token) string { return t.rel })
	raw, more, err := readRaw(o.raw, t.pack)
	if err != nil {
		return err
	}
	if err := t.words(raw); err != nil {
		return err
	}
	if err := t.taggers(); err != nil {
		return err
	}
	if err := t.parsers(); err != nil {
		return err
	}
	if err := writeLemmas(o, ss); err != nil {
		return err
	}
	return writeCard(o, append(notes, more...))
}

// words makes the lexicon and looks at all words.
func (t *trainer) words(raw [][]string) error {
	of := classes(t.ss, raw)
	t.known = lexicon(t.ss, of)
	t.log("word classes")
	if err := writeWords(t.Options, t.known); err != nil {
		return err
	}
	names, _, err := syntax.Names(t.pack)
	if err != nil {
		return err
	}
	lookApart(t.ss, of, names, t.known)
	headlines(t.ss)
	return nil
}

// taggers makes the taggers, and the tags that the parsers learn from.
func (t *trainer) taggers() error {
	return together(
		func() error {
			return t.save("xpos", trainTagger(t.Options, t.ss, classesOf(t.ss, xposOf), tagPasses), keepTag)
		},
		func() error { t.tags = jackknife(t.Options, t.ss); return nil },
	)
}

// parsers makes the backward parser, and the forward one that it guides.
func (t *trainer) parsers() error {
	back, tags := reversed(t.ss, t.tags)
	err := together(
		func() error {
			return t.save("back", trainArcs(t.Options, back, tags, nil, t.rels, arcPasses), keepBack)
		},
		func() error { t.guides = apart(t.Options, back, tags, t.rels, guidePasses); return nil },
	)
	if err != nil {
		return err
	}
	if err := t.retag(); err != nil {
		return err
	}
	return together(
		func() error {
			return t.save("arcs", trainArcs(t.Options, t.ss, t.tags, t.guides, t.rels, arcPasses), keepArcs)
		},
		t.second,
	)
}

// retag makes the model that corrects tags, and the tags it gives to sentences that
// it has not seen.
func (t *trainer) retag() error {
	var better [][]uint64
	err := together(
		func() error {
			return t.save("retag", trainTags(t.Options, t.ss, t.tags, t.guides, xposOf, (*feature.Tree).Again), keepSecond)
		},
		func() error { better = tagsApart(t.Options, t.ss, t.tags, t.guides); return nil },
	)
	fmt.Fprintf(os.Stderr, "treebank tags of unseen sentences: %.2f %% right, then %.2f %%\n", right(t.ss, t.tags), right(t.ss, better))
	t.tags = better
	return err
}

// second makes the models that look at whole trees.
func (t *trainer) second() error {
	return t.save("upos", trainTags(t.Options, t.ss, t.tags, t.guides, uposOf, (*feature.Tree).Universal), keepSecond)
}

func (t *trainer) save(name string, p *perceptron, k keep) error {
	defer t.log(name)
	return save(t.Options, name, p, k)
}

func (t *trainer) log(what string) {
	fmt.Fprintf(os.Stderr, "%s after %s\n", what, time.Since(t.start).Round(time.Second))
}

// together runs jobs side by side.
func together(jobs ...func() error) error {
	errs := make([]error, len(jobs))
	var wg sync.WaitGroup
	for i, job := range jobs {
		wg.Go(func() { errs[i] = job() })
	}
	wg.Wait()
	return errors.Join(errs...)
}

func xposOf(t token) string { return t.xpos }
func uposOf(t token) string { return t.upos }

// classesOf are the values of a column, sorted.
func classesOf(ss []sentence, of func(token) string) []string {
	seen := map[string]bool{}
	for _, s := range ss {
		for _, t := range s.tokens {
			seen[of(t)] = true
		}
	}
	return slices.Sorted(maps.Keys(seen))
}

// shuffled goes through the sentences in an order that only seed and pass decide.
func shuffled(o Options, pass, n int) []int {
	return rand.New(rand.NewPCG(o.seed, uint64(pass))).Perm(n)
}

// headlines takes the final full stop from every sixth sentence, since headlines
// have none.
func headlines(ss []sentence) {
	for k := range ss {
		s := &ss[k]
		last := len(s.tokens) - 1
		if k%6 == 0 && last > 1 && s.tokens[last].form == "." && s.leaf(last) {
			s.tokens, s.words = s.tokens[:last], s.words[:last]
		}
	}
}

// leaf reports whether nothing hangs on word i.
func (s *sentence) leaf(i int) bool {
	return !slices.ContainsFunc(s.tokens, func(t token) bool { return t.head == i })
}
