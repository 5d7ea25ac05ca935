package html

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
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
	// last is the event added last.
	last *timeline.Event
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
		b.last = &b.t.Undated[len(b.t.Undated)-1]
		return b
	}
	e.Grade = timeline.Certain
	e.Lasting = strings.Contains(date, "/")
	e.Why = []timeline.Why{{Source: 1, Text: sentence, When: e.When, Rule: "rule", Meaning: "date(2009)", Grade: e.Grade}}
	b.t.Events = append(b.t.Events, e)
	b.last = &b.t.Events[len(b.t.Events)-1]
	return b
}

// sorted puts the events in order.
func (b *builder) sorted() *builder {
	slices.SortStableFunc(b.t.Events, func(x, y timeline.Event) int { return x.When.Compare(y.When) })
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

// scattered has n events as a desk might have them: in bursts over some years, of all
// shapes, types and statuses, with places, pairs of actors and several sources.
func scattered(t testing.TB, n int) *timeline.Timeline {
	r := rand.New(rand.NewPCG(1, uint64(n)))
	b := newBuilder("Unrest in the provinces, a made-up file", "2011-06-30")
	pick := func(ss ...string) string { return ss[r.IntN(len(ss))] }
	actors := []string{"China", "Taiwan", "United States", "Japan", "South Korea", "North Korea", "Russia", "European Union", "United Nations", "Philippines", "Viet Nam", "Australia"}
	verbs := []string{"calls on", "meets", "accuses", "visits", "signs an agreement with", "warns", "protests against", "receives a delegation of", "imposes sanctions on", "sends aid to"}
	places := []string{"Beijing", "Taipei", "Washington", "Tokyo", "Seoul", "Moscow", "Manila", "Hanoi", "Canberra", "Brussels"}
	points := [][2]float64{{39.91, 116.4}, {25.04, 121.56}, {38.9, -77.04}, {35.69, 139.69}, {37.57, 126.98}, {55.75, 37.62}, {14.6, 120.98}, {21.03, 105.85}, {-35.28, 149.13}, {50.85, 4.35}}
	types := []string{"CONSULT", "ACCUSE", "AGREE", "PROTEST", "SANCTION", "AID", "STATEMENT", "THREATEN"}
	scores := []float64{2.5, -2.5, 2.5, -5, -6, 10, 0, -3.5}
	start, length := edtf.YMD(2003, 2, 1), 3100
	centre := []int{r.IntN(length), r.IntN(length), r.IntN(length), r.IntN(length), r.IntN(length), r.IntN(length)}
	var days []int
	for range n {
		d := r.IntN(length)
		if r.IntN(3) > 0 {
			d = centre[r.IntN(len(centre))] + int(r.NormFloat64()*60)
		}
		days = append(days, max(0, min(length+60, d)))
	}
	slices.Sort(days)
	for i, d := range days {
		day := start.Add(d, edtf.Day)
		when := day.String()
		switch k := r.IntN(12); {
		case k < 3:
			when = day.Trunc(edtf.Month).String()
		case k == 3:
			when = day.Trunc(edtf.Year).String()
		case k == 4:
			when += "~"
		case k == 5:
			when = day.Trunc(edtf.Month).String() + "?"
		case k == 6:
			when += "/" + day.Add(2+r.IntN(30), edtf.Day).String()
		case k == 7 && i%3 == 0:
			when = ""
		}
		st := timeline.Occurred
		if day.Days() > b.t.AsOf.Days() {
			st = timeline.Status(pick("scheduled", "scheduled", "proposed", "threatened"))
		} else if r.IntN(9) == 0 {
			st = timeline.Statuses()[r.IntN(7)]
		}
		who, whom := int(math.Abs(r.NormFloat64())*3)%len(actors), r.IntN(len(actors))
		k := r.IntN(len(verbs))
		b.add(when, fmt.Sprintf("%s %s %s over %s", actors[who], verbs[k], actors[whom], pick("fishing grounds", "trade", "the talks", "a border post", "rice prices", "the missile test")), st, actors[who], actors[whom])
		e := b.last
		e.Type, e.Coding = types[k%len(types)], &timeline.Coding{PLOVER: types[k%len(types)], Intensity: scores[k%len(types)]}
		if e.Actors[1].Name != e.Actors[0].Name {
			e.Actors[1].Role = timeline.RoleTarget
		}
		e.Salience = float64(r.IntN(1000)) / 1000
		e.Origins = 1 + r.IntN(40)/36
		if r.IntN(4) > 0 {
			p := r.IntN(len(places))
			e.Places = []timeline.Place{{Name: places[p], Point: &timeline.Point{Lat: points[p][0], Lon: points[p][1], By: timeline.ByName}}}
		}
		if r.IntN(40) == 0 {
			e.Conflicts = []timeline.Conflict{{Field: "when", Values: []timeline.ConflictValue{{Value: "2009-05-01", Sources: []int{1}}, {Value: "2009-05-02", Sources: []int{1}}}}}
		}
	}
	return b.sorted().done(t)
}

// earlier is small as it stood in an edition before: a meeting at another time, talks
// only proposed, an event that is told no more, and one that is new since.
func earlier(t testing.TB) *timeline.Timeline {
	return newBuilder("Talks in Beijing", "2009-06-10").
		add("2008", "Beijing called off some meetings", timeline.Occurred, "China").
		add("2009", "North Korea conducted an atomic test", timeline.Occurred, "North Korea").
		add("2009-06-25/2009-06-26", "Flournoy will lead the delegation", timeline.Scheduled, "United States").
		add("2009-06-26", "Talks in Seoul", timeline.Proposed, "United States").
		add("2009-05-20", "A minister resigned", timeline.Occurred, "Japan").
		add("2009-07?", "Five nations may meet in Phuket", timeline.Proposed, "South Korea").
		add("", "North Korea threatened war", timeline.Threatened, "North Korea").
		sorted().done(t)
}
