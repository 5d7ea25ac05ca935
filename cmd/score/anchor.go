package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/datelinehq/dateline/timeline/text"
)

// anchorSuite measures on which dates given event mentions happened: one set for
// each folder of timeline data that holds anchors.
type anchorSuite struct{}

func (anchorSuite) name() string   { return "anchor" }
func (anchorSuite) folder() string { return "timeline" }

func (anchorSuite) sets(dir string) ([]string, error) {
	var sets []string
	err := filepath.WalkDir(dir, func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			if file == dir && os.IsNotExist(err) {
				return fs.SkipAll
			}
			return err
		}
		rel, err := filepath.Rel(dir, file)
		set, inside, ok := strings.Cut(filepath.ToSlash(rel), "/")
		if ok && isAnchors(inside) {
			sets = append(sets, set)
		}
		return err
	})
	slices.Sort(sets)
	return slices.Compact(sets), err
}

// isAnchors reports whether a path names a file of anchors.
func isAnchors(file string) bool {
	base := filepath.Base(file)
	return strings.HasPrefix(base, "anchors.") && strings.HasSuffix(base, ".jsonl")
}

func (anchorSuite) measure(b *bench, dir, set string) ([]Figure, error) {
	files, err := anchorFiles(filepath.Join(dir, set))
	if err != nil {
		return nil, err
	}
	var figures []Figure
	var all []anchorAnswer
	for _, file := range files {
		gold, articles, err := readAnchors(file)
		if err != nil {
			return nil, err
		}
		answers := anchorAnswers(b, gold, articles)
		var c anchorCount
		if err := c.add(gold, answers, articles, b.faults); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		figures = append(figures, c.figures(anchorTitle(b.title, filepath.Join(dir, set), file))...)
		all = append(all, answers...)
	}
	return figures, leave(b, all)
}

// anchorFiles are the files of anchors in a folder and below, in order.
func anchorFiles(dir string) ([]string, error) {
	var files []string
	err := filepath.WalkDir(dir, func(file string, _ fs.DirEntry, err error) error {
		if err == nil && isAnchors(file) {
			files = append(files, file)
		}
		return err
	})
	return files, err
}

// anchorTitle adds topic and split to the title of a set: "anchor/meantime/apple",
// "anchor/eventtime/dev".
func anchorTitle(title, dir, file string) string {
	if rel, err := filepath.Rel(dir, filepath.Dir(file)); err == nil && rel != "." {
		title += "/" + filepath.ToSlash(rel)
	}
	if split := splitOf(file); split != "" {
		title += "/" + split
	}
	return title
}

// splitOf is what stands between "anchors." and "jsonl", without the dot.
func splitOf(file string) string {
	s := strings.TrimSuffix(filepath.Base(file), "jsonl")
	return strings.Trim(strings.TrimPrefix(s, "anchors"), ".")
}

// goldAnchor is one line of anchors.
type goldAnchor struct {
	Doc     string `json:"doc"`
	EventID string `json:"event_id"`
	// Start and End count characters of the article's text; before it lies the
	// title, with negative offsets.
	Start  int    `json:"event_start"`
	End    int    `json:"event_end"`
	Anchor string `json:"anchor"`
	// Complete is false for lines that are not to be scored.
	Complete *bool `json:"complete"`
}

func (g goldAnchor) scored() bool { return g.Complete == nil || *g.Complete }

// anchorAnswer is the answer for one mention.
type anchorAnswer struct {
	Doc     string `json:"doc"`
	EventID string `json:"event_id"`
	Start   int    `json:"event_start"`
	End     int    `json:"event_end"`
	Anchor  string `json:"anchor"`
	// Said says that the article's words gave the date.
	Said bool `json:"said"`
}

// anchorGuess is what an analyser says about one mention. Said is false where it
// fell back on the publication date.
type anchorGuess struct {
	Anchor string
	Said   bool
}

// readAnchors reads a file of anchors and the articles beside it.
func readAnchors(file string) ([]goldAnchor, map[string]article, error) {
	gold, err := readLines[goldAnchor](file)
	if err != nil {
		return nil, nil, err
	}
	base := strings.Replace(filepath.Base(file), "anchors", "articles", 1)
	beside := filepath.Join(filepath.Dir(file), base)
	if _, err := os.Stat(beside); err != nil {
		beside += ".gz"
	}
	list, err := readLines[article](beside)
	if err != nil {
		return nil, nil, err
	}
	articles := make(map[string]article, len(list))
	for _, a := range list {
		articles[a.ID] = a
	}
	return gold, articles, nil
}

// anchorAnswers asks the analyser, an article at a time. The answers are in the
// order of gold, which keeps the mentions of an article together.
func anchorAnswers(b *bench, gold []goldAnchor, articles map[string]article) []anchorAnswer {
	var docs []string
	of := map[string][]int{}
	for i, g := range gold {
		if of[g.Doc] == nil {
			docs = append(docs, g.Doc)
		}
		of[g.Doc] = append(of[g.Doc], i)
	}
	answers := make([]anchorAnswer, len(gold))
	b.each(len(docs), func(d int) {
		a, mentions := articles[docs[d]], of[docs[d]]
		spans := make([]text.Span, len(mentions))
		places := bytePlaces(a.Text)
		for k, i := range mentions {
			spans[k] = text.Span{Start: places(gold[i].Start), End: places(gold[i].End)}
		}
		for k, guess := range b.analyser.anchors(a, spans) {
			g := gold[mentions[k]]
			answers[mentions[k]] = anchorAnswer{g.Doc, g.EventID, g.Start, g.End, guess.Anchor, guess.Said}
		}
	})
	return answers
}

// bytePlaces turns character offsets into byte offsets. What lies before the text
// or behind it becomes its beginning or end.
func bytePlaces(t string) func(chars int) int {
	if utf8.RuneCountInString(t) == len(t) {
		return func(n int) int { return min(max(0, n), len(t)) }
	}
	var at []int
	for i := range t {
		at = append(at, i)
	}
	at = append(at, len(t))
	return func(n int) int { return at[min(max(0, n), len(at)-1)] }
}
