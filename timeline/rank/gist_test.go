package rank

import (
	"slices"
	"testing"
)

func TestASentenceThatTellsTheDayIsPicked(t *testing.T) {
	ts := append(affair(), telling(101, "100: somebody bought eleven very expensive umbrellas from an uncle yesterday"))
	got := Weigh(ts).Gist([]int64{100}, 1)[0]
	if len(got) != 1 || got[0].Telling == len(ts)-1 {
		t.Errorf("got %v, a sentence beside the matter or none", got)
	}
}

func TestSentencesDoNotRepeatEachOther(t *testing.T) {
	ts := []Telling{
		telling(101, "100: the dam at north valley broke at noon flooding two villages"),
		telling(101, "100: the dam at north valley broke around noon flooding two villages"),
		telling(101, "100: rescue teams with boats looked for survivors near the old mill"),
		telling(101, ": farmers sold wheat and barley on a quiet market that morning"),
	}
	got := Weigh(ts).Gist([]int64{100}, 3)[0]
	var from []int
	for _, p := range got {
		from = append(from, p.Telling)
	}
	if slices.Contains(from, 0) && slices.Contains(from, 1) || !slices.Contains(from, 2) {
		t.Errorf("picked from articles %v; 0 and 1 say the same, 2 says more", from)
	}
}

func TestNeighbouringDaysAreNotToldWithTheSameSentence(t *testing.T) {
	ts := []Telling{
		telling(102, "100 101: on both days the dam at north valley flooded villages and fields"),
		telling(102, "100: engineers saw cracks in the concrete before the wall gave way"),
		telling(103, "101: soldiers carried families from roofs into boats until nightfall came"),
	}
	got := Weigh(ts).Gist([]int64{100, 101}, 2)
	for _, p := range got[0] {
		if slices.Contains(got[1], p) {
			t.Errorf("both days have sentence %v: %v", p, got)
		}
	}
	if len(got[0]) == 0 || len(got[1]) == 0 {
		t.Errorf("a day is not told: %v", got)
	}
}

func TestFirstSentencesWithoutADayTellTheDayOfTheirArticle(t *testing.T) {
	ts := []Telling{
		telling(100, ": the dam at north valley broke and flooded two villages", ": "),
		telling(107, "100: it broke"),
	}
	got := Weigh(ts).Gist([]int64{100}, 1)[0]
	if want := (Pick{0, 0}); len(got) != 1 || got[0] != want {
		t.Errorf("got %v, want %v", got, want)
	}
}
