package feed

import (
	"encoding/xml"
	"fmt"
	"io"

	"github.com/datelinehq/dateline/render/words"
	"github.com/datelinehq/dateline/timeline/edition"
	"github.com/datelinehq/dateline/timeline/edtf"
)

// atomFeed is a feed of RFC 4287, as far as changes need it.
type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Author  string      `xml:"author>name"`
	Entries []atomEntry `xml:"entry"`
}

type atomEntry struct {
	ID       string       `xml:"id"`
	Title    string       `xml:"title"`
	Updated  string       `xml:"updated"`
	Category atomCategory `xml:"category"`
	Links    []atomLink   `xml:"link"`
	Content  atomText     `xml:"content"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Href string `xml:"href,attr"`
}

type atomCategory struct {
	Term string `xml:"term,attr"`
}

type atomText struct {
	Type string `xml:"type,attr"`
	Body string `xml:",chardata"`
}

// Changes writes the changes between two editions as an Atom feed, whose entries
// keep their IDs when it is written again. id names the timeline, as an IRI.
func Changes(w io.Writer, c *edition.Changes, id, title string) error {
	at := atomTime(c.After)
	f := atomFeed{ID: id, Title: title, Updated: at, Author: "Dateline"}
	for _, x := range c.List {
		event := x.Event
		if event == "" {
			event = x.Former
		}
		f.Entries = append(f.Entries, atomEntry{
			ID:    id + ":" + c.After.String() + ":" + string(x.Kind) + ":" + event,
			Title: words.ChangeKind(x.Kind) + ": " + x.Title, Updated: at,
			Category: atomCategory{string(x.Kind)},
			Content:  atomText{"text", x.Title + " (" + words.Change(x) + ")"},
		})
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return fmt.Errorf("write changes: %w", err)
	}
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	if err := e.Encode(f); err != nil {
		return fmt.Errorf("write changes: %w", err)
	}
	_, err := io.WriteString(w, "\n")
	return err
}

// atomTime is the first moment of a day; Atom has no coarser time. The feed's times
// say when an edition was made, not when something happened.
func atomTime(d edtf.Date) string {
	first, _ := edtf.On(d).DayBounds()
	if d.IsZero() || first == edtf.Past {
		first = 0
	}
	return edtf.FromDays(first).String() + "T00:00:00Z"
}
