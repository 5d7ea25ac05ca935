package feed

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"html"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-ical"

	"github.com/datelinehq/dateline/render/words"
	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
)

// shown is what a reader of a format is told of when an event lies: the days from first
// until before next, in days since 1970, open where the format says so. Inexact words
// stand in words.
type shown struct {
	first, next        int64
	openStart, openEnd bool
	words              string
	// days says that the format itself chose to name days, months or years, and named
	// a day.
	days bool
}

// readers read formats without any code of this package. They give what is shown by
// event ID; the n-th event has the ID "en".
var readers = map[string]func(t *testing.T, b []byte) map[string]shown{
	"timeline":       shownJSON,
	"jsonl":          shownLines,
	"csv":            shownTable("id"),
	"coded":          shownTable("event"),
	"ics":            shownCalendar,
	"timelinejs":     shownSlides,
	"timelinejs-csv": shownSheet,
	"vis":            shownVis,
	"markwhen":       shownMarkwhen,
	"mermaid":        shownMermaid,
	"geojson":        shownFeatures,
	"timeml":         shownTimeML,
	"stix":           shownSTIX,
	"atom":           shownAtom,
}

// No format shows an event in less than the whole of its span.
func TestNoFormatIsMorePreciseThanTheEvent(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 60 {
		tl := randomTimeline(r)
		for _, f := range Formats() {
			read := readers[f.Name]
			if read == nil {
				if f.Name != "csl" && f.Name != "bibtex" {
					t.Fatalf("format %s has no reader in this test", f.Name)
				}
				continue
			}
			var b bytes.Buffer
			losses, err := f.Write(&b, tl, Options{})
			if err != nil {
				t.Fatal(err)
			}
			got, missing := read(t, b.Bytes()), 0
			for _, es := range [][]timeline.Event{tl.Events, tl.Undated} {
				for i := range es {
					s, ok := got[es[i].ID]
					switch {
					case !ok:
						missing++
					case !es[i].Dated():
						if s != (shown{}) && s.words != "no date" {
							t.Errorf("%s: an event without a date is shown on %+v", f.Name, s)
						}
					default:
						covers(t, f.Name, tl, &es[i], s)
					}
				}
			}
			for _, l := range losses {
				if l.LeftOut {
					missing -= l.Count
				}
			}
			if missing != 0 {
				t.Errorf("%s: %d more events are left out than it tells: %v", f.Name, missing, losses)
			}
		}
		if t.Failed() {
			return
		}
	}
}

func covers(t *testing.T, format string, tl *timeline.Timeline, e *timeline.Event, s shown) {
	t.Helper()
	if s.words != "" && s.words != words.Interval(e.When) {
		t.Errorf("%s: %s is shown as %q", format, e.When, s.words)
	}
	if s.days && max(e.When.Start.Unit, e.When.End.Unit) < edtf.Day && e.When.End.Unit > edtf.Open {
		t.Errorf("%s: %s is shown by days", format, e.When)
	}
	if s.words != "" && s.first == 0 && s.next == 0 {
		return // nothing but words
	}
	first, next := e.When.DayBounds()
	if first == edtf.Past && !s.openStart || first != edtf.Past && s.first > first && !s.openStart {
		t.Errorf("%s: %s begins on %s", format, e.When, edtf.FromDays(s.first))
	}
	if next == edtf.Future {
		_, now := edtf.On(tl.AsOf).DayBounds()
		if !s.openEnd && (s.words == "" && format != "markwhen" || s.next < now) {
			t.Errorf("%s: %s has no end and is shown until %s", format, e.When, edtf.FromDays(s.next-1))
		}
	} else if s.next < next && !s.openEnd {
		t.Errorf("%s: %s ends on %s", format, e.When, edtf.FromDays(s.next-1))
	}
}

