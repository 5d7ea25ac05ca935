package syntax

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/datelinehq/dateline/timeline/learn"
	"github.com/datelinehq/dateline/timeline/syntax/feature"
)

// Load reads the models named after the language code from models and the word
// lists of the language from its pack.
func Load(models, pack fs.FS, language string) (*Parser, error) {
	p := &Parser{}
	for _, m := range []struct {
		name string
		to   **learn.Model
	}{{"xpos", &p.xpos}, {"upos", &p.upos}, {"back", &p.back}, {"arcs", &p.arcs}, {"retag", &p.retag}} {
		b, err := fs.ReadFile(models, language+"."+m.name+".model")
		if err != nil {
			return nil, fmt.Errorf("load syntax: %w", err)
		}
		if *m.to, err = learn.Read(b); err != nil {
			return nil, fmt.Errorf("load syntax: %s: %w", m.name, err)
		}
	}
	p.xposHash = feature.Hashes(p.xpos.Classes())
	var err error
	if p.rels, err = relations(p.arcs); err != nil {
		return nil, err
	}
	if !slices.Equal(p.back.Classes(), p.arcs.Classes()) {
		return nil, fmt.Errorf("load syntax: the two models of arcs differ in their classes")
	}
	if !slices.Equal(p.retag.Classes(), p.xpos.Classes()) {
		return nil, fmt.Errorf("load syntax: the two models of treebank tags differ")
	}
	if p.lemmas, err = loadLemmas(models, language); err != nil {
		return nil, err
	}
	if p.known, err = loadWords(models, language); err != nil {
		return nil, err
	}
	if err := p.lists(pack); err != nil {
		return nil, err
	}
	if err := p.names(pack); err != nil {
		return nil, err
	}
	p.fix()
	p.work.New = func() any { return newWork() }
	return p, nil
}

func newWork() *work { return &work{seen: map[string]feature.Word{}} }

// relations are the relations in the classes of a model of arcs.
func relations(m *learn.Model) ([]string, error) {
	var rels []string
	for i, c := range m.Classes() {
		if rel, left := strings.CutPrefix(c, "left "); left {
			rels = append(rels, rel)
		} else if i%2 == 1 {
			return nil, fmt.Errorf("load syntax: class %d of the arcs is %q", i, c)
		}
	}
	if len(m.Classes()) != 2*len(rels)+1 || len(rels) == 0 {
		return nil, fmt.Errorf("load syntax: %d classes of arcs", len(m.Classes()))
	}
	return rels, nil
}

// names enters the names of the pack into the lexicon.
func (p *Parser) names(pack fs.FS) error {
	names, tags, err := Names(pack)
	if err != nil {
		return err
	}
	p.nameX, p.nameU = slices.Index(p.xpos.Classes(), tags[0]), slices.Index(p.upos.Classes(), tags[1])
	p.known.AddNames(names)
	return nil
}
