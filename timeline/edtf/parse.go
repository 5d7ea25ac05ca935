package edtf

import (
	"strconv"
	"strings"
)

// Parse reads a date or an interval: "2009-05", "2009-06-23/2009-06-24",
// "2004~/..", "201X". Empty text is the zero interval. Errors are *ParseError.
func Parse(s string) (Interval, error) {
	a, b, both := strings.Cut(s, "/")
	if !both {
		d, err := ParseDate(s)
		return On(d), err
	}
	start, err := ParseDate(a)
	if err != nil {
		return Interval{}, &ParseError{s, err.(*ParseError).Reason}
	}
	end, err := ParseDate(b)
	if err != nil {
		return Interval{}, &ParseError{s, err.(*ParseError).Reason}
	}
	v := Interval{start, end}
	if start.Unit <= Open && end.Unit <= Open {
		return Interval{}, &ParseError{s, "neither end is known"}
	}
	if start.Unit > Open && end.Unit > Open {
		first, _ := start.Bounds()
		last, _ := end.Bounds()
		if last < first {
			return Interval{}, &ParseError{s, "it ends before it begins"}
		}
	}
	return v, nil
}

// ParseDate reads one date: level 0 and 1 of EDTF, and the quarters and halves
// of level 2. Empty text is the unknown date, ".." the open end.
func ParseDate(s string) (Date, error) {
	switch s {
	case "":
		return Date{}, nil
	case "..":
		return Date{Unit: Open}, nil
	}
	p := parser{s: s}
	d, reason := p.date()
	if reason == "" && !d.Valid() {
		reason = "there is no such date"
	}
	if reason != "" {
		return Date{}, &ParseError{s, reason}
	}
	return d, nil
}

// parser reads s from the left. Its methods return the reason for a failure, or "".
type parser struct{ s string }

func (p *parser) date() (Date, string) {
	d := p.doubt()
	if reason := p.year(&d); reason != "" {
		return d, reason
	}
	if !p.eat("-") {
		return d, p.end()
	}
	if d.Unit != Year {
		return d, "a decade or century has no months"
	}
	if reason := p.month(&d); reason != "" || p.s == "" {
		return d, reason
	}
	if !p.eat("-") {
		return d, p.end()
	}
	if reason := p.day(&d); reason != "" || p.s == "" {
		return d, reason
	}
	if !p.eat("T") {
		return d, p.end()
	}
	return d, p.time(&d)
}

func (p *parser) eat(prefix string) bool {
	rest, ok := strings.CutPrefix(p.s, prefix)
	p.s = rest
	return ok
}

func (p *parser) end() string {
	if p.s != "" {
		return "what is " + strconv.Quote(p.s) + "?"
	}
	return ""
}

// doubt takes the qualifier off the end.
func (p *parser) doubt() Date {
	var d Date
	if n := len(p.s); n > 0 {
		switch p.s[n-1] {
		case '?':
			d.Doubt = Uncertain
		case '~':
			d.Doubt = Approximate
		case '%':
			d.Doubt = Uncertain | Approximate
		default:
			return d
		}
		p.s = p.s[:n-1]
	}
	return d
}

func (p *parser) year(d *Date) string {
	d.Unit = Year
	if p.eat("Y") {
		return p.longYear(d)
	}
	negative := p.eat("-")
	if len(p.s) < 4 {
		return "a year has four digits"
	}
	word := p.s[:4]
	p.s = p.s[4:]
	digits := strings.TrimRight(word, "X")
	n, ok := number(digits)
	if !ok {
		return "a year has four digits"
	}
	switch len(word) - len(digits) {
	case 1:
		d.Unit, n = Decade, n*10
	case 2:
		d.Unit, n = Century, n*100
	case 3, 4:
		return "no more than the last two digits of a year can be X"
	}
	if negative {
		if n == 0 {
			return "the year 0 has no sign"
		}
		n = -n
	}
	d.Year = n
	return ""
}

// longYear reads the digits after the "Y" of a year outside four digits.
func (p *parser) longYear(d *Date) string {
	negative := p.eat("-")
	n := 0
	for n < len(p.s) && p.s[n] >= '0' && p.s[n] <= '9' {
		n++
	}
	y, ok := number(p.s[:n])
	if !ok || n < 5 || n > 10 || p.s[0] == '0' {
		return "Y goes before a year of five to ten digits"
	}
	p.s = p.s[n:]
	if negative {
		y = -y
	}
	d.Year = y
	return ""
}

func (p *parser) month(d *Date) string {
	if p.eat("XX") {
		d.Within = Month
		if p.eat("-XX") {
			d.Within = Day
		}
		return p.end()
	}
	m, ok := p.two()
	if !ok {
		return "a month has two digits"
	}
	d.Month = uint8(m)
	switch {
	case m >= 1 && m <= 12:
		d.Unit = Month
	case m >= Spring && m <= Winter:
		d.Unit = Season
	case m >= Q1 && m <= Q1+3:
		d.Unit = Quarter
	case m == H1 || m == H1+1:
		d.Unit = Half
	default:
		return "there is no month " + strconv.Itoa(m)
	}
	if d.Unit != Month {
		return p.end()
	}
	return ""
}

func (p *parser) day(d *Date) string {
	if p.eat("XX") {
		d.Within = Day
		return p.end()
	}
	n, ok := p.two()
	if !ok {
		return "a day has two digits"
	}
	d.Day, d.Unit = uint8(n), Day
	return ""
}

func (p *parser) time(d *Date) string {
	for i, unit := range [...]Unit{Hour, Minute, Second} {
		if i > 0 && !p.eat(":") {
			break
		}
		n, ok := p.two()
		if !ok {
			return "hours, minutes and seconds have two digits"
		}
		d.Unit = unit
		switch unit {
		case Hour:
			d.Hour = uint8(n)
		case Minute:
			d.Minute = uint8(n)
		default:
			d.Second = uint8(n)
		}
	}
	return p.zone(d)
}

func (p *parser) zone(d *Date) string {
	sign := 1
	switch {
	case p.s == "":
		return ""
	case p.eat("Z"):
		d.Zoned = true
		return p.end()
	case p.eat("-"):
		sign = -1
	case !p.eat("+"):
		return p.end()
	}
	h, ok := p.two()
	m := 0
	if ok && p.eat(":") {
		m, ok = p.two()
	}
	if !ok || m > 59 {
		return "a zone is Z or like +07:00"
	}
	d.Zoned, d.Offset = true, int16(sign*(h*60+m))
	return p.end()
}

func (p *parser) two() (int, bool) {
	if len(p.s) < 2 {
		return 0, false
	}
	n, ok := number(p.s[:2])
	if ok {
		p.s = p.s[2:]
	}
	return n, ok
}

// number reads one to ten ASCII digits.
func number(s string) (int, bool) {
	if s == "" || len(s) > 10 {
		return 0, false
	}
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}
