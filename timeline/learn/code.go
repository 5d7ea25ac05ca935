package learn

import (
	"math"
	"sort"
)

// Weights differ a thousandfold in size, and a byte is all that the memory has to
// spare for each. So a byte stands for a step of a scale that is even for small
// weights and grows by a factor for larger ones, to within three percent.
const stepFactor = 1.042

// MaxValue is the largest weight that a model can hold.
func MaxValue() float64 { return float64(values[math.MaxInt8]) }

// values are the weights that bytes stand for, read as signed numbers.
var values = steps()

func steps() (vs [256]int32) {
	v := 0.0
	for k := 1; k <= math.MaxInt8; k++ {
		v = max(v+1, v*stepFactor)
		vs[k] = int32(math.Round(v))
		vs[uint8(-k)] = -vs[k]
	}
	return vs
}

// Value is the weight that a byte stands for.
func Value(code int8) int32 { return values[uint8(code)] }

// Code is the byte that stands for the weight next to v.
func Code(v float64) int8 {
	a := math.Abs(v)
	k := sort.Search(math.MaxInt8, func(k int) bool { return float64(values[k]+values[k+1])/2 > a })
	if v < 0 {
		return int8(-k)
	}
	return int8(k)
}
