package configs

import (
	"fmt"
	"regexp"
	"slices"
)

// PageLook is how the page of a report looks and opens. The zero value is Dateline's own.
type PageLook struct {
	Language string `yaml:"language" json:"language,omitempty" jsonschema:"enum=en,enum=de" jsonschema_description:"language of the page's own words; what articles say stays as it is; default: en"`
	Name     string `yaml:"name" json:"name,omitempty" jsonschema_description:"name of the house, above the title"`
	Logo     string `yaml:"logo" json:"logo,omitempty" jsonschema_description:"image file, relative to this file, PNG, JPEG, GIF, WebP or SVG of at most 200 KB; it is put into the page"`
	// Accent and AccentDark must be readable on the page's grounds; package render/html
	// looks at that.
	Accent     string `yaml:"accent" json:"accent,omitempty" jsonschema:"pattern=^#[0-9a-fA-F]{6}$" jsonschema_description:"the one colour of controls on light ground, as #1d6079; its contrast must be 4.5 or more"`
	AccentDark string `yaml:"accent_dark" json:"accent_dark,omitempty" jsonschema:"pattern=^#[0-9a-fA-F]{6}$" jsonschema_description:"the same on dark ground"`
	Start      string `yaml:"start" json:"start,omitempty" jsonschema_description:"state in which the page opens, as its address shows it behind #: view=table&lanes=place"`
	Template   string `yaml:"template" json:"template,omitempty" jsonschema_description:"template to use in place of the page's own, relative to this file"`
	// Views are named states.
	Views []View `yaml:"views" json:"views,omitempty" jsonschema_description:"named states, offered at the top of the page"`
}

// A View is a named state of the page.
type View struct {
	Name  string `yaml:"name" json:"name" jsonschema:"required"`
	State string `yaml:"state" json:"state" jsonschema:"required" jsonschema_description:"as the page's address shows it behind #"`
}

// PageLanguages are the languages that a page can have.
func PageLanguages() []string { return []string{"en", "de"} }

var (
	colourPattern = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)
	statePattern  = regexp.MustCompile(`^#?([a-z]+=[^&\s]*(&[a-z]+=[^&\s]*)*)?$`)
)

func (k checker) look(at string, p *PageLook) error {
	if p.Language != "" && !slices.Contains(PageLanguages(), p.Language) {
		return k.fault(at+".language", "no interface language %q; there are %v", p.Language, PageLanguages())
	}
	for name, c := range map[string]string{".accent": p.Accent, ".accent_dark": p.AccentDark} {
		if c != "" && !colourPattern.MatchString(c) {
			return k.fault(at+name, "%q is no colour; write it as \"#1d6079\"", c)
		}
	}
	if !statePattern.MatchString(p.Start) {
		return k.fault(at+".start", "%q is no state; copy what stands behind # in the page's address", p.Start)
	}
	for i, v := range p.Views {
		path := fmt.Sprintf("%s.views[%d]", at, i)
		if v.Name == "" {
			return k.fault(path, "a view has no name")
		}
		if !statePattern.MatchString(v.State) {
			return k.fault(path+".state", "%q is no state; copy what stands behind # in the page's address", v.State)
		}
	}
	return nil
}
