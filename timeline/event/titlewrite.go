package event

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/datelinehq/dateline/timeline/text"
)

// opening and closing marks of pairs. What opens and closes alike pairs with itself.
const (
	openingMarks = "“‘«([\"„"
	closingMarks = "”’»)]\"“"
)

func opens(w string) bool  { return w == "``" || strings.Contains(openingMarks, w) }
func closes(w string) bool { return w == "''" || strings.Contains(closingMarks, w) }

// write sets the kept words as the source has them: "…" for gaps, a capital at the
// beginning, no mark whose other half is missing.
func (h *heading) write() string {
	h.pairMarks()
	var b strings.Builder
	if h.front != "" {
		b.WriteString("⟨" + h.front + "⟩ ")
	}
	last := -1
	for k, w := range h.s.Words {
		if !h.keep[k] {
			continue
		}
		gap := last >= 0 && k > last+1 && h.gap(last+1, k)
		if (gap || last < 0) && w.UPOS == "PUNCT" && len(w.XPOS) == 1 {
			continue // no title, and nothing behind "…", begins with a comma
		}
		switch {
		case last < 0:
			if k > 0 && h.front == "" && h.torn(k) {
				b.WriteString("… ")
			}
		case w.XPOS == "," && !gap:
		case gap:
			b.WriteString(" … ")
		default:
			b.WriteString(blank(h.s.Words[last].Span, w.Span))
		}
		if name := h.instead[k]; name != "" {
			b.WriteString("⟨" + name + "⟩")
		} else if last < 0 && h.front != "" {
			b.WriteString(small(w.In(h.text), w.UPOS))
		} else {
			b.WriteString(w.In(h.text))
		}
		last = k
		if utf8.RuneCountInString(b.String()) > cutTitle {
			h.cut = true
			break
		}
	}
	t := b.String()
	if h.cut && !strings.HasSuffix(strings.TrimRight(t, closingMarks+" "), "…") {
		t += " …"
	}
	return capitalised(t)
}

// torn reports whether a title that begins with word k lacks its beginning: a verb
// without a subject, a clause about a noun without the noun.
func (h *heading) torn(k int) bool {
	w := h.s.Words[k]
	return h.headless || strings.HasPrefix(w.XPOS, "W") || w.UPOS == "VERB" && w.XPOS != "VB" && h.s.Child(k, "nsubj", "nsubj:pass") < 0 || w.UPOS == "AUX"
}

// gap reports whether something is missing between two kept words.
func (h *heading) gap(from, to int) bool {
	for k := from; k < to; k++ {
		if h.s.Words[k].UPOS != "PUNCT" && !h.dropped[k] {
			return true
		}
	}
	return false
}

// pairMarks leaves out marks of quotation and brackets that have lost their other half.
func (h *heading) pairMarks() {
	var open []int
	for k, w := range h.s.Words {
		t := w.In(h.text)
		if !h.keep[k] || w.UPOS != "PUNCT" && len(t) > 3 || !opens(t) && !closes(t) {
			continue
		}
		if closes(t) && len(open) > 0 && pair(h.s.Words[open[len(open)-1]].In(h.text), t) {
			open = open[:len(open)-1]
			continue
		}
		if !opens(t) {
			h.keep[k] = false
			continue
		}
		open = append(open, k)
	}
	for _, k := range open {
		h.keep[k] = false
	}
}

// pair reports whether two marks belong together.
func pair(a, b string) bool {
	if a == "``" {
		return b == "''"
	}
	i := strings.Index(openingMarks, a)
	for _, p := range [...]string{"“”", "‘’", "«»", "()", "[]", "\"\"", "„“"} {
		if p == a+b {
			return true
		}
	}
	return i < 0 && a == b
}

// capitalised is a title with a capital at its beginning, unless its first word is
// written in a way of its own: "iPhone".
func capitalised(t string) string {
	if rest, ok := strings.CutPrefix(t, "⟨"); ok {
		return "⟨" + capitalised(rest)
	}
	first, size := utf8.DecodeRuneInString(t)
	if !unicode.IsLower(first) {
		return t
	}
	word, _, _ := strings.Cut(t, " ")
	if strings.ToLower(word) != word {
		return t
	}
	return string(unicode.ToUpper(first)) + t[size:]
}

// small is a word from the beginning of a sentence inside one.
func small(w, upos string) string {
	if upos == "PROPN" || strings.ToUpper(w) == w {
		return w
	}
	first, size := utf8.DecodeRuneInString(w)
	return string(unicode.ToLower(first)) + w[size:]
}

// blank is what parts two words: a blank where there is any white space.
func blank(a, b text.Span) string {
	if a.End == b.Start {
		return ""
	}
	return " "
}
