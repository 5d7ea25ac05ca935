package timex

import (
	"errors"
	"fmt"
	"math"

	"github.com/datelinehq/dateline/timeline/edtf"
)

var (
	errNotMeaning = errors.New("want a meaning")
	errNotPick    = errors.New("want a part of a date, as month(5)")
	errNoDate     = errors.New("no such date")
)

type operatorFunc = func([]value) (value, error)

// operator is the constructor of a meaning by its name in the notation and the
// number of its arguments.
func operator(name string, n int) (operatorFunc, bool) {
	for kind, pick := range pickNames {
		if pick == name && n == pickArity(PickKind(kind)) {
			return newPick(PickKind(kind)), true
		}
	}
	switch fmt.Sprintf("%s/%d", name, n) {
	case "that/1":
		return func(a []value) (value, error) {
			u, err := unitOf(a[0])
			return value{expr: That{u}}, err
		}, true
	case "date/1", "date/2", "date/3":
		return newFixed, true
	case "bce/1":
		return func(a []value) (value, error) { return fixed(edtf.Y(1 - int(a[0].num))) }, true
	case "decade/1":
		return func(a []value) (value, error) {
			return fixed(edtf.Date{Year: int(a[0].num), Unit: edtf.Decade})
		}, true
	case "century/1": // the 19th is 1800 to 1899, as news counts
		return func(a []value) (value, error) {
			return fixed(edtf.Date{Year: (int(a[0].num) - 1) * 100, Unit: edtf.Century})
		}, true
	case "near/3":
		return picking(func(of Expr, p Pick, a []value) Expr { return Near{of, p, int(a[2].num)} }), true
	case "in/2":
		return picking(func(of Expr, p Pick, _ []value) Expr { return In{of, p} }), true
	case "shift/3":
		return counting(1, 2, func(of Expr, n float64, u edtf.Unit) Expr { return Shift{of, n, u} }), true
	case "move/3":
		return counting(1, 2, func(of Expr, n float64, u edtf.Unit) Expr { return Move{of, n, u} }), true
	case "reported/1":
		return unary(func(of Expr, _ []value) Expr { return Reported{of} }), true
	case "counterpart/1":
		return unary(func(of Expr, _ []value) Expr { return Counterpart{of} }), true
	case "rolling/1":
		return unary(func(of Expr, _ []value) Expr { return Rolling{of} }), true
	case "nth/3":
		return counting(1, 2, func(of Expr, n float64, u edtf.Unit) Expr { return Nth{of, int(n), u} }), true
	case "part/2":
		return unary(func(of Expr, a []value) Expr { return Part{of, a[1].sym} }), true
	case "daypart/2":
		return unary(func(of Expr, a []value) Expr { return DayPart{of, a[1].sym} }), true
	case "at/2":
		return newAt, true
	case "around/1":
		return unary(func(of Expr, _ []value) Expr { return Around{of} }), true
	case "between/2":
		return binary(func(a, b Expr) Expr { return Between{a, b} }), true
	case "either/2": // 5/5/2009 is no question
		return binary(func(a, b Expr) Expr {
			if a == b {
				return a
			}
			return Either{a, b}
		}), true
	case "plus/2":
		return binary(func(a, b Expr) Expr { return Plus{a, b} }), true
	case "about/2":
		return unary(func(of Expr, a []value) Expr { return About{of, a[1].sym} }), true
	case "every/1":
		return unary(func(of Expr, _ []value) Expr { return Every{of} }), true
	case "earlier/2":
		return lapse(-1), true
	case "later/2":
		return lapse(1), true
	case "length/2":
		return newLength, true
	case "clock/1", "clock/2", "clock/3", "clock/4":
		return newClock, true
	case "dotted/1":
		return func(a []value) (value, error) {
			h := math.Trunc(a[0].num)
			return newClock([]value{{num: h}, {num: math.Round((a[0].num - h) * 100)}})
		}, true
	case "afternoon/1", "forenoon/1", "utc/1":
		return changeClock(name), true
	case "zoned/2":
		return newZoned, true
	}
	return nil, false
}

func pickArity(k PickKind) int {
	switch k {
	case NoPick, Weekend:
		return -1
	case MonthDay:
		return 2
	case NthWeekday, WeekdayFrom:
		return 3
	}
	return 1
}

func newPick(k PickKind) operatorFunc {
	return func(a []value) (value, error) {
		p := Pick{Kind: k, A: int(a[0].num)}
		if len(a) > 1 {
			p.B = int(a[1].num)
		}
		if len(a) > 2 {
			p.C = int(a[2].num)
		}
		if !p.valid() {
			return value{}, errNoDate
		}
		return value{expr: p}, nil
	}
}

// valid reports whether a year exists that has the picked part.
func (p Pick) valid() bool {
	switch p.Kind {
	case HalfOf:
		return p.A == 1 || p.A == 2
	case SeasonOf, QuarterOf:
		return 1 <= p.A && p.A <= 4
	case MonthOf:
		return 1 <= p.A && p.A <= 12
	case MonthDay:
		return 1 <= p.A && p.A <= 12 && 1 <= p.B && p.B <= edtf.DaysIn(2000, p.A)
	case DayOf:
		return 1 <= p.A && p.A <= 31
	case WeekdayOf:
		return 1 <= p.A && p.A <= 7
	case Year2:
		return 0 <= p.A && p.A <= 99
	case Decade2:
		return 0 <= p.A && p.A <= 90 && p.A%10 == 0
	}
	return true
}

