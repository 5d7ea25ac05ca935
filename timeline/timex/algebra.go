package timex

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/datelinehq/dateline/timeline/edtf"
)

// Some is the count of a length that the text leaves open: "several years".
const Some = 0

// The meanings that stand for a stretch of the calendar.
type (
	// Ref is the time of writing.
	Ref struct{}
	// That is the latest date before the expression that is at least as exact as
	// Unit, cut to Unit; with the zero Unit, the latest date as it is.
	That struct{ Unit edtf.Unit }
	// Fixed is a full calendar date.
	Fixed struct{ Date edtf.Date }
	// Near is the Pick before (-1) or after (+1) Of, or on the side that the
	// context decides (0).
	Near struct {
		Of   Expr
		Pick Pick
		Side int
	}
	// In is the Pick that lies in Of: the March of last year.
	In struct {
		Of   Expr
		Pick Pick
	}
	// Reported is the period whose results the text reports, a quarter or a half;
	// where it reports none, Else.
	Reported struct{ Else Expr }
	// Counterpart is the reported period in the year Of: "the 1988 period"; where
	// none is reported, Of.
	Counterpart struct{ Of Expr }
	// Shift counts N units from the unit that holds Of, and is as exact as Unit.
	// N 0 is the unit that holds Of.
	Shift struct {
		Of   Expr
		N    float64
		Unit edtf.Unit
	}
	// Move counts N units from Of and stays as exact as Of: the quarter one year
	// before that quarter.
	Move struct {
		Of   Expr
		N    float64
		Unit edtf.Unit
	}
	// Rolling is as much time as a Shift goes, up to the day that it counts from or
	// from that day on: "over the past year". It is named as the unit that the Shift
	// comes to, as TIMEX3 has it, and dated as the time itself.
	Rolling struct{ Of Expr }
	// Nth is the Nth unit inside Of, from the end when N is negative.
	Nth struct {
		Of   Expr
		N    int
		Unit edtf.Unit
	}
	// Part is a section of Of: early, mid, late, start, end.
	Part struct {
		Of    Expr
		Which string
	}
	// DayPart is a part of the day Of, by its TIMEX3 code: MO, MI, AF, EV, NI, DT.
	DayPart struct {
		Of   Expr
		Code string
	}
	// At is a time of day on the day Of.
	At struct {
		Of    Expr
		Clock Clock
	}
	// Between runs from From through To.
	Between struct{ From, To Expr }
	// Around says that the text calls Of approximate: "about 1990".
	Around struct{ Of Expr }
	// Either is one of two readings of the same figures, as 9/11/2001. First is
	// the habit of the pack.
	Either struct{ First, Second Expr }
)

// The meanings that stand for no single stretch of the calendar.
type (
	// Length is an amount of time. N may be a fraction, and Some if it is open.
	Length struct {
		N    float64
		Unit edtf.Unit
	}
	// Plus is two lengths together: a year and two months.
	Plus struct{ A, B Expr }
	// About is a length with a word of measure: "nearly", "more-than".
	About struct {
		Of  Expr
		Mod string
	}
	// Every is a set of times: every year, each Tuesday (Pick) or daily (Length).
	Every struct{ Of Expr }
	// Vague is past, present or future, and no more.
	Vague struct{ Which string }
	// A Clock is a time of day. Minute and Second are -1 when not given.
	Clock struct {
		Hour, Minute, Second int8
		// Zoned says that the text gives a zone of one fixed meaning, Offset
		// minutes east of UTC.
		Zoned  bool
		Offset int16
	}
)

// A Pick is a part of a date that recurs: a March, a Friday, a third quarter.
type Pick struct {
	Kind PickKind
	A, B int
	C    int
}

// PickKind says what the numbers of a Pick are.
type PickKind uint8

const (
	// NoPick is the zero Pick.
	NoPick PickKind = iota
	// Year2 is a year of a century: A is 0 to 99.
	Year2
	// Decade2 is a decade of a century: A is 0 to 90.
	Decade2
	// HalfOf, SeasonOf and QuarterOf: A counts from 1.
	HalfOf
	SeasonOf
	QuarterOf
	// MonthOf: A is 1 to 12.
	MonthOf
	// MonthDay: A is the month, B the day.
	MonthDay
	// DayOf: A is the day of the month.
	DayOf
	// WeekdayOf: A is 1 (Monday) to 7.
	WeekdayOf
	// Weekend is Saturday and Sunday.
	Weekend
	// NthWeekday: the Cth (-1: last) weekday B of month A.
	NthWeekday
	// WeekdayFrom: the first weekday B on or after day C of month A.
	WeekdayFrom
	// Easter: A days after Easter Sunday.
	Easter
)

var pickNames = [...]string{"none", "year2", "decade2", "half", "season", "quarter", "month", "monthday", "day", "weekday", "weekend", "nthweekday", "weekdayfrom", "easter"}

