package main

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentences are the pieces of a text that the event metric looks at, the same for
// every system that is measured: lines, and in them what a full stop, question or
// exclamation mark ends before a new beginning.
type sentences [][2]int

func splitSentences(t string) sentences {
	var out sentences
	start := 0
	for i := 0; i < len(t); {
		end := sentenceEnd(t, i)
		if end < 0 {
			i++
			continue
		}
		out = out.and(t, start, end)
		start, i = end, end
	}
	return out.and(t, start, len(t))
}

// and appends a piece unless it is blank.
func (s sentences) and(t string, start, end int) sentences {
	if strings.TrimSpace(t[start:end]) == "" {
		return s
	}
	return append(s, [2]int{start, end})
}

const (
	closers = `"'”’)]`
	openers = `"'“‘([—`
)

// sentenceEnd is where a sentence ends if the byte at i ends one, or -1.
func sentenceEnd(t string, i int) int {
	if t[i] == '\n' {
		return i + 1
	}
	if !strings.ContainsRune(".!?", rune(t[i])) {
		return -1
	}
	end := len(t) - len(strings.TrimLeft(t[i+1:], closers))
	next := strings.TrimLeft(t[end:], " ")
	if next == "" || len(next) == len(t)-end {
		return -1
	}
	r, _ := utf8.DecodeRuneInString(next)
	if !unicode.IsUpper(r) && !unicode.IsDigit(r) && !strings.ContainsRune(openers, r) {
		return -1
	}
	if t[i] == '.' && end == i+1 && abbreviated(t[:i]) {
		return -1
	}
	return end
}

// abbreviated reports whether a full stop behind before belongs to its last word.
func abbreviated(before string) bool {
	w := before[strings.LastIndexAny(before, " \n-(\"")+1:]
	if strings.Contains(w, ".") || len(w) == 1 && unicode.IsUpper(rune(w[0])) {
		return true
	}
	switch strings.ToLower(w) {
	case "mr", "mrs", "ms", "dr", "gen", "lt", "col", "maj", "sgt", "capt", "adm", "st", "sen", "rep", "gov", "prof",
		"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
		"inc", "ltd", "no", "vs":
		return true
	}
	return false
}

// at is the sentence that holds a byte, -1 for none.
func (s sentences) at(pos int) int {
	i := sort.Search(len(s), func(i int) bool { return s[i][1] > pos })
	if i < len(s) && s[i][0] <= pos {
		return i
	}
	return -1
}
