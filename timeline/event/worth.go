package event

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/datelinehq/dateline/timeline/lang"
)

// scent tells sentences that may tell of an event from others by their words alone.
type scent struct {
	// irregular leads forms of verbs to their dictionary form.
	irregular map[string]string
	endings   []ending
}

// An ending of a word, and what may stand in its place in the dictionary form.
type ending struct {
	cut  string
	puts []string
	// doubled says that the letter before it may be doubled: "stopped".
	doubled bool
}

// Worth reports whether a sentence without a date may tell of an event, so that it is
// worth a tree: the words of a frame stand in it, or two names. It errs towards yes.
func (d *Detector) Worth(sentence string) bool {
	stems := map[string]bool{}
	names := 0
	for w := range strings.FieldsFuncSeq(sentence, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’' && r != '.'
	}) {
		if first, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(first) && d.names.Begins(w) {
			names++
		}
		d.scent.stems(strings.ToLower(strings.Trim(w, ".'’")), stems)
	}
	if names > 1 {
		return true
	}
	noun := false
	for s := range stems {
		noun = noun || d.frames.nouns[s] != nil
	}
	for s := range stems {
		if noun && d.frames.classes[classLight][s] {
			return true
		}
		for _, c := range d.frames.verbs[s] {
			if c.tells() && c.within(stems, noun) {
				return true
			}
		}
	}
	return false
}

// tells reports whether a frame alone makes an event of what has no date.
func (f *Frame) tells() bool {
	return f.Type != typeStatement && f.Type != typeNothing
}

// within reports whether what a frame asks for can be had of some words; noun says that
// there is an event noun among them.
func (c candidate) within(stems map[string]bool, noun bool) bool {
	for _, w := range c.rest {
		if !stems[w] {
			return false
		}
	}
	return !slices.ContainsFunc(c.conditions, func(k condition) bool {
		if k.not || k.any || noun && len(k.types) > 0 {
			return false
		}
		for s := range stems {
			if k.words[s] {
				return false
			}
		}
		return true
	})
}

// stems adds what may be the dictionary form of a word, and the word.
func (x *scent) stems(w string, to map[string]bool) {
	to[w] = true
	for part := range strings.FieldsFuncSeq(w, func(r rune) bool { return r == '\'' || r == '’' }) {
		to[part] = true
		if l, ok := x.irregular[part]; ok {
			to[l] = true
		}
		for _, e := range x.endings {
			stem, ok := strings.CutSuffix(part, e.cut)
			if !ok || len(stem) < 2 {
				continue
			}
			for _, p := range e.puts {
				to[stem+p] = true
			}
			if n := len(stem); e.doubled && n > 2 && stem[n-1] == stem[n-2] {
				to[stem[:n-1]] = true
			}
		}
	}
}

// readScent reads irregular.txt: "verb LEMMA = forms", and "ending CUT = puts", where
// "-" puts nothing and "doubled" undoes a doubled letter.
func readScent(ts []lang.Term) (*scent, error) {
	x := &scent{irregular: map[string]string{}}
	for _, t := range ts {
		switch t.Class {
		case "verb":
			for _, s := range t.Surfaces {
				x.irregular[s] = t.Value
			}
		case "ending":
			e := ending{cut: t.Value}
			for _, s := range t.Surfaces {
				switch s {
				case "-":
					e.puts = append(e.puts, "")
				case "doubled":
					e.doubled = true
				default:
					e.puts = append(e.puts, s)
				}
			}
			x.endings = append(x.endings, e)
		default:
			return nil, t.Errorf("no class %q of forms", t.Class)
		}
	}
	return x, nil
}
