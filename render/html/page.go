package html

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"github.com/datelinehq/dateline/render/words"
	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edition"
	"github.com/datelinehq/dateline/timeline/text"
)

// page is what the template shows.
type page struct {
	Policy               string
	Style, Theme         template.CSS
	Library, App         template.JS
	Options, Head        template.JS
	World                template.JS
	Blocks, Chunks       []template.JS
	Words                tongue
	Language             string
	Title, House, Title2 string
	Logo                 template.URL
	AsOf, Period         string
	Generator            string
	Dated, Undated       int
	Disputed, Origins    int
	Events, Tray         []row
	Sources              []source
	Findings             []text.Finding
	Brief                bool
}

// row is an event of the document without scripts.
type row struct {
	ID, Title, When, EDTF, Precision string
	Status, StatusWords, Type        string
	Who, Where, Attribution, Bounds  string
	Lasting, Dated                   bool
	Cites                            []line
	Why                              []why
	Conflicts                        []conflict
}

// line is a cite of the document without scripts.
type line struct {
	Source, Paragraph, From, To int
	Outlet, Quote               string
}

type source struct {
	timeline.Source
	Date, Link string
}

// briefFrom is the number of events from which the document without scripts leaves
// out how each date was found.
const briefFrom = 2000

func newPage(t *timeline.Timeline, opt Options) (*page, error) {
	say, err := newTongue(opt.Language)
	if err != nil {
		return nil, err
	}
	p := &page{
		Words: say, Language: opt.Language, Title: cmp.Or(t.Title, say.Say("title.none")), Generator: opt.Generator,
		House: opt.Theme.Name, Findings: t.Findings, Dated: len(t.Events), Undated: len(t.Undated),
		Brief: len(t.Events)+len(t.Undated) > briefFrom,
	}
	if err := p.assets(opt.Theme); err != nil {
		return nil, err
	}
	if !t.AsOf.IsZero() {
		p.AsOf = say.date(t.AsOf)
	}
	if !t.Period.IsZero() {
		p.Period = say.interval(t.Period)
	}
	p.sources(t, say)
	p.rows(t, say)
	return p, p.data(t, opt, say)
}

// assets are style and scripts, and the policy that lets them run.
func (p *page) assets(theme Theme) error {
	style, err := readStyle()
	if err != nil {
		return err
	}
	own, err := theme.style()
	if err != nil {
		return err
	}
	logo, err := theme.logo()
	if err != nil {
		return err
	}
	lib, err := read("vendor/echarts/echarts.min.js")
	if err != nil {
		return err
	}
	app, err := read("built/app.js")
	if err != nil {
		return err
	}
	css := newAsset(append(style, own...))
	p.Style, p.Logo = template.CSS(css.body), template.URL(logo)
	p.Library, p.App = template.JS(lib.body), template.JS(app.body)
	p.Policy = policy(css, lib, app)
	return nil
}

// data are the columns, the evidence and the options of the charts.
func (p *page) data(t *timeline.Timeline, opt Options, say tongue) (err error) {
	c := newColumns(t, opt, say)
	if p.Head, err = script(c.head); err != nil {
		return err
	}
	for _, b := range c.blocks {
		js, err := script(b)
		if err != nil {
			return err
		}
		p.Blocks = append(p.Blocks, js)
	}
	if p.Chunks, err = evidenceOf(t, changeWords(opt.Changes), say); err != nil {
		return err
	}
	if c.located() {
		world, err := assets.ReadFile("vendor/world/countries-110m.json")
		if err != nil {
			return err
		}
		p.World = template.JS(world)
	}
	options, err := chartOptions(c.located())
	if err != nil {
		return err
	}
	p.Options, err = script(options)
	return err
}

// located reports whether a place has coordinates.
func (c *columns) located() bool {
	return slices.ContainsFunc(c.head.Places, func(p placeRow) bool { return p.At != nil })
}

// changeWords are the changes of each event in words.
func changeWords(ch *edition.Changes) map[string][]string {
	said := map[string][]string{}
	if ch != nil {
		for _, x := range ch.List {
			if x.Event != "" {
				said[x.Event] = append(said[x.Event], words.ChangeKind(x.Kind)+": "+words.Change(x))
			}
		}
	}
	return said
}

func (p *page) sources(t *timeline.Timeline, say tongue) {
	origins := map[string]bool{}
	for _, s := range t.Sources {
		date := say.Say("source.nodate")
		if !s.Published.IsZero() {
			date = say.date(s.Published)
		}
		p.Sources = append(p.Sources, source{s, date, webAddress(s.URL)})
		origins[s.Speaker()] = true
	}
	p.Origins = len(origins)
}

func (p *page) rows(t *timeline.Timeline, say tongue) {
	for i := range t.Events {
		p.Events = append(p.Events, newRow(t, &t.Events[i], p.Brief, say))
		if len(t.Events[i].Conflicts) > 0 {
			p.Disputed++
		}
	}
	for i := range t.Undated {
		p.Tray = append(p.Tray, newRow(t, &t.Undated[i], p.Brief, say))
	}
}

func newRow(t *timeline.Timeline, e *timeline.Event, brief bool, say tongue) row {
	r := row{
		ID: e.ID, Title: e.Title, Status: say.Say("status." + string(e.Status)), StatusWords: e.StatusWords, Type: e.Type,
		Attribution: e.Attribution, Lasting: e.Lasting, Dated: e.Dated(), Bounds: say.bounds(e.Bounds), When: say.Say("date.none"),
	}
	if e.Dated() {
		r.When, r.EDTF, r.Precision = say.interval(e.When), e.When.String(), say.precision(e.When)
	}
	var who, where []string
	for _, a := range e.Actors {
		if !a.Supposed && !slices.Contains(who, a.Name) {
			who = append(who, a.Name)
		}
	}
	for _, p := range e.Places {
		name := p.Name
		if p.Supposed {
			name += " (?)"
		}
		where = append(where, name)
	}
	r.Who, r.Where = strings.Join(who, "; "), strings.Join(where, "; ")
	for _, c := range e.Cites {
		r.Cites = append(r.Cites, line{c.Source, c.Paragraph, c.Span.Start, c.Span.End, outletOf(t.Sources[c.Source-1]), c.Quote})
	}
	if brief {
		return r
	}
	for _, w := range e.Why {
		r.Why = append(r.Why, newWhy(w, say))
	}
	r.Conflicts = append(r.Conflicts, newEvidence(e, func(string) int { return 0 }, say).Conflicts...)
	return r
}
