package wire

import (
	"cmp"

	"github.com/datelinehq/dateline/timeline/source/markup"
	"github.com/datelinehq/dateline/timeline/text"
)

// nitf reads a document of the News Industry Text Format (IPTC, 3.x).
func nitf(n *markup.Node) text.Article {
	data, head := n.Find("head", "docdata"), n.Find("body", "body.head")
	a := text.Article{
		ID:     data.Find("doc-id").Get("id-string"),
		Title:  cmp.Or(head.Find("hedline", "hl1").Line(), n.Find("head", "title").Line()),
		Origin: cmp.Or(data.Find("doc.copyright").Get("holder"), head.Find("distributor").Line(), n.Find("pubdata").Get("name")),
		Lang:   n.Get("lang"),
		Text:   body(n.Find("body", "body.content")),
	}
	moments(&a,
		text.DateClaim{Name: "date.issue", Text: data.Find("date.issue").Get("norm")},
		text.DateClaim{Name: "date.release", Text: data.Find("date.release").Get("norm")},
		text.DateClaim{Name: "date.publication", Text: n.Find("pubdata").Get("date.publication")},
		text.DateClaim{Name: "story.date", Text: head.Find("dateline", "story.date").Get("norm")},
	)
	d := head.Find("dateline")
	a.Place = cmp.Or(d.Find("location").Line(), placeOf(d.Line()))
	return a
}
