package syntax

import (
	"fmt"
	"io/fs"
	"strings"
	"unicode/utf8"

	"github.com/datelinehq/dateline/timeline/lang"
	"github.com/datelinehq/dateline/timeline/text"
)

// A cutter knows where the treebanks of one language part words. It never changes.
type cutter struct {
	// short are the abbreviations of the language, without their last full stop.
	short map[string]bool
	// clitic are endings that are words of their own: "n't".
	clitic []string
	// pieces are the lengths of the words in one that is written together:
	// "cannot" is 3 and 3.
	pieces map[string][]int
	// prefix keeps its hyphen: "non-profit" is one word, "oil-rich" three.
	prefix map[string]bool
	// unit parts from the figure before it: "5km".
	unit map[string]bool
	// suffix ends a host or a file: "com", "doc".
	suffix map[string]bool
	// whole are words with marks in them, by their first byte: "w/o", ":-)".
	whole [256][]string
}

// newCutter reads syntax-clitics.txt and syntax-words.txt of a pack.
func newCutter(pack fs.FS, split text.Rules) (*cutter, error) {
	c := &cutter{short: map[string]bool{}, pieces: map[string][]int{}, prefix: map[string]bool{}, unit: map[string]bool{}, suffix: map[string]bool{}}
	for _, set := range []map[string]bool{split.Never, split.Number, split.Maybe} {
		for w := range set {
			c.short[w] = true
		}
	}
	ls, err := lang.ReadLines(pack, "syntax-clitics.txt")
	if err != nil {
		return nil, fmt.Errorf("load syntax: %w", err)
	}
	for _, l := range ls {
		c.clitic = append(c.clitic, l.Text)
	}
	ts, err := lang.ReadTerms(pack, "syntax-words.txt")
	if err != nil {
		return nil, fmt.Errorf("load syntax: %w", err)
	}
	for _, t := range ts {
		if err := c.add(t); err != nil {
			return nil, fmt.Errorf("load syntax: %w", err)
		}
	}
	return c, nil
}

// add takes a line of syntax-words.txt.
func (c *cutter) add(t lang.Term) error {
	for _, w := range t.Surfaces {
		switch t.Class + " " + t.Value {
		case "cut word":
			plain := strings.ReplaceAll(w, "|", "")
			for p := range strings.SplitSeq(w, "|") {
				c.pieces[plain] = append(c.pieces[plain], len(p))
			}
		case "cut unit":
			c.unit[w] = true
		case "keep prefix":
			c.prefix[w] = true
		case "keep suffix":
			c.suffix[w] = true
		case "keep word":
			c.keep(w)
		default:
			return t.Errorf("want: cut word, cut unit, keep prefix, keep suffix or keep word")
		}
	}
	return nil
}

// keep files a word under its first byte, small and capital.
func (c *cutter) keep(w string) {
	for _, b := range []string{w[:1], strings.ToUpper(w[:1])} {
		if at := c.whole[b[0]]; len(at) == 0 || at[len(at)-1] != w {
			c.whole[b[0]] = append(at, w)
		}
	}
}

// small appends w in small letters and with plain apostrophes to b, so that a
// look-up needs no memory of its own.
func small(b []byte, w string) []byte {
	for i := 0; i < len(w); i++ {
		switch c := w[i]; {
		case c >= utf8.RuneSelf:
			return append(b, strings.ReplaceAll(strings.ToLower(w[i:]), "’", "'")...)
		case 'A' <= c && c <= 'Z':
			b = append(b, c+'a'-'A')
		default:
			b = append(b, c)
		}
	}
	return b
}

// in reports whether w in small letters is in a list.
func in(list map[string]bool, w string) bool {
	var buf [32]byte
	return list[string(small(buf[:0], w))]
}
