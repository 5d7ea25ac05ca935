package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
)

// A Figure is one number, named "suite/set what".
type Figure struct {
	Name  string
	Value float64
	// Less says that smaller is better.
	Less bool
	// Count says that it is a whole number.
	Count bool
	// Info figures tell how others came about. They are never compared.
	Info bool
}

func (f Figure) String() string {
	if f.Count {
		return strconv.FormatFloat(f.Value, 'f', 0, 64)
	}
	return strconv.FormatFloat(f.Value, 'f', 4, 64)
}

// share is a of b, and nothing of nothing is 0.
func share(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// f1 of hits among gold and answers is the harmonic mean of precision and recall.
func f1(hits, gold, answers int) float64 { return share(2*hits, gold+answers) }

// printFigures writes one figure a line, or one JSON object in the same order.
func printFigures(w io.Writer, fs []Figure, asJSON bool) error {
	if asJSON {
		return printJSON(w, fs)
	}
	for _, f := range fs {
		if _, err := fmt.Fprintf(w, "%-42s %s\n", f.Name, f); err != nil {
			return err
		}
	}
	return nil
}

func printJSON(w io.Writer, fs []Figure) error {
	var b bytes.Buffer
	b.WriteString("{")
	for i, f := range fs {
		name, err := json.Marshal(f.Name)
		if err != nil {
			return err
		}
		if i > 0 {
			b.WriteString(",")
		}
		fmt.Fprintf(&b, "\n  %s: %s", name, f)
	}
	b.WriteString("\n}\n")
	_, err := w.Write(b.Bytes())
	return err
}
