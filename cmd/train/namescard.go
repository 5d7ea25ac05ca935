package main

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/datelinehq/dateline/timeline/syntax/entity"
)

// A namesCard tells where the model of names comes from.
type namesCard struct {
	Models   map[string]string `json:"sha256"`
	Data     []string          `json:"data"`
	Features int               `json:"features_version"`
	Method   string            `json:"method"`
	Settings string            `json:"settings"`
	Seed     uint64            `json:"seed"`
	Licence  string            `json:"licence"`
	Credit   string            `json:"attribution"`
	Scores   []string          `json:"scores"`
	// Tries are what was tried on the way, as the notes beside the model tell.
	Tries []string `json:"attempts,omitempty"`
}

// writeNamesCard measures the model just written and describes it. The attempts
// that an older card tells of are kept.
func writeNamesCard(o Options, notes []string) error {
	b, err := os.ReadFile(namesFile(o))
	if err != nil {
		return err
	}
	file := filepath.Join(o.out, o.lang+".names.card.json")
	var c namesCard
	if old, err := os.ReadFile(file); err == nil {
		if err := json.Unmarshal(old, &c); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
	}
	c.Models = map[string]string{filepath.Base(namesFile(o)): fmt.Sprintf("%x", sha256.Sum256(b))}
	c.Data, c.Features, c.Seed = notes, entity.Version, o.seed
	c.Method = "linear-chain CRF over BILOU labels, AdaGrad with L1 and L2, mean of the later passes; a document is read twice"
	c.Settings = fmt.Sprintf("%+v, blind %v, hinted %v", nameSettings, blind, hinted)
	c.Licence = "CC BY-SA 4.0"
	c.Credit = "Trained on Universal NER English EWT (Mayhew et al. 2024, CC BY-SA 4.0), whose texts are UD English EWT (Silveira et al. 2014, CC BY-SA 4.0), and on the freely licensed genres of GUM (Zeldes 2017)."
	var s strings.Builder
	if err := evaluateNames(o, &s); err != nil {
		return err
	}
	fmt.Fprint(os.Stderr, s.String())
	c.Scores = strings.Split(strings.TrimSpace(s.String()), "\n")
	j, err := json.MarshalIndent(c, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(file, append(j, '\n'), 0o644)
}
