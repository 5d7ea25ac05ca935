package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// maxLine bounds a line of a gold file.
const maxLine = 64 << 20

// readLines reads a file of JSON Lines, compressed if its name ends in ".gz". An
// error names file and line.
func readLines[T any](file string) ([]T, error) {
	open := openGzip
	if !strings.HasSuffix(file, ".gz") {
		open = func(file string) (io.ReadCloser, error) { return os.Open(file) }
	}
	r, err := open(file)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	in := bufio.NewScanner(r)
	in.Buffer(nil, maxLine)
	var out []T
	n := 0
	for in.Scan() {
		n++
		if len(bytes.TrimSpace(in.Bytes())) == 0 {
			continue
		}
		var v T
		if err := json.Unmarshal(in.Bytes(), &v); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, n, err)
		}
		out = append(out, v)
	}
	if err := in.Err(); err != nil {
		return nil, fmt.Errorf("%s:%d: %w", file, n+1, err)
	}
	return out, nil
}

// leave writes answers as JSON Lines under the folder of predictions, if there
// is one.
func leave[T any](b *bench, lines []T) error {
	if b.Predictions == "" {
		return nil
	}
	file := filepath.Join(b.Predictions, filepath.FromSlash(b.title)+".jsonl")
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriter(f)
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	for i := range lines {
		if err := e.Encode(&lines[i]); err != nil {
			return err
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}
