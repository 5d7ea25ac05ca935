// Package wire reads the formats in which news agencies send: NewsML-G2, NewsML 1,
// NITF and ninjs.
//
// In come the bytes of a file, out come articles with what their fields say, texts
// in lines and paragraphs. Items without text (pictures, packages) are articles
// with none. The package refuses to read the text.
package wire

import (
	"bytes"
	"strings"

	"github.com/datelinehq/dateline/timeline/source/markup"
	"github.com/datelinehq/dateline/timeline/source/stamp"
	"github.com/datelinehq/dateline/timeline/text"
)

// sniffed is how much of a file is looked at to tell what it is.
const sniffed = 4096

// XMLKind is the format of an XML file by its first element: "newsml-g2", "newsml",
// "nitf", or "" for another.
func XMLKind(b []byte) string {
	head := strings.ToLower(string(b[:min(len(b), sniffed)]))
	for at := 0; ; {
		i := strings.IndexByte(head[at:], '<')
		if i < 0 {
			return ""
		}
		at += i + 1
		if at < len(head) && (head[at] == '?' || head[at] == '!') {
			continue
		}
		end := strings.IndexAny(head[at:], " \t\r\n/>")
		if end < 0 {
			return ""
		}
		name := head[at : at+end]
		if _, local, ok := strings.Cut(name, ":"); ok {
			name = local
		}
		switch name {
		case "newsitem", "newsmessage", "packageitem":
			return "newsml-g2"
		case "newsml":
			return "newsml"
		case "nitf":
			return "nitf"
		}
		return ""
	}
}

// XML reads a file of one of the XML formats. What comes after a fault in the XML is
// lost; err tells it, and the articles before it are there.
func XML(b []byte) ([]text.Article, error) {
	kind := XMLKind(b)
	root, err := markup.XML(b)
	var as []text.Article
	switch kind {
	case "newsml-g2":
		as = g2(root)
	case "newsml":
		as = newsML1(root)
	case "nitf":
		as = []text.Article{nitf(root.Find("nitf"))}
	}
	return as, err
}

// moments fills in when an item was issued and changed. first is the moment that
// counts; what names it is told with it.
func moments(a *text.Article, claims ...text.DateClaim) {
	for _, c := range claims {
		if c.Text == "" {
			continue
		}
		c.From = text.FromMetadata
		c.Date, _ = stamp.Read(c.Text)
		a.Claims = append(a.Claims, c)
	}
}

func modified(a *text.Article, s, than string) {
	if d, ok := stamp.Read(s); ok && s != than {
		a.Modified = d
	}
}

func embargo(a *text.Article, s string) {
	if d, ok := stamp.Read(s); ok {
		a.Embargo = d
	}
}

// body is the text of an element that holds XHTML or NITF, or of one that holds it
// escaped.
func body(n *markup.Node) string {
	if n == nil {
		return ""
	}
	for _, inner := range []string{"body.content", "body"} {
		if k := n.Find(inner); k != nil {
			n = k
			break
		}
	}
	s := within(n).Body()
	if looksEscaped(s) {
		s = within(markup.HTML([]byte(raw(n)))).Body()
	}
	return s
}

// within is an XHTML body without its header and footer, which hold keywords,
// headline and date once more.
func within(n *markup.Node) *markup.Node {
	out := &markup.Node{Name: n.Name, Text: n.Text}
	for _, k := range n.Kids {
		switch k.Name {
		case "header", "footer", "h1", "nav", "head", "title", "hedline", "hl1":
		case "div", "section", "article", "html", "body", "#document":
			out.Kids = append(out.Kids, within(k))
		default:
			out.Kids = append(out.Kids, k)
		}
	}
	return out
}

// looksEscaped reports whether a text is markup that was written as text.
func looksEscaped(s string) bool {
	return strings.Contains(s, "</p>") || strings.Contains(s, "<p>") || strings.Contains(s, "<br")
}

// raw is the text below n as it stands.
func raw(n *markup.Node) string {
	var b bytes.Buffer
	n.Walk(func(k *markup.Node) bool {
		b.WriteString(k.Text)
		return true
	})
	return b.String()
}

// local is a code without the name of its scheme.
func local(code string) string {
	if _, rest, ok := strings.Cut(code, ":"); ok && !strings.HasPrefix(rest, "//") {
		return rest
	}
	return code
}
