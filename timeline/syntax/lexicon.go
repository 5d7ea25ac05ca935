package syntax

import (
	"compress/gzip"
	"fmt"
	"io"
	"io/fs"
	"strconv"
	"strings"

	"github.com/datelinehq/dateline/timeline/syntax/feature"
)

// loadWords reads lines "word kind fine coarse tags only", parted by tabs: what is
// known of words whatever stands beside them.
func loadWords(models fs.FS, language string) (feature.Lexicon, error) {
	name := language + ".words.gz"
	b, err := unzip(models, name)
	if err != nil {
		return nil, fmt.Errorf("load words: %w", err)
	}
	known := make(feature.Lexicon, strings.Count(b, "\n"))
	for line := range strings.Lines(b) {
		word, rest, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		e, err := entry(rest)
		if err != nil || !ok {
			return nil, fmt.Errorf("load words: %s: bad line %q", name, line)
		}
		known[word] = e
	}
	return known, nil
}

func entry(s string) (e feature.Entry, err error) {
	var numbers [3]int
	for i := range numbers {
		var f string
		f, s, _ = strings.Cut(s, "\t")
		if numbers[i], err = strconv.Atoi(f); err != nil || numbers[i] < 0 || numbers[i] > 1<<15 {
			return e, fmt.Errorf("bad number %q", f)
		}
	}
	e.Kind, e.Fine, e.Coarse = feature.Kind(numbers[0]), uint16(numbers[1]), uint16(numbers[2])
	e.Tags, e.Only, _ = strings.Cut(s, "\t")
	return e, nil
}

// unzip is the text in a gzipped file.
func unzip(models fs.FS, name string) (string, error) {
	f, err := models.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return "", fmt.Errorf("%s: %w", name, err)
	}
	b, err := io.ReadAll(io.LimitReader(z, 64<<20))
	if err != nil {
		return "", fmt.Errorf("%s: %w", name, err)
	}
	return string(b), nil
}
