package syntax

import (
	"slices"

	"github.com/datelinehq/dateline/timeline/learn"
	"github.com/datelinehq/dateline/timeline/syntax/feature"
)

// attach leaves the heads of w.words in w.heads, and the relations that the parser
// gave them in w.links. The sentence is parsed twice: backwards, then forwards with
// the first tree as guide and with the tags that it suggests.
func (p *Parser) attach(w *work) {
	n := len(w.words)
	w.turnedWords = append(w.turnedWords[:0], w.words...)
	w.turnedTags = append(w.turnedTags[:0], w.xtags...)
	slices.Reverse(w.turnedWords)
	slices.Reverse(w.turnedTags)
	p.transit(w, p.back, w.turnedWords, w.turnedTags, feature.Guide{})
	heads, links := w.guide.Heads[:0], w.guide.Rels[:0]
	for i := n - 1; i >= 0; i-- {
		h := w.state.Heads[i]
		if h < n {
			h = n - 1 - h
		}
		heads, links = append(heads, h), append(links, w.state.Rels[i])
	}
	w.guide = feature.NewGuide(heads, links, w.guide)
	p.tagAgain(w)
	p.transit(w, p.arcs, w.words, w.xtags, w.guide)
	w.heads = append(w.heads[:0], w.state.Heads[:n]...)
	w.links = append(w.links[:0], w.state.Rels[:n]...)
}

// tagAgain gives words their treebank tags anew, now that a tree is known.
func (p *Parser) tagAgain(w *work) {
	w.whole.Reset(w.words, w.xtags, w.guide.Heads, w.guide.Rels)
	for i := range w.words {
		if !p.fixed(&w.words[i]) {
			w.fs = w.whole.Again(w.fs[:0], i)
			w.xs[i] = first(w.score(p.retag))
		}
	}
	for i, x := range w.xs {
		w.xtags[i] = p.xposHash[x]
	}
}

// universal gives words their universal tags, with all that hangs together in view.
func (p *Parser) universal(w *work) {
	w.whole.Reset(w.words, w.xtags, w.heads, w.links)
	w.us = w.us[:0]
	for i := range w.words {
		w.us = append(w.us, p.universalTag(w, i))
	}
}

func (p *Parser) universalTag(w *work, i int) int {
	if p.nameU >= 0 && w.words[i].IsName() {
		return p.nameU
	}
	w.fs = w.whole.Universal(w.fs[:0], i)
	return first(w.score(p.upos))
}

// transit builds a tree in w.state, move by move.
func (p *Parser) transit(w *work, m *learn.Model, words []feature.Word, tags []uint64, g feature.Guide) {
	s := &w.state
	s.Reset(words, tags, g)
	for !s.Done() {
		if len(s.Stack) == 0 { // nothing else can be done
			s.Make(feature.Shift, 0)
			continue
		}
		w.fs = s.Features(w.fs[:0])
		move, rel := s.Best(w.score(m))
		s.Make(move, rel)
	}
}
