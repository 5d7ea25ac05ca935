package feed

import (
	"encoding/xml"
	"strings"
	"testing"

	"github.com/datelinehq/dateline/timeline/edition"
	"github.com/datelinehq/dateline/timeline/edtf"
)

func TestChangesAsAtom(t *testing.T) {
	evil := "</title><script>\x00\u202e & ]]>"
	c := &edition.Changes{After: edtf.YMD(2009, 6, 27), List: []edition.Change{
		{Kind: edition.New, Event: "e2", Title: evil, When: edtf.On(edtf.YM(2009, 7))},
		{Kind: edition.Withdrawn, Former: "e1", Title: "A forum"},
	}}
	var a, b strings.Builder
	for _, w := range []*strings.Builder{&a, &b} {
		if err := Changes(w, c, "urn:dateline:x", "Beijing"); err != nil {
			t.Fatal(err)
		}
	}
	if a.String() != b.String() {
		t.Error("the same changes make two feeds")
	}
	var f atomFeed
	if err := xml.Unmarshal([]byte(a.String()), &f); err != nil {
		t.Fatalf("%v\n%s", err, a.String())
	}
	if f.Updated != "2009-06-27T00:00:00Z" || len(f.Entries) != 2 {
		t.Fatalf("got %+v", f)
	}
	if e := f.Entries[0]; !strings.Contains(e.Title, "</title><script>") || !strings.HasSuffix(e.Content.Body, "(July 2009)") || e.ID != "urn:dateline:x:2009-06-27:new:e2" {
		t.Errorf("got %+v", e)
	}
	if e := f.Entries[1]; e.ID != "urn:dateline:x:2009-06-27:withdrawn:e1" || !strings.Contains(e.Content.Body, "no longer reported; was without a date") {
		t.Errorf("got %+v", e)
	}
}
