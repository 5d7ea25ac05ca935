package main

import "slices"

// A link says how well answer a fits gold g.
type link struct {
	gold, answer int
	score        float64
}

// pairUp takes links one to one, the best first; of equal ones the earlier. It
// returns for each gold item its answer and the other way round, -1 for none.
func pairUp(gold, answers int, links []link) (ofGold, ofAnswer []int) {
	slices.SortStableFunc(links, func(x, y link) int {
		switch {
		case x.score > y.score:
			return -1
		case x.score < y.score:
			return 1
		}
		return 0
	})
	ofGold, ofAnswer = unpaired(gold), unpaired(answers)
	for _, l := range links {
		if ofGold[l.gold] < 0 && ofAnswer[l.answer] < 0 {
			ofGold[l.gold], ofAnswer[l.answer] = l.answer, l.gold
		}
	}
	return ofGold, ofAnswer
}

func unpaired(n int) []int { return slices.Repeat([]int{-1}, n) }

// pairMost pairs as many as possible one to one (Kuhn's augmenting paths).
func pairMost(gold, answers int, fits func(g, a int) bool) (ofGold, ofAnswer []int) {
	ofGold, ofAnswer = unpaired(gold), unpaired(answers)
	var seen []bool
	var take func(g int) bool
	take = func(g int) bool {
		for a := range answers {
			if seen[a] || !fits(g, a) {
				continue
			}
			seen[a] = true
			if ofAnswer[a] < 0 || take(ofAnswer[a]) {
				ofGold[g], ofAnswer[a] = a, g
				return true
			}
		}
		return false
	}
	for g := range gold {
		seen = make([]bool, answers)
		take(g)
	}
	return ofGold, ofAnswer
}
