package timeline

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"testing"

	"github.com/datelinehq/dateline/timeline/text"
)

func TestVerifyHoldsQuotesAgainstTheirText(t *testing.T) {
	const body = "Envoys met. Rebels attacked. A court ruled."
	quote := func(source, from, to int) Event {
		return Event{ID: fmt.Sprintf("e%d-%d", source, from), Cites: []Cite{{Source: source, Span: text.Span{Start: from, End: to}, Quote: body[from:to]}}}
	}
	sum := fmt.Sprintf("%x", sha256.Sum256([]byte(body)))
	tl := &Timeline{
		Sources: []Source{{Number: 1, SHA256: sum, Bytes: len(body)}, {Number: 2, SHA256: sum, Bytes: len(body)}, {Number: 3, SHA256: sum}},
		Events:  []Event{quote(1, 0, 11), quote(2, 0, 11), quote(2, 12, 28), quote(3, 0, 11)},
		Undated: []Event{quote(2, 29, 43)},
	}
	n, bad := tl.Verify(func(s Source) (string, error) {
		switch s.Number {
		case 1:
			return body, nil
		case 2: // the first sentence stands, the second is gone, the third has moved
			return "Envoys met. A court ruled.", nil
		}
		return "", errors.New("there is no such file")
	})
	var got []string
	for _, d := range bad {
		got = append(got, fmt.Sprintf("%s %d %s", d.Fault, d.Source, d.Event))
	}
	want := []string{"altered 2 ", "gone 2 e2-12", "shifted 2 e2-29", "missing 3 "}
	if n != 5 || fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%d quotes, got %q, want %q", n, got, want)
	}
}
