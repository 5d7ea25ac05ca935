// Package office reads documents of word processors: DOCX, and PDF with a text
// layer.
//
// In come the bytes of a file, out comes an article with the text and what the
// document's properties say. Dates of properties are when the file was made, which
// is not when its text was published. The package refuses to look at pictures: a
// scan has no text.
package office

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/datelinehq/dateline/timeline/source/markup"
	"github.com/datelinehq/dateline/timeline/source/stamp"
	"github.com/datelinehq/dateline/timeline/text"
)

// maxPart bounds one unpacked part of a document.
const maxPart = 64 << 20

// DOCX reads a document of Office Open XML (ECMA-376).
func DOCX(b []byte) (text.Article, error) {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return text.Article{}, fmt.Errorf("read DOCX: %w", err)
	}
	main, err := part(z, "document.xml")
	if err != nil {
		return text.Article{}, err
	}
	a := text.Article{Text: paragraphs(main)}
	if core, err := part(z, "core.xml"); err == nil {
		a.Title = core.Find("title").Line()
		a.Lang = core.Find("language").Line()
		created, changed := core.Find("created").Line(), core.Find("modified").Line()
		if created != "" {
			d, _ := stamp.Read(created)
			a.Claims = []text.DateClaim{{From: text.FromDocument, Name: "created", Text: created, Date: d}}
		}
		if d, ok := stamp.Read(changed); ok && changed != created {
			a.Modified = d
		}
	}
	return a, nil
}

// IsDOCX reports whether a zip file is a document.
func IsDOCX(z *zip.Reader) bool {
	for _, f := range z.File {
		if f.Name == "word/document.xml" || f.Name == `word\document.xml` {
			return true
		}
	}
	return false
}

// part reads a part of a document by the end of its name.
func part(z *zip.Reader, name string) (*markup.Node, error) {
	for _, f := range z.File {
		if path.Base(strings.ReplaceAll(f.Name, `\`, "/")) != name {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return nil, fmt.Errorf("read DOCX: %w", err)
		}
		defer r.Close()
		b, err := io.ReadAll(io.LimitReader(r, maxPart+1))
		if err != nil {
			return nil, fmt.Errorf("read DOCX: %w", err)
		}
		if len(b) > maxPart {
			return nil, errors.New("read DOCX: the text is too large")
		}
		n, err := markup.XML(b)
		if err != nil && n.Find("body") == nil && name == "document.xml" {
			return nil, fmt.Errorf("read DOCX: %w", err)
		}
		return n, nil
	}
	return nil, fmt.Errorf("read DOCX: it holds no %s", name)
}

// paragraphs is the text of a document: w:t in w:p, with breaks and tabs. Deleted
// text and codes of fields are left out.
func paragraphs(n *markup.Node) string {
	var ps []string
	for _, p := range n.All("p") {
		var b strings.Builder
		p.Walk(func(k *markup.Node) bool {
			switch k.Name {
			case "t":
				for _, s := range k.Kids {
					b.WriteString(s.Text)
				}
				return false
			case "tab":
				b.WriteByte(' ')
			case "br", "cr":
				b.WriteByte('\n')
			case "del", "instrtext", "ppr", "rpr", "fallback":
				return false
			}
			return true
		})
		if s := strings.TrimSpace(b.String()); s != "" {
			ps = append(ps, s)
		}
	}
	return strings.Join(ps, "\n\n")
}
