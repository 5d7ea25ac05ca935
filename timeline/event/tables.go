package event

import (
	"fmt"
	"io/fs"

	"github.com/datelinehq/dateline/timeline/lang"
)

// Classes of verbs that name no happening of their own.
const (
	typeOther     = "OTHER"
	typeStatement = "STATEMENT"
)

// frames are the words that announce events, by lemma. A verb with its particle
// is one entry: "call off".
type frames struct {
	verbs, nouns      map[string]string
	light, state, say map[string]bool
}

// status are the words that tell whether something happened, by lemma.
type status map[string]map[string]bool

func (s status) has(class, lemma string) bool { return s[class][lemma] }

func readFrames(pack fs.FS) (*frames, error) {
	ts, err := terms(pack, "frames.txt")
	if err != nil {
		return nil, err
	}
	f := &frames{map[string]string{}, map[string]string{}, map[string]bool{}, map[string]bool{}, map[string]bool{}}
	for _, t := range ts {
		for _, w := range t.Surfaces {
			switch t.Class {
			case "verb":
				setOnce(f.verbs, w, t.Value)
			case "noun":
				setOnce(f.nouns, w, t.Value)
			case "light":
				f.light[w] = true
			case "state":
				f.state[w] = true
			case "say":
				f.say[w] = true
			default:
				return nil, t.Errorf("no class %q of frames", t.Class)
			}
		}
	}
	return f, nil
}

func setOnce(m map[string]string, key, value string) {
	if _, ok := m[key]; !ok {
		m[key] = value
	}
}

func readStatus(pack fs.FS) (status, error) {
	ts, err := terms(pack, "status.txt")
	if err != nil {
		return nil, err
	}
	s := status{}
	for _, t := range ts {
		if s[t.Class] == nil {
			s[t.Class] = map[string]bool{}
		}
		for _, w := range t.Surfaces {
			s[t.Class][w] = true
		}
	}
	return s, nil
}

// terms reads a file of "class value = surface, surface" lines.
func terms(pack fs.FS, name string) ([]lang.Term, error) {
	b, err := fs.ReadFile(pack, name)
	if err != nil {
		return nil, fmt.Errorf("load events: %w", err)
	}
	return lang.Terms(lang.Lines(name, string(b)))
}
