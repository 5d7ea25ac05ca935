package pipeline

import (
	"testing"
	"time"

	"github.com/datelinehq/dateline/timeline/text"
)

// articleSize is the length in bytes of the article that speed is told in.
const articleSize = 3000

// BenchmarkAnalyse finds and dates the events of English news, from bytes to events,
// and tells how many articles of 3 kB that makes a second.
func BenchmarkAnalyse(b *testing.B) {
	p, as := pipe(b), sample(corpora(b), 300e3)
	b.SetBytes(int64(total(as)))
	events := 0
	for b.Loop() {
		for _, a := range as {
			events += len(p.Analyse(a).Dated)
		}
	}
	perSecond := float64(b.N) * float64(total(as)) / articleSize / b.Elapsed().Seconds()
	b.ReportMetric(perSecond, "articles/s")
	b.ReportMetric(float64(events)/float64(b.N), "events")
}

// BenchmarkEventStages gives each stage of Analyse alone, in shares of the whole.
func BenchmarkEventStages(b *testing.B) {
	p, as := pipe(b), sample(corpora(b), 300e3)
	var tag, parse, mend, detect, link time.Duration
	sentences, parsed := 0, 0
	for b.Loop() {
		for _, a := range as {
			t0 := time.Now()
			an, l := p.tag(a)
			t1 := time.Now()
			sents := l.parse(an, l.events.Worth)
			t2 := time.Now()
			l.events.Mend(an.Document.Text, sents, an.times())
			t3 := time.Now()
			ms := l.events.Detect(an.Document, sents, an.times())
			t4 := time.Now()
			an.Dated = l.relations.Link(an.Document, sents, ms, an.Readings)
			tag, parse, mend, detect, link = tag+t1.Sub(t0), parse+t2.Sub(t1), mend+t3.Sub(t2), detect+t4.Sub(t3), link+time.Since(t4)
			parsed += len(sents)
			for _, s := range an.Document.Sentences {
				if s.Zone == text.Body || s.Zone == text.Title {
					sentences++
				}
			}
		}
	}
	all := tag + parse + mend + detect + link
	b.ReportMetric(0, "ns/op")
	for _, x := range []struct {
		name string
		took time.Duration
	}{{"tag-%", tag}, {"parse-%", parse}, {"mend-%", mend}, {"detect-%", detect}, {"link-%", link}} {
		b.ReportMetric(100*x.took.Seconds()/all.Seconds(), x.name)
	}
	b.ReportMetric(float64(b.N)*float64(total(as))/articleSize/all.Seconds(), "articles/s")
	b.ReportMetric(100*float64(parsed)/float64(sentences), "parsed-%")
}
