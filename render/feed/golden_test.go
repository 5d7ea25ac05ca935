package feed

import (
	"flag"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "write the goldens")

// Each format of one timeline of four events, to be read by people.
func TestGoldens(t *testing.T) {
	for _, f := range Formats() {
		if f.Name == "timeline" || f.Name == "jsonl" || f.Name == "timelinejs" {
			continue // the model itself
		}
		tl := full(plainly)
		if f.Name == "stix" || f.Name == "geojson" { // long: the first event will do
			tl.Events, tl.Undated = tl.Events[:1], nil
		}
		got, losses := written(t, f, tl)
		got += "\n-- " + Tell(losses) + "\n"
		file := filepath.Join("testdata", f.File+".golden")
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s is not as in %s:\n%s", f.Name, file, got)
		}
	}
}
