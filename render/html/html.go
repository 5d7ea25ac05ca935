// Package html renders a timeline as one self-contained interactive page.
//
// In comes a Timeline, out comes HTML that asks for nothing from any network:
// style, script, chart library and data are inside it, under a Content-Security-
// Policy that allows just these by their hashes. The text of articles is data
// everywhere and never markup. With scripts off, the page is a complete document.
// The package refuses to compute anything about events: it writes down, in columns,
// what the timeline holds, and the page's own script (folder app) lays it out.
package html

import (
	"bufio"
	"cmp"
	"fmt"
	"html/template"
	"io"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edition"
)

// Options shape the page; the zero value is useful.
type Options struct {
	// Generator is the program's name and version; empty takes the timeline's.
	Generator string
	// Language is the code of the interface's language: one of Languages; empty is
	// English. What the articles say stays as it is.
	Language string
	// Theme is how the page looks.
	Theme Theme
	// Start is the state in which the page opens, as its address writes it:
	// "view=table&lanes=place". Empty is the timeline in lanes of actors.
	Start string
	// Views are named states, offered at the top of the page.
	Views []View
	// Changes are what changed since an earlier edition; nil if there is none.
	Changes *edition.Changes
	// Template replaces the page's template; nil keeps it. It is given what
	// page.tmpl is given, and its text is as trusted as the program's.
	Template []byte
}

// A View is a named state of the page.
type View struct {
	Name string `json:"name"`
	// State is written as the page's address writes it.
	State string `json:"state"`
}

// Render writes the page of t.
func Render(w io.Writer, t *timeline.Timeline, opt Options) error {
	opt.Generator = cmp.Or(opt.Generator, t.Generator)
	opt.Language = cmp.Or(opt.Language, "en")
	p, err := newPage(t, opt)
	if err != nil {
		return fmt.Errorf("render page: %w", err)
	}
	body := opt.Template
	if body == nil {
		if body, err = assets.ReadFile("page.tmpl"); err != nil {
			return fmt.Errorf("render page: %w", err)
		}
	}
	tmpl, err := template.New("page").Parse(string(body))
	if err != nil {
		return fmt.Errorf("render page: %w", err)
	}
	out := bufio.NewWriterSize(w, 1<<16)
	if err := tmpl.Execute(out, p); err != nil {
		return fmt.Errorf("render page: %w", err)
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("render page: %w", err)
	}
	return nil
}
