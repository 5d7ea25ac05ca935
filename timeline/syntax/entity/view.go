package entity

// A View is a sentence as the model sees it.
type View struct {
	words []word
	ms    []match
	seen  []uint32
	// live words may stand in a name; the others are not looked at closely.
	live []bool
	// loud sentences are written in capitals throughout.
	loud bool
	// titled sentences have a capital on most words, as headlines do.
	titled bool
	// Hints are what the document tells of the words, filled in by a Memory.
	hints []hint
}

// edge stands for what lies outside the sentence.
var edge = word{form: 1, lower: 1, shape: 1}

// Look fills in the view of a sentence. Its memory is used again.
func (v *View) Look(g *Gazetteer, forms []string) {
	n := len(forms)
	v.words, v.ms, v.seen, v.live, v.hints = sized(v.words, n), sized(v.ms, n), sized(v.seen, n), sized(v.live, n), sized(v.hints, n)
	for i, s := range forms {
		v.words[i].look(s)
	}
	g.matches(v.words, v.ms, v.seen)
	v.written()
	for i := range v.words {
		if v.candidate(g, i) {
			for k := max(0, i-1); k < min(n, i+2); k++ {
				v.live[k] = true
			}
		}
	}
	for i, s := range forms {
		if v.near(i) {
			v.words[i].closer(s)
		}
	}
}

// sized is s with n zero members.
func sized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	s = s[:n]
	clear(s)
	return s
}

// candidate reports whether word i could be a name by itself: it has a capital, or
// is no common word and stands in a list of names.
func (v *View) candidate(g *Gazetteer, i int) bool {
	return v.words[i].kind&(capital|shouting) != 0 || v.seen[i]&g.naming != 0 && v.seen[i]&g.common == 0
}

// near reports whether a live word is so near that its features see word i.
func (v *View) near(i int) bool {
	for k := max(0, i-1); k < min(len(v.live), i+2); k++ {
		if v.live[k] {
			return true
		}
	}
	return false
}

// written looks at how the sentence as a whole is written.
func (v *View) written() {
	letters, caps, loud := 0, 0, 0
	for _, w := range v.words {
		if w.kind&(capital|lowered) != 0 {
			letters++
			if w.kind&capital != 0 {
				caps++
			}
			if w.kind&shouting != 0 {
				loud++
			}
		}
	}
	v.loud = letters > 2 && 10*loud >= 6*letters
	v.titled = !v.loud && letters > 3 && 10*caps >= 7*letters
}

// Len is the number of words.
func (v *View) Len() int { return len(v.words) }

// Segments calls f for each run of live words, from first up to last.
func (v *View) Segments(f func(first, last int)) {
	for i := 0; i < len(v.live); i++ {
		if !v.live[i] {
			continue
		}
		first := i
		for i < len(v.live) && v.live[i] {
			i++
		}
		f(first, i)
	}
}

func (v *View) at(i int) *word {
	if i < 0 || i >= len(v.words) {
		return &edge
	}
	return &v.words[i]
}

func (v *View) lists(i int) uint64 {
	if i < 0 || i >= len(v.seen) {
		return 0
	}
	return uint64(v.seen[i])
}

// Hinted appends what the document tells of word i.
func (v *View) Hinted(fs []uint64, i int) []uint64 { return v.hinted(fs, i, v.how(i)) }
