// Package colloquial proposes readings of words that no grammar of ours has read,
// by the rules of github.com/olebedev/when.
//
// In comes a document with what was found in it, out come further expressions
// with meanings of timex, which resolve places and may refuse. The library's own
// answers are moments, exact to the nanosecond, and lie in the future, as
// reminders do. So its rules are asked one by one what they set, and of that a
// meaning is made which is no more exact than the words; what it invents ("a few"
// is three) is left out. The package refuses to know clocks, and to give dates.
package colloquial

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/olebedev/when/rules"

	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/lang"
	"github.com/datelinehq/dateline/timeline/text"
	"github.com/datelinehq/dateline/timeline/timex"
)

// Rule is the name of the rule of every proposal.
const Rule = "when"

// Rules are those of one language. They never change.
type Rules struct {
	rules   []reader
	numbers map[string]int
	// units, now, digits and tens are what the library does not say of its words.
	units  map[string]edtf.Unit
	now    map[string]bool
	digits map[string]int
	tens   map[string]bool
}

// reader is a rule of the library and how its answer is understood.
type reader struct {
	*rules.F
	read readFunc
	// anywhere says that the rule wants the edge of a word, in a language that has
	// none, and must be tried at every character.
	anywhere bool
}

// readFunc makes a meaning of a match; nil refuses it. It may shorten the match.
type readFunc func(r *Rules, m *match) timex.Expr

// match is what a rule has caught, in bytes of the sentence.
type match struct {
	start, end int
	// captures are the groups, in small letters, and spans where they stand.
	captures []string
	spans    [][2]int
	// set is what the rule made of it on the day base.
	set  rules.Context
	base time.Time
}

// Languages are the codes of the languages that the library has rules for.
func Languages() []string { return slices.Sorted(maps.Keys(stock)) }

// Load reads the rules of a language; nil when the library has none.
func Load(seeds fs.FS, code string) (*Rules, error) {
	l, ok := stock[code]
	if !ok {
		return nil, nil
	}
	r := &Rules{numbers: l.numbers, units: map[string]edtf.Unit{}, now: map[string]bool{}, digits: map[string]int{}, tens: map[string]bool{}}
	for _, s := range l.rules {
		f, ok := s.rule(rules.Override).(*rules.F)
		if !ok {
			return nil, fmt.Errorf("a rule for %s is no expression", code)
		}
		if s.anywhere {
			f.RegExp.Longest() // it lists short numbers before long ones, and relies on the edge
		}
		r.rules = append(r.rules, reader{f, s.read, s.anywhere})
	}
	ts, err := lang.ReadTerms(seeds, "colloquial/"+code+".txt")
	if errors.Is(err, fs.ErrNotExist) {
		return r, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read colloquial words: %w", err)
	}
	return r, r.take(ts)
}

// take takes the classes unit, now, digit and ten of a language.
func (r *Rules) take(ts []lang.Term) error {
	for _, t := range ts {
		for _, s := range t.Surfaces {
			switch t.Class {
			case "unit":
				u, ok := edtf.ParseUnit(t.Value)
				if !ok {
					return t.Errorf("%q is no unit", t.Value)
				}
				r.units[s] = u
			case "now":
				r.now[s] = true
			case "ten":
				r.tens[s] = true
			case "digit":
				n, err := strconv.Atoi(t.Value)
				if err != nil || n < 0 || n > 9 {
					return t.Errorf("%q is no digit", t.Value)
				}
				r.digits[s] = n
			default:
				return t.Errorf("no class %q of colloquial words", t.Class)
			}
		}
	}
	r.rules = append(r.rules, r.years()...)
	return nil
}

// years is our own rule for years, in languages that write a unit behind them: the
// library has none.
func (r *Rules) years() []reader {
	digit, unit := "[0-9", ""
	for d := range r.digits {
		digit += regexp.QuoteMeta(d)
	}
	for w, u := range r.units {
		if u == edtf.Year {
			unit = regexp.QuoteMeta(w)
		}
	}
	if unit == "" {
		return nil
	}
	f := &rules.F{
		RegExp:  regexp.MustCompile("(" + digit + "]{4})(" + unit + ")"),
		Applier: func(*rules.Match, *rules.Context, *rules.Options, time.Time) (bool, error) { return true, nil },
	}
	return []reader{{F: f, read: year}}
}

// Propose gives the expressions of d that stand apart from those found, in order.
// Words that count from the publication date need it.
func (r *Rules) Propose(d *text.Document, found []timex.Expression) []timex.Expression {
	var all []timex.Expression
	for i, s := range d.Sentences {
		for _, e := range r.sentence(s.In(d.Text), d.Published) {
			e.Start, e.End, e.Sentence = e.Start+s.Start, e.End+s.Start, i
			all = append(all, e)
		}
	}
	return slices.DeleteFunc(all, func(e timex.Expression) bool {
		if d.Published.Unit < edtf.Day && counts(e.Mean) {
			return true
		}
		at, _ := slices.BinarySearchFunc(found, e.Start, func(f timex.Expression, start int) int { return f.End - start - 1 })
		return at < len(found) && found[at].Overlaps(e.Span)
	})
}

