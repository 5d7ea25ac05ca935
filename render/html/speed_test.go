package html

import (
	"fmt"
	"os"
	"testing"
	"time"

	"context"
	"github.com/chromedp/cdproto/cdp"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// BenchmarkOpen tells how long a page takes until it can be used, and the longest task
// of its main thread after that, while it is filtered, zoomed and searched. The page
// counts its long tasks from its first line on.
func BenchmarkOpen(b *testing.B) {
	sizes := []int{1000, 20000}
	if os.Getenv("HUGE") != "" {
		sizes = append(sizes, 100000)
	}
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			tl := scattered(b, n)
			size := len(render(b, tl))
			for b.Loop() {
				p := open(b, tl, "", watchTasks())
				p.settled(`document.documentElement.dataset.settled > ""`)
				b.ReportMetric(js[float64](p, `performance.getEntriesByName("usable")[0]?.startTime ?? -1`), "ms-usable")
				b.ReportMetric(js[float64](p, `Math.max(0, ...tasks.map((t) => t[1]))`), "ms-longest-open")
				for name, step := range map[string]string{
					"filter": `Dateline.page.set({facets: {...Dateline.page.state.facets, status: ["scheduled"]}})`,
					"clear":  `Dateline.page.set({facets: {...Dateline.page.state.facets, status: []}})`,
					"zoom":   `Dateline.page.zoom(0.3)`,
					"search": `Dateline.page.set({q: "sanctions"})`,
					"sort":   `Dateline.page.set({q: "", sort: "title"})`,
				} {
					js[bool](p, `(tasks.length = 0, `+step+`, true)`)
					time.Sleep(2500 * time.Millisecond)
					b.ReportMetric(js[float64](p, `Math.max(0, ...tasks.map((t) => t[1]))`), "ms-longest-"+name)
				}
				b.ReportMetric(float64(size)/1e6, "MB")
				p.quiet()
			}
		})
	}
}

// watchTasks counts tasks of the main thread that take 50 ms and more.
func watchTasks() chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, cdppage.AddScriptToEvaluateOnNewDocument, cdppage.AddScriptToEvaluateOnNewDocumentParams{
			Source: `window.tasks = []; new PerformanceObserver((l) => { for (const e of l.getEntries()) tasks.push([e.startTime, e.duration]); }).observe({ type: "longtask", buffered: true });`,
		})
		return err
	})
}
