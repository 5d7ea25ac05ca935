package colloquial

import (
	"strings"
	"testing"

	"github.com/datelinehq/dateline/timeline/text"
)

func BenchmarkPropose(b *testing.B) {
	for lang, s := range map[string]string{
		"zh": "两国外长昨天在日内瓦举行会谈，同意今年七月继续谈判。官员表示，如果议会批准，协议将于本月底前签署。",
		"ru": "Министры иностранных дел встретились вчера в Женеве и договорились провести новые переговоры 3 июля 2009 года. ",
		"nl": "De ministers spraken gisteren in Genève en zien elkaar op 20 juni 2009 weer, drie weken later. ",
	} {
		b.Run(lang, func(b *testing.B) {
			r := load(b, lang)
			body := strings.Repeat(s, 3000/len(s))
			d := text.Split(text.Article{Text: body, Published: wednesday}, text.Rules{})
			b.SetBytes(int64(len(body)))
			for b.Loop() {
				r.Propose(d, nil)
			}
		})
	}
}
