package event

import (
	"strings"
	"unicode/utf8"

	"github.com/datelinehq/dateline/timeline/text"
)

// maxTitle is the length of a title in runes, about.
const maxTitle = 140

// titleOf is the clause of a mention in the words of the source. What is left
// out in the middle becomes "…".
func (c *clause) titleOf(m Mention, i int) string {
	top := i
	if !m.Noun {
		top = m.Carrier
	}
	keep := make([]bool, len(c.s.Words))
	for k := range c.s.Words {
		keep[k] = c.kept(k, top)
	}
	if !m.Noun {
		c.govern(keep, top)
		if s, _ := c.subject(top); s >= 0 && !keep[s] {
			p := c.phrase(s)
			for k, w := range c.s.Words {
				keep[k] = keep[k] || p.Covers(w.Span)
			}
		}
	}
	return c.join(keep)
}

// govern keeps what makes an infinitive more or less than a fact, with the verb that
// it hangs on: "expects to cut", "was set to land", "did not agree to meet".
func (c *clause) govern(keep []bool, v int) {
	for range maxDepth {
		w := c.s.Words[v]
		for _, k := range c.below(v) {
			keep[k] = keep[k] || c.s.Words[k].XPOS == "TO"
		}
		switch {
		case w.Head >= 0 && w.Rel == "xcomp":
			v = w.Head
		case w.Head >= 0 && w.Rel == "conj" && c.s.Child(v, "nsubj", "nsubj:pass", "aux") < 0 && c.s.Words[w.Head].Rel == "xcomp":
			v = c.s.Words[w.Head].Head
		default:
			return
		}
		keep[v] = true
		for _, k := range c.below(v) {
			switch rel := c.s.Words[k].Rel; {
			case rel == "cop", strings.HasPrefix(rel, "aux"), rel == "advmod" && k < v, rel == "compound:prt":
				keep[k] = true
			}
		}
	}
}

// kept reports whether word k belongs to the clause of top: not to other
// clauses, to what is reported around it, or to marks at its ends.
func (c *clause) kept(k, top int) bool {
	for range maxDepth {
		if k == top {
			return true
		}
		w := c.s.Words[k]
		if w.Head < 0 {
			return false
		}
		if w.Head == top {
			switch w.Rel {
			case "parataxis", "mark", "cc", "acl:relcl", "discourse", "dep":
				return false
			case "case":
				return c.s.Words[top].UPOS == "VERB"
			case "conj":
				return c.s.Words[k].UPOS != "VERB"
			case "punct":
				return w.In(c.text) == "-"
			case "advcl":
				return k > top
			}
		}
		if w.Rel == "acl:relcl" || w.Rel == "appos" && c.commaBefore(k) {
			return false
		}
		k = w.Head
	}
	return false
}

func (c *clause) commaBefore(k int) bool { return c.s.Child(k, "punct") >= 0 }

// join writes the kept words as the source has them, with "…" for gaps.
func (c *clause) join(keep []bool) string {
	var b strings.Builder
	last := -1
	for k, w := range c.s.Words {
		gap := last < 0 || k > last+1 && !c.onlyMarks(last+1, k)
		if !keep[k] || gap && w.UPOS == "PUNCT" && len(w.XPOS) == 1 || last < 0 && (w.XPOS == "CC" || w.XPOS == "WDT") {
			continue // no title, and nothing behind "…", begins with a comma or with "and"
		}
		switch {
		case last < 0:
		case gap:
			b.WriteString(" … ")
		default:
			b.WriteString(blank(c.text, c.s.Words[last].Span, w.Span))
		}
		b.WriteString(w.In(c.text))
		last = k
		if utf8.RuneCountInString(b.String()) > maxTitle {
			b.WriteString(" …")
			break
		}
	}
	return b.String()
}

func (c *clause) onlyMarks(from, to int) bool {
	for k := from; k < to; k++ {
		if c.s.Words[k].UPOS != "PUNCT" {
			return false
		}
	}
	return true
}

// blank is what parts two words: a blank where there is any white space.
func blank(t string, a, b text.Span) string {
	if a.End == b.Start {
		return ""
	}
	return " "
}

// attribution is who says so: the words of the clause that reports verb i.
func (c *clause) attribution(i int) string {
	for k := i; k >= 0; k = c.s.Words[k].Head {
		w := c.s.Words[k]
		if w.Rel == "ccomp" && w.Head >= 0 && c.frames.is(classSay, c.lemma(w.Head)) {
			return c.said(w.Head)
		}
		if p := c.s.Child(k, "parataxis"); p >= 0 && c.frames.is(classSay, c.lemma(p)) {
			return c.said(p)
		}
	}
	return ""
}

// said is subject and verb of a reporting clause.
func (c *clause) said(v int) string {
	s := c.s.Child(v, "nsubj")
	if s < 0 || c.s.Words[s].XPOS == "WP" || c.s.Words[s].XPOS == "WDT" {
		return ""
	}
	p := c.phrase(s)
	w := c.s.Words[v]
	return p.In(c.text) + " " + w.In(c.text)
}
