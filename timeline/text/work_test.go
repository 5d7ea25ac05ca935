package text

import (
	"strings"
	"testing"
)

// hostileRules use every list.
var hostileRules = Rules{
	Never: testRules.Never, Number: testRules.Number, Maybe: testRules.Maybe, Starters: testRules.Starters,
	Inner: set("inc", "word"), Speech: set("said", "b"), Ordinal: set("mai"), Lead: set("der"), Small: 2,
}

// However a text is made, a few looks at each atom must do.
func TestSplittingTakesLinearTime(t *testing.T) {
	for _, piece := range []string{
		"-", "- ", "'", "' ", "a'", "’ ", "(", "( ", ".", ". ", ".” ", "! ", "? ) ", "!” ", "\n", "\n\n", "a\n", "x", "word ",
		"A.", "A. ", "a.b. ", "U.S. ", "Mr. ", "1.", "3. Mai ", "The. ", "\xff", "\xe2\x80", "שלום. ", "\u202e.", "\u200b",
		"word. ", "WORD. ", "WORD! ", "said.The ", ".[1]", ". [1] ", ". . ", ". ) ", ". :) ", ". :-", ". =", "1.1.", "1. ", "?\" A b ", "?\" A B C D ",
		"A. The ", "no. a ", "… ", " ... The ", ".\" ", "iP. ", "x://", "m. ", "5m. ", "der 3. Preis ", "\u200d", "👩\u200d🚒", "👩\u200d", "🇩🇪", "a\u0301. ",
	} {
		s := split(Article{Text: strings.Repeat(piece, 50_000)}, hostileRules)
		if most := 16 * len(s.Atoms); s.work > most {
			t.Errorf("%q over and over: %d looks at %d atoms, want at most %d", piece, s.work, len(s.Atoms), most)
		}
	}
}
