package syntax

import (
	"fmt"
	"io/fs"
	"strings"

	"github.com/datelinehq/dateline/timeline/lang"
	"github.com/datelinehq/dateline/timeline/text"
)

// lists reads where words part.
func (p *Parser) lists(pack fs.FS) error {
	split, err := lang.LoadSplit(pack)
	if err != nil {
		return err
	}
	p.words, err = newCutter(pack, split)
	return err
}

// Names are the words of a pack that are names and nothing else, and the treebank
// and universal tag that they have.
func Names(pack fs.FS) (names []string, tags [2]string, err error) {
	ls, err := lang.ReadLines(pack, "syntax-names.txt")
	if err != nil {
		return nil, tags, fmt.Errorf("load syntax: %w", err)
	}
	for _, l := range ls {
		if f := strings.Fields(l.Text); len(f) == 3 && f[0] == "tags" {
			tags = [2]string{f[1], f[2]}
			continue
		}
		names = append(names, l.Text)
	}
	return names, tags, nil
}

// A Cutter finds the words of sentences without any model.
type Cutter struct{ parser Parser }

// NewCutter reads the word lists of a language pack.
func NewCutter(pack fs.FS) (*Cutter, error) {
	c := &Cutter{}
	return c, c.parser.lists(pack)
}

// Words are the words of sentence i of d.
func (c *Cutter) Words(d *text.Document, i int) []text.Span {
	return c.parser.cut(d, d.Sentences[i])
}
