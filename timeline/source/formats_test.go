package source

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/datelinehq/dateline/seeds"
	"github.com/datelinehq/dateline/timeline/edtf"
	"github.com/datelinehq/dateline/timeline/text"
)

const (
	g2Item = `<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="urn:x:1" xml:lang="en">
<itemMeta><itemClass qcode="ninat:text"/><provider literal="Reuters"/><versionCreated>2026-03-02T10:00:00+01:00</versionCreated><firstCreated>2026-03-01T23:30:00+01:00</firstCreated><embargoed>2026-03-02T12:00:00Z</embargoed></itemMeta>
<contentMeta><headline>Envoys meet</headline><located><name>Geneva</name></located></contentMeta>
<contentSet><inlineXML><html><body><header><h1>Envoys meet</h1></header><p>Two envoys met on Sunday.</p><p>They agreed.</p></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>`
	newsML1Item = `<NewsML Version="1.2"><NewsItem xml:lang="fr"><Identification><NewsIdentifier><ProviderId>afp.com</ProviderId><PublicIdentifier>urn:x:2</PublicIdentifier></NewsIdentifier></Identification>
<NewsManagement><FirstCreated>20260301T233000+0100</FirstCreated><ThisRevisionCreated>20260302T100000+0100</ThisRevisionCreated></NewsManagement>
<NewsComponent><NewsLines><DateLine>GENEVE, 1 mars 2026 (AFP) -</DateLine><HeadLine>Envoys meet</HeadLine></NewsLines><AdministrativeMetadata><Provider><Party FormalName="AFP"/></Provider></AdministrativeMetadata>
<ContentItem><DataContent><p>Two envoys met on Sunday.</p><p>They agreed.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`
	nitfItem = `<?xml version="1.0"?><nitf><head><docdata><doc-id id-string="x3"/><date.issue norm="20260301T233000+0100"/><doc.copyright holder="AP"/></docdata></head>
<body><body.head><hedline><hl1>Envoys meet</hl1></hedline></body.head><body.content><p>Two envoys met on Sunday.</p><p>They agreed.</p></body.content></body></nitf>`
	ninjsItem = `{"uri":"urn:x:4","versionCreated":"2026-03-02T10:00:00+01:00","firstCreated":"2026-03-01T23:30:00+01:00","headlines":[{"value":"Envoys meet"}],"bodies":[{"contentType":"text/html","value":"<h1>Envoys meet</h1><p>Two envoys met on Sunday.</p><p>They agreed.</p>"}],"infoSources":[{"name":"TT"}],"language":"en"}`
	rssFeed   = `<rss version="2.0"><channel><title>The Paper</title><item><guid>x5</guid><title>Envoys meet</title><link>https://example.org/a</link><pubDate>Sun, 01 Mar 2026 23:30:00 +0100</pubDate><description>&lt;p&gt;Two envoys met on Sunday.&lt;/p&gt;&lt;p&gt;They agreed.&lt;/p&gt;</description></item></channel></rss>`
	pageFile  = `<!doctype html><html lang="en"><head><title>Envoys meet | The Paper</title><meta property="og:title" content="Envoys meet"><meta property="og:site_name" content="The Paper">
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2026-03-01T23:30:00+01:00","dateModified":"2026-03-02T10:00:00+01:00"}]}</script></head>
<body><nav><a href="/">Home</a> <a href="/b">More</a></nav><article><h1>Envoys meet</h1><p class="byline">By A. Writer</p><p>Two envoys met on Sunday.</p><p>They agreed.</p></article><footer>Imprint</footer></body></html>`
	mailFile = "From: The Desk <desk@example.org>\r\nDate: Sun, 01 Mar 2026 23:30:00 +0100\r\nSubject: =?utf-8?q?Envoys_meet?=\r\nMessage-ID: <x7@example.org>\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nVHdvIGVudm95cyBtZXQgb24gU3VuZGF5LgoKVGhleSBhZ3JlZWQu\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>no</p>\r\n--b--\r\n"
)

