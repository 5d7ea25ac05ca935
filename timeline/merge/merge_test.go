package merge

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/text"
)

func when(s string) edtf.Interval {
	v, err := edtf.Parse(s)
	if s != "" && err != nil {
		panic(err)
	}
	return v
}

// told is an event as article n tells it: "date|status|type|lemma|parties|place|title".
func told(n int, s string) timeline.Event {
	f := strings.Split(s, "|")
	e := timeline.Event{When: when(f[0]), Status: timeline.Status(f[1]), Type: f[2], Lemma: f[3], Title: f[6], Grade: timeline.Certain}
	for _, p := range strings.Split(f[4], ",") {
		if p != "" {
			e.Actors = append(e.Actors, timeline.Actor{Name: p, Code: p})
		}
	}
	if f[5] != "" {
		name, country, _ := strings.Cut(f[5], "/")
		e.Places = []timeline.Place{{Name: name, Country: country}}
	}
	quote := f[6] + "."
	e.Cites = []timeline.Cite{{Source: n, Span: text.Span{Start: 10 * n, End: 10*n + len(quote)}, Quote: quote, Trigger: text.Span{Start: 10 * n, End: 10*n + 3}, When: e.When}}
	return e
}

// papers are n articles of n papers, a day apart.
func papers(n int) []timeline.Source {
	var ss []timeline.Source
	for i := range n {
		ss = append(ss, timeline.Source{Number: i + 1, ID: fmt.Sprintf("a%02d", i+1), Outlet: fmt.Sprintf("Paper %d", i+1), Published: edtf.YMD(2009, 6, 1+i%28)})
	}
	return ss
}

func merged(lines ...string) []timeline.Event {
	var es []timeline.Event
	for i, l := range lines {
		es = append(es, told(i+1, l))
	}
	return Events(es, papers(len(lines)), nil)
}

func TestWhatIsOneHappening(t *testing.T) {
	const test = "2009-05-25|occurred|ASSAULT|test|PRK||North Korea tested a nuclear device"
	for _, c := range []struct {
		name, other string
		want        int
	}{
		{"the same", "2009-05-25|occurred|ASSAULT|test|PRK||North Korea tested a nuclear device", 1},
		{"the same word, day and country", "2009-05-25|occurred|ASSAULT|test|PRK||Pyongyang has tested another bomb", 1},
		{"a coarser date", "2009-05|occurred|ASSAULT|test|PRK||North Korea tested a nuclear device in May", 1},
		{"a year", "2009|occurred|ASSAULT|test|PRK||North Korea tested a nuclear device that year", 1},
		{"a day off", "2009-05-24|occurred|ASSAULT|test|PRK||North Korea tested a nuclear device", 1},
		{"a week off", "2009-05-18|occurred|ASSAULT|test|PRK||North Korea tested a nuclear device", 2},
		{"another country", "2009-05-25|occurred|ASSAULT|test|IRN||Iran tested a missile", 2},
		{"another word and type", "2009-05-25|occurred|CONSULT|meet|PRK||North Korea met nuclear envoys", 2},
		{"another word of the type, alone", "2009-05-25|occurred|ASSAULT|shell|PRK||Guns opened fire", 2},
		{"another word of the type, common words", "2009-05-25|occurred|ASSAULT|detonate|PRK||North Korea detonated a nuclear device", 1},
		{"in another country's place", "2009-05-25|occurred|ASSAULT|test|PRK|Tehran/IRN|North Korean missiles were tested", 1},
		{"denied on another day", "2009-05-26|denied|ASSAULT|test|PRK||North Korea tested a nuclear device", 2},
		{"denied on the day", "2009-05-25|denied|ASSAULT|test|PRK||North Korea tested a nuclear device", 1},
		{"planned for the day", "2009-05-25|scheduled|ASSAULT|test|PRK||North Korea will test a nuclear device", 1},
		{"without a date, in another article", "|occurred|ASSAULT|test|PRK||A test was made", 2},
	} {
		if got := merged(test, c.other); len(got) != c.want {
			a, b := told(1, test), told(2, c.other)
			ms := Prepare([]timeline.Event{a, b}, papers(2), nil)
			t.Errorf("%s: %d events, want %d: %+v", c.name, len(got), c.want, Compare(&ms[0], &ms[1]))
		}
	}
}

