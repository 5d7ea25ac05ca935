package text

// A Kind says what an atom is made of.
type Kind uint8

const (
	// Letters is a run of letters and marks, with apostrophes inside: "don't".
	Letters Kind = iota
	// Digits is a run of decimal digits.
	Digits
	// Other is a single character that is neither, nor white space, or a picture of
	// several.
	Other
)

// An Atom is the smallest piece that Dateline looks at. Atoms are finer than
// words: "23-24", "1990s" and "U.S." are three, two and four.
type Atom struct {
	Span
	Kind Kind
	// Glued says that no white space stands between this atom and the one before.
	Glued bool
}

// A Sentence is a range of atoms.
type Sentence struct {
	Span
	// First and Last are half-open indexes into Document.Atoms.
	First, Last int
	// Paragraph is an index into Document.Paragraphs.
	Paragraph int
	Zone      Zone
}

// A Document is an article cut up. The spans of its atoms, sentences and
// paragraphs are in order, do not overlap, and leave out nothing but white space.
type Document struct {
	Article
	Paragraphs []Span
	Sentences  []Sentence
	Atoms      []Atom
}

// Word is the text of atom i.
func (d *Document) Word(i int) string { return d.Text[d.Atoms[i].Start:d.Atoms[i].End] }

// SentenceAt is the index of the sentence that holds byte offset at, or of the
// last one that begins before it; -1 when there is none.
func (d *Document) SentenceAt(at int) int {
	lo, hi := 0, len(d.Sentences)
	for lo < hi {
		if mid := (lo + hi) / 2; d.Sentences[mid].Start <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo - 1
}
