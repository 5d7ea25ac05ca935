package anchor

import (
	"slices"
	"strings"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/resolve"
	"github.com/datelinehq/dateline/timeline/text"
	"github.com/datelinehq/dateline/timeline/timex"
)

// dated puts mention i together with what dates it, once for each date of a list that
// does not hang together ("in 2015 and 2017"). It gives nothing for what is not to be
// told.
func (l *linker) dated(i int) []Dated {
	m := l.mentions[i]
	d := Dated{Mention: m, Grade: timeline.Unresolved}
	slices.Sort(l.by[i])
	var rest []int
	var done []Dated
	for _, r := range l.by[i] {
		rd := l.readings[r]
		switch {
		case !rd.Since.IsZero() && len(l.by[i]) == 1:
			d.goOn(r, rd.Since)
		case rd.When.IsZero():
			rest = append(rest, r)
		case d.When.IsZero():
			d.When, d.Grade, d.By = rd.When, rd.Grade, []int{r}
		case l.apart(d, r):
			done = append(done, d)
			d = Dated{Mention: m, When: rd.When, Grade: rd.Grade, By: []int{r}}
		default:
			d.join(l, r)
		}
	}
	if d.When.IsZero() {
		d.By = rest
	}
	if c, ok := l.computed[i]; ok && d.When.IsZero() {
		d.When, d.Grade, d.By = c.when, c.grade, c.by
		d.settle(l.doc)
		return []Dated{d}
	}
	if m.Weak && !m.Between && len(l.by[i]) == 0 {
		return nil
	}
	if d.When.IsZero() && m.Weak && !m.Between && m.Status != timeline.Scheduled && len(rest) == 0 {
		return nil
	}
	done = append(done, d)
	for k := range done {
		l.finish(&done[k], i)
	}
	return done
}

// finish makes date and status of mention i what they say of each other.
func (l *linker) finish(d *Dated, i int) {
	if l.loose[i] && !d.When.IsZero() {
		d.When = d.When.WithDoubt(edtf.Uncertain)
	}
	if len(d.By) == 1 && !d.When.IsZero() && l.readings[d.By[0]].Since.IsZero() {
		d.stretch(l.readings[d.By[0]].Edge, l.doc.Published)
	}
	d.settle(l.doc)
	d.narrow(l.bounds[i])
}

// apart reports whether reading r is a later date of the list that d has come to, and
// does not go on where d ends.
func (l *linker) apart(d Dated, r int) bool {
	w := l.readings[r].When
	last := l.readings[d.By[len(d.By)-1]]
	if relative(l.readings[r]) || w.Precision() > edtf.Day || w.Precision() != d.When.Precision() || !l.listed(last.Span, l.readings[r].Span) {
		return false
	}
	between := strings.Fields(strings.ReplaceAll(l.doc.Text[last.End:l.readings[r].Start], ",", " , "))
	if len(between) == 0 || !l.list[strings.ToLower(between[0])] {
		return false
	}
	_, end := d.When.DayBounds()
	next, _ := w.DayBounds()
	return end < next
}

// narrow adds to the bounds of an undated mention.
func (d *Dated) narrow(b *timeline.Bounds) {
	switch {
	case b == nil || !d.When.IsZero():
	case d.Bounds == nil:
		d.Bounds = b
	case !b.NotBefore.IsZero():
		d.Bounds.NotBefore = b.NotBefore
	case edtf.On(b.NotAfter).Compare(edtf.On(d.Bounds.NotAfter)) < 0:
		d.Bounds.NotAfter = b.NotAfter
	}
}

// goOn dates what has gone on since a day.
func (d *Dated) goOn(r int, since edtf.Date) {
	d.When = edtf.Interval{Start: since, End: edtf.Date{Unit: edtf.Open}}
	d.Lasting, d.Grade, d.By = true, timeline.Inferred, []int{r}
	if d.Status == timeline.Occurred {
		d.Status = timeline.Ongoing
	}
}

// stretch makes of an end what lies between it and the present: "have fought
// since May" goes on from May, "will meet by Friday" lies before it.
func (d *Dated) stretch(e resolve.Edge, published edtf.Date) {
	switch {
	case e == resolve.First && (d.Perfect || d.Status == timeline.Ongoing):
		d.When.End = edtf.Date{Unit: edtf.Open}
		d.Lasting = true
		if d.Status == timeline.Occurred {
			d.Status = timeline.Ongoing
		}
	case e == resolve.Last && d.Status.Ahead() && !published.IsZero():
		if p := published.Trunc(edtf.Day); edtf.On(p).Before(d.When) {
			p.Doubt = published.Doubt
			d.When.Start = p
		}
	}
}

