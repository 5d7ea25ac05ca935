package html

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"github.com/datelinehq/dateline/timeline"
)

// browser starts Chromium once for all tests. Without one they are left out,
// except in CI, where they must run.
var browser = sync.OnceValues(func() (context.Context, error) {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		path, err := exec.LookPath(name)
		if err != nil {
			continue
		}
		ctx, _ := chromedp.NewExecAllocator(context.Background(), append(chromedp.DefaultExecAllocatorOptions[:],
			chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
			chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.WindowSize(1400, 1000))...)
		ctx, _ = chromedp.NewContext(ctx)
		return ctx, chromedp.Do(ctx)
	}
	return nil, fmt.Errorf("no Chromium in PATH: the browser tests of the page are left out")
})

func TestMain(m *testing.M) {
	code := m.Run()
	if ctx, err := browser(); err == nil {
		_ = chromedp.Cancel(ctx)
	}
	os.Exit(code)
}

// tab is an open page and what it complained about.
type tab struct {
	testing.TB
	ctx   context.Context
	mu    sync.Mutex
	bad   []string
	asked []string
}

// open renders tl and opens it from disk, as a reader does.
func open(t *testing.T, tl *timeline.Timeline, hash string, before ...chromedp.Action[chromedp.Void]) *tab {
	t.Helper()
	b, err := browser()
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, []byte(render(t, tl)), 0o644); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := chromedp.NewContext(b)
	t.Cleanup(cancel)
	ctx, stop := context.WithTimeout(ctx, 40*time.Second)
	t.Cleanup(stop)
	p := &tab{TB: t, ctx: ctx}
	if err := chromedp.Listen(ctx, p.hear); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(ctx, network.Enable, network.EnableParams{}); err != nil {
		t.Fatal(err)
	}
	if err := chromedp.Do(ctx, append(before, chromedp.Navigate("file://"+file+hash))...); err != nil {
		t.Fatal(err)
	}
	return p
}

func (p *tab) hear(ev any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch ev := ev.(type) {
	case *runtime.EventExceptionThrown:
		p.bad = append(p.bad, fmt.Sprintf("%s %+v", ev.ExceptionDetails.Text, ev.ExceptionDetails.Exception))
	case *log.EventEntryAdded:
		p.bad = append(p.bad, ev.Entry.Text)
	case *network.EventRequestWillBeSent:
		if u := ev.Request.URL; !strings.HasPrefix(u, "file:") && !strings.HasPrefix(u, "data:") {
			p.asked = append(p.asked, u)
		}
	}
}

// quiet fails if the page complained or asked for anything.
func (p *tab) quiet() {
	p.Helper()
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.bad) > 0 {
		p.Errorf("the browser complains: %s", strings.Join(p.bad, "; "))
	}
	if len(p.asked) > 0 {
		p.Errorf("the page asks for %v", p.asked)
	}
}

// js evaluates an expression.
func js[T any](p *tab, expr string) T {
	p.Helper()
	v, err := chromedp.Run(p.ctx, chromedp.Evaluate[T](expr))
	if err != nil {
		p.Fatalf("%s: %v", expr, err)
	}
	return v
}

// settled waits until an expression is true.
func (p *tab) settled(expr string) {
	p.Helper()
	for range 100 {
		if js[bool](p, expr) {
			return
		}
		time.Sleep(30 * time.Millisecond)
	}
	p.Errorf("never true: %s", expr)
}

const ready = `document.getElementById("chart").dataset.ready === "true"`

func TestPageOpensWithoutComplaint(t *testing.T) {
	for name, tl := range map[string]*timeline.Timeline{
		"small": small(t), "many": many(t, 1000), "hostile": hostile(t),
		"empty":        newBuilder("Empty", "").done(t),
		"only undated": newBuilder("Tray", "2009").add("", "Something happened", timeline.Occurred).done(t),
	} {
		p := open(t, tl, "")
		if len(tl.Events) > 0 {
			p.settled(ready)
		}
		if js[bool](p, `"hit" in window`) {
			t.Errorf("%s: text of an article ran as script", name)
		}
		p.quiet()
	}
}

func TestClickOnTheChartOpensTheCard(t *testing.T) {
	p := open(t, small(t), "")
	p.settled(ready)
	at := js[[]float64](p, `Board.where("e4")`)
	if err := chromedp.Do(p.ctx, chromedp.MouseClickXY(at[0], at[1])); err != nil {
		t.Fatal(err)
	}
	p.settled(`!document.getElementById("card").hidden`)
	if got := js[string](p, `document.querySelector("#card .cardtitle").textContent`); got != "Talks in Seoul" {
		t.Errorf("the card shows %q", got)
	}
	if got := js[string](p, `location.hash`); got != "#ev=e4" {
		t.Errorf("the address ends with %q", got)
	}
	p.quiet()
}

func TestFilterAndSearch(t *testing.T) {
	p := open(t, small(t), "")
	shown := `[...document.querySelectorAll(".event")].filter(r => !r.hidden).length`
	js[bool](p, `(() => { document.querySelector("input[value=scheduled]").click(); return true })()`)
	if got := js[int](p, shown); got != 5 {
		t.Errorf("without scheduled: %d events, want 5", got)
	}
	js[bool](p, `(() => { const s = document.getElementById("search"); s.value = "north korea"; s.dispatchEvent(new Event("input")); return true })()`)
	if got := js[int](p, shown); got != 2 {
		t.Errorf("with a search: %d events, want 2", got)
	}
	if got := js[string](p, `location.hash`); !strings.Contains(got, "q=north") || !strings.Contains(got, "off=scheduled") {
		t.Errorf("the address does not keep the filter: %q", got)
	}
	p.quiet()
}

func TestLinkToAnEventOpensIt(t *testing.T) {
	p := open(t, small(t), "#ev=e1&lanes=status")
	p.settled(`!document.getElementById("card").hidden`)
	if got := js[string](p, `document.querySelector("#card .cardtitle").textContent`); !strings.Contains(got, "atomic test") {
		t.Errorf("the card shows %q", got)
	}
	p.quiet()
}

func TestDaysDoNotMoveWithTheReadersZone(t *testing.T) {
	var was string
	for _, zone := range []string{"UTC", "Pacific/Pago_Pago", "Pacific/Kiritimati"} {
		p := open(t, small(t), "")
		if _, err := chromedp.Call(p.ctx, emulation.SetTimezoneOverride, emulation.SetTimezoneOverrideParams{TimezoneID: zone}); err != nil {
			t.Fatal(err)
		}
		js[bool](p, `(location.reload(), true)`)
		time.Sleep(300 * time.Millisecond)
		p.settled(ready)
		at := js[string](p, `["e0","e2","e4"].map(id => Board.where(id).map(Math.round)).join(" ")`)
		if was == "" {
			was = at
		}
		if at != was {
			t.Errorf("in %s the events stand at %s, in UTC at %s", zone, at, was)
		}
	}
}

func TestTableIsThereWithoutScripts(t *testing.T) {
	b, err := browser()
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, []byte(render(t, small(t))), 0o644); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := chromedp.NewContext(b)
	defer cancel()
	if _, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
	if err := chromedp.Do(ctx, chromedp.Navigate("file://"+file)); err != nil {
		t.Fatal(err)
	}
	text, err := chromedp.Run(ctx, chromedp.Text("#events"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Tue 23 – Wed 24 June 2009", "Talks in Seoul", "May 2009"} {
		if !strings.Contains(text, want) {
			t.Errorf("without scripts the table lacks %q: %q", want, text)
		}
	}
}
