package entity

// Version is written into the model's card. It grows whenever a feature changes,
// since a model of another version scores nonsense.
const Version = 1

// Ways of writing that features are told apart by.
const (
	plainStyle = iota
	loudStyle
	titledStyle
)

// join makes a feature of a template's number and its values.
func join(template uint64, a, b, c uint64) uint64 {
	h := mix(template*0x9e3779b97f4a7c15 ^ a)
	if b != 0 {
		h = mix(h ^ b*0xff51afd7ed558ccd)
	}
	if c != 0 {
		h = mix(h ^ c*0xc4ceb9fe1a85ec53)
	}
	return h
}

// Own is how many of a word's features name the word itself, and stand first.
// Training leaves them out now and then, to learn what to make of unknown words.
const Own = 6

// Bias is the feature that every word has.
func Bias() uint64 { return join(1, 0, 0, 0) }

// Features appends to fs what speaks for or against each label of word i, but for
// what the document tells.
func (v *View) Features(fs []uint64, i int) []uint64 {
	w, p1, p2, n1, n2 := v.at(i), v.at(i-1), v.at(i-2), v.at(i+1), v.at(i+2)
	style, how := v.style(), v.how(i)
	around := uint64(p1.kind)<<8 | uint64(n1.kind)<<16 | how<<24
	fs = append(fs, // the first few name the word itself
		join(2, w.lower, 0, 0), join(3, w.form, 0, 0),
		join(17, p1.lower, w.lower, 0), join(18, w.lower, n1.lower, 0),
		join(9, w.suffix[3], 0, 0), join(12, w.prefix[3], 0, 0),
	)
	fs = append(fs,
		Bias(), join(4, w.shape, style+1, 0), join(5, how, 0, 0),
		join(6, w.suffix[0], 0, 0), join(7, w.suffix[1], 0, 0), join(8, w.suffix[2], 0, 0),
		join(10, w.prefix[1], 0, 0), join(11, w.prefix[2], 0, 0),
		join(13, p1.lower, 0, 0), join(14, n1.lower, 0, 0), join(15, p2.lower, 0, 0), join(16, n2.lower, 0, 0),
		join(19, p1.lower, how, 0), join(20, n1.lower, how, 0),
		join(21, around, 0, 0), join(22, p1.shape, w.shape, n1.shape),
		join(23, p1.lower, n1.lower, uint64(w.kind)+1),
		join(24, p1.suffix[2], how, 0), join(25, n1.suffix[2], how, 0),
		join(26, p2.lower, p1.lower, how), join(27, n1.lower, n2.lower, how),
		join(28, w.suffix[2], how, 0), join(29, w.suffix[2], n1.lower, 0),
	)
	return v.listed(fs, i, how)
}

// how is how word i is written, and where.
func (v *View) how(i int) uint64 {
	h := uint64(v.words[i].kind) | v.style()<<8 | 1<<16
	if i == 0 {
		h |= 1 << 10
	}
	return h
}

func (v *View) style() uint64 {
	switch {
	case v.loud:
		return loudStyle
	case v.titled:
		return titledStyle
	}
	return plainStyle
}

// listed appends what the lists tell of word i.
func (v *View) listed(fs []uint64, i int, how uint64) []uint64 {
	here, before, after := v.lists(i), v.lists(i-1), v.lists(i+1)
	fs = append(fs,
		join(40, here, how, 1), join(41, before<<32|here, uint64(v.at(i).kind)+1, 1), join(42, here<<32|after, uint64(v.at(i).kind)+1, 1),
		join(43, before<<32|here, after+1, how),
	)
	if here == 0 && before == 0 && after == 0 {
		return fs
	}
	kinds := uint64(v.at(i).kind)
	for l := range uint64(MaxLists) {
		if here>>l&1 != 0 {
			p := uint64(v.ms[i][l])
			fs = append(fs, join(44, l<<8|p, kinds+1, 0), join(45, l<<8|p, v.at(i+1).lower, 0), join(46, l<<8|p, v.at(i-1).lower, 0))
		}
		if before>>l&1 != 0 {
			fs = append(fs, join(47, l<<8|uint64(v.ms[i-1][l]), kinds+1, 0))
		}
		if after>>l&1 != 0 {
			fs = append(fs, join(48, l<<8|uint64(v.ms[i+1][l]), kinds+1, 0))
		}
	}
	return fs
}

// Link is the feature under which a model keeps the weights of what stands behind
// a label.
func Link(l Label) uint64 { return join(60, uint64(l)+1, 0, 0) }

// Foreign appends features that only training sees, of words that others marked:
// they take up what is different there.
func (v *View) Foreign(fs []uint64, i int) []uint64 {
	how := v.how(i)
	return append(fs, join(95, 0, 0, 0), join(96, how, 0, 0), join(97, v.lists(i), how, 1), join(98, v.words[i].lower, 0, 0), join(99, v.at(i-1).lower, how, 0), join(100, v.at(i+1).lower, how, 0))
}
