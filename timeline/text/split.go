package text

// Rules say where sentences end in one language. The zero Rules know no
// abbreviation and no starter.
type Rules struct {
	// Never are words, lower-cased and without their full stop, whose full stop
	// never ends a sentence: "mr", "gen".
	Never map[string]bool
	// Number are words whose full stop ends no sentence before a digit: "no", "aug".
	Number map[string]bool
	// Maybe are words whose full stop ends a sentence only before a Starter:
	// "u.s", "inc".
	Maybe map[string]bool
	// Starters are words, lower-cased, that begin sentences more often than they
	// stand capitalised inside one: "the", "he".
	Starters map[string]bool
	// Ordinal are words, lower-cased, before which the full stop of a number makes
	// it an ordinal: "mai" in German, for "3. Mai".
	Ordinal map[string]bool
}

// maxAtoms bounds a sentence, so that what follows it is bounded too. Longer
// stretches without an end are cut there.
const maxAtoms = 1500

// Split cuts a into paragraphs, sentences and atoms. Invalid UTF-8 is not
// refused: each bad byte is an atom of its own.
func Split(a Article, r Rules) *Document {
	d := &Document{Article: a}
	d.Atoms = scan(a.Text)
	s := splitter{Document: d, rules: r}
	for _, p := range paragraphs(a.Text, a.Marks) {
		s.paragraph(p)
	}
	return d
}

// splitter walks the atoms once, paragraph by paragraph.
type splitter struct {
	*Document
	rules Rules
	next  int // the first atom not yet in a sentence
}

// paragraph cuts one stretch of text into sentences.
func (s *splitter) paragraph(p block) {
	first := s.next
	end := first
	for end < len(s.Atoms) && s.Atoms[end].Start < p.End {
		end++
	}
	if end == first {
		return
	}
	if !p.joined || len(s.Paragraphs) == 0 {
		s.Paragraphs = append(s.Paragraphs, Span{s.Atoms[first].Start, s.Atoms[end-1].End})
	} else {
		s.Paragraphs[len(s.Paragraphs)-1].End = s.Atoms[end-1].End
	}
	for i := first; i < end; i++ {
		if i+1 == end || p.zone == Body && s.ends(i, end) || i-first+1 >= maxAtoms {
			s.sentence(first, i+1, p.zone)
			first = i + 1
		}
	}
	s.next = end
}

func (s *splitter) sentence(first, last int, z Zone) {
	s.Sentences = append(s.Sentences, Sentence{
		Span:  Span{s.Atoms[first].Start, s.Atoms[last-1].End},
		First: first, Last: last, Paragraph: len(s.Paragraphs) - 1, Zone: z,
	})
}

// ends reports whether a sentence ends with atom i, inside a paragraph that ends
// before atom end.
func (s *splitter) ends(i, end int) bool {
	if s.Atoms[i+1].Glued {
		return false
	}
	stop := i
	for stop > 0 && s.Atoms[stop].Glued && closes(s.Word(stop)) {
		stop--
	}
	switch s.Word(stop) {
	case "!", "?", "…", "。", "！", "？":
		return s.opens(i+1, end)
	case ".":
		return s.opens(i+1, end) && s.fullStop(stop, i+1, stop < i)
	}
	return false
}

// closes reports whether w is a mark that may follow a full stop.
func closes(w string) bool {
	switch w {
	case `"`, "'", "”", "’", ")", "]", "»", "“":
		return true
	}
	return false
}

// opens reports whether a sentence may begin with atom i: not with a small letter.
func (s *splitter) opens(i, end int) bool {
	for i < end {
		w := s.Word(i)
		if s.Atoms[i].Kind != Other {
			return !startsLower(w)
		}
		i++
	}
	return true
}

// fullStop decides about the full stop at atom stop, before atom next. quoted
// says that a closing mark stands between the two.
func (s *splitter) fullStop(stop, next int, quoted bool) bool {
	if stop == 0 || !s.Atoms[stop].Glued || s.Word(stop-1) == "." {
		return true
	}
	word, initials := s.abbreviation(stop)
	if quoted && !s.rules.Never[word] {
		return true
	}
	for next < len(s.Atoms) && s.Atoms[next].Kind == Other {
		next++
	}
	if next == len(s.Atoms) {
		return true
	}
	digit := s.Atoms[next].Kind == Digits
	if s.Atoms[stop-1].Kind == Digits && s.rules.Ordinal[lower(s.Word(next))] {
		return false
	}
	switch {
	case s.rules.Never[word], digit && s.rules.Number[word]:
		return false
	case s.rules.Maybe[word], initials:
		return !digit && s.rules.Starters[lower(s.Word(next))]
	}
	return true
}

// abbreviation is the word before the full stop at atom stop, lower-cased, with
// the stops inside it ("u.s"), and whether it consists of single letters.
func (s *splitter) abbreviation(stop int) (word string, initials bool) {
	i := stop - 1
	initials = len(s.Word(i)) == 1 && s.Atoms[i].Kind == Letters
	for i >= 2 && s.Atoms[i].Glued && s.Atoms[i-1].Glued && s.Word(i-1) == "." && s.Atoms[i-2].Kind == Letters && stop-i < 12 {
		i -= 2
		initials = initials && len(s.Word(i)) == 1
	}
	return lower(s.Text[s.Atoms[i].Start:s.Atoms[stop-1].End]), initials
}
