package markup

import (
	"strings"
	"testing"
)

func TestTextOfAPage(t *testing.T) {
	for page, want := range map[string]string{
		"<p>One\n two</p><p>Three</p>":                       "One two\n\nThree",
		"a<br>b<b> c</b>d":                                   "a\nb cd",
		"<h1>Head</h1><p>Body <script>no()</script>end.</p>": "Head\n\nBody end.",
		"<ul><li>one<li>two</ul>after":                       "one\ntwo\n\nafter",
		"&lt;b&gt; &amp; caf&eacute;&nbsp;now":               "<b> & café\u00a0now",
		"<table><tr><td>1<td>2<tr><td>3</table>":             "1\n2\n3",
		"no markup at all":                                   "no markup at all",
		"":                                                   "",
	} {
		if got := HTML([]byte(page)).Body(); got != want {
			t.Errorf("%s: got %q, want %q", page, got, want)
		}
	}
}

func TestBrokenXML(t *testing.T) {
	for doc, want := range map[string]string{
		"<a><b>one</b><c>two</a>":                                   "onetwo",
		"\n\ufeff<?xml version='1.0'?><a>x</a>":                     "x",
		"<a>x &nbsp; &bogus; y</a>":                                 "x \u00a0 &bogus; y",
		"<?xml version='1.0' encoding='iso-8859-1'?><a>caf\xe9</a>": "café",
		"<?xml version='1.0' encoding='martian'?><a>x</a>":          "x",
		"<a><b></x></b>y</a>":                                       "y",
		"<a>cut off":                                                "cut off",
	} {
		n, _ := XML([]byte(doc))
		if got := n.Body(); got != want {
			t.Errorf("%q: got %q, want %q", doc, got, want)
		}
	}
}

func TestFindingElements(t *testing.T) {
	n, err := XML([]byte(`<a:doc xmlns:a="u"><a:Head x="1"/><item>1</item><list><item>2<item>3</item></item></list></a:doc>`))
	if err != nil {
		t.Fatal(err)
	}
	if got := n.Find("doc", "head").Get("x"); got != "1" {
		t.Errorf("attribute %q", got)
	}
	if got := len(n.All("item")); got != 2 {
		t.Errorf("%d items, want 2", got)
	}
	if n.Find("doc", "none", "item") != nil || n.Find("none").Get("x") != "" || n.Find("none").Line() != "" {
		t.Error("something was found in nothing")
	}
}

func TestDeepDocumentsEnd(t *testing.T) {
	deep := strings.Repeat("<div>", 100_000) + "x"
	if got := HTML([]byte(deep)).Body(); !strings.HasSuffix(got, "x") {
		t.Errorf("HTML: got %d bytes", len(got))
	}
	if _, err := XML([]byte(deep)); err == nil {
		t.Error("XML: no fault")
	}
}

func FuzzText(f *testing.F) {
	f.Add([]byte("<p>One<p>Two &amp; three"), true)
	f.Add([]byte("<?xml version='1.0'?><a><![CDATA[x]]></a>"), false)
	f.Fuzz(func(t *testing.T, b []byte, page bool) {
		n := HTML(b)
		if !page {
			n, _ = XML(b)
		}
		if s := n.Body(); s != strings.TrimSpace(s) || strings.Contains(s, "\n\n\n") {
			t.Errorf("got %q", s)
		}
	})
}
