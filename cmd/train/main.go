// Command train makes the models of a language from treebanks, the same bytes
// from the same data.
//
//	train -data ../shared/data/ud -raw ../shared/data -out seeds/models [-lang en] [-names] [-eval]
//
// It reads every LANG_*-train.conllu.gz of the data folder, leaves out documents
// whose licence forbids selling, learns word classes from them and from raw texts,
// and writes lexicon, tagger, parser and lemmas with a card that tells their origin
// and scores. With -eval it only measures the models in -out on the dev files. -names
// makes (or measures) the model of names alone, from uner_LANG_*-train.iob2.gz and the
// freely licensed documents of GUM.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"
)

// Options are the command's flags.
type Options struct {
	data, raw, out, lang string
	eval                 bool
	seed                 uint64
	// names trains and measures the model of names alone.
	names bool
}

func main() {
	var o Options
	flag.StringVar(&o.data, "data", "../shared/data/ud", "folder of the treebanks")
	flag.StringVar(&o.raw, "raw", "../shared/data", "folder of the raw texts")
	flag.StringVar(&o.out, "out", "seeds/models", "folder of the models")
	flag.StringVar(&o.lang, "lang", "en", "language code")
	flag.BoolVar(&o.eval, "eval", false, "only measure the models in -out on the dev files")
	flag.Uint64Var(&o.seed, "seed", 1, "seed of the order of sentences")
	flag.BoolVar(&o.names, "names", false, "only the model of names, with -eval measure it")
	flag.Parse()
	if err := run(o); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(o Options) error {
	switch {
	case o.names && o.eval:
		return evaluateNames(o, os.Stdout)
	case o.names:
		return trainNames(o)
	case o.eval:
		return evaluate(o, os.Stdout)
	}
	files, err := filepath.Glob(filepath.Join(o.data, o.lang+"_*-train.conllu.gz"))
	if err != nil || len(files) == 0 {
		return fmt.Errorf("no %s_*-train.conllu.gz in %s", o.lang, o.data)
	}
	sort.Strings(files)
	var all []sentence
	var notes []string
	for _, f := range files {
		ss, err := readTreebank(f)
		if err != nil {
			return err
		}
		kept := free(ss)
		notes = append(notes, fmt.Sprintf("%s: %d of %d sentences", filepath.Base(f), len(kept), len(ss)))
		fmt.Fprintln(os.Stderr, notes[len(notes)-1])
		all = append(all, kept...)
	}
	return train(o, all, notes)
}
