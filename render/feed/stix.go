package feed

import (
	"bufio"
	"slices"
	"strings"

	"github.com/datelinehq/dateline/render/words"
	"github.com/datelinehq/dateline/timeline"
)

// A stixObject is any object of STIX 2.1 that is written here, with the fields in the
// order of its specification.
type stixObject struct {
	Type           string                   `json:"type"`
	SpecVersion    string                   `json:"spec_version"`
	ID             string                   `json:"id"`
	CreatedBy      string                   `json:"created_by_ref,omitempty"`
	Created        string                   `json:"created"`
	Modified       string                   `json:"modified"`
	Name           string                   `json:"name,omitempty"`
	Description    string                   `json:"description,omitempty"`
	IdentityClass  string                   `json:"identity_class,omitempty"`
	Schema         string                   `json:"schema,omitempty"`
	Version        string                   `json:"version,omitempty"`
	ExtensionTypes []string                 `json:"extension_types,omitempty"`
	Published      string                   `json:"published,omitempty"`
	Abstract       string                   `json:"abstract,omitempty"`
	Content        string                   `json:"content,omitempty"`
	Labels         []string                 `json:"labels,omitempty"`
	References     []stixReference          `json:"external_references,omitempty"`
	Objects        []string                 `json:"object_refs,omitempty"`
	Extensions     map[string]stixExtension `json:"extensions,omitempty"`
}

type stixReference struct {
	SourceName  string `json:"source_name"`
	Description string `json:"description"`
	URL         string `json:"url,omitempty"`
}

// A stixExtension holds what STIX has no property for, above all dates that are no
// moments.
type stixExtension struct {
	Type        string   `json:"extension_type"`
	EDTF        string   `json:"edtf,omitempty"`
	Earliest    string   `json:"earliest,omitempty"`
	Latest      string   `json:"latest,omitempty"`
	Precision   string   `json:"precision,omitempty"`
	Lasting     bool     `json:"lasting,omitempty"`
	Status      string   `json:"status,omitempty"`
	Grade       string   `json:"date_grade,omitempty"`
	EventType   string   `json:"event_type,omitempty"`
	PLOVER      string   `json:"plover,omitempty"`
	CAMEO       string   `json:"cameo,omitempty"`
	Places      []string `json:"places,omitempty"`
	Attribution string   `json:"attribution,omitempty"`
}

// stix is a bundle of STIX 2.1: a report, a note for each event, an identity for each
// actor. Timestamps say when the timeline was made; dates of events stand in an
// extension, as exact as they are. It says nothing of confidence.
func stix() Format {
	return Format{
		Name: "stix", File: "report.stix.json", About: "report with a note for each event (STIX 2.1)",
		carries: append(tells(), Lasting, Types, Codes, Actors, Places, Attribution, Sources, AsOf),
		write: func(w *bufio.Writer, v *view) {
			m := stixMaker{view: v, at: strings.TrimSuffix(stamp(v.t), "Z") + ".000Z", actors: map[string]string{}}
			pretty(w, m.bundle())
		},
	}
}

// stixSince is when Dateline's identity and extension were made. What has one ID for
// ever must not be made anew by each run.
const stixSince = "2026-01-01T00:00:00.000Z"

type stixMaker struct {
	*view
	at        string
	self, ext string
	objects   []stixObject
	actors    map[string]string // identities by code and name
}

type stixBundle struct {
	Type    string       `json:"type"`
	ID      string       `json:"id"`
	Objects []stixObject `json:"objects"`
}

