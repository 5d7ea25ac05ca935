package timeline

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// maxJSON bounds what Read takes in.
const maxJSON = 1 << 30

// ErrVersion says that a file was written by a later format.
var ErrVersion = errors.New("a later version of timeline.json than this program reads")

// Write writes t as timeline.json: indented, with a final line break, the same
// bytes for the same timeline. Sources and events are written one by one, so that
// the file is never in memory as a whole.
func (t *Timeline) Write(w io.Writer) error {
	head := *t
	head.Sources, head.Events, head.Undated = nil, nil, nil
	b, err := json.MarshalIndent(&head, "", indent)
	if err != nil {
		return fmt.Errorf("write timeline: %w", err)
	}
	p := &lister{w: w}
	rest := string(append(b, '\n'))
	list(p, &rest, "sources", t.Sources)
	list(p, &rest, "events", t.Events)
	list(p, &rest, "undated", t.Undated)
	p.put(rest)
	if p.err != nil {
		return fmt.Errorf("write timeline: %w", p.err)
	}
	return nil
}

const indent = "  "

// lister writes until something fails.
type lister struct {
	w   io.Writer
	err error
}

func (p *lister) put(s string) {
	if p.err == nil {
		_, p.err = io.WriteString(p.w, s)
	}
}

// list writes what comes before the empty list of that name in rest, and the list
// in its place.
func list[T any](p *lister, rest *string, name string, xs []T) {
	if xs == nil {
		return // null
	}
	before, after, _ := strings.Cut(*rest, "\n"+indent+`"`+name+`": null`)
	*rest = after
	p.put(before + "\n" + indent + `"` + name + `": [`)
	for i := range xs {
		b, err := json.MarshalIndent(&xs[i], indent+indent, indent)
		if err != nil {
			p.err = err
			return
		}
		sep := ",\n"
		if i == 0 {
			sep = "\n"
		}
		p.put(sep + indent + indent + string(b))
	}
	if len(xs) > 0 {
		p.put("\n" + indent)
	}
	p.put("]")
}

// Read reads timeline.json and checks it.
func Read(r io.Reader) (*Timeline, error) {
	b, err := io.ReadAll(io.LimitReader(r, maxJSON+1))
	if err != nil {
		return nil, fmt.Errorf("read timeline: %w", err)
	}
	if len(b) > maxJSON {
		return nil, errors.New("read timeline: the file is too large")
	}
	t := &Timeline{}
	if err := json.Unmarshal(b, t); err != nil {
		return nil, fmt.Errorf("read timeline: %w", err)
	}
	if t.Version > Version {
		return nil, fmt.Errorf("read timeline: version %d: %w", t.Version, ErrVersion)
	}
	if err := t.Validate(); err != nil {
		return nil, fmt.Errorf("read timeline: %w", err)
	}
	return t, nil
}
