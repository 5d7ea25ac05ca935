package main

import (
	"bufio"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/datelinehq/dateline/timeline/syntax/entity"
)

// readNames reads the documents of a part, "train" or "dev".
func readNames(o Options, part string) (docs []*nameDoc, notes []string, err error) {
	files, err := filepath.Glob(filepath.Join(o.data, "uner_"+o.lang+"_*-"+part+".iob2.gz"))
	if err != nil || len(files) == 0 {
		return nil, nil, fmt.Errorf("no uner_%s_*-%s.iob2.gz in %s", o.lang, part, o.data)
	}
	for _, f := range files {
		ds, err := readIOB(f)
		if err != nil {
			return nil, nil, err
		}
		notes = append(notes, noteOf(f, ds))
		docs = append(docs, ds...)
	}
	return docs, notes, nil
}

// noteOf says how much there is in a file.
func noteOf(file string, docs []*nameDoc) string {
	sentences, names := 0, 0
	for _, d := range docs {
		sentences += len(d.forms)
		for _, rs := range d.names {
			names += len(rs)
		}
	}
	return fmt.Sprintf("%s: %d names in %d sentences", filepath.Base(file), names, sentences)
}

// readIOB reads a gzipped file of columns: number, word, label; "# newdoc" begins
// a document, an empty line ends a sentence.
func readIOB(file string) ([]*nameDoc, error) {
	z, err := openGzip(file)
	if err != nil {
		return nil, err
	}
	defer z.Close()
	docs := []*nameDoc{{}}
	var forms, labels []string
	flush := func() {
		if len(forms) > 0 {
			d := docs[len(docs)-1]
			d.forms, d.names = append(d.forms, forms), append(d.names, rangesOf(labels))
		}
		forms, labels = nil, nil
	}
	in := bufio.NewScanner(z)
	for n := 1; in.Scan(); n++ {
		line := in.Text()
		switch {
		case line == "":
			flush()
		case strings.HasPrefix(line, "# newdoc"):
			docs = append(docs, &nameDoc{})
		case strings.HasPrefix(line, "#"):
		default:
			f := strings.Split(line, "\t")
			if len(f) < 3 {
				return nil, fmt.Errorf("%s:%d: %d columns, want 3", file, n, len(f))
			}
			forms, labels = append(forms, f[1]), append(labels, f[2])
		}
	}
	flush()
	if len(docs[0].forms) == 0 {
		docs = docs[1:]
	}
	return docs, in.Err()
}

// rangesOf reads "B-PER", "I-PER", "O". A name that goes on without beginning
// begins there; other types are no names.
func rangesOf(labels []string) (names []entity.Range) {
	last := ""
	for i, l := range labels {
		t := entity.None
		if len(l) > 2 {
			t = entity.TypeOf(l[2:])
		}
		switch {
		case t == entity.None:
		case l[0] == 'I' && last == l[2:] && len(names) > 0:
			names[len(names)-1].Last = i + 1
		default:
			names = append(names, entity.Range{First: i, Last: i + 1, Type: t})
		}
		if last = ""; t != entity.None {
			last = l[2:]
		}
	}
	return names
}
