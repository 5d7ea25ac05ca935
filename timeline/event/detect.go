package event

import (
	"io/fs"
	"strings"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/actor"
	"github.com/datelinehq/dateline/timeline/syntax"
	"github.com/datelinehq/dateline/timeline/text"
)

// A Detector finds events in one language. It never changes and may be used by
// many goroutines.
type Detector struct {
	frames *frames
	status status
	parts  parts
	names  *actor.Lexicon
}

// Load reads frames, status words and words for parts from a language pack, and names
// from the actors folder of the seeds and from what the user gives.
func Load(pack, actors fs.FS, extra ...actor.Extra) (*Detector, error) {
	f, err := readFrames(pack)
	if err != nil {
		return nil, err
	}
	s, err := readStatus(pack)
	if err != nil {
		return nil, err
	}
	p, err := readParts(pack)
	if err != nil {
		return nil, err
	}
	n, err := actor.Load(pack, actors, extra...)
	if err != nil {
		return nil, err
	}
	return &Detector{f, s, p, n}, nil
}

// Detect finds the mentions of parsed sentences, in the order of the text. times
// are the spans of temporal expressions, in order: they are no actors or places.
func (d *Detector) Detect(doc *text.Document, sents []syntax.Sentence, times []text.Span) []Mention {
	var ms []Mention
	reader := d.names.Read(doc.Text, doc.Published)
	for _, s := range sents {
		zone := doc.Sentences[s.Index].Zone
		if zone == text.Byline || zone == text.Dateline {
			continue
		}
		for len(times) > 0 && times[0].End <= s.Start {
			times = times[1:]
		}
		c := clause{Detector: d, text: doc.Text, s: s, title: zone == text.Title, carried: make([]bool, len(s.Words)), time: make([]bool, len(s.Words)), planned: map[int]int{}}
		for _, t := range times {
			if t.Start >= s.End {
				break
			}
			for i, w := range s.Words {
				c.time[i] = c.time[i] || t.Overlaps(w.Span)
			}
		}
		c.view = reader.Sentence(s, c.time)
		ms = append(ms, c.mentions()...)
	}
	return ms
}

// clause looks at one sentence.
type clause struct {
	*Detector
	text    string
	s       syntax.Sentence
	view    *actor.View
	title   bool
	runs    []chunk     // runs of words that name somebody, once asked for
	carried []bool      // nouns that a light verb carries
	time    []bool      // words of temporal expressions
	planned map[int]int // event nouns, and the participles that plan them
}

func (c *clause) mentions() []Mention {
	var ms []Mention
	for i, w := range c.s.Words {
		if w.UPOS == "VERB" && !c.time[i] {
			if m, ok := c.verb(i); ok {
				ms = append(ms, m)
			}
		}
	}
	for i, w := range c.s.Words {
		if w.UPOS == "NOUN" || w.UPOS == "PROPN" {
			if m, ok := c.noun(i); ok {
				ms = append(ms, m)
			}
		}
	}
	return ms
}

// verb is the mention of verb i, if it names a happening.
func (c *clause) verb(i int) (Mention, bool) {
	w := c.s.Words[i]
	lemma := c.lemma(i)
	if w.Rel == "amod" || w.Rel == "compound" || w.Rel == "case" || w.Rel == "mark" || strings.HasPrefix(w.Rel, "aux") {
		return Mention{}, false
	}
	if w.Rel == "acl" && w.XPOS == "VBN" && w.Head >= 0 && c.status.has("scheduled", lemma) {
		if n := c.eventNoun(w.Head); n >= 0 { // "a forum scheduled in July": the forum happens
			c.planned[n] = i
			return Mention{}, false
		}
	}
	m := Mention{Sentence: c.s.Index, Word: i, Carrier: i, Trigger: c.trigger(i)}
	m.Head = m.Trigger
	kind, framed := c.frames.verbs[lemma]
	noun := c.object(i)
	switch {
	case c.frames.light[lemma] && noun >= 0:
		m.Type = c.frames.nouns[c.nounLemma(noun)]
		m.Head = c.s.Words[noun].Span
		c.carried[noun] = true
	case c.frames.say[lemma] && kind == "" || c.frames.say[lemma] && c.clausal(i):
		m.Type, m.Reporting, m.Weak = typeStatement, true, true
	case framed:
		m.Type = kind
		m.Weak = false
	case c.frames.state[lemma]:
		return Mention{}, false
	default:
		m.Type, m.Weak = typeOther, true
	}
	if c.statement(i) {
		m.Weak = true
	}
	return c.complete(m, i)
}

// statement reports whether verb i stands in a relative clause or as a
// modifier: it tells what something is rather than what happens.
func (c *clause) statement(i int) bool {
	rel := c.s.Words[i].Rel
	return strings.HasPrefix(rel, "acl") && rel != "acl:relcl" || rel == "advcl" && c.s.Words[i].XPOS == "VBG"
}

// clausal reports whether a clause hangs on verb i as what was said.
func (c *clause) clausal(i int) bool {
	return c.s.Child(i, "ccomp", "parataxis") >= 0 || c.s.Words[i].Rel == "parataxis"
}

