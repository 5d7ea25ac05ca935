package fetch

import (
	"context"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// clock is a clock that only moves when somebody sleeps.
type clock struct {
	mu    sync.Mutex
	now   time.Time
	slept []time.Duration
}

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) Sleep(_ context.Context, d time.Duration) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
	c.slept = append(c.slept, d)
	return nil
}

// site is a server whose pages are functions, and what was asked of it.
type site struct {
	*httptest.Server
	mu    sync.Mutex
	asked []string
}

func serve(t *testing.T, pages map[string]http.HandlerFunc) *site {
	t.Helper()
	s := &site{}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		s.asked = append(s.asked, r.URL.Path)
		s.mu.Unlock()
		if h := pages[r.URL.Path]; h != nil {
			h(w, r)
			return
		}
		http.NotFound(w, r)
	}))
	t.Cleanup(func() {
		s.CloseClientConnections()
		s.Close()
	})
	return s
}

func (s *site) count(path string) (n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, a := range s.asked {
		if a == path {
			n++
		}
	}
	return n
}

func send(kind, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", kind)
		fmt.Fprint(w, body)
	}
}

func lead(to string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, to, http.StatusFound) }
}

// options reach the test's own server, which lies in a private network.
func options(c *clock) Options {
	return Options{Now: c.Now, Sleep: c.Sleep, Allow: []string{"127.0.0.1"}, Timeout: 2 * time.Second}
}

func started() *clock { return &clock{now: time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)} }

func get(t *testing.T, dir string, feeds, pages []string, opt Options) []Outcome {
	t.Helper()
	out, err := Run(t.Context(), dir, feeds, pages, opt)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

const article = "<html><title>Talks</title><p>Two envoys met in Geneva on Tuesday.</p></html>"

func TestPageIsKeptWithWhatIsKnownOfIt(t *testing.T) {
	s := serve(t, map[string]http.HandlerFunc{"/a": send("text/html; charset=utf-8", article)})
	dir := t.TempDir()
	out := get(t, dir, nil, []string{s.URL + "/a"}, options(started()))
	if out[0].Result != New {
		t.Fatalf("got %+v", out[0])
	}
	if b, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(out[0].File))); err != nil || string(b) != article {
		t.Errorf("stored %q, %v", b, err)
	}
	notes, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(out[0].File)+metaExt))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"url: " + s.URL + "/a", "fetched: 2026-03-01T12:00:", "sha256: " + hash([]byte(article)), "name: Content-Type"} {
		if !strings.Contains(string(notes), want) {
			t.Errorf("the notes lack %q:\n%s", want, notes)
		}
	}
}

func TestUnchangedPageIsNotSentAgain(t *testing.T) {
	sent := 0
	s := serve(t, map[string]http.HandlerFunc{
		"/tagged": func(w http.ResponseWriter, r *http.Request) {
			if w.Header().Set("Etag", `"v1"`); r.Header.Get("If-None-Match") == `"v1"` {
				w.WriteHeader(http.StatusNotModified)
				return
			}
			sent++
			send("text/html", article)(w, r)
		},
		"/plain": send("text/html", article),
	})
	dir, pages := t.TempDir(), []string{s.URL + "/tagged", s.URL + "/plain"}
	get(t, dir, nil, pages, options(started()))
	for _, o := range get(t, dir, nil, pages, options(started())) {
		if o.Result != Unchanged || o.File == "" {
			t.Errorf("the second time: %+v", o)
		}
	}
	if sent != 1 {
		t.Errorf("the tagged page was sent %d times", sent)
	}
}

func TestChangedPageLeavesTheFormerOne(t *testing.T) {
	body := article
	s := serve(t, map[string]http.HandlerFunc{"/a": func(w http.ResponseWriter, r *http.Request) { send("text/html", body)(w, r) }})
	dir := t.TempDir()
	get(t, dir, nil, []string{s.URL + "/a"}, options(started()))
	body = strings.Replace(article, "Two", "Three", 1)
	if o := get(t, dir, nil, []string{s.URL + "/a"}, options(started()))[0]; o.Result != Changed {
		t.Errorf("got %+v", o)
	}
	var now, former []string
	_ = fs.WalkDir(os.DirFS(dir), ".", func(p string, d fs.DirEntry, _ error) error {
		b, _ := os.ReadFile(filepath.Join(dir, p))
		switch {
		case strings.HasPrefix(p, "pages/") && strings.HasSuffix(p, ".html"):
			now = append(now, string(b))
		case strings.HasPrefix(p, "former/") && strings.HasSuffix(p, ".html"):
			former = append(former, string(b))
		}
		return nil
	})
	if !slices.Equal(now, []string{body}) || !slices.Equal(former, []string{article}) {
		t.Errorf("pages %q, former %q", now, former)
	}
}

