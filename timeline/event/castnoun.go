package event

import "github.com/datelinehq/dateline/timeline"

// ofNoun casts who hangs on event noun n: "Israel's strike on Gaza", "a US raid",
// "talks between Iran and Iraq".
func (a *cast) ofNoun(n int) {
	mutual := a.parts.is("mutual noun", a.nounLemma(n))
	for _, k := range a.below(n) {
		w := a.s.Words[k]
		prep := a.caseOf(k)
		switch {
		case a.time[k]:
		case w.Rel == "nmod:poss", w.Rel == "nmod" && a.parts.is("agent", prep):
			a.act(k)
		case w.Rel == "nmod" && a.parts.is("between", prep), w.Rel == "nmod" && mutual && a.parts.is("owner", prep):
			a.add(k, timeline.RoleSource)
		case w.Rel == "nmod" && a.parts.is("toward", prep):
			if a.acts(k) || a.coded(k) {
				a.add(k, timeline.RoleTarget)
			} else {
				a.inside(k)
			}
		}
	}
	if a.has(timeline.RoleSource) {
		return
	}
	for _, k := range a.below(n) {
		if rel := a.s.Words[k].Rel; (rel == "compound" || rel == "amod") && k < n && (a.view.Named(k) || a.view.Role(k)) {
			a.add(k, timeline.RoleSource)
		}
	}
}
