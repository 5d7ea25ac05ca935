package pipeline

import (
	"testing"

	"github.com/datelinehq/dateline/seeds"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/text"
)

// A sentence with neither a date nor a word of an event is not parsed; Trees parses it.
func TestWhatNeedsNoTreeIsNotParsed(t *testing.T) {
	p, err := New(seeds.FS, Options{Langs: []string{"en"}})
	if err != nil {
		t.Fatal(err)
	}
	an, l := p.tag(text.Article{ID: "a", Lang: "en", Published: edtf.YMD(2009, 6, 20),
		Text: "The lake lies in the mountains. Rebels attacked the town. The sky was blue on Monday. The river is long and wide."})
	var parsed []int
	for _, s := range l.parse(an, l.events.Worth) {
		parsed = append(parsed, s.Index)
	}
	if len(parsed) != 2 || parsed[0] != 1 || parsed[1] != 2 {
		t.Errorf("parsed %v, want [1 2]", parsed)
	}
	if all := p.Trees(an); len(all) != 4 {
		t.Errorf("Trees gave %d, want 4", len(all))
	}
}
