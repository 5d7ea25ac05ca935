package main

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/datelinehq/dateline/timeline/text"
)

// orderSuite measures in which order the events of a target are told, from raw text:
// SemEval-2015 task 4, track A. The target's name is all that is known of it.
type orderSuite struct{}

func (orderSuite) name() string   { return "order" }
func (orderSuite) folder() string { return "timeline" }

// sets are the folders whose gold timelines hold mentions.
func (orderSuite) sets(dir string) ([]string, error) {
	return goldSets(dir, func(e goldEntry) bool { return e.Mentions != nil })
}

// orderArticle is an article and its sentences, cut into words.
type orderArticle struct {
	article
	Sentences []struct {
		N      int    `json:"n"`
		Tokens string `json:"tokens"`
	} `json:"sentences"`
}

func (orderSuite) measure(b *bench, dir, set string) ([]Figure, error) {
	dirs, err := topics(filepath.Join(dir, set))
	if err != nil {
		return nil, err
	}
	finder, ok := b.analyser.(interface{ happenings(a article) []happening })
	if !ok {
		return nil, nil
	}
	var c orderCount
	for _, topic := range dirs {
		names, gold, err := golds(topic)
		if err != nil {
			return nil, err
		}
		as, err := readLines[orderArticle](filepath.Join(topic, "articles.jsonl.gz"))
		if err != nil {
			return nil, err
		}
		found := make([][]happening, len(as))
		b.each(len(as), func(i int) {
			as[i].Text = as[i].Title + "\n\n" + as[i].Text
			found[i] = finder.happenings(article{ID: as[i].ID, Published: as[i].Published, Text: as[i].Text})
		})
		w := newHeapNames(as)
		for i, g := range gold {
			t := order(w.target(g.Topic), as, found)
			t.Topic = g.Topic
			c.add(t, g)
			if err := leaveTimeline(b, t, filepath.Base(topic), names[i]); err != nil {
				return nil, err
			}
		}
	}
	return c.figures(b.title), nil
}

// order puts the events in which the target takes part in the order of their dates.
// Those of one date stand in one place.
func order(t target, as []orderArticle, found [][]happening) (out goldTimeline) {
	at := map[string][]string{}
	for i := range as {
		words := placesOf(as[i])
		for _, h := range found[i] {
			date := startOf(h.Date, as[i].Published)
			m := words.mention(as[i].ID, h.Trigger)
			if date == "" || m == "" || !t.takesPart(h) {
				continue
			}
			at[date] = append(at[date], m)
		}
	}
	var dates []string
	for d := range at {
		dates = append(dates, d)
	}
	slices.Sort(dates)
	for i, d := range dates {
		out.Entries = append(out.Entries, goldEntry{Order: i + 1, Date: d + "-XX-XX"[:max(0, 10-len(d))], Mentions: at[d]})
	}
	return out
}

// startOf is the first day, month or year of an anchor; an anchor that is not known,
// or open, is the day of publication.
func startOf(anchor, published string) string {
	first, _, _ := strings.Cut(anchor, "/")
	first = strings.TrimPrefix(first, "after:")
	first, _, _ = strings.Cut(first, ",")
	switch {
	case len(first) == 4 || len(first) == 7 && first[5] >= '0' && first[5] <= '9' || len(first) == 10 && first[4] == '-':
		return first
	case len(first) > 4 && first[4] == '-':
		return first[:4]
	}
	return published
}

// heapNames tells in which articles and sentences words stand.
type heapNames struct{ articles [][]map[string]bool }

func newHeapNames(as []orderArticle) (h heapNames) {
	for _, a := range as {
		var ss []map[string]bool
		for _, s := range a.Sentences {
			ss = append(ss, wordSet(s.Tokens))
		}
		h.articles = append(h.articles, ss)
	}
	return h
}

func wordSet(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		out[w] = true
	}
	return out
}

// target is a name as words, each with its share of what it takes to be named.
type target map[string]float64

// target finds which words of a name stand for the whole: those that mostly stand in
// articles that have the whole name in one sentence, as "Jobs" for "Steve Jobs" and not
// "Airbus" for "Airbus A380". Of the others all are needed. Words that stand nowhere
// are slips and are left out.
func (h heapNames) target(name string) target {
	t := target{}
	for w := range wordSet(name) {
		if with, _ := h.share(w, nil); with > 0 {
			t[w] = 0
		}
	}
	for w := range t {
		with, whole := h.share(w, t)
		if float64(whole) >= forWhole*float64(with) {
			t[w] = 1
		} else {
			t[w] = 1 / float64(len(t))
		}
	}
	return t
}

// forWhole is the part of the articles with a word that must have the whole name, so
// that the word alone stands for it.
const forWhole = 0.6

// share counts articles with a word, and those of them that have all words of a name
// in one sentence.
func (h heapNames) share(w string, name target) (with, whole int) {
	for _, ss := range h.articles {
		one, all := false, false
		for _, s := range ss {
			one = one || s[w]
			every := true
			for o := range name {
				every = every && s[o]
			}
			all = all || every
		}
		if one {
			with++
			if all {
				whole++
			}
		}
	}
	return with, whole
}

func (t target) named(s string) bool {
	sum := 0.0
	for w := range wordSet(s) {
		sum += t[w]
	}
	return len(t) > 0 && sum > 0.999
}

func (t target) takesPart(h happening) bool { return slices.ContainsFunc(h.Actors, t.named) }

// wordPlaces are where the words of an article's sentences stand in its text.
type wordPlaces []wordPlace

type wordPlace struct {
	text.Span
	sentence int
	word     string
}

// placesOf looks for each word behind the one before it. What is written otherwise in
// the text, as quotation marks, is passed over.
func placesOf(a orderArticle) (out wordPlaces) {
	at := 0
	for _, s := range a.Sentences {
		if s.N == 1 {
			continue // the date line is not part of the text
		}
		for _, w := range strings.Fields(s.Tokens) {
			rest := a.Text[at:]
			k := strings.Index(rest, w)
			if k < 0 || utf8.RuneCountInString(rest[:k]) > lookahead {
				continue
			}
			out = append(out, wordPlace{text.Span{Start: at + k, End: at + k + len(w)}, s.N, w})
			at += k + len(w)
		}
	}
	return out
}

// lookahead is how far a word may stand behind the last one.
const lookahead = 60

// mention is the gold's name for a span: article, sentence and words.
func (ps wordPlaces) mention(id string, s text.Span) string {
	i, _ := slices.BinarySearchFunc(ps, s.Start, func(p wordPlace, at int) int { return cmp.Compare(p.End, at+1) })
	var words []string
	in := -1
	for ; i < len(ps) && ps[i].Start < s.End; i++ {
		words, in = append(words, ps[i].word), ps[i].sentence
	}
	if in < 0 {
		return ""
	}
	return fmt.Sprintf("%s-%d-%s", id, in, strings.Join(words, "_"))
}
