package readback

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/datelinehq/dateline/render/feed"
	"github.com/datelinehq/dateline/timeline"
)

// readJSONLines reads events.jsonl. Sources get new numbers in the order of the old.
func readJSONLines(file string, b []byte) (*timeline.Timeline, error) {
	out, s := newBuilder(file), sources{}
	var lines []int
	for n := 1; len(b) > 0; n++ {
		var line []byte
		line, b, _ = bytes.Cut(b, []byte("\n"))
		if line = bytes.TrimSpace(line); len(line) == 0 {
			continue
		}
		var r feed.Record
		if err := json.Unmarshal(line, &r); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		if err := s.take(r.Sources, &r.Event); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		out.add(r.Event)
		lines = append(lines, n)
	}
	out.Sources = s.number(out.all)
	for i, e := range out.all {
		if err := alone(out.Sources, e); err != nil {
			return nil, fmt.Errorf("line %d: %w", lines[i], err)
		}
	}
	return out.done()
}

// alone checks an event by itself, so that a fault has a place.
func alone(ss []timeline.Source, e timeline.Event) error {
	e.ID = cmp.Or(e.ID, "1")
	return (&timeline.Timeline{Sources: ss}).Check(&e)
}

// sources collects those that events bring along, each once.
type sources struct {
	list []timeline.Source
	at   map[sourceKey]int
}

// sourceKey is what makes two sources one.
type sourceKey struct {
	id, sha256 string
	bytes      int
}

// take adds ss, and makes the event point to where they stand here, counted from 0.
func (s *sources) take(ss []timeline.Source, e *timeline.Event) error {
	if s.at == nil {
		s.at = map[sourceKey]int{}
	}
	at := map[int]int{}
	for _, x := range ss {
		key := sourceKey{x.ID, x.SHA256, x.Bytes}
		i, known := s.at[key]
		if !known {
			i = len(s.list)
			s.list = append(s.list, x)
			s.at[key] = i
		}
		at[x.Number] = i
	}
	for i := range e.Cites {
		n, ok := at[e.Cites[i].Source]
		if !ok {
			return fmt.Errorf("event %s cites source %d, which is not there", e.ID, e.Cites[i].Source)
		}
		e.Cites[i].Source = n
	}
	e.Why = slices.DeleteFunc(e.Why, func(y timeline.Why) bool { _, ok := at[y.Source]; return !ok })
	for i := range e.Why {
		e.Why[i].Source = at[e.Why[i].Source]
	}
	for _, c := range e.Conflicts {
		for k := range c.Values {
			c.Values[k].Sources = slices.DeleteFunc(c.Values[k].Sources, func(n int) bool { _, ok := at[n]; return !ok })
			for i, n := range c.Values[k].Sources {
				c.Values[k].Sources[i] = at[n]
			}
		}
	}
	return nil
}

// number gives the sources their numbers, in the order of those that they had, and
// makes the events name them.
func (s *sources) number(es []timeline.Event) []timeline.Source {
	order := make([]int, len(s.list))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return s.list[a].Number - s.list[b].Number })
	out, now, was := make([]timeline.Source, 0, len(s.list)), make([]int, len(s.list)), map[int]int{}
	for n, i := range order {
		now[i] = n + 1
		was[s.list[i].Number] = n + 1
		x := s.list[i]
		x.Number = n + 1
		out = append(out, x)
	}
	for i := range out {
		out[i].CopyOf = was[out[i].CopyOf]
	}
	for i := range es {
		for k := range es[i].Cites {
			es[i].Cites[k].Source = now[es[i].Cites[k].Source]
		}
		for k := range es[i].Why {
			es[i].Why[k].Source = now[es[i].Why[k].Source]
		}
		for _, c := range es[i].Conflicts {
			for _, x := range c.Values {
				for k := range x.Sources {
					x.Sources[k] = now[x.Sources[k]]
				}
			}
		}
	}
	return out
}
