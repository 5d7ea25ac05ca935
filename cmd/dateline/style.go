package main

import (
	"strings"

	"github.com/mattn/go-runewidth"
)

// style writes text for a terminal, in colours or without.
type style struct {
	colour bool
	// width is how many cells a line may have; 0 where nothing limits it.
	width int
}

// paint is a colour of the terminal, or a weight.
type paint string

const (
	bold      paint = "1"
	dim       paint = "2"
	underline paint = "4"
	red       paint = "31"
	green     paint = "32"
	yellow    paint = "33"
	blue      paint = "34"
	magenta   paint = "35"
	cyan      paint = "36"
)

func (y style) paint(s string, ps ...paint) string {
	if !y.colour || s == "" || len(ps) == 0 {
		return s
	}
	codes := make([]string, len(ps))
	for i, p := range ps {
		codes[i] = string(p)
	}
	return "\x1b[" + strings.Join(codes, ";") + "m" + s + "\x1b[0m"
}

// leastWidth is the least width of a terminal that is written for.
const leastWidth = 60

// style is how standard output is written to.
func (a *app) style() (style, error) {
	y := style{}
	if a.screen && a.output == "" {
		y.width = max(a.columns, leastWidth)
	}
	switch a.colour {
	case "always":
		y.colour = true
	case "auto", "":
		none, _ := a.env("NO_COLOR")
		kind, _ := a.env("TERM")
		y.colour = a.screen && a.output == "" && none == "" && kind != "dumb"
	case "never":
	default:
		return y, fail(exitUsage, "invalid argument %q for --color: want auto, always or never", a.colour)
	}
	return y, nil
}

// The width of a text in cells of the terminal, and its left and right part of at
// most that width.
func cells(s string) int { return runewidth.StringWidth(s) }

func leftPart(s string, width int) string {
	if width <= 0 {
		return ""
	}
	return runewidth.Truncate(s, width, "…")
}

func rightPart(s string, width int) string {
	if width <= 0 {
		return ""
	}
	return runewidth.TruncatePrefix(s, width, "…")
}

// wrap breaks s at blanks into lines of at most width cells.
func wrap(s string, width int) []string {
	var lines []string
	line := ""
	for w := range strings.FieldsSeq(s) {
		switch {
		case line == "":
			line = w
		case cells(line)+1+cells(w) <= width:
			line += " " + w
		default:
			lines, line = append(lines, line), w
		}
	}
	return append(lines, line)
}
