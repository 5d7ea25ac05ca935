package edtf

// Trunc is the date of unit u that holds the beginning of d: the month of a day,
// the decade of a year. It never makes a date finer: for a u that is finer than
// d, or that cannot be written (Week), it is d. Doubt stays.
func (d Date) Trunc(u Unit) Date {
	if u >= d.Unit || d.Unit <= Open || u <= Open || u == Week {
		return d
	}
	y, m, _ := d.first()
	t := Date{Year: y, Unit: u, Doubt: d.Doubt}
	switch u {
	case Century:
		t.Year = floorDiv(y, 100) * 100
	case Decade:
		t.Year = floorDiv(y, 10) * 10
	case Year:
	case Half:
		t.Month = uint8(H1 + (m-1)/6)
	case Season:
		t.Month = uint8(Spring + floorMod(m-3, 12)/3)
		if m < 3 { // January and February belong to the winter that began in December
			t.Year--
		}
	case Quarter:
		t.Month = uint8(Q1 + (m-1)/3)
	default:
		t = d
		t.Unit, t.Within = u, Unknown
		t.clearBelow(u)
	}
	return t
}

func (d *Date) clearBelow(u Unit) {
	if u < Day {
		d.Day = 0
	}
	if u < Hour {
		d.Hour, d.Zoned, d.Offset = 0, false, 0
	}
	if u < Minute {
		d.Minute = 0
	}
	if u < Second {
		d.Second = 0
	}
}

// maxStep bounds a step, so that no sum leaves the range of dates.
const maxStep = 100_000_000

// Add moves d by n units and keeps its precision: one month after 2024-01 is
// 2024-02. A day past the end of the month becomes its last day. A step finer
// than d moves d's beginning and yields the date of d's unit that holds it:
// 2024-01 plus 40 days is 2024-02. Steps of more than 100 million units are not
// taken.
func (d Date) Add(n int, u Unit) Date {
	if d.Unit <= Open || n == 0 || n > maxStep || n < -maxStep {
		return d
	}
	if k := u.months(); k > 0 {
		return d.addMonths(n * k)
	}
	if u > Second || u <= Open {
		return d
	}
	first, _ := d.Bounds()
	return d.at(first + int64(n)*u.seconds())
}

// seconds is the length of a unit shorter than a month.
func (u Unit) seconds() int64 {
	switch u {
	case Week:
		return 7 * 86400
	case Day:
		return 86400
	case Hour:
		return 3600
	case Minute:
		return 60
	}
	return 1
}

// addMonths moves d by n months.
func (d Date) addMonths(n int) Date {
	y, m, day := d.first()
	k := y*12 + m - 1 + n
	y, m = floorDiv(k, 12), floorMod(k, 12)+1
	if d.Unit >= Month {
		d.Year, d.Month = y, uint8(m)
		if d.Unit >= Day {
			d.Day = uint8(min(day, DaysIn(y, m)))
		}
		return d
	}
	t := YM(y, m).Trunc(d.Unit)
	t.Doubt, t.Within = d.Doubt, d.Within
	return t
}

// at is the date of d's unit that holds the civil second t.
func (d Date) at(t int64) Date {
	n := floorDay(t)
	r := int(t - n*86400)
	y, m, day := civilFromDays(n)
	x := Date{Year: y, Month: uint8(m), Day: uint8(day), Hour: uint8(r / 3600), Minute: uint8(r / 60 % 60), Second: uint8(r % 60),
		Unit: Second, Doubt: d.Doubt, Zoned: d.Zoned, Offset: d.Offset}
	if d.Unit == Second {
		return x
	}
	x = x.Trunc(d.Unit)
	x.Within = d.Within
	return x
}

// Sub is the unit of kind u inside d with number n, counted from 1: the third
// month of a year, the second quarter. It reports false when d has no such part.
func (d Date) Sub(n int, u Unit) (Date, bool) {
	if d.Unit <= Open || u <= d.Unit || n < 1 || u == Week {
		return Date{}, false
	}
	first, next := d.Bounds()
	fine := Date{Unit: u}.at(first)
	fine = fine.Add(n-1, u)
	if t, _ := fine.Bounds(); t >= next {
		return Date{}, false
	}
	fine.Doubt = d.Doubt
	return fine, true
}
