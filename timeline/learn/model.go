// Package learn reads and scores sparse linear models.
//
// In comes a model file that cmd/train wrote, out come scores of classes for
// lists of hashed features. The package refuses to know what a feature stands
// for, and holds no training code.
package learn

import "math/bits"

// A Weight is the weight of one class in a row, as a code (see Code).
type Weight struct {
	Class uint8
	Code  int8
}

// A Row is a feature and its weights.
type Row struct {
	Feature uint64
	Weights []Weight
}

// A Model scores classes. It never changes and may be used by many goroutines.
//
// Almost all its time is waiting for memory, so a feature costs two reads: its
// cell, and its weights side by side.
type Model struct {
	classes []string
	// cells is an open table in the order of the features' keys: the key above,
	// then where the weights begin, then how many there are. 0 is an empty cell; a
	// count of 0 is a full row.
	cells []uint64
	shift uint
	// weights are pairs of a class and a value, as the file has them.
	weights []byte
	// full are the rows with weights for many classes (see full.go), the first of
	// them unused.
	full []uint64
}

// New makes a model of rows, whose features differ.
func New(classes []string, rows []Row) *Model {
	m := &Model{classes: classes}
	m.grow(len(rows))
	for _, r := range Sorted(rows) {
		m.enter(Key(r.Feature), len(m.weights)/2, len(r.Weights))
		m.weights = appendWeights(m.weights, r.Weights)
	}
	m.seal()
	return m
}

// grow makes the empty table for n rows, at most four fifths full. Keys fill it from
// front to back, so room for the last ones is added behind.
func (m *Model) grow(n int) {
	size := max(bits.Len(uint(n+n/4)), 4)
	m.cells = make([]uint64, 1<<size, 1<<size+64)
	m.shift = uint(32 - size)
}

// seal makes sure that every search ends at an empty cell, and fills the full rows.
func (m *Model) seal() {
	m.cells = append(m.cells, 0)
	m.fill()
}

// multiplier spreads features whose parts were only added up.
const multiplier = 0x9e3779b97f4a7c15

// Key is the 32 bits of a feature that a model keeps. A feature that a model does
// not have meets the key of another about once in ten thousand times, which does
// no measurable harm.
func Key(f uint64) uint32 {
	f *= multiplier
	return uint32((f ^ f>>29) >> 24)
}

// enter enters a key, larger than all before it, with the place of its weights.
func (m *Model) enter(key uint32, at, count int) {
	i := int(key >> m.shift)
	for i < len(m.cells) && m.cells[i] != 0 {
		i++
	}
	cell := uint64(key)<<32 | uint64(at)<<8 | uint64(count)
	if i == len(m.cells) {
		m.cells = append(m.cells, cell)
		return
	}
	m.cells[i] = cell
}

// Classes are the names of the classes, by their number.
func (m *Model) Classes() []string { return m.classes }

// batch is how many features are looked up at once.
const batch = 64

// Score adds to scores, which has a place for each class, the weights of the
// features.
//
// The cells of a batch are fetched first, without a branch in between, so that the
// waits for memory overlap.
func (m *Model) Score(features []uint64, scores []int32) {
	var keys [batch]uint32
	var cells [batch]uint64
	var sums [maxClasses / lanes]uint64
	var single [maxClasses]int32 // as long as a byte counts, so that no bound is checked
	for len(features) > 0 {
		n := min(len(features), batch)
		for i, f := range features[:n] {
			k := Key(f)
			keys[i], cells[i] = k, m.cells[k>>m.shift]
		}
		for i, c := range cells[:n] {
			if c != 0 {
				m.add(keys[i], c, &single, &sums)
			}
		}
		features = features[n:]
	}
	unpack(&sums, scores)
	for c := range scores {
		scores[c] += single[c]
	}
}

// add adds the weights of a key, whose search begins at cell c.
func (m *Model) add(key uint32, c uint64, single *[maxClasses]int32, sums *[maxClasses / lanes]uint64) {
	for i := int(key >> m.shift); uint32(c>>32) != key; c = m.cells[i] {
		if c == 0 || uint32(c>>32) > key { // cells are in the order of their keys
			return
		}
		i++
	}
	at, n := int(uint32(c)>>8), int(uint8(c))
	if n == 0 {
		w := m.width()
		addFull(sums, m.full[at*w:at*w+w])
		return
	}
	ws := m.weights[2*at : 2*at+2*n]
	for i := 1; i < len(ws); i += 2 {
		single[ws[i-1]] += values[ws[i]]
	}
}

// Best is the class with the highest score, the first of equals; allowed may be
// nil.
func Best(scores []int32, allowed func(class int) bool) int {
	best := -1
	for c, s := range scores {
		if (best < 0 || s > scores[best]) && (allowed == nil || allowed(c)) {
			best = c
		}
	}
	return best
}
