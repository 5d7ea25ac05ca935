package main

import (
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"

	"github.com/datelinehq/dateline/timeline/learn"
	"github.com/datelinehq/dateline/timeline/syntax/entity"
)

// nameFolds is the number of parts for what a document tells of names, found by
// models that have not seen it.
const nameFolds = 4

// leastWeight is the smallest weight of names that is written.
const leastWeight = 0.02

const (
	// hinted is the share of runs that a pass reads with what the document tells,
	hinted = 0.7
	// blind the share of words that it reads without what names the word itself,
	// so that the rest learns to do for unknown ones.
	blind = 0.3
)

// nameSettings are how the model of names is learnt, foldSettings how those are
// that only read its training data.
var (
	nameSettings = crfSettings{rate: 0.03, lasso: 0.3, ridge: 0.5, passes: 12}
	foldSettings = crfSettings{rate: 0.05, lasso: 0.5, ridge: 0.5, passes: 5}
)

// namesFile is the model of names of a language.
func namesFile(o Options) string { return filepath.Join(o.out, o.lang+".names.model") }

// seedsOf is the folder of the seeds: that of the models lies in it.
func seedsOf(o Options) string { return filepath.Join(o.out, "..") }

// trainNames makes the model of names.
func trainNames(o Options) error {
	lists, err := entity.Lists(os.DirFS(seedsOf(o)), o.lang)
	if err != nil {
		return err
	}
	docs, notes, err := readNames(o, "train")
	if err != nil {
		return err
	}
	more, note, err := foreignNames(o, lists)
	if err != nil {
		return err
	}
	docs, notes = append(docs, more...), append(notes, note...)
	for _, d := range docs {
		d.look(lists)
	}
	if err := hintNames(o, docs, lists); err != nil {
		return err
	}
	rows := fitNames(o, append(docs, disguised(docs, lists)...), nameSettings, hinted)
	fmt.Fprintf(os.Stderr, "names: %d rows\n", len(rows))
	if err := writeNames(o, rows); err != nil {
		return err
	}
	return writeNamesCard(o, notes)
}

func writeNames(o Options, rows []learn.Row) error {
	f, err := os.Create(namesFile(o))
	if err != nil {
		return err
	}
	defer f.Close()
	if err := learn.Write(f, entity.Classes(), rows); err != nil {
		return err
	}
	return f.Close()
}

// hintNames fills in what the documents tell of their words: each is read by a
// model that was made from the others.
func hintNames(o Options, docs []*nameDoc, lists *entity.Gazetteer) error {
	for fold := range nameFolds {
		var rest, part []*nameDoc
		for k, d := range docs {
			if k%nameFolds == fold {
				part = append(part, d)
			} else {
				rest = append(rest, d)
			}
		}
		f, err := entity.NewFinder(learn.New(entity.Classes(), fitNames(o, rest, foldSettings, 0)), lists)
		if err != nil {
			return err
		}
		for _, d := range part {
			d.hint(f)
		}
	}
	return nil
}

// A sample is a run of words without and with what the document tells.
type sample struct{ bare, hinted stretch }

// fitNames learns from documents. share of the runs are read with what the
// document tells.
func fitNames(o Options, docs []*nameDoc, set crfSettings, share float64) []learn.Row {
	c := newCRF(set)
	var all []sample
	for _, d := range docs {
		for k := range d.views {
			all = append(all, samplesOf(c, d, k, share > 0)...)
		}
	}
	var words [][]int32
	c.learn(o.seed, len(all), func(r *rand.Rand, k int) stretch {
		s := all[k].bare
		if r.Float64() < share {
			s = all[k].hinted
		}
		words = words[:0]
		for _, fs := range s.words {
			if r.Float64() < blind {
				fs = fs[entity.Own:]
			}
			words = append(words, fs)
		}
		return stretch{words, s.labels}
	})
	return c.finish(leastWeight)
}

// samplesOf are the runs of live words of sentence k.
func samplesOf(c *crf, d *nameDoc, k int, hints bool) (all []sample) {
	v, gold := &d.views[k], d.gold[k]
	var fs []uint64
	v.Segments(func(first, last int) {
		s := sample{bare: stretch{labels: gold[first:last]}, hinted: stretch{labels: gold[first:last]}}
		for i := first; i < last; i++ {
			fs = v.Features(fs[:0], i)
			if d.foreign {
				fs = v.Foreign(fs, i)
			}
			ids := c.number(fs)
			s.bare.words = append(s.bare.words, ids)
			if hints {
				fs = v.Hinted(fs[:0], i)
				ids = append(ids[:len(ids):len(ids)], c.number(fs)...)
			}
			s.hinted.words = append(s.hinted.words, ids)
		}
		all = append(all, s)
	})
	return all
}

// evaluateNames measures the model on the dev files.
func evaluateNames(o Options, w io.Writer) error {
	lists, err := entity.Lists(os.DirFS(seedsOf(o)), o.lang)
	if err != nil {
		return err
	}
	b, err := os.ReadFile(namesFile(o))
	if err != nil {
		return err
	}
	m, err := learn.Read(b)
	if err != nil {
		return err
	}
	f, err := entity.NewFinder(m, lists)
	if err != nil {
		return err
	}
	docs, notes, err := readNames(o, "dev")
	if err != nil {
		return err
	}
	var c nameCount
	for _, d := range docs {
		for k, ls := range f.Label(d.forms) {
			c.add(d.names[k], entity.Decode(ls))
		}
	}
	_, err = fmt.Fprintln(w, notes[0], c.String())
	return err
}
