package source

import (
	"cmp"
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/moment"
	"github.com/datelinehq/dateline/timeline/text"
)

// Lengths in bytes above which a line is no headline or outlet.
const (
	maxHeadline = 160
	maxByline   = 70
)

// head marks headline, outlet and dateline at the top of a's text, and fills in
// what they tell and nobody else told. headline says that the text may begin
// with one.
func (r *Reader) head(a *text.Article, headline bool) {
	at := 0
	if headline {
		if line, ok := lineAt(a.Text, at); ok && r.headline(a.Text, line) {
			a.Marks = append(a.Marks, text.Mark{Span: line, Zone: text.Title})
			if a.Title == "" {
				a.Title = line.In(a.Text)
			}
			at = line.End
			for {
				next, ok := lineAt(a.Text, at)
				if !ok || !r.isByline(a.Text, next) {
					break
				}
				a.Marks = append(a.Marks, text.Mark{Span: next, Zone: text.Byline})
				r.byline(a, next.In(a.Text))
				at = next.End
			}
		}
	}
	if line, ok := lineAt(a.Text, at); ok {
		r.dateline(a, line)
	}
	r.inlineDateline(a)
}

// lineAt is the next line that is not blank, trimmed.
func lineAt(t string, at int) (text.Span, bool) {
	for at < len(t) {
		end := strings.IndexByte(t[at:], '\n')
		if end < 0 {
			end = len(t)
		} else {
			end += at
		}
		s := text.Span{Start: at, End: end}
		for s.Start < s.End && t[s.Start] <= ' ' {
			s.Start++
		}
		for s.End > s.Start && t[s.End-1] <= ' ' {
			s.End--
		}
		if s.Len() > 0 {
			return s, true
		}
		at = end + 1
	}
	return text.Span{}, false
}

// headline reports whether a line is one: short, without a full stop, and not
// the only line.
func (r *Reader) headline(t string, s text.Span) bool {
	line := s.In(t)
	if len(line) > maxHeadline || strings.ContainsAny(line[len(line)-1:], ".:;,") || r.datelineIn(line) != nil {
		return false
	}
	_, more := lineAt(t, s.End)
	return more
}

// isByline reports whether a line below a headline names outlet or author: a few
// capitalised words and no sentence.
func (r *Reader) isByline(t string, s text.Span) bool {
	line := s.In(t)
	if len(line) > maxByline || strings.ContainsAny(line[len(line)-1:], ".!?:;\"”") || r.datelineIn(line) != nil {
		return false
	}
	words := strings.Fields(line)
	capital := 0
	for _, w := range words {
		if first, _ := utf8.DecodeRuneInString(w); !unicode.IsLower(first) {
			capital++
		}
	}
	return len(words) <= 8 && 2*capital > len(words)
}

// byline takes outlet, agency or date from a line below the headline.
func (r *Reader) byline(a *text.Article, line string) {
	switch d, err := moment.Date(line, edtf.Date{}); {
	case err == nil && d.Unit == edtf.Day:
		claim(a, text.FromDateline, "", d)
		return
	case errors.Is(err, moment.ErrAmbiguous):
		return // 3/4/2009: a date, and nobody knows which
	}
	if name, ok := r.agencies[line]; ok {
		a.Origin = cmp.Or(a.Origin, name)
		return
	}
	a.Outlet = cmp.Or(a.Outlet, line)
}
