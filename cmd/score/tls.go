package main

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/rank"
)

// tlsSuite measures timelines made of many articles: which days they name, and with
// what sentences. By the usual protocol it may know how many days a gold timeline has,
// how many sentences a day on average, and its first and last day; nothing else.
type tlsSuite struct{}

func (tlsSuite) name() string   { return "tls" }
func (tlsSuite) folder() string { return "timeline" }

// sets are the folders whose gold timelines have dated summaries.
func (tlsSuite) sets(dir string) ([]string, error) {
	return goldSets(dir, func(e goldEntry) bool { return e.Summary != nil })
}

// goldSets are the folders with SET/TOPIC/gold/NAME.json in which the first entry
// fits.
func goldSets(dir string, fits func(goldEntry) bool) ([]string, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*", "*", "gold", "*.json"))
	if err != nil {
		return nil, err
	}
	var sets []string
	for _, f := range files {
		set := filepath.Base(filepath.Dir(filepath.Dir(filepath.Dir(f))))
		if slices.Contains(sets, set) {
			continue
		}
		g, err := readGold(f)
		if err != nil {
			return nil, err
		}
		if len(g.Entries) > 0 && fits(g.Entries[0]) {
			sets = append(sets, set)
		}
	}
	return sets, nil
}

// goldTimeline is a timeline as a file, gold or answer.
type goldTimeline struct {
	Topic   string      `json:"topic"`
	Entries []goldEntry `json:"entries"`
}

// goldEntry is a day with its sentences, or an event in its place in an order.
type goldEntry struct {
	Order    int      `json:"order,omitempty"`
	Date     string   `json:"date"`
	Summary  []string `json:"summary,omitempty"`
	Mentions []string `json:"mentions,omitempty"`
}

func readGold(file string) (g goldTimeline, err error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return g, err
	}
	if err := json.Unmarshal(b, &g); err != nil {
		return g, fmt.Errorf("%s: %w", file, err)
	}
	return g, nil
}

// topics are the folders of a set that hold gold timelines, in order.
func topics(dir string) ([]string, error) {
	dirs, err := filepath.Glob(filepath.Join(dir, "*", "gold"))
	for i, d := range dirs {
		dirs[i] = filepath.Dir(d)
	}
	return dirs, err
}

// golds are the gold timelines of a topic, by name.
func golds(topic string) (names []string, out []goldTimeline, err error) {
	files, err := filepath.Glob(filepath.Join(topic, "gold", "*.json"))
	if err != nil {
		return nil, nil, err
	}
	for _, f := range files {
		g, err := readGold(f)
		if err != nil {
			return nil, nil, err
		}
		names = append(names, strings.TrimSuffix(filepath.Base(f), ".json"))
		out = append(out, g)
	}
	return names, out, nil
}

func (tlsSuite) measure(b *bench, dir, set string) ([]Figure, error) {
	dirs, err := topics(filepath.Join(dir, set))
	if err != nil {
		return nil, err
	}
	var c tlsCount
	for _, topic := range dirs {
		names, gold, err := golds(topic)
		if err != nil {
			return nil, err
		}
		h, err := readHeap(b, topic)
		if err != nil {
			return nil, err
		}
		days := rank.Weigh(h.tellings)
		for i, g := range gold {
			t, err := h.timeline(days, g)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", names[i], err)
			}
			t.Topic = filepath.Base(topic)
			c.add(t, g)
			if err := leaveTimeline(b, t, filepath.Base(topic), names[i]); err != nil {
				return nil, err
			}
		}
	}
	return c.figures(b.title), nil
}

// leaveTimeline writes an answer under the folder of predictions, if there is one.
func leaveTimeline(b *bench, t goldTimeline, topic, name string) error {
	if b.Predictions == "" {
		return nil
	}
	file := filepath.Join(b.Predictions, filepath.FromSlash(b.title), topic, name+".json")
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	out, err := json.MarshalIndent(t, "", " ")
	if err != nil {
		return err
	}
	return os.WriteFile(file, append(out, '\n'), 0o644)
}

