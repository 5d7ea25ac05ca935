package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/datelinehq/dateline/timeline/anchor"
	"github.com/datelinehq/dateline/timeline/pipeline"
	"github.com/datelinehq/dateline/timeline/resolve"
)

func (a *app) explainCmd() *cobra.Command {
	c := &cobra.Command{
		Use:   "explain FILE[:OFFSET]…",
		Short: "Tell why each expression got its date, and each event its expression",
		Long: `Explain prints, for each temporal expression, the rule that found it, its meaning,
what it was counted from, the words that gave the direction, the range of
publication dates with the same answer, and the readings that were rejected; and
for each event what dates it. An offset in bytes narrows it to one sentence.`,
		Example: "  dateline explain article.txt --date 2009-06-20\n  dateline explain article.txt:834 --date 2009-06-20",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			p, _, err := a.engine()
			if err != nil {
				return err
			}
			var partly error
			for _, arg := range args {
				file, offset := cutOffset(arg)
				as, part, err := a.read([]string{file})
				if err != nil {
					return err
				}
				if part != nil {
					partly = part
				}
				for _, art := range as {
					an := p.Analyse(art)
					a.findings(an.Findings)
					if err := a.deliver(nil, func(w io.Writer) error { return explain(w, an, offset) }); err != nil {
						return err
					}
				}
			}
			return partly
		},
	}
	a.articleFlags(c)
	a.colloquialFlag(c)
	return c
}

// cutOffset cuts FILE:OFFSET; without an offset it is -1.
func cutOffset(arg string) (file string, offset int) {
	i := strings.LastIndexByte(arg, ':')
	if i < 0 {
		return arg, -1
	}
	n, err := strconv.Atoi(arg[i+1:])
	if err != nil || n < 0 {
		return arg, -1
	}
	return arg[:i], n
}

func explain(w io.Writer, an *pipeline.Analysis, offset int) error {
	only := -1
	if offset >= 0 {
		only = an.Document.SentenceAt(offset)
	}
	for _, r := range an.Readings {
		if only >= 0 && r.Sentence != only {
			continue
		}
		if err := explainReading(w, an.Document.Text, r); err != nil {
			return err
		}
	}
	for _, d := range an.Dated {
		if only >= 0 && d.Sentence != only {
			continue
		}
		if err := explainEvent(w, an, d); err != nil {
			return err
		}
	}
	return nil
}

// rows writes a heading and indented "name value" lines; empty values are left
// out.
func rows(w io.Writer, head string, pairs ...string) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", head)
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			fmt.Fprintf(&b, "  %-10s %s\n", pairs[i], oneLine(pairs[i+1]))
		}
	}
	_, err := io.WriteString(w, b.String()+"\n")
	return err
}

func explainReading(w io.Writer, t string, r resolve.Reading) error {
	y := r.Why(t, 1)
	pairs := []string{
		"value", fmt.Sprintf("%s %s", r.Type, r.Value),
		"date", orDash(r.When.String()),
		"meaning", y.Meaning, "rule", y.Rule,
		"counted", counted(y.AnchorFrom, y.Anchor.String()),
		"direction", direction(y.Direction, y.DirectionWords),
		"grade", string(y.Grade),
	}
	if !y.Safe.IsZero() {
		pairs = append(pairs, "same for", "publication dates "+y.Safe.String())
	}
	for _, x := range y.Rejected {
		pairs = append(pairs, "rejected", x.When.String()+": "+x.Reason)
	}
	return rows(w, fmt.Sprintf("“%s” (bytes %s)", oneLine(y.Text), span(r.Start, r.End)), pairs...)
}

func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

func counted(from, anchor string) string {
	if from == "" {
		return ""
	}
	return "from the " + strings.Replace(from, "text", "text before it", 1) + " " + anchor
}

func direction(d, words string) string {
	if words == "" {
		return d
	}
	return fmt.Sprintf("%s, by “%s”", d, words)
}

func explainEvent(w io.Writer, an *pipeline.Analysis, d anchor.Dated) error {
	t := an.Document.Text
	var by []string
	for _, r := range d.By {
		by = append(by, "“"+an.Readings[r].In(t)+"”")
	}
	pairs := []string{
		"title", d.Title,
		"type", d.Type,
		"status", strings.TrimSpace(string(d.Status) + " " + quoted(d.StatusWords)),
		"date", orDash(d.When.String()),
		"dated by", strings.Join(by, ", "),
		"said by", d.Attribution,
		"hedges", strings.Join(d.Hedges, ", "),
	}
	for _, x := range d.Actors {
		pairs = append(pairs, string(x.Role), strings.TrimSpace(x.Name+" "+x.Code))
	}
	for _, x := range d.Places {
		pairs = append(pairs, "place", x.Name)
	}
	return rows(w, fmt.Sprintf("event “%s” (bytes %s)", oneLine(d.Trigger.In(t)), span(d.Trigger.Start, d.Trigger.End)), pairs...)
}

func quoted(s string) string {
	if s == "" {
		return ""
	}
	return "(“" + s + "”)"
}
