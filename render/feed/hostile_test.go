package feed

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"io"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/emersion/go-ical"

	"github.com/datelinehq/dateline/timeline"
)

// hostile are texts that some format takes for its own language.
var hostile = []string{
	"</title><script>alert(1)</script><img src=x onerror=alert(1)>",
	"=cmd|'/c calc'!A1", "+1+1", "-2+3", "@SUM(A1)", "\t=1", " =1", "\r\n=1", "'=1", "＝1",
	"a\r\nEND:VEVENT\r\nBEGIN:VEVENT", "a\nb", "a\u2028b\u0085c", "a,b;c:d\"e'f`g", `\n\\`, `{\input{/etc/passwd}} $x$ 100% _ ^ ~ # &`, "}}\n@misc{x,",
	"]]>&amp;<!--", "--- title", "2010-01-01: an event", "# head", "#tag [text](javascript:alert(1)) ![x](y) @x", "// comment", "section x : y : z", "a ; b #35; #quot;",
	"%%{init: {}}%%", "x : y", "title", "\u202egnp.exe\u202c", "\u2066x\u2069\u200f", "👩‍👩‍👧 e\u0301 文", "a\x00b\x07c\x1b[31m\x7f", "\xff\xfe\xc3\x28", "\ufffe\uffff", "",
	strings.Repeat("long ", 2000), "__proto__", "null", "[1]; x = y? \\;",
}

// Each text is text in every format, wherever it stands, and a second run gives the same
// bytes.
func TestHostileTextStaysText(t *testing.T) {
	plain := map[string]string{}
	for _, f := range Formats() {
		plain[f.Name], _ = written(t, f, full(plainly))
	}
	for _, h := range hostile {
		tl := full(func(string) string { return h })
		for i := range tl.Events {
			tl.Events[i].Type, tl.Events[i].ID = h, h+tl.Events[i].ID
			for k := range tl.Events[i].Relations {
				tl.Events[i].Relations[k].Event = h + tl.Events[i].Relations[k].Event
			}
		}
		for _, f := range Formats() {
			a, _ := written(t, f, tl)
			b, _ := written(t, f, tl)
			if a != b {
				t.Errorf("%s of %.20q: two runs differ", f.Name, h)
			}
			if !utf8.ValidString(a) || strings.Contains(a, "\x00") {
				t.Errorf("%s of %.20q: no text", f.Name, h)
			}
			if got, want := shape(t, f.Name, a), shape(t, f.Name, plain[f.Name]); got != want && h != "" {
				t.Errorf("%s of %.20q has another shape:\n%s\nwant\n%s", f.Name, h, got, want)
			}
		}
		if t.Failed() {
			return
		}
	}
}

// shape is the structure of a file without its texts, by a strict reader of its format.
func shape(t *testing.T, format, s string) string {
	t.Helper()
	switch format {
	case "timeline", "timelinejs", "vis", "geojson", "csl", "stix":
		return jsonShape(t, format, s)
	case "jsonl":
		return "lines " + itoa(strings.Count(s, "\n"))
	case "csv", "timelinejs-csv", "coded":
		return tableShape(t, s)
	case "ics":
		return calendarShape(t, s)
	case "timeml", "atom":
		return xmlShape(t, s)
	case "markwhen":
		return lineShape(s, `^(---|title: ".*"|> .*|[-0-9/]+: .*|)$`)
	case "mermaid":
		return lineShape(s, `^(timeline|    title [^#:;<]*|( {4}| {12})[^:<]* : [^:<]*|)$`)
	case "bibtex":
		return bibShape(t, s)
	}
	t.Fatalf("format %s has no shape", format)
	return ""
}

// jsonShape is JSON with its keys, every string but a few replaced; HTML in texts must
// be but paragraphs.
func jsonShape(t *testing.T, format, s string) string {
	var x any
	d := json.NewDecoder(strings.NewReader(s))
	if err := d.Decode(&x); err != nil {
		t.Fatalf("%s: %v", format, err)
	}
	if format == "timelinejs" || format == "vis" {
		tags := regexp.MustCompile(`<[^>]*>?`)
		for _, m := range textsOf(x, "headline", "text", "display_date", "content", "title") {
			for _, tag := range tags.FindAllString(m, -1) {
				if tag != "<p>" && tag != "</p>" {
					t.Errorf("%s: the text %.60q holds %s", format, m, tag)
				}
			}
		}
	}
	types := textsOf(x, "type", "geometry", "start", "end", "start_date", "year")
	if format == "stix" { // one identity for each name: hostile names are all one
		types = nil
	}
	return format + " " + strings.Join(types, " ")
}

