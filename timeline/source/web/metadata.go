package web

import (
	"encoding/json"
	"regexp"
	"strings"

	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/source/markup"
	"github.com/datelinehq/dateline/timeline/source/stamp"
	"github.com/datelinehq/dateline/timeline/text"
)

// meta is what a page says of itself.
type meta struct {
	url, site string
	// headline is JSON-LD's, og the title for sharing, h1 the only first heading.
	headline, og, h1, title string
	// body is the whole text, as JSON-LD gives it.
	body     string
	claims   []text.DateClaim
	modified edtf.Date
}

// metadata reads JSON-LD, meta elements and the head of a page. Claims stand in the
// order of preference: JSON-LD, then meta elements, then time elements.
func metadata(tree *markup.Node) *meta {
	m := &meta{}
	var links, metas, times []*markup.Node
	tree.Walk(func(n *markup.Node) bool {
		switch n.Name {
		case "script":
			if strings.Contains(n.Get("type"), "ld+json") {
				m.linked(n)
			}
			return false
		case "meta":
			metas = append(metas, n)
		case "link":
			links = append(links, n)
		case "time":
			times = append(times, n)
		default:
			if strings.EqualFold(n.Get("itemprop"), "datePublished") && n.Get("content") != "" {
				times = append(times, &markup.Node{Name: "time", Attr: map[string]string{"datetime": n.Get("content"), "itemprop": "datePublished"}})
			}
		}
		return true
	})
	m.metas(metas)
	for _, l := range links {
		if strings.EqualFold(l.Get("rel"), "canonical") {
			m.url = first(m.url, l.Get("href"))
		}
	}
	m.times(times)
	m.title = tree.Find("head", "title").Line()
	if h := tree.All("h1"); len(h) == 1 {
		m.h1 = h[0].Line()
	}
	return m
}

// articleTypes are the types of schema.org that are articles.
var articleTypes = regexp.MustCompile(`(?i)(article|posting|report|webpage)$`)

// linked reads one block of JSON-LD, whose objects may be nested in lists and under
// "@graph". Articles count before pages.
func (m *meta) linked(n *markup.Node) {
	var raw strings.Builder
	for _, k := range n.Kids {
		raw.WriteString(k.Text)
	}
	var v any
	s := strings.NewReplacer("\n", " ", "\r", " ", "\t", " ").Replace(strings.TrimSpace(raw.String())) // breaks in strings are no JSON
	s = strings.TrimSuffix(strings.TrimPrefix(s, "<!--"), "-->")
	if json.Unmarshal([]byte(strings.TrimRight(s, "; ")), &v) != nil {
		return
	}
	var pages []map[string]any
	each(v, 0, func(o map[string]any) {
		switch t := kind(o); {
		case strings.HasSuffix(t, "WebPage"):
			pages = append(pages, o)
		case articleTypes.MatchString(t):
			m.thing(o)
		}
	})
	for _, o := range pages {
		m.thing(o)
	}
}

// each calls f for v's objects, those that hold others first.
func each(v any, depth int, f func(map[string]any)) {
	if depth > 8 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			each(x, depth+1, f)
		}
	case map[string]any:
		f(v)
		for _, k := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			each(v[k], depth+1, f)
		}
	}
}

func kind(o map[string]any) string {
	switch t := o["@type"].(type) {
	case string:
		return t
	case []any:
		for _, x := range t {
			if s, ok := x.(string); ok && articleTypes.MatchString(s) {
				return s
			}
		}
	}
	return ""
}

func (m *meta) thing(o map[string]any) {
	if h, ok := o["headline"].(string); ok {
		m.headline = first(m.headline, markup.HTML([]byte(h)).Line())
	}
	if b, ok := o["articleBody"].(string); ok && m.body == "" && len(b) >= minBody {
		m.body = whole(b)
	}
	if p, ok := o["publisher"].(map[string]any); ok {
		if s, ok := p["name"].(string); ok {
			m.site = first(m.site, s)
		}
	}
	for _, k := range []string{"datePublished", "dateCreated"} {
		if s, ok := o[k].(string); ok {
			m.claim(k, s, text.FromMetadata)
		}
	}
	if s, ok := o["dateModified"].(string); ok && m.modified.IsZero() {
		m.modified, _ = stamp.Read(s)
	}
}

