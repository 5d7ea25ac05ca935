package edtf

import "time"

// Civil arithmetic on the proleptic Gregorian calendar. Days count from
// 1970-01-01; the algorithms are those of Howard Hinnant's "chrono-compatible
// low-level date algorithms", in integers and without a table.

// daysFromCivil is the day number of y-m-d. m is 1 to 12; d may lie outside the
// month and counts on from its first.
func daysFromCivil(y, m, d int) int64 {
	if m <= 2 {
		y--
	}
	era := floorDiv(y, 400)
	yoe := y - era*400
	mp := (m + 9) % 12
	doy := (153*mp+2)/5 + d - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return int64(era)*146097 + int64(doe) - 719468
}

// civilFromDays is the date of a day number.
func civilFromDays(z int64) (y, m, d int) {
	z += 719468
	era := z / 146097
	if z < 0 {
		era = (z - 146096) / 146097
	}
	doe := int(z - era*146097)
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	d = doy - (153*mp+2)/5 + 1
	m = mp + 3
	if m > 12 {
		m -= 12
	}
	y = yoe + int(era)*400
	if m <= 2 {
		y++
	}
	return y, m, d
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

func floorMod(a, b int) int { return a - floorDiv(a, b)*b }

func leap(y int) bool { return y%4 == 0 && (y%100 != 0 || y%400 == 0) }

// DaysIn is the number of days in month m of year y.
func DaysIn(y, m int) int {
	switch m {
	case 2:
		if leap(y) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// YMD is the day y-m-d. It does not check that there is such a day; Valid does.
func YMD(y, m, d int) Date {
	return Date{Year: y, Month: uint8(m), Day: uint8(d), Unit: Day}
}

// YM is the month y-m.
func YM(y, m int) Date { return Date{Year: y, Month: uint8(m), Unit: Month} }

// Y is the year y.
func Y(y int) Date { return Date{Year: y, Unit: Year} }

// FromDays is the day with number n, counted from 1970-01-01.
func FromDays(n int64) Date {
	y, m, d := civilFromDays(n)
	return YMD(y, m, d)
}

// FromTime is the day of t in t's own zone.
func FromTime(t time.Time) Date {
	return YMD(t.Year(), int(t.Month()), t.Day())
}

// Days is the number of d's first day, counted from 1970-01-01.
func (d Date) Days() int64 {
	y, m, day := d.first()
	return daysFromCivil(y, m, day)
}

// Weekday is the day of the week of d's first day.
func (d Date) Weekday() time.Weekday {
	return time.Weekday(((d.Days()+4)%7 + 7) % 7)
}

// ISOWeek is the ISO 8601 week of d's first day, and the year that week belongs to.
func (d Date) ISOWeek() (year, week int) {
	n := d.Days()
	monday := n - int64((int(d.Weekday())+6)%7)
	y, _, _ := civilFromDays(monday + 3)
	return y, int((monday+3-daysFromCivil(y, 1, 1))/7) + 1
}

// Valid reports whether d is a date that exists: no 31 February, no 25 o'clock.
// The zero date and the open end are valid.
func (d Date) Valid() bool {
	if d.Unit <= Open {
		return d == Date{Unit: d.Unit}
	}
	if d.Doubt > Uncertain|Approximate || d.Unit == Week || d.Unit > Second {
		return false
	}
	if (d.Zoned || d.Offset != 0) && (d.Unit < Hour || !d.Zoned || d.Offset < -14*60 || d.Offset > 14*60) {
		return false
	}
	if d.Year < -maxYear || d.Year > maxYear {
		return false
	}
	return d.validMonth() && d.validDay() && d.validTime() && d.validWithin()
}

// maxYear bounds years so that seconds since 1970 stay far inside an int64.
const maxYear = 9_999_999_999

func (d Date) validMonth() bool {
	switch d.Unit {
	case Century:
		return d.Month == 0 && d.Year%100 == 0 && d.Year >= 0 && d.Year <= 9900
	case Decade:
		return d.Month == 0 && d.Year%10 == 0 && d.Year >= 0 && d.Year <= 9990
	case Year:
		return d.Month == 0
	case Season:
		return d.Month >= Spring && d.Month <= Winter
	case Quarter:
		return d.Month >= Q1 && d.Month <= Q1+3
	case Half:
		return d.Month == H1 || d.Month == H1+1
	}
	return d.Month >= 1 && d.Month <= 12
}

func (d Date) validDay() bool {
	if d.Unit < Day {
		return d.Day == 0
	}
	return d.Day >= 1 && int(d.Day) <= DaysIn(d.Year, int(d.Month))
}

func (d Date) validTime() bool {
	switch {
	case d.Unit < Hour && d.Hour != 0, d.Unit < Minute && d.Minute != 0, d.Unit < Second && d.Second != 0:
		return false
	case d.Hour == 24:
		return d.Minute == 0 && d.Second == 0
	}
	return d.Hour < 24 && d.Minute < 60 && d.Second < 60
}

func (d Date) validWithin() bool {
	switch d.Within {
	case Unknown:
		return true
	case Month:
		return d.Unit == Year
	case Day:
		return d.Unit == Year || d.Unit == Month
	}
	return false
}
