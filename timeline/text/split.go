package text

// Rules say where sentences end in one language. The zero Rules know no
// abbreviation and no starter. All words are in small letters, and abbreviations
// without their last full stop.
type Rules struct {
	// Never are words whose full stop never ends a sentence: "mr", "gen".
	Never map[string]bool
	// Number are words whose full stop ends no sentence before a digit: "no", "aug".
	Number map[string]bool
	// Maybe are words whose full stop ends a sentence only before a Starter:
	// "u.s", "inc".
	Maybe map[string]bool
	// Starters are words that begin sentences more often than they stand
	// capitalised inside one: "the", "he".
	Starters map[string]bool
	// Inner are abbreviations that begin no sentence: "Inc." in "Yahoo! Inc."
	Inner map[string]bool
	// Speech are verbs that tell who spoke: "'Stop!' Smith cried" is one sentence.
	Speech map[string]bool
	// Ordinal are words before which the full stop of a number makes it an
	// ordinal: "mai" in German, for "3. Mai".
	Ordinal map[string]bool
	// Lead are words behind which it does so: "der" in German, for "der 3. Preis".
	Lead map[string]bool
	// Small is how many letters a word has at least whose full stop ends a sentence
	// even if the next begins with a small letter; shorter ones are abbreviations.
	// 0 says that no sentence begins so.
	Small int
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
	for i := first; i < end; {
		next := i + 1
		if p.zone == Body && s.Atoms[i].Kind == Other && isStop(s.Word(i)) {
			next = s.tail(i, end)
			if next < end && s.ends(first, i, next, end) {
				s.sentence(first, next, p.zone)
				first = next
			}
		}
		for i = next; i-first >= maxAtoms; first += maxAtoms {
			s.sentence(first, first+maxAtoms, p.zone)
		}
	}
	if first < end {
		s.sentence(first, end, p.zone)
	}
	s.next = end
}

func (s *splitter) sentence(first, last int, z Zone) {
	s.Sentences = append(s.Sentences, Sentence{
		Span:  Span{s.Atoms[first].Start, s.Atoms[last-1].End},
		First: first, Last: last, Paragraph: len(s.Paragraphs) - 1, Zone: z,
	})
}
