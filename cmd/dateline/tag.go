package main

import (
	"encoding/json"
	"io"

	"github.com/spf13/cobra"

	"github.com/datelinehq/dateline/timeline/pipeline"
	"github.com/datelinehq/dateline/timeline/text"
)

// tagLine is one temporal expression. Offsets count bytes of the text.
type tagLine struct {
	Doc   string `json:"doc"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Type  string `json:"type"`
	Value string `json:"value"`
	// EDTF is the date in EDTF, empty for durations, sets and what is vague.
	EDTF  string `json:"edtf,omitempty"`
	Grade string `json:"grade,omitempty"`
	Rule  string `json:"rule,omitempty"`
}

func (a *app) tagCmd() *cobra.Command {
	var from, to string
	c := &cobra.Command{
		Use:   "tag FILE…",
		Short: "List the temporal expressions of articles",
		Long: `Tag lists the temporal expressions of articles with their TIMEX3 types and
values. With --from jsonl it reads {"doc", "dct", "text"} a line, where dct is
the publication date; it writes one expression a line with offsets in bytes. --to timeml writes one article
as a TimeML document.`,
		Example: `  dateline tag article.txt --date 2009-06-20
  dateline tag --from jsonl --to jsonl - < documents.jsonl > timex.jsonl
  dateline tag article.txt --to timeml > article.tml`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := oneOf("--from", from, "text", "jsonl"); err != nil {
				return err
			}
			if err := oneOf("--to", to, "text", "jsonl", "timeml"); err != nil {
				return err
			}
			if from == "jsonl" && to == "jsonl" {
				return a.stream(cmd.Context(), args, tagsOf)
			}
			if len(args) == 0 {
				return fail(exitUsage, "requires at least 1 file; - is standard input")
			}
			if to == "timeml" {
				return a.tagTimeML(args)
			}
			return a.tag(args, to)
		},
	}
	a.articleFlags(c)
	a.colloquialFlag(c)
	c.Flags().StringVar(&from, "from", "text", "form of the input: text (files by their ending) or jsonl (one document a line)")
	c.Flags().StringVar(&to, "to", "text", "form of the output: text (aligned), jsonl or timeml (one article)")
	return c
}

// tagsOf answers a document with its expressions.
func tagsOf(p *pipeline.Pipeline, a text.Article) (any, []text.Finding) {
	an := p.Tag(a)
	lines := make([]any, 0, len(an.Readings))
	for _, r := range an.Readings {
		l := tagLine{Doc: a.ID, Start: r.Start, End: r.End, Text: r.In(a.Text), Type: string(r.Type), Value: r.Value, Rule: r.Rule}
		if !r.When.IsZero() {
			l.EDTF, l.Grade = r.When.String(), string(r.Grade)
		}
		lines = append(lines, l)
	}
	return lines, an.Findings
}

// tag lists the expressions of files.
func (a *app) tag(files []string, to string) error {
	as, partly, err := a.read(files)
	if err != nil {
		return err
	}
	p, _, err := a.engine()
	if err != nil {
		return err
	}
	return a.deliver(partly, func(w io.Writer) error {
		e := json.NewEncoder(w)
		e.SetEscapeHTML(false)
		var rows [][]string
		for _, art := range as {
			v, findings := tagsOf(p, art)
			a.findings(findings)
			for _, x := range list(v) {
				l := x.(tagLine)
				if to == "jsonl" {
					if err := e.Encode(l); err != nil {
						return err
					}
					continue
				}
				rows = append(rows, []string{l.Doc, span(l.Start, l.End), l.Type, l.Value, oneLine(l.Text)})
			}
		}
		return table(w, rows)
	})
}

// tagTimeML writes one article as TimeML: a document holds no more than one.
func (a *app) tagTimeML(files []string) error {
	as, partly, err := a.read(files)
	if err != nil {
		return err
	}
	if len(as) != 1 {
		return fail(exitUsage, "--to timeml writes one article, and here are %d", len(as))
	}
	p, _, err := a.engine()
	if err != nil {
		return err
	}
	an := p.Tag(as[0])
	a.findings(an.Findings)
	return a.deliver(partly, func(w io.Writer) error { return timeML(w, as[0], an.Readings) })
}
