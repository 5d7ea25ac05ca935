package event_test

import (
	"bufio"
	"os"
	"strings"
	"testing"

	"github.com/datelinehq/dateline/timeline"
)

// minTraps is how many clean sentences there must be.
const minTraps = 40

// testdata/traps.txt says what it holds.
func TestTraps(t *testing.T) {
	f, err := os.Open("testdata/traps.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	p := load(t)
	clean, told := 0, 0
	for sc := bufio.NewScanner(f); sc.Scan(); {
		line := sc.Text()
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		want, sentence, _ := strings.Cut(line, " ")
		year := ""
		if want == "past" {
			year, sentence, _ = strings.Cut(strings.TrimSpace(sentence), " ")
		}
		sentence = strings.TrimSpace(sentence)
		var types []string
		for _, e := range events(t, p, sentence) {
			if e.Type == "OTHER" || e.Type == "STATEMENT" || e.Status != timeline.Occurred && e.Status != timeline.Ongoing {
				continue
			}
			if year == "" || e.When.String() != year {
				types = append(types, e.Type)
			}
		}
		got := strings.Join(types, " ")
		switch {
		case want == "clean" || want == "past":
			if clean++; got != "" {
				t.Errorf("%s: got %s, want nothing of a PLOVER type", sentence, got)
			}
		default:
			if told++; !strings.Contains(got, want) {
				t.Errorf("%s: got %q, want %s", sentence, got, want)
			}
		}
	}
	if clean < minTraps || told == 0 {
		t.Errorf("%d traps and %d events beside them", clean, told)
	}
}
