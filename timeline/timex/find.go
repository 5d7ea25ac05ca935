package timex

import (
	"slices"

	"github.com/datelinehq/dateline/timeline/text"
)

// Find finds the expressions of d, in order and without overlap. It takes time
// linear in the text.
func (g *Grammar) Find(d *text.Document) []Expression {
	c, _ := g.charts.Get().(*chart)
	if c == nil {
		c = &chart{g: g}
	}
	defer g.charts.Put(c)
	return c.find(d)
}

func (c *chart) find(d *text.Document) (found []Expression) {
	for i, s := range d.Sentences {
		var strong bool
		if c.toks, strong = c.g.vocab.scan(d, s, c.toks); strong {
			c.fill()
			found = c.pick(found, i)
		}
	}
	return found
}

// pick takes the expressions of a sentence from left to right, the longest
// first, and of equal ones what is no time, or the rule that comes first.
func (c *chart) pick(found []Expression, sentence int) []Expression {
	last := -1 // where the expression before ends
	for i := 0; i < len(c.toks); {
		best := c.longest(i, last)
		if best == nil {
			i++
			continue
		}
		if best.class != c.g.none {
			last = int(best.end)
			found = append(found, Expression{
				Span:     text.Span{Start: c.toks[i].start, End: c.toks[best.end-1].end},
				Sentence: sentence,
				Type:     best.val.expr.Type(),
				Mean:     best.val.expr,
				Rule:     c.g.rules[best.rule].name,
			})
		}
		i = int(best.end)
	}
	return found
}

// longest is the best output item that begins with token i, or nil. The
// expression before ends at token last.
func (c *chart) longest(i, last int) *item {
	var best *item
	consider := func(it *item) {
		switch {
		case !c.g.output[it.class] || it.class != c.g.none && it.val.expr == nil || !it.sure && !c.closes(int(it.end)):
		case best == nil || it.end > best.end || it.end == best.end && c.before(it, best):
			best = it
		}
	}
	if !c.opens(i, last) {
		return nil
	}
	items := c.at(i)
	for k := range items {
		consider(&items[k])
	}
	for k, _ := slices.BinarySearchFunc(c.late, i, func(l lateItem, i int) int { return l.start - i }); k < len(c.late) && c.late[k].start == i; k++ {
		consider(&c.late[k].item)
	}
	return best
}

// before decides between two readings of the same words: what is no time wins,
// and then the rule that stands first.
func (c *chart) before(a, b *item) bool {
	if none := a.class == c.g.none; none != (b.class == c.g.none) {
		return none
	}
	return a.rule < b.rule
}

// opens reports whether an expression may begin with token i: not inside a word,
// a number, a price or an address. After a dash or slash it may when another
// expression, which ends at token last, stands right before that: "1910–1914".
func (c *chart) opens(i, last int) bool {
	t := &c.toks[i]
	if i == 0 || !t.glued || last == i-1 && i > 1 && links(c.toks[last].mark) {
		return true
	}
	p := &c.toks[i-1]
	if p.kind != text.Other {
		return false
	}
	afterDigits := i > 1 && p.glued && c.toks[i-2].kind == text.Digits
	switch p.mark {
	case '$', '£', '€', '¥', '#', '@', '_', '&', '\\', '=':
		return false
	case '.', ',', ':', '/':
		return !p.glued || t.kind != text.Digits && p.mark != '/'
	case '-', '–', '−', '+':
		return t.kind != text.Digits || !afterDigits
	}
	return true
}

// links reports whether a mark may join two expressions.
func links(mark rune) bool {
	switch mark {
	case '-', '–', '−', '/':
		return true
	}
	return false
}

// closes reports whether an expression may end before token end.
func (c *chart) closes(end int) bool {
	if end == len(c.toks) || !c.toks[end].glued || c.yearGoesOn(end) {
		return true
	}
	n := &c.toks[end]
	if n.kind != text.Other {
		return n.suffix
	}
	next := end+1 < len(c.toks) && c.toks[end+1].glued
	digits := next && c.toks[end+1].kind == text.Digits && c.toks[end-1].kind == text.Digits
	switch n.mark {
	case '%', '°':
		return false
	case '@', '_', '=', '\\':
		return !next
	case '/':
		return !next || !digits
	case '.', ',', ':', '-', '–':
		return !digits
	}
	return true
}

// yearGoesOn reports whether the token before end is a year and a dash or slash
// and a later year follow: "1910–1914", "1944/45". A third number behind them
// makes it something else.
func (c *chart) yearGoesOn(end int) bool {
	if end == 0 || end+1 >= len(c.toks) || !links(c.toks[end].mark) {
		return false
	}
	y, z := &c.toks[end-1], &c.toks[end+1]
	if y.kind != text.Digits || y.width != 4 || y.num < 1000 || y.num >= 2200 || z.kind != text.Digits || !z.glued {
		return false
	}
	from := y.num
	if z.width == 2 {
		from = float64(int(y.num) % 100)
	} else if z.width != 4 {
		return false
	}
	if n := end + 2; n+1 < len(c.toks) && c.toks[n].glued && links(c.toks[n].mark) && c.toks[n+1].glued {
		return false
	}
	return z.num > from && z.num < 2200
}