// join takes a further reading into the date: days of one list become a range,
// a date inside another makes it more exact, and what fits neither stays out.
func (d *Dated) join(l *linker, r int) {
	w := l.readings[r].When
	last := l.readings[d.By[len(d.By)-1]]
	switch {
	case d.When.Contains(w) && w.Finer(d.When):
		d.When = w
		d.Grade = weaker(d.Grade, l.readings[r].Grade)
	case w.Contains(d.When):
	case !relative(l.readings[r]) && w.Precision() <= edtf.Day && l.listed(last.Span, l.readings[r].Span) && d.When.Before(w):
		d.When = edtf.Interval{Start: d.When.Start, End: w.End}
		d.Lasting = true
		d.Grade = weaker(d.Grade, l.readings[r].Grade)
	default:
		return
	}
	d.By = append(d.By, r)
}

// relative reports whether a reading is counted from a date before it in the
// text: "November 11, three days later" is no list.
func relative(r resolve.Reading) bool {
	s, ok := r.Mean.(timex.Shift)
	if !ok {
		return false
	}
	_, ok = s.Of.(timex.That)
	return ok
}

// maxListGap is how many bytes may lie between two members of a list.
const maxListGap = 14

// listed reports whether two expressions stand side by side.
func (l *linker) listed(a, b text.Span) bool {
	return a.End <= b.Start && b.Start-a.End <= maxListGap
}

func weaker(a, b timeline.Grade) timeline.Grade {
	order := []timeline.Grade{timeline.Certain, timeline.Inferred, timeline.Ambiguous, timeline.Unresolved}
	if slices.Index(order, a) > slices.Index(order, b) {
		return a
	}
	return b
}

// settle makes status and date agree: what is dated after the publication lies
// ahead, and what is told as having happened did so before it.
func (d *Dated) settle(doc *text.Document) {
	pub := edtf.On(doc.Published)
	if d.When.IsZero() {
		if d.Status == timeline.Occurred && !doc.Published.IsZero() {
			d.Bounds = &timeline.Bounds{NotAfter: doc.Published}
		}
		return
	}
	if doc.Published.IsZero() {
		return
	}
	first, _ := d.When.DayBounds()
	_, next := pub.DayBounds()
	if first >= next && d.Status == timeline.Occurred {
		d.Status = timeline.Scheduled
	}
}

// maxFold is how many mentions back one is compared, so that long articles take
// linear time.
const maxFold = 300

// fold joins the mentions of one happening: the same trigger word and type, or a
// headline and its sentence, where dates do not disagree. The most exact stays.
func fold(doc *text.Document, ds []Dated) []Dated {
	var out []Dated
	for i, d := range ds {
		if carried(ds, i) {
			continue
		}
		k := -1
		for i := len(out) - 1; i >= max(0, len(out)-maxFold) && k < 0; i-- {
			if same(doc, out[i], d) {
				k = i
			}
		}
		if k < 0 {
			out = append(out, d)
			continue
		}
		o := out[k]
		if d.When.Finer(o.When) || o.When.IsZero() && !d.When.IsZero() || title(doc, o) && !title(doc, d) && o.When == d.When {
			o, d = d, o
		}
		o.Also = append(append(o.Also, d.Trigger), d.Also...)
		out[k] = o
	}
	return out
}

func title(doc *text.Document, d Dated) bool {
	return doc.Sentences[d.Sentence].Zone == text.Title
}

// carried reports whether mention i is a noun whose verb tells the same at the
// same time: "the flight will take off on Monday".
func carried(ds []Dated, i int) bool {
	d := ds[i]
	if !d.Noun || d.Carrier == d.Word {
		return false
	}
	return slices.ContainsFunc(ds, func(o Dated) bool {
		return !o.Noun && o.Sentence == d.Sentence && o.Word == d.Carrier &&
			(o.When == d.When || !o.When.IsZero() && !d.When.IsZero() && o.When.Overlaps(d.When) && o.Type != "OTHER")
	})
}

// same reports whether two mentions plainly tell of one happening.
func same(doc *text.Document, a, b Dated) bool {
	if a.Type != b.Type || a.Head.In(doc.Text) != b.Head.In(doc.Text) && !(title(doc, a) || title(doc, b)) {
		return false
	}
	if !a.When.IsZero() && !b.When.IsZero() && !a.When.Overlaps(b.When) {
		return false
	}
	if a.Sentence == b.Sentence && a.When != b.When {
		return false
	}
	if title(doc, a) != title(doc, b) {
		return shareActor(a, b) && a.Type != "OTHER" && a.Type != "STATEMENT"
	}
	return a.When == b.When && !a.When.IsZero() && (shareActor(a, b) || a.Noun && b.Noun)
}

func shareActor(a, b Dated) bool {
	for _, x := range a.Actors {
		for _, y := range b.Actors {
			if x.Name == y.Name || x.Code != "" && x.Side() == y.Side() {
				return true
			}
		}
	}
	return false
}
