package event

import (
	"slices"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/text"
)

// places are the named places of a mention.
func (c *clause) places(i, carrier int) []timeline.Place {
	var ps []timeline.Place
	seen := func(s text.Span) bool {
		return slices.ContainsFunc(ps, func(p timeline.Place) bool { return p.Span == s })
	}
	for k, w := range c.s.Words {
		if w.UPOS != "PROPN" && (w.UPOS != "NOUN" || c.view.Role(k) || !c.coded(k)) || c.time[k] || !c.locative(k) || w.Head < 0 || w.Rel != "obl" && w.Rel != "nmod" {
			continue
		}
		if !c.near(k, i) && !c.near(k, carrier) {
			continue
		}
		if s := c.phrase(k); !seen(s) && len(ps) < 3 {
			ps = append(ps, timeline.Place{Name: s.In(c.text), Country: countryOf(c.view.Actor(k).Code), Span: s})
		}
	}
	return ps
}

// countryOf is the country in an actor's code, empty for organisations.
func countryOf(code string) string {
	if s := (timeline.Actor{Code: code}).Side(); len(s) == 3 {
		return s
	}
	return ""
}

// near reports whether word k hangs on word i without another verb between.
func (c *clause) near(k, i int) bool {
	for j, n := c.s.Words[k].Head, 0; j >= 0 && n < maxDepth; j, n = c.s.Words[j].Head, n+1 {
		if j == i {
			return true
		}
		if c.s.Words[j].UPOS == "VERB" {
			return false
		}
	}
	return false
}
