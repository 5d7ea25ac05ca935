package timex

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/datelinehq/dateline/timeline/lang"
	"github.com/datelinehq/dateline/timeline/text"
)

// made compiles a made-up language.
func made(t *testing.T, terms, rules string) *Grammar {
	t.Helper()
	p, err := lang.Load(fstest.MapFS{"terms.txt": {Data: []byte(terms)}, "rules.txt": {Data: []byte(rules)}})
	if err != nil {
		t.Fatal(err)
	}
	g, err := Compile(p)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// found lists the expressions of a text with their meanings.
func found(g *Grammar, body string) string {
	d := text.Split(text.Article{Text: body}, text.Rules{})
	var out []string
	for _, e := range g.Find(d) {
		out = append(out, e.In(body)+" = "+e.Mean.String())
	}
	return strings.Join(out, "; ")
}

func expect(t *testing.T, g *Grammar, cases map[string]string) {
	t.Helper()
	for body, want := range cases {
		if got := found(g, body); got != want {
			t.Errorf("%q: got %q, want %q", body, got, want)
		}
	}
}

// A word that the pack does not have is read as its parts, if all of it is parts.
func TestCompounds(t *testing.T) {
	g := made(t, "part 0 = fri, eve, moon, night\nday 5 = Fri\nhour NI = night\nhour EV = eve\n",
		"night -> time\n see <d:day> <h:hour>\n mean daypart(near(ref, weekday(d), 0), h)\n e.g. \"Fri eve\" x\nday -> time\n see <d:day>\n mean near(ref, weekday(d), 0)\n e.g. \"Fri\" x\n")
	expect(t, g, map[string]string{
		"on Frieve":      "Frieve = daypart(near(ref, weekday(5), 0), EV)",
		"on Fri eve":     "Fri eve = daypart(near(ref, weekday(5), 0), EV)",
		"FRINIGHT":       "FRINIGHT = daypart(near(ref, weekday(5), 0), NI)",
		"a Frievent":     "",
		"a Moonfri":      "",
		"frieve, Frimox": "",
	})
}

// What stands behind => must follow and may bind, but is no part of the expression.
func TestLookingAhead(t *testing.T) {
	g := made(t, "month 5 = May\n",
		"day -> time\n see <d:1..31> <m:month>\n mean near(ref, monthday(m, d), 0)\n e.g. \"3 May\" x\n"+
			"first -> time\n see <d:1..31> => (and|~ - ~) <:1..31> <m:month>\n mean near(ref, monthday(m, d), 0)\n e.g. \"[3] and 4 May\" x\n")
	expect(t, g, map[string]string{
		"3 and 4 May":  "3 = near(ref, monthday(5, 3), 0); 4 May = near(ref, monthday(5, 4), 0)",
		"3-4 May":      "3 = near(ref, monthday(5, 3), 0); 4 May = near(ref, monthday(5, 4), 0)",
		"3 and 4 pigs": "",
	})
}

// What stands before <= must precede and may bind, but is no part of the expression.
func TestLookingBehind(t *testing.T) {
	g := made(t, "month 5 = May\n",
		"day -> time\n see <m:month> <d:1..31>\n mean near(ref, monthday(m, d), 0)\n e.g. \"May 3\" x\n"+
			"next -> time\n see <m:month> <:1..31> and <= <d:1..31>\n mean near(ref, monthday(m, d), 0)\n e.g. \"May 3 and [4]\" x\n")
	expect(t, g, map[string]string{
		"May 3 and 4":  "May 3 = near(ref, monthday(5, 3), 0); 4 = near(ref, monthday(5, 4), 0)",
		"pigs and 4":   "",
		"May 3 and 40": "May 3 = near(ref, monthday(5, 3), 0)",
	})
}

// A context with ~ asks for a neighbour without a blank between.
func TestGluedNeighbours(t *testing.T) {
	g := made(t, "month 5 = May\n", "m -> time\n see {!~-} <m:month> {!~-}\n mean near(ref, month(m), 0)\n e.g. \"May\" x\n")
	expect(t, g, map[string]string{
		"in May - when": "May = near(ref, month(5), 0)",
		"it - May":      "May = near(ref, month(5), 0)",
		"General May-X": "",
		"X-May":         "",
	})
}

// Years stand on both sides of a dash or slash; other numbers do not.
func TestYearsBesideDashes(t *testing.T) {
	g := made(t, "short 0 = x\n",
		"y -> time\n see <y:1000..2199>\n mean date(y)\n e.g. \"1998\" x\n"+
			"y2 -> time\n see {-|–|/} <y:00..99>\n mean near(ref, year2(y), 0)\n e.g. \"-[98]\" x\n")
	expect(t, g, map[string]string{
		"1910–1914":   "1910 = date(1910); 1914 = date(1914)",
		"1944/45":     "1944 = date(1944); 45 = near(ref, year2(45), 0)",
		"1998-01-02":  "",
		"1998-05-12":  "",
		"1914–1910":   "",
		"555-1998":    "",
		"1998-2001-3": "",
	})
}
