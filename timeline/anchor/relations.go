package anchor

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/lang"
	"github.com/datelinehq/dateline/timeline/resolve"
	"github.com/datelinehq/dateline/timeline/timex"
)

// Relations are the words of a language that put one happening before, after or
// beside another. The zero Relations know none. They never change and may be used by
// many goroutines.
type Relations struct {
	words map[string]order
	// list are the words and marks between the members of a list.
	list map[string]bool
}

// An order is how a happening lies to the one behind the word.
type order int8

const (
	unordered order = iota
	after
	before
	with
	inside // a noun's: "died in the raid"
)

// Load reads relations.txt of a language pack; a pack without one has no relations.
func Load(pack fs.FS) (*Relations, error) {
	ts, err := lang.ReadTerms(pack, "relations.txt")
	if errors.Is(err, fs.ErrNotExist) {
		return &Relations{}, nil
	}
	if err != nil {
		return nil, fmt.Errorf("load relations: %w", err)
	}
	r := &Relations{words: map[string]order{}, list: map[string]bool{}}
	for _, t := range ts {
		if t.Class == "list" {
			for _, w := range t.Surfaces {
				r.list[w] = true
			}
			continue
		}
		i := slices.Index([]string{"", "after", "before", "with", "inside"}, t.Class)
		if i < 1 {
			return nil, t.Errorf("no class %q of relations", t.Class)
		}
		for _, w := range t.Surfaces {
			r.words[w] = order(i)
		}
	}
	return r, nil
}

// A bond says that mention a lies in an order to mention b of its sentence, by a
// length if length is a reading and not -1.
type bond struct {
	a, b   int
	order  order
	length int
}

// relate dates mentions by others that they are tied to: "three days after the
// raid", "when the minister visited on Thursday". What an order alone says becomes a
// bound.
func (l *linker) relate() {
	for i := range l.mentions {
		o, word := l.orderOf(i)
		if o == unordered {
			continue
		}
		a := l.above(i)
		if a < 0 || a == i {
			continue
		}
		length := -1
		if o != with && o != inside { // "for two days while" counts no days
			length = l.lengthBefore(l.mentions[i].Sentence, word)
		}
		l.apply(bond{a, i, o, length})
	}
}

// orderOf is the relation that opens the phrase or clause of mention i, and its word.
func (l *linker) orderOf(i int) (order, int) {
	m := l.mentions[i]
	s := l.sents[m.Sentence]
	for _, top := range []int{m.Word, m.Carrier} {
		for _, k := range s.Children(top) {
			if o := l.words[strings.ToLower(s.Words[k].In(l.doc.Text))]; o != unordered && opens(s.Words[k].Rel) && (o != with || !m.Noun) && (o != inside || m.Noun && top == m.Word) {
				return o, k
			}
		}
		if !m.Noun || s.Words[m.Word].UPOS == "VERB" {
			break
		}
	}
	return unordered, -1
}

func opens(rel string) bool { return rel == "case" || rel == "mark" || rel == "advmod" }

// above is the mention that the phrase or clause of mention i hangs on.
func (l *linker) above(i int) int {
	m := l.mentions[i]
	s := l.sents[m.Sentence]
	for k := s.Words[m.Word].Head; k >= 0; k = s.Words[k].Head {
		if a := l.at(m.Sentence, k); a >= 0 {
			return a
		}
		if blocks(s, k) {
			break
		}
	}
	return -1
}

// lengthBefore is the reading of a length right before word k: "three days after".
func (l *linker) lengthBefore(sentence, k int) int {
	at := l.sents[sentence].Words[k].Start
	for _, i := range l.told[sentence] {
		if r := l.readings[i]; r.End < at && strings.TrimSpace(l.doc.Text[r.End:at]) == "" && r.Type == timex.Duration {
			return i
		}
	}
	return -1
}

// apply dates the one of two mentions by the other, or bounds it.
func (l *linker) apply(b bond) {
	switch da, db := l.dateOf(b.a), l.dateOf(b.b); {
	case da.when.IsZero() == db.when.IsZero():
	case da.when.IsZero():
		l.tie(b, b.a, db, b.order)
	default:
		l.tie(b, b.b, da, b.order.back())
	}
}

// back is the order seen from the other side.
func (o order) back() order {
	switch o {
	case after:
		return before
	case before:
		return after
	}
	return o
}

