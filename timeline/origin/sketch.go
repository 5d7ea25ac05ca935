// Package origin tells which articles are copies of one report.
//
// In come texts, then what is known of their sources; out come sketches of a few
// hundred bytes, and for each source the voice that speaks in it. Ten papers that
// print one agency's report are one voice. The package refuses to know what a text
// says: it compares runs of words.
package origin

import (
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// Sizes of a sketch: hashes of the whole text and of its beginning, by which a copy
// that was cut short or went on is known.
const (
	wholeHashes = 64
	leadHashes  = 32
	hashes      = wholeHashes + leadHashes
	// shingle is the number of words in a run.
	shingle = 4
	// leadWords is the length of the beginning.
	leadWords = 80
)

// A Sketch stands for a text: the least hashes of its runs of words under many
// hash functions (MinHash; Broder 1997). The share of equal places of two sketches
// estimates the share of runs that the texts have in common. The zero Sketch stands
// for a text that is too short to be told from others.
type Sketch struct {
	// Hashes are those of the whole, then of the beginning; nil for a short text.
	Hashes []uint32 `json:"hashes,omitempty"`
	// Story are the least hashes of single longer words, by which texts about one
	// thing are known.
	Story []uint32 `json:"story,omitempty"`
	// Words is the number of words.
	Words int `json:"words,omitempty"`
}

// minWords is the length below which a text has no sketch: short notices look alike.
const minWords = 20

// multipliers are odd numbers that make one hash function out of another; they are
// made of a fixed seed (splitmix64), so that sketches can be kept.
var multipliers = func() (m [hashes]uint64) {
	x := uint64(0x9E3779B97F4A7C15)
	for i := range m {
		x += 0x9E3779B97F4A7C15
		z := x
		z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
		z = (z ^ z>>27) * 0x94D049BB133111EB
		m[i] = (z ^ z>>31) | 1
	}
	return m
}()

// Of makes the sketch of a text.
func Of(text string) Sketch {
	ws, long := words(text)
	s := Sketch{Words: len(ws), Story: least(long)}
	if len(ws) < minWords {
		return s
	}
	s.Hashes = make([]uint32, hashes)
	for i := range s.Hashes {
		s.Hashes[i] = ^uint32(0)
	}
	for i := 0; i+shingle <= len(ws); i++ {
		h := uint64(0)
		for _, w := range ws[i : i+shingle] {
			h = bits.RotateLeft64(h, 13)*0x9E3779B97F4A7C15 + w
		}
		first, last := 0, wholeHashes
		if i+shingle <= leadWords {
			last = hashes
		}
		for k := first; k < last; k++ {
			s.Hashes[k] = min(s.Hashes[k], uint32((h*multipliers[k])>>32))
		}
	}
	return s
}

// storyHashes is the number of hashes of single words.
const storyHashes = 48

// least are the least hashes of words under storyHashes functions.
func least(ws []uint64) []uint32 {
	if len(ws) == 0 {
		return nil
	}
	out := make([]uint32, storyHashes)
	for k := range out {
		m := ^uint32(0)
		for _, w := range ws {
			m = min(m, uint32((w*multipliers[k])>>32))
		}
		out[k] = m
	}
	return out
}

// Common estimates which share of the longer words of two texts is common to both.
func Common(a, b Sketch) float64 {
	if a.Story == nil || b.Story == nil {
		return 0
	}
	n := 0
	for i := range a.Story {
		if a.Story[i] == b.Story[i] {
			n++
		}
	}
	return float64(n) / storyHashes
}

// longWord is the length in bytes from which a word tells what a text is about.
const longWord = 5

// words are the hashes of a text's words, without case (FNV-1a), and of the longer
// ones each once.
func words(text string) (ws, long []uint64) {
	seen := map[uint64]bool{}
	h, in, size := uint64(14695981039346656037), false, 0
	end := func() {
		ws = append(ws, h)
		if size >= longWord && !seen[h] {
			seen[h] = true
			long = append(long, h)
		}
		h, in, size = 14695981039346656037, false, 0
	}
	var buf [utf8.UTFMax]byte
	for _, r := range text {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			if in {
				end()
			}
			continue
		}
		in = true
		size++
		if r < utf8.RuneSelf {
			if 'A' <= r && r <= 'Z' {
				r += 'a' - 'A'
			}
			h = (h ^ uint64(r)) * 1099511628211
			continue
		}
		for _, b := range buf[:utf8.EncodeRune(buf[:], unicode.ToLower(r))] {
			h = (h ^ uint64(b)) * 1099511628211
		}
	}
	if in {
		end()
	}
	return ws, long
}

// Alike estimates which share of the runs of words of two texts is common to both,
// in the whole and in their beginnings.
func Alike(a, b Sketch) (whole, lead float64) {
	if a.Hashes == nil || b.Hashes == nil {
		return 0, 0
	}
	w, l := 0, 0
	for i := range hashes {
		if a.Hashes[i] != b.Hashes[i] {
			continue
		}
		if i < wholeHashes {
			w++
		} else {
			l++
		}
	}
	return float64(w) / wholeHashes, float64(l) / leadHashes
}
