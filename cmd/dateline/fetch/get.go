package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
)

// maxRedirects is how often an address may lead to another.
const maxRedirects = 5

// answer is what a server sent.
type answer struct {
	final  string
	status int
	header http.Header
	kind   string // the media type
	body   []byte
	at     time.Time
}

// get asks for an address, follows where it leads, and reads the body. Each step is
// checked and waits for its host's turn.
func (r *run) get(ctx context.Context, t target, was *record) (*answer, error) {
	at := t.url
	for hop := 0; ; hop++ {
		u, err := parse(at)
		if err != nil {
			return nil, err
		}
		if err := outside(u.Hostname(), r.opt.Allow); err != nil {
			return nil, err
		}
		if err := r.permitted(ctx, u); err != nil {
			return nil, err
		}
		a, next, err := r.request(ctx, u, t.isFeed, was)
		switch {
		case err != nil:
			return nil, err
		case next == "":
			return a, nil
		case hop == maxRedirects:
			return nil, refuse("more than %d redirects", maxRedirects)
		}
		to, err := u.Parse(next)
		if err != nil {
			return nil, refuse("it leads to %q, which is no address", next)
		}
		if u.Scheme == "https" && to.Scheme == "http" {
			return nil, refuse("it leads from https to http: %s", to)
		}
		at = to.String()
	}
}

// request makes one request in its host's turn. next is where it leads, if so.
func (r *run) request(ctx context.Context, u *url.URL, isFeed bool, was *record) (a *answer, next string, err error) {
	leave, err := r.gates.enter(ctx, u.Host)
	if err != nil {
		return nil, "", err
	}
	defer leave()
	ctx, cancel := context.WithTimeout(ctx, r.opt.Timeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, "", refuse("this is no address: %v", err)
	}
	req.Header.Set("User-Agent", r.opt.UserAgent)
	req.Header.Set("Accept", accept(isFeed))
	if was != nil {
		was.condition(req.Header)
	}
	res, err := r.opt.Transport.RoundTrip(req)
	if err != nil {
		return nil, "", err
	}
	defer res.Body.Close()
	if busy(res.StatusCode) {
		r.gates.slower(u.Host, retryAfter(res.Header, r.opt.Now()))
	}
	if isRedirect(res.StatusCode) {
		if next = res.Header.Get("Location"); next == "" {
			return nil, "", errors.New("a redirect that leads nowhere")
		}
		return nil, next, nil
	}
	a = &answer{final: u.String(), status: res.StatusCode, header: res.Header, at: r.opt.Now().UTC()}
	if res.StatusCode == http.StatusNotModified && was != nil {
		return a, "", nil
	}
	if res.StatusCode != http.StatusOK {
		return nil, "", fmt.Errorf("the server answers %d %s", res.StatusCode, http.StatusText(res.StatusCode))
	}
	if a.body, err = read(res, r.opt.MaxBytes); err != nil {
		return nil, "", err
	}
	a.kind, err = kindOf(res.Header.Get("Content-Type"), a.body)
	return a, "", err
}

func isRedirect(status int) bool {
	return slices.Contains([]int{301, 302, 303, 307, 308}, status)
}

func accept(isFeed bool) string {
	if isFeed {
		return "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"
	}
	return "text/html, application/xhtml+xml, application/xml;q=0.9, text/plain;q=0.8, application/pdf;q=0.8, */*;q=0.5"
}

// read reads a body that may not be larger than limit and must be whole.
func read(res *http.Response, limit int64) ([]byte, error) {
	tooLarge := refuse("larger than %d MB", limit>>20)
	if res.ContentLength > limit {
		return nil, tooLarge
	}
	b, err := io.ReadAll(io.LimitReader(res.Body, limit+1))
	switch {
	case int64(len(b)) > limit:
		return nil, tooLarge
	case err != nil:
		return nil, err
	case len(b) == 0:
		return nil, errors.New("the server sends nothing")
	}
	return b, nil
}

// kinds are the media types that can hold an article or a feed, and the end of a
// file's name for each.
var kinds = []struct{ kind, ext string }{
	{"text/html", ".html"}, {"application/xhtml+xml", ".html"},
	{"application/rss+xml", ".xml"}, {"application/atom+xml", ".xml"}, {"application/rdf+xml", ".xml"},
	{"application/feed+json", ".json"}, {"application/xml", ".xml"}, {"text/xml", ".xml"},
	{"application/json", ".json"}, {"text/plain", ".txt"}, {"text/markdown", ".md"}, {"application/pdf", ".pdf"},
	{"application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"},
	{"message/rfc822", ".eml"},
}

// kindOf is the media type that a server names, or what the bytes look like where it
// names none. What cannot hold text is refused.
func kindOf(header string, body []byte) (string, error) {
	kind, _, err := mime.ParseMediaType(header)
	if err != nil || kind == "application/octet-stream" {
		kind, _, _ = mime.ParseMediaType(http.DetectContentType(body))
	}
	if extOf(kind) == "" {
		return "", refuse("%s is no article", kind)
	}
	return kind, nil
}

func extOf(kind string) string {
	for _, k := range kinds {
		if k.kind == kind {
			return k.ext
		}
	}
	if strings.HasSuffix(kind, "+xml") && !strings.HasPrefix(kind, "image/") {
		return ".xml"
	}
	return ""
}

// busy reports whether a server says that we ask too often.
func busy(status int) bool {
	return status == http.StatusTooManyRequests || status == http.StatusServiceUnavailable
}

// retryAfter is how long a server asks us to wait (RFC 9110, 10.2.3), 0 if it does not.
func retryAfter(h http.Header, now time.Time) time.Duration {
	s := h.Get("Retry-After")
	if n, err := strconv.Atoi(s); err == nil {
		return time.Duration(min(max(n, 0), 1<<20)) * time.Second
	}
	if t, err := http.ParseTime(s); err == nil {
		return t.Sub(now)
	}
	return 0
}
