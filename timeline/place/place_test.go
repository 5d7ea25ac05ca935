package place_test

import (
	"bytes"
	"compress/gzip"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/datelinehq/dateline/seeds"
	"github.com/datelinehq/dateline/timeline"
	"github.com/datelinehq/dateline/timeline/place"
)

// A name is a point if it is plain which place is meant; how tells why.
func TestPlacesHavePoints(t *testing.T) {
	g, err := place.Load(seeds.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, country, near string
		by                  timeline.PointBy
		lat, lon            float64
		found               string
	}{
		{"Kisangani", "", "", timeline.ByName, 0.52, 25.19, "COD"},
		{"Tripoli", "LBY", "", timeline.ByCountry, 32.89, 13.19, "LBY"},
		{"Tripoli", "", "LBN", timeline.ByContext, 34.43, 35.84, "LBN"},
		{"Tripoli", "", "LBY LBN", "", 0, 0, ""},
		{"Tripoli", "FRA", "", "", 0, 0, "FRA"},
		{"Baghdad", "", "", timeline.ByName, 33.34, 44.40, "IRQ"},
		{"south Baghdad", "", "", timeline.ByName, 33.34, 44.40, "IRQ"},
		{"Phuket, Thailand", "", "", timeline.ByName, 7.89, 98.40, "THA"},
		{"New Baghdad", "", "", "", 0, 0, ""},
		{"nowhere", "", "", "", 0, 0, ""},
		{"", "", "", "", 0, 0, ""},
	} {
		p := timeline.Place{Name: c.name, Country: c.country}
		near := map[string]bool{}
		for _, n := range strings.Fields(c.near) {
			near[n] = true
		}
		g.Locate(&p, near)
		switch {
		case c.by == "" && p.Point != nil:
			t.Errorf("%q %q near %q: got %+v, want none", c.name, c.country, c.near, *p.Point)
		case c.by != "" && (p.Point == nil || *p.Point != timeline.Point{Lat: c.lat, Lon: c.lon, By: c.by}):
			t.Errorf("%q %q near %q: got %+v, want %v %v by %s", c.name, c.country, c.near, p.Point, c.lat, c.lon, c.by)
		}
		if p.Country != c.found {
			t.Errorf("%q %q near %q: country %q, want %q", c.name, c.country, c.near, p.Country, c.found)
		}
	}
}

// The largest decides only if it is by far the largest, and tells no country.
func TestSizeDecidesLast(t *testing.T) {
	g := table(t, "Alpha\tCM\t900000\tcity\t1.00\t2.00\nAlpha\tTD\t20000\tcity\t3.00\t4.00\nBeta\tCM\t90000\tcity\t1.00\t2.00\nBeta\tTD\t20000\tcity\t3.00\t4.00\n")
	p := timeline.Place{Name: "Alpha"}
	if g.Locate(&p, nil); p.Point == nil || p.Point.By != timeline.BySize || p.Country != "" {
		t.Errorf("got %+v", p)
	}
	p = timeline.Place{Name: "Beta"}
	if g.Locate(&p, nil); p.Point != nil {
		t.Errorf("got %+v", p)
	}
}

func TestBrokenTablesAreNamed(t *testing.T) {
	for row, want := range map[string]string{
		"Alpha\tCM\t9":                        "want 6 columns, got 3",
		"Alpha\tCM\tmany\tcity\t1.00\t2.00":   "many",
		"Alpha\tCM\t9\tcity\tnorth\t2.00":     "north",
		"Alpha\tCM\t9\tcity\t1.00\tfar east!": "far east!",
	} {
		_, err := place.Load(seedsOf(t, row+"\n"))
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "cities.tsv.gz:1") {
			t.Errorf("%q: got %v, want %q", row, err, want)
		}
	}
	if _, err := place.Load(fstest.MapFS{}); err == nil {
		t.Error("no error without tables")
	}
}

func table(t *testing.T, rows string) *place.Gazetteer {
	t.Helper()
	g, err := place.Load(seedsOf(t, rows))
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func seedsOf(t *testing.T, rows string) fstest.MapFS {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(rows)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return fstest.MapFS{
		"places/cities.tsv.gz": {Data: b.Bytes()},
		"actors/countries.tsv": {Data: []byte("iso3\tiso2\tnum\tname\tother_names\tcapital\nCMR\tCM\t120\tCameroon\t\tYaounde\nTCD\tTD\t148\tChad\t\tNDjamena\n")},
	}
}
