package html

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/datelinehq/dateline/timeline"
)

func render(t testing.TB, tl *timeline.Timeline) string {
	t.Helper()
	var b bytes.Buffer
	if err := Render(&b, tl, Options{}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// own is the page without the chart library, which names its licence's address.
func own(t testing.TB, page string) string {
	t.Helper()
	lib, err := assets.ReadFile("vendor/echarts/echarts.min.js")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(page, string(lib)) {
		t.Fatal("the chart library is not in the page as it is")
	}
	return strings.Replace(page, string(lib), "", 1)
}

func TestSameTimelineMakesTheSamePage(t *testing.T) {
	first, second := render(t, small(t)), render(t, small(t))
	if first != second {
		t.Error("two pages of one timeline differ")
	}
}

func TestPageAsksForNothing(t *testing.T) {
	page := own(t, render(t, small(t)))
	if m := regexp.MustCompile(`(?i)(src|href)\s*=\s*["']?(https?:)?//[^"' ]*|\b(?-i:url)\(|@import|fetch\(|XMLHttpRequest|unsafe-inline|<link`).FindString(page); m != "" {
		t.Errorf("the page refers to %q", m)
	}
	if !strings.Contains(page, "default-src &#39;none&#39;") {
		t.Error("no strict Content-Security-Policy")
	}
}

func TestHostileTextIsNoMarkup(t *testing.T) {
	page := own(t, render(t, hostile(t)))
	for _, bad := range []string{"<script>window.hit", "<img src=x", `href="javascript:`, "alert(1)\""} {
		if strings.Contains(page, bad) {
			t.Errorf("the page holds %q", bad)
		}
	}
	if n := strings.Count(page, "</script>"); n != 6 {
		t.Errorf("%d ends of scripts, want 6", n)
	}
}

func TestVendoredLibraryIsTheOneOnRecord(t *testing.T) {
	lib, err := assets.ReadFile("vendor/echarts/echarts.min.js")
	if err != nil {
		t.Fatal(err)
	}
	const want = "b66b25aeb4df84e33199dc21694014d336d222cbd9deb0e5a7c14bd6aa0d0fd0"
	if got := fmt.Sprintf("%x", sha256.Sum256(lib)); got != want {
		t.Errorf("sha256 of echarts.min.js: got %s, want %s", got, want)
	}
}

func TestVendoredOutlinesAreThoseOnRecord(t *testing.T) {
	world, err := assets.ReadFile("vendor/world/countries-110m.json")
	if err != nil {
		t.Fatal(err)
	}
	const want = "2516c915867c7baf18ddec727aec46c315541a07cfb3d79a6559b05d5e94eee8"
	if got := fmt.Sprintf("%x", sha256.Sum256(world)); got != want {
		t.Errorf("sha256 of the outlines: got %s, want %s", got, want)
	}
}

func TestPageWithoutEventsIsSmall(t *testing.T) {
	tl := newBuilder("Empty", "2009-06-20").done(t)
	if n := len(render(t, tl)); n > 1_600_000 {
		t.Errorf("the page without events has %d bytes, more than 1.6 MB", n)
	}
	if strings.Contains(render(t, tl), `id="world"`) {
		t.Error("a page without places carries outlines")
	}
}

func TestTableHoldsEverything(t *testing.T) {
	page := own(t, render(t, small(t)))
	for _, want := range []string{"Tue 23 – Wed 24 June 2009", "July 2009, uncertain", "2008</time> <small>year", "North Korea threatened war", "about Sat 20 June 2009", "Reported without a date"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not hold %q", want)
		}
	}
}

func BenchmarkRender(b *testing.B) {
	tl := many(b, 1000)
	for b.Loop() {
		var out bytes.Buffer
		if err := Render(&out, tl, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
