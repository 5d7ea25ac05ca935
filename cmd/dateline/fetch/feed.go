package fetch

import (
	"net/url"
	"time"

	"github.com/datelinehq/dateline/timeline/source/syndication"
)

// entry is what a feed says of a page.
type entry struct {
	Feed, Link, Title string
	// Published is as the feed writes it. Updated is the later of both times, zero
	// where the feed gives none that can be read.
	Published string
	Updated   time.Time
}

// entries are the first entries of a feed that was got, or is in the store. What
// cannot be read as a feed has none.
func (r *run) entries(address string, o Outcome) []entry {
	if o.File == "" {
		return nil
	}
	b, err := r.store.read(o.File)
	if err != nil {
		return nil
	}
	return entries(address, b, r.opt.PerFeed)
}

func entries(address string, b []byte, limit int) (es []entry) {
	feed, err := syndication.Parse(b)
	if err != nil {
		return nil
	}
	base, err := url.Parse(address)
	if err != nil {
		return nil
	}
	for _, it := range feed.Items {
		if len(es) == limit {
			break
		}
		to, err := base.Parse(it.Link)
		if err != nil || it.Link == "" {
			continue
		}
		if _, err := parse(to.String()); err != nil {
			continue
		}
		e := entry{Feed: address, Link: to.String(), Title: it.Title, Published: it.Published}
		for _, t := range []*time.Time{it.PublishedParsed, it.UpdatedParsed} {
			if t != nil && t.After(e.Updated) {
				e.Updated = *t
			}
		}
		es = append(es, e)
	}
	return es
}
