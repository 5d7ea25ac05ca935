package pipeline

import (
	"slices"
	"strings"
	"testing"

	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/text"
)

const (
	englishNews = "The foreign ministers of both countries met in Geneva on Tuesday and agreed to hold further talks in July. Officials said that the agreement, which has been prepared since last year, would be signed before the end of the month if parliament approves it."
	germanNews  = "Die Außenminister beider Länder trafen sich am Dienstag in Genf und vereinbarten, im Juli weitere Gespräche zu führen. Das Abkommen, das seit dem vergangenen Jahr vorbereitet wird, soll noch vor Ende des Monats unterzeichnet werden, wenn das Parlament zustimmt."
	frenchNews  = "Les ministres des Affaires étrangères des deux pays se sont rencontrés mardi à Genève et ont décidé de poursuivre les négociations le 2009-07-14. L'accord, préparé depuis l'année 2008, devrait être signé avant la fin du mois si le parlement l'approuve, selon des responsables de May."
)

// An article is read in the language that it names, else in the one its words
// tell, else in English. In a language without a pack only ISO dates are read.
func TestLanguageOfAnArticle(t *testing.T) {
	p := pipe(t)
	for _, c := range []struct {
		name, lang, body string
		code             string   // of the language in the end
		finds            []string // values
		finding          string   // code
	}{
		{"named", "en", englishNews, "en", []string{"2009-06-16", "2009-07"}, ""},
		{"named with a region", "en-US", englishNews, "en", []string{"2009-06-16"}, ""},
		{"named otherwise", "eng", englishNews, "en", []string{"2009-06-16"}, ""},
		{"told: English", "", englishNews, "en", []string{"2009-06-16"}, ""},
		{"told: German", "", germanNews, "de", []string{"2009-06-16"}, ""},
		{"named, no pack", "fr", frenchNews, "fr", []string{"2009-07-14"}, "unknown-language"},
		{"told, no pack", "", frenchNews, "fr", []string{"2009-07-14"}, "unknown-language"},
		{"the name wins over the words", "fr", englishNews, "fr", nil, "unknown-language"},
		{"too short to tell", "", "They met on Tuesday.", "", []string{"2009-06-16"}, ""},
		{"no language code", "English, I think", "They met on Tuesday.", "", []string{"2009-06-16"}, "bad-language"},
		{"the code of no language", "und", "They met on Tuesday.", "", []string{"2009-06-16"}, ""},
	} {
		an := p.Tag(text.Article{ID: "a", Lang: c.lang, Text: c.body, Published: edtf.YMD(2009, 6, 20)})
		if an.Document.Lang != c.code {
			t.Errorf("%s: read as %q, want %q", c.name, an.Document.Lang, c.code)
		}
		var values, codes []string
		for _, r := range an.Readings {
			values = append(values, r.Value)
		}
		for _, f := range an.Findings {
			codes = append(codes, f.Code)
		}
		for _, v := range c.finds {
			if !slices.Contains(values, v) {
				t.Errorf("%s: got %v, want %s among them", c.name, values, v)
			}
		}
		if c.finding == "unknown-language" && len(values) > len(c.finds) {
			t.Errorf("%s: got %v, want %v and no more", c.name, values, c.finds)
		}
		if got := strings.Join(codes, " "); got != c.finding {
			t.Errorf("%s: findings %q, want %q", c.name, got, c.finding)
		}
	}
}

// In a language that only the colloquial rules know, what they propose is resolved
// or left out.
func TestColloquialRules(t *testing.T) {
	p := pipe(t)
	for _, c := range []struct{ lang, body, published, want string }{
		{"ru", "Министры встретились во вторник, а 3 апреля 2009 года подписали договор.", "2009-06-20", "вторник 2009-06-16 ambiguous; 3 апреля 2009 2009-04-03 certain"},
		{"ru", "Министры встретились во вторник, а 3 апреля 2009 года подписали договор.", "", "3 апреля 2009 2009-04-03 certain"},
		{"zh", "两国外长昨天举行会谈，今年七月继续。 2009-06-18 ", "2009-06-20", "昨天 2009-06-19 inferred; 今年七月 2009-07 inferred; 2009-06-18 2009-06-18 certain"},
		{"nl", "Zij spraken gisteren en op 31 februari.", "2009-06-20", "gisteren 2009-06-19 inferred"},
		{"en", "It happened in 3 days and on the sat.", "2009-06-20", ""},
	} {
		published, err := edtf.ParseDate(c.published)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, r := range p.Tag(text.Article{ID: "a", Lang: c.lang, Text: c.body, Published: published}).Readings {
			if c.lang != "en" || r.Rule == "when" {
				got = append(got, r.In(c.body)+" "+r.Value+" "+string(r.Grade))
			}
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s, published %q: got %s, want %s", c.lang, c.published, s, c.want)
		}
	}
}
