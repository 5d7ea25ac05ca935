package readback

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
)

// deck is what is read of JSON for TimelineJS3.
type deck struct {
	Title    *slide  `json:"title"`
	Events   []slide `json:"events"`
	Dateline struct {
		AsOf    edtf.Date         `json:"as_of"`
		Sources []timeline.Source `json:"sources"`
	} `json:"dateline"`
}

type slide struct {
	ID    value `json:"unique_id"`
	Start *date `json:"start_date"`
	End   *date `json:"end_date"`
	Text  struct {
		Headline value `json:"headline"`
		Text     value `json:"text"`
	} `json:"text"`
	Group value `json:"group"`
	Media struct {
		Caption value `json:"caption"`
		URL     value `json:"url"`
	} `json:"media"`
	Dateline *struct {
		Shown    string         `json:"shown"`
		Headline string         `json:"headline"`
		Event    timeline.Event `json:"event"`
	} `json:"dateline"`
}

type date struct {
	Year   value `json:"year"`
	Month  value `json:"month"`
	Day    value `json:"day"`
	Hour   value `json:"hour"`
	Minute value `json:"minute"`
	Second value `json:"second"`
}

// value is a string, or a number as it is written. Anything else is empty.
type value string

func (v *value) UnmarshalJSON(b []byte) error {
	var s string
	if json.Unmarshal(b, &s) == nil {
		*v = value(strings.TrimSpace(s))
		return nil
	}
	if c := b[0]; c == '-' || c >= '0' && c <= '9' {
		*v = value(b)
	}
	return nil
}

// readSlides reads JSON for TimelineJS3. A slide that carries its event gives it back;
// where a person changed its dates or headline, these hold.
func readSlides(file string, b []byte) (*timeline.Timeline, error) {
	var d deck
	if err := json.Unmarshal(b, &d); err != nil {
		return nil, err
	}
	out := newBuilder(file)
	out.AsOf, out.Sources = d.Dateline.AsOf, append(out.Sources, d.Dateline.Sources...)
	for i := range out.Sources {
		if out.Sources[i].Number != i+1 {
			out.Sources = []timeline.Source{} // they were tampered with: no cite can be trusted
		}
	}
	if d.Title != nil {
		out.Title = plainText(string(d.Title.Text.Headline))
	}
	for i, s := range d.Events {
		out.slide(i+1, s)
	}
	return out.done()
}

func (b *builder) slide(n int, s slide) {
	when, err := s.when()
	if err != nil {
		b.find("bad-date", "slide %d: %v; it is kept without a date", n, err)
	}
	if s.Dateline != nil {
		e := s.Dateline.Event
		if when.String() != s.Dateline.Shown {
			e.When, e.Grade, e.Lasting = when, grade(when), false
		}
		if string(s.Text.Headline) != s.Dateline.Headline {
			e.Title = plainText(string(s.Text.Headline))
		}
		if alone(b.Sources, e) == nil {
			b.add(e)
			return
		}
		b.find("bad-evidence", "slide %d: its evidence does not hold; the file is cited", n)
	}
	title := plainText(string(s.Text.Headline))
	said := strings.TrimSpace(title + "\n" + plainText(string(s.Text.Text)))
	if said == "" {
		said = plainText(string(s.Media.Caption) + " " + string(s.Media.URL))
	}
	if said == "" {
		b.find("empty-slide", "slide %d has no text and is left out", n)
		return
	}
	if title == "" {
		title, _, _ = strings.Cut(said, "\n")
	}
	b.cite(timeline.Event{ID: clean(string(s.ID)), Title: title, Type: "OTHER", Status: status(string(s.Group)), When: when, Grade: grade(when)}, said)
}

// grade is that of a date that the file itself gives, or of none.
func grade(v edtf.Interval) timeline.Grade {
	if v.IsZero() {
		return timeline.Unresolved
	}
	return timeline.Certain
}

// status is the status of that name; what has none is told as having occurred.
func status(s string) timeline.Status {
	for _, x := range timeline.Statuses() {
		if string(x) == s {
			return x
		}
	}
	return timeline.Occurred
}

// when is from the start of a slide through its end.
func (s slide) when() (edtf.Interval, error) {
	if s.Start == nil {
		return edtf.Interval{}, nil
	}
	start, err := s.Start.date()
	if err != nil || s.End == nil || start.IsZero() {
		return edtf.On(start), err
	}
	end, err := s.End.date()
	if err != nil || end.IsZero() {
		return edtf.On(start), err
	}
	return edtf.Parse(edtf.Interval{Start: start, End: end}.String()) // it must not end before it begins
}

// date is as exact as the fields that are filled.
func (d date) date() (edtf.Date, error) {
	var x edtf.Date
	for _, f := range []struct {
		value
		edtf.Unit
		put func(int)
	}{
		{d.Year, edtf.Year, func(n int) { x.Year = n }},
		{d.Month, edtf.Month, func(n int) { x.Month = uint8(n) }},
		{d.Day, edtf.Day, func(n int) { x.Day = uint8(n) }},
		{d.Hour, edtf.Hour, func(n int) { x.Hour = uint8(n) }},
		{d.Minute, edtf.Minute, func(n int) { x.Minute = uint8(n) }},
		{d.Second, edtf.Second, func(n int) { x.Second = uint8(n) }},
	} {
		if f.value == "" {
			break
		}
		n, err := strconv.Atoi(string(f.value))
		if err != nil || f.Unit != edtf.Year && (n < 0 || n > 99) {
			return edtf.Date{}, fmt.Errorf("%s %q is none", f.Unit, string(f.value))
		}
		f.put(n)
		x.Unit = f.Unit
	}
	if !x.Valid() {
		return edtf.Date{}, fmt.Errorf("%s is no date", x)
	}
	return x, nil
}

// plainText is the text of HTML, with a line for each block.
func plainText(s string) string {
	z := html.NewTokenizer(strings.NewReader(clean(s)))
	var b strings.Builder
	hidden := ""
	for {
		switch z.Next() {
		case html.ErrorToken:
			return strings.TrimSpace(b.String())
		case html.TextToken:
			if hidden == "" {
				b.Write(z.Text())
			}
		case html.StartTagToken:
			name, _ := z.TagName()
			switch string(name) {
			case "script", "style":
				hidden = string(name)
			case "p", "br", "div", "li", "blockquote":
				if b.Len() > 0 && !strings.HasSuffix(b.String(), "\n") {
					b.WriteByte('\n')
				}
			}
		case html.EndTagToken:
			if name, _ := z.TagName(); string(name) == hidden {
				hidden = ""
			}
		}
	}
}
