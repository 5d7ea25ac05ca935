package main

import "fmt"

// anchorCount counts over mentions. Besides all answers it counts those that rest
// on the article's words apart.
type anchorCount struct {
	n, exact, near, day1, day7 int
	days, daysExact            int
	said, saidExact            int
}

func (c anchorCount) figures(title string) []Figure {
	return []Figure{
		{Name: title + " exact", Value: share(c.exact, c.n)},
		{Name: title + " relaxed", Value: share(c.near, c.n)},
		{Name: title + " within.1.day", Value: share(c.day1, c.n)},
		{Name: title + " within.7.days", Value: share(c.day7, c.n), Info: true},
		{Name: title + " day.exact", Value: share(c.daysExact, c.days), Info: true},
		{Name: title + " said", Value: share(c.said, c.n), Info: true},
		{Name: title + " said.exact", Value: share(c.saidExact, c.said), Info: true},
		{Name: title + " mentions", Value: float64(c.n), Count: true, Info: true},
	}
}

// mentionKey tells mentions apart.
type mentionKey struct {
	doc, event string
	start, end int
}

// add counts the answers to gold, of which an empty anchor is none. Gold that
// cannot be read is an error; such an answer is wrong.
func (c *anchorCount) add(gold []goldAnchor, answers []anchorAnswer, articles map[string]article, fs *faults) error {
	of := map[mentionKey]anchorAnswer{}
	for _, a := range answers {
		of[mentionKey{a.Doc, a.EventID, a.Start, a.End}] = a
	}
	for _, g := range gold {
		if !g.scored() {
			continue
		}
		want, err := readAnchor(g.Anchor)
		if err != nil {
			return fmt.Errorf("%s %s: %w", g.Doc, g.EventID, err)
		}
		a := of[mentionKey{g.Doc, g.EventID, g.Start, g.End}]
		c.judge(want, a)
		if got, err := readAnchor(a.Anchor); err != nil || !got.same(want) {
			t := articles[g.Doc].Text
			place := bytePlaces(t)
			from := "said"
			if !a.Said {
				from = "supposed"
			}
			fs.add("wrong anchor, "+from, want.class()+": "+shape(g.Anchor)+" → "+shape(a.Anchor), g.Doc, "gold %s, found %s, published %s: %s",
				g.Anchor, a.Anchor, articles[g.Doc].Published, around(t, place(g.Start), place(g.End)))
		}
	}
	return nil
}

func (c *anchorCount) judge(want anchorTime, a anchorAnswer) {
	c.n++
	c.days += one(want.exactDay())
	if a.Anchor == "" {
		return
	}
	c.said += one(a.Said)
	got, err := readAnchor(a.Anchor)
	if err != nil {
		return
	}
	same := got.same(want)
	c.exact += one(same)
	c.saidExact += one(same && a.Said)
	c.daysExact += one(same && want.exactDay())
	c.near += one(same || got.nearTo(want))
	c.day1 += one(got.distance(want) <= 1)
	c.day7 += one(got.distance(want) <= 7)
}
