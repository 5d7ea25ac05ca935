package merge

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"slices"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
)

// join makes one event of a group of mentions. Its words, actors and places are
// those of the mention with the finest date, then of the earliest article; its date
// is the finest on which most voices agree; its status that of the latest article.
// What disagrees is told.
func join(ms []Mention, group []int, sources []timeline.Source) timeline.Event {
	members := make([]*Mention, len(group))
	for i, g := range group {
		members[i] = &ms[g]
	}
	slices.SortStableFunc(members, better)
	e := *members[0].Event
	if len(members) > 1 {
		e.Cites, e.Why, e.Conflicts = slices.Clone(e.Cites), slices.Clone(e.Why), nil
		for _, m := range members[1:] {
			e.Cites = append(e.Cites, m.Event.Cites...)
			e.Why = append(e.Why, m.Event.Why...)
			e.Hedges = union(e.Hedges, m.Event.Hedges)
		}
		dates(&e, members)
		statuses(&e, members)
		tallies(&e, members)
	}
	e.Cites = once(e.Cites)
	e.Origins = origins(e.Cites, sources)
	return e
}

// better orders mentions by how much they tell: a day before a month before none;
// then the earliest article.
func better(a, b *Mention) int {
	return cmp.Or(
		cmp.Compare(length(a), length(b)), cmp.Compare(early(a), early(b)), cmp.Compare(len(b.sides), len(a.sides)), compare(*a, *b),
	)
}

// length is how long a date is in days; none is longest.
func length(m *Mention) int64 {
	if !m.dated {
		return 1 << 60
	}
	return m.next - m.first
}

// early is the day of publication; one that is not known is late.
func early(m *Mention) int64 {
	if m.published < minDay {
		return 1 << 60
	}
	return m.published
}

func union(a, b []string) []string {
	for _, s := range b {
		if !slices.Contains(a, s) {
			a = append(slices.Clip(a), s)
		}
	}
	return a
}

// once leaves out cites that say the same of the same place, and puts the first,
// which is the best, before the others in the order of the sources.
func once(cs []timeline.Cite) []timeline.Cite {
	var out []timeline.Cite
	for _, c := range cs {
		if !slices.ContainsFunc(out, func(o timeline.Cite) bool { return o.Source == c.Source && o.Span == c.Span && o.Trigger == c.Trigger }) {
			out = append(out, c)
		}
	}
	if len(out) > 1 {
		slices.SortStableFunc(out[1:], func(a, b timeline.Cite) int {
			return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Trigger.Start, b.Trigger.Start))
		})
	}
	return out
}

func origins(cs []timeline.Cite, sources []timeline.Source) int {
	seen := map[string]bool{}
	for _, c := range cs {
		if c.Source >= 1 && c.Source <= len(sources) {
			seen[sources[c.Source-1].Speaker()] = true
		}
	}
	return len(seen)
}

// side is one of several values of a field, and who gives it.
type side[T any] struct {
	value  T
	text   string
	voices []string
	from   []int
}

func (s *side[T]) add(m *Mention) {
	if m.source == nil {
		return
	}
	s.voices = add(s.voices, m.source.Speaker())
	if !slices.Contains(s.from, m.source.Number) {
		s.from = append(s.from, m.source.Number)
		slices.Sort(s.from)
	}
}

// dates sets the date on which most voices agree, and tells of those that exclude
// it. A coarser date that holds the finer one agrees with it.
func dates(e *timeline.Event, members []*Mention) {
	members = firstPrinted(members)
	var finest []side[*Mention]
	for _, m := range members { // the finest come first
		if m.dated && !slices.ContainsFunc(finest, func(s side[*Mention]) bool { return within(s.value, m) || same(s.value, m) }) {
			finest = append(finest, side[*Mention]{value: m, text: m.Event.When.String()})
		}
	}
	if len(finest) == 0 {
		return
	}
	for i := range finest {
		for _, m := range members {
			if m.dated && (same(finest[i].value, m) || within(finest[i].value, m)) {
				finest[i].add(m)
			}
		}
	}
	best := 0
	for i := range finest {
		if len(finest[i].voices) > len(finest[best].voices) {
			best = i
		}
	}
	from := finest[best].value.Event
	e.When, e.Lasting, e.Grade, e.Bounds = from.When, from.Lasting, from.Grade, nil
	if len(finest) > 1 {
		e.Conflicts = append(e.Conflicts, conflict("when", finest))
	}
}

// firstPrinted leaves out mentions whose very sentence stands in an earlier article:
// printed again, "the day before" counts from another day.
func firstPrinted(members []*Mention) (out []*Mention) {
	for _, m := range members {
		if !slices.ContainsFunc(members, func(o *Mention) bool { return o.quote == m.quote && early(o) < early(m) }) {
			out = append(out, m)
		}
	}
	return out
}

func same(a, b *Mention) bool { return a.first == b.first && a.next == b.next }

