package syntax

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"github.com/datelinehq/dateline/timeline/lang"
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
	xpos, upos, arcs   *learn.Model
	xposHash, uposHash []uint64
	rels               []string
	lemmas             *lemmas
	words              *cutter
	// nameX and nameU are the tags of names that are nothing else, -1 for none.
	nameX, nameU int
	work         sync.Pool
}

// Load reads the models named after the language code from models and the word
// lists of the language from its pack.
func Load(models, pack fs.FS, language string) (*Parser, error) {
	p := &Parser{}
	for _, m := range []struct {
		name string
		to   **learn.Model
	}{{"xpos", &p.xpos}, {"upos", &p.upos}, {"arcs", &p.arcs}} {
		f, err := models.Open(language + "." + m.name + ".model")
		if err != nil {
			return nil, fmt.Errorf("load syntax: %w", err)
		}
		*m.to, err = learn.Read(f)
		_ = f.Close()
		if err != nil {
			return nil, fmt.Errorf("load syntax: %s: %w", m.name, err)
		}
	}
	p.xposHash, p.uposHash = hashes(p.xpos), hashes(p.upos)
	for i, c := range p.arcs.Classes() {
		if rel, left := strings.CutPrefix(c, "left "); left {
			p.rels = append(p.rels, rel)
		} else if i%2 == 1 {
			return nil, fmt.Errorf("load syntax: class %d of the arcs is %q", i, c)
		}
	}
	if len(p.arcs.Classes()) != 2*len(p.rels)+1 || len(p.rels) == 0 {
		return nil, fmt.Errorf("load syntax: %d classes of arcs", len(p.arcs.Classes()))
	}
	var err error
	if p.lemmas, err = loadLemmas(models, language); err != nil {
		return nil, err
	}
	if err := p.lists(pack); err != nil {
		return nil, err
	}
	p.work.New = func() any { return &work{} }
	return p, nil
}

func hashes(m *learn.Model) []uint64 {
	hs := make([]uint64, len(m.Classes()))
	for i, c := range m.Classes() {
		hs[i] = feature.Hash(c)
	}
	return hs
}

// lists reads the word lists of the pack.
func (p *Parser) lists(pack fs.FS) error {
	k, err := lang.Load(pack)
	if err != nil {
		return err
	}
	if p.words, err = newCutter(pack, k.Split); err != nil {
		return err
	}
	names, tags, err := Names(pack)
	if err != nil {
		return err
	}
	p.nameX, p.nameU = slices.Index(p.xpos.Classes(), tags[0]), slices.Index(p.upos.Classes(), tags[1])
	for _, n := range names {
		p.lemmas.known[n] = feature.Name
	}
	return nil
}

// Names are the words of a pack that are names and nothing else, and the treebank
// and universal tag that they have.
func Names(pack fs.FS) (names []string, tags [2]string, err error) {
	b, err := fs.ReadFile(pack, "syntax-names.txt")
	if err != nil {
		return nil, tags, fmt.Errorf("load syntax: %w", err)
	}
	for _, l := range lang.Lines("syntax-names.txt", string(b)) {
		if f := strings.Fields(l.Text); len(f) == 3 && f[0] == "tags" {
			tags = [2]string{f[1], f[2]}
			continue
		}
		names = append(names, l.Text)
	}
	return names, tags, nil
}

// work is the memory of one goroutine.
type work struct {
	words        []feature.Word
	xtags, utags []uint64
	xs, us       []int
	fs           []uint64
	scores       []int32
	state        feature.State
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
		w.words = append(w.words, feature.NewWord(s.In(t), p.lemmas.known))
	}
	w.xs, w.xtags = p.tag(w, p.xpos, p.xposHash, w.xs[:0], w.xtags[:0], nil, p.nameX)
	w.us, w.utags = p.tag(w, p.upos, p.uposHash, w.us[:0], w.utags[:0], w.xtags, p.nameU)
	heads := p.attach(w)
	words := make([]Word, len(spans))
	for i, s := range spans {
		u := p.upos.Classes()[w.us[i]]
		words[i] = Word{
			Span: s, UPOS: u, XPOS: p.xpos.Classes()[w.xs[i]],
			Head: heads[i], Rel: p.rels[max(w.state.Rels[i], 0)],
			Lemma: p.lemmas.of(s.In(t), u),
		}
	}
	return words
}

// tag gives each word the best tag, from left to right.
func (p *Parser) tag(w *work, m *learn.Model, hs []uint64, tags []int, seen, hints []uint64, name int) ([]int, []uint64) {
	for i := range w.words {
		hint := uint64(0)
		if hints != nil {
			hint = hints[i]
		}
		w.fs = feature.Tag(w.fs[:0], w.words, seen, i, hint)
		best := learn.Best(w.score(m), nil)
		if name >= 0 && w.words[i].IsName() {
			best = name
		}
		tags, seen = append(tags, best), append(seen, hs[best])
	}
	return tags, seen
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

// attach gives each word its head, and leaves the relations in the state.
func (p *Parser) attach(w *work) []int {
	s := &w.state
	s.Reset(w.words, w.xtags)
	for !s.Done() {
		w.fs = s.Features(w.fs[:0])
		best := learn.Best(w.score(p.arcs), func(c int) bool {
			m, _ := feature.MoveOf(c)
			return s.Legal(m)
		})
		m, rel := feature.MoveOf(best)
		s.Make(m, rel)
	}
	heads := make([]int, len(w.words))
	for i := range heads {
		if heads[i] = s.Heads[i]; heads[i] == len(w.words) {
			heads[i] = -1
		}
	}
	return heads
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
