package main

import (
	"slices"
	"strings"
)

// eventCount counts over articles. Matched events are those of gold and ours that
// tell of the same happening, whatever their dates.
type eventCount struct {
	gold, dated, matched, equal       int
	compatible, qualified, unreadable int
	falsePrecision                    int
	datedUndated, datedNothing        int
	repeated, leftUndated             int
	status, typed, typesRight         int
	goldActors, actors, actorsRight   int
	goldUndated, undated, undatedGood int
}

func (c eventCount) figures(title string) []Figure {
	ratio := func(what string, v float64) Figure { return Figure{Name: title + " " + what, Value: v} }
	count := func(what string, n int, info bool) Figure {
		return Figure{Name: title + " " + what, Value: float64(n), Less: true, Count: true, Info: info}
	}
	info := func(f Figure) Figure { f.Info = true; return f }
	return []Figure{
		ratio("found.f1", f1(c.matched, c.gold, c.dated)),
		info(ratio("found.precision", share(c.matched, c.dated))),
		info(ratio("found.recall", share(c.matched, c.gold))),
		ratio("dated.f1", f1(c.equal, c.gold, c.dated)),
		info(ratio("date.exact", share(c.equal, c.matched))),
		info(ratio("date.compatible", share(c.compatible, c.matched))),
		info(ratio("date.qualified", share(c.qualified, c.equal))),
		count("false.dating", c.datedUndated+c.datedNothing, false),
		count("false.precision", c.falsePrecision, false),
		count("unreadable", c.unreadable, false),
		count("repeated", c.repeated, true),
		count("left.undated", c.leftUndated, true),
		ratio("status", share(c.status, c.matched)),
		ratio("type", share(c.typesRight, c.typed)),
		ratio("actor.f1", f1(c.actorsRight, c.goldActors, c.actors)),
		ratio("undated.recall", share(c.undated, c.goldUndated)),
		info(ratio("undated.status", share(c.undatedGood, c.undated))),
		count("events", c.dated, true),
	}
}

// add counts one article.
func (c *eventCount) add(g *goldArticle, a *eventsAnswer, fs *faults) {
	dated, undated := c.part(a, fs)
	ss := splitSentences(g.Text)
	ofGold, ofAnswer := pairEvents(ss, g.Events, dated)
	c.gold += len(g.Events)
	for i := range g.Events {
		if k := ofGold[i]; k >= 0 {
			c.pair(g, &g.Events[i], &dated[k], fs)
		} else {
			c.miss(g, &g.Events[i], undated, fs)
		}
	}
	told := toldSentences(ss, g)
	for k := range dated {
		if ofAnswer[k] >= 0 {
			c.dated++
		} else {
			c.extra(g, &dated[k], told[ss.at(dated[k].Start)], fs)
		}
	}
	c.tray(ss, g, undated, fs)
}

// part parts the answer into dated and undated events; an event without a date
// counts as undated, wherever it stands.
func (c *eventCount) part(a *eventsAnswer, fs *faults) (dated, undated []eventAnswer) {
	undated = slices.Clone(a.Undated)
	for _, e := range a.Events {
		if e.Date == "" {
			undated = append(undated, e)
			continue
		}
		if !readPeriod(e.Date).ok {
			c.unreadable++
			fs.add("unreadable date", shape(e.Date), a.ID, "%s", e.Date)
		}
		dated = append(dated, e)
	}
	for i := range undated {
		undated[i].Date = ""
	}
	return dated, undated
}

// pairEvents matches one to one, the best first: overlap with the trigger, then
// with a further mention, then the same sentence and an equal date. An equal date
// decides between equals.
func pairEvents(ss sentences, gold []goldEvent, answers []eventAnswer) (ofGold, ofAnswer []int) {
	var links []link
	for i := range gold {
		for k := range answers {
			g, a := &gold[i], &answers[k]
			equal := g.judge(a.Date).equal
			score := 0.0
			if n := shared(g.span(), a.span()); n > 0 {
				score = 4 + float64(n)/float64(max(g.End, a.End)-min(g.Start, a.Start))
			} else if g.touchedBy(a.span()) {
				score = 2
			} else if equal && sameSentence(ss, g, a) {
				score = 1
			}
			if score > 0 && equal {
				score += 0.9
			}
			if score > 0 {
				links = append(links, link{i, k, score})
			}
		}
	}
	return pairUp(len(gold), len(answers), links)
}

// sameSentence goes by the sentence that the answer gives, else by the metric's
// own split.
func sameSentence(ss sentences, g *goldEvent, a *eventAnswer) bool {
	for _, m := range g.mentions() {
		if a.Sentence != nil {
			if m[0] >= a.Sentence[0] && m[0] < a.Sentence[1] {
				return true
			}
		} else if i := ss.at(m[0]); i >= 0 && i == ss.at(a.Start) {
			return true
		}
	}
	return false
}

