// Package syndication reads feeds: RSS 0.9 to 2.0, RDF, Atom and JSON Feed.
//
// In come the bytes of a feed, out comes an article for each entry, with the text
// that the feed gives of it, which is often a summary. The package refuses to fetch
// what an entry links to.
package syndication

import (
	"bytes"
	"cmp"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/mmcdole/gofeed"
	"golang.org/x/text/encoding/charmap"

	"github.com/datelinehq/dateline/timeline/source/markup"
	"github.com/datelinehq/dateline/timeline/source/stamp"
	"github.com/datelinehq/dateline/timeline/text"
)

// Is reports whether a file begins like a feed.
func Is(b []byte) bool {
	return gofeed.DetectFeedType(bytes.NewReader(bytes.TrimSpace(b))) != gofeed.FeedTypeUnknown
}

// Parse reads a feed as it is written; one that is not UTF-8 and does not say what it
// is, as Windows-1252.
func Parse(b []byte) (*gofeed.Feed, error) {
	b = bytes.TrimSpace(b)
	if !utf8.Valid(b) && !bytes.Contains(b[:min(len(b), 200)], []byte("encoding=")) {
		if s, err := charmap.Windows1252.NewDecoder().Bytes(b); err == nil {
			b = s
		}
	}
	f, err := gofeed.NewParser().Parse(bytes.NewReader(b))
	if err != nil {
		return nil, fmt.Errorf("read feed: %w", err)
	}
	return f, nil
}

// Read reads the articles of a feed.
func Read(b []byte) ([]text.Article, error) {
	f, err := Parse(b)
	if err != nil {
		return nil, err
	}
	var as []text.Article
	for _, it := range f.Items {
		as = append(as, article(f, it))
	}
	return as, nil
}

func article(f *gofeed.Feed, it *gofeed.Item) text.Article {
	a := text.Article{
		ID: cmp.Or(it.GUID, it.Link), URL: it.Link, Title: plain(it.Title), Outlet: plain(f.Title),
		Lang: f.Language, Text: cmp.Or(markup.HTML([]byte(it.Content)).Body(), markup.HTML([]byte(it.Description)).Body()),
	}
	dc := it.DublinCoreExt
	if dc != nil && len(dc.Language) > 0 {
		a.Lang = dc.Language[0]
	}
	claim(&a, "published", it.Published)
	if dc != nil && len(dc.Date) > 0 {
		claim(&a, "dc:date", dc.Date[0])
	}
	claim(&a, "updated", it.Updated)
	if d, ok := stamp.Read(it.Updated); ok && it.Published != "" && it.Updated != it.Published {
		a.Modified = d
	}
	return a
}

func claim(a *text.Article, name, s string) {
	if s = strings.TrimSpace(s); s == "" {
		return
	}
	d, _ := stamp.Read(s)
	a.Claims = append(a.Claims, text.DateClaim{From: text.FromFeed, Name: name, Text: s, Date: d})
}

// plain is a title without markup, which feeds put into titles.
func plain(s string) string {
	if strings.ContainsAny(s, "<&") {
		s = markup.HTML([]byte(s)).Body()
	}
	return strings.Join(strings.Fields(s), " ")
}
