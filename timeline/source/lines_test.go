package source

import (
	"strings"
	"testing"

	"github.com/datelinehq/dateline/timeline/text"
)

// A line that is no article is told of, by its number, and the others are read.
func TestLines(t *testing.T) {
	r := &Reader{}
	good := `{"id":"a","text":"The talks were held.","published":"2009-06-20"}`
	for _, tt := range []struct {
		name, in, ids, codes, err string
	}{
		{"two", good + "\n\n" + strings.Replace(good, `"a"`, `"b"`, 1), "a b", "", ""},
		{"with a mark of its order of bytes", "\xef\xbb\xbf" + good, "a", "", ""},
		{"without a name", strings.Replace(good, `"id":"a",`, "", 1), "x-1", "", ""},
		{"a bad one", "{\n" + good, "a", "bad-record", ""},
		{"a zero byte", good + "\n{\x00}\n", "a", "bad-record", ""},
		{"bad bytes, told once", strings.ReplaceAll(good+"\n"+good, "talks", "t\xe4lks"), "a a", "bad-encoding", ""},
		{"one that is too long", strings.Repeat("x", MaxBytes+9) + "\n" + good, "a", "bad-record", ""},
		{"nothing", " \n\n", "", "", "empty"},
		{"zero bytes only", "\x00\x00\n\x00", "", "bad-record bad-record", "zero bytes"},
		{"none good", "{\n[", "", "bad-record bad-record", "no article in 2 lines"},
	} {
		var ids, codes []string
		err := r.Lines("x.jsonl", strings.NewReader(tt.in), Given{}, func(a *text.Article, fs []text.Finding) error {
			if a != nil {
				ids = append(ids, a.ID)
			}
			for _, f := range fs {
				codes = append(codes, f.Code)
			}
			return nil
		})
		if strings.Join(ids, " ") != tt.ids || strings.Join(codes, " ") != tt.codes || (err == nil) != (tt.err == "") || err != nil && !strings.Contains(err.Error(), tt.err) {
			t.Errorf("%s: got %q, %q, %v", tt.name, ids, codes, err)
		}
	}
}
