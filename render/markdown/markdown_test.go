package markdown

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	gast "github.com/yuin/goldmark/extension/ast"
	mdtext "github.com/yuin/goldmark/text"

	"github.com/datelinehq/dateline/seeds"
	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/brief"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/pipeline"
	"github.com/datelinehq/dateline/timeline/source"
	"github.com/datelinehq/dateline/timeline/text"
)

func render(t *testing.T, tl *timeline.Timeline) string {
	t.Helper()
	var b bytes.Buffer
	if err := Render(&b, brief.Compose(tl, brief.Options{}), tl, Options{}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// seed is the timeline of the seed article.
func seed(t *testing.T) *timeline.Timeline {
	t.Helper()
	b, err := os.ReadFile("../../seeds/articles/us-defense-official-beijing.txt")
	if err != nil {
		t.Fatal(err)
	}
	r, err := source.Load(seeds.FS)
	if err != nil {
		t.Fatal(err)
	}
	d, err := edtf.ParseDate("2009-06-20~")
	if err != nil {
		t.Fatal(err)
	}
	as, _, err := r.Read("seed.txt", b, source.Given{Published: d})
	if err != nil {
		t.Fatal(err)
	}
	p, err := pipeline.New(seeds.FS, pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return pipeline.Assemble([]pipeline.Report{p.Analyse(as[0]).Report()}, pipeline.AssembleOptions{})
}

const evil = "# [x](javascript:a) ![i](http://e.org/i.png) <b>bold</b> `code` *em* | www.e.org https://e.org me@e.org [^s1-1] &lt; ~~s~~ \n\n1. list\n- - -"

func hostile(t *testing.T) *timeline.Timeline {
	t.Helper()
	body := evil
	span := text.Span{Start: 0, End: len(body)}
	e := timeline.Event{
		ID: "e1", Title: evil, Type: "ACCUSE", Status: timeline.Occurred, When: edtf.On(edtf.YM(2009, 5)), Grade: timeline.Certain, Origins: 1,
		StatusWords: evil, Hedges: []string{evil}, Attribution: evil + "!",
		Actors: []timeline.Actor{{Name: evil, Canonical: evil, Code: "X", Role: timeline.RoleSource}}, Places: []timeline.Place{{Name: evil}},
		Cites: []timeline.Cite{{Source: 1, Span: span, Quote: evil, Paragraph: 1, Trigger: text.Span{Start: 0, End: 1}}},
		Why:   []timeline.Why{{Source: 1, Text: evil, Rule: evil, Direction: "past", DirectionWords: evil}},
	}
	u := e
	u.ID, u.When, u.Grade, u.Status = "e2", edtf.Interval{}, timeline.Unresolved, timeline.Proposed
	u.Bounds = &timeline.Bounds{Words: evil}
	tl := &timeline.Timeline{
		Version: 1, Title: evil, Events: []timeline.Event{e}, Undated: []timeline.Event{u},
		Sources: []timeline.Source{{Number: 1, ID: evil, Title: evil, Outlet: evil, Origin: evil, Credit: evil, Bytes: len(body)}},
	}
	if err := tl.Validate(); err != nil {
		t.Fatal(err)
	}
	return tl
}

// nodes counts the kinds of nodes that a Markdown reader sees.
func nodes(t *testing.T, md string) map[string]int {
	t.Helper()
	_, body, _ := strings.Cut(md[4:], "\n---\n")
	src := []byte(body)
	g := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote))
	n := map[string]int{}
	err := ast.Walk(g.Parser().Parse(mdtext.NewReader(src)), func(x ast.Node, in bool) (ast.WalkStatus, error) {
		if in {
			n[x.Kind().String()]++
			if l, ok := x.(*gast.FootnoteLink); ok && l.Index < 1 {
				n["loose footnote"]++
			}
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestHostileTextStaysText(t *testing.T) {
	n := nodes(t, render(t, hostile(t)))
	for _, kind := range []string{"Link", "AutoLink", "Image", "RawHTML", "HTMLBlock", "CodeSpan", "CodeBlock", "FencedCodeBlock", "Strikethrough", "ThematicBreak"} {
		if n[kind] > 0 {
			t.Errorf("%d nodes of kind %s came out of the text of an article", n[kind], kind)
		}
	}
	if n["Footnote"] != 1 {
		t.Errorf("%d footnotes, want 1", n["Footnote"])
	}
}

var mark = regexp.MustCompile(`\[\^(s\d+-\d+)\]`)

func TestEveryStatementIsCited(t *testing.T) {
	md := render(t, seed(t))
	defined := map[string]bool{}
	for _, l := range strings.Split(md, "\n") {
		if m := mark.FindStringSubmatch(l); m != nil && strings.HasPrefix(l, m[0]+": ") {
			defined[m[1]] = true
		}
	}
	quotes := 0
	for _, l := range strings.Split(md, "\n") {
		told := strings.HasPrefix(l, "- **⟨") || strings.HasPrefix(l, "“") || strings.HasPrefix(l, "| “") && !strings.Contains(l, "publication date") && !strings.HasSuffix(l, "any |") || strings.HasPrefix(l, "| ⟨")
		if !told {
			continue
		}
		quotes++
		ms := mark.FindAllStringSubmatch(l, -1)
		if len(ms) == 0 {
			t.Errorf("no footnote: %s", l)
		}
		for _, m := range ms {
			if !defined[m[1]] {
				t.Errorf("footnote %s is not there", m[1])
			}
		}
	}
	if quotes < 15 {
		t.Errorf("only %d statements", quotes)
	}
	if n := nodes(t, md); n["loose footnote"] > 0 {
		t.Errorf("%d footnotes without text", n["loose footnote"])
	}
}

// No date in the briefing is more exact than an event's or a publication's.
func TestBriefingIsNeverMoreExactThanItsEvents(t *testing.T) {
	tl := seed(t)
	days := map[string]bool{}
	add := func(v edtf.Interval) {
		for _, d := range []edtf.Date{v.Start, v.End} {
			if d.Unit == edtf.Day {
				days[d.String()[:10]] = true
			}
		}
	}
	add(edtf.On(tl.AsOf))
	for _, e := range tl.Events {
		add(e.When)
		for _, w := range e.Why {
			add(w.When)
			add(w.Safe)
		}
	}
	for _, m := range regexp.MustCompile(`(\d{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December) (\d{4})`).FindAllStringSubmatch(render(t, tl), -1) {
		d, err := edtf.ParseDate(isoDay(m[1], m[2], m[3]))
		if err != nil || !days[d.String()] {
			t.Errorf("the briefing says %s, which no event does", m[0])
		}
	}
}

func isoDay(d, m, y string) string {
	months := "JanFebMarAprMayJunJulAugSepOctNovDec"
	n := strings.Index(months, m[:3])/3 + 1
	two := func(s string) string {
		if len(s) < 2 {
			return "0" + s
		}
		return s
	}
	ms := []string{"01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"}
	return y + "-" + ms[n-1] + "-" + two(d)
}

func TestEmptyTimelineMakesABriefing(t *testing.T) {
	md := render(t, &timeline.Timeline{Version: 1})
	for _, want := range []string{"No event was found", "Nothing is reported to lie ahead", "Initial coverage"} {
		if !strings.Contains(md, want) {
			t.Errorf("the briefing of nothing lacks %q", want)
		}
	}
}

func FuzzEscape(f *testing.F) {
	f.Add(evil)
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 2000 {
			return
		}
		g := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote))
		src := []byte("a “" + escape(s) + "” b\n\n" + line(s) + "\n")
		_ = ast.Walk(g.Parser().Parse(mdtext.NewReader(src)), func(x ast.Node, in bool) (ast.WalkStatus, error) {
			switch x.Kind().String() {
			case "Link", "AutoLink", "Image", "RawHTML", "HTMLBlock", "CodeSpan", "Heading", "List", "Strikethrough", "Emphasis", "FencedCodeBlock":
				t.Errorf("%q became %s", s, x.Kind())
			}
			return ast.WalkContinue, nil
		})
	})
}
