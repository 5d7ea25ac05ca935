package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/merge"
	"github.com/datelinehq/dateline/timeline/origin"
	"github.com/datelinehq/dateline/timeline/pipeline"
	"github.com/datelinehq/dateline/timeline/text"
)

// corefSuite measures whether reports of one happening are merged: event coreference
// across documents, on predicted mentions whose trigger lies in a gold mention, with
// B³ (Bagga and Baldwin 1998). Documents without dates are given none. The baseline
// takes all mentions of a lemma in a topic for one. A set is SPLIT.docs.jsonl.gz
// with SPLIT.event_mentions.jsonl.gz beside it, in any folder below timeline.
type corefSuite struct{}

func (corefSuite) name() string   { return "coref" }
func (corefSuite) folder() string { return "timeline" }

const corefDocs, corefMentions = ".docs.jsonl.gz", ".event_mentions.jsonl.gz"

func (corefSuite) sets(dir string) ([]string, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*", "dev"+corefDocs))
	if err != nil {
		return nil, err
	}
	var sets []string
	for _, f := range files {
		rel, err := filepath.Rel(dir, f)
		if err != nil {
			return nil, err
		}
		sets = append(sets, strings.TrimSuffix(filepath.ToSlash(rel), corefDocs))
	}
	return sets, nil
}

type corefDoc struct {
	ID        string `json:"id"`
	Topic     string `json:"topic"`
	Sentences []struct {
		N      int      `json:"n"`
		Tokens []string `json:"tokens"`
	} `json:"sentences"`
}

type corefMention struct {
	Doc    string `json:"doc"`
	Sent   int    `json:"sent"`
	Tokens []int  `json:"tokens"`
	Chain  string `json:"chain"`
}

// placed is a document's text and where its tokens stand in it.
type placed struct {
	article
	at map[[2]int]text.Span
}

func place(d corefDoc) placed {
	var b strings.Builder
	p := placed{article: article{ID: d.ID}, at: map[[2]int]text.Span{}}
	for _, s := range d.Sentences {
		for i, t := range s.Tokens {
			if i > 0 && !strings.Contains(".,:;!?'n't'ss", t) {
				b.WriteByte(' ')
			}
			start := b.Len()
			b.WriteString(t)
			p.at[[2]int{s.N, i}] = text.Span{Start: start, End: b.Len()}
		}
		b.WriteString("\n")
	}
	p.Text = b.String()
	return p
}

func (corefSuite) measure(b *bench, dir, set string) ([]Figure, error) {
	base := filepath.Join(dir, filepath.FromSlash(set))
	docs, err := readLines[corefDoc](base + corefDocs)
	if err != nil {
		return nil, err
	}
	gold, err := readLines[corefMention](base + corefMentions)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	reports, ok := b.analyser.(interface {
		report(a article) pipeline.Report
	})
	if !ok {
		return nil, nil
	}
	texts := make([]placed, len(docs))
	rs := make([]pipeline.Report, len(docs))
	b.each(len(docs), func(i int) {
		texts[i] = place(docs[i])
		rs[i] = reports.report(texts[i].article)
	})
	topics := map[string][]int{}
	var names []string
	for i, d := range docs {
		if topics[d.Topic] == nil {
			names = append(names, d.Topic)
		}
		topics[d.Topic] = append(topics[d.Topic], i)
	}
	slices.Sort(names)
	var ours, base3 b3
	found := 0
	for _, t := range names {
		answers := assign(topics[t], texts, rs, gold)
		found += len(answers)
		ours.add(answers, func(m corefAnswer) string { return m.event })
		base3.add(answers, func(m corefAnswer) string { return m.lemma })
	}
	figures := []Figure{
		{Name: b.title + " mentions", Value: float64(found), Count: true, Info: true},
		{Name: b.title + " gold", Value: float64(len(gold)), Count: true, Info: true},
		{Name: b.title + " lemma.b3", Value: base3.f1(), Info: true},
	}
	return append(figures, ours.figures(b.title)...), nil
}

// corefAnswer is a predicted mention with its gold chain and the event that it was
// merged into.
type corefAnswer struct{ chain, event, lemma string }

// assign merges the reports of a topic and gives each gold mention the event whose
// trigger lies in it.
func assign(docs []int, texts []placed, rs []pipeline.Report, gold []corefMention) (out []corefAnswer) {
	var es []timeline.Event
	var ss []timeline.Source
	var sketches []origin.Sketch
	number := map[string]int{}
	for n, i := range docs {
		s := rs[i].Source
		s.Number = n + 1
		ss, sketches = append(ss, s), append(sketches, rs[i].Sketch)
		number[texts[i].ID] = n + 1
		for _, e := range rs[i].Events {
			e.Cites = slices.Clone(e.Cites)
			for k := range e.Cites {
				e.Cites[k].Source = n + 1
			}
			es = append(es, e)
		}
	}
	merged := merge.Events(es, ss, sketches)
	for _, g := range gold {
		n := number[g.Doc]
		if n == 0 {
			continue
		}
		for _, e := range merged {
			if slices.ContainsFunc(e.Cites, func(c timeline.Cite) bool {
				return c.Source == n && slices.ContainsFunc(g.Tokens, func(t int) bool { return texts[docs[n-1]].at[[2]int{g.Sent, t}].Overlaps(c.Trigger) })
			}) {
				out = append(out, corefAnswer{g.Chain, e.ID, e.Lemma})
				break
			}
		}
	}
	return out
}

// b3 sums precision and recall of single mentions.
type b3 struct {
	precision, recall float64
	n                 int
}

func (b *b3) add(ms []corefAnswer, cluster func(corefAnswer) string) {
	count := func(key func(corefAnswer) string) map[string]int {
		n := map[string]int{}
		for _, m := range ms {
			n[key(m)]++
		}
		return n
	}
	chain := func(m corefAnswer) string { return m.chain }
	both := count(func(m corefAnswer) string { return fmt.Sprintf("%s\x00%s", chain(m), cluster(m)) })
	chains, clusters := count(chain), count(cluster)
	for _, m := range ms {
		common := float64(both[fmt.Sprintf("%s\x00%s", chain(m), cluster(m))])
		b.precision += common / float64(clusters[cluster(m)])
		b.recall += common / float64(chains[chain(m)])
		b.n++
	}
}

func (b *b3) f1() float64 {
	if b.n == 0 || b.precision+b.recall == 0 {
		return 0
	}
	p, r := b.precision/float64(b.n), b.recall/float64(b.n)
	return 2 * p * r / (p + r)
}

func (b *b3) figures(title string) []Figure {
	n := float64(max(b.n, 1))
	return []Figure{
		{Name: title + " b3.precision", Value: b.precision / n, Info: true},
		{Name: title + " b3.recall", Value: b.recall / n, Info: true},
		{Name: title + " b3", Value: b.f1()},
	}
}
