// Package lang reads a language pack: a folder of small text files that hold all
// that Dateline knows of a language.
//
// In comes a file system, out comes a Pack: words, rules, cues and their proofs,
// each with the line that it came from. The package checks the form of the files
// and refuses to know what any of it means; timex and resolve compile it.
package lang

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/datelinehq/dateline/timeline/text"
)

// A Pack is one language.
type Pack struct {
	// Split says where sentences end (abbreviations.txt).
	Split text.Rules
	// Terms are classes of words (terms.txt).
	Terms []Term
	// Rules are the temporal grammar (rules.txt).
	Rules []Rule
	// Cues are words that tell the direction of time (cues.txt).
	Cues []Term
	// Corpus holds wordings and their values (corpus.txt).
	Corpus []Group
	// Not holds wordings in which no time is to be found (not.txt).
	Not []Line
	// Common are the commonest words, by which the language is told (common.txt).
	Common []string
}

// A Line is a line of a pack file, for messages.
type Line struct {
	File string
	N    int
	Text string
}

// An Error is a fault in a pack file.
type Error struct {
	Line
	Msg string
}

func (e *Error) Error() string {
	return fmt.Sprintf("%s:%d: %s\n\t%s", e.File, e.N, e.Msg, e.Text)
}

// Errorf makes an *Error about l.
func (l Line) Errorf(format string, args ...any) error {
	return &Error{l, fmt.Sprintf(format, args...)}
}

// A Term is a line "class value = surface, surface". A surface with endings in
// brackets, "next(e|en)", stands for one with each.
type Term struct {
	Line
	Class, Value string
	Surfaces     []string
}

// A Rule is a paragraph of rules.txt:
//
//	name -> class
//	  see   pattern, perhaps several
//	  mean  meaning
//	  e.g.  "surface"  meaning
type Rule struct {
	Line
	Name, Class string
	See         []Line
	Mean        Line
	Examples    []Example
}

// An Example is a proof of a rule. Where the surface has [brackets], they mark
// the expression and the rest is context.
type Example struct {
	Line
	Surface, Mean string
}

// A Group is a line of corpus.txt: wordings that have one value.
type Group struct {
	Line
	// Written is the publication date in EDTF.
	Written string
	// Type and Value are TIMEX3's.
	Type, Value string
	Surfaces    []string
}

// Load reads the pack in dir. A file that does not exist is empty.
func Load(dir fs.FS) (*Pack, error) {
	p := &Pack{}
	for _, f := range []struct {
		name string
		read func([]Line) error
	}{
		{splitFile, p.readSplit},
		{"terms.txt", func(ls []Line) (err error) { p.Terms, err = Terms(ls); return }},
		{"cues.txt", func(ls []Line) (err error) { p.Cues, err = Terms(ls); return }},
		{"rules.txt", p.readRules},
		{"corpus.txt", p.readCorpus},
		{"not.txt", func(ls []Line) error { p.Not = ls; return nil }},
		{"common.txt", p.readCommon},
	} {
		ls, err := ReadLines(dir, f.name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("read language pack: %w", err)
		}
		if err := f.read(ls); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// readCommon reads words parted by blanks.
func (p *Pack) readCommon(ls []Line) error {
	for _, l := range ls {
		p.Common = append(p.Common, strings.Fields(l.Text)...)
	}
	return nil
}

// Lines cuts a pack file into its lines, without comments and empty lines. A
// comment begins with "# " at the start of a line or after white space.
func Lines(file, body string) []Line {
	var ls []Line
	for i, t := range strings.Split(body, "\n") {
		if t == "#" || strings.HasPrefix(t, "# ") {
			continue
		}
		if at := strings.Index(t, " # "); at >= 0 {
			t = t[:at]
		}
		if t = strings.TrimRight(t, " \t\r"); t != "" {
			ls = append(ls, Line{file, i + 1, t})
		}
	}
	return ls
}

// Terms reads "class value = surface, surface". A surface that holds a comma or
// an outer blank is written in double quotes.
func Terms(ls []Line) ([]Term, error) {
	var ts []Term
	for _, l := range ls {
		left, right, ok := strings.Cut(l.Text, " = ")
		f := strings.Fields(left)
		if !ok || len(f) != 2 {
			return nil, l.Errorf("want: class value = surface, surface")
		}
		ss, err := surfaces(right)
		if err != nil {
			return nil, l.Errorf("%v", err)
		}
		ts = append(ts, Term{l, f[0], f[1], ss})
	}
	return ts, nil
}

// endings writes out a word with its endings: "last(e|en)" is "laste" and "lasten",
// "last(|en)" has one without any.
func endings(w string) []string {
	stem, rest, ok := strings.Cut(w, "(")
	list, closed := strings.CutSuffix(rest, ")")
	if !ok || !closed || stem == "" || strings.ContainsAny(list, "()") {
		return []string{w}
	}
	var ss []string
	for _, e := range strings.Split(list, "|") {
		ss = append(ss, stem+e)
	}
	return ss
}

// surfaces cuts a list at its commas.
func surfaces(s string) ([]string, error) {
	var ss []string
	for s = strings.TrimSpace(s); s != ""; s = strings.TrimSpace(s) {
		var w string
		if s[0] == '"' {
			end := strings.IndexByte(s[1:], '"')
			if end < 0 {
				return nil, errors.New("a quotation mark is not closed")
			}
			w, s = s[1:end+1], strings.TrimPrefix(strings.TrimSpace(s[end+2:]), ",")
		} else {
			w, s, _ = strings.Cut(s, ",")
			w = strings.TrimSpace(w)
		}
		if w == "" {
			return nil, errors.New("a surface is empty")
		}
		ss = append(ss, endings(w)...)
	}
	if len(ss) == 0 {
		return nil, errors.New("no surfaces")
	}
	return ss, nil
}
