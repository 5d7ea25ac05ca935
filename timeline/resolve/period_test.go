package resolve

import (
	"testing"

	"github.com/datelinehq/dateline/timeline/edtf"
)

// What a text reports on decides which quarter "the quarter" is, and what a year
// before it is; months and years told in the same paragraph make it a year.
func TestReportedPeriod(t *testing.T) {
	g := english(t)
	at := edtf.YMD(2009, 11, 2)
	for _, c := range []struct {
		body string
		want map[string]string
	}{
		{"Third-quarter net rose to $9 million from $8 million a year earlier.\n\nIt expects a charge in the fourth quarter. Sales in the latest quarter fell.\n\nFor the nine months, net was $20 million, up from $15 million a year earlier.",
			map[string]string{"Third-quarter": "2009-Q3", "the fourth quarter": "2009-Q4", "the latest quarter": "2009-Q3", "a year earlier": "2008-Q3 2008"}},
		{"Net for the third quarter was $9 million. In the 2008 period it was $8 million.", map[string]string{"the 2008 period": "2008-Q3"}},
		{"Sales rose 43% in October compared to the same period last year.", map[string]string{"the same period last year": "2008-10"}},
		{"He left the firm a year ago. Third-quarter net fell.", map[string]string{"a year ago": "2008"}},
		{"Prices rose 3% from a year ago.", map[string]string{"a year ago": "2008"}},
	} {
		got := map[string]string{}
		for _, r := range g.read(c.body, at) {
			w := r.In(c.body)
			if got[w] != "" && got[w] != r.Value {
				got[w] += " "
			} else {
				got[w] = ""
			}
			got[w] += r.Value
		}
		for w, v := range c.want {
			if got[w] != v {
				t.Errorf("%q in %q: got %s, want %s", w, c.body, got[w], v)
			}
		}
	}
}
