package feature

// A Move is a transition of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and
// Satta 2011) with the root behind the last word, as Goldberg and Nivre (2013)
// have it.
type Move int

const (
	// Shift puts the next word on the stack.
	Shift Move = iota
	// Left makes the next word the head of the top of the stack.
	Left
	// Right makes the second word of the stack the head of the top.
	Right
	// Moves is their number.
	Moves = 3
)

// Class is the number of a move with a relation, as models count them: shift is
// 0, and each relation has a left and a right arc.
func Class(m Move, rel int) int {
	if m == Shift {
		return 0
	}
	return 2*rel + int(m)
}

// MoveOf is the move and relation of a class.
func MoveOf(class int) (m Move, rel int) {
	if class == 0 {
		return Shift, 0
	}
	return Move((class-1)%2 + 1), (class - 1) / 2
}

// A State is a half-built tree.
type State struct {
	Words []Word
	Tags  []uint64
	// Heads are the heads so far: -2 none yet, len(Words) the root.
	Heads []int
	// Rels are the relations to them, by number.
	Rels  []int
	Stack []int
	// Next is the first word of the buffer; len(Words) is the root.
	Next int
	// left and right are the outermost children, left2 and right2 the ones that
	// they replaced; -1 for none. valency counts children on each side.
	left, right, left2, right2 []int
	nleft, nright              []uint8
	guide                      Guide
}

// Reset prepares s for a sentence, reusing its memory.
func (s *State) Reset(ws []Word, tags []uint64, g Guide) {
	n := len(ws)
	s.guide = g
	s.Words, s.Tags = ws, tags
	s.Stack, s.Next = s.Stack[:0], 0
	for _, p := range []*[]int{&s.Heads, &s.Rels, &s.left, &s.right, &s.left2, &s.right2} {
		if cap(*p) < n+1 {
			*p = make([]int, n+1)
		}
		*p = (*p)[:n+1]
	}
	if cap(s.nleft) < n+1 {
		s.nleft, s.nright = make([]uint8, n+1), make([]uint8, n+1)
	}
	s.nleft, s.nright = s.nleft[:n+1], s.nright[:n+1]
	for i := range n + 1 {
		s.Heads[i], s.left[i], s.right[i], s.left2[i], s.right2[i] = -2, -1, -1, -1, -1
		s.nleft[i], s.nright[i], s.Rels[i] = 0, 0, -1
	}
}

// Done reports whether the tree is complete.
func (s *State) Done() bool { return s.Next == len(s.Words) && len(s.Stack) == 0 }

// Legal reports whether m may be made. Only one word may hang on the root.
func (s *State) Legal(m Move) bool {
	k := len(s.Stack)
	switch m {
	case Shift:
		return s.Next < len(s.Words)
	case Left:
		return k > 0 && (s.Next < len(s.Words) || k == 1)
	}
	return k > 1
}

// Best is the legal move with the highest score, the first of equals, and its
// relation.
func (s *State) Best(scores []int32) (Move, int) {
	best := -1
	if s.Legal(Shift) {
		best = 0
	}
	for _, m := range [...]Move{Left, Right} {
		if !s.Legal(m) {
			continue
		}
		for c := int(m); c < len(scores); c += 2 {
			if best < 0 || scores[c] > scores[best] {
				best = c
			}
		}
	}
	return MoveOf(best)
}

// Make makes a legal move; rel names the arc, if it makes one.
func (s *State) Make(m Move, rel int) {
	k := len(s.Stack)
	switch m {
	case Shift:
		s.Stack = append(s.Stack, s.Next)
		s.Next++
	case Left:
		s.attach(s.Next, s.Stack[k-1], rel)
		s.Stack = s.Stack[:k-1]
	case Right:
		s.attach(s.Stack[k-2], s.Stack[k-1], rel)
		s.Stack = s.Stack[:k-1]
	}
}

func (s *State) attach(head, dep, rel int) {
	s.Heads[dep], s.Rels[dep] = head, rel
	if dep < head {
		if s.left[head] < 0 || dep < s.left[head] {
			s.left2[head], s.left[head] = s.left[head], dep
		}
		s.nleft[head] = min(s.nleft[head]+1, 3)
		return
	}
	if dep > s.right[head] {
		s.right2[head], s.right[head] = s.right[head], dep
	}
	s.nright[head] = min(s.nright[head]+1, 3)
}

// rootTag and noTag stand for the root and for nothing.
const (
	rootTag = 2
	noTag   = 1
)

func (s *State) tag(i int) uint64 {
	switch {
	case i < 0:
		return noTag
	case i >= len(s.Tags):
		return rootTag
	}
	return s.Tags[i]
}

func (s *State) fine(i int) uint64   { return at(s.Words, i).fine }
func (s *State) coarse(i int) uint64 { return at(s.Words, i).coarse }

func (s *State) word(i int) uint64 { return at(s.Words, i).lower }

// rel is a value for the relation of word i.
func (s *State) rel(i int) uint64 {
	if i < 0 {
		return noTag
	}
	return uint64(s.Rels[i]) + 100
}

func (s *State) child(cs []int, i int) int {
	if i < 0 {
		return -1
	}
	return cs[i]
}

func (s *State) top(k int) int {
	if k >= len(s.Stack) {
		return -1
	}
	return s.Stack[len(s.Stack)-1-k]
}

func (s *State) buffer(k int) int {
	if s.Next+k > len(s.Words) {
		return -1
	}
	return s.Next + k
}

