package main

import "testing"

func TestB3(t *testing.T) {
	ms := []corefAnswer{{"x", "1", ""}, {"x", "1", ""}, {"x", "2", ""}, {"y", "2", ""}}
	var b b3
	b.add(ms, func(m corefAnswer) string { return m.event })
	if p, r := b.precision/float64(b.n), b.recall/float64(b.n); p != 0.75 || r < 0.66 || r > 0.67 {
		t.Errorf("precision %v, recall %v, want 3/4 and 2/3", p, r)
	}
}

func TestTokensStandWhereTheyWerePut(t *testing.T) {
	d := corefDoc{ID: "a"}
	d.Sentences = append(d.Sentences, struct {
		N      int      `json:"n"`
		Tokens []string `json:"tokens"`
	}{3, []string{"Talks", "failed", "."}})
	p := place(d)
	if p.Text != "Talks failed.\n" || p.at[[2]int{3, 1}].In(p.Text) != "failed" {
		t.Errorf("got %q, %v", p.Text, p.at)
	}
}
