// Package source turns the bytes of files into articles.
//
// In come a file's name and bytes, and what flag, config or sidecar say of it;
// out come articles and findings. The package opens no file and knows no clock:
// a publication date is given, or it is read from the article, or it stays
// unknown. It refuses to read the text itself beyond headline and dateline.
package source

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/lang"
	"github.com/datelinehq/dateline/timeline/text"
)

// MaxBytes is the size above which an article is refused.
const MaxBytes = 16 << 20

// maxLinesFile is the size above which a file of many articles is refused; such
// files are better streamed.
const maxLinesFile = 1 << 30

// lines reports whether a file holds one article a line.
func lines(file string) bool {
	ext := strings.ToLower(path.Ext(file))
	return ext == ".jsonl" || ext == ".ndjson"
}

// Limit is how many bytes of a file are worth reading.
func Limit(file string) int64 {
	if lines(file) {
		return maxLinesFile + 1
	}
	return MaxBytes + 1
}

// Given is what is known of a file from outside. Its fields win over those that
// stand in the file.
type Given struct {
	Title, Outlet, Origin, Place, Credit, Lang, URL string
	Published                                       edtf.Date
	Genre                                           text.Genre
	// From says where Published was given; the zero value means a flag.
	From text.DateFrom
	// Today is the day of the run: no article was published after it. Zero does not
	// bound them.
	Today edtf.Date
	// ContentType is what a server said of the file; Captured when a web archive
	// took it.
	ContentType, Captured string
	// Sidecar is the content of the file NAME.meta.yaml beside NAME, if there is
	// one.
	Sidecar []byte
}

// A Reader reads files. It never changes and may be used by many goroutines.
type Reader struct {
	// agencies are the usual names by the names that texts use.
	agencies map[string]string
	// months are the English short forms by the names in other languages.
	months map[string]string
}

// Load reads what a Reader needs from the seeds.
func Load(seeds fs.FS) (*Reader, error) {
	ts, err := lang.ReadTerms(seeds, "agencies.txt")
	if err != nil {
		return nil, fmt.Errorf("read agencies: %w", err)
	}
	r := &Reader{agencies: map[string]string{}}
	for _, t := range ts {
		for _, s := range t.Surfaces {
			r.agencies[s] = t.Surfaces[0]
		}
	}
	r.months, err = readMonths(seeds)
	return r, err
}

var (
	errEmpty   = errors.New("the file is empty")
	errBinary  = errors.New("this is no text file (it holds zero bytes)")
	errArchive = errors.New("this is an archive, and only files in it can be read")
	errSize    = fmt.Errorf("the file is larger than %d MB", MaxBytes>>20)
)

// Read reads a file of any format but archives, for which there is Files. Its format
// is told by its content or its name's ending.
func (r *Reader) Read(file string, data []byte, g Given) ([]text.Article, []text.Finding, error) {
	if len(data) > MaxBytes && !lines(file) || len(data) > maxLinesFile {
		return nil, nil, errSize
	}
	if g.From == text.FromNowhere {
		g.From = text.FromFlag
	}
	switch f := FormatOf(file, data, g.ContentType); f {
	case PlainText, Markdown, JSONLines:
		return r.own(f, file, data, g)
	case Archive:
		return nil, nil, errArchive
	default:
		return r.foreign(f, file, data, g)
	}
}

// own reads plain text, Markdown and JSON Lines.
func (r *Reader) own(f Format, file string, data []byte, g Given) ([]text.Article, []text.Finding, error) {
	if f == JSONLines {
		return r.jsonLines(file, data, g)
	}
	s, findings, err := decode(file, data)
	if err != nil {
		return nil, nil, err
	}
	if f == Markdown {
		a, more, err := r.markdown(file, s, g)
		return one(a), append(findings, more...), err
	}
	a, more, err := r.plain(file, s, g)
	return one(a), append(findings, more...), err
}

func one(a *text.Article) []text.Article {
	if a == nil {
		return nil
	}
	return []text.Article{*a}
}

// decode makes valid UTF-8 of data and tells what it had to do.
func decode(file string, data []byte) (string, []text.Finding, error) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if bytes.IndexByte(data, 0) >= 0 {
		return "", nil, errBinary
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return "", nil, errEmpty
	}
	if utf8.Valid(data) {
		return string(data), nil, nil
	}
	f := text.Finding{Article: file, Stage: "source", Code: "bad-encoding"}
	if invalid(data) > len(data)/500+2 && !multibyte(data) {
		if s, err := charmap.Windows1252.NewDecoder().Bytes(data); err == nil {
			f.Text = "the file is not UTF-8; it was read as Windows-1252"
			return string(s), []text.Finding{f}, nil
		}
	}
	f.Text = "the file has bytes that are not UTF-8; each was replaced by U+FFFD"
	return strings.ToValidUTF8(string(data), "\uFFFD"), []text.Finding{f}, nil
}

// invalid counts bytes that are no UTF-8.
func invalid(b []byte) (n int) {
	for len(b) > 0 {
		r, size := utf8.DecodeRune(b)
		if r == utf8.RuneError && size == 1 {
			n++
		}
		b = b[size:]
	}
	return n
}

// multibyte reports whether valid UTF-8 sequences of several bytes are in b.
func multibyte(b []byte) bool {
	for len(b) > 0 {
		r, size := utf8.DecodeRune(b)
		if r != utf8.RuneError && size > 1 {
			return true
		}
		b = b[size:]
	}
	return false
}

// take fills in what is given from outside; it wins.
func take(a *text.Article, g Given) {
	set := func(to *string, v string) {
		if v != "" {
			*to = v
		}
	}
	set(&a.Title, g.Title)
	set(&a.Outlet, g.Outlet)
	set(&a.Origin, g.Origin)
	set(&a.Place, g.Place)
	set(&a.Credit, g.Credit)
	set(&a.Lang, g.Lang)
	set(&a.URL, g.URL)
	if g.Genre != text.AnyGenre {
		a.Genre = g.Genre
	}
	if !g.Published.IsZero() {
		claim(a, g.From, "", g.Published)
	}
}

// id is a file's name without folder and ending.
func id(file string) string {
	base := path.Base(strings.ReplaceAll(file, `\`, "/"))
	return strings.TrimSuffix(base, path.Ext(base))
}
