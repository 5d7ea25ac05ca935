package resolve

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/datelinehq/dateline/timeline/lang"
	"github.com/datelinehq/dateline/timeline/text"
)

// Cues are the words of a language that tell on which side of the present a
// clause lies. They never change once compiled.
type Cues struct {
	// starts lists the cues by their first word.
	starts map[string][]cue
	// endings mark words of a past tense: "ed". exceptions look like them.
	endings    []string
	exceptions map[string]bool
	// passive words before a word of past tense make it a participle: "to be
	// announced".
	passive map[string]bool
	// infinitives before a small word make it a verb that the past before it only
	// announces: "agreed to buy … in January".
	infinitives map[string]bool
	// determiners open a noun: what follows an infinitive's word is no verb.
	determiners map[string]bool
	// onward words lead from the present to what follows them, or to its end: what is
	// told in the past proves little about it.
	onward map[string]bool
	// stops end the search: a clause ends there.
	stops map[string]bool
	// joins are the words between the members of a list.
	joins map[string]bool
	// sequels say that what follows comes after what was told before: "onward".
	sequels map[string]bool
	// ages are words for the day of writing that also stand for the present age.
	ages map[string]bool
	// entries part the date at the head of a chronology's entry from what it tells.
	entries map[string]bool
	// lasting words say that something went on for the length behind them: "for".
	lasting map[string]bool
	// edges are the words that make what follows an end: "since", "by".
	edges map[string]Edge
}

type cue struct {
	rest      []string
	direction int
	said      bool
}

// CompileCues reads the classes past, said, future, past-ending, no-past, passive,
// infinitive, determiner, onward, stop, join, sequel, age, entry, lasting, first and last of cues.txt.
func CompileCues(p *lang.Pack) (*Cues, error) {
	c := &Cues{
		edges: map[string]Edge{}, ages: map[string]bool{}, starts: map[string][]cue{}, exceptions: map[string]bool{}, passive: map[string]bool{},
		infinitives: map[string]bool{}, determiners: map[string]bool{}, onward: map[string]bool{}, stops: map[string]bool{}, joins: map[string]bool{}, lasting: map[string]bool{}, sequels: map[string]bool{}, entries: map[string]bool{},
	}
	sets := map[string]map[string]bool{
		"no-past": c.exceptions, "passive": c.passive, "infinitive": c.infinitives, "determiner": c.determiners, "onward": c.onward,
		"stop": c.stops, "join": c.joins, "lasting": c.lasting, "sequel": c.sequels, "entry": c.entries, "age": c.ages,
	}
	for _, t := range p.Cues {
		for _, s := range t.Surfaces {
			words := strings.Fields(strings.ToLower(s))
			switch t.Class {
			case "past":
				c.starts[words[0]] = append(c.starts[words[0]], cue{words[1:], -1, false})
			case "said":
				c.starts[words[0]] = append(c.starts[words[0]], cue{words[1:], -1, true})
			case "future":
				c.starts[words[0]] = append(c.starts[words[0]], cue{words[1:], 1, false})
			case "past-ending":
				c.endings = append(c.endings, s)
			case "first":
				c.edges[s] = First
			case "last":
				c.edges[s] = Last
			default:
				set, ok := sets[t.Class]
				if !ok {
					return nil, t.Errorf("no class %q of cues", t.Class)
				}
				set[s] = true
			}
		}
	}
	return c, nil
}

// A hit is a cue that was found: its direction and where it stands.
type hit struct {
	direction int
	// said: the verb tells that something is said, and not when what is said happens.
	said bool
	hold hold
	span text.Span
}

// A hold is how much a cue proves about a day or month far away. The zero hold is
// firm: the cue is the verb that the date belongs to, as far as can be seen.
type hold uint8

const (
	// weak: a verb at a distance, or one of saying.
	weak hold = iota + 1
	// loose: the words between the two lead on from the verb: "agreed to buy it in
	// January".
	loose
	// sure: nothing is left to the other side.
	sure
)

// How near a cue must stand, in atoms.
const (
	// maxReach is how far it is looked for.
	maxReach = 40
	// nextTo is how many atoms may part the verb from a date that dates the verb
	// itself ("said on Friday"), close how many may part them for a sure bond.
	nextTo = 1
	close  = 8
)

// near finds the cue that decides about the atoms [first, last) of d: the past
// right after them, else the nearest cue before them in their clause, else the
// nearest one after.
func (c *Cues) near(d *text.Document, s text.Sentence, first, last int) hit {
	before, b := c.before(d, s, first)
	if before.direction != 0 && b >= first-nextTo-1 {
		return before
	}
	after, a := c.after(d, s, last)
	h, near := before, b >= first-close
	if before.direction == 0 || after.direction < 0 && a < last+nextTo {
		h, near = after, true
	}
	switch {
	case first > s.First && c.edges[strings.ToLower(d.Word(first-1))] == First:
		return hit{direction: -1, hold: sure, span: d.Atoms[first-1].Span}
	case h.direction > 0:
	case c.leads(d, s, first), c.announced(d, s, first):
		h.hold = loose
	case a >= last+nextTo && h.said, !near:
		h.hold = weak
	}
	return h
}

