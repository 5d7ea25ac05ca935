package main

import (
	"slices"
	"strings"

	"github.com/datelinehq/dateline/timeline/syntax"
	"github.com/datelinehq/dateline/timeline/text"
)

// happening is an event that an analyser found.
type happening struct {
	// Trigger is a span of the text.
	Trigger text.Span
	// Date is in the notation of the anchor suite.
	Date string
	// Actors are the words of who takes part, one text each.
	Actors []string
}

// happenings are what the pipeline finds, dated or not, and each other verb that has
// somebody or something as its subject or object: the task asks for those, too.
func (d dateline) happenings(a article) []happening {
	an := d.Analyse(a.read())
	sents := d.Trees(an)
	out := []happening{}
	var given []text.Span
	for _, x := range an.Dated {
		h := happening{Trigger: x.Trigger}
		for _, who := range x.Actors {
			h.Actors = append(h.Actors, who.Name+" "+who.Canonical)
		}
		out, given = append(out, h), append(given, x.Trigger)
	}
	found := len(out)
	for _, s := range sents {
		for i, w := range s.Words {
			k := slices.IndexFunc(out[:found], func(h happening) bool { return h.Trigger.Overlaps(w.Span) })
			if k < 0 && !tellsOf(s, i) {
				continue
			}
			who := takers(s, i, an.Document.Text)
			if k >= 0 {
				out[k].Actors = append(out[k].Actors, who...)
				continue
			}
			trigger := withParticle(s, i)
			out, given = append(out, happening{Trigger: trigger, Actors: who}), append(given, trigger)
		}
	}
	ms, _ := d.mentions(an, given)
	dated := d.relations.Link(an.Document, sents, ms, an.Readings)
	for i := range out {
		out[i].Date = guess(dated, given[i], an.Document.Published).Anchor
	}
	return out
}

// tellsOf reports whether a word is a verb that tells of something: in the present, texts
// describe what is, and only titles tell.
func tellsOf(s syntax.Sentence, i int) bool {
	w := s.Words[i]
	if w.UPOS != "VERB" || w.Rel == "amod" {
		return false
	}
	return s.Index == 0 || w.XPOS != "VBZ" && w.XPOS != "VBP" && w.XPOS != "VB"
}

// withParticle is a verb and the particle right behind it: "rolls out".
func withParticle(s syntax.Sentence, i int) text.Span {
	span := s.Words[i].Span
	if k := i + 1; k < len(s.Words) && s.Words[k].Head == i && s.Words[k].Rel == "compound:prt" {
		span.End = s.Words[k].End
	}
	return span
}

// takers are the words of the subject and objects of a verb or noun, and of the subject that it
// shares with the verb it hangs on.
func takers(s syntax.Sentence, verb int, body string) (out []string) {
	subject := false
	for i, w := range s.Words {
		if w.Head != verb {
			continue
		}
		rel, _, _ := strings.Cut(w.Rel, ":")
		switch rel {
		case "nsubj":
			subject = true
			out = append(out, phrase(s, i, body))
		case "obj", "iobj":
			out = append(out, phrase(s, i, body))
		case "nmod", "compound":
			if s.Words[verb].UPOS != "VERB" {
				out = append(out, phrase(s, i, body))
			}
		}
	}
	for v, steps := verb, 0; !subject && s.Words[v].Head >= 0 && steps < maxSteps; steps++ {
		rel, _, _ := strings.Cut(s.Words[v].Rel, ":")
		if !slices.Contains([]string{"conj", "xcomp", "advcl", "acl", "obj", "ccomp"}, rel) {
			break
		}
		v = s.Words[v].Head
		if rel == "acl" {
			out = append(out, phrase(s, v, body))
		}
		for i, w := range s.Words {
			if w.Head == v && strings.HasPrefix(w.Rel, "nsubj") {
				subject = true
				out = append(out, phrase(s, i, body))
			}
		}
	}
	return out
}

// maxSteps bounds how far a subject is looked for.
const maxSteps = 4

// phrase is a word and the words of its name: what hangs on it without a clause.
func phrase(s syntax.Sentence, head int, body string) string {
	span := s.Words[head].Span
	words := []string{span.In(body)}
	for i, w := range s.Words {
		for k, steps := i, 0; k >= 0 && steps < maxSteps; k, steps = s.Words[k].Head, steps+1 {
			if k == head && i != head {
				words = append(words, w.In(body))
				break
			}
			rel, _, _ := strings.Cut(s.Words[k].Rel, ":")
			if !slices.Contains([]string{"compound", "flat", "nummod", "appos", "conj"}, rel) {
				break
			}
		}
	}
	return strings.Join(words, " ")
}
