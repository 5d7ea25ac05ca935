package syntax

import "github.com/datelinehq/dateline/timeline/text"

// figure is the length of the word whose first atom is digits: "3,000", "9.5",
// "10:30", "1/2", "713-555-1234", "1990s", "2B".
func (w *walk) figure(i int) int {
	n := w.hyphened(i)
	for n%2 == 1 && w.kind(i+n+1, text.Digits) && w.joins(i+n) {
		n += 2
	}
	switch {
	case w.apostrophe(i+n) && w.Word(i + n - 1)[w.Atoms[i+n-1].Len()-1] == '0' && w.clitics(i+n+1): // the 80's
		return n + 2
	case !w.kind(i+n, text.Letters) || in(w.unit, w.Word(i+n)) || w.abbreviation(i+n) > 1: // 5km, 7p.m.
		return n
	}
	return w.code(i, n)
}

// joins reports whether the mark at atom i, between digits, belongs to the number.
func (w *walk) joins(i int) bool {
	switch w.Word(i) {
	case ".", ":":
		return true
	case ",": // 3,000 and 1,00,000; but 13,14
		n := w.Atoms[i+1].Len()
		return n == 3 || n == 2 && w.is(i+2, ",") && w.kind(i+3, text.Digits)
	case "/":
		return w.Atoms[i-1].Len() <= 4 && w.Atoms[i+1].Len() <= 4
	}
	return false
}

// hyphened is the length of a telephone number or a date; 1 for the first figure of
// a range.
func (w *walk) hyphened(i int) int {
	n := 1
	for w.is(i+n, "-") && w.kind(i+n+1, text.Digits) {
		n += 2
	}
	if n > 3 || n == 3 && w.Atoms[i+2].Len() == 4 && (w.Atoms[i].Len() == 3 || w.Atoms[i].Len() == 5) {
		return n
	}
	return 1
}
