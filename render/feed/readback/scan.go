package readback

import (
	"fmt"
	"strings"
)

// scan reads the rows of RFC 4180. Unlike encoding/csv it keeps line breaks in cells
// as they are, since a quote must have its bytes. A bare quote is an error.
func scan(s string) ([][]string, error) {
	var rows [][]string
	line := 1
	for s != "" {
		var row []string
		start := line
		for more := true; more; {
			cell, rest, n, err := cell(s)
			line += n
			if err != nil {
				return nil, fmt.Errorf("line %d: %w", line, err)
			}
			row = append(row, cell)
			s = rest
			if s, more = strings.CutPrefix(s, ","); more {
				continue
			}
			switch {
			case s == "":
			case strings.HasPrefix(s, "\r\n"):
				s = s[2:]
			case s[0] == '\n':
				s = s[1:]
			default:
				return nil, fmt.Errorf("line %d: %q behind the quotes of a cell", line, s[:1])
			}
			line++
		}
		if len(rows) > 0 && len(row) != len(rows[0]) {
			if len(row) == 1 && row[0] == "" {
				continue // an empty line
			}
			return nil, fmt.Errorf("line %d has %d cells, the first row %d", start, len(row), len(rows[0]))
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// cell takes a cell off s, and tells how many line breaks are in it.
func cell(s string) (cell, rest string, breaks int, err error) {
	if !strings.HasPrefix(s, `"`) {
		i := strings.IndexAny(s, ",\n")
		if i < 0 {
			i = len(s)
		} else if s[i] == '\n' && i > 0 && s[i-1] == '\r' {
			i--
		}
		if strings.Contains(s[:i], `"`) {
			return "", s, 0, fmt.Errorf("a quote in a cell that is not quoted")
		}
		return s[:i], s[i:], 0, nil
	}
	var b strings.Builder
	rest = s[1:]
	for {
		i := strings.IndexByte(rest, '"')
		if i < 0 {
			return "", s, 0, fmt.Errorf("a cell whose quotes do not end")
		}
		breaks += strings.Count(rest[:i], "\n")
		b.WriteString(rest[:i])
		rest = rest[i+1:]
		if !strings.HasPrefix(rest, `"`) {
			return b.String(), rest, breaks, nil
		}
		b.WriteByte('"')
		rest = rest[1:]
	}
}
