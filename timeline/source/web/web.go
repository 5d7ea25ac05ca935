// Package web reads pages.
//
// In come the bytes of an HTML page, out comes an article: its main text without
// menus and notices, its title, site, language, and all that it says of its date,
// best first. The package refuses to fetch anything, and to take a page without an
// article for one: that has an empty text.
package web

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/url"
	"regexp"
	"strings"
	"unicode/utf8"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"github.com/datelinehq/dateline/timeline/source/markup"
	"github.com/datelinehq/dateline/timeline/source/stamp"
	"github.com/datelinehq/dateline/timeline/text"
)

// Options are what is known of a page from outside.
type Options struct {
	// URL is its address; empty takes what the page says.
	URL string
	// ContentType is the header that it came with.
	ContentType string
}

// Read reads a page.
func Read(b []byte, opt Options) (text.Article, error) {
	page, err := decoded(b, opt.ContentType)
	if err != nil {
		return text.Article{}, err
	}
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil { // nested too deep for a page
		return text.Article{}, errors.New("read page: the page is nested too deep")
	}
	tree := markup.FromHTML(doc)
	a := text.Article{URL: opt.URL, Lang: tree.Find("html").Get("lang")}
	m := metadata(tree)
	a.URL = first(a.URL, m.url)
	if len(m.claims) == 0 {
		m.scripted(page)
	}
	if len(m.claims) == 0 {
		m.shown(tree)
	}
	a.Claims = m.claims
	a.Modified = m.modified
	main := extract(doc, a.URL)
	a.Title = title(m, main)
	a.Outlet = first(m.site, main.site)
	a.Text = markup.Begun(first(m.body, marked(tree), main.text))
	if d, ok := addressDate(a.URL); ok {
		a.Claims = append(a.Claims, text.DateClaim{From: text.FromURL, Name: "address", Text: a.URL, Date: d})
	}
	return a, nil
}

// decoded is a page in UTF-8. Bytes that are UTF-8 already are, whatever the page
// says of itself: pages that were saved often still name their former charset.
func decoded(b []byte, contentType string) ([]byte, error) {
	if utf8.Valid(b) {
		return b, nil
	}
	r, err := charset.NewReader(bytes.NewReader(b), contentType)
	if err != nil {
		return nil, fmt.Errorf("read page: %w", err)
	}
	return io.ReadAll(r)
}

// extracted is what the extraction of main text yields.
type extracted struct{ text, title, site string }

// extract finds the main text by the weight of its paragraphs.
func extract(doc *html.Node, address string) extracted {
	u, err := url.Parse(address)
	if err != nil || address == "" {
		u = &url.URL{}
	}
	p := readability.NewParser()
	p.MaxElemsToParse = maxElements
	a, err := p.ParseAndMutate(doc, u)
	if err != nil || a.Node == nil {
		return extracted{}
	}
	return extracted{text: prose(markup.FromHTML(a.Node)), title: a.Title(), site: a.SiteName()}
}

// maxElements bounds the pages that are looked at.
const maxElements = 200_000

// marked is the text of the element that the page itself marks as the article's
// body; empty if there is none, or nothing to speak of in it.
func marked(tree *markup.Node) (s string) {
	tree.Walk(func(n *markup.Node) bool {
		if strings.EqualFold(n.Get("itemprop"), "articleBody") && s == "" {
			s = prose(n)
		}
		return s == ""
	})
	if len(s) < minBody {
		return ""
	}
	return s
}

// minBody is the number of bytes that an article's body has at least.
const minBody = 300

// beside are words in the class or ID of what stands in an article and is none of
// it: captions, bylines, teasers, advertisements, the summary above it.
var beside = regexp.MustCompile(`(?i)(^|[\s_-])(caption|figure|byline|author|dateline-meta|share|social|related|recirc|newsletter|promo|advert|ad|ads|teaser|breadcrumb|tags?|comments?|paywall|read-?more|read-?next|summary|standfirst|subtitle|subhead(line)?|lead|lede|intro|excerpt|kicker|credit|copyright|video|gallery|toolbar|print)([\s_-]|$)`)

// prose is the text of an article's element without what stands beside it.
func prose(n *markup.Node) string {
	return pruned(n, 0).Body()
}

// pruned is n without what stands beside the article. What holds most of the text
// is the article, whatever it is called.
func pruned(n *markup.Node, depth int) *markup.Node {
	if depth > 200 {
		return n
	}
	whole := len(n.Body())
	out := &markup.Node{Name: n.Name, Attr: n.Attr, Text: n.Text}
	for _, k := range n.Kids {
		switch {
		case k.Name == "figure" || k.Name == "figcaption" || k.Name == "aside" || k.Name == "h1" || k.Name == "header" || k.Name == "footer" || k.Name == "nav" || k.Name == "time":
			continue
		case k.Name != "" && beside.MatchString(k.Get("class")+" "+k.Get("id")+" "+k.Get("data-component")) && 3*len(k.Body()) < whole:
			continue
		}
		out.Kids = append(out.Kids, pruned(k, depth+1))
	}
	return out
}

func first(ss ...string) string {
	for _, s := range ss {
		if s = strings.TrimSpace(s); s != "" {
			return s
		}
	}
	return ""
}

// stamped reads a date of a page's metadata.
func stamped(name, s string, from text.DateFrom) (text.DateClaim, bool) {
	s = strings.TrimSpace(s)
	d, ok := stamp.Read(s)
	return text.DateClaim{From: from, Name: name, Text: s, Date: d}, ok
}
