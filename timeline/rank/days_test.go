package rank

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// telling reads lines "3 5: words": the days that a sentence names, and its words.
func telling(published int64, lines ...string) Telling {
	t := Telling{Published: published, Dated: published != 0}
	for i, s := range lines {
		names, words, _ := strings.Cut(s, ":")
		l := Line{Sentence: i}
		for _, f := range strings.Fields(names) {
			var d int64
			fmt.Sscan(f, &d)
			l.Days = append(l.Days, d)
		}
		for _, w := range strings.Fields(words) {
			l.Words = append(l.Words, Word(w))
		}
		t.Lines = append(t.Lines, l)
	}
	return t
}

func dayNumbers(ds []Day) (out []int64) {
	for _, d := range ds {
		out = append(out, d.Day)
	}
	return out
}

// affair is a made-up topic: a dam breaks on day 100, the minister resigns on day 140.
func affair() []Telling {
	return []Telling{
		telling(101, "100: the dam at north valley broke flooding two villages", ": rain had fallen for weeks"),
		telling(102, "100: rescue teams search villages after the north valley dam broke", "101: divers found survivors in the village church"),
		telling(120, "100: the broken dam in north valley had been inspected before the flood", "15: a circus came to another town"),
		telling(141, "140: the minister for dams resigned over the flood in north valley", "100: two villages drowned when the dam broke"),
		telling(150, "140: after the minister resigned villages asked who pays for the dam", "100: the flood drowned two villages when the north valley dam broke"),
		telling(150, "15: the circus had elephants"),
	}
}

func TestWhatManyArticlesNameWeighsMost(t *testing.T) {
	d := Weigh(affair())
	if got, want := dayNumbers(d.Choose(2, 0, 1000)), []int64{100, 140}; !slices.Equal(got, want) {
		t.Errorf("the two heaviest days: got %v, want %v", got, want)
	}
	if d.Weight(100) != 1 || d.Weight(140) >= 1 || d.Weight(140) <= d.Weight(15) || d.Weight(7) != 0 {
		t.Errorf("weights of days 100, 140, 15 and 7: %v %v %v %v", d.Weight(100), d.Weight(140), d.Weight(15), d.Weight(7))
	}
	for _, x := range d.All() {
		if x.Day == 100 && (x.Articles != 5 || x.Later != 4) {
			t.Errorf("day 100 is named by %d articles, %d of them later; want 5 and 4", x.Articles, x.Later)
		}
	}
}

func TestWhatLiesOutsideThePeriodIsNotChosen(t *testing.T) {
	if got, want := dayNumbers(Weigh(affair()).Choose(5, 101, 140)), []int64{101, 140}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestLookingBackCountsMoreThanAnnouncing(t *testing.T) {
	d := Weigh([]Telling{
		telling(90, "100: the strike begins at the harbour"),
		telling(130, "110: the strike ended at the harbour"),
		telling(130, ": workers are back"), // so that no word stands in every line
	})
	if d.Weight(100) >= d.Weight(110) {
		t.Errorf("announced %v, told afterwards %v", d.Weight(100), d.Weight(110))
	}
}

func TestCopiesOfASentenceSpeakOnce(t *testing.T) {
	one := telling(101, "100: the dam broke in north valley", ": nothing else")
	other := telling(101, "90: water rose behind the dam in north valley", ": nothing more")
	d := Weigh([]Telling{one, one, one, one, other, telling(101, "90: north valley saw water rise to the top of the dam")})
	if d.Weight(100) >= d.Weight(90) {
		t.Errorf("one sentence in four copies weighs %v, two reports %v", d.Weight(100), d.Weight(90))
	}
}

func TestADayInTheShadowOfAHeavierOneCountsLess(t *testing.T) {
	d := &Days{days: []Day{{Day: 10, Weight: 100}, {Day: 11, Weight: 50}, {Day: 40, Weight: 48}}}
	if got, want := dayNumbers(d.Choose(2, 0, 100)), []int64{10, 40}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestTheOrderOfArticlesDoesNotMatter(t *testing.T) {
	ts := affair()
	want := Weigh(ts)
	for range 3 {
		ts = append(ts[1:], ts[0])
		got := Weigh(ts)
		if !reflect.DeepEqual(got.All(), want.All()) {
			t.Fatalf("got %v, want %v", got.All(), want.All())
		}
		days := []int64{100, 140}
		for i, picks := range got.Gist(days, 2) {
			for k, p := range picks {
				q := want.Gist(days, 2)[i][k]
				if a, b := lineOf(ts, p), lineOf(affair(), q); !slices.Equal(a.Words, b.Words) {
					t.Errorf("day %d: sentence %d differs", days[i], k)
				}
			}
		}
	}
}

func lineOf(ts []Telling, p Pick) Line {
	for _, l := range ts[p.Telling].Lines {
		if l.Sentence == p.Sentence {
			return l
		}
	}
	return Line{}
}

func TestHostileHeaps(t *testing.T) {
	same := make([]Telling, 50)
	for i := range same {
		same[i] = telling(101, "100: the very same words again and again in all of them")
	}
	for name, ts := range map[string][]Telling{
		"nothing":             nil,
		"no lines":            {{}, {Published: 5, Dated: true}},
		"no days":             {telling(101, ": words alone"), telling(102, ": more words")},
		"one article":         {telling(101, "100: the dam broke in north valley yesterday at noon")},
		"no words":            {telling(101, "100:"), telling(102, "100:")},
		"all the same":        same,
		"before 1970":         {telling(-5, "-7: the dam broke in north valley and two villages drowned")},
		"the end of the line": {telling(1<<62, "9223372036854775000: words"), telling(1, "-9223372036854775000: other words")},
		"no publication date": {telling(0, "100: the dam broke in north valley and two villages drowned")},
	} {
		d := Weigh(ts)
		var days []int64
		for _, x := range d.Choose(10, -1<<62, 1<<62) {
			days = append(days, x.Day)
			if w := d.Weight(x.Day); w < 0 || w > 1 || w != w {
				t.Errorf("%s: day %d weighs %v", name, x.Day, w)
			}
		}
		if got := d.Gist(append(days, 77), 3); len(got) != len(days)+1 || len(got[len(days)]) != 0 {
			t.Errorf("%s: %d days yield %v", name, len(days)+1, got)
		}
		if got := d.Choose(-3, 0, 1000); len(got) != 0 {
			t.Errorf("%s: fewer than no days are %v", name, got)
		}
	}
}

func TestManyDaysAreWeighedAndTold(t *testing.T) {
	var ts []Telling
	for i := range int64(20000) {
		ts = append(ts, telling(i+1, fmt.Sprintf("%d %d: word%d of day and dam number%d", i, i/2, i, i%97), fmt.Sprintf("%d: what followed in valley%d", i-3, i%13)))
	}
	d := Weigh(ts)
	chosen := dayNumbers(d.Choose(1000, 0, 1<<40))
	if got := d.Gist(chosen, 2); len(chosen) != 1000 || len(got) != 1000 {
		t.Errorf("%d days, %d told", len(chosen), len(got))
	}
}
