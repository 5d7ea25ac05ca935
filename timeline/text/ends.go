package text

// ends reports whether the sentence that began with atom first ends before atom
// next, which is where the tail of the stop at atom i ends and not the end of its
// paragraph.
func (s *splitter) ends(first, i, next, end int) bool {
	if s.Atoms[next].Glued {
		return isFullWidth(s.Word(i)) || s.slip(i, next)
	}
	word := s.wordFrom(next)
	if word >= end {
		return false // but marks are left
	}
	closed := next > i+1 && closes(s.Word(next-1))
	small := s.small(word) && !s.camel(word) && !s.link(word)
	if s.Word(i) != "." || s.is(i+1, next, ".") {
		switch dots := s.dots(i, next); {
		case small:
			return !dots && !closed && s.long(i)
		case dots && !s.Atoms[i].Glued:
			return s.Atoms[word].Len() > 1 && holds(s.rules.Starters, s.Word(word))
		}
		return !s.inner(word) && !(closed && s.told(word, end))
	}
	switch {
	case s.numeral(first, i):
		return false
	case small:
		return !closed && s.long(i)
	}
	return !s.inner(word) && s.fullStop(i, word, closed)
}

// wordFrom is the first atom from i on that is no mark. i never decreases.
func (s *splitter) wordFrom(i int) int {
	from := max(s.ahead, i)
	for s.ahead = from; s.ahead < len(s.Atoms) && s.Atoms[s.ahead].Kind == Other; {
		s.ahead++
	}
	s.work += s.ahead - from
	return s.ahead
}

// small reports whether atom i begins with a small letter.
func (s *splitter) small(i int) bool { return startsLower(s.Word(i)) }

// camel reports whether atom i is a name such as "iPhone".
func (s *splitter) camel(i int) bool {
	w := s.Word(i)
	return s.Atoms[i].Kind == Letters && len(w) > 2 && (isUpper(w[1]) || isUpper(w[2])) && w[0] <= 'z'
}

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }

// dots reports whether the stop at atom i, whose tail ends before next, is an ellipsis.
func (s *splitter) dots(i, next int) bool {
	return s.Word(i) == "…" || s.Word(i) == "." && s.is(i+1, next, ".")
}

// link reports whether atom i begins a web address.
func (s *splitter) link(i int) bool {
	return s.is(i+1, len(s.Atoms), ":") && s.is(i+2, len(s.Atoms), "/") && s.Atoms[i+2].Glued
}

// numeral reports whether the sentence that ends with the full stop at atom i and
// began with first is but the number of what follows: "1." or "a." or "2.1."
func (s *splitter) numeral(first, i int) bool {
	if s.Atoms[first].Kind == Letters {
		return i == first+1 && s.Atoms[first].Len() == 1
	}
	if i-first > 6 {
		return false
	}
	for k := first; k < i; k++ {
		if s.Atoms[k].Kind == Letters || s.Atoms[k].Len() > 3 {
			return false
		}
	}
	return true
}

// long reports whether the word before the full stop at atom i is too long for an
// abbreviation, so that even a small letter begins a sentence behind it.
func (s *splitter) long(i int) bool {
	if s.rules.Small == 0 || !s.Atoms[i].Glued || s.Atoms[i-1].Kind != Letters || s.Atoms[i-1].Len() < s.rules.Small || !s.small(i-1) {
		return false
	}
	return !s.short(s.Word(i - 1))
}

// short reports whether w is an abbreviation.
func (s *splitter) short(w string) bool {
	return holds(s.rules.Never, w) || holds(s.rules.Number, w) || holds(s.rules.Maybe, w)
}

// slip reports whether the stop at atom i ends a sentence though no blank follows:
// "he said.The next day".
func (s *splitter) slip(i, next int) bool {
	return s.Atoms[next].Kind == Letters && s.Atoms[i].Glued && i > 0 && s.Atoms[i-1].Kind == Letters && s.Atoms[i-1].Len() > 1 &&
		s.small(i-1) && !s.small(next) && !s.camel(i-1) && holds(s.rules.Starters, s.Word(next)) && s.free(next+1, len(s.Atoms))
}

