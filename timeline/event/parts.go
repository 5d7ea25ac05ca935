package event

import (
	"io/fs"
	"strings"
)

// parts are the words that tell who takes which part, by class and value.
type parts map[string]map[string]bool

// is reports whether a word is of a class: "toward", "mutual verb".
func (p parts) is(class, word string) bool { return p[class][word] }

func readParts(pack fs.FS) (parts, error) {
	ts, err := terms(pack, "parts.txt")
	if err != nil {
		return nil, err
	}
	p := parts{}
	for _, t := range ts {
		class := t.Class
		switch class {
		case "mutual", "joint":
			class += " " + t.Value
		case "between", "aimed", "toward", "agent", "where", "promise", "owner":
		default:
			return nil, t.Errorf("no class %q of words about parts", class)
		}
		if p[class] == nil {
			p[class] = map[string]bool{}
		}
		for _, w := range t.Surfaces {
			p[class][strings.ToLower(w)] = true
		}
	}
	return p, nil
}
