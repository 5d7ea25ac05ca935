package main

import "strings"

// A pair is a gold word and the one of ours that stands for it.
type pair struct{ gold, ours int }

// alignWords pairs gold words with ours as the CoNLL 2018 shared task does (Zeman
// et al. 2018): words with the same bytes, and under a token of several words the
// longest common run of forms.
func alignWords(gold, ours []treeWord) (ps []pair) {
	for g, o := 0, 0; g < len(gold) && o < len(ours); {
		switch {
		case gold[g].multi || ours[o].multi:
			var gs, os int
			gs, os, g, o = multiSpan(gold, ours, g, o)
			if g > gs && o > os {
				ps = append(ps, commonForms(gold, ours, gs, os, g, o)...)
			}
		case gold[g].start == ours[o].start && gold[g].end == ours[o].end:
			ps = append(ps, pair{g, o})
			g++
			o++
		case gold[g].start <= ours[o].start:
			g++
		default:
			o++
		}
	}
	return ps
}

// multiSpan finds the words on both sides that a token of several words at g or o
// concerns: gold from gs to ge, ours from os to oe.
func multiSpan(gold, ours []treeWord, g, o int) (gs, os, ge, oe int) {
	var end int
	if gold[g].multi {
		end = gold[g].end
		if !ours[o].multi && ours[o].start < gold[g].start {
			o++
		}
	} else {
		end = ours[o].end
		if !gold[g].multi && gold[g].start < ours[o].start {
			g++
		}
	}
	gs, os = g, o
	for !beyond(gold, g, end) || !beyond(ours, o, end) {
		if g < len(gold) && (o >= len(ours) || gold[g].start <= ours[o].start) {
			end = extended(gold[g], end)
			g++
		} else {
			end = extended(ours[o], end)
			o++
		}
	}
	return gs, os, g, o
}

func beyond(ws []treeWord, i, end int) bool {
	switch {
	case i >= len(ws):
		return true
	case ws[i].multi:
		return ws[i].start >= end
	}
	return ws[i].end > end
}

func extended(w treeWord, end int) int {
	if w.multi {
		return max(end, w.end)
	}
	return end
}

// commonForms pairs the longest common subsequence of forms, in small letters.
func commonForms(gold, ours []treeWord, gs, os, ge, oe int) (ps []pair) {
	same := func(g, o int) bool { return strings.EqualFold(gold[gs+g].form, ours[os+o].form) }
	n, m := ge-gs, oe-os
	best := make([][]int, n+1)
	for i := range best {
		best[i] = make([]int, m+1)
	}
	for g := n - 1; g >= 0; g-- {
		for o := m - 1; o >= 0; o-- {
			best[g][o] = max(best[g+1][o], best[g][o+1])
			if same(g, o) {
				best[g][o] = max(best[g][o], 1+best[g+1][o+1])
			}
		}
	}
	for g, o := 0, 0; g < n && o < m; {
		switch {
		case same(g, o):
			ps = append(ps, pair{gs + g, os + o})
			g++
			o++
		case best[g][o] == best[g+1][o]:
			g++
		default:
			o++
		}
	}
	return ps
}
