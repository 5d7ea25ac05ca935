package timex

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/datelinehq/dateline/timeline/lang"
)

// The classes that the engine itself knows. What a rule of class none matches is
// no time; the four before it are expressions. A term of class weak is a word that
// alone does not make a sentence worth reading; suffix, mark and part describe
// tokens: a word that is made of parts alone is read as these.
const (
	classTime   = "time"
	classLength = "length"
	classSet    = "set"
	classVague  = "vague"
	classNone   = "none"
	classWeak   = "weak"
	classSuffix = "suffix"
	classMark   = "mark"
	classList   = "list"
	classPart   = "part"
)

// A Grammar is a compiled language pack. It never changes and may be used by
// many goroutines.
type Grammar struct {
	vocab *vocabulary
	rules []rule
	forms []form
	trie  *trie
	// output tells for each class whether its items are expressions (or none).
	output []bool
	none   int32
	// lists are words that contexts share.
	lists map[string][]int32
	// charts are at rest between documents, for their memory.
	charts sync.Pool
}

// A rule is what becomes of a matched form.
type rule struct {
	name  string
	class int32
	mean  node
}

// Compile makes a grammar of a pack. Errors name the file and line.
func Compile(p *lang.Pack) (*Grammar, error) {
	g := &Grammar{vocab: newVocabulary(), lists: map[string][]int32{}}
	weak := map[string]bool{}
	for _, t := range p.Terms {
		switch t.Class {
		case classSuffix:
			g.vocab.suffixes = append(g.vocab.suffixes, t.Surfaces...)
		case classMark:
			if t.Value == "group" {
				g.vocab.group = t.Surfaces[0]
			} else {
				g.vocab.decimal = t.Surfaces[0]
			}
		case classList:
			for _, s := range t.Surfaces {
				g.lists[t.Value] = append(g.lists[t.Value], g.vocab.word(strings.ToLower(s)))
			}
		case classPart:
			g.vocab.addParts(t.Surfaces)
		case classWeak:
			for _, s := range t.Surfaces {
				weak[s] = true
			}
		}
	}
	if err := g.terms(p.Terms); err != nil {
		return nil, err
	}
	for _, r := range p.Rules {
		if err := g.rule(r); err != nil {
			return nil, err
		}
	}
	g.index(weak)
	return g, g.check(p)
}

// terms makes a rule of each term: its words stand for its value.
func (g *Grammar) terms(ts []lang.Term) error {
	for _, t := range ts {
		switch t.Class {
		case classSuffix, classMark, classWeak, classList, classPart:
			continue
		}
		n, err := parseMeaning(t.Value, nil)
		if err != nil {
			return t.Errorf("%v", err)
		}
		g.rules = append(g.rules, rule{t.Class, g.vocab.class(t.Class), n})
		for _, s := range t.Surfaces {
			es := g.vocab.literals(s)
			if len(es) == 0 || len(es) > maxElems {
				return t.Errorf("surface %q has no word, or too many", s)
			}
			g.forms = append(g.forms, form{rule: int32(len(g.rules) - 1), elems: es, ahead: len(es)})
		}
	}
	return nil
}

func (g *Grammar) rule(r lang.Rule) error {
	slots := map[string]int{}
	at := int32(len(g.rules))
	for _, see := range r.See {
		p := patternParser{see.Text, g.vocab, slots, g.lists}
		fs, err := p.parse()
		if err != nil {
			return see.Errorf("%v", err)
		}
		for i := range fs {
			fs[i].rule = at
		}
		g.forms = append(g.forms, fs...)
	}
	n, err := parseMeaning(r.Mean.Text, slots)
	if err != nil {
		return r.Mean.Errorf("%v", err)
	}
	for name, i := range slots {
		if n.uses(i) && !g.bound(at, int8(i)) {
			return r.Mean.Errorf("slot %s is not bound by every see line", name)
		}
	}
	g.rules = append(g.rules, rule{r.Name, g.vocab.class(r.Class), n})
	return nil
}

// bound reports whether all forms of the rule bind the slot.
func (g *Grammar) bound(rule int32, slot int8) bool {
	for _, f := range g.forms {
		if f.rule == rule && !slices.ContainsFunc(f.elems, func(e elem) bool { return e.slot == slot }) {
			return false
		}
	}
	return true
}

// index files the forms and marks strong words: those of the forms that are not
// called weak.
func (g *Grammar) index(weak map[string]bool) {
	for _, f := range g.forms {
		for _, e := range f.elems {
			if e.kind == literal {
				g.vocab.strong[e.id] = true
				g.vocab.named[e.id] = g.vocab.named[e.id] || e.capital && weak[g.vocab.names[e.id]]
			}
		}
	}
	for w := range weak {
		g.vocab.strong[g.vocab.word(w)] = false
	}
	g.vocab.seal()
	g.trie = newTrie(g.forms, len(g.vocab.names), len(g.vocab.classes))
	g.output = make([]bool, len(g.vocab.classes))
	for _, name := range []string{classTime, classLength, classSet, classVague, classNone} {
		if id, ok := g.vocab.classes[name]; ok {
			g.output[id] = true
		}
	}
	g.none = -1
	if id, ok := g.vocab.classes[classNone]; ok {
		g.none = id
	}
}

// check refuses slots whose class nothing yields.
func (g *Grammar) check(p *lang.Pack) error {
	made := make([]bool, len(g.vocab.classes))
	for _, r := range g.rules {
		made[r.class] = true
	}
	names := make([]string, len(made))
	for name, id := range g.vocab.classes {
		names[id] = name
	}
	for _, f := range g.forms {
		for _, e := range f.elems {
			if e.kind == class && !made[e.id] {
				for _, r := range p.Rules {
					if r.Name == g.rules[f.rule].name {
						return r.Errorf("rule %q: nothing is of class %q", r.Name, names[e.id])
					}
				}
				return fmt.Errorf("nothing is of class %q", names[e.id])
			}
		}
	}
	return nil
}
