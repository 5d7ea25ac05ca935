package html

import (
	"cmp"
	"html/template"
	"strings"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/text"
)

// chunkSize is the number of events whose evidence stands in one script element. The
// page reads an element when a card of it opens, or a search comes to its quotes.
const chunkSize = 200

// chunk is the evidence of a run of events. Paragraphs stand in it once.
type chunk struct {
	Paragraphs []string   `json:"p"`
	Events     []evidence `json:"e"`
}

// evidence is what a card shows beyond the columns.
type evidence struct {
	Cites       []cite     `json:"c"`
	Why         []why      `json:"y,omitempty"`
	Conflicts   []conflict `json:"x,omitempty"`
	StatusWords string     `json:"sw,omitempty"`
	Hedges      []string   `json:"h,omitempty"`
	Attribution string     `json:"by,omitempty"`
	Actors      []person   `json:"a,omitempty"`
	Places      []place    `json:"w,omitempty"`
	Coding      string     `json:"k,omitempty"`
	Relations   []relation `json:"r,omitempty"`
	Changes     []string   `json:"d,omitempty"`
	Corrections []string   `json:"ed,omitempty"`
	Note        string     `json:"note,omitempty"`
}

// cite is a sentence in its paragraph. Places in the paragraph count UTF-16 units,
// which is how script counts.
type cite struct {
	Source    int      `json:"s"`
	Paragraph int      `json:"n"`
	Bytes     [2]int   `json:"b"`
	In        int      `json:"p"`
	Sentence  [2]int   `json:"q"`
	Trigger   [2]int   `json:"t"`
	Times     [][2]int `json:"m,omitempty"`
	When      string   `json:"w,omitempty"`
}

type why struct {
	Source    int         `json:"s"`
	Text      string      `json:"t"`
	When      string      `json:"w"`
	EDTF      string      `json:"e,omitempty"`
	Rule      string      `json:"r"`
	Meaning   string      `json:"m"`
	Anchor    string      `json:"a,omitempty"`
	From      string      `json:"f,omitempty"`
	Direction string      `json:"d,omitempty"`
	Because   string      `json:"dw,omitempty"`
	Grade     string      `json:"g"`
	Safe      string      `json:"sf,omitempty"`
	Rejected  [][2]string `json:"x,omitempty"`
}

type person struct {
	Name      string `json:"n"`
	Canonical string `json:"c,omitempty"`
	Code      string `json:"k,omitempty"`
	Role      string `json:"r"`
	Supposed  bool   `json:"s,omitempty"`
}

type place struct {
	Name     string `json:"n"`
	Country  string `json:"k,omitempty"`
	Supposed bool   `json:"s,omitempty"`
	// By is why this point of the map was chosen.
	By string `json:"b,omitempty"`
}

type relation struct {
	Kind  string `json:"k"`
	Event string `json:"e"`
	Words string `json:"w,omitempty"`
}

type conflict struct {
	Field  string          `json:"f"`
	Values []conflictValue `json:"v"`
}

type conflictValue struct {
	Value   string `json:"v"`
	Sources []int  `json:"s"`
}

// evidenceOf writes the evidence of all events in chunks.
func evidenceOf(t *timeline.Timeline, changes map[string][]string, say tongue) ([]template.JS, error) {
	var out []template.JS
	var c chunk
	at := map[string]int{}
	flush := func() error {
		if len(c.Events) == 0 {
			return nil
		}
		js, err := script(c)
		out, c = append(out, js), chunk{}
		clear(at)
		return err
	}
	paragraph := func(s string) int {
		n, ok := at[s]
		if !ok {
			n = len(c.Paragraphs)
			at[s] = n
			c.Paragraphs = append(c.Paragraphs, s)
		}
		return n
	}
	for _, list := range [][]timeline.Event{t.Events, t.Undated} {
		for i := range list {
			v := newEvidence(&list[i], paragraph, say)
			v.Changes = changes[list[i].ID]
			c.Events = append(c.Events, v)
			if len(c.Events) == chunkSize {
				if err := flush(); err != nil {
					return nil, err
				}
			}
		}
	}
	return out, flush()
}

