package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// faults collects mistakes by class ("wrong value") and group ("9999-99-99 →
// 9999-99"), so that the largest class is read first. A nil *faults takes nothing.
type faults struct{ classes []*faultClass }

type faultClass struct {
	name   string
	n      int
	groups []*faultGroup
}

type faultGroup struct {
	name  string
	lines []string
}

// add notes one mistake in document doc.
func (f *faults) add(class, group, doc, format string, args ...any) {
	if f == nil {
		return
	}
	c := found(&f.classes, func(c *faultClass) bool { return c.name == class }, func() *faultClass { return &faultClass{name: class} })
	g := found(&c.groups, func(g *faultGroup) bool { return g.name == group }, func() *faultGroup { return &faultGroup{name: group} })
	c.n++
	g.lines = append(g.lines, doc+"  "+fmt.Sprintf(format, args...))
}

// found is the first member of a list that is, or a new one.
func found[T any](list *[]*T, is func(*T) bool, make func() *T) *T {
	if i := slices.IndexFunc(*list, is); i >= 0 {
		return (*list)[i]
	}
	*list = append(*list, make())
	return (*list)[len(*list)-1]
}

// print writes the classes and in them the groups, the most frequent first.
func (f *faults) print(w io.Writer, title string) error {
	if f == nil || len(f.classes) == 0 {
		return nil
	}
	var b strings.Builder
	slices.SortStableFunc(f.classes, func(a, b *faultClass) int { return b.n - a.n })
	for _, c := range f.classes {
		fmt.Fprintf(&b, "== %s: %s (%d)\n", title, c.name, c.n)
		slices.SortStableFunc(c.groups, func(a, b *faultGroup) int { return len(b.lines) - len(a.lines) })
		for _, g := range c.groups {
			if g.name != "" {
				fmt.Fprintf(&b, "-- %s (%d)\n", g.name, len(g.lines))
			}
			for _, l := range g.lines {
				b.WriteString("   " + l + "\n")
			}
		}
		b.WriteString("\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// context is how much of the text is shown on either side of a mistake.
const context = 60

// around is a stretch of text in brackets with its neighbourhood, on one line.
func around(t string, start, end int) string {
	if start < 0 || end > len(t) || start > end {
		return "(outside the text)"
	}
	s := t[max(0, start-context):start] + "[" + t[start:end] + "]" + t[end:min(len(t), end+context)]
	return oneLine(s)
}

func oneLine(s string) string { return strings.Join(strings.Fields(strings.ToValidUTF8(s, "")), " ") }

// shape is a value with its digits made alike: "1998-W07" becomes "9999-W99".
func shape(value string) string {
	if value == "" {
		return "(none)"
	}
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '9'
		}
		return r
	}, value)
}
