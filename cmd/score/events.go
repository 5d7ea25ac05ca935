package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/datelinehq/dateline/timeline/edtf"
)

type actorAnswer struct {
	Text string `json:"text"`
	Code string `json:"code"`
	Role string `json:"role"`
}

// eventAnswer is one event, gold or ours, as the scorers of events and coding
// want it.
type eventAnswer struct {
	Start      int           `json:"start"`
	End        int           `json:"end"`
	Sentence   *[2]int       `json:"sentence,omitempty"`
	Date       string        `json:"date"`
	DateAlt    []string      `json:"date_alt,omitempty"`
	Status     string        `json:"status"`
	StatusAlt  []string      `json:"status_alt,omitempty"`
	Type       string        `json:"type"`
	TypeAlt    []string      `json:"type_alt,omitempty"`
	Actors     []actorAnswer `json:"actors"`
	Also       [][2]int      `json:"also,omitempty"`
	Source     string        `json:"source"`
	Target     string        `json:"target"`
	Code       string        `json:"code"`
	Plover     string        `json:"plover"`
	SourceText string        `json:"source_text"`
	TargetText string        `json:"target_text"`
	Recip      bool          `json:"recip,omitempty"`
}

// eventsAnswer is one article.
type eventsAnswer struct {
	ID      string        `json:"id"`
	Events  []eventAnswer `json:"events"`
	Undated []eventAnswer `json:"undated"`
}

// goldArticle is a line of events/*.jsonl.
type goldArticle struct {
	eventsAnswer
	Published string        `json:"published"`
	Title     string        `json:"title"`
	Text      string        `json:"text"`
	Optional  []eventAnswer `json:"optional"`
}

// eventsSuite measures dated events of whole articles.
func eventsSuite(r *runner, dir string) ([]Figure, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.jsonl"))
	if err != nil {
		return nil, err
	}
	sort.Strings(files)
	var fs []Figure
	for _, f := range files {
		gold, err := readLines[goldArticle](f)
		if err != nil {
			return nil, err
		}
		answers := make([]eventsAnswer, len(gold))
		r.each(len(gold), func(i int) {
			answers[i] = r.engine.events(gold[i].ID, gold[i].Published, gold[i].Title, gold[i].Text)
		})
		var c eventCount
		var lines []any
		for i := range gold {
			c.article(r, &gold[i], &answers[i])
			lines = append(lines, answers[i])
		}
		name := strings.TrimSuffix(filepath.Base(f), ".jsonl")
		fs = append(fs, c.figures("events/"+name)...)
		if err := r.put("events/"+name+".jsonl", lines); err != nil {
			return nil, err
		}
	}
	return fs, nil
}

// readLines reads a file of JSON Lines.
func readLines[T any](file string) ([]T, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<26)
	var out []T
	for n := 1; in.Scan(); n++ {
		if len(in.Bytes()) == 0 {
			continue
		}
		var v T
		if err := json.Unmarshal(in.Bytes(), &v); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, n, err)
		}
		out = append(out, v)
	}
	return out, in.Err()
}

// eventCount counts over all articles.
type eventCount struct {
	found, equal, gold, system     int
	statusHits, typeHits, typed    int
	falsePrecision, falseDating    int
	undatedGold, undatedHits       int
	actorHits, actorGold, actorSys int
}

func (c *eventCount) figures(name string) []Figure {
	f1 := func(hits int) float64 { return share(2*hits, c.gold+c.system) }
	return []Figure{
		{Name: name + " found.f1", Value: f1(c.found)},
		{Name: name + " dated.f1", Value: f1(c.equal)},
		{Name: name + " status", Value: share(c.statusHits, c.found)},
		{Name: name + " type", Value: share(c.typeHits, c.typed)},
		{Name: name + " actor.f1", Value: share(2*c.actorHits, c.actorGold+c.actorSys)},
		{Name: name + " undated.recall", Value: share(c.undatedHits, c.undatedGold)},
		{Name: name + " false.dating", Value: float64(c.falseDating), Less: true},
		{Name: name + " false.precision", Value: float64(c.falsePrecision), Less: true},
		{Name: name + " events", Value: float64(c.system), Info: true},
	}
}

// days is a date as half-open days. ok is false for what is no date.
type days struct {
	from, to int64
	ok       bool
}

func daysOf(s string) days {
	s = strings.ReplaceAll(s, "%", "~")
	v, err := edtf.Parse(s)
	if err != nil || v.IsZero() {
		return days{}
	}
	a, b := v.DayBounds()
	return days{a, b, true}
}

func (d days) open() bool { return d.from == edtf.Past || d.to == edtf.Future }

// shorter reports whether d leaves fewer days than o.
func (d days) shorter(o days) bool {
	if d.open() || o.open() {
		return !d.open() && o.open()
	}
	return d.to-d.from < o.to-o.from
}

// judge compares our date with gold and its other right readings.
func judge(g *eventAnswer, date string) (equal, finer bool) {
	s := daysOf(date)
	if !s.ok {
		return false, false
	}
	finer = true
	for _, alt := range append([]string{g.Date}, g.DateAlt...) {
		d := daysOf(alt)
		if !d.ok {
			continue
		}
		equal = equal || s == d
		finer = finer && s.shorter(d)
	}
	return equal, finer
}

func overlap(a, b [2]int) int { return max(0, min(a[1], b[1])-max(a[0], b[0])) }

func (e *eventAnswer) span() [2]int { return [2]int{e.Start, e.End} }

func (e *eventAnswer) mentions() [][2]int { return append([][2]int{e.span()}, e.Also...) }