func docx(t testing.TB) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, body := range map[string]string{
		"word/document.xml": `<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Two envoys met </w:t></w:r><w:r><w:t>on Sunday.</w:t></w:r><w:del><w:r><w:t>Not.</w:t></w:r></w:del></w:p><w:p><w:r><w:t>They agreed.</w:t></w:r></w:p></w:body></w:document>`,
		"docProps/core.xml": `<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>Envoys meet</dc:title><dcterms:created>2026-03-01T22:30:00Z</dcterms:created></cp:coreProperties>`,
	} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(w, body)
	}
	_ = z.Close()
	return b.String()
}

func TestEachFormatTellsTheSame(t *testing.T) {
	for _, c := range []struct {
		file, body string
		format     Format
		from       text.DateFrom
		want       string // published
	}{
		{"a.xml", g2Item, WireXML, text.FromMetadata, "2026-03-01"},
		{"b.xml", newsML1Item, WireXML, text.FromMetadata, "2026-03-01"},
		{"c.xml", nitfItem, WireXML, text.FromMetadata, "2026-03-01"},
		{"d.json", ninjsItem, Ninjs, text.FromMetadata, "2026-03-01"},
		{"e.rss", rssFeed, Feed, text.FromFeed, "2026-03-01"},
		{"f", pageFile, HTML, text.FromMetadata, "2026-03-01"},
		{"g.eml", mailFile, Mail, text.FromMail, "2026-03-01"},
		{"h.mbox", "From desk Sun Mar  1 23:30:00 2026\n" + mailFile, MailBox, text.FromMail, "2026-03-01"},
		{"i.docx", docx(t), DOCX, text.FromDocument, "2026-03-01~"},
	} {
		if f := FormatOf(c.file, []byte(c.body), ""); f != c.format {
			t.Errorf("%s: format %s, want %s", c.file, f, c.format)
			continue
		}
		a := read(t, c.file, c.body, Given{})
		if a.Title != "Envoys meet" || a.Text != "Two envoys met on Sunday.\n\nThey agreed." {
			t.Errorf("%s: title %q, text %q", c.file, a.Title, a.Text)
		}
		if a.Published.String() != c.want || a.PublishedFrom != c.from || a.Issued.IsZero() {
			t.Errorf("%s: published %s from %q, issued %s", c.file, a.Published, a.PublishedFrom, a.Issued)
		}
		if c.format == WireXML && c.file != "c.xml" && a.Modified.String() != "2026-03-02T10:00:00+01:00" {
			t.Errorf("%s: modified %s", c.file, a.Modified)
		}
	}
}

func TestWireItemTellsItsFields(t *testing.T) {
	a := read(t, "a.xml", g2Item, Given{})
	if a.ID != "urn:x:1" || a.Origin != "Reuters" || a.Place != "Geneva" || a.Lang != "en" || a.Embargo.String() != "2026-03-02T12:00:00Z" {
		t.Errorf("got %+v", a)
	}
	now := func(h uint8) edtf.Date {
		return edtf.Date{Year: 2026, Month: 3, Day: 2, Hour: h, Unit: edtf.Second, Zoned: true}
	}
	if !Embargoed(&a, now(11)) || Embargoed(&a, now(12)) || Embargoed(&a, edtf.Date{}) {
		t.Error("the embargo ends at noon")
	}
}

func TestWitnessesOfADate(t *testing.T) {
	page := func(head, url string) text.Article {
		return read(t, "p.html", "<html><head>"+head+"</head><body><article><p>"+strings.Repeat("Two envoys met on Sunday and agreed. ", 20)+"</p></article></body></html>", Given{URL: url, Today: edtf.YMD(2026, 3, 10)})
	}
	const (
		ld   = `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2026-03-01"}</script>`
		og   = `<meta property="article:published_time" content="2026-03-02T08:00:00Z">`
		tick = `<time datetime="2026-03-03">3 March</time>`
		url  = "https://example.org/2026/03/04/envoys.html"
	)
	for _, c := range []struct {
		head, url, want string
		from            text.DateFrom
	}{
		{og + ld + tick, url, "2026-03-01", text.FromMetadata},
		{og + tick, url, "2026-03-02", text.FromPage},
		{tick, url, "2026-03-03", text.FromPage},
		{"", url, "2026-03-04", text.FromURL},
		{"", "https://example.org/20261399/x", "", text.FromNowhere},
		{strings.Replace(og, "2026", "2031", 1), url, "2026-03-04", text.FromURL},
		{strings.Replace(og, "2026", "1601", 1), "", "", text.FromNowhere},
		{`<script>var x = {"publishedAt":"2026-03-05T01:00:00Z"}</script>`, "", "2026-03-05", text.FromPage},
		{`</head><body><span class="date">05.03.2026</span>`, "", "2026-03-05", text.FromPage},
		{`</head><body><span class="date">05/03/2026</span>`, "", "", text.FromNowhere},
	} {
		a := page(c.head, c.url)
		if a.Published.String() != c.want || a.PublishedFrom != c.from {
			t.Errorf("%s at %q: got %s from %q, want %s from %q", c.head, c.url, a.Published, a.PublishedFrom, c.want, c.from)
		}
	}
}

