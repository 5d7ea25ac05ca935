package feed

import (
	"bufio"
	"encoding/xml"
	"strings"

	"github.com/datelinehq/dateline/render/words"
)

// atom is a feed of RFC 4287 with an entry for each event. Its times say when the
// timeline was made; when something happened stands in the text, in words.
func atom() Format {
	return Format{
		Name: "atom", File: "events.atom", About: "feed of the events (Atom, RFC 4287)",
		carries: append(tells(), Types, Sources, AsOf),
		write: func(w *bufio.Writer, v *view) {
			id, at := urn(v.t.Title), stamp(v.t)
			f := atomFeed{ID: id, Title: first(v.line(v.t.Title), "Timeline"), Updated: at, Author: "Dateline"}
			for _, e := range v.events {
				x := atomEntry{
					ID: id + ":" + urnPart(e.ID), Title: v.line(e.Title), Updated: at,
					Category: atomCategory{first(v.line(e.Type), "OTHER")}, Content: atomText{"text", strings.Join(v.told(e), "\n")},
				}
				if e.Dated() {
					x.Title += " (" + words.Interval(e.When) + ")"
				}
				for _, c := range e.Cites {
					if u := link(v.source(c.Source).URL); u != "" {
						x.Links = append(x.Links, atomLink{"related", u})
					}
				}
				f.Entries = append(f.Entries, x)
			}
			_, _ = w.WriteString(xml.Header)
			out := xml.NewEncoder(w)
			out.Indent("", "  ")
			_ = out.Encode(f) // its only errors are those of w
			_ = w.WriteByte('\n')
		},
	}
}
