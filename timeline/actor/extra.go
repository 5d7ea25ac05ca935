package actor

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/datelinehq/dateline/timeline/lang"
)

// An Extra is a table of names that a user gives; it goes before the tables of the
// seeds. It has the columns kind, name and code:
//
//	actor	ACME FLEET	ACMMIL
//	actor	John Doe	ACMGOV 20090120-20170120; ACMELI >20170120
//	agent	SAILOR	~MIL
//
// An actor has a code of its own, an agent is a role: the code of its country stands
// for "~". A name has variants parted by "|". Where the whole file is in capitals, one
// capital in the text is enough.
type Extra struct {
	// File is the name for messages, Text what is in it.
	File, Text string
}

func (l *Lexicon) addExtra(x Extra) error {
	loose := true
	type line struct {
		kind, name string
		codes      terms
	}
	var lines []line
	err := lang.Rows(x.File, x.Text, []string{"kind", "name", "code"}, func(f []string) error {
		if f[0] != "actor" && f[0] != "agent" {
			return fmt.Errorf("kind %q, want actor or agent", f[0])
		}
		if strings.TrimSpace(f[1]) == "" {
			return fmt.Errorf("no name")
		}
		ts, err := readTerms(f[2])
		if err != nil {
			return err
		}
		if f[0] == "agent" && strings.Count(f[2], "~") != 1 {
			return fmt.Errorf("code %q of an agent, want ~ where the country stands", f[2])
		}
		loose = loose && strings.IndexFunc(f[1], unicode.IsLower) < 0
		lines = append(lines, line{f[0], f[1], ts})
		return nil
	})
	if err != nil {
		return fmt.Errorf("load actors: %w", err)
	}
	for _, n := range lines {
		for _, name := range strings.Split(n.name, "|") {
			if n.kind == "agent" {
				prefix, role, _ := strings.Cut(n.codes[0].code, "~")
				l.add(l.roles, name, entry{kind: roleNoun, codes: terms{{code: role}}, prefix: prefix})
				continue
			}
			short := len(cut(name)) == 1 && len(strings.ReplaceAll(name, ".", "")) <= 3
			l.add(l.names, name, entry{kind: country, codes: n.codes, canonical: name, loose: loose && !short})
		}
	}
	return nil
}
