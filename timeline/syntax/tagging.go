package syntax

import (
	"slices"

	"github.com/datelinehq/dateline/timeline/syntax/feature"
)

// fix enters the numbers of tags that words always have.
func (p *Parser) fix() {
	p.only = map[string]int{}
	for i, c := range p.xpos.Classes() {
		p.only[c] = i
	}
}

// tag gives each word its treebank tag, from left to right.
func (p *Parser) tag(w *work) {
	w.xs, w.xtags = w.xs[:0], w.xtags[:0]
	for i := range w.words {
		x := p.treebankTag(w, i)
		w.xs, w.xtags = append(w.xs, x), append(w.xtags, p.xposHash[x])
	}
}

func (p *Parser) treebankTag(w *work, i int) int {
	word := &w.words[i]
	if p.nameX >= 0 && word.IsName() {
		return p.nameX
	}
	if only := word.Only(); only != "" {
		if x, ok := p.only[only]; ok {
			return x
		}
	}
	w.fs = feature.Tag(w.fs[:0], w.words, w.xtags, i)
	return first(w.score(p.xpos))
}

// fixed reports whether a word has its treebank tag wherever it stands.
func (p *Parser) fixed(w *feature.Word) bool {
	return w.Only() != "" || p.nameX >= 0 && w.IsName()
}

// first is the place of the highest score, the first of equals.
func first(scores []int32) int {
	return slices.Index(scores, slices.Max(scores))
}
