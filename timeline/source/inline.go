package source

import (
	"cmp"
	"regexp"
	"strings"

	"github.com/datelinehq/dateline/timeline/text"
)

// inlineHead is how far into a text a dateline is looked for that does not begin it:
// behind the highlights and credits that sites print above the report.
const inlineHead = 3000

// agencyDash is "(Reuters) -"; the group is the agency.
var agencyDash = regexp.MustCompile(`\((\p{L}[\p{L}. -]{0,30})\) ?(?:--|—|–|-) `)

// inlineDateline marks a dateline within a line: "… (CNN) --", "RABAT | Sun Feb 20,
// 2011 6:47 pm EST RABAT (Reuters) -". What stands before it is another sentence. A
// place is taken only if it stands in capitals, since any name may end what stands
// before.
func (r *Reader) inlineDateline(a *text.Article) {
	from := 0
	for _, m := range a.Marks {
		if m.Zone == text.Dateline {
			return
		}
		from = max(from, m.End)
	}
	limit := min(len(a.Text), inlineHead)
	for at := from; at < limit; {
		x := agencyDash.FindStringSubmatchIndex(a.Text[at:limit])
		if x == nil {
			return
		}
		name, known := r.agencies[a.Text[at+x[2]:at+x[3]]]
		if !known {
			at += x[1]
			continue
		}
		start := at + x[0]
		place := capitalsBefore(a.Text[from:start])
		if place != "" {
			var stamp int
			place, stamp = stampBefore(a.Text[:start], from, place)
			start = min(start-len(place), stamp)
			a.Place = cmp.Or(a.Place, placeCase(strings.Trim(place, " ,")))
		}
		a.Marks = append(a.Marks, text.Mark{Span: text.Span{Start: start, End: at + x[1]}, Zone: text.Dateline})
		a.Origin = cmp.Or(a.Origin, name)
		return
	}
}

var capitalsRun = regexp.MustCompile(`(?:^|[\s|])(\p{Lu}[\p{Lu}.'’-]+(?:,? \p{Lu}[\p{Lu}.'’-]+)*,? ?)$`)

// capitalsBefore is the place in capitals at the end of a text, with the blank behind
// it; empty if there is none.
func capitalsBefore(s string) string {
	s = s[max(0, len(s)-60):]
	x := capitalsRun.FindStringSubmatchIndex(s)
	if x == nil {
		return ""
	}
	return s[x[2]:]
}

// maxStampLine is how long a line "PLACE | time of publication" is.
const maxStampLine = 70

// stampBefore looks for "PLACE | time of publication" before a dateline of the same
// place at the end of t. It gives the place, which is the part of run that is named
// before, else all of run, and where the line begins.
func stampBefore(t string, from int, run string) (place string, start int) {
	low := max(from, len(t)-maxStampLine-2*len(run))
	for rest := run; rest != ""; {
		if i := strings.LastIndex(t[low:len(t)-len(rest)], strings.TrimSpace(rest)+" | "); i >= 0 {
			return rest, low + i
		}
		_, rest, _ = strings.Cut(rest, " ")
	}
	return run, len(t) - len(run)
}
