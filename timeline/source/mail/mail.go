// Package mail reads single mails and mail folders.
//
// In come the bytes of a mail (RFC 5322, MIME) or of an mbox, out comes an article
// for each mail: subject, sender, date, and its text, plain if there is one, else
// out of HTML. Attachments are left out. The package refuses to trust a header
// further than that: the date is when the mail was sent.
package mail

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"github.com/datelinehq/dateline/timeline/source/markup"
	"github.com/datelinehq/dateline/timeline/source/stamp"
	"github.com/datelinehq/dateline/timeline/text"
)

// maxParts and maxDepth bound what is looked at in one mail.
const (
	maxParts = 200
	maxDepth = 20
)

// header is a line that begins a mail.
var header = regexp.MustCompile(`(?i)^(from|to|cc|subject|date|received|return-path|message-id|mime-version|delivered-to|x-[a-z-]+|content-type|reply-to|sender|importance):`)

// Is reports whether a file begins like a mail or a folder of them.
func Is(b []byte) bool {
	b = bytes.TrimLeft(b, "\r\n")
	return IsFolder(b) || header.Match(b) && bytes.Contains(bytes.ToLower(b[:min(len(b), 16<<10)]), []byte("\ndate:")) ||
		header.Match(b) && bytes.HasPrefix(bytes.ToLower(b), []byte("date:"))
}

// IsFolder reports whether a file begins like an mbox.
func IsFolder(b []byte) bool { return bytes.HasPrefix(b, []byte("From ")) }

// start begins a mail in a folder (RFC 4155).
var start = regexp.MustCompile(`(?m)^From .*\d{2}:\d{2}.*$`)

// Folder reads an mbox. A mail that cannot be read is left out, and errs tells of
// it.
func Folder(b []byte) (as []text.Article, errs []error) {
	starts := start.FindAllIndex(b, -1)
	for i, s := range starts {
		end := len(b)
		if i+1 < len(starts) {
			end = starts[i+1][0]
		}
		one := bytes.TrimLeft(b[s[1]:end], "\r\n")
		one = regexp.MustCompile(`(?m)^>(>*From )`).ReplaceAll(one, []byte("$1"))
		a, err := Read(one)
		if err != nil {
			errs = append(errs, fmt.Errorf("mail %d: %w", i+1, err))
			continue
		}
		as = append(as, a)
	}
	return as, errs
}

// Read reads a mail.
func Read(b []byte) (text.Article, error) {
	m, err := mail.ReadMessage(bytes.NewReader(bytes.TrimLeft(b, " \t\r\n\ufeff")))
	if err != nil {
		return text.Article{}, fmt.Errorf("read mail: %w", err)
	}
	a := text.Article{
		ID: strings.Trim(m.Header.Get("Message-Id"), "<> "), Title: decoded(m.Header.Get("Subject")),
		Outlet: sender(m.Header.Get("From")), Lang: m.Header.Get("Content-Language"),
	}
	if s := m.Header.Get("Date"); s != "" {
		d, _ := stamp.Read(s)
		a.Claims = []text.DateClaim{{From: text.FromMail, Name: "Date", Text: s, Date: d}}
	}
	w := walker{}
	w.part(m.Header.Get("Content-Type"), m.Header.Get("Content-Transfer-Encoding"), "", m.Body, 0)
	a.Text = w.text()
	return a, nil
}

// decoded is a header with its encoded words (RFC 2047) read.
func decoded(s string) string {
	d := mime.WordDecoder{CharsetReader: reader}
	out, err := d.DecodeHeader(s)
	if err != nil || !utf8.ValidString(out) {
		out = strings.ToValidUTF8(s, "\uFFFD")
	}
	return strings.Join(strings.Fields(out), " ")
}

func reader(label string, in io.Reader) (io.Reader, error) {
	r, err := charset.NewReaderLabel(label, in)
	if err != nil {
		return in, nil
	}
	return r, nil
}

