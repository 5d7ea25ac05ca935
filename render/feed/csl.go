package feed

import (
	"bufio"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
)

// A cslItem is a source as CSL 1.0.2 has it in JSON.
type cslItem struct {
	ID        string   `json:"id"`
	Type      string   `json:"type"`
	Title     string   `json:"title,omitempty"`
	Container string   `json:"container-title,omitempty"`
	Issued    *cslDate `json:"issued,omitempty"`
	URL       string   `json:"URL,omitempty"`
	Language  string   `json:"language,omitempty"`
	Place     string   `json:"publisher-place,omitempty"`
	Source    string   `json:"source,omitempty"`
	Note      string   `json:"note,omitempty"`
	Custom    *cslOwn  `json:"custom,omitempty"`
}

type cslDate struct {
	Parts  [][]int `json:"date-parts,omitempty"`
	Season int     `json:"season,omitempty"`
	Circa  bool    `json:"circa,omitempty"`
	// EDTF is the date as it is.
	EDTF string `json:"edtf"`
}

type cslOwn struct {
	SHA256 string `json:"text-sha256,omitempty"`
	Bytes  int    `json:"text-bytes,omitempty"`
}

// cslJSON is the sources for reference managers.
func cslJSON() Format {
	return Format{
		Name: "csl", File: "sources.csl.json", About: "the sources for reference managers (CSL-JSON)",
		carries: []Part{Sources},
		write: func(w *bufio.Writer, v *view) {
			items := []cslItem{}
			for _, s := range v.t.Sources {
				items = append(items, cslItem{
					ID: citeKey(s), Type: sourceType(s), Title: v.line(s.Title), Container: v.line(s.Outlet), Issued: cslIssued(s.Published),
					URL: link(s.URL), Language: v.line(s.Lang), Place: v.line(s.Place), Source: v.line(s.Origin), Note: v.line(s.Credit),
					Custom: &cslOwn{v.line(s.SHA256), s.Bytes},
				})
			}
			pretty(w, items)
		},
	}
}

// sourceType is a newspaper's article where an outlet printed it, else a document.
func sourceType(s timeline.Source) string {
	switch {
	case s.Outlet != "":
		return "article-newspaper"
	case link(s.URL) != "":
		return "webpage"
	}
	return "document"
}

// cslIssued has the parts that are known. Seasons of CSL are 1 to 4; a quarter or half,
// of which it knows nothing, is its year.
func cslIssued(d edtf.Date) *cslDate {
	if d.Unit <= edtf.Open {
		return nil
	}
	x := &cslDate{Circa: d.Doubt&edtf.Approximate != 0, EDTF: d.String()}
	switch {
	case d.Unit < edtf.Year: // a decade has no year
	case d.Unit == edtf.Season:
		x.Parts, x.Season = [][]int{{d.Year}}, int(d.Month)-edtf.Spring+1
	case d.Unit < edtf.Month:
		x.Parts = [][]int{{d.Year}}
	case d.Unit == edtf.Month:
		x.Parts = [][]int{{d.Year, int(d.Month)}}
	default:
		x.Parts = [][]int{{d.Year, int(d.Month), int(d.Day)}}
	}
	return x
}
