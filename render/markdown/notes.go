package markdown

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/datelinehq/dateline/render/words"
	"github.com/datelinehq/dateline/timeline"
)

// From manyTold events on, no more than maxCites sentences are cited for one, unless
// its sources disagree.
const (
	manyTold = 40
	maxCites = 3
)

// number gives each cited sentence its footnote, in the order of the sources.
func (p *page) number() {
	seen := map[timeline.Reference]bool{}
	told := p.told()
	for _, e := range told {
		cites := e.Cites
		if len(told) > manyTold && len(e.Conflicts) == 0 {
			cites = cites[:min(len(cites), maxCites)]
		}
		for _, c := range cites {
			if r := (timeline.Reference{Source: c.Source, Span: c.Span}); !seen[r] {
				seen[r] = true
				p.order = append(p.order, r)
			}
		}
	}
	slices.SortFunc(p.order, func(a, b timeline.Reference) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Span.Start, b.Span.Start))
	})
	n, source := 0, 0
	for _, r := range p.order {
		if r.Source != source {
			n, source = 0, r.Source
		}
		n++
		p.notes[r] = fmt.Sprintf("s%d-%d", r.Source, n)
	}
}

// told are the events that the briefing tells, in the order of the timeline.
func (p *page) told() (es []*timeline.Event) {
	told := map[string]bool{}
	b := p.b
	for _, list := range [][]timeline.Statement{b.Lead, b.Ahead, b.Happened, b.Ongoing, b.NoDate, b.Disputed} {
		for _, s := range list {
			told[s.Event] = true
		}
	}
	for _, pos := range b.Positions {
		for _, s := range pos.Statements {
			told[s.Event] = true
		}
	}
	for _, g := range b.Gaps {
		for _, id := range g.Events[:min(len(g.Events), maxNamed)] {
			told[id] = true
		}
	}
	for _, list := range [][]timeline.Event{p.t.Events, p.t.Undated} {
		for i := range list {
			if told[list[i].ID] {
				es = append(es, &list[i])
			}
		}
	}
	return es
}

// marks are the footnote marks of a statement.
func (p *page) marks(s timeline.Statement) string {
	var b strings.Builder
	for _, r := range s.Cites {
		if n := p.notes[r]; n != "" {
			b.WriteString("[^" + n + "]")
		}
	}
	return b.String()
}

// marksOf are the footnote marks of an event.
func (p *page) marksOf(e *timeline.Event) string {
	s := timeline.Statement{}
	for _, c := range e.Cites {
		if r := (timeline.Reference{Source: c.Source, Span: c.Span}); !slices.Contains(s.Cites, r) {
			s.Cites = append(s.Cites, r)
		}
	}
	return p.marks(s)
}

func (p *page) sources() {
	p.printf("## Sources\n\n| # | Outlet | Origin | Title | Published | Date taken from |\n|---|---|---|---|---|---|\n")
	list := p.listed()
	for _, s := range list {
		from := string(s.PublishedFrom)
		if from == "" {
			from = "–"
		}
		p.printf("| %d | %s | %s | %s | %s | %s |\n", s.Number, dash(s.Outlet), dash(s.Origin), dash(cmp.Or(s.Title, s.ID)), date(s), from)
	}
	if n := len(p.t.Sources) - len(list); n > 0 {
		p.printf("\n*%s, not cited here, %s in timeline.json.*\n", capital(count(n, "more source", "more sources")), map[bool]string{true: "stands", false: "stand"}[n == 1])
	}
	p.printf("\n")
	var credits []string
	for _, s := range list {
		if s.Credit != "" && !slices.Contains(credits, s.Credit) {
			credits = append(credits, s.Credit)
		}
	}
	if len(credits) > 0 {
		for i, c := range credits {
			credits[i] = escape(c)
		}
		p.printf("Credit: %s.\n\n", strings.Join(credits, "; "))
	}
}

// manySources is the number of sources from which only those that are cited are
// listed.
const manySources = 40

func (p *page) listed() []timeline.Source {
	if len(p.t.Sources) <= manySources {
		return p.t.Sources
	}
	var out []timeline.Source
	for _, s := range p.t.Sources {
		if slices.ContainsFunc(p.order, func(r timeline.Reference) bool { return r.Source == s.Number }) {
			out = append(out, s)
		}
	}
	return out
}

func dash(s string) string {
	if s = escape(s); s != "" {
		return s
	}
	return "–"
}

func date(s timeline.Source) string {
	if s.Published.IsZero() {
		return "not known"
	}
	return words.Date(s.Published)
}

func (p *page) method() {
	p.printf("## Method and limits\n\nProduced by program from the listed files, without a language model and without outside\nknowledge. It orders and quotes; it makes no judgment of likelihood or truth. A month is not\na day: where the text gives a month, so does this briefing. What depends on the publication\ndate is only as good as that date.\n")
	if m := p.opt.Measured; m != nil {
		p.printf("\nOn %d sample articles read by hand, this version read %d of %d dates right, found %d of these\n%d dated happenings, and gave %d of %d dated events a date that is not theirs\n(`dateline selftest`). On other texts it will do worse.\n",
			m.Articles, m.Dates, m.Happenings, m.Found, m.Happenings, m.Invented, m.Dated)
	}
}

// footnotes gives each cited sentence with its place in the source.
func (p *page) footnotes() {
	if len(p.order) > 0 {
		p.printf("\n")
	}
	quoted := p.quoted()
	for _, r := range p.order {
		s := p.t.Sources[r.Source-1]
		name := cmp.Or(s.Outlet, s.Title, s.ID)
		if s.Origin != "" && s.Origin != s.Outlet {
			name += " (" + s.Origin + ")"
		}
		quote, para := quoted[r].Quote, quoted[r].Paragraph
		p.printf("[^%s]: %s, ¶%d, bytes %d–%d: “%s”\n", p.notes[r], line(name), para, r.Span.Start, r.Span.End, escape(quote))
	}
}

// quoted are the cites of what the briefing tells, by where they stand.
func (p *page) quoted() map[timeline.Reference]timeline.Cite {
	cs := map[timeline.Reference]timeline.Cite{}
	for _, e := range p.told() {
		for _, c := range e.Cites {
			cs[timeline.Reference{Source: c.Source, Span: c.Span}] = c
		}
	}
	return cs
}
