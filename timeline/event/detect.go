package event

import (
	"fmt"
	"io/fs"
	"slices"
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
	scheme *scheme
	scent  *scent
}

// Load reads frames, status words and words for parts from a language pack, names from
// the actors folder of the seeds and from what the user gives, and codes from the
// ontology folder.
func Load(pack, actors, ontology fs.FS, extra ...actor.Extra) (*Detector, error) {
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
	o, err := readScheme(ontology)
	if err != nil {
		return nil, err
	}
	forms, err := terms(pack, "irregular.txt")
	if err != nil {
		return nil, err
	}
	x, err := readScent(forms)
	if err != nil {
		return nil, fmt.Errorf("load events: %w", err)
	}
	return &Detector{f, s, p, n, o, x}, nil
}

// Detect finds the mentions of parsed and mended sentences, in the order of the text. times
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
		c := clause{Detector: d, text: doc.Text, s: s, title: zone == text.Title, carried: make([]bool, len(s.Words)), time: make([]bool, len(s.Words)), planned: map[int]int{}, children: children(s), headless: headless(s)}
		for _, w := range s.Words {
			c.finite = c.finite || w.XPOS == "VBD" && w.Rel != "amod" || w.XPOS == "VBZ" || w.XPOS == "VBP" || w.XPOS == "MD"
		}
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
	// children are the words below each word, in order.
	children [][]int
	// finite says that the sentence has a finite verb; headless is the participle that
	// stands for that of the main clause, -1 if none does.
	finite   bool
	headless int
	// nested says that a condition on a noun is being looked at.
	nested bool
}

func children(s syntax.Sentence) [][]int {
	cs := make([][]int, len(s.Words))
	for k, w := range s.Words {
		if w.Head >= 0 {
			cs[w.Head] = append(cs[w.Head], k)
		}
	}
	return cs
}