func randomTimeline(r *rand.Rand) *timeline.Timeline {
	tl := &timeline.Timeline{Version: 1, Title: "T", AsOf: edtf.YMD(2009, 6, 20), Sources: []timeline.Source{{Number: 1, ID: "a", Bytes: 100}}}
	for n := range 30 {
		when := randomWhen(r)
		e := timeline.Event{
			ID: fmt.Sprintf("e%d", n+1), Title: fmt.Sprintf("e%d", n+1), Type: "OTHER", Status: timeline.Statuses()[r.IntN(7)], When: when,
			Grade: timeline.Certain, Lasting: r.IntN(2) == 0 && !when.Single(),
			Cites: []timeline.Cite{{Source: 1, Quote: fmt.Sprintf("e%d q", n+1)}},
		}
		e.Cites[0].Span.End, e.Cites[0].Trigger.End = len(e.Cites[0].Quote), 1
		if e.Dated() {
			tl.Events = append(tl.Events, e)
		} else {
			tl.Undated = append(tl.Undated, e)
		}
	}
	return tl
}

func randomWhen(r *rand.Rand) edtf.Interval {
	for {
		a := randomDate(r)
		switch r.IntN(8) {
		case 0:
			return edtf.Interval{}
		case 1, 2:
			if v, err := edtf.Parse(a.String() + "/" + randomDate(r).String()); err == nil {
				return v
			}
		case 3:
			return edtf.Interval{Start: a, End: edtf.Date{Unit: edtf.Open}}
		case 4:
			return edtf.Interval{Start: edtf.Date{Unit: edtf.Open}, End: a}
		default:
			return edtf.On(a)
		}
	}
}

func randomDate(r *rand.Rand) edtf.Date {
	year := 1990 + r.IntN(30)
	if r.IntN(12) == 0 {
		year = []int{-43, 0, 1, 987, 9999, 12345}[r.IntN(6)]
	}
	d := edtf.Date{Year: year, Doubt: edtf.Doubt(r.IntN(4))}
	switch d.Unit = edtf.Century + edtf.Unit(r.IntN(int(edtf.Minute-edtf.Century)+1)); d.Unit {
	case edtf.Century:
		d.Year = year / 100 * 100
	case edtf.Decade:
		d.Year = year / 10 * 10
	case edtf.Year:
		d.Within = []edtf.Unit{0, edtf.Month, edtf.Day}[r.IntN(3)]
	case edtf.Half:
		d.Month = uint8(edtf.H1 + r.IntN(2))
	case edtf.Season:
		d.Month = uint8(edtf.Spring + r.IntN(4))
	case edtf.Quarter:
		d.Month = uint8(edtf.Q1 + r.IntN(4))
	default:
		d.Month = uint8(1 + r.IntN(12))
		if d.Unit > edtf.Month {
			d.Day = uint8(1 + r.IntN(28))
		}
		if d.Unit >= edtf.Hour {
			d.Hour = uint8(r.IntN(24))
		}
	}
	if !d.Valid() {
		return edtf.YM(2009, 5)
	}
	return d
}

// span reads the days of an EDTF interval.
func span(t *testing.T, s string) shown {
	t.Helper()
	if s == "" {
		return shown{}
	}
	v, err := edtf.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	a, b := v.DayBounds()
	return shown{first: a, next: b, openStart: a == edtf.Past, openEnd: b == edtf.Future}
}

// days reads days as 2009-05-01, the second of them included.
func days(t *testing.T, from, to string) shown {
	t.Helper()
	s := shown{openStart: from == "", openEnd: to == ""}
	if from != "" {
		s.first = span(t, from).first
	}
	if to != "" {
		s.next = span(t, to).next
	}
	return s
}

func decode(t *testing.T, b []byte, into any) {
	t.Helper()
	if err := json.Unmarshal(b, into); err != nil {
		t.Fatal(err)
	}
}