// textsOf are the texts under keys, in order of the keys given.
func textsOf(x any, keys ...string) (out []string) {
	for _, k := range keys {
		var walk func(x any)
		walk = func(x any) {
			switch x := x.(type) {
			case []any:
				for _, y := range x {
					walk(y)
				}
			case map[string]any:
				if s, ok := x[k].(string); ok && x["dateline"] == nil && x["by"] == nil && x["lemma"] == nil && x["salience"] == nil {
					out = append(out, s)
				}
				for _, name := range []string{"features", "geometry", "items", "events", "title", "text", "objects"} {
					walk(x[name])
				}
			}
		}
		walk(x)
	}
	return out
}

func tableShape(t *testing.T, s string) string {
	all, err := csv.NewReader(strings.NewReader(s)).ReadAll() // as many cells in each row
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range all {
		for _, c := range row {
			c = strings.TrimLeft(c, " \t\r\n\u202e\u2066\u200f")
			if c != "" && strings.ContainsAny(c[:1], "=+-@") && !isNumber(c) || strings.HasPrefix(c, "＝") {
				t.Errorf("the cell %.20q is a formula", c)
			}
		}
	}
	return itoa(len(all)) + " rows"
}

func calendarShape(t *testing.T, s string) string {
	c, err := ical.NewDecoder(strings.NewReader(s)).Decode()
	if err != nil {
		t.Fatal(err)
	}
	if err := ical.NewEncoder(io.Discard).Encode(c); err != nil { // it checks what must be there
		t.Fatal(err)
	}
	out := ""
	for _, l := range strings.Split(strings.TrimSuffix(s, "\r\n"), "\r\n") {
		if len(l) > maxLine || strings.ContainsAny(l, "\r\n") || !utf8.ValidString(l) {
			t.Errorf("line of %d bytes: %q", len(l), l)
		}
	}
	for _, e := range c.Events() {
		out += e.Props.Get("DTSTART").Value + e.Props.Get("STATUS").Value + itoa(len(e.Props)) + " "
	}
	return out
}

func xmlShape(t *testing.T, s string) string {
	d := xml.NewDecoder(strings.NewReader(s))
	out := ""
	for {
		tok, err := d.Token()
		if err == io.EOF {
			return regexp.MustCompile(`(EVENT|TIMEX3)( |$)`).ReplaceAllString(out, "") // where in a text depends on it
		}
		if err != nil {
			t.Fatalf("%v", err)
		}
		if e, ok := tok.(xml.StartElement); ok {
			out += e.Name.Local + " "
		}
	}
}

// lineShape counts the lines that fit, and shows those that do not.
func lineShape(s, allowed string) string {
	fit := regexp.MustCompile(allowed)
	out := itoa(strings.Count(s, "\n")) + " lines"
	for _, l := range strings.Split(s, "\n") {
		if l = unEntity(l); !fit.MatchString(l) {
			out += "\n" + l
		}
	}
	return out
}

// unEntity takes entities of Mermaid away.
func unEntity(l string) string { return mermaidEntity.ReplaceAllString(l, "") }

// bibShape counts entries and checks that braces are even in each value.
func bibShape(t *testing.T, s string) string {
	depth, entries := 0, 0
	for i, r := range s {
		switch r {
		case '{':
			depth++
		case '}':
			if depth--; depth < 0 {
				t.Errorf("a brace too much at %d of %q", i, s)
			}
		case '@':
			if depth == 0 {
				entries++
			}
		}
	}
	if depth != 0 {
		t.Error("braces do not end")
	}
	return itoa(entries) + " entries"
}

// Every cell comes back from its guard.
func TestGuardIsUndone(t *testing.T) {
	for _, h := range append(hostile, "'", "''", "'''=x", "-1.5", "-", "2009-05", "-0043-05") {
		if got := Unguard(Guard(h)); got != h {
			t.Errorf("%q became %q", h, got)
		}
	}
}

// Addresses that are no pages are no links.
func TestOnlyPagesAreLinks(t *testing.T) {
	for _, s := range []string{"javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//example.org", "http://", "https://a b/", "https://exa\"mple.org/", "\x00", "mailto:a@b"} {
		if link(s) != "" {
			t.Errorf("%q is a link: %q", s, link(s))
		}
	}
	for _, s := range []string{"https://user:secret@example.org/a{b}\"<>'|[c]", "http://example.org/ü ö?q=\r\nX:1"} {
		if got := link(s); strings.ContainsAny(got, "{}\"<>'| \r\n[]") || strings.Contains(got, "secret") {
			t.Errorf("%q became %q", s, got)
		}
	}
}

// A writer that fails is told of.
func TestFailingWriterIsReported(t *testing.T) {
	for _, f := range Formats() {
		if _, err := f.Write(failing{}, full(plainly), Options{}); err == nil {
			t.Errorf("%s: no error", f.Name)
		}
		var b bytes.Buffer
		if _, err := f.Write(&b, &timeline.Timeline{Version: 1}, Options{}); err != nil {
			t.Errorf("%s of nothing: %v", f.Name, err)
		}
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }
