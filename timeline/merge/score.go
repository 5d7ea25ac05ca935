package merge

import (
	"cmp"
	"slices"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/origin"
)

// A Reason is one thing that speaks for or against two mentions being one.
type Reason struct {
	What   string  `json:"what"`
	Weight float64 `json:"weight"`
}

// A Score is how two mentions compare.
type Score struct {
	Reasons []Reason `json:"reasons"`
	// Veto is what forbids that they are one; empty for nothing.
	Veto string `json:"veto,omitempty"`
	// named says that somebody or some place is named in both.
	named bool
}

// Total is the sum of the reasons.
func (s Score) Total() (t float64) {
	for _, r := range s.Reasons {
		t += r.Weight
	}
	return t
}

// Threshold is the total from which two mentions are one happening.
const Threshold = 3.0

// Same reports whether they are one happening.
func (s Score) Same() bool { return s.Veto == "" && s.Total() >= Threshold }

// The weights, set by hand. What they say in words: two reports are one happening
// if the sentence is the same; or if word, date and a country agree and nothing
// speaks against it; other words of one type need more: a second country, the
// place, or common words.
const (
	sameSentence  = 10.0
	sameLemma     = 1.3
	sameVague     = 0.8
	sameType      = 0.4
	sameDay       = 1.0
	refines       = 0.6
	sameSpan      = 0.5
	dayOff        = -0.8
	undated       = -0.6
	commonSide    = 0.8
	maxSides      = 2
	commonName    = 0.9
	samePlace     = 0.9
	sameCountry   = 0.3
	otherPlace    = -1.2
	commonWords   = 2.5
	sameFigure    = 0.6
	otherFigure   = -0.4
	otherStatus   = -0.7
	sameArticle   = -0.9
	sameStory     = 8.0
	farApart      = -0.8
	farApartDays  = 7
	maxContradict = 2
)

// strangers is the share of longer words that articles about different things have in
// common, maxCommon what more of it tells nothing more.
const (
	strangers = 0.08
	maxCommon = 0.15
)

// restated is the share of common words from which two sayings are one: people say
// many things in a day.
const restated = 0.5

// likeWords is the share of common words that two reports without a date need, if no
// name or place is common to them or their word tells little.
const likeWords = 0.4

const statement = "STATEMENT"

// Compare weighs two mentions. The order of the two does not matter.
func Compare(a, b *Mention) Score {
	var s Score
	say := func(what string, w float64) { s.Reasons = append(s.Reasons, Reason{what, w}) }
	if a.quote == b.quote && a.Event.Type == b.Event.Type {
		say("the same words of the same sentence", sameSentence)
	}
	switch {
	case a.Event.Lemma == b.Event.Lemma && a.Event.Lemma != "" && !typed(a.Event.Type) && !typed(b.Event.Type):
		say("the same word, which tells little", sameVague)
	case a.Event.Lemma == b.Event.Lemma && a.Event.Lemma != "":
		say("the same word", sameLemma)
	case a.Event.Type == b.Event.Type && typed(a.Event.Type):
		say("the same type", sameType)
	default:
		s.Veto = "another word of another type"
		return s
	}
	if a.Event.Type != b.Event.Type && typed(a.Event.Type) && typed(b.Event.Type) {
		s.Veto = "another type"
	}
	s.dates(a, b, say)
	s.people(a, b, say)
	s.where(a, b, say)
	d := dice(a.words, b.words)
	if d > 0 {
		say("common words", commonWords*d)
	}
	if d < restated && (a.Event.Type == statement || b.Event.Type == statement) {
		s.Veto = cmp.Or(s.Veto, "sayings of other words")
	}
	numbers(a, b, say)
	if !a.dated && !b.dated && d < likeWords && !(s.named && typed(a.Event.Type)) {
		s.Veto = cmp.Or(s.Veto, "nothing but the word in common")
	}
	s.statuses(a, b, say)
	if a.source != nil && a.source == b.source {
		say("the same article", sameArticle)
	} else if c := origin.Common(a.sketch, b.sketch) - strangers; c > 0 {
		say("articles about one thing", sameStory*min(c, maxCommon))
	}
	if far := abs(a.published - b.published); !a.dated && !b.dated && a.published > minDay && b.published > minDay && far > farApartDays {
		say("reported long after each other", farApart)
	}
	return s
}

// minDay is below every day of publication.
const minDay = -1 << 40

func abs(n int64) int64 {
	if n < 0 {
		return -n
	}
	return n
}

