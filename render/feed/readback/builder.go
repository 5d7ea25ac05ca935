package readback

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/text"
)

// builder puts a timeline together of events that were read.
type builder struct {
	timeline.Timeline
	file string
	// own is the text of the file as a source: what it says of events that cite
	// nothing else. It has a blank line between events.
	own strings.Builder
	// self are the events that cite it, as indexes into all.
	self []int
	all  []timeline.Event
}

func newBuilder(file string) *builder {
	return &builder{file: file, Timeline: timeline.Timeline{Version: timeline.Version, Sources: []timeline.Source{}}}
}

func (b *builder) find(code, format string, args ...any) {
	b.Findings = append(b.Findings, text.Finding{Article: b.file, Stage: "readback", Code: code, Text: fmt.Sprintf(format, args...)})
}

// add takes an event that has its evidence.
func (b *builder) add(e timeline.Event) { b.all = append(b.all, e) }

// cite takes an event that is told by the file alone, in the words said.
func (b *builder) cite(e timeline.Event, said string) {
	if b.own.Len() > 0 {
		b.own.WriteString("\n\n")
	}
	s := text.Span{Start: b.own.Len(), End: b.own.Len() + len(said)}
	b.own.WriteString(said)
	e.Cites = []timeline.Cite{{Span: s, Quote: said, Paragraph: len(b.self) + 1, ContextSpan: s, Trigger: text.Span{Start: s.Start, End: s.Start}, When: e.When}}
	e.Why, e.Relations, e.Origins = nil, nil, 1
	for i := range e.Actors {
		e.Actors[i].Span = text.Span{Start: s.Start, End: s.Start}
	}
	for i := range e.Places {
		e.Places[i].Span = text.Span{Start: s.Start, End: s.Start}
	}
	b.self = append(b.self, len(b.all))
	b.all = append(b.all, e)
}

// done puts all in order and checks it.
func (b *builder) done() (*timeline.Timeline, error) {
	if len(b.self) > 0 {
		b.itself()
	}
	b.ids()
	b.Events, b.Undated = []timeline.Event{}, []timeline.Event{}
	for _, e := range b.all {
		if e.Dated() {
			b.Events = append(b.Events, e)
		} else {
			b.Undated = append(b.Undated, e)
		}
	}
	place := func(x, y timeline.Event) int {
		return cmp.Or(cmp.Compare(x.Cites[0].Source, y.Cites[0].Source), cmp.Compare(x.Cites[0].Span.Start, y.Cites[0].Span.Start), cmp.Compare(x.ID, y.ID))
	}
	slices.SortStableFunc(b.Events, func(x, y timeline.Event) int { return cmp.Or(x.When.Compare(y.When), place(x, y)) })
	slices.SortStableFunc(b.Undated, place)
	b.Period = timeline.PeriodOf(b.Events)
	if b.AsOf.IsZero() {
		b.AsOf = timeline.Latest(b.Sources)
	}
	if err := b.Validate(); err != nil {
		return nil, err
	}
	return &b.Timeline, nil
}

// itself makes the file a source.
func (b *builder) itself() {
	said, n := b.own.String(), len(b.Sources)+1
	name := filepath.Base(b.file)
	b.Sources = append(b.Sources, timeline.Source{
		Number: n, ID: name, Title: cmp.Or(b.Title, name), Bytes: len(said), SHA256: fmt.Sprintf("%x", sha256.Sum256([]byte(said))),
	})
	for _, i := range b.self {
		b.all[i].Cites[0].Source = n
	}
}

// ids gives each event an ID of its own: the one it has, or else one made of its words.
func (b *builder) ids() {
	seen := map[string]bool{}
	for i := range b.all {
		e := &b.all[i]
		if e.ID == "" {
			e.ID = fmt.Sprintf("r%x", sha256.Sum256([]byte(e.Title+"\x00"+e.When.String())))[:11]
		}
		for id, n := e.ID, 2; seen[e.ID]; n++ {
			e.ID = fmt.Sprintf("%s-%d", id, n)
		}
		seen[e.ID] = true
	}
}