// before is the nearest cue before atom first, and its atom. Brackets round the
// expression are seen through.
func (c *Cues) before(d *text.Document, s text.Sentence, first int) (h hit, at int) {
	for i := first - 1; i >= s.First && i > first-maxReach; i-- {
		w := d.Word(i)
		if c.stops[w] && (w != "(" || i != first-1) {
			break
		}
		if h := c.at(d, s, i); h.direction != 0 {
			return h, i
		}
	}
	return hit{}, -1
}

// after is the nearest cue from atom last on, and its atom.
func (c *Cues) after(d *text.Document, s text.Sentence, last int) (h hit, at int) {
	for i := last; i < s.Last && i < last+maxReach; i++ {
		if c.stops[d.Word(i)] {
			break
		}
		if h := c.at(d, s, i); h.direction != 0 {
			return h, i
		}
	}
	return hit{}, -1
}

// leads reports whether the word before atom first leads from the present to what
// follows it: "through January".
func (c *Cues) leads(d *text.Document, s text.Sentence, first int) bool {
	return first > s.First && c.onward[strings.ToLower(d.Word(first-1))]
}

// heads reports whether the atoms [first, last) stand at the head of a sentence,
// parted from the rest by a mark: "March 17 - The council votes". Chronologies tell
// what is over, be it in the present tense. A weekday may head a diary of the week
// to come.
func (c *Cues) heads(d *text.Document, s text.Sentence, first, last int) bool {
	return first == s.First && last+1 < s.Last && c.entries[d.Word(last)]
}

// announced reports whether an infinitive stands before atom first in its clause,
// closer than any cue: "agreed to buy … in January".
func (c *Cues) announced(d *text.Document, s text.Sentence, first int) bool {
	for i := first - 1; i >= s.First && i > first-maxReach; i-- {
		w := d.Word(i)
		if c.stops[w] || c.at(d, s, i).direction != 0 {
			return false
		}
		if c.infinitives[w] && i+1 < first && c.verbal(d, i+1) {
			return true
		}
	}
	return false
}

// verbal reports whether atom i may be a verb: a small word that opens no noun.
func (c *Cues) verbal(d *text.Document, i int) bool {
	w := d.Word(i)
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLower(r) && !c.determiners[w]
}

// at is the cue that begins with atom i. Of several the longest counts.
func (c *Cues) at(d *text.Document, s text.Sentence, i int) hit {
	if d.Atoms[i].Kind != text.Letters {
		return hit{}
	}
	w := strings.ToLower(d.Word(i))
	best, length := hit{}, -1
	for _, q := range c.starts[w] {
		if len(q.rest) > length && c.follows(d, s, i+1, q.rest) {
			length = len(q.rest)
			best = hit{direction: q.direction, said: q.said, span: text.Span{Start: d.Atoms[i].Start, End: d.Atoms[i+length].End}}
		}
	}
	past := length < 0 && c.pastForm(w, d.Word(i)) || length == 0 && best.direction < 0
	if past && i > s.First && c.passive[strings.ToLower(d.Word(i-1))] {
		return hit{} // "to be held": a participle
	}
	if past {
		return hit{direction: -1, said: best.said, span: d.Atoms[i].Span}
	}
	return best
}

func (c *Cues) follows(d *text.Document, s text.Sentence, i int, words []string) bool {
	for _, w := range words {
		if i >= s.Last || !strings.EqualFold(d.Word(i), w) {
			return false
		}
		i++
	}
	return true
}

// pastForm reports whether w ends as verbs of the past do. Names are none.
func (c *Cues) pastForm(lower, w string) bool {
	if lower != w || c.exceptions[w] {
		return false
	}
	for _, e := range c.endings {
		if len(w) > len(e)+2 && strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// joined reports whether only list words stand between atoms a and b.
func (c *Cues) joined(d *text.Document, a, b int) bool {
	for ; a < b; a++ {
		if !c.joins[strings.ToLower(d.Word(a))] {
			return false
		}
	}
	return true
}

// sequel is the first atom of s that says that the sentence goes on from what was
// told before; s.Last when there is none.
func (c *Cues) sequel(d *text.Document, s text.Sentence) int {
	for i := s.First; i < s.Last; i++ {
		if c.sequels[strings.ToLower(d.Word(i))] {
			return i
		}
	}
	return s.Last
}
