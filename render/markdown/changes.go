package markdown

import (
	"bufio"
	"fmt"
	"io"

	"github.com/datelinehq/dateline/render/words"
	"github.com/datelinehq/dateline/timeline/edition"
)

// Changes writes what changed between two timelines as a document of its own.
func Changes(w io.Writer, c *edition.Changes, title string) error {
	p := &page{Writer: bufio.NewWriter(w)}
	p.printf("# Changes: %s\n\n", line(title))
	if !c.Before.IsZero() && !c.After.IsZero() {
		p.printf("*From the edition as of %s to that as of %s.*\n\n", words.Date(c.Before), words.Date(c.After))
	}
	p.changeList(c, "##")
	if err := p.Flush(); err != nil {
		return fmt.Errorf("write changes: %w", err)
	}
	return nil
}

// changeList tells the changes by kind.
func (p *page) changeList(c *edition.Changes, heading string) {
	if len(c.List) == 0 {
		p.printf("Nothing changed: the same %s.\n\n", count(c.Same, "event", "events"))
		return
	}
	for _, k := range edition.Kinds() {
		n := c.Count(k)
		if n == 0 {
			continue
		}
		p.printf("%s %s (%d)\n\n", heading, capital(words.ChangeKind(k)), n)
		for _, x := range c.List {
			if x.Kind == k {
				p.printf("- “%s” ⟨%s⟩%s\n", escape(x.Title), escape(words.Change(x)), p.cited(x.Event))
			}
		}
		p.printf("\n")
	}
	p.printf("%s did not change.\n\n", capital(count(c.Same, "event", "events")))
}

// cited are the footnote marks of an event, where the document has footnotes.
func (p *page) cited(id string) string {
	e := p.events[id]
	if e == nil {
		return ""
	}
	return p.marksOf(e)
}

// ledger tells what became of what was announced.
func (p *page) ledger() {
	if len(p.opt.Ledger) == 0 {
		return
	}
	p.printf("## What became of announcements\n\n| Announced | For | As of | State |\n|---|---|---|---|\n")
	for _, s := range edition.States() {
		for _, x := range p.opt.Ledger {
			if x.State != s {
				continue
			}
			p.printf("| “%s”%s | %s | %s | %s%s |\n", escape(x.Title), p.cited(x.Event), forWhen(x), made(x), x.State, p.cited(closing(x)))
		}
	}
	p.printf("\n*No report found* says that no listed source tells of it, not that it did not happen.\n\n")
}

// closing is the event that closed a promise, if it is another.
func closing(x edition.Promise) string {
	if x.By == x.Event {
		return ""
	}
	return x.By
}

func forWhen(x edition.Promise) string {
	s := "no date"
	if !x.When.IsZero() {
		s = "⟨" + words.Interval(x.When) + "⟩"
	}
	for _, v := range x.FormerWhen {
		s += ", before ⟨" + words.Interval(v) + "⟩"
	}
	return s
}

func made(x edition.Promise) string {
	if x.Made.IsZero() {
		return "–"
	}
	return "⟨" + words.Date(x.Made) + "⟩"
}
