package resolve

import (
	"sort"
	"strings"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/text"
	"github.com/datelinehq/dateline/timeline/timex"
)

// Resolve places the expressions of d on the calendar, one reading for each, in
// their order. Without a publication date whatever is counted from it stays
// unresolved.
func (c *Cues) Resolve(d *text.Document, es []timex.Expression) []Reading {
	return c.resolve(d, es).readings
}

func (c *Cues) resolve(d *text.Document, es []timex.Expression) *resolver {
	r := &resolver{cues: c, doc: d, ref: reference(d.Published), readings: make([]Reading, 0, len(es)), places: make([]stretch, 0, len(es))}
	r.expressions, r.daily = es, daily(es)
	r.sequel.in = -1
	r.that = func(u edtf.Unit) (stretch, bool) { return r.back(len(r.readings), u) }
	for u := range r.latest {
		r.latest[u] = -1
	}
	if d.Genre == text.Narrative || d.Genre != text.News && narrative(d, es, r.ref) {
		r.story = newStory(d, es)
	}
	for i := range es {
		r.read(i)
	}
	r.clocks()
	return r
}

// reference is the day of writing, if the publication date is exact enough.
func reference(d edtf.Date) edtf.Date {
	if d.Unit < edtf.Day {
		return edtf.Date{}
	}
	d = d.Trunc(edtf.Day)
	d.Doubt = 0
	return d
}

// resolver goes through a document once.
type resolver struct {
	cues        *Cues
	doc         *text.Document
	ref         edtf.Date
	expressions []timex.Expression
	readings    []Reading
	// places are the stretches of the readings; a zero unit for none.
	places []stretch
	// latest is for each unit the expression before that back looks for, -1 for none.
	latest [edtf.Second + 1]int
	sides  sides
	// story is set when the text tells of the past in its own order, so that dates
	// count from the date it has come to and not from the publication date.
	story *story
	// daily says that the text speaks of days near its publication.
	daily   bool
	periods periods
	// sequel is where the first word of sequels stands in a sentence: atom at of
	// sentence in. It is looked for once.
	sequel struct{ in, at int }
	// present is the scene of the expression under way, that its way to look back.
	present scene
	that    func(edtf.Unit) (stretch, bool)
	orders  orders
	// tries are the days for which meanings were evaluated.
	tries int
}

// read resolves expression i.
func (r *resolver) read(i int) {
	e := r.expressions[i]
	rd := Reading{Expression: e, Grade: timeline.Unresolved}
	var place stretch
	switch m := e.Mean.(type) {
	case timex.Length, timex.Plus, timex.About:
		rd.Value = duration(m)
		rd.Since = r.since(&rd)
	case timex.Every:
		rd.Value = every(m.Of)
	case timex.Vague:
		rd.Value = vagueCodes[m.Which]
	default:
		if m == today && (r.story != nil || r.age(i)) {
			rd.Value = vagueCodes["present"]
			break
		}
		place = r.date(i, &rd)
	}
	r.readings = append(r.readings, rd)
	r.places = append(r.places, place)
	r.remember(i, place)
	if r.story != nil {
		r.story.advance(i, place)
	}
	r.periods.add(&rd, place, r.doc.Sentences[e.Sentence].Paragraph, r.ref)
}

// since counts a length back from the publication date, if the word before it says
// that something lasted for it.
func (r *resolver) since(rd *Reading) edtf.Date {
	first, _ := r.atoms(rd.Span)
	if r.story != nil || r.ref.Unit != edtf.Day || first == r.doc.Sentences[rd.Sentence].First || !r.cues.lasting[strings.ToLower(r.doc.Word(first-1))] {
		return edtf.Date{}
	}
	l, ok := rd.Mean.(timex.Length)
	about, rough := rd.Mean.(timex.About)
	if rough {
		l, ok = about.Of.(timex.Length)
	}
	if !ok || l.N < 1 || l.N > maxCount || l.N != float64(int(l.N)) || l.Unit > edtf.Day {
		return edtf.Date{}
	}
	unit := l.Unit
	if unit == edtf.Week {
		unit = edtf.Day
	}
	d := r.ref.Trunc(unit).Add(-int(l.N), l.Unit)
	if rough || l.Unit != edtf.Day {
		d.Doubt = edtf.Approximate
	}
	return d
}

