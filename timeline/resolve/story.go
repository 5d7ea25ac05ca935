package resolve

import (
	"math"

	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/text"
	"github.com/datelinehq/dateline/timeline/timex"
)

// A story follows the date that a narrative has come to. Not every date moves it
// on: not what stands in brackets, nor a year that is mentioned only in passing.
type story struct {
	doc         *text.Document
	expressions []timex.Expression
	// said are the years that expressions give themselves.
	said []said
	// chapters are what headings announce.
	chapters []chapter
	// running is the date that the story has come to; its zero unit means none.
	running stretch
	// mover is the expression that brought it there, -1 for none.
	mover int
}

// said is the year that an expression gives, and where it stands.
type said struct {
	year int
	// ok: it gives one. aside: it stands in brackets. heading: in a heading.
	ok, aside, heading bool
	// chapter is the index of the chapter, -1 before the first.
	chapter int
}

// A chapter is what follows a heading with years, up to the next one. It is sure
// when the heading is nothing but its date.
type chapter struct {
	from, to int
	sure     bool
}

func (c chapter) holds(year int) bool { return c.from <= year && year <= c.to }

// touches reports whether a stretch reaches into c, as the winter of the year before.
func (c chapter) touches(s stretch) bool {
	_, next := s.interval().DayBounds()
	return c.holds(s.date.Year) || c.holds(edtf.FromDays(next-1).Year)
}

func newStory(d *text.Document, es []timex.Expression) *story {
	st := &story{doc: d, expressions: es, said: make([]said, len(es)), mover: -1}
	paragraph, sentence := -1, 0
	for i, e := range es {
		for ; sentence < e.Sentence; sentence++ {
			st.plainHeading(sentence, paragraph)
		}
		s := d.Sentences[e.Sentence]
		x := &st.said[i]
		x.year, x.ok = yearOf(e.Mean)
		x.heading = isHeading(d, e.Sentence)
		x.aside = !x.heading && bracketed(d, s, e.Span)
		if x.heading && x.ok {
			st.announce(chapter{x.year, lastYear(e.Mean, x.year), s.Span == e.Span}, s.Paragraph == paragraph)
			paragraph = s.Paragraph
		}
		x.chapter = len(st.chapters) - 1
	}
	st.doubt()
	if st.running = st.opening(); st.running.unit == edtf.Unknown {
		return nil
	}
	return st
}

// plainHeading ends the chapter before a heading without a year, unless that
// chapter's own heading is nothing but a date, as those of years with sections are.
func (st *story) plainHeading(sentence, dated int) {
	n := len(st.chapters)
	if n == 0 || st.chapters[n-1].sure || st.chapters[n-1] == anyYear || st.doc.Sentences[sentence].Paragraph == dated || !isHeading(st.doc, sentence) {
		return
	}
	st.chapters = append(st.chapters, anyYear)
}

// anyYear is a chapter whose heading gives no year.
var anyYear = chapter{from: math.MinInt32, to: math.MaxInt32}

// announce opens a chapter, or widens the one of the same heading.
func (st *story) announce(c chapter, same bool) {
	if !same {
		st.chapters = append(st.chapters, c)
		return
	}
	old := &st.chapters[len(st.chapters)-1]
	old.from, old.to = min(old.from, c.from), max(old.to, c.to)
}

// doubt takes back the chapters that their own text does not bear out: what looks
// like a heading with a year may be the words under a picture.
func (st *story) doubt() {
	votes := st.votes()
	into := make([]int, len(st.chapters)) // the chapter that each becomes part of
	for n, c := range st.chapters {
		switch {
		case c.sure || votes[n].pro >= votes[n].contra:
			into[n] = n
		case n == 0:
			into[n] = -1
		default:
			into[n] = into[n-1]
		}
	}
	for i := range st.said {
		if x := &st.said[i]; x.chapter >= 0 && into[x.chapter] != x.chapter {
			x.chapter, x.heading = into[x.chapter], false
		}
	}
}

// votes counts for each chapter how many of the first years that it gives are its
// own, or next to them, and how many are not.
func (st *story) votes() []struct{ pro, contra int } {
	votes := make([]struct{ pro, contra int }, len(st.chapters))
	for _, x := range st.said {
		if x.chapter < 0 || !x.ok || x.aside || x.heading {
			continue
		}
		v, c := &votes[x.chapter], st.chapters[x.chapter]
		switch {
		case v.pro+v.contra == witnesses:
		case c.from-1 <= x.year && x.year <= c.to+1:
			v.pro++
		default:
			v.contra++
		}
	}
	return votes
}

// opening is the first date of the text that gives a year, for what stands before it.
func (st *story) opening() stretch {
	for i, e := range st.expressions {
		if f, ok := e.Mean.(timex.Fixed); ok && f.Date.Unit >= edtf.Year && !st.said[i].aside {
			return at(f.Date)
		}
	}
	return stretch{}
}

// yearOf is the year that a meaning gives without its context.
func yearOf(e timex.Expr) (int, bool) {
	switch m := e.(type) {
	case timex.Fixed:
		return m.Date.Year, m.Date.Unit >= edtf.Year
	case timex.In:
		return yearOf(m.Of)
	case timex.Nth:
		return yearOf(m.Of)
	case timex.Part:
		return yearOf(m.Of)
	case timex.DayPart:
		return yearOf(m.Of)
	case timex.At:
		return yearOf(m.Of)
	case timex.Around:
		return yearOf(m.Of)
	case timex.Between:
		return yearOf(m.From)
	}
	return 0, false
}

