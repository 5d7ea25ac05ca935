package readback

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/datelinehq/dateline/render/feed"
	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/text"
)

// isHead reports whether row names the columns of a table of events.
func isHead(row []string) bool { return slices.Contains(row, "title") && slices.Contains(row, "when") }

// A record is a row by the names of its columns, with the first fault in it.
type record struct {
	column map[string]int
	cells  []string
	err    error
}

func (r *record) str(name string) string {
	i, ok := r.column[name]
	if !ok {
		return ""
	}
	return clean(feed.Unguard(r.cells[i]))
}

func (r *record) fault(name string, err error) {
	if err != nil && r.err == nil {
		r.err = fmt.Errorf("%s: %w", name, err)
	}
}

func (r *record) int(name string) int {
	s := r.str(name)
	if s == "" {
		return 0
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		r.fault(name, fmt.Errorf("%q is no number", s))
	}
	return n
}

func (r *record) float(name string) float64 {
	s := r.str(name)
	if s == "" {
		return 0
	}
	x, err := strconv.ParseFloat(s, 64)
	if err != nil {
		r.fault(name, fmt.Errorf("%q is no number", s))
	}
	return x
}

func (r *record) date(name string) edtf.Date {
	d, err := edtf.ParseDate(r.str(name))
	r.fault(name, err)
	return d
}

func (r *record) when(name string) edtf.Interval {
	v, err := edtf.Parse(r.str(name))
	r.fault(name, err)
	return v
}

// readTable reads the table that package feed writes, or any with the columns title
// and when, in EDTF. Rows of one id are the cites of one event.
func readTable(file string, b []byte) (*timeline.Timeline, error) {
	rows, err := scan(string(b))
	switch {
	case err != nil:
		return nil, err
	case len(rows) == 0 || !isHead(rows[0]):
		return nil, errors.New("the first row does not name the columns title and when")
	}
	column := map[string]int{}
	for i, name := range rows[0] {
		column[name] = i
	}
	out, s := newBuilder(file), sources{}
	c := citing{sources: &s, byID: map[string]*timeline.Event{}}
	for i, cells := range rows[1:] {
		r := &record{column: column, cells: cells}
		if err := out.row(r, i+2, &c); err != nil {
			return nil, fmt.Errorf("row %d: %w", i+2, err)
		}
	}
	before := len(out.all)
	for _, e := range c.events {
		out.add(*e)
	}
	out.Sources = s.number(out.all[before:])
	for i, e := range out.all[before:] {
		if err := alone(out.Sources, e); err != nil {
			return nil, fmt.Errorf("row %d: %w", c.rows[i], err)
		}
	}
	return out.done()
}

// citing are the events that have evidence, and the row that each began in.
type citing struct {
	*sources
	events []*timeline.Event
	rows   []int
	byID   map[string]*timeline.Event
}

// row takes one row: a further cite of an event, or an event with its first.
func (b *builder) row(r *record, n int, known *citing) error {
	src, c := r.source(), r.cite()
	id := r.str("id")
	if e := known.byID[id]; e != nil && id != "" && c.Quote != "" {
		one := timeline.Event{ID: id, Cites: []timeline.Cite{c}}
		if err := known.take([]timeline.Source{src}, &one); err != nil {
			return err
		}
		e.Cites = append(e.Cites, one.Cites...)
		return r.err
	}
	e := r.event()
	if r.err != nil {
		return r.err
	}
	if c.Quote == "" {
		if e.Title == "" {
			return errors.New("it has neither title nor quote")
		}
		b.cite(e, e.Title)
		return nil
	}
	e.Cites = []timeline.Cite{c}
	if err := known.take([]timeline.Source{src}, &e); err != nil {
		return err
	}
	known.events, known.rows = append(known.events, &e), append(known.rows, n)
	if id != "" {
		known.byID[id] = &e
	}
	return nil
}

func (r *record) source() timeline.Source {
	return timeline.Source{
		Number: r.int("source"), ID: r.str("source_id"), File: r.str("file"), URL: r.str("url"), Title: r.str("source_title"), Outlet: r.str("outlet"),
		Origin: r.str("origin"), Voice: r.str("voice"), CopyOf: r.int("copy_of"), Credit: r.str("credit"), Lang: r.str("lang"), Place: r.str("place"),
		Published: r.date("published"), PublishedFrom: text.DateFrom(r.str("published_from")), Bytes: r.int("source_bytes"), SHA256: r.str("source_sha256"),
	}
}

