// Package pipeline alone knows the order of the stages.
//
// In come articles and the seeds, out comes a timeline. Analyse is a pure
// function of one article and Assemble one of all reports, which are what Assemble
// needs of an analysis, so that the first may run anywhere and in parallel.
package pipeline

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/actor"
	"github.com/datelinehq/dateline/timeline/anchor"
	"github.com/datelinehq/dateline/timeline/colloquial"
	"github.com/datelinehq/dateline/timeline/event"
	"github.com/datelinehq/dateline/timeline/lang"
	"github.com/datelinehq/dateline/timeline/langid"
	"github.com/datelinehq/dateline/timeline/place"
	"github.com/datelinehq/dateline/timeline/resolve"
	"github.com/datelinehq/dateline/timeline/syntax"
	"github.com/datelinehq/dateline/timeline/text"
	"github.com/datelinehq/dateline/timeline/timex"
)

// Options of a pipeline; the zero value reads all languages that there are packs of.
type Options struct {
	// Langs are the language codes to load; none loads every pack that there is.
	Langs []string
	// Colloquial takes what the grammar of a language leaves to the rules of
	// github.com/olebedev/when, where these know the language. In languages that
	// have no pack they are always asked.
	Colloquial bool
	// Actors are tables of names that go before those of the seeds.
	Actors []actor.Extra
}

// A Pipeline analyses articles. It never changes and may be used by many
// goroutines.
type Pipeline struct {
	langs   map[string]*language
	guesser langid.Guesser
	places  *place.Gazetteer
	// colloquial are proposals for what is left, by language.
	colloquial map[string]*colloquial.Rules
}

// language is everything that one language needs.
type language struct {
	pack      *lang.Pack
	grammar   *timex.Grammar
	cues      *resolve.Cues
	parser    *syntax.Parser
	events    *event.Detector
	relations *anchor.Relations
	// bare says that there is no pack, and only what needs no language is read.
	bare bool
}

// An Analysis is all that one article tells.
type Analysis struct {
	Document *text.Document
	Readings []resolve.Reading
	Dated    []anchor.Dated
	Findings []text.Finding
}

// New loads what is needed from the seeds.
func New(seeds fs.FS, opt Options) (*Pipeline, error) {
	codes := opt.Langs
	if len(codes) == 0 {
		dirs, err := fs.ReadDir(seeds, "lang")
		if err != nil {
			return nil, fmt.Errorf("read seeds: %w", err)
		}
		for _, d := range dirs {
			if d.IsDir() {
				codes = append(codes, d.Name())
			}
		}
	}
	if _, err := fs.Stat(seeds, "lang/"+undetermined); err == nil && !slices.Contains(codes, undetermined) {
		codes = append(slices.Clone(codes), undetermined)
	}
	p := &Pipeline{langs: map[string]*language{}, colloquial: map[string]*colloquial.Rules{}}
	var err error
	if p.places, err = place.Load(seeds); err != nil {
		return nil, err
	}
	common := map[string][]string{}
	for _, c := range codes {
		l, err := load(seeds, c, opt.Actors)
		if err != nil {
			return nil, fmt.Errorf("language %s: %w", c, err)
		}
		p.langs[c] = l
		common[c] = l.pack.Common
	}
	p.guesser = langid.New(common)
	for _, c := range colloquial.Languages() {
		if p.langs[c] != nil && !opt.Colloquial {
			continue
		}
		var err error
		if p.colloquial[c], err = colloquial.Load(seeds, c); err != nil {
			return nil, fmt.Errorf("language %s: %w", c, err)
		}
	}
	return p, nil
}

func load(seeds fs.FS, code string, extra []actor.Extra) (*language, error) {
	pack, err := fs.Sub(seeds, "lang/"+code)
	if err != nil {
		return nil, err
	}
	models, err := fs.Sub(seeds, "models")
	if err != nil {
		return nil, err
	}
	actors, err := fs.Sub(seeds, "actors")
	if err != nil {
		return nil, err
	}
	ontology, err := fs.Sub(seeds, "ontology")
	if err != nil {
		return nil, err
	}
	l := &language{}
	if l.pack, err = lang.Load(pack); err != nil {
		return nil, err
	}
	if len(l.pack.Rules) == 0 {
		return nil, fmt.Errorf("no rules in seeds/lang/%s", code)
	}
	if l.grammar, err = timex.Compile(l.pack); err != nil {
		return nil, err
	}
	if l.cues, err = resolve.CompileCues(l.pack); err != nil {
		return nil, err
	}
	if _, err := fs.Stat(models, code+".arcs.model"); errors.Is(err, fs.ErrNotExist) {
		return l, nil // expressions can be read, events cannot
	}
	if l.parser, err = syntax.Load(models, pack, code); err != nil {
		return nil, err
	}
	if l.events, err = event.Load(pack, actors, ontology, extra...); err != nil {
		return nil, err
	}
	l.relations, err = anchor.Load(pack)
	return l, err
}

