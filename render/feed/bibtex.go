package feed

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/datelinehq/dateline/render/words"
	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
)

// bibTeX is the sources as entries of type misc, which every style knows. The day of
// publication and its doubt, for which BibTeX has no field, stand in the note.
func bibTeX() Format {
	return Format{
		Name: "bibtex", File: "sources.bib", About: "the sources for LaTeX (BibTeX)",
		carries: []Part{Sources},
		write: func(w *bufio.Writer, v *view) {
			for i, s := range v.t.Sources {
				if i > 0 {
					_ = w.WriteByte('\n')
				}
				v.bibEntry(w, s)
			}
		},
	}
}

func (v *view) bibEntry(w *bufio.Writer, s timeline.Source) {
	_, _ = fmt.Fprintf(w, "@misc{%s", citeKey(s))
	field := func(name, value string) {
		if value != "" {
			_, _ = fmt.Fprintf(w, ",\n  %s = {%s}", name, value)
		}
	}
	tex := func(t string) string { return texText(v.line(t)) }
	if t := tex(first(s.Title, s.ID)); t != "" {
		field("title", "{"+t+"}") // as it is, without small letters
	}
	field("howpublished", tex(s.Outlet))
	d := s.Published
	if d.Unit >= edtf.Year && d.Year > 0 {
		field("year", itoa(d.Year))
	}
	if d.Unit >= edtf.Month && d.Year > 0 {
		_, _ = fmt.Fprintf(w, ",\n  month = %s", [...]string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}[(d.Month-1)%12])
	}
	var notes []string
	if d.Unit > edtf.Open {
		notes = append(notes, "Published "+texText(words.Date(d)))
	}
	if s.Origin != "" && s.Origin != s.Outlet {
		notes = append(notes, "Origin: "+tex(s.Origin))
	}
	if s.Credit != "" {
		notes = append(notes, tex(s.Credit))
	}
	field("note", strings.Join(notes, ". "))
	if u := link(s.URL); u != "" {
		field("url", u)
	}
	field("language", tex(s.Lang))
	_, _ = w.WriteString("\n}\n")
}

// citeKey is a key for a source, made of its ID and its number, which makes it unique.
func citeKey(s timeline.Source) string {
	key := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_' {
			return r
		}
		return '-'
	}, s.ID)
	if key = strings.Trim(key, "-"); key == "" {
		key = "source"
	}
	if len(key) > 60 {
		key = key[:60]
	}
	return key + "-" + itoa(s.Number)
}

// texText is s for LaTeX, without a brace of its own, since BibTeX counts them.
func texText(s string) string {
	return strings.NewReplacer(
		`\`, `\textbackslash{}`, "{", `\textbraceleft{}`, "}", `\textbraceright{}`, "$", `\$`, "&", `\&`, "#", `\#`, "%", `\%`, "_", `\_`,
		"^", `\textasciicircum{}`, "~", `\textasciitilde{}`, "<", `\textless{}`, ">", `\textgreater{}`, "|", `\textbar{}`, `"`, `\textquotedbl{}`,
		"`", `\textasciigrave{}`,
	).Replace(s)
}
