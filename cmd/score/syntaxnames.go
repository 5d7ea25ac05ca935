package main

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/datelinehq/dateline/timeline/syntax/entity"
)

// A nameDoc is a document whose names are known.
type nameDoc struct {
	id    string
	forms [][]string
	names [][]entity.Range
}

// measureNames measures names in words that are given: span and type must agree
// (Tjong Kim Sang and De Meulder 2003).
func measureNames(b *bench, r reader, file string) ([]Figure, error) {
	z, err := openGzip(file)
	if err != nil {
		return nil, err
	}
	defer z.Close()
	docs, err := readNames(z)
	if err != nil {
		return nil, fmt.Errorf("%s:%w", file, err)
	}
	answers := make([][][]entity.Range, len(docs))
	b.each(len(docs), func(i int) { answers[i] = r.nameWords(docs[i].forms) })
	var c nameCount
	for i := range docs {
		c.add(&docs[i], answers[i], b.faults)
	}
	return c.figures(b.title), nil
}

// readNames reads IOB2: number, word, label. Types that are not ours are no names.
func readNames(r io.Reader) ([]nameDoc, error) {
	docs := []nameDoc{{}}
	var forms, labels []string
	end := func() {
		if d := &docs[len(docs)-1]; len(forms) > 0 {
			d.forms, d.names = append(d.forms, forms), append(d.names, iob(labels))
		}
		forms, labels = nil, nil
	}
	in := bufio.NewScanner(r)
	in.Buffer(nil, maxLine)
	for n := 1; in.Scan(); n++ {
		line := in.Text()
		switch {
		case line == "":
			end()
		case strings.HasPrefix(line, "# newdoc"):
			end()
			_, id, _ := strings.Cut(line, "= ")
			docs = append(docs, nameDoc{id: id})
		case strings.HasPrefix(line, "#"):
		default:
			f := strings.Split(line, "\t")
			if len(f) < 3 {
				return nil, fmt.Errorf("%d: %d columns, want 3", n, len(f))
			}
			forms, labels = append(forms, f[1]), append(labels, f[2])
		}
	}
	end()
	return docs, in.Err()
}

// iob reads labels: "B-PER" begins a name, "I-PER" goes on with one of its type or
// else begins one too.
func iob(labels []string) (names []entity.Range) {
	last := entity.None
	for i, l := range labels {
		mark, kind, _ := strings.Cut(l, "-")
		t := entity.TypeOf(kind)
		switch {
		case t == entity.None:
		case mark == "I" && t == last:
			names[len(names)-1].Last = i + 1
		default:
			names = append(names, entity.Range{First: i, Last: i + 1, Type: t})
		}
		last = t
	}
	return names
}

// nameCount counts names by type.
type nameCount struct{ gold, answers, hits [entity.Types + 1]int }

func (c *nameCount) add(d *nameDoc, answers [][]entity.Range, f *faults) {
	for k, gold := range d.names {
		show := func(class string, r entity.Range) {
			words := d.forms[k]
			f.add(class, r.Type.String(), d.id, "%s [%s] %s", strings.Join(words[:r.First], " "),
				strings.Join(words[r.First:r.Last], " "), strings.Join(words[r.Last:], " "))
		}
		for _, g := range gold {
			c.gold[g.Type]++
			if !slices.Contains(answers[k], g) {
				show("name missed", g)
			}
		}
		for _, a := range answers[k] {
			c.answers[a.Type]++
			if slices.Contains(gold, a) {
				c.hits[a.Type]++
			} else {
				show("name that is none", a)
			}
		}
	}
}

func (c *nameCount) figures(title string) []Figure {
	var g, a, h int
	var types []Figure
	for t := entity.Person; t <= entity.Place; t++ {
		g, a, h = g+c.gold[t], a+c.answers[t], h+c.hits[t]
		types = append(types, Figure{
			Name:  title + " names." + strings.ToLower(t.String()) + ".f1",
			Value: f1(c.hits[t], c.gold[t], c.answers[t]),
		})
	}
	return append([]Figure{
		{Name: title + " names.f1", Value: f1(h, g, a)},
		{Name: title + " names.precision", Value: share(h, a), Info: true},
		{Name: title + " names.recall", Value: share(h, g), Info: true},
	}, types...)
}