// Tag finds and resolves the temporal expressions of an article, and no events.
func (p *Pipeline) Tag(a text.Article) *Analysis {
	an, _ := p.tag(a)
	return an
}

func (p *Pipeline) tag(a text.Article) (*Analysis, *language) {
	l, code, findings := p.language(a)
	a.Lang = code
	an := &Analysis{Document: text.Split(a, l.pack.Split), Findings: findings}
	an.Readings = p.read(an.Document, l)
	if a.Published.IsZero() {
		an.Findings = append(an.Findings, undated(a))
	}
	return an, l
}

// read finds and resolves expressions. What colloquial rules propose is taken where
// it can be resolved.
func (p *Pipeline) read(d *text.Document, l *language) []resolve.Reading {
	var es []timex.Expression
	if l.grammar != nil {
		es = l.grammar.Find(d)
	}
	if rules := p.colloquial[cmp.Or(d.Lang, fallback)]; rules != nil {
		es = append(es, rules.Propose(d, es)...)
		slices.SortFunc(es, func(a, b timex.Expression) int { return a.Start - b.Start })
	}
	return slices.DeleteFunc(l.cues.Resolve(d, es), func(r resolve.Reading) bool {
		return r.Rule == colloquial.Rule && r.Grade == timeline.Unresolved
	})
}

func undated(a text.Article) text.Finding {
	return text.Finding{
		Article: a.ID, Stage: "pipeline", Code: "no-document-date",
		Text: "no publication date is known, so that words as “Tuesday” and “last month” stay unresolved; give it with --date, as published: in the config, in front matter, or in a sidecar file",
	}
}

// Analyse finds the events of an article and dates them.
func (p *Pipeline) Analyse(a text.Article) *Analysis {
	an, l := p.tag(a)
	if l.parser == nil && !l.bare {
		an.Findings = append(an.Findings, text.Finding{
			Article: a.ID, Stage: "pipeline", Code: "no-events-language",
			Text: fmt.Sprintf("there is no parser for %q yet: its dates were read, its events were not", an.Document.Lang),
		})
	}
	if l.parser == nil {
		return an
	}
	sents := l.parse(an, l.events.Worth)
	l.events.Mend(an.Document.Text, sents, an.times())
	ms := l.events.Detect(an.Document, sents, an.times())
	an.Dated = l.relations.Link(an.Document, sents, ms, an.Readings)
	for i := range an.Dated {
		l.events.Recode(&an.Dated[i].Mention)
	}
	p.locate(an.Dated)
	return an
}

// locate puts the places of an article on the map, by its countries.
func (p *Pipeline) locate(ds []anchor.Dated) {
	near := map[string]bool{}
	for _, d := range ds {
		for _, a := range d.Actors {
			if s := a.Side(); len(s) == 3 {
				near[s] = true
			}
		}
		for _, pl := range d.Places {
			near[pl.Country] = true
		}
	}
	delete(near, "")
	for i := range ds {
		for k := range ds[i].Places {
			p.places.Locate(&ds[i].Places[k], near)
		}
	}
}

// Trees parses the title and the body of an analysed article once more, as Analyse
// saw them, and what it did not need to parse, too; nil where there is no parser of
// its language.
func (p *Pipeline) Trees(an *Analysis) []syntax.Sentence {
	l, _, _ := p.language(an.Document.Article)
	if l.parser == nil {
		return nil
	}
	sents := l.parse(an, nil)
	l.events.Mend(an.Document.Text, sents, an.times())
	return sents
}

// parse parses the sentences of title and body that have an expression or are worth it;
// all where worth is nil. What has neither a date nor a word that may tell of an event
// needs no tree.
func (l *language) parse(an *Analysis, worth func(string) bool) []syntax.Sentence {
	d := an.Document
	loose := map[int][]text.Span{}
	timed := make([]bool, len(d.Sentences))
	for _, r := range an.Readings {
		timed[r.Sentence] = true
		if r.Type == timex.Date || r.Type == timex.Time {
			loose[r.Sentence] = append(loose[r.Sentence], r.Span)
		}
	}
	sents := make([]syntax.Sentence, 0, len(d.Sentences))
	for i, s := range d.Sentences {
		if (s.Zone == text.Body || s.Zone == text.Title) && (worth == nil || timed[i] || worth(s.In(d.Text))) {
			sents = append(sents, l.parser.Parse(d, i, loose[i]))
		}
	}
	return sents
}

// times are the spans of the readings.
func (an *Analysis) times() []text.Span {
	ts := make([]text.Span, len(an.Readings))
	for i, r := range an.Readings {
		ts[i] = r.Span
	}
	return ts
}