func TestHalfWrittenPageIsGotAnew(t *testing.T) {
	s := serve(t, map[string]http.HandlerFunc{"/a": send("text/html", article)})
	dir := t.TempDir()
	o := get(t, dir, nil, []string{s.URL + "/a"}, options(started()))[0]
	if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(o.File)), []byte("half"), 0o644); err != nil {
		t.Fatal(err)
	}
	if o = get(t, dir, nil, []string{s.URL + "/a"}, options(started()))[0]; o.Result != New {
		t.Errorf("got %+v", o)
	}
}

func TestFeedNamesPages(t *testing.T) {
	rss := `<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>
<item><title>One</title><link>/one</link><pubDate>Sun, 01 Mar 2026 08:00:00 GMT</pubDate></item>
<item><title>Two</title><link>/two#top</link></item>
<item><title>Two again</title><link>/two</link></item>
<item><title>No page</title><link>javascript:alert(1)</link></item>
<item><title>Three</title><link>/three</link></item></channel></rss>`
	page := send("text/html", article)
	s := serve(t, map[string]http.HandlerFunc{"/feed": send("application/rss+xml", rss), "/one": page, "/two": page, "/three": page})
	dir, c := t.TempDir(), started()
	opt := options(c)
	opt.PerFeed = 3
	out := get(t, dir, []string{s.URL + "/feed"}, nil, opt)
	var got []string
	for _, o := range out {
		got = append(got, strings.TrimPrefix(o.URL, s.URL)+" "+string(o.Result))
	}
	if want := []string{"/feed new", "/one new", "/two#top new"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	notes, _ := os.ReadFile(filepath.Join(dir, filepath.FromSlash(out[1].File)+metaExt))
	for _, want := range []string{"feed_title: One", "feed_published: Sun, 01 Mar 2026 08:00:00 GMT", "feed: " + s.URL + "/feed"} {
		if !strings.Contains(string(notes), want) {
			t.Errorf("the notes lack %q:\n%s", want, notes)
		}
	}
	out = get(t, dir, []string{s.URL + "/feed"}, nil, opt)
	if out[1].Result != Stored || s.count("/one") != 1 {
		t.Errorf("the second time %+v, asked %d times", out[1], s.count("/one"))
	}
}

func TestFeedThatIsNotUTF8NamesItsPages(t *testing.T) {
	rss := "<rss version=\"2.0\"><channel><title>Le fil</title><item><title>Sommet \xe0 Gen\xe8ve</title><link>/one</link></item></channel></rss>"
	es := entries("https://paper.example/feed", []byte(rss), 3)
	if len(es) != 1 || es[0].Title != "Sommet à Genève" || es[0].Link != "https://paper.example/one" {
		t.Errorf("got %+v", es)
	}
}

func TestRobotsAreHeeded(t *testing.T) {
	page := send("text/html", article)
	robots := send("text/plain", "User-agent: *\nDisallow: /all\n\nUser-agent: dateline\nDisallow: /private\nCrawl-delay: 7\n")
	s := serve(t, map[string]http.HandlerFunc{"/robots.txt": robots, "/private/a": page, "/all": page, "/in": lead("/private/a")})
	c := started()
	out := get(t, t.TempDir(), nil, []string{s.URL + "/private/a", s.URL + "/all", s.URL + "/in"}, options(c))
	for i, want := range []Result{Refused, New, Refused} {
		if out[i].Result != want {
			t.Errorf("%s: got %s (%s), want %s", out[i].URL, out[i].Result, out[i].Reason, want)
		}
	}
	if s.count("/private/a") != 0 || s.count("/robots.txt") != 1 {
		t.Errorf("asked %v", s.asked)
	}
	if !slices.Contains(c.slept, 7*time.Second) {
		t.Errorf("pauses %v, want one of 7 s", c.slept)
	}
}

func TestRobotsThatCannotBeHadForbid(t *testing.T) {
	s := serve(t, map[string]http.HandlerFunc{
		"/robots.txt": func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusBadGateway) },
		"/a":          send("text/html", article),
	})
	if o := get(t, t.TempDir(), nil, []string{s.URL + "/a"}, options(started()))[0]; o.Result != Refused || s.count("/a") != 0 {
		t.Errorf("got %+v", o)
	}
}

func TestOneHostIsAskedOneByOneWithPauses(t *testing.T) {
	var mu sync.Mutex
	now, most := 0, 0
	page := func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		now++
		most = max(most, now)
		mu.Unlock()
		time.Sleep(2 * time.Millisecond)
		mu.Lock()
		now--
		mu.Unlock()
		send("text/html", article)(w, r)
	}
	pages := map[string]http.HandlerFunc{}
	var urls []string
	for i := range 6 {
		pages[fmt.Sprintf("/%d", i)] = page
	}
	s := serve(t, pages)
	for i := range 6 {
		urls = append(urls, fmt.Sprintf("%s/%d", s.URL, i))
	}
	c := started()
	get(t, t.TempDir(), nil, urls, options(c))
	if most != 1 {
		t.Errorf("%d requests at once", most)
	}
	if len(c.slept) != 6 { // robots.txt came first
		t.Errorf("%d pauses before 6 pages: %v", len(c.slept), c.slept)
	}
}