func shownJSON(t *testing.T, b []byte) map[string]shown {
	var d struct {
		Events, Undated []struct{ ID, When string }
	}
	decode(t, b, &d)
	out := map[string]shown{}
	for _, e := range append(d.Events, d.Undated...) {
		out[e.ID] = span(t, e.When)
	}
	return out
}

func shownLines(t *testing.T, b []byte) map[string]shown {
	out := map[string]shown{}
	for _, l := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		var e struct{ ID, When string }
		decode(t, []byte(l), &e)
		out[e.ID] = span(t, e.When)
	}
	return out
}

// rows reads a table by the names of its columns.
func rows(t *testing.T, b []byte) []map[string]string {
	t.Helper()
	r := csv.NewReader(bytes.NewReader(b))
	all, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, cells := range all[1:] {
		m := map[string]string{}
		for i, c := range cells {
			m[all[0][i]] = strings.TrimPrefix(c, "'")
		}
		out = append(out, m)
	}
	return out
}

func shownTable(id string) func(*testing.T, []byte) map[string]shown {
	return func(t *testing.T, b []byte) map[string]shown {
		out := map[string]shown{}
		for _, m := range rows(t, b) {
			s := span(t, m["when"])
			if s != (shown{}) {
				if d := days(t, m["earliest"], m["latest"]); d.openStart != s.openStart || d.openEnd != s.openEnd || !d.openStart && d.first != s.first || !d.openEnd && d.next != s.next {
					t.Errorf("the columns say %s and %s to %s", m["when"], m["earliest"], m["latest"])
				}
			}
			s.words = m["when_words"]
			out[m[id]] = s
		}
		return out
	}
}

func shownCalendar(t *testing.T, b []byte) map[string]shown {
	c, err := ical.NewDecoder(bytes.NewReader(b)).Decode()
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]shown{}
	for _, e := range c.Events() {
		uid, start, end := e.Props.Get("UID"), e.Props.Get("DTSTART"), e.Props.Get("DTEND")
		if start.Params.Get("VALUE") != "DATE" || end.Params.Get("VALUE") != "DATE" {
			t.Error("an entry has a time of day")
		}
		iso := func(s string) string { return s[:4] + "-" + s[4:6] + "-" + s[6:] }
		s := days(t, iso(start.Value), iso(end.Value))
		s.next-- // DTEND is the first day that is not in it
		out[strings.TrimSuffix(uid.Value, "@dateline")] = s
	}
	return out
}

type slideDate struct{ Year, Month, Day int }

func (d slideDate) shown(t *testing.T) shown {
	s := edtf.Date{Year: d.Year, Month: uint8(d.Month), Day: uint8(d.Day), Unit: edtf.Year}
	switch {
	case d.Day > 0:
		s.Unit = edtf.Day
	case d.Month > 0:
		s.Unit = edtf.Month
	}
	return span(t, s.String())
}

// slideSpan is what TimelineJS3 draws: from the first moment of the start to that of the
// end, and days as days.
func slideSpan(t *testing.T, start slideDate, end *slideDate) shown {
	s := start.shown(t)
	if end != nil {
		e := end.shown(t)
		if s.next = e.first; end.Day > 0 {
			s.next = e.next
		}
		s.days = end.Day > 0
	}
	s.days = s.days || start.Day > 0
	return s
}

func shownSlides(t *testing.T, b []byte) map[string]shown {
	var d struct {
		Events []struct {
			ID    string     `json:"unique_id"`
			Start slideDate  `json:"start_date"`
			End   *slideDate `json:"end_date"`
			Words string     `json:"display_date"`
		}
	}
	decode(t, b, &d)
	out := map[string]shown{}
	for _, e := range d.Events {
		s := slideSpan(t, e.Start, e.End)
		s.words = html.UnescapeString(e.Words)
		out[e.ID] = s
	}
	return out
}

