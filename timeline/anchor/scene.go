package anchor

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/syntax"
	"github.com/datelinehq/dateline/timeline/text"
)

// A Scene is when a text is telling of at a place of it, by tense and by the days
// named before. It is no date: a mention in it may have happened at another time.
type Scene struct {
	// Day is the day that is told of, or the publication date; zero if neither is
	// known.
	Day edtf.Date
	// Side is -1 for what lies before Day ("had met"), 1 for what lies after it
	// ("will meet"), else 0.
	Side int
	// Ongoing says that it goes on at Day ("are fighting").
	Ongoing bool
}

const (
	// freshDays is how old a day may be to be the story's day.
	freshDays = 10
	// leadSentences are the first sentences of the text with mentions; one of them
	// names the story's day, or it is the publication date.
	leadSentences = 3
)

// scenes tells for each mention the scene that it stands in.
func (l *linker) scenes(ds []Dated) {
	pub := l.doc.Published
	if pub.Unit < edtf.Day {
		return
	}
	pub = pub.Trunc(edtf.Day)
	pub.Doubt = 0
	st := stage{published: pub, story: pub, lead: leadSentences, last: -1}
	in := map[int][]*Dated{}
	for i := range ds {
		in[ds[i].Sentence] = append(in[ds[i].Sentence], &ds[i])
	}
	for _, sentence := range slices.Sorted(maps.Keys(in)) {
		st.enter(l, in[sentence])
		for _, d := range in[sentence] {
			d.Scene = st.scene(l.sents[d.Sentence], d)
			if d.Bounds != nil && d.Scene.Side < 0 {
				d.Bounds.NotAfter = d.Scene.Day
			}
		}
	}
	l.again(ds)
	l.headline(ds, pub, st.story)
}

// again puts a noun that speaks of a happening which the article dates elsewhere, by the
// same word and on one day only, on that day.
func (l *linker) again(ds []Dated) {
	head := func(d *Dated) string { return strings.ToLower(d.Head.In(l.doc.Text)) }
	days := map[string]edtf.Date{}
	for i := range ds {
		day, ok := oneDay(ds[i].When)
		if !ok || !ds[i].Noun && ds[i].Head == ds[i].Trigger || ds[i].Status == timeline.Denied {
			continue
		}
		if was, told := days[head(&ds[i])]; told && was != day {
			day = edtf.Date{}
		}
		days[head(&ds[i])] = day
	}
	for i := range ds {
		if d := &ds[i]; d.Noun && d.When.IsZero() {
			if day := days[head(d)]; !day.IsZero() {
				d.Scene = Scene{Day: day}
			}
		}
	}
}

// headline gives what the title tells of as news the story's day.
func (l *linker) headline(ds []Dated, pub, story edtf.Date) {
	for i := range ds {
		d := &ds[i]
		if l.titled(d.Sentence) && d.Scene.Day == pub && d.Scene.Side == 0 {
			d.Scene.Day = story
		}
	}
}

