package moment

import (
	"fmt"

	"github.com/datelinehq/dateline/timeline/edtf"
)

// addNumeric adds the forms of figures alone. Between dots the day stands before
// the month wherever dots are used; with strokes it depends on the country, so
// that 3/4/2009 is refused.
func addNumeric(add, relative func(pattern string, read readFunc)) {
	add(yearNumber+`[/.](\d{1,2})[/.](\d{1,2})|`+yearNumber+`-(\d{1,2})-(\d{1,2})|`+yearNumber+`(\d{2})(\d{2})`, func(_ reader, f []string) (edtf.Interval, error) {
		return edtf.On(edtf.YMD(number(f[0]+f[3]+f[6]), number(f[1]+f[4]+f[7]), number(f[2]+f[5]+f[8]))), nil
	})
	add(`(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}(?::\d{2})?)`, func(_ reader, f []string) (edtf.Interval, error) {
		return edtf.Parse(f[0] + "T" + f[1])
	})
	add(`(\d{1,2})\. ?(\d{1,2})\. ?`+yearNumber, func(_ reader, f []string) (edtf.Interval, error) {
		return edtf.On(edtf.YMD(number(f[2]), number(f[1]), number(f[0]))), nil
	})
	add(`(\d{1,2})[/-](\d{1,2})[/-]`+yearNumber, func(_ reader, f []string) (edtf.Interval, error) {
		return oneOf(number(f[0]), number(f[1]), func(m, d int) edtf.Date { return edtf.YMD(number(f[2]), m, d) })
	})
	add(`\d{1,2}[/.-]\d{1,2}[/.-]\d{2}`, func(reader, []string) (edtf.Interval, error) {
		return edtf.Interval{}, fmt.Errorf("%w: a year of two figures might be any of the three; write it as 2009-06-20", ErrAmbiguous)
	})
	relative(`(\d{1,2})/(\d{1,2})`, func(r reader, f []string) (edtf.Interval, error) {
		return oneOf(number(f[0]), number(f[1]), r.lastDay)
	})
	relative(`(\d{1,2})\. ?(\d{1,2})`, func(r reader, f []string) (edtf.Interval, error) {
		return edtf.On(r.lastDay(number(f[1]), number(f[0]))), nil
	})
	add(`(\d{1,2})[/.-]`+yearNumber, func(_ reader, f []string) (edtf.Interval, error) {
		return edtf.On(edtf.YM(number(f[1]), number(f[0]))), nil
	})
}

// oneOf is the date of two numbers, one of which is the month, if there is only
// one such date.
func oneOf(a, b int, date func(month, day int) edtf.Date) (edtf.Interval, error) {
	dayFirst, monthFirst := date(b, a), date(a, b)
	switch {
	case !dayFirst.Valid():
		return edtf.On(monthFirst), nil
	case !monthFirst.Valid() || dayFirst == monthFirst:
		return edtf.On(dayFirst), nil
	}
	return edtf.Interval{}, fmt.Errorf("%w: %s with the day first, %s with the month first; write the one you mean like this", ErrAmbiguous, dayFirst, monthFirst)
}
