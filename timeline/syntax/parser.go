package syntax

import (
	"strings"
	"sync"

	"github.com/datelinehq/dateline/timeline/learn"
	"github.com/datelinehq/dateline/timeline/syntax/feature"
	"github.com/datelinehq/dateline/timeline/text"
)

// maxWords bounds the words of one tree. A longer sentence gets several trees,
// whose roots hang on the root of the first.
const maxWords = 250

// A Parser tags and parses one language. It never changes and may be used by
// many goroutines.
type Parser struct {
	// xpos tags. back parses from the end of a sentence to its beginning,
	// arcs from its beginning to its end, led by the tree of back.
	// retag corrects the treebank tags in between, upos gives the universal ones.
	xpos, back, arcs, retag, upos *learn.Model
	xposHash                      []uint64
	rels                          []string
	lemmas                        *lemmas
	known                         feature.Lexicon
	words                         *cutter
	// nameX and nameU are the tags of names that are nothing else, -1 for none.
	nameX, nameU int
	// only numbers the tags that words may always have.
	only map[string]int
	work sync.Pool
}

// work is the memory of one goroutine.
type work struct {
	seen         map[string]feature.Word
	words        []feature.Word
	xtags        []uint64
	xs, us       []int
	fs           []uint64
	scores       []int32
	state        feature.State
	guide        feature.Guide
	whole        feature.Tree
	turnedWords  []feature.Word
	turnedTags   []uint64
	heads, links []int
}

// Parse parses sentence i of d. loose are spans that may be bare adverbials, as
// "last year"; nil for none.
func (p *Parser) Parse(d *text.Document, i int, loose []text.Span) Sentence {
	s := d.Sentences[i]
	out := Sentence{Span: s.Span, Index: i}
	w := p.work.Get().(*work)
	defer p.work.Put(w)
	for _, spans := range limit(p.cut(d, s)) {
		base := len(out.Words)
		root := out.Root()
		out.Words = append(out.Words, p.parseLoose(w, d.Text, spans, loose)...)
		for k := base; k < len(out.Words); k++ {
			switch h := &out.Words[k].Head; {
			case *h >= 0:
				*h += base
			case root >= 0:
				*h, out.Words[k].Rel = root, "parataxis"
			}
		}
	}
	return out
}

// tree tags and parses the words under spans.
func (p *Parser) tree(w *work, t string, spans []text.Span) []Word {
	w.words = w.words[:0]
	for _, s := range spans {
		w.words = append(w.words, p.look(w, s.In(t)))
	}
	p.tag(w)
	p.attach(w)
	p.universal(w)
	words := make([]Word, len(spans))
	for i, s := range spans {
		u := p.upos.Classes()[w.us[i]]
		words[i] = Word{
			Span: s, UPOS: u, XPOS: p.xpos.Classes()[w.xs[i]],
			Head: headOf(w, i), Rel: p.rels[w.links[i]],
			Lemma: p.lemmas.of(s.In(t), u),
		}
	}
	return words
}

// maxSeen bounds the words whose looks are kept, since most words of a text were
// in it before; maxKept is the longest of them.
const (
	maxSeen = 2000
	maxKept = 40
)

// look is what the models see of a word.
func (p *Parser) look(w *work, form string) feature.Word {
	if word, ok := w.seen[form]; ok {
		return word
	}
	word := feature.NewWord(form, p.known)
	if len(form) > maxKept {
		return word
	}
	if len(w.seen) >= maxSeen {
		clear(w.seen)
	}
	w.seen[strings.Clone(form)] = word
	return word
}

func headOf(w *work, i int) int {
	if h := w.heads[i]; h < len(w.words) {
		return h
	}
	return -1
}

// score scores w.fs.
func (w *work) score(m *learn.Model) []int32 {
	n := len(m.Classes())
	if cap(w.scores) < n {
		w.scores = make([]int32, n)
	}
	w.scores = w.scores[:n]
	clear(w.scores)
	m.Score(w.fs, w.scores)
	return w.scores
}

// ParseWords tags and parses words that are already cut, as treebanks have them.
// The spans of the result count in the words joined by blanks.
func (p *Parser) ParseWords(forms []string) []Word {
	spans := make([]text.Span, len(forms))
	at := 0
	for i, f := range forms {
		spans[i] = text.Span{Start: at, End: at + len(f)}
		at += len(f) + 1
	}
	w := p.work.Get().(*work)
	defer p.work.Put(w)
	return p.tree(w, strings.Join(forms, " "), spans)
}
