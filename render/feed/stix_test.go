package feed

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/datelinehq/dateline/timeline"
)

// The rules of STIX 2.1 for what is written: sections 2.7 (identifiers), 2.10
// (timestamps, and 3.2: three digits for created and modified), 3.2 (common
// properties), 2.5 (external references), 7.3 (extensions), 8 (bundle), and the
// required and known properties of identity, note, report and extension-definition.
func TestSTIXKeepsItsRules(t *testing.T) {
	empty := &timeline.Timeline{Version: 1}
	for _, tl := range []*timeline.Timeline{full(plainly), full(func(string) string { return "x" }), empty} {
		s, _ := written(t, stix(), tl)
		var b map[string]any
		if err := json.Unmarshal([]byte(s), &b); err != nil {
			t.Fatal(err)
		}
		if b["type"] != "bundle" || len(b) != 3 || !stixIDs.MatchString(b["id"].(string)) {
			t.Errorf("the bundle is %v, %v", b["type"], b["id"])
		}
		ids := map[string]bool{}
		for _, o := range b["objects"].([]any) {
			id := o.(map[string]any)["id"].(string)
			if ids[id] {
				t.Errorf("two objects are %s", id)
			}
			ids[id] = true
		}
		for _, o := range b["objects"].([]any) {
			stixObjectRules(t, o.(map[string]any), ids)
		}
	}
}

var (
	stixIDs   = regexp.MustCompile(`^[a-z-]+--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)
	stixTimes = regexp.MustCompile(`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$`)
	stixNames = regexp.MustCompile(`^[a-z0-9_]{3,250}$`)

	stixCommon = []string{"type", "spec_version", "id", "created_by_ref", "created", "modified", "labels", "external_references", "extensions"}
	stixTypes  = map[string]struct{ must, may []string }{
		"identity":             {[]string{"name"}, []string{"description", "identity_class"}},
		"note":                 {[]string{"content", "object_refs"}, []string{"abstract"}},
		"report":               {[]string{"name", "published", "object_refs"}, []string{"description"}},
		"extension-definition": {[]string{"created_by_ref", "name", "schema", "version", "extension_types"}, []string{"description"}},
	}
)

func stixObjectRules(t *testing.T, o map[string]any, ids map[string]bool) {
	t.Helper()
	typ := o["type"].(string)
	rule, ok := stixTypes[typ]
	if !ok {
		t.Fatalf("an object of type %s", typ)
	}
	for _, p := range append(rule.must, "type", "spec_version", "id", "created", "modified") {
		if o[p] == nil {
			t.Errorf("%s has no %s", typ, p)
		}
	}
	for p, v := range o {
		if !slices.Contains(slices.Concat(stixCommon, rule.must, rule.may), p) {
			t.Errorf("%s has %s", typ, p)
		}
		if l, ok := v.([]any); ok && len(l) == 0 || v == "" {
			t.Errorf("%s has an empty %s", typ, p)
		}
		if p == "created" || p == "modified" || p == "published" {
			if !stixTimes.MatchString(v.(string)) {
				t.Errorf("%s %s is %v", typ, p, v)
			}
		}
	}
	if id := o["id"].(string); !strings.HasPrefix(id, typ+"--") || !stixIDs.MatchString(id) {
		t.Errorf("%s has the ID %s", typ, id)
	}
	if o["spec_version"] != "2.1" || o["created"].(string) > o["modified"].(string) {
		t.Errorf("%s of version %v, created %v, modified %v", typ, o["spec_version"], o["created"], o["modified"])
	}
	refs, _ := o["object_refs"].([]any)
	if by := o["created_by_ref"]; by != nil {
		refs = append(refs, by)
	}
	for _, r := range refs {
		if !ids[r.(string)] {
			t.Errorf("%s refers to %v, which is not there", typ, r)
		}
	}
	xs, _ := o["external_references"].([]any)
	for _, x := range xs {
		x := x.(map[string]any)
		if x["source_name"] == "" || x["source_name"] == nil || x["description"] == nil && x["url"] == nil && x["external_id"] == nil {
			t.Errorf("%s has the reference %v", typ, x)
		}
	}
	es, _ := o["extensions"].(map[string]any)
	for id, e := range es {
		if !ids[id] || !strings.HasPrefix(id, "extension-definition--") || e.(map[string]any)["extension_type"] != "property-extension" {
			t.Errorf("%s has the extension %s of %v", typ, id, e)
		}
		for p, v := range e.(map[string]any) {
			if !stixNames.MatchString(p) || v == "" || v == nil {
				t.Errorf("extension property %q is %v", p, v)
			}
		}
	}
}
