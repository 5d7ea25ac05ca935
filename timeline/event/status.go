package event

import (
	"strings"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/syntax"
)

// A verdict is whether something happened, and by which words.
type verdict struct {
	status timeline.Status
	mood   mood
	words  string
	// over is one more than the word over the happening that decided it, 0 for none.
	over int
}

// status is what a mood means for a chronology.
func (m mood) status() timeline.Status {
	switch m {
	case moodIntended, moodRequired:
		return timeline.Proposed
	case moodPromised:
		return timeline.Scheduled
	case moodRefused:
		return timeline.Denied
	case moodClaimed:
		return timeline.Occurred
	}
	return timeline.Status(m)
}

func judged(m mood, words string) verdict { return verdict{m.status(), m, words, 0} }

// ruled is what word h, which governs the happening, makes of it.
func (c *clause) ruled(h int, m mood) verdict {
	return verdict{m.status(), m, c.s.Words[h].In(c.text), h + 1}
}

// statusOf tells whether the happening of verb i happened, and by which words.
// It refuses (false) what is neither told nor planned: conditions.
func (c *clause) statusOf(i int, noun bool) (verdict, bool) {
	w := c.s.Words[i]
	if w.UPOS != "VERB" {
		return judged(moodOccurred, ""), true
	}
	if c.conditional(i) {
		return verdict{}, false
	}
	neg, aux, words := c.auxiliaries(i)
	if v, ok := c.asserted(i); ok {
		return v, true
	}
	if v, ok := c.disowned(i); ok {
		return v, true
	}
	if v, ok := c.governed(i); ok && !(neg && !noun && v.status == timeline.Occurred) {
		return v, true
	}
	switch {
	case neg && !noun && (aux == "will" || aux == "must"):
		return judged(moodRefused, words), true
	case neg && !noun:
		return judged(moodDenied, words), true
	case aux == "will", aux == "would" && c.told(i):
		return judged(moodScheduled, words), true
	case (aux == "may" || aux == "would" || aux == "must") && c.perfect(i):
		return judged(moodOccurred, words), true
	case aux == "must":
		return judged(moodRequired, words), true
	case aux == "may" || aux == "would":
		return judged(moodProposed, words), true
	case c.title && c.hasTo(i):
		return judged(moodScheduled, c.toWord(i)), true
	case noun && c.status.has("scheduled", c.lemma(i)) && w.XPOS == "VBN":
		return judged(moodScheduled, w.In(c.text)), true
	case noun && c.status.has("cancelled", c.lemma(i)):
		return judged(moodCancelled, w.In(c.text)), true
	case w.XPOS == "VBG" && c.present(i):
		return judged(moodOngoing, ""), true
	case w.XPOS == "VB" && c.hasTo(i) && w.Rel == "xcomp" && w.Head >= 0 && w.Head < i && c.status.has("aspect", c.lemma(w.Head)):
		return c.statusOf(w.Head, false) // "continued to send arms"
	case w.XPOS == "VB" && c.hasTo(i):
		return judged(moodProposed, c.toWord(i)), true
	}
	return judged(moodOccurred, ""), true
}

// conditional reports whether verb i only says under which condition something
// would be: "unless the army withdraws".
func (c *clause) conditional(i int) bool {
	if !strings.HasPrefix(c.s.Words[i].Rel, "advcl") && c.s.Words[i].Rel != "ccomp" {
		return false
	}
	return c.marked(i, "if")
}

// marked reports whether a conjunction of a class opens the clause of verb i.
func (c *clause) marked(i int, class string) bool {
	for _, k := range c.below(i) {
		w := c.s.Words[k]
		if (w.Rel == "mark" || w.Rel == "advmod") && c.status.has(class, strings.ToLower(w.In(c.text))) {
			return true
		}
	}
	return false
}

// told reports whether verb i is what somebody said in the past: "said it would
// free them".
func (c *clause) told(i int) bool {
	for k := range c.s.Words {
		w := c.s.Words[k]
		if c.frames.is(classSay, strings.ToLower(w.Lemma)) && (w.XPOS == "VBD" || w.XPOS == "VBN") &&
			(c.s.Words[i].Head == k || w.Head == i && w.Rel == "parataxis") {
			return true
		}
	}
	return false
}

