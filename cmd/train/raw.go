package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io/fs"
	"path/filepath"
	"sort"
	"strings"

	"github.com/datelinehq/dateline/timeline/lang"
	"github.com/datelinehq/dateline/timeline/syntax"
	"github.com/datelinehq/dateline/timeline/text"
)

// rawFiles are the raw texts whose licence allows to share what is made from them.
var rawFiles = []string{"timeline/wikipedia-current-events/*.jsonl.gz", "news/wikinews.jsonl.gz"}

// readRaw cuts raw texts into sentences of words.
func readRaw(root string, pack fs.FS) (sents [][]string, notes []string, err error) {
	split, err := lang.LoadSplit(pack)
	if err != nil {
		return nil, nil, err
	}
	cut, err := syntax.NewCutter(pack)
	if err != nil {
		return nil, nil, err
	}
	for _, pattern := range rawFiles {
		files, err := filepath.Glob(filepath.Join(root, pattern))
		if err != nil {
			return nil, nil, err
		}
		sort.Strings(files)
		before, words := len(sents), 0
		for _, f := range files {
			err := eachText(f, func(t string) {
				d := text.Split(text.Article{Text: t}, split)
				for i := range d.Sentences {
					var ws []string
					for _, s := range cut.Words(d, i) {
						ws = append(ws, s.In(t))
					}
					sents = append(sents, ws)
					words += len(ws)
				}
			})
			if err != nil {
				return nil, nil, err
			}
		}
		notes = append(notes, fmt.Sprintf("%s: %d files, %d sentences, %d words, for word classes only", pattern, len(files), len(sents)-before, words))
	}
	return sents, notes, nil
}

// eachText calls do with the text of each line of a gzipped file of JSON lines.
func eachText(file string, do func(string)) error {
	z, err := openGzip(file)
	if err != nil {
		return err
	}
	defer z.Close()
	in := bufio.NewScanner(z)
	in.Buffer(nil, 1<<22)
	for n := 1; in.Scan(); n++ {
		var a struct{ Text string }
		if err := json.Unmarshal(in.Bytes(), &a); err != nil {
			return fmt.Errorf("%s:%d: %w", file, n, err)
		}
		if strings.TrimSpace(a.Text) != "" {
			do(a.Text)
		}
	}
	return in.Err()
}
