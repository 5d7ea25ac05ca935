package timex

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxSlots bounds the named slots of one rule, maxForms the flat sequences that
// one rule stands for, maxElems the length of a sequence.
const (
	maxSlots = 8
	maxForms = 512
	maxElems = 16
)

// An elemKind says what an elem matches.
type elemKind uint8

const (
	literal elemKind = iota // one word or mark
	class                   // an item of a class
	digits                  // a number written in digits, from lo to hi
)

// An elem is one step of a flat pattern.
type elem struct {
	kind    elemKind
	glued   bool  // no white space before it
	capital bool  // the text's word must begin with a capital
	id      int32 // of the word or class
	lo, hi  int32
	width   uint8 // number of digits, 0 for any
	broken  bool  // fractions count too
	slot    int8  // where the value goes, -1 for nowhere
}

// A context is a condition on the token beside an expression.
type context struct {
	not   bool
	words []int32
	// edge: the sentence ends there; capital: a capitalised word stands there;
	// lower: a word without capital; number: digits stand there.
	edge, capital, lower, number bool
	// glued: no white space stands between.
	glued bool
}

// A form is a flat pattern: no alternatives, nothing optional.
type form struct {
	rule        int32
	elems       []elem
	left, right []context
	// ahead is the first element that must follow and is no part of the
	// expression; len(elems) if there is none.
	ahead int
	// behind is the number of elements that must precede and are no part of it.
	behind int
}

// patternParser expands a see line into forms. The notation:
//
//	word        that word; a capital in the pack demands one in the text
//	<n:number>  an item of class number, bound to n; <number> binds nothing
//	<d:1..31>   digits from 1 to 31; 01..12 also demands two digits
//	(a|b c)     one of these            [a|b]  perhaps one of these
//	~           the next element follows without a blank
//	{in|since}  at the ends only: the neighbour must be one of these words and
//	            is no part of the expression; {!…} must not. ^ is the edge of the
//	            sentence, Aa a capitalised word, aa a small one, 0 a number, @x the
//	            words of the list x of terms.txt; {~-} and {!~-} mean a neighbour
//	            without a blank between
//	=>          what comes after it must follow, may bind, and is no part of the
//	            expression: "<d:dom> => and <dom> <m:month>" reads the 3 of "3 and 4 May"
//	<=          what comes before it must precede, likewise: "<m:mname> <dom> and <=
//	            <d:dom>" reads the 4 of "May 3 and 4"
//	\(          a bracket, and so on
type patternParser struct {
	src   string
	vocab *vocabulary
	slots map[string]int
	lists map[string][]int32
}

// parts is a sequence under construction.
type parts struct {
	elems       []elem
	left, right []context
	glue        bool
	// looks says that the elements from ahead on must follow only.
	looks bool
	ahead int
	// behind is the number of elements that must precede only; back says that all
	// elements before these do.
	behind int
	back   bool
}

func (p *patternParser) parse() ([]form, error) {
	all, err := p.alternatives()
	if err != nil {
		return nil, err
	}
	if p.src != "" {
		return nil, fmt.Errorf("unexpected %q", p.src)
	}
	var fs []form
	for _, a := range all {
		switch {
		case len(a.elems) == 0:
			return nil, fmt.Errorf("the pattern can be empty")
		case len(a.elems) > maxElems:
			return nil, fmt.Errorf("more than %d elements", maxElems)
		case a.glue:
			return nil, fmt.Errorf("~ has nothing after it")
		case a.looks && (a.ahead == 0 || a.ahead == len(a.elems)):
			return nil, fmt.Errorf("=> needs elements on both sides")
		case a.behind == len(a.elems), a.looks && a.behind >= a.ahead:
			return nil, fmt.Errorf("nothing stands behind <=")
		}
		f := form{elems: a.elems, left: a.left, right: a.right, ahead: len(a.elems), behind: a.behind}
		if a.looks {
			f.ahead = a.ahead
		}
		fs = append(fs, f)
	}
	return fs, nil
}

// alternatives reads sequences between bars, up to a closing bracket or the end.
func (p *patternParser) alternatives() ([]parts, error) {
	var all []parts
	for {
		seqs, err := p.sequence()
		if err != nil {
			return nil, err
		}
		if all = append(all, seqs...); len(all) > maxForms {
			return nil, fmt.Errorf("stands for more than %d patterns", maxForms)
		}
		if !strings.HasPrefix(p.src, "|") {
			return all, nil
		}
		p.src = p.src[1:]
	}
}

func (p *patternParser) sequence() ([]parts, error) {
	seqs := []parts{{}}
	for {
		p.src = strings.TrimLeft(p.src, " \t")
		if p.src == "" || strings.ContainsRune("|)]", rune(p.src[0])) {
			return seqs, nil
		}
		next, err := p.piece()
		if err != nil {
			return nil, err
		}
		if len(seqs)*len(next) > maxForms {
			return nil, fmt.Errorf("stands for more than %d patterns", maxForms)
		}
		joined := make([]parts, 0, len(seqs)*len(next))
		for _, a := range seqs {
			for _, b := range next {
				joined = append(joined, join(a, b))
			}
		}
		seqs = joined
	}
}

