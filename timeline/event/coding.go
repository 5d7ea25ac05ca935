package event

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/lang"
)

// A mood is why an event has its status, as far as PLOVER tells it apart: what is
// promised and what is refused have codes of their own. Each status is a mood.
type mood string

const (
	moodOccurred   mood = "occurred"
	moodOngoing    mood = "ongoing"
	moodScheduled  mood = "scheduled"
	moodIntended   mood = "intended"
	moodPromised   mood = "promised"
	moodRequired   mood = "required"
	moodProposed   mood = "proposed"
	moodThreatened mood = "threatened"
	moodRefused    mood = "refused"
	moodDenied     mood = "denied"
	moodClaimed    mood = "claimed"
	moodCancelled  mood = "cancelled"
)

// scheme turns types and moods into the codes of PLOVER and CAMEO.
type scheme struct {
	intensity map[string]float64
	root      map[string]string
	rows      []schemeRow
	// any has the codes of what PLOVER has no type for, by mood.
	any map[mood]string
}

type schemeRow struct {
	mood  mood
	types []string // none is any
	code  string   // "=" keeps the type, "-" is no code
}

// appeal is the CAMEO root that PLOVER's conversion table leaves without a type.
const appeal = "02"

// code is what PLOVER and CAMEO call what a frame announces; nil if they have no
// code for it.
func (s *scheme) code(f *Frame, m mood) *timeline.Coding {
	if f == nil {
		f = &Frame{Type: typeOther}
	}
	typ, root := cmp.Or(f.Code, f.Type), f.Root
	if code, ok := s.any[m]; ok && (f.Type == typeOther || m == moodRequired) {
		return s.plain(code)
	}
	if _, ok := s.intensity[typ]; !ok {
		return nil
	}
	if root == appeal && (m == moodOccurred || m == moodOngoing || m == moodScheduled) {
		return &timeline.Coding{CAMEO: root}
	}
	for _, r := range s.rows {
		if r.mood != m || len(r.types) > 0 && !slices.Contains(r.types, typ) {
			continue
		}
		switch r.code {
		case "-":
			return nil
		case "=":
			if root == "" {
				root = s.root[typ]
			}
			return &timeline.Coding{PLOVER: typ, Mode: f.Mode, CAMEO: root, Intensity: s.intensity[typ]}
		}
		return s.plain(r.code)
	}
	return nil
}

// Recode makes the coding of a mention anew if its status was changed since it was
// found, as a date to come does.
func (d *Detector) Recode(m *Mention) {
	if m.Status == m.coded {
		return
	}
	m.Coding, m.coded = d.scheme.code(m.Frame, mood(m.Status)), m.Status
}

// plain is the coding of a type by itself; nil for none.
func (s *scheme) plain(typ string) *timeline.Coding {
	if typ == "" {
		return nil
	}
	return &timeline.Coding{PLOVER: typ, CAMEO: s.root[typ], Intensity: s.intensity[typ]}
}

// readScheme reads the tables of seeds/ontology.
func readScheme(dir fs.FS) (*scheme, error) {
	s := &scheme{intensity: map[string]float64{}, root: map[string]string{}, any: map[mood]string{}}
	err := cmp.Or(
		lang.ReadTable(dir, "types.tsv", []string{"type", "intensity", "cameo"}, s.readType),
		lang.ReadTable(dir, "moods.tsv", []string{"mood", "types", "plover"}, s.readMood),
	)
	if err != nil {
		return nil, fmt.Errorf("load events: %w", err)
	}
	return s, nil
}

func (s *scheme) readType(f []string) error {
	v, err := strconv.ParseFloat(f[1], 64)
	if err != nil {
		return err
	}
	s.intensity[f[0]], s.root[f[0]] = v, f[2]
	return nil
}

func (s *scheme) readMood(f []string) error {
	r := schemeRow{mood: mood(f[0]), code: f[2]}
	if f[1] == typeOther {
		s.any[r.mood] = r.code
	}
	if f[1] != "*" {
		r.types = strings.Fields(f[1])
	}
	for _, t := range append([]string{r.code}, r.types...) {
		if _, ok := s.intensity[t]; !ok && t != "=" && t != "-" && t != typeOther {
			return fmt.Errorf("no type %q in types.tsv", t)
		}
	}
	s.rows = append(s.rows, r)
	return nil
}
