package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/brief"
	"github.com/datelinehq/dateline/timeline/edition"
)

// editionsDir is the folder of a report that keeps its editions: 0001.json is a
// timeline.json, 0001.ledger.json the book of announcements after it.
const editionsDir = "editions"

// editioned is what the editions of a report tell of the present run.
type editioned struct {
	number  int
	length  brief.Length
	changes *edition.Changes
	ledger  []edition.Promise
	// files are what is to be kept; none if this run is the last edition again.
	files []output
}

var editionName = regexp.MustCompile(`^(\d{4,})\.json$`)

// newEdition compares t with the last edition in dir that differs from it. A run
// whose timeline is that of the last edition is this edition, with the changes that
// it had then, so that it makes the same files.
func newEdition(dir string, t *timeline.Timeline) (*editioned, error) {
	numbers, err := editions(filepath.Join(dir, editionsDir))
	if err != nil {
		return nil, err
	}
	var now bytes.Buffer
	if err := t.Write(&now); err != nil {
		return nil, err
	}
	e := &editioned{number: 1}
	last := 0
	if len(numbers) > 0 {
		last = numbers[len(numbers)-1]
		b, err := os.ReadFile(editionFile(dir, last, ".json"))
		if err != nil {
			return nil, fmt.Errorf("edition %d: %w", last, plain(err))
		}
		e.number = last + 1
		if bytes.Equal(b, now.Bytes()) {
			e.number = last
			if last = 0; len(numbers) > 1 {
				last = numbers[len(numbers)-2]
			}
		}
	}
	var book []edition.Promise
	if last > 0 {
		before, err := readEdition(dir, last)
		if err != nil {
			return nil, err
		}
		e.changes = edition.Compare(before, t)
		if book, err = readLedger(dir, last); err != nil {
			return nil, err
		}
	}
	e.ledger = edition.Ledger(book, t)
	ledger, err := json.MarshalIndent(e.ledger, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("edition %d: %w", e.number, err)
	}
	name := filepath.Join(editionsDir, fmt.Sprintf("%04d", e.number))
	e.files = []output{{name + ".ledger.json", writeBytes(append(ledger, '\n'))}, {name + ".json", writeBytes(now.Bytes())}}
	return e, nil
}

func writeBytes(b []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := w.Write(b)
		return err
	}
}

// editions are the numbers of the editions in a folder, in order.
func editions(dir string) ([]int, error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read the editions: %w", plain(err))
	}
	var ns []int
	for _, e := range entries {
		if m := editionName.FindStringSubmatch(e.Name()); m != nil {
			if n, err := strconv.Atoi(m[1]); err == nil && n > 0 {
				ns = append(ns, n)
			}
		}
	}
	slices.Sort(ns)
	return ns, nil
}

func editionFile(dir string, n int, ext string) string {
	return filepath.Join(dir, editionsDir, fmt.Sprintf("%04d%s", n, ext))
}

func readEdition(dir string, n int) (*timeline.Timeline, error) {
	f, err := os.Open(editionFile(dir, n, ".json"))
	if err != nil {
		return nil, fmt.Errorf("edition %d: %w", n, plain(err))
	}
	defer f.Close()
	t, err := timeline.Read(f)
	if err != nil {
		return nil, fmt.Errorf("edition %d: %w", n, err)
	}
	return t, nil
}

// readLedger reads the book after an edition; one that is not there is empty.
func readLedger(dir string, n int) ([]edition.Promise, error) {
	b, err := os.ReadFile(editionFile(dir, n, ".ledger.json"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("ledger of edition %d: %w", n, plain(err))
	}
	var book []edition.Promise
	if err := json.Unmarshal(b, &book); err != nil {
		return nil, fmt.Errorf("ledger of edition %d: %w", n, err)
	}
	return book, nil
}
