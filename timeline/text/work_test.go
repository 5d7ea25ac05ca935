package text

import (
	"strings"
	"testing"
)

// However a text is made, a few looks at each atom must do.
func TestSplittingTakesLinearTime(t *testing.T) {
	for _, piece := range []string{
		"-", "- ", "'", "' ", "a'", "’ ", "(", "( ", ".", ". ", ".” ", "! ", "? ) ", "!” ", "\n", "\n\n", "a\n", "x", "word ",
		"A.", "A. ", "a.b. ", "U.S. ", "Mr. ", "1.", "3. Mai ", "The. ", "\xff", "\xe2\x80", "שלום. ", "\u202e.", "\u200b",
	} {
		s := split(Article{Text: strings.Repeat(piece, 100_000)}, testRules)
		if most := 16 * len(s.Atoms); s.work > most {
			t.Errorf("%q over and over: %d looks at %d atoms, want at most %d", piece, s.work, len(s.Atoms), most)
		}
	}
}
