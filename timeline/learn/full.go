package learn

// Rows of frequent features have weights for most classes, and adding them one by one
// is most of the work. So such a row is laid out in full, two classes to a word, and
// added two at a time: a word is the first number and 2^32 times the second. Sums of
// words are right whatever their halves borrow from each other. (Four to a word would
// be faster, but scores of small models do not fit into 16 bits.)
const lanes = 2

// width is the number of words of a full row.
func (m *Model) width() int { return (len(m.classes) + lanes - 1) / lanes }

// fill lays out in full the rows that are cheaper so.
func (m *Model) fill() {
	w := m.width()
	m.full = make([]uint64, w)
	for i, c := range m.cells {
		at, n := int(uint32(c)>>8), int(uint8(c))
		if n == 0 || n < w*3/4 {
			continue
		}
		row := len(m.full) / w
		if row >= maxWeights {
			return
		}
		for range w {
			m.full = append(m.full, 0)
		}
		words := m.full[row*w:]
		for ws := m.weights[2*at : 2*at+2*n]; len(ws) >= 2; ws = ws[2:] {
			words[ws[0]/lanes] += uint64(int64(values[ws[1]])) << (32 * uint(ws[0]%lanes))
		}
		m.cells[i] = c&^(1<<32-1) | uint64(row)<<8
	}
}

func addFull(sums *[maxClasses / lanes]uint64, row []uint64) {
	to := sums[:len(row)]
	for i, x := range row {
		to[i] += x
	}
}

// unpack adds the lanes of sums to scores.
func unpack(sums *[maxClasses / lanes]uint64, scores []int32) {
	for i := 0; i < len(scores); i++ {
		lane := int32(sums[i/lanes])
		scores[i] += lane
		sums[i/lanes] = (sums[i/lanes] - uint64(int64(lane))) >> 32
	}
}
