package syntax

import (
	"slices"
	"strings"

	"github.com/datelinehq/dateline/timeline/text"
)

// cut finds the treebank words of a sentence: finer than what blanks part
// ("does" + "n't", "China" + "'s"), coarser than atoms ("U.S.", "3,000").
func (p *Parser) cut(d *text.Document, s text.Sentence) []text.Span { return p.words.cut(d, s) }

// limit cuts a sentence of more words than a tree is made for.
func limit(spans []text.Span) [][]text.Span {
	return slices.Collect(slices.Chunk(spans, maxWords))
}

func (c *cutter) cut(d *text.Document, s text.Sentence) []text.Span { return c.walk(d, s).spans }

// walk goes once through the atoms of a sentence.
func (c *cutter) walk(d *text.Document, s text.Sentence) *walk {
	w := &walk{cutter: c, Document: d, last: s.Last, spans: make([]text.Span, 0, s.Last-s.First)}
	for i := s.First; i < s.Last; {
		if i >= w.end {
			w.chunk(i)
		}
		n := w.word(i)
		last := w.Atoms[i+n-1]
		w.put(text.Span{Start: w.Atoms[i].Start, End: last.End}, last)
		i += n
	}
	return w
}

type walk struct {
	*cutter
	*text.Document
	last  int // of the sentence
	spans []text.Span
	// start and end are the chunk under way: atoms that no blank parts.
	start, end int
	// from and to are the address that comes next in the chunk, if to is not 0; up to
	// seen there is no other. room is where the stretch ends that is searched.
	from, to, seen, room int
	// work counts the atoms that were looked at beside the one under way.
	work int
}

// chunk begins the chunk at atom i.
func (w *walk) chunk(i int) {
	w.start, w.end, w.to, w.room = i, i+1, 0, i
	for w.end < w.last && w.Atoms[w.end].Glued {
		w.end++
	}
	w.work += w.end - i
	w.seen = i
	if w.end-i < 2 {
		w.seen = w.end // no room for an address
	}
}

// word is how many atoms from i on make one word.
func (w *walk) word(i int) int {
	if i >= w.seen {
		w.address(i)
	}
	if w.to > 0 && i == w.from {
		return w.to - i
	}
	if n := w.kept(i); n > 0 {
		return n
	}
	switch w.Atoms[i].Kind {
	case text.Letters:
		return w.letters(i)
	case text.Digits:
		return w.figure(i)
	}
	return w.marks(i)
}

// kept is the length of the word from the list of wholes that begins at atom i.
func (w *walk) kept(i int) int {
	if i+1 >= w.end {
		return 0
	}
	best := 0
	rest := w.Text[w.Atoms[i].Start:w.Atoms[w.end-1].End]
	for _, k := range w.whole[rest[0]] {
		if len(k) > len(rest) || !strings.EqualFold(k, rest[:len(k)]) {
			continue
		}
		n := 1
		for i+n < w.end && w.Atoms[i+n].Start < w.Atoms[i].Start+len(k) {
			n++
		}
		if n > best && w.Atoms[i+n-1].End == w.Atoms[i].Start+len(k) && (i+n == w.end || !w.plain(i+n-1) || !w.plain(i+n)) {
			best = n
		}
	}
	return best
}

// is reports whether atom i is mark, in the chunk under way.
func (w *walk) is(i int, mark string) bool { return i < w.end && w.Word(i) == mark }

// plain reports whether atom i is of letters or figures, in the chunk under way.
func (w *walk) plain(i int) bool { return i < w.end && w.Atoms[i].Kind != text.Other }

// kind reports whether atom i is of a kind, in the chunk under way.
func (w *walk) kind(i int, k text.Kind) bool { return i < w.end && w.Atoms[i].Kind == k }

// letters is the length of the word whose first atom is letters.
func (w *walk) letters(i int) int {
	if i+1 >= w.end {
		return 1
	}
	if n := w.abbreviation(i); n > 1 {
		return n
	}
	switch w.Word(i + 1) {
	case "-":
		return w.hyphen(i)
	case "&":
		if w.kind(i+2, text.Letters) && min(w.Atoms[i].Len(), w.Atoms[i+2].Len()) <= 2 && w.Atoms[i].Len()+w.Atoms[i+2].Len() <= 5 {
			return 3 // AT&T
		}
	}
	return w.code(i, 1)
}