// heap is all that is told of one topic.
type heap struct {
	tellings  []rank.Telling
	sentences [][]string
}

// told is what an analyser says of one article: its telling and its sentences.
type told struct {
	telling   rank.Telling
	sentences []string
}

// readHeap reads a topic's articles or, where there are none, its dated sentences.
func readHeap(b *bench, topic string) (*heap, error) {
	articles := filepath.Join(topic, "articles.jsonl.gz")
	if _, err := os.Stat(articles); err == nil {
		as, err := readLines[article](articles)
		if err != nil {
			return nil, err
		}
		return newHeap(b, as, false), nil
	} else if !os.IsNotExist(err) {
		return nil, err
	}
	type dated struct {
		Date      string   `json:"date"`
		Sentences []string `json:"sentences"`
	}
	ds, err := readLines[dated](filepath.Join(topic, "dated_sentences.jsonl.gz"))
	if err != nil {
		return nil, err
	}
	var as []article
	for _, d := range ds {
		for i, s := range d.Sentences {
			as = append(as, article{ID: fmt.Sprintf("%s/%d", d.Date, i), Published: d.Date, Text: s})
		}
	}
	return newHeap(b, as, true), nil
}

// newHeap asks the analyser for each article. If they are dated sentences, their date
// is the day they tell of, and when they were published is not known.
func newHeap(b *bench, as []article, sentences bool) *heap {
	h := &heap{tellings: make([]rank.Telling, len(as)), sentences: make([][]string, len(as))}
	b.each(len(as), func(i int) {
		t := b.analyser.tell(as[i])
		if day := t.telling.Published; sentences {
			t.telling.Dated = false
			for j := range t.telling.Lines {
				if l := &t.telling.Lines[j]; !slices.Contains(l.Days, day) {
					l.Days = append(l.Days, day)
				}
			}
		}
		h.tellings[i], h.sentences[i] = t.telling, t.sentences
	})
	return h
}

// timeline makes a timeline within the limits of a gold one.
func (h *heap) timeline(days *rank.Days, g goldTimeline) (t goldTimeline, err error) {
	l, err := limitsOf(g)
	if err != nil {
		return t, err
	}
	var chosen []int64
	for _, d := range days.Choose(l.days, l.first, l.last) {
		chosen = append(chosen, d.Day)
	}
	for i, picks := range days.Gist(chosen, l.sentences) {
		e := goldEntry{Date: edtf.FromDays(chosen[i]).String()}
		for _, p := range picks {
			e.Summary = append(e.Summary, h.sentences[p.Telling][p.Sentence])
		}
		t.Entries = append(t.Entries, e)
	}
	return t, nil
}

// limits are what a system may know of a gold timeline.
type limits struct {
	days, sentences int
	first, last     int64
}

func limitsOf(g goldTimeline) (l limits, err error) {
	days, err := byDay(g)
	if err != nil || len(days) == 0 {
		return l, err
	}
	n := 0
	l.first, l.last = math.MaxInt64, math.MinInt64
	for d, s := range days {
		l.first, l.last = min(l.first, d), max(l.last, d)
		n += len(s)
	}
	l.days = len(days)
	l.sentences = max(1, int(math.RoundToEven(float64(n)/float64(len(days)))))
	return l, nil
}

// byDay are the sentences of each day.
func byDay(g goldTimeline) (map[int64][]string, error) {
	days := map[int64][]string{}
	for _, e := range g.Entries {
		d, err := edtf.ParseDate(e.Date)
		if err != nil || d.Unit != edtf.Day {
			return nil, fmt.Errorf("date %q is no day", e.Date)
		}
		days[d.Days()] = append(days[d.Days()], e.Summary...)
	}
	return days, nil
}
