package event

import (
	"fmt"
	"io/fs"
	"strings"

	"github.com/datelinehq/dateline/timeline/lang"
)

// Frames reads the frames of a language pack (frames.txt), with their examples.
func Frames(pack fs.FS) ([]*Frame, error) {
	f, err := readFrames(pack)
	if err != nil {
		return nil, err
	}
	return f.all, nil
}

// readFrames reads lines "class NAME = word, word" and paragraphs
//
//	TYPE mode cameo=NN code=TYPE
//	  verb   word, word off          or noun
//	  obj    word, @class, TYPE      a condition on a slot; "no obj" turns it round
//	  source slot
//	  target slot
//	  e.g.   "sentence"  trigger
//
// A further verb or noun line begins a further frame of the same type.
func readFrames(pack fs.FS) (*frames, error) {
	ls, err := lang.ReadLines(pack, "frames.txt")
	if err != nil {
		return nil, fmt.Errorf("load events: %w", err)
	}
	r := frameReader{frames: &frames{
		verbs: map[string][]candidate{}, nouns: map[string][]candidate{},
		verbType: map[string]string{}, nounType: map[string]string{}, classes: map[string]map[string]bool{},
	}}
	for _, l := range ls {
		if err := r.line(l); err != nil {
			return nil, err
		}
	}
	return r.frames, r.end()
}

type frameReader struct {
	*frames
	head  Frame // type, mode and root of the paragraph
	frame *Frame
	at    lang.Line // where frame begins
}

func (r *frameReader) line(l lang.Line) error {
	if strings.HasPrefix(l.Text, "class ") {
		return r.class(l)
	}
	if l.Text[0] != ' ' && l.Text[0] != '\t' {
		return r.header(l)
	}
	key, rest, _ := strings.Cut(strings.TrimSpace(l.Text), " ")
	rest = strings.TrimSpace(rest)
	switch {
	case r.head.Type == "":
		return l.Errorf("an indented line belongs to no type")
	case rest == "":
		return l.Errorf("nothing stands after %q", key)
	case key == "verb" || key == "noun":
		return r.trigger(l, key == "noun", rest)
	case r.frame == nil:
		return l.Errorf("%q stands before any verb or noun", key)
	}
	return r.detail(l, key, rest)
}

func (r *frameReader) class(l lang.Line) error {
	ts, err := lang.Terms([]lang.Line{l})
	if err != nil {
		return err
	}
	set := r.classes[ts[0].Value]
	if set == nil {
		set = map[string]bool{}
		r.classes[ts[0].Value] = set
	}
	for _, w := range ts[0].Surfaces {
		if err := r.into(set, l, w); err != nil {
			return err
		}
	}
	return nil
}

// into adds a word, or the words of a class.
func (r *frameReader) into(set map[string]bool, l lang.Line, w string) error {
	name, ok := strings.CutPrefix(w, "@")
	if !ok {
		set[w] = true
		return nil
	}
	if r.classes[name] == nil {
		return l.Errorf("no class %q above", name)
	}
	for x := range r.classes[name] {
		set[x] = true
	}
	return nil
}

func (r *frameReader) header(l lang.Line) error {
	if err := r.end(); err != nil {
		return err
	}
	f := strings.Fields(l.Text)
	r.head = Frame{Type: f[0]}
	if f[0] != strings.ToUpper(f[0]) {
		return l.Errorf("want a type in capitals, or class NAME = words")
	}
	for _, x := range f[1:] {
		root, ofRoot := strings.CutPrefix(x, "cameo=")
		code, ofCode := strings.CutPrefix(x, "code=")
		switch {
		case ofRoot:
			r.head.Root = root
		case ofCode:
			r.head.Code = code
		default:
			r.head.Mode = x
		}
	}
	return nil
}

// end closes the frame that is being read.
func (r *frameReader) end() error {
	f := r.frame
	if f == nil {
		return nil
	}
	r.frame = nil
	if len(f.Examples) == 0 {
		return r.at.Errorf("the frame has no example")
	}
	r.add(f)
	return nil
}

func (r *frameReader) trigger(l lang.Line, noun bool, rest string) error {
	if err := r.end(); err != nil {
		return err
	}
	f := r.head
	f.noun = noun
	set := map[string]bool{}
	for _, w := range strings.Split(rest, ",") {
		w = strings.TrimSpace(w)
		if w == "" {
			return l.Errorf("a word is empty")
		}
		if set[w] {
			return l.Errorf("%q stands twice", w)
		}
		set[w] = true
		f.triggers = append(f.triggers, strings.Fields(w))
	}
	r.frame, r.at = &f, l
	return nil
}

func (r *frameReader) detail(l lang.Line, key, rest string) error {
	f := r.frame
	switch key {
	case "source":
		f.Source = rest
	case "target":
		f.Target = rest
	case "e.g.":
		sentence, trigger, ok := strings.Cut(strings.TrimPrefix(rest, `"`), `"`)
		if trigger = strings.TrimSpace(trigger); !ok || trigger == "" || !strings.Contains(sentence, trigger) {
			return l.Errorf(`want: e.g. "sentence"  trigger in it`)
		}
		f.Examples = append(f.Examples, FrameExample{sentence, trigger})
	default:
		return r.condition(l, key, rest)
	}
	return nil
}

func (r *frameReader) condition(l lang.Line, key, rest string) error {
	c := condition{slot: key, words: map[string]bool{}, types: map[string]bool{}}
	if key == "no" {
		c.not = true
		c.slot, rest, _ = strings.Cut(rest, " ")
	}
	for _, w := range strings.Split(rest, ",") {
		w = strings.TrimSpace(w)
		switch {
		case w == "":
			return l.Errorf("a word is empty")
		case w == "*":
			c.any = true
		case len(w) > 2 && w == strings.ToUpper(w):
			c.types[w] = true
		default:
			if err := r.into(c.words, l, w); err != nil {
				return err
			}
		}
	}
	r.frame.conditions = append(r.frame.conditions, c)
	return nil
}
