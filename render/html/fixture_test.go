package html

import (
	"fmt"
	"strings"
	"testing"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/text"
)

// builder makes timelines by hand, one sentence a paragraph.
type builder struct {
	t    *timeline.Timeline
	body strings.Builder
}

func newBuilder(title, asOf string) *builder {
	return &builder{t: &timeline.Timeline{Version: 1, Title: title, AsOf: when(asOf).Start, Events: []timeline.Event{}, Undated: []timeline.Event{}}}
}

func when(s string) edtf.Interval {
	v, err := edtf.Parse(s)
	if s != "" && err != nil {
		panic(err)
	}
	return v
}

// add adds an event whose sentence is its title.
func (b *builder) add(date, sentence string, st timeline.Status, who ...string) *builder {
	span := text.Span{Start: b.body.Len(), End: b.body.Len() + len(sentence)}
	b.body.WriteString(sentence + "\n")
	e := timeline.Event{
		ID: fmt.Sprintf("e%d", len(b.t.Events)+len(b.t.Undated)), Title: sentence, Type: "OTHER", Status: st, When: when(date),
		Grade: timeline.Unresolved, Origins: 1,
		Cites: []timeline.Cite{{Source: 1, Span: span, Quote: sentence, Paragraph: 1, Context: sentence, ContextSpan: span, Trigger: text.Span{Start: span.Start, End: span.Start + 1}}},
	}
	for _, w := range who {
		e.Actors = append(e.Actors, timeline.Actor{Name: w, Code: "XXX", Role: timeline.RoleSource})
	}
	if date == "" {
		b.t.Undated = append(b.t.Undated, e)
		return b
	}
	e.Grade = timeline.Certain
	e.Lasting = strings.Contains(date, "/")
	e.Why = []timeline.Why{{Source: 1, Text: sentence, When: e.When, Rule: "rule", Meaning: "date(2009)", Grade: e.Grade}}
	b.t.Events = append(b.t.Events, e)
	return b
}

func (b *builder) done(t testing.TB) *timeline.Timeline {
	t.Helper()
	b.t.Sources = []timeline.Source{{Number: 1, ID: "a", Title: b.t.Title, Outlet: "The Paper", Published: b.t.AsOf, Bytes: b.body.Len(), SHA256: strings.Repeat("0", 64)}}
	if err := b.t.Validate(); err != nil {
		t.Fatal(err)
	}
	return b.t
}

// small has one event of each kind.
func small(t testing.TB) *timeline.Timeline {
	return newBuilder("Talks in Beijing", "2009-06-20~").
		add("2008", "Beijing called off some meetings", timeline.Occurred, "China").
		add("2009-05", "North Korea conducted an atomic test", timeline.Occurred, "North Korea").
		add("2009-06-19", "An envoy arrived", timeline.Occurred, "China").
		add("2009-06-23/2009-06-24", "Flournoy will lead the delegation", timeline.Scheduled, "United States").
		add("2009-06-26", "Talks in Seoul", timeline.Scheduled, "United States").
		add("2009-07?", "Five nations may meet in Phuket", timeline.Proposed, "South Korea").
		add("", "North Korea threatened war", timeline.Threatened, "North Korea").
		done(t)
}

const evil = `</script><script>window.hit=1</script><img src=x onerror="window.hit=1">__f__window.hit=1__f__ {{.Title}} ' " & javascript:window.hit=1`

// hostile has text that would like to be markup or script everywhere.
func hostile(t testing.TB) *timeline.Timeline {
	b := newBuilder(evil, "2009-06-20").
		add("-0043-03-15", "Caesar was killed", timeline.Occurred).
		add("2009-05", evil, timeline.Occurred, evil).
		add("2009-06", strings.Repeat("long ", 400), timeline.Threatened).
		add("2009-06-19", "right \u202e to left", timeline.Denied, "\u2028").
		add("", evil, timeline.Cancelled, evil)
	tl := b.done(t)
	tl.Sources[0].Outlet, tl.Sources[0].Credit, tl.Sources[0].URL = evil, evil, "javascript:window.hit=1"
	tl.Events[1].Places = []timeline.Place{{Name: evil}}
	tl.Events[1].Why[0].DirectionWords, tl.Events[1].Why[0].Direction = evil, "past"
	tl.Findings = []text.Finding{{Article: evil, Text: evil}}
	return tl
}

// many has n events over some years.
func many(t testing.TB, n int) *timeline.Timeline {
	b := newBuilder("Many", "2009-06-20")
	for i := range n {
		d := edtf.YMD(2001, 1, 1).Add(i*3000/n, edtf.Day)
		b.add(d.String(), fmt.Sprintf("Event number %d happened here", i), timeline.Statuses()[i%5], fmt.Sprintf("Actor %d", i%9))
	}
	return b.done(t)
}
