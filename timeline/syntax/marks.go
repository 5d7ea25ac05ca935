package syntax

import (
	"strings"

	"github.com/datelinehq/dateline/timeline/text"
)

// marks is the length of the word whose first atom is a mark.
func (w *walk) marks(i int) int {
	mark := w.Word(i)
	free := i == w.start || w.Atoms[i-1].Kind == text.Other
	switch {
	case i == w.start && (mark == "." || mark == "+") && w.kind(i+1, text.Digits): // .265, +44
		return 1 + w.figure(i+1)
	case free && (mark == "#" || mark == "@") && w.kind(i+1, text.Letters): // a tag, a name
		return w.code(i, 2)
	case i == w.start && w.apostrophe(i) && w.kind(i+1, text.Digits) && w.Atoms[i+1].Len() == 2: // '72
		return w.code(i, 2)
	case i > w.start && w.apostrophe(i) && w.clitics(i+1): // the U.S.'s
		return 2
	case strings.Contains(".!?…", mark):
		if n := w.run(i, "."); n > 1 {
			return n
		}
		return w.run(i, ".!?…")
	case !strings.Contains("()[]{}“”\"$%/", mark):
		return w.run(i, mark)
	}
	return 1
}

// run is how many atoms from i on are among marks.
func (w *walk) run(i int, marks string) int {
	n := 1
	for i+n < w.end && w.Atoms[i+n].Kind == text.Other && strings.Contains(marks, w.Word(i+n)) {
		n++
	}
	return n
}

// apostrophe reports whether atom i is one, or what is typed for one.
func (w *walk) apostrophe(i int) bool {
	return w.is(i, "'") || w.is(i, "’") || w.is(i, "`") || w.is(i, "‘")
}

// clitics reports whether atom i is what follows the apostrophe of a clitic, and
// ends its word.
func (w *walk) clitics(i int) bool {
	if !w.kind(i, text.Letters) || w.plain(i+1) {
		return false
	}
	for _, c := range w.clitic {
		if len(c) == w.Atoms[i].Len()+1 && c[0] == '\'' && strings.EqualFold(c[1:], w.Word(i)) {
			return true
		}
	}
	return false
}