// asserted looks at the word of which verb i is the content: "denied that they
// met", "claimed to have met", "charges that they met", "accused of meeting".
func (c *clause) asserted(i int) (verdict, bool) {
	k := i
	for w := c.s.Words[k]; w.Rel == "conj" && w.Head >= 0 && c.s.Words[w.Head].UPOS == "VERB"; w = c.s.Words[k] {
		k = w.Head
	}
	w := c.s.Words[k]
	h := w.Head
	if h < 0 || w.Rel != "ccomp" && w.Rel != "xcomp" && w.Rel != "acl" && w.Rel != "advcl" && w.Rel != "acl:relcl" {
		return verdict{}, false
	}
	l := c.lemma(h)
	noun := c.s.Words[h].UPOS != "VERB"
	switch {
	case noun && (w.Rel == "xcomp" || w.Rel == "advcl"), !noun && strings.HasPrefix(w.Rel, "acl"),
		w.Rel == "advcl" && w.XPOS != "VBG" && !c.marked(k, "that"):
		return verdict{}, false
	case c.status.has("denied", l) && (w.Rel != "advcl" || w.XPOS != "VBG"):
		return c.ruled(h, moodDenied), true
	case w.Rel == "ccomp" && c.status.has("thought", l):
		if _, aux, _ := c.auxiliaries(i); aux != "" && !c.perfect(i) {
			return c.ruled(h, moodProposed), true
		}
		return c.ruled(h, moodClaimed), true
	case !c.status.has("claimed", l):
		return verdict{}, false
	}
	if g := c.s.Words[h].Head; noun && g >= 0 && c.status.has("denied", c.lemma(g)) {
		return c.ruled(g, moodDenied), true
	}
	return c.ruled(h, moodClaimed), true
}

// disowned looks for a verb above i by which somebody denies what he is charged with,
// in whatever clause below the charge i stands: "denied charges by the envoy that it
// ran a squad that killed the men".
func (c *clause) disowned(i int) (verdict, bool) {
	below := false
	for k, n := i, 0; n < maxDepth; n++ {
		w := c.s.Words[k]
		if w.Head < 0 || w.Rel == "conj" && c.afterComma(k) {
			return verdict{}, false
		}
		below = below || strings.HasPrefix(w.Rel, "acl") || strings.HasPrefix(w.Rel, "advcl") || w.Rel == "ccomp" || w.Rel == "xcomp"
		if k = w.Head; !below || c.s.Words[k].UPOS != "VERB" || !c.status.has("denied", c.lemma(k)) {
			continue
		}
		if o := c.s.Child(k, "obj"); o >= 0 && o < i && c.status.has("claimed", c.lemma(o)) {
			return c.ruled(k, moodDenied), true
		}
	}
	return verdict{}, false
}

// afterComma reports whether conjunct k is parted from what comes before it by a comma:
// parsers often hang it too low.
func (c *clause) afterComma(k int) bool {
	j := k - 1
	for j >= 0 && j >= k-3 && c.s.Words[j].XPOS != "," {
		j--
	}
	return j >= 0 && c.s.Words[j].XPOS == "," && c.s.Child(k, "cc") > j
}

// toldThat reports whether verb i is what somebody says.
func (c *clause) toldThat(i int) bool {
	w := c.s.Words[i]
	return w.Rel == "ccomp" && w.Head >= 0 && c.frames.is(classSay, c.lemma(w.Head))
}

// governors are the classes of words that govern an infinitive or clause, the
// firmest first.
var governors = []struct {
	class string
	mood  mood
}{
	{"threatened", moodThreatened}, {"refused", moodRefused}, {"promised", moodPromised},
	{"scheduled", moodScheduled}, {"required", moodRequired}, {"intended", moodIntended}, {"proposed", moodProposed},
}

// governed looks at the words above an infinitive or clause: "plans to meet",
// "threatened to attack", "proposed that they meet", "a threat to attack".
func (c *clause) governed(i int) (verdict, bool) {
	for k := i; ; {
		w := c.s.Words[k]
		if w.Rel == "conj" && w.Head >= 0 && c.s.Words[w.Head].UPOS == "VERB" && c.s.Child(k, "aux", "nsubj", "mark") < 0 {
			k = w.Head // shares what governs the first verb
			continue
		}
		if w.Head < 0 || w.Rel != "xcomp" && w.Rel != "ccomp" && w.Rel != "acl" && w.Rel != "csubj" && w.Rel != "advcl" {
			return verdict{}, false
		}
		if w.Rel == "acl" && w.XPOS == "VBN" || w.Rel == "advcl" && !c.hasTo(k) {
			return verdict{}, false
		}
		h := w.Head
		if w.Rel == "ccomp" && !c.subjunctive(k) && !c.gerund(k) {
			if c.status.has("denied", c.lemma(h)) {
				return c.ruled(h, moodDenied), true
			}
			return verdict{}, false
		}
		if m := c.governor(h); m != "" {
			if _, aux, _ := c.auxiliaries(h); (aux == "may" || aux == "would") && m.status() == timeline.Scheduled {
				m = moodProposed
			}
			return c.ruled(h, m), true
		}
		if w.Rel == "acl" || w.Rel == "csubj" || w.Rel == "advcl" {
			return c.ruled(h, moodProposed), true
		}
		k = h
	}
}

