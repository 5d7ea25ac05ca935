// Package learn reads and scores sparse linear models.
//
// In comes a model file that cmd/train wrote, out come scores of classes for
// lists of hashed features. The package refuses to know what a feature stands
// for, and holds no training code.
package learn

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"math/bits"
	"slices"
)

// A Weight is the weight of one class in a row.
type Weight struct {
	Class uint16
	Value int16
}

// A Row is a feature and its weights.
type Row struct {
	Feature uint64
	Weights []Weight
}

// A Model scores classes. It never changes and may be used by many goroutines.
type Model struct {
	classes []string
	// keys is an open table of features; at[i] is where the weights of keys[i]
	// begin, and counts[i] how many there are. A count of 0 is an empty place.
	keys    []uint32
	at      []uint32
	counts  []uint8
	weights []Weight
	mask    uint32
}

// magic begins every model file; the digit is the format's version.
const magic = "dateline-model-1\n"

// Bounds of what a file may claim, so that a damaged one does no harm.
const (
	maxClasses = 4096
	maxRows    = 1 << 22
)

// New makes a model of rows, whose features differ.
func New(classes []string, rows []Row) *Model {
	m := &Model{classes: classes}
	m.grow(len(rows))
	for _, r := range rows {
		m.put(fold(r.Feature), r.Weights)
	}
	return m
}

// grow makes the empty table for n rows, at most half full.
func (m *Model) grow(n int) {
	size := 1 << bits.Len(uint(2*n+1))
	m.keys, m.at, m.counts = make([]uint32, size), make([]uint32, size), make([]uint8, size)
	m.mask = uint32(size - 1)
}

// fold is the 32 bits of a feature that a model keeps. Two features of one model
// share them about once in a few thousand rows, which does no measurable harm.
func fold(f uint64) uint32 { return uint32(f ^ f>>32) }

func (m *Model) put(f uint32, ws []Weight) {
	i := f & m.mask
	for m.counts[i] != 0 {
		i = (i + 1) & m.mask
	}
	m.keys[i], m.at[i], m.counts[i] = f, uint32(len(m.weights)), uint8(len(ws))
	m.weights = append(m.weights, ws...)
}

// Classes are the names of the classes, by their number.
func (m *Model) Classes() []string { return m.classes }

// Score adds to scores, which has a place for each class, the weights of the
// features.
func (m *Model) Score(features []uint64, scores []int32) {
	for _, f := range features {
		key := fold(f)
		i := key & m.mask
		for m.counts[i] != 0 {
			if m.keys[i] == key {
				a := m.at[i]
				for _, w := range m.weights[a : a+uint32(m.counts[i])] {
					scores[w.Class] += int32(w.Value)
				}
				break
			}
			i = (i + 1) & m.mask
		}
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

// Write writes a model file: gzip around the magic line, the classes, and the
// rows by their features, so that the same rows make the same bytes.
func Write(w io.Writer, classes []string, rows []Row) error {
	z, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return err
	}
	b := []byte(magic)
	b = binary.AppendUvarint(b, uint64(len(classes)))
	for _, c := range classes {
		b = binary.AppendUvarint(b, uint64(len(c)))
		b = append(b, c...)
	}
	rows = slices.Clone(rows)
	slices.SortStableFunc(rows, func(a, b Row) int { return cmp.Compare(fold(a.Feature), fold(b.Feature)) })
	b = binary.AppendUvarint(b, uint64(len(rows)))
	last := uint32(0)
	for _, r := range rows {
		if len(r.Weights) == 0 || len(r.Weights) > 255 {
			return fmt.Errorf("write model: a row of %d weights", len(r.Weights))
		}
		key := fold(r.Feature)
		b = binary.AppendUvarint(b, uint64(key-last))
		last = key
		b = append(b, byte(len(r.Weights)))
		for _, w := range r.Weights {
			b = binary.AppendUvarint(b, uint64(w.Class))
			b = binary.AppendVarint(b, int64(w.Value))
		}
	}
	if _, err := z.Write(b); err != nil {
		return fmt.Errorf("write model: %w", err)
	}
	return z.Close()
}

// Read reads a model file.
func Read(r io.Reader) (*Model, error) {
	z, err := gzip.NewReader(r)
	if err != nil {
		return nil, fmt.Errorf("read model: %w", err)
	}
	in := bufio.NewReaderSize(z, 1<<16)
	m, err := read(in)
	if err == nil { // the check sum stands at the end
		_, err = io.Copy(io.Discard, in)
	}
	if errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	if err != nil {
		return nil, fmt.Errorf("read model: %w", err)
	}
	return m, nil
}

func read(in *bufio.Reader) (*Model, error) {
	head := make([]byte, len(magic))
	if _, err := io.ReadFull(in, head); err != nil {
		return nil, err
	}
	if string(head) != magic {
		return nil, errors.New("not a model of this version")
	}
	classes, err := readClasses(in)
	if err != nil {
		return nil, err
	}
	n, err := binary.ReadUvarint(in)
	if err != nil {
		return nil, err
	}
	if n > maxRows {
		return nil, fmt.Errorf("%d rows are too many", n)
	}
	m := &Model{classes: classes}
	m.grow(int(n))
	var ws [255]Weight
	key := uint32(0)
	for range n {
		step, k, err := readRow(in, ws[:], len(classes))
		if err != nil {
			return nil, err
		}
		key += step
		m.put(key, ws[:k])
	}
	return m, nil
}

func readClasses(in *bufio.Reader) ([]string, error) {
	n, err := binary.ReadUvarint(in)
	if err != nil {
		return nil, err
	}
	if n > maxClasses {
		return nil, fmt.Errorf("%d classes are too many", n)
	}
	classes := make([]string, n)
	for i := range classes {
		k, err := binary.ReadUvarint(in)
		if err != nil {
			return nil, err
		}
		if k > 1024 {
			return nil, errors.New("the name of a class is too long")
		}
		b := make([]byte, k)
		if _, err := io.ReadFull(in, b); err != nil {
			return nil, err
		}
		classes[i] = string(b)
	}
	return classes, nil
}

// readRow reads how far the next feature lies behind the last, and its weights.
func readRow(in *bufio.Reader, ws []Weight, classes int) (step uint32, n int, err error) {
	gap, err := binary.ReadUvarint(in)
	if err != nil {
		return 0, 0, err
	}
	count, err := in.ReadByte()
	if err != nil {
		return 0, 0, err
	}
	n = int(count)
	if n == 0 || gap > math.MaxUint32 {
		return 0, 0, errors.New("a row without weights, or out of order")
	}
	for i := range n {
		c, err := binary.ReadUvarint(in)
		if err != nil {
			return 0, 0, err
		}
		v, err := binary.ReadVarint(in)
		if err != nil {
			return 0, 0, err
		}
		if c >= uint64(classes) || v != int64(int16(v)) {
			return 0, 0, errors.New("a weight out of range")
		}
		ws[i] = Weight{uint16(c), int16(v)}
	}
	return uint32(gap), n, nil
}
