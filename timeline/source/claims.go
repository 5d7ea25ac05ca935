package source

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/text"
)

// ladder is the order in which witnesses of a publication date are believed.
var ladder = []text.DateFrom{
	text.FromFlag, text.FromConfig, text.FromSidecar, text.FromFront, text.FromMetadata, text.FromFeed, text.FromPage,
	text.FromURL, text.FromDateline, text.FromMail, text.FromDocument, text.FromCapture,
}

func rung(f text.DateFrom) int {
	if i := slices.Index(ladder, f); i >= 0 {
		return i
	}
	return len(ladder)
}

// earliest is the first year that a publication date is believed of: there was no
// newspaper before.
const earliest = 1605

// claim adds what a witness says; it is settled later.
func claim(a *text.Article, from text.DateFrom, name string, d edtf.Date) {
	a.Claims = append(a.Claims, text.DateClaim{From: from, Name: name, Text: d.String(), Date: d})
}

// settle takes the publication date from the best witness that can be believed:
// not the day of a capture, by which it was published, and no day to come, nor one
// before there were newspapers, unless a person gave it. today may be zero.
func settle(a *text.Article, today edtf.Date) (fs []text.Finding) {
	odd := func(code, format string, args ...any) {
		fs = append(fs, text.Finding{Article: a.ID, Stage: "source", Code: code, Text: fmt.Sprintf(format, args...)})
	}
	slices.SortStableFunc(a.Claims, func(x, y text.DateClaim) int { return cmp.Compare(rung(x.From), rung(y.From)) })
	for _, c := range a.Claims {
		byHand := c.From == text.FromFlag || c.From == text.FromConfig
		switch {
		case c.Date.IsZero():
			odd("bad-date", "%s: %q is not read as a date", where(c), c.Text)
			continue
		case c.From == text.FromCapture:
			if a.Published.IsZero() {
				odd("captured", "it was captured on %s, so it was published by then; nothing says when", c.Date.Trunc(edtf.Day))
			}
			continue
		case !byHand && c.Date.Year < earliest:
			odd("old-date", "%s: %s is no day of a newspaper, and was not taken", where(c), c.Date)
			continue
		case !byHand && !today.IsZero() && edtf.On(today.Add(1, edtf.Day)).Before(edtf.On(c.Date.Trunc(edtf.Day))):
			odd("future-date", "%s: %s lies in the future, and was not taken", where(c), c.Date)
			continue
		case !a.Published.IsZero():
			continue
		}
		a.Published, a.PublishedFrom = c.Date, c.From
		if c.Date.Unit > edtf.Day {
			a.Issued, a.Published = c.Date, c.Date.Trunc(edtf.Day)
		}
		if c.From == text.FromDocument { // when the file was made
			a.Published.Doubt |= edtf.Approximate
		}
	}
	return fs
}

// where names a witness.
func where(c text.DateClaim) string {
	if c.Name == "" || c.Name == string(c.From) {
		return string(c.From)
	}
	return string(c.From) + " (" + c.Name + ")"
}
