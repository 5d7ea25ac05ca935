package text

// isStop reports whether mark w may end a sentence.
func isStop(w string) bool {
	switch w {
	case ".", "!", "?", "…":
		return true
	}
	return isFullWidth(w)
}

// isFullWidth reports whether w is a stop that no blank follows.
func isFullWidth(w string) bool { return w == "。" || w == "！" || w == "？" }

// closes reports whether w is a mark that may follow a full stop.
func closes(w string) bool {
	switch w {
	case `"`, "'", "”", "’", ")", "]", "»", "“", "」", "』", "）":
		return true
	}
	return false
}

// tail is the end of all that belongs to the stop at atom i: more stops, quotation
// marks and brackets that close, numbers of notes ("[2]"), and faces.
func (s *splitter) tail(i, end int) int {
	j, wide := i+1, isFullWidth(s.Word(i))
	for j < end && s.Atoms[j].Glued && s.Atoms[j].Kind == Other && (isStop(s.Word(j)) || closes(s.Word(j))) {
		if wide && s.Word(j) == "“" { // it closes in German and opens in Chinese
			break
		}
		j++
	}
	for j < end {
		n := s.loose(j, end)
		if n == 0 {
			n = s.note(j, end)
		}
		if n == 0 {
			break
		}
		j += n
	}
	s.work += j - i
	return j
}

// loose is how many atoms from j on are a stop that stands alone, or a face.
func (s *splitter) loose(j, end int) int {
	switch {
	case s.Atoms[j].Glued:
		return 0
	case isStop(s.Word(j)):
		n := 1
		for j+n < end && s.Atoms[j+n].Glued && isStop(s.Word(j+n)) {
			n++
		}
		if s.free(j+n, end) {
			return n
		}
	case s.is(j, end, ")"), s.is(j, end, "]"), s.is(j, end, "”"):
		return 1
	}
	return s.face(j, end)
}

// face is how many atoms from j on are a face: ":-)".
func (s *splitter) face(j, end int) int {
	if !s.is(j, end, ":") && !s.is(j, end, ";") && !s.is(j, end, "=") {
		return 0
	}
	n := 1
	if s.is(j+1, end, "-") {
		n++
	}
	if j+n < end && s.Atoms[j+n].Glued && s.Atoms[j+n].Len() == 1 && s.Atoms[j+n].Kind != Digits && s.free(j+n+1, end) {
		return n + 1
	}
	return 0
}

// note is how many atoms from j on are the number of a note in square brackets.
func (s *splitter) note(j, end int) int {
	if j+2 < end && s.Word(j) == "[" && s.Atoms[j+1].Kind == Digits && s.Atoms[j+1].Len() <= 3 && s.Word(j+2) == "]" {
		return 3
	}
	return 0
}

// is reports whether atom j is mark, before atom end.
func (s *splitter) is(j, end int, mark string) bool { return j < end && s.Word(j) == mark }

// free reports whether a blank stands before atom j, or nothing at all.
func (s *splitter) free(j, end int) bool { return j >= end || !s.Atoms[j].Glued }