func TestPlacesTellApart(t *testing.T) {
	kabul := "2009-05-25|occurred|ASSAULT|attack|AFG|Kabul/AFG|Gunmen attacked a hotel"
	if got := merged(kabul, "2009-05-25|occurred|ASSAULT|attack|AFG|Herat/AFG|Rebels attacked a convoy"); len(got) != 2 {
		t.Errorf("Kabul and Herat: %d events", len(got))
	}
	if got := merged(kabul, "2009-05-25|occurred|ASSAULT|attack|AFG|Kabul/AFG|Rebels attacked a guest house"); len(got) != 1 {
		t.Errorf("Kabul and Kabul: %d events", len(got))
	}
}

func TestFinerDateRefinesAndOtherDateContradicts(t *testing.T) {
	const title = "|occurred|ASSAULT|test|PRK||North Korea tested a nuclear device"
	es := merged("2009-05"+title+" again", "2009-05-25"+title, "2009-05-25"+title+" then", "2009-05-24"+title+" early")
	if len(es) != 1 {
		t.Fatalf("%d events", len(es))
	}
	e := es[0]
	if e.When.String() != "2009-05-25" || len(e.Cites) != 4 || e.Origins != 4 {
		t.Errorf("when %s, %d cites, %d origins", e.When, len(e.Cites), e.Origins)
	}
	want := []timeline.Conflict{{Field: "when", Values: []timeline.ConflictValue{{Value: "2009-05-25", Sources: []int{1, 2, 3}}, {Value: "2009-05-24", Sources: []int{1, 4}}}}}
	if !reflect.DeepEqual(e.Conflicts, want) {
		t.Errorf("conflicts %+v, want %+v", e.Conflicts, want)
	}
	for _, c := range e.Cites {
		if c.Source == 1 && c.When.String() != "2009-05" {
			t.Errorf("the article that says May is cited for %s", c.When)
		}
	}
}

func TestSentencePrintedAgainIsNoContradiction(t *testing.T) {
	const title = "|occurred|ASSAULT|attack|LBY|Zawiyah/LBY|Rebels faced another attack after two assaults the day before"
	es := merged("2011-03-04"+title, "2011-03-05"+title)
	if len(es) != 1 || es[0].When.String() != "2011-03-04" || len(es[0].Conflicts) != 0 {
		t.Errorf("got %+v", es)
	}
}

func TestNumbersThatDiffer(t *testing.T) {
	es := merged(
		"2009-05-25|occurred|ASSAULT|kill|IRQ|Baghdad/IRQ|A bomb killed 10 people in Baghdad",
		"2009-05-25|occurred|ASSAULT|kill|IRQ|Baghdad/IRQ|A bomb killed 12 people in Baghdad",
		"2009-05-25|occurred|ASSAULT|kill|IRQ|Baghdad/IRQ|A car bomb killed 12 people",
	)
	want := []timeline.Conflict{{Field: "number of people", Values: []timeline.ConflictValue{{Value: "12 people", Sources: []int{2, 3}}, {Value: "10 people", Sources: []int{1}}}}}
	if len(es) != 1 || !reflect.DeepEqual(es[0].Conflicts, want) {
		t.Errorf("%d events, conflicts %+v", len(es), es[0].Conflicts)
	}
}

func TestLaterArticleKnowsWhatBecameOfIt(t *testing.T) {
	es := merged("2009-06-23|scheduled|CONSULT|talk|CHN,USA|Beijing/CHN|Talks will be held", "2009-06-23|occurred|CONSULT|talk|CHN,USA|Beijing/CHN|Talks were held")
	if len(es) != 1 || es[0].Status != timeline.Occurred || len(es[0].Conflicts) != 0 {
		t.Errorf("got %+v", es)
	}
	es = merged("2009-06-23|occurred|CONSULT|talk|CHN,USA|Beijing/CHN|Talks were held", "2009-06-23|cancelled|CONSULT|talk|CHN,USA|Beijing/CHN|Talks were held")
	if len(es) != 1 || len(es[0].Conflicts) != 1 || es[0].Conflicts[0].Field != "status" {
		t.Errorf("got %+v", es)
	}
}