func TestBusyServerIsGivenTime(t *testing.T) {
	s := serve(t, map[string]http.HandlerFunc{
		"/a": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Retry-After", "20")
			w.WriteHeader(http.StatusTooManyRequests)
		},
		"/b": send("text/html", article),
	})
	c := started()
	out := get(t, t.TempDir(), nil, []string{s.URL + "/a", s.URL + "/b"}, options(c))
	if out[0].Result != Failed || out[1].Result != New || !slices.Contains(c.slept, 20*time.Second) {
		t.Errorf("got %+v, pauses %v", out, c.slept)
	}
}

func TestMisbehavingServers(t *testing.T) {
	endless := func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		for {
			if _, err := w.Write([]byte(strings.Repeat("x", 1<<16))); err != nil {
				return
			}
		}
	}
	slow := func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.(http.Flusher).Flush()
		select {
		case <-r.Context().Done():
		case <-time.After(10 * time.Second):
		}
	}
	s := serve(t, map[string]http.HandlerFunc{
		"/endless": endless,
		"/slow":    slow,
		"/loop":    lead("/loop"),
		"/there":   lead("/back"), "/back": lead("/there"),
		"/inward":  lead("http://127.0.0.2/a"),
		"/file":    lead("file:///etc/passwd"),
		"/nowhere": func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusFound) },
		"/picture": send("image/png", "\x89PNG\r\n\x1a\n"),
		"/program": send("application/octet-stream", "\x7fELF\x00\x01"),
		"/empty":   send("text/html", ""),
		"/broken": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "1000")
			fmt.Fprint(w, "only this")
		},
		"/gone":  func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusGone) },
		"/fails": func(w http.ResponseWriter, _ *http.Request) { panic(http.ErrAbortHandler) },
		"/good":  send("text/html", article),
	})
	opt := options(started())
	opt.Timeout, opt.MaxBytes = 300*time.Millisecond, 1<<20
	for _, c := range []struct {
		path   string
		result Result
		reason string
	}{
		{"/endless", Refused, "larger than 1 MB"},
		{"/slow", Failed, "took too long"},
		{"/loop", Refused, "redirects"},
		{"/there", Refused, "redirects"},
		{"/inward", Refused, "private network"},
		{"/file", Refused, "neither http nor https"},
		{"/nowhere", Failed, "leads nowhere"},
		{"/picture", Refused, "image/png is no article"},
		{"/program", Refused, "is no article"},
		{"/empty", Failed, "nothing"},
		{"/broken", Failed, "EOF"},
		{"/gone", Failed, "410"},
		{"/fails", Failed, "EOF"},
		{"/good", New, ""},
	} {
		o := get(t, t.TempDir(), nil, []string{s.URL + c.path}, opt)[0]
		if o.Result != c.result || !strings.Contains(o.Reason, c.reason) {
			t.Errorf("%s: got %s (%s), want %s (%s)", c.path, o.Result, o.Reason, c.result, c.reason)
		}
	}
}

func TestAddressesThatAreNone(t *testing.T) {
	for _, u := range []string{"", "example.org", "ftp://example.org/a", "file:///etc/passwd", "http://", "http://me:secret@example.org/", "http://[::1", "http://127.0.0.1:1/", "http://[::ffff:10.0.0.1]/", "http://[64:ff9b::a00:1]/"} {
		opt := options(started())
		opt.Allow = nil
		if o := get(t, t.TempDir(), nil, []string{u}, opt)[0]; o.Result != Refused {
			t.Errorf("%q: got %s (%s)", u, o.Result, o.Reason)
		}
	}
}

func TestInterruptedRunSaysSo(t *testing.T) {
	s := serve(t, map[string]http.HandlerFunc{"/a": send("text/html", article)})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	out, err := Run(ctx, t.TempDir(), nil, []string{s.URL + "/a"}, options(started()))
	if err == nil || out[0].Reason != "interrupted" {
		t.Errorf("got %+v, %v", out, err)
	}
}

func TestStoreThatCannotBeWritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Run(t.Context(), file, nil, nil, Options{}); err == nil {
		t.Error("a file served as a store")
	}
}

func FuzzEntries(f *testing.F) {
	f.Add([]byte(`<rss version="2.0"><channel><item><link>/a</link><title>T</title></item></channel></rss>`))
	f.Add([]byte(`{"version":"https://jsonfeed.org/version/1.1","items":[{"url":"/a"}]}`))
	f.Add([]byte(`<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="//x"/></entry></feed>`))
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, e := range entries("http://example.org/feed", b, 5) {
			if _, err := parse(e.Link); err != nil {
				t.Errorf("a page at %q: %v", e.Link, err)
			}
		}
	})
}
