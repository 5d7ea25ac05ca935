package web

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/source/markup"
	"github.com/datelinehq/dateline/timeline/source/stamp"
	"github.com/datelinehq/dateline/timeline/text"
)

// inScript is a date of publication in the data that a page carries for its script.
var inScript = regexp.MustCompile(`\\?"(datePublished|date_published|publishedAt|published_at|publishDate|publish_date|published|pubDate|pub_date|publicationDate|publication_date|firstPublished(?:At|Date)?|datePublication|created_at|createdAt|dateCreated)\\?"\s*:\s*\\?"([^"\\]{8,40})\\?"`)

// scripted are the dates that a page's scripts name, the first of each.
func (m *meta) scripted(page []byte) {
	for _, x := range inScript.FindAllSubmatch(page, 20) {
		m.claim(string(x[1]), string(x[2]), text.FromPage)
	}
}

// dateBox are words in the class or ID of what shows a page's date.
var dateBox = regexp.MustCompile(`(?i)(^|[\s_-]|\b)(date|datum|fecha|data|time|timestamp|publi\w*|posted|pubdate|entry-date|meta|byline|created|article-?info|post-?info|info)([\s_-]|\b|$)`)

// maxBox is the length of a text that shows a date and not much else.
const maxBox = 160

// shown are the dates that a page shows in boxes of their own, in their order.
func (m *meta) shown(tree *markup.Node) {
	n := 0
	tree.Walk(func(k *markup.Node) bool {
		if k.Name == "" || n > 20 || !dateBox.MatchString(k.Get("class")+" "+k.Get("id")+" "+k.Get("itemprop")) {
			return true
		}
		s := k.Line()
		if len(s) == 0 || len(s) > maxBox {
			return true
		}
		if d, ok := shownDate(s); ok {
			n++
			m.claims = append(m.claims, text.DateClaim{From: text.FromPage, Name: "shown", Text: s, Date: d})
			return false
		}
		return true
	})
}

var (
	yearFirst = regexp.MustCompile(`(?:^|\D)((?:19|20)\d\d)\s?[-./年]\s?(0?[1-9]|1[0-2])\s?[-./月]\s?(0?[1-9]|[12]\d|3[01])(?:\D|$)`)
	dayFirst  = regexp.MustCompile(`(?:^|\D)(0?[1-9]|[12]\d|3[01])\s?([-./])\s?(0?[1-9]|1[0-2])\s?[-./]\s?((?:19|20)\d\d)(?:\D|$)`)
	inWords   = regexp.MustCompile(`(?:\d{1,2}\.? [A-Z][a-z]{2,8}\.?,? (?:19|20)\d\d|[A-Z][a-z]{2,8}\.? \d{1,2},? (?:19|20)\d\d)`)
)

// shownDate is the day that a short text shows. 3/4/2020 shows none: nobody knows
// which is meant.
func shownDate(s string) (edtf.Date, bool) {
	if x := yearFirst.FindStringSubmatch(s); x != nil {
		return valid(x[1], x[2], x[3])
	}
	if x := dayFirst.FindStringSubmatch(s); x != nil {
		if d, _ := strconv.Atoi(x[1]); x[2] == "." || d > 12 {
			return valid(x[4], x[3], x[1])
		}
		return edtf.Date{}, false
	}
	if w := inWords.FindString(s); w != "" {
		return stamp.Read(strings.ReplaceAll(w, ".", ""))
	}
	return edtf.Date{}, false
}

// valid is the day of three numbers, if the calendar has it.
func valid(y, m, d string) (edtf.Date, bool) {
	yy, _ := strconv.Atoi(y)
	mm, _ := strconv.Atoi(m)
	dd, _ := strconv.Atoi(d)
	day := edtf.YMD(yy, mm, dd)
	return day, day.Valid()
}
