package main

import "strings"

// tally counts one metric.
type tally struct{ right, spurious, missed int }

func (t tally) f1() float64 { return f1(t.right, t.right+t.missed, t.right+t.spurious) }

func (t tally) empty() bool { return t == tally{} }

// codingCount counts over sentences, those with gold actors or codes apart.
type codingCount struct {
	types, cameo, pairs, tuples tally
	sentences, neutral, alarms  int
	actors                      bool
}

func (c codingCount) figures(title string) []Figure {
	var out []Figure
	if c.neutral < c.sentences {
		out = append(out, Figure{Name: title + " type.f1", Value: c.types.f1()})
		if !c.cameo.empty() {
			// Dateline has PLOVER types only, and gives no CAMEO codes.
			out = append(out, Figure{Name: title + " cameo.f1", Value: c.cameo.f1(), Info: true})
		}
		if c.actors {
			out = append(out, Figure{Name: title + " pair.f1", Value: c.pairs.f1()}, Figure{Name: title + " tuple.f1", Value: c.tuples.f1()})
		}
	}
	if c.neutral > 0 {
		out = append(out, Figure{Name: title + " false.alarms", Value: share(c.alarms, c.neutral), Less: true})
	}
	return out
}

// add counts one sentence.
func (c *codingCount) add(g *codedSentence, answer []codedEvent, fs *faults) {
	c.sentences++
	if g.Neutral {
		c.neutral++
		answer = distinct(answer, codedEvent.String, isTyped) // statements are no events
		if len(answer) > 0 {
			c.alarms++
			for _, e := range answer {
				fs.add("false alarm", e.plover(), g.ID, "%s: %s", e, oneLine(g.Text))
			}
		}
	}
	for _, e := range g.Events {
		c.actors = c.actors || e.Source+e.SourceText+e.Target+e.TargetText != ""
	}
	for _, m := range []struct {
		of *tally
		metric
	}{{&c.types, byType}, {&c.cameo, byCAMEO}, {&c.pairs, byPair}, {&c.tuples, byTuple}} {
		m.of.add(g, answer, m.metric, fs)
	}
}

// metric says what of an event is compared.
type metric struct {
	name string
	// key tells apart what the metric looks at.
	key func(codedEvent) string
	// counts says which events take part; nil is all.
	counts func(codedEvent) bool
	// pairs metrics look, where gold is not exhaustive, at gold with both actors.
	pairs bool
	same  func(gold, answer codedEvent) bool
}

var (
	byType = metric{
		name: "type", key: codedEvent.plover, counts: isTyped,
		same: func(g, a codedEvent) bool { return sameType(g.plover(), a.plover()) },
	}
	byCAMEO = metric{
		name: "cameo", key: codedEvent.cameo, counts: func(e codedEvent) bool { return e.cameo() != "" },
		same: func(g, a codedEvent) bool { return g.cameo() == a.cameo() },
	}
	byPair  = metric{name: "pair", key: codedEvent.actorKey, pairs: true, same: codedEvent.sameActors}
	byTuple = metric{name: "tuple", key: codedEvent.tupleKey, pairs: true, same: codedEvent.sameTuple}
)

func isTyped(e codedEvent) bool { return e.plover() != "" }

func (e codedEvent) actorKey() string {
	return strings.Join([]string{country(e.Source), e.SourceText, country(e.Target), e.TargetText}, "|")
}

func (e codedEvent) tupleKey() string {
	kind := e.plover()
	if kind == "" {
		kind = e.cameo()
	}
	return e.actorKey() + "|" + kind
}

// sameTuple compares actors and type; by CAMEO root what PLOVER has no type for.
func (e codedEvent) sameTuple(a codedEvent) bool {
	same := sameType(e.plover(), a.plover())
	if e.plover() == "" {
		same = e.cameo() == a.cameo()
	}
	return same && e.sameActors(a)
}

// add matches as many as possible. Where gold is not exhaustive, further answers
// are wrong only up to the number that is missed.
func (t *tally) add(g *codedSentence, answer []codedEvent, m metric, fs *faults) {
	wanted := m.counts
	if m.pairs && !g.exhaustive() {
		wanted = codedEvent.namesBoth
	}
	gold, got := distinct(g.Events, m.key, wanted), distinct(answer, m.key, m.counts)
	if m.name == byCAMEO.name && len(gold) == 0 && len(g.Events) > 0 && !g.Neutral {
		return // gold without codes
	}
	ofGold, ofAnswer := pairMost(len(gold), len(got), func(i, k int) bool { return m.same(gold[i], got[k]) })
	missed, spurious := 0, 0
	for i, x := range gold {
		if ofGold[i] < 0 {
			missed++
			m.note(fs, "missed", x, g)
		}
	}
	for k, a := range got {
		if ofAnswer[k] >= 0 || reverse(gold, ofGold, a, m) {
			continue
		}
		if spurious++; g.exhaustive() || spurious <= missed {
			m.note(fs, "spurious", a, g)
		}
	}
	if !g.exhaustive() {
		spurious = min(spurious, missed)
	}
	t.right += len(gold) - missed
	t.missed += missed
	t.spurious += spurious
}

// note lists mistakes of type and pair; a tuple is wrong because of one of them,
// and nobody is asked for CAMEO codes.
func (m metric) note(fs *faults, class string, e codedEvent, g *codedSentence) {
	group := e.plover()
	switch m.name {
	case byType.name:
	case byPair.name:
		group = ""
	default:
		return
	}
	if !g.Neutral {
		fs.add(class+" "+m.name, group, g.ID, "%s: %s", e, oneLine(g.Text))
	}
}

// reverse reports whether an answer is the other direction of a matched event that
// goes both ways.
func reverse(gold []codedEvent, ofGold []int, a codedEvent, m metric) bool {
	for i, x := range gold {
		if x.Recip && ofGold[i] >= 0 && m.same(x, a) {
			return true
		}
	}
	return false
}

// distinct are the events that count, one for each key.
func distinct(es []codedEvent, key func(codedEvent) string, counts func(codedEvent) bool) []codedEvent {
	seen := map[string]bool{}
	var out []codedEvent
	for _, e := range es {
		if k := key(e); (counts == nil || counts(e)) && !seen[k] {
			seen[k] = true
			out = append(out, e)
		}
	}
	return out
}
