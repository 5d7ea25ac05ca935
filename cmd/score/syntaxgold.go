package main

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// A treeDoc is a document of a treebank with its text.
type treeDoc struct {
	id, text  string
	sentences [][]treeWord
}

// A treeWord is a word of a treebank, gold or ours. Its bytes are those of the
// token that it belongs to; multi says that the token is more than this word.
// Head counts the words of the sentence, -1 is the root.
type treeWord struct {
	form, lemma, upos, xpos, rel string
	head                         int
	start, end                   int
	multi                        bool
}

// readTrees reads a gzipped CoNLL-U file.
func readTrees(file string) ([]treeDoc, error) {
	z, err := openGzip(file)
	if err != nil {
		return nil, err
	}
	defer z.Close()
	docs, err := parseTrees(z)
	if err != nil {
		return nil, fmt.Errorf("%s:%w", file, err)
	}
	return docs, nil
}

// treeReader builds documents and their texts from lines.
type treeReader struct {
	docs []treeDoc
	text strings.Builder
	// words of the sentence, and those to come that belong to one token.
	words            []treeWord
	upTo, start, end int
	// apart is what stands before the next token.
	apart string
}

func parseTrees(r io.Reader) ([]treeDoc, error) {
	in := bufio.NewScanner(r)
	in.Buffer(nil, maxLine)
	t := &treeReader{docs: []treeDoc{{}}}
	for n := 1; in.Scan(); n++ {
		if err := t.line(in.Text()); err != nil {
			return nil, fmt.Errorf("%d: %w", n, err)
		}
	}
	t.document("")
	if err := in.Err(); err != nil {
		return nil, err
	}
	return t.docs[:len(t.docs)-1], nil
}

func (t *treeReader) line(l string) error {
	switch {
	case l == "":
		t.sentence()
	case strings.HasPrefix(l, "# newdoc"):
		_, id, _ := strings.Cut(l, "= ")
		t.document(id)
	case strings.HasPrefix(l, "# newpar") && !strings.HasPrefix(l, "# newpar_"):
		t.apart = "\n\n"
	case strings.HasPrefix(l, "#"):
	default:
		return t.token(strings.Split(l, "\t"))
	}
	return nil
}

func (t *treeReader) sentence() {
	if d := &t.docs[len(t.docs)-1]; len(t.words) > 0 {
		d.sentences = append(d.sentences, t.words)
	}
	t.words, t.upTo = nil, 0
}

// document ends a document, if it holds anything, and begins another.
func (t *treeReader) document(id string) {
	t.sentence()
	d := &t.docs[len(t.docs)-1]
	if d.text = t.text.String(); d.text != "" {
		t.docs = append(t.docs, treeDoc{})
		d = &t.docs[len(t.docs)-1]
	}
	d.id = id
	t.text.Reset()
	t.apart = ""
}

// token reads a line of ten columns: a token of several words ("3-4"), or a word.
// Empty nodes ("8.1") are left out.
func (t *treeReader) token(f []string) error {
	if len(f) != 10 {
		return fmt.Errorf("%d columns, want 10", len(f))
	}
	if strings.Contains(f[0], ".") {
		return nil
	}
	if _, last, ok := strings.Cut(f[0], "-"); ok {
		var err error
		if t.upTo, err = strconv.Atoi(last); err != nil {
			return fmt.Errorf("token %q", f[0])
		}
		t.write(f[1], f[9])
		return nil
	}
	n, err := strconv.Atoi(f[0])
	if err != nil {
		return fmt.Errorf("word %q", f[0])
	}
	head, err := strconv.Atoi(f[6])
	if err != nil {
		return fmt.Errorf("head %q", f[6])
	}
	if n > t.upTo {
		t.write(f[1], f[9])
	}
	t.words = append(t.words, treeWord{f[1], f[2], f[3], f[4], f[7], head - 1, t.start, t.end, n <= t.upTo})
	return nil
}

// write puts a token into the text.
func (t *treeReader) write(form, misc string) {
	if t.text.Len() > 0 {
		t.text.WriteString(t.apart)
	}
	t.start = t.text.Len()
	t.text.WriteString(form)
	t.end = t.text.Len()
	t.apart = " "
	for _, m := range strings.Split(misc, "|") {
		if m == "SpaceAfter=No" {
			t.apart = ""
		}
	}
}
