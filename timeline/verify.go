package timeline

import (
	"crypto/sha256"
	"fmt"
	"strings"
)

// Fault is what Verify finds wrong with a source or a quote.
type Fault string

const (
	// Missing: the source's text could not be had.
	Missing Fault = "missing"
	// Altered: the source's text is not the one that was read, though its quotes
	// may still stand.
	Altered Fault = "altered"
	// Shifted: the quote stands in the text, at another place.
	Shifted Fault = "shifted"
	// Gone: the quote does not stand in the text.
	Gone Fault = "gone"
)

// A Doubtful is a source or a quote that does not read as it did.
type Doubtful struct {
	Fault  Fault  `json:"fault"`
	Source int    `json:"source"`
	Event  string `json:"event,omitempty"`
	Quote  string `json:"quote,omitempty"`
	Detail string `json:"detail,omitempty"`
}

// Verify holds every quote of t against the text of its source, which open gives.
// It tells how many quotes it looked at and what does not read as it did: sources
// in their order, each followed by its quotes in the order of the events.
func (t *Timeline) Verify(open func(Source) (string, error)) (quotes int, bad []Doubtful) {
	cites := make([][]Doubtful, len(t.Sources)+1)
	spans := make([][]Cite, len(t.Sources)+1)
	for _, list := range [][]Event{t.Events, t.Undated} {
		for i := range list {
			for _, c := range list[i].Cites {
				quotes++
				cites[c.Source] = append(cites[c.Source], Doubtful{Source: c.Source, Event: list[i].ID, Quote: c.Quote})
				spans[c.Source] = append(spans[c.Source], c)
			}
		}
	}
	for _, s := range t.Sources {
		body, err := open(s)
		if err != nil {
			bad = append(bad, Doubtful{Fault: Missing, Source: s.Number, Detail: err.Error()})
			continue
		}
		if sum := fmt.Sprintf("%x", sha256.Sum256([]byte(body))); sum != s.SHA256 {
			bad = append(bad, Doubtful{Fault: Altered, Source: s.Number, Detail: fmt.Sprintf("%d bytes, were %d", len(body), s.Bytes)})
		}
		for i, d := range cites[s.Number] {
			at := spans[s.Number][i].Span
			switch {
			case at.Start >= 0 && at.Start <= at.End && at.End <= len(body) && body[at.Start:at.End] == d.Quote:
			case strings.Contains(body, d.Quote):
				d.Fault = Shifted
				bad = append(bad, d)
			default:
				d.Fault = Gone
				bad = append(bad, d)
			}
		}
	}
	return quotes, bad
}
