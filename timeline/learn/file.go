package learn

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"slices"
)

// A model file is read at every start of the program, so it is laid out to be
// used as it is: the weights lie in it as they lie in memory, and nothing is
// compressed. Small numbers keep it small.

// magic begins every model file; the digit is the format's version.
const magic = "dateline-model-2\n"

// Bounds of what a file may claim, so that a damaged one does no harm.
const (
	maxClasses = 256
	maxRows    = 1 << 22
	maxWeights = 1 << 24
	maxCount   = 255
)

// Sorted are rows by their keys; of rows that share a key the first remains.
func Sorted(rows []Row) []Row {
	rows = slices.Clone(rows)
	slices.SortStableFunc(rows, func(a, b Row) int {
		return cmp.Or(cmp.Compare(Key(a.Feature), Key(b.Feature)), cmp.Compare(a.Feature, b.Feature))
	})
	return slices.CompactFunc(rows, func(a, b Row) bool { return Key(a.Feature) == Key(b.Feature) })
}

func appendWeights(b []byte, ws []Weight) []byte {
	for _, w := range ws {
		b = append(b, w.Class, byte(w.Code))
	}
	return b
}

// Write writes a model file: the magic line, the classes, how far each row's key
// lies behind the last and how many weights it has, all weights, and a check sum.
// The same rows make the same bytes.
func Write(w io.Writer, classes []string, rows []Row) error {
	b := []byte(magic)
	b = binary.AppendUvarint(b, uint64(len(classes)))
	for _, c := range classes {
		b = binary.AppendUvarint(b, uint64(len(c)))
		b = append(b, c...)
	}
	rows = Sorted(rows)
	b = binary.AppendUvarint(b, uint64(len(rows)))
	last := uint32(0)
	for _, r := range rows {
		if len(r.Weights) == 0 || len(r.Weights) > maxCount {
			return fmt.Errorf("write model: a row of %d weights", len(r.Weights))
		}
		key := Key(r.Feature)
		b = binary.AppendUvarint(b, uint64(key-last))
		last = key
		b = append(b, byte(len(r.Weights)))
	}
	for _, r := range rows {
		b = appendWeights(b, r.Weights)
	}
	b = binary.LittleEndian.AppendUint32(b, crc32.ChecksumIEEE(b))
	if _, err := w.Write(b); err != nil {
		return fmt.Errorf("write model: %w", err)
	}
	return nil
}

// Read reads a model file, and keeps b.
func Read(b []byte) (*Model, error) {
	m, err := read(b, true)
	if err != nil {
		return nil, fmt.Errorf("read model: %w", err)
	}
	return m, nil
}

// read reads a file; without a check of its sum, so that tests reach what lies
// behind it.
func read(b []byte, check bool) (*Model, error) {
	if !bytes.HasPrefix(b, []byte(magic)) || len(b) < len(magic)+4 {
		return nil, errors.New("not a model of this version")
	}
	end := len(b) - 4
	if check && crc32.ChecksumIEEE(b[:end]) != binary.LittleEndian.Uint32(b[end:]) {
		return nil, errors.New("the check sum is wrong")
	}
	in := reader{b: b[len(magic):end]}
	m := &Model{classes: in.classes()}
	n := in.number(maxRows)
	if in.err != nil {
		return nil, in.err
	}
	m.grow(n)
	total, key := 0, uint64(0)
	for range n {
		key += uint64(in.number(1 << 32))
		count := in.byte()
		if in.err != nil || count == 0 || key >= 1<<32 || total+count > maxWeights {
			return nil, errors.New("a row without weights, or out of order")
		}
		m.enter(uint32(key), total, count)
		total += count
	}
	m.weights = in.b
	if len(m.weights) != 2*total {
		return nil, fmt.Errorf("%d bytes of weights, want %d", len(m.weights), 2*total)
	}
	for i := 0; i < len(m.weights); i += 2 {
		if int(m.weights[i]) >= len(m.classes) {
			return nil, errors.New("a weight of no class")
		}
	}
	m.seal()
	return m, nil
}

// reader takes numbers off the front of a file. After an error it yields zeros.
type reader struct {
	b   []byte
	err error
}

func (r *reader) number(limit int) int {
	v, n := binary.Uvarint(r.b)
	if n <= 0 || v > uint64(limit) {
		r.b, r.err = nil, errors.New("a number is cut off or too large")
		return 0
	}
	r.b = r.b[n:]
	return int(v)
}

func (r *reader) byte() int {
	if len(r.b) == 0 {
		r.err = io.ErrUnexpectedEOF
		return 0
	}
	v := r.b[0]
	r.b = r.b[1:]
	return int(v)
}

func (r *reader) classes() []string {
	cs := make([]string, r.number(maxClasses))
	for i := range cs {
		n := r.number(1024)
		if n > len(r.b) {
			r.b, r.err = nil, io.ErrUnexpectedEOF
			return nil
		}
		cs[i] = string(r.b[:n])
		r.b = r.b[n:]
	}
	return cs
}