func newEvidence(e *timeline.Event, paragraph func(string) int, say tongue) evidence {
	v := evidence{StatusWords: e.StatusWords, Hedges: e.Hedges, Attribution: e.Attribution, Note: e.Note}
	for _, c := range e.Corrections {
		v.Corrections = append(v.Corrections, say.correction(c))
	}
	for _, c := range e.Cites {
		v.Cites = append(v.Cites, newCite(e, c, paragraph, say))
	}
	for _, w := range e.Why {
		v.Why = append(v.Why, newWhy(w, say))
	}
	for _, c := range e.Conflicts {
		x := conflict{Field: c.Field}
		for _, val := range c.Values {
			x.Values = append(x.Values, conflictValue{val.Value, val.Sources})
		}
		v.Conflicts = append(v.Conflicts, x)
	}
	for _, a := range e.Actors {
		v.Actors = append(v.Actors, person{a.Name, a.Canonical, a.Code, string(a.Role), a.Supposed})
	}
	for _, p := range e.Places {
		by := ""
		if p.Point != nil {
			by = string(p.Point.By)
		}
		v.Places = append(v.Places, place{p.Name, p.Country, p.Supposed, by})
	}
	for _, r := range e.Relations {
		v.Relations = append(v.Relations, relation{r.Kind, r.Event, r.Words})
	}
	if k := e.Coding; k != nil {
		v.Coding = strings.Trim(strings.Join([]string{k.PLOVER, k.Mode, k.CAMEO}, " "), " ")
	}
	return v
}

func newCite(e *timeline.Event, c timeline.Cite, paragraph func(string) int, say tongue) cite {
	body, at := surroundings(c)
	count := utf16Counter(body)
	span := func(s text.Span) [2]int {
		return [2]int{count(max(s.Start, at.Start) - at.Start), count(min(s.End, at.End) - at.Start)}
	}
	k := cite{
		Source: c.Source - 1, Paragraph: c.Paragraph, Bytes: [2]int{c.Span.Start, c.Span.End},
		In: paragraph(body), Sentence: span(c.Span), Trigger: span(c.Trigger),
	}
	for _, s := range c.Times {
		if s.Start < at.End && s.End > at.Start {
			k.Times = append(k.Times, span(s))
		}
	}
	if !c.When.IsZero() && c.When != e.When {
		k.When = say.interval(c.When)
	}
	return k
}

// surroundings are the paragraph of a cite, or its sentence alone.
func surroundings(c timeline.Cite) (string, text.Span) {
	if c.Context == "" || c.ContextSpan.Len() != len(c.Context) || !c.ContextSpan.Covers(c.Span) {
		return c.Quote, c.Span
	}
	return c.Context, c.ContextSpan
}

// utf16Counter counts the UTF-16 units of the first n bytes of s. What is no UTF-8
// becomes one unit a byte, as json.Marshal writes it.
func utf16Counter(s string) func(n int) int {
	return func(n int) int {
		units := 0
		for i, r := range s[:max(0, min(n, len(s)))] {
			_ = i
			units++
			if r > 0xffff {
				units++
			}
		}
		return units
	}
}

func newWhy(w timeline.Why, say tongue) why {
	y := why{
		Source: w.Source - 1, Text: w.Text, When: say.Say("why.unresolved"), Rule: w.Rule, Meaning: w.Meaning, From: w.AnchorFrom,
		Direction: w.Direction, Because: w.DirectionWords, Grade: string(w.Grade),
	}
	if !w.When.IsZero() {
		y.When, y.EDTF = say.interval(w.When), w.When.String()
	}
	if !w.Anchor.IsZero() {
		y.Anchor = say.interval(w.Anchor)
	}
	if !w.Safe.IsZero() {
		y.Safe = say.interval(w.Safe)
	}
	for _, r := range w.Rejected {
		y.Rejected = append(y.Rejected, [2]string{say.interval(r.When), r.Reason})
	}
	return y
}

// webAddress lets only addresses of the web through.
func webAddress(s string) string {
	if strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://") {
		return s
	}
	return ""
}

// outletOf is the best name of who printed a source.
func outletOf(s timeline.Source) string { return cmp.Or(s.Outlet, s.Title, s.ID) }
