// Package anchor ties events to dates.
//
// In come the mentions of an article, its parsed sentences and its readings, out
// come dated mentions: the interval that an event lies in, and the readings that
// say so. The package refuses to read dates; it goes by the tree, by order and by the
// words of relation of a language pack, and prefers no date to a wrong one.
package anchor

import (
	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/event"
	"github.com/datelinehq/dateline/timeline/resolve"
	"github.com/datelinehq/dateline/timeline/syntax"
	"github.com/datelinehq/dateline/timeline/text"
)

// A Dated mention. Its When is zero if nothing dates it.
type Dated struct {
	event.Mention
	When edtf.Interval
	// Lasting says that the event fills When.
	Lasting bool
	Grade   timeline.Grade
	// By are the readings that date it, as indexes.
	By []int
	// Bounds are what is known of an undated event.
	Bounds *timeline.Bounds
	// Scene is what the text tells of there.
	Scene Scene
}

// Link dates the mentions of d. Weak mentions without a date are dropped.
func (rel *Relations) Link(d *text.Document, sents []syntax.Sentence, ms []event.Mention, rs []resolve.Reading) []Dated {
	l := linker{words: rel.words, list: rel.list, computed: map[int]computed{}, bounds: map[int]*timeline.Bounds{}, doc: d, sents: map[int]syntax.Sentence{}, mentions: ms, readings: rs, by: make([][]int, len(ms)), loose: make([]bool, len(ms)), in: map[int][]int{}, told: map[int][]int{}}
	for _, s := range sents {
		l.sents[s.Index] = s
	}
	for i := range ms {
		l.in[ms[i].Sentence] = append(l.in[ms[i].Sentence], i)
	}
	for i := range rs {
		l.told[rs[i].Sentence] = append(l.told[rs[i].Sentence], i)
		if !rs[i].Since.IsZero() {
			l.last(i)
		} else if !rs[i].When.IsZero() || rs[i].Grade == timeline.Unresolved && rs[i].Type == "DATE" {
			l.hang(i)
		}
	}
	l.inherit()
	l.relate()
	var out []Dated
	for i := range ms {
		out = append(out, l.dated(i)...)
	}
	l.scenes(out)
	return fold(d, out)
}

// linker holds one article.
type linker struct {
	doc      *text.Document
	sents    map[int]syntax.Sentence
	mentions []event.Mention
	readings []resolve.Reading
	by       [][]int
	// loose mentions got their date through a doubtful link: "possibly on the
	// sidelines of" a dated event.
	loose []bool
	words map[string]order
	list  map[string]bool
	// computed are dates that mentions have from others, bounds what others tell of
	// undated ones.
	computed map[int]computed
	bounds   map[int]*timeline.Bounds
	// in lists the mentions of each sentence, told its readings.
	in, told map[int][]int
}

// hang gives reading r to the mention that it belongs to by the tree.
func (l *linker) hang(r int) {
	s, span := l.sents[l.readings[r].Sentence], l.readings[r].Span
	w := headOf(s, span)
	if w < 0 {
		return
	}
	m := l.owner(s, span, w)
	if m < 0 {
		m = l.fronted(s, span)
	}
	if m < 0 {
		return
	}
	l.by[m] = append(l.by[m], r)
	l.spread(s, span, m, r)
}

// last gives a length to the mention that has gone on for it.
func (l *linker) last(r int) {
	s, span := l.sents[l.readings[r].Sentence], l.readings[r].Span
	w := headOf(s, span)
	if w < 0 {
		return
	}
	m := l.owner(s, span, w)
	if m < 0 || len(l.by[m]) > 0 || l.mentions[m].Noun {
		return
	}
	if t := verbTense(s, l.mentions[m].Word); t == progressive || t == perfect {
		l.by[m] = append(l.by[m], r)
	}
}

// frontWords is how many words may stand before an expression that opens its
// sentence: "Late on Friday".
const frontWords = 2

// fronted is the mention of the main verb, if the expression opens the sentence
// and the tree leaves it without an owner.
func (l *linker) fronted(s syntax.Sentence, span text.Span) int {
	if len(s.Words) <= frontWords || span.Start > s.Words[frontWords].Start {
		return -1
	}
	root := s.Root()
	for _, i := range l.in[s.Index] {
		if m := &l.mentions[i]; m.Word == root && m.Trigger.Start >= span.End {
			return i
		}
	}
	return -1
}

// headOf is the word of a span that hangs on a word outside it; -1 if s, as a sentence
// that was not parsed, has none.
func headOf(s syntax.Sentence, span text.Span) int {
	best := -1
	for i, w := range s.Words {
		if !span.Overlaps(w.Span) {
			continue
		}
		if w.Head < 0 || !span.Overlaps(s.Words[w.Head].Span) {
			if best < 0 || w.UPOS != "PUNCT" && s.Words[best].UPOS == "PUNCT" {
				best = i
			}
		}
	}
	return best
}

