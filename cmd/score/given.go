package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/anchor"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/event"
	"github.com/datelinehq/dateline/timeline/pipeline"
	"github.com/datelinehq/dateline/timeline/syntax"
	"github.com/datelinehq/dateline/timeline/text"
)

// anchors dates the mentions that were found and the given ones together. The task
// wants an answer for each; where Dateline would leave an event undated, the
// publication date stands in, marked as not said.
func (d dateline) anchors(a article, given []text.Span) []anchorGuess {
	an := d.Analyse(a.read())
	ms, sents := d.mentions(an, given)
	dated := d.relations.Link(an.Document, sents, ms, an.Readings)
	out := make([]anchorGuess, len(given))
	for i, g := range given {
		out[i] = guess(dated, g, an.Document.Published)
	}
	return out
}

// mentions are those that the pipeline found, and a bare one for each given span
// that none of them covers.
func (d dateline) mentions(an *pipeline.Analysis, given []text.Span) ([]event.Mention, []syntax.Sentence) {
	var ms []event.Mention
	for _, x := range an.Dated {
		ms = append(ms, x.Mention)
	}
	sents := d.Trees(an)
	of := map[int]syntax.Sentence{}
	for _, s := range sents {
		of[s.Index] = s
	}
	for _, g := range given {
		if slices.ContainsFunc(ms, func(m event.Mention) bool { return tells(m, g) }) {
			continue
		}
		if m, ok := bare(of[an.Document.SentenceAt(g.Start)], g); ok {
			ms = append(ms, m)
		}
	}
	return ms, sents
}

// tells reports whether a span is where the article tells of the mention.
func tells(m event.Mention, span text.Span) bool {
	return m.Trigger.Overlaps(span) || m.Head.Overlaps(span) ||
		slices.ContainsFunc(m.Also, func(s text.Span) bool { return s.Overlaps(span) })
}

// bare is a mention of which only the place is known.
func bare(s syntax.Sentence, span text.Span) (event.Mention, bool) {
	for i, w := range s.Words {
		if !w.Overlaps(span) || w.Head >= 0 && s.Words[w.Head].Overlaps(span) {
			continue
		}
		m := event.Mention{
			Sentence: s.Index, Word: i, Trigger: w.Span, Head: w.Span, Carrier: i,
			Noun: w.UPOS == "NOUN" || w.UPOS == "PROPN", Status: statusOf(s, i),
		}
		for k := w.Head; m.Noun && k >= 0 && m.Carrier == i; k = s.Words[k].Head {
			if s.Words[k].UPOS == "VERB" {
				m.Carrier = k
			}
		}
		return m, true
	}
	return event.Mention{}, false
}

// statusOf goes by the form of the verb alone.
func statusOf(s syntax.Sentence, verb int) timeline.Status {
	for _, c := range s.Children(verb) {
		if s.Words[c].XPOS == "MD" {
			return timeline.Scheduled
		}
	}
	return timeline.Occurred
}

// guess answers for one mention.
func guess(dated []anchor.Dated, span text.Span, published edtf.Date) anchorGuess {
	var scene anchor.Scene
	for _, d := range dated {
		if !tells(d.Mention, span) {
			continue
		}
		if !d.When.IsZero() {
			return anchorGuess{anchorOf(d.When, d.Lasting), true}
		}
		scene = d.Scene
	}
	if scene.Day.IsZero() {
		scene.Day = published
	}
	day := edtf.On(scene.Day)
	switch {
	case published.IsZero():
		return anchorGuess{"UNK", false}
	case scene.Side > 0:
		return anchorGuess{"after:" + lastDay(day), false}
	case scene.Ongoing:
		return anchorGuess{"before:" + lastDay(day) + "/after:" + lastDay(day), false}
	}
	return anchorGuess{anchorOf(day, false), false}
}

// anchorOf writes a date as an anchor. An event that lies somewhere within several
// days is one day between two others.
func anchorOf(v edtf.Interval, lasting bool) string {
	v.Start.Doubt, v.End.Doubt = 0, 0
	first, next := v.DayBounds()
	switch {
	case v.Single() && (v.Start.Unit >= edtf.Day || v.Start.Unit == edtf.Month || v.Start.Unit == edtf.Year):
		return strings.SplitN(v.String(), "T", 2)[0]
	case first == edtf.Past && next == edtf.Future:
		return "UNK"
	case first == edtf.Past:
		return "../" + lastDay(v)
	case next == edtf.Future:
		return dayText(first) + "/.."
	case lasting:
		return dayText(first) + "/" + lastDay(v)
	case next-first == 7 && mondayOf(int(first)) == int(first):
		year, week := edtf.FromDays(first).ISOWeek()
		return fmt.Sprintf("%04d-W%02d", year, week)
	}
	return "after:" + dayText(first-1) + ",before:" + dayText(next)
}

func lastDay(v edtf.Interval) string {
	_, next := v.DayBounds()
	return dayText(next - 1)
}

func dayText(n int64) string { return edtf.FromDays(n).String() }