// code is the length of a word that goes on, behind n atoms, with letters, figures
// and low lines: "AS400", "Analysis_0712".
func (w *walk) code(i, n int) int {
	for {
		switch {
		case w.plain(i + n):
			n++
		case w.is(i+n, "_") && w.plain(i+n+1):
			n += 2
		default:
			return n
		}
	}
}

// hyphen is the length of the word whose first atom a hyphen follows. Only few
// keep theirs.
func (w *walk) hyphen(i int) int {
	known := in(w.prefix, w.Word(i))
	switch {
	case i+2 == w.end && (known || w.Atoms[i].Len() <= 2): // mid- and long-term; th- the
		return 2
	case known && w.kind(i+2, text.Letters):
		return 3
	case known && w.kind(i+2, text.Digits):
		return 2 + w.figure(i+2)
	}
	return 1
}

// maxStops bounds the full stops of an abbreviation.
const maxStops = 8

// abbreviation joins letters and full stops: "U.S.", "Gen.", "Ph.D.". What the
// full stop of a sentence could be is left to the sentence, but for initials.
func (w *walk) abbreviation(i int) int {
	best, initials := 1, true
	for n := 1; n < 2*maxStops && w.kind(i+n-1, text.Letters) && w.is(i+n, ".") && !w.is(i+n+1, "."); n += 2 {
		initials = initials && w.Atoms[i+n-1].Len() == 1
		word, ends := w.Text[w.Atoms[i].Start:w.Atoms[i+n-1].End], i+n+1 >= w.last
		switch {
		case initials && (n > 1 || !ends), n > 1 && in(w.short, word):
			best = n + 1
		case !ends && (in(w.short, word) || n == 1 && w.goesOn(i)):
			best = n + 1
		}
		if initials && w.kind(i+n+1, text.Letters) && w.Atoms[i+n+1].Len() == 1 && !w.is(i+n+2, ".") {
			best = n + 2 // i.e
		}
	}
	w.work += best
	return best
}

// maxShort is the longest word in bytes that is taken for an unknown abbreviation.
const maxShort = 6

// goesOn reports whether the full stop behind atom i stands inside a sentence, before
// a blank: the sentence's end is no matter of this package, so it is an abbreviation.
func (w *walk) goesOn(i int) bool {
	return w.Atoms[i].Len() <= maxShort && i+2 == w.end && w.end < w.last && w.Atoms[w.end].Kind != text.Other
}

// put adds a word; letters at its end may be words of their own.
func (w *walk) put(s text.Span, end text.Atom) {
	if end.Kind != text.Letters || end.Len() < 2 {
		w.spans = append(w.spans, s)
		return
	}
	var buf [32]byte
	low := string(small(buf[:0], end.In(w.Text)))
	if ns := w.pieces[low]; ns != nil && s == end.Span && len(low) == end.Len() {
		for _, n := range ns {
			w.spans = append(w.spans, text.Span{Start: s.Start, End: s.Start + n})
			s.Start += n
		}
		return
	}
	if at := w.apart(s, end.In(w.Text), low); at > s.Start {
		w.spans = append(w.spans, text.Span{Start: s.Start, End: at})
		s.Start = at
	}
	w.spans = append(w.spans, s)
}

// apart is where a clitic of s begins, whose last letters are word, or low when
// small and plain: "don't" and "China's".
func (w *walk) apart(s text.Span, word, low string) int {
	if strings.IndexByte(low, '\'') < 0 {
		return 0
	}
	for _, c := range w.clitic {
		if strings.HasSuffix(low, c) && (len(low) > len(c) || len(word) < s.Len()) {
			return s.End - len(c) - 2*strings.Count(word[strings.LastIndexAny(word, "'’"):], "’")
		}
	}
	return 0
}