func (m *stixMaker) bundle() stixBundle {
	m.self = stixID("identity", "Dateline")
	m.ext = stixID("extension-definition", "1.0")
	m.objects = append(m.objects, stixObject{
		Type: "identity", SpecVersion: "2.1", ID: m.self, Created: stixSince, Modified: stixSince, Name: "Dateline", IdentityClass: "system",
	}, stixObject{
		Type: "extension-definition", SpecVersion: "2.1", ID: m.ext, CreatedBy: m.self, Created: stixSince, Modified: stixSince, Name: "Dated event",
		Description: "When an event lies, as exactly as the sources say: edtf is ISO 8601-2, earliest and latest are the first and last day that it allows.",
		Schema:      "https://github.com/datelinehq/dateline", Version: "1.0.0", ExtensionTypes: []string{"property-extension"},
	})
	var refs []string
	var notes []stixObject
	for _, e := range m.events {
		n := m.note(e)
		refs, notes = append(refs, n.ID), append(notes, n)
	}
	title := first(m.line(m.t.Title), "Timeline")
	report := stixID("report", append(refs, title, m.at)...)
	for i := range notes {
		if len(notes[i].Objects) == 0 {
			notes[i].Objects = []string{report}
		}
	}
	m.objects = append(m.objects, notes...)
	if len(refs) == 0 {
		refs = []string{m.self} // a report refers to something
	}
	m.add(stixObject{Type: "report", ID: report, CreatedBy: m.self, Name: title, Published: m.at, Objects: refs})
	return stixBundle{"bundle", stixID("bundle", report), m.objects}
}

func (m *stixMaker) add(o stixObject) {
	o.SpecVersion, o.Created, o.Modified = "2.1", m.at, m.at
	m.objects = append(m.objects, o)
}

// note is an event. It refers to its actors; if it has none, to the report, which is
// not made yet.
func (m *stixMaker) note(e *timeline.Event) stixObject {
	x := stixExtension{
		Type: "property-extension", EDTF: e.When.String(), Earliest: earliest(e.When), Latest: latest(e.When), Precision: unitOf(e.When),
		Lasting: e.Lasting, Status: string(e.Status), Grade: string(e.Grade), EventType: m.line(e.Type), Attribution: m.line(e.Attribution),
	}
	if e.Coding != nil {
		x.PLOVER, x.CAMEO = m.line(e.Coding.PLOVER), m.line(e.Coding.CAMEO)
	}
	for _, p := range e.Places {
		x.Places = append(x.Places, m.line(p.Name))
	}
	o := stixObject{
		Type: "note", SpecVersion: "2.1", CreatedBy: m.self, Created: m.at, Modified: m.at,
		Abstract: m.line(e.Title) + " (" + words.Interval(e.When) + ")", Content: strings.Join(m.told(e), "\n"),
		Extensions: map[string]stixExtension{m.ext: x},
	}
	if e.Status != "" {
		o.Labels = append(o.Labels, string(e.Status))
	}
	for _, c := range e.Cites {
		s := m.source(c.Source)
		o.References = append(o.References, stixReference{first(m.line(s.Outlet), m.line(s.ID), "source "+itoa(c.Source)), m.named(c), link(s.URL)})
	}
	for _, a := range e.Actors {
		if id := m.actor(a); !slices.Contains(o.Objects, id) {
			o.Objects = append(o.Objects, id)
		}
	}
	o.ID = stixID("note", m.at, e.ID, o.Content) // other words make another note
	return o
}

// actor is the identity of an actor, made when it is first met.
func (m *stixMaker) actor(a timeline.Actor) string {
	name := first(m.line(a.Canonical), m.line(a.Name), "unnamed")
	key := a.Code + "\x00" + name
	if id, ok := m.actors[key]; ok {
		return id
	}
	o := stixObject{Type: "identity", ID: stixID("identity", m.at, a.Code, name), CreatedBy: m.self, Name: name}
	if code := first(a.Code, a.Sector); code != "" {
		o.Description = "CAMEO actor code " + m.line(code)
	}
	m.add(o)
	m.actors[key] = o.ID
	return o.ID
}

// stixID is an ID that the same content has in every run: version 5 within the space of
// addresses.
func stixID(typ string, of ...string) string {
	addresses := [16]byte{0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8}
	return typ + "--" + uuid5(addresses, "https://github.com/datelinehq/dateline/"+typ+"/"+strings.Join(of, "\x00"))
}