// sender is the name of who sent it, or the address.
func sender(s string) string {
	p := mail.AddressParser{WordDecoder: &mime.WordDecoder{CharsetReader: reader}}
	if a, err := p.Parse(s); err == nil {
		if a.Name != "" {
			return a.Name
		}
		return a.Address
	}
	return decoded(s)
}

// walker collects the texts of a mail's parts.
type walker struct {
	plain, page []string
	parts       int
}

func (w *walker) text() string {
	s := strings.Join(w.plain, "\n\n")
	if strings.TrimSpace(s) == "" {
		s = strings.Join(w.page, "\n\n")
	}
	return strings.TrimSpace(s)
}

// part reads one part; what it cannot read it leaves out.
func (w *walker) part(kind, encoding, disposition string, body io.Reader, depth int) {
	if w.parts++; w.parts > maxParts || depth > maxDepth {
		return
	}
	media, params, err := mime.ParseMediaType(kind)
	if err != nil {
		media, params = "text/plain", map[string]string{}
	}
	switch how, _, _ := mime.ParseMediaType(disposition); {
	case how == "attachment":
	case strings.HasPrefix(media, "multipart/"):
		w.parted(multipart.NewReader(body, params["boundary"]), depth)
	case media == "message/rfc822":
		if m, err := mail.ReadMessage(decode(encoding, body)); err == nil && len(w.plain)+len(w.page) == 0 {
			w.part(m.Header.Get("Content-Type"), m.Header.Get("Content-Transfer-Encoding"), "", m.Body, depth+1)
		}
	case media == "text/plain" || media == "text/html":
		b, err := io.ReadAll(decode(encoding, body))
		if len(b) == 0 && err != nil {
			return
		}
		s := utf8Text(b, params["charset"])
		if media == "text/html" {
			w.page = append(w.page, markup.HTML([]byte(s)).Body())
		} else {
			w.plain = append(w.plain, unflowed(s, params["format"]))
		}
	}
}

func (w *walker) parted(r *multipart.Reader, depth int) {
	for {
		p, err := r.NextRawPart()
		if err != nil {
			return
		}
		w.part(p.Header.Get("Content-Type"), p.Header.Get("Content-Transfer-Encoding"), p.Header.Get("Content-Disposition"), p, depth+1)
	}
}

func decode(encoding string, r io.Reader) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, skipper{r})
	case "quoted-printable":
		return quotedprintable.NewReader(r)
	}
	return r
}

// skipper leaves out what is no letter of base64, as RFC 2045 asks.
type skipper struct{ io.Reader }

func (s skipper) Read(p []byte) (int, error) {
	for {
		n, err := s.Reader.Read(p)
		k := 0
		for _, b := range p[:n] {
			if b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b == '+' || b == '/' || b == '=' {
				p[k] = b
				k++
			}
		}
		if k > 0 || err != nil {
			return k, err
		}
		if n == 0 {
			return 0, errors.New("no progress")
		}
	}
}

// utf8Text is a text in a charset as UTF-8; one that names none is told by its
// bytes.
func utf8Text(b []byte, label string) string {
	if label == "" && utf8.Valid(b) {
		return string(b)
	}
	r, err := charset.NewReaderLabel(label, bytes.NewReader(b))
	if err != nil {
		if utf8.Valid(b) {
			return string(b)
		}
		r, _ = charset.NewReaderLabel("windows-1252", bytes.NewReader(b))
	}
	out, err := io.ReadAll(r)
	if err != nil || len(out) == 0 {
		out = b
	}
	return strings.ToValidUTF8(string(out), "\uFFFD")
}

// unflowed joins the lines of format=flowed (RFC 3676).
func unflowed(s, format string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	if !strings.EqualFold(format, "flowed") {
		return s
	}
	var b strings.Builder
	for line := range strings.Lines(s) {
		line = strings.TrimSuffix(line, "\n")
		b.WriteString(line)
		if !strings.HasSuffix(line, " ") || line == "-- " {
			b.WriteByte('\n')
		}
	}
	return b.String()
}
