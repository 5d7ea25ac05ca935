package fetch

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"sync"

	"github.com/temoto/robotstxt"
)

// maxRobots is how much of a robots.txt is read (RFC 9309 asks for 500 KiB).
const maxRobots = 500 << 10

// rules are what a host's robots.txt says to us.
type rules struct {
	once  sync.Once
	group *robotstxt.Group
	err   error
}

// permitted asks a host's robots.txt, once a run, whether u may be asked for. As
// RFC 9309 says: one that is not there allows everything, one that cannot be had
// because the server fails allows nothing.
func (r *run) permitted(ctx context.Context, u *url.URL) error {
	key := u.Scheme + "://" + u.Host
	r.mu.Lock()
	rs := r.robots[key]
	if rs == nil {
		rs = &rules{}
		r.robots[key] = rs
	}
	r.mu.Unlock()
	rs.once.Do(func() { rs.group, rs.err = r.readRobots(ctx, u) })
	switch {
	case rs.err != nil:
		return rs.err
	case !rs.group.Test(u.EscapedPath() + query(u)):
		return refuse("the host's robots.txt does not want it read")
	}
	return nil
}

func query(u *url.URL) string {
	if u.RawQuery == "" {
		return ""
	}
	return "?" + u.RawQuery
}

// readRobots asks for robots.txt, following redirects like any other.
func (r *run) readRobots(ctx context.Context, u *url.URL) (*robotstxt.Group, error) {
	at := &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}
	for range maxRedirects + 1 {
		status, body, next, err := r.askRobots(ctx, at)
		if err != nil {
			return nil, err
		}
		if status >= http.StatusInternalServerError {
			return nil, refuse("the host's robots.txt cannot be had (%d), so nothing is asked for", status)
		}
		if next == "" {
			data, err := robotstxt.FromStatusAndBytes(status, body)
			if err != nil { // it cannot be read, so it forbids nothing
				data, _ = robotstxt.FromStatusAndBytes(http.StatusNotFound, nil)
			}
			g := data.FindGroup(Agent)
			r.gates.slower(u.Host, g.CrawlDelay)
			return g, nil
		}
		to, err := at.Parse(next)
		if err != nil {
			break
		}
		if to, err = parse(to.String()); err != nil {
			break
		}
		at = to
	}
	data, _ := robotstxt.FromStatusAndBytes(http.StatusNotFound, nil)
	return data.FindGroup(Agent), nil
}

func (r *run) askRobots(ctx context.Context, u *url.URL) (status int, body []byte, next string, err error) {
	leave, err := r.gates.enter(ctx, u.Host)
	if err != nil {
		return 0, nil, "", err
	}
	defer leave()
	ctx, cancel := context.WithTimeout(ctx, r.opt.Timeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return 0, nil, "", refuse("this is no address: %v", err)
	}
	req.Header.Set("User-Agent", r.opt.UserAgent)
	res, err := r.opt.Transport.RoundTrip(req)
	if err != nil {
		return 0, nil, "", err
	}
	defer res.Body.Close()
	if isRedirect(res.StatusCode) && res.Header.Get("Location") != "" {
		return 0, nil, res.Header.Get("Location"), nil
	}
	body, err = io.ReadAll(io.LimitReader(res.Body, maxRobots))
	return res.StatusCode, body, "", err
}