func TestCaptureIsNoPublication(t *testing.T) {
	as, fs, err := reader(t).Read("p.html", []byte("<html><body><p>"+strings.Repeat("Two envoys met. ", 20)+"</p></body></html>"), Given{Captured: "2026-03-01T12:00:00Z"})
	if err != nil || !as[0].Published.IsZero() || len(fs) != 1 || fs[0].Code != "captured" {
		t.Errorf("published %s, findings %v, %v", as[0].Published, fs, err)
	}
}

func TestMonthsOfOtherLanguages(t *testing.T) {
	for s, want := range map[string]string{
		"Seg, 24 Set 2018 19:42:40 -0300": "2018-09-24", "mar., 3 févr. 2026 10:00:00 +0100": "2026-02-03", "Di, 3 Mär 2026 10:00:00 +0100": "2026-03-03",
	} {
		a := read(t, "e.rss", strings.Replace(rssFeed, "Sun, 01 Mar 2026 23:30:00 +0100", s, 1), Given{})
		if a.Published.String() != want {
			t.Errorf("%s: got %s", s, a.Published)
		}
	}
}

func TestHostileForeignFiles(t *testing.T) {
	r := reader(t)
	for name, c := range map[string]struct{ file, body, want string }{
		"deep page":          {"a.html", "<html>" + strings.Repeat("<div>", 100_000) + "x", ""},
		"page without text":  {"a.html", "<html><body></body></html>", ""},
		"feed without items": {"a.rss", `<rss version="2.0"><channel></channel></rss>`, "no article"},
		"feed cut off":       {"a.rss", rssFeed[:120], "feed"},
		"PDF that is none":   {"a.pdf", "%PDF-1.4 rubbish", "PDF"},
		"wire cut off":       {"a.xml", g2Item[:600], ""},
		"mail without body":  {"a.eml", "Date: x\r\nSubject: y\r\n\r\n", ""},
		"ninjs of lists":     {"a.json", `{"uri":[1],"headline":{"a":[]},"body_text":7}`, ""},
		"endless brackets":   {"a.json", strings.Repeat("[", 100_000), ""},
		"null bytes":         {"a.html", "<html>\x00\x00<p>x", ""},
		"wrong charset":      {"a.html", "<html><head><meta charset=utf-16></head><body><p>caf\xe9</p></body></html>", ""},
	} {
		as, _, err := r.Read(c.file, []byte(c.body), Given{Today: edtf.YMD(2026, 3, 1)})
		if c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s: got %v, want %q", name, err, c.want)
		}
		for _, a := range as {
			if strings.ToValidUTF8(a.Text, "") != a.Text || strings.Contains(a.Text, "\x00") {
				t.Errorf("%s: text %q", name, a.Text)
			}
		}
	}
}

func FuzzForeign(f *testing.F) {
	for _, s := range []string{g2Item, newsML1Item, nitfItem, ninjsItem, rssFeed, pageFile, mailFile, docx(f)} {
		for _, name := range []string{"a.xml", "a.html", "a.eml", "a.json", "a"} {
			f.Add(name, []byte(s))
		}
	}
	r, err := Load(seeds.FS)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, name string, b []byte) {
		as, _, _ := r.Read(name, b, Given{})
		for _, a := range as {
			if strings.ToValidUTF8(a.Text, "") != a.Text {
				t.Errorf("%q", a.Text)
			}
			for _, m := range a.Marks {
				if m.Start < 0 || m.End > len(a.Text) || m.Start > m.End {
					t.Errorf("mark %v of %d bytes", m, len(a.Text))
				}
			}
		}
	})
}
