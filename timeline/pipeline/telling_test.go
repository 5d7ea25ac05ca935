package pipeline

import (
	"slices"
	"testing"

	"github.com/datelinehq/dateline/seeds"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/rank"
	"github.com/datelinehq/dateline/timeline/text"
)

func TestATellingHoldsTheFirstSentencesAndThoseWithADay(t *testing.T) {
	p, err := New(seeds.FS, Options{Langs: []string{"en"}})
	if err != nil {
		t.Fatal(err)
	}
	day := edtf.YMD(2011, 2, 18)
	got := p.Tag(text.Article{Lang: "en", Published: day, Text: "One came. Two came. Three came. Four came. Five came. Six came. " +
		"Libya's rebels met on Tuesday and on 15 February. Nobody went in January. The rebels meet today."}).Telling()
	if !got.Dated || got.Published != day.Days() {
		t.Errorf("published: %v %v", got.Dated, got.Published)
	}
	var at []int
	for _, l := range got.Lines {
		at = append(at, l.Sentence)
	}
	if want := []int{0, 1, 2, 3, 4, 6, 8}; !slices.Equal(at, want) {
		t.Fatalf("sentences: got %v, want %v", at, want)
	}
	if l := got.Lines[5]; !slices.Equal(l.Days, []int64{edtf.YMD(2011, 2, 15).Days()}) {
		t.Errorf("a day named twice: %v", l.Days)
	}
	if got, want := got.Lines[5].Words[:3], []uint32{rank.Word("libya"), rank.Word("rebels"), rank.Word("met")}; !slices.Equal(got, want) {
		t.Errorf("words: got %v, want %v", got, want)
	}
}

func TestATellingWithoutAPublicationDayIsNotDated(t *testing.T) {
	p, err := New(seeds.FS, Options{Langs: []string{"en"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range []edtf.Date{{}, edtf.YM(2011, 2), edtf.Y(2011)} {
		if got := p.Tag(text.Article{Lang: "en", Published: d, Text: "The rebels met on 15 February 2011. "}).Telling(); got.Dated || len(got.Lines) != 1 || len(got.Lines[0].Days) != 1 {
			t.Errorf("published %v: got %+v", d, got)
		}
	}
	if got := p.Tag(text.Article{Lang: "en"}).Telling(); len(got.Lines) != 0 {
		t.Errorf("an empty article: %+v", got)
	}
}
