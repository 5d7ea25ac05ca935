package main

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/datelinehq/dateline/timeline/learn"
	"github.com/datelinehq/dateline/timeline/syntax/feature"
)

func save(o Options, name string, p *perceptron, k keep) error {
	f, err := os.Create(filepath.Join(o.out, o.lang+"."+name+".model"))
	if err != nil {
		return err
	}
	defer f.Close()
	rows := k.thin(p.finish(k.least))
	fmt.Fprintf(os.Stderr, "%s: %d of %d rows\n", name, len(rows), len(p.rows))
	if err := learn.Write(f, p.classes, rows); err != nil {
		return err
	}
	return f.Close()
}

// A card tells where models come from.
type card struct {
	Models   map[string]string `json:"sha256"`
	Data     []string          `json:"data"`
	Features int               `json:"features_version"`
	Seed     uint64            `json:"seed"`
	Licence  string            `json:"licence"`
	Credit   string            `json:"attribution"`
	Scores   []string          `json:"scores"`
	// Attempts are written by hand and kept: what was tried, and what it gave.
	Attempts []string `json:"attempts,omitempty"`
}

// writeCard measures the models just written and describes them.
func writeCard(o Options, notes []string) error {
	c := card{
		Models: map[string]string{}, Data: notes, Features: feature.Version, Seed: o.seed,
		Licence:  "CC BY-SA 4.0",
		Credit:   "Trained on UD English EWT (Silveira et al. 2014, CC BY-SA 4.0) and on the freely licensed genres of GUM (Zeldes 2017). Word classes also from Wikipedia, Portal:Current events (CC BY-SA 4.0), and Wikinews (CC BY 2.5).",
		Attempts: attempts(o),
	}
	files, err := fs.Glob(os.DirFS(o.out), o.lang+".*")
	if err != nil {
		return err
	}
	for _, f := range files {
		if strings.HasSuffix(f, ".json") || f == o.lang+".names.model" { // that has a card of its own
			continue
		}
		b, err := os.ReadFile(filepath.Join(o.out, f))
		if err != nil {
			return err
		}
		c.Models[f] = fmt.Sprintf("%x", sha256.Sum256(b))
	}
	var b strings.Builder
	if err := evaluate(o, &b); err != nil {
		return err
	}
	c.Scores = strings.Split(strings.TrimSpace(b.String()), "\n")
	sort.Strings(c.Scores)
	j, err := json.MarshalIndent(c, "", "  ")
	if err != nil {
		return err
	}
	fmt.Fprint(os.Stderr, b.String())
	return os.WriteFile(filepath.Join(o.out, o.lang+".card.json"), append(j, '\n'), 0o644)
}

// attempts are those of the card that is there.
func attempts(o Options) []string {
	var c card
	b, err := os.ReadFile(filepath.Join(o.out, o.lang+".card.json"))
	if err != nil || json.Unmarshal(b, &c) != nil {
		return nil
	}
	return c.Attempts
}

// evaluate measures the models on the dev files, on gold words. Punctuation does
// not count for the trees.
func evaluate(o Options, w io.Writer) error {
	files, err := filepath.Glob(filepath.Join(o.data, o.lang+"_*-dev.conllu.gz"))
	if err != nil {
		return err
	}
	sort.Strings(files)
	m, err := loadModels(o)
	if err != nil {
		return err
	}
	for _, f := range files {
		ss, err := readTreebank(f)
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "%s %s\n", filepath.Base(f), m.measure(ss))
	}
	return nil
}
