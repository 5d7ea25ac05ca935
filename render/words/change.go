package words

import (
	"github.com/datelinehq/dateline/timeline/edition"
	"github.com/datelinehq/dateline/timeline/edtf"
)

// Change is what changed of an event, in words that follow its title.
func Change(c edition.Change) string {
	switch c.Kind {
	case edition.New:
		return orUndated(c.When)
	case edition.Withdrawn:
		return "no longer reported; was " + orUndated(c.When)
	case edition.Moved:
		return "from " + Interval(c.FormerWhen) + " to " + Interval(c.When)
	case edition.Sharper, edition.Vaguer:
		return orUndated(c.When) + "; was " + orUndated(c.FormerWhen)
	case edition.StatusChanged:
		return "was " + c.Before + ", now " + c.After
	case edition.Corroborated:
		return c.After + " origins; was " + c.Before
	case edition.Contradicted:
		return "sources now disagree on " + Field(c.After)
	case edition.Settled:
		return "sources no longer disagree on " + Field(c.Before)
	case edition.Reworded:
		return "was told as “" + c.Before + "”"
	}
	return string(c.Kind)
}

func orUndated(v edtf.Interval) string {
	if v.IsZero() {
		return "without a date"
	}
	return Interval(v)
}

// Field is the name of an event's field in words.
func Field(name string) string {
	if name == "when" {
		return "the date"
	}
	return name
}

// ChangeKind is the heading of a kind of change.
func ChangeKind(k edition.Kind) string {
	switch k {
	case edition.Sharper:
		return "more exact"
	case edition.Vaguer:
		return "less exact"
	case edition.StatusChanged:
		return "status changed"
	case edition.Settled:
		return "no longer contradicted"
	}
	return string(k)
}
