package html

import (
	"cmp"
	"encoding/json"
	"html/template"
	"slices"
	"strings"

	"github.com/datelinehq/dateline/render/words"
	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/text"
)

// page is what the template shows.
type page struct {
	Policy     string
	Style      template.CSS
	Library    template.JS
	Chart, App template.JS
	Option     template.JS
	Data       template.JS

	Title, AsOf, Generator string
	Period                 string
	Events, Undated        []row
	Statuses               []count
	Sources                []source
	Origins                int
	Findings               []text.Finding
}

// count is a filter and how many events it has.
type count struct {
	Name string
	N    int
}

// row is an event as the table tells it.
type row struct {
	ID, Title, When, EDTF, Precision string
	Status, StatusWords, Type        string
	Hedges                           string
	Who, Where                       string
	Attribution                      string
	Bounds                           string
	Lasting, Dated, Doubt            bool
	Grade                            string
	Cites                            []cite
	Why                              []why
	Conflicts                        []timeline.Conflict
	Origins                          int
	Search                           string
}

// cite is evidence: the paragraph with the sentence and the words in it marked.
type cite struct {
	Source    int
	Outlet    string
	Origin    string
	Paragraph int
	From, To  int
	URL       string
	Pieces    []piece
}

// piece is a stretch of a paragraph; Class is "", "sentence", "trigger" or "time".
type piece struct{ Class, Text string }

type why struct {
	Text, When, Rule, Meaning, Counted, Direction, Safe, Grade string
	Rejected                                                   []rejected
}

type rejected struct{ When, Reason string }

type source struct {
	timeline.Source
	Date string
}

func newPage(t *timeline.Timeline, opt Options) (*page, error) {
	var as [4]asset
	for i, name := range []string{"page.css", "vendor/echarts/echarts.min.js", "chart.js", "app.js"} {
		a, err := read(name)
		if err != nil {
			return nil, err
		}
		as[i] = a
	}
	option, err := chartOption(t)
	if err != nil {
		return nil, err
	}
	p := &page{
		Policy: policy(as[0], as[1], as[2], as[3]),
		Style:  template.CSS(as[0].body), Library: template.JS(as[1].body), Chart: template.JS(as[2].body), App: template.JS(as[3].body),
		Option: template.JS(option),
		Title:  cmp.Or(t.Title, "Timeline"), Generator: opt.Generator, Findings: t.Findings,
	}
	if !t.AsOf.IsZero() {
		p.AsOf = words.Date(t.AsOf)
	}
	if !t.Period.IsZero() {
		p.Period = words.Interval(t.Period)
	}
	for i := range t.Events {
		p.Events = append(p.Events, newRow(t, &t.Events[i]))
	}
	for i := range t.Undated {
		p.Undated = append(p.Undated, newRow(t, &t.Undated[i]))
	}
	p.Statuses = statuses(p.Events, p.Undated)
	origins := map[string]bool{}
	for _, s := range t.Sources {
		p.Sources = append(p.Sources, source{s, orNot(s.Published)})
		origins[cmp.Or(s.Origin, s.Outlet, s.ID)] = true
	}
	p.Origins = len(origins)
	data, err := pageData(t, p)
	p.Data = template.JS(data)
	return p, err
}

func orNot(d edtf.Date) string {
	if d.IsZero() {
		return "not known"
	}
	return words.Date(d)
}

func statuses(lists ...[]row) []count {
	n := map[string]int{}
	for _, l := range lists {
		for _, r := range l {
			n[r.Status]++
		}
	}
	var cs []count
	for _, s := range timeline.Statuses() {
		if n[string(s)] > 0 {
			cs = append(cs, count{string(s), n[string(s)]})
		}
	}
	return cs
}

// pageData is what the script needs beside the chart's option.
func pageData(t *timeline.Timeline, p *page) ([]byte, error) {
	type item struct {
		ID     string   `json:"id"`
		Title  string   `json:"title"`
		When   string   `json:"when"`
		Status string   `json:"status"`
		Type   string   `json:"type"`
		Who    []string `json:"who"`
		Where  []string `json:"where"`
		// Shape is "day", "span" (it fills the time) or "within" (somewhere in it).
		Shape string `json:"shape"`
		Doubt bool   `json:"doubt"`
	}
	type tick struct {
		At   int64  `json:"at"`
		Text string `json:"text"`
	}
	d := struct {
		Events    []item `json:"events"`
		AsOf      int64  `json:"asOf"`
		AsOfText  string `json:"asOfText"`
		Published []tick `json:"published"`
	}{Events: []item{}, Published: []tick{}, AsOfText: p.AsOf}
	for i := range t.Events {
		e := &t.Events[i]
		it := item{ID: e.ID, Title: e.Title, When: p.Events[i].When, Status: string(e.Status), Type: e.Type, Who: who(e), Where: []string{}, Shape: shape(e), Doubt: e.When.Doubt() != 0}
		for _, pl := range e.Places {
			it.Where = append(it.Where, pl.Name)
		}
		d.Events = append(d.Events, it)
	}
	if !t.AsOf.IsZero() {
		a, _ := extent(edtf.On(t.AsOf), t)
		d.AsOf = a
	}
	for _, s := range t.Sources {
		if !s.Published.IsZero() {
			a, _ := extent(edtf.On(s.Published), t)
			d.Published = append(d.Published, tick{a, words.Date(s.Published)})
		}
	}
	return json.Marshal(d)
}

