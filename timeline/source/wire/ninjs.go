package wire

import (
	"cmp"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/datelinehq/dateline/timeline/source/markup"
	"github.com/datelinehq/dateline/timeline/text"
)

// object is a JSON object whose keys are in small letters, since versions of ninjs
// differ in them.
type object map[string]any

// IsNinjs reports whether a JSON object is a ninjs item or a list of them.
func IsNinjs(v any) bool {
	o, ok := small(v).(object)
	if !ok {
		return false
	}
	named := o["uri"] != nil || o["guid"] != nil
	told := o["headline"] != nil || o["headlines"] != nil || o["body_text"] != nil || o["body_html"] != nil || o["body_xhtml"] != nil || o["bodies"] != nil
	if named && (told || o["versioncreated"] != nil) {
		return true
	}
	items := o.items()
	return len(items) > 0 && IsNinjs(items[0])
}

// Ninjs reads an item of ninjs (IPTC, 1.x to 3.x), or several.
func Ninjs(b []byte) ([]text.Article, error) {
	var v any
	if err := json.Unmarshal(b, &v); err != nil {
		return nil, fmt.Errorf("read ninjs: %w", err)
	}
	o, ok := small(v).(object)
	if !ok {
		return nil, fmt.Errorf("read ninjs: no JSON object")
	}
	var as []text.Article
	for _, i := range o.items() {
		if o, ok := i.(object); ok {
			as = append(as, o.article())
		}
	}
	if len(as) == 0 {
		as = append(as, o.article())
	}
	return as, nil
}

// small turns all objects in v into those with keys in small letters.
func small(v any) any {
	switch v := v.(type) {
	case object:
		return v
	case map[string]any:
		o := object{}
		for k, x := range v {
			o[strings.ToLower(k)] = small(x)
		}
		return o
	case []any:
		out := make([]any, len(v))
		for i, x := range v {
			out[i] = small(x)
		}
		return out
	}
	return v
}

func (o object) items() []any {
	for _, k := range []string{"item", "items"} {
		if l, ok := o[k].([]any); ok {
			return l
		}
	}
	return nil
}

// get is the first of the keys that holds a string, or a list whose first object
// has one under value or name.
func (o object) get(keys ...string) string {
	for _, k := range keys {
		if s := str(o[k]); s != "" {
			return s
		}
	}
	return ""
}

func str(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(v)
	case []any:
		if len(v) > 0 {
			return str(v[0])
		}
	case object:
		return v.get("value", "name", "literal")
	}
	return ""
}

func (o object) article() text.Article {
	a := text.Article{
		ID:     o.get("uri", "guid"),
		Title:  o.get("headline", "headlines", "title", "name"),
		Origin: o.get("provider", "infosources", "infosource", "source"),
		Lang:   o.get("language"),
		Place:  o.get("located", "locateds"),
		Credit: o.get("copyrightnotice", "usageterms"),
		Text:   o.body(),
	}
	created, version := o.get("firstcreated"), o.get("versioncreated", "contentcreated")
	moments(&a, text.DateClaim{Name: "firstcreated", Text: created}, text.DateClaim{Name: "versioncreated", Text: version})
	modified(&a, version, cmp.Or(created, version))
	embargo(&a, o.get("embargoed", "embargo"))
	return a
}

// body is the text of an item: plain if there is one, else out of markup.
func (o object) body() string {
	if s := o.get("body_text", "bodytext"); s != "" && !looksEscaped(s) {
		return lines(s)
	}
	if l, ok := o["bodies"].([]any); ok {
		for _, plain := range []bool{true, false} {
			for _, x := range l {
				b, ok := x.(object)
				if !ok || strings.Contains(b.get("contenttype"), "plain") != plain {
					continue
				}
				if s := b.get("value"); s != "" {
					return fromMarkup(s)
				}
			}
		}
	}
	for k := range o {
		if strings.HasPrefix(k, "body") && k != "bodies" {
			if s := o.get("body_xhtml", "body_html", "body_text", k); s != "" {
				return fromMarkup(s)
			}
		}
	}
	return ""
}

// fromMarkup is the text of a piece of HTML, or of NITF; plain text stays.
func fromMarkup(s string) string {
	if !strings.Contains(s, "<") {
		return lines(s)
	}
	return markup.Begun(body(markup.HTML([]byte(s))))
}

// lines is a text without blanks at its ends.
func lines(s string) string { return strings.TrimSpace(strings.ReplaceAll(s, "\r\n", "\n")) }
