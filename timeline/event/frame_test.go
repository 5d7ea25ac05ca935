package event_test

import (
	"io/fs"
	"strings"
	"testing"

	"github.com/datelinehq/dateline/seeds"
	"github.com/datelinehq/dateline/timeline/event"
	"github.com/datelinehq/dateline/timeline/lang"
	"github.com/datelinehq/dateline/timeline/syntax"
	"github.com/datelinehq/dateline/timeline/text"
)

// reader parses sentences and finds their mentions, dated or not.
type reader struct {
	pack     *lang.Pack
	parser   *syntax.Parser
	detector *event.Detector
}

func newReader(t testing.TB) reader {
	t.Helper()
	var dirs []fs.FS
	for _, d := range []string{"lang/en", "models", "actors", "ontology"} {
		s, err := fs.Sub(seeds.FS, d)
		if err != nil {
			t.Fatal(err)
		}
		dirs = append(dirs, s)
	}
	pack, err := lang.Load(dirs[0])
	if err != nil {
		t.Fatal(err)
	}
	parser, err := syntax.Load(dirs[1], dirs[0], "en")
	if err != nil {
		t.Fatal(err)
	}
	d, err := event.Load(dirs[0], dirs[2], dirs[3])
	if err != nil {
		t.Fatal(err)
	}
	return reader{pack, parser, d}
}

func (r reader) mentions(body string) (*text.Document, []event.Mention) {
	d := text.Split(text.Article{Text: body}, r.pack.Split)
	var ss []syntax.Sentence
	for i := range d.Sentences {
		ss = append(ss, r.parser.Parse(d, i, nil))
	}
	r.detector.Mend(d.Text, ss, nil)
	return d, r.detector.Detect(d, ss, nil)
}

// Each frame says what its own example shows.
func TestFramesAndTheirExamples(t *testing.T) {
	pack, err := fs.Sub(seeds.FS, "lang/en")
	if err != nil {
		t.Fatal(err)
	}
	fs, err := event.Frames(pack)
	if err != nil {
		t.Fatal(err)
	}
	r := newReader(t)
	for _, f := range fs {
		for _, x := range f.Examples {
			d, ms := r.mentions(x.Sentence)
			got := "no event"
			for _, m := range ms {
				if !strings.Contains(m.Trigger.In(d.Text)+" "+m.Head.In(d.Text), x.Trigger) {
					continue
				}
				if got = m.Type; m.Frame != nil && m.Frame.String() == f.String() {
					break
				}
			}
			want := f.Type
			if want == "NOTHING" {
				want = "no event"
			}
			if got != want {
				t.Errorf("%s: %q in %q: got %s", f, x.Trigger, x.Sentence, got)
			}
		}
	}
	if len(fs) < 100 {
		t.Errorf("only %d frames", len(fs))
	}
}