// object is the event noun that a light verb carries: its object, its passive
// subject, or the noun of a prepositional phrase; -1 if there is none.
func (c *clause) object(i int) int {
	for _, rels := range [][]string{{"obj"}, {"nsubj:pass", "nsubj"}, {"obl"}} {
		for _, k := range c.s.Children(i) {
			if !contains(rels, c.s.Words[k].Rel) || rels[0] == "nsubj:pass" && c.s.Child(i, "obj") >= 0 {
				continue
			}
			if n := c.eventNoun(k); n >= 0 {
				return n
			}
		}
	}
	return -1
}

// eventNoun is noun k, or the event noun that hangs on it ("the delegation for
// the talks"); -1 if there is none.
func (c *clause) eventNoun(k int) int {
	if c.isEventNoun(k) {
		return k
	}
	for _, rel := range []string{"compound", "nmod"} { // "a mediation effort", "the delegation for the talks"
		for _, j := range c.s.Children(k) {
			if c.s.Words[j].Rel == rel && c.isEventNoun(j) {
				return j
			}
		}
	}
	return -1
}

func (c *clause) isEventNoun(k int) bool {
	w := c.s.Words[k]
	if w.UPOS != "NOUN" && w.UPOS != "PROPN" {
		return false
	}
	_, ok := c.frames.nouns[c.nounLemma(k)]
	return ok
}

// nounLemma is the lemma of a noun; names in capitals count as their words:
// "Defense Consultative Talks".
func (c *clause) nounLemma(k int) string {
	w := c.s.Words[k]
	l := strings.ToLower(w.Lemma)
	if _, ok := c.frames.nouns[l]; !ok && strings.HasSuffix(l, "s") {
		return strings.TrimSuffix(l, "s")
	}
	return l
}

// noun is the mention of event noun i.
func (c *clause) noun(i int) (Mention, bool) {
	w := c.s.Words[i]
	if c.carried[i] || c.time[i] || !c.isEventNoun(i) || w.Rel == "compound" || strings.HasPrefix(w.Rel, "flat") {
		return Mention{}, false
	}
	m := Mention{
		Sentence: c.s.Index, Word: i, Carrier: i, Noun: true, Weak: true,
		Trigger: w.Span, Head: w.Span, Type: c.frames.nouns[c.nounLemma(i)],
	}
	if v := c.plannedBy(i); v >= 0 {
		m.Carrier = v
	}
	return c.complete(m, i)
}

// plannedBy is the participle that says of a noun that it is planned ("a forum
// scheduled in July"), or the verb above it; -1 if there is none.
func (c *clause) plannedBy(i int) int {
	if v, ok := c.planned[i]; ok {
		return v
	}
	for h := c.s.Words[i].Head; h >= 0; h = c.s.Words[h].Head {
		if c.s.Words[h].UPOS == "VERB" {
			return h
		}
	}
	return -1
}

// lemma is the lemma of word i with its particle: "call off".
func (c *clause) lemma(i int) string {
	l := strings.ToLower(c.s.Words[i].Lemma)
	if p := c.s.Child(i, "compound:prt"); p >= 0 {
		return l + " " + strings.ToLower(c.s.Words[p].Lemma)
	}
	for k := i + 1; k <= i+2 && k < len(c.s.Words); k++ { // "test-fired", "call for"
		two := l + " " + strings.ToLower(c.s.Words[k].Lemma)
		if c.frames.verbs[two] != "" || c.frames.light[two] {
			return two
		}
		if c.s.Words[k].UPOS != "ADV" {
			break
		}
	}
	return l
}

// trigger is the span of verb i, with what a hyphen ties to it.
func (c *clause) trigger(i int) text.Span {
	s := c.s.Words[i].Span
	for k := i - 2; k >= 0 && c.s.Words[k+1].In(c.text) == "-" && c.s.Words[k+1].End == s.Start && c.s.Words[k].End == c.s.Words[k+1].Start; k -= 2 {
		s.Start = c.s.Words[k].Start
	}
	return s
}

// complete adds status, actors, places, title and attribution. It refuses what
// is only imagined.
func (c *clause) complete(m Mention, i int) (Mention, bool) {
	st, words, ok := c.statusOf(m.Carrier, m.Noun)
	if !ok {
		return m, false
	}
	m.Status, m.StatusWords = st, words
	m.Perfect = c.s.Words[m.Carrier].UPOS == "VERB" && c.perfect(m.Carrier)
	m.Hedges = c.hedges(m.Carrier)
	m.Actors, m.Mutual = c.cast(m, i)
	m.Between = m.Type == typeOther && m.Status != timeline.Proposed && !m.Noun && !c.statement(i) && between(m.Actors)
	m.Places = c.places(i, m.Carrier)
	m.Title = c.titleOf(m, i)
	if !m.Reporting {
		m.Attribution = c.attribution(m.Carrier)
	}
	if m.Noun && m.Status == timeline.Denied {
		m.Status = timeline.Occurred
	}
	return m, true
}

func contains(list []string, s string) bool {
	for _, l := range list {
		if l == s {
			return true
		}
	}
	return false
}
