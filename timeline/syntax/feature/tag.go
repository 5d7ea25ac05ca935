package feature

// Tag appends to fs the features of word i for the tagger, which goes from left
// to right: tags holds the tags of the words before i. hint is a tag from
// another tag set for the same word, or 0.
func Tag(fs []uint64, ws []Word, tags []uint64, i int, hint uint64) []uint64 {
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
	fs = append(fs,
		join(0),
		join(1, w.lower), join(2, w.form), join(3, w.shape, place),
		join(4, w.suffix[0]), join(5, w.suffix[1]), join(6, w.suffix[2]), join(7, w.suffix[3]),
		join(8, w.prefix[0]), join(9, w.prefix[1]), join(10, w.prefix[2]),
		join(11, t1), join(12, t2, t1),
		join(13, t1, w.lower), join(14, p1.lower), join(15, p2.lower),
		join(16, n1.lower), join(17, n2.lower),
		join(18, p1.lower, w.lower), join(19, w.lower, n1.lower),
		join(20, n1.suffix[2]), join(21, p1.suffix[2]),
		join(22, n1.shape), join(23, p1.shape, w.shape, n1.shape),
		join(31, w.common, place), join(32, w.common, place, t1), join(33, w.common, place, w.suffix[2]), join(34, w.common, place, n1.common, n1.shape),
		join(24, w.suffix[2], t1), join(25, p1.lower, n1.lower),
	)
	if hint != 0 {
		fs = append(fs, join(26, hint), join(27, hint, w.lower), join(28, hint, t1), join(29, hint, w.suffix[2], place), join(30, hint, n1.lower))
	}
	return fs
}
