package resolve

import (
	"testing"

	"github.com/datelinehq/dateline/timeline/edtf"
)

// A clock keeps its zone where the zone has one fixed meaning. TIMEX3 values have
// only Z.
func TestZonesOfClocks(t *testing.T) {
	for _, c := range []struct{ lang, body, edtf, value string }{
		{"en", "It will open at 5 p.m. EST on 20 June 2009.", "2009-06-20T17-05:00", "2009-06-20T17:00"},
		{"en", "It will open at 5:00 p.m. EST on 20 June 2009.", "2009-06-20T17:00-05:00", "2009-06-20T17:00"},
		{"en", "It opened at 14:30 GMT on 20 June 2009.", "2009-06-20T14:30Z", "2009-06-20T14:30Z"},
		{"en", "It opened at 17:00 CET on 20 January 2009.", "2009-01-20T17:00+01:00", "2009-01-20T17:00"},
		{"en", "It opened at 5 p.m. Pacific Standard Time on 20 January 2009.", "2009-01-20T17-08:00", "2009-01-20T17:00"},
		{"en", "It opened at 18:40 (GMT+8) on 20 June 2009.", "2009-06-20T18:40+08:00", "2009-06-20T18:40"},
		{"en", "It opened at 18:40 UTC-3 on 20 June 2009.", "2009-06-20T18:40-03:00", "2009-06-20T18:40"},
		{"en", "Logged 2009-06-20T14:30:05Z there.", "2009-06-20T14:30:05Z", "2009-06-20T14:30:05Z"},
		{"en", "Logged 2009-06-20T14:30+05:30 there.", "2009-06-20T14:30+05:30", "2009-06-20T14:30"},
		// More than one place or season has these, so that nothing is known.
		{"en", "It opened at 3 p.m. ET on 20 June 2009.", "2009-06-20T15", "2009-06-20T15:00"},
		{"en", "It opened at 14:30 IST on 20 June 2009.", "2009-06-20T14:30", "2009-06-20T14:30"},
		{"en", "It opened at 14:30 CST on 20 June 2009.", "2009-06-20T14:30", "2009-06-20T14:30"},
		{"en", "It opened at 14:30 BST on 20 June 2009.", "2009-06-20T14:30", "2009-06-20T14:30"},
		{"en", "It opened at 2:30 p.m. local time on 20 June 2009.", "2009-06-20T14:30", "2009-06-20T14:30"},
		{"en", "It opened at 2:30 p.m. Eastern time on 20 June 2009.", "2009-06-20T14:30", "2009-06-20T14:30"},
		{"de", "Es beginnt heute um 20 Uhr MEZ.", "2009-06-20T20+01:00", "2009-06-20T20:00"},
		{"de", "Es beginnt heute um 20.15 Uhr MESZ.", "2009-06-20T20:15+02:00", "2009-06-20T20:15"},
		{"de", "Es beginnt heute um 20.15 Uhr Ortszeit.", "2009-06-20T20:15", "2009-06-20T20:15"},
	} {
		rs := language(t, c.lang).read(c.body, edtf.YMD(2009, 6, 20))
		if len(rs) == 0 {
			t.Errorf("%q: nothing was found", c.body)
			continue
		}
		if r := rs[len(rs)-1]; r.When.String() != c.edtf || r.Value != c.value {
			t.Errorf("%q: got %s %s, want %s %s", c.body, r.When, r.Value, c.edtf, c.value)
		}
	}
}
