package main

import (
	"bufio"
	"fmt"
	"strconv"
	"strings"

	"github.com/datelinehq/dateline/timeline/syntax/feature"
)

// A token is a line of a CoNLL-U file. Head counts from 0, -1 is the root.
type token struct {
	form, lemma, upos, xpos, rel string
	head                         int
}

// A sentence with what the models see of it.
type sentence struct {
	doc    string
	tokens []token
	words  []feature.Word
}

// readTreebank reads a gzipped CoNLL-U file. Multiword lines and empty nodes are
// left out.
func readTreebank(file string) ([]sentence, error) {
	z, err := openGzip(file)
	if err != nil {
		return nil, err
	}
	defer z.Close()
	in := bufio.NewScanner(z)
	in.Buffer(nil, 1<<20)
	var all []sentence
	var s sentence
	for n := 1; in.Scan(); n++ {
		line := in.Text()
		switch {
		case line == "":
			if len(s.tokens) > 0 {
				all = append(all, s)
			}
			s = sentence{doc: s.doc}
		case strings.HasPrefix(line, "#"):
			if id, ok := strings.CutPrefix(line, "# newdoc id = "); ok {
				s.doc = id
			}
		default:
			f := strings.Split(line, "\t")
			if len(f) != 10 {
				return nil, fmt.Errorf("%s:%d: %d columns, want 10", file, n, len(f))
			}
			if strings.ContainsAny(f[0], "-.") {
				continue
			}
			head, err := strconv.Atoi(f[6])
			if err != nil {
				return nil, fmt.Errorf("%s:%d: head %q", file, n, f[6])
			}
			s.tokens = append(s.tokens, token{f[1], f[2], f[3], f[4], f[7], head - 1})
		}
	}
	if len(s.tokens) > 0 {
		all = append(all, s)
	}
	return all, in.Err()
}

// closed are the genres of GUM whose texts may not be sold; their documents stay
// out of a model that ships.
var closed = []string{"essay", "fiction", "letter", "podcast", "whow", "reddit"}

func free(ss []sentence) []sentence {
	var kept []sentence
next:
	for _, s := range ss {
		for _, g := range closed {
			if strings.HasPrefix(s.doc, "GUM_"+g) {
				continue next
			}
		}
		kept = append(kept, s)
	}
	return kept
}
