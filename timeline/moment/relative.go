package moment

import (
	"fmt"

	"github.com/datelinehq/dateline/timeline/edtf"
)

// lastDay is the day of that name that is not after now.
func (r reader) lastDay(m, d int) edtf.Date {
	day := edtf.YMD(r.now.Year, m, d)
	if day.Valid() && edtf.On(r.now).Before(edtf.On(day)) {
		day.Year--
	}
	return day
}

// recurring is the month, season or quarter that a name means: the last that has
// begun, or the one on the side that is named.
func (r reader) recurring(side string, u edtf.Unit, in func(year int) edtf.Date) edtf.Date {
	now := r.now.Trunc(u)
	this := in(now.Year)
	d := edtf.On(this).Compare(edtf.On(now))
	switch sides[side] {
	case -1:
		if d >= 0 {
			return in(now.Year - 1)
		}
	case 1:
		if d <= 0 {
			return in(now.Year + 1)
		}
	default:
		if d > 0 && side != "this" && side != "current" {
			return in(now.Year - 1)
		}
	}
	return this
}

// decade is the last decade of that number that has begun.
func (r reader) decade(n int) edtf.Date {
	y := r.now.Year - r.now.Year%100 + n
	if y > r.now.Year {
		y -= 100
	}
	return edtf.Date{Year: y, Unit: edtf.Decade}
}

// weekday is the last such day before now, or the next one after it; without a
// side, today counts.
func (r reader) weekday(side, name string) edtf.Date {
	ahead := (weekday(name) - int(r.now.Weekday()) + 7) % 7
	switch side {
	case "this", "current":
		return r.monday(0).Add((weekday(name)+6)%7, edtf.Day)
	case "":
		return r.now.Add(-((7 - ahead) % 7), edtf.Day)
	}
	if sides[side] < 0 {
		return r.now.Add(ahead-7, edtf.Day)
	}
	if ahead == 0 {
		ahead = 7
	}
	return r.now.Add(ahead, edtf.Day)
}

// monday is that of the week that lies n weeks from now.
func (r reader) monday(n int) edtf.Date {
	return r.now.Add(-((int(r.now.Weekday())+6)%7)+7*n, edtf.Day)
}

// step counts units from now and is exact to the unit; a week ago is a day, as
// EDTF has no weeks.
func (r reader) step(n int, unit string) edtf.Date {
	u := units[unit]
	if u == edtf.Week {
		return r.now.Add(n, u)
	}
	return r.now.Trunc(u).Add(n, u)
}

// edge is the beginning or end of what is typed behind it: about the first or
// last part of it, in its next finer unit.
func (r reader) edge(which, of string) (edtf.Interval, error) {
	parts, err := r.parts(of)
	if err != nil {
		return edtf.Interval{}, err
	}
	d := parts[0]
	if which == "end" {
		d = parts[len(parts)-1]
	}
	return edtf.On(d).WithDoubt(edtf.Approximate), nil
}

// third is the early, middle or late part of what is typed behind it.
func (r reader) third(which, of string) (edtf.Interval, error) {
	parts, err := r.parts(of)
	if err != nil {
		return edtf.Interval{}, err
	}
	a, b := 0, len(parts)
	switch n := len(parts) / 3; which {
	case "early":
		b = n
	case "late":
		a = len(parts) - n
	default:
		a, b = n, len(parts)-n
	}
	return edtf.Interval{Start: parts[a], End: parts[b-1]}.WithDoubt(edtf.Approximate), nil
}

// parts are the days of a month, the months of a year, the years of a decade, the
// decades of a century, and of what lies between, the months.
func (r reader) parts(of string) ([]edtf.Date, error) {
	v, err := r.single(of)
	if err != nil {
		return nil, err
	}
	u := edtf.Month
	switch {
	case !v.Single():
		return nil, errForm
	case v.Start.Unit == edtf.Century:
		u = edtf.Decade
	case v.Start.Unit == edtf.Decade:
		u = edtf.Year
	case v.Start.Unit == edtf.Month:
		u = edtf.Day
	case v.Start.Unit > edtf.Month || !v.Start.Valid():
		return nil, errForm
	}
	var ds []edtf.Date
	for n := 1; ; n++ {
		d, ok := v.Start.Sub(n, u)
		if !ok {
			break
		}
		ds = append(ds, d)
	}
	if len(ds) < 3 {
		return nil, errForm
	}
	return ds, nil
}

func wrongWeekday(d edtf.Date) error {
	return fmt.Errorf("no date: %s is a %s", d, d.Weekday())
}
