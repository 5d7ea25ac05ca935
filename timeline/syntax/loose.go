package syntax

import (
	"slices"

	"github.com/datelinehq/dateline/timeline/text"
)

// Bare adverbials ("Beijing last year called off …") are where small parsers
// stumble most, and their place in the tree is plain: they belong to a verb. So a
// caller who knows them gives their spans; they are taken out, the rest is
// parsed, and they are hung on the verb that stands nearest.

// parseLoose parses words of which some spans may be bare adverbials.
func (p *Parser) parseLoose(w *work, t string, spans, loose []text.Span) []Word {
	all := p.tree(w, t, spans)
	groups := bare(all, loose)
	if len(groups) == 0 {
		return all
	}
	out := make([]bool, len(spans))
	for _, g := range groups {
		for k := g[0]; k < g[1]; k++ {
			out[k] = true
		}
	}
	var rest []text.Span
	var place []int // of the rest among all words
	for k, s := range spans {
		if !out[k] {
			rest, place = append(rest, s), append(place, k)
		}
	}
	if len(rest) == 0 {
		return all
	}
	for i, x := range p.tree(w, t, rest) {
		if x.Head >= 0 {
			x.Head = place[x.Head]
		}
		all[place[i]] = x
	}
	for _, g := range groups {
		hang(all, g, out)
	}
	return all
}

// bare are the ranges of words under loose spans that no preposition, article or
// adjective ties to what stands before, and no noun to what follows.
func bare(ws []Word, loose []text.Span) [][2]int {
	var gs [][2]int
	for _, l := range loose {
		a := slices.IndexFunc(ws, func(w Word) bool { return l.Covers(w.Span) })
		if a < 0 {
			continue
		}
		b := a
		for b < len(ws) && l.Covers(ws[b].Span) {
			b++
		}
		if ws[a].UPOS == "ADP" || a > 0 && slices.Contains([]string{"ADP", "DET", "ADJ", "NUM", "PART", "SCONJ", "CCONJ"}, ws[a-1].UPOS) || a > 0 && ws[a-1].XPOS == "PRP$" {
			continue
		}
		if b < len(ws) && (ws[b].UPOS == "PART" || ws[b].UPOS == "ADP" && a == 0 || a > 0 && ws[b].UPOS == "NOUN" || ws[b].UPOS == "CCONJ") {
			continue
		}
		gs = append(gs, [2]int{a, b})
	}
	return gs
}

// hang ties the words of g to each other and to a verb: the one that follows at
// once, else the nearest before, else the nearest after.
func hang(ws []Word, g [2]int, out []bool) {
	last := g[1] - 1
	for k := g[0]; k < last; k++ {
		ws[k].Head, ws[k].Rel = last, "compound"
	}
	ws[last].Rel = "obl"
	ws[last].Head = governor(ws, g, out)
}

func governor(ws []Word, g [2]int, out []bool) int {
	verb := func(k int) bool { return !out[k] && ws[k].UPOS == "VERB" }
	root := -1
	for k, w := range ws {
		if w.Head < 0 && !out[k] {
			root = k
			break
		}
	}
	if g[0] == 0 {
		return root
	}
	for k := g[1]; k < len(ws) && (ws[k].UPOS == "AUX" || ws[k].UPOS == "ADV" || verb(k)); k++ {
		if verb(k) {
			return k
		}
	}
	for k := g[0] - 1; k >= 0; k-- {
		if verb(k) {
			return k
		}
	}
	for k := g[1]; k < len(ws); k++ {
		if verb(k) {
			return k
		}
	}
	return root
}
