package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"
)

// writeLemmas learns how endings change and writes them with the forms that do
// not follow them.
func writeLemmas(o Options, ss []sentence) error {
	votes := map[string]map[string]int{} // "UPOS\tform" -> lemma -> count
	for _, s := range ss {
		for _, t := range s.tokens {
			if t.upos == "PROPN" || t.lemma == "_" || strings.ContainsAny(t.form+t.lemma, "\t ") {
				continue
			}
			vote(votes, t.upos+"\t"+strings.ToLower(t.form), strings.ToLower(t.lemma))
		}
	}
	endings := map[string]map[string]int{} // "UPOS\tending" -> ending -> forms
	forms := slices.Sorted(maps.Keys(votes))
	for _, key := range forms {
		upos, form, _ := strings.Cut(key, "\t")
		lemma := winner(votes[key])
		for at, n := len(form), 0; n <= 6 && at > 0; n++ {
			if e, ok := strings.CutPrefix(lemma, form[:at]); ok {
				vote(endings, upos+"\t"+form[at:], e)
			}
			_, size := utf8.DecodeLastRuneInString(form[:at])
			at -= size
		}
	}
	return writeGzip(filepath.Join(o.out, o.lang+".lemmas.gz"), func(z io.Writer) {
		for _, key := range slices.Sorted(maps.Keys(endings)) {
			if total(endings[key]) > 1 || strings.HasSuffix(key, "\t") {
				fmt.Fprintf(z, "end\t%s\t%s\n", key, winner(endings[key]))
			}
		}
		for _, key := range forms {
			fmt.Fprintf(z, "form\t%s\t%s\n", key, winner(votes[key]))
		}
	})
}

func vote(m map[string]map[string]int, key, value string) {
	if m[key] == nil {
		m[key] = map[string]int{}
	}
	m[key][value]++
}

func total(m map[string]int) (n int) {
	for _, k := range m {
		n += k
	}
	return n
}

// winner is the most frequent value, the first in the alphabet of equals.
func winner(m map[string]int) string {
	return slices.MaxFunc(slices.Sorted(maps.Keys(m)), func(a, b string) int {
		return cmp.Or(cmp.Compare(m[a], m[b]), cmp.Compare(b, a))
	})
}