// who are the names of an event's actors, the usual ones where they are known. Those
// who only stand beside it have no lane.
func who(e *timeline.Event) []string {
	names := []string{}
	for _, a := range e.Actors {
		if n := cmp.Or(a.Canonical, a.Name); !a.Supposed && !slices.Contains(names, n) && (a.Code != "" || a.Role == timeline.RoleSource) {
			names = append(names, n)
		}
	}
	return names
}

func shape(e *timeline.Event) string {
	first, next := e.When.DayBounds()
	switch {
	case next-first <= 1:
		return "day"
	case e.Lasting || e.When.End.IsOpen():
		return "span"
	}
	return "within"
}

// perhaps marks a place that the sentence itself does not name.
func perhaps(supposed bool) string {
	if supposed {
		return " (?)"
	}
	return ""
}

func newRow(t *timeline.Timeline, e *timeline.Event) row {
	r := row{
		ID: e.ID, Title: e.Title, Status: string(e.Status), StatusWords: e.StatusWords, Type: e.Type,
		Hedges: strings.Join(e.Hedges, ", "), Attribution: e.Attribution, Lasting: e.Lasting, Dated: e.Dated(),
		Grade: string(e.Grade), Bounds: words.Bounds(e.Bounds), Conflicts: e.Conflicts, Origins: e.Origins,
		When: "no date", Precision: "none", Doubt: e.When.Doubt() != 0,
	}
	if e.Dated() {
		r.When, r.EDTF, r.Precision = words.Interval(e.When), e.When.String(), words.Precision(e.When)
	}
	var names, places []string
	for _, a := range e.Actors {
		if !a.Supposed && !slices.Contains(names, a.Name) {
			names = append(names, a.Name)
		}
	}
	for _, p := range e.Places {
		places = append(places, p.Name+perhaps(p.Supposed))
	}
	r.Who, r.Where = strings.Join(names, "; "), strings.Join(places, "; ")
	for _, c := range e.Cites {
		r.Cites = append(r.Cites, newCite(t, c))
	}
	for _, w := range e.Why {
		r.Why = append(r.Why, newWhy(w))
	}
	r.Search = strings.ToLower(strings.Join([]string{r.Title, r.Who, r.Where, r.When, r.EDTF, e.Cites[0].Quote, r.Type, r.Status}, " "))
	return r
}

func newCite(t *timeline.Timeline, c timeline.Cite) cite {
	s := t.Sources[c.Source-1]
	k := cite{Source: c.Source, Outlet: cmp.Or(s.Outlet, s.Title, s.ID), Origin: s.Origin, Paragraph: c.Paragraph, From: c.Span.Start, To: c.Span.End}
	if strings.HasPrefix(s.URL, "https://") || strings.HasPrefix(s.URL, "http://") {
		k.URL = s.URL
	}
	k.Pieces = pieces(c)
	return k
}

// pieces cuts a paragraph at the marks in it. Without a paragraph it is the
// sentence alone.
func pieces(c timeline.Cite) []piece {
	body, at := c.Context, c.ContextSpan
	if body == "" || at.Len() != len(body) || !at.Covers(c.Span) {
		body, at = c.Quote, c.Span
	}
	class := make([]string, len(body))
	mark := func(s text.Span, name string) {
		for i := max(s.Start, at.Start); i < min(s.End, at.End); i++ {
			class[i-at.Start] = name
		}
	}
	mark(c.Span, "sentence")
	mark(c.Trigger, "trigger")
	for _, s := range c.Times {
		mark(s, "time")
	}
	var ps []piece
	for i := 0; i < len(body); {
		j := i
		for j < len(body) && class[j] == class[i] {
			j++
		}
		ps = append(ps, piece{class[i], body[i:j]})
		i = j
	}
	return ps
}

func newWhy(w timeline.Why) why {
	y := why{Text: w.Text, When: words.Interval(w.When), Rule: w.Rule, Meaning: w.Meaning, Grade: string(w.Grade)}
	if w.When.IsZero() {
		y.When = "not resolved"
	}
	switch {
	case w.AnchorFrom == "publication date":
		y.Counted = "counted from the publication date, " + words.Interval(w.Anchor)
	case w.AnchorFrom != "":
		y.Counted = "counted from a date before it in the text, " + words.Interval(w.Anchor)
	}
	if w.Direction != "" {
		y.Direction = w.Direction
		if w.DirectionWords != "" {
			y.Direction += ", because of “" + w.DirectionWords + "”"
		}
	}
	if !w.Safe.IsZero() {
		y.Safe = words.Interval(w.Safe)
	}
	for _, r := range w.Rejected {
		y.Rejected = append(y.Rejected, rejected{words.Interval(r.When), r.Reason})
	}
	return y
}
