// Package actor tells who takes part: the state, organisation, group or office that
// a noun phrase names, with its code.
//
// In come tables of names, a language's words for roles, and parsed sentences of one
// article in their order; out comes for a noun phrase its Actor. What a short form or
// a pronoun stands for is told from what was read before in the same article, where
// there is one candidate. The package refuses to know events, and what any name means
// beyond its code; it holds no word of a language.
package actor

import "github.com/datelinehq/dateline/timeline/text"

// An Actor is who a noun phrase names.
type Actor struct {
	// Span is the phrase as the article writes it.
	Span text.Span
	// Code is an ISO 3166 alpha-3 country, or IGO, NGO, IMG and the like, and the role
	// behind it: "CHNGOV", "IGOUNO". It is empty when no country or organisation shows.
	Code string
	// Role is the role alone ("COP" of "the police"), empty when none shows.
	Role string
	// Canonical is the usual name of the state, organisation or person.
	Canonical string
	// How tells by what the code was found.
	How How
}

// How tells by what a code was found.
type How string

const (
	ByName     How = "name"    // the phrase is the name: "China"
	ByNation   How = "nation"  // a name in the phrase: "Chinese troops"
	ByRole     How = "role"    // a role without a name: "the rebels"
	ByShort    How = "short"   // a short form of a name before: "the North"
	BySingle   How = "single"  // the one candidate before: "the ministry"
	ByPronoun  How = "pronoun" // what a pronoun stands for
	ByOfficial How = "leader"  // somebody in office at the publication date
	Unknown    How = ""        // words only
)

// A kind says what a name names, and thereby when it counts.
type kind uint8

const (
	country  kind = iota // a state by its name
	nation               // an adjective, or the people
	seat                 // a capital or palace: as subject or object, the government
	place                // a city or region
	body                 // an organisation
	group                // an armed group
	person               // somebody in office
	roleNoun             // a word for a role
)
