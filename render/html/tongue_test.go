package html

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/datelinehq/dateline/configs"
	"github.com/datelinehq/dateline/render/words"
	"github.com/datelinehq/dateline/timeline/edtf"
)

var dates = []string{
	"2009", "2009?", "2009~", "2009-05", "2009-05-25", "2009-06-23/2009-06-24", "2009-05-30/2009-06-02", "2009-05/2009-07", "2008/2009-07", "2003-07-18/..", "../2003-07",
	"200X", "20XX", "2009-XX", "2009-XX-XX", "2009-05-XX", "2009-21", "2009-24~", "2009-33", "2009-40", "-0043-03-15", "0000", "2009-05-25T10:30Z", "2009-05-25T10", "2009-05-25T10:30:05+02:00", "2009-06-20~/2009-06-22?",
}

func TestEnglishDatesAreThoseOfTheBriefing(t *testing.T) {
	say, err := newTongue("en")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, s := range dates {
		v, err := edtf.Parse(s)
		if err != nil {
			continue
		}
		n++
		if got, want := say.interval(v), words.Interval(v); got != want {
			t.Errorf("%s: got %q, want %q", s, got, want)
		}
		if got, want := say.precision(v), words.Precision(v); got != want {
			t.Errorf("precision of %s: got %q, want %q", s, got, want)
		}
	}
	if n < 18 {
		t.Errorf("only %d of the dates can be read", n)
	}
}

func TestGermanDates(t *testing.T) {
	say, err := newTongue("de")
	if err != nil {
		t.Fatal(err)
	}
	for s, want := range map[string]string{
		"2009-06-23/2009-06-24": "Di, 23. – Mi, 24. Juni 2009", "2009-05": "Mai 2009", "2009-06-20~": "etwa Sa, 20. Juni 2009", "2009-07?": "Juli 2009, unsicher", "2003-07-18/..": "seit 18. Juli 2003", "-0043-03-15": "Fr, 15. März 44 v. Chr.",
	} {
		v, err := edtf.Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		if got := say.interval(v); got != want {
			t.Errorf("%s: got %q, want %q", s, got, want)
		}
	}
}

// TestEveryLanguageHasEveryWord compares the tables with each other, hole by hole, and
// with what script and template ask for.
func TestEveryLanguageHasEveryWord(t *testing.T) {
	if got, want := Languages(), configs.PageLanguages(); len(got) != len(want) || !slices.Contains(got, want[0]) || !slices.Contains(got, want[1]) {
		t.Errorf("languages: the page has %v, configs take %v", got, want)
	}
	en, err := newTongue("en")
	if err != nil {
		t.Fatal(err)
	}
	hole := regexp.MustCompile(`\{\w+\}`)
	holes := func(s string) string {
		hs := hole.FindAllString(s, -1)
		slices.Sort(hs)
		return strings.Join(hs, "")
	}
	for _, code := range Languages() {
		l, err := newTongue(code)
		if err != nil {
			t.Fatal(err)
		}
		for k, s := range en {
			if holes(l[k]) != holes(s) || l[k] == "" {
				t.Errorf("%s: %s is %q, in English %q", code, k, l[k], s)
			}
		}
		if len(l) != len(en) {
			t.Errorf("%s has %d words, English %d", code, len(l), len(en))
		}
	}
	files, _ := filepath.Glob("app/*.js")
	more, _ := filepath.Glob("app/views/*.js")
	asked := regexp.MustCompile(`\b(say|count|Say|Count)\(?\s?"([a-z.]+[a-z])"`)
	for _, f := range append(append(files, more...), "page.tmpl") {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(f, ".test.js") {
			continue
		}
		for _, m := range asked.FindAllStringSubmatch(string(b), -1) {
			name := m[2]
			if strings.EqualFold(m[1], "count") {
				name += ".other"
			}
			if _, ok := en[name]; !ok {
				t.Errorf("%s asks for %q, which has no words", f, name)
			}
		}
	}
}
