package pipeline

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/text"
)

// Texts that are long, senseless or malicious are tagged all the same: no panic,
// and every span lies inside the text, after the one before, on whole characters.
func TestTaggingHostileTexts(t *testing.T) {
	p := pipe(t)
	for _, piece := range []string{
		"1234567890 ", "12", "the ", "the day before the day before ", "-", "— ", "'", "’", "(", "[ ] ", "x", "ß", "\n", "\r\n", "\t ",
		"\xff\xfe", "\xe2\x80 ", "May\xff 12 ", "في عام 2009 يوم الثلاثاء ", "\u202eTuesday\u202c ", "in the year 99999 ", "31 February ",
		"at 25:61 ", "May май 5月 ", "Тuesday Tuеsday ", "TUESDAY tuesday ", "am 31. Februar 1998 ", "Ende des Jahres vor dem Jahr ",
		"Tuesday", "12 May 1998", "１２ May ", "٣ May ", "May 12th’s ", "'98's ", "1,000,000,000,000 years ago ", "in 0 days ",
		"9999999 centuries ago ", "44 BC ", "3/4/2005 ", "that quarter a year earlier. ",
	} {
		for _, lang := range []string{"en", "de", "xx"} {
			for _, published := range []edtf.Date{{}, edtf.YMD(2009, 6, 20), edtf.YMD(1, 1, 1), edtf.YMD(9999, 12, 31)} {
				body := strings.Repeat(piece, 6000/len(piece))
				an := p.Tag(text.Article{Text: body, Lang: lang, Published: published})
				checkSpans(t, an)
			}
		}
	}
}

// Fifty megabytes are read at once.
func TestTaggingFiftyMegabytes(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	p := pipe(t)
	for name, piece := range map[string]string{
		"without spaces": "word", "without an end": "the attack of the army on the town ", "only newlines": "\n",
	} {
		an := p.Tag(text.Article{Text: strings.Repeat(piece, 50e6/len(piece)), Published: edtf.YMD(2009, 6, 20)})
		if len(an.Readings) > 0 {
			t.Errorf("%s: got %d readings, want none", name, len(an.Readings))
		}
	}
}

func checkSpans(t *testing.T, an *Analysis) {
	t.Helper()
	body, end := an.Document.Text, 0
	for _, r := range an.Readings {
		if r.Start < end || r.End <= r.Start || r.End > len(body) {
			t.Fatalf("%.40q: span %v after %d in %d bytes", body, r.Span, end, len(body))
		}
		if utf8.ValidString(body) && !utf8.ValidString(r.In(body)) {
			t.Errorf("%.40q: %q is cut inside a character", body, r.In(body))
		}
		if !r.When.IsZero() && (!r.When.Start.Valid() || !r.When.End.Valid()) {
			t.Errorf("%.40q: %q is %v", body, r.In(body), r.When)
		}
		end = r.End
	}
}
