package office

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/ledongthuc/pdf"
	"golang.org/x/text/unicode/norm"

	"github.com/datelinehq/dateline/timeline/source/stamp"
	"github.com/datelinehq/dateline/timeline/text"
)

// maxPages and maxPDFText bound what is read of one document.
const (
	maxPages   = 5000
	maxPDFText = 16 << 20
)

// ErrEncrypted says that a document wants a password.
var ErrEncrypted = errors.New("read PDF: it is encrypted")

// PDF reads a document with a text layer, page by page. Ligatures are taken apart
// (NFKC), and words that a line break parted with a hyphen stay as they are.
func PDF(b []byte) (a text.Article, err error) {
	defer func() { // the library panics on what it does not understand
		if r := recover(); r != nil {
			err = fmt.Errorf("read PDF: %v", r)
		}
	}()
	r, err := pdf.NewReader(bytes.NewReader(b), int64(len(b)))
	switch {
	case errors.Is(err, pdf.ErrInvalidPassword) || err != nil && strings.Contains(err.Error(), "encrypt"):
		return text.Article{}, ErrEncrypted
	case err != nil:
		return text.Article{}, fmt.Errorf("read PDF: %w", err)
	}
	info := r.Trailer().Key("Info")
	a.Title = strings.Join(strings.Fields(info.Key("Title").Text()), " ")
	a.Lang = r.Trailer().Key("Root").Key("Lang").Text()
	created, changed := info.Key("CreationDate").Text(), info.Key("ModDate").Text()
	if created != "" {
		d, _ := stamp.Read(pdfDate(created))
		a.Claims = []text.DateClaim{{From: text.FromDocument, Name: "CreationDate", Text: created, Date: d}}
	}
	if d, ok := stamp.Read(pdfDate(changed)); ok && changed != created {
		a.Modified = d
	}
	a.Text = pages(r)
	return a, nil
}

// pages is the text of all pages; one that cannot be read is left out.
func pages(r *pdf.Reader) string {
	var b strings.Builder
	for i := 1; i <= min(r.NumPage(), maxPages) && b.Len() < maxPDFText; i++ {
		s := norm.NFKC.String(strings.ToValidUTF8(page(r, i), "\uFFFD"))
		if s = strings.TrimSpace(strings.Map(printed, s)); s != "" {
			b.WriteString(s + "\n\n")
		}
	}
	return strings.TrimSpace(b.String())
}

// printed leaves out control characters, which fonts without a table of characters
// yield.
func printed(r rune) rune {
	if r < ' ' && r != '\n' || r == 0x7f {
		return -1
	}
	return r
}

func page(r *pdf.Reader, i int) (s string) {
	defer func() { _ = recover() }() // one bad page does not cost the others
	return laid(r.Page(i).Content().Text)
}

// Parts of a font's size: a gap that is a blank, a step that is another line, and one
// that is another paragraph.
const (
	blankGap = 0.18
	lineStep = 0.5
	paraStep = 1.7
)

// gap is the blank behind a glyph as a part of its size. Where the library knows no
// width, the glyph itself is in it.
func gap(t pdf.Text) float64 {
	if t.W == 0 {
		return 1 + blankGap
	}
	return blankGap
}

// laid is the text of a page's glyphs in the order in which they are set, with blanks
// and line breaks where their places show them.
func laid(ts []pdf.Text) string {
	var b strings.Builder
	for i, t := range ts {
		if i > 0 {
			was := ts[i-1]
			size := max(t.FontSize, was.FontSize, 1)
			down, right := was.Y-t.Y, t.X-was.X-was.W
			switch {
			case down > paraStep*size || down < -lineStep*size:
				b.WriteString("\n\n")
			case down > lineStep*size:
				b.WriteByte('\n')
			case right > gap(was)*size && t.S != " " && was.S != " ":
				b.WriteByte(' ')
			}
		}
		b.WriteString(t.S)
	}
	return b.String()
}

// pdfDate writes "D:20090620143000+02'00'" as a stamp.
func pdfDate(s string) string {
	s = strings.TrimPrefix(strings.TrimSpace(s), "D:")
	s = strings.ReplaceAll(s, "'", "")
	if i := strings.IndexAny(s, "Z"); i > 0 {
		s = s[:i+1]
	}
	if len(s) > 8 {
		s = s[:8] + "T" + s[8:]
	}
	return s
}
