package configs

import (
	"fmt"
	"net/url"
	"time"
)

// Fetch is what `dateline fetch` gets from the network, and where it puts it.
type Fetch struct {
	// Store is the folder, relative to the config file.
	Store   string   `yaml:"store" json:"store,omitempty" jsonschema_description:"folder of what was got, relative to this file; default: store"`
	Feeds   []string `yaml:"feeds" json:"feeds,omitempty" jsonschema_description:"addresses of RSS, Atom or JSON feeds, whose pages are got"`
	Pages   []string `yaml:"pages" json:"pages,omitempty" jsonschema_description:"addresses of pages"`
	Allow   []string `yaml:"allow" json:"allow,omitempty" jsonschema_description:"hosts that may lie in a private network"`
	Delay   string   `yaml:"delay" json:"delay,omitempty" jsonschema_description:"least pause between two requests to a host, as 2s; default: 1s"`
	PerFeed int      `yaml:"per_feed" json:"per_feed,omitempty" jsonschema:"minimum=0" jsonschema_description:"entries taken of a feed; default: 50"`
	Contact string   `yaml:"contact" json:"contact,omitempty" jsonschema_description:"address or mail that the hosts asked may write to; it is sent along"`
	// DelayTime is Delay, read.
	DelayTime time.Duration `yaml:"-" json:"-"`
}

func (k checker) fetch(f *Fetch) error {
	if f == nil {
		return nil
	}
	if f.Store == "" {
		f.Store = "store"
	}
	if f.PerFeed < 0 {
		return k.fault("$.fetch.per_feed", "per_feed is %d; it must not be negative", f.PerFeed)
	}
	if f.Delay != "" {
		var err error
		if f.DelayTime, err = time.ParseDuration(f.Delay); err != nil || f.DelayTime < 0 {
			return k.fault("$.fetch.delay", "%q is no length of time; write 2s or 500ms", f.Delay)
		}
	}
	for i, s := range f.Feeds {
		if !address(s) {
			return k.fault(fmt.Sprintf("$.fetch.feeds[%d]", i), "%q is no address; it must begin with https:// or http://", s)
		}
	}
	for i, s := range f.Pages {
		if !address(s) {
			return k.fault(fmt.Sprintf("$.fetch.pages[%d]", i), "%q is no address; it must begin with https:// or http://", s)
		}
	}
	return nil
}

func address(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}
