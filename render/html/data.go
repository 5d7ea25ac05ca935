package html

import (
	"cmp"
	"encoding/json"
	"fmt"
	"html/template"
	"math"
	"slices"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edition"
	"github.com/datelinehq/dateline/timeline/edtf"
)

// The page's data are columns: what is the same of many events (names, dates, types)
// stands once in a table, and events refer to it by number. An event's number is its
// place among the dated events and, behind them, the tray. Days count from 1970-01-01,
// and spans of them are half open. app/data.js is the other side of this file.

// blockSize is the number of events in one block of columns. The page reads a block at
// a time, so that no step keeps it busy for long.
const blockSize = 5000

// Flags of an event.
const (
	flagApproximate = 1 << iota
	flagUncertain
	flagConflict
	flagHedged
	flagOpenStart
	flagOpenEnd
	flagMutual
	flagCorrected
)

// Shapes of an event.
const (
	shapeDay = iota
	shapeSpan
	shapeWithin
)

// head is what all events share.
type head struct {
	Version   int               `json:"version"`
	Title     string            `json:"title"`
	Language  string            `json:"language"`
	Generator string            `json:"generator"`
	AsOf      *int64            `json:"asOf"`
	AsOfText  string            `json:"asOfText"`
	Dated     int               `json:"dated"`
	Undated   int               `json:"undated"`
	Chunk     int               `json:"chunk"`
	Statuses  []string          `json:"statuses"`
	Grades    []string          `json:"grades"`
	Types     []string          `json:"types"`
	Scores    []float64         `json:"scores"`
	Actors    []string          `json:"actors"`
	Sides     []string          `json:"sides"`
	Places    []placeRow        `json:"places"`
	Whens     []whenRow         `json:"whens"`
	Sources   []sourceRow       `json:"sources"`
	Kinds     []string          `json:"kinds"`
	Ghosts    []ghost           `json:"ghosts"`
	Views     []View            `json:"views"`
	Start     string            `json:"start"`
	Words     map[string]string `json:"words"`
}

// whenRow is a date: words, EDTF, how exact it is, and its days.
type whenRow struct {
	Words     string `json:"w"`
	EDTF      string `json:"e"`
	Precision string `json:"p"`
	From      int64  `json:"f"`
	To        int64  `json:"t"`
}

type placeRow struct {
	Name    string `json:"n"`
	Country string `json:"c,omitempty"`
	// At is latitude and longitude in degrees, if known.
	At []float64 `json:"at,omitempty"`
}

type sourceRow struct {
	Title  string `json:"t"`
	Outlet string `json:"o"`
	Origin string `json:"g"`
	Date   string `json:"d"`
	From   *int64 `json:"f"`
	To     *int64 `json:"u"`
	URL    string `json:"l,omitempty"`
	// Copy is the number of the source that this one copies, 0 for none.
	Copy int `json:"c,omitempty"`
}

// ghost is a date that an event had in the edition before, or an event that is told no
// more; Event is its number or -1.
type ghost struct {
	Event int    `json:"i"`
	Title string `json:"t"`
	Words string `json:"w"`
	From  int64  `json:"f"`
	To    int64  `json:"u"`
}

// block is a run of events.
type block struct {
	ID       []string `json:"id"`
	Title    []string `json:"title"`
	When     []int    `json:"when"`
	Shape    []int    `json:"shape"`
	Status   []int    `json:"status"`
	Type     []int    `json:"type"`
	Grade    []int    `json:"grade"`
	Flags    []int    `json:"flags"`
	Origins  []int    `json:"origins"`
	Salience []int    `json:"salience"`
	Score    []*int   `json:"score"`
	Actors   [][]int  `json:"actors"`
	From     [][]int  `json:"from"`
	To       [][]int  `json:"to"`
	Places   [][]int  `json:"places"`
	Sources  [][]int  `json:"sources"`
	Changes  [][]int  `json:"changes"`
	Bounds   []string `json:"bounds"`
	After    []*int64 `json:"after"`
	Before   []*int64 `json:"before"`
}

// table numbers values in the order in which they come.
type table[K comparable] struct {
	at map[K]int
}

func (t *table[K]) of(k K) (n int, fresh bool) {
	if t.at == nil {
		t.at = map[K]int{}
	}
	if n, ok := t.at[k]; ok {
		return n, false
	}
	n = len(t.at)
	t.at[k] = n
	return n, true
}

// columns builds head and blocks.
type columns struct {
	t      *timeline.Timeline
	head   head
	blocks []block

	actors, places, types table[string]
	whens                 table[edtf.Interval]
	changes               map[string][]int
}

