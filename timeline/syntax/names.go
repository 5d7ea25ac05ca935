package syntax

import (
	"fmt"
	"io/fs"

	"github.com/datelinehq/dateline/timeline/learn"
	"github.com/datelinehq/dateline/timeline/syntax/entity"
	"github.com/datelinehq/dateline/timeline/text"
)

// A Name is a name of a person, an organisation or a place: words from First up to
// Last of a sentence, which is not in it, and the bytes that they cover.
type Name struct {
	text.Span
	First, Last int
	Type        entity.Type
}

// A Namer finds names. It never changes and may be used by many goroutines.
type Namer struct{ finder *entity.Finder }

// LoadNames reads the model of names and the lists of names of a language from the
// seeds. It takes some ten milliseconds, which who needs no names need not pay.
func LoadNames(seeds fs.FS, language string) (*Namer, error) {
	file := "models/" + language + ".names.model"
	b, err := fs.ReadFile(seeds, file)
	if err != nil {
		return nil, fmt.Errorf("load names: %w", err)
	}
	m, err := learn.Read(b)
	if err != nil {
		return nil, fmt.Errorf("load names: %s: %w", file, err)
	}
	lists, err := entity.Lists(seeds, language)
	if err != nil {
		return nil, fmt.Errorf("load names: %w", err)
	}
	f, err := entity.NewFinder(m, lists)
	if err != nil {
		return nil, fmt.Errorf("load names: %s: %w", file, err)
	}
	return &Namer{f}, nil
}

// Names finds the names in the sentences of one document, whose text is t: one
// list for each sentence. It looks at all of them before it answers, as a name that
// is plain in one place helps in another, and takes time linear in their words.
func (n *Namer) Names(t string, sentences []Sentence) [][]Name {
	forms := make([][]string, len(sentences))
	for k, s := range sentences {
		forms[k] = make([]string, len(s.Words))
		for i, w := range s.Words {
			forms[k][i] = w.In(t)
		}
	}
	out := make([][]Name, len(sentences))
	for k, rs := range n.Ranges(forms) {
		ws := sentences[k].Words
		for _, r := range rs {
			span := text.Span{Start: ws[r.First].Start, End: ws[r.Last-1].End}
			out[k] = append(out[k], Name{span, r.First, r.Last, r.Type})
		}
	}
	return out
}

// Ranges finds the names in the sentences of one document, given as words.
func (n *Namer) Ranges(forms [][]string) [][]entity.Range {
	out := make([][]entity.Range, len(forms))
	for k, ls := range n.finder.Label(forms) {
		out[k] = entity.Decode(ls)
	}
	return out
}