func (s *Score) dates(a, b *Mention, say func(string, float64)) {
	switch {
	case !a.dated && !b.dated:
		say("neither has a date", 0)
	case !a.dated || !b.dated:
		say("only one has a date", undated)
		if x, y := bounded(a, b); x {
			s.Veto = y
		}
	case a.first == b.first && a.next == b.next && a.next-a.first == 1:
		say("the same day", sameDay)
	case a.first == b.first && a.next == b.next:
		say("the same dates", sameSpan)
	case a.first <= b.first && b.next <= a.next || b.first <= a.first && a.next <= b.next:
		say("one date refines the other", refines)
	case a.first < b.next && b.first < a.next:
		say("the dates overlap", 0)
	case max(a.next-a.first, b.next-b.first) <= maxContradict && max(a.first-b.next, b.first-a.next) < maxContradict:
		say("dates a day apart", dayOff)
	default:
		s.Veto = "dates that exclude each other"
	}
}

// bounded reports whether the date of one lies outside the bounds of the other.
func bounded(a, b *Mention) (bool, string) {
	if a.dated {
		a, b = b, a
	}
	w := a.Event.Bounds
	if w == nil {
		return false, ""
	}
	if !w.NotAfter.IsZero() && edtf.On(w.NotAfter).Before(b.Event.When) || !w.NotBefore.IsZero() && b.Event.When.Before(edtf.On(w.NotBefore)) {
		return true, "a date outside the bounds of the other"
	}
	return false, ""
}

func (s *Score) people(a, b *Mention, say func(string, float64)) {
	n := 0
	for _, x := range a.sides {
		if slices.Contains(b.sides, x) {
			n++
		}
	}
	if n > 0 {
		say("common countries or organisations", commonSide*float64(min(n, maxSides)))
	}
	names := 0
	for _, x := range a.names {
		if slices.Contains(b.names, x) {
			names++
		}
	}
	if names > 0 {
		say("common names", commonName)
	}
	s.named = n+names > 0
	switch {
	case n == 0 && names == 0 && len(a.sides) > 0 && len(b.sides) > 0:
		s.Veto = "no common country or organisation"
	case len(a.sides) > 1 && len(b.sides) > 1 && n < min(len(a.sides), len(b.sides)):
		say("other parties beside the common one", -commonSide)
	}
}

func (s *Score) where(a, b *Mention, say func(string, float64)) {
	both := func(x, y []string) bool {
		return slices.ContainsFunc(x, func(p string) bool { return slices.Contains(y, p) })
	}
	switch {
	case both(a.places, b.places):
		say("the same place", samePlace)
		s.named = true
	case len(a.countries) > 0 && len(b.countries) > 0 && !both(a.countries, b.countries):
		say("places in other countries", 2*otherPlace)
	case len(a.places) > 0 && len(b.places) > 0:
		say("other places", otherPlace)
	case both(a.countries, b.countries):
		say("the same country", sameCountry)
	}
}

func numbers(a, b *Mention, say func(string, float64)) {
	for _, f := range a.figures {
		for _, g := range b.figures {
			switch {
			case f == g:
				say("the same number of "+f.of, sameFigure)
			case f.of == g.of:
				say("another number of "+f.of, otherFigure)
			}
		}
	}
}

// statuses forbids to take what was denied or called off for what occurred, unless
// the day is the same: then the sources disagree, or the later one knows more.
func (s *Score) statuses(a, b *Mention, say func(string, float64)) {
	x, y := class(a.Event.Status), class(b.Event.Status)
	if x == y {
		return
	}
	exact := a.dated && b.dated && a.first == b.first && a.next == b.next && a.next-a.first <= maxContradict
	if !exact {
		s.Veto = "one has happened and the other has not"
		return
	}
	say("another status", otherStatus)
}

// class parts what is real, what lies ahead, and what is not.
func class(s timeline.Status) int {
	switch {
	case s.Ahead():
		return 1
	case s == timeline.Denied || s == timeline.Cancelled:
		return 2
	}
	return 0
}

// dice is twice the number of common words by the number of all (Dice 1945).
func dice(a, b []uint64) float64 {
	n, i, k := 0, 0, 0
	for i < len(a) && k < len(b) {
		switch {
		case a[i] == b[k]:
			n, i, k = n+1, i+1, k+1
		case a[i] < b[k]:
			i++
		default:
			k++
		}
	}
	if n == 0 {
		return 0
	}
	return 2 * float64(n) / float64(len(a)+len(b))
}
