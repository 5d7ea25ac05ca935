package resolve

import (
	"strings"

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
	// stops end the search: a clause ends there.
	stops map[string]bool
	// joins are the words between the members of a list.
	joins map[string]bool
	// sequels say that what follows comes after what was told before: "onward".
	sequels map[string]bool
	// edges are the words that make what follows an end: "since", "by".
	edges map[string]Edge
}

type cue struct {
	rest      []string
	direction int
}

// CompileCues reads the classes past, future, past-ending, no-past, passive, stop,
// join, sequel, first and last of cues.txt.
func CompileCues(p *lang.Pack) (*Cues, error) {
	c := &Cues{edges: map[string]Edge{}, starts: map[string][]cue{}, exceptions: map[string]bool{}, passive: map[string]bool{}, stops: map[string]bool{}, joins: map[string]bool{}, sequels: map[string]bool{}}
	for _, t := range p.Cues {
		for _, s := range t.Surfaces {
			words := strings.Fields(strings.ToLower(s))
			switch t.Class {
			case "past":
				c.starts[words[0]] = append(c.starts[words[0]], cue{words[1:], -1})
			case "future":
				c.starts[words[0]] = append(c.starts[words[0]], cue{words[1:], 1})
			case "past-ending":
				c.endings = append(c.endings, s)
			case "no-past":
				c.exceptions[s] = true
			case "passive":
				c.passive[s] = true
			case "stop":
				c.stops[s] = true
			case "join":
				c.joins[s] = true
			case "first":
				c.edges[s] = First
			case "last":
				c.edges[s] = Last
			case "sequel":
				c.sequels[s] = true
			default:
				return nil, t.Errorf("no class %q of cues", t.Class)
			}
		}
	}
	return c, nil
}

// A found cue: its direction and where it stands.
type hit struct {
	direction int
	span      text.Span
}

// maxReach is how many atoms away a cue may stand.
const maxReach = 40

// near finds the cue that decides about the atoms [first, last) of d: the nearest
// one before them in their clause, else the nearest one after.
func (c *Cues) near(d *text.Document, s text.Sentence, first, last int) hit {
	for i := first - 1; i >= s.First && i > first-maxReach; i-- {
		if c.stops[d.Word(i)] {
			break
		}
		if h := c.at(d, s, i); h.direction != 0 {
			return h
		}
	}
	for i := last; i < s.Last && i < last+maxReach; i++ {
		if c.stops[d.Word(i)] {
			break
		}
		if h := c.at(d, s, i); h.direction != 0 {
			return h
		}
	}
	return hit{}
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
			best = hit{q.direction, text.Span{Start: d.Atoms[i].Start, End: d.Atoms[i+length].End}}
		}
	}
	past := length < 0 && c.pastForm(w, d.Word(i)) || length == 0 && best.direction < 0
	if past && i > s.First && c.passive[strings.ToLower(d.Word(i-1))] {
		return hit{} // "to be held": a participle
	}
	if past {
		return hit{-1, d.Atoms[i].Span}
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
