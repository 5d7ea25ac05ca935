package feature

// A Guide is the tree that another parser gave the sentence. A parser learns how
// far to trust it (Nivre and McDonald 2008): one that reads from the end sees what
// one that reads from the beginning cannot see yet.
type Guide struct {
	// Heads are the heads, len(Heads) for the root; Rels their relations.
	Heads, Rels []int
	// last is the last word that hangs on each word, -1 for none.
	last []int
}

// NewGuide makes a guide of heads and relations. memory may be the guide of an
// earlier sentence.
func NewGuide(heads, rels []int, memory Guide) Guide {
	g := Guide{heads, rels, memory.last[:0]}
	for range len(heads) + 1 {
		g.last = append(g.last, -1)
	}
	for i, h := range heads {
		g.last[h] = i
	}
	return g
}

// Where the guide has the head of a word.
const (
	nowhere = iota
	headBelow
	headSecond
	headNext
	headBehind
	headTop
)

// where tells where the guide has the head of word i, seen from the second word
// of the stack s1, the top s0 and the next word b0.
func (g *Guide) where(i, s1, s0, b0 int) uint64 {
	if i < 0 || i >= len(g.Heads) {
		return nowhere
	}
	switch h := g.Heads[i]; {
	case h == b0:
		return headNext
	case h > b0:
		return headBehind
	case h == s1:
		return headSecond
	case h == s0:
		return headTop
	}
	return headBelow
}

func (g *Guide) rel(i int) uint64 {
	if i < 0 || i >= len(g.Rels) {
		return 0
	}
	return uint64(g.Rels[i]) + 1
}

// guided appends what the guide says of the words in question.
func (s *State) guided(fs []uint64, s0, s1, b0 int) []uint64 {
	g := &s.guide
	here, second, next := g.where(s0, s1, s0, b0), g.where(s1, s1, s0, b0), g.where(b0, s1, s0, b0)
	rel, relNext := g.rel(s0), g.rel(b0)
	if s0 >= 0 && g.last[s0] >= b0 {
		here |= 8 // it has still to get a word
	}
	t0, t1, tb := s.tag(s0), s.tag(s1), s.tag(b0)
	return append(fs,
		f1(200, here), f2(201, here, next), f3(202, here, next, second), f2(203, here, rel), f3(204, here, rel, t0),
		f3(205, here, t0, tb), f3(206, here, t1, t0), f3(207, next, t0, tb), f3(208, here, rel, s.word(s0)), f4(209, here, next, t0, tb),
		f3(210, here, next, distance(s0, b0)), f3(211, next, relNext, tb), f4(212, here, rel, t1, tb), f3(213, here, next, s.word(b0)),
	)
}
