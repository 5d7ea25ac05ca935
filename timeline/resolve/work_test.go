package resolve

import (
	"strings"
	"testing"

	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/text"
)

// However a text is made, the days that are tried for a reading are bounded.
func TestResolvingTakesLinearTime(t *testing.T) {
	const most = 80 // days tried for an expression
	g := english(t)
	narrative := strings.Repeat("On 12 May 1940 it began. ", 8)
	for _, piece := range []string{
		"May ", "May\n", "Tuesday, ", "a year earlier. ", "that quarter. ", "the same day ", "two days later. ", "31 February ",
		"will then Tuesday ", "the year before. ", "in the 1990s ", "this century ", "Easter ", "Feb. 29 ", "a million years ago ",
	} {
		for _, head := range []string{"", narrative} {
			d := text.Split(text.Article{Text: head + strings.Repeat(piece, 3000), Published: edtf.YMD(2009, 6, 20)}, g.pack.Split)
			es := g.grammar.Find(d)
			if r := g.cues.resolve(d, es); r.tries > most*len(es) {
				t.Errorf("%q over and over: %d days tried for %d expressions, want at most %d each", piece, r.tries, len(es), most)
			}
		}
	}
}