// Features appends the features of the state, after Zhang and Nivre (2011).
func (s *State) Features(fs []uint64) []uint64 {
	s0, s1, s2 := s.top(0), s.top(1), s.top(2)
	b0, b1, b2 := s.buffer(0), s.buffer(1), s.buffer(2)
	w0, w1, wb, wb1 := s.word(s0), s.word(s1), s.word(b0), s.word(b1)
	t0, t1, t2 := s.tag(s0), s.tag(s1), s.tag(s2)
	tb, tb1, tb2 := s.tag(b0), s.tag(b1), s.tag(b2)
	l0, r0 := s.child(s.left, s0), s.child(s.right, s0)
	l1, r1, lb := s.child(s.left, s1), s.child(s.right, s1), s.child(s.left, b0)
	l02, r02, r12 := s.child(s.left2, s0), s.child(s.right2, s0), s.child(s.right2, s1)
	v0, v1, vb := uint64(0), uint64(0), uint64(0)
	if s0 >= 0 {
		v0 = uint64(s.nleft[s0])<<4 | uint64(s.nright[s0]) | 1<<10
	}
	if s1 >= 0 {
		v1 = uint64(s.nleft[s1])<<4 | uint64(s.nright[s1]) | 1<<11
	}
	if b0 >= 0 {
		vb = uint64(s.nleft[b0]) | 1<<12
	}
	d, d1 := distance(s0, b0), distance(s1, s0)
	a0, a1, ab := at(s.Words, s0).tags, at(s.Words, s1).tags, at(s.Words, b0).tags
	c0, c1, cb := s.fine(s0), s.fine(s1), s.fine(b0)
	fs = append(fs,
		f2(100, w0, t0), f1(101, w0), f1(102, t0), f2(103, w1, t1), f1(104, w1), f1(105, t1),
		f2(106, wb, tb), f1(107, wb), f1(108, tb), f2(109, wb1, tb1), f1(110, tb1), f2(111, s.word(b2), tb2),
		f4(112, w0, t0, wb, tb), f3(113, w0, t0, wb), f3(114, w0, wb, tb), f3(115, w0, t0, tb),
		f3(116, t0, wb, tb), f2(117, w0, wb), f2(118, t0, tb), f2(119, tb, tb1),
		f4(120, w1, t1, w0, t0), f2(121, w1, w0), f2(122, t1, t0), f3(123, w1, t1, t0), f3(124, t1, w0, t0),
		f3(125, t0, tb, tb1), f3(126, t1, t0, tb), f3(127, t2, t1, t0), f3(128, tb, tb1, tb2),
		f3(129, t0, s.tag(l0), tb), f3(130, t0, s.tag(r0), tb), f3(131, t0, tb, s.tag(lb)),
		f3(132, t1, s.tag(r1), t0), f3(133, t1, s.tag(l1), t0), f3(134, t1, t0, s.tag(l0)), f3(135, t1, t0, s.tag(r0)),
		f2(136, w0, d), f3(137, t0, tb, d), f2(138, w1, d1), f3(139, t1, t0, d1), f2(140, wb, d),
		f3(141, t0, v0, tb), f3(142, t1, v1, t0), f3(143, tb, vb, t0), f2(144, w0, v0), f2(145, wb, vb),
		f3(146, s.word(l0), t0, tb), f3(147, s.word(r0), t0, tb), f3(148, s.word(lb), tb, t0), f3(149, s.word(r1), t1, t0), f3(150, s.word(l0), t1, t0),
		f4(151, t0, s.tag(r0), s.tag(r02), tb), f4(152, t0, s.tag(l0), s.tag(l02), t1), f4(153, t1, s.tag(r1), s.tag(r12), t0),
		f3(160, s.rel(l0), t0, tb), f3(161, s.rel(r0), t0, tb), f2(162, s.rel(l0), w0), f2(163, s.rel(r0), w0),
		f3(164, s.rel(r1), t1, t0), f3(165, s.rel(l1), t1, t0), f2(166, s.rel(r1), w1), f3(167, s.rel(lb), tb, t0), f2(168, s.rel(lb), wb),
		f4(169, s.rel(l0), s.rel(l02), t0, tb), f4(170, s.rel(r0), s.rel(r02), t0, tb), f4(171, s.rel(l0), s.rel(r0), t0, tb), f4(172, s.rel(r1), s.rel(r12), t1, t0),
		f1(180, c0), f1(181, cb), f2(182, c0, cb), f2(183, c0, tb), f2(184, t0, cb), f2(185, c1, c0), f2(186, c1, t0), f2(187, t1, c0), f2(188, w0, cb), f2(189, c0, wb),
		f2(240, t0, a0), f2(241, tb, ab), f2(242, a0, ab), f4(243, t0, a0, tb, ab), f3(244, t1, t0, ab), f4(245, a1, a0, t1, t0),
		f3(190, s.coarse(s1), s.coarse(s0), s.coarse(b0)), f1(191, s.fine(b1)), f2(192, w1, c0), f2(193, c1, w0), f3(194, c1, t0, tb), f3(195, c0, tb, tb1),
		f4(155, t1, t0, tb, d1), f3(156, w0, tb, tb1), f3(157, t1, w0, tb), f3(158, w1, t0, tb),
	)
	if s.guide.Heads != nil {
		fs = s.guided(fs, s0, s1, b0)
	}
	return fs
}

// distance is a bucket of how far b lies behind a.
func distance(a, b int) uint64 {
	if a < 0 || b < 0 {
		return 9
	}
	switch d := b - a; {
	case d < 0:
		return 8
	case d <= 4:
		return uint64(d)
	case d <= 7:
		return 5
	case d <= 12:
		return 6
	}
	return 7
}
