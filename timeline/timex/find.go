package timex

import "github.com/datelinehq/dateline/timeline/text"

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
	for i := 0; i < len(c.toks); {
		best := c.longest(i)
		if best == nil {
			i++
			continue
		}
		if best.class != c.g.none {
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

// longest is the best output item that begins with token i, or nil.
func (c *chart) longest(i int) *item {
	var best *item
	items := c.at(i)
	for k := range items {
		it := &items[k]
		if !c.g.output[it.class] || it.class != c.g.none && it.val.expr == nil || !c.bounded(i, int(it.end)) {
			continue
		}
		if best == nil || it.end > best.end || it.end == best.end && c.before(it, best) {
			best = it
		}
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

// bounded reports whether an expression may begin with token i and end before
// token end: not inside a word, a number, a price or an address.
func (c *chart) bounded(i, end int) bool {
	return c.opens(i) && c.closes(end)
}

func (c *chart) opens(i int) bool {
	t := &c.toks[i]
	if i == 0 || !t.glued {
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

func (c *chart) closes(end int) bool {
	if end == len(c.toks) || !c.toks[end].glued {
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