// toldSentences are those in which gold has anything at all.
func toldSentences(ss sentences, g *goldArticle) map[int]bool {
	told := map[int]bool{}
	for _, list := range [][]goldEvent{g.Events, g.Undated, g.Optional} {
		for i := range list {
			for _, m := range list[i].mentions() {
				told[ss.at(m[0])] = true
			}
		}
	}
	return told
}

// pair counts what is right about a match.
func (c *eventCount) pair(g *goldArticle, x *goldEvent, a *eventAnswer, fs *faults) {
	at := around(g.Text, x.Start, x.End)
	v := x.judge(a.Date)
	c.matched++
	c.equal += one(v.equal)
	c.compatible += one(v.compatible)
	c.qualified += one(v.qualified)
	if !v.equal {
		fs.add("wrong date", shape(x.Date)+" → "+shape(a.Date), g.ID, "gold %s, found %s, published %s: %s", x.Date, a.Date, g.Published, at)
	}
	if v.finer {
		c.falsePrecision++
		fs.add("false precision", shape(x.Date)+" → "+shape(a.Date), g.ID, "gold %s, found %s: %s", x.Date, a.Date, at)
	}
	if among(a.Status, x.Status, x.StatusAlt) {
		c.status++
	} else {
		fs.add("wrong status", x.Status+" → "+a.Status, g.ID, "%s", at)
	}
	c.types(g, x, a, fs)
	c.actor(g, x, a, fs)
}

// types looks only at events to which gold gives a type of the ontology.
func (c *eventCount) types(g *goldArticle, x *goldEvent, a *eventAnswer, fs *faults) {
	if x.Type == "" || x.Type == "OTHER" {
		return
	}
	c.typed++
	if among(a.Type, x.Type, x.TypeAlt) {
		c.typesRight++
		return
	}
	fs.add("wrong type", x.Type+" → "+a.Type, g.ID, "%s", around(g.Text, x.Start, x.End))
}

func (c *eventCount) actor(g *goldArticle, x *goldEvent, a *eventAnswer, fs *faults) {
	want, got := roles(x.Actors), roles(a.Actors)
	c.goldActors += len(want)
	c.actors += len(got)
	at := around(g.Text, x.Start, x.End)
	for _, r := range want {
		if slices.Contains(got, r) {
			c.actorsRight++
		} else {
			fs.add("missed actor", r, g.ID, "%s", at)
		}
	}
	for _, r := range got {
		if !slices.Contains(want, r) {
			fs.add("spurious actor", r, g.ID, "%s", at)
		}
	}
}

// roles are the different "source USA", "target PRK" of an event, sorted.
func roles(as []actorAnswer) []string {
	var out []string
	for _, a := range as {
		role, code := strings.ToLower(a.Role), strings.ToUpper(strings.TrimSpace(a.Code))
		if code != "" && (role == "source" || role == "target") {
			out = append(out, role+" "+code)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func among(s, main string, alternatives []string) bool {
	return strings.EqualFold(s, main) || slices.ContainsFunc(alternatives, func(a string) bool { return strings.EqualFold(s, a) })
}

// miss notes a dated event of gold that no dated one of ours matches.
func (c *eventCount) miss(g *goldArticle, x *goldEvent, undated []eventAnswer, fs *faults) {
	class := "missed"
	if slices.ContainsFunc(undated, func(u eventAnswer) bool { return x.touchedBy(u.span()) }) {
		c.leftUndated++
		class = "left undated"
	}
	fs.add(class, shape(x.Date), g.ID, "%s %s: %s", x.Date, x.Status, around(g.Text, x.Start, x.End))
}

// extra judges a dated event of ours without a match. told says that gold has
// something in its sentence.
func (c *eventCount) extra(g *goldArticle, a *eventAnswer, told bool, fs *faults) {
	note := func(class, group string) {
		fs.add(class, group, g.ID, "%s: %s", a.Date, around(g.Text, a.Start, a.End))
	}
	onUndated := touchesAny(a.span(), g.Undated)
	if !onUndated && touchesAny(a.span(), g.Optional) {
		return
	}
	c.dated++
	switch {
	case onUndated:
		c.datedUndated++
		note("false dating", "undated in gold")
	case touchesAny(a.span(), g.Events):
		c.repeated++
		note("repeated", "")
	case !told:
		c.datedNothing++
		note("false dating", "nothing in this sentence")
	default:
		note("spurious", shape(a.Date))
	}
}

// tray counts the undated events that were found.
func (c *eventCount) tray(ss sentences, g *goldArticle, undated []eventAnswer, fs *faults) {
	ofGold, _ := pairEvents(ss, g.Undated, undated)
	c.goldUndated += len(g.Undated)
	for i := range g.Undated {
		x := &g.Undated[i]
		if ofGold[i] < 0 {
			fs.add("missed undated", x.Status, g.ID, "%s", around(g.Text, x.Start, x.End))
			continue
		}
		c.undated++
		if a := &undated[ofGold[i]]; among(a.Status, x.Status, x.StatusAlt) {
			c.undatedGood++
		} else {
			fs.add("wrong status, undated", x.Status+" → "+a.Status, g.ID, "%s", around(g.Text, x.Start, x.End))
		}
	}
}
