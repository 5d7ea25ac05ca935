package text

import (
	"strings"
	"testing"
	"unicode/utf8"
)

var testRules = Rules{
	Never:    set("mr", "gen", "lt", "st", "dr"),
	Number:   set("no", "aug", "feb"),
	Maybe:    set("u.s", "inc", "p.m", "aug"),
	Starters: set("the", "he", "it", "but"),
}

func set(words ...string) map[string]bool {
	m := map[string]bool{}
	for _, w := range words {
		m[w] = true
	}
	return m
}

// Sentences are parted by |.
func TestSentencesEndWhereAReaderEndsThem(t *testing.T) {
	for _, want := range []string{
		"It rained.|Then it stopped.",
		"Lt. Gen. Ma met Mr. Smith.|He left.",
		"The U.S. Embassy said so.|The envoy left the U.S.|He was tired.",
		"It fell on Aug. 27 near St. Petersburg.|But why?|Nobody knew!",
		`He said "we oppose the test."|The North did not answer.`,
		"It cost $1.5bn, i.e. too much.|It closed at 5 p.m. on Friday.",
		"J. R. R. Tolkien wrote it.|It sold.",
		"Wait... what?|He waited… and left.",
		"(It rained.)|Then (and only then) it stopped.",
		"One line\n|Another line",
		"Prices rose 3.5 percent.|\"They will fall,\" he said.",
	} {
		plain := strings.ReplaceAll(want, "|", " ")
		if got := join(Split(Article{Text: plain}, testRules)); got != strings.ReplaceAll(want, "\n|", "|") {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

// Full-width stops need no blank.
func TestFullWidthStops(t *testing.T) {
	const want = "他说。|“他走了。”|真的？|好。"
	if got := join(Split(Article{Text: strings.ReplaceAll(want, "|", "")}, Rules{})); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func join(d *Document) string {
	var parts []string
	for _, s := range d.Sentences {
		parts = append(parts, s.In(d.Text))
	}
	return strings.Join(parts, "|")
}

func TestWrappedLinesAreOneParagraph(t *testing.T) {
	d := Split(Article{Text: "The first line goes on\nin the second and\nends here. Then\nmore.\n\nA new one.\n"}, testRules)
	if got, want := join(d), "The first line goes on\nin the second and\nends here.|Then\nmore.|A new one."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := len(d.Paragraphs); got != 2 {
		t.Errorf("got %d paragraphs, want 2", got)
	}
}

func TestMarksAreSentencesOfTheirZone(t *testing.T) {
	const text = "Talks Planned\nBEIJING (AP)— An official left."
	d := Split(Article{Text: text, Marks: []Mark{{Span{0, 13}, Title}, {Span{14, 29}, Dateline}}}, testRules)
	if got, want := join(d), "Talks Planned|BEIJING (AP)—|An official left."; got != want {
		t.Fatalf("got %q, want %q", got, want)
	}
	for i, want := range []Zone{Title, Dateline, Body} {
		if got := d.Sentences[i].Zone; got != want {
			t.Errorf("sentence %d has zone %d, want %d", i, got, want)
		}
	}
	if got := len(d.Paragraphs); got != 2 {
		t.Errorf("got %d paragraphs, want 2: the dateline belongs to the sentence after it", got)
	}
}

func TestSentenceAt(t *testing.T) {
	d := Split(Article{Text: "One. Two. Three."}, testRules)
	for at, want := range map[int]int{0: 0, 3: 0, 4: 0, 5: 1, 12: 2, 99: 2, -1: -1} {
		if got := d.SentenceAt(at); got != want {
			t.Errorf("SentenceAt(%d) = %d, want %d", at, got, want)
		}
	}
}

func TestALineWithoutEndIsCutInBoundedPieces(t *testing.T) {
	d := Split(Article{Text: strings.Repeat("word ", 20000)}, testRules)
	for _, s := range d.Sentences {
		if n := s.Last - s.First; n > maxAtoms {
			t.Fatalf("a sentence has %d atoms, more than %d", n, maxAtoms)
		}
	}
	if got := d.Sentences[len(d.Sentences)-1].Last; got != 20000 {
		t.Errorf("the sentences hold %d atoms, want 20000", got)
	}
}

func FuzzSplit(f *testing.F) {
	for _, s := range []string{"Mr. A. B. left. \"Why?\" he said.", "a\r\n\r\nb", "\xff\xfe.\x00 A", "U.S. \u200b\u202eabc…", "''’’a'b’c.", "1.2.3-4/5", "...)) ]\"' ", "Why?\" Bo b said. [1][2] :-) . . ) a", "it.The 1. The 2.1. iP. no. a", "👩\u200d🚒\u200d.\u00ad 🇩🇪🇩"} {
		f.Add(s, 3)
	}
	f.Fuzz(func(t *testing.T, s string, cut int) {
		a := Article{Text: s}
		if cut > 0 && cut <= len(s) {
			a.Marks = []Mark{{Span{0, cut}, Title}}
		}
		d := Split(a, hostileRules)
		at := 0
		for i, atom := range d.Atoms {
			if atom.Start < at || atom.End <= atom.Start || atom.End > len(s) {
				t.Fatalf("atom %d is %v after %d", i, atom.Span, at)
			}
			if strings.TrimFunc(s[at:atom.Start], isBlank) != "" {
				t.Fatalf("%q is in no atom", s[at:atom.Start])
			}
			if utf8.ValidString(s) && !utf8.ValidString(atom.In(s)) {
				t.Fatalf("atom %q is cut inside a character", atom.In(s))
			}
			at = atom.End
		}
		next := 0
		for _, x := range d.Sentences {
			if x.First != next || x.Last <= x.First || x.Start != d.Atoms[x.First].Start || x.End != d.Atoms[x.Last-1].End {
				t.Fatalf("sentence %v does not follow atom %d", x, next)
			}
			if !d.Paragraphs[x.Paragraph].Covers(x.Span) {
				t.Fatalf("paragraph %v does not hold sentence %v", d.Paragraphs[x.Paragraph], x.Span)
			}
			next = x.Last
		}
		if next != len(d.Atoms) {
			t.Fatalf("%d atoms of %d are in sentences", next, len(d.Atoms))
		}
	})
}

func isBlank(r rune) bool {
	c, _ := class(string(r))
	return c == isSpace
}
