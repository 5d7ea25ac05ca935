package markdown

import (
	"fmt"
	"slices"
	"strings"

	"github.com/datelinehq/dateline/render/words"
	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
)

// conflicts sets side by side what the sources say, each with its words.
func (p *page) conflicts(e *timeline.Event) {
	for _, c := range e.Conflicts {
		p.printf("  - on %s:", words.Field(c.Field))
		for i, v := range c.Values {
			if i > 0 {
				p.printf(" ·")
			}
			value := v.Value
			if d, err := edtf.Parse(v.Value); c.Field == "when" && err == nil {
				value = words.Interval(d)
			}
			p.printf(" ⟨%s⟩ %s", escape(value), p.voices(e, c.Field, v))
		}
		p.printf("\n")
	}
}

// aside says in a word that sources disagree, where their words stand elsewhere.
func (p *page) aside(e *timeline.Event, sides bool) string {
	var on []string
	for _, c := range e.Conflicts {
		on = append(on, words.Field(c.Field))
	}
	switch {
	case len(on) > 0 && !sides:
		return " ⟨sources disagree on " + escape(strings.Join(on, ", ")) + "⟩"
	case e.Origins > 1:
		return fmt.Sprintf(" ⟨%d origins⟩", e.Origins)
	}
	return ""
}

// maxVoices is how many sources of one value are quoted.
const maxVoices = 2

// gives reports whether a cite itself gives a value of a field, and not another cite
// of its source.
func gives(c timeline.Cite, field string, v timeline.ConflictValue) bool {
	if !slices.Contains(v.Sources, c.Source) {
		return false
	}
	if d, err := edtf.Parse(v.Value); field == "when" && err == nil {
		return c.When.IsZero() || c.When.Contains(d)
	}
	if number, _, ok := strings.Cut(v.Value, " "); ok && strings.HasPrefix(field, "number of ") {
		return strings.Contains(strings.ReplaceAll(c.Quote, ",", ""), number)
	}
	return true
}

// voices quotes the sources that give a value.
func (p *page) voices(e *timeline.Event, field string, v timeline.ConflictValue) string {
	var qs []string
	for _, c := range e.Cites {
		if gives(c, field, v) && len(qs) < maxVoices {
			qs = append(qs, "“"+escape(c.Quote)+"”[^"+p.notes[timeline.Reference{Source: c.Source, Span: c.Span}]+"]")
		}
	}
	if more := len(v.Sources) - len(qs); more > 0 {
		qs = append(qs, fmt.Sprintf("and %d more", more))
	}
	if len(qs) == 0 {
		return "(" + numbers(v.Sources) + ")"
	}
	return strings.Join(qs, ", ")
}

func numbers(ns []int) string {
	var ss []string
	for _, n := range ns {
		ss = append(ss, fmt.Sprintf("source %d", n))
	}
	return strings.Join(ss, ", ")
}
