package resolve

import (
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
}

// said is the year that an expression gives, and where it stands.
type said struct {
	year int
	// ok: it gives one. aside: it stands in brackets. heading: in a heading.
	ok, aside, heading bool
	// chapter is the index of the chapter, -1 before the first.
	chapter int
}

// A chapter is what follows a heading with years, up to the next one.
type chapter struct{ from, to int }

func newStory(d *text.Document, es []timex.Expression) *story {
	st := &story{doc: d, expressions: es, said: make([]said, len(es))}
	paragraph := -1
	for i, e := range es {
		s := d.Sentences[e.Sentence]
		x := &st.said[i]
		x.year, x.ok = yearOf(e.Mean)
		x.heading = isHeading(d, e.Sentence)
		x.aside = !x.heading && bracketed(d, s, e.Span)
		if x.heading && x.ok {
			st.announce(x.year, s.Paragraph == paragraph)
			paragraph = s.Paragraph
		}
		x.chapter = len(st.chapters) - 1
	}
	if st.running = st.opening(); st.running.unit == edtf.Unknown {
		return nil
	}
	return st
}

// announce opens a chapter, or widens it by another year of the same heading.
func (st *story) announce(year int, same bool) {
	if !same {
		st.chapters = append(st.chapters, chapter{year, year})
		return
	}
	c := &st.chapters[len(st.chapters)-1]
	c.from, c.to = min(c.from, year), max(c.to, year)
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

// from is the date that expression i counts from: the one before it in its
// sentence, else the one that the story has come to.
func (st *story) from(i int, places []stretch) stretch {
	for k := i - 1; k >= 0 && st.expressions[k].Sentence == st.expressions[i].Sentence; k-- {
		if places[k].unit >= edtf.Year && (!st.said[k].aside || st.said[i].aside) {
			return places[k]
		}
	}
	return st.running
}

// within is the chapter that expression i stands in; ok is false outside any.
func (st *story) within(i int) (c chapter, ok bool) {
	if n := st.said[i].chapter; n >= 0 {
		return st.chapters[n], true
	}
	return c, false
}

// advance moves the story on to the place of expression i, if that is told of.
func (st *story) advance(i int, place stretch) {
	if place.unit >= edtf.Year && st.told(i, place.date.Year) {
		st.running = place
	}
}

// told reports whether the story has come to the year of expression i. It has,
// when the heading says so; a year outside the chapter must be followed by
// another like it, and a leap by years that lie nearer to it.
func (st *story) told(i, year int) bool {
	x, now := st.said[i], st.running.date.Year
	c, ok := st.within(i)
	inside := !ok || c.from <= year && year <= c.to
	switch {
	case x.heading:
		return !x.ok || i == 0 || st.said[i-1].chapter != x.chapter // a chapter begins with its first date
	case x.aside:
		return false
	case !x.ok: // counted from the story itself; what lies back is a memory
		_, picked := openNear(st.expressions[i].Mean)
		return inside && (picked || year >= now)
	case !inside:
		next, ok := st.next(i)
		return ok && distance(next, year) <= 1 && (next < c.from || next > c.to)
	case ok:
		return true
	}
	return year == now || year == now+1 || st.confirmed(i, year)
}

// next is the next year that is given in the chapter after the sentence of
// expression i.
func (st *story) next(i int) (year int, ok bool) {
	for k := i + 1; k < len(st.said) && st.said[k].chapter == st.said[i].chapter; k++ {
		if x := st.said[k]; x.ok && !x.aside && st.expressions[k].Sentence != st.expressions[i].Sentence {
			return x.year, true
		}
	}
	return 0, false
}

// witnesses is how many of the next years decide about a leap.
const witnesses = 3

// confirmed reports whether most of the next years that are given lie nearer to a
// year than to where the story stands, or none is.
func (st *story) confirmed(i, year int) bool {
	pro, contra := 0, 0
	for k := i + 1; k < len(st.said) && pro+contra < witnesses; k++ {
		x := st.said[k]
		if x.chapter != st.said[i].chapter {
			break
		}
		if !x.ok || x.aside || st.expressions[k].Sentence == st.expressions[i].Sentence {
			continue
		}
		if distance(x.year, year) < distance(x.year, st.running.date.Year) {
			pro++
		} else {
			contra++
		}
	}
	return pro >= contra
}

func distance(a, b int) int { return max(a-b, b-a) }