// sentence gives the expressions of one sentence, from left to right; of those that
// begin together the longest.
func (r *Rules) sentence(s string, published edtf.Date) []timex.Expression {
	s, place := narrow(s)
	base := noon(published)
	var es []timex.Expression
	for _, q := range r.rules {
		for _, at := range q.matches(s) {
			if e, ok := r.expression(q, s, at, base); ok {
				es = append(es, e)
			}
		}
	}
	slices.SortStableFunc(es, func(a, b timex.Expression) int { return cmp.Or(a.Start-b.Start, b.Len()-a.Len()) })
	kept, end := es[:0], 0
	for _, e := range es {
		if e.Start >= end {
			kept, end = append(kept, e), e.End
		}
	}
	kept = join(kept, s)
	for i := range kept {
		kept[i].Start, kept[i].End = place(kept[i].Start), place(kept[i].End)
	}
	return kept
}

// maxWindow is how many bytes of a text without edges of words are looked at.
const maxWindow = 48

// matches are the places where the rule fits, as those of a regular expression.
func (q reader) matches(s string) (all [][]int) {
	if !q.anywhere {
		return q.RegExp.FindAllStringSubmatchIndex(s, -1)
	}
	end := 0
	for i := range s {
		if i < end {
			continue
		}
		at := q.RegExp.FindStringSubmatchIndex(s[i:min(i+maxWindow, len(s))])
		if at == nil || at[0] != 0 || at[1] == 0 {
			continue
		}
		for k := range at {
			if at[k] >= 0 {
				at[k] += i
			}
		}
		all, end = append(all, at), at[1]
	}
	return all
}

// expression makes one of a match of q at the given groups.
func (r *Rules) expression(q reader, s string, at []int, base time.Time) (timex.Expression, bool) {
	m := match{start: -1, base: base}
	var texts []string
	for k := 2; k < len(at); k += 2 {
		c := ""
		if at[k] >= 0 {
			c = s[at[k]:at[k+1]]
			if m.start < 0 {
				m.start = at[k]
			}
			m.end = max(m.end, at[k+1])
		}
		texts = append(texts, c)
		m.captures = append(m.captures, strings.ToLower(strings.TrimSpace(c)))
		m.spans = append(m.spans, [2]int{at[k], at[k+1]})
	}
	if m.start < 0 || m.end <= m.start { // an expression that fits nothing at all
		return timex.Expression{}, false
	}
	if !m.apply(q, s, texts) && !(m.dropYear(texts) && m.apply(q, s, texts)) {
		return timex.Expression{}, false
	}
	mean := q.read(r, &m)
	for m.end > m.start && s[m.end-1] == ' ' {
		m.end--
	}
	if mean == nil || m.end <= m.start || !r.whole(s, m.start, m.end) {
		return timex.Expression{}, false
	}
	return timex.Expression{Span: text.Span{Start: m.start, End: m.end}, Type: mean.Type(), Mean: mean, Rule: Rule}, true
}

// apply lets the rule say what it makes of m.
func (m *match) apply(q reader, s string, captures []string) bool {
	m.set = rules.Context{}
	ok, err := q.Applier(&rules.Match{Left: m.start, Right: m.end, Text: s[m.start:m.end], Captures: captures}, &m.set, &rules.Options{}, m.base)
	return err == nil && ok
}

// dropYear takes a year off the end of m, which rules for day and month take for a
// day and then refuse.
func (m *match) dropYear(captures []string) bool {
	last := len(captures) - 1
	if last < 1 || len(captures[last]) != 4 || strings.Trim(captures[last], "0123456789") != "" {
		return false
	}
	from := m.spans[last][0]
	m.end = m.start
	for k, at := range m.spans {
		switch {
		case at[0] >= from:
			captures[k], m.captures[k] = "", ""
		case at[0] >= 0:
			m.end = max(m.end, at[1])
		}
	}
	return m.end > m.start
}

// whole reports whether no word or number is cut at the ends of s[a:b]. Scripts
// without blanks have no words to cut.
func (r *Rules) whole(s string, a, b int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:a])
	first, _ := utf8.DecodeRuneInString(s[a:])
	last, _ := utf8.DecodeLastRuneInString(s[:b])
	after, _ := utf8.DecodeRuneInString(s[b:])
	if _, digit := r.digits[string(before)]; digit {
		if _, more := r.digits[string(first)]; more || r.tens[string(first)] {
			return false
		}
	}
	return !same(before, first) && !same(last, after)
}

func same(a, b rune) bool {
	if unicode.IsDigit(a) || unicode.IsDigit(b) {
		return unicode.IsDigit(a) && unicode.IsDigit(b)
	}
	return unicode.IsLetter(a) && unicode.IsLetter(b) && !unicode.Is(unicode.Han, a) && !unicode.Is(unicode.Han, b)
}

// counts reports whether e needs the publication date.
func counts(e timex.Expr) bool {
	switch e := e.(type) {
	case timex.Fixed:
		return false
	case timex.In:
		return counts(e.Of)
	}
	return true
}

func noon(d edtf.Date) time.Time {
	if d.Unit < edtf.Day {
		d = edtf.YMD(2000, 1, 1)
	}
	return time.Date(d.Year, time.Month(d.Month), int(d.Day), 12, 0, 0, 0, time.UTC)
}

// narrow writes full-width figures as plain ones, and tells where a byte of the
// result stands in s.
func narrow(s string) (string, func(int) int) {
	if !strings.ContainsFunc(s, wide) {
		return s, func(i int) int { return i }
	}
	var b strings.Builder
	at := make([]int, 0, len(s)+1)
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if wide(r) {
			b.WriteByte('0' + byte(r-'０'))
			at = append(at, i)
		} else {
			b.WriteString(s[i : i+n])
			for k := range n {
				at = append(at, i+k)
			}
		}
		i += n
	}
	at = append(at, len(s))
	return b.String(), func(i int) int { return at[i] }
}

func wide(r rune) bool { return '０' <= r && r <= '９' }
