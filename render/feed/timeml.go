package feed

import (
	"bufio"
	"encoding/xml"
	"slices"
	"strings"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/text"
)

// timeML is TimeML 1.2.1 of the quoted sentences: each event with its word and the
// expressions that stand in its sentence, its date as a TIMEX3 of its own where no
// expression there has that value, and the links between them.
func timeML() Format {
	return Format{
		Name: "timeml", File: "events.tml", About: "the quoted sentences with events and dates marked (TimeML 1.2.1)",
		carries: []Part{EventsPart, Doubt, Clock, OpenEnds, Lasting, Status, Quotes, Relations, AsOf},
		write: func(w *bufio.Writer, v *view) {
			m := timeMarker{Writer: w, view: v, instance: map[string]string{}}
			for i, e := range v.events {
				m.instance[e.ID] = "ei" + itoa(i+1)
			}
			m.put(xml.Header, "<TimeML>\n<DOCID>")
			m.text(v.line(v.t.Title))
			m.put("</DOCID>\n<DCT>")
			if !v.t.AsOf.IsZero() {
				m.open("t0", dateOrTime(v.t.AsOf), timexValue(v.t.AsOf), v.t.AsOf.Doubt, ` functionInDocument="CREATION_TIME"`)
				m.text(timexValue(v.t.AsOf))
				m.put("</TIMEX3>")
			}
			m.put("</DCT>\n<TEXT>\n")
			for i, e := range v.events {
				m.sentence(i+1, e)
			}
			m.put("</TEXT>\n", m.links.String(), "</TimeML>\n")
		},
	}
}

type timeMarker struct {
	*bufio.Writer
	*view
	times    int
	instance map[string]string // by event ID
	links    strings.Builder
}

func (m *timeMarker) put(parts ...string) {
	for _, p := range parts {
		_, _ = m.WriteString(p)
	}
}

// text writes s as XML text; what XML forbids becomes U+FFFD.
func (m *timeMarker) text(s string) { m.put(xmlText(s)) }

func xmlText(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder never fails
	return strings.NewReplacer("&#xA;", " ", "&#xD;", " ", "&#x9;", " ").Replace(b.String())
}

func (m *timeMarker) id() string {
	m.times++
	return "t" + itoa(m.times)
}

func (m *timeMarker) open(id, typ, value string, doubt edtf.Doubt, more string) {
	m.put(`<TIMEX3 tid="`, id, `" type="`, typ, `" value="`, xmlText(value), `"`)
	if doubt&edtf.Approximate != 0 {
		m.put(` mod="APPROX"`)
	}
	if doubt&edtf.Uncertain != 0 {
		m.put(` comment="uncertain"`)
	}
	m.put(more, ">")
}

// A mark is a stretch of a quote: the event's word, or an expression with its value.
type mark struct {
	text.Span
	when *edtf.Interval // nil for the event's word
}

// sentence writes the first quote of the n-th event, and keeps its links for later.
func (m *timeMarker) sentence(n int, e *timeline.Event) {
	if len(e.Cites) == 0 {
		return
	}
	c, eid := e.Cites[0], "e"+itoa(n)
	at, linked := 0, ""
	for _, k := range marks(e, c) {
		m.text(c.Quote[at:k.Start])
		if k.when == nil {
			m.put(`<EVENT eid="`, eid, `" class="`, class(e), `">`)
			m.text(c.Quote[k.Start:k.End])
			m.put("</EVENT>")
		} else {
			id := m.id()
			m.open(id, dateOrTime(k.when.Start), timexValue(k.when.Start), k.when.Doubt(), "")
			m.text(c.Quote[k.Start:k.End])
			m.put("</TIMEX3>")
			if *k.when == e.When {
				linked = id
			}
		}
		at = k.End
	}
	m.text(c.Quote[at:])
	if e.Dated() && linked == "" {
		linked = m.date(e.When)
	}
	m.put("\n")
	m.link(n, e, linked)
}

