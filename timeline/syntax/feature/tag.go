package feature

// Tag appends to fs the features of word i for the tagger, which goes from left
// to right: tags holds the hashes of the tags of the words before i.
func Tag(fs []uint64, ws []Word, tags []uint64, i int) []uint64 {
	w, p1, p2, n1, n2 := at(ws, i), at(ws, i-1), at(ws, i-2), at(ws, i+1), at(ws, i+2)
	t1, t2 := uint64(1), uint64(1)
	if i > 0 {
		t1 = tags[i-1]
	}
	if i > 1 {
		t2 = tags[i-2]
	}
	place := uint64(0)
	if i == 0 {
		place = 1
	}
	if w.capital {
		place |= 2
	}
	return append(fs,
		f1(0, 1), f1(1, w.lower), f1(2, w.form), f2(3, w.shape, place),
		f1(4, w.suffix[0]), f1(5, w.suffix[1]), f1(6, w.suffix[2]), f1(7, w.suffix[3]), f1(8, w.suffix[4]),
		f1(9, w.prefix[0]), f1(10, w.prefix[1]), f1(11, w.prefix[2]), f1(12, w.prefix[3]),
		f1(13, w.tags), f1(14, w.fine), f1(15, w.coarse), f2(16, w.kind, place),
		f1(20, t1), f2(21, t2, t1), f2(22, t1, w.lower), f2(23, t1, w.tags), f2(24, t1, w.suffix[2]), f3(25, w.kind, place, t1),
		f3(26, t2, t1, w.tags), f3(27, t1, w.tags, n1.tags), f2(28, t1, n1.tags), f2(29, t1, w.fine),
		f1(40, p1.lower), f1(41, p2.lower), f1(42, n1.lower), f1(43, n2.lower),
		f2(44, p1.lower, w.lower), f2(45, w.lower, n1.lower), f2(46, p1.lower, n1.lower),
		f1(47, n1.suffix[2]), f1(48, p1.suffix[2]), f1(49, n1.shape), f3(50, p1.shape, w.shape, n1.shape),
		f3(51, w.kind, place, w.suffix[2]), f4(52, w.kind, place, n1.kind, n1.shape),
		f1(53, n1.tags), f1(54, n2.tags), f2(55, w.tags, n1.tags), f3(56, w.tags, n1.tags, n2.tags), f2(57, n1.tags, n2.tags),
		f1(58, p1.fine), f1(59, n1.fine), f3(60, p1.coarse, w.coarse, n1.coarse), f2(61, p1.fine, w.tags), f2(62, w.tags, n1.fine),
		f2(63, n1.fine, n2.fine), f2(64, w.coarse, n1.fine),
	)
}

// Universal appends the features of the universal tag of word i. The treebank tags
// leave little open.
func (t *Tree) Universal(fs []uint64, i int) []uint64 {
	ws, xs := t.Words, t.Tags
	w, p1, n1, n2 := at(ws, i), at(ws, i-1), at(ws, i+1), at(ws, i+2)
	x, xp, xp2, xn, xn2, xn3 := tagAt(xs, i), tagAt(xs, i-1), tagAt(xs, i-2), tagAt(xs, i+1), tagAt(xs, i+2), tagAt(xs, i+3)
	fs = append(fs,
		f1(80, x), f2(81, x, w.lower), f2(82, x, w.fine), f2(83, x, xn), f2(84, x, xp),
		f3(85, x, xn, xn2), f3(86, x, w.lower, xn), f3(87, x, w.lower, xp), f3(88, x, w.lower, n1.lower), f3(89, x, w.lower, p1.lower),
		f4(90, x, w.lower, xn, xn2), f4(91, x, xn, xn2, xn3), f4(92, w.lower, xp2, xp, x), f3(93, x, w.lower, n2.lower), f3(94, x, w.kind, w.shape),
		f3(95, x, w.lower, n1.fine), f3(96, x, w.tags, xn), f2(97, x, w.suffix[2]),
	)
	return t.hanging(fs, i)
}

func tagAt(xs []uint64, i int) uint64 {
	if i < 0 || i >= len(xs) {
		return noTag
	}
	return xs[i]
}
