package pack

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// walk gives "name=body" of what is in an archive, and "name!error" of what was left
// out, and the error of the walk.
func walk(b []byte, name string, l Limits) (got []string, err error) {
	err = Walk(name, bytes.NewReader(b), int64(len(b)), l,
		func(e Entry) error { got = append(got, e.Name+e.URL+"="+string(e.Body)); return nil },
		func(name string, err error) { got = append(got, name+"!"+err.Error()) })
	return got, err
}

func zipped(t testing.TB, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		f, err := w.Create(files[i])
		if err != nil {
			t.Fatal(err)
		}
		_, _ = f.Write([]byte(files[i+1]))
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func gzipped(s string) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = w.Write([]byte(s))
	_ = w.Close()
	return b.Bytes()
}

func tarred(t testing.TB, hs ...tar.Header) string {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, h := range hs {
		body := h.Linkname
		if h.Typeflag == tar.TypeReg {
			h.Linkname, h.Size, h.Mode = "", int64(len(body)), 0o644
		}
		if err := w.WriteHeader(&h); err != nil {
			t.Fatal(err)
		}
		if h.Typeflag == tar.TypeReg {
			_, _ = w.Write([]byte(body))
		}
	}
	_ = w.Close()
	return b.String()
}

func record(kind, address, contentType, body string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2026-03-01T12:00:00Z\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, address, contentType, len(body), body)
}

const ok = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"

func TestFilesOfEachKindOfArchive(t *testing.T) {
	page := ok + "\r\n<p>A</p>"
	for _, c := range []struct {
		name, file, body string
		want             []string
	}{
		{"zip", "a.zip", string(zipped(t, "one.txt", "1", "in/two.txt", "2", "__MACOSX/x", "no", ".hidden", "no")), []string{"a.zip/one.txt=1", "a.zip/in/two.txt=2"}},
		{"tar.gz", "a.tar.gz", string(gzipped(tarred(t, tar.Header{Name: "one", Typeflag: tar.TypeReg, Linkname: "1"}))), []string{"a.tar/one=1"}},
		{"gzip of one file", "a.html.gz", string(gzipped("<p>")), []string{"a.html=<p>"}},
		{"warc", "a.warc", record("warcinfo", "", "application/warc-fields", "x") + record("response", "http://e/", "application/http; msgtype=response", page) + record("resource", "http://r/", "text/html", "<p>B</p>"), []string{"a.warchttp://e/=<p>A</p>", "a.warchttp://r/=<p>B</p>"}},
		{"warc, packed record by record", "a.warc.gz", string(gzipped(record("response", "http://e/", "application/http", page))) + string(gzipped(record("response", "http://f/", "application/http", page))), []string{"a.warchttp://e/=<p>A</p>", "a.warchttp://f/=<p>A</p>"}},
		{"what is no page", "a.warc", record("response", "http://e/", "application/http", "HTTP/1.1 404 No\r\n\r\nx") + record("response", "http://i/", "application/http", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx") + record("request", "http://e/", "application/http", "GET /"), nil},
		{"chunked", "a.warc", record("response", "http://e/", "application/http", ok+"Transfer-Encoding: chunked\r\n\r\n4\r\n<p>A\r\n4\r\n</p>\r\n0\r\n\r\n"), []string{"a.warchttp://e/=<p>A</p>"}},
		{"said to be chunked", "a.warc", record("response", "http://e/", "application/http", ok+"Transfer-Encoding: chunked\r\n\r\n<p>A</p>"), []string{"a.warchttp://e/=<p>A</p>"}},
		{"packed page", "a.warc", record("response", "http://e/", "application/http", ok+"Content-Encoding: gzip\r\n\r\n"+string(gzipped("<p>A</p>"))), []string{"a.warchttp://e/=<p>A</p>"}},
	} {
		got, err := walk([]byte(c.body), c.file, Limits{})
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, %v, want %q", c.name, got, err, c.want)
		}
	}
}

func TestHostileArchives(t *testing.T) {
	bomb := string(zipped(t, "bomb.txt", strings.Repeat("0", 5<<20), "good.txt", "1"))
	cut := func(s string, n int) string { return s[:len(s)-n] }
	good := record("response", "http://e/", "application/http", ok+"\r\n<p>A</p>")
	for _, c := range []struct {
		name, body string
		limits     Limits
		want       []string
		err        string
	}{
		{"zip bomb", bomb, Limits{}, []string{"a/bomb.txt!it unpacks to far more than an article is", "a/good.txt=1"}, ""},
		{"gzip bomb", string(gzipped(strings.Repeat("0", 5<<20))), Limits{Entry: 1 << 20}, nil, "more than 1 MB"},
		{"a way out", string(zipped(t, "../../etc/passwd", "1", `in\x`, "2")), Limits{}, []string{"a/etc/passwd=1", "a/in/x=2"}, ""},
		{"a link", tarred(t, tar.Header{Name: "l", Typeflag: tar.TypeSymlink, Linkname: "/etc/passwd"}), Limits{}, []string{"a/l!it is no plain file"}, ""},
		{"too many", string(zipped(t, "1", "", "2", "", "3", "")), Limits{Entries: 2}, []string{"a/1=", "a/2="}, "more files"},
		{"too much", string(zipped(t, "1", "xxx", "2", "xxx")), Limits{Total: 4}, []string{"a/1=xxx"}, "more than is allowed"},
		{"broken zip", cut(string(zipped(t, "1", "x")), 10), Limits{}, nil, "unpack"},
		{"cut gzip", cut(string(gzipped(strings.Repeat("word ", 9999))), 20), Limits{}, nil, "unpack"},
		{"cut warc", good + cut(good, 12), Limits{}, []string{"ahttp://e/=<p>A</p>"}, ""},
		{"warc without length", good + "WARC/1.0\r\nWARC-Type: response\r\n\r\n", Limits{}, []string{"ahttp://e/=<p>A</p>"}, "without its length"},
		{"rubbish between", good + "rubbish\r\n", Limits{}, []string{"ahttp://e/=<p>A</p>"}, "between two records"},
	} {
		got, err := walk([]byte(c.body), "a", c.limits)
		if c.name == "cut gzip" || c.name == "cut warc" {
			got = got[:min(len(got), len(c.want))] // what came before the cut is kept
		}
		if !slices.Equal(got, c.want) || (err == nil) != (c.err == "") || err != nil && !strings.Contains(err.Error(), c.err) {
			t.Errorf("%s: got %.200q, %v, want %q, %q", c.name, got, err, c.want, c.err)
		}
	}
}

func FuzzWalk(f *testing.F) {
	f.Add(zipped(f, "a", "b"))
	f.Add([]byte(tarred(f, tar.Header{Name: "one", Typeflag: tar.TypeReg, Linkname: "1"})))
	f.Add([]byte(record("response", "http://e/", "application/http", ok+"Transfer-Encoding: chunked\r\n\r\n1\r\nA\r\n0\r\n\r\n")))
	f.Add(gzipped("x"))
	f.Fuzz(func(t *testing.T, b []byte) {
		got, _ := walk(b, "a", Limits{Entry: 1 << 16, Total: 1 << 18, Entries: 20})
		if len(got) > 1000 {
			t.Errorf("%d files", len(got))
		}
	})
}