// told reports whether a mention of gold event g lies in the sentence of s.
func told(g, s *eventAnswer) bool {
	for _, m := range g.mentions() {
		if s.Sentence != nil && m[0] >= s.Sentence[0] && m[0] < s.Sentence[1] {
			return true
		}
	}
	return false
}

func touches(s [2]int, g *eventAnswer) bool {
	for _, m := range g.mentions() {
		if overlap(s, m) > 0 {
			return true
		}
	}
	return false
}

func (c *eventCount) article(r *runner, g *goldArticle, s *eventsAnswer) {
	ofGold, ofSystem := pairEvents(g.Events, s.Events)
	c.gold += len(g.Events)
	c.system += len(s.Events)
	for i := range g.Events {
		ge := &g.Events[i]
		k, ok := ofGold[i]
		if !ok {
			r.fault("missed event", g.ID, "%s %s %s", ge.Date, ge.Status, around(g.Text, ge.Start, ge.End))
			continue
		}
		c.pair(r, g, ge, &s.Events[k])
	}
	for k := range s.Events {
		if _, ok := ofSystem[k]; !ok {
			c.extra(r, g, &s.Events[k])
		}
	}
	c.undated(g, s)
}

// pairEvents matches one to one, the best first: overlap with the trigger, then
// with a further mention, then the same sentence and an equal date.
func pairEvents(gold, system []eventAnswer) (ofGold, ofSystem map[int]int) {
	type link struct {
		g, s  int
		score float64
	}
	var links []link
	for i := range gold {
		for k := range system {
			g, s := &gold[i], &system[k]
			equal, _ := judge(g, s.Date)
			score := 0.0
			if n := overlap(g.span(), s.span()); n > 0 {
				score = 4 + float64(n)/float64(max(g.End, s.End)-min(g.Start, s.Start))
			} else if touches(s.span(), g) {
				score = 2
			} else if equal && told(g, s) {
				score = 1
			}
			if score > 0 {
				if equal {
					score += 0.9
				}
				links = append(links, link{i, k, score})
			}
		}
	}
	sort.SliceStable(links, func(a, b int) bool { return links[a].score > links[b].score })
	ofGold, ofSystem = map[int]int{}, map[int]int{}
	for _, l := range links {
		_, a := ofGold[l.g]
		_, b := ofSystem[l.s]
		if !a && !b {
			ofGold[l.g], ofSystem[l.s] = l.s, l.g
		}
	}
	return ofGold, ofSystem
}

func (c *eventCount) pair(r *runner, g *goldArticle, ge, se *eventAnswer) {
	c.found++
	equal, finer := judge(ge, se.Date)
	if equal {
		c.equal++
	} else {
		r.fault("wrong date", g.ID, "gold %s, answer %s %s", ge.Date, se.Date, around(g.Text, ge.Start, ge.End))
	}
	if finer {
		c.falsePrecision++
		r.fault("false precision", g.ID, "gold %s, answer %s %s", ge.Date, se.Date, around(g.Text, ge.Start, ge.End))
	}
	if among(se.Status, ge.Status, ge.StatusAlt) {
		c.statusHits++
	} else {
		r.fault("wrong status", g.ID, "gold %s, answer %s %s", ge.Status, se.Status, around(g.Text, ge.Start, ge.End))
	}
	if ge.Type != "OTHER" && ge.Type != "" {
		c.typed++
		if among(se.Type, ge.Type, ge.TypeAlt) {
			c.typeHits++
		} else {
			r.fault("wrong type", g.ID, "gold %s, answer %s %s", ge.Type, se.Type, around(g.Text, ge.Start, ge.End))
		}
	}
	gold, system := codes(ge.Actors), codes(se.Actors)
	c.actorGold += len(gold)
	for x := range system {
		if gold[x] {
			c.actorHits++
		}
	}
	c.actorSys += len(system)
}

func among(s, main string, alt []string) bool {
	if strings.EqualFold(s, main) {
		return true
	}
	for _, a := range alt {
		if strings.EqualFold(s, a) {
			return true
		}
	}
	return false
}

// codes are the known codes of sources and targets, with their roles.
func codes(as []actorAnswer) map[string]bool {
	m := map[string]bool{}
	for _, a := range as {
		role, code := strings.ToLower(a.Role), strings.ToUpper(strings.TrimSpace(a.Code))
		if code != "" && (role == "source" || role == "target") {
			m[role+" "+code] = true
		}
	}
	return m
}

// extra judges a dated event of ours that matched nothing.
func (c *eventCount) extra(r *runner, g *goldArticle, s *eventAnswer) {
	for i := range g.Optional {
		if touches(s.span(), &g.Optional[i]) {
			c.system--
			return
		}
	}
	for i := range g.Undated {
		if touches(s.span(), &g.Undated[i]) {
			c.falseDating++
			r.fault("false dating", g.ID, "%s %s", s.Date, around(g.Text, s.Start, s.End))
			return
		}
	}
	for i := range g.Events {
		if told(&g.Events[i], s) {
			r.fault("extra event", g.ID, "%s %s", s.Date, around(g.Text, s.Start, s.End))
			return
		}
	}
	for i := range g.Undated {
		if told(&g.Undated[i], s) {
			r.fault("extra event", g.ID, "%s %s", s.Date, around(g.Text, s.Start, s.End))
			return
		}
	}
	c.falseDating++
	r.fault("false dating", g.ID, "%s %s", s.Date, around(g.Text, s.Start, s.End))
}

func (c *eventCount) undated(g *goldArticle, s *eventsAnswer) {
	plain := make([]eventAnswer, len(s.Undated))
	for i, u := range s.Undated {
		u.Date = ""
		plain[i] = u
	}
	ofGold, _ := pairEvents(g.Undated, plain)
	c.undatedGold += len(g.Undated)
	c.undatedHits += len(ofGold)
}
