package timeline

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// maxJSON bounds what Read takes in.
const maxJSON = 1 << 30

// ErrVersion says that a file was written by a later format.
var ErrVersion = errors.New("a later version of timeline.json than this program reads")

// Write writes t as timeline.json: indented, with a final line break, the same
// bytes for the same timeline.
func (t *Timeline) Write(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	if err := e.Encode(t); err != nil {
		return fmt.Errorf("write timeline: %w", err)
	}
	return nil
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
