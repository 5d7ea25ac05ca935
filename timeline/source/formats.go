package source

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/source/mail"
	"github.com/datelinehq/dateline/timeline/source/office"
	"github.com/datelinehq/dateline/timeline/source/pack"
	"github.com/datelinehq/dateline/timeline/source/syndication"
	"github.com/datelinehq/dateline/timeline/source/web"
	"github.com/datelinehq/dateline/timeline/source/wire"
	"github.com/datelinehq/dateline/timeline/text"
)

// A Format is a kind of file.
type Format string

const (
	PlainText Format = "text"
	Markdown  Format = "markdown"
	JSONLines Format = "jsonl"
	HTML      Format = "html"
	Feed      Format = "feed"
	WireXML   Format = "wire"
	Ninjs     Format = "ninjs"
	Mail      Format = "mail"
	MailBox   Format = "mbox"
	PDF       Format = "pdf"
	DOCX      Format = "docx"
	Archive   Format = "archive"
)

// FormatOf tells a file's format: by its content where that is plain, else by its
// name. contentType, where a server gave one, decides between a page and plain text.
func FormatOf(file string, b []byte, contentType string) Format {
	ext := strings.ToLower(path.Ext(file))
	switch {
	case bytes.HasPrefix(b, []byte("%PDF-")):
		return PDF
	case pack.Kind(b) == "zip" && isDOCX(b):
		return DOCX
	case pack.Kind(b) != "":
		return Archive
	case lines(file):
		return JSONLines
	case ext == ".md" || ext == ".markdown":
		return Markdown
	}
	head := bytes.TrimLeft(b, " \t\r\n\ufeff")
	switch {
	case len(head) > 0 && (head[0] == '{' || head[0] == '['):
		return formatOfJSON(ext, head)
	case wire.XMLKind(head) != "":
		return WireXML
	case strings.Contains(contentType, "html") || ext == ".html" || ext == ".htm" || ext == ".xhtml" || looksHTML(head):
		return HTML
	case len(head) > 0 && head[0] == '<' && syndication.Is(head):
		return Feed
	case ext == ".mbox" || mail.IsFolder(head) && ext != ".txt":
		return MailBox
	case ext == ".eml" || ext != ".txt" && mail.Is(head):
		return Mail
	}
	return PlainText
}

// IsArchive reports whether a file begins like an archive; a DOCX does.
func IsArchive(head []byte) bool { return pack.Kind(head) != "" }

// formatOfJSON parts ninjs, JSON Feed and lines of records.
func formatOfJSON(ext string, b []byte) Format {
	if ext == ".txt" {
		return PlainText
	}
	d := json.NewDecoder(bytes.NewReader(b))
	var v any
	if d.Decode(&v) != nil {
		return PlainText
	}
	switch {
	case wire.IsNinjs(v):
		return Ninjs
	case syndication.Is(b):
		return Feed
	}
	return JSONLines
}

func isDOCX(b []byte) bool {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	return err == nil && office.IsDOCX(z)
}

func looksHTML(b []byte) bool {
	head := bytes.ToLower(b[:min(len(b), 1024)])
	return bytes.HasPrefix(head, []byte("<!doctype html")) || bytes.HasPrefix(head, []byte("<html")) || head != nil && bytes.Contains(head, []byte("<html")) && bytes.HasPrefix(head, []byte("<"))
}

// errNoText says that a file was read and holds no text.
var errNoText = errors.New("no text was found in it")

// minText is the number of bytes below which a page's text is none.
const minText = 40

// foreign reads a file of a format that is not ours.
func (r *Reader) foreign(f Format, file string, b []byte, g Given) (as []text.Article, fs []text.Finding, err error) {
	odd := func(err error) {
		fs = append(fs, text.Finding{Article: file, Stage: "source", Code: "partly-read", Text: fmt.Sprintf("%v; what comes before is kept", err)})
	}
	switch f {
	case HTML:
		var a text.Article
		a, err = web.Read(b, web.Options{URL: g.URL, ContentType: g.ContentType})
		if len(a.Text) < minText && err == nil {
			fs = append(fs, text.Finding{Article: file, Stage: "source", Code: "no-text", Text: errNoText.Error()})
		}
		as = []text.Article{a}
	case Feed:
		as, err = syndication.Read(b)
	case WireXML:
		as, err = wire.XML(b)
	case Ninjs:
		as, err = wire.Ninjs(b)
	case Mail:
		var a text.Article
		a, err = mail.Read(b)
		as = []text.Article{a}
	case MailBox:
		var errs []error
		as, errs = mail.Folder(b)
		for _, e := range errs {
			odd(e)
		}
	case PDF, DOCX:
		var a text.Article
		if f == PDF {
			a, err = office.PDF(b)
		} else {
			a, err = office.DOCX(b)
		}
		as = []text.Article{a}
	}
	if err != nil && (len(as) == 0 || as[0].Text == "" && as[0].Title == "") {
		return nil, fs, err
	}
	if err != nil {
		odd(err)
	}
	if len(as) == 0 {
		return nil, fs, errors.New("it holds no article")
	}
	for i := range as {
		fs = append(fs, r.adopt(&as[i], file, i, len(as), g)...)
	}
	return as, fs, nil
}

// adopt completes an article of a foreign format.
func (r *Reader) adopt(a *text.Article, file string, i, n int, g Given) []text.Finding {
	a.File = file
	a.Text = valid(a.Text)
	a.Title = valid(a.Title)
	if a.ID == "" || strings.ContainsAny(a.ID, "\r\n\x00") {
		a.ID = id(file)
		if n > 1 {
			a.ID = fmt.Sprintf("%s-%d", id(file), i+1)
		}
	}
	if name, ok := r.agencies[a.Origin]; ok {
		a.Origin = name
	}
	r.translate(a.Claims)
	if i > 0 { // a sidecar is about the file's first article
		g.Sidecar = nil
	}
	if g.Captured != "" {
		if d, ok := readStamp(g.Captured); ok {
			a.Claims = append(a.Claims, text.DateClaim{From: text.FromCapture, Name: "WARC-Date", Text: g.Captured, Date: d})
		}
	}
	return r.finish(a, g, false)
}

func valid(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "")
}

// Files reads the articles of an archive one file after the other, and hands each
// file's on with what was odd or failed. It returns an error when the archive breaks
// off, after what came before, or when each returns one.
func (r *Reader) Files(file string, in io.ReaderAt, size int64, g Given, each func(name string, as []text.Article, fs []text.Finding, err error) error) error {
	return pack.Walk(file, in, size, pack.Limits{Entry: MaxBytes}, func(e pack.Entry) error {
		g := g
		g.Sidecar, g.ContentType, g.Captured = nil, e.ContentType, e.Captured
		if e.URL != "" {
			g.URL = e.URL
		}
		as, fs, err := r.Read(e.Name, e.Body, g)
		return each(e.Name, as, fs, err)
	}, func(name string, err error) {
		_ = each(name, nil, nil, err)
	})
}

// Embargoed reports whether nothing of an article may be published at a moment.
func Embargoed(a *text.Article, now edtf.Date) bool {
	return !a.Embargo.IsZero() && !now.IsZero() && edtf.On(now).Before(edtf.On(a.Embargo))
}
