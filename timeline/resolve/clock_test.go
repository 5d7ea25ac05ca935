package resolve

import (
	"testing"

	"github.com/datelinehq/dateline/timeline/edtf"
)

// A time of day belongs to the day right behind it, not to one told long before.
func TestClocksTakeTheDayBehindThem(t *testing.T) {
	g := english(t)
	const body = "The truce of March 1 was told to them at six o'clock (0500 GMT) this morning. It ended at noon."
	want := []string{"2024-03-01", "2024-03-15T06:00", "2024-03-15T05:00Z", "2024-03-15TMO", "2024-03-15T12:00"}
	rs := g.read(body, edtf.YMD(2024, 3, 15))
	if len(rs) != len(want) {
		t.Fatalf("got %d readings, want %d", len(rs), len(want))
	}
	for i, r := range rs {
		if r.Value != want[i] {
			t.Errorf("%q: got %s, want %s", r.In(body), r.Value, want[i])
		}
	}
}
