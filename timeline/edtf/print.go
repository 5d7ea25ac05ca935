package edtf

import (
	"fmt"
	"strconv"
)

// String writes d as EDTF; Parse reads it back to the same date. The unknown
// date is "", the open end "..".
func (d Date) String() string { return string(d.append(nil)) }

func (d Date) append(b []byte) []byte {
	switch d.Unit {
	case Unknown:
		return b
	case Open:
		return append(b, ".."...)
	case Century:
		b = append(appendPadded(b, d.Year/100, 2), "XX"...)
	case Decade:
		b = append(appendPadded(b, d.Year/10, 3), 'X')
	default:
		b = appendYear(b, d.Year)
	}
	if d.Unit > Year {
		b = appendPadded(append(b, '-'), int(d.Month), 2)
	}
	if d.Unit >= Day {
		b = appendPadded(append(b, '-'), int(d.Day), 2)
	}
	if d.Unit >= Hour {
		b = d.appendTime(b)
	}
	b = d.appendWithin(b)
	switch d.Doubt {
	case Uncertain:
		b = append(b, '?')
	case Approximate:
		b = append(b, '~')
	case Uncertain | Approximate:
		b = append(b, '%')
	}
	return b
}

func (d Date) appendTime(b []byte) []byte {
	b = appendPadded(append(b, 'T'), int(d.Hour), 2)
	if d.Unit >= Minute {
		b = appendPadded(append(b, ':'), int(d.Minute), 2)
	}
	if d.Unit >= Second {
		b = appendPadded(append(b, ':'), int(d.Second), 2)
	}
	return d.appendZone(b)
}

// appendZone writes a zone as ISO 8601 does, behind a time of any exactness.
func (d Date) appendZone(b []byte) []byte {
	switch {
	case !d.Zoned:
		return b
	case d.Offset == 0:
		return append(b, 'Z')
	}
	sign, off := byte('+'), int(d.Offset)
	if off < 0 {
		sign, off = '-', -off
	}
	b = appendPadded(append(b, sign), off/60, 2)
	return appendPadded(append(b, ':'), off%60, 2)
}

func (d Date) appendWithin(b []byte) []byte {
	switch {
	case d.Within == Month, d.Within == Day && d.Unit == Month:
		return append(b, "-XX"...)
	case d.Within == Day:
		return append(b, "-XX-XX"...)
	}
	return b
}

func appendYear(b []byte, y int) []byte {
	if y > 9999 || y < -9999 {
		b = append(b, 'Y')
		return strconv.AppendInt(b, int64(y), 10)
	}
	if y < 0 {
		b, y = append(b, '-'), -y
	}
	return appendPadded(b, y, 4)
}

func appendPadded(b []byte, n, width int) []byte {
	s := strconv.Itoa(n)
	for range width - len(s) {
		b = append(b, '0')
	}
	return append(b, s...)
}

// String writes v as EDTF; Parse reads it back to the same interval. A single
// date is written once; the zero interval is "".
func (v Interval) String() string {
	if v.Single() {
		return v.Start.String()
	}
	b := v.Start.append(nil)
	b = append(b, '/')
	return string(v.End.append(b))
}

// MarshalText is String, for JSON and YAML.
func (d Date) MarshalText() ([]byte, error) { return d.append(nil), nil }

// UnmarshalText is ParseDate; empty text is the unknown date.
func (d *Date) UnmarshalText(b []byte) error {
	x, err := ParseDate(string(b))
	if err != nil {
		return err
	}
	*d = x
	return nil
}

// MarshalText is String, for JSON and YAML.
func (v Interval) MarshalText() ([]byte, error) { return []byte(v.String()), nil }

// UnmarshalText is Parse; empty text is the zero interval.
func (v *Interval) UnmarshalText(b []byte) error {
	x, err := Parse(string(b))
	if err != nil {
		return err
	}
	*v = x
	return nil
}

// A ParseError says why a text is no EDTF.
type ParseError struct {
	Text   string
	Reason string
}

func (e *ParseError) Error() string {
	return fmt.Sprintf("%q is not an EDTF date: %s", e.Text, e.Reason)
}
