package html

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"github.com/datelinehq/dateline/timeline"
)

// TestShots takes pictures of the page for the eye: SHOTS=DIR says where to, PAGES=DIR
// holds timeline.json files beside the made-up ones, and ONLY picks by name. See `make
// shots`.
func TestShots(t *testing.T) {
	dir := os.Getenv("SHOTS")
	if dir == "" {
		t.Skip("pictures are taken by make shots")
	}
	sets := map[string]*timeline.Timeline{"small": small(t), "fifty": scattered(t, 50), "thousand": scattered(t, 1000), "dense": scattered(t, 20000)}
	files, _ := filepath.Glob(filepath.Join(os.Getenv("PAGES"), "*", "timeline.json"))
	for _, f := range files {
		r, err := os.Open(f)
		if err != nil {
			t.Fatal(err)
		}
		tl, err := timeline.Read(r)
		r.Close()
		if err != nil {
			t.Fatal(err)
		}
		sets[filepath.Base(filepath.Dir(f))] = tl
	}
	for _, s := range []struct {
		name, set, hash string
		width, height   int64
		dark, print     bool
	}{
		{"beijing", "beijing", "", 1400, 1000, false, false},
		{"beijing-dark", "beijing", "#ev=", 1400, 1000, true, false},
		{"a380", "a380", "", 1400, 1000, false, false},
		{"a380-phone", "a380", "", 400, 900, false, false},
		{"a380-print", "a380", "", 800, 1100, false, true},
		{"a380-ahead", "a380", "#view=ahead", 1400, 900, false, false},
		{"a380-clocks", "a380", "#view=clocks", 1400, 900, false, false},
		{"a380-network", "a380", "#view=network", 1400, 900, false, false},
		{"a380-card", "a380", "#ev=", 1400, 1000, false, false},
		{"thousand-zoom", "thousand", "#from=2009-01-01&to=2009-05-01&lanes=none", 1400, 1000, false, false},
		{"thousand-narrow-card", "thousand", "#ev=", 400, 900, true, false},
		{"small", "small", "#lanes=status", 1400, 900, false, false},
		{"fifty", "fifty", "", 1400, 1100, false, false},
		{"thousand", "thousand", "#lanes=place", 1400, 1000, false, false},
		{"thousand-dark", "thousand", "#lanes=type", 1400, 1000, true, false},
		{"thousand-calendar", "thousand", "#view=calendar", 1400, 1000, false, false},
		{"thousand-curve", "thousand", "#view=curve", 1400, 1000, false, false},
		{"thousand-flow", "thousand", "#view=flow", 1400, 1000, false, false},
		{"thousand-map", "thousand", "#view=map", 1400, 1000, false, false},
		{"thousand-table", "thousand", "#view=table", 1400, 1000, false, false},
		{"dense", "dense", "#lanes=none", 1400, 1000, false, false},
	} {
		if only := os.Getenv("ONLY"); only != "" && !strings.Contains(s.name, only) || sets[s.set] == nil {
			continue
		}
		hash := s.hash
		if hash == "#ev=" {
			hash += sets[s.set].Events[0].ID
		}
		scheme := "light"
		if s.dark {
			scheme = "dark"
		}
		p := open(t, sets[s.set], hash, sized(s.width, s.height), schemed(scheme))
		p.settled(`document.documentElement.dataset.settled > ""`)
		time.Sleep(700 * time.Millisecond)
		file := filepath.Join(dir, s.name)
		if s.print {
			if err := chromedp.Do(p.ctx, onPaper()); err != nil {
				t.Fatal(err)
			}
			js[bool](p, `(Dateline.page.paper(true), true)`)
			time.Sleep(500 * time.Millisecond)
		}
		out, err := chromedp.Run(p.ctx, chromedp.CaptureScreenshot())
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file+".png", out, 0o644); err != nil {
			t.Fatal(err)
		}
		p.quiet()
	}
}

func sized(w, h int64) chromedp.Action[chromedp.Void] { return chromedp.EmulateViewport(w, h) }

func schemed(scheme string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
		return err
	})
}

func onPaper() chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
		return err
	})
}
