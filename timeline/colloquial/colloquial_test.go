package colloquial

import (
	"strings"
	"testing"
	"time"

	"github.com/datelinehq/dateline/seeds"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/text"
	"github.com/datelinehq/dateline/timeline/timex"
)

func load(t testing.TB, code string) *Rules {
	t.Helper()
	r, err := Load(seeds.FS, code)
	if err != nil || r == nil {
		t.Fatalf("%s: got %v, %v", code, r, err)
	}
	return r
}

// wednesday is the publication date.
var wednesday = edtf.YMD(2014, 5, 14)

// Each language: what is proposed, in its very words, and what it means.
func TestProposals(t *testing.T) {
	type want struct{ words, mean string }
	for _, c := range []struct {
		lang, body string
		want       []want
	}{
		{"ru", "Министры встретились вчера в Женеве.", []want{{"вчера", "shift(ref, -1, day)"}}},
		{"ru", "Сегодня начались переговоры, завтра они закончатся.", []want{{"Сегодня", "shift(ref, 0, day)"}, {"завтра", "shift(ref, 1, day)"}}},
		{"ru", "Они встретились во вторник.", []want{{"вторник", "near(ref, weekday(2), 0)"}}},
		{"ru", "Договор подписан 3 апреля 2009 года.", []want{{"3 апреля 2009", "date(2009-04-03)"}}},
		{"ru", "Договор подписан 3 апреля", []want{{"3 апреля", "near(ref, monthday(4, 3), 0)"}}},
		{"ru", "Выборы пройдут через 3 месяца.", []want{{"через 3 месяца", "shift(ref, 3, month)"}}},
		{"ru", "Это случилось 20.06.2009 в Москве.", []want{{"20.06.2009", "date(2009-06-20)"}}},

		{"nl", "De ministers spraken gisteren in Genève.", []want{{"gisteren", "shift(ref, -1, day)"}}},
		{"nl", "Zij troffen elkaar vorige week dinsdag.", []want{{"vorige week dinsdag", "in(shift(ref, -1, week), weekday(2))"}}},
		{"nl", "Het verdrag van 20 juni 2009 geldt nog.", []want{{"20 juni 2009", "date(2009-06-20)"}}},
		{"nl", "Het verdrag van juni geldt nog.", []want{{"juni", "near(ref, month(6), 0)"}}},
		{"nl", "Dat was 3 weken geleden, en 2 jaar geleden ook.", []want{{"3 weken geleden", "shift(ref, -3, week)"}, {"2 jaar geleden", "shift(ref, -2, year)"}}},

		{"pt", "Os ministros reuniram-se ontem em Genebra.", []want{{"ontem", "shift(ref, -1, day)"}}},
		{"pt", "O acordo de 20 de junho de 2009 vale ainda.", []want{{"20 de junho de 2009", "date(2009-06-20)"}}},

		{"zh", "两国外长昨天在日内瓦举行会谈。", []want{{"昨天", "shift(ref, -1, day)"}}},
		{"zh", "今年七月将签署协议，明年生效。", []want{{"今年七月", "in(shift(ref, 0, year), month(7))"}, {"明年", "shift(ref, 1, year)"}}},
		{"zh", "新华社三月二十八日电", []want{{"三月二十八日", "near(ref, monthday(3, 28), 0)"}}},
		{"zh", "１９９７年８月３１日去世", []want{{"１９９７年８月３１日", "date(1997-08-31)"}}},
		{"zh", "一九九六年和二０００年", []want{{"一九九六年", "date(1996)"}, {"二０００年", "date(2000)"}}},
		{"zh", "上周三他抵达北京", []want{{"上周三", "in(shift(ref, -1, week), weekday(3))"}}},

		{"en", "They met 3 weeks ago, in june 2009, and on last friday.", []want{{"3 weeks ago", "shift(ref, -3, week)"}, {"june 2009", "date(2009-06)"}, {"last friday", "in(shift(ref, -1, week), weekday(5))"}}},
	} {
		d := text.Split(text.Article{Text: c.body, Published: wednesday}, text.Rules{})
		got := load(t, c.lang).Propose(d, nil)
		if len(got) != len(c.want) {
			t.Errorf("%s: %q: got %v, want %v", c.lang, c.body, got, c.want)
			continue
		}
		for i, e := range got {
			if w := c.want[i]; e.In(c.body) != w.words || e.Mean.String() != w.mean || e.Rule != Rule {
				t.Errorf("%s: %q: got %q %s, want %q %s", c.lang, c.body, e.In(c.body), e.Mean, w.words, w.mean)
			}
		}
	}
}

