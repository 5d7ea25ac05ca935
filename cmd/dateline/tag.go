package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

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
		Long: `Tag lists the temporal expressions of articles, one a line: their bytes in the
text, TIMEX3 type and value, the date in EDTF, how sure it is, and the expression
in its sentence. On a terminal it is highlighted, elsewhere it stands in brackets.

With --to jsonl it writes one expression a line with offsets in bytes; with --from
jsonl it reads {"doc", "dct", "text"} a line, where dct is the publication date.
With --to timeml it writes TimeML, a document for each article: one to standard
output or a file, several into the folder that --output names.`,
		Example: `  dateline tag article.txt --date 2009-06-20
  dateline tag article.txt --date yesterday --color always | less -R
  dateline tag --from jsonl --to jsonl - < documents.jsonl > timex.jsonl
  dateline tag article.txt --to timeml > article.tml
  dateline tag articles/*.md --to timeml -o timeml/`,
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
			a.records = from == "jsonl"
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
	c.Flags().StringVar(&to, "to", "text", "form of the output: text (aligned), jsonl or timeml")
	c.Flags().StringVarP(&a.output, "output", "o", "", "file to write, or folder for several TimeML documents (default: standard output)")
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
	y, err := a.style()
	if err != nil {
		return err
	}
	as, partly, err := a.read(files)
	if err != nil {
		return err
	}
	p, _, err := a.engine()
	if err != nil {
		return err
	}
	if to == "jsonl" {
		return a.deliver(partly, func(w io.Writer) error { return a.tagLines(w, p, as) })
	}
	l := listing{style: y}
	for _, art := range as {
		an := p.Tag(art)
		a.findings(an.Findings)
		l.add(an)
	}
	return a.deliver(partly, l.write)
}

// tagLines writes one expression a line as JSON.
func (a *app) tagLines(w io.Writer, p *pipeline.Pipeline, as []text.Article) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	for _, art := range as {
		v, findings := tagsOf(p, art)
		a.findings(findings)
		for _, l := range list(v) {
			if err := e.Encode(l); err != nil {
				return err
			}
		}
	}
	return nil
}

// tagTimeML writes articles as TimeML. A document holds no more than one, so that
// several go into the folder that --output names.
func (a *app) tagTimeML(files []string) error {
	as, partly, err := a.read(files)
	if err != nil {
		return err
	}
	p, _, err := a.engine()
	if err != nil {
		return err
	}
	folder := a.output != "" && (len(as) > 1 || isFolder(a.output))
	if len(as) > 1 && !folder {
		return fail(exitUsage, "a TimeML document holds one article, and here are %d: name a folder with --output", len(as))
	}
	var outs []output
	for _, art := range as {
		an := p.Tag(art)
		a.findings(an.Findings)
		outs = append(outs, output{fileName(art.ID) + ".tml", func(w io.Writer) error { return timeML(w, an.Document.Article, an.Readings) }})
	}
	if !folder {
		return a.deliver(partly, outs[0].write)
	}
	distinct(outs)
	if _, err := writeAll(a.output, outs); err != nil {
		return err
	}
	return partly
}

// isFolder reports whether path is one, or is written as one.
func isFolder(path string) bool {
	if strings.HasSuffix(path, "/") || strings.HasSuffix(path, string(filepath.Separator)) {
		return true
	}
	s, err := os.Stat(path)
	return err == nil && s.IsDir()
}

// maxName is how many bytes of an ID go into the name of a file.
const maxName = 120

// fileName makes a name of an ID that needs no folder and no escape.
func fileName(id string) string {
	name := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("._-", r) {
			return r
		}
		return '_'
	}, strings.ToValidUTF8(id, "_"))
	for len(name) > maxName {
		_, n := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-n]
	}
	if name = strings.TrimLeft(name, "."); name == "" {
		return "article"
	}
	return name
}

// distinct numbers files that would have the name of another.
func distinct(outs []output) {
	seen := map[string]bool{}
	for i := range outs {
		base := strings.TrimSuffix(outs[i].name, ".tml")
		for n := 2; seen[strings.ToLower(outs[i].name)]; n++ {
			outs[i].name = fmt.Sprintf("%s-%d.tml", base, n)
		}
		seen[strings.ToLower(outs[i].name)] = true
	}
}
