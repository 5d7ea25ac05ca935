package markup

import "strings"

// breaks are the elements that begin and end a line; paragraphs those that part
// what stands before and behind them.
var (
	breaks = set("br dd dt figcaption h1 h2 h3 h4 h5 h6 hl1 hl2 li tr caption title td th")
	paras  = set("p div article section blockquote table ul ol dl pre figure header footer main aside nav form hr block body address bq media body.head body.content body.end hedline byline dateline")
	silent = set("script style noscript template iframe svg math head object select button")
)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// Body is the text below n: blanks run together, a line for each line of the
// document's own making, an empty line between paragraphs. Scripts, styles and
// forms are left out.
func (n *Node) Body() string {
	if n == nil {
		return ""
	}
	w := writer{}
	w.below(n)
	return strings.TrimSpace(w.String())
}

// writer writes text with as few blanks and line breaks as needed.
type writer struct {
	strings.Builder
	// gap is what is due before the next word: "", " ", "\n" or "\n\n".
	gap string
}

// need asks for a gap; the widest that is asked for counts.
func (w *writer) need(gap string) {
	if len(gap) > len(w.gap) || w.gap == " " && gap == "\n" {
		w.gap = gap
	}
}

func (w *writer) text(s string) {
	if s == "" {
		return
	}
	if blank(s[0]) {
		w.need(" ")
	}
	for i, f := range strings.FieldsFunc(s, func(r rune) bool { return r < 128 && blank(byte(r)) }) {
		if i > 0 {
			w.need(" ")
		}
		if w.Len() > 0 {
			w.WriteString(w.gap)
		}
		w.gap = ""
		w.WriteString(f)
	}
	if blank(s[len(s)-1]) {
		w.need(" ")
	}
}

func blank(b byte) bool {
	return b == ' ' || b == '\t' || b == '\n' || b == '\r' || b == '\f' || b == '\v'
}

// frame is an element on the way, and the child that comes next.
type frame struct {
	n    *Node
	next int
}

// below writes what lies below n, without recursion, since documents may be deep.
func (w *writer) below(n *Node) {
	open := []frame{{n, 0}}
	for len(open) > 0 {
		f := &open[len(open)-1]
		if f.next == len(f.n.Kids) {
			w.edge(f.n.Name)
			open = open[:len(open)-1]
			continue
		}
		k := f.n.Kids[f.next]
		f.next++
		switch {
		case k.Name == "":
			w.text(k.Text)
		case !silent[k.Name]:
			w.edge(k.Name)
			open = append(open, frame{k, 0})
		}
	}
}

func (w *writer) edge(name string) {
	switch {
	case paras[name]:
		w.need("\n\n")
	case breaks[name]:
		w.need("\n")
	}
}
