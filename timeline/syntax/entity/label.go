package entity

// A Type is what a name names.
type Type uint8

// The types of names, and None for words of none.
const (
	None Type = iota
	Person
	Organisation
	Place
)

// Types is how many types of names there are.
const Types = 3

// String is the type as the treebanks write it.
func (t Type) String() string { return [...]string{"", "PER", "ORG", "LOC"}[t] }

// TypeOf is the type that String gives, None if it is none.
func TypeOf(s string) Type {
	for t := Person; t <= Place; t++ {
		if t.String() == s {
			return t
		}
	}
	return None
}

// A Label says of a word where in a name of which type it stands. Zero is no name.
type Label uint8

// Labels is how many labels there are.
const Labels = 1 + 4*Types

// LabelOf is the label of a place in a name.
func labelOf(t Type, p place) Label { return 1 + 4*Label(t-1) + Label(p-1) }

// Type is the type of the name in which the word stands.
func (l Label) Type() Type {
	if l == 0 {
		return None
	}
	return Type((l-1)/4) + 1
}

func (l Label) place() place {
	if l == 0 {
		return outside
	}
	return place((l-1)%4) + 1
}

// Classes are the labels as a model file names them.
func Classes() []string {
	cs := []string{"O"}
	for t := Person; t <= Place; t++ {
		for _, p := range []string{"B", "I", "L", "U"} {
			cs = append(cs, p+"-"+t.String())
		}
	}
	return cs
}

// Follows reports whether label b may stand behind a; the edge of a text is like
// a word of no name.
func Follows(a, b Label) bool {
	open := a.place() == begins || a.place() == inside
	goes := b.place() == inside || b.place() == ends
	return open == goes && (!open || a.Type() == b.Type())
}

// A Range is a name: words from First up to Last, which is not in it.
type Range struct {
	First, Last int
	Type        Type
}

// Encode writes the names of a sentence of n words as labels. Names do not overlap.
func Encode(n int, names []Range) []Label {
	ls := make([]Label, n)
	for _, r := range names {
		if r.Last == r.First+1 {
			ls[r.First] = labelOf(r.Type, alone)
			continue
		}
		for i := r.First; i < r.Last; i++ {
			ls[i] = labelOf(r.Type, inside)
		}
		ls[r.First], ls[r.Last-1] = labelOf(r.Type, begins), labelOf(r.Type, ends)
	}
	return ls
}

// Decode finds the names in labels that follow each other as they may.
func Decode(ls []Label) (names []Range) {
	for i, l := range ls {
		switch l.place() {
		case begins, alone:
			names = append(names, Range{i, i + 1, l.Type()})
		case inside, ends:
			if k := len(names) - 1; k >= 0 {
				names[k].Last = i + 1
			}
		}
	}
	return names
}
