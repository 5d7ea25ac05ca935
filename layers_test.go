package dateline

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/datelinehq/dateline/"

// may lists for each package the packages of this module that it may import. The
// import graph is the way of the data: a package takes the types of those before
// it, and none of those behind. Tests may use the seeds as well.
var may = map[string][]string{
	".":                           {},
	"seeds":                       {},
	"timeline/edtf":               {},
	"timeline/text":               {"timeline/edtf"},
	"timeline/lang":               {"timeline/text"},
	"timeline/learn":              {},
	"timeline/langid":             {},
	"timeline/moment":             {"timeline/edtf"},
	"timeline/source/markup":      {},
	"timeline/source/stamp":       {"timeline/edtf"},
	"timeline/source/pack":        {},
	"timeline/source/wire":        {"timeline/source/markup", "timeline/source/stamp", "timeline/text"},
	"timeline/source/web":         {"timeline/edtf", "timeline/source/markup", "timeline/source/stamp", "timeline/text"},
	"timeline/source/mail":        {"timeline/source/markup", "timeline/source/stamp", "timeline/text"},
	"timeline/source/office":      {"timeline/source/markup", "timeline/source/stamp", "timeline/text"},
	"timeline/source/syndication": {"timeline/source/markup", "timeline/source/stamp", "timeline/text"},
	"timeline/source": {
		"timeline/edtf", "timeline/lang", "timeline/moment", "timeline/source/mail", "timeline/source/office", "timeline/source/pack", "timeline/source/stamp",
		"timeline/source/syndication", "timeline/source/web", "timeline/source/wire", "timeline/text",
	},
	"timeline/syntax/feature": {},
	"timeline/syntax/entity":  {"timeline/lang", "timeline/learn"},
	"timeline/syntax":         {"timeline/lang", "timeline/learn", "timeline/syntax/entity", "timeline/syntax/feature", "timeline/text"},
	"timeline/timex":          {"timeline/edtf", "timeline/lang", "timeline/text"},
	"timeline":                {"timeline/edtf", "timeline/text"},
	"timeline/colloquial":     {"timeline/edtf", "timeline/lang", "timeline/text", "timeline/timex"},
	"timeline/resolve":        {"timeline", "timeline/edtf", "timeline/lang", "timeline/text", "timeline/timex"},
	"timeline/actor":          {"timeline/edtf", "timeline/lang", "timeline/syntax", "timeline/text"},
	"timeline/event":          {"timeline", "timeline/actor", "timeline/lang", "timeline/syntax", "timeline/text"},
	"timeline/anchor":         {"timeline", "timeline/edtf", "timeline/event", "timeline/lang", "timeline/resolve", "timeline/syntax", "timeline/text", "timeline/timex"},
	"timeline/origin":         {"timeline"},
	"timeline/merge":          {"timeline", "timeline/edtf", "timeline/origin"},
	"timeline/rank":           {"timeline"},
	"timeline/correct":        {"timeline", "timeline/edtf", "timeline/moment", "timeline/text"},
	"timeline/edition":        {"timeline", "timeline/edtf"},
	"timeline/place":          {"timeline", "timeline/lang"},
	"timeline/brief":          {"timeline", "timeline/edtf", "timeline/text"},
	"timeline/pipeline": {
		"timeline", "timeline/actor", "timeline/anchor", "timeline/colloquial", "timeline/correct", "timeline/edtf", "timeline/event", "timeline/lang", "timeline/langid", "timeline/merge", "timeline/origin",
		"timeline/place", "timeline/rank", "timeline/resolve", "timeline/syntax", "timeline/text", "timeline/timex",
	},
	"timeline/archive/record": {},
	"timeline/archive":        {"timeline", "timeline/archive/record", "timeline/edtf", "timeline/pipeline", "timeline/text"},
	"render/words":            {"timeline", "timeline/edition", "timeline/edtf"},
	"render/html":             {"render/words", "timeline", "timeline/edition", "timeline/edtf", "timeline/text"},
	"render/markdown":         {"render/words", "timeline", "timeline/edition", "timeline/edtf", "timeline/text"},
	"render/coded":            {"timeline"},
	"render/feed":             {"render/coded", "render/words", "timeline", "timeline/edition", "timeline/edtf", "timeline/text"},
	"render/feed/readback":    {"render/feed", "timeline", "timeline/edtf", "timeline/text"},
	"configs":                 {"timeline", "timeline/edtf", "timeline/moment", "timeline/text"},
}

// world are packages of the machine that only cmd may see.
var world = []string{"os", "os/exec", "os/signal", "net", "net/http", "syscall", "log", "log/slog"}

func TestImportsFollowTheData(t *testing.T) {
	err := filepath.WalkDir(".", func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && file != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "cmd" || d.Name() == "out") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(file, ".go") || file == "layers_test.go" {
			return nil
		}
		check(t, filepath.ToSlash(file))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func check(t *testing.T, file string) {
	t.Helper()
	pkg := path.Dir(file)
	allowed, known := may[pkg]
	if !known {
		t.Errorf("%s: package %s has no rule in layers_test.go", file, pkg)
		return
	}
	test := strings.HasSuffix(file, "_test.go")
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
	if err != nil {
		t.Error(err)
		return
	}
	for _, i := range f.Imports {
		p, err := strconv.Unquote(i.Path.Value)
		if err != nil {
			t.Error(err)
			continue
		}
		own, inside := strings.CutPrefix(p, module)
		switch {
		case inside && test:
			if strings.HasPrefix(own, "cmd/") {
				t.Errorf("%s: imports %s", file, own)
			}
		case inside && !slices.Contains(allowed, own):
			t.Errorf("%s: %s must not import %s", file, pkg, own)
		case !test && slices.Contains(world, p):
			t.Errorf("%s: imports %s, which only cmd may see", file, p)
		}
	}
}
