package source

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/moment"
	"github.com/datelinehq/dateline/timeline/source/stamp"
	"github.com/datelinehq/dateline/timeline/text"
)

// fields are what front matter, sidecar or record say of an article, under the
// names that are in use.
type fields map[string]any

// first is the first of the keys that has a plain value.
func (f fields) first(keys ...string) string {
	for _, k := range keys {
		switch v := f[k].(type) {
		case nil:
		case string:
			if v = strings.TrimSpace(v); v != "" {
				return v
			}
		default:
			return strings.TrimSpace(fmt.Sprint(v))
		}
	}
	return ""
}

// fill sets the fields of a; from says where they stand. A date that is none is
// a finding, and leaves the date unknown.
func (f fields) fill(a *text.Article, from text.DateFrom) []text.Finding {
	g := Given{
		Title:  f.first("title", "headline"),
		Outlet: f.first("outlet", "source", "publisher", "site"),
		Origin: f.first("origin", "agency"),
		Place:  f.first("place"),
		Credit: f.first("credit", "author", "licence", "license"),
		Lang:   f.first("lang", "language"),
		URL:    f.first("url", "link"),
		From:   from,
	}
	var fs []text.Finding
	if k := text.Genre(f.first("kind", "genre")); slices.Contains(text.Genres(), k) {
		g.Genre = k
	}
	if s := f.first("published", "date", "dct"); s != "" {
		d, err := readDate(s)
		if err != nil {
			fs = append(fs, text.Finding{Article: a.ID, Stage: "source", Code: "bad-date", Text: fmt.Sprintf("%s: %v", from, err)})
		} else {
			a.Claims = append(a.Claims, text.DateClaim{From: from, Text: s, Date: d})
		}
	}
	if s := f.first("feed_published"); s != "" { // what fetch notes beside a page
		if d, ok := readStamp(s); ok {
			a.Claims = append(a.Claims, text.DateClaim{From: text.FromFeed, Name: "published", Text: s, Date: d})
		}
	}
	if d, ok := readStamp(f.first("modified", "updated")); ok {
		a.Modified = d
	}
	if d, ok := readStamp(f.first("embargo", "embargoed")); ok {
		a.Embargo = d
	}
	take(a, g)
	return fs
}

// readStamp reads a moment or a day as programs write it.
func readStamp(s string) (edtf.Date, bool) { return stamp.Read(s) }

// readDate reads a moment or a day as programs write them, or a date as people do.
func readDate(s string) (edtf.Date, error) {
	if len(s) > 10 {
		if d, ok := readStamp(s); ok {
			return d, nil
		}
	}
	return moment.Date(s, edtf.Date{})
}

// readYAML reads front matter or a sidecar.
func readYAML(s string) (fields, error) {
	f := fields{}
	err := yaml.Unmarshal([]byte(s), &f)
	return f, err
}

// sidecar fills a from the file beside it.
func sidecar(a *text.Article, b []byte) []text.Finding {
	if len(b) == 0 {
		return nil
	}
	f, err := readYAML(string(b))
	if err != nil {
		return []text.Finding{{Article: a.ID, Stage: "source", Code: "bad-sidecar", Text: "the sidecar file is no YAML and was left out: " + firstLine(err.Error())}}
	}
	return f.fill(a, text.FromSidecar)
}

func firstLine(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	return s
}

// markdown reads an article whose front matter tells of it. Its text begins
// behind the front matter.
func (r *Reader) markdown(file, s string, g Given) (*text.Article, []text.Finding, error) {
	head, body := frontMatter(s)
	a := &text.Article{ID: id(file), File: file, Text: body}
	var findings []text.Finding
	if head != "" {
		f, err := readYAML(head)
		if err != nil {
			findings = append(findings, text.Finding{Article: a.ID, Stage: "source", Code: "bad-front-matter", Text: "the front matter is no YAML and was left out: " + firstLine(err.Error())})
		}
		if v := f.first("id"); v != "" {
			a.ID = v
		}
		findings = append(findings, f.fill(a, text.FromFront)...)
	}
	if strings.TrimSpace(body) == "" {
		return nil, findings, errEmpty
	}
	findings = append(findings, r.finish(a, g, a.Title == "")...)
	return a, findings, nil
}

// frontMatter cuts a text that begins with "---" at the line "---" after it.
func frontMatter(s string) (head, body string) {
	rest, ok := strings.CutPrefix(s, "---\n")
	if !ok {
		if rest, ok = strings.CutPrefix(s, "---\r\n"); !ok {
			return "", s
		}
	}
	for at := 0; at < len(rest); {
		end := strings.IndexByte(rest[at:], '\n')
		line := rest[at:]
		if end >= 0 {
			line = rest[at : at+end]
		}
		if t := strings.TrimRight(line, "\r"); t == "---" || t == "..." {
			if end < 0 {
				return rest[:at], ""
			}
			return rest[:at], strings.TrimLeft(rest[at+end+1:], "\r\n")
		}
		if end < 0 {
			break
		}
		at += end + 1
	}
	return "", s
}

// jsonLines reads one article a line. A bad line is a finding.
func (r *Reader) jsonLines(file string, b []byte, g Given) (as []text.Article, fs []text.Finding, err error) {
	err = r.Lines(file, bytes.NewReader(b), g, func(a *text.Article, more []text.Finding) error {
		if a != nil {
			as = append(as, *a)
		}
		fs = append(fs, more...)
		return nil
	})
	return as, fs, err
}

// Record reads one JSON object: {"id", "published" or "date", "title", "text", …}.
func (r *Reader) Record(line []byte, g Given) (text.Article, []text.Finding, error) {
	f := fields{}
	if err := json.Unmarshal(line, &f); err != nil {
		return text.Article{}, nil, fmt.Errorf("no JSON object: %w", err)
	}
	body, ok := f["text"].(string)
	if !ok {
		return text.Article{}, nil, fmt.Errorf(`no "text"`)
	}
	a := text.Article{ID: f.first("id", "doc"), Text: body}
	findings := f.fill(&a, text.FromMetadata)
	return a, append(findings, r.finish(&a, g, false)...), nil
}

// plain reads a text that may begin with headline, outlet and dateline.
func (r *Reader) plain(file, s string, g Given) (*text.Article, []text.Finding, error) {
	a := &text.Article{ID: id(file), File: file, Text: s}
	return a, r.finish(a, g, true), nil
}

// finish reads the head of the text and applies the order of preference of what
// is known: given from outside, sidecar, then the text itself.
func (r *Reader) finish(a *text.Article, g Given, headline bool) []text.Finding {
	r.head(a, headline)
	findings := sidecar(a, g.Sidecar)
	take(a, g)
	return append(findings, settle(a, g.Today)...)
}