// What the library invents, or reads into other words, is not proposed.
func TestWhatIsInventedIsNotProposed(t *testing.T) {
	for lang, bodies := range map[string][]string{
		"ru": {"Через несколько дней он уехал.", "Встреча в 15:30.", "Он живёт в доме 12."},
		"nl": {"Een paar dagen geleden.", "Een half jaar geleden.", "Om 15:30 uur.", "Nu."},
		"pt": {"Há alguns dias.", "Agora.", "Às 15:30."},
		"zh": {"去年和上年", "三十五人", "第12名，比分5-1，2009-06", "五十三日后", "下午3点", "３０００年"},
		"en": {"a few days ago", "half a year ago", "at 5 pm", "now", "the 3/4 majority", "in 5 minutes"},
	} {
		for _, body := range bodies {
			d := text.Split(text.Article{Text: body, Published: wednesday}, text.Rules{})
			for _, e := range load(t, lang).Propose(d, nil) {
				t.Errorf("%s: %q: got %q %s, want nothing", lang, body, e.In(body), e.Mean)
			}
		}
	}
}

func TestWithoutAPublicationDateOnlyFullDatesAreProposed(t *testing.T) {
	body := "Вчера, 3 апреля 2009 года."
	got := load(t, "ru").Propose(text.Split(text.Article{Text: body}, text.Rules{}), nil)
	if len(got) != 1 || got[0].In(body) != "3 апреля 2009" {
		t.Errorf("got %v", got)
	}
}

func TestWhatTheGrammarHasFoundStays(t *testing.T) {
	body := "They met yesterday."
	d := text.Split(text.Article{Text: body, Published: wednesday}, text.Rules{})
	found := []timex.Expression{{Span: text.Span{Start: 5, End: 18}}}
	if got := load(t, "en").Propose(d, found); len(got) != 0 {
		t.Errorf("got %v over what was found", got)
	}
}

func TestALanguageWithoutRulesHasNone(t *testing.T) {
	if r, err := Load(seeds.FS, "fr"); r != nil || err != nil {
		t.Errorf("got %v, %v", r, err)
	}
}

// The work grows with the text and no faster.
func TestLongTexts(t *testing.T) {
	for lang, s := range map[string]string{"zh": "昨天一九九六年七月", "ru": "вчера 3 апреля 2009 ", "nl": "gisteren 20 juni 2009 "} {
		body := strings.Repeat(s, 20_000)
		d := &text.Document{Article: text.Article{Text: body, Published: wednesday}, Sentences: []text.Sentence{{Span: text.Span{End: len(body)}}}}
		start := time.Now()
		if got := load(t, lang).Propose(d, nil); len(got) < 20_000 {
			t.Errorf("%s: %d proposals", lang, len(got))
		}
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("%s: %d bytes took %v", lang, len(body), took)
		}
	}
}

// Any text: proposals are in order, apart, and cut no character.
func FuzzPropose(f *testing.F) {
	for _, s := range []string{"今年七月三十日和１９９７年８月３１日", "3 апреля 2009 года, через 3 дня", "vorige week dinsdag 20 juni 2009", "ontem 20 de junho", "\xff3 weeks ago\xe4"} {
		f.Add(s)
	}
	all := map[string]*Rules{}
	for _, code := range Languages() {
		all[code] = load(f, code)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for code, r := range all {
			end := 0
			for _, e := range r.Propose(text.Split(text.Article{Text: s, Published: wednesday}, text.Rules{}), nil) {
				if e.Start < end || e.End <= e.Start || e.End > len(s) || e.Mean == nil {
					t.Fatalf("%s: %v after %d in %d bytes", code, e, end, len(s))
				}
				end = e.End
			}
		}
	})
}