func newColumns(t *timeline.Timeline, opt Options, say tongue) *columns {
	c := &columns{t: t, changes: map[string][]int{}}
	c.head = head{
		Version: 1, Title: t.Title, Language: opt.Language, Generator: opt.Generator,
		Dated: len(t.Events), Undated: len(t.Undated), Chunk: chunkSize,
		Statuses: names(timeline.Statuses()), Grades: []string{"certain", "inferred", "ambiguous", "unresolved"},
		Types: []string{}, Actors: []string{}, Sides: []string{}, Places: []placeRow{}, Whens: []whenRow{}, Sources: []sourceRow{}, Kinds: []string{},
		Ghosts: []ghost{}, Views: append([]View{}, opt.Views...), Start: opt.Start, Words: say,
	}
	if !t.AsOf.IsZero() {
		first, _ := edtf.On(t.AsOf).DayBounds()
		c.head.AsOf, c.head.AsOfText = &first, say.date(t.AsOf)
	}
	for _, s := range t.Sources {
		c.source(s, say)
	}
	c.takeChanges(opt.Changes, say)
	for _, list := range [][]timeline.Event{t.Events, t.Undated} {
		for i := range list {
			c.event(&list[i], say)
		}
	}
	return c
}

func names[S ~string](ss []S) []string {
	var out []string
	for _, s := range ss {
		out = append(out, string(s))
	}
	return out
}

func (c *columns) source(s timeline.Source, say tongue) {
	r := sourceRow{Title: cmp.Or(s.Title, s.ID), Outlet: s.Outlet, Origin: cmp.Or(s.Voice, s.Origin), Copy: s.CopyOf, URL: webAddress(s.URL)}
	if !s.Published.IsZero() {
		r.Date = say.date(s.Published)
		from, to := edtf.On(s.Published).DayBounds()
		r.From, r.To = &from, &to
	}
	c.head.Sources = append(c.head.Sources, r)
}

// takeChanges notes what changed of which event, and where it stood before.
func (c *columns) takeChanges(ch *edition.Changes, say tongue) {
	if ch == nil {
		return
	}
	number := map[string]int{}
	for i := range c.t.Events {
		number[c.t.Events[i].ID] = i
	}
	var kinds table[edition.Kind]
	for _, x := range ch.List {
		n, fresh := kinds.of(x.Kind)
		if fresh {
			c.head.Kinds = append(c.head.Kinds, string(x.Kind))
		}
		if x.Event != "" {
			c.changes[x.Event] = append(c.changes[x.Event], n)
		}
		was, at := x.FormerWhen, -1
		if x.Kind == edition.Withdrawn {
			was = x.When
		} else if i, ok := number[x.Event]; ok {
			at = i
		} else {
			continue
		}
		if !was.IsZero() && was != x.When || x.Kind == edition.Withdrawn && !was.IsZero() {
			from, to, _ := c.extent(was)
			c.head.Ghosts = append(c.head.Ghosts, ghost{at, x.Title, say.interval(was), from, to})
		}
	}
}

// event adds one event to the last block.
func (c *columns) event(e *timeline.Event, say tongue) {
	if len(c.blocks) == 0 || len(c.blocks[len(c.blocks)-1].ID) >= blockSize {
		c.blocks = append(c.blocks, block{})
	}
	b := &c.blocks[len(c.blocks)-1]
	b.ID, b.Title = append(b.ID, e.ID), append(b.Title, e.Title)
	when, flags := -1, 0
	if e.Dated() {
		var open int
		when, open = c.when(e.When, say)
		flags |= open
	}
	b.When, b.Shape = append(b.When, when), append(b.Shape, shape(e))
	b.Status = append(b.Status, slices.Index(c.head.Statuses, string(e.Status)))
	b.Grade = append(b.Grade, slices.Index(c.head.Grades, string(e.Grade)))
	b.Type = append(b.Type, c.kind(e))
	b.Flags = append(b.Flags, flags|flagsOf(e))
	b.Origins, b.Salience = append(b.Origins, e.Origins), append(b.Salience, int(math.Round(e.Salience*1000)))
	b.Score = append(b.Score, score(e))
	c.parties(b, e)
	b.Places = append(b.Places, c.placesOf(e))
	b.Sources = append(b.Sources, sourcesOf(e))
	b.Changes = append(b.Changes, append([]int{}, c.changes[e.ID]...))
	c.bounds(b, e, say)
}

func flagsOf(e *timeline.Event) (f int) {
	if e.When.Doubt()&edtf.Approximate != 0 {
		f |= flagApproximate
	}
	if e.When.Doubt()&edtf.Uncertain != 0 {
		f |= flagUncertain
	}
	if len(e.Conflicts) > 0 {
		f |= flagConflict
	}
	if len(e.Hedges) > 0 {
		f |= flagHedged
	}
	if len(e.Corrections) > 0 {
		f |= flagCorrected
	}
	if e.Mutual {
		f |= flagMutual
	}
	return f
}

