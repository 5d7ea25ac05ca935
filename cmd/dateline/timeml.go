package main

import (
	"bufio"
	"encoding/xml"
	"io"
	"strconv"
	"strings"

	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/resolve"
	"github.com/datelinehq/dateline/timeline/text"
	"github.com/datelinehq/dateline/timeline/timex"
)

// timeML writes an article as a TimeML 1.2.1 document with a TIMEX3 element around each
// reading. Readings come in the order of the text and do not overlap; t0 is the
// publication date. Take the tags away and the text is as it was, but for characters
// that XML forbids, which become U+FFFD.
func timeML(w io.Writer, a text.Article, readings []resolve.Reading) error {
	x := xmlWriter{bufio.NewWriter(w)}
	x.raw(xml.Header, "<TimeML>\n<DOCID>")
	x.text(a.ID)
	x.raw("</DOCID>\n<DCT>")
	if !a.Published.IsZero() {
		day := strings.TrimRight(a.Published.String(), "?~%")
		typ := timex.Date
		if a.Published.Unit > edtf.Day {
			typ = timex.Time
		}
		x.timex("t0", string(typ), day, "CREATION_TIME")
		x.text(day)
		x.raw("</TIMEX3>")
	}
	x.raw("</DCT>\n<TEXT>")
	at := 0
	for i, r := range readings {
		x.text(a.Text[at:r.Start])
		x.timex("t"+strconv.Itoa(i+1), string(r.Type), r.Value, "NONE")
		x.text(r.In(a.Text))
		x.raw("</TIMEX3>")
		at = r.End
	}
	x.text(a.Text[at:])
	x.raw("</TEXT>\n</TimeML>\n")
	return x.w.Flush()
}

// xmlWriter leaves errors to its buffer, which keeps the first.
type xmlWriter struct{ w *bufio.Writer }

func (x xmlWriter) raw(parts ...string) {
	for _, p := range parts {
		x.w.WriteString(p)
	}
}

// text escapes s, and leaves readable what xml.EscapeText need not have touched
// outside of attributes.
func (x xmlWriter) text(s string) {
	var b strings.Builder
	xml.EscapeText(&b, []byte(s)) // a Builder never fails
	strings.NewReplacer("&#xA;", "\n", "&#x9;", "\t", "&#34;", `"`, "&#39;", "'").WriteString(x.w, b.String())
}

func (x xmlWriter) timex(id, typ, value, function string) {
	x.raw(`<TIMEX3 tid="`, id, `" type="`, typ, `" value="`)
	xml.EscapeText(x.w, []byte(value))
	x.raw(`" functionInDocument="`, function, `">`)
}