// within reports whether a's date lies within b's, and is finer.
func within(a, b *Mention) bool { return b.first <= a.first && a.next <= b.next && !same(a, b) }

func conflict[T any](field string, sides []side[T]) timeline.Conflict {
	c := timeline.Conflict{Field: field}
	slices.SortStableFunc(sides, func(a, b side[T]) int {
		return cmp.Or(cmp.Compare(len(b.voices), len(a.voices)), cmp.Compare(a.text, b.text))
	})
	for _, s := range sides {
		c.Values = append(c.Values, timeline.ConflictValue{Value: s.text, Sources: s.from})
	}
	return c
}

// statuses takes the status of the latest article. An earlier plan is no
// contradiction to what then occurred; that one says it occurred and another that
// it did not is one.
func statuses(e *timeline.Event, members []*Mention) {
	latest := members[0]
	for _, m := range members {
		if early(m) < 1<<60 && (early(latest) == 1<<60 || early(m) > early(latest)) {
			latest = m
		}
	}
	if class(latest.Event.Status) != class(e.Status) {
		e.Status, e.StatusWords, e.Coding = latest.Event.Status, latest.Event.StatusWords, latest.Event.Coding
	}
	var sides []side[timeline.Status]
	for _, m := range members {
		if s := m.Event.Status; class(s) != 1 {
			i := slices.IndexFunc(sides, func(x side[timeline.Status]) bool { return class(x.value) == class(s) })
			if i < 0 {
				sides, i = append(sides, side[timeline.Status]{value: s, text: string(s)}), len(sides)
			}
			sides[i].add(m)
		}
	}
	if len(sides) > 1 {
		e.Conflicts = append(e.Conflicts, conflict("status", sides))
	}
}

// tallies tells of numbers of one thing that differ.
func tallies(e *timeline.Event, members []*Mention) {
	var of []string
	for _, m := range members {
		for _, f := range m.figures {
			of = add(of, f.of)
		}
	}
	slices.Sort(of)
	for _, what := range of {
		var sides []side[string]
		for _, m := range members {
			for _, f := range m.figures {
				if f.of != what {
					continue
				}
				i := slices.IndexFunc(sides, func(x side[string]) bool { return x.value == f.number })
				if i < 0 {
					sides, i = append(sides, side[string]{value: f.number, text: f.number + " " + what}), len(sides)
				}
				sides[i].add(m)
			}
		}
		if len(sides) > 1 {
			e.Conflicts = append(e.Conflicts, conflict("number of "+what, sides))
		}
	}
}

// idBytes is the length of an ID before it is written in hexadecimal.
const idBytes = 5

// name gives each event an ID made of the words of the article that told it first,
// so that it stays the same in every order of articles, and when later ones tell
// more.
func name(es []timeline.Event, sources []timeline.Source) {
	seen := map[string][]int{}
	for i := range es {
		c := firstCite(&es[i], sources)
		sum := sha256.Sum256([]byte(fmt.Sprintf("%s\x00%d", c.Quote, c.Trigger.Start-c.Span.Start)))
		id := fmt.Sprintf("e%x", sum[:idBytes])
		seen[id] = append(seen[id], i)
		es[i].ID = id
	}
	for id, list := range seen { // one sentence in several articles, told of as different things
		slices.SortFunc(list, func(a, b int) int {
			return cmp.Or(es[a].When.Compare(es[b].When), cmp.Compare(es[a].Type, es[b].Type), cmp.Compare(es[a].Title, es[b].Title), cmp.Compare(source(&es[a], sources), source(&es[b], sources)))
		})
		for n, i := range list[1:] {
			es[i].ID = fmt.Sprintf("%s-%d", id, n+2)
		}
	}
}

func source(e *timeline.Event, sources []timeline.Source) string {
	c := firstCite(e, sources)
	if c.Source < 1 || c.Source > len(sources) {
		return ""
	}
	s := sources[c.Source-1]
	return s.SHA256 + s.ID
}

// firstCite is the cite of the article that was published first.
func firstCite(e *timeline.Event, sources []timeline.Source) timeline.Cite {
	key := func(c timeline.Cite) (int64, string) {
		if c.Source < 1 || c.Source > len(sources) {
			return 1 << 60, ""
		}
		s := sources[c.Source-1]
		if s.Published.IsZero() {
			return 1 << 60, s.ID
		}
		day, _ := edtf.On(s.Published).DayBounds()
		return day, s.ID
	}
	best := e.Cites[0]
	day, id := key(best)
	for _, c := range e.Cites[1:] {
		d, k := key(c)
		if o := cmp.Or(cmp.Compare(d, day), cmp.Compare(k, id), cmp.Compare(c.Span.Start, best.Span.Start), cmp.Compare(c.Trigger.Start, best.Trigger.Start)); o < 0 {
			best, day, id = c, d, k
		}
	}
	return best
}
