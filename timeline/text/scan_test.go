package text

import (
	"strings"
	"testing"
)

// Atoms are parted by |.
func TestAtoms(t *testing.T) {
	for _, want := range []string{
		"don't", "23|-|24", "1990|s", "U|.|S|.", "’|tis", "naïve", "e\u0301te\u0301",
		"na\u00adtion", "\u0646\u200c\u0647\u0627", "👩\u200d🚒|👍🏽|🇩🇪|🇫🇷|☀\ufe0f|x", "👩\u200d|a", "…|“|a", "٣٤|a",
	} {
		var got []string
		plain := strings.ReplaceAll(want, "|", "")
		for _, a := range scan(plain) {
			got = append(got, a.In(plain))
		}
		if g := strings.Join(got, "|"); g != want {
			t.Errorf("got %q, want %q", g, want)
		}
	}
}