// join is a followed by b.
func join(a, b parts) parts {
	j := parts{glue: b.glue, looks: a.looks || b.looks, ahead: a.ahead}
	if !a.looks {
		j.ahead = len(a.elems) + b.ahead
	}
	if j.behind = a.behind; b.behind > 0 {
		j.behind = len(a.elems) + b.behind
	} else if b.back {
		j.behind = len(a.elems)
	}
	j.elems = append(append([]elem{}, a.elems...), b.elems...)
	if a.glue && len(b.elems) > 0 {
		j.elems[len(a.elems)].glued = true
	} else if a.glue {
		j.glue = true
	}
	j.left = append(append([]context{}, a.left...), b.left...)
	j.right = append(append([]context{}, a.right...), b.right...)
	if len(b.left) > 0 && len(a.elems) > 0 { // a context after elements is a right one
		j.left, j.right = a.left, append(j.right, b.left...)
	}
	return j
}

// piece reads one element, group or context.
func (p *patternParser) piece() ([]parts, error) {
	c := p.src[0]
	if strings.HasPrefix(p.src, "=>") {
		p.src = p.src[2:]
		return []parts{{looks: true}}, nil
	}
	if strings.HasPrefix(p.src, "<=") {
		p.src = p.src[2:]
		return []parts{{back: true}}, nil
	}
	switch c {
	case '(', '[':
		return p.group(c)
	case '~':
		p.src = p.src[1:]
		return []parts{{glue: true}}, nil
	case '<':
		e, err := p.slot()
		return []parts{{elems: []elem{e}}}, err
	case '{':
		body, err := p.until('}')
		return []parts{{left: []context{p.context(body)}}}, err
	}
	return p.literal()
}

func (p *patternParser) group(open byte) ([]parts, error) {
	p.src = p.src[1:]
	all, err := p.alternatives()
	if err != nil {
		return nil, err
	}
	want := ")"
	if open == '[' {
		want = "]"
		all = append(all, parts{})
	}
	if !strings.HasPrefix(p.src, want) {
		return nil, fmt.Errorf("%q is not closed", open)
	}
	p.src = p.src[1:]
	return all, nil
}

// until cuts the text between the first byte and the next c.
func (p *patternParser) until(c byte) (string, error) {
	i := strings.IndexByte(p.src, c)
	if i < 0 {
		return "", fmt.Errorf("%q is not closed", p.src[0])
	}
	body := p.src[1:i]
	p.src = p.src[i+1:]
	return body, nil
}

// slot reads <name:class>, <class> and <name:1..31>.
func (p *patternParser) slot() (elem, error) {
	body, err := p.until('>')
	if err != nil {
		return elem{}, err
	}
	e := elem{slot: -1}
	name, what, named := strings.Cut(body, ":")
	if !named {
		what = name
	} else {
		i, ok := p.slots[name]
		if !ok {
			if i = len(p.slots); i == maxSlots {
				return e, fmt.Errorf("more than %d slots", maxSlots)
			}
			p.slots[name] = i
		}
		e.slot = int8(i)
	}
	lo, hi, isRange := strings.Cut(what, "..")
	if !isRange {
		e.kind, e.id = class, p.vocab.class(what)
		return e, nil
	}
	_, _, e.broken = strings.Cut(lo, ".")
	a, err1 := strconv.ParseFloat(lo, 32)
	b, err2 := strconv.ParseFloat(hi, 32)
	if err1 != nil || err2 != nil || a > b {
		return e, fmt.Errorf("%q is no range", what)
	}
	e.kind, e.lo, e.hi = digits, int32(a), int32(b)
	if len(lo) == len(hi) && !e.broken {
		e.width = uint8(len(lo))
	}
	return e, nil
}

func (p *patternParser) context(body string) context {
	var c context
	body, c.not = strings.CutPrefix(body, "!")
	body, c.glued = strings.CutPrefix(body, "~")
	for _, w := range strings.Split(body, "|") {
		switch w = strings.TrimSpace(w); w {
		case "^":
			c.edge = true
		case "Aa":
			c.capital = true
		case "aa":
			c.lower = true
		case "0":
			c.number = true
		default:
			if list, ok := strings.CutPrefix(w, "@"); ok && list != "" {
				c.words = append(c.words, p.lists[list]...)
				continue
			}
			c.words = append(c.words, p.vocab.word(strings.ToLower(w)))
		}
	}
	return c
}

// literal reads one word, cut into tokens as text is: "U.S." is four.
func (p *patternParser) literal() ([]parts, error) {
	end := strings.IndexAny(p.src, " \t|()[]{}<>~\\")
	if end == 0 { // an escaped mark
		if len(p.src) < 2 || p.src[0] != '\\' {
			return nil, fmt.Errorf("unexpected %q", p.src)
		}
		e := elem{id: p.vocab.word(p.src[1:2]), slot: -1}
		p.src = p.src[2:]
		return []parts{{elems: []elem{e}}}, nil
	}
	if end < 0 {
		end = len(p.src)
	}
	word := p.src[:end]
	p.src = p.src[end:]
	return []parts{{elems: p.vocab.literals(word)}}, nil
}

func startsUpper(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}