// gerund reports whether verb k is one without a subject of its own: "is considering
// sending aid".
func (c *clause) gerund(k int) bool {
	return c.s.Words[k].XPOS == "VBG" && c.s.Child(k, "nsubj", "aux", "mark") < 0
}

// governor is the mood that word h gives to what it governs; empty for none, as for
// people: "sent volunteers to help".
func (c *clause) governor(h int) mood {
	l := c.lemma(h)
	if c.s.Words[h].UPOS == "NOUN" && c.view.Role(h) {
		return ""
	}
	neg, _, _ := c.auxiliaries(h)
	for _, g := range governors {
		if !c.status.has(g.class, l) {
			continue
		}
		if neg && (g.mood == moodScheduled || g.mood == moodPromised || g.mood == moodIntended) {
			return moodRefused
		}
		return g.mood
	}
	return ""
}

// subjunctive reports whether a clause tells what shall be rather than what is:
// "proposed that they meet".
func (c *clause) subjunctive(k int) bool {
	w := c.s.Words[k]
	_, aux, _ := c.auxiliaries(k)
	return c.hasTo(k) || (w.XPOS == "VB" || w.XPOS == "VBP") && aux == "" && c.status.has("proposed", c.lemma(w.Head))
}

// auxiliaries reports negation and the group of the modal verb, with its words.
// A conjoined verb without auxiliaries of its own shares those of the first.
func (c *clause) auxiliaries(i int) (neg bool, aux, words string) {
	for {
		found := false
		for _, k := range c.below(i) {
			w := c.s.Words[k]
			switch {
			case c.status.has("not", strings.ToLower(w.In(c.text))) && k < i:
				neg, words, found = true, w.In(c.text), true
			case strings.HasPrefix(w.Rel, "aux"):
				if m := c.modal(w); m != "" {
					aux, words = m, w.In(c.text)
				}
				found = found || w.XPOS != "VB" // "must leave and be tried" share "must"
			case strings.HasPrefix(w.Rel, "nsubj"):
				found = true
			}
		}
		w := c.s.Words[i]
		if found || w.Rel != "conj" || w.Head < 0 || c.s.Words[w.Head].UPOS != "VERB" {
			return neg, aux, words
		}
		i = w.Head
	}
}

// modal is the group of a modal verb by its lemma or form, empty for other words.
func (c *clause) modal(w syntax.Word) string {
	l, form := strings.ToLower(w.Lemma), strings.ToLower(w.In(c.text))
	for _, group := range []string{"will", "would", "must", "may"} {
		if c.status.has(group, l) || c.status.has(group, form) {
			return group
		}
	}
	return ""
}

// hasTo reports whether verb i is an infinitive with its particle.
func (c *clause) hasTo(i int) bool { return c.toWord(i) != "" }

// toWord is the particle of infinitive i, as written; empty for none.
func (c *clause) toWord(i int) string {
	if c.s.Words[i].XPOS != "VB" {
		return ""
	}
	for _, k := range c.below(i) {
		if w := c.s.Words[k]; w.XPOS == "TO" {
			return w.In(c.text)
		}
	}
	return ""
}

// present reports whether verb i goes on now: "is preparing", "are fighting".
func (c *clause) present(i int) bool {
	for _, k := range c.below(i) {
		w := c.s.Words[k]
		if w.Rel == "aux" && (w.XPOS == "VBZ" || w.XPOS == "VBP") {
			return true
		}
	}
	return false
}

// hedges are the words of doubt that hang on word i, or that say of its clause that it
// may be: "it is possible that the army left".
func (c *clause) hedges(i int) []string {
	var hs []string
	for _, k := range c.below(i) {
		if w := c.s.Words[k]; c.status.has("hedge", strings.ToLower(w.Lemma)) {
			hs = append(hs, w.In(c.text))
		}
	}
	if k := c.doubted(i); k >= 0 {
		hs = append(hs, c.s.Words[k].In(c.text))
	}
	return hs
}

// doubted is the word of doubt of which the clause of verb i is the subject or content;
// -1 if there is none.
func (c *clause) doubted(i int) int {
	w := c.s.Words[i]
	if w.Head < 0 || w.Rel != "ccomp" && w.Rel != "csubj" && w.Rel != "advcl" && w.Rel != "acl" || c.s.Words[w.Head].UPOS == "VERB" {
		return -1
	}
	if c.status.has("doubt", strings.ToLower(c.s.Words[w.Head].Lemma)) {
		return w.Head
	}
	return -1
}

// perfect reports whether verb i has an auxiliary of the perfect: "might have
// been carried out" tells of the past.
func (c *clause) perfect(i int) bool {
	for _, k := range c.below(i) {
		if w := c.s.Words[k]; strings.HasPrefix(w.Rel, "aux") && c.status.has("perfect", strings.ToLower(w.Lemma)) {
			return true
		}
	}
	return false
}
