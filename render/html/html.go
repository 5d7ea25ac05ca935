// Package html renders a timeline as one self-contained interactive page.
//
// In comes a Timeline, out comes HTML that asks for nothing from any network:
// style, script, chart library and data are inside it, under a Content-Security-
// Policy that allows just these by their hashes. The text of articles is data
// everywhere and never markup. With scripts off, the page is a complete document.
// The package refuses to compute anything about events.
package html

import (
	"bufio"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"

	"github.com/datelinehq/dateline/timeline"
)

//go:embed page.tmpl page.css app.js chart.js vendor/echarts/echarts.min.js
var assets embed.FS

// Options shape the page; the zero value is useful.
type Options struct {
	// Generator is the program's name and version; empty takes the timeline's.
	Generator string
}

// Render writes the page of t.
func Render(w io.Writer, t *timeline.Timeline, opt Options) error {
	if opt.Generator == "" {
		opt.Generator = t.Generator
	}
	p, err := newPage(t, opt)
	if err != nil {
		return fmt.Errorf("render page: %w", err)
	}
	tmpl, err := template.New("page.tmpl").ParseFS(assets, "page.tmpl")
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

// asset is an embedded file and its hash, as a policy names it.
type asset struct {
	body string
	hash string
}

func read(name string) (asset, error) {
	b, err := assets.ReadFile(name)
	if err != nil {
		return asset{}, err
	}
	sum := sha256.Sum256(b)
	return asset{string(b), "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"}, nil
}

// policy allows nothing but the page's own style and scripts. The canvas needs
// images made from data.
func policy(style asset, scripts ...asset) string {
	s := "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; style-src " + style.hash + "; script-src"
	for _, x := range scripts {
		s += " " + x.hash
	}
	return s
}
