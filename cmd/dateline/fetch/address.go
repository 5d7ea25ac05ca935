package fetch

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"syscall"
	"time"
)

// refusal is an error that is our own decision.
type refusal struct{ why string }

func (r *refusal) Error() string { return r.why }

func refuse(format string, args ...any) error { return &refusal{fmt.Sprintf(format, args...)} }

func isRefusal(err error) bool {
	var r *refusal
	return errors.As(err, &r)
}

// reason is an error in a few words: without the address, which stands beside it.
func reason(err error) string {
	var r *refusal
	var u *url.Error
	var d *net.DNSError
	switch {
	case errors.As(err, &r):
		return r.why
	case errors.Is(err, context.DeadlineExceeded):
		return "the server took too long"
	case errors.Is(err, context.Canceled):
		return "interrupted"
	case errors.As(err, &d):
		return "there is no host " + d.Name
	case errors.As(err, &u):
		return u.Err.Error()
	}
	return err.Error()
}

// parse reads an address that may be asked for: http or https, with a host, without
// a password.
func parse(s string) (*url.URL, error) {
	u, err := url.Parse(strings.TrimSpace(s))
	switch {
	case err != nil:
		return nil, refuse("this is no address: %v", errors.Unwrap(err))
	case u.Scheme != "http" && u.Scheme != "https":
		return nil, refuse("the address begins with neither http nor https")
	case u.Hostname() == "":
		return nil, refuse("the address names no host")
	case u.User != nil:
		return nil, refuse("the address holds a user name")
	}
	u.Fragment = ""
	return u, nil
}

// withoutFragment is an address without "#…", which no server sees.
func withoutFragment(s string) string {
	s, _, _ = strings.Cut(strings.TrimSpace(s), "#")
	return s
}

// hostOf is the host that an address is asked of, empty if it is no address.
func hostOf(s string) string {
	u, err := parse(s)
	if err != nil {
		return ""
	}
	return strings.ToLower(u.Host)
}

// Transport reaches public addresses, and of the others those hosts that allow
// names. The address is looked at when the connection is made, so that a name
// that points inward is refused like the number.
func Transport(allow []string) *http.Transport {
	guarded := &net.Dialer{Timeout: 10 * time.Second, Control: guard}
	open := &net.Dialer{Timeout: 10 * time.Second}
	return &http.Transport{
		DialContext: func(ctx context.Context, network, addr string) (net.Conn, error) {
			if host, _, err := net.SplitHostPort(addr); err == nil && allowed(host, allow) {
				return open.DialContext(ctx, network, addr)
			}
			return guarded.DialContext(ctx, network, addr)
		},
		TLSHandshakeTimeout:    10 * time.Second,
		ResponseHeaderTimeout:  20 * time.Second,
		MaxResponseHeaderBytes: 256 << 10,
		MaxIdleConnsPerHost:    1,
		ForceAttemptHTTP2:      true,
	}
}

// outside refuses hosts whose very name lies in a private network. Behind a proxy
// it is all that can be seen.
func outside(host string, allow []string) error {
	if allowed(host, allow) {
		return nil
	}
	a, err := netip.ParseAddr(host)
	if name := strings.ToLower(strings.TrimSuffix(host, ".")); err == nil && !public(a) || name == "localhost" || strings.HasSuffix(name, ".localhost") {
		return refuse("%s lies in a private network; name it under allow if you mean it", host)
	}
	return nil
}

func allowed(host string, allow []string) bool {
	return slices.ContainsFunc(allow, func(a string) bool { return strings.EqualFold(a, host) })
}

// guard refuses connections to addresses that are not public.
func guard(_, addr string, _ syscall.RawConn) error {
	a, err := netip.ParseAddrPort(addr)
	if err != nil {
		return refuse("%q is no address of a host", addr)
	}
	if !public(a.Addr()) {
		return refuse("%s lies in a private network; name its host under allow if you mean it", a.Addr())
	}
	return nil
}

// special are the networks of the IANA special-purpose registries (RFC 6890) that
// netip has no name for.
var special = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"), netip.MustParsePrefix("100.64.0.0/10"),
	netip.MustParsePrefix("192.0.0.0/24"), netip.MustParsePrefix("192.0.2.0/24"),
	netip.MustParsePrefix("198.18.0.0/15"), netip.MustParsePrefix("198.51.100.0/24"),
	netip.MustParsePrefix("203.0.113.0/24"), netip.MustParsePrefix("240.0.0.0/4"),
	netip.MustParsePrefix("64:ff9b:1::/48"), netip.MustParsePrefix("100::/64"),
	netip.MustParsePrefix("2001:db8::/32"), netip.MustParsePrefix("2002::/16"),
}

// nat64 are addresses of the older network within the newer one (RFC 6052).
var nat64 = netip.MustParsePrefix("64:ff9b::/96")

// public reports whether an address lies in the open network.
func public(a netip.Addr) bool {
	a = a.Unmap().WithZone("")
	if nat64.Contains(a) {
		b := a.As16()
		a = netip.AddrFrom4([4]byte(b[12:]))
	}
	if !a.IsValid() || a.IsLoopback() || a.IsPrivate() || a.IsUnspecified() || a.IsMulticast() || a.IsLinkLocalUnicast() {
		return false
	}
	return !slices.ContainsFunc(special, func(p netip.Prefix) bool { return p.Contains(a) })
}
