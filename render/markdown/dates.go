package markdown

import (
	"github.com/datelinehq/dateline/render/words"
	"github.com/datelinehq/dateline/timeline"
)

func (p *page) dates() {
	if len(p.b.Dates) == 0 {
		return
	}
	p.printf("## How the dates were found\n\n| Text | Read as | How | Same for publication dates |\n|---|---|---|---|\n")
	for _, w := range p.b.Dates {
		p.printf("| “%s” | ⟨%s⟩ | %s | %s |\n", escape(w.Text), words.Interval(w.When), how(w), safe(w))
	}
	p.printf("\n")
}

// how is rule, anchor and direction of a reading.
func how(w timeline.Why) string {
	s := escape(w.Rule)
	if w.AnchorFrom != "" {
		s += ", counted from the " + map[string]string{"publication date": "publication date", "text": "text before it"}[w.AnchorFrom]
	}
	if w.DirectionWords != "" {
		s += ", " + w.Direction + " by “" + escape(w.DirectionWords) + "”"
	} else if w.Direction != "" {
		s += ", " + w.Direction
	}
	if w.Grade == timeline.Ambiguous {
		s += "; ambiguous"
	}
	return s
}

func safe(w timeline.Why) string {
	if w.Safe.IsZero() {
		return "any"
	}
	return "⟨" + words.Interval(w.Safe) + "⟩"
}