// date writes an interval that no words stand for, and gives its ID.
func (m *timeMarker) date(v edtf.Interval) string {
	if v.Single() {
		id := m.id()
		m.open(id, dateOrTime(v.Start), timexValue(v.Start), v.Doubt(), "")
		m.put("</TIMEX3>")
		return id
	}
	ends := ""
	for _, d := range []struct {
		name string
		edtf.Date
	}{{"beginPoint", v.Start}, {"endPoint", v.End}} {
		if d.Unit > edtf.Open {
			id := m.date(edtf.On(d.Date))
			ends += " " + d.name + `="` + id + `"`
		}
	}
	value := "PXX"
	if first, next := v.DayBounds(); v.Precision() == edtf.Day && first != edtf.Past && next != edtf.Future {
		value = "P" + itoa(int(next-first)) + "D"
	}
	id := m.id()
	m.open(id, "DURATION", value, v.Doubt(), ends)
	m.put("</TIMEX3>")
	return id
}

// link makes the instance of an event and its links.
func (m *timeMarker) link(n int, e *timeline.Event, time string) {
	ei, polarity, modality := "ei"+itoa(n), "POS", ""
	if e.Status == timeline.Denied || e.Status == timeline.Cancelled {
		polarity = "NEG"
	}
	if e.Status.Ahead() {
		modality = ` modality="` + xmlText(string(e.Status)) + `"`
	}
	write := func(parts ...string) {
		for _, p := range parts {
			m.links.WriteString(p)
		}
	}
	write(`<MAKEINSTANCE eiid="`, ei, `" eventID="e`, itoa(n), `" tense="NONE" aspect="NONE" pos="OTHER" polarity="`, polarity, `"`, modality,
		` comment="`, xmlText(m.line(string(e.Status))), "\"/>\n")
	if time != "" {
		rel := "IS_INCLUDED"
		if e.Lasting {
			rel = "SIMULTANEOUS"
		}
		write(`<TLINK eventInstanceID="`, ei, `" relatedToTime="`, time, `" relType="`, rel, "\"/>\n")
	}
	for _, r := range e.Relations {
		if to := m.instance[r.Event]; to != "" {
			write(`<TLINK eventInstanceID="`, ei, `" relatedToEventInstance="`, to, `" relType="`, relType(r.Kind), "\"/>\n")
		}
	}
}

// marks are what is marked in a quote, in order and without overlap, in bytes of it.
// Expressions are those whose reading the event's reasons tell as one date.
func marks(e *timeline.Event, c timeline.Cite) []mark {
	var out []mark
	add := func(s text.Span, when *edtf.Interval) {
		s.Start, s.End = s.Start-c.Span.Start, s.End-c.Span.Start
		if s.Start < 0 || s.End > len(c.Quote) || s.Start >= s.End || slices.ContainsFunc(out, func(m mark) bool { return m.Overlaps(s) }) {
			return
		}
		out = append(out, mark{s, when})
	}
	add(c.Trigger, nil)
	for _, y := range e.Why {
		if y.Source == c.Source && y.When.Single() && !y.When.IsZero() {
			add(y.Span, &y.When)
		}
	}
	slices.SortFunc(out, func(a, b mark) int { return a.Start - b.Start })
	return out
}

func class(e *timeline.Event) string {
	if e.Type == "STATEMENT" {
		return "REPORTING"
	}
	return "OCCURRENCE"
}

func relType(kind string) string {
	switch kind {
	case "after", "before", "during":
		return strings.ToUpper(kind)
	}
	return "IS_INCLUDED"
}

func dateOrTime(d edtf.Date) string {
	if d.Unit > edtf.Day {
		return "TIME"
	}
	return "DATE"
}

// timexValue is d as TIMEX3 writes it, without its doubt: the 1990s are 199, a spring
// is 2009-SP, 44 BCE is BC0044.
func timexValue(d edtf.Date) string {
	d.Doubt = 0
	season := [...]string{"SP", "SU", "FA", "WI"}
	s := d.String()
	switch d.Unit {
	case edtf.Century, edtf.Decade:
		return strings.TrimRight(s, "X")
	case edtf.Season:
		s = s[:len(s)-2] + season[(d.Month-edtf.Spring)&3]
	case edtf.Quarter:
		s = s[:len(s)-2] + "Q" + itoa(int(d.Month)-edtf.Q1+1)
	case edtf.Half:
		s = s[:len(s)-2] + "H" + itoa(int(d.Month)-edtf.H1+1)
	}
	if y := (edtf.Date{Year: d.Year, Unit: edtf.Year}).String(); d.Year <= 0 && d.Year > -9999 && d.Unit > edtf.Decade {
		bc := itoa(1 - d.Year)
		return "BC" + strings.Repeat("0", max(4-len(bc), 0)) + bc + strings.TrimPrefix(s, y)
	}
	return s
}
