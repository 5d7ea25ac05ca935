package main

import (
	"encoding/xml"
	"strings"
	"testing"

	"github.com/datelinehq/dateline/seeds"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/pipeline"
	"github.com/datelinehq/dateline/timeline/text"
)

// Whatever the text, the document is XML and gives the text back, but for what XML
// forbids.
func TestTimeMLKeepsTheText(t *testing.T) {
	p, err := pipeline.New(seeds.FS, pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, body := range []string{
		"", "Tuesday", "They met on Tuesday and on 3 May 2009.", "a < b & \"c\" > 'd' on Monday",
		"in May\r\n\r\nand in June\n", "</TEXT> yesterday ]]> <!--", "vor 2009 – über Nacht, 北京 in 1998",
		"on Tuesday\x00\x01\x1b[31m, \ufffe and \xff in May", "\t &amp; &#60; Monday\u0085\u2028",
	} {
		a := text.Article{ID: "a&b", Text: body}
		var b strings.Builder
		readings := p.Tag(a).Readings
		if err := timeML(&b, a, readings); err != nil {
			t.Fatal(err)
		}
		var got strings.Builder
		d, inText, tags := xml.NewDecoder(strings.NewReader(b.String())), false, 0
		for {
			tok, err := d.Token()
			if tok == nil {
				if err.Error() != "EOF" {
					t.Errorf("%q: %v", body, err)
				}
				break
			}
			switch tok := tok.(type) {
			case xml.StartElement:
				inText = inText || tok.Name.Local == "TEXT"
				if inText && tok.Name.Local == "TIMEX3" {
					tags++
				}
			case xml.EndElement:
				inText = inText && tok.Name.Local != "TEXT"
			case xml.CharData:
				if inText {
					got.Write(tok)
				}
			}
		}
		if want := allowed(body); got.String() != want || tags != len(readings) {
			t.Errorf("got %q with %d elements, want %q with %d", got.String(), tags, want, len(readings))
		}
	}
}

// allowed is s with U+FFFD for each character that XML forbids.
func allowed(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == '\ufffe' || r == '\uffff' {
			return '\ufffd'
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}

// The creation time is the publication date, without its doubt.
func TestTimeMLHasTheCreationTime(t *testing.T) {
	for in, want := range map[string]string{
		"2009-06-20~":       `<TIMEX3 tid="t0" type="DATE" value="2009-06-20" functionInDocument="CREATION_TIME">2009-06-20</TIMEX3>`,
		"2009-06":           `<TIMEX3 tid="t0" type="DATE" value="2009-06" functionInDocument="CREATION_TIME">2009-06</TIMEX3>`,
		"2009-06-20T14:30Z": `<TIMEX3 tid="t0" type="TIME" value="2009-06-20T14:30Z" functionInDocument="CREATION_TIME">2009-06-20T14:30Z</TIMEX3>`,
		"":                  "<DCT></DCT>",
	} {
		d, err := edtf.ParseDate(in)
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		if err := timeML(&b, text.Article{ID: "a", Text: "x", Published: d}, nil); err != nil || !strings.Contains(b.String(), want) {
			t.Errorf("%s: got %s, %v", in, b.String(), err)
		}
	}
}
