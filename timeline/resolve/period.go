package resolve

import (
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/timex"
)

// periods remembers which quarter or half a text reports on, so that "the quarter"
// and "a year earlier" can be told from it. The zero periods know none.
type periods struct {
	// first is the first that the text names: the one of its headline.
	first stretch
	// last is the one named last, in the paragraph para.
	last stretch
	para int
	// whole is the paragraph in which months or a year were named after it, so that
	// what is compared there is the whole year; counted from 1.
	whole int
}

// add takes note of a reading. A period still to come is reported on by nobody.
func (p *periods) add(rd *Reading, s stretch, para int, ref edtf.Date) {
	if ref.IsZero() {
		return
	}
	switch m := rd.Mean.(type) {
	case timex.Length:
		if m.Unit == edtf.Month && m.N >= 6 && m.N <= 12 || m.Unit == edtf.Year && m.N == 1 {
			p.whole = para + 1
		}
		return
	case timex.Near, timex.In:
	default:
		return
	}
	if s.unit != edtf.Quarter && s.unit != edtf.Half {
		return
	}
	first, next := s.interval().DayBounds()
	if today := ref.Days(); first > today || rd.Direction > 0 && next > today {
		return
	}
	if p.first.unit == edtf.Unknown {
		p.first = s
	}
	p.last, p.para, p.whole = s, para, 0
}

// at is the period that is reported on in a paragraph: the one named last in it,
// else the first of the text.
func (p *periods) at(para int) (s stretch, whole bool) {
	s = p.first
	if p.last.unit != edtf.Unknown && p.para == para {
		s = p.last
	}
	return s, p.whole == para+1
}