func (c *clause) mentions() []Mention {
	var ms []Mention
	for i, w := range c.s.Words {
		if (w.UPOS == "VERB" || w.UPOS != "AUX" && strings.HasPrefix(w.XPOS, "VB")) && !c.time[i] {
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
	if w.Rel == "amod" && !c.stray(i) || w.Rel == "compound" || w.Rel == "case" || w.Rel == "mark" || strings.HasPrefix(w.Rel, "aux") {
		return Mention{}, false
	}
	if w.Rel == "acl" && w.XPOS == "VBN" && w.Head >= 0 && c.status.has("scheduled", lemma) {
		if n := c.eventNoun(w.Head); n >= 0 { // "a forum scheduled in July": the forum happens
			c.planned[n] = i
			return Mention{}, false
		}
	}
	m := Mention{Sentence: c.s.Index, Word: i, Carrier: i, Trigger: c.trigger(i), Lemma: lemma}
	m.Head = m.Trigger
	if c.madeUp(i) || !c.typeVerb(&m, i, lemma) {
		return Mention{}, false
	}
	if c.statement(i) || c.remarked(i) {
		m.Weak = true
	}
	return c.complete(m, i)
}

// typeVerb says what verb i announces; false if it is no happening.
func (c *clause) typeVerb(m *Mention, i int, lemma string) bool {
	f, special := c.frameOf(i, false)
	noun := -1
	if !special && c.frames.is(classLight, lemma) {
		noun = c.object(i)
	}
	switch {
	case noun >= 0:
		f, _ = c.frameOf(noun, true)
		m.Head, m.Lemma = c.s.Words[noun].Span, c.nounLemma(noun)
		c.carried[noun] = true
	case !special && c.frames.is(classSay, lemma) && (f == nil || f.Type == typeStatement || c.clausal(i)):
		m.Type, m.Reporting, m.Weak = typeStatement, true, true
		return c.bySomebody(i)
	}
	switch {
	case f != nil:
		m.Type, m.Frame = f.Type, f
	case c.frames.is(classState, lemma):
		return false
	default:
		m.Type, m.Weak = typeOther, true
	}
	if m.Type == typeStatement {
		m.Reporting, m.Weak = true, true
	}
	if special && (m.Type == typeStatement || m.Type == typeNothing) {
		for _, k := range c.argument(i, true) { // "rejected the allegations", "made a killing"
			c.carried[k] = true
		}
	}
	if special && f.idle() {
		c.carryFilled(i, f)
	}
	if special && m.Head == m.Trigger {
		c.same(m, i, f)
	}
	return m.Type != typeNothing
}

// carryFilled marks the nouns that make an idiom what it is: they are no events either
// ("came under attack" of a currency).
func (c *clause) carryFilled(i int, f *Frame) {
	for _, cond := range f.conditions {
		if cond.not || cond.any || cond.slot == slotSubject || cond.slot == slotNear || cond.slot == slotModifier {
			continue
		}
		for _, k := range c.slot(i, cond.slot) {
			c.carried[k] = c.carried[k] || c.isOne(k, cond)
		}
		for _, k := range c.below(i) {
			c.carried[k] = c.carried[k] || cond.slot == slotObject && c.isOne(k, cond)
		}
	}
}

// same makes an event noun that a frame asks for, and that tells the same as the frame,
// the head of the mention: "came under attack".
func (c *clause) same(m *Mention, i int, f *Frame) {
	for _, k := range c.below(i) {
		if rel := c.s.Words[k].Rel; k < i || rel != "obj" && rel != "obl" || !c.isEventNoun(k) {
			continue
		}
		n, _ := c.frameOf(k, true)
		for _, cond := range f.conditions {
			if !cond.not && !cond.any && cond.slot != slotNear && n.Type == f.Type && c.isOne(k, cond) {
				m.Head = c.s.Words[k].Span
				c.carried[k] = true
				return
			}
		}
	}
}

// object is the event noun that a light verb carries: its object, its passive
// subject, or the noun of a prepositional phrase; -1 if there is none.
func (c *clause) object(i int) int {
	for _, rels := range [][]string{{"obj"}, {"nsubj:pass", "nsubj"}, {"obl"}} {
		if rels[0] == "obl" && !c.frames.is(classBound, c.lemma(i)) {
			break
		}
		for _, k := range c.below(i) {
			if !slices.Contains(rels, c.s.Words[k].Rel) || rels[0] == "nsubj:pass" && c.s.Child(i, "obj") >= 0 {
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
		for _, j := range c.below(k) {
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
	if _, ok := c.frames.nouns[c.nounLemma(k)]; !ok {
		return false
	}
	f, _ := c.frameOf(k, true)
	return f != nil && f.Type != typeNothing && !c.toldAbout(k)
}

// nounLemma is the lemma of a noun; names in capitals count as their words:
// "Defense Consultative Talks".
func (c *clause) nounLemma(k int) string {
	w := c.s.Words[k]
	l := strings.ToLower(w.Lemma)
	if h := c.hyphened(k); h != "" && c.frames.nouns[h] != nil {
		return h
	}
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
		Trigger: w.Span, Head: w.Span, Lemma: c.nounLemma(i),
	}
	m.Frame, _ = c.frameOf(i, true)
	m.Type = m.Frame.Type
	if v := c.plannedBy(i); v >= 0 {
		m.Carrier = v
	}
	return c.complete(m, i)
}

// lemma is the lemma of word i with its particle: "call off".
func (c *clause) lemma(i int) string {
	l := c.verbLemma(i)
	if p := c.s.Child(i, "compound:prt"); p >= 0 {
		return l + " " + strings.ToLower(c.s.Words[p].Lemma)
	}
	for k := i + 1; k <= i+2 && k < len(c.s.Words); k++ { // "test-fired", "call for"
		two := l + " " + strings.ToLower(c.s.Words[k].Lemma)
		if c.frames.verbType[two] != "" || c.frames.is(classLight, two) {
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
	v, ok := c.statusOf(m.Carrier, m.Noun)
	if !ok {
		return m, false
	}
	if m.Reporting && v.status == timeline.Denied {
		return m, false // nobody said it
	}
	m.Status, m.StatusWords = v.status, v.words
	if m.Coding = c.scheme.code(m.Frame, v.mood); (v.mood == moodRequired || v.mood == moodRefused) && !m.Noun {
		m.Weak = m.Weak && !c.toldThat(i)
	}
	m.Weak = m.Weak || v.mood == moodProposed && c.s.Words[m.Carrier].XPOS == "VB" && c.hasTo(m.Carrier) // what is asked for needs a date
	if v.mood == moodOccurred && !m.Noun && c.status.has("threat", c.lemma(i)) {
		m.Status, m.StatusWords = timeline.Threatened, c.s.Words[i].In(c.text)
	}
	m.coded = m.Status
	m.Perfect = c.s.Words[m.Carrier].UPOS == "VERB" && c.perfect(m.Carrier)
	m.Hedges = c.hedges(m.Carrier)
	m.Actors, m.Mutual = c.cast(m, i)
	m.Between = m.Type == typeOther && m.Status != timeline.Proposed && !m.Noun && !c.statement(i) && between(m.Actors)
	m.Places = c.places(i, m.Carrier)
	over := v.over - 1
	if over < 0 {
		over = c.doubted(m.Carrier)
	}
	m.Title = c.titleOf(m, i, over)
	if !m.Reporting {
		m.Attribution = c.attribution(m.Carrier)
	}
	if m.Noun && m.Status == timeline.Denied { // who did not stop the war, did not undo it
		m.Status = timeline.Occurred
		c.Recode(&m)
	}
	return m, true
}
