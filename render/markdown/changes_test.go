package markdown

import (
	"strings"
	"testing"

	"github.com/datelinehq/dateline/timeline/edition"
	"github.com/datelinehq/dateline/timeline/edtf"
)

func interval(t *testing.T, s string) edtf.Interval {
	t.Helper()
	v, err := edtf.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestChangesAreToldByKind(t *testing.T) {
	june, day := interval(t, "2009-06"), interval(t, "2009-06-23")
	c := &edition.Changes{Before: edtf.YMD(2009, 6, 20), After: edtf.YMD(2009, 6, 27), Same: 4, List: []edition.Change{
		{Kind: edition.Withdrawn, Former: "e1", Title: "A forum", When: june},
		{Kind: edition.New, Event: "e2", Title: "Talks [in] Seoul", When: day},
		{Kind: edition.Moved, Event: "e3", Title: "A visit", When: interval(t, "2009-06-26"), FormerWhen: day},
		{Kind: edition.Sharper, Event: "e4", Title: "A test", When: day},
		{Kind: edition.StatusChanged, Event: "e4", Title: "A test", When: day, Before: "scheduled", After: "cancelled"},
		{Kind: edition.Corroborated, Event: "e4", Title: "A test", Before: "1", After: "2"},
	}}
	var b strings.Builder
	if err := Changes(&b, c, "Beijing"); err != nil {
		t.Fatal(err)
	}
	want := `# Changes: Beijing

*From the edition as of Sat 20 June 2009 to that as of Sat 27 June 2009.*

## New (1)

- “Talks \[in\] Seoul” ⟨Tue 23 June 2009⟩

## Moved (1)

- “A visit” ⟨from Tue 23 June 2009 to Fri 26 June 2009⟩

## Status changed (1)

- “A test” ⟨was scheduled, now cancelled⟩

## More exact (1)

- “A test” ⟨Tue 23 June 2009; was without a date⟩

## Corroborated (1)

- “A test” ⟨2 origins; was 1⟩

## Withdrawn (1)

- “A forum” ⟨no longer reported; was June 2009⟩

4 events did not change.

`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestNothingChanged(t *testing.T) {
	var b strings.Builder
	if err := Changes(&b, &edition.Changes{Same: 1}, "Beijing"); err != nil {
		t.Fatal(err)
	}
	if want := "# Changes: Beijing\n\nNothing changed: the same one event.\n\n"; b.String() != want {
		t.Errorf("got %q", b.String())
	}
}
