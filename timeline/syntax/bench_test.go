package syntax

import (
	"strings"
	"testing"

	"github.com/datelinehq/dateline/timeline/syntax/feature"
	"github.com/datelinehq/dateline/timeline/text"
)

// news is ordinary news text, 120 words.
const news = `North Korea has since snubbed those talks, conducted an atomic test in May and threatened war in response to UN sanctions.
The Chinese Prime Minister, Wen Jiabao, flew to Pyongyang on Sunday for a three-day visit, where he was greeted at the airport by Mr Kim himself.
At least 23 people, including seven soldiers, were killed on Tuesday when a car bomb exploded outside a police station in the northern city of Mosul, officials said.
Shares of the company, which makes parts for aircraft, fell 4.3% in early trading after it said that it would cut 1,200 jobs by the end of next year.
"We do not believe that there is a military solution," said the minister, who resigned last week.`

// sentences are the words of the news, ready for the models.
func sentences(p *Parser) (all [][]feature.Word, words int) {
	d := text.Split(text.Article{Text: news}, text.Rules{})
	for _, s := range d.Sentences {
		var ws []feature.Word
		for _, span := range p.cut(d, s) {
			ws = append(ws, feature.NewWord(span.In(news), p.known))
		}
		all, words = append(all, ws), words+len(ws)
	}
	return all, words
}

func perSecond(b *testing.B, words int) {
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkTag gives words their two tags.
func BenchmarkTag(b *testing.B) {
	p := english(b)
	all, words := sentences(p)
	w := newWork()
	for b.Loop() {
		for _, ws := range all {
			w.words = ws
			p.tag(w)
		}
	}
	perSecond(b, words)
}

// BenchmarkAttach builds the trees of tagged words.
func BenchmarkAttach(b *testing.B) {
	p := english(b)
	all, words := sentences(p)
	ws := make([]work, len(all))
	for i := range all {
		ws[i].words = all[i]
		p.tag(&ws[i])
	}
	for b.Loop() {
		for i := range ws {
			p.attach(&ws[i])
		}
	}
	perSecond(b, words)
}

// BenchmarkChain goes from bytes to trees.
func BenchmarkChain(b *testing.B) {
	p := english(b)
	_, words := sentences(p)
	b.SetBytes(int64(len(news)))
	for b.Loop() {
		d := text.Split(text.Article{Text: strings.Clone(news)}, text.Rules{})
		for i := range d.Sentences {
			p.Parse(d, i, nil)
		}
	}
	perSecond(b, words)
}

// BenchmarkLoad reads the models, as every start of the program does.
func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		english(b)
	}
}
