package html

import (
	"slices"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
)

// A stretch of the axis is broken when nothing lies in it, it is longer than
// minBreak days, and it takes more than a breakShare-th part of the whole.
const (
	minBreak   = 60
	breakShare = 6
)

// axisBreak is a part of the axis that is drawn short, as ECharts wants it.
type axisBreak struct {
	Start int64  `json:"start"`
	End   int64  `json:"end"`
	Gap   string `json:"gap"`
}

// breaks finds the long empty stretches. What fills less than them is left as it
// is: a broken axis must earn its break.
func breaks(t *timeline.Timeline) []axisBreak {
	type span struct{ from, to int64 }
	var all []span
	take := func(v edtf.Interval) {
		if !v.IsZero() {
			a, b := extent(v, t)
			all = append(all, span{a, b})
		}
	}
	for i := range t.Events {
		take(t.Events[i].When)
	}
	for _, s := range t.Sources {
		take(edtf.On(s.Published))
	}
	if !t.AsOf.IsZero() {
		take(edtf.On(t.AsOf))
	}
	out := []axisBreak{}
	if len(all) < 2 {
		return out
	}
	slices.SortFunc(all, func(a, b span) int { return int((a.from - b.from) / day) })
	end, whole := all[0].to, all[len(all)-1].to-all[0].from
	for _, s := range all[1:] {
		if gap := s.from - end; gap > minBreak*day && gap > whole/breakShare {
			pad := gap / 12
			out = append(out, axisBreak{end + pad, s.from - pad, "3%"})
		}
		end = max(end, s.to)
	}
	return out
}