// lastYear is the year in which a range ends, or else: year.
func lastYear(e timex.Expr, year int) int {
	if b, ok := e.(timex.Between); ok {
		if last, ok := yearOf(b.To); ok {
			return max(last, year)
		}
	}
	return year
}

// maxHeading is the longest heading in atoms.
const maxHeading = 20

// isHeading reports whether a sentence is a paragraph of its own that ends
// without a stop.
func isHeading(d *text.Document, i int) bool {
	s := d.Sentences[i]
	if s.Last-s.First > maxHeading {
		return false
	}
	for _, k := range []int{i - 1, i + 1} {
		if k >= 0 && k < len(d.Sentences) && d.Sentences[k].Paragraph == s.Paragraph {
			return false
		}
	}
	last := s.Last - 1
	return d.Atoms[last].Kind != text.Other || d.Word(last) == ")"
}

// bracketed reports whether a span stands in brackets.
func bracketed(d *text.Document, s text.Sentence, span text.Span) bool {
	depth := 0
	for i := s.First; i < s.Last && d.Atoms[i].Start < span.Start; i++ {
		switch d.Word(i) {
		case "(", "[":
			depth++
		case ")", "]":
			depth = max(depth-1, 0)
		}
	}
	return depth > 0
}

// near is how many sentences a day or month reaches that the story passes over.
const near = 1

// from is the date that expression i counts from: what the story has come to, or a
// day or month that it passed over since, just before in the same paragraph.
func (st *story) from(i int, places []stretch) stretch {
	s := st.expressions[i].Sentence
	for k := i - 1; k > st.mover && s-st.expressions[k].Sentence <= near && st.paragraph(k) == st.paragraph(i); k-- {
		if places[k].unit >= edtf.Month && (!st.said[k].aside || st.said[i].aside && st.expressions[k].Sentence == s) {
			return places[k]
		}
	}
	return st.running
}

func (st *story) paragraph(i int) int { return st.doc.Sentences[st.expressions[i].Sentence].Paragraph }

// within is the chapter that expression i stands in; ok is false outside any.
func (st *story) within(i int) (c chapter, ok bool) {
	if n := st.said[i].chapter; n >= 0 {
		return st.chapters[n], true
	}
	return c, false
}

// advance moves the story on to the place of expression i, if that is told of.
func (st *story) advance(i int, place stretch) {
	if place.unit >= edtf.Year && st.told(i, place) {
		st.running, st.mover = place, i
	}
}

// told reports whether the story has come to the place of expression i. A chapter
// begins with its first date and is left only when the next years that are given
// lie outside too, never when its heading is nothing but a date. Elsewhere a day or
// month may go on into the next year; any other leap must be confirmed by the next
// years, that of a mere year inside a sentence by most of them.
func (st *story) told(i int, place stretch) bool {
	x, year, now := st.said[i], place.date.Year, st.running.date.Year
	c, ok := st.within(i)
	leaves := ok && c.holds(now) && !c.holds(year)
	switch {
	case x.heading:
		return !x.ok || i == 0 || st.said[i-1].chapter != x.chapter
	case x.aside:
		return false
	case !x.ok: // counted from the story itself; what lies back is a memory
		_, picked := openNear(st.expressions[i].Mean)
		return !leaves && (picked || year >= now)
	case leaves && c.sure:
		return false
	case leaves:
		pro, contra := st.poll(i, func(next int) bool { return !c.holds(next) })
		return pro > 1 && contra == 0
	case year == now, year == now+1 && place.unit > edtf.Year:
		return true
	}
	pro, contra := st.poll(i, func(next int) bool { return yearsApart(next, year) < yearsApart(next, now) })
	return pro > contra || pro == contra && (place.unit > edtf.Year || year == now+1 || st.leads(i))
}

// lead is how many atoms of a sentence may stand before a date that sets its scene:
// "In 1914".
const lead = 2

// leads reports whether expression i sets the scene of its sentence.
func (st *story) leads(i int) bool {
	s := st.doc.Sentences[st.expressions[i].Sentence]
	k := min(s.First+lead, s.Last-1)
	return st.expressions[i].Start <= st.doc.Atoms[k].Start
}

// witnesses is how many of the years that are given next decide about a leap, and
// farthest how many expressions away they may stand.
const (
	witnesses = 2
	farthest  = 200
)

// poll counts the next years that are given in the chapter after the sentence of
// expression i, by whether they are for it.
func (st *story) poll(i int, favours func(year int) bool) (pro, contra int) {
	for k := i + 1; k < min(len(st.said), i+farthest) && st.said[k].chapter == st.said[i].chapter && pro+contra < witnesses; k++ {
		x := st.said[k]
		switch {
		case !x.ok || x.aside || st.expressions[k].Sentence == st.expressions[i].Sentence:
		case favours(x.year):
			pro++
		default:
			contra++
		}
	}
	return pro, contra
}

func yearsApart(a, b int) int { return max(a-b, b-a) }
