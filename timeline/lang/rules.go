package lang

import (
	"slices"
	"strconv"
	"strings"
)

// readRules reads paragraphs: a head that is not indented, and its indented lines.
func (p *Pack) readRules(ls []Line) error {
	for _, l := range ls {
		if l.Text[0] != ' ' && l.Text[0] != '\t' {
			name, class, ok := strings.Cut(l.Text, " -> ")
			if !ok {
				return l.Errorf("want: name -> class")
			}
			p.Rules = append(p.Rules, Rule{Line: l, Name: strings.TrimSpace(name), Class: strings.TrimSpace(class)})
			continue
		}
		if len(p.Rules) == 0 {
			return l.Errorf("an indented line belongs to no rule")
		}
		if err := p.Rules[len(p.Rules)-1].read(l); err != nil {
			return err
		}
	}
	for _, r := range p.Rules {
		switch {
		case len(r.See) == 0:
			return r.Errorf("rule %q has no see line", r.Name)
		case r.Mean.Text == "":
			return r.Errorf("rule %q has no mean line", r.Name)
		case len(r.Examples) == 0:
			return r.Errorf("rule %q has no example", r.Name)
		}
	}
	return nil
}

func (r *Rule) read(l Line) error {
	key, rest, _ := strings.Cut(strings.TrimSpace(l.Text), " ")
	rest = strings.TrimSpace(rest)
	at := Line{l.File, l.N, rest}
	switch {
	case rest == "":
		return l.Errorf("nothing stands after %q", key)
	case key == "see":
		r.See = append(r.See, at)
	case key == "mean" && r.Mean.Text == "":
		r.Mean = at
	case key == "e.g.":
		surface, mean, ok := quoted(rest)
		if !ok || mean == "" {
			return l.Errorf(`want: e.g. "surface"  meaning`)
		}
		r.Examples = append(r.Examples, Example{l, surface, mean})
	default:
		return l.Errorf("%q is not see, mean (once) or e.g.", key)
	}
	return nil
}

// quoted cuts `"words" rest`.
func quoted(s string) (words, rest string, ok bool) {
	if s == "" || s[0] != '"' {
		return "", "", false
	}
	words, rest, ok = strings.Cut(s[1:], `"`)
	return words, strings.TrimSpace(rest), ok
}

// readCorpus reads "written EDTF" and, below it, "TYPE value = surface, surface".
func (p *Pack) readCorpus(ls []Line) error {
	written := ""
	for _, l := range ls {
		if w, ok := strings.CutPrefix(l.Text, "written "); ok {
			written = strings.TrimSpace(w)
			continue
		}
		ts, err := Terms([]Line{l})
		if err != nil {
			return err
		}
		t := ts[0]
		p.Corpus = append(p.Corpus, Group{l, written, t.Class, t.Value, t.Surfaces})
	}
	return nil
}

// readSplit reads "name = word, word" for each list of text.Rules, and
// "small = number".
func (p *Pack) readSplit(ls []Line) error {
	type list struct {
		name string
		set  *map[string]bool
	}
	lists := []list{
		{"never", &p.Split.Never}, {"number", &p.Split.Number},
		{"maybe", &p.Split.Maybe}, {"starter", &p.Split.Starters},
		{"ordinal", &p.Split.Ordinal}, {"lead", &p.Split.Lead},
		{"inner", &p.Split.Inner}, {"speech", &p.Split.Speech},
	}
	for _, l := range ls {
		left, right, ok := strings.Cut(l.Text, " = ")
		name := strings.TrimSpace(left)
		i := slices.IndexFunc(lists, func(s list) bool { return s.name == name })
		switch {
		case ok && name == "small":
			n, err := strconv.Atoi(strings.TrimSpace(right))
			if err != nil || n < 0 {
				return l.Errorf("want: small = number of letters")
			}
			p.Split.Small = n
		case !ok || i < 0:
			return l.Errorf("want: never, number, maybe, starter, inner, speech, ordinal or lead = word, word")
		default:
			if err := fill(lists[i].set, right); err != nil {
				return l.Errorf("%v", err)
			}
		}
	}
	return nil
}

// fill adds the words of a list to a set.
func fill(set *map[string]bool, list string) error {
	words, err := surfaces(list)
	if err != nil {
		return err
	}
	if *set == nil {
		*set = map[string]bool{}
	}
	for _, w := range words {
		(*set)[w] = true
	}
	return nil
}
