package brief

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/datelinehq/dateline/timeline"
)

// maxRuns is the number of pieces from which a sentence reads better whole.
const maxRuns = 4

// quotes cuts a title's words out of the sentence: what stands between marks of
// omission and brackets of ours, and in it each run of words that stands in the
// sentence as in the title. The first letter of a title may be a capital that the
// sentence does not have. If a word does not stand there, or there are too many runs,
// the whole sentence is the quote. A title that was cut at its end keeps its mark.
func quotes(e *timeline.Event) []string {
	sentence := e.Cites[0].Quote
	var qs []string
	at := 0
	for _, piece := range pieces(e.Title) {
		for piece != "" {
			run, i := longest(sentence[at:], piece)
			if run == "" || len(qs) == maxRuns {
				return []string{sentence}
			}
			at += i + len(run)
			qs = append(qs, run)
			piece = strings.TrimSpace(piece[len(run):])
		}
	}
	if len(qs) == 0 {
		return []string{sentence}
	}
	if strings.HasSuffix(strings.TrimSpace(e.Title), "…") {
		qs[len(qs)-1] += " …"
	}
	return qs
}

// longest is the longest beginning of a piece, of whole words, that stands in a text,
// as it stands there, and where.
func longest(text, piece string) (run string, at int) {
	for end := len(piece); end > 0; end = strings.LastIndexByte(piece[:end], ' ') {
		for _, run := range []string{piece[:end], smallFirst(piece[:end])} {
			if i := strings.Index(text, run); i >= 0 && len(run) == end && ends(text, i+end) {
				return run, i
			}
		}
	}
	return "", 0
}

// ends reports whether no word goes on at a place in a text.
func ends(text string, at int) bool {
	r, _ := utf8.DecodeRuneInString(text[at:])
	return at == len(text) || !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// meant is who a title says is meant by the pronoun that its sentence has.
func meant(title string) string {
	if rest, ok := strings.CutPrefix(title, "⟨"); ok {
		if who, after, ok := strings.Cut(rest, "⟩"); ok && strings.TrimSpace(after) != "" {
			return who
		}
	}
	return ""
}

// pieces are the words of the source in a title, in order.
func pieces(title string) (ps []string) {
	for title != "" {
		i := strings.IndexAny(title, "…⟨")
		piece := title
		if i >= 0 {
			piece = title[:i]
		}
		if piece = strings.TrimSpace(piece); strings.IndexFunc(piece, unicode.IsLetter) >= 0 {
			ps = append(ps, piece)
		}
		if i < 0 {
			break
		}
		mark, size := utf8.DecodeRuneInString(title[i:])
		title = title[i+size:]
		if mark == '⟨' {
			_, title, _ = strings.Cut(title, "⟩")
		}
	}
	return ps
}

func smallFirst(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[size:]
}
