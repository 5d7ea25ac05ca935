package timex

import (
	"math/bits"
	"slices"

	"github.com/datelinehq/dateline/timeline/text"
)

// maxItems bounds the items that begin with one token, maxLength their length in
// tokens, and maxSteps the states that are reached for them, so that any text
// takes linear time.
const (
	maxItems  = 64
	maxLength = 32
	maxSteps  = 500
)

// stackSize is how many arguments the meanings of rules need at once; more take
// memory of their own.
const stackSize = 16

// An item is a stretch of tokens that was recognised as something.
type item struct {
	class int32
	end   int32
	rule  int32
	val   value
	// sure: its form has looked at what follows, which may be glued to it.
	sure bool
}

// A lateItem is an item that begins with token start.
type lateItem struct {
	start int
	item
}

// A chart holds the items of one sentence by the token that they begin with.
// Items are made from right to left, so that whatever follows a token is known
// when its forms are tried.
type chart struct {
	g    *Grammar
	toks []token
	// items are those of all tokens, from the last token to the first, and from
	// says for each token where its own begin; they end where the next one's begin.
	items []item
	from  []int32
	// late are items of forms that look back: when they are found, those of the token
	// that they begin with are complete.
	late []lateItem
	// keys are the classes of the items of each token, one keySet after the other.
	keys keySet
	// values are those of the elements of the form under way, slots those of a
	// complete one.
	values [maxElems]value
	slots  [maxSlots]value
	// begins are the tokens at which the elements of the form under way begin.
	begins [maxElems + 1]int
	stack  [stackSize]value // for the arguments of meanings
	// steps are those for the present token, work those ever taken.
	steps, work int
}

// fill makes all items.
func (c *chart) fill() {
	c.clear()
	for i := len(c.toks) - 1; i >= 0; i-- {
		c.steps = 0
		c.from[i] = int32(len(c.items))
		c.begin(i)
		for k := int(c.from[i]); k < len(c.items); k++ { // grows while it runs
			it := &c.items[k]
			if to := c.g.trie.byClass[it.class]; to != 0 {
				c.values[0] = it.val
				c.walk(to, 1, i, int(it.end))
			}
		}
		c.work += c.steps
	}
	slices.SortStableFunc(c.late, func(a, b lateItem) int { return a.start - b.start })
}

// clear makes room for the tokens.
func (c *chart) clear() {
	c.items, c.late = c.items[:0], c.late[:0]
	c.from = slices.Grow(c.from[:0], len(c.toks))[:len(c.toks)]
	n := len(c.toks) * c.g.trie.width
	c.keys = slices.Grow(c.keys[:0], n)[:n]
	clear(c.keys)
}

// at are the items that begin with token i.
func (c *chart) at(i int) []item {
	if i == 0 {
		return c.items[c.from[0]:]
	}
	return c.items[c.from[i]:c.from[i-1]]
}

// begin matches the forms that begin with the token at i itself.
func (c *chart) begin(i int) {
	t := &c.toks[i]
	if t.kind == text.Digits {
		c.numbers(c.g.trie.states[0].numbers, 0, i, i)
	}
	if t.id != 0 {
		c.words(c.g.trie.byWord[t.id], 0, i, i)
	}
}

// walk goes on from a state that n elements have led to, for an item that begins
// at start, with what stands at token at.
func (c *chart) walk(to int32, n, start, at int) {
	if c.steps++; at-start > maxLength || c.steps > maxSteps {
		return
	}
	c.begins[n] = at
	s := &c.g.trie.states[to]
	for _, f := range s.ends {
		c.add(&c.g.forms[f], start, at)
	}
	if at == len(c.toks) {
		return
	}
	t := &c.toks[at]
	if t.id != 0 && len(s.words) > 0 {
		c.words(s.literals(t.id), n, start, at)
	}
	if t.kind == text.Digits {
		c.numbers(s.numbers, n, start, at)
	}
	if len(s.items) > 0 && c.from[at] < c.from[at-1] {
		c.follow(s, n, start, at)
	}
}

func (c *chart) words(es []edge, n, start, at int) {
	for k := range es {
		if es[k].fits(&c.toks[at]) {
			c.walk(es[k].to, n+1, start, at+1)
		}
	}
}

func (c *chart) numbers(es []edge, n, start, at int) {
	for k := range es {
		if es[k].fits(&c.toks[at]) {
			c.values[n] = value{num: c.toks[at].num}
			c.walk(es[k].to, n+1, start, at+1)
		}
	}
}

// follow walks the edges of s whose classes begin at token at.
func (c *chart) follow(s *state, n, start, at int) {
	items := c.at(at)
	for w, here := range c.keysAt(at) {
		for both := here & s.keys[w]; both != 0; both &= both - 1 {
			e := &s.items[s.keys.rank(w*64+bits.TrailingZeros64(both))]
			for k := range items {
				if it := &items[k]; it.class == e.id {
					c.values[n] = it.val
					c.walk(e.to, n+1, start, int(it.end))
				}
			}
		}
	}
}

func (c *chart) keysAt(i int) keySet {
	w := c.g.trie.width
	return c.keys[i*w : i*w+w]
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

// add makes the item of a form that is complete before token next, unless its
// neighbours forbid it, it is there, or it means nothing.
func (c *chart) add(f *form, start, next int) {
	if len(c.items)-int(c.from[start]) >= maxItems || !c.beside(f.left, start-1, -1) || !c.beside(f.right, next, 1) {
		return
	}
	end, looks := next, f.ahead < len(f.elems)
	if looks {
		end = c.begins[f.ahead]
	}
	for k := range f.elems {
		if slot := f.elems[k].slot; slot >= 0 {
			c.slots[slot] = c.values[k]
		}
	}
	r := &c.g.rules[f.rule]
	v, err := r.mean.eval(&c.slots, c.stack[:0])
	if err != nil {
		return
	}
	if f.behind > 0 {
		c.late = append(c.late, lateItem{c.begins[f.behind], item{r.class, int32(end), f.rule, v, looks}})
		return
	}
	own := c.items[c.from[start]:]
	for i := range own {
		if it := &own[i]; it.class == r.class && it.end == int32(end) && it.val == v {
			it.rule = min(it.rule, f.rule)
			return
		}
	}
	c.items = append(c.items, item{r.class, int32(end), f.rule, v, looks})
	c.note(r.class, start)
}

// note enters a class among the keys of token i.
func (c *chart) note(class int32, i int) {
	keys := c.keysAt(i)
	keys.add(int(class) * 2)
	if c.toks[i].glued {
		keys.add(int(class)*2 + 1)
	}
}