// titled reports whether a sentence is a title. Of a text that marks none, it is the
// first sentence if that has no full stop.
func (l *linker) titled(sentence int) bool {
	s := l.doc.Sentences[sentence]
	if s.Zone == text.Title {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(s.In(l.doc.Text))
	return sentence == 0 && (unicode.IsLetter(last) || unicode.IsDigit(last))
}

// A stage is what the text has come to.
type stage struct {
	published, story edtf.Date
	// lead is how many sentences may still name the story's day.
	lead int
	// aside is a day of the background, told of until sentence last.
	aside edtf.Date
	last  int
}

// enter goes on to the next sentence with mentions.
func (st *stage) enter(l *linker, ds []*Dated) {
	if l.titled(ds[0].Sentence) {
		return
	}
	if st.lead > 0 {
		st.lead--
		if day, ok := l.newsDay(ds[0].Sentence, st.published); ok {
			st.story, st.lead = day, 0
		}
	}
	for _, d := range ds {
		day, ok := oneDay(d.When)
		if !ok || d.Status.Ahead() || d.Status == timeline.Denied {
			continue
		}
		s := l.sents[d.Sentence]
		if t := tenseOf(s, d.Carrier); t == pluperfect || aside(s, d.Carrier) {
			continue
		}
		st.aside, st.last = day, d.Sentence
	}
}

// newsDay is the first day that a sentence names of the last freshDays.
func (l *linker) newsDay(sentence int, pub edtf.Date) (edtf.Date, bool) {
	for _, r := range l.readings {
		day, ok := oneDay(r.When)
		if age := pub.Days() - day.Days(); ok && r.Sentence == sentence && 0 <= age && age <= freshDays {
			return day, true
		}
	}
	return edtf.Date{}, false
}

// scene is that of an undated mention.
func (st *stage) scene(s syntax.Sentence, d *Dated) Scene {
	day := st.story
	if d.Sentence <= st.last {
		day = st.aside
	}
	if d.Status.Ahead() {
		return Scene{Day: st.published, Side: 1}
	}
	switch tenseOf(s, d.Carrier) {
	case pluperfect:
		return Scene{Day: day, Side: -1}
	case present, progressive, future:
		return Scene{Day: st.published}
	}
	return Scene{Day: day}
}

// oneDay is the day of an interval that is one day or part of one.
func oneDay(v edtf.Interval) (edtf.Date, bool) {
	if v.IsZero() || v.Start.Unit < edtf.Day || v.End.Unit < edtf.Day {
		return edtf.Date{}, false
	}
	first, next := v.DayBounds()
	return edtf.FromDays(first), next-first == 1
}

// A tense of the clause that a word stands in.
type tense uint8

const (
	unknownTense tense = iota
	past
	present
	progressive
	perfect
	pluperfect
	future
)

// tenseOf is the tense of the finite verb that word i is or stands under. Parts of
// speech are those of the Penn treebank.
func tenseOf(s syntax.Sentence, i int) tense {
	for range maxClimb {
		w := s.Words[i]
		if w.UPOS == "VERB" || w.UPOS == "AUX" || s.Child(i, "cop") >= 0 {
			if t := verbTense(s, i); t != unknownTense {
				return t
			}
		}
		if w.Head < 0 {
			break
		}
		i = w.Head
	}
	return unknownTense
}

// maxClimb bounds the way up a tree.
const maxClimb = 64

func verbTense(s syntax.Sentence, i int) tense {
	form := s.Words[i].XPOS
	var aux, pass string
	for _, k := range s.Children(i) {
		switch w := s.Words[k]; {
		case w.XPOS == "MD":
			return future
		case w.Rel == "aux" && aux == "":
			aux = w.XPOS
		case w.Rel == "aux:pass", w.Rel == "cop":
			pass = w.XPOS
		}
	}
	switch {
	case form == "VBG" && (aux == "VBZ" || aux == "VBP"):
		return progressive
	case (form == "VBN" || pass == "VBN") && aux == "VBD", form == "VBN" && aux == "VBD":
		return pluperfect
	case (form == "VBN" || pass == "VBN") && (aux == "VBZ" || aux == "VBP"):
		return perfect
	case form == "VBD", aux == "VBD", pass == "VBD":
		return past
	case form == "VBZ", form == "VBP", aux == "VBZ", aux == "VBP", pass == "VBZ", pass == "VBP":
		return present
	}
	return unknownTense
}

// aside reports whether word i stands in a clause that tells more of a noun:
// "the man, who was held on Monday".
func aside(s syntax.Sentence, i int) bool {
	for range maxClimb {
		w := s.Words[i]
		if strings.HasPrefix(w.Rel, "acl") || w.Rel == "advcl" {
			return true
		}
		if w.Head < 0 {
			return false
		}
		i = w.Head
	}
	return true
}
