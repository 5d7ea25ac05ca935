package wire

import (
	"cmp"

	"github.com/datelinehq/dateline/timeline/source/markup"
	"github.com/datelinehq/dateline/timeline/text"
)

// g2 reads the items of NewsML-G2 (IPTC, 2.x).
func g2(root *markup.Node) (as []text.Article) {
	root.Walk(func(n *markup.Node) bool {
		switch n.Name {
		case "newsitem", "packageitem":
			as = append(as, g2Item(n))
			return false
		}
		return true
	})
	return as
}

func g2Item(n *markup.Node) text.Article {
	meta, content := n.Find("itemmeta"), n.Find("contentmeta")
	a := text.Article{
		ID:     n.Get("guid"),
		Title:  cmp.Or(content.Find("headline").Line(), meta.Find("title").Line(), n.Find("contentset", "head", "title").Line(), n.Find("contentset", "hl1").Line()),
		Origin: g2Party(meta.Find("provider")),
		Lang:   cmp.Or(n.Find("contentset").Find("inlinexml").Get("lang"), content.Find("language").Get("tag"), n.Get("lang")),
		Place:  cmp.Or(content.Find("located", "name").Line(), content.Find("located").Get("literal")),
		Credit: n.Find("rightsinfo", "copyrightnotice").Line(),
	}
	created, version := meta.Find("firstcreated").Line(), meta.Find("versioncreated").Line()
	moments(&a, text.DateClaim{Name: "firstCreated", Text: created}, text.DateClaim{Name: "versionCreated", Text: version})
	modified(&a, version, cmp.Or(created, version))
	embargo(&a, meta.Find("embargoed").Line())
	for _, set := range n.All("contentset") {
		for _, k := range set.Kids {
			if (k.Name == "inlinexml" || k.Name == "inlinedata") && a.Text == "" {
				a.Text = body(k)
			}
		}
	}
	return a
}

// g2Party is the name of a party: in full, as written, or its code.
func g2Party(n *markup.Node) string {
	return cmp.Or(n.Find("name").Line(), n.Get("literal"), local(n.Get("qcode")), n.Get("uri"))
}
