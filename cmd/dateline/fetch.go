package main

import (
	"cmp"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/datelinehq/dateline/cmd/dateline/fetch"
	"github.com/datelinehq/dateline/configs"
)

func (a *app) fetchCmd() *cobra.Command {
	var o struct {
		store   string
		refresh bool
	}
	c := &cobra.Command{
		Use:   "fetch CONFIG…",
		Short: "Get the feeds and pages of a config into its store",
		Long: `Fetch gets the feeds and pages that a config names under "fetch", and the pages
that the feeds name, into a folder: each page with its headers, the time and a hash.
It is the only verb that uses the network; the others read what it stored.

It asks one host for one thing at a time, with a pause after it, heeds robots.txt,
and asks again only for what may have changed. Addresses of private networks are
refused unless their host stands under "allow". A page that changed leaves its
former text under former/.`,
		Example: "  dateline fetch desk.yaml && dateline batch desk.yaml\n  dateline fetch desk.yaml --refresh   # ask again for the feeds' pages, too",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, files []string) error {
			return a.fetch(cmd, files, o.store, o.refresh)
		},
	}
	c.Flags().StringVar(&o.store, "store", "", "folder of what was got, in place of the config's")
	c.Flags().BoolVar(&o.refresh, "refresh", false, "ask again for pages of feeds that are stored already")
	return c
}

func (a *app) fetch(cmd *cobra.Command, files []string, store string, refresh bool) error {
	var all []fetch.Outcome
	for _, file := range files {
		c, err := a.config(cmd, file)
		if err != nil {
			return err
		}
		if c.Fetch == nil || len(c.Fetch.Feeds)+len(c.Fetch.Pages) == 0 {
			return fail(exitConfig, "%s: nothing to get: it has no feeds or pages under fetch", file)
		}
		dir := cmp.Or(store, within(c.Dir, c.Fetch.Store))
		os, err := fetch.Run(cmd.Context(), dir, c.Fetch.Feeds, c.Fetch.Pages, a.fetching(c.Fetch, refresh))
		if err != nil {
			return err
		}
		a.info("%s → %s", told(os), dir)
		all = append(all, os...)
	}
	bad := 0
	for _, o := range all {
		if o.Result == fetch.Failed || o.Result == fetch.Refused {
			bad++
		}
	}
	switch {
	case bad > 0 && bad == len(all):
		return fail(exitFailed, "nothing could be got")
	case bad > 0:
		return fail(exitPartly, "%d of %d addresses could not be got", bad, len(all))
	}
	return nil
}

// fetching are the options of a run, with the machine's clock and proxy.
func (a *app) fetching(f *configs.Fetch, refresh bool) fetch.Options {
	allow := slices.Clone(f.Allow)
	for _, name := range []string{"HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"} {
		if s, ok := a.env(name); ok { // the proxy itself may stand in the house
			allow = append(allow, proxyHost(s))
		}
	}
	t := fetch.Transport(allow)
	t.Proxy = http.ProxyFromEnvironment
	agent := "dateline/" + versionOf()
	if f.Contact != "" {
		agent += " (" + printable(f.Contact) + ")"
	}
	return fetch.Options{
		Transport: t, UserAgent: agent, Now: time.Now, Allow: f.Allow, Delay: f.DelayTime, PerFeed: f.PerFeed, Refresh: refresh,
		Done: func(o fetch.Outcome) {
			switch o.Result {
			case fetch.Failed, fetch.Refused:
				a.problem("warning", string(o.Result)+": "+o.Reason, o.URL)
			default:
				a.info("%-9s %s", o.Result, o.URL)
			}
		},
	}
}

// proxyHost is the host of a proxy's address, with or without a scheme.
func proxyHost(s string) string {
	if _, rest, ok := strings.Cut(s, "://"); ok {
		s = rest
	}
	s, _, _ = strings.Cut(s, "/")
	if i := strings.LastIndexByte(s, '@'); i >= 0 {
		s = s[i+1:]
	}
	if i := strings.LastIndexByte(s, ':'); i >= 0 {
		s = s[:i]
	}
	return strings.Trim(s, "[]")
}

// printable leaves out what must not stand in a header.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r > '~' {
			return -1
		}
		return r
	}, s)
}

// told are the outcomes in one line.
func told(os []fetch.Outcome) string {
	results, n := fetch.Count(os)
	parts := make([]string, len(results))
	for i, r := range results {
		parts[i] = fmt.Sprintf("%d %s", n[r], r)
	}
	return strings.Join(parts, ", ")
}
