package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/datelinehq/dateline/render/words"
	"github.com/datelinehq/dateline/timeline/anchor"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/pipeline"
	"github.com/datelinehq/dateline/timeline/resolve"
	"github.com/datelinehq/dateline/timeline/syntax"
	"github.com/datelinehq/dateline/timeline/text"
)

func (a *app) explainCmd() *cobra.Command {
	c := &cobra.Command{
		Use:   "explain FILE[:OFFSET]…",
		Short: "Tell why each expression got its date, and each event its expression",
		Long: `Explain shows each sentence that has an expression or an event in it. For an
expression it tells the rule that found it, its meaning, what it was counted from,
the words that gave the direction, the range of publication dates with the same
answer, and the readings that were rejected. For an event it tells what announced
it, the words that decided its status, who takes which part, what dates it by which
way in the tree, and which way the other expressions of its sentence go. An offset in
bytes narrows it to one sentence.`,
		Example: `  dateline explain article.txt --date 2009-06-20
  dateline explain article.txt:834 --date 2009-06-20
  dateline explain article.txt --date 2009-06-20 --color always | less -R`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			y, err := a.style()
			if err != nil {
				return err
			}
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
					if err := a.deliver(nil, func(w io.Writer) error { return explain(w, y, p, an, offset) }); err != nil {
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

// explain writes the sentences of an article with what was read in them; of an
// offset, the one that holds it.
func explain(w io.Writer, y style, p *pipeline.Pipeline, an *pipeline.Analysis, offset int) error {
	x := explainer{style: y, doc: an.Document, trees: p.Trees}
	if x.width == 0 || x.width > maxLine {
		x.width = maxLine
	}
	only := -1
	if offset >= 0 {
		only = an.Document.SentenceAt(offset)
	}
	readings, events := bySentence(an)
	for i, s := range an.Document.Sentences {
		if only < 0 || only == i {
			x.sentence(an, s, readings[i], events[i])
		}
	}
	_, err := io.WriteString(w, x.String())
	return err
}

// maxLine is how wide a line may be that is to be read.
const maxLine = 100

// explainer collects an explanation.
type explainer struct {
	strings.Builder
	style
	doc *text.Document
	// trees parses an article, sents are its trees once they are asked for.
	trees func(*pipeline.Analysis) []syntax.Sentence
	sents map[int]syntax.Sentence
}

// bySentence are the readings and events of each sentence.
func bySentence(an *pipeline.Analysis) (readings map[int][]resolve.Reading, events map[int][]anchor.Dated) {
	readings, events = map[int][]resolve.Reading{}, map[int][]anchor.Dated{}
	for _, r := range an.Readings {
		readings[r.Sentence] = append(readings[r.Sentence], r)
	}
	for _, d := range an.Dated {
		events[d.Sentence] = append(events[d.Sentence], d)
	}
	return readings, events
}

func (x *explainer) sentence(an *pipeline.Analysis, s text.Sentence, readings []resolve.Reading, events []anchor.Dated) {
	if len(readings)+len(events) == 0 {
		return
	}
	x.WriteString(x.paint("bytes "+span(s.Start, s.End), dim) + "\n")
	for _, l := range x.highlight(s.Span, readings) {
		x.WriteString("  " + l + "\n")
	}
	x.WriteString("\n")
	for _, r := range readings {
		x.reading(r)
	}
	for _, d := range events {
		x.event(an, d)
	}
}

// Marks for the ends of an expression, in a text that is still to be wrapped.
const (
	opening = '\ue000'
	closing = '\ue001'
)

// highlight is the text of s in lines, with the expressions in it highlighted, or
// in brackets.
func (x *explainer) highlight(s text.Span, es []resolve.Reading) []string {
	clean := strings.NewReplacer(string(opening), "\ufffd", string(closing), "\ufffd")
	var b strings.Builder
	at := s.Start
	for _, e := range es {
		b.WriteString(clean.Replace(x.doc.Text[at:e.Start]))
		b.WriteString(string(opening) + clean.Replace(e.In(x.doc.Text)) + string(closing))
		at = e.End
	}
	b.WriteString(clean.Replace(x.doc.Text[at:s.End]))
	lines := wrap(oneLine(b.String()), x.width-2)
	on, off := "[", "]"
	if x.colour {
		on, off = "\x1b[1;4;36m", "\x1b[0m"
	}
	open := false
	for i, l := range lines {
		was := open
		if k := strings.LastIndexAny(l, string(opening)+string(closing)); k >= 0 {
			open = strings.HasPrefix(l[k:], string(opening))
		}
		l = strings.NewReplacer(string(opening), on, string(closing), off).Replace(l)
		if x.colour && was {
			l = on + l
		}
		if x.colour && open {
			l += off
		}
		lines[i] = l
	}
	return lines
}

// rows writes "name value" lines under a heading; empty values are left out, and
// long ones go on under themselves.
func (x *explainer) rows(head string, pairs ...string) {
	const indent, name = 4, 10
	x.WriteString("  " + head + "\n")
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] == "" {
			continue
		}
		label := pairs[i]
		for _, l := range wrap(oneLine(pairs[i+1]), x.width-indent-name-1) {
			fmt.Fprintf(x, "%*s%s %s\n", indent, "", x.paint(fmt.Sprintf("%-*s", name, label), dim), l)
			label = ""
		}
	}
	x.WriteString("\n")
}

func (x *explainer) reading(r resolve.Reading) {
	y := r.Why(x.doc.Text, 1)
	head := x.paint("“"+oneLine(y.Text)+"”", bold, typePaint(r.Type))
	switch {
	case !r.When.IsZero():
		head += "  " + x.paint(words.Interval(r.When), bold) + ", " + x.paint(string(y.Grade), gradePaint(y.Grade)...)
	case dated(r):
		head += "  " + x.paint("not placed on the calendar", gradePaint(y.Grade)...)
	}
	head += x.paint(" (bytes "+span(r.Start, r.End)+")", dim)
	pairs := []string{
		"date", r.When.String(),
		"value", fmt.Sprintf("%s %s", r.Type, r.Value),
		"rule", y.Rule, "meaning", y.Meaning, "", inWords(r.Mean),
		"counted", counted(r),
		"direction", direction(y.Direction, y.DirectionWords),
		"tells", [...]string{"", "when it began", "when it comes at the latest"}[r.Edge],
		"since", since(r),
		"same for", safe(y.Safe),
	}
	for _, j := range y.Rejected {
		pairs = append(pairs, "rejected", named(j.When)+": "+j.Reason)
	}
	x.rows(head, pairs...)
}

// since is when what has gone on for a length began.
func since(r resolve.Reading) string {
	if r.Since.IsZero() {
		return ""
	}
	return words.Date(r.Since) + ", if it goes on still"
}

// named is v as it is written, and in words where these say more.
func named(v edtf.Interval) string {
	if s := words.Interval(v); s != v.String() {
		return v.String() + " (" + s + ")"
	}
	return v.String()
}

func counted(r resolve.Reading) string {
	switch {
	case r.AnchorFrom == resolve.FromNothing:
		return ""
	case r.Anchor.IsZero():
		return "from the " + string(r.AnchorFrom)
	case r.AnchorFrom == resolve.FromText:
		return "from the text before it, " + words.Interval(r.Anchor)
	}
	return "from the " + string(r.AnchorFrom) + ", " + words.Interval(r.Anchor)
}

func direction(d, by string) string {
	if by == "" {
		return d
	}
	return fmt.Sprintf("%s, by “%s”", d, by)
}

func safe(v edtf.Interval) string {
	switch {
	case v.IsZero():
		return ""
	case v.Single():
		return "the publication date " + v.String() + " alone"
	}
	return fmt.Sprintf("publication dates from %s to %s", v.Start, v.End)
}
