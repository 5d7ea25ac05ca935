// Package readback reads timelines from what other programs, and people, keep them in.
//
// In come the bytes of a timeline.json, of events.jsonl, of a table or of slides for
// TimelineJS3, out comes a Timeline that keeps every promise of the model. What was
// written by package feed and not touched since comes back with its evidence. What a
// person added or changed has none, and then the file itself is the source that is
// cited, word for word. The package refuses to guess at dates.
package readback

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/datelinehq/dateline/timeline"
)

// maxBytes bounds what is read of one file.
const maxBytes = 256 << 20

// A Reader reads one format.
type Reader struct {
	// Name is that of the format in package feed.
	Name, About string
	read        func(file string, b []byte) (*timeline.Timeline, error)
}

// Readers are all of them.
func Readers() []Reader {
	return []Reader{
		{"timeline", "timeline.json", func(_ string, b []byte) (*timeline.Timeline, error) { return timeline.Read(bytes.NewReader(b)) }},
		{"jsonl", "events.jsonl: one event a line", readJSONLines},
		{"csv", "a table with the columns title and when, or all of those that are written", readTable},
		{"timelinejs", "JSON for TimelineJS3", readSlides},
	}
}

// ErrFormat says that a file is in none of the formats.
var ErrFormat = errors.New("this is no timeline.json, events.jsonl, table with the columns title and when, or JSON for TimelineJS3")

// Read reads a timeline in the format called name, or, when that is empty, in the one
// that the content shows. file is named as the source of what has no evidence.
func Read(r io.Reader, file, name string) (*timeline.Timeline, error) {
	b, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("read: %w", err)
	case len(b) > maxBytes:
		return nil, fmt.Errorf("the file is larger than %d MB", maxBytes>>20)
	}
	b = bytes.TrimPrefix(b, []byte("\ufeff"))
	if name == "" {
		name = detect(b)
	}
	for _, x := range Readers() {
		if x.Name == name {
			return x.read(file, b)
		}
	}
	if name != "" {
		return nil, fmt.Errorf("format %s cannot be read", name)
	}
	return nil, ErrFormat
}

// detect tells the format by the fields of the first JSON value, or by the first row;
// "" for none.
func detect(b []byte) string {
	if s := bytes.TrimSpace(b); len(s) == 0 || s[0] != '{' {
		head, _, _ := bytes.Cut(b, []byte("\n"))
		if rows, err := scan(string(head)); err == nil && len(rows) == 1 && isHead(rows[0]) {
			return "csv"
		}
		return ""
	}
	var fields map[string]json.RawMessage
	if json.NewDecoder(bytes.NewReader(b)).Decode(&fields) != nil {
		return ""
	}
	has := func(name string) bool { return fields[name] != nil }
	switch {
	case has("cites"):
		return "jsonl"
	case has("version") && has("sources"):
		return "timeline"
	case has("events"):
		return "timelinejs"
	}
	return ""
}

// clean is s with what is no UTF-8, and zero bytes, as U+FFFD.
func clean(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "\uFFFD")
}
