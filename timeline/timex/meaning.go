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

// A node is a parsed meaning: a call, a slot, a symbol or a number.
type node struct {
	op   string // "call", "slot", "const", "+", "-", "*"
	call func([]value) (value, error)
	slot int
	val  value
	args []node
}

// maxArgs bounds the arguments of an operator, so that they need no heap.
const maxArgs = 4

// eval computes n with the slots' values. An error says that the words fit and
// the meaning does not exist: February 30.
func (n *node) eval(slots *[maxSlots]value) (value, error) {
	switch n.op {
	case "const":
		return n.val, nil
	case "slot":
		return slots[n.slot], nil
	}
	var buf [maxArgs]value
	for i := range n.args {
		v, err := n.args[i].eval(slots)
		if err != nil {
			return value{}, err
		}
		buf[i] = v
	}
	switch n.op {
	case "+":
		return value{num: buf[0].num + buf[1].num}, nil
	case "-":
		return value{num: buf[0].num - buf[1].num}, nil
	case "*":
		return value{num: buf[0].num * buf[1].num}, nil
	}
	return n.call(buf[:len(n.args)])
}

// uses reports whether n needs the slot.
func (n *node) uses(slot int) bool {
	return n.op == "slot" && n.slot == slot ||
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
		op := ""
		switch {
		case p.take('+'):
			op = "+"
		case p.take('-'):
			op = "-"
		default:
			return n, nil
		}
		var m node
		m, err = p.product()
		n = node{op: op, args: []node{n, m}}
	}
	return n, err
}

func (p *meaningParser) product() (node, error) {
	n, err := p.atom()
	for err == nil && p.take('*') {
		var m node
		m, err = p.atom()
		n = node{op: "*", args: []node{n, m}}
	}
	return n, err
}

func (p *meaningParser) atom() (node, error) {
	p.skip()
	if p.take('-') {
		n, err := p.atom()
		return node{op: "-", args: []node{{op: "const"}, n}}, err
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
		return node{op: "const", val: value{num: f}}, nil
	}
	if p.take('(') {
		return p.arguments(word)
	}
	if i, ok := p.slots[word]; ok {
		return node{op: "slot", slot: i}, nil
	}
	if v, ok := constant(word); ok {
		return node{op: "const", val: v}, nil
	}
	return node{op: "const", val: value{sym: word}}, nil
}

func (p *meaningParser) arguments(name string) (node, error) {
	n := node{op: "call"}
	for !p.take(')') {
		if len(n.args) > 0 && !p.take(',') {
			return n, fmt.Errorf("%s: want a comma or a closing bracket before %q", name, p.src)
		}
		if len(n.args) == maxArgs {
			return n, fmt.Errorf("%s: more than %d arguments", name, maxArgs)
		}
		a, err := p.sum()
		if err != nil {
			return n, err
		}
		n.args = append(n.args, a)
	}
	f, ok := operator(name, len(n.args))
	if !ok {
		return n, fmt.Errorf("no operator %s with %d arguments", name, len(n.args))
	}
	n.call = f
	return n, nil
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
