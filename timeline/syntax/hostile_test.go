package syntax

import (
	"fmt"
	"strings"
	"testing"

	"github.com/datelinehq/dateline/timeline/text"
)

// whole fails if the words of a sentence do not make one tree without circles.
func whole(t *testing.T, s Sentence) {
	t.Helper()
	roots := 0
	for i, w := range s.Words {
		if w.Head < 0 {
			roots++
		}
		if w.Head >= len(s.Words) || w.UPOS == "" || w.XPOS == "" || w.Rel == "" {
			t.Fatalf("word %d of %d: %+v", i, len(s.Words), w)
		}
	}
	if len(s.Words) > 0 && roots != 1 {
		t.Fatalf("%d roots", roots)
	}
	for i := 0; i < len(s.Words); i += len(s.Words)/50 + 1 {
		if !s.Under(i, s.Root()) {
			t.Fatalf("word %d is not under the root", i)
		}
	}
}

// Whatever stands in a text, each sentence has one tree.
func TestHostileSentencesHaveTrees(t *testing.T) {
	p := english(t)
	for name, in := range map[string]string{
		"capitals":      "ARMY CHIEF SAYS TROOPS WILL LEAVE THE CITY BY FRIDAY",
		"no capitals":   "president putin met mr xi in beijing on tuesday and left",
		"emoji":         "Rebels 💥 attacked 🏙️ the town 👨‍👩‍👧 on Friday 🇺🇦.",
		"joiners":       "Re\u200dbels att\u200cacked \u2060the\ufeff town\u200b.",
		"combining":     "Re\u0301belles a\u0300\u0301\u0302\u0303 attacked.",
		"broken UTF-8":  "Rebels \xff\xfe attacked \xc3 the town.",
		"marks alone":   "... --- !!! ??? ((( ))) \"\"\" '''",
		"one letter":    "x",
		"digits":        strings.Repeat("9", 10000),
		"one long word": strings.Repeat("attack", 20000),
		"right to left": "قال الرئيس إن the talks failed.",
	} {
		t.Run(name, func(t *testing.T) {
			d := text.Split(text.Article{Text: in}, text.Rules{})
			for i := range d.Sentences {
				whole(t, p.Parse(d, i, nil))
			}
		})
	}
}

// A sentence without end is parsed in pieces, so that moves grow with the words.
func TestEndlessSentence(t *testing.T) {
	p := english(t)
	in := strings.Repeat("rebels attacked the town and ", 20000)
	d := text.Split(text.Article{Text: in}, text.Rules{})
	words := 0
	for i := range d.Sentences {
		s := p.Parse(d, i, nil)
		whole(t, s)
		words += len(s.Words)
	}
	if words != 100000 {
		t.Errorf("%d words, want 100000", words)
	}
}

// The memory that a parser keeps between sentences does not grow with them.
func TestWorkIsBounded(t *testing.T) {
	p := english(t)
	d := text.Split(text.Article{Text: strings.Repeat("rebels attacked the town and ", 2000)}, text.Rules{})
	for i := range d.Sentences {
		p.Parse(d, i, nil)
	}
	w := p.work.Get().(*work)
	if n := cap(w.words); n > 4*maxWords {
		t.Errorf("room for %d words is kept, want at most %d", n, 4*maxWords)
	}
}

// Words that are tags of the models, separators of their files, or empty.
func TestParseWordsTakesAnyForms(t *testing.T) {
	p := english(t)
	for _, forms := range [][]string{nil, {""}, {"\t", "\n"}, {"NNP", "left nsubj", "shift"}, {"a", "", "b"}} {
		ws := p.ParseWords(forms)
		if len(ws) != len(forms) {
			t.Errorf("%s: %d words", fmt.Sprint(forms), len(ws))
		}
	}
}
