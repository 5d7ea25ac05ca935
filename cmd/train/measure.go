package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/datelinehq/dateline/timeline/syntax"
)

type models struct{ parser *syntax.Parser }

func loadModels(o Options) (*models, error) {
	p, err := syntax.Load(os.DirFS(o.out), os.DirFS(filepath.Join(o.out, "..", "lang", o.lang)), o.lang)
	if err != nil {
		return nil, err
	}
	return &models{p}, nil
}

// measure gives the shares of right tags, heads, labelled heads and lemmas, in
// percent.
func (m *models) measure(ss []sentence) string {
	var xpos, upos, lemma, n, uas, las, k int
	for _, s := range ss {
		forms := make([]string, len(s.tokens))
		for i, t := range s.tokens {
			forms[i] = t.form
		}
		for i, w := range m.parser.ParseWords(forms) {
			t := s.tokens[i]
			n++
			xpos += one(w.XPOS == t.xpos)
			upos += one(w.UPOS == t.upos)
			lemma += one(strings.EqualFold(w.Lemma, t.lemma))
			if t.upos == "PUNCT" {
				continue
			}
			k++
			uas += one(w.Head == t.head)
			las += one(w.Head == t.head && w.Rel == t.rel)
		}
	}
	p := func(a, b int) float64 { return 100 * float64(a) / float64(max(b, 1)) }
	return fmt.Sprintf("XPOS %.2f UPOS %.2f lemma %.2f UAS %.2f LAS %.2f", p(xpos, n), p(upos, n), p(lemma, n), p(uas, k), p(las, k))
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}
