package event_test

import "testing"

// A sentence without a date is worth a tree if the words of an event stand in it, or
// two names; what has neither needs none.
func TestWhatIsWorthATree(t *testing.T) {
	d := newReader(t).detector
	for _, c := range []struct {
		sentence string
		want     bool
	}{
		{"Rebels attacked the town.", true},
		{"Rebels have taken the bridge.", true},
		{"Gunmen shot the guard.", true},
		{"The two sides held talks.", true},
		{"The company dropped its bid.", true},
		{"Three men were stopped and searched.", true},
		{"She studied the map.", false},
		{"The lake lies in the mountains.", false},
		{"Kenya trades barbs with Chad.", true},
		{"The river is long and wide.", false},
		{"He knows nothing.", false},
		{"", false},
	} {
		if got := d.Worth(c.sentence); got != c.want {
			t.Errorf("%q: got %v", c.sentence, got)
		}
	}
}
