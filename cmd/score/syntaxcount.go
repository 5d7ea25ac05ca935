package main

import (
	"strings"

	"github.com/datelinehq/dateline/timeline/syntax"
)

// treeCount counts what is right in words and trees.
type treeCount struct {
	goldSentences, sentences, hitSentences int
	goldWords, words, hitWords             int
	upos, xpos, lemma, uas, las            int
	// arcs are the words that count for the trees.
	arcs int
}

func (c *treeCount) sum(o *treeCount) {
	for _, x := range []struct{ to, by *int }{
		{&c.goldSentences, &o.goldSentences}, {&c.sentences, &o.sentences}, {&c.hitSentences, &o.hitSentences},
		{&c.goldWords, &o.goldWords}, {&c.words, &o.words}, {&c.hitWords, &o.hitWords},
		{&c.upos, &o.upos}, {&c.xpos, &o.xpos}, {&c.lemma, &o.lemma}, {&c.uas, &o.uas}, {&c.las, &o.las}, {&c.arcs, &o.arcs},
	} {
		*x.to += *x.by
	}
}

// flatten writes parsed sentences as words of their text.
func flatten(ss []syntax.Sentence, text string) [][]treeWord {
	out := make([][]treeWord, len(ss))
	for k, s := range ss {
		for _, w := range s.Words {
			out[k] = append(out[k], treeWord{w.In(text), w.Lemma, w.UPOS, w.XPOS, w.Rel, w.Head, w.Start, w.End, false})
		}
	}
	return out
}

// joined are the words of all sentences; heads count in all of them.
func joined(ss [][]treeWord) (all []treeWord) {
	for _, s := range ss {
		base := len(all)
		for _, w := range s {
			if w.head >= 0 {
				w.head += base
			}
			all = append(all, w)
		}
	}
	return all
}

// addRaw counts a document that was read from its raw text, as the CoNLL 2018
// shared task does: punctuation counts, subtypes of relations do not.
func (c *treeCount) addRaw(gold *treeDoc, ours [][]treeWord) {
	c.addSentences(gold.sentences, ours)
	gs, os := joined(gold.sentences), joined(ours)
	ps := alignWords(gs, os)
	c.goldWords, c.words, c.hitWords = c.goldWords+len(gs), c.words+len(os), c.hitWords+len(ps)
	goldOf := make([]int, len(os)) // of a word of ours; -2 has none
	for i := range goldOf {
		goldOf[i] = -2
	}
	for _, p := range ps {
		goldOf[p.ours] = p.gold
	}
	for _, p := range ps {
		g, o := gs[p.gold], os[p.ours]
		c.upos += one(g.upos == o.upos)
		c.xpos += one(g.xpos == o.xpos)
		c.lemma += one(g.lemma == o.lemma || g.lemma == "_")
		head := o.head
		if head >= 0 {
			head = goldOf[head]
		}
		c.uas += one(head == g.head)
		c.las += one(head == g.head && universal(g.rel) == universal(o.rel))
	}
}

// universal is a relation without its subtype.
func universal(rel string) string {
	u, _, _ := strings.Cut(rel, ":")
	return u
}

// addSentences counts sentences that begin and end where gold ones do.
func (c *treeCount) addSentences(gold, ours [][]treeWord) {
	spans := map[[2]int]bool{}
	for _, s := range gold {
		spans[[2]int{s[0].start, s[len(s)-1].end}] = true
		c.goldSentences++
	}
	for _, s := range ours {
		if len(s) > 0 {
			c.sentences++
			c.hitSentences += one(spans[[2]int{s[0].start, s[len(s)-1].end}])
		}
	}
}

// addGiven counts a sentence whose words were given. Punctuation does not count for
// the trees, subtypes of relations do.
func (c *treeCount) addGiven(gold []treeWord, ours []syntax.Word) {
	for i, w := range ours {
		g := gold[i]
		c.words++
		c.xpos += one(w.XPOS == g.xpos)
		c.upos += one(w.UPOS == g.upos)
		c.lemma += one(strings.EqualFold(w.Lemma, g.lemma))
		if g.upos == "PUNCT" {
			continue
		}
		c.arcs++
		c.uas += one(w.Head == g.head)
		c.las += one(w.Head == g.head && w.Rel == g.rel)
	}
}

func (c *treeCount) rawFigures(title string) []Figure {
	f := func(what string, hits int) Figure {
		return Figure{Name: title + " raw." + what + ".f1", Value: f1(hits, c.goldWords, c.words)}
	}
	return []Figure{
		{Name: title + " raw.sentences.f1", Value: f1(c.hitSentences, c.goldSentences, c.sentences)},
		f("words", c.hitWords), f("upos", c.upos), f("xpos", c.xpos), f("lemma", c.lemma), f("uas", c.uas), f("las", c.las),
	}
}

func (c *treeCount) givenFigures(title string) []Figure {
	return []Figure{
		{Name: title + " gold.xpos", Value: share(c.xpos, c.words)},
		{Name: title + " gold.upos", Value: share(c.upos, c.words)},
		{Name: title + " gold.lemma", Value: share(c.lemma, c.words)},
		{Name: title + " gold.uas", Value: share(c.uas, c.arcs)},
		{Name: title + " gold.las", Value: share(c.las, c.arcs)},
	}
}

func formsOf(s []treeWord) []string {
	out := make([]string, len(s))
	for i, w := range s {
		out[i] = w.form
	}
	return out
}
