package main

import (
	"slices"
	"strings"
)

// plover is the event's type under its present PLOVER name; it is worked out from
// the CAMEO code when none is given. A statement has no type.
func (e codedEvent) plover() string {
	switch p := strings.ToUpper(strings.TrimSpace(e.Plover)); p {
	case "":
		return ofCAMEO(digits(e.Code))
	case "NONE", "STATEMENT":
		return ""
	case "DEMAND":
		return "REQUEST"
	case "DISAPPROVE", "INVESTIGATE":
		return "ACCUSE"
	case "FIGHT":
		return "ASSAULT"
	case "THREAT":
		return "THREATEN"
	default:
		return p
	}
}

// roots are the PLOVER types of CAMEO roots 01 to 20.
var roots = [...]string{
	"", "REQUEST", "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "ACCUSE", "REQUEST",
	"ACCUSE", "REJECT", "THREATEN", "PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT", "ASSAULT", "ASSAULT",
}

// ofCAMEO is the PLOVER type of a CAMEO code; some finer codes differ from their
// root.
func ofCAMEO(code string) string {
	for c := code; len(c) >= 3; c = c[:len(c)-1] {
		switch c {
		case "0813", "0814", "084", "085", "086", "087":
			return "RETREAT"
		case "163", "191", "192":
			return "COERCE"
		case "175", "1712":
			return "ASSAULT"
		}
	}
	if len(code) < 2 {
		return ""
	}
	if n, _ := twoDigits(code[:2]); n >= 1 && n <= len(roots) {
		return roots[n-1]
	}
	return ""
}

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

// cameo is the root of the event's CAMEO code, empty if it has none.
func (e codedEvent) cameo() string {
	if d := digits(e.Code); len(d) >= 2 {
		return d[:2]
	}
	return ""
}

// sameType compares PLOVER types. YIELD is an old name for two of them.
func sameType(a, b string) bool {
	yields := []string{"YIELD", "CONCEDE", "RETREAT"}
	return a == b || (a == "YIELD" || b == "YIELD") && slices.Contains(yields, a) && slices.Contains(yields, b)
}

// country is what is compared of an actor's code.
func country(code string) string {
	code = strings.ToUpper(strings.TrimSpace(code))
	return code[:min(3, len(code))]
}

// sameActors compares source and target, both ways round where gold allows it.
func (e codedEvent) sameActors(o codedEvent) bool {
	same := func(source, target, sourceText, targetText string) bool {
		return sameActor(e.Source, e.SourceText, source, sourceText) && sameActor(e.Target, e.TargetText, target, targetText)
	}
	return same(o.Source, o.Target, o.SourceText, o.TargetText) ||
		e.Recip && same(o.Target, o.Source, o.TargetText, o.SourceText)
}

// sameActor compares gold with an answer: countries agree, or half of the words of
// the shorter name stand in the other.
func sameActor(code, words, otherCode, otherWords string) bool {
	if code == "" && words == "" {
		return otherCode == "" && otherWords == ""
	}
	if code != "" && otherCode != "" && country(code) == country(otherCode) {
		return true
	}
	a, b := contentWords(words), contentWords(otherWords)
	if len(a) > len(b) {
		a, b = b, a
	}
	both := 0
	for _, w := range a {
		both += one(slices.Contains(b, w))
	}
	return len(a) > 0 && 2*both >= len(a)
}

// contentWords are the different words of a name that tell something.
func contentWords(name string) []string {
	name = strings.ReplaceAll(strings.ToLower(name), ".", "")
	words := strings.FieldsFunc(name, func(r rune) bool {
		inside := r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r > 127 && r != '’' && r != 'ʼ'
		return !inside
	})
	words = slices.DeleteFunc(words, func(w string) bool {
		switch w {
		case "the", "a", "an", "of", "in", "and", "for", "to", "on", "at", "by", "from", "with", "his", "her", "their", "its", "s":
			return true
		}
		return false
	})
	slices.Sort(words)
	return slices.Compact(words)
}

// namesBoth reports whether both actors are given.
func (e codedEvent) namesBoth() bool {
	return e.Source+e.SourceText != "" && e.Target+e.TargetText != ""
}