func shownSheet(t *testing.T, b []byte) map[string]shown {
	out := map[string]shown{}
	for _, m := range rows(t, b) {
		if m["Type"] == "title" {
			continue
		}
		num := func(k string) int { n, _ := strconv.Atoi(m[k]); return n }
		start := slideDate{num("Year"), num("Month"), num("Day")}
		var end *slideDate
		if m["End Year"] != "" {
			end = &slideDate{num("End Year"), num("End Month"), num("End Day")}
		}
		s := slideSpan(t, start, end)
		s.words = html.UnescapeString(m["Display Date"])
		out[m["Headline"]] = s
	}
	return out
}

func shownVis(t *testing.T, b []byte) map[string]shown {
	var d struct {
		Items []struct{ ID, Content, Start, End string }
	}
	decode(t, b, &d)
	out := map[string]shown{}
	for _, e := range d.Items {
		day := func(s string) int64 {
			s, ok := strings.CutSuffix(s, "T00:00:00")
			if !ok {
				t.Errorf("%s is no midnight", s)
			}
			if strings.HasPrefix(s, "-00") {
				s = "-" + s[3:]
			}
			return span(t, s).first
		}
		words := e.Content[strings.Index(e.Content, "(")+1:]
		out[e.ID] = shown{first: day(e.Start), next: day(e.End), words: html.UnescapeString(strings.TrimSuffix(words, ")"))}
	}
	return out
}

var markwhenLine = regexp.MustCompile(`(?m)^([0-9][-0-9]*(?:/[-0-9]+)?): (e\d+)`)

func shownMarkwhen(t *testing.T, b []byte) map[string]shown {
	out := map[string]shown{}
	for _, m := range markwhenLine.FindAllStringSubmatch(string(b), -1) {
		s := span(t, m[1])
		s.days = namesDay(m[1])
		out[m[2]] = s
	}
	return out
}

// namesDay reports whether a date as 2009-05-01 is in s.
func namesDay(s string) bool { return regexp.MustCompile(`\d-\d\d-\d\d`).MatchString(s) }

func shownMermaid(t *testing.T, b []byte) map[string]shown {
	out := map[string]shown{}
	when := ""
	for _, l := range strings.Split(string(b), "\n")[2:] {
		lead, text, ok := strings.Cut(l, " : ")
		if !ok {
			continue
		}
		if lead = strings.TrimSpace(lead); lead != "" {
			when = lead
		}
		id, _, _ := strings.Cut(text, " ")
		out[id] = shown{words: unMermaid(when)}
	}
	return out
}

var mermaidEntity = regexp.MustCompile(`#(\d+);`)

func unMermaid(s string) string {
	return mermaidEntity.ReplaceAllStringFunc(s, func(m string) string {
		n, _ := strconv.Atoi(m[1 : len(m)-1])
		return string(rune(n))
	})
}

func shownFeatures(t *testing.T, b []byte) map[string]shown {
	type edge struct{ In, Earliest, Latest string }
	var d struct {
		Features []struct {
			ID   string
			When *struct {
				Label     string
				Timespans []struct {
					Start edge
					End   *edge
				}
			}
		}
	}
	decode(t, b, &d)
	out := map[string]shown{}
	for _, f := range d.Features {
		if f.When == nil {
			out[f.ID] = shown{}
			continue
		}
		s := f.When.Timespans[0]
		if s.End == nil { // "interpreted as the interval described by the start"
			s.End = &s.Start
		}
		x := shown{words: f.When.Label, days: namesDay(s.Start.In + " " + s.Start.Earliest + " " + s.End.In + " " + s.End.Latest)}
		if from := first(s.Start.In, s.Start.Earliest); from == "" {
			x.openStart = true
		} else {
			x.first = span(t, from).first
		}
		if to := first(s.End.In, s.End.Latest); to == "" {
			x.openEnd = true
		} else {
			x.next = span(t, to).next
		}
		out[f.ID] = x
	}
	return out
}