// whole is a text of JSON-LD, which may hold markup or entities.
func whole(s string) string {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\n", "<br>")
	return markup.HTML([]byte(s)).Body()
}

func (m *meta) claim(name, s string, from text.DateFrom) {
	if c, ok := stamped(name, s, from); ok {
		m.claims = append(m.claims, c)
	}
}

// published are the names of meta elements that tell when a page was published, best
// first; they are those in wide use (OpenGraph, Dublin Core, Parsely, Sailthru …).
var published = []string{
	"article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date_published", "publishdate", "publish-date", "published_time", "published-date", "published_date",
	"pubdate", "publication_date", "article.published", "dc.date.issued", "dcterms.issued", "dc.issued", "dcterms.created", "dc.date.created", "dcterms.date", "dc.date", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
	"article_date_original", "originalpublicationdate", "date", "dcsext.articlefirstpublished", "firstpublished", "rnews:datepublished", "article:post_date", "bt:pubdate", "timestamp", "datecreated", "created", "cdate", "pdate", "creation_date",
}

func (m *meta) metas(ns []*markup.Node) {
	values := map[string]string{}
	for _, n := range ns {
		for _, k := range []string{"property", "name", "itemprop", "http-equiv"} {
			if name := strings.ToLower(n.Get(k)); name != "" && values[name] == "" {
				values[name] = n.Get("content")
			}
		}
	}
	for _, name := range published {
		if s := values[name]; s != "" {
			m.claim(name, s, text.FromPage)
		}
	}
	m.og = markup.HTML([]byte(first(values["og:title"], values["twitter:title"]))).Line()
	m.site = first(values["og:site_name"], m.site)
	m.url = first(values["og:url"], m.url)
	if m.modified.IsZero() {
		m.modified, _ = stamp.Read(first(values["article:modified_time"], values["og:updated_time"], values["datemodified"], values["last-modified"]))
	}
}

// times reads time elements: those marked as the publication date, else the first
// of an article.
func (m *meta) times(ns []*markup.Node) {
	for _, marked := range []bool{true, false} {
		for _, n := range ns {
			_, pub := n.Attr["pubdate"]
			is := pub || strings.Contains(strings.ToLower(n.Get("itemprop")+" "+n.Get("class")), "publish")
			if is == marked && n.Get("datetime") != "" {
				m.claim("time", n.Get("datetime"), text.FromPage)
			}
		}
	}
}

// address is a date in a page's address: /2009/06/20/, /2009-06-20-, /20090620.
var address = regexp.MustCompile(`[/_-]((?:19|20)\d\d)([/_-]?)(0[1-9]|1[0-2])([/_-]?)(0[1-9]|[12]\d|3[01])(?:\D|$)`)

// addressDate is the day that an address tells.
func addressDate(s string) (edtf.Date, bool) {
	x := address.FindStringSubmatch(s)
	if x == nil || x[2] != x[4] {
		return edtf.Date{}, false
	}
	return valid(x[1], x[3], x[5])
}

// title is the headline: what the page calls so, without the site's name behind it.
func title(m *meta, e extracted) string {
	for _, s := range []string{m.og, m.headline, m.title, m.h1, e.title} {
		if s = strings.TrimSpace(s); s != "" {
			return withoutSite(s, m.site)
		}
	}
	return ""
}

// withoutSite takes " | The Paper" off a title.
func withoutSite(s, site string) string {
	if site == "" {
		return s
	}
	for _, dash := range []string{" | ", " - ", " – ", " — ", " · ", " :: "} {
		if rest, ok := strings.CutSuffix(s, dash+site); ok {
			return strings.TrimSpace(rest)
		}
	}
	return s
}
