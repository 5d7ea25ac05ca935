package feed

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/datelinehq/dateline/render/words"
)

// mermaid is a timeline of Mermaid, as GitHub shows it inside Markdown. Its times are
// free text, so each stands there as it is, in words; events of one time share it.
func mermaid() Format {
	return Format{
		Name: "mermaid", File: "timeline.mmd", About: "timeline diagram for Mermaid",
		carries: []Part{EventsPart, Doubt, Clock, OpenEnds, Status},
		omits:   dated,
		write: func(w *bufio.Writer, v *view) {
			_, _ = w.WriteString("timeline\n")
			if t := v.line(v.t.Title); t != "" {
				_, _ = fmt.Fprintf(w, "    title %s\n", mermaidText(t))
			}
			before := ""
			for _, e := range v.events {
				when := words.Interval(e.When)
				lead := "    " + mermaidText(when)
				if when == before {
					lead = strings.Repeat(" ", 12)
				}
				before = when
				text := v.line(e.Title)
				if e.Status != "" {
					text += " (" + string(e.Status) + ")"
				}
				_, _ = fmt.Fprintf(w, "%s : %s\n", lead, mermaidText(text))
			}
		},
	}
}

// mermaidText writes every sign that Mermaid, HTML or Markdown could take for its own
// as a Mermaid entity, #35; for "#".
func mermaidText(s string) string {
	var b strings.Builder
	for _, r := range s {
		if strings.ContainsRune("#;:<>&\"'`*_~{}[]()|\\%$", r) {
			fmt.Fprintf(&b, "#%d;", r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}
