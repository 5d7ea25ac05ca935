package timex

import "github.com/datelinehq/dateline/timeline/text"

// maxItems bounds the items that begin with one token, maxLength their length in
// tokens, and maxSteps the elements that are tried for them, so that any text
// takes linear time.
const (
	maxItems  = 160
	maxLength = 32
	maxSteps  = 6000
)

// An item is a stretch of tokens that was recognised as something.
type item struct {
	class int32
	end   int32
	rule  int32
	val   value
	// sure: its form has looked at what follows, which may be glued to it.
	sure bool
}

// A chart holds the items of one sentence by the token that they begin with.
// Items are made from right to left, so that whatever follows a token is known
// when its forms are tried.
type chart struct {
	g     *Grammar
	toks  []token
	items [][]item
	slots [maxSlots]value
	steps int // tried for the present token
	stop  int // where the expression ends whose form looks ahead
}

// fill makes all items.
func (c *chart) fill() {
	for len(c.items) < len(c.toks) {
		c.items = append(c.items, nil)
	}
	for i := len(c.toks) - 1; i >= 0; i-- {
		c.items[i], c.steps = c.items[i][:0], 0
		t := &c.toks[i]
		if t.kind == text.Digits {
			c.try(c.g.byDigits, i)
		}
		if t.id != 0 {
			c.try(c.g.byWord[t.id], i)
		}
		for k := 0; k < len(c.items[i]); k++ { // grows while it runs
			it := c.items[i][k]
			for _, f := range c.g.byClass[it.class] {
				form := &c.g.forms[f]
				if c.beside(form.left, i-1, -1) {
					c.bind(&form.elems[0], it.val)
					c.rest(form, 1, i, int(it.end))
				}
			}
		}
	}
}

// try matches forms that begin with the token at i itself.
func (c *chart) try(forms []int32, i int) {
	for _, f := range forms {
		form := &c.g.forms[f]
		if c.token(&form.elems[0], i) && c.beside(form.left, i-1, -1) {
			c.rest(form, 1, i, i+1)
		}
	}
}

// token matches a literal or digits at i and binds them.
func (c *chart) token(e *elem, i int) bool {
	t := &c.toks[i]
	if e.kind == literal {
		return t.id == e.id && (!e.capital || t.capital)
	}
	if t.kind != text.Digits || e.width != 0 && t.width != e.width || t.num < float64(e.lo) || t.num > float64(e.hi) {
		return false
	}
	if !e.broken && t.num != float64(int64(t.num)) {
		return false
	}
	c.bind(e, value{num: t.num})
	return true
}

func (c *chart) bind(e *elem, v value) {
	if e.slot >= 0 {
		c.slots[e.slot] = v
	}
}

// rest matches f from element k on at token at, for an item that begins at start.
func (c *chart) rest(f *form, k, start, at int) {
	if c.steps++; at-start > maxLength || c.steps > maxSteps {
		return
	}
	if k == f.ahead {
		c.stop = at
	}
	if k == len(f.elems) {
		if c.beside(f.right, at, 1) {
			c.add(f, start, c.stop)
		}
		return
	}
	if at >= len(c.toks) {
		return
	}
	e := &f.elems[k]
	if e.glued && !c.toks[at].glued {
		return
	}
	if e.kind != class {
		if c.token(e, at) {
			c.rest(f, k+1, start, at+1)
		}
		return
	}
	for n := 0; n < len(c.items[at]); n++ {
		if it := &c.items[at][n]; it.class == e.id {
			c.bind(e, it.val)
			c.rest(f, k+1, start, int(it.end))
		}
	}
}

// beside checks the conditions on the token at i.
func (c *chart) beside(conds []context, i, step int) bool {
	for k := range conds {
		if !conds[k].holds(c.toks, i, step) {
			return false
		}
	}
	return true
}

func (x *context) holds(toks []token, i, step int) bool {
	if i < 0 || i >= len(toks) {
		return x.edge != x.not
	}
	t := &toks[i]
	hit := x.capital && t.capital || x.number && t.kind == text.Digits ||
		x.lower && t.kind == text.Letters && !t.capital && t.glued == (step < 0 && toks[i].glued)
	for _, w := range x.words {
		hit = hit || t.id == w
	}
	if x.glued {
		hit = hit && toks[max(i, i-step)].glued
	}
	return hit != x.not
}

// add makes the item of a matched form, unless it is there or means nothing.
func (c *chart) add(f *form, start, end int) {
	r := &c.g.rules[f.rule]
	v, err := r.mean.eval(&c.slots)
	if err != nil || len(c.items[start]) >= maxItems {
		return
	}
	for i := range c.items[start] {
		if it := &c.items[start][i]; it.class == r.class && it.end == int32(end) && it.val == v {
			it.rule = min(it.rule, f.rule)
			return
		}
	}
	c.items[start] = append(c.items[start], item{r.class, int32(end), f.rule, v, f.ahead < len(f.elems)})
}
