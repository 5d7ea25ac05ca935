package main

import "testing"

func TestTimexCounts(t *testing.T) {
	d := &timeML{
		name: "d", text: "closed on Tuesday after two or three years",
		gold: []timexAnswer{
			{Start: 10, End: 17, Type: "DATE", Value: "2009-06-16"},
			{Start: 24, End: 42, Type: "DURATION", Value: "PXY"},
		},
		creation: []timexAnswer{{Start: 0, End: 6}},
	}
	tuesday, years := d.gold[0], d.gold[1]
	with := func(a timexAnswer, change func(*timexAnswer)) timexAnswer { change(&a); return a }
	for _, c := range []struct {
		name    string
		answers []timexAnswer
		want    timexCount
	}{
		{"gold", d.gold, timexCount{2, 2, 2, 2, 2, 2, 2, 2}},
		{"in another order", []timexAnswer{years, tuesday}, timexCount{2, 2, 2, 2, 2, 2, 2, 2}},
		{"nothing", nil, timexCount{gold: 2}},
		{"wrong value", []timexAnswer{with(tuesday, func(a *timexAnswer) { a.Value = "2009-06-23" })}, timexCount{2, 1, 1, 1, 1, 0, 0, 0}},
		{"wrong type", []timexAnswer{with(tuesday, func(a *timexAnswer) { a.Type = "SET" })}, timexCount{2, 1, 1, 1, 0, 1, 0, 1}},
		{"shorter", []timexAnswer{with(years, func(a *timexAnswer) { a.Start = 31 })}, timexCount{2, 1, 0, 1, 1, 1, 1, 0}},
		{"side by side is no match", []timexAnswer{{Start: 17, End: 23}}, timexCount{gold: 2, answers: 1}},
		{"over both counts for one", []timexAnswer{with(years, func(a *timexAnswer) { a.Start = 10 })}, timexCount{2, 1, 0, 1, 1, 1, 1, 0}},
		{"two in one: the second is spurious", []timexAnswer{{Start: 24, End: 27}, with(years, func(a *timexAnswer) { a.Start = 31 })}, timexCount{2, 2, 0, 1, 1, 1, 1, 0}},
		{"the same extent comes before a longer one", []timexAnswer{{Start: 0, End: 42}, tuesday}, timexCount{2, 2, 1, 2, 1, 1, 1, 1}},
		{"twice the same", []timexAnswer{tuesday, tuesday}, timexCount{2, 2, 1, 1, 1, 1, 1, 1}},
		{"on the creation time", []timexAnswer{{Start: 0, End: 3}}, timexCount{gold: 2}},
	} {
		var got timexCount
		if got.add(d, c.answers, nil); got != c.want {
			t.Errorf("%s: got %+v, want %+v", c.name, got, c.want)
		}
	}
}

func TestLanguageOfACorpus(t *testing.T) {
	for name, want := range map[string]string{"timebank": "en", "meantime-en": "en", "krauts-de": "de", "wiki-2009": "en", "-x": "en", "": "en"} {
		if got := langOf(name); got != want {
			t.Errorf("%q: got %s, want %s", name, got, want)
		}
	}
}

func TestFiguresOfOtherLanguagesAreNotHeldAgainstTheAnalyser(t *testing.T) {
	for set, info := range map[string]bool{"small": false, "small-de": true} {
		fs, err := timexSuite{}.measure(&bench{analyser: scripted{}, title: "timex/" + set}, "testdata/data/timex", set)
		if err != nil || fs[0].Info != info {
			t.Errorf("%s: got %+v, %v", set, fs, err)
		}
	}
}
