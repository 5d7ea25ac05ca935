package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/datelinehq/dateline/render/markdown"
	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/lang"
	"github.com/datelinehq/dateline/timeline/pipeline"
	"github.com/datelinehq/dateline/timeline/resolve"
	"github.com/datelinehq/dateline/timeline/source"
	"github.com/datelinehq/dateline/timeline/text"
)

// goldFile tells what the sample articles below goldArticles say; figuresFile what
// this version of the program made of it, for the briefing's note on method.
const (
	goldFile     = "selftest/gold.tsv"
	figuresFile  = "selftest/figures.json"
	goldArticles = "articles/a380"
)

func (a *app) selftestCmd() *cobra.Command {
	var asJSON, misses bool
	c := &cobra.Command{
		Use:   "selftest",
		Short: "Measure this program on built-in articles read by hand",
		Long: `Selftest reads the ten sample articles that are built in and holds what it finds
against what a person found in them: dates, dated events, their status, and dates
that nothing in the text gives. The articles are few and known to those who wrote
the rules, so take the figures as a sign that the program works, not as its accuracy.`,
		Example: "  dateline selftest\n  dateline selftest --misses",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			r, err := a.selftest()
			if err != nil {
				return err
			}
			if asJSON {
				if !misses {
					r.Misses = nil
				}
				e := json.NewEncoder(a.stdout)
				e.SetIndent("", "  ")
				return e.Encode(r)
			}
			_, err = fmt.Fprint(a.stdout, r.table(misses))
			return err
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print as JSON")
	c.Flags().BoolVar(&misses, "misses", false, "also list what was missed or wrong")
	return c
}

// goldRow is a line of the gold file.
type goldRow struct {
	article, words string
	when           edtf.Interval
	lemmas         []string
	status         timeline.Status
}

// measured are the counts of a self-test.
type measured struct {
	Articles int `json:"articles"`
	// Gold counts the dated happenings, Dates those whose words were read as the
	// right date, Events those found as an event of that date, Status those of them
	// with the right status.
	Gold   int `json:"gold"`
	Dates  int `json:"dates"`
	Events int `json:"events"`
	Status int `json:"status"`
	// Invented counts dated events whose date nothing in their sentence gives.
	Dated    int      `json:"dated_events"`
	Invented int      `json:"invented"`
	Misses   []string `json:"misses,omitempty"`
}

func (m *measured) table(misses bool) string {
	var b strings.Builder
	line := func(what string, n, of int) {
		fmt.Fprintf(&b, "%-44s %3d of %3d\n", what, n, of)
	}
	fmt.Fprintf(&b, "%d articles\n", m.Articles)
	line("dates read right", m.Dates, m.Gold)
	line("dated events found with that date", m.Events, m.Gold)
	line("of these, with the right status", m.Status, m.Events)
	line("dated events with a date that is not theirs", m.Invented, m.Dated)
	if misses {
		for _, s := range m.Misses {
			fmt.Fprintf(&b, "  %s\n", s)
		}
	}
	return b.String()
}

func (a *app) selftest() (*measured, error) {
	gold, err := readGold(a.seeds())
	if err != nil {
		return nil, err
	}
	p, r, err := a.engine()
	if err != nil {
		return nil, err
	}
	as, err := sampleArticles(a.seeds(), r)
	if err != nil {
		return nil, err
	}
	m := &measured{Articles: len(as), Gold: len(gold), Misses: []string{}}
	for _, art := range as {
		m.article(p.Analyse(art), gold)
	}
	return m, nil
}

// article counts one article.
func (m *measured) article(an *pipeline.Analysis, gold []goldRow) {
	art := an.Document.Article
	es := pipeline.Assemble([]pipeline.Report{an.Report()}, pipeline.AssembleOptions{}).Events
	var mine []goldRow
	for _, g := range gold {
		if g.article == art.ID {
			mine = append(mine, g)
		}
	}
	for _, g := range mine {
		at := strings.Index(art.Text, g.words)
		where := text.Span{Start: at, End: at + len(g.words)}
		if slices.ContainsFunc(an.Readings, func(r resolve.Reading) bool { return r.Span.Overlaps(where) && sameDays(r.When, g.when) }) {
			m.Dates++
		} else {
			m.Misses = append(m.Misses, fmt.Sprintf("%s: %q is not read as %s", art.ID, g.words, g.when))
		}
		k := slices.IndexFunc(es, func(e timeline.Event) bool { return g.dates(&e, where) })
		switch {
		case k < 0:
			m.Misses = append(m.Misses, fmt.Sprintf("%s: %q dates no event of %s", art.ID, g.words, strings.Join(g.lemmas, ", ")))
		default:
			m.Events++
			if es[k].Status == g.status {
				m.Status++
			} else {
				m.Misses = append(m.Misses, fmt.Sprintf("%s: %q is %s, not %s", art.ID, es[k].Title, es[k].Status, g.status))
			}
		}
	}
	for i := range es {
		m.Dated++
		if !slices.ContainsFunc(mine, func(g goldRow) bool { return sameDays(es[i].When, g.when) }) {
			m.Invented++
			m.Misses = append(m.Misses, fmt.Sprintf("%s: %q is dated %s", art.ID, es[i].Title, es[i].When))
		}
	}
}

// dates reports whether an event is one that the words date, with their date.
func (g goldRow) dates(e *timeline.Event, where text.Span) bool {
	return sameDays(e.When, g.when) && slices.Contains(g.lemmas, e.Lemma) &&
		slices.ContainsFunc(e.Cites, func(c timeline.Cite) bool { return c.Span.Overlaps(where) })
}

// sameDays reports whether two intervals span the same days, whatever their doubt.
func sameDays(a, b edtf.Interval) bool {
	x, y := a.DayBounds()
	v, w := b.DayBounds()
	return x == v && y == w
}

// figures are the recorded ones; nil if the seeds have none.
func figures(seeds fs.FS) *markdown.Measured {
	b, err := fs.ReadFile(seeds, figuresFile)
	if err != nil {
		return nil
	}
	var m measured
	if json.Unmarshal(b, &m) != nil {
		return nil
	}
	return &markdown.Measured{Articles: m.Articles, Happenings: m.Gold, Dates: m.Dates, Found: m.Events, Dated: m.Dated, Invented: m.Invented}
}

func readGold(seeds fs.FS) ([]goldRow, error) {
	var gold []goldRow
	err := lang.ReadTable(seeds, goldFile, []string{"article", "date", "words", "happening", "status"}, func(f []string) error {
		v, err := edtf.Parse(f[1])
		if err != nil {
			return err
		}
		gold = append(gold, goldRow{article: f[0], words: f[2], when: v, lemmas: strings.Split(f[3], ","), status: timeline.Status(f[4])})
		return nil
	})
	return gold, err
}

func sampleArticles(seeds fs.FS, r *source.Reader) ([]text.Article, error) {
	files, err := fs.Glob(seeds, goldArticles+"/*.md")
	if err != nil {
		return nil, err
	}
	var as []text.Article
	for _, f := range files {
		b, err := fs.ReadFile(seeds, f)
		if err != nil {
			return nil, err
		}
		more, _, err := r.Read(f, b, source.Given{})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f, err)
		}
		as = append(as, more...)
	}
	return as, nil
}
