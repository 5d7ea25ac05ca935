package lang

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/datelinehq/dateline/timeline/text"
)

// ReadLines reads the lines of a file, without comments and empty lines.
func ReadLines(dir fs.FS, name string) ([]Line, error) {
	b, err := fs.ReadFile(dir, name)
	if err != nil {
		return nil, err
	}
	return Lines(name, string(b)), nil
}

// ReadTerms reads a file of "class value = surface, surface" lines.
func ReadTerms(dir fs.FS, name string) ([]Term, error) {
	ls, err := ReadLines(dir, name)
	if err != nil {
		return nil, err
	}
	return Terms(ls)
}

// splitFile says where sentences end.
const splitFile = "abbreviations.txt"

// LoadSplit reads of the pack in dir only where sentences end.
func LoadSplit(dir fs.FS) (text.Rules, error) {
	p := &Pack{}
	ls, err := ReadLines(dir, splitFile)
	if errors.Is(err, fs.ErrNotExist) {
		return p.Split, nil
	}
	if err != nil {
		return p.Split, fmt.Errorf("read language pack: %w", err)
	}
	return p.Split, p.readSplit(ls)
}

// Rows calls row with the columns of each line of a table parted by tabs, whose
// first line names them; lines that begin with "#" are comments. Columns at the end
// may be left out in a line, and there may be more of them than are asked for. An
// error names file and line.
func Rows(file, body string, columns []string, row func([]string) error) error {
	header := 0
	n := 0
	for line := range strings.Lines(body) {
		n++
		line = strings.TrimRight(line, "\r\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if header == 0 {
			if len(f) < len(columns) || !slices.EqualFunc(f[:len(columns)], columns, func(a, b string) bool { return strings.TrimSpace(a) == b }) {
				return fmt.Errorf("%s:%d: columns are %q, want %q", file, n, f, columns)
			}
			header = len(f)
			continue
		}
		if len(f) > header {
			return fmt.Errorf("%s:%d: %d columns, want %d", file, n, len(f), header)
		}
		for len(f) < header {
			f = append(f, "")
		}
		if err := row(f); err != nil {
			return fmt.Errorf("%s:%d: %w", file, n, err)
		}
	}
	if header == 0 {
		return fmt.Errorf("%s: no header, want %q", file, columns)
	}
	return nil
}

// ReadTable reads a table from a file, as Rows does.
func ReadTable(dir fs.FS, file string, columns []string, row func([]string) error) error {
	b, err := fs.ReadFile(dir, file)
	if err != nil {
		return err
	}
	return Rows(file, string(b), columns, row)
}