func fixed(d edtf.Date) (value, error) {
	if !d.Valid() {
		return value{}, errNoDate
	}
	return value{expr: Fixed{d}}, nil
}

func newFixed(a []value) (value, error) {
	if a[0].sym != "" {
		d, err := edtf.ParseDate(a[0].sym)
		if err != nil {
			return value{}, err
		}
		return fixed(d)
	}
	switch len(a) {
	case 1:
		return fixed(edtf.Y(int(a[0].num)))
	case 2:
		return fixed(edtf.YM(int(a[0].num), int(a[1].num)))
	}
	return fixed(edtf.YMD(int(a[0].num), int(a[1].num), int(a[2].num)))
}

func picking(build func(of Expr, p Pick, a []value) Expr) operatorFunc {
	return func(a []value) (value, error) {
		p, ok := a[1].expr.(Pick)
		if a[0].expr == nil {
			return value{}, errNotMeaning
		}
		if !ok {
			return value{}, errNotPick
		}
		return value{expr: build(a[0].expr, p, a)}, nil
	}
}

func counting(n, u int, build func(of Expr, n float64, u edtf.Unit) Expr) operatorFunc {
	return func(a []value) (value, error) {
		unit, err := unitOf(a[u])
		if a[0].expr == nil {
			err = errNotMeaning
		}
		if err != nil {
			return value{}, err
		}
		return value{expr: build(a[0].expr, a[n].num, unit)}, nil
	}
}

func unary(build func(of Expr, a []value) Expr) operatorFunc {
	return func(a []value) (value, error) {
		if a[0].expr == nil {
			return value{}, errNotMeaning
		}
		return value{expr: build(a[0].expr, a)}, nil
	}
}

func binary(build func(a, b Expr) Expr) operatorFunc {
	return func(a []value) (value, error) {
		if a[0].expr == nil || a[1].expr == nil {
			return value{}, errNotMeaning
		}
		return value{expr: build(a[0].expr, a[1].expr)}, nil
	}
}

func newLength(a []value) (value, error) {
	u, err := unitOf(a[1])
	return value{expr: Length{a[0].num, u}}, err
}

// working marks a length in days that are not all days.
const working = "working"

// lapse counts a length from a date, to the past with sign -1. A length that is
// left open leads nowhere but to the past or future of the time of writing.
func lapse(sign float64) operatorFunc {
	return func(a []value) (value, error) {
		of, err := passed(a[0].expr, a[1].expr, sign)
		return value{expr: of}, err
	}
}

func passed(of, length Expr, sign float64) (Expr, error) {
	switch l := length.(type) {
	case About:
		if l.Mod == working {
			return nil, errNoDate
		}
		return passed(of, l.Of, sign)
	case Plus:
		first, err := passed(of, l.A, sign)
		if err != nil {
			return nil, err
		}
		return passed(first, l.B, sign)
	case Length:
		_, fromRef := of.(Ref)
		switch {
		case of == nil:
			return nil, errNotMeaning
		case l.Unit > edtf.Day && !fromRef: // an hour later: the hour before it is seldom told
			return nil, errNoDate
		case l.N != Some:
			return Shift{of, sign * l.N, l.Unit}, nil
		case fromRef && sign < 0:
			return Vague{"past"}, nil
		case fromRef:
			return Vague{"future"}, nil
		}
		return nil, errNoDate
	}
	return nil, errNotMeaning
}

func newAt(a []value) (value, error) {
	c, ok := a[1].expr.(Clock)
	if !ok || a[0].expr == nil {
		return value{}, errNotMeaning
	}
	return value{expr: At{a[0].expr, c}}, nil
}

func newClock(a []value) (value, error) {
	c := Clock{Hour: int8(a[0].num), Minute: -1, Second: -1}
	for i, v := range a[1:] {
		switch {
		case v.sym == "utc":
			c.Zoned = true
		case i == 0:
			c.Minute = int8(v.num)
		case i == 1:
			c.Second = int8(v.num)
		}
	}
	if c.Hour < 0 || c.Hour > 24 || c.Minute > 59 || c.Second > 60 || c.Hour == 24 && c.Minute > 0 {
		return value{}, errNoDate
	}
	return value{expr: c}, nil
}

// changeClock puts a clock of twelve hours into its half of the day, or into UTC.
func changeClock(name string) operatorFunc {
	return func(a []value) (value, error) {
		c, ok := a[0].expr.(Clock)
		if !ok {
			return value{}, errNotMeaning
		}
		if name == "utc" {
			c.Zoned = true
			return value{expr: c}, nil
		}
		if c.Hour < 1 || c.Hour > 12 {
			return value{}, errNoDate
		}
		c.Hour %= 12
		if name == "afternoon" {
			c.Hour += 12
		}
		return value{expr: c}, nil
	}
}

// maxOffset is how many minutes a zone may lie from UTC.
const maxOffset = 14 * 60

// newZoned puts a clock into a zone: minutes east of UTC, or a symbol for a zone
// whose meaning is not fixed, which leaves the clock as it is.
func newZoned(a []value) (value, error) {
	c, ok := a[0].expr.(Clock)
	if !ok {
		return value{}, errNotMeaning
	}
	if a[1].sym != "" {
		return value{expr: c}, nil
	}
	if a[1].num > maxOffset || a[1].num < -maxOffset {
		return value{}, errNoDate
	}
	c.Zoned, c.Offset = true, int16(a[1].num)
	return value{expr: c}, nil
}
