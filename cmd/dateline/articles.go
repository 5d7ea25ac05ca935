package main

import (
	"bufio"
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/datelinehq/dateline/configs"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/source"
	"github.com/datelinehq/dateline/timeline/text"
)

func (a *app) articlesCmd() *cobra.Command {
	c := &cobra.Command{
		Use:   "articles FILE…",
		Short: "Write what was read of files as JSON Lines, one article a line",
		Long: `Articles reads files of all formats and writes what it read of them, one article a
line, so that reading can be judged by itself: file, id, title, outlet, origin,
published, published_from, modified, embargo, language, place, text.

It reads plain text with a dateline, Markdown with front matter, JSON Lines, HTML,
RSS, Atom and JSON Feed, NewsML-G2, NewsML 1, NITF, ninjs, mails and mail folders,
PDF with a text layer, DOCX, web archives (WARC), and zip, tar and gzip of these.
The format is told by the content. Moments are RFC 3339 with their zone where the
source gives one; a day is a day.`,
		Example: "  dateline articles page.html wire.xml\n  dateline articles 'crawl/**/*.warc.gz' > articles.jsonl\n  curl … | dateline articles - | dateline events --from jsonl --to jsonl -",
		Args:    cobra.MinimumNArgs(1),
		RunE:    func(_ *cobra.Command, args []string) error { return a.articlesOf(args) },
	}
	a.articleFlags(c)
	return c
}

// articleRead is an article as `articles` writes it.
type articleRead struct {
	File          string        `json:"file"`
	ID            string        `json:"id"`
	Title         string        `json:"title"`
	Outlet        string        `json:"outlet"`
	Origin        string        `json:"origin"`
	Published     string        `json:"published"`
	PublishedFrom text.DateFrom `json:"published_from"`
	Modified      string        `json:"modified"`
	Embargo       string        `json:"embargo"`
	Language      string        `json:"language"`
	Place         string        `json:"place"`
	Text          string        `json:"text"`
}

func readOf(x *text.Article) articleRead {
	published := x.Published.String()
	if !x.Issued.IsZero() {
		published = rfc3339(x.Issued)
	}
	return articleRead{x.File, x.ID, x.Title, x.Outlet, x.Origin, published, x.PublishedFrom, rfc3339(x.Modified), rfc3339(x.Embargo), x.Lang, x.Place, x.Text}
}

// rfc3339 is a date as RFC 3339 writes it, without a zone where none was given.
func rfc3339(d edtf.Date) string {
	if d.Unit == edtf.Minute {
		d.Unit = edtf.Second
	}
	return d.String()
}

func (a *app) articlesOf(patterns []string) error {
	g, err := a.given()
	if err != nil {
		return err
	}
	r, err := source.Load(a.seeds())
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(a.stdout, 1<<16)
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	good, bad := 0, 0
	for _, p := range patterns {
		files := []string{p}
		if p != stdinName {
			if files, err = expand(configs.Input{Path: p}, ""); err != nil {
				bad++
				a.problem("error", err.Error(), p)
				continue
			}
		}
		for _, file := range files {
			err := a.each(r, file, g, func(name string, as []text.Article, fs []text.Finding, err error) error {
				a.findings(fs)
				if err != nil {
					bad++
					a.problem("error", err.Error(), name)
				}
				for i := range as {
					good++
					if err := e.Encode(readOf(&as[i])); err != nil {
						return fmt.Errorf("write to standard output: %w", err)
					}
				}
				return nil
			})
			if err != nil {
				bad++
				a.problem("error", err.Error(), file)
			}
		}
	}
	if err := w.Flush(); err != nil {
		return fmt.Errorf("write to standard output: %w", err)
	}
	switch {
	case good == 0:
		return fail(exitFailed, "no article could be read")
	case bad > 0:
		return fail(exitPartly, "%s", plural(bad, "input failed", "inputs failed"))
	}
	return nil
}