// owner climbs from word w to the first mention above it. An event noun between
// the verb and the expression takes it from a verb that only leads up to it.
func (l *linker) owner(s syntax.Sentence, span text.Span, w int) int {
	for k := s.Words[w].Head; k >= 0; k = s.Words[k].Head {
		m := l.at(s.Index, k)
		if m < 0 {
			if blocks(s, k) {
				return -1
			}
			continue
		}
		if n := l.nounBefore(s, m, span); n >= 0 {
			return n
		}
		return m
	}
	return -1
}

// blocks reports whether a word ends the climb: a verb that is no mention keeps
// what hangs on it, unless it only carries another.
func blocks(s syntax.Sentence, k int) bool {
	return s.Words[k].UPOS == "VERB" && s.Words[k].Rel != "acl" && s.Words[k].Rel != "xcomp"
}

// at is the mention whose trigger or head is word k; -1 for none.
func (l *linker) at(sentence, k int) int {
	carried := -1
	for _, i := range l.in[sentence] {
		m := &l.mentions[i]
		if m.Word == k {
			return i
		}
		if m.Noun && m.Carrier == k && l.sents[sentence].Words[k].Rel == "acl" {
			carried = i
		}
		if s := l.sents[sentence]; !m.Noun && m.Head == s.Words[k].Span {
			carried = i
		}
	}
	return carried
}

// nounBefore is the event noun under a weak verb m that stands last before the
// expression: "travel to Seoul for talks on Friday".
func (l *linker) nounBefore(s syntax.Sentence, m int, span text.Span) int {
	if !l.mentions[m].Weak || l.mentions[m].Noun || l.mentions[m].Reporting {
		return -1
	}
	best := -1
	for _, i := range l.in[s.Index] {
		n := &l.mentions[i]
		if n.Noun && n.Carrier == l.mentions[m].Word &&
			n.Trigger.Start > l.mentions[m].Trigger.End && n.Trigger.End <= span.Start &&
			(best < 0 || n.Trigger.Start > l.mentions[best].Trigger.Start) {
			best = i
		}
	}
	return best
}

// spread gives an expression in front of its verb to the verbs conjoined with
// it: "In March the office closed and expelled its staff".
func (l *linker) spread(s syntax.Sentence, span text.Span, m, r int) {
	v := l.mentions[m].Word
	if l.mentions[m].Noun || span.Start > s.Words[v].Start || span.Start > firstSubject(s, v) {
		return
	}
	for _, i := range l.in[s.Index] {
		n := &l.mentions[i]
		if n.Noun || i == m || s.Words[n.Word].Rel != "conj" || s.Words[n.Word].Head != v {
			continue
		}
		if s.Child(n.Word, "nsubj", "nsubj:pass", "aux") < 0 && len(l.by[i]) == 0 {
			l.by[i] = append(l.by[i], r)
		}
	}
}

// firstSubject is where the subject of verb v begins, or the verb itself.
func firstSubject(s syntax.Sentence, v int) int {
	if c := s.Child(v, "nsubj", "nsubj:pass"); c >= 0 {
		return s.Words[c].Start
	}
	return s.Words[v].Start
}

// inherit dates a mention inside another: "meet … on the sidelines of a forum in
// July".
func (l *linker) inherit() {
	for i := range l.mentions {
		m := &l.mentions[i]
		if len(l.by[i]) > 0 || m.Noun || m.Status == timeline.Occurred {
			continue
		}
		s := l.sents[m.Sentence]
		for _, k := range l.in[m.Sentence] {
			n := &l.mentions[k]
			if k == i || !n.Noun || len(l.by[k]) == 0 || !s.Under(n.Word, m.Word) || !onPath(s, n.Word, m.Word) {
				continue
			}
			l.by[i] = append(l.by[i], l.by[k]...)
			l.loose[i] = hedged(s, n.Word, m.Word) || len(m.Hedges) > 0
			break
		}
	}
}

// onPath reports whether no other verb stands between word k and verb v.
func onPath(s syntax.Sentence, k, v int) bool {
	for j := s.Words[k].Head; j >= 0 && j != v; j = s.Words[j].Head {
		if s.Words[j].UPOS == "VERB" {
			return (s.Words[j].Rel == "advcl" || s.Words[j].Rel == "xcomp") && s.Words[j].Head == v
		}
	}
	return true
}

// hedged reports whether an adverb stands on the way from word k up to verb v.
func hedged(s syntax.Sentence, k, v int) bool {
	for j := k; j >= 0 && j != v; j = s.Words[j].Head {
		if s.Child(j, "advmod") >= 0 {
			return true
		}
	}
	return false
}
