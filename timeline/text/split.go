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
func Split(a Article, r Rules) *Document { return split(a, r).Document }

func split(a Article, r Rules) *splitter {
	d := &Document{Article: a}
	d.Atoms = scan(a.Text)
	d.Sentences = make([]Sentence, 0, len(d.Atoms)/perSentence+1)
	d.Paragraphs = make([]Span, 0, len(d.Atoms)/perParagraph+1)
	s := &splitter{Document: d, rules: r}
	paragraphs(a.Text, a.Marks, s.paragraph)
	return s
}

// Sentences and paragraphs of news have a few more atoms than this.
const (
	perSentence  = 20
	perParagraph = 24
)

// splitter walks the atoms once, paragraph by paragraph.
type splitter struct {
	*Document
	rules Rules
	next  int // the first atom not yet in a sentence
	// ahead is the latest answer of wordFrom: atom by atom it is asked again, and
	// a text of marks would be read over and over.
	ahead int
	// work counts the atoms that were looked at beside the one under way.
	work int
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
	if s.Atoms[i].Kind != Other || s.Atoms[i+1].Glued {
		return false
	}
	stop := i
	for stop > 0 && s.Atoms[stop].Glued && closes(s.Word(stop)) {
		stop--
	}
	s.work += i - stop
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
	i = s.wordFrom(i)
	return i >= end || !startsLower(s.Word(i))
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

// fullStop decides about the full stop at atom stop, before atom next. quoted
// says that a closing mark stands between the two.
func (s *splitter) fullStop(stop, next int, quoted bool) bool {
	if stop == 0 || !s.Atoms[stop].Glued || s.Word(stop-1) == "." {
		return true
	}
	word, initials := s.abbreviation(stop)
	if quoted && !holds(s.rules.Never, word) {
		return true
	}
	if next = s.wordFrom(next); next == len(s.Atoms) {
		return true
	}
	digit := s.Atoms[next].Kind == Digits
	if s.Atoms[stop-1].Kind == Digits && holds(s.rules.Ordinal, s.Word(next)) {
		return false
	}
	switch {
	case holds(s.rules.Never, word), digit && holds(s.rules.Number, word):
		return false
	case holds(s.rules.Maybe, word), initials:
		return !digit && holds(s.rules.Starters, s.Word(next))
	}
	return true
}

// holds reports whether w in small letters is in a list.
func holds(list map[string]bool, w string) bool {
	var buf [64]byte
	return list[string(lower(buf[:0], w))]
}

// abbreviation is the word before the full stop at atom stop, with the stops
// inside it ("U.S"), and whether it consists of single letters.
func (s *splitter) abbreviation(stop int) (word string, initials bool) {
	i := stop - 1
	initials = len(s.Word(i)) == 1 && s.Atoms[i].Kind == Letters
	for i >= 2 && s.Atoms[i].Glued && s.Atoms[i-1].Glued && s.Word(i-1) == "." && s.Atoms[i-2].Kind == Letters && stop-i < 12 {
		i -= 2
		initials = initials && len(s.Word(i)) == 1
	}
	s.work += stop - i
	return s.Text[s.Atoms[i].Start:s.Atoms[stop-1].End], initials
}