// tie dates or bounds mention i of a bond, which lies in order o to the dated other.
func (l *linker) tie(b bond, i int, of computed, o order) {
	switch {
	case o == inside:
		if s := l.sents[l.mentions[i].Sentence]; i == b.a && !l.mentions[i].Noun && l.mentions[i].Status == timeline.Occurred && l.mentions[b.b].Carrier == l.mentions[i].Word && verbTense(s, l.mentions[i].Word) != pluperfect {
			l.computed[i] = computed{of.when, weaker(of.grade, timeline.Inferred), of.by}
		}
	case b.length >= 0 && l.count(i, b.length, of, o):
	case o != with:
		l.bound(i, of.when, o)
	case alike(l, b.a, b.b):
		l.computed[i] = computed{of.when, weaker(of.grade, timeline.Inferred), of.by}
	}
}

// A computed date is one that a mention has from another, and the readings behind it.
type computed struct {
	when  edtf.Interval
	grade timeline.Grade
	by    []int
}

// dateOf is the date of mention i, if one reading gives it; else that of the same
// happening told before.
func (l *linker) dateOf(i int) computed {
	if c, ok := l.computed[i]; ok {
		return c
	}
	if len(l.by[i]) == 1 {
		if r := l.readings[l.by[i][0]]; !r.When.IsZero() && r.Edge == resolve.Whole {
			return computed{r.When, r.Grade, l.by[i]}
		}
	}
	if len(l.by[i]) == 0 && l.mentions[i].Noun {
		if k := l.retold(i); k >= 0 {
			return l.dateOf(k)
		}
	}
	return computed{}
}

// retellReach is how many sentences back a noun may speak of a happening again.
const retellReach = 2

// retold is the dated mention before i of the same type that the noun with an
// article, as "the raid", speaks of again; -1 if there is none, or more than one.
func (l *linker) retold(i int) int {
	m := l.mentions[i]
	s := l.sents[m.Sentence]
	if s.Child(m.Word, "det") < 0 || s.Child(m.Word, "nmod", "nmod:poss", "amod", "acl", "compound") >= 0 || m.Type == "OTHER" || m.Type == "STATEMENT" {
		return -1
	}
	found := -1
	for n := m.Sentence - retellReach; n < m.Sentence; n++ {
		for _, k := range l.in[n] {
			if l.mentions[k].Type != m.Type || len(l.by[k]) == 0 {
				continue
			}
			if found >= 0 {
				return -1
			}
			found = k
		}
	}
	return found
}

// count dates mention i as many units from a date as the length says, and no more
// exactly than its unit. It reports false where it cannot.
func (l *linker) count(i, length int, of computed, o order) bool {
	m, ok := l.readings[length].Mean.(timex.Length)
	if !ok || !of.when.Single() || m.N != float64(int(m.N)) || m.N < 1 || m.N > maxSteps || m.Unit > edtf.Day {
		return false
	}
	unit := m.Unit
	if unit == edtf.Week {
		unit = edtf.Day
	}
	d := of.when.Start
	if d.Unit < unit {
		return false
	}
	d = d.Trunc(unit)
	d.Doubt = of.when.Start.Doubt
	n := int(m.N)
	if o == before {
		n = -n
	}
	d = d.Add(n, m.Unit)
	if m.Unit == edtf.Week {
		d.Doubt |= edtf.Approximate
	}
	by := append(slices.Clone(of.by), length)
	slices.Sort(by)
	l.computed[i] = computed{edtf.On(d), weaker(of.grade, timeline.Inferred), by}
	return true
}

// maxSteps bounds what is counted from a date.
const maxSteps = 1000

// alike reports whether two mentions are told in tenses that may be of one time.
func alike(l *linker, a, b int) bool {
	s := l.sents[l.mentions[a].Sentence]
	ta, tb := verbTense(s, l.mentions[a].Carrier), verbTense(s, l.mentions[b].Carrier)
	return ta == tb || l.mentions[a].Status.Ahead() && (tb == present || tb == future)
}

// bound keeps what an order says of an undated mention.
func (l *linker) bound(i int, of edtf.Interval, o order) {
	b := &timeline.Bounds{}
	switch {
	case o == after && of.Start.Unit > edtf.Open:
		b.NotBefore = of.Start
	case o == before && of.End.Unit > edtf.Open:
		b.NotAfter = of.End
	default:
		return
	}
	l.bounds[i] = b
}
