package main

import (
	"encoding/xml"
	"strings"
	"testing"

	"github.com/datelinehq/dateline/seeds"
	"github.com/datelinehq/dateline/timeline/pipeline"
	"github.com/datelinehq/dateline/timeline/text"
)

// Whatever the text, the document is XML and gives the text back.
func TestTimeMLKeepsTheText(t *testing.T) {
	p, err := pipeline.New(seeds.FS, pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, body := range []string{
		"", "Tuesday", "They met on Tuesday and on 3 May 2009.", "a < b & \"c\" > 'd' on Monday",
		"in May\r\n\r\nand in June\n", "</TEXT> yesterday ]]> <!--", "vor 2009 – über Nacht, 北京 in 1998",
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
		if got.String() != body || tags != len(readings) {
			t.Errorf("got %q with %d elements, want %q with %d", got.String(), tags, body, len(readings))
		}
	}
}
