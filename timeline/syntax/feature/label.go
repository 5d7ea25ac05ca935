package feature

// A Tree is a complete tree without relations: Heads holds the index of each
// word's head, -1 for the root.
type Tree struct {
	Words []Word
	Tags  []uint64
	Heads []int
	// first and last are the outermost children, prev the sibling before.
	first, last, prev, next []int
}

// NewTree links the children of heads.
func NewTree(ws []Word, tags []uint64, heads []int) *Tree {
	n := len(ws)
	block := make([]int, 4*n)
	for i := range block {
		block[i] = -1
	}
	t := &Tree{ws, tags, heads, block[:n], block[n : 2*n], block[2*n : 3*n], block[3*n:]}
	for i, h := range heads {
		if h < 0 {
			continue
		}
		if t.first[h] < 0 {
			t.first[h] = i
		} else {
			t.prev[i], t.next[t.last[h]] = t.last[h], i
		}
		t.last[h] = i
	}
	return t
}

func (t *Tree) tag(i int) uint64 {
	if i < 0 || i >= len(t.Tags) {
		return noTag
	}
	return t.Tags[i]
}

func (t *Tree) word(i int) uint64 { return at(t.Words, i).lower }

// Relation appends the features of the arc from word i to its head. before is
// the relation of the sibling before i, or 0.
func (t *Tree) Relation(fs []uint64, i int, before uint64) []uint64 {
	h := t.Heads[i]
	g := -1
	if h >= 0 {
		g = t.Heads[h]
	}
	side := uint64(1)
	if i > h {
		side = 2
	}
	w, p, wh, ph := t.word(i), t.tag(i), t.word(h), t.tag(h)
	f, l := t.first[i], t.last[i]
	d := distance(min(h, i), max(h, i)) | side<<8
	var hf, hl int = -1, -1
	if h >= 0 {
		hf, hl = t.first[h], t.last[h]
	}
	suffix, suffixH := at(t.Words, i).suffix[2], at(t.Words, h).suffix[2]
	return append(fs,
		join(200, w, p, side), join(201, p, side), join(202, wh, ph, side), join(203, ph, side),
		join(204, w, p, wh, ph), join(205, p, wh, side), join(206, w, ph, side), join(207, p, ph, side), join(208, p, ph, d),
		join(209, w, wh), join(210, t.word(f), p, ph, side), join(211, t.tag(f), p, ph, side), join(212, t.word(f), wh, side),
		join(213, t.tag(l), p, ph, side), join(214, t.word(l), p, ph, side),
		join(215, t.tag(i-1), p, t.tag(i+1)), join(216, t.word(i-1), p, ph, side), join(217, t.word(i+1), p, ph, side),
		join(218, before, p, ph, side), join(219, before, t.word(f), p, ph), join(220, before, wh, p),
		join(221, t.tag(t.prev[i]), p, ph, side), join(222, t.tag(t.next[i]), p, ph, side), join(223, t.word(t.prev[i]), p, ph, side),
		join(224, t.tag(hf), p, ph, side), join(225, t.tag(hl), p, ph, side), join(226, t.word(hf), p, ph, side),
		join(227, t.tag(g), p, ph, side), join(228, suffix, ph, side), join(229, suffixH, p, side), join(230, suffix, p, ph, side),
		join(231, at(t.Words, i).shape, p, ph, side), join(232, t.word(hl), p, ph, side), join(233, t.word(f), t.word(l), p, ph),
		join(234, t.tag(hf), t.tag(nextOf(t, hf)), p, ph, side), join(235, w, t.word(f), side), join(236, t.word(t.next[i]), p, ph, side),
	)
}

func nextOf(t *Tree, i int) int {
	if i < 0 {
		return -1
	}
	return t.next[i]
}
