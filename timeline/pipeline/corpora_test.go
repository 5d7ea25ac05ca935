package pipeline

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/text"
)

// The corpora of the benchmarks lie in the folder that DATA names: TimeML of which
// the tags are taken out, and articles one a line.
var (
	timeMLs  = []string{"timex/timebank/*.tml", "timex/aquaint/*.tml", "timex/meantime-en/*.tml", "timex/krauts-de/*.tml"}
	articles = []string{"news/*.jsonl.gz", "timeline/*/articles.jsonl.gz", "timeline/*/*/articles.jsonl.gz"}
)

// corpora are all texts of the corpora; without DATA, the sample articles over
// and over.
func corpora(b *testing.B) []text.Article {
	b.Helper()
	dir := os.Getenv("DATA")
	var as []text.Article
	each(b, dir, timeMLs, func(file string) { as = append(as, readTimeML(b, file)) })
	each(b, dir, articles, func(file string) { as = append(as, readArticles(b, file)...) })
	if len(as) > 0 {
		return as
	}
	b.Log("DATA names no folder with corpora: these are figures of the sample articles")
	each(b, "../../seeds/articles", []string{"*.txt", "*/*.txt"}, func(file string) {
		t, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		as = append(as, text.Article{ID: file, Text: string(t), Published: edtf.YMD(2009, 6, 20)})
	})
	for total(as) < 1e6 {
		as = append(as, as...)
	}
	return as
}

func each(b *testing.B, dir string, patterns []string, read func(file string)) {
	for _, p := range patterns {
		files, err := filepath.Glob(filepath.Join(dir, p))
		if err != nil {
			b.Fatal(err)
		}
		for _, f := range files {
			read(f)
		}
	}
}

// total is the number of bytes of the articles' text.
func total(as []text.Article) (n int) {
	for _, a := range as {
		n += len(a.Text)
	}
	return n
}

var (
	tags    = regexp.MustCompile(`<[^>]*>`)
	written = regexp.MustCompile(`<TIMEX3[^>]* value="(\d{4}-\d{2}-\d{2})`)
)

// readTimeML reads the text of a document; its first date is that of writing.
func readTimeML(b *testing.B, file string) text.Article {
	raw, err := os.ReadFile(file)
	if err != nil {
		b.Fatal(err)
	}
	_, body, _ := strings.Cut(string(raw), "<TEXT>")
	body, _, _ = strings.Cut(body, "</TEXT>")
	a := text.Article{ID: file, Text: strings.ToValidUTF8(html.UnescapeString(tags.ReplaceAllString(body, "")), "\uFFFD")}
	if m := written.FindSubmatch(raw); m != nil {
		a.Published, _ = edtf.ParseDate(string(m[1]))
	}
	if strings.HasSuffix(filepath.Dir(file), "-de") {
		a.Lang = "de"
	}
	return a
}

func readArticles(b *testing.B, file string) (as []text.Article) {
	f, err := os.Open(file)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		b.Fatal(err)
	}
	lines := bufio.NewScanner(z)
	for lines.Buffer(nil, 1<<26); lines.Scan(); {
		var l struct{ ID, Published, Text string }
		if err := json.Unmarshal(lines.Bytes(), &l); err != nil {
			b.Fatal(err)
		}
		a := text.Article{ID: l.ID, Text: l.Text}
		a.Published, _ = edtf.ParseDate(l.Published)
		as = append(as, a)
	}
	return as
}
