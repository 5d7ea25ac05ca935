package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// tiny is a treebank of a few sentences, each with other names.
func tiny() string {
	var b strings.Builder
	for i := range 400 {
		fmt.Fprintf(&b, "# newdoc id = d%d\n", i)
		for k, line := range []string{
			"Rebels%d\trebel\tNOUN\tNNS\t2\tnsubj", "attacked\tattack\tVERB\tVBD\t0\troot",
			"the\tthe\tDET\tDT\t4\tdet", "town%d\ttown\tNOUN\tNN\t2\tobj", ".\t.\tPUNCT\t.\t2\tpunct",
		} {
			f := strings.Split(strings.ReplaceAll(line, "%d", fmt.Sprint(i%7)), "\t")
			fmt.Fprintf(&b, "%d\t%s\t%s\t%s\t%s\t_\t%s\t%s\t_\t_\n", k+1, f[0], f[1], f[2], f[3], f[4], f[5])
		}
		b.WriteString("\n")
	}
	return b.String()
}

func zip(t *testing.T, file, content string) {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, _ = z.Write([]byte(content))
	_ = z.Close()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// trained trains on the tiny treebank and gives the files that come out.
func trained(t *testing.T) map[string]string {
	t.Helper()
	dir := t.TempDir()
	zip(t, filepath.Join(dir, "ud", "en_tiny-ud-train.conllu.gz"), tiny())
	zip(t, filepath.Join(dir, "ud", "en_tiny-ud-dev.conllu.gz"), tiny())
	zip(t, filepath.Join(dir, "news", "wikinews.jsonl.gz"), `{"text":"Rebels attacked the town. They left it."}`+"\n")
	if err := os.CopyFS(filepath.Join(dir, "lang"), os.DirFS("../../seeds/lang")); err != nil {
		t.Fatal(err)
	}
	o := Options{data: filepath.Join(dir, "ud"), raw: dir, out: filepath.Join(dir, "models"), lang: "en", seed: 1}
	if err := run(o); err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(o.out), ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(filepath.Join(o.out, p))
		files[p] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestSameDataSameBytes(t *testing.T) {
	a, b := trained(t), trained(t)
	if len(a) < 8 {
		t.Errorf("%d files", len(a))
	}
	for name := range a {
		if a[name] != b[name] {
			t.Errorf("two trainings differ in %s", name)
		}
	}
	if !strings.Contains(a["en.card.json"], "UAS 100.00 LAS 100.00") {
		t.Errorf("the training set is not learnt: %s", a["en.card.json"])
	}
}

// The classes of words that stand beside the same words are the same.
func TestExchangeFindsClasses(t *testing.T) {
	var sents [][]string
	for i := range 200 {
		sents = append(sents, []string{"the", []string{"dog", "cat"}[i%2], []string{"ran", "slept"}[i/2%2], "."})
	}
	c := newCorpus(sents, 3)
	of := exchange(c, c.neighbours(), 4)
	class := map[string]int32{}
	for i, w := range c.words {
		class[w] = of[i]
	}
	if class["dog"] != class["cat"] || class["ran"] != class["slept"] || class["dog"] == class["ran"] {
		t.Errorf("classes: %v", class)
	}
}

// Documents whose licence forbids selling stay out.
func TestClosedGenres(t *testing.T) {
	var ss []sentence
	for _, d := range []string{"GUM_fiction_a", "GUM_news_b", "weblog-c"} {
		ss = append(ss, sentence{doc: d})
	}
	if got := free(ss); len(got) != 2 {
		t.Errorf("%d of 3 are free, want 2", len(got))
	}
}
