package origin

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
)

// report is a text of n words about subject.
func report(subject uint64, n int) string {
	r := rand.New(rand.NewPCG(subject, 1))
	ws := make([]string, n)
	for i := range ws {
		ws[i] = fmt.Sprintf("word%d", r.IntN(2000))
	}
	return strings.Join(ws, " ")
}

// edited changes one word in n.
func edited(s string, n int) string {
	ws := strings.Fields(s)
	for i := n / 2; i < len(ws); i += n {
		ws[i] = "other" + ws[i]
	}
	return strings.Join(ws, " ")
}

func TestCopies(t *testing.T) {
	a := report(1, 300)
	for name, c := range map[string]struct {
		b    string
		want bool
	}{
		"the same":                   {a, true},
		"other case and marks":       {strings.ToUpper(strings.ReplaceAll(a, " ", ", ")), true},
		"another dateline":           {"LONDON (AP) - " + a, true},
		"one word in twenty changed": {edited(a, 20), true},
		"cut to its first third":     {strings.Join(strings.Fields(a)[:100], " "), true},
		"twice as long":              {a + " " + report(2, 300), true},
		"half rewritten":             {edited(a, 2), false},
		"another report":             {report(3, 300), false},
		"one paragraph quoted":       {report(4, 300) + " " + strings.Join(strings.Fields(a)[100:140], " "), false},
		"too short to tell":          {"Talks were held.", false},
	} {
		if got := Copies(Of(a), Of(c.b)); got != c.want {
			whole, lead := Alike(Of(a), Of(c.b))
			t.Errorf("%s: got %v (%.2f, %.2f)", name, got, whole, lead)
		}
	}
}

func TestVoiceIsTheAgencyBehindCopies(t *testing.T) {
	a, b := report(1, 300), report(2, 300)
	day := func(d int) edtf.Date { return edtf.YMD(2026, 3, d) }
	ss := []timeline.Source{
		{Number: 1, ID: "x", Outlet: "The Paper", Published: day(2)},
		{Number: 2, ID: "y", Outlet: "The Wire", Origin: "AP", Published: day(1)},
		{Number: 3, ID: "z", Outlet: "The Post", Published: day(1)},
		{Number: 4, ID: "w"},
		{Number: 5, ID: "v", Outlet: "The Paper", Published: day(3)},
	}
	sk := []Sketch{Of(edited(a, 25)), Of(a), Of(b), Of("Short."), Of(report(3, 300))}
	Mark(ss, sk)
	var got []string
	for _, s := range ss {
		got = append(got, fmt.Sprintf("%d %s %d", s.Number, s.Voice, s.CopyOf))
	}
	want := []string{"1 AP 2", "2 AP 0", "3 The Post 0", "4 w 0", "5 The Paper 0"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	slices.Reverse(ss)
	slices.Reverse(sk)
	Mark(ss, sk)
	slices.Reverse(ss)
	for i, s := range ss {
		if g := fmt.Sprintf("%d %s %d", s.Number, s.Voice, s.CopyOf); g != want[i] {
			t.Errorf("in reverse order: got %q, want %q", g, want[i])
		}
	}
}

func BenchmarkSketch(b *testing.B) {
	s := report(1, 500)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Of(s)
	}
}
