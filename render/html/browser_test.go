package html

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/edition"
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
func open(t testing.TB, tl *timeline.Timeline, hash string, before ...chromedp.Action[chromedp.Void]) *tab {
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
	return visit(t, b, file, hash, before...)
}

// visit opens a file in a tab of its own.
func visit(t testing.TB, b context.Context, file, hash string, before ...chromedp.Action[chromedp.Void]) *tab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(b)
	t.Cleanup(cancel)
	ctx, stop := context.WithTimeout(ctx, 3*time.Minute)
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

const ready = `document.documentElement.dataset.settled > ""`

// do runs a statement and waits until the page has drawn what came of it.
func (p *tab) do(statement string) {
	p.Helper()
	before := js[string](p, `document.documentElement.dataset.settled || ""`)
	js[bool](p, `(() => { `+statement+`; return true })()`)
	p.settled(`document.documentElement.dataset.settled !== "` + before + `"`)
}

// rows are the titles in the table.
const rows = `[...document.querySelectorAll("#list-body .event .open")].map((b) => b.textContent)`

func TestPageOpensWithoutComplaint(t *testing.T) {
	for name, tl := range map[string]*timeline.Timeline{
		"small": small(t), "many": many(t, 1000), "hostile": hostile(t),
		"empty":        newBuilder("Empty", "").done(t),
		"only undated": newBuilder("Tray", "2009").add("", "Something happened", timeline.Occurred).done(t),
		"one":          newBuilder("One", "").add("2009", "Something happened", timeline.Occurred).done(t),
	} {
		p := open(t, tl, "")
		p.settled(ready)
		for _, view := range js[[]string](p, `Dateline.page.available`) {
			p.do(`document.getElementById("tab-` + view + `").click()`)
		}
		if n := len(tl.Events) + len(tl.Undated); n > 0 {
			p.do(`Dateline.page.set({view: "timeline"})`)
			js[bool](p, `[...Array(Math.min(Dateline.page.data.n, 8)).keys()].every((i) => { Dateline.page.open(i); return true })`)
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
	at := js[[]float64](p, `Dateline.page.timeline.spot(Dateline.page.data.byID.get("e4"))`)
	if err := chromedp.Do(p.ctx, chromedp.MouseClickXY(at[0], at[1])); err != nil {
		t.Fatal(err)
	}
	p.settled(`!document.getElementById("card").hidden`)
	if got := js[string](p, `document.getElementById("card-title").textContent`); got != "Talks in Seoul" {
		t.Errorf("the card shows %q", got)
	}
	if got := js[string](p, `location.hash`); got != "#ev=e4" {
		t.Errorf("the address ends with %q", got)
	}
	p.quiet()
}

func TestCardShowsTheEvidence(t *testing.T) {
	p := open(t, small(t), "#ev=e1&lanes=status")
	p.settled(`!document.getElementById("card").hidden`)
	text := js[string](p, `document.getElementById("card").innerText`)
	for _, want := range []string{"North Korea conducted an atomic test", "May 2009", "2009-05", "sometime within this time", "occurred", "The Paper", "bytes", "date(2009)", "Copy citation"} {
		if !strings.Contains(text, want) {
			t.Errorf("the card lacks %q: %s", want, text)
		}
	}
	p.quiet()
}

func TestEveryFacetFilters(t *testing.T) {
	p := open(t, scattered(t, 300), "#view=table")
	p.settled(ready)
	for _, key := range js[[]string](p, `Dateline.page.filter.keys`) {
		got := js[[]int](p, `(() => { const f = Dateline.page.filter, c = f.counts["`+key+`"]; const k = c.findIndex((n) => n > 0); return [k, k < 0 ? 0 : c[k]] })()`)
		if got[0] < 0 {
			continue
		}
		name := js[string](p, fmt.Sprintf(`Dateline.page.filter.facets[%q].names[%d]`, key, got[0]))
		p.do(fmt.Sprintf(`Dateline.page.on.choose(%q, [%q])`, key, name))
		if n := js[int](p, `Dateline.page.filter.dated + Dateline.page.filter.undated`); n != got[1] {
			t.Errorf("%s = %s: the count said %d, %d are shown", key, name, got[1], n)
		}
		if !strings.Contains(js[string](p, `location.hash`), key+"=") {
			t.Errorf("the address does not keep %s", key)
		}
		p.do(`document.getElementById("reset").click()`)
	}
	p.do(`document.querySelector("#facets .f-status input").click()`)
	if n := js[int](p, `Dateline.page.state.facets.status.length`); n != 1 {
		t.Errorf("a press on a value chose %d", n)
	}
	p.quiet()
}

func TestSearchFindsTitlesNamesAndQuotes(t *testing.T) {
	tl := small(t)
	tl.Events[2].Title = "Envoy arrives"
	p := open(t, tl, "#view=table")
	p.settled(ready)
	p.do(`const s = document.getElementById("search"); s.value = "north korea"; s.dispatchEvent(new Event("input"))`)
	if got := js[[]string](p, rows); len(got) != 2 {
		t.Errorf("north korea: %q", got)
	}
	p.do(`const s = document.getElementById("search"); s.value = "\"an envoy\""; s.dispatchEvent(new Event("input"))`)
	p.settled(rows + `.join() === "Envoy arrives"`)
	if got := js[string](p, `location.hash`); !strings.Contains(got, "q=%22an%20envoy%22") {
		t.Errorf("the address does not keep the search: %q", got)
	}
	p.quiet()
}

func TestBackAndForward(t *testing.T) {
	p := open(t, small(t), "")
	p.settled(ready)
	p.do(`Dateline.page.set({view: "table"})`)
	p.do(`Dateline.page.on.choose("status", ["scheduled"])`)
	if got := js[[]string](p, rows); len(got) != 2 {
		t.Errorf("scheduled: %q", got)
	}
	p.do(`history.back()`)
	if got := js[[]string](p, rows); len(got) != 7 || js[string](p, `Dateline.page.state.view`) != "table" {
		t.Errorf("after going back: %q", got)
	}
	p.do(`history.back()`)
	if got := js[string](p, `Dateline.page.state.view`); got != "timeline" {
		t.Errorf("after going back twice: %s", got)
	}
	p.do(`history.go(2)`)
	if got := js[[]string](p, rows); len(got) != 2 {
		t.Errorf("after going forward: %q", got)
	}
	p.quiet()
}

func TestWindowOfTimeFiltersAll(t *testing.T) {
	p := open(t, small(t), "#from=2009-06-22&to=2009-06-30")
	p.settled(ready)
	if got := js[[]string](p, rows); len(got) != 3 { // two talks, and what has no bounds
		t.Errorf("the table has %q", got)
	}
	p.do(`document.getElementById("fit").click()`)
	if got := js[[]string](p, rows); len(got) != 7 {
		t.Errorf("after the whole time: %q", got)
	}
	p.do(`document.querySelector(".strip-handle.from").dispatchEvent(new KeyboardEvent("keydown", {key: "ArrowRight", shiftKey: true, bubbles: true}))`)
	if got := js[string](p, `location.hash`); !strings.Contains(got, "from=") {
		t.Errorf("a key on the strip left %q", got)
	}
	p.quiet()
}

// press sends keys as a person would.
func (p *tab) press(keys ...string) {
	p.Helper()
	for _, k := range keys {
		if err := chromedp.Do(p.ctx, chromedp.KeyEvent(k)); err != nil {
			p.Fatal(err)
		}
	}
}

func TestKeyboardAlone(t *testing.T) {
	p := open(t, small(t), "")
	p.settled(ready)
	focus := `document.activeElement.id || document.activeElement.className`
	var way []string
	for range 60 {
		p.press(kb.Tab)
		way = append(way, js[string](p, focus))
		if way[len(way)-1] == "chart-keys" {
			break
		}
	}
	if way[len(way)-1] != "chart-keys" {
		t.Fatalf("tabs do not come to the chart: %q", way)
	}
	p.press(kb.Home, kb.ArrowRight, kb.ArrowRight)
	said := js[string](p, `document.getElementById(document.getElementById("chart-keys").getAttribute("aria-activedescendant")).textContent`)
	if !strings.Contains(said, "An envoy arrived, Fri 19 June 2009, occurred") {
		t.Errorf("the third mark says %q", said)
	}
	if js[bool](p, `document.getElementById("ring").hidden`) {
		t.Error("the mark has no ring")
	}
	p.press(kb.Enter)
	p.settled(`document.activeElement.id === "card-title"`)
	p.press(kb.Escape)
	p.settled(`document.getElementById("card").hidden && document.activeElement.id === "chart-keys"`)
	js[bool](p, `(document.querySelector("#list-body .open").focus(), true)`)
	p.press(kb.ArrowDown, kb.Enter)
	p.settled(`document.activeElement.id === "card-title"`)
	if got := js[string](p, `document.getElementById("card-title").textContent`); got != "North Korea conducted an atomic test" {
		t.Errorf("the second row opened %q", got)
	}
	p.quiet()
}

func TestSorting(t *testing.T) {
	p := open(t, small(t), "#view=table")
	p.settled(ready)
	p.do(`document.querySelector("th.c-title button").click()`)
	got := js[[]string](p, rows)
	if !slices.IsSorted(got[:6]) || js[string](p, `document.querySelector("th.c-title").getAttribute("aria-sort")`) != "ascending" {
		t.Errorf("by title: %q", got)
	}
	p.do(`document.querySelector("th.c-title button").click()`)
	got = js[[]string](p, rows)
	slices.Reverse(got[:6])
	if !slices.IsSorted(got[:6]) || got[6] != "North Korea threatened war" {
		t.Errorf("by title, reversed: %q", got)
	}
	p.quiet()
}

func TestLongTableHasPages(t *testing.T) {
	p := open(t, many(t, 1000), "#view=table&page=3")
	p.settled(ready)
	got := js[[]string](p, rows)
	if len(got) != 100 || got[0] != "Event number 200 happened here" {
		t.Errorf("page 3 has %d rows and begins with %q", len(got), got[0])
	}
	if n := js[string](p, `document.querySelector("table.events").getAttribute("aria-rowcount")`); n != "1001" {
		t.Errorf("aria-rowcount: %s", n)
	}
}

func TestNarrowScreenHasTheVerticalTimeline(t *testing.T) {
	p := open(t, small(t), "", sized(400, 900))
	p.settled(ready)
	if w := js[int](p, `document.documentElement.scrollWidth`); w > 400 {
		t.Errorf("the page is %d pixels wide on a screen of 400", w)
	}
	if got := js[[]string](p, `[...document.querySelectorAll("tr.period")].filter((r) => r.offsetHeight > 0).map((r) => r.textContent)`); len(got) != 5 || got[0] != "2008" || got[1] != "May 2009" {
		t.Errorf("headings: %q", got)
	}
	p.quiet()
}

func TestDaysDoNotMoveWithTheReadersZone(t *testing.T) {
	var was string
	for _, zone := range []string{"UTC", "Pacific/Pago_Pago", "Pacific/Kiritimati"} {
		p := open(t, small(t), "#view=calendar", chromedp.Func(func(ctx context.Context, tg *chromedp.Target) error {
			_, err := cdp.Call(ctx, tg, emulation.SetTimezoneOverride, emulation.SetTimezoneOverrideParams{TimezoneID: zone})
			return err
		}))
		p.settled(ready)
		days := js[string](p, `[...document.querySelectorAll(".figures td:first-child")].map((d) => d.textContent).join(" ")`)
		p.do(`Dateline.page.set({view: "timeline", from: 14418, to: 14430})`)
		at := days + " " + js[string](p, `["e3","e4"].map((id) => Dateline.page.timeline.spot(Dateline.page.data.byID.get(id)).map(Math.round)).join(" ") + location.hash`)
		if was == "" {
			was = at
		}
		if at != was {
			t.Errorf("in %s: %s, in UTC: %s", zone, at, was)
		}
		p.quiet()
	}
	if !strings.Contains(was, "2009-06-19 2009-06-26") || !strings.Contains(was, "from=2009-06-23&to=2009-07-05") {
		t.Errorf("days: %s", was)
	}
}

func TestPrintIsComplete(t *testing.T) {
	p := open(t, many(t, 400), "", schemed("dark"))
	p.settled(ready)
	out, err := chromedp.Call(p.ctx, cdppage.PrintToPDF, cdppage.PrintToPDFParams{PrintBackground: new(true)})
	if err != nil {
		t.Fatal(err)
	}
	if len(out.Data) < 20000 || !bytes.HasPrefix(out.Data, []byte("%PDF")) {
		t.Errorf("the print is %d bytes", len(out.Data))
	}
	if n := bytes.Count(out.Data, []byte("/Type /Page\n")) + bytes.Count(out.Data, []byte("/Type /Page ")); n == 1 {
		t.Errorf("400 events on %d pages", n)
	}
	p.quiet()
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
	text, err := chromedp.Run(ctx, chromedp.Text(".plainpage"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Tue 23 – Wed 24 June 2009", "Talks in Seoul", "May 2009"} {
		if !strings.Contains(text, want) {
			t.Errorf("without scripts the table lacks %q: %q", want, text)
		}
	}
}

func TestWhatChangedSinceAnEarlierEdition(t *testing.T) {
	b, err := browser()
	if err != nil {
		t.Skip(err)
	}
	// Editions know events by their IDs, which here only count.
	before, now := earlier(t), small(t)
	for _, list := range [][]timeline.Event{before.Events, before.Undated, now.Events, now.Undated} {
		for i := range list {
			list[i].ID = strings.ReplaceAll(list[i].Title, " ", "-")
		}
	}
	var page bytes.Buffer
	if err := Render(&page, now, Options{Changes: edition.Compare(before, now)}); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, page.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	p := visit(t, b, file, "")
	p.settled(ready)
	for kind, want := range map[string]string{"new": "An envoy arrived", "moved": "Flournoy will lead the delegation", "sharper": "North Korea conducted an atomic test", "status": "Talks in Seoul"} {
		p.do(`Dateline.page.on.choose("change", ["` + kind + `"])`)
		if got := js[[]string](p, rows); len(got) != 1 || got[0] != want {
			t.Errorf("%s: %q, want %q", kind, got, want)
		}
	}
	p.do(`document.getElementById("reset").click()`)
	// Former places of the meeting and of the test, and the minister who resigned.
	if n := js[int](p, `Dateline.page.timeline.ghosts(Dateline.page.timeline.L, {}).length`); n != 3 {
		t.Errorf("%d ghosts, want 3", n)
	}
	js[bool](p, `(Dateline.page.open(3), true)`)
	if got := js[string](p, `document.querySelector("#card .changed").textContent`); !strings.Contains(got, "from Thu 25 – Fri 26 June 2009 to Tue 23 – Wed 24 June 2009") {
		t.Errorf("the card says of the move: %q", got)
	}
	p.quiet()
}

func TestBubblesOpen(t *testing.T) {
	p := open(t, scattered(t, 1500), "#lanes=none")
	p.settled(ready)
	at := js[[]float64](p, `(() => { const m = Dateline.page.timeline.marks.filter((m) => m.crowd).sort((a, b) => b.events.length - a.events.length)[0], b = document.getElementById("chart").getBoundingClientRect(); return [b.left + m.x, b.top + m.y, m.events.length] })()`)
	if at[2] < 3 {
		t.Fatalf("the largest bubble holds %v", at[2])
	}
	if err := chromedp.Do(p.ctx, chromedp.MouseClickXY(at[0], at[1])); err != nil {
		t.Fatal(err)
	}
	p.settled(`location.hash.includes("from=")`)
	// What cannot be parted by going nearer is listed.
	js[bool](p, `(Dateline.page.crowd({crowd: true, events: [5, 3], from: 12000, to: 12001}), true)`)
	if n := js[int](p, `document.querySelectorAll("#card .picklist button").length`); n != 2 {
		t.Errorf("the list has %d events, want 2", n)
	}
	p.quiet()
}

func TestLanesHaveTheChosenKindAndOrder(t *testing.T) {
	p := open(t, small(t), "#lanes=actor&order=name")
	p.settled(ready)
	lanes := `Dateline.page.timeline.L.lanes.map((l) => l.name).join(", ")`
	if got := js[string](p, lanes); got != "China, North Korea, South Korea, United States" {
		t.Errorf("by name: %s", got)
	}
	p.do(`const s = document.getElementById("lanes"); s.value = "status"; s.dispatchEvent(new Event("change"))`)
	p.do(`Dateline.page.set({order: "count"})`)
	if got := js[string](p, lanes); got != "occurred, scheduled, proposed" {
		t.Errorf("by status: %s", got)
	}
	p.quiet()
}

func TestNoLabelCoversAnother(t *testing.T) {
	for _, hash := range []string{"#lanes=none", "#lanes=actor", "#lanes=place&from=2009-01-01&to=2009-03-01"} {
		p := open(t, scattered(t, 1000), hash)
		p.settled(ready)
		if got := js[string](p, `(() => {
			const ms = Dateline.page.timeline.marks.filter((m) => !m.crowd).map((m) => m.ring);
			for (let i = 0; i < ms.length; i++) for (let k = i + 1; k < ms.length; k++) {
				const a = ms[i], b = ms[k];
				// Rings have 4 pixels of air on each side.
				if (Math.abs(a.y - b.y) < 5 && a.x + 4 < b.x + b.width - 5 && b.x + 4 < a.x + a.width - 5) return JSON.stringify([a, b]);
			}
			return "";
		})()`); got != "" {
			t.Errorf("%s: %s", hash, got)
		}
	}
}
