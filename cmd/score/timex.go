package main

import (
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// timexAnswer is one expression, as the scorer of timex wants it.
type timexAnswer struct {
	Doc   string `json:"doc"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Type  string `json:"type"`
	Value string `json:"value"`
}

// timexSuite measures every folder of TimeML files.
func timexSuite(r *runner, dir string) ([]Figure, error) {
	corpora, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var fs []Figure
	for _, c := range corpora {
		files, err := filepath.Glob(filepath.Join(dir, c.Name(), "*.tml"))
		if err != nil || len(files) == 0 {
			continue
		}
		sort.Strings(files)
		more, err := timexCorpus(r, c.Name(), files)
		if err != nil {
			return nil, err
		}
		fs = append(fs, more...)
	}
	return fs, nil
}

// langOf is the language that a corpus name ends with ("krauts-de"); English has
// none, or "en".
func langOf(corpus string) string {
	if i := strings.LastIndexByte(corpus, '-'); i >= 0 && len(corpus)-i == 3 {
		return corpus[i+1:]
	}
	return "en"
}

func timexCorpus(r *runner, name string, files []string) ([]Figure, error) {
	docs := make([]*timeML, len(files))
	for i, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		if docs[i], err = readTimeML(strings.TrimSuffix(filepath.Base(f), ".tml"), b); err != nil {
			return nil, err
		}
	}
	answers := make([][]timexAnswer, len(docs))
	lang := langOf(name)
	r.each(len(docs), func(i int) { answers[i] = r.engine.tag(docs[i].name, docs[i].dct, lang, docs[i].text) })
	var c timexCount
	var lines []any
	for i, d := range docs {
		c.add(r, d, answers[i])
		for _, a := range answers[i] {
			lines = append(lines, a)
		}
	}
	return c.figures("timex/" + name), r.put("timex/"+name+".jsonl", lines)
}

// timexCount counts over a corpus, in the manner of TempEval-3: strict matches
// have the same extent, relaxed ones share a byte, and values count on the
// relaxed ones.
type timexCount struct{ gold, system, strict, relaxed, types, values int }

func (c *timexCount) figures(name string) []Figure {
	f1 := func(hits int) float64 {
		if c.gold+c.system == 0 {
			return 0
		}
		return 2 * float64(hits) / float64(c.gold+c.system)
	}
	return []Figure{
		{Name: name + " strict.f1", Value: f1(c.strict)},
		{Name: name + " relaxed.f1", Value: f1(c.relaxed)},
		{Name: name + " type.f1", Value: f1(c.types)},
		{Name: name + " value.f1", Value: f1(c.values)},
		{Name: name + " value.accuracy", Value: share(c.values, c.relaxed)},
	}
}

func share(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// add matches the answers for one document with its gold, each at most once: the
// same extent first, then what overlaps most.
func (c *timexCount) add(r *runner, d *timeML, answers []timexAnswer) {
	type link struct{ g, s, size int }
	var links []link
	for g, x := range d.gold {
		for s, y := range answers {
			n := min(x.End, y.End) - max(x.Start, y.Start)
			if n <= 0 {
				continue
			}
			if x.Start == y.Start && x.End == y.End {
				n = len(d.text) + n
			}
			links = append(links, link{g, s, n})
		}
	}
	sort.SliceStable(links, func(i, j int) bool { return links[i].size > links[j].size })
	ofGold, ofSystem := map[int]int{}, map[int]int{}
	for _, l := range links {
		_, a := ofGold[l.g]
		_, b := ofSystem[l.s]
		if !a && !b {
			ofGold[l.g], ofSystem[l.s] = l.s, l.g
		}
	}
	for g, x := range d.gold {
		c.gold++
		s, ok := ofGold[g]
		if !ok {
			r.fault("missed", d.name, "%s %s", x.Value, d.around(x.Start, x.End))
			continue
		}
		c.judge(r, d, x, answers[s])
	}
	for s, y := range answers {
		if _, ok := ofSystem[s]; ok {
			c.system++
		} else if !d.ignores(y) {
			c.system++
			r.fault("spurious", d.name, "%s %s", y.Value, d.around(y.Start, y.End))
		}
	}
}

func (c *timexCount) judge(r *runner, d *timeML, x, y timexAnswer) {
	c.relaxed++
	if x.Start == y.Start && x.End == y.End {
		c.strict++
	} else {
		r.fault("wrong extent", d.name, "%q %s", y.Text, d.around(x.Start, x.End))
	}
	if x.Type == y.Type {
		c.types++
	} else {
		r.fault("wrong type", d.name, "gold %s, answer %s %s", x.Type, y.Type, d.around(x.Start, x.End))
	}
	if x.Value == y.Value {
		c.values++
	} else {
		r.fault("wrong value", d.name, "gold %s, answer %s %s", x.Value, y.Value, d.around(x.Start, x.End))
	}
}
