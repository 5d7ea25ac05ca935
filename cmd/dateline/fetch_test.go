package main

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/datelinehq/dateline/timeline/edtf"
)

// fetched runs fetch on a config and gives its exit code and what it said.
func fetched(t *testing.T, config string) (code int, said, dir string) {
	t.Helper()
	dir = t.TempDir()
	file := filepath.Join(dir, "desk.yaml")
	if err := os.WriteFile(file, []byte(config+"\nreports: [{name: desk, inputs: [{path: 'store/pages/*/*.html'}]}]\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	var errs strings.Builder
	w := world{stdin: strings.NewReader(""), stdout: &errs, stderr: &errs, today: edtf.YMD(2026, 3, 1), env: func(string) (string, bool) { return "", false }}
	return run(context.Background(), []string{"fetch", file}, w), errs.String(), dir
}

func TestFetchStoresAndTells(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/a" {
			http.NotFound(w, r)
			return
		}
		if !strings.HasPrefix(r.UserAgent(), "dateline/") || !strings.Contains(r.UserAgent(), "desk@example.org") {
			t.Errorf("it calls itself %q", r.UserAgent())
		}
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, "<p>Envoys met on Tuesday.</p>")
	}))
	defer s.Close()
	config := "version: 1\nfetch: {pages: ['" + s.URL + "/a', '" + s.URL + "/gone'], delay: 1ms, contact: desk@example.org"
	code, said, dir := fetched(t, config+", allow: [127.0.0.1]}")
	if code != exitPartly || !strings.Contains(said, "new       "+s.URL+"/a") || !strings.Contains(said, "/gone: failed: the server answers 404") {
		t.Errorf("exit code %d, said\n%s", code, said)
	}
	if files, _ := filepath.Glob(filepath.Join(dir, "store/pages/*/*.html")); len(files) != 1 {
		t.Errorf("stored %v", files)
	}
	code, said, _ = fetched(t, config+"}")
	if code != exitFailed || !strings.Contains(said, "private network") {
		t.Errorf("without leave: exit code %d, said\n%s", code, said)
	}
}

func TestFetchConfigFaults(t *testing.T) {
	for config, want := range map[string]string{
		"version: 1": "nothing to get",
		"version: 1\nfetch: {pages: [example.org]}":           "desk.yaml:2:17: \"example.org\" is no address",
		"version: 1\nfetch: {feeds: ['file:///etc/passwd']}":  "is no address",
		"version: 1\nfetch: {delay: fast}":                    "no length of time",
		"version: 1\nfetch: {per_feed: -1}":                   "must not be negative",
		"version: 1\nfetch: {feds: ['https://example.org/']}": "did you mean \"feeds\"",
	} {
		if code, said, _ := fetched(t, config); code != exitConfig || !strings.Contains(said, want) {
			t.Errorf("%s: exit code %d, said %s", config, code, said)
		}
	}
}

func TestProxyHost(t *testing.T) {
	for s, want := range map[string]string{
		"http://proxy.example:3128": "proxy.example", "proxy:80": "proxy", "http://me:pw@10.0.0.1:8080/": "10.0.0.1", "http://[::1]:80": "::1", "": "",
	} {
		if got := proxyHost(s); got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
}
