package lang_test

import (
	"io/fs"
	"strings"
	"testing"

	"github.com/datelinehq/dateline/seeds"
	"github.com/datelinehq/dateline/timeline/lang"
	"github.com/datelinehq/dateline/timeline/text"
)

// The pages of hard cases, sentences.txt of the packs, are cut as an editor would.
// The bar is the F1 of whole sentences.
func TestHardSentences(t *testing.T) {
	for l, bar := range map[string]float64{"en": 0.97, "de": 0.95} {
		dir, err := fs.Sub(seeds.FS, "lang/"+l)
		if err != nil {
			t.Fatal(err)
		}
		k, err := lang.Load(dir)
		if err != nil {
			t.Fatal(err)
		}
		page, err := fs.ReadFile(dir, "sentences.txt")
		if err != nil {
			t.Fatal(err)
		}
		hits, got, want := 0, 0, 0
		for _, line := range lang.Lines("sentences.txt", string(page)) {
			plain, gold := marked(line.Text)
			d := text.Split(text.Article{Text: plain}, k.Split)
			n := 0
			for _, s := range d.Sentences {
				if gold[s.Span] {
					n++
				}
			}
			if n < len(d.Sentences) || n < len(gold) {
				t.Logf("%s:%d: %s\ngot %s", l, line.N, line.Text, cut(d))
			}
			hits, got, want = hits+n, got+len(d.Sentences), want+len(gold)
		}
		f := 2 * float64(hits) / float64(got+want)
		t.Logf("%s: F1 %.4f of %d sentences", l, f, want)
		if f < bar {
			t.Errorf("%s: sentences of the page have F1 %.4f, want %.2f", l, f, bar)
		}
	}
}

// marked takes the marks out of a line and gives the sentences that they end.
func marked(line string) (plain string, gold map[text.Span]bool) {
	gold = map[text.Span]bool{}
	for s := range strings.SplitSeq(line, "‖") {
		lead := len(s) - len(strings.TrimLeft(s, " "))
		gold[text.Span{Start: len(plain) + lead, End: len(plain) + len(s)}] = true
		plain += s
	}
	return plain, gold
}

func cut(d *text.Document) string {
	var parts []string
	for _, s := range d.Sentences {
		parts = append(parts, s.In(d.Text))
	}
	return strings.Join(parts, "‖")
}
