package source

import (
	"fmt"
	"io/fs"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/datelinehq/dateline/timeline/lang"
	"github.com/datelinehq/dateline/timeline/source/stamp"
	"github.com/datelinehq/dateline/timeline/text"
)

// readMonths reads the names of months in other languages.
func readMonths(seeds fs.FS) (map[string]string, error) {
	ts, err := lang.ReadTerms(seeds, "months.txt")
	if err != nil {
		return nil, fmt.Errorf("read names of months: %w", err)
	}
	names := map[string]string{}
	for _, t := range ts {
		n, err := strconv.Atoi(t.Value)
		if err != nil || n < 1 || n > 12 {
			return nil, fmt.Errorf("months.txt: there is no month %q", t.Value)
		}
		for _, s := range t.Surfaces {
			names[s] = time.Month(n).String()[:3]
		}
	}
	return names, nil
}

var word = regexp.MustCompile(`\p{L}+\.?`)

// translate reads the claims again whose months are written in another language:
// "Seg, 24 Set 2018 19:42:40 -0300". A name of a day before a comma is left out.
func (r *Reader) translate(cs []text.DateClaim) {
	for i, c := range cs {
		if !c.Date.IsZero() {
			continue
		}
		s := c.Text
		if before, after, ok := strings.Cut(s, ","); ok && !strings.ContainsAny(before, "0123456789") {
			s = after
		}
		s = word.ReplaceAllStringFunc(s, func(w string) string {
			if m := r.months[strings.ToLower(strings.TrimSuffix(w, "."))]; m != "" {
				return m
			}
			return w
		})
		cs[i].Date, _ = stamp.Read(strings.Join(strings.Fields(strings.ReplaceAll(s, ". ", " ")), " "))
	}
}
