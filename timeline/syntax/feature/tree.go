package feature

// A Tree is a whole tree, in which tags are looked at once more: what a word is
// shows best when all that hangs on it is known.
type Tree struct {
	Words []Word
	Tags  []uint64
	// Heads are the heads, len(Words) for the root.
	Heads []int
	// Rels are the relations to them, by number.
	Rels []int
	// first and last are the outermost children, after the next sisters, -1 for
	// none.
	first, last, after []int
}

// Reset prepares t for a sentence, reusing its memory.
func (t *Tree) Reset(ws []Word, tags []uint64, heads, rels []int) {
	t.Words, t.Tags, t.Heads, t.Rels = ws, tags, heads, rels
	for _, p := range []*[]int{&t.first, &t.last, &t.after} {
		*p = (*p)[:0]
		for range len(ws) + 1 {
			*p = append(*p, -1)
		}
	}
	for i, h := range heads {
		if t.first[h] < 0 {
			t.first[h] = i
		} else {
			t.after[t.last[h]] = i
		}
		t.last[h] = i
	}
}

func (t *Tree) tag(i int) uint64 {
	switch {
	case i < 0:
		return noTag
	case i >= len(t.Tags):
		return rootTag
	}
	return t.Tags[i]
}

func (t *Tree) word(i int) *Word { return at(t.Words, i) }

// rel is a value for the relation of word i.
func (t *Tree) rel(i int) uint64 {
	if i < 0 || i >= len(t.Rels) {
		return 0
	}
	return uint64(t.Rels[i])*2 + 3
}

// sisters bounds the words on one head that are looked at.
const sisters = 5

// Again appends the features of the treebank tag of word i, which it has been given
// without the tree.
func (t *Tree) Again(fs []uint64, i int) []uint64 {
	w, ti := t.word(i), t.tag(i)
	fs = append(fs,
		f1(430, ti), f2(431, ti, w.lower), f2(432, ti, w.tags), f3(433, t.tag(i-1), ti, t.tag(i+1)), f3(434, w.lower, ti, t.tag(i+1)),
		f3(435, w.lower, t.tag(i-1), ti), f2(436, ti, w.suffix[2]), f3(437, ti, w.kind, w.shape), f2(438, ti, w.form), f2(439, ti, w.fine),
	)
	return t.hanging(fs, i)
}

// hanging appends features of what word i hangs on and of what hangs on it, for its
// tags.
func (t *Tree) hanging(fs []uint64, i int) []uint64 {
	h := t.Heads[i]
	w, wh := t.word(i), t.word(h)
	ti, th, r := t.tag(i), t.tag(h), t.rel(i)
	side := uint64(0)
	if h < i {
		side = 1
	}
	fc, lc := t.first[i], t.last[i]
	fs = append(fs,
		f2(400, ti, r), f3(401, ti, r, th), f3(402, ti, r, w.lower), f3(403, ti, w.lower, th), f4(404, ti, th, t.tag(fc), t.tag(lc)),
		f4(405, ti, r, t.rel(fc), t.rel(lc)), f4(406, ti, th, side, w.tags), f3(407, ti, r, w.suffix[2]), f3(408, ti, wh.lower, r), f3(409, w.tags, r, th),
		f4(410, ti, r, t.tag(i-1), t.tag(i+1)), f3(411, ti, r, w.fine), f3(412, w.lower, r, t.rel(h)),
	)
	n := 0
	for c := fc; c >= 0 && n < sisters; c = t.after[c] {
		fs = append(fs, f3(420, ti, t.rel(c), t.tag(c)), f3(421, ti, t.rel(c), t.word(c).lower), f3(422, ti, w.tags, t.rel(c)))
		n++
	}
	return fs
}
