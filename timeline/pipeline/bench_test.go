package pipeline

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/olebedev/when"
	"github.com/olebedev/when/rules/common"
	"github.com/olebedev/when/rules/en"

	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/text"
)

// BenchmarkTag tags whole corpora, from bytes to readings.
func BenchmarkTag(b *testing.B) {
	p, as := pipe(b), corpora(b)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	b.SetBytes(int64(total(as)))
	for b.Loop() {
		for _, a := range as {
			p.Tag(a)
		}
	}
	runtime.ReadMemStats(&after)
	kb := float64(b.N) * float64(total(as)) / 1000
	b.ReportMetric(float64(after.Mallocs-before.Mallocs)/kb, "allocs/KB")
	b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/kb, "B/KB")
	b.ReportMetric(float64(len(as)), "articles")
}

// BenchmarkStages gives each stage of Tag alone.
func BenchmarkStages(b *testing.B) {
	p, as := pipe(b), corpora(b)
	var split, find, resolve time.Duration
	for b.Loop() {
		for _, a := range as {
			l, _, _ := p.language(a)
			t0 := time.Now()
			d := text.Split(a, l.pack.Split)
			t1 := time.Now()
			es := l.grammar.Find(d)
			t2 := time.Now()
			l.cues.Resolve(d, es)
			split, find, resolve = split+t1.Sub(t0), find+t2.Sub(t1), resolve+time.Since(t2)
		}
	}
	mb := float64(b.N) * float64(total(as)) / 1e6
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(mb/split.Seconds(), "split-MB/s")
	b.ReportMetric(mb/find.Seconds(), "find-MB/s")
	b.ReportMetric(mb/resolve.Seconds(), "resolve-MB/s")
}

// BenchmarkBesideWhen tags English news and lets github.com/olebedev/when, with
// its English and common rules, read the same sentences. The two take turns, so
// that a busy machine is busy for both.
func BenchmarkBesideWhen(b *testing.B) {
	p, as := pipe(b), sample(corpora(b), 1e6)
	w := when.New(nil)
	w.Add(en.All...)
	w.Add(common.All...)
	base := time.Date(2009, 6, 20, 12, 0, 0, 0, time.UTC)
	var ours, theirs time.Duration
	found, matches := 0, 0
	read := make([]*Analysis, len(as))
	for b.Loop() {
		ours += timed(func() {
			for i, a := range as {
				read[i] = p.Tag(a)
				found += len(read[i].Readings)
			}
		})
		theirs += timed(func() {
			for _, an := range read {
				for _, s := range an.Document.Sentences {
					matches += parseAll(w, s.In(an.Document.Text), base)
				}
			}
		})
	}
	mb := float64(b.N) * float64(total(as)) / 1e6
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(mb/ours.Seconds(), "MB/s")
	b.ReportMetric(mb/theirs.Seconds(), "when-MB/s")
	b.ReportMetric(theirs.Seconds()/ours.Seconds(), "times-when")
	b.ReportMetric(float64(found)/float64(b.N), "found")
	b.ReportMetric(float64(matches)/float64(b.N), "when-found")
}

// timed is how long f takes when it need not clear away what was before.
func timed(f func()) time.Duration {
	runtime.GC()
	start := time.Now()
	f()
	return time.Since(start)
}

// parseAll counts what when finds in a sentence: Parse yields the first match, and
// then reads the rest. That the sentences are given is to its favour: on the rest
// of an article it would take quadratic time.
func parseAll(w *when.Parser, sentence string, base time.Time) (n int) {
	for sentence != "" {
		r, err := w.Parse(sentence, base)
		if err != nil || r == nil {
			return n
		}
		n++
		sentence = sentence[r.Index+max(len(r.Text), 1):]
	}
	return n
}

// sample takes English articles from all over a list, about so many bytes.
func sample(as []text.Article, bytes int) (some []text.Article) {
	step := total(as)/bytes + 1
	for i := 0; i < len(as); i += step {
		if as[i].Lang != "de" {
			some = append(some, as[i])
		}
	}
	return some
}

// BenchmarkGrowth tags one article of 1, 5 and 50 MB and compares what a byte costs.
func BenchmarkGrowth(b *testing.B) {
	p, as := pipe(b), corpora(b)
	cost := map[int]float64{}
	for _, mb := range []int{1, 5, 50} {
		a := text.Article{Text: long(as, mb*1e6), Published: edtf.YMD(2009, 6, 20)}
		b.Run(fmt.Sprintf("%dMB", mb), func(b *testing.B) {
			b.SetBytes(int64(len(a.Text)))
			for b.Loop() {
				p.Tag(a)
			}
			cost[mb] = float64(b.Elapsed().Nanoseconds()) / float64(b.N) / float64(len(a.Text))
			b.ReportMetric(cost[mb], "ns/byte")
			b.ReportMetric(cost[mb]/cost[1], "times-1MB")
		})
	}
}

// long is English text of so many bytes, of the articles over and over.
func long(as []text.Article, bytes int) string {
	var t strings.Builder
	for t.Len() < bytes {
		for _, a := range as {
			if t.Len() < bytes && a.Lang != "de" {
				t.WriteString(a.Text)
				t.WriteString("\n\n")
			}
		}
	}
	return t.String()[:bytes]
}
