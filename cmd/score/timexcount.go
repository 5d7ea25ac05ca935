package main

import "slices"

// timexCount counts over a corpus in the manner of TempEval-3. A strict match has
// the same extent, a relaxed one shares a byte; types and values are compared as
// strings on relaxed matches.
type timexCount struct {
	gold, answers, strict, relaxed           int
	types, values, typedValues, strictValues int
}

func (c timexCount) figures(title string) []Figure {
	f := func(what string, hits int) Figure {
		return Figure{Name: title + " " + what, Value: f1(hits, c.gold, c.answers)}
	}
	return []Figure{
		f("strict.f1", c.strict), f("relaxed.f1", c.relaxed), f("type.f1", c.types),
		f("value.f1", c.values), f("type.value.f1", c.typedValues), f("strict.value.f1", c.strictValues),
		{Name: title + " strict.precision", Value: share(c.strict, c.answers), Info: true},
		{Name: title + " strict.recall", Value: share(c.strict, c.gold), Info: true},
		{Name: title + " value.accuracy", Value: share(c.values, c.relaxed), Info: true},
	}
}

// add matches the answers for one document with its gold, each once at most: the
// same extent first, then what shares most.
func (c *timexCount) add(d *timeML, answers []timexAnswer, fs *faults) {
	answers = slices.SortedStableFunc(slices.Values(answers), byPlace)
	var links []link
	for g, x := range d.gold {
		for a, y := range answers {
			n := x.overlap(y)
			if n <= 0 {
				continue
			}
			if x.sameExtent(y) {
				n += len(d.text)
			}
			links = append(links, link{g, a, float64(n)})
		}
	}
	ofGold, ofAnswer := pairUp(len(d.gold), len(answers), links)
	c.gold += len(d.gold)
	for g, x := range d.gold {
		if ofGold[g] < 0 {
			fs.add("missed", shape(x.Value), d.name, "%s %s: %s", x.Type, x.Value, around(d.text, x.Start, x.End))
			continue
		}
		c.judge(d, x, answers[ofGold[g]], fs)
	}
	for a, y := range answers {
		switch {
		case ofAnswer[a] >= 0:
			c.answers++
		case !d.ignores(y):
			c.answers++
			fs.add("spurious", shape(y.Value), d.name, "%s %s: %s", y.Type, y.Value, around(d.text, y.Start, y.End))
		}
	}
}

// judge counts what is right about answer y to gold x, which it overlaps.
func (c *timexCount) judge(d *timeML, x, y timexAnswer, fs *faults) {
	strict, typed, valued := x.sameExtent(y), x.Type == y.Type, x.Value == y.Value
	c.relaxed++
	c.strict += one(strict)
	c.types += one(typed)
	c.values += one(valued)
	c.typedValues += one(typed && valued)
	c.strictValues += one(strict && valued)
	at := around(d.text, x.Start, x.End)
	if !strict {
		fs.add("wrong extent", shape(x.Value), d.name, "found “%s”: %s", oneLine(y.Text), at)
	}
	if !typed {
		fs.add("wrong type", x.Type+" → "+y.Type, d.name, "%s: %s", x.Value, at)
	}
	if !valued {
		fs.add("wrong value", shape(x.Value)+" → "+shape(y.Value), d.name, "gold %s, found %s, written %s: %s", x.Value, y.Value, d.dct, at)
	}
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}
