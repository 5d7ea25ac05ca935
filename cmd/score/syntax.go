package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/datelinehq/dateline/timeline/syntax"
	"github.com/datelinehq/dateline/timeline/syntax/entity"
)

// syntaxSuite measures words, tags, lemmas, trees and names: one set for each
// treebank (CoNLL-U) and each file of names (IOB2) whose name ends in "-dev".
type syntaxSuite struct{}

func (syntaxSuite) name() string   { return "syntax" }
func (syntaxSuite) folder() string { return "ud" }

// Ends of the names of gold files.
const (
	treesEnd = "-ud-dev.conllu.gz"
	namesEnd = "-dev.iob2.gz"
)

func (syntaxSuite) sets(dir string) ([]string, error) {
	var sets []string
	for _, end := range []string{treesEnd, namesEnd} {
		files, err := filepath.Glob(filepath.Join(dir, "*"+end))
		if err != nil {
			return nil, err
		}
		for _, f := range files {
			sets = append(sets, strings.TrimSuffix(filepath.Base(f), end)+"-dev")
		}
	}
	slices.Sort(sets)
	return sets, nil
}

// A reader is an analyser that can be asked for words, trees and names. One that
// cannot has no figures of this suite.
type reader interface {
	// parse reads a raw text: its sentences, their words and trees.
	parse(a article) []syntax.Sentence
	// parseWords tags and parses a sentence whose words are given.
	parseWords(forms []string) []syntax.Word
	// nameWords finds the names in a document whose sentences are given as words.
	nameWords(sentences [][]string) [][]entity.Range
}

func (syntaxSuite) measure(b *bench, dir, set string) ([]Figure, error) {
	r, ok := b.analyser.(reader)
	if !ok {
		return nil, nil
	}
	base := filepath.Join(dir, strings.TrimSuffix(set, "-dev"))
	if _, err := os.Stat(base + treesEnd); err != nil {
		return measureNames(b, r, base+namesEnd)
	}
	return measureTrees(b, r, base+treesEnd, language(set))
}

// measureTrees measures what is read from the raw text and from the given words of
// a treebank.
func measureTrees(b *bench, r reader, file, lang string) ([]Figure, error) {
	docs, err := readTrees(file)
	if err != nil {
		return nil, err
	}
	raw, given := make([]treeCount, len(docs)), make([]treeCount, len(docs))
	b.each(len(docs), func(i int) {
		d := &docs[i]
		raw[i].addRaw(d, flatten(r.parse(article{ID: d.id, Text: d.text, Lang: lang}), d.text))
		for _, s := range d.sentences {
			given[i].addGiven(s, r.parseWords(formsOf(s)))
		}
	})
	var all, words treeCount
	for i := range docs {
		all.sum(&raw[i])
		words.sum(&given[i])
	}
	return append(all.rawFigures(b.title), words.givenFigures(b.title)...), nil
}

// language is the code with which the name of a treebank begins.
func language(set string) string {
	code, _, _ := strings.Cut(set, "_")
	return code
}