// inner reports whether the word at atom i is an abbreviation that begins no sentence.
func (s *splitter) inner(i int) bool {
	return s.is(i+1, len(s.Atoms), ".") && s.Atoms[i+1].Glued && holds(s.rules.Inner, s.Word(i))
}

// maxName is how many words of a speaker's name stand before the verb.
const maxName = 8

// told reports whether the words from atom i on tell who spoke: "Smith said".
func (s *splitter) told(i, end int) bool {
	if s.Atoms[i].Len() > 1 && holds(s.rules.Starters, s.Word(i)) {
		return false
	}
	for n := 1; n <= maxName && i+n < end; n++ {
		if s.Atoms[i+n].Kind == Letters && s.small(i+n) {
			return holds(s.rules.Speech, s.Word(i+n))
		}
	}
	return false
}

// fullStop decides about the full stop at atom stop, before the word at atom next.
// closed says that a closing mark stands between the two.
func (s *splitter) fullStop(stop, next int, closed bool) bool {
	if stop == 0 || !s.Atoms[stop].Glued {
		return true
	}
	word, initials, bare := s.abbreviation(stop)
	if closed && !holds(s.rules.Never, word) {
		return true
	}
	digit := s.Atoms[next].Kind == Digits
	if s.Atoms[stop-1].Kind == Digits {
		return !s.ordinal(stop, next)
	}
	switch {
	case bare: // $5m. The; index.html?a=b. The
		return true
	case holds(s.rules.Never, word), digit && holds(s.rules.Number, word):
		return false
	case holds(s.rules.Maybe, word), initials:
		return !digit && holds(s.rules.Starters, s.Word(next)) && !s.initial(next)
	}
	return true
}

// ordinal reports whether the number before the full stop at atom stop is an ordinal
// that counts the word at atom next: "3. Mai", "der 3. Preis".
func (s *splitter) ordinal(stop, next int) bool {
	if holds(s.rules.Ordinal, s.Word(next)) {
		return true
	}
	return stop > 1 && s.Atoms[stop-1].Len() <= 3 && len(s.rules.Lead) > 0 &&
		holds(s.rules.Lead, s.Word(stop-2)) && !holds(s.rules.Starters, s.Word(next))
}

// initial reports whether atom i is the first letter of a name.
func (s *splitter) initial(i int) bool {
	return s.Atoms[i].Len() == 1 && s.is(i+1, len(s.Atoms), ".") && s.Atoms[i+1].Glued
}

// holds reports whether w in small letters is in a list.
func holds(list map[string]bool, w string) bool {
	if len(list) == 0 {
		return false
	}
	var buf [64]byte
	return list[string(lower(buf[:0], w))]
}

// maxStops bounds the atoms of an abbreviation.
const maxStops = 12

// abbreviation is the word before the full stop at atom stop, with the stops
// inside it ("U.S"), and whether it consists of single letters. bare says that it
// is the end of something longer, and none.
func (s *splitter) abbreviation(stop int) (word string, initials, bare bool) {
	i := stop - 1
	initials = len(s.Word(i)) == 1 && s.Atoms[i].Kind == Letters
	for i >= 2 && s.Atoms[i].Glued && s.Atoms[i-1].Glued && s.Word(i-1) == "." && s.Atoms[i-2].Kind == Letters && stop-i < maxStops {
		i -= 2
		initials = initials && len(s.Word(i)) == 1
	}
	s.work += stop - i
	bare = s.Atoms[i].Glued && i > 0 && i == stop-1 && (s.Atoms[i-1].Kind == Digits || s.Word(i-1) == "=" || s.Word(i-1) == "/" || s.Word(i-1) == "_")
	return s.Text[s.Atoms[i].Start:s.Atoms[stop-1].End], initials, bare
}
