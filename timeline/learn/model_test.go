package learn

import (
	"bytes"
	"math"
	"testing"
)

func sample(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	rows := []Row{
		{Feature: 7, Weights: []Weight{{0, 5}, {2, -3}}},
		{Feature: 7 + 1<<40, Weights: []Weight{{1, 9}}},
	}
	if err := Write(&b, []string{"A", "B", "C"}, rows); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestModelScoresWhatWasWritten(t *testing.T) {
	m, err := Read(sample(t))
	if err != nil {
		t.Fatal(err)
	}
	scores := make([]int32, 3)
	m.Score([]uint64{7, 7 + 1<<40, 99}, scores)
	if scores[0] != 5 || scores[1] != 9 || scores[2] != -3 {
		t.Errorf("scores: got %v, want [5 9 -3]", scores)
	}
	if got := Best(scores, nil); got != 1 {
		t.Errorf("best: got %d, want 1", got)
	}
	if got := Best(scores, func(c int) bool { return c != 1 }); got != 0 {
		t.Errorf("best but B: got %d, want 0", got)
	}
}

// Many rows, also at the very end of the table.
func TestEveryRowIsFound(t *testing.T) {
	var rows []Row
	for i := range 5000 {
		rows = append(rows, Row{Feature: uint64(i) * 0x12345678901, Weights: []Weight{{uint8(i % 3), int8(i%100 + 1)}}})
	}
	m := New([]string{"A", "B", "C"}, rows)
	for i, r := range rows {
		scores := make([]int32, 3)
		m.Score([]uint64{r.Feature}, scores)
		if want := Value(int8(i%100 + 1)); scores[i%3] != want {
			t.Fatalf("row %d: got %v, want %d", i, scores, want)
		}
	}
}

// Full rows and sparse ones add up to the same, also below zero.
func TestFullRows(t *testing.T) {
	classes := make([]string, 99)
	var full, sparse, want = make([]int32, 99), make([]int32, 99), make([]int32, 99)
	var rows []Row
	var features []uint64
	for f := range 150 {
		r := Row{Feature: uint64(f) << 20}
		for c := range classes {
			if f%3 > 0 || c%30 == 0 {
				code := int8((f*c)%200 - 100)
				r.Weights = append(r.Weights, Weight{uint8(c), code})
			}
		}
		rows, features = append(rows, r), append(features, r.Feature)
	}
	for _, r := range rows {
		for _, w := range r.Weights {
			want[w.Class] += Value(w.Code)
		}
	}
	m := New(classes, rows)
	if len(m.full) == 0 {
		t.Error("no row is full")
	}
	m.Score(features, full)
	for _, f := range features {
		m.Score([]uint64{f}, sparse)
	}
	for c := range want {
		if full[c] != want[c] || sparse[c] != want[c] {
			t.Fatalf("class %d: together %d, one by one %d, want %d", c, full[c], sparse[c], want[c])
		}
	}
}

func TestCodesAreWithinThreePercent(t *testing.T) {
	for v := -MaxValue(); v <= MaxValue(); v += 0.7 {
		got := float64(Value(Code(v)))
		if off := math.Abs(got - v); off > 1 && off > 0.03*math.Abs(v) {
			t.Fatalf("%g became %g", v, got)
		}
	}
}

func TestSameRowsMakeTheSameBytes(t *testing.T) {
	if !bytes.Equal(sample(t), sample(t)) {
		t.Error("two writings of one model differ")
	}
}

func TestDamagedFileIsRefused(t *testing.T) {
	b := sample(t)
	for i := range b {
		if _, err := Read(b[:i]); err == nil {
			t.Errorf("the first %d of %d bytes: got a model", i, len(b))
		}
		bad := bytes.Clone(b)
		bad[i] ^= 1
		if _, err := Read(bad); err == nil {
			t.Errorf("byte %d changed: got a model", i)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(sample(f))
	f.Fuzz(func(t *testing.T, b []byte) {
		if m, err := read(b, false); err == nil {
			m.Score([]uint64{0, 1, 7}, make([]int32, len(m.Classes())))
		}
	})
}
