package learn

import (
	"bytes"
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
	m, err := Read(bytes.NewReader(sample(t)))
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

func TestSameRowsMakeTheSameBytes(t *testing.T) {
	if !bytes.Equal(sample(t), sample(t)) {
		t.Error("two writings of one model differ")
	}
}

func TestCutFileIsRefused(t *testing.T) {
	b := sample(t)
	for i := range b {
		if _, err := Read(bytes.NewReader(b[:i])); err == nil {
			t.Errorf("the first %d of %d bytes: got a model", i, len(b))
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(sample(f))
	f.Fuzz(func(t *testing.T, b []byte) {
		if m, err := Read(bytes.NewReader(b)); err == nil {
			m.Score([]uint64{0, 1, 7}, make([]int32, len(m.Classes())))
		}
	})
}
