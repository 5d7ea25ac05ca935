package event

import "strings"

// A Frame says what a word announces, in which surroundings, and who takes
// which part.
type Frame struct {
	// Type is a PLOVER 2.0 type, OTHER, STATEMENT, or NOTHING for idioms that
	// only look like an event. Mode is PLOVER's, or empty.
	Type, Mode string
	// Root is the CAMEO root, if it is not the usual one of the type.
	Root string
	// Code is PLOVER's type, where its conversion table differs from Type.
	Code string
	// Source and Target are the slots that the actors stand in: "subj", "obj", or
	// a preposition. They are empty where the usual ones hold: the subject acts,
	// the object undergoes.
	Source, Target string
	// Examples are proofs, which run as tests.
	Examples []FrameExample

	noun       bool
	triggers   [][]string // words of the trigger, lemma first
	conditions []condition
	order      int // place in the file
}

// A FrameExample is a sentence and the word in it that triggers the frame.
type FrameExample struct {
	Sentence, Trigger string
}

// Noun reports whether the frame is triggered by a noun.
func (f *Frame) Noun() bool { return f.noun }

// String is the frame as messages and explanations name it.
func (f *Frame) String() string {
	if len(f.triggers) == 0 {
		return f.Type
	}
	return strings.TrimSpace(f.Type+" "+f.Mode) + ": " + strings.Join(f.triggers[0], " ")
}

// A condition asks that one of some words, or any of a type, fills a slot.
type condition struct {
	slot  string
	not   bool
	any   bool
	words map[string]bool
	// types ask for the type that the word itself announces: obj CONSULT.
	types map[string]bool
}

// A candidate is a frame by one of its triggers.
type candidate struct {
	*Frame
	rest []string // the trigger without its first word
}

// frames are all frames of a language, by the first word of their triggers.
type frames struct {
	all          []*Frame
	verbs, nouns map[string][]candidate
	// verbType and nounType are what a word announces by itself.
	verbType, nounType map[string]string
	classes            map[string]map[string]bool
}

// is reports whether a word belongs to a class.
func (f *frames) is(class, lemma string) bool { return f.classes[class][lemma] }

// add indexes a frame.
func (f *frames) add(fr *Frame) {
	fr.order = len(f.all)
	f.all = append(f.all, fr)
	index, types := f.verbs, f.verbType
	if fr.noun {
		index, types = f.nouns, f.nounType
	}
	for _, t := range fr.triggers {
		index[t[0]] = append(index[t[0]], candidate{fr, t[1:]})
		key := strings.Join(t, " ")
		if _, ok := types[key]; !ok && fr.plain() {
			types[key] = fr.Type
		}
	}
}

// idle reports whether a verb frame only says that nothing of a PLOVER type happens.
func (f *Frame) idle() bool { return !f.noun && (f.Type == typeNothing || f.Type == typeOther) }

// plain reports whether nothing must stand around the trigger.
func (f *Frame) plain() bool {
	for _, c := range f.conditions {
		if !c.not {
			return false
		}
	}
	return true
}
