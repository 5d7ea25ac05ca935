// Package text holds an article and cuts it into sentences and tokens.
//
// In comes an Article, whose Text never changes; out comes a Document, whose
// pieces are byte spans of that text. The package refuses to know what any word
// means: abbreviations and the like come in as Rules from a language pack.
package text

import "github.com/datelinehq/dateline/timeline/edtf"

// A Span is a half-open range of bytes in an article's text.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len is the number of bytes in s.
func (s Span) Len() int { return s.End - s.Start }

// In cuts s out of t. It panics, as slicing does, when s is not inside t.
func (s Span) In(t string) string { return t[s.Start:s.End] }

// Covers reports whether o lies in s.
func (s Span) Covers(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether s and o share a byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// An Article is one text as its publisher gave it, with what is known of it.
// An empty field means that it is not known.
type Article struct {
	// ID names the article in a run. It is unique there and the same in every run.
	ID string
	// File is the name under which the article was read; URL where it was published.
	File, URL string
	Title     string
	// Outlet printed the article; Origin is the agency that wrote it.
	Outlet, Origin string
	// Credit is the author or licence line that must go with a quotation.
	Credit string
	// Lang is a BCP 47 tag.
	Lang string
	// Place is where the report was filed from, as its dateline says.
	Place string
	// Published is the date on which "today" was written. The zero date means
	// that nobody gave one; it is never guessed.
	Published edtf.Date
	// PublishedFrom says where Published was taken from.
	PublishedFrom DateFrom
	// Issued is the moment of publication with its zone, where the source gives one;
	// Published is its day. Modified is that of the last change. Embargo is the
	// moment before which nothing may be published of it.
	Issued, Modified, Embargo edtf.Date
	// Claims are all that the source says of its publication date, best first;
	// Published was taken from the first that is a date.
	Claims []DateClaim
	// Genre says how dates without a year are read; the zero Genre means that the
	// text itself decides.
	Genre Genre
	// Text is valid UTF-8. All spans count its bytes.
	Text string
	// Marks are the stretches of Text that are not body, in order, without overlap.
	Marks []Mark
}

// Genre says what an article's dates count from.
type Genre string

const (
	AnyGenre Genre = ""
	// News counts from its publication date.
	News Genre = "news"
	// Narrative tells of the past in its own order and counts from the date that it
	// has come to.
	Narrative Genre = "narrative"
)

// Genres are those that a person may name.
func Genres() []Genre { return []Genre{News, Narrative} }

// DateFrom says where a publication date was taken from. The order of the
// constants is the order of preference.
type DateFrom string

const (
	FromNowhere  DateFrom = ""
	FromFlag     DateFrom = "flag"
	FromConfig   DateFrom = "config"
	FromSidecar  DateFrom = "sidecar"
	FromFront    DateFrom = "front matter"
	FromMetadata DateFrom = "metadata"
	FromFeed     DateFrom = "feed"
	FromPage     DateFrom = "page"
	FromURL      DateFrom = "address"
	FromDateline DateFrom = "dateline"
	FromMail     DateFrom = "mail header"
	FromDocument DateFrom = "document properties"
	// FromCapture is when a web archive took the page: it was published by then.
	FromCapture DateFrom = "capture"
)

// A DateClaim is one date that a source gives for its publication.
type DateClaim struct {
	From DateFrom `json:"from"`
	// Name is the field that it stands in: "datePublished".
	Name string `json:"name,omitempty"`
	// Text is the date as it is written.
	Text string `json:"text"`
	// Date is the moment or day; zero if Text could not be read as one.
	Date edtf.Date `json:"date"`
}

// A Zone says what a stretch of an article is for.
type Zone uint8

const (
	// Body is the running text.
	Body Zone = iota
	// Title is a headline inside the text.
	Title
	// Byline holds outlet, author or credit lines.
	Byline
	// Dateline is the place and agency in front of the first sentence.
	Dateline
)

// A Mark gives a stretch of an article's text a zone.
type Mark struct {
	Span
	Zone Zone
}

// A Finding is something odd about an article: not a failure of the program, and
// never a reason to stop.
type Finding struct {
	// Article is the ID of the article, or the file that could not be read.
	Article string `json:"article"`
	// Span is where, if it has a place in the text.
	Span *Span `json:"span,omitempty"`
	// Stage is the package that noticed it.
	Stage string `json:"stage"`
	// Code is a short fixed word for programs: "no-document-date".
	Code string `json:"code"`
	// Text is one sentence for people.
	Text string `json:"text"`
}