func (p Pick) String() string {
	n := pickNames[p.Kind]
	switch p.Kind {
	case Weekend, NoPick:
		return n
	case MonthDay:
		return fmt.Sprintf("%s(%d, %d)", n, p.A, p.B)
	case NthWeekday, WeekdayFrom:
		return fmt.Sprintf("%s(%d, %d, %d)", n, p.A, p.B, p.C)
	}
	return fmt.Sprintf("%s(%d)", n, p.A)
}

func num(n float64) string {
	if n == Some {
		return "some"
	}
	return strconv.FormatFloat(n, 'g', -1, 64)
}

func count(n float64) string { return strconv.FormatFloat(n, 'g', -1, 64) }

func (Ref) String() string { return "ref" }
func (e That) String() string {
	if e.Unit == edtf.Unknown {
		return "that"
	}
	return "that(" + e.Unit.String() + ")"
}
func (e Fixed) String() string       { return "date(" + e.Date.String() + ")" }
func (e Near) String() string        { return fmt.Sprintf("near(%s, %s, %d)", e.Of, e.Pick, e.Side) }
func (e In) String() string          { return fmt.Sprintf("in(%s, %s)", e.Of, e.Pick) }
func (e Reported) String() string    { return fmt.Sprintf("reported(%s)", e.Else) }
func (e Counterpart) String() string { return fmt.Sprintf("counterpart(%s)", e.Of) }
func (e Shift) String() string       { return fmt.Sprintf("shift(%s, %s, %s)", e.Of, count(e.N), e.Unit) }
func (e Move) String() string        { return fmt.Sprintf("move(%s, %s, %s)", e.Of, count(e.N), e.Unit) }
func (e Rolling) String() string     { return fmt.Sprintf("rolling(%s)", e.Of) }
func (e Nth) String() string         { return fmt.Sprintf("nth(%s, %d, %s)", e.Of, e.N, e.Unit) }
func (e Part) String() string        { return fmt.Sprintf("part(%s, %s)", e.Of, e.Which) }
func (e DayPart) String() string     { return fmt.Sprintf("daypart(%s, %s)", e.Of, e.Code) }
func (e At) String() string          { return fmt.Sprintf("at(%s, %s)", e.Of, e.Clock) }
func (e Between) String() string     { return fmt.Sprintf("between(%s, %s)", e.From, e.To) }
func (e Around) String() string      { return fmt.Sprintf("around(%s)", e.Of) }
func (e Length) String() string      { return fmt.Sprintf("length(%s, %s)", num(e.N), e.Unit) }
func (e Plus) String() string        { return fmt.Sprintf("plus(%s, %s)", e.A, e.B) }
func (e About) String() string       { return fmt.Sprintf("about(%s, %s)", e.Of, e.Mod) }
func (e Every) String() string       { return fmt.Sprintf("every(%s)", e.Of) }
func (e Vague) String() string       { return e.Which }
func (e Either) String() string      { return fmt.Sprintf("either(%s, %s)", e.First, e.Second) }
func (c Clock) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "clock(%d", c.Hour)
	if c.Minute >= 0 {
		fmt.Fprintf(&b, ", %d", c.Minute)
	}
	if c.Second >= 0 {
		fmt.Fprintf(&b, ", %d", c.Second)
	}
	if c.Zoned {
		b.WriteString(", utc")
	}
	if c.Offset != 0 {
		fmt.Fprintf(&b, "%+03d:%02d", c.Offset/60, max(c.Offset, -c.Offset)%60)
	}
	return b.String() + ")"
}

// Type of the meanings, as TIMEX3 has it.
func (Ref) Type() Type         { return Date }
func (That) Type() Type        { return Date }
func (e Fixed) Type() Type     { return byUnit(e.Date.Unit) }
func (Near) Type() Type        { return Date }
func (In) Type() Type          { return Date }
func (Reported) Type() Type    { return Date }
func (Counterpart) Type() Type { return Date }
func (e Shift) Type() Type     { return byUnit(e.Unit) }
func (e Move) Type() Type      { return e.Of.Type() }
func (e Rolling) Type() Type   { return e.Of.Type() }
func (e Nth) Type() Type       { return byUnit(e.Unit) }
func (e Part) Type() Type      { return e.Of.Type() }
func (DayPart) Type() Type     { return Time }
func (At) Type() Type          { return Time }
func (e Between) Type() Type   { return e.From.Type() }
func (e Around) Type() Type    { return e.Of.Type() }
func (Length) Type() Type      { return Duration }
func (Plus) Type() Type        { return Duration }
func (About) Type() Type       { return Duration }
func (Every) Type() Type       { return Set }
func (Vague) Type() Type       { return Date }
func (Clock) Type() Type       { return Time }
func (Pick) Type() Type        { return Date }
func (e Either) Type() Type    { return e.First.Type() }

func byUnit(u edtf.Unit) Type {
	if u > edtf.Day {
		return Time
	}
	return Date
}
