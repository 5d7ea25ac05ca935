package html

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
)

// Theme is what a house may change of the page's look.
type Theme struct {
	// Accent and AccentDark are the one colour of controls, as "#1d6079", on light
	// and on dark ground; empty keeps Dateline's.
	Accent, AccentDark string
	// Logo is the bytes of a PNG, JPEG, GIF, WebP or SVG image, at most MaxLogo.
	Logo []byte
	// Name is the house's name, beside or instead of the logo.
	Name string
}

// MaxLogo is the greatest size of a logo, in bytes.
const MaxLogo = 200 << 10

// The grounds of style/10-base.css, on which an accent must be readable.
const (
	lightGround = "#ffffff"
	darkGround  = "#1d2125"
)

var hexColour = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)

// CheckAccent refuses what is no colour, and what cannot be read on its ground: WCAG
// 2.2 wants a contrast of 4.5 for text.
func CheckAccent(colour string, dark bool) error {
	if colour == "" {
		return nil
	}
	if !hexColour.MatchString(colour) {
		return fmt.Errorf("%q is no colour; write it as #1d6079", colour)
	}
	ground := lightGround
	if dark {
		ground = darkGround
	}
	if c := contrast(colour, ground); c < 4.5 {
		return fmt.Errorf("%s has a contrast of %.1f to the page's ground %s; it must be 4.5 to be read", colour, c, ground)
	}
	return nil
}

// contrast is the ratio of WCAG 2.2, from 1 to 21.
func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + .05) / (min(x, y) + .05)
}

func luminance(colour string) float64 {
	l := 0.0
	for i, share := range []float64{.2126, .7152, .0722} {
		n, _ := strconv.ParseUint(colour[1+2*i:3+2*i], 16, 8)
		c := float64(n) / 255
		if c <= .04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+.055)/1.055, 2.4)
		}
		l += share * c
	}
	return l
}

// style is the theme as CSS, empty if it changes nothing.
func (t Theme) style() (string, error) {
	if err := errors.Join(CheckAccent(t.Accent, false), CheckAccent(t.AccentDark, true)); err != nil {
		return "", fmt.Errorf("accent: %w", err)
	}
	var b strings.Builder
	if t.Accent != "" {
		fmt.Fprintf(&b, ":root{--accent:%s}", t.Accent)
	}
	if t.AccentDark != "" {
		fmt.Fprintf(&b, "@media screen and (prefers-color-scheme:dark){:root{--accent:%s}}", t.AccentDark)
	} else if t.Accent != "" {
		// The default of the dark ground must not be lost to the rule above.
		b.WriteString("@media screen and (prefers-color-scheme:dark){:root{--accent:#84c1dc}}")
	}
	return b.String(), nil
}

// logo is the logo as a data address.
func (t Theme) logo() (string, error) {
	if len(t.Logo) == 0 {
		return "", nil
	}
	if len(t.Logo) > MaxLogo {
		return "", fmt.Errorf("logo: %d bytes; at most %d are taken", len(t.Logo), MaxLogo)
	}
	kind := imageKind(t.Logo)
	if kind == "" {
		return "", errors.New("logo: no PNG, JPEG, GIF, WebP or SVG image")
	}
	return "data:" + kind + ";base64," + base64.StdEncoding.EncodeToString(t.Logo), nil
}

// imageKind is the media type of an image by its first bytes, empty for anything else.
func imageKind(b []byte) string {
	for _, k := range []struct{ magic, kind string }{{"\x89PNG\r\n\x1a\n", "png"}, {"\xff\xd8\xff", "jpeg"}, {"GIF8", "gif"}} {
		if bytes.HasPrefix(b, []byte(k.magic)) {
			return "image/" + k.kind
		}
	}
	head := b[:min(len(b), 1024)]
	switch {
	case len(b) > 12 && string(b[:4]) == "RIFF" && string(b[8:12]) == "WEBP":
		return "image/webp"
	case bytes.Contains(head, []byte("<svg")) && (bytes.HasPrefix(bytes.TrimSpace(head), []byte("<svg")) || bytes.HasPrefix(bytes.TrimSpace(head), []byte("<?xml"))):
		return "image/svg+xml"
	}
	return ""
}