func (r *record) cite() timeline.Cite {
	c := timeline.Cite{
		Source: r.int("source"), Quote: r.str("quote"), Span: text.Span{Start: r.int("start"), End: r.int("end")}, Paragraph: r.int("paragraph"),
		Trigger: text.Span{Start: r.int("trigger_start"), End: r.int("trigger_end")}, When: r.when("cite_when"),
	}
	c.ContextSpan = c.Span
	for _, t := range list(r.str("times")) {
		var s text.Span
		if _, err := fmt.Sscanf(t, "%d-%d", &s.Start, &s.End); err != nil {
			r.fault("times", fmt.Errorf("%q is no span", t))
		}
		c.Times = append(c.Times, s)
	}
	return c
}

func (r *record) event() timeline.Event {
	e := timeline.Event{
		ID: r.str("id"), Title: r.str("title"), When: r.when("when"), Lasting: r.str("lasting") == "yes", Grade: timeline.Grade(r.str("grade")),
		Status: timeline.Status(r.str("status")), StatusWords: r.str("status_words"), Hedges: list(r.str("hedges")), Type: r.str("type"), Lemma: r.str("lemma"),
		Mutual: r.str("mutual") == "yes", Actors: actors(r.str("actors")), Places: places(r.str("places")), Attribution: r.str("attribution"),
		Origins: r.int("origins"), Salience: r.float("salience"),
	}
	if e.Grade == "" {
		e.Grade = grade(e.When)
	}
	if e.Status == "" {
		e.Status = timeline.Occurred
	}
	if e.Type == "" {
		e.Type = "OTHER"
	}
	c := timeline.Coding{PLOVER: r.str("plover"), Mode: r.str("mode"), CAMEO: r.str("cameo"), Intensity: r.float("intensity")}
	if c != (timeline.Coding{}) {
		e.Coding = &c
	}
	bounds := timeline.Bounds{NotBefore: r.date("not_before"), NotAfter: r.date("not_after"), Words: r.str("bounds_words")}
	if bounds != (timeline.Bounds{}) {
		e.Bounds = &bounds
	}
	return e
}

// list takes apart what feed.List joined.
func list(s string) []string {
	var out []string
	for _, x := range split(s, "; ") {
		out = append(out, bare(x))
	}
	return out
}

// split splits at sep where no backslash is before it.
func split(s, sep string) []string {
	if s == "" {
		return nil
	}
	var out []string
	at := 0
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' {
			i++
		} else if strings.HasPrefix(s[i:], sep) {
			out = append(out, s[at:i])
			at = i + len(sep)
			i = at - 1
		}
	}
	return append(out, s[at:])
}

// bare is s without its backslashes.
func bare(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// actors reads "source: the North [PRK] = North Korea; target: UN? [IGOUNO]".
func actors(s string) []timeline.Actor {
	var out []timeline.Actor
	for _, x := range split(s, "; ") {
		role, rest, ok := strings.Cut(x, ": ")
		a := timeline.Actor{Role: timeline.Role(role)}
		if !ok || a.Role != timeline.RoleSource && a.Role != timeline.RoleTarget {
			if a.Role = timeline.RoleOther; !ok {
				rest = x
			}
		}
		if parts := split(rest, " = "); len(parts) > 1 {
			rest, a.Canonical = parts[0], bare(strings.Join(parts[1:], " = "))
		}
		a.Name, a.Code, a.Supposed = coded(rest)
		out = append(out, a)
	}
	return out
}

func places(s string) []timeline.Place {
	var out []timeline.Place
	for _, x := range split(s, "; ") {
		var p timeline.Place
		p.Name, p.Country, p.Supposed = coded(x)
		out = append(out, p)
	}
	return out
}

// coded takes apart "name? [CODE]".
func coded(s string) (name, code string, supposed bool) {
	if i := split(s, " ["); len(i) == 2 && strings.HasSuffix(s, "]") && !strings.HasSuffix(s, `\]`) {
		s, code = i[0], strings.TrimSuffix(i[1], "]")
	}
	if !strings.HasSuffix(s, `\?`) {
		s, supposed = strings.CutSuffix(s, "?")
	}
	return bare(s), code, supposed
}
