package entity

// A Memory is what a document tells of its words: a name that is plain in one
// sentence helps with another.
type Memory struct{ votes map[uint64]vote }

// A vote counts how often a word was taken for what, and stood in small letters.
type vote struct {
	as    [Types + 1]int32
	small int32
}

// A hint is what the rest of the document says of a word; zero is nothing.
type hint struct {
	// of is the type that most other places have, plus one; 0 if there is none.
	of uint8
	// sure is 1 for half of the places, 2 for nearly all.
	sure uint8
	// many is how many other places there are, 3 at most.
	many uint8
	// small says that it stands in small letters elsewhere.
	small bool
}

// NewMemory is the memory of a document of which nothing is known yet.
func NewMemory() *Memory { return &Memory{map[uint64]vote{}} }

// Add notes what the words of a sentence were taken for.
func (m *Memory) Add(v *View, ls []Label) {
	for i := range v.words {
		w := &v.words[i]
		if !v.live[i] || v.loud {
			continue
		}
		x := m.votes[w.lower]
		switch {
		case ls[i] != 0 || w.kind&capital != 0:
			x.as[ls[i].Type()]++
		case w.kind&lowered != 0:
			x.small++
		default:
			continue
		}
		m.votes[w.lower] = x
	}
}

// Hint fills in the hints of a sentence whose words were taken for ls, and reports
// whether there are any.
func (m *Memory) Hint(v *View, ls []Label) (any bool) {
	clear(v.hints)
	for i := range v.words {
		w := &v.words[i]
		if !v.live[i] || v.seen[i] == 0 && w.kind&(capital|shouting) == 0 {
			continue
		}
		x, ok := m.votes[w.lower]
		if !ok {
			continue
		}
		if !v.loud && (ls[i] != 0 || w.kind&capital != 0) { // its own vote
			x.as[ls[i].Type()]--
		}
		v.hints[i] = x.hint()
		any = any || v.hints[i] != hint{}
	}
	return any
}

func (x vote) hint() (h hint) {
	all, top := int32(0), 0
	for t, n := range x.as {
		all += n
		if n > x.as[top] {
			top = t
		}
	}
	h.small = x.small > 0
	if all == 0 {
		return h
	}
	h.of, h.many = uint8(top)+1, uint8(min(all, 3))
	if 2*x.as[top] >= all {
		h.sure = 1
	}
	if 10*x.as[top] >= 9*all {
		h.sure = 2
	}
	return h
}

// hinted appends what the document tells of word i.
func (v *View) hinted(fs []uint64, i int, how uint64) []uint64 {
	code := func(i int) uint64 {
		if i < 0 || i >= len(v.hints) {
			return 0
		}
		h := v.hints[i]
		return uint64(h.of)<<8 | uint64(h.sure)
	}
	h := v.hints[i]
	if h.small {
		fs = append(fs, join(70, how, 0, 0))
	}
	before, here, after := code(i-1), code(i), code(i+1)
	if here != 0 {
		fs = append(fs, join(71, here, uint64(h.many), 0), join(72, here, how, 0))
	}
	if here|before != 0 {
		fs = append(fs, join(73, before<<16|here, 0, 0))
	}
	if here|after != 0 {
		fs = append(fs, join(74, here<<16|after, 0, 0))
	}
	return fs
}