func shownTimeML(t *testing.T, b []byte) map[string]shown {
	type timex struct {
		ID    string `xml:"tid,attr"`
		Type  string `xml:"type,attr"`
		Value string `xml:"value,attr"`
		Begin string `xml:"beginPoint,attr"`
		End   string `xml:"endPoint,attr"`
	}
	var d struct {
		Text struct {
			Inner string  `xml:",innerxml"`
			Times []timex `xml:"TIMEX3"`
		} `xml:"TEXT"`
		Instances []struct {
			ID    string `xml:"eiid,attr"`
			Event string `xml:"eventID,attr"`
		} `xml:"MAKEINSTANCE"`
		Links []struct {
			Event string `xml:"eventInstanceID,attr"`
			Time  string `xml:"relatedToTime,attr"`
		} `xml:"TLINK"`
	}
	if err := xml.Unmarshal(b, &d); err != nil {
		t.Fatal(err)
	}
	times := map[string]shown{}
	for _, x := range d.Text.Times {
		switch {
		case x.Type == "DURATION":
			s := shown{openStart: x.Begin == "", openEnd: x.End == ""}
			s.first, s.next = times[x.Begin].first, times[x.End].next
			times[x.ID] = s
		default:
			times[x.ID] = timexSpan(t, x.Value)
		}
	}
	// The n-th instance is that of the n-th event of the file: its word is the start
	// of its quote.
	quotes := regexp.MustCompile(`<EVENT eid="(e\d+)"[^>]*>e</EVENT>(\d+) q`).FindAllStringSubmatch(d.Text.Inner, -1)
	ids, out := map[string]string{}, map[string]shown{}
	for _, q := range quotes {
		ids[q[1]] = "e" + q[2]
	}
	at := map[string]string{}
	for _, l := range d.Links {
		at[l.Event] = l.Time
	}
	for _, i := range d.Instances {
		out[ids[i.Event]] = times[at[i.ID]]
	}
	return out
}

// timexSpan is a TIMEX3 value in days.
func timexSpan(t *testing.T, s string) shown {
	if rest, ok := strings.CutPrefix(s, "BC"); ok {
		n, _ := strconv.Atoi(rest[:4])
		y := fmt.Sprintf("-%04d", n-1)
		if n == 1 {
			y = "0000"
		}
		return timexSpan(t, y+rest[4:])
	}
	if len(s) < 4 {
		s += "XX"[:4-len(s)]
	}
	s = strings.NewReplacer("-Q1", "-33", "-Q2", "-34", "-Q3", "-35", "-Q4", "-36", "-H1", "-40", "-H2", "-41", "-SP", "-21", "-SU", "-22", "-FA", "-23", "-WI", "-24").Replace(s)
	return span(t, s)
}

func shownSTIX(t *testing.T, b []byte) map[string]shown {
	var d struct {
		Objects []struct {
			Type, Abstract string
			Extensions     map[string]struct{ EDTF, Earliest, Latest string }
		}
	}
	decode(t, b, &d)
	out := map[string]shown{}
	for _, o := range d.Objects {
		if o.Type != "note" {
			continue
		}
		id, when, _ := strings.Cut(o.Abstract, " (")
		for _, x := range o.Extensions {
			s := shown{}
			if x.EDTF != "" {
				s = days(t, x.Earliest, x.Latest)
			}
			s.words = strings.TrimSuffix(when, ")")
			out[id] = s
		}
	}
	return out
}

func shownAtom(t *testing.T, b []byte) map[string]shown {
	var f atomFeed
	if err := xml.Unmarshal(b, &f); err != nil {
		t.Fatal(err)
	}
	out := map[string]shown{}
	for _, e := range f.Entries {
		if _, err := time.Parse(time.RFC3339, e.Updated); err != nil {
			t.Error(err)
		}
		when, _, _ := strings.Cut(e.Content.Body, " · ")
		id, _, _ := strings.Cut(e.Title, " ")
		out[id] = shown{words: when}
	}
	return out
}
