package event

import (
	"slices"
	"unicode"
	"unicode/utf8"

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
		if w.Head < 0 || w.Rel != "obl" && w.Rel != "nmod" || c.time[k] || !c.near(k, i) && !c.near(k, carrier) || !c.locative(k) {
			continue
		}
		if w.UPOS != "PROPN" && (w.UPOS != "NOUN" || !capital(w.In(c.text)) || c.view.Role(k) || !c.coded(k)) {
			continue
		}
		if s := c.phrase(k); !seen(s) && len(ps) < 3 {
			ps = append(ps, timeline.Place{Name: s.In(c.text), Country: countryOf(c.view.Actor(k).Code), Span: s})
		}
	}
	return ps
}

// capital reports whether a word begins with a capital letter, as names do that the
// tagger takes for nouns.
func capital(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
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
