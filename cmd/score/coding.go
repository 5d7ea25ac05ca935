package main

import (
	"path/filepath"
	"sort"
	"strings"
)

// codingRecord is a line of coding/*.jsonl: a sentence and its coded events.
type codingRecord struct {
	ID         string        `json:"id"`
	Date       string        `json:"date"`
	Text       string        `json:"text"`
	Exhaustive *bool         `json:"exhaustive"`
	Neutral    bool          `json:"neutral"`
	Events     []eventAnswer `json:"events"`
}

func (r codingRecord) exhaustive() bool { return r.Exhaustive == nil || *r.Exhaustive }

// codingSuite measures the types and actors of events in single sentences.
func codingSuite(r *runner, dir string) ([]Figure, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.jsonl"))
	if err != nil {
		return nil, err
	}
	sort.Strings(files)
	var fs []Figure
	for _, f := range files {
		gold, err := readLines[codingRecord](f)
		if err != nil {
			return nil, err
		}
		answers := make([]eventsAnswer, len(gold))
		r.each(len(gold), func(i int) {
			a := r.engine.events(gold[i].ID, gold[i].Date, "", gold[i].Text)
			a.Events = append(a.Events, a.Undated...) // a coded event needs no date
			answers[i] = a
		})
		name := strings.TrimSuffix(filepath.Base(f), ".jsonl")
		fs = append(fs, codingFigures(r, "coding/"+name, gold, answers)...)
		lines := make([]any, len(answers))
		for i := range answers {
			lines[i] = answers[i]
		}
		if err := r.put("coding/"+name+".jsonl", lines); err != nil {
			return nil, err
		}
	}
	return fs, nil
}

// tally counts hits and misses of one metric.
type tally struct{ hit, extra, missed int }

func (t tally) f1() float64 { return share(2*t.hit, 2*t.hit+t.extra+t.missed) }

func codingFigures(r *runner, name string, gold []codingRecord, answers []eventsAnswer) []Figure {
	var types, pairs, tuples tally
	neutral, alarms, actors := 0, 0, false
	for i, g := range gold {
		s := answers[i].Events
		if g.Neutral {
			neutral++
			if len(distinct(s, typeOf, typed)) > 0 {
				alarms++
				r.fault("false alarm", g.ID, "%s", around(g.Text, 0, 0))
			}
			continue
		}
		for _, e := range g.Events {
			actors = actors || e.Source+e.SourceText != ""
		}
		types.add(r, "type", g, g.Events, s, typeOf, typed, func(a, b *eventAnswer) bool { return sameType(typeOf(a), typeOf(b)) })
		both := func(*eventAnswer) bool { return true }
		keep := both
		if !g.exhaustive() {
			keep = hasActors
		}
		pairs.pairs(r, "pair", g, s, keep, false)
		tuples.pairs(r, "tuple", g, s, keep, true)
	}
	if neutral > 0 {
		return []Figure{{Name: name + " false.alarms", Value: share(alarms, neutral), Less: true}}
	}
	fs := []Figure{{Name: name + " type.f1", Value: types.f1()}}
	if actors {
		fs = append(fs, Figure{Name: name + " pair.f1", Value: pairs.f1()}, Figure{Name: name + " tuple.f1", Value: tuples.f1()})
	}
	return fs
}

// typeOf is the PLOVER type, under its present name.
func typeOf(e *eventAnswer) string {
	switch p := strings.ToUpper(strings.TrimSpace(e.Plover)); p {
	case "DEMAND":
		return "REQUEST"
	case "DISAPPROVE", "INVESTIGATE":
		return "ACCUSE"
	case "FIGHT":
		return "ASSAULT"
	case "THREAT":
		return "THREATEN"
	case "NONE", "STATEMENT":
		return ""
	default:
		return p
	}
}

func typed(e *eventAnswer) bool { return typeOf(e) != "" }

// sameType compares types; YIELD is CONCEDE and RETREAT together.
func sameType(a, b string) bool {
	yield := func(t string) bool { return t == "YIELD" || t == "CONCEDE" || t == "RETREAT" }
	return a == b || (a == "YIELD" || b == "YIELD") && yield(a) && yield(b)
}

func hasActors(e *eventAnswer) bool {
	return e.Source+e.SourceText != "" && e.Target+e.TargetText != ""
}