func TestVoicesAreCountedNotPapers(t *testing.T) {
	const line = "2009-05-25|occurred|ASSAULT|test|PRK||North Korea tested a nuclear device"
	ss := papers(3)
	for i := range 2 {
		ss[i].Voice = "AP"
	}
	es := Events([]timeline.Event{told(1, line), told(2, line), told(3, line)}, ss, nil)
	if len(es) != 1 || es[0].Origins != 2 {
		t.Errorf("got %d events, %d origins", len(es), es[0].Origins)
	}
}

// crowd is n events of some days, countries and words, each told by several papers.
func crowd(n int) ([]timeline.Event, []timeline.Source) {
	r := rand.New(rand.NewPCG(1, 2))
	lemmas := []string{"attack", "meet", "arrest", "sign", "protest"}
	types := []string{"ASSAULT", "CONSULT", "COERCE", "AGREE", "PROTEST"}
	ss := papers(n/3 + 1)
	var es []timeline.Event
	for i := range n {
		k, day := r.IntN(len(lemmas)), edtf.YMD(2000, 1, 1).Add(r.IntN(n/4+1), edtf.Day)
		e := told(1+i%len(ss), fmt.Sprintf("%s|occurred|%s|%s|C%02d,D%02d||thing number%d word%d", day, types[k], lemmas[k], r.IntN(40), r.IntN(40), r.IntN(50), r.IntN(50)))
		es = append(es, e)
		if r.IntN(2) == 0 {
			f := e
			f.Cites = slices.Clone(e.Cites)
			f.Cites[0].Source = 1 + (i+1)%len(ss)
			es = append(es, f)
		}
	}
	return es, ss
}

func TestOrderDoesNotMatter(t *testing.T) {
	es, ss := crowd(400)
	key := func(es []timeline.Event) []string {
		var ks []string
		for _, e := range es {
			var from []int
			for _, c := range e.Cites {
				from = append(from, c.Source)
			}
			ks = append(ks, fmt.Sprint(e.ID, e.When, e.Title, from, e.Conflicts))
		}
		slices.Sort(ks)
		return ks
	}
	want := key(Events(es, ss, nil))
	if len(want) == len(es) {
		t.Fatal("nothing was merged")
	}
	for seed := range uint64(5) {
		mixed := slices.Clone(es)
		rand.New(rand.NewPCG(seed, 7)).Shuffle(len(mixed), func(i, k int) { mixed[i], mixed[k] = mixed[k], mixed[i] })
		if got := key(Events(mixed, ss, nil)); !slices.Equal(got, want) {
			t.Fatalf("in another order: %d events, were %d", len(got), len(want))
		}
	}
}

func TestIDsStayWhenALaterArticleJoins(t *testing.T) {
	const a, b = "2009-05-25|occurred|ASSAULT|test|PRK||North Korea tested a nuclear device", "2009-05-25|occurred|ASSAULT|test|PRK||A nuclear device was tested by North Korea"
	one, two := merged(a), merged(a, b)
	if len(two) != 1 || one[0].ID != two[0].ID {
		t.Errorf("ID %s became %s", one[0].ID, two[0].ID)
	}
}

func FuzzEvents(f *testing.F) {
	f.Add("2009-05-25", "test", "PRK", "North Korea tested 10 things", "2009-05", 3)
	f.Add("", "", "", "", "", 0)
	f.Fuzz(func(t *testing.T, date, lemma, who, title, other string, source int) {
		for _, s := range []string{date, other} {
			if _, err := edtf.Parse(s); s != "" && err != nil {
				return
			}
		}
		clean := func(s string) string { return strings.ReplaceAll(s, "|", "") }
		es := []timeline.Event{
			told(1, clean(date)+"|occurred|ASSAULT|"+clean(lemma)+"|"+clean(who)+"||"+clean(title)),
			told(2, clean(other)+"|scheduled|OTHER|"+clean(lemma)+"|"+clean(who)+"|"+clean(title)+"|"+clean(title)),
		}
		es[1].Cites[0].Source = source
		n := 0
		for _, e := range Events(es, papers(2), nil) {
			n += len(e.Cites)
			if e.ID == "" {
				t.Error("no ID")
			}
		}
		if n == 0 || n > 2 {
			t.Errorf("%d cites", n)
		}
	})
}

func BenchmarkEvents(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		es, ss := crowd(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				Events(es, ss, nil)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(es)), "ns/event")
		})
	}
}
