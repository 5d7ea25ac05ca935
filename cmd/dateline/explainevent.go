package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/datelinehq/dateline/render/words"
	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/anchor"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/pipeline"
	"github.com/datelinehq/dateline/timeline/syntax"
	"github.com/datelinehq/dateline/timeline/text"
)

// event explains one event: what announced it, what decided its status, who takes which
// part, and why it has this date and not another of its sentence.
func (x *explainer) event(an *pipeline.Analysis, d anchor.Dated) {
	t := an.Document.Text
	pairs := []string{
		"title", d.Title,
		"type", d.Type,
		"frame", frame(d),
		"codes", codes(d.Coding),
		"status", strings.TrimSpace(string(d.Status) + " " + quoted(d.StatusWords)),
		"said by", d.Attribution,
		"hedges", strings.Join(d.Hedges, ", "),
	}
	for _, a := range d.Actors {
		more := ""
		if a.Canonical != "" && a.Canonical != a.Name {
			more = ", " + a.Canonical
		}
		if a.Supposed {
			more += ", supposed"
		}
		pairs = append(pairs, string(a.Role), strings.TrimSpace(a.Name+" "+a.Code)+more)
	}
	for _, p := range d.Places {
		pairs = append(pairs, "place", point(p))
	}
	pairs = append(pairs, x.dating(an, d)...)
	head := "event " + x.paint("“"+oneLine(d.Trigger.In(t))+"”", bold) + "  " + x.paint(words.Interval(d.When), bold)
	if !d.When.IsZero() {
		head += ", " + x.paint(string(d.Grade), gradePaint(d.Grade)...)
	}
	x.rows(head+x.paint(" (bytes "+span(d.Trigger.Start, d.Trigger.End)+")", dim), pairs...)
}

// dating are the rows that tell what dates an event, by which way in the tree, why the
// other expressions of its sentence do not, and what is known without a date.
func (x *explainer) dating(an *pipeline.Analysis, d anchor.Dated) []string {
	t := an.Document.Text
	var by []string
	for _, r := range d.By {
		by = append(by, "“"+an.Readings[r].In(t)+"”")
	}
	pairs := []string{"dated by", strings.Join(by, ", ")}
	s, parsed := x.tree(an, d.Sentence)
	for i, r := range an.Readings {
		switch own := slices.Contains(d.By, i); {
		case own && r.Sentence != d.Sentence:
			pairs = append(pairs, "path", "“"+r.In(t)+"” stands in another sentence")
		case !parsed || r.Sentence != d.Sentence || !own && !dated(r):
		case own:
			pairs = append(pairs, "path", wayUp(t, s, r.Span, d.Trigger))
		default:
			pairs = append(pairs, "not by", wayUp(t, s, r.Span, d.Trigger))
		}
	}
	pairs = append(pairs, "same for", safe(common(an, d.By)))
	if b := d.Bounds; b != nil {
		pairs = append(pairs, "bounds", bounds(b))
	}
	return pairs
}

// tree is the tree of a sentence.
func (x *explainer) tree(an *pipeline.Analysis, sentence int) (syntax.Sentence, bool) {
	if x.sents == nil {
		x.sents = map[int]syntax.Sentence{}
		for _, s := range x.trees(an) {
			x.sents[s.Index] = s
		}
	}
	s, ok := x.sents[sentence]
	return s, ok
}

// wayUp is the way from an expression up the tree to a happening, as "“May” –obl→
// “conducted”", or to the root where it does not lead there.
func wayUp(t string, s syntax.Sentence, from, to text.Span) string {
	at := -1
	for k, w := range s.Words {
		if w.Overlaps(from) && (w.Head < 0 || !s.Words[w.Head].Overlaps(from)) {
			at = k
			break
		}
	}
	var b strings.Builder
	b.WriteString("“" + from.In(t) + "”")
	for n := 0; at >= 0 && n <= len(s.Words) && !s.Words[at].Overlaps(to); n++ {
		w := s.Words[at]
		if w.Head < 0 {
			break
		}
		fmt.Fprintf(&b, " –%s→ “%s”", w.Rel, s.Words[w.Head].In(t))
		at = w.Head
	}
	return b.String()
}

// common are the publication dates for which all expressions behind a date have the same
// answer; zero if that does not depend on them.
func common(an *pipeline.Analysis, by []int) edtf.Interval {
	var all edtf.Interval
	for _, r := range by {
		v := an.Readings[r].Why(an.Document.Text, 1).Safe
		switch {
		case v.IsZero():
		case all.IsZero():
			all = v
		default:
			if edtf.On(all.Start).Before(edtf.On(v.Start)) {
				all.Start = v.Start
			}
			if edtf.On(v.End).Before(edtf.On(all.End)) {
				all.End = v.End
			}
		}
	}
	return all
}

func bounds(b *timeline.Bounds) string {
	var parts []string
	if !b.NotBefore.IsZero() {
		parts = append(parts, "not before "+words.Date(b.NotBefore))
	}
	if !b.NotAfter.IsZero() {
		parts = append(parts, "not after "+words.Date(b.NotAfter))
	}
	return strings.Join(parts, ", ")
}

// frame is what announced an event.
func frame(d anchor.Dated) string {
	if d.Frame == nil {
		return ""
	}
	return d.Frame.String()
}

func codes(c *timeline.Coding) string {
	if c == nil {
		return ""
	}
	var parts []string
	if c.PLOVER != "" {
		parts = append(parts, strings.TrimSpace("PLOVER "+c.PLOVER+" "+c.Mode))
	}
	if c.CAMEO != "" {
		parts = append(parts, "CAMEO "+c.CAMEO)
	}
	return strings.Join(parts, ", ")
}

// point is a place and where it lies.
func point(p timeline.Place) string {
	s := strings.TrimSpace(p.Name + " " + p.Country)
	if p.Point != nil {
		s += fmt.Sprintf(", at %.2f %.2f by %s", p.Point.Lat, p.Point.Lon, p.Point.By)
	}
	return s
}

func quoted(s string) string {
	if s == "" {
		return ""
	}
	return "(“" + s + "”)"
}
