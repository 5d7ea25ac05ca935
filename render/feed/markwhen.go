package feed

import (
	"bufio"
	"strings"

	"github.com/datelinehq/dateline/timeline/edtf"
)

// markwhen is the text format of markwhen. Dates are its EDTF, as coarse as they are,
// or two of them parted by a slash. What is said of an event follows in quoted lines.
func markwhen() Format {
	return Format{
		Name: "markwhen", File: "timeline.mw", About: "text for markwhen",
		carries: tells(), omits: spans(1, 9999, true),
		write: func(w *bufio.Writer, v *view) {
			m := marker{w, v}
			m.put("---\ntitle: ", quoteYAML(v.line(v.t.Title)), "\n---\n")
			for _, e := range v.events {
				m.put("\n", mwDates(drawn(v.t, e.When)), ": ", m.inert(e.Title))
				if e.Status != "" {
					m.put(" #", string(e.Status))
				}
				m.put("\n")
				for _, l := range v.told(e) {
					m.put("> ", m.inert(l), "\n")
				}
			}
		},
	}
}

type marker struct {
	*bufio.Writer
	*view
}

func (m marker) put(parts ...string) {
	for _, p := range parts {
		_, _ = m.WriteString(p)
	}
}

// inert is s without what markwhen would take for a tag, link, image, property or
// comment: such signs become their wide forms.
func (m marker) inert(s string) string {
	s = m.line(s)
	out := strings.NewReplacer("#", "＃", "[", "［", "]", "］", "@", "＠", "!", "！", "//", "／／", "*", "＊", "`", "｀", "<", "＜").Replace(s)
	if out != s {
		m.replaced++
	}
	return out
}

// mwDates is v in the EDTF that markwhen reads: years, months and days. Decades and the
// like are written from their first year, month or day through their last.
func mwDates(v edtf.Interval) string {
	first, next := v.DayBounds()
	a, b := mwDate(first, v.Start.Unit), mwDate(next-1, v.End.Unit)
	if a == b {
		return a
	}
	return a + "/" + b
}

// mwDate is day n cut to the unit u, or the next one that markwhen knows.
func mwDate(n int64, u edtf.Unit) string { return cut(edtf.FromDays(n), u).String() }

// quoteYAML is s as a scalar of YAML in double quotes.
func quoteYAML(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}
