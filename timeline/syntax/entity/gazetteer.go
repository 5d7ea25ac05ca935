package entity

import (
	"fmt"
	"math/bits"
	"strings"
)

// MaxLists is how many lists a gazetteer may hold.
const MaxLists = 24

// longest is how many words of a text one entry may cover.
const longest = 8

// A Gazetteer is a set of lists of names. An entry is known by the hash of its
// parts, so that the whole is two flat tables and no word is kept; one look in
// thirty thousand finds what is not there.
type Gazetteer struct {
	lists []string
	// keys is an open table of the hashes of entries and of their beginnings;
	// member[i] are the lists that hold the entry, and more if it goes on.
	keys, member []uint32
	n            int
	// naming are the lists whose entries are names, common those of common words,
	// as bits. The others hold words that names are told by.
	naming, common uint32
}

// more says that an entry begins with these parts.
const more = 1 << 31

// NewGazetteer makes an empty gazetteer with room for about so many entries.
func NewGazetteer(room int) *Gazetteer {
	size := 1 << bits.Len(uint(max(room, 16)*3))
	return &Gazetteer{keys: make([]uint32, size), member: make([]uint32, size)}
}

// Lists are the names of the lists, by their number.
func (g *Gazetteer) Lists() []string { return g.lists }

// List is the number of a list, a new one if need be.
func (g *Gazetteer) List(name string) (int, error) {
	for i, l := range g.lists {
		if l == name {
			return i, nil
		}
	}
	if len(g.lists) == MaxLists {
		return 0, fmt.Errorf("gazetteer: more than %d lists", MaxLists)
	}
	g.lists = append(g.lists, name)
	return len(g.lists) - 1, nil
}

// Add puts a phrase of words parted by blanks into a list.
func (g *Gazetteer) Add(list int, phrase string) {
	h, n := uint32(0), 0
	var parts [maxParts]uint32
	for len(phrase) > 0 && n < longest {
		var w string
		w, phrase, _ = strings.Cut(phrase, " ")
		k := split(w, &parts)
		for j, p := range parts[:k] {
			h = step(h, p)
			g.put(h, more)
			if phrase == "" && j == k-1 {
				g.put(h, 1<<list)
			}
		}
		n++
	}
}

// Holds reports whether these words are an entry of a list.
func (g *Gazetteer) Holds(list string, words []string) bool {
	var v View
	v.Look(g, words)
	for l, name := range g.lists {
		if name == list && len(words) > 0 {
			return int(g.from(v.words, 0)[l]) == len(words)
		}
	}
	return false
}

// step goes on by one part.
func step(h, part uint32) uint32 { return uint32(mix(uint64(h)<<32|uint64(part))) | 1 }

func (g *Gazetteer) put(h, bits uint32) {
	if 2*g.n > len(g.keys) {
		g.grow()
	}
	i := g.place(h)
	if g.keys[i] == 0 {
		g.keys[i] = h
		g.n++
	}
	g.member[i] |= bits
}

// place is where h stands, or could stand.
func (g *Gazetteer) place(h uint32) uint32 {
	mask := uint32(len(g.keys) - 1)
	i := (h >> 1) & mask
	for g.keys[i] != 0 && g.keys[i] != h {
		i = (i + 1) & mask
	}
	return i
}

func (g *Gazetteer) grow() {
	keys, member := g.keys, g.member
	g.keys, g.member = make([]uint32, 2*len(keys)), make([]uint32, 2*len(keys))
	for i, h := range keys {
		if h != 0 {
			k := g.place(h)
			g.keys[k], g.member[k] = h, member[i]
		}
	}
}

// A match says for each list where in its longest entry a word stands.
type match [MaxLists]place

// place is where in a range a word stands.
type place uint8

const (
	outside place = iota
	begins
	inside
	ends
	alone
)

// matches finds for each word and list the longest entry that covers it. seen are
// the lists of a word, as bits.
func (g *Gazetteer) matches(ws []word, ms []match, seen []uint32) {
	var reach [MaxLists]int // where the last entry of the list ends
	for i := range ws {
		found := g.from(ws, i)
		for l := range g.lists {
			if end := int(found[l]); end > 0 && i+end > reach[l] {
				mark(ms[i:i+end], seen[i:i+end], l)
				reach[l] = i + end
			}
		}
	}
}

// from gives for each list the words of its longest entry that begins at word i.
func (g *Gazetteer) from(ws []word, i int) (found [MaxLists]uint8) {
	h := uint32(0)
	for k := i; k < len(ws) && k < i+longest; k++ {
		w := &ws[k]
		if w.kind == sign && k > i && k+1 < len(ws) && ws[k+1].n > 0 && w.form == hyphen {
			continue
		}
		if w.n == 0 {
			return found
		}
		var m uint32
		for _, p := range w.parts[:w.n] {
			h = step(h, p)
			at := g.place(h)
			if g.keys[at] == 0 {
				return found
			}
			m = g.member[at]
		}
		for b := m &^ more; b != 0; b &= b - 1 {
			found[bits.TrailingZeros32(b)] = uint8(k - i + 1)
		}
	}
	return found
}

// hyphen is the form of the sign that joins the parts of a name.
var hyphen = hash("-")

func mark(ms []match, seen []uint32, list int) {
	for k := range ms {
		p := inside
		switch {
		case len(ms) == 1:
			p = alone
		case k == 0:
			p = begins
		case k == len(ms)-1:
			p = ends
		}
		ms[k][list] = p
		seen[k] |= 1 << list
	}
}