var vagueCodes = map[string]string{"past": "PAST_REF", "present": "PRESENT_REF", "future": "FUTURE_REF"}

// date resolves an expression that names a stretch of the calendar.
func (r *resolver) date(i int, rd *Reading) stretch {
	sc := r.scene(i, rd)
	s, ok := sc.eval(rd.Mean)
	var why verdict
	if ok && sc.usedEither {
		s, why, ok = r.decide(i, sc)
	}
	if v := s.interval(); !ok || !v.Start.Valid() || !v.End.Valid() { // 8000 years later
		rd.Value, rd.Direction, rd.DirectionWords = unresolved(rd.Mean), 0, ""
		return stretch{}
	}
	rd.Value = s.value()
	rd.When = s.interval()
	if first, _ := r.atoms(rd.Span); first > r.doc.Sentences[rd.Sentence].First {
		rd.Edge = r.cues.edges[strings.ToLower(r.doc.Word(first-1))]
	}
	if sc.approximate {
		rd.When = rd.When.WithDoubt(edtf.Approximate)
	}
	if !sc.usedDirection {
		rd.Direction, rd.DirectionWords = 0, ""
	}
	rd.Grade = timeline.Certain
	switch {
	case sc.usedThat:
		rd.Grade, rd.AnchorFrom = timeline.Inferred, FromText
		if t, ok := r.back(i, edtf.Unknown); ok {
			rd.Anchor = t.interval()
		}
	case sc.usedRef:
		rd.Grade, rd.AnchorFrom = timeline.Inferred, FromPublication
		rd.Anchor = edtf.On(r.doc.Published)
		r.explain(rd, sc, s)
	}
	if sc.usedEither {
		r.settle(rd, sc, s, why)
	}
	return s
}

// scene is the context of expression i; it finds the direction if the meaning
// leaves one open.
func (r *resolver) scene(i int, rd *Reading) *scene {
	sc := &r.present
	*sc = scene{ref: r.ref, sides: &r.sides, that: r.that}
	sc.reported, sc.whole = r.periods.at(r.doc.Sentences[rd.Sentence].Paragraph)
	if r.story != nil {
		sc.running = r.story.from(i, r.places)
		sc.chapter, _ = r.story.within(i)
	}
	p, open := openNear(rd.Mean)
	if !open || sc.running.unit != edtf.Unknown {
		return sc
	}
	s := r.doc.Sentences[rd.Sentence]
	first, last := r.atoms(rd.Span)
	h := r.cues.near(r.doc, s, first, last)
	if p.Kind == timex.WeekdayOf && last > first && r.doc.Atoms[last-1].End > rd.End {
		h = hit{} // "Tuesday's ruling": the verb tells nothing of the noun's time
	}
	if h.direction == 0 && p.Kind != timex.WeekdayOf && r.cues.heads(r.doc, s, first, last) {
		h = hit{direction: -1, span: r.doc.Atoms[last].Span}
	}
	sc.direction, sc.hold = h.direction, h.hold
	rd.Direction = h.direction
	if h.direction != 0 {
		rd.DirectionWords = h.span.In(r.doc.Text)
	}
	if p.Kind == timex.WeekdayOf {
		r.chain(i, first, sc)
		if sc.chainSide == 0 && sc.direction > 0 && r.continued(rd.Sentence, first) {
			r.follow(i, sc)
		}
	}
	return sc
}

