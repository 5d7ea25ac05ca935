package html

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"
)

// download presses an export and returns the file.
func (p *tab) download(kind string) []byte {
	p.Helper()
	dir := p.TempDir()
	if _, err := chromedp.Call(p.ctx, cdpbrowser.SetDownloadBehavior, cdpbrowser.SetDownloadBehaviorParams{Behavior: cdpbrowser.SetDownloadBehaviorBehaviorAllow, DownloadPath: dir}); err != nil {
		p.Fatal(err)
	}
	js[bool](p, `(document.querySelector('[data-export="`+kind+`"]').click(), true)`)
	ext := "." + strings.TrimSuffix(kind, "-all")
	for range 100 {
		if fs, _ := filepath.Glob(filepath.Join(dir, "*"+ext)); len(fs) == 1 {
			if b, err := os.ReadFile(fs[0]); err == nil && len(b) > 0 {
				return b
			}
		}
		time.Sleep(50 * time.Millisecond)
	}
	p.Fatalf("%s: no file came", kind)
	return nil
}

func TestExports(t *testing.T) {
	p := open(t, small(t), "#status=scheduled")
	p.settled(ready)

	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(p.download("csv"), []byte("\ufeff")))).ReadAll()
	if err != nil || len(rows) != 3 || rows[1][1] != "Flournoy will lead the delegation" || rows[1][2] != "2009-06-23/2009-06-24" {
		t.Errorf("filtered csv: %v, %q", err, rows)
	}
	rows, err = csv.NewReader(bytes.NewReader(bytes.TrimPrefix(p.download("csv-all"), []byte("\ufeff")))).ReadAll()
	if err != nil || len(rows) != 8 || rows[7][2] != "" {
		t.Errorf("all as csv: %v, %q", err, rows)
	}

	var j struct{ Events []map[string]any }
	if err := json.Unmarshal(p.download("json-all"), &j); err != nil || len(j.Events) != 7 {
		t.Fatalf("json: %v, %d events", err, len(j.Events))
	}
	if e := j.Events[1]; e["when"] != "2009-05" || e["precision"] != "month" || e["quote"] != "North Korea conducted an atomic test" {
		t.Errorf("a month in json: %v", e)
	}

	ics := string(p.download("ics-all"))
	for _, want := range []string{"DTSTART;VALUE=DATE:20090501\r\nDTEND;VALUE=DATE:20090601\r\nSUMMARY:Sometime in May 2009: North", "DTSTART;VALUE=DATE:20090623\r\nDTEND;VALUE=DATE:20090625", "STATUS:TENTATIVE"} {
		if !strings.Contains(ics, want) {
			t.Errorf("the calendar lacks %q:\n%s", want, ics)
		}
	}
	if n := strings.Count(ics, "BEGIN:VEVENT"); n != 6 {
		t.Errorf("%d entries in the calendar, want those 6 with a date", n)
	}

	svg := p.download("svg-all")
	d := xml.NewDecoder(bytes.NewReader(svg))
	for {
		if _, err := d.Token(); err == io.EOF {
			break
		} else if err != nil {
			t.Fatalf("svg: %v", err)
		}
	}
	for _, want := range []string{"Talks in Seoul", "2008", "North Korea conducted an atomic test"} {
		if !bytes.Contains(svg, []byte(want)) {
			t.Errorf("the drawing lacks %q", want)
		}
	}
	if c, err := png.DecodeConfig(bytes.NewReader(p.download("png"))); err != nil || c.Width != 2800 {
		t.Errorf("png: %v, %d pixels wide", err, c.Width)
	}
	p.quiet()
}

func TestExportsOfHostileText(t *testing.T) {
	p := open(t, hostile(t), "")
	p.settled(ready)
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(p.download("csv-all"), []byte("\ufeff")))).ReadAll()
	if err != nil || len(rows) != 6 {
		t.Errorf("csv: %v, %d rows", err, len(rows))
	}
	if err := xml.Unmarshal(p.download("svg-all"), new(struct{})); err != nil {
		t.Errorf("svg: %v", err)
	}
	if n := strings.Count(string(p.download("ics-all")), "BEGIN:VEVENT"); n != 3 {
		t.Errorf("%d entries, want 3: 44 BCE is in no calendar", n)
	}
	if js[bool](p, `"hit" in window`) {
		t.Error("text of an article ran as script")
	}
}
