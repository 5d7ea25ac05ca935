package resolve

import (
	"strings"
	"testing"

	"github.com/datelinehq/dateline/timeline/edtf"
)

// Day and month in figures are read by what the document shows, else by habit, and
// what is only habit is called ambiguous.
func TestDayAndMonthInFigures(t *testing.T) {
	g := english(t)
	day := func(s string) edtf.Date {
		d, err := edtf.ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for _, c := range []struct {
		name, body, published string
		value, grade          string
		rejected, reason      string
	}{
		{"habit", "It fell on 9/11/2001.", "2009-06-20", "2001-09-11", "ambiguous", "2001-11-09", "nothing in the text says"},
		{"habit, without a publication date", "It fell on 9/11/2001.", "", "2001-09-11", "ambiguous", "2001-11-09", "nothing in the text says"},
		{"another date with the day first", "It fell on 9/11/2001. It rose on 23/6/2009.", "2009-06-20", "2001-11-09", "inferred", "2001-09-11", "against “23/6/2009”"},
		{"another date with the month first", "It fell on 9/11/2001. It rose on 6/23/2009.", "2009-06-20", "2001-09-11", "inferred", "2001-11-09", "against “6/23/2009”"},
		{"both orders", "It fell on 9/11/2001. It rose on 6/23/2009, not on 23/7/2009.", "2009-08-20", "2001-09-11", "ambiguous", "2001-11-09", "nothing"},
		{"written out elsewhere", "It fell on 9/11/2001, and on 9 November 2001 it rose.", "2009-06-20", "2001-11-09", "inferred", "2001-09-11", "against “9 November 2001”"},
		{"near the publication date", "It fell on 3/4/2009.", "2009-04-05", "2009-04-03", "inferred", "2009-03-04", "farther from the publication date"},
		{"two figures of the year, habit", "It fell on 03/04/98.", "2009-06-20", "1998-03-04", "ambiguous", "1998-04-03", "nothing"},
		{"two figures of the year, another date", "It fell on 03/04/98 and rose on 10/30/89.", "2009-06-20", "1998-03-04", "inferred", "1998-04-03", "against “10/30/89”"},
		{"inside a longer expression", "It fell in the morning of 9/11/2001. It rose on 23/6/2009.", "2009-06-20", "2001-11-09TMO", "inferred", "2001-09-11", "against"},
		{"one order only", "It fell on 9/31/2001, or 31/10/2001.", "2009-06-20", "2001-10-31", "certain", "", ""},
		{"the same in both orders", "It fell on 5/5/2001.", "2009-06-20", "2001-05-05", "certain", "", ""},
	} {
		rs := g.read(c.body, day(c.published))
		if len(rs) == 0 {
			t.Errorf("%s: nothing was found", c.name)
			continue
		}
		r := rs[0]
		if r.Value != c.value || string(r.Grade) != c.grade {
			t.Errorf("%s: got %s, %s, want %s, %s", c.name, r.Value, r.Grade, c.value, c.grade)
		}
		if c.rejected == "" {
			continue
		}
		last := len(r.Rejected) - 1
		if last < 0 || r.Rejected[last].When.String() != c.rejected || !strings.Contains(r.Rejected[last].Reason, c.reason) {
			t.Errorf("%s: rejected %v, want %s because it %s", c.name, r.Rejected, c.rejected, c.reason)
		}
	}
}
