package words

import (
	"strings"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edtf"
)

// Corrected is one thing that an analyst set, in words: "date, was May 2009 (CTBTO;
// A. K.)".
func Corrected(c timeline.Correction) string {
	s := c.Field
	switch c.Field {
	case "when":
		s = "date, was "
		if v, err := edtf.Parse(c.Was); err == nil && c.Was != "" {
			s += Interval(v)
		} else {
			s += "none"
		}
	case "status":
		s += ", was " + c.Was
	case "title":
		s += ", was “" + c.Was + "”"
	case "merge":
		s = "merged with " + c.Was
	case "split":
		s = "split from " + c.Was
	}
	var why []string
	for _, w := range []string{c.Why, c.By} {
		if w != "" {
			why = append(why, w)
		}
	}
	if len(why) > 0 {
		s += " (" + strings.Join(why, "; ") + ")"
	}
	return s
}
