package syntax

import (
	"strings"

	"github.com/datelinehq/dateline/timeline/text"
)

// Marks that end an address, and those that one does not end with.
const (
	outside = "<>\"“”()[]{},;|"
	atEnd   = ".,;:!?'\"”’»)]}>…*"
)

// address looks for a web or mail address, a file or a news group in what follows
// atom i, up to a mark that none has inside. It looks at each atom but a few times,
// however often it is asked.
func (w *walk) address(i int) {
	w.to = 0
	if i >= w.room {
		for w.room = i; w.room < w.end && !w.outside(w.room); {
			w.room++
		}
		w.work += w.room - i
	}
	for k := i; k < w.room; k++ {
		w.work++
		if from, to := w.around(i, k); to > i {
			w.from, w.to, w.seen = from, to, to
			return
		}
	}
	w.seen = max(w.room, i+1)
}

// outside reports whether atom i is a mark that no address has inside.
func (w *walk) outside(i int) bool {
	return w.Atoms[i].Kind == text.Other && strings.Contains(outside, w.Word(i))
}

// around is the address to which the sign at atom k belongs, not before atom i.
func (w *walk) around(i, k int) (from, to int) {
	switch w.Word(k) {
	case ":": // http://
		if k > i && w.is(k+1, "/") && w.is(k+2, "/") && w.kind(k-1, text.Letters) && w.plain(k+3) {
			return k - 1, w.trim(k, w.end)
		}
	case "@":
		if k > i && k+1 < w.room && w.plain(k+1) && (w.plain(k-1) || w.is(k-1, ".")) {
			to := w.name(k+1, ".-_")
			return w.back(i, k, "._-+/&'#"), w.trim(k, to)
		}
	case ".":
		if k+1 >= w.room || !w.kind(k+1, text.Letters) || k == i && k == w.start && !in(w.suffix, w.Word(k+1)) {
			return 0, 0
		}
		return w.host(i, k)
	}
	return 0, 0
}

// host is the address that has a full stop at atom k.
func (w *walk) host(i, k int) (from, to int) {
	if k > i && strings.EqualFold(w.Word(k-1), "www") {
		return k - 1, w.trim(k, w.room)
	}
	if in(w.suffix, w.Word(k+1)) && !w.plain(k+2) && !(w.is(k+2, ".") && w.kind(k+3, text.Letters) && k+3 < w.room) {
		to = k + 2
		if w.is(to, "/") {
			to = w.trim(k, w.room)
		}
		return w.back(i, k, "._-#"), to
	}
	n := 0 // a news group has no capital, and two full stops
	for k > i && w.plainSmall(k+2*n-1) && w.is(k+2*n, ".") {
		n++
	}
	w.work += n
	if n > 0 && !w.kind(k+2*n-1, text.Letters) {
		n-- // a full stop behind it
	}
	if n >= 2 && !w.is(k+2*n, "@") {
		return k - 1, k + 2*n
	}
	return 0, 0
}

// plainSmall reports whether atom i is two small letters or more.
func (w *walk) plainSmall(i int) bool {
	return i >= w.start && w.kind(i, text.Letters) && w.Atoms[i].Len() >= 2 && w.Word(i) == strings.ToLower(w.Word(i))
}

// back is where the name that ends before atom k begins, not before atom i.
func (w *walk) back(i, k int, marks string) int {
	for k > i && (w.plain(k-1) || strings.Contains(marks, w.Word(k-1))) {
		k--
	}
	return k
}

// name is the end of the name from atom k on.
func (w *walk) name(k int, marks string) int {
	for k < w.room && (w.plain(k) || strings.Contains(marks, w.Word(k))) {
		k++
	}
	return k
}

// trim takes marks off the end of an address with a sign at atom k.
func (w *walk) trim(k, to int) int {
	for to > k+1 && w.Atoms[to-1].Kind == text.Other && strings.Contains(atEnd, w.Word(to-1)) {
		to--
	}
	return to
}
