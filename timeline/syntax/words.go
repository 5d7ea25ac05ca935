package syntax

import (
	"slices"
	"strings"

	"github.com/datelinehq/dateline/timeline/text"
)

// cut finds the treebank words of a sentence: finer than what blanks part
// ("does" + "n't", "China" + "'s"), coarser than atoms ("U.S.", "3,000").
func (p *Parser) cut(d *text.Document, s text.Sentence) []text.Span {
	spans := make([]text.Span, 0, s.Last-s.First)
	for i := s.First; i < s.Last; {
		n := p.joined(d, i, s.Last)
		span := text.Span{Start: d.Atoms[i].Start, End: d.Atoms[i+n-1].End}
		i += n
		if n > 1 || d.Atoms[i-1].Kind != text.Letters {
			spans = append(spans, span)
			continue
		}
		spans = p.clitics(spans, d.Text, span)
	}
	return spans
}

// joined is how many atoms from i on make one word.
func (p *Parser) joined(d *text.Document, i, last int) int {
	if n := address(d, i, last); n > 1 {
		return n
	}
	switch d.Atoms[i].Kind {
	case text.Letters:
		return p.abbreviation(d, i, last)
	case text.Digits:
		return number(d, i, last)
	}
	n, mark := 1, d.Word(i)
	if mark == "." || mark == "-" || mark == "*" || mark == "!" || mark == "?" || mark == "`" || mark == "'" {
		for i+n < last && d.Atoms[i+n].Glued && d.Word(i+n) == mark {
			n++
		}
	}
	return n
}

// glued reports whether atom i stands in the sentence and directly behind the
// one before.
func glued(d *text.Document, i, last int) bool { return i < last && d.Atoms[i].Glued }

// abbreviation joins letters and full stops: "U.S.", "Gen.", "a.m.".
func (p *Parser) abbreviation(d *text.Document, i, last int) int {
	n := 1
	for len(d.Word(i+n-1)) == 1 && glued(d, i+n, last) && d.Word(i+n) == "." {
		if glued(d, i+n+1, last) && d.Atoms[i+n+1].Kind == text.Letters && len(d.Word(i+n+1)) == 1 {
			n += 2
			continue
		}
		if n > 1 || i+n+1 < last {
			n++
		}
		return n
	}
	if n == 1 && glued(d, i+1, last) && d.Word(i+1) == "." && p.short[strings.ToLower(d.Word(i))] && i+2 < last {
		return 2
	}
	return n
}

// number joins figures with their marks: "3,000", "9.5", "10:30", "2009".
func number(d *text.Document, i, last int) int {
	n := 1
	for glued(d, i+n+1, last) && d.Atoms[i+n].Glued && d.Atoms[i+n+1].Kind == text.Digits && strings.Contains(",.:", d.Word(i+n)) {
		n += 2
	}
	if glued(d, i+n, last) && d.Atoms[i+n].Kind == text.Letters && d.Atoms[i+n].Len() <= 2 { // 1990s, 5th
		n++
	}
	return n
}

// address joins what belongs to a web or mail address.
func address(d *text.Document, i, last int) int {
	n, sign := 1, false
	for glued(d, i+n, last) {
		w := d.Word(i + n)
		if w == "," || w == ")" || w == "”" || w == `"` {
			break
		}
		sign = sign || w == "@" || w == "/" && d.Word(i+n-1) == "/" && n > 2
		n++
	}
	if !sign {
		return 1
	}
	if d.Word(i+n-1) == "." {
		n--
	}
	return n
}

// clitics cuts "don't" and "China's".
func (p *Parser) clitics(spans []text.Span, t string, s text.Span) []text.Span {
	w := strings.ReplaceAll(strings.ToLower(s.In(t)), "’", "'")
	if strings.IndexByte(w, '\'') < 0 {
		return append(spans, s)
	}
	for _, c := range p.clitic {
		if len(w) > len(c) && strings.HasSuffix(w, c) {
			at := s.End - len(c) - 2*strings.Count(s.In(t), "’")
			if at > s.Start {
				return append(spans, text.Span{Start: s.Start, End: at}, text.Span{Start: at, End: s.End})
			}
		}
	}
	return append(spans, s)
}

// limit cuts a sentence of more words than a tree is made for.
func limit(spans []text.Span) [][]text.Span {
	return slices.Collect(slices.Chunk(spans, maxWords))
}
