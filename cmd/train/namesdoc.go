package main

import (
	"strings"

	"github.com/datelinehq/dateline/timeline/syntax/entity"
)

// A nameDoc is a document whose names are known.
type nameDoc struct {
	forms [][]string
	names [][]entity.Range
	views []entity.View
	gold  [][]entity.Label
	// foreign says that others marked the names, and somewhat otherwise.
	foreign bool
}

// look fills in what the model sees.
func (d *nameDoc) look(lists *entity.Gazetteer) {
	d.views = make([]entity.View, len(d.forms))
	for k, forms := range d.forms {
		d.views[k].Look(lists, forms)
		d.gold = append(d.gold, entity.Encode(len(forms), d.names[k]))
	}
}

// hint fills in what the document tells of its words, as f reads them.
func (d *nameDoc) hint(f *entity.Finder) {
	m := entity.NewMemory()
	guess := make([][]entity.Label, len(d.forms))
	for k, forms := range d.forms {
		guess[k] = f.Alone(forms)
		m.Add(&d.views[k], guess[k])
	}
	for k := range d.views {
		m.Hint(&d.views[k], guess[k])
	}
}

// smallEvery and loudEvery say which sentences are copied in disguise.
const (
	smallEvery = 7
	loudEvery  = 15
)

// disguised are copies of some sentences in small letters, and of fewer in
// capitals, since people write so, and headlines are.
func disguised(docs []*nameDoc, lists *entity.Gazetteer) (out []*nameDoc) {
	n := 0
	for _, d := range docs {
		c := &nameDoc{foreign: d.foreign}
		for k, forms := range d.forms {
			n++
			switch {
			case n%smallEvery == 0:
				c.forms = append(c.forms, mapped(forms, strings.ToLower))
			case n%loudEvery == 0:
				c.forms = append(c.forms, mapped(forms, strings.ToUpper))
			default:
				continue
			}
			c.names = append(c.names, d.names[k])
		}
		c.look(lists)
		out = append(out, c)
	}
	return out
}

func mapped(forms []string, f func(string) string) []string {
	out := make([]string, len(forms))
	for i, s := range forms {
		out[i] = f(s)
	}
	return out
}