// score is ten times the intensity of the event's type, nil if nothing is coded.
func score(e *timeline.Event) *int {
	if e.Coding == nil || e.Coding.PLOVER == "" {
		return nil
	}
	n := int(math.Round(e.Coding.Intensity * 10))
	return &n
}

func (c *columns) kind(e *timeline.Event) int {
	n, fresh := c.types.of(e.Type)
	if fresh {
		c.head.Types = append(c.head.Types, e.Type)
	}
	return n
}

// when is the number of a date, and flags for its open ends.
func (c *columns) when(v edtf.Interval, say tongue) (n, open int) {
	n, fresh := c.whens.of(v)
	from, to, open := c.extent(v)
	if fresh {
		c.head.Whens = append(c.head.Whens, whenRow{say.interval(v), v.String(), say.precision(v), from, to})
	}
	return n, open
}

// extent is an interval in days. An open end reaches to the as-of day, an open start
// to the event's own end; the flags say so.
func (c *columns) extent(v edtf.Interval) (from, to int64, open int) {
	from, to = v.DayBounds()
	if to == edtf.Future {
		to, open = from+1, flagOpenEnd
		if !c.t.AsOf.IsZero() {
			if _, n := edtf.On(c.t.AsOf).DayBounds(); n > from {
				to = n
			}
		}
	}
	if from == edtf.Past {
		from, open = to-1, open|flagOpenStart
	}
	return from, to, open
}

func shape(e *timeline.Event) int {
	first, next := e.When.DayBounds()
	switch {
	case next-first <= 1:
		return shapeDay
	case e.Lasting || e.When.End.IsOpen() || e.When.Start.IsOpen():
		return shapeSpan
	}
	return shapeWithin
}

// parties adds the actors by their usual names. Those who only stand beside the event
// are left out: they have no lane, and nothing flows between them.
func (c *columns) parties(b *block, e *timeline.Event) {
	all, from, to := []int{}, []int{}, []int{}
	for _, a := range e.Actors {
		if a.Supposed || a.Code == "" && a.Role != timeline.RoleSource {
			continue
		}
		name := cmp.Or(a.Canonical, a.Name)
		n, fresh := c.actors.of(name)
		if fresh {
			c.head.Actors, c.head.Sides = append(c.head.Actors, name), append(c.head.Sides, a.Side())
		}
		add := func(list *[]int) {
			if !slices.Contains(*list, n) {
				*list = append(*list, n)
			}
		}
		add(&all)
		switch a.Role {
		case timeline.RoleSource:
			add(&from)
		case timeline.RoleTarget:
			add(&to)
		}
	}
	b.Actors, b.From, b.To = append(b.Actors, all), append(b.From, from), append(b.To, to)
}

func (c *columns) placesOf(e *timeline.Event) []int {
	ns := []int{}
	for _, p := range e.Places {
		n, fresh := c.places.of(fmt.Sprint(p.Name, "\x00", p.Country, coordinates(p)))
		if fresh {
			c.head.Places = append(c.head.Places, placeRow{Name: p.Name, Country: p.Country, At: coordinates(p)})
		}
		if !slices.Contains(ns, n) {
			ns = append(ns, n)
		}
	}
	return ns
}

// coordinates are latitude and longitude in degrees, nil if not known.
func coordinates(p timeline.Place) []float64 {
	if p.Point == nil {
		return nil
	}
	return []float64{p.Point.Lat, p.Point.Lon}
}

// sourcesOf are the numbers of the sources that tell the event, from 0.
func sourcesOf(e *timeline.Event) []int {
	ns := []int{}
	for _, k := range e.Cites {
		if !slices.Contains(ns, k.Source-1) {
			ns = append(ns, k.Source-1)
		}
	}
	return ns
}

func (c *columns) bounds(b *block, e *timeline.Event, say tongue) {
	var after, before *int64
	if e.Bounds != nil {
		if d := e.Bounds.NotBefore; !d.IsZero() {
			first, _ := edtf.On(d).DayBounds()
			after = &first
		}
		if d := e.Bounds.NotAfter; !d.IsZero() {
			_, next := edtf.On(d).DayBounds()
			before = &next
		}
	}
	b.Bounds = append(b.Bounds, say.bounds(e.Bounds))
	b.After, b.Before = append(b.After, after), append(b.Before, before)
}

// script is a value as JSON that may stand in a script element: json.Marshal writes
// no "<".
func script(v any) (template.JS, error) {
	b, err := json.Marshal(v)
	return template.JS(b), err
}
