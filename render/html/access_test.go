package html

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"github.com/datelinehq/dateline/timeline"
)

// TestAccess asks axe-core for faults against WCAG 2.2 AA in every view, light and dark,
// narrow and wide, with a card open. AXE names its file; `make access` fetches it.
func TestAccess(t *testing.T) {
	file := os.Getenv("AXE")
	if file == "" {
		t.Skip("no AXE: make access fetches axe-core and runs this")
	}
	axe, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	pass := chromedp.Func(func(ctx context.Context, tg *chromedp.Target) error {
		_, err := cdp.Call(ctx, tg, cdppage.SetBypassCSP, cdppage.SetBypassCSPParams{Enabled: true})
		return err
	})
	check := func(p *tab, where string) {
		t.Helper()
		js[bool](p, `(window.faults = "", axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}).then((r) => JSON.stringify(r.passes.length < 15 ? [{id: "few-checks", help: "axe checked hardly anything", nodes: []}] : r.violations.map((v) => ({id: v.id, help: v.help, nodes: v.nodes.slice(0, 4).map((n) => n.html.slice(0, 200) + " " + n.failureSummary.slice(0, 300))})))).then((s) => { window.faults = s; }), true)`)
		p.settled(`window.faults !== ""`)
		raw := js[string](p, `window.faults`)
		var vs []struct {
			ID, Help string
			Nodes    []string
		}
		if err := json.Unmarshal([]byte(raw), &vs); err != nil {
			t.Fatal(err)
		}
		for _, v := range vs {
			t.Errorf("%s: %s (%s)\n  %s", where, v.ID, v.Help, strings.Join(v.Nodes, "\n  "))
		}
	}
	for name, tl := range map[string]*timeline.Timeline{"small": small(t), "three hundred": scattered(t, 300)} {
		for _, scheme := range []string{"light", "dark"} {
			p := open(t, tl, "", pass, schemed(scheme))
			p.settled(ready)
			js[bool](p, string(axe)+"\n;true")
			for _, view := range js[[]string](p, `Dateline.page.available`) {
				p.do(`document.getElementById("tab-` + view + `").click()`)
				js[bool](p, `[...document.querySelectorAll("details")].every((d) => { d.open = true; return true })`)
				check(p, fmt.Sprintf("%s, %s, %s", name, scheme, view))
			}
			p.do(`Dateline.page.set({view: "timeline"})`)
			js[bool](p, `(Dateline.page.open(1, {focus: true}), true)`)
			check(p, fmt.Sprintf("%s, %s, card", name, scheme))
			if _, err := chromedp.Call(p.ctx, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: 400, Height: 900, DeviceScaleFactor: 1}); err != nil {
				t.Fatal(err)
			}
			js[bool](p, `(Dateline.page.close(), true)`)
			check(p, fmt.Sprintf("%s, %s, narrow", name, scheme))
		}
	}
}
