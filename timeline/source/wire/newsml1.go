package wire

import (
	"cmp"
	"strings"

	"github.com/datelinehq/dateline/timeline/source/markup"
	"github.com/datelinehq/dateline/timeline/text"
)

// newsML1 reads the items of NewsML 1.0 to 1.2 (IPTC).
func newsML1(root *markup.Node) (as []text.Article) {
	for _, n := range root.All("newsitem") {
		as = append(as, newsML1Item(n))
	}
	return as
}

func newsML1Item(n *markup.Node) text.Article {
	identity, managed := n.Find("identification"), n.Find("newsmanagement")
	lines := n.Find("newscomponent", "newslines")
	a := text.Article{
		ID:     cmp.Or(identity.Find("publicidentifier").Line(), identity.Find("newsitemid").Line()),
		Title:  cmp.Or(lines.Find("headline").Line(), n.Find("headline").Line()),
		Origin: cmp.Or(n.Find("provider", "party").Get("formalname"), n.Find("source", "party").Get("formalname"), identity.Find("providerid").Line()),
		Lang:   cmp.Or(n.Find("descriptivemetadata", "language").Get("formalname"), n.Get("lang")),
		Credit: lines.Find("copyrightline").Line(),
	}
	created, version := managed.Find("firstcreated").Line(), managed.Find("thisrevisioncreated").Line()
	moments(&a, text.DateClaim{Name: "FirstCreated", Text: created}, text.DateClaim{Name: "ThisRevisionCreated", Text: version}, text.DateClaim{Name: "DateId", Text: identity.Find("dateid").Line()})
	modified(&a, version, cmp.Or(created, version))
	embargo(&a, managed.Find("statuswillchange", "dateandtime").Line())
	for _, c := range n.All("contentitem") {
		d := c.Find("datacontent")
		if d == nil {
			continue
		}
		if t := body(d); t != "" {
			a.Text = t
			break
		}
	}
	a.Place = placeOf(lines.Find("dateline").Line())
	return a
}

// placeOf is the place of a dateline: "STOCKHOLM, Aug 29, 2014 (AFP) -".
func placeOf(dateline string) string {
	place, _, _ := strings.Cut(dateline, ",")
	place, _, _ = strings.Cut(place, "(")
	return strings.Trim(place, " -–—/")
}
