package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// timexSuite measures temporal expressions: one set for each folder of TimeML
// files. In a language that is not read, figures are for information and mistakes
// are not listed.
type timexSuite struct{}

func (timexSuite) name() string   { return "timex" }
func (timexSuite) folder() string { return "timex" }

func (timexSuite) sets(dir string) ([]string, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*", "*.tml"))
	if err != nil {
		return nil, err
	}
	var sets []string
	for _, f := range files {
		sets = append(sets, filepath.Base(filepath.Dir(f)))
	}
	slices.Sort(sets)
	return slices.Compact(sets), nil
}

func (timexSuite) measure(b *bench, dir, set string) ([]Figure, error) {
	docs, err := readCorpus(filepath.Join(dir, set))
	if err != nil {
		return nil, err
	}
	lang := langOf(set)
	read := b.analyser.reads(lang)
	if !read {
		b.faults = nil
	}
	answers := make([][]timexAnswer, len(docs))
	b.each(len(docs), func(i int) {
		d := docs[i]
		answers[i] = b.analyser.tag(article{ID: d.name, Published: d.dct, Text: d.text, Lang: lang})
	})
	var c timexCount
	for i, d := range docs {
		c.add(d, answers[i], b.faults)
	}
	figures := c.figures(b.title)
	for i := range figures {
		figures[i].Info = figures[i].Info || !read
	}
	return figures, leave(b, slices.Concat(answers...))
}

// readCorpus reads the TimeML files of a folder, by name.
func readCorpus(dir string) ([]*timeML, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.tml"))
	if err != nil {
		return nil, err
	}
	slices.Sort(files)
	docs := make([]*timeML, len(files))
	for i, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		if docs[i], err = readTimeML(strings.TrimSuffix(filepath.Base(f), ".tml"), raw); err != nil {
			return nil, err
		}
	}
	return docs, nil
}

// langOf is the language code that the name of a corpus ends in ("krauts-de");
// a name without one is English.
func langOf(corpus string) string {
	if i := strings.LastIndexByte(corpus, '-'); i >= 0 && len(corpus)-i == 3 {
		return corpus[i+1:]
	}
	return "en"
}