// openNear reports whether e has a side that the context must decide.
func openNear(e timex.Expr) (timex.Pick, bool) {
	switch e := e.(type) {
	case timex.Near:
		return e.Pick, e.Side == 0
	case timex.In:
		return openNear(e.Of)
	case timex.Shift:
		return openNear(e.Of)
	case timex.Nth:
		return openNear(e.Of)
	case timex.Part:
		return openNear(e.Of)
	case timex.DayPart:
		return openNear(e.Of)
	case timex.At:
		return openNear(e.Of)
	case timex.Around:
		return openNear(e.Of)
	case timex.Between:
		return openNear(e.From)
	case timex.Either:
		return openNear(e.First)
	}
	return timex.Pick{}, false
}

// chain ties a weekday to the weekday before it in the same list: in "on Tuesday
// and Wednesday" the one follows the other, ahead as well as behind.
func (r *resolver) chain(i, first int, sc *scene) {
	if i == 0 || r.places[i-1].unit != edtf.Day || r.expressions[i-1].Sentence != r.expressions[i].Sentence {
		return
	}
	prev := r.expressions[i-1]
	if q, open := openNear(prev.Mean); !open || q.Kind != timex.WeekdayOf {
		return
	}
	_, end := r.atoms(prev.Span)
	if end >= first || !r.cues.joined(r.doc, end, first) {
		return
	}
	if next, ok := after(pickOf(r.expressions[i].Mean), r.places[i-1].date, true); ok && (sc.direction > 0 || next.day0() <= r.ref.Days()) {
		sc.chain, sc.chainSide, sc.chainTo = r.places[i-1].date, 1, i-1
	}
}

// continued reports whether a word before atom first says that its sentence goes
// on from what was told before.
func (r *resolver) continued(sentence, first int) bool {
	s := r.doc.Sentences[sentence]
	if r.sequel.in != sentence {
		r.sequel.in, r.sequel.at = sentence, r.cues.sequel(r.doc, s)
	}
	return r.sequel.at < first
}

// follow ties a weekday ahead to the last day ahead that was told just before:
// "… on Tuesday. She was due to travel onward … on Friday".
func (r *resolver) follow(i int, sc *scene) {
	for k := i - 1; k >= 0 && r.expressions[i].Sentence-r.expressions[k].Sentence <= 1; k-- {
		if p := r.places[k]; p.unit == edtf.Day && p.day0() > r.ref.Days() {
			sc.chain, sc.chainSide, sc.chainTo = p.date, 1, k
			return
		}
	}
}

// pickOf is the pick whose side is open.
func pickOf(e timex.Expr) timex.Pick {
	p, _ := openNear(e)
	return p
}

// atoms are the half-open indexes of the atoms under a span.
func (r *resolver) atoms(s text.Span) (first, last int) {
	as := r.doc.Atoms
	first = sort.Search(len(as), func(i int) bool { return as[i].End > s.Start })
	last = first
	for last < len(as) && as[last].Start < s.End {
		last++
	}
	return first, last
}

// backReach is how many sentences back a date may be pointed to.
const backReach = 12

// back is the latest stretch before expression i that is at least as exact as u,
// cut to u; with the unknown unit, the latest at all.
func (r *resolver) back(i int, u edtf.Unit) (stretch, bool) {
	k := r.latest[u]
	if k < 0 || r.story == nil && r.expressions[i].Sentence-r.expressions[k].Sentence > backReach {
		return stretch{}, false
	}
	s := r.places[k]
	if u == edtf.Unknown || u == edtf.Quarter {
		return s, true
	}
	return unitAt(edtf.FromDays(s.day0()), u), true
}

// remember makes the stretch of expression i the latest for the units that are no
// finer. Two years earlier is not counted from a year earlier, and a day tells
// nothing of the quarter that is meant.
func (r *resolver) remember(i int, s stretch) {
	if _, moved := r.expressions[i].Mean.(timex.Move); moved || s.unit == edtf.Unknown {
		return
	}
	for u := edtf.Unknown; u <= s.unit; u++ {
		if u != edtf.Quarter || s.unit == u {
			r.latest[u] = i
		}
	}
}
