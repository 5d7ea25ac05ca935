package timex

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/datelinehq/dateline/timeline/edtf"
)

// A value is what a slot of a pattern holds: a number, a symbol or a meaning.
// Values are comparable, which keeps the chart free of doubles.
type value struct {
	num  float64
	sym  string
	expr Expr
}

func (v value) String() string {
	switch {
	case v.expr != nil:
		return v.expr.String()
	case v.sym != "":
		return v.sym
	}
	return strconv.FormatFloat(v.num, 'g', -1, 64)
}

// A nodeKind says what a node is.
type nodeKind uint8

const (
	constNode nodeKind = iota
	slotNode
	callNode
)

// A node is a parsed meaning: a constant, a slot, or a call of an operator.
type node struct {
	kind nodeKind
	val  value
	slot int
	call operatorFunc
	args []node
}

// maxArgs bounds the arguments of an operator.
const maxArgs = 4

// eval computes n with the slots' values. An error says that the words fit and
// the meaning does not exist: February 30. Arguments are put on the stack, whose
// memory the caller lends.
func (n *node) eval(slots *[maxSlots]value, stack []value) (value, error) {
	switch n.kind {
	case constNode:
		return n.val, nil
	case slotNode:
		return slots[n.slot], nil
	}
	base := len(stack)
	for i := range n.args {
		v, err := n.args[i].eval(slots, stack)
		if err != nil {
			return value{}, err
		}
		stack = append(stack, v)
	}
	return n.call(stack[base:])
}

// newCall is a call, or its result if that is the same always.
func newCall(f operatorFunc, args ...node) node {
	n := node{kind: callNode, call: f, args: args}
	if slices.ContainsFunc(args, func(a node) bool { return a.kind != constNode }) {
		return n
	}
	v, err := n.eval(nil, nil)
	if err != nil {
		return n
	}
	return node{val: v}
}

// arithmetic computes with two numbers.
func arithmetic(f func(a, b float64) float64) operatorFunc {
	return func(a []value) (value, error) { return value{num: f(a[0].num, a[1].num)}, nil }
}

var (
	add      = arithmetic(func(a, b float64) float64 { return a + b })
	subtract = arithmetic(func(a, b float64) float64 { return a - b })
	multiply = arithmetic(func(a, b float64) float64 { return a * b })
)

// uses reports whether n needs the slot.
func (n *node) uses(slot int) bool {
	return n.kind == slotNode && n.slot == slot ||
		slices.ContainsFunc(n.args, func(a node) bool { return a.uses(slot) })
}

// meaningParser reads the notation of meanings: near(ref, month(5), -1).
type meaningParser struct {
	src   string
	slots map[string]int
}

// parseMeaning reads src, in which the names of slots stand for their values.
func parseMeaning(src string, slots map[string]int) (node, error) {
	p := meaningParser{strings.TrimSpace(src), slots}
	n, err := p.sum()
	if err == nil && p.src != "" {
		err = fmt.Errorf("unexpected %q", p.src)
	}
	return n, err
}

func (p *meaningParser) skip() { p.src = strings.TrimLeft(p.src, " ") }

func (p *meaningParser) take(c byte) bool {
	p.skip()
	if p.src == "" || p.src[0] != c {
		return false
	}
	p.src = p.src[1:]
	p.skip()
	return true
}

func (p *meaningParser) sum() (node, error) {
	n, err := p.product()
	for err == nil {
		var op operatorFunc
		switch {
		case p.take('+'):
			op = add
		case p.take('-'):
			op = subtract
		default:
			return n, nil
		}
		var m node
		m, err = p.product()
		n = newCall(op, n, m)
	}
	return n, err
}

func (p *meaningParser) product() (node, error) {
	n, err := p.atom()
	for err == nil && p.take('*') {
		var m node
		m, err = p.atom()
		n = newCall(multiply, n, m)
	}
	return n, err
}

func (p *meaningParser) atom() (node, error) {
	p.skip()
	if p.take('-') {
		n, err := p.atom()
		return newCall(subtract, node{}, n), err
	}
	end := 0
	for end < len(p.src) && !strings.ContainsRune("(), +*", rune(p.src[end])) {
		end++
	}
	word := p.src[:end]
	p.src = p.src[end:]
	if word == "" {
		return node{}, fmt.Errorf("unexpected %q", p.src)
	}
	if f, err := strconv.ParseFloat(word, 64); err == nil {
		return node{val: value{num: f}}, nil
	}
	if p.take('(') {
		return p.arguments(word)
	}
	if i, ok := p.slots[word]; ok {
		return node{kind: slotNode, slot: i}, nil
	}
	if v, ok := constant(word); ok {
		return node{val: v}, nil
	}
	return node{val: value{sym: word}}, nil
}

func (p *meaningParser) arguments(name string) (node, error) {
	var args []node
	for !p.take(')') {
		if len(args) > 0 && !p.take(',') {
			return node{}, fmt.Errorf("%s: want a comma or a closing bracket before %q", name, p.src)
		}
		if len(args) == maxArgs {
			return node{}, fmt.Errorf("%s: more than %d arguments", name, maxArgs)
		}
		a, err := p.sum()
		if err != nil {
			return node{}, err
		}
		args = append(args, a)
	}
	f, ok := operator(name, len(args))
	if !ok {
		return node{}, fmt.Errorf("no operator %s with %d arguments", name, len(args))
	}
	return newCall(f, args...), nil
}

// constant is the value of a name that needs no arguments.
func constant(name string) (value, bool) {
	switch name {
	case "ref":
		return value{expr: Ref{}}, true
	case "that":
		return value{expr: That{}}, true
	case "past", "present", "future":
		return value{expr: Vague{name}}, true
	case "weekend":
		return value{expr: Pick{Kind: Weekend}}, true
	case "some":
		return value{num: Some}, true
	}
	return value{}, false
}

// unitOf reads a unit's symbol.
func unitOf(v value) (edtf.Unit, error) {
	u, ok := edtf.ParseUnit(v.sym)
	if !ok || u == edtf.Unknown || u == edtf.Open {
		return 0, fmt.Errorf("%q is no unit", v)
	}
	return u, nil
}
