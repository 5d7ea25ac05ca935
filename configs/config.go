// Package configs reads the files that tell a batch run what to do.
//
// In come the bytes of a config file, the environment and overrides, out comes a
// checked Config. Structure is read strictly, so that every fault has a line and
// column; scalar settings may be overridden from outside through viper. The
// package opens no input and runs nothing.
package configs

import (
	_ "embed"

	"github.com/datelinehq/dateline/timeline/edtf"
)

// Version is the version of the config format.
const Version = 1

// Default is the file that `dateline init` writes.
//
//go:embed default.yaml
var Default []byte

// A Config is one batch file: what to read, and what to make of it.
type Config struct {
	// Version is the format's version, 1.
	Version int `yaml:"version" json:"version" jsonschema:"required,enum=1" jsonschema_description:"version of this format"`
	// Output is the folder for all reports, relative to the config file.
	Output string `yaml:"output" json:"output,omitempty" jsonschema_description:"folder of the reports, relative to this file; default: out"`
	// Language is the code for articles that name none; empty finds it out.
	Language string `yaml:"language" json:"language,omitempty" jsonschema_description:"language code of articles that name none; default: told from the text, English where it is short"`
	// Actors are tables of names that go before those of the seeds, relative to Dir.
	Actors []string `yaml:"actors" json:"actors,omitempty" jsonschema_description:"tables of names, relative to this file, with the columns kind, name and code; they go before what is built in"`
	// Workers is the number of articles read at once; 0 means one a processor.
	Workers int `yaml:"workers" json:"workers,omitempty" jsonschema:"minimum=0" jsonschema_description:"articles read at once; 0 means one for each processor"`
	// Archive keeps what was found in articles for the next run: the path of a file,
	// relative to Dir, or the address of a PostgreSQL server. Empty keeps nothing.
	Archive string `yaml:"archive" json:"archive,omitempty" jsonschema_description:"keep what was found in articles, so that the next run does only what is new: a file, relative to this one, or postgres://user@host/database; default: nothing is kept"`
	// Fetch is for the verb fetch alone; nil if there is nothing to get.
	Fetch *Fetch `yaml:"fetch" json:"fetch,omitempty" jsonschema_description:"what dateline fetch gets from the network, for inputs to read"`
	// Reports are made one after the other.
	Reports []Report `yaml:"reports" json:"reports" jsonschema:"required,minItems=1" jsonschema_description:"the reports to make"`
	// Dir is the folder of the config file, from which relative paths count.
	Dir string `yaml:"-" json:"-"`
}

// A Report is one timeline with its outputs.
type Report struct {
	Name   string  `yaml:"name" json:"name" jsonschema:"required,pattern=^[A-Za-z0-9][A-Za-z0-9._-]*$" jsonschema_description:"name of the report's folder under output"`
	Title  string  `yaml:"title" json:"title,omitempty" jsonschema_description:"default: the title of the first article"`
	AsOf   string  `yaml:"as_of" json:"as_of,omitempty" jsonschema_description:"day from which past and future are seen; default: the latest publication date"`
	Period string  `yaml:"period" json:"period,omitempty" jsonschema_description:"leave out events that cannot lie in this period, as 2008/2009-07 or may to july 2009"`
	Inputs []Input `yaml:"inputs" json:"inputs" jsonschema:"required,minItems=1" jsonschema_description:"the articles"`
	// Corrections is an analyst's file, relative to the config.
	Corrections string `yaml:"corrections" json:"corrections,omitempty" jsonschema_description:"file of corrections by hand, relative to this file: dates, titles, merges, splits, notes"`
	// Select keeps page and briefing short.
	Select Select `yaml:"select" json:"select,omitzero" jsonschema_description:"which events are shown; events.jsonl always has all"`
	// Length is how much the briefing tells.
	Length string `yaml:"length" json:"length,omitempty" jsonschema:"enum=one-page,enum=standard,enum=annex" jsonschema_description:"how much the briefing tells: one-page, standard (default) or annex, which leaves nothing out"`
	// Editions keeps the timeline of each run that differs from the last.
	Editions bool `yaml:"editions" json:"editions,omitempty" jsonschema_description:"keep each run as an edition, tell what changed since the last one, and what became of announcements"`
	// Page is how the page looks.
	Page    PageLook `yaml:"page" json:"page,omitempty" jsonschema_description:"how the page looks and opens"`
	Outputs []string `yaml:"outputs" json:"outputs,omitempty" jsonschema:"enum=page,enum=briefing,enum=events,enum=timeline,enum=calendar,enum=csv,enum=ics,enum=timelinejs,enum=timelinejs-csv,enum=vis,enum=markwhen,enum=mermaid,enum=geojson,enum=timeml,enum=csl,enum=bibtex,enum=stix,enum=coded,enum=atom" jsonschema_description:"what to write: page, briefing, events, timeline and calendar (the default), and formats of dateline convert"`
	// AsOfDate and PeriodDates are AsOf and Period, read.
	AsOfDate    edtf.Date     `yaml:"-" json:"-"`
	PeriodDates edtf.Interval `yaml:"-" json:"-"`
}

// An Input is a file, or all files that fit a pattern, and what is known of them.
type Input struct {
	Path      string `yaml:"path" json:"path" jsonschema:"required" jsonschema_description:"file or pattern (* ? [a-z] **), relative to this file"`
	Title     string `yaml:"title" json:"title,omitempty"`
	Outlet    string `yaml:"outlet" json:"outlet,omitempty" jsonschema_description:"who printed it"`
	Origin    string `yaml:"origin" json:"origin,omitempty" jsonschema_description:"agency that wrote it"`
	Place     string `yaml:"place" json:"place,omitempty" jsonschema_description:"where it was filed from"`
	Credit    string `yaml:"credit" json:"credit,omitempty" jsonschema_description:"author or licence to name"`
	Lang      string `yaml:"lang" json:"lang,omitempty" jsonschema_description:"language code"`
	Kind      string `yaml:"kind" json:"kind,omitempty" jsonschema:"enum=news,enum=narrative" jsonschema_description:"what dates without a year count from: the publication date (news) or the date that the text has come to (narrative); default: as the text shows"`
	Published string `yaml:"published" json:"published,omitempty" jsonschema_description:"publication date, as 2009-06-20, 2009-06-20~ (about), 20 June 2009 or yesterday"`
	// PublishedDate is Published, read.
	PublishedDate edtf.Date `yaml:"-" json:"-"`
}

// Lengths are those of a briefing.
func Lengths() []string { return []string{"one-page", "standard", "annex"} }

// The outputs of a report.
const (
	Page     = "page"
	Briefing = "briefing"
	Events   = "events"
	Timeline = "timeline"
	Calendar = "calendar"
)

// Formats are outputs by the names that they have in dateline convert.
func Formats() []string {
	return []string{"csv", "ics", "timelinejs", "timelinejs-csv", "vis", "markwhen", "mermaid", "geojson", "timeml", "csl", "bibtex", "stix", "coded", "atom"}
}

// Outputs are those that a report has if it names none, in the order in which they are
// written.
func Outputs() []string { return []string{Page, Briefing, Events, Timeline, Calendar} }
