package html

import (
	"bytes"
	"strings"
	"testing"
)

func TestAccentMustBeReadable(t *testing.T) {
	for _, c := range []struct {
		colour   string
		dark, ok bool
	}{
		{"", false, true}, {"#1d6079", false, true}, {"#ffee00", false, false}, {"#ffee00", true, true}, {"#000000", true, false},
		{"red", false, false}, {"#fff", false, false}, {"#1d6079;}body{display:none", false, false}, {"url(x)", false, false},
	} {
		if err := CheckAccent(c.colour, c.dark); (err == nil) != c.ok {
			t.Errorf("%q, dark %v: %v", c.colour, c.dark, err)
		}
	}
}

func TestThemeIsInThePage(t *testing.T) {
	var b bytes.Buffer
	png := append([]byte("\x89PNG\r\n\x1a\n"), make([]byte, 40)...)
	err := Render(&b, small(t), Options{Language: "de", Theme: Theme{Accent: "#7a1f4f", Name: "Desk & Co", Logo: png}, Views: []View{{"Nur geplant", "status=scheduled"}}})
	if err != nil {
		t.Fatal(err)
	}
	page := own(t, b.String())
	for _, want := range []string{"--accent:#7a1f4f", `<html lang="de">`, "Ohne Datum berichtet", "Juli 2009, unsicher", `alt="Desk &amp; Co"`, "data:image/png;base64,", "Nur geplant"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
}

func TestWhatIsNoThemeIsRefused(t *testing.T) {
	for name, o := range map[string]Options{
		"colour": {Theme: Theme{Accent: "red"}}, "no image": {Theme: Theme{Logo: []byte("<html><svg>")}}, "too large": {Theme: Theme{Logo: bytes.Repeat([]byte("GIF8"), MaxLogo)}},
		"language": {Language: "xx"}, "language from elsewhere": {Language: "../words/en"}, "template": {Template: []byte("{{.Nothing}}")},
	} {
		if err := Render(&bytes.Buffer{}, small(t), o); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestOwnTemplate(t *testing.T) {
	var b bytes.Buffer
	if err := Render(&b, small(t), Options{Template: []byte(`<p>{{.Title}}: {{len .Events}}</p>`)}); err != nil {
		t.Fatal(err)
	}
	if b.String() != "<p>Talks in Beijing: 6</p>" {
		t.Errorf("got %q", b.String())
	}
}