func (t *tally) pairs(r *runner, metric string, g codingRecord, s []eventAnswer, keep func(*eventAnswer) bool, withType bool) {
	key := func(e *eventAnswer) string {
		k := head3(e.Source) + "|" + e.SourceText + "|" + head3(e.Target) + "|" + e.TargetText
		if withType {
			k += "|" + typeOf(e)
		}
		return k
	}
	same := func(a, b *eventAnswer) bool {
		return samePair(a, b) && (!withType || sameType(typeOf(a), typeOf(b)))
	}
	gold := distinct(g.Events, key, keep)
	system := distinct(s, key, func(*eventAnswer) bool { return true })
	t.match(r, metric, g, gold, system, same)
}

func (t *tally) add(r *runner, metric string, g codingRecord, ge, se []eventAnswer, key func(*eventAnswer) string, keep func(*eventAnswer) bool, same func(a, b *eventAnswer) bool) {
	t.match(r, metric, g, distinct(ge, key, keep), distinct(se, key, keep), same)
}

// match counts a largest one-to-one matching. Where gold does not claim to be
// complete, further events count as wrong only up to the number of missed ones.
func (t *tally) match(r *runner, metric string, g codingRecord, gold, system []*eventAnswer, same func(a, b *eventAnswer) bool) {
	of := assign(len(gold), len(system), func(i, k int) bool { return same(gold[i], system[k]) })
	used := map[int]bool{}
	missed, extra := 0, 0
	for i, k := range of {
		if k < 0 {
			missed++
			r.fault("missed "+metric, g.ID, "%s %s→%s: %.160s", typeOf(gold[i]), gold[i].SourceText, gold[i].TargetText, g.Text)
			continue
		}
		used[k] = true
	}
	for k, s := range system {
		again := false // the other direction of what goes both ways
		for i, x := range gold {
			again = again || x.Recip && of[i] >= 0 && same(x, s)
		}
		if !used[k] && !again {
			extra++
		}
	}
	if !g.exhaustive() {
		extra = min(extra, missed)
	}
	t.hit += len(gold) - missed
	t.missed += missed
	t.extra += extra
}

// distinct are the events that keep wants, one for each key.
func distinct(es []eventAnswer, key func(*eventAnswer) string, keep func(*eventAnswer) bool) []*eventAnswer {
	seen := map[string]bool{}
	var out []*eventAnswer
	for i := range es {
		if k := key(&es[i]); keep(&es[i]) && !seen[k] {
			seen[k] = true
			out = append(out, &es[i])
		}
	}
	return out
}

func head3(code string) string {
	code = strings.ToUpper(strings.TrimSpace(code))
	return code[:min(3, len(code))]
}

func samePair(g, s *eventAnswer) bool {
	one := sameActor(g.Source, g.SourceText, s.Source, s.SourceText) && sameActor(g.Target, g.TargetText, s.Target, s.TargetText)
	return one || g.Recip && sameActor(g.Source, g.SourceText, s.Target, s.TargetText) && sameActor(g.Target, g.TargetText, s.Source, s.SourceText)
}

// sameActor compares countries by code, else names by their words: half of the
// shorter one's must be in the other.
func sameActor(gc, gt, sc, st string) bool {
	if gc == "" && gt == "" {
		return sc == "" && st == ""
	}
	if gc != "" && sc != "" && head3(gc) == head3(sc) {
		return true
	}
	a, b := content(gt), content(st)
	if len(a) > len(b) {
		a, b = b, a
	}
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	return len(a) > 0 && 2*n >= len(a)
}

// content are the words of a name that tell something.
func content(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ReplaceAll(strings.ToLower(s), ".", ""), func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r > 127) || r == '’' || r == 'ʼ'
	}) {
		switch w {
		case "the", "a", "an", "of", "in", "and", "for", "to", "on", "at", "by", "from", "with", "his", "her", "their", "its", "s":
		default:
			m[w] = true
		}
	}
	return m
}

// assign finds a largest one-to-one matching (Kuhn 1955): for each left index the
// right one, or -1.
func assign(left, right int, fits func(l, r int) bool) []int {
	of := make([]int, right)
	for i := range of {
		of[i] = -1
	}
	var try func(l int, seen []bool) bool
	try = func(l int, seen []bool) bool {
		for r := range right {
			if seen[r] || !fits(l, r) {
				continue
			}
			seen[r] = true
			if of[r] < 0 || try(of[r], seen) {
				of[r] = l
				return true
			}
		}
		return false
	}
	for l := range left {
		try(l, make([]bool, right))
	}
	out := make([]int, left)
	for i := range out {
		out[i] = -1
	}
	for r, l := range of {
		if l >= 0 {
			out[l] = r
		}
	}
	return out
}
